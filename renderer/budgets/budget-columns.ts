import type { AskedFigure } from '../../planning/budget/explain-cell.ts';
import type { FinancialYear } from '../../planning/result.ts';

/** A column of the budget: one figure of one year. */
export type BudgetColumn = {
  /** Position of its year. */
  readonly year: number;
  readonly figure: AskedFigure;
  readonly name: string;
  /** Whether a year begins with it. */
  readonly begins: boolean;
};

const OPEN_YEAR = [
  { figure: 'allocated', name: 'Allocated' }, { figure: 'committed', name: 'Committed' }, { figure: 'spent', name: 'Spent' },
  { figure: 'forecast', name: 'Forecast' }, { figure: 'left', name: 'Variance' },
] as const;
const LATER_YEAR = [{ figure: 'allocated', name: 'Budget' }, { figure: 'left', name: 'Left' }] as const;

/** The open year in all its figures, later ones by what they have and what is left. */
export const budgetColumns = (years: readonly FinancialYear[]): readonly BudgetColumn[] => years.flatMap((_, year) =>
  (year === 0 ? OPEN_YEAR : LATER_YEAR).map((column, at) => ({ ...column, year, begins: at === 0 && year > 0 })));
