import type { Forecast, ForecastLine, Placement } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { SpentLine } from '../spent.ts';
import type { CostCategory, MonthIndex, Pence } from '../vocabulary.ts';

/** How far money is gone: paid, ordered and not here, or planned. */
export const MONEY_STATES = ['spent', 'committed', 'to_come'] as const;
export type MoneyState = (typeof MONEY_STATES)[number];

/** A piece of the plan's money in one year and place. Whatever a budget shows is a sum of these. */
export type BudgetEntry = Pick<Placement, 'paidFrom' | 'nature' | 'code'> & {
  /** Position of its year in `Forecast.years`. */
  readonly yearIndex: number;
  readonly month: MonthIndex;
  readonly state: MoneyState;
  readonly costCategory: CostCategory;
  /** Null where no price is known. */
  readonly netPence: Pence | null;
  readonly vatPence: Pence | null;
  readonly quantity: number;
} & (
  // What it is: a line of the forecast, or something spent already.
  | { readonly line: ForecastLine; readonly spent: null }
  | { readonly line: null; readonly spent: SpentLine }
);

/**
 * All the money of a forecast as one stream: what the open year has spent, then every line. In each year the net
 * figures come to the forecast's own `plannedPence`.
 */
export const budgetEntries = (_snapshot: PlanSnapshot, { lines, spent }: Pick<Forecast, 'lines' | 'spent'>): readonly BudgetEntry[] =>
  [...spent.map(entryOfSpent), ...lines.map(entryOfLine)];

const entryOfSpent = (spent: SpentLine): BudgetEntry => {
  const { yearIndex, month, costCategory, nature, code, paidFrom, pence: netPence, vatPence, quantity } = spent;
  return { yearIndex, month, state: 'spent', costCategory, nature, code, paidFrom, netPence, vatPence, quantity, line: null, spent };
};

const entryOfLine = (line: ForecastLine): BudgetEntry => {
  const { yearIndex, month, costCategory, nature, code, paidFrom, netPence, vatPence, quantity } = line;
  return { yearIndex, month, state: line.committed ? 'committed' : 'to_come', costCategory, nature, code, paidFrom, netPence, vatPence, quantity, line, spent: null };
};
