import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainAlready } from '../../planning/explain-totals.ts';
import * as forecastModule from '../../planning/forecast.ts';
import { forecast } from '../../planning/forecast.ts';
import { budgetEntries } from '../../planning/budget/entries.ts';
import { NO_FINANCE, type Actual } from '../../planning/budget/finance.ts';
import * as kernelModule from '../../planning/kernel.ts';
import * as followModule from '../../planning/kernel/incremental.ts';
import * as totalsModule from '../../planning/kernel/totals.ts';
import { spentIn, termPeriods, yearPeriods } from '../../planning/periods.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { withActuals } from './actuals-arbitrary.ts';
import { anyOptions, plan, SEED } from './arbitraries.ts';
import { compared, editsCompared, kernelCompared, type Engine } from './compare.ts';
import { anEdit } from './edits.ts';
import { cost, kit, planFor, schoolOf } from './fixtures.ts';

const engine: Engine = { ...forecastModule, ...kernelModule, ...followModule, ...totalsModule };
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

type Row = Partial<Actual> & Pick<Actual, 'pence'>;

/** What the finance system says of 2026/27 up to a day. */
const finance = (through: string, rows: readonly Row[], year = 2026): PlanSnapshot['finance'] => ({
  ...NO_FINANCE,
  actualsRuns: [{ id: 1, year, through, fileName: 'ledger.csv', sha256: 'a' }],
  actuals: rows.map((row, at) => ({
    id: at + 1, runId: 1, on: null, costCategory: 'laptops_desktops_tablets', nature: 'revenue', fundKey: 'delegated', committedPence: null,
    ledgerCode: 'L', fundCode: null, costCentre: null, description: null, row: at + 2, ...row,
  })),
});
const already = (snapshot: Partial<PlanSnapshot>, options = {}): number => planFor(snapshot.assets ?? [], snapshot, options).totals.alreadyPence[0] ?? 0;
const laptopsOf = (purchaseDate: string, unitPaidPence = 10_000) => kit({ purchaseDate, unitPaidPence });

describe('already spent, where the finance system has told of a part of the year', () => {
  test('is its figures up to the last day they cover, and the register’s purchases after that day', () => {
    const assets = [laptopsOf('2026-10-31'), laptopsOf('2026-11-01'), laptopsOf('2026-11-21')];
    // Covered to 31 October: £340.00 of actuals; not the £100 of 31 October; the £100 each of 1 and 21 November.
    expect(already({ assets, finance: finance('2026-10-31', [{ pence: 34_000 }]) })).toBe(34_000 + 10_000 + 10_000);
    // Covered to 30 October: the £100 of 31 October too.
    expect(already({ assets, finance: finance('2026-10-30', [{ pence: 34_000 }]) })).toBe(34_000 + 30_000);
    // Covered to the as-at month's end: nothing of the register's is left.
    expect(already({ assets, finance: finance('2026-11-30', [{ pence: 34_000 }]) })).toBe(34_000);
    expect(already({ assets })).toBe(30_000);
  });

  test('keeps 31 March and 1 April, 31 August and 1 September in their own years', () => {
    const april = [laptopsOf('2026-03-31'), laptopsOf('2026-04-01')];
    // Two years from 2025/26: 31 March 2026 lies in the first, which no export covers; 1 April in the covered one.
    const inApril = planFor(april, { finance: finance('2026-04-30', [{ pence: 500 }]) }, { firstYear: 2025, years: 2 });
    expect(inApril.totals.alreadyPence).toEqual([10_000, 500]);
    const september = [laptopsOf('2026-08-31'), laptopsOf('2026-09-01')];
    const { school } = schoolOf();
    const inSeptember = planFor(september, { school: { ...school, yearStartMonth: 9 }, finance: finance('2026-09-30', [{ pence: 500 }]) }, { firstYear: 2025, years: 2 });
    expect(inSeptember.totals.alreadyPence).toEqual([10_000, 500]);
  });

  test('counts a running cost once: in the actuals, or in the register’s months after them, or still to come', () => {
    // £1,200 a year in twelfths is £100 a month. As at 21 November, April to October are gone and November is to come.
    const recurring = [cost({ amountPence: 120_000, priceDate: '2026-04-01' })];
    const at = (through: string | null): readonly [number, number] => {
      const { totals } = planFor([], { recurring, ...(through === null ? {} : { finance: finance(through, [{ costCategory: 'connectivity', pence: 55_000 }]) }) });
      return [totals.alreadyPence[0] ?? 0, totals.totalPence[0] ?? 0];
    };
    // 7 × £100 gone, 5 × £100 to come.
    expect(at(null)).toEqual([70_000, 50_000]);
    // Told to 31 August: £550; September and October from the register; November to March to come.
    expect(at('2026-08-31')).toEqual([55_000 + 20_000, 50_000]);
    expect(at('2026-10-31')).toEqual([55_000, 50_000]);
    // Told to 30 November: that month is no longer to come.
    expect(at('2026-11-30')).toEqual([55_000, 40_000]);
    // What it costs to stand still is a whole year's charges, whoever has told of them.
    expect(planFor([], { recurring, finance: finance('2026-08-31', []) }).totals.standStillPence[0]).toBe(120_000);
  });

  test('takes money that came back, and comes to less than nothing where more came back than went', () => {
    expect(already({ finance: finance('2026-10-31', [{ pence: 34_000 }, { pence: -4_000 }]) })).toBe(30_000);
    expect(already({ finance: finance('2026-10-31', [{ pence: -4_000 }]) })).toBe(-4_000);
  });

  test('does not know of an export as at a month before the one it covers, nor of one of another calendar', () => {
    const assets = [laptopsOf('2026-07-01')];
    const told = finance('2026-10-31', [{ pence: 34_000 }]);
    expect(already({ assets, finance: told }, { asOf: '2026-09-30' })).toBe(10_000);
    expect(already({ assets, finance: told }, { asOf: '2026-10-01' })).toBe(34_000);
    // A school that went over to September years: 31 October 2026 lies in its 2026/27, 31 July in its 2025/26.
    const { school } = schoolOf();
    const september = { ...school, yearStartMonth: 9 };
    expect(already({ school: september, assets: [laptopsOf('2026-09-02')], finance: finance('2026-07-31', [{ pence: 34_000 }]) })).toBe(10_000);
  });

  test('spreads the year so far evenly over the months it covers, to the penny, where another calendar is shown', () => {
    // £10.00 over April to October is seven parts: 143, 143, 143, 142, 143, 143, 143. September and October lie in the school year 2026/27.
    const result = planFor([], { finance: finance('2026-10-31', [{ pence: 1_000 }]) }, { yearStartMonth: 9, firstYear: 2025, years: 2 });
    expect(result.totals.alreadyPence).toEqual([714, 286]);
    expect(result.spent.map(({ month, pence }) => [month % 12, pence])).toEqual([[3, 143], [4, 143], [5, 143], [6, 142], [7, 143], [8, 143], [9, 143]]);
  });

  test('stands in the chart as running costs as far as the plan’s own of those months go, and as kit beyond', () => {
    // Broadband £100 a month for seven months; £900 was spent on connectivity, of which £700 is running and £200 network.
    const recurring = [cost({ amountPence: 120_000, priceDate: '2026-04-01' })];
    const groups = (rows: readonly Row[]) => planFor([], { recurring, finance: finance('2026-10-31', rows) }).spent
      .reduce<Record<string, number>>((sums, { chartGroup, pence }) => ({ ...sums, [chartGroup]: (sums[chartGroup] ?? 0) + pence }), {});
    expect(groups([{ costCategory: 'connectivity', pence: 90_000 }])).toEqual({ running: 70_000, network: 20_000 });
    // Less than its running costs: all of it running. Capital is never a running cost.
    expect(groups([{ costCategory: 'connectivity', pence: 30_000 }])).toEqual({ running: 30_000 });
    expect(groups([{ costCategory: 'connectivity', nature: 'capital', pence: 90_000 }])).toEqual({ network: 90_000 });
    expect(groups([{ costCategory: 'onsite_servers', pence: 5 }, { costCategory: 'other_hardware', pence: 6 }, { costCategory: 'it_support', pence: 7 }, { pence: 8 }]))
      .toEqual({ servers: 5, displays: 6, running: 7, devices: 8 });
  });

  test('keeps to its groups in the kernel too when running costs rise', () => {
    // Broadband of £100 a month on 1 April 2025 is £103 with 3% and £110 with 10%: 7 × £103 or 7 × £110 of £900 are running.
    const before = schoolOf({
      recurring: [cost({ amountPence: 120_000, priceDate: '2025-04-01' })], finance: finance('2026-10-31', [{ costCategory: 'connectivity', pence: 90_000 }]),
      inflation: { defaultBp: 300, shipped: true, series: [] },
    });
    const running = engine.start(before, { asOf: '2026-11-21', years: 1 });
    const grouped = ({ compiled, cells }: typeof running): readonly number[] => engine.kernelTotals(compiled, cells).plannedByChartGroup.network;
    expect(grouped(running)).toEqual([90_000 - 72_100]);
    const after = { ...before, inflation: { ...before.inflation, defaultBp: 1_000 } };
    expect(grouped(engine.follow(running, after))).toEqual([90_000 - 77_000]);
    expect(forecast(after, { asOf: '2026-11-21', years: 1 }).totals.plannedByChartGroup.network).toEqual([90_000 - 77_000]);
  });

  test('answers why with what the finance system says by cost category, and up to which day', () => {
    const snapshot = schoolOf({
      assets: [laptopsOf('2026-07-01'), laptopsOf('2026-11-02')], recurring: [cost({ amountPence: 120_000, priceDate: '2026-04-01' })],
      finance: finance('2026-09-30', [{ pence: 34_000 }, { costCategory: 'connectivity', pence: 55_000 }]),
    });
    const result = forecast(snapshot, { asOf: '2026-11-21' });
    // £340 + £550 told, the laptop of November £100, broadband of October £100: £1,090.
    expect(explainAlready(snapshot, result, yearPeriods(result.years), 0).map(({ text }) => text)).toEqual([
      'Connectivity, from the finance system: £550.', 'Laptops, desktops and tablets, from the finance system: £340.',
      'The finance system’s figures go up to 30 September 2026; what the register says of those days is not added to them.',
      '1 laptop, at what was paid: £100.', 'Running costs charged before Nov 2026: £100.', 'Together £1,090.',
    ]);
    expect(result.totals.alreadyPence[0]).toBe(109_000);
  });

  test('is placed under the fund and the nature it was booked to, whatever the capital rule says', () => {
    const booked = { ...finance('2026-10-31', [{ pence: 34_000, nature: 'capital', fundKey: 'dfc' }]), capitalRules: [{ id: 1, fromYear: 2020, thresholdPence: 10_000_000, basis: 'item' as const, source: null }] };
    const snapshot = schoolOf({ finance: booked });
    const entries = budgetEntries(snapshot, forecast(snapshot, { asOf: '2026-11-21' }));
    expect(new Set(entries.map(({ state, paidFrom, nature, code }) => [state, paidFrom, nature, code].join(' ')))).toEqual(new Set(['spent dfc capital CE04D']));
    expect(sum(entries.map(({ netPence }) => netPence ?? 0))).toBe(34_000);
  });
});

describe('whatever the finance system says', () => {
  const booked = withActuals(plan({ consumables: true }));

  test('the forecast is what counting day by day comes to', () => {
    fc.assert(fc.property(booked, anyOptions(), (snapshot, asked) => {
      const { said, right } = compared(engine, snapshot, asked);
      expect(said).toEqual(right);
    }), { seed: SEED, numRuns: 250 });
  });

  test('the kernel comes to the same totals, also followed from edit to edit', () => {
    fc.assert(fc.property(booked, anyOptions(), fc.array(anEdit, { minLength: 1, maxLength: 4 }), (snapshot, asked, edits) => {
      const once = kernelCompared(engine, snapshot, asked);
      expect(once.said).toEqual(once.right);
      const followed = editsCompared(engine, snapshot, asked, edits);
      expect(followed.said).toEqual(followed.right);
    }), { seed: SEED, numRuns: 120 });
  });

  test('April and September years show the same money over the months that both hold', () => {
    fc.assert(fc.property(booked, fc.constantFrom(4, 9, 1), (snapshot, yearStartMonth) => {
      const asked = { asOf: '2027-02-14', years: 10, firstYear: 2022 };
      const [own, other] = [forecast(snapshot, asked), forecast(snapshot, { ...asked, yearStartMonth })].map(({ spent, years }) => ({ spent, from: years[0]?.firstMonth ?? 0 }));
      if (own === undefined || other === undefined) return;
      const from = Math.max(own.from, other.from);
      const [one, two] = [own, other].map(({ spent }) => sum(spent.flatMap(({ source, month, pence }) => (source === 'actual' && month >= from ? [pence] : []))));
      expect(one).toBe(two);
    }), { seed: SEED, numRuns: 150 });
  });

  test('by term, and as entries of the budget, it comes to the year to the penny', () => {
    fc.assert(fc.property(booked, anyOptions(), (snapshot, asked) => {
      const result = forecast(snapshot, asked);
      const periods = termPeriods(result.years);
      const byYear = result.years.map((_, yearIndex) => sum(spentIn(result, periods).flatMap(({ column, pence }) => (periods[column]?.yearIndex === yearIndex ? [pence] : []))));
      expect(byYear).toEqual(result.totals.alreadyPence);
      const entries = budgetEntries(snapshot, result);
      expect(result.years.map((_, yearIndex) => sum(entries.flatMap((entry) => (entry.yearIndex === yearIndex ? [entry.netPence ?? 0] : []))))).toEqual(result.totals.plannedPence);
    }), { seed: SEED, numRuns: 150 });
  });

  test('a year’s spending by group of the chart is its running costs first, and never more of them than the plan has', () => {
    fc.assert(fc.property(booked, anyOptions(), (snapshot, asked) => {
      const { spent, totals } = forecast(snapshot, asked);
      totals.alreadyPence.forEach((pence, yearIndex) => expect(sum(spent.flatMap((line) => (line.yearIndex === yearIndex ? [line.pence] : [])))).toBe(pence));
      const without = forecast({ ...snapshot, recurring: [], ledger: [] }, asked).spent.filter(({ source }) => source === 'actual');
      const kitOf = new Set(['connectivity', 'onsite_servers', 'laptops_desktops_tablets', 'other_hardware']);
      // Without running costs nothing of kit's cost categories is running.
      expect(without.filter(({ chartGroup, costCategory }) => chartGroup === 'running' && kitOf.has(costCategory))).toEqual([]);
      expect(sum(without.map(({ pence }) => pence))).toBe(sum(spent.flatMap(({ source, pence }) => (source === 'actual' ? [pence] : []))));
    }), { seed: SEED, numRuns: 150 });
  });
});
