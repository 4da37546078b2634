import { createContext, useContext } from 'react';
import type { Scope } from '../../planning/budget/behind.ts';
import type { BudgetCell } from '../../planning/budget/cells.ts';
import type { AskedFigure, BudgetReasons } from '../../planning/budget/explain-cell.ts';
import type { BudgetRow, BudgetView } from '../../planning/budget/matrix.ts';
import type { BudgetColumn } from './budget-columns.ts';

/** Which figure of the budget: its row's key, the position of its year and which of that year's figures. */
export type CellName = `${string}:${string}`;

export const cellName = (rowKey: string, { year, figure }: Pick<BudgetColumn, 'year' | 'figure'>): CellName => `${rowKey}:${year}.${figure}`;

/** A cell's name, read: its row's key and the position of its year. */
export function readCell(name: string): { readonly key: string; readonly year: number } | null {
  const cut = name.lastIndexOf(':');
  const year = Number.parseInt(name.slice(cut + 1), 10);
  return cut < 1 || Number.isNaN(year) ? null : { key: name.slice(0, cut), year };
}

/** An amount that is being typed. */
export type Typing = { readonly name: CellName; readonly text: string };

/** Why what was typed at a cell was not taken, and whether moving money would do instead. */
export type AmountProblem = { readonly name: CellName; readonly text: string; readonly moveInstead: boolean };

/** How amounts are typed; null while the budget can only be read. */
export type Entering = {
  readonly typing: Typing | null;
  readonly problem: AmountProblem | null;
  /** Begins to type an amount, or says at its cell why it cannot be. */
  readonly begin: (name: CellName, text: string) => void;
  readonly write: (text: string) => void;
  readonly cancel: () => void;
  /** Keeps what was typed; false where it cannot be read. */
  readonly keep: () => boolean;
  /** Whether the amount of a row can be typed in that year. */
  readonly can: (row: BudgetRow, year: number) => boolean;
};

/** What the rows of the budget share. */
export type BudgetState = {
  readonly view: BudgetView;
  readonly columns: readonly BudgetColumn[];
  /** The labels of the years. */
  readonly labels: readonly string[];
  /** Whether anything has been entered for each year. */
  readonly entered: readonly boolean[];
  readonly asked: CellName | null;
  readonly setAsked: (cell: CellName | null) => void;
  /** The one cell that Tab stops at; the arrow keys move it. */
  readonly stop: CellName;
  readonly open: ReadonlySet<string>;
  readonly toggle: (rowKey: string) => void;
  readonly explain: (scope: Scope, cell: BudgetCell, year: number, figure: AskedFigure) => BudgetReasons;
  readonly entering: Entering | null;
  /** Asks how money that no code has yet is to be divided; null while the budget can only be read. */
  readonly divide: ((row: BudgetRow) => void) | null;
  /** Opens the form that moves money; null while the plan can only be read. */
  readonly moveMoney: (() => void) | null;
};

export const BudgetContext = createContext<BudgetState | null>(null);

export function useBudget(): BudgetState {
  const state = useContext(BudgetContext);
  if (state === null) throw new Error('A row of the budget needs a budget round it.');
  return state;
}
