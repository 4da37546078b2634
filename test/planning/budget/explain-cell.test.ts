import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thingsBehind, type Scope } from '../../../planning/budget/behind.ts';
import type { BudgetCell } from '../../../planning/budget/cells.ts';
import { ASKED_FIGURES, explainBudgetCell, type AskedFigure } from '../../../planning/budget/explain-cell.ts';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import { budgetMatrix, type BudgetRow, type BudgetView } from '../../../planning/budget/matrix.ts';
import { forecast } from '../../../planning/forecast.ts';
import { sumOf } from '../../../planning/money.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, kit, schoolOf } from '../fixtures.ts';
import { anyBudget } from './any-budget.ts';
import { allotted, revenue, rowCalled, VIEW, yearly } from './budget-fixtures.ts';

function reasonsFor(snapshot: PlanSnapshot, names: readonly string[], figure: AskedFigure, year = 0): readonly string[] {
  const planned = forecast(snapshot, { asOf: AS_OF });
  const row = rowCalled(budgetMatrix(snapshot, planned, VIEW).rows, ...names);
  const cell = row.cells[year];
  if (cell === undefined) throw new Error('There is no such year.');
  return explainBudgetCell({ snapshot, forecast: planned, view: VIEW, scope: row, year }, cell, figure).steps.map(({ text }) => text);
}

const ordered = kit({
  status: 'ordered', categoryKey: 'laptop', userGroup: 'staff', quantity: 10, overridePence: 40_000, overridePriceDate: '2026-04-01', inServiceDate: '2027-01-12', fundKey: 'delegated', orderLineId: 7,
});
const SCHOOL = schoolOf({
  assets: [ordered, kit({ categoryKey: 'laptop', userGroup: 'pupil', quantity: 30, purchaseDate: '2026-06-01', unitPaidPence: 36_500, fundKey: 'delegated' })],
  orders: [{ id: 3, number: '5102', supplierId: null, orderedOn: '2026-11-02', expectedOn: '2027-01-12', fundKey: 'delegated', notes: null }],
  orderLines: [{ id: 7, orderId: 3, description: 'Tamar 14 laptop', categoryKey: 'laptop', modelId: null, quantity: 10, plannedUnitPence: 40_000, unitPence: 40_000, code: 'E20E', received: 0 } as PlanSnapshot['orderLines'][number]],
  recurring: [yearly('connectivity', 12_000, { name: 'Broadband' }), yearly('it_support', 600, { name: 'Help desk' })],
  budgets: [...allotted(revenue('laptops_desktops_tablets'), 15_000), ...allotted(revenue('connectivity'), 11_000), ...allotted({}, 2_000)],
  finance: {
    ...NO_FINANCE, virements: [{
      id: 1, year: 2026, from: { fundKey: 'delegated', ...revenue('connectivity') }, to: { fundKey: 'delegated', ...revenue('laptops_desktops_tablets') }, pence: 85_000,
      reason: 'Dearer than expected.', askedBy: 'Network manager', askedOn: '2026-07-01', agreedBy: 'Headteacher', agreedOn: '2026-07-02',
    }],
  },
});

describe('why a figure of the budget', () => {
  it('tells what was entered and what was moved', () => {
    expect(reasonsFor(SCHOOL, ['E20E'], 'allocated')).toEqual([
      'Entered for delegated budget, E20E: £15,000.',
      'Moved here from delegated budget, E20A on 2 July 2026, agreed by Headteacher, because: Dearer than expected. £850.',
      'Together £15,850.',
    ]);
    expect(reasonsFor(SCHOOL, ['E20A'], 'allocated').at(1)).toBe('Moved to delegated budget, E20E on 2 July 2026, agreed by Headteacher, because: Dearer than expected. −£850.');
  });

  it('names the order that commits it and what was paid for what is here', () => {
    expect(reasonsFor(SCHOOL, ['E20E'], 'committed')).toEqual(['Staff laptops, 10 items, on order 5102: £4,000.']);
    expect(reasonsFor(SCHOOL, ['E20E'], 'spent')).toEqual(['Pupil laptops, 30 items, at what was paid: £10,950.']);
    expect(reasonsFor(SCHOOL, ['E20A'], 'spent')).toEqual(['Broadband, as charged so far: £7,000.']);
  });

  it('names the ledger codes of the finance system where its actuals say what was spent', () => {
    const booked = { runId: 1, on: '2026-05-10', costCategory: 'connectivity', nature: 'revenue', fundKey: 'delegated', committedPence: null, fundCode: null, costCentre: null, description: null } as const;
    const snapshot = schoolOf({
      recurring: [yearly('connectivity', 12_000)],
      finance: {
        ...NO_FINANCE, actualsRuns: [{ id: 1, year: 2026, through: '2026-10-31', fileName: 'actuals.xlsx', sha256: 'x' }],
        ledgerCodes: [{ id: 1, code: '4210', description: 'Broadband', ledgerType: 'EX', cfrCode: 'E20A', costCategory: 'connectivity', nature: 'revenue', preferred: true }],
        actuals: [{ ...booked, id: 1, pence: 610_000, ledgerCode: '4210', row: 2 }, { ...booked, id: 2, pence: 90_050, ledgerCode: '4215', row: 3 }],
      },
    });
    expect(reasonsFor(snapshot, ['E20A'], 'spent')).toEqual([
      'Ledger code 4210 Broadband, to 31 October 2026: £6,100.', 'Ledger code 4215, to 31 October 2026: £900.50.', 'Together £7,000.50.',
    ]);
  });

  it('adds the forecast up from what is spent, ordered and still to come', () => {
    expect(reasonsFor(SCHOOL, ['E20A'], 'forecast')).toEqual(['Spent already: £7,000.', 'Broadband, still to come: £5,000.', 'Together £12,000.']);
  });

  it('says in words that nothing is behind a figure of £0', () => {
    expect(reasonsFor(SCHOOL, ['E20A'], 'committed')).toEqual(['Nothing of it is ordered and still to come in 2026/27.']);
    expect(reasonsFor(schoolOf({ budgets: [...allotted(revenue('laptops_desktops_tablets'), 15_000)] }), ['E20E'], 'spent')).toEqual(['Nothing of it has been paid for yet in 2026/27.']);
  });

  it('takes the forecast from the budget, and says that minus is over', () => {
    expect(reasonsFor(SCHOOL, ['E20A'], 'left')).toEqual(['The budget is £10,150.', 'The forecast is £12,000.', 'That is £1,850 over: minus means over.']);
  });

  it('says which costs draw on money that no code has yet', () => {
    // £2,000 less the £600 of the help desk, whose code has no money of its own.
    expect(reasonsFor(SCHOOL, ['Not divided by code'], 'left'))
      .toEqual(['The budget is £2,000.', 'Codes without money of their own that its funds pay for: £600.', 'That leaves £1,400.']);
  });

  it('adds up to the figure it explains, whatever the plan, and so does what stands behind a row', () => {
    fc.assert(fc.property(anyBudget, fc.record<BudgetView>({
      nature: fc.constantFrom('all', 'revenue', 'capital'), vat: fc.constantFrom('net', 'gross'), by: fc.constantFrom('code', 'fund'),
    }), (snapshot, view) => {
      const planned = forecast(snapshot, { asOf: AS_OF });
      const matrix = budgetMatrix(snapshot, planned, view);
      const expectExplained = (scope: Scope, cells: readonly BudgetCell[]): void => cells.forEach((cell, year) => {
        for (const figure of ASKED_FIGURES) {
          const { steps } = explainBudgetCell({ snapshot, forecast: planned, view, scope, year }, cell, figure);
          expect(sumOf(steps.map(({ pence }) => pence ?? 0))).toBe(cell[figure] ?? 0);
        }
      });
      const expectRow = (row: BudgetRow): void => {
        expectExplained(row, row.cells);
        const things = thingsBehind(snapshot, planned, row, view);
        row.cells.forEach((cell, year) => expect(sumOf(things.map(({ cells }) => cells[year]?.forecast ?? 0))).toBe(cell.forecast));
        row.children.forEach(expectRow);
      };
      matrix.rows.forEach(expectRow);
      expectExplained('total', matrix.total);
      if (matrix.benchmark !== null) expectExplained('benchmark', matrix.benchmark.map((cell) => ({ ...cell, left: cell.allocated === null ? null : cell.left })));
    }), { seed: SEED, numRuns: 60 });
  });
});
