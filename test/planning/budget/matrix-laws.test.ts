import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetMatrix, type BudgetMatrix, type BudgetRow } from '../../../planning/budget/matrix.ts';
import type { BudgetCell } from '../../../planning/budget/cells.ts';
import { forecast } from '../../../planning/forecast.ts';
import { sumOf } from '../../../planning/money.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF } from '../fixtures.ts';
import { anyBudget } from './any-budget.ts';

const PARTS = ['committed', 'spent', 'toCome', 'forecast'] as const;

const leavesIn = (rows: readonly BudgetRow[]): readonly BudgetRow[] => rows.flatMap((row) => (row.children.length === 0 ? [row] : row.children));
const cellsIn = (rows: readonly BudgetRow[], year: number): BudgetCell[] => rows.flatMap(({ cells }) => cells[year] ?? []);

/** Nothing where no row has an amount. */
const sumKnown = (amounts: readonly (number | null)[]): number | null => {
  const known = amounts.flatMap((amount) => (amount === null ? [] : [amount]));
  return known.length === 0 ? null : sumOf(known);
};

function expectToAddUp({ rows, total, years }: BudgetMatrix): void {
  years.forEach((_, year) => {
    for (const part of PARTS) expect(sumOf(cellsIn(rows, year).map((cell) => cell[part]))).toBe(total[year]?.[part]);
    expect(sumKnown(cellsIn(rows, year).map(({ allocated }) => allocated))).toBe(total[year]?.allocated);
    expect(sumKnown(cellsIn(leavesIn(rows), year).map(({ left }) => left))).toBe(total[year]?.left);
    for (const row of rows.filter(({ children }) => children.length > 0)) {
      for (const part of PARTS) expect(sumOf(cellsIn(row.children, year).map((cell) => cell[part]))).toBe(row.cells[year]?.[part]);
      expect(sumKnown(cellsIn(row.children, year).map(({ allocated }) => allocated))).toBe(row.cells[year]?.allocated);
    }
  });
}

describe('the laws of the budget', () => {
  it('rows come to the totals, by code as by fund, and the totals to those of the forecast', () => {
    fc.assert(fc.property(anyBudget, (snapshot) => {
      const planned = forecast(snapshot, { asOf: AS_OF });
      const byCode = budgetMatrix(snapshot, planned, { nature: 'all', vat: 'net', by: 'code' });
      const byFund = budgetMatrix(snapshot, planned, { nature: 'all', vat: 'net', by: 'fund' });
      expectToAddUp(byCode);
      expectToAddUp(byFund);
      expect(byFund.total).toEqual(byCode.total);
      expect(byCode.total.map((cell) => cell.forecast)).toEqual(planned.totals.plannedPence);
      byCode.total.forEach(({ allocated, forecast: cost, left }, year) => {
        expect(left).toBe(byCode.entered[year] === true ? (allocated ?? 0) - cost : null);
      });
    }), { seed: SEED, numRuns: 150 });
  });

  it('revenue and capital come to all but what is not divided, with VAT as without', () => {
    fc.assert(fc.property(anyBudget, fc.constantFrom('net' as const, 'gross' as const), (snapshot, vat) => {
      const planned = forecast(snapshot, { asOf: AS_OF });
      const [all, revenue, capital] = (['all', 'revenue', 'capital'] as const).map((nature) => budgetMatrix(snapshot, planned, { nature, vat, by: 'code' }));
      if (all === undefined || revenue === undefined || capital === undefined) throw new Error('All three were asked for.');
      expectToAddUp({ ...all });
      const undivided = all.rows.filter(({ kind }) => kind === 'undivided');
      all.total.forEach((cell, year) => {
        for (const part of PARTS) expect((revenue.total[year]?.[part] ?? 0) + (capital.total[year]?.[part] ?? 0)).toBe(cell[part]);
        expect(sumKnown([revenue.total[year]?.allocated ?? null, capital.total[year]?.allocated ?? null, ...cellsIn(undivided, year).map(({ allocated }) => allocated)])).toBe(cell.allocated);
      });
    }), { seed: SEED, numRuns: 100 });
  });

  it('virements never change what a year has', () => {
    fc.assert(fc.property(anyBudget, (snapshot) => {
      const planned = forecast(snapshot, { asOf: AS_OF });
      const view = { nature: 'all', vat: 'net', by: 'code' } as const;
      const before = budgetMatrix({ ...snapshot, finance: { ...snapshot.finance, virements: [] } }, planned, view);
      expect(budgetMatrix(snapshot, planned, view).total.map(({ allocated }) => allocated ?? 0)).toEqual(before.total.map(({ allocated }) => allocated ?? 0));
    }), { seed: SEED, numRuns: 100 });
  });
});
