import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { budgetOf, cost, kit, schoolOf } from '../fixtures.ts';
import { SCHOOL_DEFAULTS } from '../../../planning/school-defaults.ts';

const own = (overridePence: number, overridePriceDate = '2026-04-01') => ({ overridePence, overridePriceDate });

/** Wren Infant School: twelve rows and its broadband, worked with a pocket calculator in infant.test.ts. */
export const infantSchool = (): PlanSnapshot => schoolOf({
  school: { name: 'Wren Infant School', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: 90, staff: 11, accessTarget: null, ...SCHOOL_DEFAULTS },
  assets: [
    kit({ id: 1, tag: 'W-SV1', categoryKey: 'server', description: 'Office server', purchaseDate: '2023-08-20', coverEnd: '2027-08-20', ...own(240_000) }),
    kit({ id: 2, tag: 'W-LT', userGroup: 'staff', description: 'Teachers’ laptops', purchaseDate: '2022-09-05', quantity: 6, unitPaidPence: 48_950 }),
    kit({ id: 3, tag: 'W-TB', categoryKey: 'tablet', userGroup: 'pupil', description: 'Class tablets', purchaseDate: '2024-01-15', quantity: 15, ...own(31_900, '2026-06-01') }),
    kit({ id: 4, tag: 'W-IP', categoryKey: 'interactive_panel', description: 'Classroom panels', purchaseDate: '2021-07-20', quantity: 4, ...own(145_000) }),
    kit({ id: 5, tag: 'W-DT1', categoryKey: 'desktop', description: 'Office desktop', purchaseDate: '2024-02-10', unitPaidPence: 52_000 }),
    kit({ id: 6, tag: 'W-SW', categoryKey: 'network_switch', description: 'Switches', purchaseDate: '2019-08-01', quantity: 2, ...own(31_000) }),
    kit({ id: 7, tag: 'W-AP', categoryKey: 'wireless_ap', description: 'Access points', purchaseDate: '2022-04-10', vendorSupportEnd: '2027-10-31', quantity: 5, ...own(18_500, '2026-09-01') }),
    kit({ id: 8, tag: 'W-MF1', categoryKey: 'mfd', description: 'Copier', purchaseDate: '2024-04-01', ...own(118_000) }),
    kit({ id: 9, tag: 'W-VS', categoryKey: 'visualiser', description: 'Visualisers', purchaseDate: '2021-09-01', quantity: 3 }),
    kit({ id: 10, tag: 'W-FW1', categoryKey: 'firewall_router', description: 'Firewall', purchaseDate: '2023-10-02', movedTo: '2027-05-15', movedReason: 'the new filtering needs it', ...own(64_000) }),
    kit({ id: 11, tag: 'W-HP', categoryKey: 'peripheral', description: 'Headphones', purchaseDate: '2026-05-20', quantity: 10, unitPaidPence: 1_299 }),
    kit({ id: 12, tag: 'W-PJ1', categoryKey: 'projector', description: 'Hall projector', purchaseDate: '2014-09-01', unitPaidPence: 61_000, status: 'retired' }),
  ],
  recurring: [cost({ id: 1, name: 'Broadband', amountPence: 114_000 })],
  budgets: budgetOf(6_000, 6_000, 6_000, 6_000, 6_000),
});
