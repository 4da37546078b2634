import { describe, expect, it } from 'vitest';
import { zipEntries } from '../support/zip-entries.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

/** Ten laptops of £360 bought 1 September 2025, two without a price, and a panel of devolved formula capital. */
async function smallSchool(): Promise<TestPlan> {
  const plan = planInMemory();
  await plan.call('school.update', { name: 'Hillcrest School', pupils: 1_140 });
  await plan.call('register.cells', { add: [
    { description: 'Tamar 14 laptop', categoryKey: 'laptop', quantity: 10, purchaseDate: '2025-09-01', unitPaidPence: 36_000, tag: 'Trolley A' },
    { description: '=HYPERLINK("x")', categoryKey: 'laptop', tag: 'Trolley B', quantity: 2, purchaseDate: '2025-09-01' },
    { description: 'Marlow 75 panel', tag: 'Panel 1', categoryKey: 'interactive_panel', quantity: 1, purchaseDate: '2024-04-10', unitPaidPence: 180_000, fundKey: 'dfc' },
  ] });
  return plan;
}

const csvOf = ({ base64 }: { readonly base64: string }): string[][] =>
  Buffer.from(base64, 'base64').toString('utf8').replace(/^\ufeff/u, '').trim().split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));

describe('book values asked for', () => {
  it('stand at what is left on the day, past, today or to come, by fund', async () => {
    using plan = await smallSchool();
    // Laptops: 19 of 36 months gone on 31 March 2027, £170 each left. The panel: 36 of 36 gone.
    const book = await plan.call('value.book', { asOf: '2027-03-31' });
    expect(book.byFund.map(({ name, there: { closingPence } }) => [name, closingPence])).toEqual([['Devolved formula capital', 0], ['No fund written down', 170_000]]);
    expect(book.leftOut).toEqual([{ reason: 'no_price', quantity: 2, words: '2 items have no price' }]);
    // A year before the laptops came: 12 of 36 months of the panel gone.
    expect((await plan.call('value.book', { asOf: '2025-03-31' })).total.there).toMatchObject({ quantity: 1, costPence: 180_000, closingPence: 120_000 });
    expect(book.years.map(({ label }) => label)).toEqual(['2026/27', '2027/28', '2028/29', '2029/30', '2030/31']);
  });

  it('follow the life in the books and the residual that a policy is given, and go back when that is undone', async () => {
    using plan = await smallSchool();
    const left = async (): Promise<number | undefined> => (await plan.call('value.book', { asOf: '2027-03-31' })).byKind.find(({ key }) => key === 'laptop')?.there.closingPence;
    expect(await left()).toBe(170_000);
    // Over 60 months to 10%: £324 × 19 ÷ 60 = £102.60 gone of each, £257.40 left.
    await plan.call('policy.set', { categoryKey: 'laptop', set: { bookLifeMonths: 60, residualBp: 1_000 } });
    expect(await left()).toBe(257_400);
    await plan.call('plan.undo', {});
    expect(await left()).toBe(170_000);
    expect(await plan.dispatch('policy.set', { categoryKey: 'laptop', set: { residualBp: 10_001 } }))
      .toMatchObject({ ok: false, error: { field: 'set.residualBp', message: 'set.residualBp: What it stands at in the end is 0 to 100% of its price.' } });
  });

  it('go out as a table whose rows add up to the books, safe against formulas, with what is left out named', async () => {
    using plan = await smallSchool();
    const [heads = [], ...rows] = csvOf(await plan.call('documents.bookValues', { format: 'csv', asOf: '2027-03-31' }));
    const at = (name: string): number => heads.indexOf(name);
    expect(rows).toHaveLength(3);
    const { total: { there } } = await plan.call('value.book', { asOf: '2027-03-31' });
    const sum = (name: string): number => rows.reduce((all, row) => all + Math.round(Number(row[at(name)] ?? 0) * 100), 0);
    expect([sum('Cost, net'), sum('Charged so far'), sum('Charged this year'), sum('Net book value')])
      .toEqual([there.costPence, there.chargedPence, there.chargePence, there.closingPence]);
    expect(rows[2]?.slice(at('Fund'), at('Bought') + 1)).toEqual(['No fund written down', 'no, it has no price', '2025-09-01']);
    expect(rows[2]?.[at('Description')]).toBe(`'=HYPERLINK("x")`);
    const workbook = await plan.call('documents.bookValues', { format: 'xlsx', asOf: '2027-03-31' });
    expect(workbook.fileName).toBe('Hillcrest School book values 2027-03-31.xlsx');
    expect([...zipEntries(Buffer.from(workbook.base64, 'base64')).keys()]).toContain('xl/worksheets/sheet1.xml');
  });
});

describe('what a kind takes while it is used', () => {
  const set = { categoryKey: 'laptop', watts: 45, hoursPerDayTenths: 65, daysPerYear: 190, supportMinutes: 40, selfSupportMinutes: 90 };

  it('is said in one change, counts in the whole-life cost, and is gone when nothing is said any more', async () => {
    using plan = await smallSchool();
    const energy = async () => (await plan.call('value.wholeLife', {})).kinds.find(({ categoryKey }) => categoryKey === 'laptop')?.parts.find(({ part }) => part === 'energy');
    expect(await energy()).toMatchObject({ pence: null, words: 'Nobody has entered what one draws in watts. It is left out and not taken as nothing.' });
    const { change } = await plan.call('upkeep.set', set);
    expect(change?.label).toBe('Set what laptops take while they are used');
    await plan.call('money.set', { energyRate: 2_450 });
    expect(await energy()).toMatchObject({ pence: 1_362, words: '45 W × 6.5 hours × 190 days ÷ 1,000 = 55.6 kWh a year, at 24.5p each: £13.62.' });
    await plan.call('upkeep.set', { categoryKey: 'laptop', watts: null, hoursPerDayTenths: null, daysPerYear: null, supportMinutes: null, selfSupportMinutes: null });
    expect((await plan.call('plan.snapshot', {})).snapshot.finance.upkeep).toEqual([]);
    await plan.call('plan.undo', {});
    expect((await plan.call('plan.snapshot', {})).snapshot.finance.upkeep).toEqual([set]);
    expect((await plan.call('upkeep.set', set)).change).toBeNull();
  });

  it.each([
    ['watts', 20_001, 'What one draws is 0 to 20,000 watts.'], ['hoursPerDayTenths', 241, 'A day has 0 to 24 hours.'], ['daysPerYear', 367, 'A year has 0 to 366 days.'],
    ['supportMinutes', -1, 'Support for one is 0 to 60,000 minutes a year.'], ['selfSupportMinutes', 1.5, 'The time of its users is 0 to 60,000 minutes a year.'],
  ])('refuses %s of %d at its field, with what works', async (field, value, message) => {
    using plan = await smallSchool();
    expect(await plan.dispatch('upkeep.set', { ...set, [field]: value })).toMatchObject({ ok: false, error: { field, message: `${field}: ${message}` } });
    expect((await plan.call('plan.snapshot', {})).snapshot.finance.upkeep).toEqual([]);
  });

  it('refuses a kind and a model that the plan does not have', async () => {
    using plan = await smallSchool();
    expect(await plan.dispatch('upkeep.set', { ...set, categoryKey: 'hoverboard' })).toMatchObject({ ok: false, error: { code: 'not_found', message: 'The plan has no category called “hoverboard”.' } });
    expect(await plan.dispatch('value.wholeLife', { models: [99] })).toMatchObject({ ok: false, error: { code: 'not_found', message: 'No model has the number 99. It may have been removed.' } });
  });

  it('holds two models against each other', async () => {
    using plan = await smallSchool();
    const model = async (name: string, unitPence: number): Promise<number> => (await plan.call('models.add', { categoryKey: 'laptop', name, unitPence, priceDate: '2026-11-21' })).value.id;
    const models = [await model('Tamar 14', 36_000), await model('Kestrel 13', 40_800)];
    const { comparison } = await plan.call('value.wholeLife', { models });
    // £360 ÷ 4 = £90 against £408 ÷ 4 = £102.
    expect(comparison).toBe('Tamar 14 costs £12 a year less than Kestrel 13 over its life: £90 against £102.');
  });
});
