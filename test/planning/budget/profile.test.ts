import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalQuestions } from '../../../planning/budget/capital-choices.ts';
import { codesInUse } from '../../../planning/budget/codes-in-use.ts';
import { fundBreaks } from '../../../planning/budget/fund-breaks.ts';
import { leftAtTheEnd, limitsOf, mayPayFor } from '../../../planning/budget/fund-words.ts';
import { fundNamed, SHIPPED_FUNDS } from '../../../planning/budget/fund.ts';
import { conversionProblem, usualStartMonth } from '../../../planning/budget/profile.ts';
import { profileSentence } from '../../../planning/budget/profile-sentence.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';
import { yearly } from './budget-fixtures.ts';
import { financeOf, fundsWith, laptops, moneyIn, ruleOf, schoolWith } from './fixtures.ts';

const options = { asOf: AS_OF };
const sentenceOf = (snapshot: PlanSnapshot): string => profileSentence(snapshot, forecast(snapshot, options)).text;
const breaksOf = (snapshot: PlanSnapshot): string[] => fundBreaks(snapshot, forecast(snapshot, options)).map(({ sentence }) => sentence);

describe('what the money profile opens with', () => {
  const broadband = [yearly('connectivity', 9_800)];
  it('says how the school accounts, its rule, and what that comes to', () => {
    expect(sentenceOf(schoolWith({}))).toBe('Hillcrest School accounts by CFR in April years. No rule says yet what counts as capital; 2026/27 has no cost yet.');
    expect(sentenceOf(schoolWith({ recurring: broadband }))).toBe('Hillcrest School accounts by CFR in April years. No rule says yet what counts as capital; all £9,800 of 2026/27 is revenue.');
    const rule = financeOf({ capitalRules: [ruleOf({ thresholdPence: 1_000_000, basis: 'item' })] });
    expect(sentenceOf(schoolWith({ recurring: broadband, finance: rule }))).toContain('What costs £10,000 or more for one item is capital; all £9,800 of 2026/27 is revenue.');
  });

  it('says the next rule of a later year', () => {
    const capitalRules = [ruleOf({ thresholdPence: 1_000_000, basis: 'item' }), ruleOf({ fromYear: 2028, thresholdPence: 200_000, basis: 'order' })];
    expect(sentenceOf(schoolWith({ finance: financeOf({ capitalRules }) })))
      .toMatch(/What costs £10,000 or more for one item is capital; 2026\/27 has no cost yet\. From 2028\/29 capital is what costs £2,000 or more for one order\.$/);
  });

  it('says what of the open year is capital, and of a question that it is one', () => {
    // 30 laptops of £400, bought on 1 June 2026 as one order of £12,000.
    const bought = [laptops(30, { purchaseDate: '2026-06-01', unitPaidPence: 40_000, orderNumber: '4100' })];
    const asking = schoolWith({ assets: bought, recurring: broadband, finance: financeOf({ capitalRules: [ruleOf({ thresholdPence: 1_000_000, basis: 'ask' })] }) });
    expect(sentenceOf(asking)).toContain('What costs £10,000 or more for one order is capital, if the school says so; £12,000 of the £21,800 of 2026/27 is capital.');
  });

  it('says when the school becomes an academy, and no more once it is one', () => {
    const converts = financeOf({ profile: { conversion: { on: '2028-09-01', type: 'academy', yearStartMonth: 9 } } });
    expect(sentenceOf(schoolWith({ finance: converts }))).toContain('in April years, until it becomes an academy on 1 September 2028.');
    const school = { ...schoolWith({}).school, type: 'academy' as const, yearStartMonth: 9 };
    expect(sentenceOf(schoolWith({ school }))).toContain('accounts by the academy returns in September years.');
  });
});

describe('a conversion', () => {
  it.each([
    ['maintained', '2028-09-01', 'academy', null],
    ['special', '2029-01-01', 'free_school', null],
    ['maintained', '2026-04-01', 'academy', 'on'],
    ['maintained', '2026-05-01', 'academy', null],
    ['maintained', '2028-09-02', 'academy', 'on'],
    ['maintained', '2028-09-01', 'independent', 'type'],
    ['free_school', '2028-09-01', 'academy', 'type'],
  ] as const)('of a %s school on %s to %s is refused at %s', (now, on, type, field) => {
    expect(conversionProblem(now, { on, type }, '2026-04-01')?.field ?? null).toBe(field);
  });

  it('goes with September years', () => {
    expect([usualStartMonth('academy'), usualStartMonth('free_school'), usualStartMonth('maintained'), usualStartMonth('special')]).toEqual([9, 9, 4, 4]);
  });
});

describe('the codes in use', () => {
  it('are what the open year costs, each with its kinds', () => {
    const snapshot = schoolWith({
      recurring: [yearly('connectivity', 9_800), yearly('connectivity', 1_200)],
      assets: [laptops(2, { purchaseDate: '2022-12-12' }), kit({ categoryKey: 'desktop', purchaseDate: '2026-05-01', unitPaidPence: 50_000, fundKey: 'dfc' })],
    });
    const plan = forecast(snapshot, options);
    // 2 × £400 due on 12 December 2026; a desktop of £500 paid from devolved formula capital.
    expect(codesInUse(snapshot, plan).map(({ code, means, kinds, netPence }) => [code, means, kinds, netPence])).toEqual([
      ['E20A', 'Connectivity', '2 running costs', 1_100_000], ['E20E', 'Laptops, desktops and tablets', 'Laptops', 80_000],
      ['CE04D', 'Laptops, desktops and tablets, capital', 'Desktops', 50_000],
    ]);
  });

  it('add up to the year, of any plan', () => {
    fc.assert(fc.property(moneyPlan({ consumables: true }), (snapshot) => {
      const plan = forecast(snapshot, options);
      expect(codesInUse(snapshot, plan).reduce((sum, { netPence }) => sum + netPence, 0)).toBe(plan.totals.plannedPence[0]);
    }), { numRuns: 60 });
  });
});

describe('where the rule asks each time', () => {
  const asks = financeOf({ capitalRules: [ruleOf({ thresholdPence: 1_000_000, basis: 'ask' })] });
  const questions = (snapshot: PlanSnapshot) => capitalQuestions(snapshot, forecast(snapshot, options)).filter(({ year }) => year === 2027);

  it('what is bought together is one question with what the threshold suggests', () => {
    expect(questions(schoolWith({ assets: [laptops(20), laptops(10)], finance: asks }))).toEqual([
      { year: 2027, costCategory: 'laptops_desktops_tablets', fundKey: 'delegated', quantity: 30, netPence: 1_200_000, suggested: ['capital'], chosen: null, reason: null },
    ]);
    expect(questions(schoolWith({ assets: [laptops(20)], finance: asks }))[0]?.suggested).toEqual(['revenue']);
  });

  it('an answer stands beside what was suggested, and moves the money', () => {
    const choice = { year: 2027, costCategory: 'laptops_desktops_tablets', fundKey: 'delegated', nature: 'revenue', reason: 'Kept two years' } as const;
    const snapshot = schoolWith({ assets: [laptops(30)], finance: { ...asks, capitalChoices: [choice] } });
    expect(questions(snapshot)[0]).toMatchObject({ suggested: ['capital'], chosen: 'revenue', reason: 'Kept two years' });
    expect(forecast(snapshot, options).lines[0]).toMatchObject({ nature: 'revenue', natureReason: 'chosen' });
  });

  it('nothing is asked under any other rule, or of a capital fund', () => {
    expect(questions(schoolWith({ assets: [laptops(30)], finance: financeOf({ capitalRules: [ruleOf()] }) }))).toEqual([]);
    expect(questions(schoolWith({ assets: [laptops(30)], finance: asks }, 'dfc'))).toEqual([]);
  });
});

describe('what goes against a fund’s rules', () => {
  it('is nothing where all is well', () => {
    expect(breaksOf(schoolWith({ assets: [laptops(3)] }, 'grant'))).toEqual([]);
  });

  it('names what comes after the end, with its money and its year', () => {
    const ended = schoolWith({ assets: [laptops(3)], funds: fundsWith('grant', { endsOn: '2027-08-31' }) }, 'grant');
    expect(breaksOf(ended)).toContain('£1,200 of laptops in 2027/28 is named for grant, which ends on 31 August 2027: delegated budget pays instead.');
  });

  it('names what a fund may not pay for, and what is more than it has', () => {
    const may = schoolWith({ recurring: [yearly('it_support', 4_100, { fundKey: 'dfc' })] });
    expect(breaksOf(may)[0]).toMatch(/^£.* of support contracts in 2026\/27, 2027\/28, 2028\/29, 2029\/30 and 2030\/31 is named for devolved formula capital, which may not pay for it/);
    // £1,000 pays for two of three laptops of £400.
    const used = schoolWith({ assets: [laptops(3)], budgets: [moneyIn('grant', 100_000)] }, 'grant');
    expect(breaksOf(used)).toEqual(['£400 of laptops in 2027/28 is named for grant and is more than it has: delegated budget pays instead.']);
  });

  it('names a budget of a year after the end', () => {
    const late = schoolWith({ funds: fundsWith('grant', { endsOn: '2028-03-31' }), budgets: [moneyIn('grant', 60_000, 2027), moneyIn('grant', 50_000, 2028)] });
    expect(breaksOf(late)).toEqual(['£500 is budgeted from grant in 2028/29, after it ends on 31 March 2028.']);
  });
});

describe('a fund in a table', () => {
  it('says in a few words what it may pay for, until when, and what becomes of the rest', () => {
    const words = (key: string) => [mayPayFor(fundNamed(SHIPPED_FUNDS, key)), limitsOf(fundNamed(SHIPPED_FUNDS, key)), leftAtTheEnd(fundNamed(SHIPPED_FUNDS, key))];
    expect(words('delegated')).toEqual(['anything', '', 'kept, within the authority’s limit']);
    expect(words('dfc')).toEqual(['capital only, no software, training, operating leases, consumables or repairs', 'its allocation', 'kept three years, then returned']);
    expect(words('pupil_premium')[0]).toBe('eligible pupils, with a reason');
    expect(words('other_capital')).toEqual(['capital only', 'its allocation', 'kept for the same use']);
    expect(limitsOf({ endsOn: '2028-03-31', stopsAtAllocation: true })).toBe('31 March 2028 or its allocation');
    expect(mayPayFor({ paysFor: 'revenue', excludes: ['software', 'training'], condition: 'what was agreed' })).toBe('revenue only, what was agreed, no software or training');
  });

  it('that nothing is known of pays as its policy said', () => {
    expect(policiesWith('laptop', { fundKey: 'gone' }).some(({ fundKey }) => fundKey === 'gone')).toBe(true);
    expect(breaksOf(schoolWith({ assets: [laptops(3)] }, 'gone'))).toEqual([]);
  });
});
