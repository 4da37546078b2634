import { yearIndexOf, type PlanContext } from '../context.ts';
import { assetLines } from '../forecast.ts';
import { lossLines, recurringLines } from '../lines.ts';
import { exposuresOf, type Exposure } from '../loss.ts';
import type { PriceBasis } from '../price.ts';
import { replacementBasis } from '../price.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { Asset, RefreshPolicy } from '../snapshot.ts';
import { purchaseOf } from '../spent.ts';
import type { Addend, Spent } from '../totals.ts';
import type { Pence } from '../vocabulary.ts';
import { columnRow, type ColumnRow } from './columns.ts';

/** Register rows under one policy, of one category and standing. */
export type Group = {
  readonly policy: RefreshPolicy;
  readonly categoryKey: string;
  readonly onTheWay: boolean;
  readonly chained: boolean;
  readonly rows: ColumnRow[];
};

/** What no life changes: recurring costs, orders' own purchases, losses; what is spent; the recurring stand-still. */
export type Constants = { readonly addends: Addend[]; readonly spent: Spent[]; readonly standStillPence: readonly Pence[] };

type RowOf = (basis: PriceBasis | null, categoryKey: string) => number;

/** Goes through the register once: rows for the columns, and everything that stays as it is. */
export function gather(context: PlanContext, rowOf: RowOf): { readonly groups: readonly Group[]; readonly constants: Constants } {
  const { lines, spent, standStillPence } = recurringLines(context);
  const constants: Constants = { addends: [...lines], spent, standStillPence };
  const exposures: Exposure[] = [];
  const groups = grouping();
  for (const asset of context.snapshot.assets) {
    addPurchase(context, constants, asset);
    const course = courseOf(context, asset);
    if (course.standing === 'out') continue;
    const { policy } = course;
    if (policy.lossBp > 0) {
      const basis = replacementBasis(asset, course.model, policy, context.asOf, context.schoolStartMonth);
      exposures.push(...exposuresOf(context, asset, course, basis));
    }
    const onTheWay = course.standing === 'on_the_way';
    if (onTheWay) {
      const own = assetLines(context, asset, course).filter((line) => line.kind === 'replace' && line.occurrence === 0);
      constants.addends.push(...own);
    }
    groups.of(policy, asset.categoryKey, onTheWay, course.everyMonths !== null).push(columnRow(context, asset, course, rowOf));
  }
  constants.addends.push(...lossLines(context, exposures));
  return { groups: groups.all(), constants };
}

function addPurchase(context: PlanContext, constants: Constants, asset: Asset): void {
  const purchase = purchaseOf(context, asset);
  if (purchase === null || purchase.pence === null) return;
  const { chartGroup } = context.category(asset.categoryKey);
  constants.spent.push({ yearIndex: yearIndexOf(context, purchase.month), chartGroup, pence: purchase.pence });
}

/** Rows by policy, category and standing; categories together, each in the order of its first row. */
function grouping(): {
  of: (policy: RefreshPolicy, categoryKey: string, onTheWay: boolean, chained: boolean) => ColumnRow[];
  all: () => readonly Group[];
} {
  const byPolicy = [new Map<RefreshPolicy, Map<string, Group>>(), new Map<RefreshPolicy, Map<string, Group>>()] as const;
  return {
    of: (policy, categoryKey, onTheWay, chained) => {
      const standing = byPolicy[onTheWay ? 1 : 0];
      let groups = standing.get(policy);
      if (groups === undefined) standing.set(policy, groups = new Map());
      let group = groups.get(categoryKey);
      if (group === undefined) groups.set(categoryKey, group = { policy, categoryKey, onTheWay, chained, rows: [] });
      return group.rows;
    },
    all: () => {
      const groups = byPolicy.flatMap((standing) => [...standing.values()].flatMap((each) => [...each.values()]));
      return [...Map.groupBy(groups, (group) => group.categoryKey).values()].flat();
    },
  };
}
