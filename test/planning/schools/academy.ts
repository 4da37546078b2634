import { SCHOOL_DEFAULTS } from '../../../planning/school-defaults.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { cost, kit, model, schoolOf, shippedPolicies } from '../fixtures.ts';

const own = (overridePence: number, overridePriceDate = '2026-09-01') => ({ overridePence, overridePriceDate });

const policies = () => [
  ...shippedPolicies().map((policy) => {
    if (policy.categoryKey === 'laptop' && policy.userGroup === 'pupil') return { ...policy, lifeMonths: 36, lossBp: 600, unitPence: 33_400, priceDate: '2026-01-15', shipped: false };
    if (policy.categoryKey === 'tablet') return { ...policy, lossBp: 400, shipped: false };
    if (policy.categoryKey === 'desktop') return { ...policy, lifeMonths: 72, upgrade: { atMonths: 30, unitPence: 5_200, priceDate: null, what: 'memory' }, unitPence: 46_000, priceDate: null, shipped: false };
    if (policy.categoryKey === 'server') return { ...policy, toleranceMonths: 6, shipped: false };
    return policy;
  }),
  // The art room’s machines follow a policy of their model, one of them its own.
  { ...shippedPolicies()[0]!, id: 501, categoryKey: 'desktop', modelId: 2, lifeMonths: 48, binding: ['policy_life'] as const, unitPence: null, shipped: false },
  { ...shippedPolicies()[0]!, id: 502, categoryKey: 'desktop', assetId: 9, lifeMonths: 84, binding: ['policy_life'] as const, shipped: false },
];

/** Ten suites bought one after another: dates in every corner of a September year. */
const suites: readonly Asset[] = ['2019-09-01', '2020-08-31', '2021-09-01', '2021-11-30', '2022-02-28', '2023-01-31', '2024-02-29', '2024-08-31', '2025-09-01', '2026-08-31']
  .map((purchaseDate, index) => kit({ id: 20 + index, tag: `LT-${index}`, userGroup: 'pupil', purchaseDate, quantity: 31 - index, departmentId: null, unitPaidPence: 30_000 + 111 * index }));

/** Northgate Academy: September years, losses, heads, terms, an order, models and rises of its own; worked out by sums.py. */
export const academy = (): PlanSnapshot => schoolOf({
  school: { name: 'Northgate Academy', type: 'academy', yearStartMonth: 9, horizonYears: 5, pupils: 961, staff: 118, accessTarget: null, ...SCHOOL_DEFAULTS },
  policies: policies(),
  models: [
    model({ id: 1, name: 'Tamar 14', categoryKey: 'laptop', unitPence: 48_075, priceDate: '2025-10-10', vendorSupportEnd: '2028-05-31' }),
    model({ id: 2, name: 'Studio 27', categoryKey: 'desktop', unitPence: 189_900, priceDate: '2026-09-05' }),
  ],
  inflation: { defaultBp: 250, shipped: false, series: [
    { categoryKey: 'laptop', bp: 325, steps: [{ year: 2026, bp: 1_700 }, { year: 2029, bp: -150 }] }, { categoryKey: 'software', bp: 600, steps: [] },
  ] },
  assets: [
    kit({ id: 1, tag: 'ST-A', userGroup: 'staff', purchaseDate: '2023-09-04', quantity: 40, modelId: 1 }),
    kit({ id: 2, tag: 'ST-B', userGroup: 'staff', purchaseDate: '2025-08-31', quantity: 25, modelId: 1 }),
    kit({ id: 3, tag: 'SV-1', categoryKey: 'server', purchaseDate: '2022-11-01', coverEnd: '2027-02-28', ...own(610_000) }),
    kit({ id: 4, tag: 'SV-2', categoryKey: 'server', purchaseDate: '2026-01-31', coverEnd: '2029-01-31', ...own(610_000) }),
    kit({ id: 5, tag: 'DT-A', categoryKey: 'desktop', purchaseDate: '2024-09-01', quantity: 64 }),
    kit({ id: 6, tag: 'DT-B', categoryKey: 'desktop', purchaseDate: '2021-01-15', quantity: 32 }),
    kit({ id: 7, tag: 'DT-OFF', categoryKey: 'desktop', purchaseDate: '2020-06-30', quantity: 12, osEnd: '2025-10-14', osCanMove: false }),
    kit({ id: 8, tag: 'ART', categoryKey: 'desktop', modelId: 2, purchaseDate: '2023-07-01', quantity: 18 }),
    kit({ id: 9, tag: 'ART-9', categoryKey: 'desktop', modelId: 2, purchaseDate: '2023-07-01' }),
    kit({ id: 10, tag: 'TB', categoryKey: 'tablet', purchaseDate: '2025-03-10', quantity: 60, unitPaidPence: 29_995 }),
    kit({ id: 11, tag: 'MON', categoryKey: 'monitor', purchaseDate: '2019-01-31', quantity: 40, ...own(11_450) }),
    kit({ id: 12, tag: 'MON-NEW', categoryKey: 'monitor', status: 'ordered', purchaseDate: '2027-02-15', quantity: 15, unitPaidPence: 10_990, succeedsAssetId: 11 }),
    kit({ id: 13, tag: 'PLANNED', categoryKey: 'printer_3d', status: 'planned', quantity: 2, unitPaidPence: null, ...own(84_500) }),
    kit({ id: 14, tag: 'AP', categoryKey: 'wireless_ap', purchaseDate: '2021-08-20', quantity: 55, ...own(27_650), movedTo: '2029-08-31', movedReason: 'with the new block' }),
    kit({ id: 15, tag: 'LENT', categoryKey: 'camera', status: 'on_loan', purchaseDate: '2026-09-30', quantity: 6, unitPaidPence: 38_000 }),
    ...suites,
  ],
  recurring: [
    cost({ id: 1, name: 'Learning platform', categoryKey: 'software', costCategory: 'it_learning_resources', amountPence: 275, driver: 'per_pupil', period: 'termly', start: '2025-09-01', priceDate: '2025-09-01' }),
    cost({ id: 2, name: 'Office', categoryKey: 'software', costCategory: 'admin_software', amountPence: 3_480, driver: 'per_staff', start: '2026-03-01', priceDate: null, riseBp: 0 }),
    cost({ id: 3, name: 'Broadband', amountPence: 78_500, period: 'monthly', start: '2024-08-31', end: '2029-08-30', priceDate: '2026-08-31' }),
    cost({ id: 4, name: 'Device management', categoryKey: 'cloud_service', costCategory: 'it_support', amountPence: 410, driver: 'per_device', deviceCategoryKey: 'tablet', priceDate: '2026-09-01' }),
    cost({ id: 5, name: 'Penetration test', categoryKey: 'support_contract', costCategory: 'it_support', amountPence: 480_000, period: 'every_n_years', periodYears: 3, start: '2025-05-05', priceDate: '2025-05-05' }),
  ],
  rolls: [{ year: 2027, pupils: 978, staff: 120 }, { year: 2029, pupils: 1_002, staff: null }],
});

/** The same academy when pupil laptops are bought in the summer holidays, and some staff laptops get longer support. */
export const academyDecided = (): PlanSnapshot => {
  const before = academy();
  return {
    ...before,
    policies: before.policies.map((policy) => (policy.categoryKey === 'laptop' && policy.userGroup === 'pupil' ? { ...policy, purchaseMonths: [7, 8] } : policy)),
    actions: [{
      assetId: 2, action: 'extend_support', years: 2, yearlyPence: 2_000, priceDate: '2026-09-01', nextUserGroup: null, nextMonths: null, reason: 'the batteries are new',
    }],
  };
};
