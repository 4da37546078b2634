import { describe, expect, test } from 'vitest';
import { returnTable } from '../../../planning/budget/returns.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { bookOn, booksOf } from '../../../planning/value/book.ts';
import { AS_OF, cost } from '../fixtures.ts';
import { financeOf, fundsWith, laptops, moneyIn, placed, ruleOf, schoolWith } from './fixtures.ts';

const asked = { asOf: AS_OF, years: 2 };

/** What the open year has spent, in short: source, month, fund, code, pence. */
const spentTold = (snapshot: PlanSnapshot): string[] => forecast(snapshot, asked).spent
  .map(({ source, date, paidFrom, code, pence }) => `${source} ${date.slice(0, 7)} ${paidFrom} ${code} ${pence}`);

describe('a running cost of the months gone', () => {
  const monthly = (fundKey: string) => cost({ amountPence: 10_000, period: 'monthly', start: '2026-04-01', autoRenews: true, riseBp: 0, priceDate: '2026-04-01', fundKey });
  const byFund = (snapshot: PlanSnapshot): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const { paidFrom, pence } of forecast(snapshot, asked).spent) found[paidFrom] = (found[paidFrom] ?? 0) + pence;
    return found;
  };

  test('is paid from its fund up to the day that ends, and from the usual fund from then on', () => {
    const until = (endsOn: string) => byFund(schoolWith({ recurring: [monthly('grant')], funds: fundsWith('grant', { endsOn }) }));
    // £100 on the first of April to October: five by 1 August and 31 August, two after; four by 31 July.
    expect(until('2026-08-31')).toEqual({ grant: 50_000, delegated: 20_000 });
    expect(until('2026-08-01')).toEqual({ grant: 50_000, delegated: 20_000 });
    expect(until('2026-07-31')).toEqual({ grant: 40_000, delegated: 30_000 });
  });

  test('is never paid from a fund for capital alone, as it is not in the months to come', () => {
    const snapshot = schoolWith({ recurring: [monthly('dfc')] });
    expect(byFund(snapshot)).toEqual({ delegated: 70_000 }); // April to October: 7 × £100
    expect(placed(snapshot)[0]).toBe('1 delegated E20A 50000'); // November to March: 5 × £100
  });

  test('takes nothing from a fund that stops at its allocation once that has ended', () => {
    // £700 are gone, £200 of them after the grant ended; of its £900 it has paid £500.
    const snapshot = schoolWith({ recurring: [monthly('grant')], funds: fundsWith('grant', { endsOn: '2026-08-31' }), budgets: [moneyIn('grant', 90_000, 2026)] });
    expect(byFund(snapshot)).toEqual({ grant: 50_000, delegated: 20_000 });
  });
});

describe('what is bought together in a year', () => {
  // Three laptops bought on 1 May 2026 at £400, £1,200, and three due on 12 December 2026 at £400, £1,200: £2,400 in 2026/27.
  const bought = laptops(3, { purchaseDate: '2026-05-01', unitPaidPence: 40_000 });
  const due = laptops(3, { purchaseDate: '2022-12-12' });
  const plan = (thresholdPence: number, assets: readonly Asset[] = [bought, due]): PlanSnapshot =>
    schoolWith({ assets, finance: financeOf({ capitalRules: [ruleOf({ thresholdPence })] }) });

  test('is what has been bought in it and what is still to come', () => {
    expect([spentTold(plan(240_000)), placed(plan(240_000))]).toEqual([['purchase 2026-05 delegated CE04D 120000'], ['3 delegated CE04D 120000']]);
    expect([spentTold(plan(240_001)), placed(plan(240_001))]).toEqual([['purchase 2026-05 delegated E20E 120000'], ['3 delegated E20E 120000']]);
  });

  test('does not change on the day the rest of it is bought', () => {
    const then = forecast(plan(240_000, [bought, { ...due, purchaseDate: '2026-11-10', unitPaidPence: 40_000 }]), asked);
    expect(then.spent.map(({ code, pence }) => `${code} ${pence}`)).toEqual(['CE04D 120000', 'CE04D 120000']); // £2,400 still
  });

  test('stands in the books as it stands in the budget', () => {
    const inBooks = (snapshot: PlanSnapshot): number => bookOn(snapshot, booksOf(snapshot, AS_OF), AS_OF).total.there.additionsPence;
    expect(inBooks(plan(240_000))).toBe(120_000);
    expect(inBooks(plan(240_001))).toBe(0);
  });

  test('leaves what stands on an order to its own sum', () => {
    const order = { id: 7, number: 'PO 7', supplierId: null, orderedOn: '2026-05-01', expectedOn: null, fundKey: null, notes: null };
    const line = { id: 9, orderId: 7, description: 'Laptops', categoryKey: 'laptop', modelId: null, quantity: 3, plannedUnitPence: null, unitPence: 40_000, code: null };
    const snapshot = { ...plan(200_000, [{ ...bought, orderLineId: 9 }, due]), orders: [order], orderLines: [line] };
    // £1,200 on the order, £1,200 without one: neither reaches £2,000.
    expect([spentTold(snapshot), placed(snapshot)]).toEqual([['purchase 2026-05 delegated E20E 120000'], ['3 delegated E20E 120000']]);
  });
});

describe('a fund that stops at its allocation', () => {
  test('pays of what falls in one month the dearer first, whatever its day', () => {
    const snapshot = schoolWith({
      assets: [laptops(1, { purchaseDate: '2023-12-05' }), laptops(1, { purchaseDate: '2023-12-20', overridePence: 60_000 }), laptops(1, { purchaseDate: '2023-11-30' })],
      budgets: [moneyIn('grant', 100_000)],
    }, 'grant');
    // £1,000 in 2027/28: £400 in November; of December's the £600 of the 20th before the £400 of the 5th.
    expect(placed(snapshot)).toEqual(['1 delegated E20E 40000', '1 grant E20E 60000', '1 grant E20E 40000']);
  });
});

describe('what was booked as capital where there is no such code', () => {
  const run = { id: 1, year: 2026, through: '2026-10-31', fileName: 'ledger.csv', sha256: '0'.repeat(64) };
  const row = { id: 1, runId: 1, on: '2026-09-10', costCategory: 'it_support', nature: 'capital', fundKey: 'delegated', pence: 12_345, committedPence: null, ledgerCode: 'L', fundCode: null, costCentre: null, description: null, row: 2 } as const;
  const snapshot = schoolWith({ finance: financeOf({ actualsRuns: [run], actuals: [row] }) });

  test('is revenue, under every code and in the return', () => {
    expect(spentTold(snapshot)).toEqual(['actual 2026-09 delegated E20G 12345']);
    const academy = { ...snapshot, school: { ...snapshot.school, type: 'academy' as const } };
    expect(spentTold(academy)).toEqual(['actual 2026-09 delegated BFR IT support 12345']);
    // £123.45 in the first part of the year from September 2026.
    expect(returnTable(academy, 'bfr', { ...asked, vat: 'net' }).rows.flatMap(({ costCategory, nature, pence }) => (pence.some((each) => each !== 0) ? [[costCategory, nature, pence[2]]] : [])))
      .toEqual([['it_support', 'revenue', 12_345]]);
  });

  test('is no capital that revenue pays for', () => {
    expect(returnTable(snapshot, 'cfr', { ...asked, vat: 'net' }).memo).toEqual([]);
  });
});
