import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planInMemory, testPlan, type TestPlan } from '../support/plan-in-memory.ts';

const facts = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot;

/** A plan file of another school, with rules and funds of its own. */
async function otherPlan(): Promise<string> {
  using other = testPlan({ kind: 'last_or_new' });
  await other.call('school.update', { name: 'Northmoor Academy', type: 'academy' });
  await other.call('money.set', { vatRecoverable: false, codeScheme: 'academy', energyRate: 2_750 });
  await other.call('capitalRule.set', { fromYear: 2026, thresholdPence: 100_000, basis: 'order', source: 'Trust handbook' });
  await other.call('returnLine.set', { costCategory: 'connectivity', nature: 'revenue', lineNumber: '336' });
  await other.call('fund.edit', { key: 'dfc', set: { shownTo: 'Trustees' } });
  await other.call('fund.add', { kind: 'grant', name: 'Wi-Fi grant', endsOn: '2028-03-31' });
  await other.call('fund.edit', { key: 'trust_central', set: { stopsAtAllocation: false } });
  await other.call('fund.usual', { key: 'trust_central' });
  const { plan } = await other.call('app.state', {});
  return readFileSync(plan?.path ?? '').toString('base64');
}

describe('copying from another plan', () => {
  it('takes over its profile, rules and funds as one change, and leaves what is this school’s own', async () => {
    const base64 = await otherPlan();
    using plan = planInMemory();
    await plan.call('capitalRule.set', { fromYear: 2027, thresholdPence: 5_000, basis: 'item' });
    await plan.call('fund.add', { kind: 'donation_pta', name: 'Friends of Hillcrest' });
    await plan.call('budget.set', { year: 2026, pence: 11_840_000 });
    const before = await facts(plan);
    const { value, change } = await plan.call('money.copyFrom', { fileName: 'Northmoor.kitplan', base64 });
    expect([value.school, change?.label]).toEqual(['Northmoor Academy', 'Copy the money profile and funds of Northmoor Academy']);
    const after = await facts(plan);
    expect(after.finance.profile).toMatchObject({ vatRecoverable: false, codeScheme: 'academy', energyRate: 2_750 });
    expect(after.finance.capitalRules.map(({ fromYear, thresholdPence, basis }) => [fromYear, thresholdPence, basis])).toEqual([[2026, 100_000, 'order']]);
    expect(after.finance.returnLines).toEqual([{ costCategory: 'connectivity', nature: 'revenue', lineNumber: '336' }]);
    expect(after.funds.find(({ key }) => key === 'dfc')?.shownTo).toBe('Trustees');
    expect(after.funds.find(({ key }) => key === 'wi_fi_grant')).toMatchObject({ name: 'Wi-Fi grant', endsOn: '2028-03-31' });
    expect(after.funds.filter(({ usual }) => usual).map(({ key }) => key)).toEqual(['trust_central']);
    expect(after.funds.some(({ name }) => name === 'Friends of Hillcrest')).toBe(true);
    expect([after.school, after.budgets, after.assets]).toEqual([before.school, before.budgets, before.assets]);
    // The same again changes nothing.
    expect((await plan.call('money.copyFrom', { fileName: 'Northmoor.kitplan', base64 })).change).toBeNull();
    await plan.call('plan.undo', {});
    expect(await facts(plan)).toEqual(before);
  });

  it('refuses what is no plan, or a damaged one, in a sentence that leaves all as it was', async () => {
    const whole = Buffer.from(await otherPlan(), 'base64');
    using plan = planInMemory();
    const before = await facts(plan);
    const damaged = Buffer.from(whole);
    damaged.fill(0x5a, 4_096, 40_960);
    const newer = Buffer.from(whole);
    // How many steps of the format the file has been through stands in its head.
    newer.writeUInt32BE(9_999, 60);
    for (const bytes of [newer, Buffer.from('Tag,Type\nA-1,Laptop\n'), Buffer.alloc(0), damaged, whole.subarray(0, 5_000)]) {
      const result = await plan.dispatch('money.copyFrom', { fileName: '../../etc/passwd', base64: bytes.toString('base64') });
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.message).toMatch(/^That file .*\.$/);
      expect(await facts(plan)).toEqual(before);
    }
    expect(plan.logged).toEqual([]);
  });
});
