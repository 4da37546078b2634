import type { AnalysisFacts } from '../facts.ts';
import { objectiveTitle } from '../needs/refs.ts';
import type { Area, DevelopmentPlan, Objective, Priority } from '../development-facts.ts';

/** The part of what is known that a development plan is made of. */
export type DevelopmentFacts = Pick<AnalysisFacts, 'plans' | 'areas' | 'priorities' | 'objectives'>;

/** A priority with its objectives, in their order. */
export type OutlinePriority = { readonly priority: Priority; readonly objectives: readonly Objective[] };

/** An area with the objectives that stand in it at once, and its priorities. */
export type OutlineArea = { readonly area: Area; readonly objectives: readonly Objective[]; readonly priorities: readonly OutlinePriority[] };

/** A development plan as it reads from top to bottom. */
export type Outline = { readonly plan: DevelopmentPlan; readonly areas: readonly OutlineArea[] };

const inOrder = <Row extends { readonly id: number; readonly position: number }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.position - b.position || a.id - b.id);

/** The plan from top to bottom: objectives straight under an area come before its priorities. */
export function outlineOf(facts: DevelopmentFacts, plan: DevelopmentPlan): Outline {
  return {
    plan,
    areas: areasOf(facts, plan.id).map((area) => ({
      area,
      objectives: objectivesOf(facts, area.id, null),
      priorities: prioritiesOf(facts, area.id).map((priority) => ({ priority, objectives: objectivesOf(facts, area.id, priority.id) })),
    })),
  };
}

export const areasOf = ({ areas }: DevelopmentFacts, planId: number): Area[] => inOrder(areas.filter((area) => area.planId === planId));

export const prioritiesOf = ({ priorities }: DevelopmentFacts, areaId: number): Priority[] =>
  inOrder(priorities.filter((priority) => priority.areaId === areaId));

/** The objectives of a priority of an area, or those that stand in the area at once where it is null. */
export const objectivesOf = ({ objectives }: DevelopmentFacts, areaId: number, priorityId: number | null): Objective[] =>
  inOrder(objectives.filter((objective) => objective.areaId === areaId && objective.priorityId === priorityId));

/** All objectives of a plan, in the order they read. */
export const objectivesIn = ({ areas }: Outline): readonly Objective[] =>
  areas.flatMap(({ objectives, priorities }) => [...objectives, ...priorities.flatMap((each) => each.objectives)]);

/** Objectives as their plans read, one plan after the other: 1.1, 1.2, 2.1. */
export function inPlanOrder(facts: DevelopmentFacts, objectives: readonly Objective[]): Objective[] {
  const place = new Map(facts.plans.flatMap((plan) => objectivesIn(outlineOf(facts, plan))).map(({ id }, at) => [id, at]));
  return objectives.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Ids in their new order once one has gone to another place; the end where the place is past it. */
export function movedTo(ids: readonly number[], id: number, to: number): readonly number[] {
  const others = ids.filter((each) => each !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** "3 Every day counts", as objectives are called by number and name. */
export const priorityTitle = ({ number, name }: Pick<Priority, 'number' | 'name'>): string => objectiveTitle({ number, name });
