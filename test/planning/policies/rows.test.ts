import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { lossCostSteps, policiesCostSteps, policyCostSteps } from '../../../planning/policies/cost-steps.ts';
import { policyTable, type PolicyTable } from '../../../planning/policies/rows.ts';
import type { PlanSnapshot, RefreshPolicy } from '../../../planning/snapshot.ts';
import { AS_OF, kit, model, schoolOf, shippedPolicies } from '../fixtures.ts';

const tableOf = (parts: Partial<PlanSnapshot>): PolicyTable => {
  const plan = schoolOf(parts);
  return policyTable(plan, forecast(plan, { asOf: AS_OF }));
};
const named = (table: PolicyTable): readonly (readonly [string, number])[] => table.rows.map(({ name, items }) => [name, items]);
const general = (categoryKey: string): RefreshPolicy => {
  const found = shippedPolicies().find((policy) => policy.categoryKey === categoryKey && policy.userGroup === null);
  if (found === undefined) throw new Error(categoryKey);
  return found;
};

describe('the table of policies', () => {
  test('has a row for each kind in use: by user group where that has its own policy, else for all of them', () => {
    const table = tableOf({ assets: [
      kit({ userGroup: 'staff', quantity: 96 }), kit({ userGroup: 'pupil', quantity: 150 }), kit({ userGroup: 'shared', quantity: 4 }), kit({ quantity: 2 }),
      kit({ categoryKey: 'tablet', userGroup: 'pupil', quantity: 40 }), kit({ categoryKey: 'tablet', userGroup: 'staff', quantity: 8 }),
      kit({ categoryKey: 'software', quantity: 30 }), kit({ categoryKey: 'projector', status: 'disposed', quantity: 9 }), kit({ categoryKey: 'printer', status: 'ordered', quantity: 3 }),
    ] });
    expect(named(table)).toEqual([['Staff laptops', 96], ['Pupil laptops', 150], ['Other laptops', 6], ['Tablets', 48], ['Printers', 0]]);
    expect(table.items).toBe(300);
    expect(tableOf({ assets: [kit({ quantity: 2 })] }).rows[0]?.name).toBe('Laptops');
  });

  test('has models and single items with a policy of their own under their kind', () => {
    const policies = [
      ...shippedPolicies(), { ...general('visualiser'), id: 900, modelId: 7, binding: [] }, { ...general('visualiser'), id: 901, assetId: 5_001, lifeMonths: 120 },
    ];
    const assets = [
      kit({ categoryKey: 'visualiser', quantity: 33 }), kit({ categoryKey: 'visualiser', modelId: 7, quantity: 38 }), kit({ id: 5_001, categoryKey: 'visualiser', tag: 'VZ-1', modelId: 7 }),
    ];
    const [row] = tableOf({ assets, policies, models: [model({ id: 7, name: 'V2', make: 'Marlow', categoryKey: 'visualiser' })] }).rows;
    expect(row).toMatchObject({ name: 'Visualisers', items: 72, policy: { lifeMonths: 48 } });
    expect(row?.children.map(({ name, items, policy }) => [name, items, policy.binding.length, policy.lifeMonths])).toEqual([['Marlow V2', 38, 0, 48], ['VZ-1', 1, 1, 120]]);
  });

  test('says where the prices of the kit are from, which the policy’s need not be', () => {
    const policies = shippedPolicies().map((policy) => (policy.categoryKey === 'desktop' ? { ...policy, unitPence: 41_500, priceDate: '2026-06-12' } : policy));
    const models = [model({ id: 7, name: '400', categoryKey: 'desktop', unitPence: 39_000, priceDate: '2026-09-01' })];
    const [row] = tableOf({ policies, models, assets: [
      kit({ categoryKey: 'desktop', quantity: 180 }), kit({ categoryKey: 'desktop', modelId: 7, quantity: 40 }), kit({ categoryKey: 'desktop', overridePence: 50_000, quantity: 4 }),
    ] }).rows;
    expect(row?.pricedBy).toEqual({ policy: 180, model: 40, override: 4 });
    expect(tableOf({ assets: [kit({ categoryKey: 'projector' })] }).rows[0]?.pricedBy).toEqual({ none: 1 });
  });

  test('adds up: the rows and the losses are what the plan buys for kit', () => {
    const policies = shippedPolicies().map((policy) => (policy.categoryKey === 'laptop' ? { ...policy, unitPence: 36_500, priceDate: '2026-09-02', lossBp: 500 } : policy));
    const plan = schoolOf({ policies, assets: [
      kit({ userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 90 }), kit({ userGroup: 'staff', purchaseDate: '2023-09-02', quantity: 20 }),
      kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12', quantity: 32, unitPaidPence: 41_500 }),
    ] });
    const { lines } = forecast(plan, { asOf: AS_OF });
    const table = policyTable(plan, forecast(plan, { asOf: AS_OF }));
    expect(table.pence).toBe(lines.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0));
    expect(table.losses.pence).toBeGreaterThan(0);
    expect(table.rows.reduce((sum, { pence }) => sum + pence, table.losses.pence)).toBe(table.pence);
    expect(table.losses).toMatchObject({ items: 110, bp: 500 });
  });

  test('sets the school’s own record beside the rate, and never under five events', () => {
    const event = (id: number, kind: 'lost' | 'broken') => ({
      id, happenedOn: `2026-0${id}-10`, kind, categoryKey: 'laptop', userGroup: 'pupil', assetId: null, quantity: 1, pence: null, notes: null, supplierId: null, locationId: null, departmentId: null,
    } as unknown as PlanSnapshot['ledger'][number]);
    const assets = [kit({ userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 100 })];
    const four = [1, 2, 3, 4].map((id) => event(id, 'lost'));
    expect(tableOf({ assets, ledger: four }).rows[0]?.record).toMatchObject({ events: 4, lossBp: null });
    // 5 lost of 100 in the 11 months from January to November 2026: 5 × 12 ÷ (100 × 11) = 5.45 %, to a tenth 5.5 %.
    expect(tableOf({ assets, ledger: [...four, event(5, 'broken')] }).rows[0]?.record).toEqual({ events: 5, items: 5, itemMonths: 1_100, lossBp: 550 });
  });

  test('says year by year why a kind, the losses and all of them come to what they do', () => {
    // Three laptops of £400 bought in 2022/23, due in 2026/27 and 2030/31, at 3 % a year: £450.2035 each, then £506.7083.
    const plan = schoolOf({ assets: [kit({ quantity: 3, purchaseDate: '2022-12-01', unitPaidPence: 40_000 })] });
    const result = forecast(plan, { asOf: AS_OF });
    const table = policyTable(plan, result);
    const [row] = table.rows;
    expect(row === undefined ? [] : policyCostSteps(result, row).map(({ text }) => text)).toEqual(['2026/27: £1,350.60.', '2030/31: £1,520.13.', 'Together £2,870.73, still to come.']);
    expect(policiesCostSteps(table).map(({ text }) => text)).toEqual(['Laptops: £2,870.73.', 'Together £2,870.73, still to come, without running costs.']);
    expect(lossCostSteps(result).map(({ text }) => text)).toEqual(['Together £0, still to come.']);
  });
});
