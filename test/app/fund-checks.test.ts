import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const refused = async (plan: TestPlan, name: string, request: unknown): Promise<readonly [string | undefined, string]> => {
  const result = await plan.dispatch(name, request);
  if (result.ok) throw new Error('This was not refused.');
  return [result.error.field, result.error.message];
};

const SOFTWARE = { name: 'Maths practice', categoryKey: 'software', costCategory: 'it_learning_resources', amountPence: 90_000, start: '2027-01-10' } as const;

describe('a fund that may not pay', () => {
  test('is refused at its field in an agreement, and one that may is kept and pays', async () => {
    using plan = planInMemory();
    const why = 'Devolved formula capital pays for capital alone, and software has no capital code. Another fund works.';
    expect(await refused(plan, 'software.add', { ...SOFTWARE, fundKey: 'dfc' })).toEqual(['fundKey', why]);
    expect(await refused(plan, 'contract.add', { name: 'Helpdesk', costCategory: 'it_support', contractKind: 'support', fundKey: 'other_capital' }))
      .toEqual(['fundKey', 'Other capital pays for capital alone, and IT support has no capital code. Another fund works.']);
    const { value: { id } } = await plan.call('software.add', { ...SOFTWARE, fundKey: 'pupil_premium' });
    expect(await refused(plan, 'software.edit', { id, set: { fundKey: 'dfc' } })).toEqual(['fundKey', why]);
    expect((await refused(plan, 'software.edit', { id, set: { fundKey: 'nobody' } }))[1]).toBe('The plan has no fund called “nobody”.');
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(forecast(snapshot, { asOf: TODAY, years: 1 }).lines.map(({ paidFrom, netPence }) => [paidFrom, netPence])).toEqual([['pupil_premium', 90_000]]);
    await plan.call('software.edit', { id, set: { fundKey: null } });
    expect((await plan.call('plan.snapshot', {})).snapshot.software[0]?.fundKey).toBeNull();
  });

  test('is refused for an operating lease, by an edit too', async () => {
    using plan = planInMemory();
    const { value: { id } } = await plan.call('contract.add', { name: 'Copiers', costCategory: 'other_hardware', contractKind: 'lease', fundKey: 'delegated' });
    expect(await refused(plan, 'contract.edit', { id, set: { fundKey: 'dfc' } })).toEqual(['fundKey', 'Devolved formula capital does not pay for operating leases. Another fund works.']);
    await plan.call('contract.edit', { id, set: { name: 'Copiers and printers' } });
  });

  test('is refused for software on an order and in a policy, and taken for laptops', async () => {
    using plan = planInMemory();
    const order = (categoryKey: string) => ({ number: '77', supplier: 'Northmoor', orderedOn: '2026-11-20', fundKey: 'dfc',
      lines: [{ description: 'Tamar 14', categoryKey, quantity: 1, unitPence: 40_000, code: 'CE04D', replaces: [] }] });
    const why = 'Devolved formula capital pays for capital alone, and software has no capital code. Another fund works.';
    expect(await refused(plan, 'orders.place', order('software'))).toEqual(['fundKey', why]);
    await plan.call('orders.place', order('laptop'));
    expect((await refused(plan, 'policy.set', { categoryKey: 'software', set: { fundKey: 'dfc' } }))).toEqual(['set.fundKey', why]);
    await plan.call('policy.set', { categoryKey: 'laptop', set: { fundKey: 'dfc' } });
    await plan.call('fund.edit', { key: 'grant', set: { endsOn: '2026-10-31' } });
    expect(await refused(plan, 'policy.set', { categoryKey: 'laptop', set: { fundKey: 'grant' } })).toEqual(['set.fundKey', 'Grant ended on 31 October 2026. Another fund works.']);
  });
});
