import type { BudgetRow as MatrixRow } from '../../../planning/budget/matrix.ts';
import { criterion } from '../cells.ts';
import { bfrWords } from './code-words.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { fundLabels } from './fund-labels.ts';
import { STATE_WORDS } from './line-reason.ts';

/** Pairs of a named column and what it has to hold, as SUMIFS wants them. */
type Criteria = readonly string[];

/** The rows of a budget as formulas over the flat sheets. */
export type BudgetFormulas = {
  /** What is planned in a year, of a row or of everything. `starting` is the cell with the year's number. */
  readonly forecast: (row: MatrixRow | null, starting: string, ...more: Criteria) => string;
  /** What a row, or everything, was given in a year. */
  readonly allocated: (row: MatrixRow | null, starting: string) => string;
  readonly label: (row: MatrixRow) => string;
};

/** Rows that are in one state: a row's reason begins with the word for it. */
export const inState = (state: keyof typeof STATE_WORDS): Criteria => ['line_reason', `"${STATE_WORDS[state]}:*"`];

export function budgetFormulas({ snapshot, result, vat }: Pick<BudgetFacts, 'snapshot' | 'result' | 'vat'>): BudgetFormulas {
  const fundOf = fundLabels(snapshot.funds);
  const { yearStartMonth } = result;
  const ofRow = (row: MatrixRow | null, prefix: 'line' | 'budget'): Criteria => {
    if (row === null) return [];
    return row.kind === 'fund' ? [`${prefix}_fund`, criterion(fundOf(row.fundKey ?? ''))]
      : [`${prefix}_category`, criterion(bfrWords(snapshot.finance.returnLines, row))];
  };
  const sumIfs = (amounts: string, criteria: Criteria): string => `SUMIFS(${[amounts, ...criteria].join(',')})`;
  return {
    forecast: (row, starting, ...more) =>
      sumIfs(vat === 'net' ? 'line_net' : 'line_gross', ['line_start', `DATE(${starting},${yearStartMonth},1)`, ...ofRow(row, 'line'), ...more]),
    allocated: (row, starting) => sumIfs('budget_amount', ['budget_year', starting, ...ofRow(row, 'budget')]),
    label: (row) => (row.kind === 'fund' ? fundOf(row.fundKey ?? '') : row.kind === 'undivided' ? row.name
      : [row.codes.filter((code) => !code.endsWith(row.name)).join(', '), row.name].filter((part) => part !== '').join(' ')),
  };
}
