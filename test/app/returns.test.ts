import { expect, test } from 'vitest';
import { planInMemory } from '../support/plan-in-memory.ts';

test('a plan is told in the periods of the returns: twelve lines of the budget forecast return, and each code by year', async () => {
  using plan = planInMemory();
  await plan.call('recurring.add', { name: 'Broadband', categoryKey: 'cloud_service', costCategory: 'connectivity', yearlyPence: 120_000, start: '2027-04-01', priceDate: '2027-04-01' });
  await plan.call('budget.set', { year: 2027, pence: 120_000 });
  const { own, bfr, cfr } = await plan.call('budget.returns', { asOf: '2026-11-21' });
  expect(bfr.rows).toHaveLength(12);
  expect(bfr.columns.slice(2, 4)).toEqual([{ label: 'Y2P1', start: '2026-09-01', end: '2027-03-31' }, { label: 'Y2P2', start: '2027-04-01', end: '2027-08-31' }]);
  expect(bfr.rows[0]?.pence.slice(2, 5)).toEqual([0, 120_000, 0]); // paid on 1 April 2027
  expect(bfr.allocatedPence.slice(2, 6)).toEqual([0, 50_000, 70_000, 0]); // five and seven twelfths of £1,200
  expect(cfr.rows.filter(({ pence }) => pence.some((each) => each !== 0)).map(({ number, name, pence }) => [number, name, pence.slice(0, 2)])).toEqual([['E20A', 'Connectivity', [0, 120_000]]]);
  expect([own, bfr.memo, cfr.totalPence[1]]).toEqual(['cfr', [], 120_000]);
});

test('the returns are those of the way forward that is asked for, with VAT where it is asked for', async () => {
  using plan = planInMemory();
  await plan.call('plan.sample', {});
  const { snapshot: { scenarios } } = await plan.call('plan.snapshot', {});
  const spread = scenarios.find(({ parentId }) => parentId !== null);
  const [base, other, gross] = [await plan.call('budget.returns', {}), await plan.call('budget.returns', { scenarioId: spread?.id ?? 0 }), await plan.call('budget.returns', { vat: 'gross' })];
  const report = await plan.call('budget.report', {});
  expect(base.cfr.totalPence).toEqual(report.total.forecastPence);
  expect([other.scenario, other.cfr.totalPence]).not.toEqual([base.scenario, base.cfr.totalPence]);
  expect(gross.cfr.totalPence[1]).toBeGreaterThan(base.cfr.totalPence[1] ?? 0);
});
