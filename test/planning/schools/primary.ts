import { SCHOOL_DEFAULTS } from '../../../planning/school-defaults.ts';
import type { PlannedAction } from '../../../planning/scenarios/action.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { budgetOf, cost, kit, model, schoolOf, shippedPolicies } from '../fixtures.ts';

const own = (overridePence: number, overridePriceDate = '2026-04-01') => ({ overridePence, overridePriceDate });

/** What the school has set itself; everything else is as shipped. */
const policies = () => shippedPolicies().map((policy) => {
  if (policy.categoryKey === 'desktop') return { ...policy, unitPence: 42_000, priceDate: '2026-03-15', upgrade: { atMonths: 36, unitPence: 4_150, priceDate: '2026-05-01', what: 'memory' }, shipped: false };
  if (policy.categoryKey === 'chromebook') return { ...policy, unitPence: 21_900, priceDate: '2025-09-01', shipped: false };
  if (policy.categoryKey === 'laptop' && policy.userGroup === 'staff') return { ...policy, lifeMonths: 60, fromYear: 2027, lifeMonthsBefore: 48, unitPence: 55_500, priceDate: '2026-06-10', shipped: false };
  return policy;
});

/** Ashgrove Primary, two forms of entry: 25 rows and what it pays again and again, worked line by line in primary.test.ts. */
export const primarySchool = (): PlanSnapshot => schoolOf({
  school: { name: 'Ashgrove Primary', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: 418, staff: 52, accessTarget: null, ...SCHOOL_DEFAULTS },
  policies: policies(),
  models: [
    model({ id: 1, name: 'Chromebook C11', categoryKey: 'chromebook', unitPence: 22_450, priceDate: '2026-02-20', vendorSupportEnd: '2029-06-30' }),
    model({ id: 2, name: 'Panel 75', categoryKey: 'interactive_panel', unitPence: 162_000, priceDate: '2025-11-30' }),
  ],
  inflation: { defaultBp: 300, shipped: false, series: [
    { categoryKey: 'desktop', bp: null, steps: [{ year: 2027, bp: 1_700 }, { year: 2028, bp: -400 }] }, { categoryKey: 'tablet', bp: 0, steps: [] },
  ] },
  assets: [
    // Overdue since the summer of 2025; desktops whose memory is due, done, or past; a whole suite.
    kit({ id: 1, tag: 'A-SUITE', categoryKey: 'desktop', description: 'ICT suite', purchaseDate: '2020-08-17', quantity: 16 }),
    kit({ id: 2, tag: 'A-OFFICE', categoryKey: 'desktop', description: 'Office desktops', purchaseDate: '2024-03-31', quantity: 5 }),
    kit({ id: 3, tag: 'A-HEAD', categoryKey: 'desktop', description: 'Head’s desktop', purchaseDate: '2023-10-09', upgradeDoneOn: '2026-10-12', unitPaidPence: 48_800 }),
    kit({ id: 4, tag: 'A-LIB', categoryKey: 'desktop', description: 'Library desktops', purchaseDate: '2025-01-31', quantity: 3, ...own(39_950, '2025-01-31') }),
    // Servers under cover.
    kit({ id: 5, tag: 'A-SV1', categoryKey: 'server', description: 'Main server', purchaseDate: '2023-08-02', coverEnd: '2028-08-01', ...own(389_900) }),
    kit({ id: 6, tag: 'A-SV2', categoryKey: 'server', description: 'Backup server', purchaseDate: '2025-02-10', coverEnd: '2028-02-09', unitPaidPence: 214_500 }),
    kit({ id: 7, tag: 'A-NAS', categoryKey: 'storage', description: 'Storage', purchaseDate: '2022-12-31', coverEnd: '2025-12-31', ...own(98_000) }),
    // Chromebooks: three trolleys, by age and by the end of their updates.
    kit({ id: 8, tag: 'A-CB-Y6', categoryKey: 'chromebook', userGroup: 'pupil', description: 'Year 6 trolley', purchaseDate: '2021-09-01', quantity: 30, modelId: 1, vendorSupportEnd: '2027-06-30' }),
    kit({ id: 9, tag: 'A-CB-Y5', categoryKey: 'chromebook', userGroup: 'pupil', description: 'Year 5 trolley', purchaseDate: '2024-09-02', quantity: 30, modelId: 1 }),
    kit({ id: 10, tag: 'A-CB-SP', categoryKey: 'chromebook', userGroup: 'shared', description: 'Spares', purchaseDate: '2022-05-05', quantity: 4, status: 'spare', vendorSupportEnd: '2028-08-31' }),
    // Staff laptops: the policy changes from 2027/28, and kit due before keeps four years.
    kit({ id: 11, tag: 'A-ST-22', userGroup: 'staff', description: 'Teachers, first half', purchaseDate: '2022-09-05', quantity: 9 }),
    kit({ id: 12, tag: 'A-ST-23', userGroup: 'staff', description: 'Teachers, second half', purchaseDate: '2023-03-20', quantity: 8 }),
    kit({ id: 13, tag: 'A-ST-24', userGroup: 'staff', description: 'Assistants', purchaseDate: '2024-04-15', quantity: 6 }),
    kit({ id: 14, tag: 'A-SENCO', userGroup: 'staff', description: 'SENCo’s laptop', purchaseDate: '2025-06-01', osEnd: '2028-10-10', osCanMove: false }),
    // Moved by hand, leased, put into use later than bought.
    kit({ id: 15, tag: 'A-IP-KS1', categoryKey: 'interactive_panel', description: 'Panels, infants', purchaseDate: '2018-07-23', quantity: 6, modelId: 2, movedTo: '2027-07-23', movedReason: 'with the new roof' }),
    kit({ id: 16, tag: 'A-IP-KS2', categoryKey: 'interactive_panel', description: 'Panels, juniors', purchaseDate: '2021-07-22', quantity: 8, modelId: 2 }),
    kit({ id: 17, tag: 'A-TB', categoryKey: 'tablet', userGroup: 'pupil', description: 'Reception tablets', purchaseDate: '2024-12-13', inServiceDate: '2025-01-06', quantity: 12, unitPaidPence: 31_900 }),
    kit({ id: 18, tag: 'A-MFD', categoryKey: 'mfd', description: 'Leased copiers', purchaseDate: '2024-01-02', quantity: 2, leaseEnd: '2029-01-01', ...own(0) }),
    // The network.
    kit({ id: 19, tag: 'A-SW', categoryKey: 'network_switch', description: 'Switches', purchaseDate: '2019-02-18', quantity: 5, ...own(62_500) }),
    kit({ id: 20, tag: 'A-AP', categoryKey: 'wireless_ap', description: 'Access points', purchaseDate: '2022-08-08', quantity: 14, unitPaidPence: 23_400 }),
    kit({ id: 21, tag: 'A-FW', categoryKey: 'firewall_router', description: 'Firewall', purchaseDate: '2024-08-31', vendorSupportEnd: '2029-12-31', ...own(115_000) }),
    kit({ id: 22, tag: 'A-UPS', categoryKey: 'ups', description: 'Battery backup', purchaseDate: '2021-11-30', unitPaidPence: 41_200 }),
    // Without a price, without a date, and gone.
    kit({ id: 23, tag: 'A-VIS', categoryKey: 'visualiser', description: 'Visualisers', purchaseDate: '2024-10-01', quantity: 14 }),
    kit({ id: 24, tag: 'A-HALL', categoryKey: 'av_audio', description: 'Hall sound', unitPaidPence: 180_000 }),
    kit({ id: 25, tag: 'A-OLD', categoryKey: 'laptop', description: 'Old trolley', purchaseDate: '2016-09-01', quantity: 15, status: 'disposed' }),
  ],
  recurring: [
    cost({ id: 1, name: 'Broadband', amountPence: 312_000, start: '2025-08-01' }),
    cost({ id: 2, name: 'Filtering', categoryKey: 'cloud_service', costCategory: 'connectivity', amountPence: 345, driver: 'per_pupil', priceDate: '2026-04-01', riseBp: 500 }),
    cost({ id: 3, name: 'Technician', categoryKey: 'support_contract', costCategory: 'it_support', amountPence: 41_250, period: 'monthly', start: '2024-09-01', end: '2028-08-31', priceDate: '2026-09-01' }),
  ],
  rolls: [{ year: 2028, pupils: 401, staff: null }],
  budgets: budgetOf(42_000, 42_000, 42_000, 42_000, 42_000),
});

const decided = (assetId: number, action: PlannedAction['action'], parts: Partial<PlannedAction> = {}): PlannedAction => ({
  assetId, action, years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null, ...parts,
});

/** The same school after a term of decisions: what is overdue spread over two years, months for buying, and so on. */
export const primaryDecided = (): PlanSnapshot => {
  const before = primarySchool();
  return {
    ...before,
    school: { ...before.school, backlogYears: 2 },
    policies: before.policies.map((policy) => {
      if (policy.categoryKey === 'wireless_ap') return { ...policy, purchaseMonths: [3] };
      if (policy.categoryKey === 'network_switch') return { ...policy, purchaseMonths: [7, 8] };
      if (policy.categoryKey === 'chromebook') return { ...policy, disposalPence: 250 };
      if (policy.categoryKey === 'tablet') return { ...policy, tradeInPence: 4_000, priceDate: '2026-04-01' };
      return policy;
    }),
    actions: [
      decided(6, 'extend_cover', { years: 2, yearlyPence: 24_000, priceDate: '2026-04-01', reason: 'the restore was tested' }),
      decided(10, 'retire', { reason: 'enough of them' }),
      decided(22, 'keep'),
    ],
    needs: [{
      id: 1, costId: 1, costName: null, until: null, name: 'Microphones for the hall', categoryKey: 'av_audio', costCategory: 'other_hardware', fundKey: null, on: '2027-06-01', quantity: 3,
      unitPence: 12_000, priceDate: '2026-10-01', yearlyPence: 2_400, riseBp: null, included: true,
    }],
  };
};
