import type { Area, Criterion, Objective, ObjectiveAction, Priority, ProgressNote } from '../../planning/analysis/development-facts.ts';
import type { AnalysisFacts } from '../../planning/analysis/facts.ts';
import { foldedName } from '../../planning/words.ts';
import { isWholeNumber, type PlanTree } from './plan-tree.ts';
import type { ReadAction, ReadArea, ReadCriterion, ReadNote, ReadObjective, ReadPriority, ReadRow } from './read-items.ts';

/*
 * What a table would add to the plan. It never takes anything away and changes nothing that somebody has written: what the
 * plan has already is found again, its gaps are filled, and what is new is added to it.
 */

/** What is written into an objective of the plan that lacks it. */
export type ObjectiveFills = Partial<Pick<Objective, 'statement' | 'leadRole'>>;
export type ActionFills = Partial<Pick<ObjectiveAction, 'leadRole' | 'startsOn' | 'dueOn' | 'doneOn' | 'costPence'>>;

export type Matched<Read, There> = { readonly read: Read; readonly there: There | null };
export type MatchedAction = Matched<ReadAction, ObjectiveAction> & { readonly fills: ActionFills };
export type MatchedObjective = Matched<ReadObjective, Objective> & {
  /** The number it gets; null where another objective of the plan has it. */
  readonly number: string | null;
  readonly fills: ObjectiveFills;
  readonly criteria: readonly Matched<ReadCriterion, Criterion>[];
  readonly actions: readonly MatchedAction[];
  readonly notes: readonly Matched<ReadNote, ProgressNote>[];
};

export type RowOutcome = 'new' | 'added_to' | 'unchanged' | 'refused';

export type PlanMatch = {
  readonly areas: ReadonlyMap<ReadArea, Area | null>;
  readonly priorities: ReadonlyMap<ReadPriority, Priority | null>;
  readonly objectives: ReadonlyMap<ReadObjective, MatchedObjective>;
  /** Areas and priorities that are made: something new stands in them, or a row names them alone. Objectives that stand elsewhere by now make none. */
  readonly made: ReadonlySet<ReadArea | ReadPriority>;
  /** In the order of the table. */
  readonly outcomes: readonly { readonly row: number; readonly outcome: RowOutcome }[];
  /** Whether anything would be written. */
  readonly adds: boolean;
};

/** Compares what was read with the plan of that id; with null everything is new. */
export function matchPlan(tree: PlanTree, rows: readonly ReadRow[], analysis: AnalysisFacts, planId: number | null): PlanMatch {
  const places = placesOf(analysis, planId);
  const areas = new Map(tree.areas.map((read) => [read, places.areas.find(({ name }) => same(name, read.name)) ?? null]));
  const priorities = new Map(tree.priorities.map((read) => [read, priorityThere(read, areas, places)]));
  const taken = new Set<number>();
  const objectives = new Map(tree.objectives.map((read) => {
    const there = objectiveThere(read, areas, priorities, places, taken);
    if (there !== null) taken.add(there.id);
    return [read, matchedObjective(read, there, places)];
  }));
  const outcomes = rows.map((row) => ({ row: row.row, outcome: outcomeOf(row, { areas, priorities, objectives }) }));
  return { areas, priorities, objectives, made: madeBy(rows, { areas, priorities, objectives }), outcomes, adds: outcomes.some(({ outcome }) => outcome === 'new' || outcome === 'added_to') };
}

type Found = Pick<PlanMatch, 'areas' | 'priorities' | 'objectives'>;

function madeBy(rows: readonly ReadRow[], { areas, priorities, objectives }: Found): ReadonlySet<ReadArea | ReadPriority> {
  const used = rows.filter(({ refused, objective }) => refused === null && (objective === null || objectives.get(objective)?.there === null))
    .flatMap(({ area, priority }) => [...(area === null || areas.get(area) !== null ? [] : [area]), ...(priority === null || priorities.get(priority) !== null ? [] : [priority])]);
  return new Set(used);
}

type Places = { readonly areas: readonly Area[]; readonly priorities: readonly Priority[]; readonly objectives: readonly Objective[] };

function placesOf({ areas, priorities, objectives }: AnalysisFacts, planId: number | null): Places {
  const own = areas.filter((area) => area.planId === planId);
  const ids = new Set(own.map(({ id }) => id));
  return { areas: own, priorities: priorities.filter(({ areaId }) => ids.has(areaId)), objectives: objectives.filter(({ areaId }) => ids.has(areaId)) };
}

const same = (one: string | null, other: string | null): boolean => one !== null && other !== null && foldedName(one) === foldedName(other);

function priorityThere(read: ReadPriority, areas: PlanMatch['areas'], places: Places): Priority | null {
  const area = areas.get(read.area) ?? null;
  const inArea = places.priorities.filter(({ areaId }) => areaId === area?.id);
  return inArea.find(({ name }) => same(name, read.name)) ?? inArea.find(({ number }) => same(number, read.number)) ?? null;
}

/**
 * An objective of the plan is known by its number, where that tells it in the whole plan or in the same place, else by its
 * words in its place, else by its words where only one objective has them: somebody may have moved it since.
 */
function objectiveThere(
  read: ReadObjective, areas: PlanMatch['areas'], priorities: PlanMatch['priorities'], places: Places, taken: ReadonlySet<number>,
): Objective | null {
  const free = places.objectives.filter(({ id }) => !taken.has(id));
  const area = areas.get(read.area) ?? null;
  const priority = read.priority === null ? null : priorities.get(read.priority) ?? null;
  const inPlace = free.filter((each) => each.areaId === area?.id && (read.priority === null || each.priorityId === priority?.id));
  const numbered = read.number === null ? null : (isWholeNumber(read.number) ? free : inPlace).find(({ number }) => same(number, read.number)) ?? null;
  if (numbered !== null) return numbered;
  const named = (each: Objective): boolean => (read.number === null || each.number === null || same(each.number, read.number))
    && (same(each.name, read.name) && (read.statement === null || each.statement === null || same(each.statement, read.statement)));
  const elsewhere = free.filter(named);
  return inPlace.find(named) ?? (elsewhere.length === 1 ? elsewhere[0] ?? null : null);
}

function matchedObjective(read: ReadObjective, there: Objective | null, { objectives }: Places): MatchedObjective {
  const fills: ObjectiveFills = there === null ? {} : {
    ...(there.statement === null && read.statement !== null && { statement: read.statement }),
    ...(there.leadRole === null && read.leadRole !== null && { leadRole: read.leadRole }),
  };
  return {
    read, there, fills, number: objectives.some((each) => each.id !== there?.id && same(each.number, read.number)) ? null : read.number,
    criteria: read.criteria.map((criterion) => ({ read: criterion, there: there?.criteria.find(({ text }) => same(text, criterion.text)) ?? null })),
    actions: read.actions.map((action) => matchedAction(action, there?.actions.find(({ text }) => same(text, action.text)) ?? null)),
    notes: read.notes.map((note) => ({ read: note, there: noteThere(note, there?.progress ?? []) })),
  };
}

function matchedAction(read: ReadAction, there: ObjectiveAction | null): MatchedAction {
  const fills: ActionFills = there === null ? {} : {
    ...(there.leadRole === null && read.leadRole !== null && { leadRole: read.leadRole }),
    ...(there.startsOn === null && read.startsOn !== null && { startsOn: read.startsOn }),
    ...(there.dueOn === null && read.dueOn !== null && { dueOn: read.dueOn }),
    ...(there.doneOn === null && read.doneOn !== null && { doneOn: read.doneOn }),
    ...(there.costPence === null && read.costPence !== null && { costPence: read.costPence }),
  };
  return { read, there, fills };
}

/** A note is known by its term; one with the same words of another term is the same file brought in again later. */
const noteThere = (read: ReadNote, notes: readonly ProgressNote[]): ProgressNote | null =>
  notes.find(({ year, term }) => year === read.year && term === read.term) ?? notes.find(({ text }) => text === read.text) ?? null;

/** What becomes of a row: new where it is about something that the plan does not have, else by what it brings itself. */
function outcomeOf(row: ReadRow, { areas, priorities, objectives }: Found): RowOutcome {
  if (row.refused !== null) return 'refused';
  const objective = row.objective === null ? undefined : objectives.get(row.objective);
  if (objective === undefined) {
    const isNew = row.priority === null ? row.area !== null && areas.get(row.area) === null : priorities.get(row.priority) === null;
    return isNew ? 'new' : 'unchanged';
  }
  if (objective.there === null) return 'new';
  const own = [...objective.criteria, ...objective.actions, ...objective.notes].filter(({ read }) => read.row === row.row);
  const brings = own.some(({ there }) => there === null) || objective.actions.some(({ read, fills }) => read.row === row.row && Object.keys(fills).length > 0);
  return brings || (objective.read.row === row.row && Object.keys(objective.fills).length > 0) ? 'added_to' : 'unchanged';
}
