import { placeKey } from '../budget/allocation.ts';
import { riseIn } from '../rises.ts';
import type { PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { PlannedAction } from './action.ts';
import { applyChange, entryOf, givesWay, placeOfChange, type PlanChange } from './change.ts';
import { isPolicyOf, policyToStartFrom, subjectOf } from './policy-change.ts';
import type { ScenarioDifference } from './scenario.ts';

/** A change with the reason for it; null where nobody gave one. */
export type ReasonedChange = { readonly change: PlanChange; readonly reason: string | null };

/** What becomes of a scenario's differences when more is said in it. */
export type KeptDifferences = {
  /** Differences that gave way altogether. */
  readonly dropped: readonly number[];
  /** Differences that gave way in part, with what is left of them. */
  readonly narrowed: readonly { readonly id: number; readonly change: PlanChange }[];
  /** What is new, in order. */
  readonly added: readonly ReasonedChange[];
};

type Entry = ReasonedChange & { readonly id: number | null };

/**
 * Adds changes to what a scenario says differently from `parent`. A later one about exactly the same subject takes
 * the place of the earlier, and what the parent says anyway is not kept: a difference is always one that shows.
 */
export function keepDifferences(parent: PlanSnapshot, own: readonly ScenarioDifference[], changes: readonly ReasonedChange[]): KeptDifferences {
  let entries: readonly Entry[] = own;
  for (const { change, reason } of changes) {
    entries = entries.flatMap((entry) => {
      const left = leftOf(entry.change, change);
      if (left === entry.change) return [entry];
      return left === null ? [] : [{ ...entry, change: left }];
    });
    const before = entries.reduce((snapshot, entry) => applyChange(snapshot, entry.change, entry.reason), parent);
    const shows = whatShows(before, change);
    if (shows !== null) entries = [...entries, { id: null, change: shows, reason }];
  }
  const still = new Map(entries.map((entry) => [entry.id, entry.change]));
  return {
    dropped: own.flatMap(({ id }) => (still.has(id) ? [] : [id])),
    narrowed: own.flatMap(({ id, change }) => {
      const left = still.get(id);
      return left === undefined || left === change ? [] : [{ id, change: left }];
    }),
    added: entries.flatMap(({ id, change, reason }) => (id === null ? [{ change, reason }] : [])),
  };
}

/** What is left of an earlier difference beside a later one: the same where they are about different things, null where nothing is. */
function leftOf(earlier: PlanChange, later: PlanChange): PlanChange | null {
  switch (later.kind) {
    case 'life':
      return earlier.kind === 'life' && isPolicyOf(subjectOf(earlier), subjectOf(later)) ? null : earlier;
    case 'policy': return earlier.kind === 'policy' ? policyLeft(earlier, later) : earlier;
    case 'price_rise':
      return earlier.kind === 'price_rise' && earlier.categoryKey === later.categoryKey && earlier.year === later.year ? null : earlier;
    case 'loss_rate': return earlier.kind === 'loss_rate' && earlier.categoryKey === later.categoryKey ? null : earlier;
    case 'move': return earlier.kind === 'move' ? movesLeft(earlier, new Set(later.moves.map(({ assetId }) => assetId))) : earlier;
    case 'action': {
      if (earlier.kind !== 'action' || !givesWay(earlier.action, later.action)) return earlier;
      const meant = new Set(later.assetIds);
      const assetIds = earlier.assetIds.filter((id) => !meant.has(id));
      return assetIds.length === earlier.assetIds.length ? earlier : assetIds.length === 0 ? null : { ...earlier, assetIds };
    }
    case 'need': return earlier.kind === 'need' && earlier.needId === later.needId ? null : earlier;
    case 'budget': return earlier.kind === 'budget' && earlier.year === later.year && placeKey(placeOfChange(earlier)) === placeKey(placeOfChange(later)) ? null : earlier;
    case 'backlog': return earlier.kind === 'backlog' ? null : earlier;
  }
}

type PolicyChange = Extract<PlanChange, { kind: 'policy' }>;
type MoveChange = Extract<PlanChange, { kind: 'move' }>;

/** Each setting of a policy is a subject of its own: a new price leaves an earlier loss rate as it was. */
function policyLeft(earlier: PolicyChange, later: PolicyChange): PlanChange | null {
  if (!isPolicyOf(subjectOf(earlier), subjectOf(later))) return earlier;
  return withSettings(earlier, (key) => !Object.hasOwn(later.set, key));
}

function withSettings(change: PolicyChange, stays: (key: string) => boolean): PolicyChange | null {
  const entries = Object.entries(change.set);
  const left = entries.filter(([key]) => stays(key));
  if (left.length === entries.length) return change;
  return left.length === 0 ? null : { ...change, set: Object.fromEntries(left) };
}

function movesLeft(earlier: MoveChange, moved: ReadonlySet<number>): PlanChange | null {
  const moves = earlier.moves.filter(({ assetId }) => !moved.has(assetId));
  return moves.length === earlier.moves.length ? earlier : moves.length === 0 ? null : { ...earlier, moves };
}

/** The part of a change that makes anything different in a snapshot; null where it says what is so anyway. */
function whatShows(snapshot: PlanSnapshot, change: PlanChange): PlanChange | null {
  switch (change.kind) {
    case 'life': return samePolicy(snapshot, change) ? null : change;
    case 'policy': return samePolicy(snapshot, change) ? null : settingsThatShow(snapshot, change);
    case 'price_rise': return riseIn(snapshot.inflation, change.categoryKey ?? null, change.year ?? null) === change.bp ? null : change;
    case 'loss_rate': return snapshot.policies.every((policy) => (change.categoryKey !== undefined && policy.categoryKey !== change.categoryKey)
      || (policy.lossBp === change.bp && policy.lossFrom === 'policy')) ? null : change;
    case 'move': {
      const byId = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
      const moves = change.moves.filter(({ assetId, date }) => byId.has(assetId) && byId.get(assetId)?.movedTo !== date);
      return moves.length === 0 ? null : { ...change, moves };
    }
    case 'action': {
      const [before, after] = [actionsByAsset(snapshot), actionsByAsset(applyChange(snapshot, change, null))];
      const assetIds = change.assetIds.filter((id) => before.get(id) !== after.get(id));
      return assetIds.length === 0 ? null : { ...change, assetIds };
    }
    case 'need': return snapshot.needs.some(({ id, included }) => id === change.needId && included !== change.included) ? change : null;
    case 'budget': {
      const before = entryOf(snapshot.budgets, change);
      return (before?.pence ?? null) === change.pence ? null : change;
    }
    case 'backlog': return snapshot.school.backlogYears === change.years ? null : change;
  }
}

/** What a policy says, apart from which one it is and whether it is still as shipped. */
const saysOf = (policy: RefreshPolicy | null): string =>
  JSON.stringify(policy === null ? null : { ...policy, id: 0, categoryKey: '', userGroup: null, modelId: null, assetId: null, shipped: false });

function samePolicy(snapshot: PlanSnapshot, change: Extract<PlanChange, { kind: 'life' | 'policy' }>): boolean {
  const says = ({ policies }: PlanSnapshot): string => saysOf(policyToStartFrom(policies, subjectOf(change)));
  return says(snapshot) === says(applyChange(snapshot, change, null));
}

/** Of several settings only those that are new. */
const settingsThatShow = (snapshot: PlanSnapshot, change: PolicyChange): PlanChange | null =>
  withSettings(change, (key) => !samePolicy(snapshot, { ...change, set: { [key]: change.set[key as keyof PolicyChange['set']] } }));

function actionsByAsset({ actions }: PlanSnapshot): ReadonlyMap<number, string> {
  const terms = (action: PlannedAction): string => JSON.stringify({ ...action, reason: null });
  return new Map([...Map.groupBy(actions, ({ assetId }) => assetId)]
    .map(([assetId, each]): [number, string] => [assetId, each.map(terms).sort().join()]));
}
