import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import { SCHOOL_DEFAULTS } from '../../planning/school-defaults.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { BLANK_KIT, EMPTY_LISTS } from '../planning/fixtures.ts';
import { dice } from '../support/dice.ts';

/** The day of the figures in every measurement. */
export const AS_OF = '2026-11-21';
export const YEARS = 5;

const KINDS = ['laptop', 'desktop', 'tablet', 'chromebook', 'monitor', 'interactive_panel', 'projector', 'printer', 'network_switch', 'wireless_ap', 'server', 'camera'];
const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A register of single items in twelve departments and sixty rooms, each with its own day of purchase in ten years
 * and its own price paid. With `alike` items are bought by the twenty: same day, price, department and room.
 */
export function register(size: number, alike = 1): PlanSnapshot {
  const roll = dice(size);
  const pick = (count: number): number => Math.floor(roll() * count);
  const bought = (): Pick<Asset, 'categoryKey' | 'purchaseDate' | 'unitPaidPence' | 'departmentId' | 'locationId'> => ({
    categoryKey: KINDS[pick(KINDS.length)] ?? 'laptop',
    purchaseDate: `${2017 + pick(9)}-${two(1 + pick(12))}-${two(1 + pick(31)).replace(/^(29|30|31)$/, '28')}`,
    unitPaidPence: 5_000 + pick(250_000), departmentId: 1 + pick(12), locationId: 1 + pick(60),
  });
  let batch = bought();
  const assets = Array.from({ length: size }, (_, index): Asset => {
    if (index % alike === 0) batch = bought();
    // As it comes out of a plan file: texts in one piece, not as the parts that were put together here.
    return JSON.parse(JSON.stringify({ ...BLANK_KIT, id: index + 1, tag: `A${index}`, ...batch })) as Asset;
  });
  return {
    school: { name: 'Bench', type: 'maintained', yearStartMonth: 4, horizonYears: YEARS, pupils: null, staff: null, accessTarget: null, ...SCHOOL_DEFAULTS },
    categories: SHIPPED_CATEGORIES, departments: [], locations: [], suppliers: [], models: [], assets,
    // Upgrades are left out, so that every way of working it out answers the same question.
    policies: SHIPPED_POLICIES.map((policy, index) => ({ id: index + 1, ...policy, upgrade: null })),
    inflation: { defaultBp: 300, shipped: true, series: [] }, recurring: [], budgets: [], ...EMPTY_LISTS,
  };
}
