import type { NewCost } from '../../db/repositories/needs.ts';
import type { Need, NeedOption, OptionCost } from '../../planning/analysis/need-facts.ts';
import { linkProblem } from '../../planning/analysis/needs/objective-links.ts';
import { usualCategory, usualStanding } from '../../planning/analysis/needs/starting.ts';
import { agreementPaid, kitPaid } from '../../planning/budget/fund-check.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Parsed } from '../contract/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { checkFundFor, requireCategory } from './found.ts';

/* What a request about a need may say, each refusal at its field. */

const refuse = (message: string, field: string): never => { throw new Refusal('invalid_input', message, { field }); };

/** @throws Refusal `not_found` where no need has the number. */
export function requireNeed({ analysis }: PlanSnapshot, id: number, field = 'id'): Need {
  const found = analysis.needs.find((need) => need.id === id);
  if (found === undefined) throw new Refusal('not_found', `No need has the number ${id} in the plan. It may have been removed.`, { field });
  return found;
}

/** @throws Refusal `not_found` where no option has the number. */
export function requireOption({ analysis }: PlanSnapshot, id: number, field = 'id'): { readonly need: Need; readonly option: NeedOption } {
  for (const need of analysis.needs) {
    const option = need.options.find((each) => each.id === id);
    if (option !== undefined) return { need, option };
  }
  throw new Refusal('not_found', `No option has the number ${id} in the plan. It may have been removed.`, { field });
}

/** @throws Refusal `not_found` where no cost has the number. */
export function requireCost({ analysis }: PlanSnapshot, id: number): { readonly option: NeedOption; readonly cost: OptionCost } {
  for (const option of analysis.needs.flatMap(({ options }) => options)) {
    const cost = option.costs.find((each) => each.id === id);
    if (cost !== undefined) return { option, cost };
  }
  throw new Refusal('not_found', `No cost of an option has the number ${id} in the plan. It may have been removed.`, { field: 'id' });
}

/** The lists of a plan that a need, its evidence or a cost may point at. */
type Lists = 'departments' | 'locations' | 'models' | 'recurring' | 'software';
const WHAT: Readonly<Record<Lists, string>> = { departments: 'department', locations: 'place', models: 'model', recurring: 'running cost', software: 'title of software' };

function requireRow(snapshot: PlanSnapshot, where: Lists, id: number | null | undefined, field: string): void {
  const rows: readonly { readonly id: number }[] = snapshot[where];
  if (id === null || id === undefined || rows.some((row) => row.id === id)) return;
  throw new Refusal('not_found', `No ${WHAT[where]} has the number ${id} in the plan. It may have been removed.`, { field });
}

type NeedSays = Partial<Pick<Parsed<'need.edit'>['set'],
  'departmentId' | 'standardId' | 'links' | 'evidence' | 'software' | 'needsMemoryGb' | 'leastMemoryGb' | 'needsCores' | 'leastCores'>>;

/**
 * Whether what a need points at is there, and the objectives that it is newly tied to are open.
 * @throws Refusal at the field; `prefix` is where the fields stand in the request: "set."
 */
export function checkNeed(session: Session, says: NeedSays, before: Need | null, prefix = ''): void {
  const snapshot = session.snapshot();
  requireRow(snapshot, 'departments', says.departmentId, `${prefix}departmentId`);
  const { standardId = null } = says;
  if (standardId !== null && !snapshot.analysis.standards.some(({ id }) => id === standardId)) {
    throw new Refusal('not_found', `No standard has the number ${standardId} in the plan.`, { field: `${prefix}standardId` });
  }
  requireRow(snapshot, 'software', says.software?.softwareId, `${prefix}software.softwareId`);
  says.evidence?.forEach(({ categoryKey, locationId, departmentId }, index) => {
    const field = `${prefix}evidence.${index}`;
    if (categoryKey !== null) requireCategory(session, categoryKey, `${field}.categoryKey`);
    requireRow(snapshot, 'locations', locationId, `${field}.locationId`);
    requireRow(snapshot, 'departments', departmentId, `${field}.departmentId`);
  });
  checkLinks(snapshot, says.links ?? [], before, prefix);
  const { needsMemoryGb = null, leastMemoryGb = null, needsCores = null, leastCores = null } = { ...before, ...says };
  checkLeast('memory', 'GB', needsMemoryGb, leastMemoryGb, `${prefix}leastMemoryGb`);
  checkLeast('cores', 'cores', needsCores, leastCores, `${prefix}leastCores`);
}

function checkLeast(what: string, unit: string, needs: number | null, least: number | null, field: string): void {
  if (needs === null || least === null || least <= needs) return;
  refuse(`The least ${what} to run slowly cannot be more than the ${needs} ${unit} it runs well on.`, field);
}

function checkLinks({ analysis }: PlanSnapshot, links: readonly { readonly objectiveId: number }[], before: Need | null, prefix: string): void {
  const tied = new Set(before?.links.map(({ objectiveId }) => objectiveId));
  const seen = new Set<number>();
  links.forEach(({ objectiveId }, index) => {
    const field = `${prefix}links.${index}.objectiveId`;
    const objective = analysis.objectives.find(({ id }) => id === objectiveId);
    if (objective === undefined) throw new Refusal('not_found', `No objective has the number ${objectiveId} in the plan. It may have been removed.`, { field });
    if (seen.has(objectiveId)) refuse(`The need is tied to ${objective.name} twice. Once is enough.`, field);
    seen.add(objectiveId);
    // What was tied before the objective was closed may stay: it is part of what was achieved.
    const problem = tied.has(objectiveId) ? null : linkProblem(objective);
    if (problem !== null) refuse(problem, field);
  });
}

type AskedCost = Omit<Parsed<'cost.add'>, 'optionId' | 'reason' | 'role'>;

/**
 * A cost as the plan holds it: with who pays, kind and day.
 * @throws Refusal at its field where it has no day, no kind, or names what is not there or a fund that may not pay
 */
export function costOf(session: Session, asked: AskedCost, prefix = ''): NewCost {
  const { part, standing = usualStanding(part) } = asked;
  const categoryKey = asked.categoryKey ?? usualCategory(part);
  if (categoryKey === null) return refuse('Say what kind of kit it is.', `${prefix}categoryKey`);
  const category = requireCategory(session, categoryKey, `${prefix}categoryKey`);
  return checkedCost(session, { ...asked, standing, categoryKey, costCategory: asked.costCategory ?? category.costCategory }, prefix);
}

/** @throws Refusal at its field, as for a new cost */
export function checkedCost(session: Session, cost: Omit<NewCost, 'on'> & { readonly on: string | null }, prefix = ''): NewCost {
  const { on, until, name, standing, categoryKey, costCategory, fundKey, unitPence, yearlyPence } = cost;
  if (on === null) return refuse(`Say on which day ${name} is bought, or from which day it is paid: without one it would cost nothing in any year.`, `${prefix}on`);
  if (until !== null && until < on) refuse(`It would end before it starts on ${formatLongDate(on)}. Give a last day on or after that.`, `${prefix}until`);
  const snapshot = session.snapshot();
  const category = requireCategory(session, categoryKey, `${prefix}categoryKey`);
  requireRow(snapshot, 'models', cost.modelId, `${prefix}modelId`);
  requireRow(snapshot, 'locations', cost.locationId, `${prefix}locationId`);
  requireRow(snapshot, 'recurring', cost.recurringId, `${prefix}recurringId`);
  if (standing === 'adds') {
    const buys = unitPence !== 0 && unitPence !== null;
    if (buys) checkFundFor(session, fundKey, kitPaid({ ...category, costCategory }), on, `${prefix}fundKey`);
    if (yearlyPence > 0) checkFundFor(session, fundKey, agreementPaid({ categoryKey, costCategory }), on, `${prefix}fundKey`);
  }
  return { ...cost, on };
}
