import { addMonths, monthOf } from '../calendar.ts';
import { deliveryDate, type PlanContext, type Succession } from '../context.ts';
import { isLifeMonths } from '../policies.ts';
import type { Asset, AssetModel, MidLifeUpgrade, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, LimitingFactor, MonthIndex, NotForecastReason } from '../vocabulary.ts';
import { backlogStarts, type Start } from './backlog.ts';
import type { Decision } from './decision.ts';
import { serviceDate, type Due } from './due.ts';
import { replacementOf, type Replacement } from './replacement.ts';
import { stateOf } from './state.ts';
import { MOST_MONTHS_BEFORE, placedOn } from './window.ts';

/** How one register row stands in the plan, before any year or price: what explains it and what it will need. */
export type Course = InService | OnTheWay | { readonly standing: 'out'; readonly reason: NotForecastReason };

type Forecastable = {
  readonly policy: RefreshPolicy;
  readonly model: AssetModel | null;
  /** What is bought in its place. */
  readonly replacement: Replacement;
  /** The day from which its replacements are counted: due, or the as-at date when overdue or not dated. */
  readonly firstDate: IsoDate;
  /** The day of its first purchase: `firstDate`, unless its policy places purchases in certain months. */
  readonly placedDate: IsoDate;
  /** Of `chainOf`, for what is bought in its place. */
  readonly everyMonths: number | null;
  /** Items that this row's own chain replaces: less those whose successor is on order. */
  readonly quantity: number;
  /** Where its chains begin: none for kit that is not replaced, several where its backlog is spread over years. */
  readonly starts: readonly Start[];
};
export type InService = Forecastable & {
  readonly standing: 'in_service';
  readonly due: Due;
  readonly overdue: boolean;
  readonly successions: readonly Succession[];
  readonly decision: Decision;
  /** The day it leaves without a replacement; null for kit that is replaced. */
  readonly leavesOn: IsoDate | null;
};
export type OnTheWay = Forecastable & { readonly standing: 'on_the_way' };

/** Something that will have to be bought, on a day. */
export type Event = {
  readonly kind: 'replace' | 'upgrade';
  readonly date: IsoDate;
  readonly month: MonthIndex;
  readonly due: IsoDate;
  readonly overdue: boolean;
  /** Replacements before it in its chain. */
  readonly occurrence: number;
  readonly limitingFactor: LimitingFactor | null;
  readonly quantity: number;
  /** The chain's first day: chains of one row are told apart by it. */
  readonly start: IsoDate;
};

/**
 * Reads one row: in service with its due date, on the way, or out with the reason. Overdue (due in a month
 * before the as-at month) is bought on the as-at date, or over the years that the school chose for its backlog.
 * Planned and ordered kit stands as its own purchase.
 */
export function courseOf(context: PlanContext, asset: Asset): Course {
  const state = stateOf(context, asset);
  if (state.standing === 'out') return state;
  const { policy, model } = state;
  if (state.standing === 'on_the_way') {
    const firstDate = deliveryDate(asset, context.asOf);
    // What follows kit on its way follows the same policy: its own replacement is named once it is in service.
    const replacement = { ...replacementOf(context, asset, policy), categoryKey: asset.categoryKey, policy };
    return {
      standing: 'on_the_way', policy, model, replacement, firstDate, placedDate: firstDate,
      everyMonths: chainOf(policy), quantity: asset.quantity, starts: [{ date: firstDate, quantity: asset.quantity }],
    };
  }
  const { due, overdue, decision, quantity } = state;
  const replacement = replacementOf(context, asset, policy);
  const today = overdue ? context.asOf : due.date;
  const leavesOn = decision.fate?.action === 'retire' ? today : null;
  const starts = leavesOn !== null || quantity === 0 ? []
    : overdue && context.backlogYears > 1 ? backlogStarts(context, asset.id) : [{ date: today, quantity }];
  const firstDate = starts[0]?.date ?? today;
  return {
    ...state, replacement, firstDate, starts, leavesOn, everyMonths: chainOf(replacement.policy),
    placedDate: starts.length > 0 && !overdue && due.factor !== 'manual' ? placedOn(policy, firstDate, context.asOfMonth) : firstDate,
  };
}

/** Months from one replacement under a policy to the next; null where it lets kit run until it fails. */
export const chainOf = (policy: RefreshPolicy): number | null => (policy.binding.length === 0 ? null : policy.lifeMonths);

/** The policy that kit of a row follows: today's kit (generation 0) its own, what is bought for it the replacement's. */
export const policyOfGeneration = (course: InService | OnTheWay, generation: number): RefreshPolicy =>
  (generation === 0 ? course.policy : course.replacement.policy);

/** What kit of a row counts as. */
export const categoryOfGeneration = (course: InService | OnTheWay, asset: Asset, generation: number): string =>
  (generation === 0 ? asset.categoryKey : course.replacement.categoryKey);

/** The policy's mid-life upgrade, where it has one that the sums can count with. */
export const upgradeOf = (policy: RefreshPolicy): MidLifeUpgrade | null =>
  policy.upgrade !== null && isLifeMonths(policy.upgrade.atMonths) ? policy.upgrade : null;

/**
 * Everything a row will need before `endMonth`, in the order of time within each kind and chain: its own mid-life
 * upgrade, the replacement, the successor's upgrade, its replacement, and so on. Occurrence n falls n lives
 * after the first purchase, never counted step by step, and is then placed in the policy's months. Months before the
 * plan's first are included: the caller takes those of its years.
 */
export function eventsOf(context: PlanContext, asset: Asset, course: InService | OnTheWay): Event[] {
  const events: Event[] = [];
  const upgrade = upgradeOf(course.policy);
  if (course.standing === 'in_service' && upgrade !== null) {
    const own = ownUpgrade(context, asset, course, upgrade);
    if (own !== null) events.push(own);
  }
  for (const start of course.starts) addChain(context, course, start, events);
  return events;
}

function addChain(context: PlanContext, course: InService | OnTheWay, start: Start, events: Event[]): void {
  const firstMonth = monthOf(start.date);
  const every = course.everyMonths;
  const upgrade = upgradeOf(course.replacement.policy);
  const upgradeEach = upgrade !== null && every !== null && upgrade.atMonths < every ? upgrade.atMonths : null;
  const reach = course.policy.purchaseMonths.length + course.replacement.policy.purchaseMonths.length > 0 ? MOST_MONTHS_BEFORE : 0;
  const keep = (event: Event): void => {
    if (event.month < context.endMonth) events.push(event);
  };
  for (let n = 0; ; n++) {
    const months = n * (every ?? 0);
    if (firstMonth + months >= context.endMonth + reach) break;
    const bought = purchaseOn(context, course, start, n);
    keep(replacement(course, start, n, bought));
    if (upgradeEach !== null) {
      const due = addMonths(start.date, months + upgradeEach);
      const date = placedOn(course.replacement.policy, due, monthOf(bought));
      // Memory for kit that is replaced in the same month would be thrown away with it.
      if (monthOf(date) < monthOf(purchaseOn(context, course, start, n + 1))) keep(upgradeEvent(date, due, n + 1, start));
    }
    if (every === null) break;
  }
}

/**
 * The day on which purchase n of a chain is made. Overdue kit, a day set by hand and an order stay where they are;
 * the others are placed in the months of the policy, never before this month or before what they replace fell due.
 */
export function purchaseOn(context: PlanContext, course: InService | OnTheWay, start: Start, n: number): IsoDate {
  if (n === 0) {
    return course.standing === 'on_the_way' || course.overdue || course.due.factor === 'manual'
      ? start.date : placedOn(course.policy, start.date, context.asOfMonth);
  }
  const every = course.everyMonths ?? 0;
  return placedOn(course.replacement.policy, addMonths(start.date, n * every), monthOf(start.date) + (n - 1) * every);
}

function replacement(course: InService | OnTheWay, start: Start, n: number, date: IsoDate): Event {
  const first = n === 0 && course.standing === 'in_service' ? course : null;
  return {
    kind: 'replace', date, month: monthOf(date), occurrence: n, quantity: start.quantity, start: start.date,
    due: first?.due.date ?? addMonths(start.date, n * (course.everyMonths ?? 0)), overdue: first?.overdue ?? false,
    // An order's own purchase has no limit that set it; a successor's cover and support are not known yet.
    limitingFactor: first?.due.factor ?? (n === 0 ? null : 'policy_life'),
  };
}

const upgradeEvent = (date: IsoDate, due: IsoDate, occurrence: number, { date: start, quantity }: Start): Event =>
  ({ kind: 'upgrade', date, month: monthOf(date), due, overdue: false, occurrence, limitingFactor: null, quantity, start });

/** The upgrade of the kit that is there now, where it is to come and before that kit is replaced. */
function ownUpgrade(context: PlanContext, asset: Asset, course: InService, upgrade: MidLifeUpgrade): Event | null {
  const own = pendingUpgrade(context, asset, course, upgrade);
  if (own === null || own.month < context.asOfMonth || own.month >= monthOf(course.due.date)) return null;
  const since = serviceDate(asset, context.asOfMonth);
  const date = placedOn(course.policy, own.date, Math.max(context.asOfMonth, since === null ? context.asOfMonth : monthOf(since)));
  if (monthOf(date) >= context.endMonth || monthOf(date) >= monthOf(course.placedDate)) return null;
  return upgradeEvent(date, own.date, 0, { date: course.firstDate, quantity: own.quantity });
}

/** When the kit that is there now reaches the age of its upgrade, and how many items; null once recorded as done. */
export function pendingUpgrade(
  context: PlanContext, asset: Asset, course: InService, upgrade: MidLifeUpgrade,
): { readonly date: IsoDate; readonly month: MonthIndex; readonly quantity: number } | null {
  const since = serviceDate(asset, context.asOfMonth);
  if (since === null || asset.upgradeDoneOn !== null) return null;
  const month = monthOf(since) + upgrade.atMonths;
  const quantity = course.quantity + stillThere(asset, course, month);
  return quantity === 0 ? null : { date: addMonths(since, upgrade.atMonths), month, quantity };
}

/** Items whose successor is on order but comes after that month. */
function stillThere(asset: Asset, course: InService, month: MonthIndex): number {
  let left = asset.quantity;
  let there = 0;
  for (const succession of course.successions) {
    const quantity = Math.min(left, succession.quantity);
    left -= quantity;
    if (succession.month > month) there += quantity;
  }
  return there;
}
