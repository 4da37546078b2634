import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FINANCE } from '../../planning/budget/finance.ts';
import { forecast } from '../../planning/forecast.ts';
import { overviewSentence, refreshSentence, registerSentence, type Sentence } from '../../planning/sentences.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { applyChanges, type PlanChange } from '../../planning/scenarios/change.ts';
import { options, plan, SEED } from './arbitraries.ts';
import { AS_OF, budgetOf, cost, kit, policiesWith, schoolOf } from './fixtures.ts';

const priced = (overridePence: number) => ({ overridePence, overridePriceDate: '2026-04-01' });
const flat = { inflation: { defaultBp: 0, shipped: false, series: [] } } as const;
const say = (sentence: (snapshot: PlanSnapshot, result: ReturnType<typeof forecast>) => Sentence, parts: Partial<PlanSnapshot>, asked: object = {}): string => {
  const snapshot = schoolOf({ ...flat, ...parts });
  return sentence(snapshot, forecast(snapshot, { asOf: AS_OF, ...asked })).text;
};
const overview = (parts: Partial<PlanSnapshot>, asked: object = {}): string => say(overviewSentence, parts, asked);

/** Bought in the autumn of 2024, due in the autumn of 2028. */
const in2024 = (parts: Partial<Asset>): Asset => kit({ purchaseDate: '2024-09-02', ...parts });

describe('the overview says', () => {
  test('that there is nothing to say yet', () => {
    expect(overview({})).toBe('There is no kit in the register yet, so there is nothing to forecast.');
  });

  test('that no item has a purchase date', () => {
    expect(overview({ assets: [kit({ quantity: 41 })] })).toBe('None of the 41 items in the register has a purchase date, so nothing can be forecast yet.');
    expect(overview({ assets: [kit({})] })).toBe('The one item in the register has no purchase date, so nothing can be forecast yet.');
  });

  test('why nothing is in the forecast', () => {
    expect(overview({ assets: [kit({ quantity: 3 }), kit({ status: 'retired' }), kit({ categoryKey: 'software', quantity: 2 })] }))
      .toBe('Nothing in the register is in the forecast: 3 have no purchase date, 2 are kept until they fail and 1 is retired.');
  });

  test('that nothing falls due', () => {
    expect(overview({ assets: [kit({ categoryKey: 'cabling', purchaseDate: '2024-01-01' })] })).toBe('Nothing falls due in the five years to 2030/31.');
  });

  test('that nothing has a price, and claims nothing of the budget', () => {
    expect(overview({ assets: [in2024({ quantity: 90 })], budgets: budgetOf(1, 1, 1, 1, 1) }))
      .toBe('None of the 90 items due in the five years to 2030/31 has a price yet, so what the kit will cost cannot be said.');
    expect(overview({ assets: [in2024({})] })).toBe('The one item due in the five years to 2030/31 has no price yet, so what the kit will cost cannot be said.');
  });

  test('never £0 of a first year in which nothing has a price', () => {
    expect(overview({ assets: [kit({ purchaseDate: '2022-12-12' }), in2024(priced(50_000))] }))
      .toMatch(/^Nothing that falls due in 2026\/27 has a price yet\. The plan comes to £500 over five years, and no budget has been entered yet\./);
  });

  test('what the plan comes to, where no budget has been entered', () => {
    expect(overview({ assets: [in2024({ quantity: 10, ...priced(50_000) })], recurring: [cost({ amountPence: 1_000_000 })] }))
      .toBe('The plan comes to £10,000 in 2026/27 and £55,000 over five years. No budget has been entered yet.');
    expect(overview({ recurring: [cost({ amountPence: 1_000_000 })] }, { years: 1 })).toBe('The plan comes to £10,000 in 2026/27. No budget has been entered yet.');
  });

  test('that all years fit, and which comes closest', () => {
    const assets = [in2024({ quantity: 10, ...priced(50_000) })];
    expect(overview({ assets, budgets: budgetOf(6_000, 6_000, 5_319, 6_000, 6_000) })).toBe('All five years fit the budget. The closest is 2028/29, with £319 left.');
    expect(overview({ assets, budgets: budgetOf(6_000, 6_000, 5_000, 6_000, 6_000) })).toBe('All five years fit the budget. The closest is 2028/29, with nothing left.');
    expect(overview({ assets: [kit({ purchaseDate: '2022-12-12', ...priced(50_000) })], budgets: budgetOf(600) }, { years: 1 })).toBe('The plan fits the budget in 2026/27, with £100 left.');
  });

  test('that VAT is not in its figures, where the school does not get it back and something costs anything', () => {
    const assets = [in2024({ quantity: 10, ...priced(50_000) })];
    const finance = { ...NO_FINANCE, profile: { ...NO_FINANCE.profile, vatRecoverable: false } };
    // £5,000 in 2028/29 net, £6,000 with VAT: the budget fits the first and not the second.
    expect(overview({ assets, finance, budgets: budgetOf(6_000, 6_000, 5_319, 6_000, 6_000) }))
      .toBe('All five years fit the budget. The closest is 2028/29, with £319 left. These figures are net of VAT, which does not come back to this school; Budgets has them with VAT.');
    expect(overview({ finance })).toBe('There is no kit in the register yet, so there is nothing to forecast.');
    expect(overview({ assets, finance, school: { ...schoolOf().school, vatBp: 0 } })).not.toContain('VAT');
  });

  test('that kit left out may cost more than what is left', () => {
    const assets = [in2024({ quantity: 10, ...priced(50_000) }), kit({ quantity: 41, ...priced(48_000) })];
    // 41 × £480 ÷ 4 years = £4,920 a year.
    expect(overview({ assets, budgets: budgetOf(6_000, 6_000, 5_319, 6_000, 6_000) }))
      .toBe('All five years fit the budget. The closest is 2028/29, with £319 left. 41 items without a purchase date are left out, and may cost more than that.');
    expect(overview({ assets, budgets: budgetOf(60_000, 60_000, 60_000, 60_000, 60_000) })).toBe('All five years fit the budget. The closest is 2028/29, with £55,000 left.');
  });

  test('which year is short, and why', () => {
    const school = {
      assets: [
        in2024({ categoryKey: 'server', purchaseDate: '2024-08-14', quantity: 3, ...priced(556_700) }),
        in2024({ userGroup: 'pupil', quantity: 90, ...priced(38_700) }), kit({ purchaseDate: '2025-09-02', userGroup: 'pupil', quantity: 30, ...priced(38_700) }),
        in2024({ categoryKey: 'projector', purchaseDate: '2023-09-02', quantity: 2, ...priced(40_000) }),
      ],
      recurring: [cost({ amountPence: 5_000_000 })],
    };
    expect(overview({ ...school, budgets: budgetOf(80_000, 80_000, 80_000, 80_000, 80_000) }))
      .toBe('The plan fits the budget in four years out of five. 2028/29 is £22,331 short, because the servers and 90 pupil laptops bought together in 2024 fall due together.');
    // 3 × 5,567 + 90 × 387 + 2 × 400 + 50,000 = 102,331.
  });

  test('one cause, one item and overdue kit in words that fit them', () => {
    const budgets = budgetOf(100, 100, 100, 100, 100);
    expect(overview({ assets: [in2024({ categoryKey: 'server', ...priced(556_700) })], budgets }))
      .toBe('The plan fits the budget in four years out of five. 2028/29 is £5,467 short, because the server bought in 2024 falls due.');
    expect(overview({ assets: [kit({ categoryKey: 'monitor', purchaseDate: '2016-05-01', quantity: 22, ...priced(41_500) }), kit({ categoryKey: 'monitor', purchaseDate: '2026-05-01' })], budgets }))
      .toBe('The plan fits the budget in four years out of five. 2026/27 is £9,030 short, because 22 monitors bought together in 2016 are overdue.');
    expect(overview({ assets: [in2024({ ...priced(20_000), quantity: 3 }), kit({ purchaseDate: '2025-03-31', quantity: 2, ...priced(20_000) })], budgets }))
      .toBe('The plan fits the budget in four years out of five. 2028/29 is £900 short, because the laptops fall due together.');
  });

  test('two short years, and several, with the worst and why', () => {
    const twice = [in2024({ quantity: 10, ...priced(50_000) }), kit({ categoryKey: 'tablet', purchaseDate: '2023-09-02', quantity: 4, ...priced(30_000) })];
    expect(overview({ assets: twice, budgets: budgetOf(1_000, 1_000, 1_000, 1_000, 1_000) }))
      .toBe('The plan fits the budget in three years out of five. 2027/28 is £200 short and 2028/29 is £4,000 short. In 2028/29 that is because the laptops bought together in 2024 fall due together.');
    const recurring = [cost({ amountPence: 200_000, riseBp: 0 })];
    expect(overview({ assets: twice, recurring, budgets: budgetOf(1_000, 1_000, 1_000, 2_500, 2_500) }))
      .toBe('The plan fits the budget in two years out of five. Three years are short, by £9,200 in all. The most is 2028/29, by £6,000, because the laptops bought together in 2024 fall due together.');
    expect(overview({ recurring, budgets: budgetOf(1_000, 1_000, 1_000, 1_000, 1_000) }))
      .toBe('The plan does not fit the budget in any year. Five years are short, by £5,000 in all. The most is 2026/27, by £1,000. The largest part is running costs, £2,000 of £2,000.');
  });

  test('what it can of years without a budget', () => {
    const assets = [in2024({ quantity: 10, ...priced(50_000) })];
    expect(overview({ assets, budgets: budgetOf(100, 100) })).toBe('All two years that have a budget fit it. The closest is 2026/27, with £100 left.');
    expect(overview({ assets, budgets: budgetOf(100, 100, 100) })).toBe('The plan fits the budget in two years out of the three that have one. 2028/29 is £4,900 short, because the laptops bought together in 2024 fall due together.');
    expect(overview({ assets, budgets: [{ year: 2028, fundKey: 'delegated', costCategory: null, nature: null, pence: 10_000 }] })).toBe('2028/29 is £4,900 short, because the laptops bought together in 2024 fall due together.');
  });

  test('how many items have no price', () => {
    expect(overview({ assets: [in2024({ ...priced(50_000) }), in2024({ categoryKey: 'projector', quantity: 2 })], budgets: budgetOf(9_000, 9_000, 9_000, 9_000, 9_000) }))
      .toBe('All five years fit the budget. The closest is 2028/29, with £8,500 left. 2 items without a price are not in these figures.');
  });

  test('a shortfall of pence as pence', () => {
    expect(overview({ assets: [in2024({ ...priced(10_030) })], budgets: budgetOf(100, 100, 100, 100, 100) })).toContain('2028/29 is £0.30 short');
  });

  test('what must not be missed in strong words', () => {
    const snapshot = schoolOf({ ...flat, assets: [in2024({ ...priced(500_000) })], budgets: budgetOf(100, 100, 100, 100, 100) });
    expect(overviewSentence(snapshot, forecast(snapshot, { asOf: AS_OF })).parts.filter((part) => part.strong).map((part) => part.text)).toEqual(['2028/29 is £4,900 short']);
  });
});

describe('the register says', () => {
  const register = (parts: Partial<PlanSnapshot>, year = 0): string => say((snapshot, result) => registerSentence(snapshot, result, year), parts);

  test('what falls due in a year, what it would cost, and what leaves warranty soon', () => {
    const assets = [in2024({ quantity: 32, coverEnd: '2026-12-12', ...priced(41_500) }), in2024({ quantity: 2, coverEnd: '2028-12-12', ...priced(41_500) })];
    expect(register({ assets }, 2)).toBe('34 items fall due in 2028/29 and would cost £14,110 to replace. 32 of them leave warranty on 12 December 2026.');
    expect(register({ assets: [in2024({ coverEnd: '2026-12-12', ...priced(41_500) })] }, 2)).toBe('1 item falls due in 2028/29 and would cost £415 to replace. It leaves warranty on 12 December 2026.');
  });

  test('that nothing does, or that there is nothing', () => {
    expect(register({ assets: [in2024({})] })).toBe('Nothing falls due in 2026/27.');
    expect(register({})).toBe('There is no kit in the register yet.');
  });

  test('how many have no price', () => {
    expect(register({ assets: [in2024({ quantity: 2 })] }, 2)).toBe('2 items fall due in 2028/29, none of them with a price yet.');
    expect(register({ assets: [in2024({})] }, 2)).toBe('1 item falls due in 2028/29, without a price yet.');
    expect(register({ assets: [in2024({ quantity: 2 }), in2024({ ...priced(50_000) })] }, 2)).toBe('3 items fall due in 2028/29. 2 have no price; the rest would cost £500 to replace.');
  });
});

describe('the refresh plan says', () => {
  const pupils = in2024({ userGroup: 'pupil', quantity: 90, ...priced(38_700) });
  const staff = kit({ userGroup: 'staff', purchaseDate: '2025-09-02', quantity: 20, ...priced(60_000) });
  const school = (pounds: readonly number[]): PlanSnapshot => schoolOf({ ...flat, assets: [pupils, staff], policies: policiesWith('laptop', {}), budgets: budgetOf(...pounds) });
  const tried = (pounds: readonly number[], ...changes: PlanChange[]): string => {
    const saved = school(pounds);
    const before = forecast(saved, { asOf: AS_OF });
    const snapshot = applyChanges(saved, changes);
    return refreshSentence(snapshot, forecast(snapshot, { asOf: AS_OF }), { changes, saved, before }).text;
  };
  const life = (lifeMonths: number): PlanChange => ({ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths });

  test('which year is the dearest for kit', () => {
    const snapshot = school([]);
    expect(refreshSentence(snapshot, forecast(snapshot, { asOf: AS_OF })).text).toBe('Kit costs most in 2028/29, when 90 items fall due: £34,830.');
  });

  test('that a change moves the shortfall', () => {
    expect(tried([20_000, 20_000, 20_000, 20_000, 20_000], life(60))).toBe('Keeping pupil laptops for 5 years leaves one year over budget, by £26,830 instead of £14,830, in 2029/30 and no longer in 2028/29; over these five years the plan costs the same.');
    expect(tried([20_000, 20_000, 20_000, 33_000, 20_000], life(60))).toBe('Keeping pupil laptops for 5 years leaves one year over budget, by £13,830 instead of £14,830, in 2029/30 and no longer in 2028/29; over these five years the plan costs the same.');
  });

  test('how many years are over now, more or fewer, and what the plan costs in all', () => {
    expect(tried([90_000, 20_000, 20_000, 90_000, 90_000], life(36))).toBe('Keeping pupil laptops for 3 years leaves one year over budget, by £14,830 as before, in 2027/28 and no longer in 2028/29; over these five years the plan is £34,830 dearer.');
    expect(tried([90_000, 20_000, 20_000, 90_000, 20_000], life(36))).toBe('Keeping pupil laptops for 3 years turns one year over budget into two, £29,660 together; over these five years the plan is £34,830 dearer.');
    expect(tried([90_000, 20_000, 20_000, 10_000, 20_000], life(96))).toBe('Keeping pupil laptops for 8 years turns two years over budget into one, £2,000; over these five years the plan is £34,830 cheaper.');
  });

  test('that it removes the shortfall, cuts it, makes one, or changes nothing', () => {
    expect(tried([20_000, 20_000, 20_000, 60_000, 20_000], life(60))).toBe('Keeping pupil laptops for 5 years removes the shortfall of £14,830; over these five years the plan costs the same.');
    expect(tried([20_000, 20_000, 20_000, 42_000, 20_000], life(60))).toBe('Keeping pupil laptops for 5 years leaves one year over budget, by £4,830 instead of £14,830, in 2029/30 and no longer in 2028/29; over these five years the plan costs the same.');
    expect(tried([40_000, 40_000, 40_000, 40_000, 40_000], life(60))).toBe('Keeping pupil laptops for 5 years puts 2029/30 over budget, by £6,830; over these five years the plan costs the same.');
    expect(tried([20_000, 20_000, 20_000, 20_000, 20_000], { kind: 'life', categoryKey: 'tablet', userGroup: null, lifeMonths: 60 })).toBe('Keeping tablets for 5 years does not change the shortfall of £14,830.');
  });

  test('what it costs or saves where nothing is short', () => {
    expect(tried([], life(96))).toBe('Keeping pupil laptops for 8 years saves £34,830 over these five years.');
    expect(tried([90_000, 90_000, 90_000, 90_000, 90_000], life(24))).toBe('Keeping pupil laptops for 2 years costs £69,660 more over these five years, and every year still fits the budget.'); // bought now, in 2028 and in 2030
    expect(tried([], life(48))).toBe('Keeping pupil laptops for 4 years changes nothing in these five years.');
    expect(tried([], life(36))).toBe('Keeping pupil laptops for 3 years costs £34,830 more over these five years.');
  });

  test('the same of several changes, in the plural', () => {
    expect(tried([20_000, 20_000, 20_000, 60_000, 20_000], life(60), { kind: 'price_rise', bp: 0 })).toBe('These two changes remove the shortfall of £14,830; over these five years the plan costs the same.');
    expect(tried([20_000, 20_000, 20_000, 20_000, 20_000], { kind: 'price_rise', bp: 0 }, { kind: 'loss_rate', bp: 0 })).toBe('These two changes do not change the shortfall of £14,830.');
  });

  test('of prices and losses', () => {
    expect(tried([], { kind: 'price_rise', bp: 500 })).toMatch(/^A price rise of 5% a year costs £[\d,]+ more over these five years\.$/);
    expect(tried([], { kind: 'loss_rate', bp: 250 })).toMatch(/^Losing 2\.5% of all kit a year costs £[\d,]+ more over these five years\.$/);
  });
});

test('no sentence of any made-up school holds a hole, and claims of the budget are true', () => {
  fc.assert(fc.property(plan(), options, (snapshot, asked) => {
    const result = forecast(snapshot, asked);
    const { text } = overviewSentence(snapshot, result);
    const all = [text, refreshSentence(snapshot, result).text, ...result.years.map((_, year) => registerSentence(snapshot, result, year).text)];
    for (const each of all) {
      expect(each).toMatch(/^[A-Z£\d][^]*\.$/);
      expect(each).not.toMatch(/undefined|null|NaN|\s\s|\.\.|,,/);
    }
    const left = result.totals.differencePence?.filter((_, year) => result.totals.budgetEntered[year]) ?? [];
    if (/fit the budget\. The closest|that have a budget fit it/.test(text)) expect(left.every((pence) => pence >= 0)).toBe(true);
    if (/ short/.test(text)) expect(left.some((pence) => pence < 0)).toBe(true);
    if (left.some((pence) => pence < 0) && !/has a price yet|has no price yet|kit in the register yet/.test(text)) expect(text).toMatch(/ short/);
  }), { seed: SEED, numRuns: 400 });
});
