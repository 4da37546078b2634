import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetEntries, type BudgetEntry } from '../../../planning/budget/entries.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Forecast } from '../../../planning/result.ts';
import { anyOptions, options, SEED } from '../arbitraries.ts';
import { AS_OF, cost, kit, schoolOf } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';

const sumByYear = (plan: Forecast, entries: readonly BudgetEntry[], pence: (entry: BudgetEntry) => number | null): number[] =>
  plan.years.map((_, year) => entries.reduce((sum, entry) => sum + (entry.yearIndex === year ? pence(entry) ?? 0 : 0), 0));

describe('the entries of a budget', () => {
  test('come to what is planned in every year, whatever funds, rules and calendar a school has', () => {
    fc.assert(fc.property(moneyPlan({ consumables: true }), anyOptions(), (snapshot, asked) => {
      const plan = forecast(snapshot, asked);
      const entries = budgetEntries(snapshot, plan);
      expect(sumByYear(plan, entries, ({ netPence }) => netPence)).toEqual(plan.totals.plannedPence);
      expect(sumByYear(plan, entries.filter(({ state }) => state === 'spent'), ({ netPence }) => netPence)).toEqual(plan.totals.alreadyPence);
    }), { seed: SEED, numRuns: 200 });
  });

  test('name a fund, a code and either a line or what was spent', () => {
    fc.assert(fc.property(moneyPlan(), options, (snapshot, asked) => {
      for (const entry of budgetEntries(snapshot, forecast(snapshot, asked))) {
        expect([entry.paidFrom, entry.code]).not.toContain('');
        expect([entry.line, entry.spent].filter((each) => each !== null)).toHaveLength(1);
        expect(entry.netPence === null).toBe(entry.vatPence === null);
      }
    }), { seed: SEED, numRuns: 60 });
  });

  test('carry the VAT that the register has, and otherwise the school’s rate', () => {
    const snapshot = schoolOf({
      assets: [
        kit({ purchaseDate: '2026-06-10', unitPaidPence: 40_000, unitVatPence: 7_500, quantity: 2 }), // 2 × 75.00
        kit({ purchaseDate: '2026-06-10', unitPaidPence: 40_000, quantity: 2 }), // 20 % of 800.00
        kit({ status: 'ordered', purchaseDate: '2027-01-10', overridePence: 33_333, overridePriceDate: '2026-11-01' }), // 20 % of 333.33, half up
      ],
      recurring: [cost({ amountPence: 120_000, start: '2026-05-01', riseBp: 0 })], // paid in May
    });
    const entries = budgetEntries(snapshot, forecast(snapshot, { asOf: AS_OF, years: 1 }));
    expect(entries.map(({ state, netPence, vatPence }) => [state, netPence, vatPence])).toEqual([
      ['spent', 80_000, 15_000], ['spent', 80_000, 16_000], ['spent', 120_000, 24_000], ['committed', 33_333, 6_667],
    ]);
  });
});
