import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForecastReport } from '../../app/contract/forecast.ts';
import { forecastTable, TABLE_WIDTH } from '../../cli/forecast/table.ts';
import { counted, wholePounds, wrapped } from '../../cli/words.ts';

const years = (count: number): ForecastReport['years'] => Array.from({ length: count }, (_, index) => ({
  label: `${2026 + index}/${String(27 + index).padStart(2, '0')}`, start: `${2026 + index}-04-01`, end: `${2027 + index}-03-31`,
}));

const report = (count: number, pence: number, more: Partial<ForecastReport> = {}): ForecastReport => ({
  asOf: '2026-11-21', scenario: null, years: years(count), totalPence: Array(count).fill(pence), alreadyPence: Array(count).fill(0),
  budgetPence: null, differencePence: null, standStillPence: Array(count).fill(pence), sentence: 'All five years fit the budget.',
  byCategory: { wireless_ap: Array(count).fill(pence) }, byCode: {}, byChartGroup: {}, quantityByCategory: {}, lines: [],
  notInForecast: [], noPrice: [], ...more,
});
const source = { rows: { read: 1, kept: 1, refused: 0 }, report: null };
const words = { categories: new Map([
  ['wireless_ap', { singular: 'wireless access point', plural: 'wireless access points' }], ['chromebook', { singular: 'Chromebook', plural: 'Chromebooks' }],
]), hasBudget: (year: number) => year < 2028 };

describe('the printed forecast', () => {
  it('never gets wider than 100 columns, whatever the school spends and however long it plans', () => {
    fc.assert(fc.property(
      fc.integer({ min: 3, max: 10 }), fc.integer({ min: 0, max: 100_000_000_000_000 }), fc.lorem({ maxCount: 60 }),
      (count, pence, sentence) => {
        const difference: number[] = Array(count).fill(-pence);
        const table = forecastTable(report(count, pence, { sentence, budgetPence: Array(count).fill(0), differencePence: difference }), source, words);
        for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(TABLE_WIDTH);
        for (const { label } of years(count)) expect(table).toContain(label);
      },
    ));
  });

  it('shows pounds with halves away from zero, a true minus, and never a minus nought', () => {
    expect([49, 50, 149, 150, 0].map(wholePounds)).toEqual(['0', '1', '1', '2', '0']);
    expect([-49, -50, -2_349_341, 118_400_000].map(wholePounds)).toEqual(['0', '−1', '−23,493', '1,184,000']);
  });

  it('leaves the budget empty in a year that has none, and so its sum', () => {
    const table = forecastTable(report(3, 100_000, { budgetPence: [200_000, 200_000, 0], differencePence: [100_000, 100_000, -100_000] }), source, words);
    const row = (label: string): string[] => table.split('\n').find((line) => line.startsWith(label))?.slice(28).trim().split(/\s+/u) ?? [];
    expect(row('Budget')).toEqual(['2,000', '2,000']);
    expect(row('Left, or − over')).toEqual(['1,000', '1,000']);
    expect(row('Planned')).toEqual(['1,000', '1,000', '1,000', '3,000']);
  });

  it('says no price where nothing in a year has one, never £0', () => {
    const line = {
      year: '2026/27', date: '2026-12-12', kind: 'replace', category: 'wireless_ap', quantity: 3, unitPence: null, netPence: null, code: 'E20A',
      limitingFactor: 'policy_life', due: '2026-12-12', overdue: false, assetTags: [], why: [],
    } as const;
    const table = forecastTable(report(3, 0, { lines: [line] }), source, words);
    expect(table.split('\n').find((each) => each.startsWith('Wireless'))?.slice(28).trim().split(/\s{2,}/u)).toEqual(['no price', '0', '0', 'no price']);
  });

  it('names what is left out in the school’s words', () => {
    const table = forecastTable(report(3, 0, {
      notInForecast: [{ reason: 'no_purchase_date', quantity: 41 }, { reason: 'run_to_fail', quantity: 1_200 }],
      noPrice: [{ category: 'chromebook', quantity: 1 }, { category: 'own_kind', quantity: 2 }],
    }), source, words);
    expect(table).toContain('Wireless access points ');
    expect(table.replaceAll('\n', ' ')).toContain('Not in the forecast: 41 without a purchase date, 1,200 with no date to replace them by (used until they fail, or paid for as running costs). ');
    expect(table).toContain('No price is known for 1 Chromebook, 2 own_kind: not in the totals.\n');
    expect(table).toContain('As at 21 Nov 2026, net of VAT. 1 row in the plan.\n');
  });
});

describe('words', () => {
  it('are broken between, never inside', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('a very-long-word-indeed b', 6)).toEqual(['a', 'very-long-word-indeed', 'b']);
    expect(wrapped('', 10)).toEqual([]);
  });

  it('agree with their number', () => {
    expect([0, 1, 2_000].map((count) => counted(count, 'row', 'rows'))).toEqual(['0 rows', '1 row', '2,000 rows']);
  });
});
