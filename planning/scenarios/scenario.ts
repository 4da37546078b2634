import type { IsoDate, ScenarioState } from '../vocabulary.ts';
import type { PlanChange } from './change.ts';

/** One thing that a scenario says differently from the one it starts from. */
export type ScenarioDifference = {
  readonly id: number;
  readonly change: PlanChange;
  /** Null where it was skipped: shown as "no reason given". */
  readonly reason: string | null;
};

/** What was published, and when: its figures never change again. */
export type PublishedVersion = {
  readonly id: number;
  readonly publishedAt: string;
  /** The day its figures are as at. */
  readonly asOf: IsoDate;
};

/** A named way forward. It holds its differences from another one and nothing else. */
export type Scenario = {
  readonly id: number;
  readonly name: string;
  /** The scenario it starts from; null for the plan's own facts ("Keep to policy"), which holds no differences. */
  readonly parentId: number | null;
  readonly state: ScenarioState;
  readonly recommended: boolean;
  /** "Only what lessons, exams and safety must have." */
  readonly note: string | null;
  /** In the order in which they are applied. */
  readonly differences: readonly ScenarioDifference[];
  readonly published: PublishedVersion | null;
};

/** The scenario that is the plan's own facts. Every plan has it, and two that start from it, from the step of the plan format that brought them. */
export const BASE_SCENARIO_ID = 1;

/** The plan's own facts where a plan names no scenario at all. */
export const NO_SCENARIO: Scenario = {
  id: BASE_SCENARIO_ID, name: 'Keep to policy', parentId: null, state: 'working', recommended: false, note: null, differences: [], published: null,
};
