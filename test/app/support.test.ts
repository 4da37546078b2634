import { describe, expect, it } from 'vitest';
import { publishedWords, releaseName } from '../../planning/support/release.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const named = async (plan: TestPlan, name: string) => {
  const found = (await plan.call('support.list', {})).filter((release) => releaseName(release) === name);
  return found[found.length - 1] ?? { id: 0 };
};
const firstAsset = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.assets[0];

async function school(): Promise<TestPlan> {
  const plan = planInMemory();
  await plan.call('register.count', { rows: [{ categoryKey: 'laptop', quantity: 30, boughtIn: '2023' }, { categoryKey: 'chromebook', quantity: 10, boughtIn: '2023' }] });
  return plan;
}

describe('the support list of a plan', () => {
  it('comes with source and day, and knows what has ended without a day', async () => {
    using plan = planInMemory();
    const list = await plan.call('support.list', {});
    expect(list).toHaveLength(796);
    expect(list.every(({ source, asOf, shipped }) => source === 'endoflife.date' && asOf === '2026-08-22' && shipped)).toBe(true);
    expect(list.find(({ product, cycle }) => product === 'samsung-galaxy-tab' && cycle === 'galaxy-tab-a-9.7')).toMatchObject({ securityEnd: null, endedUndated: true });
    expect(list.find(({ product, cycle }) => product === 'ipados' && cycle === '17')).toMatchObject({ securityEnd: null, endedUndated: false });
  });

  it('ships no price in pounds: what was published in dollars is there to read, with its source and day', async () => {
    using plan = planInMemory();
    expect((await plan.call('support.list', {})).every(({ extendedYearPence }) => extendedYearPence === null)).toBe(true);
    const words = publishedWords(await plan.call('support.prices', {}), { product: 'windows', cycle: '10-22h2' });
    expect(words).toContain('Published for education, a device: $1 in year 1, $2 in year 2 and $4 in year 3 (');
    expect(words).toContain('as of 22 August 2026');
    expect(publishedWords(await plan.call('support.prices', {}), { product: 'windows', cycle: '11-24h2-e' })).toBeNull();
  });

  it('gives kit a release, whose name and end the register then shows', async () => {
    using plan = await school();
    const release = await named(plan, 'Windows 10 22H2');
    await plan.call('support.assign', { assetIds: [1], releaseId: release.id, canMove: false });
    expect(await firstAsset(plan)).toMatchObject({ osReleaseId: release.id, osName: 'Windows 10 22H2', osEnd: '2025-10-14', osCanMove: false });
    expect((await plan.call('plan.history', { limit: 1 }))[0]?.label).toBe('Say that 30 items run Windows 10 22H2');
    await plan.call('plan.undo', {});
    expect(await firstAsset(plan)).toMatchObject({ osReleaseId: null, osName: null, osCanMove: true });
  });

  it('takes the maker’s end by device and by model', async () => {
    using plan = await school();
    await plan.call('support.assign', { assetIds: [2], makerEnd: '2031-06-30' });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets.map(({ vendorSupportEnd }) => vendorSupportEnd)).toEqual([null, '2031-06-30']);
    expect(await plan.dispatch('support.assign', { assetIds: [], makerEnd: '2031-06-30' })).toMatchObject({ ok: false, error: { field: 'assetIds' } });
    expect(await plan.dispatch('support.assign', { assetIds: [9], makerEnd: '2031-06-30' })).toMatchObject({ ok: false, error: { message: '1 of the 1 assets are no longer in the register.' } });
    expect(await plan.dispatch('support.assign', { modelIds: [9], makerEnd: '2031-06-30' })).toMatchObject({ ok: false, error: { field: 'modelIds' } });
    expect(await plan.dispatch('support.assign', { assetIds: [1], releaseId: 9_999 })).toMatchObject({ ok: false, error: { field: 'releaseId' } });
  });

  it('lets the school’s own row hold for what runs the release, leaves the shipped row as it came, and goes back to it', async () => {
    using plan = await school();
    const shipped = await named(plan, 'Windows 10 22H2');
    await plan.call('support.assign', { assetIds: [1], releaseId: shipped.id });
    const { value: { id } } = await plan.call('support.set', {
      product: 'Windows', cycle: '10-22H2', label: '10 22H2', securityEnd: '2025-10-14', extendedEnd: '2028-10-10', extendedYearPence: 2_000, extendedPriceDate: TODAY, source: 'Quote 118',
    });
    const list = await plan.call('support.list', {});
    expect(list.find((release) => release.id === shipped.id)).toEqual(shipped);
    // The school's "Windows" and "10-22H2" are the list's "windows" and "10-22h2".
    expect(list.find((release) => release.id === id)).toMatchObject({ product: 'windows', cycle: '10-22h2', extendedYearPence: 2_000, shipped: false, asOf: TODAY, source: 'Quote 118' });
    expect((await firstAsset(plan))?.osReleaseId).toBe(id);
    await plan.call('support.set', { id, product: 'windows', cycle: '10-22h2', label: '10 22H2', securityEnd: '2026-01-31', source: 'Letter' });
    expect((await firstAsset(plan))?.osEnd).toBe('2026-01-31');
    await plan.call('support.remove', { id });
    expect(await firstAsset(plan)).toMatchObject({ osReleaseId: shipped.id, osEnd: '2025-10-14' });
    await plan.call('plan.undo', {});
    expect((await firstAsset(plan))?.osReleaseId).toBe(id);
  });

  it('keeps the name of a release that only the school had when it is taken out', async () => {
    using plan = await school();
    const { value: { id } } = await plan.call('support.set', { product: 'Tamar OS', cycle: '3', label: '3', securityEnd: '2029-01-31', source: 'Maker' });
    await plan.call('support.assign', { assetIds: [1], releaseId: id });
    await plan.call('support.remove', { id });
    expect(await firstAsset(plan)).toMatchObject({ osReleaseId: null, osName: 'Tamar OS 3', osEnd: null });
  });

  it('refuses what cannot be, at its field', async () => {
    using plan = await school();
    const set = { product: 'Tamar OS', cycle: '3', label: '3', source: 'Maker' };
    await plan.call('support.set', set);
    const shipped = await named(plan, 'Windows 10 22H2');
    const cases: [string, unknown, string, string][] = [
      ['support.set', set, 'cycle', 'You have a row for Tamar OS 3 already.'],
      ['support.set', { ...set, cycle: '4', securityEnd: '2026-01-01', extendedEnd: '2025-01-01' }, 'extendedEnd', 'cannot come before the end of security updates (1 January 2026)'],
      ['support.set', { ...set, cycle: '4', extendedYearPence: 100 }, 'extendedEnd', 'needs the day until which they can be had'],
      ['support.set', { ...set, cycle: '4', source: ' ' }, 'source', 'A source says where the dates are from'],
      ['support.set', { ...set, id: shipped.id }, 'id', 'Windows 10 22H2 comes with Kitplan and stays as it came.'],
      ['support.remove', { id: shipped.id }, 'id', 'comes with Kitplan'],
      ['support.remove', { id: 4_000 }, 'id', 'no release with the number 4000'],
    ];
    for (const [name, request, field, message] of cases) {
      expect(await plan.dispatch(name, request)).toMatchObject({ ok: false, error: { field, message: expect.stringContaining(message) } });
    }
  });
});
