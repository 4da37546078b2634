import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { budgetOf, cost, kit, place, policiesWith, schoolOf } from './fixtures.ts';

/** Prices of 1 April 2026, rising 3 % a year: × 1.03, 1.0609, 1.092727, 1.125509. */
const priced = (overridePence: number) => ({ overridePence, overridePriceDate: '2026-04-01' });

/** A small school whose every line is worked by hand in fixed-school.test.ts. */
export const fixedSchool = (): PlanSnapshot => schoolOf({
  locations: [place(1, 'IT3'), place(2, 'Comms 1'), place(3, 'IT10')],
  policies: policiesWith('server', {}),
  assets: [
    kit({ id: 1, tag: 'SV1', categoryKey: 'server', description: 'Marlow R2 host', purchaseDate: '2024-08-14', coverEnd: '2028-08-14', locationId: 2, ...priced(540_000) }),
    kit({ id: 2, tag: 'DT1', categoryKey: 'desktop', description: 'Kestrel 400', purchaseDate: '2023-12-12', coverEnd: '2026-12-12', orderNumber: '4471', quantity: 32, locationId: 1, source: 'Import 3 (kit list 2026.xlsx)', ...priced(41_500) }),
    kit({ id: 3, tag: 'PL1', userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 90, unitPaidPence: 36_500, locationId: 3 }),
    kit({ id: 4, tag: 'PL2', userGroup: 'pupil', purchaseDate: '2022-12-12', quantity: 30, ...priced(36_500) }),
    kit({ id: 5, tag: 'ST1', userGroup: 'staff', purchaseDate: '2019-09-01', quantity: 4, ...priced(56_000), locationId: 1 }),
    kit({ id: 6, tag: 'VS1', categoryKey: 'visualiser', purchaseDate: '2020-09-01', quantity: 9 }),
    kit({ id: 7, tag: 'AP1', categoryKey: 'wireless_ap', purchaseDate: '2022-06-30', quantity: 6, vendorSupportEnd: '2027-10-31', ...priced(29_500) }),
    kit({ id: 8, tag: 'TB1', categoryKey: 'tablet', quantity: 5, unitPaidPence: 31_900 }),
    kit({ id: 9, tag: 'TB2', categoryKey: 'tablet', purchaseDate: '2026-06-15', quantity: 2, unitPaidPence: 31_900, status: 'in_use' }),
    kit({ id: 10, tag: 'PR1', categoryKey: 'printer', purchaseDate: '2021-05-01', unitPaidPence: 80_000, status: 'retired' }),
  ],
  recurring: [
    cost({ id: 1, name: 'Broadband', amountPence: 980_000 }),
    cost({ id: 2, name: 'Learning software', categoryKey: 'software', costCategory: 'it_learning_resources', amountPence: 100_000, riseBp: 500, start: '2027-01-01', end: '2029-03-31' }),
  ],
  budgets: budgetOf(30_000, 30_000, 50_000, 30_000, 30_000),
});
