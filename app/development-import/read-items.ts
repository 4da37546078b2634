import type { CriterionStatus, Term } from '../../planning/analysis/vocabulary.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';

/** What a table says, as a tree. Each part knows the row that said it first. */

export type ReadArea = { readonly name: string; readonly row: number };

export type ReadPriority = { readonly area: ReadArea; readonly number: string | null; readonly name: string; rationale: string | null; readonly row: number };

export type ReadCriterion = { readonly text: string; status: CriterionStatus | null; readonly row: number };

export type ReadAction = {
  readonly text: string; readonly leadRole: string | null; readonly startsOn: IsoDate | null; readonly dueOn: IsoDate | null; readonly doneOn: IsoDate | null;
  readonly costPence: Pence | null; readonly row: number;
};

export type ReadNote = { readonly year: number; readonly term: Term; text: string; readonly row: number };

export type ReadObjective = {
  readonly area: ReadArea;
  readonly priority: ReadPriority | null;
  number: string | null;
  /** The text of its cell, by which it is known again. */
  readonly said: string | null;
  readonly name: string;
  statement: string | null;
  leadRole: string | null;
  readonly criteria: ReadCriterion[];
  readonly actions: ReadAction[];
  readonly notes: ReadNote[];
  readonly row: number;
};

/** What a row was about, or why it cannot come in. */
export type ReadRow = {
  readonly row: number;
  readonly area: ReadArea | null;
  readonly priority: ReadPriority | null;
  readonly objective: ReadObjective | null;
  readonly refused: string | null;
};
