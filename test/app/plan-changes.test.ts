import { describe, expect, it } from 'vitest';
import { planInMemory, testPlan } from '../support/plan-in-memory.ts';

describe('changing the plan', () => {
  it('keeps kit counted by hand, its year taken as September and marked as assumed', async () => {
    using plan = planInMemory();
    await plan.call('register.count', { rows: [
      { categoryKey: 'laptop', userGroup: 'pupil', quantity: 30, boughtIn: '2022/23', unitPaidPence: 36_500, room: 'Trolley A' },
      { categoryKey: 'server', quantity: 1, boughtIn: '2024-08-14' },
      { categoryKey: 'visualiser', quantity: 4 },
    ] });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets.map(({ description, quantity, purchaseDate, purchaseDateAssumed }) =>
      [description, quantity, purchaseDate, purchaseDateAssumed])).toEqual([
      ['Laptops', 30, '2022-09-01', true], ['Servers', 1, '2024-08-14', false], ['Visualisers', 4, null, false],
    ]);
  });

  it('names each change for people, with who made it and why', async () => {
    using plan = planInMemory();
    await plan.call('budget.set', { year: 2026, pence: 11_840_000, role: 'business_manager', reason: 'Agreed by finance committee' });
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set: { lifeMonths: 60 } });
    await plan.call('inflation.set', { categoryKey: 'laptop', year: 2027, bp: 1_700 });
    const history = await plan.call('plan.history', {});
    expect(history.map(({ label, role, reason }) => [label, role, reason])).toEqual([
      ['Set the price rise of laptops to 17% in 2027/28', 'network_manager', null],
      ['Change the policy for pupil laptops', 'network_manager', null],
      ['Set the 2026/27 budget (delegated budget) to £118,400', 'business_manager', 'Agreed by finance committee'],
    ]);
  });

  it('leaves no trace of a change that changed nothing', async () => {
    using plan = planInMemory();
    await plan.call('budget.set', { year: 2026, pence: 100_00 });
    const { change } = await plan.call('budget.set', { year: 2026, pence: 100_00 });
    expect(change).toBeNull();
    expect(await plan.call('plan.history', {})).toHaveLength(1);
  });

  it('reaches the shipped policies of user groups when a whole category changes, but not one the school has set', async () => {
    using plan = planInMemory();
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'staff', set: { lifeMonths: 36 } });
    await plan.call('policy.set', { categoryKey: 'laptop', set: { lifeMonths: 72 } });
    const { snapshot } = await plan.call('plan.snapshot', {});
    const lives = snapshot.policies.filter(({ categoryKey }) => categoryKey === 'laptop')
      .map(({ userGroup, lifeMonths }) => [userGroup, lifeMonths] as const);
    expect(new Map(lives)).toEqual(new Map([[null, 72], ['staff', 36], ['pupil', 72]]));
  });

  it('says that a life is a convention until the school sets a life, not only a price', async () => {
    using plan = planInMemory();
    const shippedFor = async (key: string): Promise<boolean | undefined> =>
      (await plan.call('plan.snapshot', {})).snapshot.policies.find(({ categoryKey }) => categoryKey === key)?.shipped;
    await plan.call('policy.set', { categoryKey: 'server', set: { unitPence: 540_000, priceDate: '2026-09-01' } });
    expect(await shippedFor('server')).toBe(true);
    await plan.call('policy.set', { categoryKey: 'server', set: { lifeMonths: 60 } });
    expect(await shippedFor('server')).toBe(false);
    await plan.call('inflation.set', { categoryKey: 'laptop', bp: 500 });
    expect((await plan.call('plan.snapshot', {})).snapshot.inflation.shipped).toBe(true);
    await plan.call('inflation.set', { bp: 250 });
    expect((await plan.call('plan.snapshot', {})).snapshot.inflation.shipped).toBe(false);
  });

  it('changes only the fields that an edit carries, for every asset it names', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('register.count', { rows: [
      { categoryKey: 'desktop', quantity: 16, boughtIn: '2023', unitPaidPence: 39_800, room: 'IT1' },
      { categoryKey: 'desktop', quantity: 16, boughtIn: '2023', unitPaidPence: 39_800, room: 'IT2' },
    ] });
    await plan.call('register.edit', { ids: [...value.ids], set: { room: 'IT3', purchaseDate: '2023-12-12' } });
    const { snapshot } = await plan.call('plan.snapshot', {});
    const it3 = snapshot.locations.find(({ name }) => name === 'IT3')?.id;
    expect(snapshot.assets.map(({ locationId, purchaseDate, purchaseDateAssumed, unitPaidPence }) =>
      [locationId, purchaseDate, purchaseDateAssumed, unitPaidPence])).toEqual([
      [it3, '2023-12-12', false, 39_800], [it3, '2023-12-12', false, 39_800],
    ]);
    const history = await plan.call('plan.history', { assetId: value.ids[0] ?? 0 });
    expect(history[0]?.label).toBe('Change 2 rows of the register');
    await plan.call('register.edit', { ids: [value.ids[0] ?? 0], set: { tag: 'DT-1' } });
    await plan.call('register.edit', { ids: [value.ids[0] ?? 0], set: { room: 'IT4' } });
    expect((await plan.call('plan.history', { limit: 1 }))[0]?.label).toBe('Change the room of DT-1');
    expect(history[0]?.fields.map(({ field }) => field)).toContain('Purchase date');
  });

  it('says which asset is no longer there', async () => {
    using plan = planInMemory();
    expect(await plan.dispatch('register.edit', { ids: [7], set: { room: 'IT3' } }))
      .toMatchObject({ ok: false, error: { code: 'not_found', field: 'ids' } });
  });

  it('refuses a purchase in the future at its field', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('register.count', { rows: [{ categoryKey: 'desktop', quantity: 1 }] });
    expect(await plan.dispatch('register.edit', { ids: value.ids, set: { purchaseDate: '2027-01-01' } }))
      .toMatchObject({ ok: false, error: { code: 'invalid_input', field: 'purchaseDate' } });
  });

  it('refuses a first day of use to come, and support that ended before it was bought, at their fields', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('register.count', { rows: [{ categoryKey: 'desktop', quantity: 1, boughtIn: '2024-09-02' }] });
    const refusal = async (set: Readonly<Record<string, string>>): Promise<unknown> => {
      const result = await plan.dispatch('register.edit', { ids: value.ids, set });
      return result.ok ? 'taken' : [result.error.field, result.error.message];
    };
    expect(await refusal({ inServiceDate: '2026-11-22' })).toEqual(['inServiceDate', 'Desktops, first day in use: 22 November 2026 is still to come. Kit that is in use was first used on 21 November 2026 or earlier.']);
    expect(await refusal({ inServiceDate: '2026-11-21' })).toBe('taken');
    expect(await refusal({ inServiceDate: '2027-01-04', status: 'in_stock' })).toBe('taken');
    expect(await refusal({ status: 'in_use' })).toEqual(['inServiceDate', 'Desktops, first day in use: 4 January 2027 is still to come. Kit that is in use was first used on 21 November 2026 or earlier.']);
    expect(await refusal({ vendorSupportEnd: '2024-09-01' })).toEqual(['vendorSupportEnd', 'Desktops, end of maker’s support: Must be after 2 September 2024, when it was bought.']);
    expect(await refusal({ vendorSupportEnd: '2029-06-30' })).toBe('taken');
    expect(await refusal({ purchaseDate: '2029-07-01', status: 'ordered' })).toEqual(['purchaseDate', 'Desktops, purchase date: Must be before 30 June 2029, when its maker’s support ends.']);
  });

  it('gives a plan file the school’s name once it has one, and keeps its history', async () => {
    using plan = testPlan({ kind: 'last_or_new' });
    expect((await plan.call('app.state', {})).plan?.fileName).toBe('My plan.kitplan');
    await plan.call('school.update', { name: 'St Bede’s / Upper', pupils: 640 });
    const { plan: state } = await plan.call('app.state', {});
    expect(state?.fileName).toBe('St Bede’s Upper.kitplan');
    expect(state?.undo?.label).toBe('Name the school St Bede’s / Upper');
    await plan.call('plan.undo', {});
    expect((await plan.call('app.state', {})).plan?.schoolName).not.toContain('Bede');
  });

  it('calls a change of the school by what changed, though its form sends every field', async () => {
    using plan = planInMemory();
    const form = { name: 'Ashdown School', type: 'maintained', pupils: 1_140, staff: 118, yearStartMonth: 4, horizonYears: 5 } as const;
    const undone = async (changes: Partial<Record<keyof typeof form, string | number | null>>): Promise<string | undefined> => {
      await plan.dispatch('school.update', { ...form, ...changes });
      return (await plan.call('app.state', {})).plan?.undo?.label;
    };
    expect(await undone({})).toBe('Name the school Ashdown School');
    expect(await undone({ pupils: 1_240 })).toBe('Set the number of pupils to 1,240');
    expect(await undone({ pupils: null })).toBe('Take out the number of pupils');
    expect(await undone({ pupils: null, staff: 120 })).toBe('Set the number of staff to 120');
    expect(await undone({ pupils: 1_200, staff: 118 })).toBe('Change the school’s details');
    expect(await undone({ pupils: 1_200, staff: 118, horizonYears: 7 })).toBe('Plan for 7 years');
  });

  it('opens a copy of the made-up school beside the plan that was open, which stays as it was', async () => {
    using plan = testPlan({ kind: 'last_or_new' });
    await plan.call('register.count', { rows: [{ categoryKey: 'laptop', quantity: 2 }] });
    const sample = await plan.call('plan.sample', {});
    expect(sample).toMatchObject({ schoolName: 'Hillcrest School', sample: true, undo: null });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1063);
    const mine = (await plan.call('plan.list', {})).find(({ fileName }) => fileName === 'My plan.kitplan');
    await plan.call('plan.open', { path: mine?.path ?? '' });
    expect((await plan.call('app.state', {})).plan).toMatchObject({ assetRows: 1, sample: false });
  });

  it('keeps the plan that is open when another cannot be opened', async () => {
    using plan = testPlan({ kind: 'last_or_new' });
    expect(await plan.dispatch('plan.open', { path: '/nowhere/gone.kitplan' }))
      .toMatchObject({ ok: false, error: { message: expect.stringContaining('gone.kitplan') } });
    expect((await plan.call('app.state', {})).plan?.fileName).toBe('My plan.kitplan');
  });
});
