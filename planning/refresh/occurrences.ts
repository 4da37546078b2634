import { addMonths, monthOf } from '../calendar.ts';
import { deliveryDate, isSaneQuantity, type PlanContext, type Succession } from '../context.ts';
import { isLifeMonths, NO_POLICY, policyFor } from '../policies.ts';
import type { Asset, AssetModel, MidLifeUpgrade, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, LimitingFactor, MonthIndex, NotForecastReason } from '../vocabulary.ts';
import { dueOf, isUsable, serviceDate, standingOf, type Due } from './due.ts';

/** How one register row stands in the plan, before any year or price: what explains it and what it will need. */
export type Course = InService | OnTheWay | { readonly standing: 'out'; readonly reason: NotForecastReason };

type Forecastable = {
  readonly policy: RefreshPolicy;
  readonly model: AssetModel | null;
  /** The day of the first purchase: due, or the as-at date when overdue or not dated. */
  readonly firstDate: IsoDate;
  /** Months from one replacement to the next; null where the policy lets kit run until it fails. */
  readonly everyMonths: number | null;
  /** Items that this row's own chain replaces: less those whose successor is on order. */
  readonly quantity: number;
};
export type InService = Forecastable & {
  readonly standing: 'in_service';
  readonly due: Due;
  readonly overdue: boolean;
  readonly successions: readonly Succession[];
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
};

/**
 * Reads one row: in service with its due date, on the way, or out with the reason. Overdue (due in a month
 * before the as-at month) is bought on the as-at date. Planned and ordered kit stands as its own purchase.
 */
export function courseOf(context: PlanContext, asset: Asset): Course {
  const standing = standingOf(asset.status);
  if (standing !== 'in_service' && standing !== 'on_the_way') return { standing: 'out', reason: standing };
  if (!isSaneQuantity(asset.quantity)) return { standing: 'out', reason: 'unusable_value' };
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  const model = context.model(asset.modelId);
  if (standing === 'on_the_way') {
    if (!isUsable(policy)) return { standing: 'out', reason: 'unusable_value' };
    return {
      standing, policy, model, firstDate: deliveryDate(asset, context.asOf),
      everyMonths: chainOf(policy), quantity: asset.quantity,
    };
  }
  const due = dueOf(asset, policy, model, context.schoolStartMonth);
  if (typeof due === 'string') return { standing: 'out', reason: due };
  const overdue = monthOf(due.date) < context.asOfMonth;
  const successions = context.successions.get(asset.id) ?? [];
  const onOrder = successions.reduce((sum, succession) => sum + succession.quantity, 0);
  return {
    standing, policy, model, due, overdue, successions, firstDate: overdue ? context.asOf : due.date,
    everyMonths: chainOf(policy), quantity: Math.max(0, asset.quantity - onOrder),
  };
}

const chainOf = (policy: RefreshPolicy): number | null => (policy.binding.length === 0 ? null : policy.lifeMonths);

/** The policy's mid-life upgrade, where it has one that the sums can count with. */
export const upgradeOf = (policy: RefreshPolicy): MidLifeUpgrade | null =>
  policy.upgrade !== null && isLifeMonths(policy.upgrade.atMonths) ? policy.upgrade : null;

/**
 * Everything a row will need before `endMonth`, in the order of time within each kind: its own mid-life
 * upgrade, the replacement, the successor's upgrade, its replacement, and so on. Occurrence n falls n lives
 * after the first purchase, never counted step by step. Months before the plan's first are included: the
 * caller takes those of its years.
 */
export function eventsOf(context: PlanContext, asset: Asset, course: InService | OnTheWay): Event[] {
  const events: Event[] = [];
  const upgrade = upgradeOf(course.policy);
  if (course.standing === 'in_service' && upgrade !== null) {
    const own = ownUpgrade(context, asset, course, upgrade);
    if (own !== null) events.push(own);
  }
  if (course.quantity === 0) return events;
  const firstMonth = monthOf(course.firstDate);
  const every = course.everyMonths;
  const upgradeEach = upgrade !== null && every !== null && upgrade.atMonths < every ? upgrade.atMonths : null;
  for (let n = 0; ; n++) {
    const months = n * (every ?? 0);
    if (firstMonth + months >= context.endMonth) break;
    events.push(replacement(course, n, addMonths(course.firstDate, months)));
    if (upgradeEach !== null && firstMonth + months + upgradeEach < context.endMonth) {
      events.push(upgradeEvent(addMonths(course.firstDate, months + upgradeEach), n + 1, course.quantity));
    }
    if (every === null) break;
  }
  return events;
}

function replacement(course: InService | OnTheWay, n: number, date: IsoDate): Event {
  const first = n === 0 && course.standing === 'in_service' ? course : null;
  return {
    kind: 'replace', date, month: monthOf(date), occurrence: n, quantity: course.quantity,
    due: first?.due.date ?? date, overdue: first?.overdue ?? false,
    // An order's own purchase has no limit that set it; a successor's cover and support are not known yet.
    limitingFactor: first?.due.factor ?? (n === 0 ? null : 'policy_life'),
  };
}

const upgradeEvent = (date: IsoDate, occurrence: number, quantity: number): Event =>
  ({ kind: 'upgrade', date, month: monthOf(date), due: date, overdue: false, occurrence, limitingFactor: null, quantity });

/** The upgrade of the kit that is there now, where it is to come and before that kit is replaced. */
function ownUpgrade(context: PlanContext, asset: Asset, course: InService, upgrade: MidLifeUpgrade): Event | null {
  const own = pendingUpgrade(asset, course, upgrade);
  if (own === null || own.month < context.asOfMonth || own.month >= monthOf(course.due.date) || own.month >= context.endMonth) return null;
  return upgradeEvent(own.date, 0, own.quantity);
}

/** When the kit that is there now reaches the age of its upgrade, and how many items; null once recorded as done. */
export function pendingUpgrade(
  asset: Asset, course: InService, upgrade: MidLifeUpgrade,
): { readonly date: IsoDate; readonly month: MonthIndex; readonly quantity: number } | null {
  const since = serviceDate(asset);
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
