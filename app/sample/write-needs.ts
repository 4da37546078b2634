import type { Writer } from '../../db/connection.ts';
import { insertConversation, insertNote, insertRoundPerson } from '../../db/repositories/conversations.ts';
import { insertDecision } from '../../db/repositories/decisions.ts';
import { insertGroup, insertIdea, insertMember, replaceGroupObjectives } from '../../db/repositories/groups.ts';
import { insertNeed, insertOption, setEvidence, setLinks } from '../../db/repositories/needs.ts';
import { ensureDepartment, ensureLocation } from '../../db/repositories/places.ts';
import { insertRequirements } from '../../db/repositories/standards.ts';
import { shippedStandards } from '../reference/facts.ts';
import { DECISIONS } from './decisions.ts';
import { KINDS, modelTitle } from './models.ts';
import { NEEDS, type SampleCost } from './needs.ts';
import { STANDARD_ANSWERS } from './standards.ts';
import { GROUP, ROUND, TALKS, type SamplePerson } from './talks.ts';

/** Numbers of what needs and decisions point at, by name; virements by their reason. */
export type SampleIds = {
  readonly models: ReadonlyMap<string, number>;
  readonly objectives: ReadonlyMap<string, number>;
  readonly running: ReadonlyMap<string, number>;
  readonly virements: ReadonlyMap<string, number>;
};

/** @throws for a name that the sample does not have: a slip in its own files */
function numbered(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`Hillcrest has no “${name}”.`);
  return id;
}
const orNull = <Name>(name: Name | null, idOf: (name: Name) => number): number | null => (name === null ? null : idOf(name));

/** Hillcrest's needs with their options. Answers the number of each need and of each option ("need/option") by name. */
function writeNeeds(writer: Writer, { models, objectives, running }: SampleIds): { readonly needs: ReadonlyMap<string, number>; readonly options: ReadonlyMap<string, number> } {
  const place = (name: string): number => ensureLocation(writer, name);
  const costOf = ({ model, place: placeName, running: runningName, ...cost }: SampleCost) =>
    ({ ...cost, modelId: orNull(model, (key) => numbered(models, modelTitle(KINDS[key].model))), locationId: orNull(placeName, place), recurringId: orNull(runningName, (name) => numbered(running, name)) });
  const needs = new Map<string, number>();
  const options = new Map<string, number>();
  for (const { department, serves, evidence, options: listed, ...fields } of NEEDS) {
    const { id } = insertNeed(writer, { ...fields, departmentId: orNull(department, (name) => ensureDepartment(writer, name)), standardId: null });
    needs.set(fields.name, id);
    setLinks(writer, id, serves.map(([objective, strength]) => ({ objectiveId: numbered(objectives, objective), strength })));
    setEvidence(writer, id, evidence.map(({ place: placeName, ...each }) => ({ ...each, locationId: orNull(placeName, place), departmentId: null })));
    for (const { recommended, costs, ...option } of listed) {
      options.set(`${fields.name}/${option.name}`, insertOption(writer, id, { ...option, recommended: recommended === true, costs: costs.map(costOf) }));
    }
  }
  return { needs, options };
}

function writeDecisions(writer: Writer, { virements }: SampleIds, { needs, options }: ReturnType<typeof writeNeeds>): void {
  for (const { need, option, virementReason, weighed, tellings, ...terms } of DECISIONS) {
    insertDecision(writer, {
      ...terms, needId: orNull(need, (name) => numbered(needs, name)), optionId: orNull(option, (name) => numbered(options, `${need}/${name}`)),
      mergedIntoNeedId: null, virementId: orNull(virementReason, (reason) => numbered(virements, reason)), replacesId: null,
    }, { weighed, tellings });
  }
}

function writeTalks(writer: Writer, { objectives }: SampleIds, needs: ReadonlyMap<string, number>): void {
  const personOf = ({ kind, role, department }: SamplePerson) => ({ kind, role, departmentId: orNull(department, (name) => ensureDepartment(writer, name)) });
  for (const person of ROUND.people) insertRoundPerson(writer, { ...personOf(person), year: ROUND.year });
  for (const { heldOn, notes, ...person } of TALKS) {
    const id = insertConversation(writer, { ...personOf(person), heldOn });
    for (const [direction, text, need] of notes) insertNote(writer, id, { direction, text, needId: orNull(need, (name) => numbered(needs, name)) });
  }
  const { objectives: aims, members, ideas, ...group } = GROUP;
  const groupId = insertGroup(writer, group);
  replaceGroupObjectives(writer, groupId, aims.map((aim) => numbered(objectives, aim)));
  for (const member of members) insertMember(writer, groupId, personOf(member));
  for (const { need, ...idea } of ideas) insertIdea(writer, groupId, { ...idea, needId: orNull(need, (name) => numbered(needs, name)) });
}

/** The shipped standards, with what somebody has answered. */
function writeStandards(writer: Writer): void {
  const unanswered = { status: null, evidence: null, ownerRole: null, answeredOn: null, nextReview: null };
  insertRequirements(writer, shippedStandards().map((row) => ({ ...row, ...unanswered, ...STANDARD_ANSWERS.find(({ ref }) => ref === row.ref) })));
}

/** What Hillcrest's people need, what was decided, whom it has heard, how it stands to the standards, and the group that speaks for its users. */
export function writeAnalysis(writer: Writer, ids: SampleIds): void {
  writeStandards(writer);
  const written = writeNeeds(writer, ids);
  writeDecisions(writer, ids, written);
  writeTalks(writer, ids, written.needs);
}
