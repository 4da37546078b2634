import { describe, expect, it } from 'vitest';
import type { EntryName, Request } from '../../app/contract/contract.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const facts = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot;
const lastLabel = async (plan: TestPlan): Promise<string | undefined> => (await plan.call('plan.history', { limit: 1 }))[0]?.label;

/** Sends what must be refused: the sentence, and nothing changed. */
async function refused<Name extends EntryName>(plan: TestPlan, name: Name, request: Request<Name>): Promise<string> {
  const before = await facts(plan);
  const result = await plan.dispatch(name, request);
  if (result.ok) throw new Error(`${name} was not refused.`);
  expect(await facts(plan)).toEqual(before);
  return result.error.message;
}

describe('the money profile', () => {
  it('keeps what the school accounts by, and names each change', async () => {
    using plan = planInMemory();
    await plan.call('money.set', { vatRecoverable: false });
    expect(await lastLabel(plan)).toBe('Count VAT as not reclaimed');
    await plan.call('money.set', { codeScheme: 'academy', energyRate: 2_750, selfSupportHourPence: 1_800 });
    expect(await lastLabel(plan)).toBe('Change the money profile');
    expect((await facts(plan)).finance.profile).toMatchObject({ vatRecoverable: false, codeScheme: 'academy', energyRate: 2_750, selfSupportHourPence: 1_800, supportHourPence: null });
    // A form that sends what is there already changes nothing.
    expect((await plan.call('money.set', { vatRecoverable: false, codeScheme: 'academy' })).change).toBeNull();
  });

  it('takes a conversion on the first of a month of the plan, to an academy alone', async () => {
    using plan = planInMemory();
    const to = (on: string, type: 'academy' | 'free_school' | 'special' = 'academy') => ({ conversion: { on, type } });
    expect(await refused(plan, 'money.set', to('2028-09-15'))).toBe('A school converts on the first day of a month, such as 1 September 2028.');
    // The plan begins on 1 April 2026: what the school was before, it is.
    expect(await refused(plan, 'money.set', to('2025-09-01'))).toContain('set the kind of school to academy');
    expect(await refused(plan, 'money.set', to('2028-09-01', 'special'))).toContain('A school converts to an academy');
    await plan.call('money.set', to('2028-09-01'));
    expect(await lastLabel(plan)).toBe('Become an academy on 1 September 2028');
    expect((await facts(plan)).finance.profile.conversion).toEqual({ on: '2028-09-01', type: 'academy', yearStartMonth: 9 });
    expect((await plan.call('money.set', to('2028-09-01'))).change).toBeNull();
    // Once it is one, there is nothing left to convert, and undo brings both back together.
    await plan.call('school.update', { type: 'academy' });
    expect((await facts(plan)).finance.profile.conversion).toBeNull();
    expect(await refused(plan, 'money.set', to('2028-09-01'))).toContain('already is an academy');
    await plan.call('plan.undo', {});
    expect(await facts(plan)).toMatchObject({ school: { type: 'maintained' }, finance: { profile: { conversion: { on: '2028-09-01' } } } });
  });

  it('has one capital rule for a year, which holds until the next', async () => {
    using plan = planInMemory();
    await plan.call('capitalRule.set', { fromYear: 2026, thresholdPence: 1_000_000, basis: 'item', source: 'LA scheme, 1 April 2026' });
    expect(await lastLabel(plan)).toBe('Count £10,000 or more for one item as capital from 2026/27');
    await plan.call('capitalRule.set', { fromYear: 2028, thresholdPence: 200_000, basis: 'order' });
    await plan.call('capitalRule.set', { fromYear: 2026, thresholdPence: 500_000, basis: 'item' });
    const rules = (await facts(plan)).finance.capitalRules.map(({ fromYear, thresholdPence, basis, source }) => [fromYear, thresholdPence, basis, source]);
    expect(rules).toEqual([[2026, 500_000, 'item', null], [2028, 200_000, 'order', null]]);
    await plan.call('capitalRule.remove', { fromYear: 2028 });
    expect((await facts(plan)).finance.capitalRules).toHaveLength(1);
    expect(await refused(plan, 'capitalRule.remove', { fromYear: 2028 })).toBe('No rule for capital begins in 2028/29.');
    expect(await refused(plan, 'capitalRule.set', { fromYear: 2027, thresholdPence: 0, basis: 'item' })).toContain('£0.01 or more');
  });

  it('takes a choice only where the rule asks, the fund allows it and somebody says why', async () => {
    using plan = planInMemory();
    const choice = { year: 2027, costCategory: 'laptops_desktops_tablets', fundKey: 'delegated', nature: 'capital', reason: 'One suite' } as const;
    expect(await refused(plan, 'capitalChoice.set', choice)).toContain('Set it to ask each time');
    await plan.call('capitalRule.set', { fromYear: 2027, thresholdPence: 1_000_000, basis: 'ask' });
    expect(await refused(plan, 'capitalChoice.set', { ...choice, reason: null })).toContain('Say why');
    expect(await refused(plan, 'capitalChoice.set', { ...choice, costCategory: 'it_support' })).toBe('IT support has no capital code and is always revenue.');
    expect(await refused(plan, 'capitalChoice.set', { ...choice, fundKey: 'dfc' })).toContain('pays for capital alone');
    expect(await refused(plan, 'capitalChoice.set', { ...choice, year: 2026 })).toContain('2026/27');
    await plan.call('capitalChoice.set', choice);
    expect((await facts(plan)).finance.capitalChoices).toEqual([choice]);
    await plan.call('capitalChoice.set', { ...choice, nature: null, reason: null });
    expect((await facts(plan)).finance.capitalChoices).toEqual([]);
  });

  it('keeps the numbers of an academy’s return, each for one line', async () => {
    using plan = planInMemory();
    await plan.call('returnLine.set', { costCategory: 'connectivity', nature: 'revenue', lineNumber: '336' });
    expect(await refused(plan, 'returnLine.set', { costCategory: 'onsite_servers', nature: 'revenue', lineNumber: '336' })).toBe('Line 336 already stands for connectivity, revenue.');
    expect(await refused(plan, 'returnLine.set', { costCategory: 'it_support', nature: 'capital', lineNumber: '625' })).toBe('IT support has no capital line.');
    expect(await refused(plan, 'returnLine.set', { costCategory: 'it_support', nature: 'revenue', lineNumber: '=1+1' })).toContain('letters and digits');
    await plan.call('returnLine.set', { costCategory: 'connectivity', nature: 'revenue', lineNumber: null });
    expect((await facts(plan)).finance.returnLines).toEqual([]);
  });
});

describe('funds', () => {
  it('of the school’s own keep their key whatever they are called, and take the rules of their kind', async () => {
    using plan = planInMemory();
    const { value: { key } } = await plan.call('fund.add', { kind: 'grant', name: 'Connect the Classroom', endsOn: '2028-03-31' });
    expect(key).toBe('connect_the_classroom');
    await plan.call('fund.edit', { key, set: { name: 'Wi-Fi grant' } });
    expect(await lastLabel(plan)).toBe('Rename Connect the Classroom to Wi-Fi grant');
    expect((await facts(plan)).funds.find((fund) => fund.key === key)).toMatchObject({ kind: 'grant', name: 'Wi-Fi grant', stopsAtAllocation: true, leftOver: 'returned', usual: false });
    expect((await plan.call('fund.edit', { key, set: { name: 'Wi-Fi grant', excludes: [] } })).change).toBeNull();
    expect(await refused(plan, 'fund.add', { kind: 'grant', name: ' wi-fi  GRANT ' })).toBe('There already is a fund called Wi-Fi grant.');
    // A key that is a kind's stays the kind's.
    expect((await plan.call('fund.add', { kind: 'grant', name: 'Grant!' })).value.key).toBe('grant_2');
  });

  it('have one that is usual, with no rule that would leave anything unpaid', async () => {
    using plan = planInMemory();
    expect(await refused(plan, 'fund.edit', { key: 'delegated', set: { endsOn: '2028-03-31' } })).toContain('it cannot end. Make another fund the usual one first.');
    expect(await refused(plan, 'fund.edit', { key: 'delegated', set: { paysFor: 'capital' } })).toContain('pay for capital alone');
    expect(await refused(plan, 'fund.usual', { key: 'trust_central' })).toContain('stop at its allocation. Change that rule of Trust central first.');
    await plan.call('fund.edit', { key: 'trust_central', set: { stopsAtAllocation: false } });
    await plan.call('fund.usual', { key: 'trust_central' });
    expect((await facts(plan)).funds.filter(({ usual }) => usual).map(({ key }) => key)).toEqual(['trust_central']);
    expect((await plan.call('fund.usual', { key: 'trust_central' })).change).toBeNull();
    await plan.call('fund.usual', { key: 'delegated' });
    expect((await facts(plan)).funds.filter(({ usual }) => usual).map(({ key }) => key)).toEqual(['delegated']);
  });

  it('go only when nothing names them, and say what does', async () => {
    using plan = planInMemory();
    const { value: { key } } = await plan.call('fund.add', { kind: 'grant', name: 'Wi-Fi grant' });
    await plan.call('register.count', { rows: [{ categoryKey: 'wireless_ap', quantity: 30 }] });
    await plan.call('register.edit', { ids: [1], set: { fundKey: key } });
    await plan.call('policy.set', { categoryKey: 'wireless_ap', set: { fundKey: key } });
    await plan.call('budget.set', { year: 2027, fundKey: key, pence: 600_000 });
    expect(await refused(plan, 'fund.remove', { key })).toBe('30 items of kit, 1 policy and the budget of 2027/28 name Wi-Fi grant. Say which fund takes over, and it can go.');
    expect(await refused(plan, 'fund.remove', { key: 'delegated', into: key })).toContain('is the usual fund');
    expect(await refused(plan, 'fund.remove', { key: 'lease' })).toContain('comes with Kitplan and stays');
    expect(await refused(plan, 'fund.remove', { key, into: 'nobodys' })).toBe('The plan has no fund called “nobodys”.');
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', {});
    await plan.call('fund.remove', { key });
    expect((await facts(plan)).funds.some((fund) => fund.key === key)).toBe(false);
  });

  it('merge with everything that names them, and budgets add up', async () => {
    using plan = planInMemory();
    const { value: { key } } = await plan.call('fund.add', { kind: 'grant', name: 'Wi-Fi grant' });
    await plan.call('register.count', { rows: [{ categoryKey: 'wireless_ap', quantity: 30 }] });
    await plan.call('register.edit', { ids: [1], set: { fundKey: key } });
    await plan.call('policy.set', { categoryKey: 'wireless_ap', set: { fundKey: key } });
    await plan.call('budget.set', { year: 2027, fundKey: key, pence: 600_000 });
    await plan.call('budget.set', { year: 2027, pence: 100_000 });
    await plan.call('budget.set', { year: 2028, fundKey: key, costCategory: 'connectivity', nature: 'revenue', pence: 5 });
    await plan.call('scenario.add', { name: 'Later', startFrom: 1, differences: [{ change: { kind: 'policy', categoryKey: 'tablet', userGroup: null, set: { fundKey: key } }, reason: null }] });
    const before = await facts(plan);
    await plan.call('fund.remove', { key, into: 'delegated' });
    expect(await lastLabel(plan)).toBe('Merge Wi-Fi grant into Delegated budget');
    const after = await facts(plan);
    expect(JSON.stringify(after)).not.toContain(key);
    expect(after.budgets).toEqual([
      { year: 2027, fundKey: 'delegated', costCategory: null, nature: null, pence: 700_000 },
      { year: 2028, fundKey: 'delegated', costCategory: 'connectivity', nature: 'revenue', pence: 5 },
    ]);
    expect(after.policies.find(({ categoryKey }) => categoryKey === 'wireless_ap')?.fundKey).toBe('delegated');
    await plan.call('plan.undo', {});
    expect(await facts(plan)).toEqual(before);
  });

  it('do not merge away a budget that a scenario sets for itself', async () => {
    using plan = planInMemory();
    const { value: { key } } = await plan.call('fund.add', { kind: 'grant', name: 'Wi-Fi grant' });
    await plan.call('scenario.add', { name: 'Bid wins', startFrom: 1, differences: [{ change: { kind: 'budget', year: 2027, fundKey: key, pence: 600_000 }, reason: null }] });
    expect(await refused(plan, 'fund.remove', { key })).toBe('1 difference of a scenario names Wi-Fi grant. Say which fund takes over, and it can go.');
    expect(await refused(plan, 'fund.remove', { key, into: 'delegated' })).toBe('Bid wins has a budget of its own for Wi-Fi grant. Take that difference out of it first.');
  });
});
