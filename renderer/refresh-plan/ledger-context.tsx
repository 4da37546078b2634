import { createContext, useContext } from 'react';
import type { CellReasons } from '../../planning/explain-ledger.ts';
import type { LedgerRow } from '../../planning/ledger.ts';
import type { Mark } from '../../planning/marks.ts';
import type { Period } from '../../planning/periods.ts';
import type { MoveTo } from '../../planning/refresh/move-effect.ts';
import type { Standing } from '../chart/standing.ts';

/** Which figure of the ledger: its row's key and the position of its column; `total` is the sum at the end. */
export type CellName = `${string}:${number | 'name' | 'total'}`;

/** A question with its answer: the head and the reasons of a popover. */
export type Answered = CellReasons & {
  readonly title: string;
  /** Items in the register rows behind the figure. */
  readonly items: number;
};

/** A year over the ledger, and how many of its columns it has: one, or its terms. */
export type YearSpan = { readonly label: string; readonly span: number };

/** What can be done with the kit behind a row, or behind its figure in one column. */
export type LedgerActs = {
  readonly menu: (row: LedgerRow, column: number | null, at: { readonly x: number; readonly y: number }) => void;
  readonly move: (row: LedgerRow, column: number | null, to: MoveTo) => void;
};

/**
 * What the rows of the ledger share. None of it changes while a slider moves, so that only rows whose figures
 * change are drawn again.
 */
export type LedgerState = {
  readonly standing: Standing;
  readonly columns: readonly Period[];
  /** The columns by their labels. */
  readonly labels: readonly string[];
  readonly years: readonly YearSpan[];
  /** The figure whose reasons are open. */
  readonly asked: CellName | null;
  readonly setAsked: (cell: CellName | null) => void;
  /** The one cell that Tab stops at; the arrow keys move it. */
  readonly stop: CellName;
  readonly toggle: (rowKey: string) => void;
  /** Why a row's figure is what it is, in a column by its position or in all of them; asked of the plan as it is then. */
  readonly answer: (row: LedgerRow, column: number | null) => Answered;
  /** The marks of a single asset's row, in words. */
  readonly rowMarks: (row: LedgerRow) => readonly Mark[];
  /** null while the plan can only be read. */
  readonly acts: LedgerActs | null;
};

export const LedgerContext = createContext<LedgerState | null>(null);

/** The ledger that a row belongs to. */
export function useLedger(): LedgerState {
  const state = useContext(LedgerContext);
  if (state === null) throw new Error('A row of the ledger needs a ledger round it.');
  return state;
}
