import { categoryNamed } from '../categories.ts';
import { itemsOf } from '../context.ts';
import { standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot, Roll } from '../snapshot.ts';
import type { Agreement } from './agreement.ts';

/** Kit of one kind that is in service, with the words for one and for several. */
export type CountedKit = { readonly quantity: number; readonly singular: string; readonly plural: string };

/** What the amount of an agreement can be paid for: heads and kit, today or in one financial year. */
export type Counts = {
  readonly pupils: number | null;
  readonly staff: number | null;
  readonly kit: (categoryKey: string) => CountedKit;
};

type Counted = Pick<PlanSnapshot, 'school' | 'rolls' | 'assets' | 'categories'>;

/**
 * The heads and kit of a financial year of the school (by its start): that year's roll, else the school's own
 * number; with null the school's own numbers. Kit is what the register has in service today, the same in every year:
 * each item is taken to be replaced by one like it. What is not to be replaced counts on after it has left, and what is
 * on order not before it is in service: a licence is agreed for the kit there is, and follows when the register does.
 */
export function countsOf({ school, rolls, assets, categories }: Counted, year: number | null = null): Counts {
  const roll = year === null ? undefined : rolls.find((each) => each.year === year);
  return {
    pupils: headsOf(roll, 'pupils') ?? school.pupils, staff: headsOf(roll, 'staff') ?? school.staff,
    kit: (categoryKey) => ({ ...categoryNamed(categories, categoryKey), quantity: inService(assets).get(categoryKey) ?? 0 }),
  };
}

/** The most heads that a roll holds: more, or fewer than none, came with a file, and the school's own number holds. */
export const MOST_HEADS = { pupils: 20_000, staff: 5_000 } as const;

function headsOf(roll: Roll | undefined, heads: keyof typeof MOST_HEADS): number | null {
  const count = roll?.[heads] ?? null;
  return count !== null && isHeads(count, heads) ? count : null;
}

/** Whether so many can stand on a roll. */
export const isHeads = (count: number, heads: keyof typeof MOST_HEADS): boolean => Number.isInteger(count) && count >= 0 && count <= MOST_HEADS[heads];

/** Items in service by category, counted once for each register. */
const counted = new WeakMap<readonly Asset[], ReadonlyMap<string, number>>();

function inService(assets: readonly Asset[]): ReadonlyMap<string, number> {
  const known = counted.get(assets);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const asset of assets) {
    if (standingOf(asset.status) !== 'in_service') continue;
    found.set(asset.categoryKey, (found.get(asset.categoryKey) ?? 0) + itemsOf(asset));
  }
  counted.set(assets, found);
  return found;
}

type Driven = Pick<Agreement, 'driver' | 'units' | 'deviceCategoryKey'>;

/** How many units the amount is paid for; null where the plan does not know, or holds what is no number of them. */
export function unitsOf(driven: Driven, counts: Counts): number | null {
  const units = unitsSaid(driven, counts);
  return units !== null && Number.isSafeInteger(units) && units >= 0 ? units : null;
}

function unitsSaid({ driver, units, deviceCategoryKey }: Driven, counts: Counts): number | null {
  switch (driver) {
    case 'site': return 1;
    case 'per_seat': return units;
    case 'per_pupil': return counts.pupils;
    case 'per_staff': return counts.staff;
    case 'per_device': return deviceCategoryKey === null ? null : counts.kit(deviceCategoryKey).quantity;
  }
}
