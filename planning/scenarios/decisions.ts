import { planContext, type ForecastOptions } from '../context.ts';
import { extensionsOf } from '../extension.ts';
import { formatCount } from '../money.ts';
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

/**
 * Years of cover or support that were decided and cannot be counted, because nobody knows when what there is ends;
 * null where all of it counts. `snapshot` is the plan with the decision.
 */
export function uncountedWords(snapshot: PlanSnapshot, options: ForecastOptions, { assetIds, action }: { readonly assetIds: readonly number[] } & Pick<ActionTerms, 'action'>): string | null {
  if (action !== 'extend_cover' && action !== 'extend_support') return null;
  const context = planContext(snapshot, options);
  const meant = new Set(assetIds);
  let [all, unknown] = [0, 0];
  for (const asset of snapshot.assets.filter(({ id }) => meant.has(id))) {
    all += asset.quantity;
    if (extensionsOf(context, asset).some((extension) => extension.action.action === action && extension.from === null)) unknown += asset.quantity;
  }
  if (unknown === 0) return null;
  const what = action === 'extend_cover' ? 'cover' : 'support';
  const whose = all === 1 ? `its ${what}` : `the ${what} of ${unknown === all ? 'all' : `${formatCount(unknown)} of the`} ${formatCount(all)} items`;
  return `When ${whose} ends is not known, so nothing is counted for ${unknown === 1 ? 'it' : 'them'}. Write the date in the register first.`;
}
