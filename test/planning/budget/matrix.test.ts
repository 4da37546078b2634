import { describe, expect, it } from 'vitest';
import type { Virement } from '../../../planning/budget/finance.ts';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import type { BudgetCell } from '../../../planning/budget/cells.ts';
import { budgetMatrix } from '../../../planning/budget/matrix.ts';
import { forecast } from '../../../planning/forecast.ts';
import { AS_OF, kit, policiesWith, schoolOf } from '../fixtures.ts';
import { allotted, capital, matrixFor, matrixOf, revenue, rowCalled, VIEW, yearly } from './budget-fixtures.ts';

/** A cell in whole pounds: allocated, committed, spent, forecast, left. */
const pounds = (cell: BudgetCell | undefined): (number | null)[] => {
  if (cell === undefined) throw new Error('There is no such year.');
  const { allocated, committed, spent, forecast, left } = cell;
  return [allocated, committed, spent, forecast, left].map((pence) => (pence === null ? null : pence / 100));
};

const BROADBAND = yearly('connectivity', 12_000);
const LEARNING = yearly('it_learning_resources', 6_000, { categoryKey: 'software' });
const ADMIN = yearly('admin_software', 2_400, { categoryKey: 'software' });

const virement = (parts: Partial<Virement>): Virement => ({
  id: 1, year: 2026, from: { fundKey: 'delegated', ...revenue('connectivity') }, to: { fundKey: 'delegated', ...revenue('other_hardware') }, pence: 60_000,
  reason: 'Second projector failed', askedBy: 'Network manager', askedOn: '2026-11-03', agreedBy: 'Business manager', agreedOn: '2026-11-04', ...parts,
});

describe('the budget by code', () => {
  it('holds what a code was given against what it has spent and is still to spend', () => {
    const matrix = matrixFor({ recurring: [BROADBAND], budgets: allotted(revenue('connectivity'), 13_000, 11_500) });
    const row = rowCalled(matrix.rows, 'E20A');
    // April to October: 7 × £1,000 spent; November to March: 5 × £1,000 to come. 13,000 − 12,000 = 1,000 left.
    expect(pounds(row.cells[0])).toEqual([13_000, 0, 7_000, 12_000, 1_000]);
    // Next year 11,500 − 12,000 = −500: over.
    expect(pounds(row.cells[1])).toEqual([11_500, 0, 0, 12_000, -500]);
    // Nobody entered anything for 2028/29, so nothing is over or left.
    expect(pounds(row.cells[2])).toEqual([null, 0, 0, 12_000, null]);
  });

  it('lists the seven codes of DfE in their order, used or not, and capital codes where there is something in them', () => {
    const codes = (parts: Parameters<typeof matrixFor>[0]): (string | undefined)[] => matrixFor(parts).rows.map((row) => row.codes[0] ?? row.name);
    expect(codes({})).toEqual(['E20A', 'E20B', 'E20C', 'E20D', 'E20E', 'E20F', 'E20G']);
    expect(codes({ budgets: [...allotted({ fundKey: 'dfc', ...capital('other_hardware') }, 1), ...allotted({ fundKey: 'dfc', ...capital('admin_software') }, 1), ...allotted({}, 1)] }))
      .toEqual(['E20A', 'E20B', 'E20C', 'E20D', 'E20E', 'E20F', 'E20G', 'CE04C', 'CE04E', 'Not divided by code']);
  });

  it('counts kit on order as committed', () => {
    const ordered = kit({ status: 'ordered', categoryKey: 'laptop', quantity: 10, overridePence: 40_000, overridePriceDate: '2026-04-01', inServiceDate: '2027-01-12', fundKey: 'delegated' });
    const row = rowCalled(matrixFor({ assets: [ordered], budgets: allotted(revenue('laptops_desktops_tablets'), 5_000) }).rows, 'E20E');
    // 10 × £400 ordered: 5,000 − 4,000 = 1,000.
    expect(pounds(row.cells[0])).toEqual([5_000, 4_000, 0, 4_000, 1_000]);
  });

  it('shows the funds inside a code, which come to it', () => {
    const matrix = matrixFor({
      recurring: [BROADBAND, yearly('connectivity', 1_200, { fundKey: 'pupil_premium' })],
      budgets: [...allotted(revenue('connectivity'), 12_500), ...allotted({ fundKey: 'pupil_premium', ...revenue('connectivity') }, 1_200)],
    });
    expect(pounds(rowCalled(matrix.rows, 'E20A', 'Delegated budget').cells[0])).toEqual([12_500, 0, 7_000, 12_000, 500]);
    expect(pounds(rowCalled(matrix.rows, 'E20A', 'Pupil premium').cells[0])).toEqual([1_200, 0, 700, 1_200, 0]);
    expect(pounds(rowCalled(matrix.rows, 'E20A').cells[0])).toEqual([13_700, 0, 7_700, 13_200, 500]);
  });
});

describe('money that no code has yet', () => {
  const budgets = [...allotted({}, 20_000), ...allotted(revenue('connectivity'), 13_000)];
  const matrix = matrixFor({ recurring: [BROADBAND, LEARNING], budgets });

  it('stands in a row of its own, and pays for the codes that have none', () => {
    // £20,000 less the £6,000 of learning software, which has no money of its own: 14,000 left.
    expect(pounds(rowCalled(matrix.rows, 'Not divided by code').cells[0])).toEqual([20_000, 0, 0, 0, 14_000]);
    expect(pounds(rowCalled(matrix.rows, 'E20C').cells[0])).toEqual([null, 0, 3_500, 6_000, null]);
    // 33,000 − 18,000 = 15,000 = 1,000 of E20A + 14,000 not divided.
    expect(pounds(matrix.total[0])).toEqual([33_000, 0, 10_500, 18_000, 15_000]);
  });

  it('is of neither revenue nor capital: shown by itself, revenue cannot say what is left of all', () => {
    const alone = matrixFor({ recurring: [BROADBAND, LEARNING], budgets }, { nature: 'revenue' });
    expect(alone.rows.map(({ kind }) => kind)).not.toContain('undivided');
    expect(pounds(alone.total[0])).toEqual([13_000, 0, 10_500, 18_000, null]);
  });

  it('leaves open how much of it the benchmark has', () => {
    expect(matrix.benchmark?.[0]).toMatchObject({ allocated: null, left: null, forecast: 1_800_000 });
  });
});

describe('what stands under the rows', () => {
  it('is all ICT with administration software, and the benchmark without it', () => {
    const matrix = matrixFor({
      recurring: [BROADBAND, ADMIN], budgets: [...allotted(revenue('connectivity'), 12_000), ...allotted(revenue('admin_software'), 2_000)],
    });
    // 14,000 − 14,400 = −400; without E20D 12,000 − 12,000 = 0.
    expect(pounds(matrix.total[0])).toEqual([14_000, 0, 8_400, 14_400, -400]);
    expect(pounds(matrix.benchmark?.[0])).toEqual([12_000, 0, 7_000, 12_000, 0]);
  });

  it('counts what has a cost and no budget as over, once the year has a budget', () => {
    const matrix = matrixFor({ recurring: [BROADBAND, LEARNING], budgets: allotted(revenue('connectivity'), 13_000) });
    expect(pounds(rowCalled(matrix.rows, 'E20C').cells[0])).toEqual([null, 0, 3_500, 6_000, -6_000]);
    expect(pounds(matrix.total[0])).toEqual([13_000, 0, 10_500, 18_000, -5_000]);
  });

  it('has no difference at all where nobody has entered a budget', () => {
    const matrix = matrixFor({ recurring: [BROADBAND] });
    expect(matrix.entered).toEqual([false, false, false, false, false]);
    expect(matrix.total.every(({ allocated, left }) => allocated === null && left === null)).toBe(true);
  });

  it('says capital once more that revenue pays for, and not what a capital fund pays', () => {
    // Ordered for January: £10,000, over the threshold of £5,000.
    const server = (fundKey: string) => kit({ categoryKey: 'server', status: 'ordered', inServiceDate: '2027-01-12', overridePence: 1_000_000, overridePriceDate: '2026-04-01', fundKey });
    const finance = { ...NO_FINANCE, capitalRules: [{ id: 1, fromYear: 2024, thresholdPence: 500_000, basis: 'item' as const, source: null }] };
    const fromRevenue = matrixFor({ assets: [server('delegated')], finance });
    expect(fromRevenue.revenueFinanced?.[0]).toBe(1_000_000);
    expect(fromRevenue.total[0]?.forecast).toBe(1_000_000);
    const fromCapital = matrixFor({ assets: [server('dfc')], finance, policies: policiesWith('server', { binding: [] }) });
    expect(rowCalled(fromCapital.rows, 'CE04B').cells[0]?.forecast).toBe(1_000_000);
    expect(fromCapital.revenueFinanced).toBeNull();
  });
});

describe('how it is looked at', () => {
  it('adds VAT to what things cost, and leaves the budget as it was entered', () => {
    const matrix = matrixFor({ recurring: [BROADBAND], budgets: allotted(revenue('connectivity'), 13_000) }, { vat: 'gross' });
    // £12,000 and a fifth: 14,400. 13,000 − 14,400 = −1,400.
    expect(pounds(matrix.total[0])).toEqual([13_000, 0, 8_400, 14_400, -1_400]);
  });

  it('goes by fund with codes inside and with what the fund has not divided', () => {
    const matrix = matrixFor({
      recurring: [BROADBAND], budgets: [...allotted({}, 500), ...allotted(revenue('connectivity'), 12_000), ...allotted({ fundKey: 'dfc', ...capital('onsite_servers') }, 9_000)],
    }, { by: 'fund' });
    expect(matrix.rows.map(({ name }) => name)).toEqual(['Delegated budget', 'Devolved formula capital']);
    expect(rowCalled(matrix.rows, 'Delegated budget').children.map(({ codes, name }) => codes[0] ?? name)).toEqual(['E20A', 'Not divided by code']);
    expect(pounds(rowCalled(matrix.rows, 'Delegated budget').cells[0])).toEqual([12_500, 0, 7_000, 12_000, 500]);
  });

  it('moves money by virements that are agreed, and by no others', () => {
    const budgets = [...allotted(revenue('connectivity'), 13_000), ...allotted(revenue('other_hardware'), 10_000)];
    const rowsWith = (...virements: Virement[]) => matrixFor({ recurring: [BROADBAND], budgets, finance: { ...NO_FINANCE, virements } });
    const moved = rowsWith(virement({}));
    expect(pounds(rowCalled(moved.rows, 'E20A').cells[0])).toEqual([12_400, 0, 7_000, 12_000, 400]);
    expect(rowCalled(moved.rows, 'E20F').cells[0]?.allocated).toBe(1_060_000);
    expect(moved.total[0]?.allocated).toBe(2_300_000);
    const asked = rowsWith(virement({ agreedBy: null, agreedOn: null }));
    expect(rowCalled(asked.rows, 'E20A').cells[0]?.allocated).toBe(1_300_000);
  });

  it('counts items without a price and puts nothing in their place', () => {
    const unpriced = kit({ categoryKey: 'laptop', quantity: 3, purchaseDate: '2022-12-01' });
    const cell = rowCalled(matrixFor({ assets: [unpriced] }).rows, 'E20E').cells[0];
    expect(cell).toMatchObject({ unpriced: 3, forecast: 0 });
  });

  it('has nothing to hold against the costs in years that are not the school’s own', () => {
    const snapshot = schoolOf({ recurring: [BROADBAND], budgets: allotted(revenue('connectivity'), 13_000) });
    const september = budgetMatrix(snapshot, forecast(snapshot, { asOf: AS_OF, yearStartMonth: 9 }), VIEW);
    expect(september.entered).toEqual([false, false, false, false, false]);
    expect(matrixOf(snapshot).entered).toEqual([true, false, false, false, false]);
  });
});
