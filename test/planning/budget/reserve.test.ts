import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetEntries } from '../../../planning/budget/entries.ts';
import { NO_FINANCE, USUAL_PROFILE, type Reserve } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS } from '../../../planning/budget/fund.ts';
import {
  explainReserveChange, explainReserveEnd, explainReserveStart, reserveCourse, reserveSentence, type ReserveCourse,
} from '../../../planning/budget/reserve.ts';
import { forecast } from '../../../planning/forecast.ts';
import { sumOf } from '../../../planning/money.ts';
import type { WhyStep } from '../../../planning/result.ts';
import { sinkingFund, smoothingOf, type Spread } from '../../../planning/smoothing.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { options, SEED } from '../arbitraries.ts';
import { AS_OF, budgetOf, cost, kit, schoolOf } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';

const RESERVE: Reserve = { openingPence: 600_000, openingYear: 2026, floorPence: 0, spread: null, contributions: [] };

/** Running costs of £1,000 a year without a rise, and one laptop of £2,000 bought in 2028/29. */
const school = (reserve: Partial<Reserve> | null, parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({
  inflation: { defaultBp: 0, shipped: false, series: [] },
  recurring: [cost({ amountPence: 100_000, start: '2020-06-01', riseBp: 0 })],
  assets: [kit({ purchaseDate: '2023-09-01', overridePence: 200_000, overridePriceDate: '2026-04-01', movedTo: '2028-06-01' })],
  budgets: budgetOf(1_200, 1_100, 1_100, 900, 1_000),
  finance: { ...NO_FINANCE, reserve: reserve === null ? null : { ...RESERVE, ...reserve } }, ...parts,
});
const courseOf = (snapshot: PlanSnapshot): ReserveCourse => reserveCourse(snapshot, forecast(snapshot, { asOf: AS_OF })) as ReserveCourse;
const sentenceOf = (snapshot: PlanSnapshot): string => {
  const plan = forecast(snapshot, { asOf: AS_OF });
  return reserveSentence(snapshot, plan, reserveCourse(snapshot, plan));
};
const told = (steps: readonly WhyStep[]): string[] => steps.map(({ text }) => text);
const ends = ({ years }: ReserveCourse): number[] => years.map(({ endPence }) => endPence);

describe('the ICT reserve as kit falls due', () => {
  it('takes in what is left of the budgets and gives what they are over by', () => {
    const course = courseOf(school({}));
    // £1,200 − £1,000, £1,100 − £1,000, £1,100 − £1,000 − £2,000, £900 − £1,000, £1,000 − £1,000
    expect(course.years.map(({ changePence }) => changePence)).toEqual([20_000, 10_000, -190_000, -10_000, 0]);
    expect(ends(course)).toEqual([620_000, 630_000, 440_000, 430_000, 430_000]);
    expect(sentenceOf(school({}))).toBe('Lasts: £4,300 at the end of 2030/31');
  });

  it('counts the VAT that does not come back, and says so', () => {
    const profile = { ...USUAL_PROFILE, vatRecoverable: false };
    const snapshot = school({}, { finance: { ...NO_FINANCE, profile, reserve: RESERVE } });
    const course = courseOf(snapshot);
    // £1,100 − £1,200 in the second year, £1,100 − £3,600 in the third.
    expect(course.years.map(({ changePence }) => changePence).slice(1, 3)).toEqual([-10_000, -250_000]);
    expect(told(explainReserveChange(snapshot, course, course.years[1]!))).toContain('Delegated budget: £1,100 allocated − £1,200 planned with VAT = −£100 over.');
  });

  it('runs out in the first year that ends overdrawn, and says when it falls below its floor', () => {
    // £1,500 + £200 + £100 − £1,900 = −£100
    expect(sentenceOf(school({ openingPence: 150_000 }))).toBe('Runs out in 2028/29 if nothing changes');
    expect(sentenceOf(school({ openingPence: 160_000 }))).toBe('Runs out in 2029/30 if nothing changes'); // £0 after 2028/29, −£100 after 2029/30
    expect(sentenceOf(school({ openingPence: 170_000 }))).toBe('Lasts: £0 at the end of 2030/31');
    expect(sentenceOf(school({ floorPence: 440_100 }))).toBe('Falls below £4,401 in 2028/29 if nothing changes');
  });

  it('counts what is paid in or taken out by hand', () => {
    const course = courseOf(school({ contributions: [{ year: 2027, pence: 50_000 }, { year: 2029, pence: -5_000 }, { year: 2040, pence: 1 }] }));
    expect(ends(course)).toEqual([620_000, 680_000, 490_000, 475_000, 475_000]);
  });

  it('begins in its own year, and says so where that is over or still to come', () => {
    expect(courseOf(school({ openingYear: 2028 })).years.map(({ yearIndex }) => yearIndex)).toEqual([2, 3, 4]);
    const old = school({ openingYear: 2024 });
    expect(courseOf(old).entered).toBe('before_plan');
    expect(told(explainReserveStart(old, courseOf(old), courseOf(old).years[0]!))).toEqual([
      'Entered for the start of 2024/25: £6,000.', 'That year is over. What has come and gone since is not in it: enter what it holds at the start of the plan.',
    ]);
    expect(sentenceOf(school({ openingYear: 2033 }))).toBe('It begins in 2033/34, after the years of the plan.');
    expect(sentenceOf(school(null))).toBe('None is kept yet.');
  });

  it('neither gains nor loses in a year without a budget', () => {
    expect(ends(courseOf(school({}, { budgets: budgetOf(1_200) })))).toEqual([620_000, 620_000, 620_000, 620_000, 620_000]);
    expect(sentenceOf(school({}, { budgets: [] }))).toBe('No year has a budget yet, so nothing comes in or goes out.');
  });

  it('leaves to a grant what is left of it, and pays what is named for a reserve', () => {
    const budgets = [...budgetOf(1_000), { year: 2026, fundKey: 'grant', costCategory: null, nature: null, pence: 70_000 }];
    expect(courseOf(school({}, { budgets })).years[0]?.changePence).toBe(0);
    const drawn = school({}, { budgets: [...budgetOf(0), { year: 2026, fundKey: 'reserve', costCategory: null, nature: null, pence: 100_000 }], recurring: [cost({ amountPence: 100_000, start: '2020-12-01', riseBp: 0, fundKey: 'reserve' })] });
    expect(courseOf(drawn).years[0]?.changePence).toBe(-100_000); // £1,000 paid from it, £0 left of £0
  });

  it('tells where each figure is from', () => {
    const snapshot = school({ contributions: [{ year: 2028, pence: 5_000 }], floorPence: 10_000 });
    const course = courseOf(snapshot);
    expect(told(explainReserveChange(snapshot, course, course.years[2]!))).toEqual([
      'What is left of each fund whose rest is kept goes in; what a fund is over by comes out.',
      'Delegated budget: £1,100 allocated − £3,000 planned = −£1,900 over.', 'Paid in beside that: £50.', 'Together −£1,850, out of the reserve.',
    ]);
    expect(told(explainReserveEnd(course, course.years[2]!))).toEqual(['At the start: £6,300.', 'Out of it: £1,850.', '£6,300 − £1,850 = £4,450.', 'It is not to go below £100.']);
  });
});

describe('the ICT reserve where kit is paid for level or from a sinking fund', () => {
  it('sets aside the least that never leaves it overdrawn', () => {
    // £2,000 by the end of the third year, £500 in it already: £1,500 ÷ 3 = £500 a year
    const course = courseOf(school({ openingPence: 50_000, spread: 'sinking_fund' }));
    expect(course.years.map(({ asidePence }) => asidePence)).toEqual([50_000, 50_000, 50_000, 50_000, 50_000]);
    expect(ends(course)).toEqual([100_000, 150_000, 0, 50_000, 100_000]);
    expect(told(explainReserveChange(school({}), course, course.years[2]!))).toEqual([
      'Set aside for kit, the same every year, the least with which it is never overdrawn: £500.', 'Kit, in the year it falls due: £2,000.', 'Together −£1,500, out of the reserve.',
    ]);
  });

  it('sets aside what the kit wears out in a year', () => {
    const snapshot = school({ openingPence: 0, spread: 'level' });
    const course = courseOf(snapshot);
    // £2,000 ÷ 4 years = £500 a year: £500, £1,000, £1,500 − £2,000
    expect(ends(course).slice(0, 3)).toEqual([50_000, 100_000, -50_000]);
    expect(sentenceOf(snapshot)).toBe('Runs out in 2028/29 if nothing changes');
  });

  it('holds in any school: each year begins with the end of the one before, all of it is opening and changes, and a sinking fund is never overdrawn', () => {
    const spread = fc.constantFrom<Spread | null>(null, 'level', 'sinking_fund');
    const reserve = fc.record({ openingPence: fc.integer({ min: 0, max: 5_000_000 }), openingYear: fc.integer({ min: 2024, max: 2030 }), spread });
    fc.assert(fc.property(moneyPlan(), options, reserve, (plan, asked, parts) => {
      const snapshot = { ...plan, finance: { ...plan.finance, reserve: { ...RESERVE, ...parts } } };
      const made = forecast(snapshot, asked);
      const course = reserveCourse(snapshot, made);
      if (course === null) return;
      let held = parts.openingPence;
      for (const year of course.years) {
        expect(year.startPence).toBe(held);
        held += year.changePence;
        expect(year.endPence).toBe(held);
      }
      expect(course.runsOut).toBe(course.years.find(({ endPence }) => endPence < 0) ?? null);
      if (parts.spread !== 'sinking_fund') return;
      expect(course.runsOut).toBeNull();
      const from = made.years.length - course.years.length;
      expect(course.years[0]?.asidePence).toBe(sinkingFund(smoothingOf(snapshot, made).kitDuePence.slice(from), parts.openingPence).contributionPence);
    }), { seed: SEED, numRuns: 120 });
  });

  it('as due and with every fund kept, changes by exactly what the plan is under or over its budget', () => {
    fc.assert(fc.property(moneyPlan(), options, (plan, asked) => {
      const funds = (plan.funds.length === 0 ? SHIPPED_FUNDS : plan.funds).map((fund) => ({ ...fund, kind: 'delegated' as const, leftOver: 'kept' as const }));
      const snapshot = { ...plan, funds, finance: { ...plan.finance, reserve: { ...RESERVE, openingYear: 2020 }, virements: [] } };
      const made = forecast(snapshot, asked);
      const { budgetEntered, differencePence } = made.totals;
      const vat = (at: number): number => (plan.finance.profile.vatRecoverable ? 0
        : sumOf(budgetEntries(snapshot, made).map(({ yearIndex, vatPence, netPence }) => (yearIndex === at && netPence !== null ? vatPence ?? 0 : 0))));
      expect(reserveCourse(snapshot, made)?.years.map(({ changePence }) => changePence))
        .toEqual(made.years.map((_, at) => (budgetEntered[at] === true ? (differencePence?.[at] ?? 0) - vat(at) : 0)));
    }), { seed: SEED, numRuns: 120 });
  });
});
