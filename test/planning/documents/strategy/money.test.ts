import { describe, expect, it } from 'vitest';
import { NO_FINANCE, type Reserve } from '../../../../planning/budget/finance.ts';
import { reserveCourse } from '../../../../planning/budget/reserve.ts';
import { costChart, costLedger } from '../../../../planning/documents/figures/cost-figure.ts';
import { plainWords } from '../../../../planning/documents/model.ts';
import { dearYear } from '../../../../planning/documents/strategy/dear-year.ts';
import { decisionsWanted } from '../../../../planning/documents/strategy/decisions-wanted.ts';
import { moneySentence } from '../../../../planning/documents/strategy/money-lead.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { factsFor } from '../../../support/document-schools.ts';
import { budgetOf, kit, schoolOf } from '../../fixtures.ts';

/** A school whose laptops of four years fall due in January, and cost so many pounds in each of the first four years; those of the first again in the fifth. */
const school = (pounds: readonly number[], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({
  inflation: { defaultBp: 0, shipped: false, series: [] },
  assets: pounds.flatMap((each, year) => (each === 0 ? [] : [kit({ purchaseDate: `${2023 + year}-01-10`, overridePence: each * 100, overridePriceDate: '2026-09-01' })])),
  ...parts,
});

const reserve = (parts: Partial<Reserve> = {}): Partial<PlanSnapshot> =>
  ({ finance: { ...NO_FINANCE, reserve: { openingPence: 0, openingYear: 2026, floorPence: 0, spread: null, contributions: [], ...parts } } });

const sentenceOf = (snapshot: PlanSnapshot): string => {
  const { forecast } = factsFor(snapshot, 'strategy');
  return moneySentence(snapshot, forecast, reserveCourse(snapshot, forecast)).text;
};

const COSTS = [1_000, 2_000, 3_000, 1_000];
const even = (pounds: number, years = 5): Partial<PlanSnapshot> => ({ budgets: budgetOf(...Array.from({ length: years }, () => pounds)) });

describe('what the plan costs and who pays, in a sentence', () => {
  // 1,000 + 2,000 + 3,000 + 1,000, and the laptops of the first year again in the fifth: £8,000.
  it.each<[string, PlanSnapshot, string]>([
    ['nothing is known', schoolOf(), 'There is no kit in the register yet, so there is nothing to forecast.'],
    ['there is no budget', school(COSTS), 'The plan costs £8,000 over five years. No budget has been entered yet, so whether the money reaches cannot be said.'],
    ['every year fits', school(COSTS, even(3_000)), 'The plan costs £8,000 over five years, against a budget of £15,000. Every year stays within its budget.'],
    // £2,500 twice, against 1,000 + 2,000.
    ['two years have a budget', school(COSTS, even(2_500, 2)), 'The plan costs £8,000 over five years. A budget is known for two of them: £5,000, against a cost of £3,000. Each of those years stays within its budget.'],
    ['one year is over', school(COSTS, even(2_500)), 'The plan costs £8,000 over five years, against a budget of £12,500. One year runs over, 2028/29 by £500. Nothing pays for that yet.'],
    // 1,500 + 500 left over before it: £2,000 in the reserve, £500 out of it.
    ['a reserve reaches', school(COSTS, { ...even(2_500), ...reserve() }), 'The plan costs £8,000 over five years, against a budget of £12,500. One year runs over, 2028/29 by £500. The ICT reserve pays for that.'],
    // Of £2,000 only £200 may go: £1,800 is to stay.
    ['a reserve reaches in part', school(COSTS, { ...even(2_500), ...reserve({ floorPence: 180_000 }) }), 'The plan costs £8,000 over five years, against a budget of £12,500. One year runs over, 2028/29 by £500. The ICT reserve pays for that, all but £300.'],
    // 500 left in the first year pays the second's 500; nothing is there for the third's 1,500.
    ['a reserve is used up', school(COSTS, { ...even(1_500), ...reserve() }), 'The plan costs £8,000 over five years, against a budget of £7,500. Two years run over: 2027/28 by £500 and 2028/29 by £1,500. The ICT reserve pays for 2027/28. Nothing pays for 2028/29 yet.'],
    // 500 + 1,500 + 2,500 + 500 + 500.
    ['every year is over', school(COSTS, even(500)), 'The plan costs £8,000 over five years, against a budget of £2,500. Five years run over, by £5,500 in all; the most is 2028/29, by £2,500. Nothing pays for any of them yet.'],
    ['a reserve that spreads the cost of kit pays for no year that is over', school(COSTS, { ...even(2_500), ...reserve({ spread: 'level', openingPence: 500_000 }) }), 'The plan costs £8,000 over five years, against a budget of £12,500. One year runs over, 2028/29 by £500. Nothing pays for that yet.'],
  ])('says so where %s', (_, snapshot, sentence) => { expect(sentenceOf(snapshot)).toBe(sentence); });

  it('says what has no price', () => {
    const snapshot = school(COSTS, { ...even(3_000) });
    const unpriced = { ...snapshot, assets: [...snapshot.assets, kit({ purchaseDate: '2024-02-01', quantity: 3 })] };
    expect(sentenceOf(unpriced)).toContain('3 items without a price are not in these figures.');
  });
});

describe('the chart of what each year costs, and its ledger', () => {
  it.each([
    ['green where the reserve pays for it', school(COSTS, { ...even(2_500), ...reserve() }), [{ at: 2, text: '£500 over', standing: 'covered' }]],
    ['red where it does not reach', school(COSTS, { ...even(2_500), ...reserve({ floorPence: 180_000 }) }), [{ at: 2, text: '£500 over', standing: 'short' }]],
    ['red where there is none', school(COSTS, even(2_500)), [{ at: 2, text: '£500 over', standing: 'short' }]],
  ] as const)('marks a year that is over %s', (_, snapshot, marks) => {
    const { forecast } = factsFor(snapshot, 'strategy');
    expect(costChart(forecast, reserveCourse(snapshot, forecast)).marks).toEqual(marks);
  });

  it('says what the reserve holds after each year, and where it is short', () => {
    const snapshot = school(COSTS, { ...even(1_500), ...reserve() });
    const { forecast } = factsFor(snapshot, 'strategy');
    const row = costLedger(forecast, reserveCourse(snapshot, forecast)).rows.at(-1);
    // 0 + 500, − 500, − 1,500, + 500, + 500.
    expect(row?.cells.map(({ text }) => text)).toEqual(['ICT reserve after, £', '500', '0', '1,500 short', '1,000 short', '500 short', '']);
    expect(row?.cells.slice(1, 6).map(({ pence }) => pence)).toEqual([50_000, 0, -150_000, -100_000, -50_000]);
  });

  it('leaves the reserve empty before it begins', () => {
    const snapshot = school(COSTS, { ...even(3_000), ...reserve({ openingYear: 2028, openingPence: 70_000 }) });
    const { forecast } = factsFor(snapshot, 'strategy');
    expect(costLedger(forecast, reserveCourse(snapshot, forecast)).rows.at(-1)?.cells.map(({ text }) => text)).toEqual(['ICT reserve after, £', '', '', '700', '2,700', '4,700', '']);
  });
});

describe('why a year is different', () => {
  it.each<[string, PlanSnapshot, { title: string; text: string } | null]>([
    ['nothing is known', schoolOf(), null],
    ['all years are alike', school([1_000, 1_000, 1_000, 1_000]), null],
    ['a year stands out', school(COSTS), { title: 'Why 2028/29 is different', text: '1 laptop bought in 2025 falls due in 2028/29. In all it costs £3,000.' }],
    ['a year is over', school(COSTS, even(2_500)), { title: 'Why 2028/29 is different', text: '1 laptop bought in 2025 falls due in 2028/29. In all it costs £3,000 in a year with a budget of £2,500.' }],
  ])('is told where %s', (_, snapshot, told) => {
    const dear = dearYear(factsFor(snapshot, 'strategy'));
    expect(dear === null ? null : { title: dear.title, text: dear.text }).toEqual(told);
  });
});

describe('the decisions that are wanted', () => {
  const wantedOf = (snapshot: PlanSnapshot): string[] => decisionsWanted(factsFor(snapshot, 'strategy')).map(plainWords);

  it.each<[string, PlanSnapshot, string[]]>([
    ['nothing is planned', schoolOf(), []],
    ['no budget is set', school(COSTS), [
      'Approve the plan for 2026 to 2031: £8,000 over five years.', 'Set a budget for ICT in the five years from 2026/27 to 2030/31.',
      'Look at the plan again in November 2027, with the pupil numbers and prices of that day.',
    ]],
    ['one year has no budget', school(COSTS, even(3_000, 4)), [
      'Approve the plan for 2026 to 2031: £8,000 over five years.', 'Set a budget for ICT in 2030/31.', 'Look at the plan again in November 2027, with the pupil numbers and prices of that day.',
    ]],
    ['the reserve is to pay', school(COSTS, { ...even(2_500), ...reserve() }), [
      'Approve the plan for 2026 to 2031: £8,000 over five years.', 'Agree that the ICT reserve pays £500 in 2028/29.',
      'Agree that ICT money that is not spent stays in the ICT reserve until 2030/31.', 'Look at the plan again in November 2027, with the pupil numbers and prices of that day.',
    ]],
    ['the reserve does not reach', school(COSTS, { ...even(1_500), ...reserve() }), [
      'Approve the plan for 2026 to 2031: £8,000 over five years.', 'Agree that the ICT reserve pays £500 in 2027/28.',
      'Agree that ICT money that is not spent stays in the ICT reserve until 2030/31.', 'Say where the money is to come from for 2028/29 (£1,500).',
      'Look at the plan again in November 2027, with the pupil numbers and prices of that day.',
    ]],
  ])('are these where %s', (_, snapshot, wanted) => { expect(wantedOf(snapshot)).toEqual(wanted); });
});
