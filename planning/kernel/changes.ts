import { isUsable } from '../refresh/due.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';

/** Register rows that are no longer as they were, and what is there instead. A row that an order ties to one of them is in both. */
export type Edits = { readonly gone: readonly Asset[]; readonly come: readonly Asset[] };

/** Above this part of the register, reading all of it again is quicker. */
const MOST_EDITED = 0.1;

/** What differs between two registers, object by object; null where it is too much to be followed. */
export function editsOf(before: readonly Asset[], after: readonly Asset[]): Edits | null {
  if (before === after) return { gone: [], come: [] };
  const most = before.length * MOST_EDITED + 20;
  let [start, end] = [0, 0];
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (old.length === now.length) {
    const changed = old.flatMap((asset, at) => (asset === now[at] ? [] : [at]));
    if (changed.length > most) return null;
    return withTied(before, after, changed.flatMap((at) => old[at] ?? []), changed.flatMap((at) => now[at] ?? []));
  }
  return old.length + now.length > most ? null : withTied(before, after, old, now);
}

/** Kit whose successor is one of the edited rows reads its first replacement from that. */
function withTied(before: readonly Asset[], after: readonly Asset[], gone: readonly Asset[], come: readonly Asset[]): Edits {
  const ids = new Set([...gone, ...come].flatMap(({ succeedsAssetId }) => (succeedsAssetId === null ? [] : [succeedsAssetId])));
  if (ids.size === 0) return { gone, come };
  const tied = (assets: readonly Asset[], edited: readonly Asset[]): Asset[] => {
    const known = new Set(edited);
    return assets.filter((asset) => ids.has(asset.id) && !known.has(asset));
  };
  return { gone: [...gone, ...tied(before, gone)], come: [...come, ...tied(after, come)] };
}

/** What of a policy can change without its kit being read again. */
const LIVES: ReadonlySet<string> = new Set(['lifeMonths', 'fromYear', 'lifeMonthsBefore', 'leastMonths', 'mostMonths', 'priceSource', 'shipped']);

/** Categories whose policies differ in their lives alone, and those that differ in more; null where policies went. */
export function policyEdits(
  { policies: before }: PlanSnapshot, { policies: after, assets }: PlanSnapshot,
): { readonly lives: ReadonlySet<string>; readonly others: ReadonlySet<string> } | null {
  const lives = new Set<string>();
  const others = new Set<string>();
  if (after.length < before.length) return null;
  after.forEach((now, at) => {
    const then = before[at];
    if (now === then) return;
    const found = then !== undefined && onlyLives(then, now) ? lives : others;
    for (const policy of then === undefined ? [now] : [then, now]) for (const key of categoriesOf(policy, assets)) found.add(key);
  });
  return { lives, others };
}

const onlyLives = (before: RefreshPolicy, after: RefreshPolicy): boolean => isUsable(before) === isUsable(after)
  && (Object.keys(after) as (keyof RefreshPolicy)[]).every((key) => LIVES.has(key) || after[key] === before[key]);

/** The categories of kit that a policy could be followed by. */
const categoriesOf = ({ assetId, modelId, categoryKey }: RefreshPolicy, assets: readonly Asset[]): string[] => {
  if (assetId === null && modelId === null) return [categoryKey];
  return assets.filter((asset) => (assetId === null ? asset.modelId === modelId : asset.id === assetId)).map((asset) => asset.categoryKey);
};
