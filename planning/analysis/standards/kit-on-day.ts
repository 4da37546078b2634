import { addMonths } from '../../calendar.ts';
import { itemsOf, type PlanContext } from '../../context.ts';
import { leavingsOf } from '../../disposal.ts';
import { contextOf } from '../../quality.ts';
import { coveredUntil, known, makerEnd, standingOf, supportEnd } from '../../refresh/due.ts';
import { courseOf, eventsOf, type Course } from '../../refresh/occurrences.ts';
import type { Forecast } from '../../result.ts';
import type { Asset, PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate } from '../../vocabulary.ts';

/** A row of the register as it stands on a day, with the days that standards ask for. */
export type StandingKit = {
  readonly asset: Asset;
  /** Items of it that are still there. */
  readonly items: number;
  /** Items that new ones have taken the place of by then. */
  readonly renewed: number;
  /** The end of hardware cover by warranty or contract, with what was decided to be bought on top. */
  readonly coverEnd: IsoDate | null;
  readonly makerEnd: IsoDate | null;
  /** The end of the system it runs. */
  readonly systemEnd: IsoDate | null;
  /** The day by which the last of it has left under the plan; null where it stays. */
  readonly leavesOn: IsoDate | null;
};

/** The kit that is in the school on a day. */
export type KitOnDay = {
  readonly day: IsoDate;
  /** True for a day to come: what the plan has replaced by then is new, and what can move to a newer system has moved. */
  readonly foreseen: boolean;
  readonly kit: readonly StandingKit[];
};

type Leaving = { readonly date: IsoDate; readonly quantity: number };
type Row = Omit<StandingKit, 'items' | 'renewed'> & { readonly leavings: readonly Leaving[]; readonly replaced: boolean };

/** The kit of the school on any day from the as-at date on, under the forecast: made once, asked for many days. */
export type KitAhead = { readonly asOf: IsoDate; readonly rows: readonly Row[] };

export function kitAhead(snapshot: PlanSnapshot, forecast: Forecast): KitAhead {
  const context = contextOf(snapshot, forecast);
  return { asOf: forecast.asOf, rows: snapshot.assets.filter(({ status }) => standingOf(status) === 'in_service').map((asset) => rowOf(context, asset)) };
}

function rowOf(context: PlanContext, asset: Asset): Row {
  const course = courseOf(context, asset);
  const leavings = leavingsOfToday(context, asset, course);
  const gone = leavings.reduce((sum, { quantity }) => sum + quantity, 0);
  const model = context.model(asset.modelId);
  const decision = context.decisionOf(asset.id);
  /** Support that was decided to be paid for puts off the end that it is about, as in the forecast. */
  const paidOn = course.standing === 'out' || decision.support === null ? null : supportEnd(asset, course.policy, model);
  const put = (end: IsoDate | null): IsoDate | null => (end === null || end !== paidOn ? end : addMonths(end, 12 * (decision.support?.years ?? 0)));
  return {
    asset, leavings, replaced: course.standing === 'in_service' && course.leavesOn === null,
    coverEnd: coveredUntil(asset, decision), makerEnd: put(makerEnd(asset, model)), systemEnd: put(known(asset.osEnd)),
    leavesOn: gone < itemsOf(asset) ? null : leavings.map(({ date }) => date).sort().at(-1) ?? null,
  };
}

/** When the items that are there today leave; never for kit that the forecast cannot date. */
const leavingsOfToday = (context: PlanContext, asset: Asset, course: Course): readonly Leaving[] =>
  (course.standing === 'out' ? [] : leavingsOf(context, asset, course, eventsOf(context, asset, course)).filter(({ generation }) => generation === 0));

/** What of it stands in the school on a day. */
export function kitOn({ asOf, rows }: KitAhead, day: IsoDate): KitOnDay {
  return {
    day, foreseen: day > asOf,
    kit: rows.map(({ leavings, replaced, ...row }) => {
      // Overdue kit leaves on the as-at day in the sums; today it is still there.
      const gone = day <= asOf ? 0 : Math.min(itemsOf(row.asset), leavings.reduce((sum, { date, quantity }) => sum + (date <= day ? quantity : 0), 0));
      return { ...row, items: itemsOf(row.asset) - gone, renewed: replaced ? gone : 0 };
    }),
  };
}
