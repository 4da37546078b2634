import { describe, expect, it } from 'vitest';
import type { Request } from '../../app/contract/contract.ts';
import { forecast } from '../../planning/forecast.ts';
import { ordersProgress, type OrderProgress } from '../../planning/orders/progress.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const snapshotOf = async (plan: TestPlan): Promise<PlanSnapshot> => (await plan.call('plan.snapshot', {})).snapshot;
const totals = (snapshot: PlanSnapshot) => forecast(snapshot, { asOf: TODAY }).totals;
const orderOf = (snapshot: PlanSnapshot): OrderProgress => {
  const [found] = ordersProgress(snapshot);
  if (found === undefined) throw new Error('The plan has no order.');
  return found;
};
const refusal = async (plan: TestPlan, name: string, request: unknown): Promise<{ readonly field?: string; readonly message: string }> => {
  const result = await plan.dispatch(name, request);
  if (result.ok) throw new Error('This was not refused.');
  return result.error;
};

/** Thirty pupil laptops of December 2022 and two of another year, at £365 a replacement. */
async function school(): Promise<TestPlan> {
  const plan = planInMemory();
  await plan.call('policy.set', { categoryKey: 'laptop', set: { unitPence: 36_500, priceDate: '2026-04-01' } });
  await plan.call('register.count', { rows: [
    { categoryKey: 'laptop', userGroup: 'pupil', quantity: 30, description: 'Tamar 11', room: 'Trolley C', boughtIn: '2022-12-12', unitPaidPence: 33_000 },
    { categoryKey: 'laptop', userGroup: 'pupil', quantity: 2, description: 'Tamar 11', room: 'IT3', boughtIn: '2025-09-01', unitPaidPence: 34_000 },
  ] });
  return plan;
}

const ORDER: Request<'orders.place'> = {
  number: '4502', supplier: 'Northmoor School Supplies', orderedOn: '2026-11-20', expectedOn: '2026-12-12', fundKey: 'delegated',
  lines: [{ description: 'Tamar 14', categoryKey: 'laptop', userGroup: 'pupil', quantity: 30, unitPence: 34_000, code: 'E20E', replaces: [{ assetId: 1, quantity: 30 }] }],
};

describe('an order', () => {
  it('stands in the plan in place of what it replaces, and says what the plan had it at', async () => {
    using plan = await school();
    // 30 × £365 in 2026/27, and 30 × 365 × 1.12550881 = £410.81 again in 2030/31; the 2 of 2025 in 2029/30 at £398.85.
    const before = [30 * 36_500, 0, 0, 2 * 39_885, 30 * 41_081];
    expect(totals(await snapshotOf(plan)).totalPence).toEqual(before);
    await plan.call('orders.place', ORDER);
    const snapshot = await snapshotOf(plan);
    expect(totals(snapshot).totalPence).toEqual([30 * 34_000, ...before.slice(1)]);
    expect(orderOf(snapshot)).toMatchObject({
      state: 'outstanding', outstanding: 30, planned: { pence: 30 * 36_500 }, ordered: { pence: 30 * 34_000 }, differencePence: -30 * 2_500,
    });
    expect(snapshot.assets.at(-1)).toMatchObject({
      status: 'ordered', quantity: 30, succeedsAssetId: 1, locationId: 1, orderNumber: '4502', inServiceDate: '2026-12-12', supplierId: 1, unitPaidPence: 34_000,
    });
    await plan.call('plan.undo', {});
    const undone = await snapshotOf(plan);
    expect(totals(undone).totalPence).toEqual(before);
    expect(undone.orders).toEqual([]);
  });

  it('that is received starts a life of its own, its price is spent, and what it replaced is forecast no more', async () => {
    using plan = await school();
    const { value: { lineIds: [lineId = 0] } } = await plan.call('orders.place', ORDER);
    await plan.call('orders.receive', { lineId, quantity: 30, receivedOn: TODAY, unitPaidPence: 34_500, unitVatPence: 6_900, warrantyMonths: 36 });
    const snapshot = await snapshotOf(plan);
    const { totalPence, alreadyPence } = totals(snapshot);
    // Came 21 Nov 2026, kept four years: due Nov 2030, in 2030/31, at £410.81.
    expect(alreadyPence).toEqual([30 * 34_500, 0, 0, 0, 0]);
    expect(totalPence).toEqual([0, 0, 0, 2 * 39_885, 30 * 41_081]);
    expect(snapshot.assets.find(({ id }) => id === 1)).toMatchObject({ status: 'retired', quantity: 30 });
    expect(snapshot.assets.at(-1)).toMatchObject({ status: 'in_use', purchaseDate: TODAY, coverEnd: '2029-11-21', unitVatPence: 6_900, succeedsAssetId: 1, inServiceDate: null });
    // 30 × (345 − 365) = −£600
    expect(orderOf(snapshot)).toMatchObject({ state: 'received', paid: { pence: 30 * 34_500 }, differencePence: -60_000 });
  });

  it('stays open while part of it is to come: rows are split, and what has no successor yet stays', async () => {
    using plan = await school();
    const { value: { lineIds: [lineId = 0] } } = await plan.call('orders.place', ORDER);
    await plan.call('orders.receive', { lineId, quantity: 3, receivedOn: TODAY, serials: ['T1', 'T2', 'T3'], tags: ['LT-1', 'LT-2', 'LT-3'], warrantyEnd: '2029-11-20' });
    const snapshot = await snapshotOf(plan);
    expect(orderOf(snapshot)).toMatchObject({ state: 'partly_received', came: 3, outstanding: 27, cancelled: 0 });
    const came = snapshot.assets.filter(({ serial }) => serial !== null);
    expect(came.map(({ serial, tag, quantity, status, coverEnd }) => [serial, tag, quantity, status, coverEnd])).toEqual([
      ['T1', 'LT-1', 1, 'in_use', '2029-11-20'], ['T2', 'LT-2', 1, 'in_use', '2029-11-20'], ['T3', 'LT-3', 1, 'in_use', '2029-11-20'],
    ]);
    const old = snapshot.assets.filter(({ description, locationId }) => description === 'Tamar 11' && locationId === 1);
    expect(old.map(({ quantity, status }) => [quantity, status])).toEqual([[27, 'in_use'], [3, 'retired']]);
    expect(new Set(came.map(({ succeedsAssetId }) => succeedsAssetId))).toEqual(new Set([old[1]?.id]));
    // 3 paid, 27 still to come; in 2030/31 all 30 again.
    expect(totals(snapshot).alreadyPence[0]).toBe(3 * 34_000);
    expect(totals(snapshot).totalPence).toEqual([27 * 34_000, 0, 0, 2 * 39_885, 30 * 41_081]);
    await plan.call('orders.cancel', { id: 1 });
    const cancelled = await snapshotOf(plan);
    expect(orderOf(cancelled)).toMatchObject({ state: 'received', came: 3, outstanding: 0, cancelled: 27 });
    // The 27 are forecast again at the plan's own price.
    expect(totals(cancelled).totalPence[0]).toBe(27 * 36_500);
    for (let changes = 0; changes < 3; changes++) await plan.call('plan.undo', {});
    expect((await snapshotOf(plan)).assets).toHaveLength(2);
  });

  it.each([
    ['passed_down', { status: 'cascaded', passedDownOn: TODAY }, 0], ['spare', { status: 'spare' }, 0], ['disposed', { status: 'disposed', disposedOn: TODAY }, 0],
    // It stays and is due as it was: 30 × £365 in December, beside the new ones.
    ['stays', { status: 'in_use' }, 30 * 36_500],
  ] as const)('whose old kit is %s forecasts that kit as it should', async (replaced, fields, toCome) => {
    using plan = await school();
    const { value: { lineIds: [lineId = 0] } } = await plan.call('orders.place', ORDER);
    await plan.call('orders.receive', { lineId, quantity: 30, receivedOn: TODAY, replaced });
    const snapshot = await snapshotOf(plan);
    expect(snapshot.assets.find(({ id }) => id === 1)).toMatchObject(fields);
    expect(totals(snapshot).totalPence[0]).toBe(toCome);
    expect(totals(snapshot).alreadyPence[0]).toBe(30 * 34_000);
    await plan.call('plan.undo', {});
    expect((await snapshotOf(plan)).policies.filter(({ assetId }) => assetId !== null)).toEqual([]);
  });

  it('can be changed: what is to come follows, what came keeps its price and day', async () => {
    using plan = await school();
    const { value: { id, lineIds: [lineId = 0] } } = await plan.call('orders.place', ORDER);
    await plan.call('orders.receive', { lineId, quantity: 10, receivedOn: TODAY });
    await plan.call('orders.edit', { id, set: { number: '4502a', expectedOn: '2027-04-12' }, lines: [{ id: lineId, unitPence: 35_000 }] });
    const snapshot = await snapshotOf(plan);
    const rows = snapshot.assets.filter(({ orderLineId }) => orderLineId === lineId).map(({ quantity, status, orderNumber, unitPaidPence }) => [quantity, status, orderNumber, unitPaidPence]);
    expect(rows).toEqual([[20, 'ordered', '4502a', 35_000], [10, 'in_use', '4502a', 34_000]]);
    // 20 come in April 2027, which is 2027/28.
    expect(totals(snapshot).totalPence.slice(0, 2)).toEqual([0, 20 * 35_000]);
    expect((await plan.call('plan.history', { limit: 1 }))[0]?.label).toBe('Change order 4502');
  });

  it('refuses what cannot be, names the row, and leaves the plan as it was', async () => {
    using plan = await school();
    await plan.call('register.edit', { ids: [2], set: { serial: 'T9', tag: 'LT-9' } });
    const { value: { id, lineIds: [lineId = 0] } } = await plan.call('orders.place', ORDER);
    const line = ORDER.lines[0];
    const history = await plan.call('plan.history', {});
    const cases: [string, unknown, string, string][] = [
      ['orders.place', ORDER, 'number', 'Order 4502 is in the plan already, placed on 20 November 2026.'],
      ['orders.place', { ...ORDER, number: '1', orderedOn: '2026-11-22' }, 'orderedOn', '22 November 2026 is still to come'],
      ['orders.place', { ...ORDER, number: '1', expectedOn: '2026-11-19' }, 'expectedOn', 'before it was ordered on 20 November 2026'],
      ['orders.place', { ...ORDER, number: '1', lines: [line] }, 'lines.0.replaces', 'of 30 Tamar 11, 30 are replaced by orders already, so at most 0 can be.'],
      ['orders.place', { ...ORDER, number: '1', lines: [{ ...line, quantity: 1, replaces: [{ assetId: 2, quantity: 2 }] }] }, 'lines.0.replaces', 'Line 1: it orders 1 and would replace 2.'],
      ['orders.place', { ...ORDER, number: '1', lines: [{ ...line, replaces: [{ assetId: 99, quantity: 1 }] }] }, 'lines.0.replaces', 'no asset has the number 99'],
      ['orders.place', { ...ORDER, number: '1', lines: [{ ...line, replaces: [{ assetId: 3, quantity: 1 }] }] }, 'lines.0.replaces', 'Tamar 14 is on order itself'],
      ['orders.receive', { lineId, quantity: 31, receivedOn: TODAY }, 'quantity', 'Only 30 of this line are still to come.'],
      ['orders.receive', { lineId, quantity: 2, receivedOn: TODAY, serials: ['T8', 't9'] }, 'serials', '1 of the 2 serials is already in the register: t9 (LT-9).'],
      ['orders.receive', { lineId, quantity: 1, receivedOn: '2026-11-19' }, 'receivedOn', 'before it was ordered on 20 November 2026'],
      ['orders.receive', { lineId, quantity: 1, receivedOn: TODAY, warrantyEnd: '2026-11-01' }, 'warrantyEnd', 'before the kit came'],
      ['orders.receive', { lineId: 77, quantity: 1, receivedOn: TODAY }, 'lineId', 'No order has a line with the number 77'],
      ['orders.cancel', { id, lineId: 77 }, 'lineId', 'Nothing of order 4502 is still to come'],
      ['orders.edit', { id: 8, set: {} }, 'id', 'No order has the number 8'],
    ];
    for (const [name, request, field, message] of cases) {
      const { field: at, message: said } = await refusal(plan, name, request);
      expect([at, said]).toEqual([field, expect.stringContaining(message)]);
    }
    expect(await plan.call('plan.history', {})).toEqual(history);
  });

  it('knows the shipped rules of buying with their source and day', async () => {
    using plan = planInMemory();
    const rules = await plan.call('orders.rules', {});
    expect(rules.find(({ key }) => key === 'dfe_low_max')).toEqual({
      key: 'dfe_low_max', value: 10_000, validFrom: null, validTo: null, source: 'gov.uk buying-procedures-and-procurement-law-for-schools', asOf: '2026-11-21',
    });
  });
});

describe('an order that is changed after some of it came', () => {
  it('tells its rows only what was said: what somebody has put right on one that came stays', async () => {
    using plan = await school();
    const { value: { id, lineIds: [lineId = 0] } } = await plan.call('orders.place', ORDER);
    const { value: { assetIds: [came = 0] } } = await plan.call('orders.receive', { lineId, quantity: 10, receivedOn: TODAY });
    await plan.call('register.edit', { ids: [came], set: { fundKey: 'pupil_premium', supplier: 'Kestrel Direct', orderNumber: '4502/1' } });
    await plan.call('orders.edit', { id, set: { expectedOn: '2027-01-15' } });
    const rows = async () => (await snapshotOf(plan)).assets.filter(({ orderLineId }) => orderLineId === lineId).map(({ status, fundKey, orderNumber, inServiceDate }) => [status, fundKey, orderNumber, inServiceDate]);
    expect(await rows()).toEqual([['ordered', 'delegated', '4502', '2027-01-15'], ['in_use', 'pupil_premium', '4502/1', null]]);
    await plan.call('orders.edit', { id, set: { number: '4502', fundKey: 'dfc' } });
    expect(await rows()).toEqual([['ordered', 'dfc', '4502', '2027-01-15'], ['in_use', 'dfc', '4502/1', null]]);
  });
});
