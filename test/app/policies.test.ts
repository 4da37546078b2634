import { describe, expect, it } from 'vitest';
import type { Request } from '../../app/contract/contract.ts';
import type { RefreshPolicy } from '../../planning/snapshot.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const policyOf = async (plan: TestPlan, is: (policy: RefreshPolicy) => boolean): Promise<RefreshPolicy | undefined> =>
  (await plan.call('plan.snapshot', {})).snapshot.policies.find(is);
const pupilLaptops = ({ categoryKey, userGroup, modelId }: RefreshPolicy): boolean => categoryKey === 'laptop' && userGroup === 'pupil' && modelId === null;

describe('a policy', () => {
  it('keeps everything that can be said of it', async () => {
    using plan = planInMemory();
    const { value: model } = await plan.call('models.add', { categoryKey: 'laptop', name: '14', make: 'Tamar' });
    const set = {
      lifeMonths: 60, binding: ['policy_life', 'warranty_end'], toleranceMonths: 6, leastMonths: 48, mostMonths: 72, unitPence: 38_000, priceDate: '2026-09-02',
      priceSource: 'quote', replacementModelId: model.id, upgrade: { atMonths: 36, unitPence: 4_000, priceDate: '2026-06-12', what: 'battery' },
      lossBp: 500, lossFrom: 'record', purchaseMonths: [7, 8], fundKey: 'dfc', disposalPence: 500, tradeInPence: 2_000,
    } as const satisfies Request<'policy.set'>['set'];
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set });
    expect(await policyOf(plan, pupilLaptops)).toMatchObject(set);
    // Nothing said takes it back, field by field.
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set: { upgrade: null, purchaseMonths: [], fundKey: null, leastMonths: null, replacementModelId: null } });
    expect(await policyOf(plan, pupilLaptops)).toMatchObject({ upgrade: null, purchaseMonths: [], fundKey: null, leastMonths: null, mostMonths: 72, replacementModelId: null });
  });

  it('of one model, or of one item, starts from the one that held, and gives way to it again', async () => {
    using plan = planInMemory();
    const { value: model } = await plan.call('models.add', { categoryKey: 'laptop', name: '14', make: 'Tamar' });
    const { value: kit } = await plan.call('register.count', { rows: [{ categoryKey: 'laptop', userGroup: 'pupil', quantity: 1 }] });
    const [assetId = 0] = kit.ids;
    await plan.call('register.edit', { ids: [assetId], set: { make: 'Tamar', model: '14' } });
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set: { unitPence: 36_500 } });
    const ofModel = { categoryKey: 'laptop', userGroup: 'pupil', modelId: model.id } as const;
    await plan.call('policy.set', { ...ofModel, set: { lifeMonths: 72 } });
    expect(await policyOf(plan, ({ modelId }) => modelId === model.id)).toMatchObject({ lifeMonths: 72, unitPence: 36_500, shipped: false });
    // Said of the model again without the user group: the same policy.
    await plan.call('policy.set', { categoryKey: 'laptop', modelId: model.id, set: { lifeMonths: 84 } });
    const policies = (await plan.call('plan.snapshot', {})).snapshot.policies.filter(({ modelId }) => modelId === model.id);
    expect(policies.map(({ lifeMonths }) => lifeMonths)).toEqual([84]);
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', modelId: model.id, assetId, set: { binding: [] } });
    expect(await policyOf(plan, (policy) => policy.assetId === assetId)).toMatchObject({ binding: [], lifeMonths: 84 });
    await plan.call('policy.remove', { categoryKey: 'laptop', assetId });
    expect(await policyOf(plan, (policy) => policy.assetId === assetId)).toBeUndefined();
    await plan.call('policy.remove', ofModel);
    expect((await plan.call('plan.history', { limit: 1 }))[0]?.label).toBe('Take away the policy for Tamar 14');
    await plan.call('plan.undo', {});
    expect(await policyOf(plan, ({ modelId }) => modelId === model.id)).toMatchObject({ lifeMonths: 84 });
  });

  it('of a whole kind cannot be taken away, only put back to the usual, and keeps its price', async () => {
    using plan = planInMemory();
    await plan.call('policy.set', { categoryKey: 'desktop', set: { lifeMonths: 72, binding: [], upgrade: null, unitPence: 41_500, priceDate: '2026-06-12' } });
    expect(await plan.dispatch('policy.remove', { categoryKey: 'desktop' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    await plan.call('policy.usual', { categoryKey: 'desktop' });
    expect(await policyOf(plan, ({ categoryKey }) => categoryKey === 'desktop')).toMatchObject({
      lifeMonths: 60, binding: ['policy_life', 'vendor_support_end', 'os_end'], upgrade: { atMonths: 36, what: 'memory' }, unitPence: 41_500, shipped: true,
    });
    const { value: kind } = await plan.call('categories.add', { singular: 'robot', plural: 'robots', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 60 });
    expect(await plan.dispatch('policy.usual', { categoryKey: kind.key })).toMatchObject({ ok: false, error: { message: 'Kitplan knows no usual life for robots.' } });
  });

  it.each<[string, Request<'policy.set'>['set'], string, RegExp]>([
    ['a life of no months', { lifeMonths: 0 }, 'set.lifeMonths', /1 to 600 months/],
    ['a life of −3 months', { lifeMonths: -3 }, 'set.lifeMonths', /1 to 600 months/],
    ['a price of £20 million', { unitPence: 2_000_000_000 }, 'set.unitPence', /at most £10 million/],
    ['a loss rate over 100 %', { lossBp: 10_001 }, 'set.lossBp', /0 to 100%/],
    ['an upgrade after the end of life', { lifeMonths: 48, upgrade: { atMonths: 48, unitPence: null, what: 'memory' } }, 'set.upgrade', /1 month to 3 years 11 months works here/],
    ['a least above the most', { leastMonths: 72, mostMonths: 60 }, 'set.leastMonths', /5 years or less works here/],
    ['a life outside the school’s own range', { lifeMonths: 84, leastMonths: 36, mostMonths: 60 }, 'set.lifeMonths', /3 years to 5 years/],
    ['a range that leaves the life out', { leastMonths: 60 }, 'set.leastMonths', /4 years or less works here/],
    ['a price of a day to come', { unitPence: 38_000, priceDate: '2026-11-22' }, 'set.priceDate', /21 November 2026 or earlier works here/],
    ['an upgrade at a price of a day to come', { upgrade: { atMonths: 24, unitPence: 4_000, priceDate: '2027-01-01', what: 'memory' } }, 'set.upgrade', /21 November 2026/],
    ['a month that no year has', { purchaseMonths: [13] }, 'set.purchaseMonths.0', /1 to 12/],
    ['a replacement that no list has', { replacementModelId: 77 }, 'set.replacementModelId', /no model with the number 77/],
  ])('refuses %s at its field, with what works', async (_, set, field, message) => {
    using plan = planInMemory();
    const before = await policyOf(plan, pupilLaptops);
    expect(await plan.dispatch('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set }))
      .toMatchObject({ ok: false, error: { field, message: expect.stringMatching(message) } });
    expect(await policyOf(plan, pupilLaptops)).toEqual(before);
  });

  it('that is odd already can still be mended field by field', async () => {
    using plan = planInMemory();
    // A life shorter than the upgrade is no mistake of the life: the upgrade then never comes.
    await plan.call('policy.set', { categoryKey: 'desktop', set: { lifeMonths: 24 } });
    await plan.call('policy.set', { categoryKey: 'desktop', set: { unitPence: 41_500 } });
    expect(await plan.dispatch('policy.set', { categoryKey: 'desktop', set: { upgrade: { atMonths: 30, unitPence: null, what: 'memory' } } })).toMatchObject({ ok: false });
  });

  it('knows who changed it and why, from what to what, also after it was taken away', async () => {
    using plan = planInMemory();
    const subject = { categoryKey: 'laptop', userGroup: 'pupil' } as const;
    await plan.call('policy.set', { ...subject, set: { lifeMonths: 60 }, role: 'business_manager', reason: 'Agreed by the finance committee' });
    await plan.call('policy.set', { ...subject, set: { unitPence: 38_000, priceDate: '2026-09-02', priceSource: 'quote' } });
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'staff', set: { lifeMonths: 36 } });
    const history = await plan.call('policy.history', subject);
    expect(history.map(({ role, reason, fields, undoable }) => ({ role, reason, fields, undoable }))).toEqual([
      { role: 'network_manager', reason: null, undoable: true, fields: [
        { field: 'Price', before: 'no price of its own', after: '£380' }, { field: 'Price date', before: 'no date', after: '2 Sep 2026' },
        { field: 'Price source', before: 'not said', after: 'quote' },
      ] },
      { role: 'business_manager', reason: 'Agreed by the finance committee', undoable: true, fields: [
        { field: 'Life', before: '4 years', after: '5 years' }, { field: 'Whose', before: 'usual in schools', after: 'the school’s own' },
      ] },
    ]);
    await plan.call('policy.remove', subject);
    await plan.call('plan.undo', {});
    const [undone, removed] = await plan.call('policy.history', subject);
    expect(removed).toMatchObject({ label: 'Take away the policy for pupil laptops', undoable: false });
    expect(undone).toMatchObject({ kind: 'undo', undoable: false });
    expect(await plan.dispatch('policy.history', { categoryKey: 'hoverboard' })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('price rises', () => {
  it('know who changed them and why, each year by itself', async () => {
    using plan = planInMemory();
    await plan.call('inflation.set', { bp: 250, reason: 'As the council plans' });
    await plan.call('inflation.set', { categoryKey: 'laptop', year: 2027, bp: 1_700, reason: 'Memory prices' });
    await plan.call('inflation.set', { categoryKey: 'laptop', year: 2027, bp: -200, role: 'slt' });
    await plan.call('inflation.set', { categoryKey: 'laptop', bp: 400 });
    const told = async (request: Request<'inflation.history'>): Promise<unknown> =>
      (await plan.call('inflation.history', request)).map(({ reason, role, fields }) => [role, reason, ...fields.map(({ field, before, after }) => `${field}: ${before} → ${after}`)]);
    await plan.call('inflation.set', { year: 2028, bp: 600 });
    await plan.call('inflation.set', { year: 2028, bp: null });
    expect(await told({})).toEqual([
      ['network_manager', null, '2028/29: 6% → as every year'],
      ['network_manager', null, '2028/29: null → 6%'],
      ['network_manager', 'As the council plans', 'Every year: 3% → 2.5%'],
    ]);
    expect(await told({ categoryKey: 'laptop' })).toEqual([
      ['network_manager', null, 'Every year: null → 4%'],
      ['slt', null, '2027/28: 17% → −2%'],
      ['network_manager', 'Memory prices', '2027/28: null → 17%'],
    ]);
  });

  it.each([[5_100, /at most 50%/], [90_000, /at most 50%/], [-5_001, /at least −50%/]])('of %i basis points are refused at the field', async (bp, message) => {
    using plan = planInMemory();
    expect(await plan.dispatch('inflation.set', { bp })).toMatchObject({ ok: false, error: { field: 'bp', message: expect.stringMatching(message) } });
  });
});

describe('what the plan counts with', () => {
  it('is set with the school, each under its own name', async () => {
    using plan = planInMemory();
    const label = async (set: Request<'school.update'>): Promise<string | undefined> => (await plan.call('school.update', set)).change?.label;
    expect(await label({ horizonYears: 7 })).toBe('Plan for 7 years');
    expect(await label({ backlogYears: 3 })).toBe('Buy overdue kit over 3 years');
    expect(await label({ vatBp: 1_750 })).toBe('Set VAT to 17.5%');
    expect(await label({ priceAgeMonths: 18 })).toBe('Count a price as old after 1½ years');
    expect((await plan.call('plan.snapshot', {})).snapshot.school).toMatchObject({ horizonYears: 7, backlogYears: 3, vatBp: 1_750, priceAgeMonths: 18 });
  });

  it.each([
    ['horizonYears', 0, /3 to 10 years/], ['horizonYears', 40, /3 to 10 years/], ['backlogYears', 0, /1 to 10 years/], ['backlogYears', 11, /1 to 10 years/],
    ['vatBp', -1, /0 to 50%/], ['vatBp', 5_001, /0 to 50%/], ['priceAgeMonths', 0, /1 to 120 months/], ['priceAgeMonths', 121, /1 to 120 months/],
  ])('refuses %s of %i at its field', async (field, value, message) => {
    using plan = planInMemory();
    expect(await plan.dispatch('school.update', { [field]: value })).toMatchObject({ ok: false, error: { field, message: expect.stringMatching(message) } });
  });
});
