import { coverEnds } from './agreements/cover.ts';
import { addDays, financialYearLabel, financialYearOf, formatDate, monthOf } from './calendar.ts';
import { itemsIn, type PlanContext } from './context.ts';
import { formatPounds } from './money.ts';
import { contextOf } from './quality.ts';
import { coveredUntil, standingOf } from './refresh/due.ts';
import { courseOf, eventsOf, type Course, type InService } from './refresh/occurrences.ts';
import type { Forecast, ForecastLine } from './result.ts';
import type { Asset, PlanSnapshot } from './snapshot.ts';
import type { IsoDate, UserGroup } from './vocabulary.ts';
import { inWords, kitCount } from './words.ts';

/** What the plan says about kit: `none` and `no_price` want a person to look. */
export type PlanNote = {
  readonly kind: 'due' | 'upgrade' | 'on_order' | 'run_to_fail' | 'decided' | 'no_price' | 'none';
  readonly text: string;
};

export type KitGroup = {
  readonly quantity: number;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly locationId: number | null;
  /** `32 desktops`. */
  readonly what: string;
  /** `IT3`; null where no room is recorded. */
  readonly where: string | null;
  readonly plan: PlanNote;
  readonly assetIds: readonly number[];
};

/** Cover that ends from the as-at date to `by`, both included, soonest first. */
export type EndingWarranties = {
  readonly by: IsoDate;
  readonly quantity: number;
  readonly groups: readonly (KitGroup & { readonly date: IsoDate })[];
};

/** Kit still there whose hardware cover ends within so many days, grouped by day, kind, room and what the plan says. */
export function warrantiesEnding(snapshot: PlanSnapshot, forecast: Forecast, days = 90): EndingWarranties {
  const context = contextOf(snapshot, forecast);
  const by = addDays(forecast.asOf, days);
  const coverEndOf = coverEnds(snapshot, forecast.asOf);
  const ending = snapshot.assets.flatMap((asset) => {
    const date = coverEndOf(asset);
    if (date === null || date < forecast.asOf || date > by || standingOf(asset.status) !== 'in_service') return [];
    return [{ asset, date, plan: planNote(context, asset, courseOf(context, asset)) }];
  });
  const grouped = Map.groupBy(ending, ({ asset, date, plan }) =>
    [date, asset.categoryKey, asset.userGroup, asset.locationId, plan.text].join('|'));
  const groups = [...grouped.values()].flatMap((each) => {
    const [first] = each;
    return first === undefined ? [] : [{ ...kitGroup(context, each.map(({ asset }) => asset), first.plan), date: first.date }];
  });
  groups.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : b.quantity - a.quantity));
  return { by, quantity: groups.reduce((sum, group) => sum + group.quantity, 0), groups };
}

/** Overdue kit by kind and what the plan says about it, most items first. */
export function overdueKit(snapshot: PlanSnapshot, forecast: Forecast): { readonly quantity: number; readonly groups: readonly KitGroup[] } {
  const context = contextOf(snapshot, forecast);
  const linesOf = firstLines(forecast);
  const overdue = snapshot.assets.flatMap((asset) => {
    const course = courseOf(context, asset);
    if (course.standing !== 'in_service' || !course.overdue) return [];
    return [{ asset, plan: overdueNote(context, forecast, course, linesOf.get(asset.id) ?? []) }];
  });
  const grouped = Map.groupBy(overdue, ({ asset, plan }) => [asset.categoryKey, asset.userGroup, plan.kind, plan.kind === 'due' ? '' : plan.text].join('|'));
  const groups = [...grouped.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const assets = each.map(({ asset }) => asset);
    const cost = assets.flatMap((asset) => linesOf.get(asset.id) ?? []).reduce((sum, line) => sum + (line.netPence ?? 0), 0);
    const plan = first.plan.kind === 'due' ? { kind: first.plan.kind, text: `${first.plan.text}, ${formatPounds(cost)}` } : first.plan;
    return [{ ...kitGroup(context, assets, plan), locationId: null, where: null }];
  });
  groups.sort((a, b) => b.quantity - a.quantity || (a.what < b.what ? -1 : 1));
  return { quantity: forecast.overdueQuantity, groups };
}

function kitGroup(context: PlanContext, assets: readonly Asset[], plan: PlanNote): KitGroup {
  const [first] = assets;
  const quantity = itemsIn(assets);
  const categoryKey = first?.categoryKey ?? '';
  const userGroup = first?.userGroup ?? null;
  const locationId = first?.locationId ?? null;
  const note = plan.kind === 'run_to_fail' && quantity === 1 ? { ...plan, text: 'Used until it fails' } : plan;
  return {
    quantity, categoryKey, userGroup, locationId, plan: note, assetIds: assets.map((asset) => asset.id),
    what: kitCount(context.category(categoryKey), userGroup, quantity),
    where: context.snapshot.locations.find((location) => location.id === locationId)?.name ?? null,
  };
}

/** The first replacement of each row, where it lies in the plan: several where its backlog is spread over years. */
const firstLines = (forecast: Forecast): ReadonlyMap<number | null, readonly ForecastLine[]> =>
  Map.groupBy(forecast.lines.filter(({ kind, occurrence }) => kind === 'replace' && occurrence === 0), ({ assetId }) => assetId);

/** What the plan holds for a row: `Upgrade planned, due 2028/29`, `On order, due 4 Dec 2026`, `No plan yet`. */
function planNote(context: PlanContext, asset: Asset, course: Course): PlanNote {
  if (course.standing === 'out') {
    if (course.reason === 'kept') return { kind: 'decided', text: 'Kept in use' };
    return course.reason === 'run_to_fail' ? { kind: 'run_to_fail', text: 'Used until they fail' } : { kind: 'none', text: 'No plan yet' };
  }
  if (course.standing === 'on_the_way') return { kind: 'on_order', text: `On order, due ${formatDate(course.firstDate)}` };
  const ordered = orderNote(course);
  if (ordered !== null) return ordered;
  const due = financialYearLabel(financialYearOf(course.due.date, context.yearStartMonth), context.yearStartMonth);
  const decided = decidedNote(asset, course, due);
  if (decided !== null) return decided;
  if (course.overdue) return { kind: 'due', text: 'Overdue' };
  const upgrade = eventsOf(context, asset, course).some((event) => event.kind === 'upgrade' && event.occurrence === 0);
  return upgrade ? { kind: 'upgrade', text: `Upgrade planned, due ${due}` } : { kind: 'due', text: `Due ${due}` };
}

/** What was decided to become of it: `Not replaced, leaves 2028/29`, `Cover extended to 14 Aug 2029`. */
function decidedNote(asset: Asset, { decision, leavesOn, overdue }: InService, due: string): PlanNote | null {
  if (leavesOn !== null) return { kind: 'decided', text: overdue ? 'Not replaced, leaves now' : `Not replaced, leaves ${due}` };
  const covered = decision.cover === null ? null : coveredUntil(asset, decision);
  if (covered !== null) return { kind: 'decided', text: `Cover extended to ${formatDate(covered)}` };
  return decision.fate?.action === 'pass_down' ? { kind: 'decided', text: overdue ? 'Passed down now' : `Passed down, due ${due}` } : null;
}

const orderNote = (course: InService): PlanNote | null => {
  const next = course.successions[0];
  return course.quantity === 0 && next !== undefined ? { kind: 'on_order', text: `On order, due ${formatDate(next.date)}` } : null;
};

function overdueNote(context: PlanContext, forecast: Forecast, course: InService, [line]: readonly ForecastLine[]): PlanNote {
  const ordered = orderNote(course);
  if (ordered !== null) return ordered;
  if (course.leavesOn !== null) return { kind: 'decided', text: 'Not replaced, leaves now' };
  if (line === undefined || monthOf(course.firstDate) >= context.endMonth) return { kind: 'none', text: 'Not in these years' };
  if (line.netPence === null) return { kind: 'no_price', text: 'No price yet' };
  if (context.backlogYears > 1) return { kind: 'due', text: `Over ${inWords(context.backlogYears)} years` };
  return { kind: 'due', text: `In ${forecast.years[line.yearIndex]?.label ?? ''}` };
}
