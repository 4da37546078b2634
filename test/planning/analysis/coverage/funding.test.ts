import { describe, expect, it } from 'vitest';
import { spendSteps } from '../../../../planning/analysis/coverage/reasons.ts';
import type { OptionCost } from '../../../../planning/analysis/need-facts.ts';
import { shippedFund } from '../../../../planning/budget/fund.ts';
import type { BudgetLine, PlanSnapshot } from '../../../../planning/snapshot.ts';
import { cost, kit, schoolOf } from '../../fixtures.ts';
import { needOption, optionCost, schoolWith } from '../analysis-fixtures.ts';
import { analysisOf, coverageIn, coverageOf, type Covering } from './coverage-school.ts';

/** A microphone kit for £1,200 in 2027/28 and £300 a year from then on, paid from a fund. */
const costsFrom = (fundKey: string | null, parts: Partial<OptionCost> = {}): OptionCost[] =>
  [optionCost({ id: 1, name: 'Microphones', categoryKey: 'av_audio', costCategory: 'other_hardware', fundKey, unitPence: 120_000, yearlyPence: 30_000, ...parts })];

const agreedWith = (costs: readonly OptionCost[], parts: Partial<PlanSnapshot> = {}): Covering =>
  coverageOf(['1.1 Reading'], [{ name: 'Microphones', ties: [1], fate: 'agreed', costs }], parts);

const stateOf = ({ coverage }: Covering) => coverage.rows[0]?.state;
const problemsOf = ({ coverage }: Covering): string[] => (coverage.rows[0]?.funding?.problems ?? []).map(({ kind, text }) => `${kind}: ${text}`);
const allotted = (fundKey: string, ...pounds: readonly number[]): BudgetLine[] => pounds.map((each, at) => ({ year: 2026 + at, fundKey, costCategory: null, nature: null, pence: each * 100 }));

describe('a need that was agreed is funded', () => {
  it('where the fund named for each of its lines pays it, in every year', () => {
    const funded = agreedWith(costsFrom('delegated'));
    expect([stateOf(funded), problemsOf(funded)]).toEqual(['funded', []]);
    // 1,200 once, and 300 in each of 2027/28 to 2030/31.
    expect(funded.coverage.rows[0]?.pence).toBe(240_000);
  });

  it('though the plan as a whole is over its budget in some year: that is no single need’s', () => {
    expect(stateOf(agreedWith(costsFrom('delegated'), { budgets: allotted('delegated', 10, 10, 10, 10, 10) }))).toBe('funded');
  });

  it('where another budget pays, or it costs nothing', () => {
    expect(stateOf(agreedWith(costsFrom(null, { standing: 'elsewhere' })))).toBe('funded');
    expect(stateOf(agreedWith([]))).toBe('funded');
  });

  it('where it counts on what the plan holds, or on what came this year', () => {
    const laptops = optionCost({ id: 1, name: 'Staff laptops', standing: 'in_plan', categoryKey: 'laptop', userGroup: 'staff', on: '2026-04-01', until: '2027-03-31' });
    const bought = (purchaseDate: string) => agreedWith([laptops], { assets: [kit({ userGroup: 'staff', purchaseDate, unitPaidPence: 50_000, overridePence: 50_000 })] });
    // Due in December 2026; bought in October 2026 and due again after the plan.
    expect(stateOf(bought('2022-12-01'))).toBe('funded');
    expect(stateOf(bought('2026-10-02'))).toBe('funded');
    expect(stateOf(bought('2025-10-02'))).toBe('unfunded');
    const broadband = optionCost({ id: 1, name: 'Broadband', standing: 'in_plan', recurringId: 5 });
    expect(stateOf(agreedWith([broadband], { recurring: [cost({ id: 5 })] }))).toBe('funded');
  });
});

describe('a need that was agreed is not funded', () => {
  const pta = { ...shippedFund('donation_pta'), name: 'Parents’ association' };
  it.each<[name: string, costs: readonly OptionCost[], parts: Partial<PlanSnapshot>, problems: readonly string[]]>([
    ['no fund is named', costsFrom(null), {},
      ['no_fund: No fund is named for £2,400 in 2027/28, 2028/29, 2029/30 and 2030/31: it falls on the delegated budget without anybody having said so.']],
    ['its fund has ended by then', costsFrom('grant'), { funds: [shippedFund('delegated'), { ...shippedFund('grant'), endsOn: '2028-03-31' }] },
      ['ended: Grant ends on 31 March 2028, before £900 in 2028/29, 2029/30 and 2030/31 that is named for it.']],
    ['its fund may not pay for that', costsFrom('dfc', { unitPence: null }), {},
      ['unpriced: What it costs in 2027/28 is not known, so nobody can say that it is paid.',
        'may_not: Devolved formula capital may not pay for £1,200 in 2027/28, 2028/29, 2029/30 and 2030/31 that is named for it.']],
    ['its fund is used up', costsFrom('donation_pta', { yearlyPence: 0, quantity: 2 }), { funds: [shippedFund('delegated'), pta], budgets: allotted('donation_pta', 0, 1_500) },
      ['used_up: Parents’ association is used up before £1,200 in 2027/28 that is named for it.']],
    ['its fund has no money in a year that has a budget', costsFrom('lease'), { budgets: [...allotted('delegated', 9_000, 9_000, 9_000), ...allotted('lease', 0, 2_000)] },
      ['no_money: Lease has no money in 2028/29, and £300 is named for it.']],
    ['a fund that may go over is to pay more than it has', costsFrom('lease', { yearlyPence: 0 }), { budgets: [...allotted('delegated', 9_000, 9_000), ...allotted('lease', 0, 1_000)] },
      ['over: Lease is to pay more in 2027/28 than it has, and £1,200 of that is for this.']],
    ['it counts on something that the plan does not hold', [optionCost({ id: 1, name: 'Staff laptops', standing: 'in_plan', categoryKey: 'laptop', userGroup: 'staff', on: '2026-04-01' })], {},
      ['astray: Staff laptops is said to be in the plan already, and the plan holds no such thing.']],
  ])('%s', (_, costs, parts, problems) => {
    const found = agreedWith(costs, parts);
    expect(stateOf(found)).toBe('unfunded');
    expect(problemsOf(found)).toEqual(problems);
    expect(found.coverage.unfunded).toHaveLength(1);
  });

  it('where its option says that the later years have not been found, or nobody chose an option', () => {
    const facts = analysisOf(['1.1 Reading'], [{ name: 'A', ties: [1], fate: 'agreed', costs: costsFrom('delegated') }]);
    const later = (facts.needs ?? []).map((need) => ({ ...need, options: [needOption({ id: 1, laterYears: 'not_funded', costs: costsFrom('delegated') })] }));
    expect(problemsOf(coverageIn(schoolWith({ ...facts, needs: later })))).toEqual(['later_years: The money for its later years has not been found: its option says so.']);
    const decisions = (facts.decisions ?? []).map((decision) => ({ ...decision, optionId: null }));
    expect(problemsOf(coverageIn(schoolWith({ ...facts, decisions })))).toEqual(['no_option: It was agreed without an option, so the plan holds no money for it.']);
  });
});

describe('what of the plan serves no objective', () => {
  // Three laptops of £500 in 2027/28; broadband of £1,000 a year; needs of £1,200 and £700. No price rises.
  const school = schoolOf({ assets: [kit({ userGroup: 'staff', purchaseDate: '2023-09-01', overridePence: 50_000, quantity: 3 })], inflation: { defaultBp: 0, shipped: false, series: [] } });
  const parts: Partial<PlanSnapshot> = { assets: school.assets, inflation: school.inflation, recurring: [cost({ id: 5, amountPence: 100_000 })] };
  const laptops = optionCost({ id: 9, name: 'Staff laptops', standing: 'in_plan', categoryKey: 'laptop', userGroup: 'staff', on: '2026-04-01' });

  it('is everything that no agreed need with an objective has or counts on, by kind, the dearest first', () => {
    const { coverage: { spend }, forecast } = coverageOf(['1.1 Reading'], [
      { name: 'Microphones', ties: [1], fate: 'agreed', costs: costsFrom('delegated', { yearlyPence: 0 }) },
      { name: 'Display', fate: 'agreed', costs: costsFrom('delegated', { id: 2, yearlyPence: 0, unitPence: 70_000 }) },
    ], parts);
    expect(spend.serves.map(({ name, pence }) => `${name} ${pence}`)).toEqual(['N-01 Microphones 120000']);
    // Broadband: five months of 2026/27, 1,000 × 5 ÷ 12 = 416.67, and four years of 1,000.
    expect(spend.none.map(({ name, pence }) => `${name} ${pence}`)).toEqual(['Broadband 441667', 'Staff laptops 150000', 'Display 70000']);
    expect(spend.totalPence).toBe(forecast.totals.totalPence.reduce((sum, each) => sum + each, 0));
  });

  it('leaves out kit that such a need counts on, and counts it once where two do', () => {
    const wanted = ['One', 'Two'].map((name) => ({ name, ties: [1], fate: 'agreed' as const, costs: [laptops] }));
    const { coverage: { spend } } = coverageOf(['1.1 Reading'], wanted, parts);
    expect(spend.serves.map(({ name, pence }) => `${name} ${pence}`)).toEqual(['N-01 One 150000']);
    expect(spend.none.map(({ name }) => name)).toEqual(['Broadband']);
    // While it is only asked for, nobody has said that the kit serves it.
    expect(coverageOf(['1.1 Reading'], [{ name: 'One', ties: [1], costs: [laptops] }], parts).coverage.spend.servesPence).toBe(0);
  });

  it('answers why: the whole, what serves, and the rest', () => {
    const { coverage, forecast } = coverageOf(['1.1 Reading'], [{ name: 'One', ties: [1], fate: 'agreed', costs: [laptops] }], parts);
    const labels = forecast.years.map(({ label }) => label);
    expect(spendSteps(coverage, null, labels).map(({ text }) => text)).toEqual([
      '£5,916.67 is still to come in the plan’s years, net.', 'N-01 One serves an objective: £1,500.',
      '£5,916.67 − £1,500 = £4,416.67. It may be right: much kit keeps the school going and serves no single objective.',
    ]);
    const [broadband] = coverage.spend.none;
    expect(broadband && spendSteps(coverage, broadband, labels).map(({ text }) => text)).toEqual([
      'Broadband: 5 lines of the forecast.', '2026/27: £416.67, 2027/28: £1,000, 2028/29: £1,000, 2029/30: £1,000 and 2030/31: £1,000.',
      'No need that was agreed and serves an open objective has these lines or counts on them.',
    ]);
  });
});
