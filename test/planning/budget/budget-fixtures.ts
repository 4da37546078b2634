import type { Place } from '../../../planning/budget/finance.ts';
import type { BudgetView } from '../../../planning/budget/matrix.ts';
import { budgetMatrix, type BudgetMatrix, type BudgetRow } from '../../../planning/budget/matrix.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { BudgetLine, PlanSnapshot, RecurringCost } from '../../../planning/snapshot.ts';
import type { CostCategory, SpendNature } from '../../../planning/vocabulary.ts';
import { AS_OF, cost, schoolOf } from '../fixtures.ts';

export const VIEW: BudgetView = { nature: 'all', vat: 'net', by: 'code' };

/**
 * A running cost of so many pounds a year that never rises, in equal twelfths: on 21 November seven of them are paid
 * in the open year (April to October) and five are to come.
 */
export const yearly = (costCategory: CostCategory, pounds: number, parts: Partial<RecurringCost> = {}): RecurringCost =>
  cost({ name: `Cost of ${costCategory}`, costCategory, amountPence: pounds * 100, riseBp: 0, ...parts });

/** Money of one place, in pounds a year from 2026. */
export const allotted = (place: Partial<Place>, ...pounds: readonly (number | null)[]): BudgetLine[] => pounds.flatMap((each, index) =>
  (each === null ? [] : [{ year: 2026 + index, fundKey: 'delegated', costCategory: null, nature: null, ...place, pence: each * 100 }]));

export const revenue = (costCategory: CostCategory): Pick<Place, 'costCategory' | 'nature'> => ({ costCategory, nature: 'revenue' });
export const capital = (costCategory: CostCategory): Pick<Place, 'costCategory' | 'nature'> => ({ costCategory, nature: 'capital' satisfies SpendNature });

export const matrixOf = (snapshot: PlanSnapshot, view: Partial<BudgetView> = {}): BudgetMatrix =>
  budgetMatrix(snapshot, forecast(snapshot, { asOf: AS_OF }), { ...VIEW, ...view });

export const matrixFor = (parts: Partial<PlanSnapshot>, view: Partial<BudgetView> = {}): BudgetMatrix => matrixOf(schoolOf(parts), view);

/** A row by its code or its name, at the top or inside one. */
export function rowCalled(rows: readonly BudgetRow[], ...names: readonly string[]): BudgetRow {
  const [name, ...rest] = names;
  const found = rows.find(({ codes, name: called }) => codes.includes(name ?? '') || called === name);
  if (found === undefined) throw new Error(`No row ${name}: there are ${rows.map((row) => row.codes[0] ?? row.name).join(', ')}.`);
  return rest.length === 0 ? found : rowCalled(found.children, ...rest);
}
