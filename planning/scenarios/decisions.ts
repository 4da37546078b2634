import type { PlanSnapshot } from '../snapshot.ts';
import type { ActionTerms, PlannedAction } from './action.ts';
import { actionWords, kitWords } from './difference-words.ts';

/** What was decided to become of some kit, alike for all of it. */
export type Decision = {
  /** `32 desktops in IT3`. */
  readonly what: string;
  /** `kept until they fail`. */
  readonly to: string;
  readonly reason: string | null;
  readonly assetIds: readonly number[];
};

/** The terms by which kit goes back to what its policy says. */
export const AS_ITS_POLICY_SAYS: ActionTerms = { action: 'replace', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null };

const alike = ({ action, years, yearlyPence, priceDate, nextUserGroup, nextMonths, reason }: PlannedAction): string =>
  JSON.stringify([action, years, yearlyPence, priceDate, nextUserGroup, nextMonths, reason]);

/**
 * Everything that is decided about kit, other than the year in which it is replaced, in the scenario whose plan this
 * is; by kind and by what was decided and why, in the order of the register.
 */
export function decisionsOf(snapshot: PlanSnapshot): readonly Decision[] {
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const decided = snapshot.actions.flatMap((action) => {
    const asset = assets.get(action.assetId);
    return asset === undefined || action.action === 'replace' ? [] : [{ action, asset }];
  });
  const grouped = Map.groupBy(decided, ({ action, asset }) => [asset.categoryKey, asset.userGroup, alike(action)].join('|'));
  return [...grouped.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const assetIds = each.map(({ asset }) => asset.id);
    return [{ what: kitWords(snapshot, assetIds), to: actionWords(snapshot, { kind: 'action', assetIds, ...first.action }), reason: first.action.reason, assetIds }];
  });
}
