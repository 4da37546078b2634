import type { IsoDate, Pence } from '../vocabulary.ts';
import type { CriterionStatus, ObjectiveState, Term } from './vocabulary.ts';

/** People appear as roles ("Music subject lead"), never by name. */
export type Role = string;

/** The school development plan of some years. Its headings are the school's own words: "Theme" for an area, "Initiative" for a priority. */
export type DevelopmentPlan = {
  readonly id: number;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly ownerRole: Role | null;
  readonly areaHeading: string;
  readonly priorityHeading: string;
  readonly objectiveHeading: string;
};

/** An area of the plan, often a heading of the inspectorate. In the order of `position`. */
export type Area = { readonly id: number; readonly planId: number; readonly position: number; readonly name: string };

export type Priority = {
  readonly id: number;
  readonly areaId: number;
  readonly position: number;
  /** "3": as the school numbers them; null where it does not. */
  readonly number: string | null;
  readonly name: string;
  readonly rationale: string | null;
  readonly ownerRole: Role | null;
};

export type Objective = {
  readonly id: number;
  readonly areaId: number;
  /** Null where the school goes from areas to objectives at once. */
  readonly priorityId: number | null;
  readonly position: number;
  /** "3.2". */
  readonly number: string | null;
  /** Short, as it heads a column: "Attendance". */
  readonly name: string;
  /** The whole of it: "Attendance above 94% in every year group". */
  readonly statement: string | null;
  readonly leadRole: Role | null;
  readonly state: ObjectiveState;
  readonly closedOn: IsoDate | null;
  /** Somebody has said that it needs no ICT: who and when, both or neither. */
  readonly noIctBy: Role | null;
  readonly noIctOn: IsoDate | null;
  readonly criteria: readonly Criterion[];
  readonly actions: readonly ObjectiveAction[];
  readonly progress: readonly ProgressNote[];
};

export type Criterion = { readonly id: number; readonly position: number; readonly text: string; readonly status: CriterionStatus };

export type ObjectiveAction = {
  readonly id: number;
  readonly position: number;
  readonly text: string;
  readonly leadRole: Role | null;
  readonly startsOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** As the development plan says it; no line of the forecast. */
  readonly costPence: Pence | null;
};

/** What is said of an objective once a term. `year` is the school year by its start: 2026 is 2026/27. */
export type ProgressNote = { readonly id: number; readonly year: number; readonly term: Term; readonly writtenOn: IsoDate; readonly role: Role | null; readonly text: string };
