import type { FundKey } from '../vocabulary.ts';

/**
 * The finest cut of the sums within one category: every table, chart and export is a sum of cells of these. The code
 * of a leaf follows from its category.
 */
export type Leaf = {
  readonly departmentId: number | null;
  readonly locationId: number | null;
  /** The fund that the policy names. */
  readonly fundKey: FundKey | null;
};

type ByLocation = Map<number | null, number>;

export type Leaves = {
  /** In the order in which they were met: a leaf's place is its place in the cells. */
  readonly list: Leaf[];
  readonly byFund: Map<FundKey | null, Map<number | null, ByLocation>>;
};

export const newLeaves = (): Leaves => ({ list: [], byFund: new Map() });

/** The place of a leaf, found or made. Look-ups by number, without a text to be put together for each row. */
export function leafAt(leaves: Leaves, fundKey: FundKey | null, departmentId: number | null, locationId: number | null): number {
  let departments = leaves.byFund.get(fundKey);
  if (departments === undefined) leaves.byFund.set(fundKey, departments = new Map());
  let locations = departments.get(departmentId);
  if (locations === undefined) departments.set(departmentId, locations = new Map());
  const found = locations.get(locationId);
  if (found !== undefined) return found;
  locations.set(locationId, leaves.list.length);
  return leaves.list.push({ departmentId, locationId, fundKey }) - 1;
}
