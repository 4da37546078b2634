import { createContext, useContext } from 'react';
import type { CellReasons } from '../../planning/explain-ledger.ts';
import type { LedgerRow } from '../../planning/ledger.ts';
import type { Standing } from '../chart/standing.ts';

/** Which figure of the ledger: its row's key and the position of its year; `total` is the sum at the end. */
export type CellName = `${string}:${number | 'name' | 'total'}`;

/** A question with its answer: the head and the reasons of a popover. */
export type Answered = CellReasons & {
  readonly title: string;
  /** Items in the register rows behind the figure. */
  readonly items: number;
};

/**
 * What the rows of the ledger share. None of it changes while a slider moves, so that only rows whose figures
 * change are drawn again.
 */
export type LedgerState = {
  readonly standing: Standing;
  /** Financial years by their labels. */
  readonly labels: readonly string[];
  /** The figure whose reasons are open. */
  readonly asked: CellName | null;
  readonly setAsked: (cell: CellName | null) => void;
  /** The one cell that Tab stops at; the arrow keys move it. */
  readonly stop: CellName;
  readonly toggle: (rowKey: string) => void;
  /** Why a row's figure is what it is, in a year by its position or in all of them; asked of the plan as it is then. */
  readonly answer: (row: LedgerRow, yearIndex: number | null) => Answered;
};

export const LedgerContext = createContext<LedgerState | null>(null);

/** The ledger that a row belongs to. */
export function useLedger(): LedgerState {
  const state = useContext(LedgerContext);
  if (state === null) throw new Error('A row of the ledger needs a ledger round it.');
  return state;
}
