import { and, eq, isNull, max, type SQL } from 'drizzle-orm';
import type { Area, Criterion, DevelopmentPlan, Objective, ObjectiveAction, Priority, ProgressNote } from '../../planning/analysis/development-facts.ts';
import type { GrownArea, GrownObjective, Growth, NewAction, NewCriterion } from '../../planning/analysis/development/tree.ts';
import type { Writer } from '../connection.ts';
import { developmentPlans, objectiveActions, objectives, planAreas, planPriorities, progressNotes, successCriteria } from '../schema/development.ts';

/*
 * Writes the school development plan. What goes takes along what hangs on it: an area its objectives, an objective its
 * criteria, actions, notes and the links from needs and user groups.
 */

export function insertPlan(writer: Writer, plan: Omit<DevelopmentPlan, 'id'>): number {
  return writer.insert(developmentPlans).values(plan).returning({ id: developmentPlans.id }).get().id;
}

/** Changes the fields named; the others stay. So with each `update…`. */
export function updatePlan(writer: Writer, id: number, fields: Partial<Omit<DevelopmentPlan, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(developmentPlans).set(fields).where(eq(developmentPlans.id, id)).run();
}

export function deletePlan(writer: Writer, id: number): void {
  writer.delete(developmentPlans).where(eq(developmentPlans.id, id)).run();
}

/** Lists whose rows stand in an order. */
const ORDERED = { areas: planAreas, priorities: planPriorities, objectives, criteria: successCriteria, actions: objectiveActions } as const;
type Ordered = keyof typeof ORDERED;

/** The place after the last of the rows for which `where` holds. */
function nextPlace(writer: Writer, list: Ordered, where: SQL | undefined): number {
  const table = ORDERED[list];
  return (writer.select({ last: max(table.position) }).from(table).where(where).get()?.last ?? 0) + 1;
}

/** Gives rows the places 1, 2, 3 in the order named. */
export function putInOrder(writer: Writer, list: Ordered, ids: readonly number[]): void {
  const table = ORDERED[list];
  for (const [index, id] of ids.entries()) writer.update(table).set({ position: index + 1 }).where(eq(table.id, id)).run();
}

export function insertArea(writer: Writer, planId: number, name: string): number {
  const position = nextPlace(writer, 'areas', eq(planAreas.planId, planId));
  return writer.insert(planAreas).values({ planId, name, position }).returning({ id: planAreas.id }).get().id;
}

export function renameArea(writer: Writer, id: number, name: Area['name']): void {
  writer.update(planAreas).set({ name }).where(eq(planAreas.id, id)).run();
}

export function deleteArea(writer: Writer, id: number): void {
  writer.delete(planAreas).where(eq(planAreas.id, id)).run();
}

export function insertPriority(writer: Writer, priority: Omit<Priority, 'id' | 'position'>): number {
  const position = nextPlace(writer, 'priorities', eq(planPriorities.areaId, priority.areaId));
  return writer.insert(planPriorities).values({ ...priority, position }).returning({ id: planPriorities.id }).get().id;
}

export function updatePriority(writer: Writer, id: number, fields: Partial<Omit<Priority, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(planPriorities).set(fields).where(eq(planPriorities.id, id)).run();
}

/** A priority goes into another area at its end, with its objectives. */
export function movePriority(writer: Writer, id: number, areaId: number): void {
  updatePriority(writer, id, { areaId, position: nextPlace(writer, 'priorities', eq(planPriorities.areaId, areaId)) });
  writer.update(objectives).set({ areaId }).where(eq(objectives.priorityId, id)).run();
}

/** Takes a priority away; its objectives stay in the area, after those that stand there. */
export function deletePriority(writer: Writer, id: number): void {
  const freed = writer.select().from(objectives).where(eq(objectives.priorityId, id)).orderBy(objectives.position, objectives.id).all();
  for (const { id: objectiveId, areaId } of freed) moveObjective(writer, objectiveId, areaId, null);
  writer.delete(planPriorities).where(eq(planPriorities.id, id)).run();
}

export type NewObjective = Pick<Objective, 'areaId' | 'priorityId' | 'number' | 'name' | 'statement' | 'leadRole'>;

const under = (areaId: number, priorityId: number | null): SQL | undefined =>
  and(eq(objectives.areaId, areaId), priorityId === null ? isNull(objectives.priorityId) : eq(objectives.priorityId, priorityId));

export function insertObjective(writer: Writer, objective: NewObjective): number {
  const position = nextPlace(writer, 'objectives', under(objective.areaId, objective.priorityId));
  return writer.insert(objectives).values({ ...objective, position, state: 'open' }).returning({ id: objectives.id }).get().id;
}

export function updateObjective(writer: Writer, id: number, fields: Partial<Omit<Objective, 'id' | 'criteria' | 'actions' | 'progress'>>): void {
  if (Object.keys(fields).length > 0) writer.update(objectives).set(fields).where(eq(objectives.id, id)).run();
}

/** An objective goes to the end of another area or priority. */
export function moveObjective(writer: Writer, id: number, areaId: number, priorityId: number | null): void {
  updateObjective(writer, id, { areaId, priorityId, position: nextPlace(writer, 'objectives', under(areaId, priorityId)) });
}

export function deleteObjective(writer: Writer, id: number): void {
  writer.delete(objectives).where(eq(objectives.id, id)).run();
}

export function insertCriterion(writer: Writer, objectiveId: number, criterion: NewCriterion): number {
  const position = nextPlace(writer, 'criteria', eq(successCriteria.objectiveId, objectiveId));
  return writer.insert(successCriteria).values({ ...criterion, objectiveId, position }).returning({ id: successCriteria.id }).get().id;
}

export function updateCriterion(writer: Writer, id: number, fields: Partial<Omit<Criterion, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(successCriteria).set(fields).where(eq(successCriteria.id, id)).run();
}

export function deleteCriterion(writer: Writer, id: number): void {
  writer.delete(successCriteria).where(eq(successCriteria.id, id)).run();
}

export function insertAction(writer: Writer, objectiveId: number, action: NewAction): number {
  const position = nextPlace(writer, 'actions', eq(objectiveActions.objectiveId, objectiveId));
  return writer.insert(objectiveActions).values({ ...action, objectiveId, position }).returning({ id: objectiveActions.id }).get().id;
}

export function updateAction(writer: Writer, id: number, fields: Partial<Omit<ObjectiveAction, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(objectiveActions).set(fields).where(eq(objectiveActions.id, id)).run();
}

export function deleteAction(writer: Writer, id: number): void {
  writer.delete(objectiveActions).where(eq(objectiveActions.id, id)).run();
}

/** Writes the note of a term, in place of the one that is there. */
export function setProgress(writer: Writer, objectiveId: number, note: Omit<ProgressNote, 'id'>): void {
  writer.insert(progressNotes).values({ ...note, objectiveId })
    .onConflictDoUpdate({ target: [progressNotes.objectiveId, progressNotes.year, progressNotes.term], set: { text: note.text, role: note.role, writtenOn: note.writtenOn } }).run();
}

export function deleteProgress(writer: Writer, objectiveId: number, { year, term }: Pick<ProgressNote, 'year' | 'term'>): void {
  writer.delete(progressNotes).where(and(eq(progressNotes.objectiveId, objectiveId), eq(progressNotes.year, year), eq(progressNotes.term, term))).run();
}

/** How much of each was new. */
export type Grown = { areas: number; priorities: number; objectives: number; criteria: number; actions: number; addedTo: number };

/** Writes what rows make of a plan: what is new, and what is added to objectives that are there. */
export function growPlan(writer: Writer, planId: number, { areas }: Growth): Grown {
  const grown: Grown = { areas: 0, priorities: 0, objectives: 0, criteria: 0, actions: 0, addedTo: 0 };
  for (const area of areas) growArea(writer, planId, area, grown);
  return grown;
}

function growArea(writer: Writer, planId: number, area: GrownArea, grown: Grown): void {
  if (area.id === null) grown.areas += 1;
  const areaId = area.id ?? insertArea(writer, planId, area.name);
  for (const objective of area.objectives) growObjective(writer, { areaId, priorityId: null }, objective, grown);
  for (const { id, number, name, objectives: below } of area.priorities) {
    if (id === null) grown.priorities += 1;
    const priorityId = id ?? insertPriority(writer, { areaId, number, name, rationale: null, ownerRole: null });
    if (id !== null) updatePriority(writer, id, { number });
    for (const objective of below) growObjective(writer, { areaId, priorityId }, objective, grown);
  }
}

function growObjective(writer: Writer, place: Pick<NewObjective, 'areaId' | 'priorityId'>, objective: GrownObjective, grown: Grown): void {
  const { id, number, name, statement, leadRole, criteria, actions } = objective;
  if (id === null) grown.objectives += 1;
  else if (criteria.length + actions.length > 0) grown.addedTo += 1;
  const objectiveId = id ?? insertObjective(writer, { ...place, number, name, statement, leadRole });
  if (id !== null) updateObjective(writer, id, { number, statement, leadRole });
  for (const criterion of criteria) insertCriterion(writer, objectiveId, criterion);
  for (const action of actions) insertAction(writer, objectiveId, action);
  grown.criteria += criteria.length;
  grown.actions += actions.length;
}
