import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision } from '../../../../planning/analysis/facts.ts';
import type { NeedOption, OptionCost } from '../../../../planning/analysis/need-facts.ts';
import { inPlanFindings } from '../../../../planning/analysis/needs/in-plan.ts';
import { optionFigures } from '../../../../planning/analysis/needs/option-figures.ts';
import { COST_PARTS, DECISION_CHOICES } from '../../../../planning/analysis/vocabulary.ts';
import { forecast } from '../../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { day, SEED } from '../../arbitraries.ts';
import { AS_OF, cost as runningCost, kit, place, policiesWith } from '../../fixtures.ts';
import { decisionOn, needFor, needOption, optionCost, schoolWith } from '../analysis-fixtures.ts';

const figuresOfFirst = (snapshot: PlanSnapshot) => {
  const [need] = snapshot.analysis.needs;
  const [option] = need?.options ?? [];
  if (need === undefined || option === undefined) throw new Error('The school has no option.');
  return optionFigures(snapshot, forecast(snapshot, { asOf: AS_OF }), need, option);
};
const figuresFor = (option: NeedOption, parts: Partial<PlanSnapshot> = {}) => figuresOfFirst(schoolWith({ needs: [needFor({ id: 1, options: [option] })] }, parts));

test('an option costs what its parts cost in the years of the plan, those another budget pays shown beside', () => {
  const figures = figuresFor(needOption({
    id: 1, supportHoursOnce: 12, supportHoursYearly: 6,
    costs: [
      // 16 at £325 in 2027/28: £5,200.
      optionCost({ id: 1, quantity: 16, unitPence: 32_500 }),
      // £1,040 a year from April 2027: four years, £4,160.
      optionCost({ id: 2, part: 'software', categoryKey: 'software', costCategory: 'it_learning_resources', unitPence: 0, yearlyPence: 104_000 }),
      // £480 from the budget for staff development, in 2026/27.
      optionCost({ id: 3, part: 'training_staff', standing: 'elsewhere', unitPence: 48_000, on: '2027-03-31' }),
    ],
  }));
  expect(figures).toEqual({
    byYear: [48_000, 624_000, 104_000, 104_000, 104_000], totalPence: 984_000, kitPence: 520_000, softwarePence: 416_000, trainingPence: 48_000, supportPence: 0,
    addsPence: 936_000, addsByYear: [0, 624_000, 104_000, 104_000, 104_000], inPlanPence: 0, elsewherePence: 48_000, unpriced: 0, unpricedNames: [], hoursOnce: 12, hoursYearly: 6,
  });
});

test('a cost rises as its kind does, from the day of its price', () => {
  // £100 of November 2026, bought in June 2028 with 10% a year from 2027/28 on: 100 × 1.1 × 1.1 = £121.
  const figures = figuresFor(needOption({ id: 1, costs: [optionCost({ id: 1, unitPence: 10_000, riseBp: null, on: '2028-06-01' })] }), {
    inflation: { defaultBp: 300, shipped: false, series: [{ categoryKey: 'desktop', bp: 1_000, steps: [] }] },
  });
  expect(figures.byYear).toEqual([0, 0, 12_100, 0, 0]);
});

test('costs without a price are named and never counted as nothing', () => {
  const figures = figuresFor(needOption({ id: 1, costs: [optionCost({ id: 1, name: 'Microphones' }), optionCost({ id: 2, unitPence: 5_000 })] }));
  expect([figures.totalPence, figures.unpriced, figures.unpricedNames]).toEqual([5_000, 1, ['Microphones']]);
});

test('nothing is paid for a pilot after its last day', () => {
  const option = needOption({ id: 1, costs: [optionCost({ id: 1, unitPence: 0, yearlyPence: 120_000 })] });
  const pilot = (parts: Partial<Decision>) => figuresOfFirst(schoolWith({
    needs: [needFor({ id: 1, options: [option] })], decisions: [decisionOn({ id: 1, needId: 1, optionId: 1, decidedOn: AS_OF, choice: 'approve_pilot', ...parts })],
  })).byYear;
  // Six months of £1,200 a year.
  expect(pilot({ pilotUntil: '2027-09-30' })).toEqual([0, 60_000, 0, 0, 0]);
  expect(pilot({ choice: 'approve' })).toEqual([0, 120_000, 120_000, 120_000, 120_000]);
});

test('what a pilot would buy after its last day is not bought, in its figures nor in the forecast', () => {
  const option = needOption({ id: 1, costs: [
    optionCost({ id: 1, on: '2027-07-31', unitPence: 10_000 }), optionCost({ id: 2, on: '2027-08-01', unitPence: 700, yearlyPence: 120_000 }),
    optionCost({ id: 3, on: '2027-09-01', unitPence: 80_000, standing: 'elsewhere' }), optionCost({ id: 4, on: '2027-09-01', unitPence: null }),
  ] });
  const school = (parts: Partial<Decision>): PlanSnapshot => schoolWith({
    needs: [needFor({ id: 1, options: [option] })], decisions: [decisionOn({ id: 1, needId: 1, optionId: 1, decidedOn: AS_OF, choice: 'approve_pilot', ...parts })],
  });
  const pilot = school({ pilotUntil: '2027-07-31' });
  expect(figuresOfFirst(pilot)).toMatchObject({ addsByYear: [0, 10_000, 0, 0, 0], elsewherePence: 0, unpriced: 0 });
  expect(forecast(pilot, { asOf: AS_OF }).totals.totalPence).toEqual([0, 10_000, 0, 0, 0]);
  // A pilot that ended last month buys nothing this month, although the day to buy has gone by.
  expect(figuresOfFirst(school({ pilotUntil: '2026-10-31' })).totalPence).toBe(0);
  // Approved for good: £100, £7 and eight months of £1,200 a year; £800 from another budget.
  expect(figuresOfFirst(school({ choice: 'approve' }))).toMatchObject({ addsByYear: [0, 90_700, 120_000, 120_000, 120_000], elsewherePence: 80_000, unpriced: 1 });
});

/** Desktops of the music block, bought in September 2022 and kept for five years: all due in 2027/28. */
const locations = [place(1, 'Music block', { kind: 'building' }), place(2, 'MU1', { parentId: 1 }), place(3, 'IT3')];
const desktop = (locationId: number, quantity: number, userGroup: 'pupil' | 'staff' = 'pupil') =>
  kit({ categoryKey: 'desktop', description: 'Desktop', locationId, quantity, userGroup, purchaseDate: '2022-09-01', overridePence: 50_000, overridePriceDate: AS_OF });
const musicBlock: Partial<PlanSnapshot> = {
  locations, assets: [desktop(2, 16), desktop(1, 2), desktop(3, 32), desktop(2, 1, 'staff')], inflation: { defaultBp: 0, shipped: false, series: [] },
  policies: policiesWith('desktop', { lifeMonths: 60, binding: ['policy_life'], upgrade: null }),
  recurring: [runningCost({ id: 40, name: 'Notation', amountPence: 30_000, start: '2026-09-01', priceDate: AS_OF, riseBp: 0 })],
};
const inPlan = (id: number, parts: Partial<OptionCost> = {}) => optionCost({ id, standing: 'in_plan', ...parts });

test.each([
  // 16 + 2 + 32 + 1 desktops at £500.
  ['any kit of its kind', {}, 2_550_000],
  // 16 + 2 + 1 in the music block and its rooms.
  ['kit in a building and its rooms', { locationId: 1 }, 950_000],
  ['kit of one group of people in a room', { locationId: 2, userGroup: 'staff' }, 50_000],
  ['no kit before the year from which it points', { on: '2028-04-01' }, 0],
  ['kit due earlier in the same financial year', { on: '2028-03-31' }, 2_550_000],
  // £300 in every September of 2027 to 2030.
  ['a running cost', { recurringId: 40 }, 120_000],
  ['a running cost up to its last year', { recurringId: 40, until: '2028-06-01' }, 60_000],
] as const)('a cost that is in the plan already reads %s from the forecast and adds nothing', (_what, parts, pence) => {
  const figures = figuresFor(needOption({ id: 1, costs: [inPlan(1, parts)] }), musicBlock);
  expect([figures.inPlanPence, figures.totalPence, figures.addsPence]).toEqual([pence, pence, 0]);
});

test('two costs of one option that point at the same kit count it once', () => {
  expect(figuresFor(needOption({ id: 1, costs: [inPlan(1, { locationId: 2 }), inPlan(2, { locationId: 1 })] }), musicBlock).inPlanPence).toBe(950_000);
});

test('kit that two needs count on is told, and counted once; a pointer that finds nothing is told too', () => {
  const withPointer = (id: number, ...costs: OptionCost[]) => needFor({ id, recommendedOptionId: id, options: [needOption({ id, costs })] });
  const snapshot = schoolWith({
    needs: [withPointer(1, inPlan(1, { locationId: 2 })), withPointer(2, inPlan(2, { locationId: 1, userGroup: 'pupil' })), withPointer(3, inPlan(3, { categoryKey: 'server' })), withPointer(4, inPlan(4))],
    decisions: [decisionOn({ id: 1, needId: 4, choice: 'decline', decidedOn: AS_OF })],
  }, musicBlock);
  const found = inPlanFindings(snapshot, forecast(snapshot, { asOf: AS_OF }));
  expect(found.astray.map(({ need, cost }) => [need.id, cost.id])).toEqual([[3, 3]]);
  // The sixteen pupil desktops of MU1; all together those, two more in the block and one of the staff.
  expect(found.shared.map(({ one, other, pence }) => [one.need.id, other.need.id, pence])).toEqual([[1, 2, 800_000]]);
  expect(found.pence).toBe(950_000);
});

/** Needs 1 to 3 with up to three options of up to three costs each, and decisions of any kind about any of them. */
const anyCost = fc.record({
  part: fc.constantFrom(...COST_PARTS), standing: fc.constantFrom('adds', 'adds', 'elsewhere', 'in_plan'), categoryKey: fc.constantFrom('desktop', 'software', 'laptop'),
  on: day('2025-01-01', '2032-12-31'), until: fc.option(day('2026-01-01', '2032-12-31')), quantity: fc.integer({ min: 1, max: 40 }),
  unitPence: fc.option(fc.integer({ min: 0, max: 200_000 }), { freq: 8 }), yearlyPence: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500_000 })),
  riseBp: fc.option(fc.integer({ min: -500, max: 1_500 })),
} as const satisfies { [Key in keyof OptionCost]?: fc.Arbitrary<OptionCost[Key]> });
const anyNeeds = fc.array(fc.array(fc.array(anyCost, { maxLength: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((needs) =>
  needs.map((options, index) => {
    const id = index + 1;
    return needFor({
      id, recommendedOptionId: 10 * id, options: options.map((costs, at) => needOption({
        id: 10 * id + at, costs: costs.map((parts, which) => optionCost({ id: 100 * id + 10 * at + which, ...parts })),
      })),
    });
  }));
const anyDecisions = fc.array(fc.record({
  needId: fc.integer({ min: 1, max: 3 }), at: fc.integer({ min: 0, max: 2 }), choice: fc.option(fc.constantFrom(...DECISION_CHOICES)),
  decidedOn: day('2026-01-01', '2026-11-21'), pilotUntil: fc.option(day('2026-12-01', '2031-12-31')),
}), { maxLength: 5 }).map((list) => list.map(({ at, ...parts }, index) =>
  decisionOn({ id: index + 1, ...parts, optionId: 10 * parts.needId + at, decidedOn: parts.choice === null ? null : parts.decidedOn })));

test('money reaches the forecast once and only once: it rises by what the approved option adds, and by nothing else', () => {
  fc.assert(fc.property(anyNeeds, anyDecisions, (needs, made) => {
    const decisions = made.filter(({ needId, optionId }) => needs.some(({ id, options }) => id === needId && options.some((option) => option.id === optionId)));
    const [before, after] = [schoolWith({ needs, decisions: [] }), schoolWith({ needs, decisions })];
    const [without, withThem] = [forecast(before, { asOf: AS_OF }), forecast(after, { asOf: AS_OF })];
    // The last decision made of each need, found another way: sorted by day and number.
    const approved = needs.flatMap((need) => {
      const last = decisions.filter(({ needId, choice }) => needId === need.id && choice !== null)
        .toSorted((a, b) => `${a.decidedOn} ${a.number}`.localeCompare(`${b.decidedOn} ${b.number}`)).at(-1);
      const option = last?.choice?.startsWith('approve') === true ? need.options.find(({ id }) => id === last.optionId) : undefined;
      return option === undefined ? [] : [optionFigures(after, withThem, need, option)];
    });
    const rise = withThem.totals.totalPence.map((pence, year) => pence - (without.totals.totalPence[year] ?? 0));
    expect(rise).toEqual(rise.map((_, year) => approved.reduce((sum, { addsByYear }) => sum + (addsByYear[year] ?? 0), 0)));
  }), { seed: SEED, numRuns: 150 });
});

test('the parts, the standings and the years of an option each add up to its whole', () => {
  fc.assert(fc.property(anyNeeds, (needs) => {
    const snapshot = schoolWith({ needs }, musicBlock);
    const plan = forecast(snapshot, { asOf: AS_OF });
    for (const need of needs) {
      for (const option of need.options) {
        const { byYear, totalPence, kitPence, softwarePence, trainingPence, supportPence, addsPence, inPlanPence, elsewherePence } = optionFigures(snapshot, plan, need, option);
        expect([byYear.reduce((a, b) => a + b, 0), kitPence + softwarePence + trainingPence + supportPence, addsPence + inPlanPence + elsewherePence])
          .toEqual([totalPence, totalPence, totalPence]);
      }
    }
  }), { seed: SEED, numRuns: 60 });
});
