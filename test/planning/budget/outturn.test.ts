import { describe, expect, test } from 'vitest';
import { NO_FINANCE, type Actual, type FinanceFacts } from '../../../planning/budget/finance.ts';
import { outturnOf, outturnSentence, pointWords, yearGone, type Outturn } from '../../../planning/budget/outturn.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { budgetOf, cost, kit, schoolOf } from '../fixtures.ts';

const told = (through: string, rows: readonly (Partial<Actual> & Pick<Actual, 'pence'>)[]): FinanceFacts => ({
  ...NO_FINANCE, actualsRuns: [{ id: 1, year: 2026, through, fileName: 'ledger.csv', sha256: 'a' }],
  actuals: rows.map((row, at) => ({
    id: at + 1, runId: 1, on: null, costCategory: 'laptops_desktops_tablets', nature: 'revenue', fundKey: 'delegated', committedPence: null,
    ledgerCode: 'L', fundCode: null, costCentre: null, description: null, row: at + 2, ...row,
  })),
});
const of = (parts: Partial<PlanSnapshot>, asOf = '2026-11-21'): Outturn => {
  const snapshot = schoolOf(parts);
  const found = outturnOf(snapshot, forecast(snapshot, { asOf }));
  if (found === null) throw new Error('The as-at date lies in no year.');
  return found;
};
const words = (outturn: Outturn): string[] => outturn.toLookAt.map((point) => pointWords(point, () => 'E20E'));

describe('the outturn of the open year', () => {
  // £1,200 a year in twelfths: as at 21 November £700 is gone and £500 to come.
  const recurring = [cost({ amountPence: 120_000, priceDate: '2026-04-01', costCategory: 'connectivity' })];

  test('is what is spent, ordered and still to come, held against its budget', () => {
    const ordered = kit({ status: 'ordered', purchaseDate: '2026-12-01', inServiceDate: '2026-12-01', overridePence: 40_000, overridePriceDate: '2026-11-21' });
    const { total, month } = of({ recurring, assets: [ordered], budgets: budgetOf(2_000), finance: told('2026-10-31', [{ pence: 90_000 }]) });
    expect(month).toBe(8);
    // £900 told, £400 on order, £500 of broadband to come: £1,800 of £2,000.
    expect(total).toMatchObject({ allocated: 200_000, spent: 90_000, committed: 40_000, toCome: 50_000, forecast: 180_000, left: 20_000 });
  });

  test('opens with how much of the year is gone and who says what was spent', () => {
    const none = of({ recurring });
    expect(yearGone(none)).toBe('month 8 of 12; no actuals yet');
    expect(outturnSentence(none).text).toBe('2026/27 is in month 8 of 12, with no actuals yet: what is spent is what the register says. It should come to £1,200, and has no budget yet.');
    const over = of({ recurring, budgets: budgetOf(1_000), finance: told('2026-10-31', [{ pence: 70_000, costCategory: 'connectivity' }]) });
    expect(yearGone(over)).toBe('month 8 of 12; actuals to 31 October 2026');
    expect(outturnSentence(over).text).toBe('2026/27 is in month 8 of 12, with actuals to 31 October 2026. It should finish £200 over.');
    expect(outturnSentence(of({ recurring, budgets: budgetOf(1_200) })).text).toContain('It should finish exactly on budget.');
    expect(of({}, '2026-04-01').month).toBe(1);
    expect(of({}, '2027-03-31').month).toBe(12);
  });

  test('names no difference where the finance system says what the register says', () => {
    const assets = [kit({ purchaseDate: '2026-05-05', unitPaidPence: 30_000 })];
    expect(of({ assets, recurring, finance: told('2026-10-31', [{ pence: 30_000 }, { pence: 70_000, costCategory: 'connectivity' }]) }).toLookAt).toEqual([]);
    expect(of({ assets, recurring }).toLookAt).toEqual([]);
  });

  test('names what was spent beyond the plan, what was received and does not show, and commitments that differ', () => {
    const bought = (orderNumber: string) => kit({ purchaseDate: '2026-05-05', unitPaidPence: 30_000, orderNumber });
    expect(words(of({ assets: [bought('4102')], finance: told('2026-10-31', [{ pence: 50_000 }]) })))
      .toEqual(['E20E laptops, desktops and tablets: £500 was spent, £200 more than the purchases in the register and the running costs of those days.']);
    expect(words(of({ assets: [bought('4102'), bought('4103'), bought('4102')], finance: told('2026-10-31', [{ pence: 50_000 }]) })))
      .toEqual(['E20E laptops, desktops and tablets: £500 was spent, £400 less than the purchases in the register and the running costs of those days. Kit came with 4102 and 4103: it may not be paid yet, or stand under another code.']);
    const ordered = kit({ status: 'ordered', inServiceDate: '2026-12-01', overridePence: 40_000, overridePriceDate: '2026-11-21' });
    expect(words(of({ assets: [ordered], finance: told('2026-10-31', [{ pence: 0, committedPence: 45_000 }]) })))
      .toEqual(['E20E laptops, desktops and tablets: the finance system has £450 committed, Kitplan has £400 on order.']);
    // A purchase after the last day covered is not looked for in the export.
    expect(of({ assets: [kit({ purchaseDate: '2026-11-01', unitPaidPence: 30_000 })], finance: told('2026-10-31', [{ pence: 0 }]) }).toLookAt).toEqual([]);
  });
});
