import type { IsoDate } from '../../vocabulary.ts';
import { foldedName } from '../../words.ts';
import type { Criterion, Objective, ObjectiveAction, Role } from '../development-facts.ts';
import { areasOf, objectivesOf, prioritiesOf, type DevelopmentFacts } from './outline.ts';

export type NewCriterion = Omit<Criterion, 'id' | 'position'>;
export type NewAction = Omit<ObjectiveAction, 'id' | 'position'>;

/** One row of a development plan as it is typed, pasted or read: where it stands and what it adds. */
export type TreeRow = {
  readonly area: string;
  readonly priority: string | null;
  readonly priorityNumber: string | null;
  readonly number: string | null;
  /** Null where the row gives an area or a priority only. */
  readonly name: string | null;
  readonly statement: string | null;
  readonly leadRole: Role | null;
  readonly criteria: readonly NewCriterion[];
  readonly actions: readonly (NewAction & { readonly done: boolean })[];
};

/** What rows make of a plan. An `id` is of what the plan has already; null is new. */
export type GrownObjective = {
  readonly id: number | null;
  number: string | null;
  readonly name: string;
  statement: string | null;
  leadRole: Role | null;
  /** Only what the objective does not have yet. */
  readonly criteria: NewCriterion[];
  readonly actions: NewAction[];
};
export type GrownPriority = { readonly id: number | null; number: string | null; readonly name: string; readonly objectives: GrownObjective[] };
export type GrownArea = { readonly id: number | null; readonly name: string; readonly objectives: GrownObjective[]; readonly priorities: GrownPriority[] };

/** A row whose number is that of an objective with another name: it adds to that one. Rows are counted from 0. */
export type OtherName = { readonly row: number; readonly number: string; readonly inPlan: string; readonly typed: string };

export type Growth = { readonly areas: readonly GrownArea[]; readonly otherNames: readonly OtherName[] };

/**
 * What a plan becomes once rows are added. An area is the same by its name; a priority by its number in its area, else by its
 * name; an objective by its number in the plan, else by its name in its area where not both have a number. What is there is
 * added to: its criteria and actions are not doubled, its number, sentence and lead are filled where it has none.
 */
export function growthOf(facts: DevelopmentFacts, planId: number, rows: readonly TreeRow[], today: IsoDate): Growth {
  const areas = grownFrom(facts, planId);
  const otherNames: OtherName[] = [];
  const there = new Map(facts.objectives.map((objective) => [objective.id, objective]));
  const numbered = new Map(areas.flatMap(inArea).flatMap((each) => (each.number === null ? [] : [[foldedName(each.number), each] as const])));
  for (const [index, row] of rows.entries()) {
    const { name, number } = row;
    const byNumber = name === null || number === null ? undefined : numbered.get(foldedName(number));
    if (byNumber !== undefined && name !== null && number !== null && !same(byNumber.name, name)) otherNames.push({ row: index, number, inPlan: byNumber.name, typed: name });
    const objective = byNumber ?? placeOf(areas, row);
    if (objective === null) continue;
    addTo(objective, row, there.get(objective.id ?? 0) ?? null, today);
    if (objective.number !== null) numbered.set(foldedName(objective.number), objective);
  }
  return { areas, otherNames };
}

const same = (one: string | null, other: string | null): boolean => one !== null && other !== null && foldedName(one) === foldedName(other);
const inArea = ({ objectives, priorities }: GrownArea): readonly GrownObjective[] => [...objectives, ...priorities.flatMap((each) => each.objectives)];

function grownFrom(facts: DevelopmentFacts, planId: number): GrownArea[] {
  const grown = ({ id, number, name, statement, leadRole }: Objective): GrownObjective => ({ id, number, name, statement, leadRole, criteria: [], actions: [] });
  return areasOf(facts, planId).map((area) => ({
    id: area.id, name: area.name, objectives: objectivesOf(facts, area.id, null).map(grown),
    priorities: prioritiesOf(facts, area.id).map(({ id, number, name }) => ({ id, number, name, objectives: objectivesOf(facts, area.id, id).map(grown) })),
  }));
}

/** The objective of a row, in its area and priority, each made where it is not there; null where the row has none. */
function placeOf(areas: GrownArea[], row: TreeRow): GrownObjective | null {
  const area = foundOr(areas, ({ name }) => same(name, row.area), () => ({ id: null, name: row.area, objectives: [], priorities: [] }));
  const { name, number } = row;
  const byName = name === null ? undefined : inArea(area).find((each) => same(each.name, name) && (each.number === null || number === null));
  if (byName !== undefined) return byName;
  const priority = priorityOf(area, row);
  if (name === null) return null;
  const objective: GrownObjective = { id: null, number, name, statement: null, leadRole: null, criteria: [], actions: [] };
  (priority ?? area).objectives.push(objective);
  return objective;
}

function priorityOf({ priorities }: GrownArea, { priority: name, priorityNumber: number }: TreeRow): GrownPriority | null {
  if (name === null && number === null) return null;
  const byNumber = priorities.find((each) => same(each.number, number));
  const priority = byNumber ?? foundOr(priorities, (each) => same(each.name, name) && (each.number === null || number === null),
    () => ({ id: null, number, name: name ?? `Priority ${number ?? ''}`, objectives: [] }));
  priority.number ??= number;
  return priority;
}

function foundOr<Each>(list: Each[], is: (each: Each) => boolean, make: () => Each): Each {
  const found = list.find(is);
  if (found !== undefined) return found;
  const made = make();
  list.push(made);
  return made;
}

function addTo(objective: GrownObjective, row: TreeRow, before: Objective | null, today: IsoDate): void {
  objective.number ??= row.number;
  objective.statement ??= row.statement;
  objective.leadRole ??= row.leadRole;
  for (const criterion of row.criteria) {
    const has = [...(before?.criteria ?? []), ...objective.criteria].some(({ text }) => same(text, criterion.text));
    if (!has) objective.criteria.push(criterion);
  }
  for (const { done, ...action } of row.actions) {
    const has = [...(before?.actions ?? []), ...objective.actions].some(({ text }) => same(text, action.text));
    if (!has) objective.actions.push({ ...action, doneOn: action.doneOn ?? (done ? doneBy(action, today) : null) });
  }
}

/** Done without a day: on the day it was due, or today where that is still to come or not said. */
const doneBy = ({ dueOn }: NewAction, today: IsoDate): IsoDate => (dueOn !== null && dueOn < today ? dueOn : today);
