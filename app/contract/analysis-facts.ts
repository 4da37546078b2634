import { z } from 'zod';
import type { AnalysisFacts } from '../../planning/analysis/facts.ts';
import {
  CHECK_ANSWERS, CONVERSATION_ROLES, COST_PARTS, COST_STANDINGS, CRITERION_STATUSES, DECISION_CHOICES, EVIDENCE_KINDS, IDEA_FATES, LATER_YEARS,
  LINK_STRENGTHS, MEETS, MOSCOW, NEED_REASONS, OBJECTIVE_STATES, OPTION_KINDS, STANDARD_STATUSES, STANDARD_TIERS, TALK_DIRECTIONS, TERMS,
} from '../../planning/analysis/vocabulary.ts';
import { costCategory, fundKey, list, userGroup } from './fields.ts';

/** What the school wants to achieve, what people need and what was decided, as it crosses to a screen: planning's `AnalysisFacts`. */

const text = z.string();
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
const id = z.int();
const row = z.object({ id, position: z.int() });

const developmentPlan = z.object({
  id, name: text, startsOn: text, endsOn: text, ownerRole: maybe(text), areaHeading: text, priorityHeading: text, objectiveHeading: text,
});
const objective = row.extend({
  areaId: id, priorityId: maybe(id), number: maybe(text), name: text, statement: maybe(text), leadRole: maybe(text), state: z.enum(OBJECTIVE_STATES),
  closedOn: maybe(text), noIctBy: maybe(text), noIctOn: maybe(text),
  criteria: list(row.extend({ text, status: z.enum(CRITERION_STATUSES) })),
  actions: list(row.extend({ text, leadRole: maybe(text), startsOn: maybe(text), dueOn: maybe(text), doneOn: maybe(text), costPence: maybe(z.int()) })),
  progress: list(z.object({ id, year: z.int(), term: z.enum(TERMS), writtenOn: text, role: maybe(text), text })),
});

const person = z.object({ id, kind: z.enum(CONVERSATION_ROLES), role: text, departmentId: maybe(id) });
const conversation = person.extend({
  heldOn: text, notes: list(row.extend({ direction: z.enum(TALK_DIRECTIONS), text, needId: maybe(id) })),
});

const software = z.object({
  product: text, publisher: maybe(text), seats: maybe(z.int()), softwareId: maybe(id), compatible: z.enum(CHECK_ANSWERS),
  networkInstall: z.enum(CHECK_ANSWERS), licenceAllows: z.enum(CHECK_ANSWERS), checkNote: maybe(text),
});
const optionCost = row.extend({
  part: z.enum(COST_PARTS), name: text, standing: z.enum(COST_STANDINGS), categoryKey: text, costCategory, fundKey: maybe(fundKey), on: text,
  until: maybe(text), quantity: z.int(), unitPence: maybe(z.int()), yearlyPence: z.int(), priceDate: maybe(text), riseBp: maybe(z.int()),
  modelId: maybe(id), locationId: maybe(id), userGroup: maybe(userGroup), memoryGb: maybe(z.int()), storageGb: maybe(z.int()), recurringId: maybe(id),
});
const option = row.extend({
  kind: z.enum(OPTION_KINDS), name: text, meets: maybe(z.enum(MEETS)), meetsWords: maybe(text), supportHoursOnce: maybe(z.int()),
  supportHoursYearly: maybe(z.int()), laterYears: maybe(z.enum(LATER_YEARS)), costs: list(optionCost),
});
const need = z.object({
  id, number: z.int(), name: text, statement: text, askedByRole: text, askedOn: text, departmentId: maybe(id), pupils: maybe(z.int()),
  reason: z.enum(NEED_REASONS), neededBy: maybe(text), impact: text, moscow: z.enum(MOSCOW), standardId: maybe(id), recommendedOptionId: maybe(id),
  recommendedBecause: maybe(text), recommendedIfNot: maybe(text), needsSystem: maybe(text), needsMemoryGb: maybe(z.int()), leastMemoryGb: maybe(z.int()),
  needsCores: maybe(z.int()), leastCores: maybe(z.int()), needsStorageGb: maybe(z.int()), software: maybe(software),
  links: list(z.object({ objectiveId: id, strength: z.enum(LINK_STRENGTHS) })),
  evidence: list(z.object({ id, kind: z.enum(EVIDENCE_KINDS), text: maybe(text), categoryKey: maybe(text), locationId: maybe(id), departmentId: maybe(id) })),
  options: list(option),
});

const decision = z.object({
  id, number: z.int(), title: text, needId: maybe(id), choice: maybe(z.enum(DECISION_CHOICES)), optionId: maybe(id), mergedIntoNeedId: maybe(id),
  decider: text, decideBy: maybe(text), decidedOn: maybe(text), because: maybe(text), ifNot: maybe(text), conditions: maybe(text), workaround: maybe(text),
  whoNote: maybe(text), reviewOn: maybe(text), reviewQuestion: maybe(text), reviewedOn: maybe(text), outcome: maybe(text), pilotUntil: maybe(text),
  pilotMeasure: maybe(text), virementId: maybe(id), replacesId: maybe(id),
  weighed: list(row.extend({ name: text, pence: maybe(z.int()), follows: maybe(text), chosen: z.boolean() })),
  tellings: list(row.extend({ role: text, what: maybe(text), dueOn: maybe(text), toldOn: maybe(text), how: maybe(text) })),
});

const standard = row.extend({
  ref: text, standard: text, tier: z.enum(STANDARD_TIERS), target: maybe(text), requirement: text, measure: maybe(text), threshold: maybe(text),
  cadence: maybe(text), source: maybe(text), asOf: maybe(text), status: maybe(z.enum(STANDARD_STATUSES)), evidence: maybe(text), ownerRole: maybe(text),
  answeredOn: maybe(text), nextReview: maybe(text),
});
const group = z.object({
  id, name: text, aims: maybe(text), backerRole: maybe(text), backedOn: maybe(text), meets: maybe(text), objectiveIds: list(id), members: list(person),
  ideas: list(z.object({ id, raisedOn: text, text, fate: z.enum(IDEA_FATES), because: maybe(text), needId: maybe(id) })),
});

export const analysisFacts = z.object({
  plans: list(developmentPlan), areas: list(row.extend({ planId: id, name: text })),
  priorities: list(row.extend({ areaId: id, number: maybe(text), name: text, rationale: maybe(text), ownerRole: maybe(text) })),
  objectives: list(objective), round: list(person.extend({ year: z.int() })), conversations: list(conversation),
  questions: list(z.object({ id, kind: z.enum(CONVERSATION_ROLES), direction: z.enum(TALK_DIRECTIONS), text })),
  needs: list(need), decisions: list(decision), standards: list(standard), groups: list(group),
}) satisfies z.ZodType<AnalysisFacts>;
