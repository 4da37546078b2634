import { monthOf } from '../../calendar.ts';
import { itemsOf, type PlanContext, type Succession } from '../../context.ts';
import { standingOf } from '../../refresh/due.ts';
import { courseOf, eventsOf, upgradeOf, type Event, type InService, type OnTheWay } from '../../refresh/occurrences.ts';
import type { Asset } from '../../snapshot.ts';
import type { MonthIndex, UserGroup } from '../../vocabulary.ts';
import { isMemory, memoryBrought, specOf, specOfNew, withMemory, type Spec } from './spec.ts';

/** How kit came to stand where it does: there today, bought in the place of other kit, on order, more fitted, or for a need. */
export type Origin = 'today' | 'replacement' | 'order' | 'upgrade' | 'need';

/** The same kit for a stretch of months: from the month in which it comes up to the one in which something else takes its place. */
export type Stretch = {
  readonly from: MonthIndex;
  readonly until: MonthIndex;
  readonly spec: Spec;
  readonly origin: Origin;
  /** The need and the cost of its option that brought it. */
  readonly broughtBy: string | null;
};

/** What becomes of some equal items in one place, in the order of time: today's kit, what replaces it, and what replaces that. */
export type Track = {
  /** The row of the register it begins with; null for kit that a need adds. */
  readonly assetId: number | null;
  readonly locationId: number | null;
  readonly departmentId: number | null;
  readonly userGroup: UserGroup | null;
  readonly items: number;
  readonly stretches: readonly Stretch[];
};

/** Kit in service was there before the plan and, until something is planned for it, stays. */
const [EVER, NEVER] = [-Infinity, Infinity];

/**
 * What the plan makes of one row of the register: which kit stands there in which months. Kit of which the plan cannot say
 * when it is replaced, or that is kept until it fails, stays as it is, unless what succeeds it is on order; what is passed down
 * stands elsewhere, and what is bought in its place is here.
 */
export function tracksOf(context: PlanContext, asset: Asset): readonly Track[] {
  const standing = standingOf(asset.status);
  if (standing !== 'in_service' && standing !== 'on_the_way') return [];
  const { locationId, departmentId, userGroup } = asset;
  const track = (items: number, stretches: readonly Stretch[]): Track => ({ assetId: asset.id, locationId, departmentId, userGroup, items, stretches });
  const course = courseOf(context, asset);
  const spec = specOf(context, asset);
  if (course.standing === 'out') {
    const stays = standing === 'in_service' ? leaving(itemsOf(asset), context.successions.get(asset.id) ?? [], 0, NEVER) : [];
    return stays.map(({ items, month }) => track(items, [stretch(EVER, month, spec, 'today')]));
  }
  const events = eventsOf(context, asset, course);
  const chains = course.starts.map((start) => track(start.quantity, chainOf(context, course, spec, events.filter((event) => event.start === start.date))));
  if (course.standing === 'on_the_way') return chains;
  const upgrades = events.filter(({ kind, occurrence }) => kind === 'upgrade' && occurrence === 0);
  const replaced = course.starts.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    ...chains.map((each) => ({ ...each, stretches: [...todays(course, spec, upgrades, each.stretches[0]?.from ?? NEVER), ...each.stretches] })),
    ...leaving(asset.quantity, course.successions, replaced, course.leavesOn === null ? NEVER : monthOf(course.leavesOn)).map(({ items, month }) => track(items, todays(course, spec, upgrades, month))),
  ];
}

const stretch = (from: MonthIndex, until: MonthIndex, spec: Spec, origin: Origin): Stretch => ({ from, until, spec, origin, broughtBy: null });

/** The kit that is there now, until a month: as it is, then with what is fitted to it. */
function todays(course: InService, spec: Spec, upgrades: readonly Event[], until: MonthIndex): readonly Stretch[] {
  return fitted([stretch(EVER, until, spec, 'today')], course.policy, upgrades);
}

/**
 * Items of a row that no chain of its own follows: those whose successor is on order leave when it comes, the others in a month.
 * @param followed how many a chain follows
 */
function leaving(
  quantity: number, successions: readonly Succession[], followed: number, restLeaves: MonthIndex,
): readonly { readonly items: number; readonly month: MonthIndex }[] {
  let left = quantity;
  const found: { readonly items: number; readonly month: MonthIndex }[] = [];
  for (const succession of successions) {
    const items = Math.min(left, succession.quantity);
    left -= items;
    if (items > 0) found.push({ items, month: succession.month });
  }
  const rest = left - followed;
  return rest > 0 ? [...found, { items: rest, month: restLeaves }] : found;
}

/** What a chain buys, each until the next. On order, the first is the kit that was ordered. */
function chainOf(context: PlanContext, course: InService | OnTheWay, spec: Spec, events: readonly Event[]): readonly Stretch[] {
  const bought = events.filter(({ kind }) => kind === 'replace');
  const { model, categoryKey, policy } = course.replacement;
  const next = specOfNew(context, model, categoryKey, spec);
  return bought.flatMap((event, at): readonly Stretch[] => {
    const ordered = course.standing === 'on_the_way' && at === 0;
    const kit = ordered ? specOfNew(context, course.model, spec.categoryKey, spec) : next;
    const own = events.filter(({ kind, occurrence }) => kind === 'upgrade' && occurrence === event.occurrence + 1);
    return fitted([stretch(event.month, bought[at + 1]?.month ?? NEVER, kit, ordered ? 'order' : 'replacement')], policy, own);
  });
}

/** The stretch of some kit in two, where its policy fits more memory on the way. */
function fitted(stretches: readonly Stretch[], policy: InService['policy'], upgrades: readonly Event[]): readonly Stretch[] {
  const what = upgradeOf(policy)?.what;
  const [upgrade] = upgrades;
  if (what === undefined || upgrade === undefined || !isMemory(what)) return stretches;
  return stretches.flatMap((each) => splitAt(each, upgrade.month, (rest) => ({ ...rest, spec: withMemory(rest.spec, memoryBrought(what)), origin: 'upgrade' })));
}

/** A stretch up to a month, and what becomes of it from then on. One that does not reach the month stays whole. */
export function splitAt(each: Stretch, month: MonthIndex, change: (rest: Stretch) => Stretch): readonly Stretch[] {
  if (month >= each.until) return [each];
  if (month <= each.from) return [change(each)];
  return [{ ...each, until: month }, change({ ...each, from: month })];
}

/** What a track is in a month; null while it is not there yet, or where it has left. */
export const stretchIn = ({ stretches }: Track, month: MonthIndex): Stretch | null =>
  stretches.find(({ from, until }) => from <= month && month < until) ?? null;
