import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FINANCE, USUAL_PROFILE, type CapitalRule, type FinanceFacts } from '../../../planning/budget/finance.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { bookGroups, bookOn, booksOf, bookYears, movementOfAll, type BookGroup, type Books, type Movement } from '../../../planning/value/book.ts';
import { accountsWords, bookSentence, conventionWords, leftOutWords, ruleWords } from '../../../planning/value/book-words.ts';
import { explainBook, type BookColumn } from '../../../planning/value/explain-book.ts';
import { day, SEED } from '../arbitraries.ts';
import { AS_OF, kit, policiesWith, schoolOf } from '../fixtures.ts';

type Profile = Partial<FinanceFacts['profile']>;
const finance = (profile: Profile = {}, capitalRules: readonly CapitalRule[] = []): FinanceFacts => ({ ...NO_FINANCE, capitalRules, profile: { ...USUAL_PROFILE, ...profile } });
const rule = (fromYear: number, pounds: number, basis: CapitalRule['basis'] = 'item'): CapitalRule => ({ id: fromYear, fromYear, thresholdPence: pounds * 100, basis, source: null });
const school = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({ assets, ...parts });

/** The books of whole April years: "2026: opening + additions − charge − disposals = closing". */
const years = (snapshot: PlanSnapshot, from: number, to: number, books = booksOf(snapshot, AS_OF)): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).map((year) => {
    const { openingPence, additionsPence, chargePence, disposalsPence, closingPence } = movementOfAll(books.entries, books.counting, `${year}-04-01`, `${year + 1}-03-31`);
    return `${year}: ${openingPence} + ${additionsPence} − ${chargePence} − ${disposalsPence} = ${closingPence}`;
  });
const there = (snapshot: PlanSnapshot, asOf: string): Movement => bookOn(snapshot, booksOf(snapshot, AS_OF), asOf).total.there;
const laptop = (parts: Partial<Asset>): Asset => kit({ unitPaidPence: 36_000, ...parts });

describe('kit in the books, year by year', () => {
  it('charges one month of a March purchase and twelve of an April one in the April year', () => {
    // £360 over 36 months: £10 a month. 31 March 2024 is the last month of 2023/24, 1 April the first of 2024/25.
    expect(years(school([laptop({ purchaseDate: '2024-03-31' })]), 2023, 2027)).toEqual([
      '2023: 0 + 36000 − 1000 − 0 = 35000', '2024: 35000 + 0 − 12000 − 0 = 23000', '2025: 23000 + 0 − 12000 − 0 = 11000',
      '2026: 11000 + 0 − 11000 − 0 = 0', '2027: 0 + 0 − 0 − 0 = 0',
    ]);
    expect(years(school([laptop({ purchaseDate: '2024-04-01' })]), 2023, 2026)).toEqual([
      '2023: 0 + 0 − 0 − 0 = 0', '2024: 0 + 36000 − 12000 − 0 = 24000', '2025: 24000 + 0 − 12000 − 0 = 12000', '2026: 12000 + 0 − 12000 − 0 = 0',
    ]);
  });

  it('counts the days of a leap day purchase, and the year of 366', () => {
    // 29 February 2024 + 36 months = 28 February 2027: 1,095 days. To 31 March 2024 32 of them: 36,000 × 32 ÷ 1,095 = 1,052.05.
    // To 31 March 2025 397: 13,052.05; to 31 March 2026 762: 25,052.05; the rest to 27 February 2027.
    expect(years(school([laptop({ purchaseDate: '2024-02-29' })], { finance: finance({ depreciation: 'days' }) }), 2023, 2026)).toEqual([
      '2023: 0 + 36000 − 1052 − 0 = 34948', '2024: 34948 + 0 − 12000 − 0 = 22948', '2025: 22948 + 0 − 12000 − 0 = 10948', '2026: 10948 + 0 − 10948 − 0 = 0',
    ]);
  });

  it('charges a whole year in the year of purchase, and none in the year it leaves, where the school does so', () => {
    const full = { finance: finance({ depreciation: 'years' }) };
    expect(years(school([laptop({ purchaseDate: '2024-03-31' })], full), 2023, 2025)).toEqual([
      '2023: 0 + 36000 − 12000 − 0 = 24000', '2024: 24000 + 0 − 12000 − 0 = 12000', '2025: 12000 + 0 − 12000 − 0 = 0',
    ]);
    expect(years(school([laptop({ purchaseDate: '2024-03-31', status: 'disposed', disposedOn: '2024-10-05' })], full), 2023, 2024)).toEqual([
      '2023: 0 + 36000 − 12000 − 0 = 24000', '2024: 24000 + 0 − 0 − 24000 = 0',
    ]);
  });

  it('takes what is left in the books off when kit leaves within a year', () => {
    // Bought 10 June 2024, gone on 15 September 2025: June 2024 to August 2025 are 15 months, £150; £210 is left to the disposal.
    const gone = laptop({ purchaseDate: '2024-06-10', status: 'disposed', disposedOn: '2025-09-15' });
    expect(years(school([gone]), 2024, 2026)).toEqual([
      '2024: 0 + 36000 − 10000 − 0 = 26000', '2025: 26000 + 0 − 5000 − 21000 = 0', '2026: 0 + 0 − 0 − 0 = 0',
    ]);
    expect(there(school([gone]), '2025-09-14').closingPence).toBe(20_000);
    expect(there(school([gone]), '2025-09-15')).toMatchObject({ closingPence: 0, costPence: 0, quantity: 0 });
    expect(years(school([laptop({ purchaseDate: '2024-06-10', status: 'stolen', disposedOn: '2024-06-10' })]), 2024, 2024)).toEqual(['2024: 0 + 36000 − 0 − 36000 = 0']);
  });

  it('writes off to the residual of the policy and no further', () => {
    // 15% of £360 is £54 left; £306 ÷ 36 = £8.50 a month.
    const plan = school([laptop({ purchaseDate: '2024-04-01' })], { policies: policiesWith('laptop', { residualBp: 1_500 }) });
    expect(years(plan, 2024, 2027)).toEqual([
      '2024: 0 + 36000 − 10200 − 0 = 25800', '2025: 25800 + 0 − 10200 − 0 = 15600', '2026: 15600 + 0 − 10200 − 0 = 5400', '2027: 5400 + 0 − 0 − 0 = 5400',
    ]);
  });

  it('takes each of the life and the residual from the most specific policy that names one', () => {
    const laptops = policiesWith('laptop', {}).map((policy) => (policy.categoryKey !== 'laptop' ? policy
      : policy.userGroup === null ? { ...policy, bookLifeMonths: 48, residualBp: 1_000 } : policy.userGroup === 'staff' ? { ...policy, bookLifeMonths: 24 } : policy));
    const plan = (parts: Partial<Asset>): PlanSnapshot => school([laptop({ purchaseDate: '2024-04-01', ...parts })], { policies: laptops });
    // Pupils': £360 − £36 over 48 months, 81 of 324 in the first year. Staff's: over 24, 162.
    expect(there(plan({ userGroup: 'pupil' }), '2025-03-31').chargePence).toBe(8_100);
    expect(there(plan({ userGroup: 'staff' }), '2025-03-31').chargePence).toBe(16_200);
    // Where no policy names a life the school's own holds: 60 months, 12 of them £72.
    expect(there(school([laptop({ purchaseDate: '2024-04-01' })], { finance: finance({ bookLifeMonths: 60 }) }), '2025-03-31').chargePence).toBe(7_200);
  });

  it('charges a group as so many single items, each rounded by itself', () => {
    // £1 over 36 months: up to March 2025 33.3p, so 33p each; 7 of them 231p and not 233p.
    expect(there(school([laptop({ unitPaidPence: 100, quantity: 7, purchaseDate: '2024-04-01' })]), '2025-03-31')).toMatchObject({ costPence: 700, chargedPence: 231, closingPence: 469, quantity: 7 });
  });

  it('adds an upgrade that reaches the threshold over what is left of its kit’s life, and none below it or of kit written off', () => {
    // A desktop of £480 bought April 2024, 48 months in the books; memory for £60 fitted in April 2026 is written off over the 24 left.
    const policies = policiesWith('desktop', { bookLifeMonths: 48, upgrade: { atMonths: 24, unitPence: 6_000, priceDate: '2026-04-01', what: 'memory' } });
    const desktop = kit({ categoryKey: 'desktop', unitPaidPence: 48_000, purchaseDate: '2024-04-01', upgradeDoneOn: '2026-04-20' });
    const at = (pounds: number): string[] => years(school([desktop], { policies, finance: finance({}, [rule(2024, 60), rule(2026, pounds)]) }), 2025, 2027);
    expect(at(60)).toEqual(['2025: 36000 + 0 − 12000 − 0 = 24000', '2026: 24000 + 6000 − 15000 − 0 = 15000', '2027: 15000 + 0 − 15000 − 0 = 0']);
    expect(at(61)).toEqual(['2025: 36000 + 0 − 12000 − 0 = 24000', '2026: 24000 + 0 − 12000 − 0 = 12000', '2027: 12000 + 0 − 12000 − 0 = 0']);
    expect(years(school([{ ...desktop, upgradeDoneOn: '2028-05-01' }], { policies }), 2028, 2028)).toEqual(['2028: 0 + 0 − 0 − 0 = 0']);
    // The upgrade is no item more.
    expect(there(school([desktop], { policies }), '2026-11-21').quantity).toBe(1);
  });
});

describe('what is in the books at all', () => {
  const out = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}): string[] => {
    const plan = school(assets, parts);
    return bookOn(plan, booksOf(plan, AS_OF), AS_OF).leftOut.map(({ reason, quantity }) => leftOutWords(reason, quantity));
  };

  it('names what it has no price or day for, and counts none of it as nothing', () => {
    const assets = [laptop({ unitPaidPence: null, quantity: 12, purchaseDate: '2024-04-01' }), laptop({ purchaseDate: null }), laptop({ purchaseDate: '2024-04-01' })];
    expect(out(assets)).toEqual(['12 items have no price', '1 item has no purchase date']);
    expect(there(school(assets), '2025-03-31').costPence).toBe(36_000);
  });

  it('leaves out what is leased, and what left on a day nobody wrote down; what is out of use stays', () => {
    const lease = {
      id: 5, kind: 'contract', name: 'Copiers', categoryKey: 'mfd', costCategory: 'other_hardware', amountPence: 1, period: 'yearly', periodYears: null, driver: 'site',
      units: null, deviceCategoryKey: null, priceDate: null, start: null, end: null, noticeDays: null, autoRenews: false, riseBp: null, supplierId: null, fundKey: null,
      reference: null, notes: null, contractKind: 'lease', coversHardware: false, assetIds: [901],
    } as const;
    const assets = [
      laptop({ purchaseDate: '2024-04-01', leaseEnd: '2027-03-31' }), laptop({ id: 901, purchaseDate: '2024-04-01' }), laptop({ purchaseDate: '2024-04-01', fundKey: 'lease' }),
      laptop({ purchaseDate: '2024-04-01', status: 'disposed' }), laptop({ purchaseDate: '2024-04-01', status: 'retired' }),
      kit({ categoryKey: 'software', unitPaidPence: 90_000, purchaseDate: '2024-04-01' }), laptop({ purchaseDate: '2027-01-01', status: 'ordered' }),
    ];
    expect(out(assets, { contracts: [lease] })).toEqual([
      '1 item is software or support, which is never capital here', '3 items are leased and not the school’s own', '1 item left on a day that nobody wrote down',
    ]);
    expect(there(school(assets, { contracts: [lease] }), AS_OF).quantity).toBe(1);
  });

  it('goes by the capital rule of the year of purchase, for one item or for what was bought together', () => {
    const bought = [laptop({ purchaseDate: '2025-09-01', quantity: 6 }), laptop({ purchaseDate: '2024-09-01', quantity: 6 })];
    // 2025/26: £2,000. One laptop is £360, six are £2,160.
    expect(out(bought, { finance: finance({}, [rule(2025, 2_000)]) })).toEqual(['6 items are below the capital threshold']);
    expect(out(bought, { finance: finance({}, [rule(2024, 2_000), rule(2025, 2_161, 'order')]) })).toEqual(['12 items are below the capital threshold']);
    expect(out(bought, { finance: finance({}, [rule(2024, 2_000, 'order')]) })).toEqual([]);
  });

  it('has what a capital fund paid for, whatever it cost, and what an order was placed under a capital code for', () => {
    const dfc = laptop({ purchaseDate: '2025-09-01', fundKey: 'dfc', unitPaidPence: 5_000 });
    expect(out([dfc], { finance: finance({}, [rule(2025, 2_000)]) })).toEqual([]);
    const orders = [{ id: 1, number: '1', supplierId: null, orderedOn: '2025-08-01', expectedOn: null, fundKey: null, notes: null }];
    const line = (code: string) => ({ id: 1, orderId: 1, description: 'Tamar 14', categoryKey: 'laptop', modelId: null, quantity: 1, plannedUnitPence: null, unitPence: 36_000, code });
    const ordered = laptop({ purchaseDate: '2025-09-01', orderLineId: 1 });
    expect(out([ordered], { orders, orderLines: [line('CE04D')], finance: finance({}, [rule(2025, 2_000)]) })).toEqual([]);
    expect(out([ordered], { orders, orderLines: [line('E20E')], finance: finance({}, [rule(2020, 10)]) })).toEqual(['1 item was bought as revenue']);
  });

  it('shows everything with a price for years without a rule, and says so', () => {
    const plan = school([laptop({ purchaseDate: '2024-09-01', quantity: 4 }), laptop({ purchaseDate: '2026-09-01', unitPaidPence: 300_000 })], { finance: finance({}, [rule(2026, 2_000)]) });
    const view = bookOn(plan, booksOf(plan, AS_OF), AS_OF);
    expect(view.total.there.quantity).toBe(5);
    expect(ruleWords(plan, view)).toBe('In the books is what a capital fund paid for, and what reaches £2,000, held against the price of one item. 4 items of years for which the school has set no capital rule are shown all the same.');
    const without = school([laptop({ purchaseDate: '2024-09-01' })]);
    expect(ruleWords(without, bookOn(without, booksOf(without, AS_OF), AS_OF))).toBe('The school has set no capital rule for 2026/27: everything with a price is shown, whatever it cost.');
  });
});

/** Ten laptops of the delegated budget and five panels of devolved formula capital. */
const SMALL = school([
  laptop({ id: 1, quantity: 10, purchaseDate: '2025-09-01', fundKey: 'delegated' }),
  kit({ id: 2, categoryKey: 'interactive_panel', quantity: 5, unitPaidPence: 180_000, purchaseDate: '2024-04-10', fundKey: 'dfc' }),
  laptop({ id: 3, quantity: 2, purchaseDate: null }),
], { policies: policiesWith('interactive_panel', { bookLifeMonths: 60 }) });

describe('the books of a small school, by hand', () => {
  it('stand at what is left of each fund on a year’s last day', () => {
    const view = bookOn(SMALL, booksOf(SMALL, AS_OF), '2027-03-31');
    const told = ({ key, there: { costPence, chargedPence, chargePence, closingPence } }: BookGroup): string => `${key} ${costPence} − ${chargedPence} = ${closingPence}, ${chargePence} this year`;
    // Laptops: 19 of 36 months gone, £190 each of £360. Panels: 36 of 60, £1,080 each of £1,800.
    expect(view.byFund.map(told)).toEqual(['delegated 360000 − 190000 = 170000, 120000 this year', 'dfc 900000 − 540000 = 360000, 180000 this year']);
    expect(view.byKind.map(({ key }) => key)).toEqual(['interactive_panel', 'laptop']);
    expect(told(view.total)).toBe('null 1260000 − 730000 = 530000, 300000 this year');
  });

  it('are told in a sentence, with what is left out', () => {
    const books = booksOf(SMALL, AS_OF);
    expect(bookSentence(SMALL, books, bookOn(SMALL, books, AS_OF)).text).toBe(
      // 15 of 36 months and 32 of 60: £2,100 and £4,200 left.
      'On 21 November 2026 the school’s ICT stands at £6,300 in the books, £4,200 of it from devolved formula capital. Left out and not guessed: 2 items have no purchase date.');
    expect(bookSentence(SMALL, books, bookOn(SMALL, books, '2030-03-31')).text).toContain('all of the school’s ICT is written off in the books: £12,600 was paid for what is there.');
    const empty = school([]);
    expect(bookSentence(empty, booksOf(empty, AS_OF), bookOn(empty, booksOf(empty, AS_OF), AS_OF)).text).toBe('On 21 November 2026 nothing of the school’s ICT is in the books.');
  });

  it('say which schools show depreciation, and how it is counted', () => {
    const books = booksOf(SMALL, AS_OF);
    expect(accountsWords(SMALL, bookOn(SMALL, books, AS_OF))).toContain('A maintained school does not show depreciation in its own budget');
    const academy = { ...SMALL, school: { ...SMALL.school, type: 'academy' as const } };
    expect(accountsWords(academy, bookOn(academy, booksOf(academy, AS_OF), '2027-03-31'))).toBe('An academy charges depreciation in its own accounts: £3,000 for 2026/27 up to this day.');
    expect(conventionWords(SMALL, books)).toContain('written off over 3 years, the usual convention of schools, to nothing');
  });

  const why = (snapshot: PlanSnapshot, column: BookColumn, key: string | null, planned = false, books = booksOf(snapshot, AS_OF)): string[] =>
    explainBook(snapshot, books, { only: key === null ? null : { by: 'fund', key }, column, planned, from: '2026-04-01', to: '2027-03-31' }).steps.map(({ text }) => text);

  it('answer why, in steps that reproduce the figure', () => {
    expect(why(SMALL, 'closingPence', 'dfc')).toEqual([
      'Bought on 10 April 2024 at £1,800, 5 of them: £9,000. Paid from devolved formula capital.',
      'In the books because its fund pays for capital alone.',
      'Written off over 5 years (the policy of interactive panels), to nothing.',
      'Up to 31 March 2027 36 of 60 months count: £1,800 × 36 ÷ 60 = £1,080.',
      'Left: £1,800 − £1,080 = £720 × 5 = £3,600.',
    ]);
    expect(why(SMALL, 'chargePence', 'delegated').slice(-3)).toEqual([
      'Up to 31 March 2026 7 of 36 months count: £360 × 7 ÷ 36 = £70.', 'Up to 31 March 2027 19 of 36 months count: £360 × 19 ÷ 36 = £190.',
      'Charged in between: £190 − £70 = £120 × 10 = £1,200.',
    ]);
    expect(why(SMALL, 'closingPence', null)).toEqual([
      '5 interactive panels, bought 10 April 2024 at £1,800: £3,600.', '10 laptops, bought 1 September 2025 at £360: £1,700.', 'Together £5,300.',
    ]);
    expect(why(SMALL, 'disposalsPence', null)).toEqual(['Nothing: no kit has a share in this figure.']);
  });
});

describe('what the plan makes of the books', () => {
  /** Four laptops kept four years, in the books for five; replaced on 1 September 2027 at £400 from devolved formula capital. */
  const plan = school([laptop({ id: 1, quantity: 4, purchaseDate: '2023-09-01' })], {
    policies: policiesWith('laptop', { lifeMonths: 48, bookLifeMonths: 60, unitPence: 40_000, fundKey: 'dfc' }), inflation: { defaultBp: 0, shipped: false, series: [] },
  });
  const books = booksOf(plan, AS_OF);

  it('adds what is bought as capital and takes off what that replaces, beside what is there and never in it', () => {
    const [, next] = bookYears(books);
    // Bought September 2027 at £400: 7 of 60 months of it by March 2028, £46.67. The old: 55 of 60 gone, £30 left, on 31 March;
    // on 1 September 48 of 60 were gone, £72 left.
    expect(next?.group.there).toMatchObject({ closingPence: 4 * 3_000, disposalsPence: 0, additionsPence: 0 });
    expect(next?.group.planned).toMatchObject({ additionsPence: 160_000, disposalsPence: 4 * 7_200, closingPence: 4 * (40_000 - 4_667) - 4 * 3_000 });
  });

  it('leaves what revenue pays for out of the books', () => {
    const revenue = { ...plan, policies: policiesWith('laptop', { lifeMonths: 48, bookLifeMonths: 60, unitPence: 40_000 }), finance: finance({}, [rule(2027, 2_000)]) };
    expect(bookYears(booksOf(revenue, AS_OF))[1]?.group.planned.additionsPence).toBe(0);
  });

  it('shows what is bought in years without a capital rule, as it does of the register', () => {
    const without = { ...plan, policies: policiesWith('laptop', { lifeMonths: 48, bookLifeMonths: 60, unitPence: 40_000 }) };
    expect(bookYears(booksOf(without, AS_OF))[1]?.group.planned.additionsPence).toBe(160_000);
  });

  it('lets what it buys leave again when that is replaced in its turn', () => {
    // Bought 1 September 2027, kept two years, in the books for five: replaced on 1 September 2029, when 24 of 60 months are gone, £240 of £400 left.
    const short = { ...plan, policies: policiesWith('laptop', { lifeMonths: 24, bookLifeMonths: 60, unitPence: 40_000, fundKey: 'dfc' }), assets: [laptop({ id: 1, quantity: 4, purchaseDate: '2025-09-01' })] };
    const [, , , third] = bookYears(booksOf(short, AS_OF));
    expect(third?.year.label).toBe('2029/30');
    expect(third?.group.planned).toMatchObject({ additionsPence: 160_000, disposalsPence: 4 * 24_000 });
  });

  it('says on a later day what it adds', () => {
    expect(bookSentence(plan, books, bookOn(plan, books, '2028-03-31')).text).toBe(
      'On 31 March 2028 the school’s ICT stands at £120 in the books. What the plan buys and replaces until then adds £1,293.');
    expect(bookSentence(plan, books, bookOn(plan, books, '2040-03-31')).text).toContain('The plan speaks of purchases up to 31 March 2031.');
  });
});

const rows: fc.Arbitrary<Asset[]> = fc.array(fc.record({
  quantity: fc.integer({ min: 1, max: 40 }), purchaseDate: fc.option(day('2018-01-01', '2027-12-31')), unitPaidPence: fc.option(fc.integer({ min: 0, max: 400_000 }), { freq: 8 }),
  fundKey: fc.constantFrom(null, 'delegated', 'dfc', 'grant'), categoryKey: fc.constantFrom('laptop', 'desktop', 'server', 'software'),
  userGroup: fc.constantFrom(null, 'staff' as const, 'pupil' as const), status: fc.constantFrom('in_use' as const, 'disposed' as const, 'retired' as const, 'ordered' as const),
  disposedOn: fc.option(day('2018-01-01', '2030-12-31')), upgradeDoneOn: fc.option(day('2020-01-01', '2027-12-31')),
}).map((parts) => kit(parts)), { maxLength: 8 });

const facts: fc.Arbitrary<PlanSnapshot> = fc.record({
  assets: rows, convention: fc.constantFrom('months' as const, 'days' as const, 'years' as const), startMonth: fc.constantFrom(4, 9, 1),
  life: fc.integer({ min: 1, max: 90 }), residualBp: fc.integer({ min: 0, max: 10_000 }), rules: fc.constantFrom<CapitalRule[]>([], [rule(2019, 500)], [rule(2021, 2_000, 'order')]),
}).map(({ assets, convention, startMonth, life, residualBp, rules }) => {
  const plain = school(assets, { policies: policiesWith('laptop', { residualBp }), finance: finance({ depreciation: convention, bookLifeMonths: life }, rules) });
  return { ...plain, school: { ...plain.school, yearStartMonth: startMonth } };
});

const balances = ({ openingPence, additionsPence, chargePence, disposalsPence, closingPence, costPence, chargedPence }: Movement): void => {
  expect(openingPence + additionsPence - chargePence - disposalsPence).toBe(closingPence);
  expect(costPence - chargedPence).toBe(closingPence);
};
const sumOf = (groups: readonly Movement[]): Movement => groups.reduce((sum, each) =>
  Object.fromEntries(Object.entries(sum).map(([name, value]) => [name, value + each[name as keyof Movement]])) as Movement);

describe('the law of the books', () => {
  it('holds to the penny for each fund and kind and in all, over any stretch of days, with and without the plan', () => {
    fc.assert(fc.property(facts, day('2018-01-01', '2032-12-31'), day('2018-01-01', '2032-12-31'), (snapshot, one, other) => {
      const books = booksOf(snapshot, AS_OF);
      const [from, to] = one <= other ? [one, other] : [other, one];
      const all = movementOfAll(books.entries, books.counting, from, to);
      balances(all);
      for (const by of ['fund', 'kind'] as const) {
        const groups = bookGroups(books, by, from, to);
        for (const { there: own, planned } of groups) { balances(own); balances(planned); }
        if (groups.length > 0) {
          const { quantity: _own, ...sum } = sumOf(groups.map(({ there: own }) => own));
          expect(all).toMatchObject(sum);
        }
      }
    }), { seed: SEED, numRuns: 150 });
  });

  it('begins each year with what the year before ended with', () => {
    fc.assert(fc.property(facts, (snapshot) => {
      const all = bookYears(booksOf(snapshot, AS_OF));
      all.slice(1).forEach(({ group }, at) => {
        expect(group.there.openingPence).toBe(all[at]?.group.there.closingPence);
        expect(group.planned.openingPence).toBe(all[at]?.group.planned.closingPence);
      });
    }), { seed: SEED, numRuns: 60 });
  });

  it('changes in nothing where a group is split', () => {
    fc.assert(fc.property(facts, fc.integer({ min: 1, max: 39 }), day('2018-01-01', '2032-12-31'), (snapshot, taken, on) => {
      const split = snapshot.assets.flatMap((asset) => (asset.quantity <= taken ? [asset] : [{ ...asset, quantity: asset.quantity - taken }, kit({ ...asset, id: asset.id + 1_000_000, quantity: taken })]));
      const view = (plan: PlanSnapshot): unknown => {
        const { total, byFund, byKind, leftOut, withoutRule } = bookOn(plan, booksOf(plan, AS_OF), on);
        return { total, byFund, byKind, withoutRule, leftOut: leftOut.map(({ reason, quantity }) => ({ reason, quantity })) };
      };
      expect(view({ ...snapshot, assets: split })).toEqual(view(snapshot));
    }), { seed: SEED, numRuns: 100 });
  });

  it('charges price less residual over a life, never less than nothing and never more', () => {
    fc.assert(fc.property(facts, (snapshot) => {
      const books: Books = booksOf(snapshot, AS_OF);
      for (const entry of books.entries) {
        const { chargePence, disposalsPence, closingPence } = movementOfAll([entry], books.counting, '1980-01-01', '2060-12-31');
        expect(chargePence).toBeGreaterThanOrEqual(0);
        if (entry.one.leftOn === null) expect(chargePence).toBe(entry.quantity * (entry.one.pricePence - entry.one.residualPence));
        else expect([disposalsPence >= 0, closingPence]).toEqual([true, 0]);
      }
    }), { seed: SEED, numRuns: 80 });
  });
});
