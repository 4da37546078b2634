import { SCHOOL_DEFAULTS } from '../../../planning/school-defaults.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { department, kit, schoolOf, shippedPolicies } from '../fixtures.ts';

/*
 * A trust of ten schools with 20,000 rows, made by the formulas below and by the same formulas in trust.py: item i belongs
 * to school i mod 10, and everything else of it follows from i as well.
 */

const KINDS = ['desktop', 'laptop', 'chromebook', 'tablet', 'monitor', 'interactive_panel', 'network_switch'] as const;
const POLICY_PENCE: Readonly<Record<string, number>> = { desktop: 43_200, laptop: 51_900, chromebook: 22_300, tablet: 33_300, interactive_panel: 158_000, network_switch: 74_400 };

const two = (value: number): string => String(value).padStart(2, '0');

/** Months since January 2019, and a day of that month. */
const dayOf = (months: number, day: number): string => `${2019 + Math.floor(months / 12)}-${two(1 + (months % 12))}-${two(day)}`;

function item(i: number): Asset {
  const kind = i % 500 === 499 ? 'server' : KINDS[Math.floor(i / 10) % 7] ?? 'desktop';
  const months = (i * 7) % 94;
  const day = 1 + ((i * 11) % 28);
  return kit({
    id: i + 1, tag: `T${i}`, categoryKey: kind, departmentId: 1 + (i % 10), purchaseDate: dayOf(months, day), quantity: i % 25 === 0 ? 15 : 1,
    status: i % 97 === 0 ? 'retired' : i % 101 === 0 ? 'spare' : 'in_use',
    unitPaidPence: i % 3 === 1 ? 15_000 + ((i * 53) % 50_000) : null,
    overridePence: i % 3 === 0 ? 20_000 + ((i * 37) % 40_000) : null, overridePriceDate: i % 3 === 0 ? '2026-04-01' : null,
    coverEnd: kind === 'server' ? dayOf(months + 60, day) : null,
    vendorSupportEnd: i % 13 === 0 ? `${2027 + (i % 5)}-06-30` : null,
    movedTo: i % 211 === 0 ? '2028-09-01' : null,
    upgradeDoneOn: i % 17 === 0 ? '2026-05-01' : null,
  });
}

export const trust = (): PlanSnapshot => schoolOf({
  school: { name: 'Ten Schools Trust', type: 'academy', yearStartMonth: 9, horizonYears: 5, pupils: null, staff: null, accessTarget: null, ...SCHOOL_DEFAULTS },
  departments: Array.from({ length: 10 }, (_, index) => department(index + 1, `School ${index}`)),
  policies: shippedPolicies().map((policy) => {
    const unitPence = POLICY_PENCE[policy.categoryKey];
    return unitPence === undefined ? policy : { ...policy, unitPence, priceDate: '2025-10-01', shipped: false };
  }),
  inflation: { defaultBp: 300, shipped: false, series: [
    { categoryKey: 'laptop', bp: null, steps: [{ year: 2027, bp: 1_700 }, { year: 2029, bp: -200 }] }, { categoryKey: 'network_switch', bp: 150, steps: [] },
  ] },
  assets: Array.from({ length: 20_000 }, (_, i) => item(i)),
});
