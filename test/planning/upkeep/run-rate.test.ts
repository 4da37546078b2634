import { describe, expect, test } from 'vitest';
import { explainAlready } from '../../../planning/explain-totals.ts';
import { explainLine } from '../../../planning/explain.ts';
import { forecast } from '../../../planning/forecast.ts';
import { ledgerRows } from '../../../planning/ledger.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { runRates } from '../../../planning/upkeep/run-rate.ts';
import { entry } from '../agreements/fixtures.ts';
import { AS_OF, cost, schoolOf } from '../fixtures.ts';

const toner = (happenedOn: string, pence: number | null, kind: LedgerEntry['kind'] = 'bought'): LedgerEntry =>
  entry(kind, happenedOn, { categoryKey: 'printer', item: 'Toner', pence });
/** December 2024 to November 2026 is 24 months: £600 + £300 + £300 in two years is £600 a year. */
const TWO_YEARS = [toner('2024-12-02', 60_000), toner('2025-09-08', 30_000), toner('2026-06-15', 30_000)];
const FLAT = { defaultBp: 0, shipped: false, series: [] };

describe('what a school uses up in a year', () => {
  const yearly = (ledger: readonly LedgerEntry[], parts: Partial<PlanSnapshot> = {}) => runRates(schoolOf({ ledger, ...parts }), AS_OF).map((rate) => rate.yearlyPence);

  test('is what was bought in the months since it was first written down', () => {
    expect(runRates(schoolOf({ ledger: TWO_YEARS }), AS_OF)).toEqual([
      { categoryKey: 'printer', purchases: 3, pence: 120_000, unpriced: 0, months: 24, yearlyPence: 60_000 },
    ]);
  });

  test.each<readonly [string, readonly LedgerEntry[], readonly number[]]>([
    ['says nothing after two purchases', TWO_YEARS.slice(1), []],
    ['says nothing while the record is under a year old', [toner('2026-01-05', 100), toner('2026-02-05', 100), toner('2026-03-05', 100)], []],
    ['counts from a year on, its first month and this one included', [toner('2025-12-30', 100), toner('2026-02-05', 100), toner('2026-03-05', 100)], [300]],
    // Only the last 36 months: from December 2023. £5,000 of 2020 no longer says anything.
    ['forgets what is older than three years', [toner('2020-01-01', 500_000), toner('2023-11-30', 500_000), toner('2023-12-01', 12_000), ...TWO_YEARS], [44_000]],
    ['counts purchases without an amount apart', [toner('2024-12-02', 60_000), toner('2025-09-08', null), toner('2026-06-15', 30_000)], []],
    ['takes use as a sign of how long the record is, not as money', [toner('2024-12-02', null, 'used'), toner('2026-02-01', 40_000), toner('2026-03-01', 40_000), toner('2026-04-01', 40_000)], [60_000]],
    ['is not what is still to come', [...TWO_YEARS, toner('2026-12-01', 900_000)], [60_000]],
  ])('%s', (_, ledger, pence) => expect(yearly(ledger)).toEqual(pence));

  test('is left to a running cost under the same kind, so that nothing is counted twice', () => {
    expect(yearly(TWO_YEARS, { recurring: [cost({ categoryKey: 'printer', amountPence: 0 })] })).toEqual([]);
    expect(yearly(TWO_YEARS, { recurring: [cost({ categoryKey: 'projector' })] })).toEqual([60_000]);
  });
});

describe('consumables in the forecast', () => {
  const snapshot = schoolOf({ ledger: TWO_YEARS, inflation: FLAT });
  const plan = forecast(snapshot, { asOf: AS_OF });

  test('are charged in twelfths from this month; what was bought this year is spent', () => {
    // £600 a year, £50 a month: November to March is £250. In June £300 was bought.
    expect(plan.lines.map(({ kind, date, netPence, code }) => `${kind} ${date} ${netPence} ${code}`)).toEqual([
      'consumable 2026-11-21 25000 E20F', 'consumable 2027-04-01 60000 E20F', 'consumable 2028-04-01 60000 E20F',
      'consumable 2029-04-01 60000 E20F', 'consumable 2030-04-01 60000 E20F',
    ]);
    expect(plan.totals.alreadyPence).toEqual([30_000, 0, 0, 0, 0]);
    expect(plan.totals.standStillPence).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
    expect(plan.totals.plannedByChartGroup.running[0]).toBe(55_000);
  });

  test('rise with their kind of kit from today', () => {
    const inflation = { ...FLAT, series: [{ categoryKey: 'printer', bp: 1_000, steps: [] }] };
    expect(forecast({ ...snapshot, inflation }, { asOf: AS_OF }).totals.totalPence.slice(0, 3)).toEqual([25_000, 66_000, 72_600]);
  });

  test('say which purchases they rest on', () => {
    const [, next] = plan.lines;
    expect(next === undefined ? [] : explainLine(snapshot, { asOf: AS_OF }, next).map(({ text }) => text)).toEqual([
      'The school’s record has 3 purchases of £1,200 together in the 24 months to Nov 2026.',
      'Over a year that is £1,200 × 12 ÷ 24, which comes to £600.',
      '£600 on 21 November 2026 (the yearly amount), unchanged in 2027/28, is £600 a year.',
      'All twelve months, Apr 2027 to Mar 2028, come to £600.',
      'Paid from delegated budget, the usual fund: none is named for it.', 'Code E20F: what printers use up counts as other hardware. Revenue, because it is used up.',
    ]);
    const ledger = ledgerRows(snapshot, plan);
    expect(explainAlready(snapshot, plan, ledger.columns, 0).map(({ text }) => text)).toEqual([
      'Running costs, and consumables bought, before Nov 2026: £300.', 'Together £300.',
    ]);
  });
});
