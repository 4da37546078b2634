import { describe, expect, test } from 'vitest';
import { explainCell, partsBehind } from '../../planning/explain-ledger.ts';
import { explainAlready, explainDifference, explainPlanned, explainRowTotal, explainToCome } from '../../planning/explain-totals.ts';
import { forecast } from '../../planning/forecast.ts';
import { ledgerRows, type Ledger, type LedgerRow } from '../../planning/ledger.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { AS_OF, budgetOf, cost, kit, place, policiesWith, schoolOf } from './fixtures.ts';

const ROOMS = [place(1, 'IT1'), place(2, 'IT3')];
const options = { asOf: AS_OF };

type School = { readonly snapshot: PlanSnapshot; readonly plan: Forecast; readonly ledger: Ledger };

const school = (parts: Partial<PlanSnapshot>): School => {
  const snapshot = schoolOf({ locations: ROOMS, ...parts });
  const plan = forecast(snapshot, options);
  return { snapshot, plan, ledger: ledgerRows(snapshot, plan) };
};

const desktop = (parts: Parameters<typeof kit>[0] = {}) => kit({
  categoryKey: 'desktop', description: 'Kestrel 400', locationId: 2, purchaseDate: '2023-12-12', orderNumber: '4471',
  unitPaidPence: 41_500, ...parts,
});

const everyRow = (rows: readonly LedgerRow[]): LedgerRow[] => rows.flatMap((row) => [row, ...everyRow(row.children)]);
const texts = (steps: readonly { readonly text: string }[]): string[] => steps.map((step) => step.text);

describe('why a figure of the ledger', () => {
  test('32 desktops of one order have one story, with the whole quantity in the sum', () => {
    const { snapshot, plan, ledger } = school({ assets: Array.from({ length: 32 }, () => desktop()) });
    const row = everyRow(ledger.rows).find((each) => each.kind === 'room');
    if (row === undefined) throw new Error('There is no row for the room.');
    const { steps, assetIds } = explainCell(snapshot, options, plan, row, 2);
    expect(texts(steps).slice(0, 2)).toEqual([
      'Bought on 12 December 2023, order 4471.',
      'The desktop policy keeps them 5 years, a convention that comes with Kitplan until the school sets its own.',
    ]);
    expect(texts(steps).join(' ')).toMatch(/32 × £[\d.]+ = £[\d,.]+\./);
    expect(assetIds).toHaveLength(32);
  });

  test('where cover differs from one to another, the reasons that all share are told, and that the rest differs', () => {
    const { snapshot, plan, ledger } = school({ assets: [desktop({ coverEnd: '2026-12-12' }), desktop(), desktop()] });
    const [row] = ledger.rows;
    if (row === undefined) throw new Error('There is no row for desktops.');
    const steps = texts(explainCell(snapshot, options, plan, row, 2).steps);
    expect(steps.join(' ')).not.toContain('cover ends');
    expect(steps.join(' ')).toMatch(/3 × £/);
    expect(steps.at(-1)).toBe('Other details, such as cover, differ from one to another.');
  });

  test('kit bought at two times has one step for each, dearest first, which add up to the figure', () => {
    const { snapshot, plan, ledger } = school({
      assets: [desktop({ quantity: 2, unitPaidPence: 40_000 }), desktop({ quantity: 3, purchaseDate: '2024-02-01', unitPaidPence: 40_000 })],
      inflation: { defaultBp: 0, shipped: false, series: [] },
      policies: policiesWith('desktop', { upgrade: null }),
    });
    const [row] = ledger.rows;
    if (row === undefined) throw new Error('There is no row for desktops.');
    expect(texts(explainCell(snapshot, options, plan, row, 2).steps)).toEqual([
      '3 bought on 1 February 2024, due on 1 February 2029 (policy): 3 × £400 = £1,200.',
      '2 bought on 12 December 2023, due on 12 December 2028 (policy): 2 × £400 = £800.',
      'Together £2,000.',
    ]);
  });

  test('overdue kit and kit without a price say so, and what has no price is not in the sum', () => {
    const { snapshot, plan, ledger } = school({
      assets: [desktop({ purchaseDate: '2019-09-01', unitPaidPence: null }), desktop({ purchaseDate: '2021-12-12', unitPaidPence: 40_000 })],
      inflation: { defaultBp: 0, shipped: false, series: [] },
    });
    const [row] = ledger.rows;
    if (row === undefined) throw new Error('There is no row for desktops.');
    expect(texts(explainCell(snapshot, options, plan, row, 0).steps)).toEqual([
      '1 bought on 12 December 2021, due on 12 December 2026 (policy): £400.',
      '1 bought on 1 September 2019, due on 1 September 2024 (policy) and so overdue: no price.',
      'Together £400.', '1 without a price is not in the totals.',
    ]);
  });

  test('the lines behind every cell add up to it, in every row of the ledger', () => {
    const { snapshot, plan, ledger } = school({
      assets: [
        desktop({ quantity: 30 }), desktop({ locationId: null, purchaseDate: '2021-01-09' }), desktop({ unitPaidPence: null }),
        kit({ userGroup: 'pupil', quantity: 90, purchaseDate: '2024-09-01', unitPaidPence: 36_500, locationId: 1 }),
      ],
      policies: policiesWith('laptop', { lossBp: 500 }), recurring: [cost(), cost({ name: 'Filtering', amountPence: 100_001 })],
    });
    for (const row of everyRow(ledger.rows)) {
      for (const [year, cell] of row.cells.entries()) {
        const parts = partsBehind(snapshot, plan, row, year, ledger.columns);
        expect([row.name, parts.length]).toEqual([row.name, cell.lines]);
        expect(parts.reduce((sum, { pence }) => sum + (pence ?? 0), 0)).toBe(cell.pence);
        const { steps } = explainCell(snapshot, options, plan, row, year);
        expect(steps.length > 0).toBe(cell.lines > 0);
      }
      expect(partsBehind(snapshot, plan, row, null, ledger.columns)).toHaveLength(row.total.lines);
    }
  });

  test('a register bought on 200 days is told by its dearest stories and a sum of the rest', () => {
    const days = Array.from({ length: 200 }, (_, index) => `2023-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 25)).padStart(2, '0')}`);
    const { snapshot, plan, ledger } = school({ assets: days.map((purchaseDate) => desktop({ purchaseDate, unitPaidPence: 40_000 })) });
    const [row] = ledger.rows;
    if (row === undefined) throw new Error('There is no row for desktops.');
    const steps = texts(explainCell(snapshot, options, plan, row, 2).steps);
    expect(steps.length).toBeLessThanOrEqual(11);
    expect(steps.some((step) => /^\d+ smaller groups: £/.test(step))).toBe(true);
  });
});

describe('why a total of the ledger', () => {
  const { snapshot, plan, ledger } = school({
    assets: [
      desktop({ quantity: 30, unitPaidPence: 40_000 }),
      kit({ purchaseDate: '2026-06-03', quantity: 4, unitPaidPence: 50_000 }), kit({ purchaseDate: '2026-06-03', quantity: 2 }),
    ],
    policies: policiesWith('desktop', { upgrade: null }),
    recurring: [cost({ amountPence: 1_200_000 })], inflation: { defaultBp: 0, shipped: false, series: [] },
    budgets: budgetOf(15_000, 15_000, 15_000, 15_000, 15_000),
  });

  test('already spent is what was paid and the running costs of the months gone', () => {
    expect(texts(explainAlready(snapshot, plan, ledger.columns, 0))).toEqual([
      '4 laptops, at what was paid: £2,000.',
      'Running costs charged before Nov 2026: £7,000.',
      'Together £9,000.',
      'What was paid for 2 items is not known and is not in this sum.',
    ]);
    expect(ledger.already.years[0]).toBe(900_000);
  });

  test('planned cost names its rows and what is already spent', () => {
    expect(texts(explainPlanned(ledger, 0))).toEqual([
      'Running costs: £5,000.', 'Still to come, together: £5,000.', 'Already spent in this year: £9,000.', 'Together £14,000.',
    ]);
    expect(texts(explainPlanned(ledger, 2))).toEqual(['30 desktops: £12,000.', 'Running costs: £12,000.', 'Together £24,000.']);
  });

  test('one of a kind is named as one', () => {
    const one = school({ assets: [kit({ categoryKey: 'tablet', purchaseDate: '2026-10-01', unitPaidPence: 30_000, status: 'ordered' })] });
    expect(texts(explainToCome(one.ledger, 0))).toEqual(['1 tablet: £300.', 'Together £300.']);
  });

  test('a price that was paid with VAT is told with it and without', () => {
    const taxed = school({ assets: [kit({ purchaseDate: '2024-09-01', unitPaidPence: 150_000, unitVatPence: 30_000 })] });
    const [row] = taxed.ledger.rows;
    if (row === undefined) throw new Error('There is no row for laptops.');
    expect(texts(explainCell(taxed.snapshot, options, taxed.plan, row, null).steps).join(' ')).toContain('(what was paid: £1,800 with VAT, £1,500 without)');
  });

  test('a difference is the budget less the planned cost, in words that say over or left', () => {
    expect(texts(explainDifference(ledger, 2))).toEqual([
      'The budget is £15,000.', 'The planned cost is £24,000.', '£24,000 − £15,000 = £9,000 over.',
      'The dearest parts are 30 desktops at £12,000 and running costs at £12,000.',
    ]);
    expect(texts(explainDifference(ledger, 1))).toContain('£15,000 − £12,000 = £3,000 left.');
    expect(explainDifference({ ...ledger, budget: null }, 2)).toEqual([]);
  });

  test('the total at the end of a row is the sum of its years, without the years that have none', () => {
    expect(texts(explainRowTotal(['2026/27', '2027/28', '2028/29'], [100_00, null, -40_50]))).toEqual([
      '2026/27: £100.', '2028/29: −£40.50.', 'Together £59.50.',
    ]);
  });
});
