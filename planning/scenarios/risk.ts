import { addMonths, monthOf } from '../calendar.ts';
import { itemsOf, planContext, type ForecastOptions, type PlanContext } from '../context.ts';
import { divideHalfUp } from '../money.ts';
import { accessOf } from '../access/access.ts';
import { policyFor } from '../policies.ts';
import { known, makerEnd, serviceDate, standingOf } from '../refresh/due.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { FinancialYear } from '../result.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, MonthIndex } from '../vocabulary.ts';
import type { PlannedAction } from './action.ts';
import type { Side } from './compare.ts';

/*
 * What a way forward risks, as counts of kit at the end of each plan year. Kit that was replaced is as old as its
 * replacement; kit that leaves or is passed down counts until it is due. A replacement's own cover and support are not
 * known yet and are never counted against it.
 */

/** The most items of which something is so at the end of a year, and the first year in which it is so many; null where it never is. */
export type Peak = { readonly items: number; readonly year: FinancialYear; readonly assetIds: readonly number[] };

/** How many items are without cover at any time, the most months of any of them, and the first of those. */
export type Uncovered = { readonly items: number; readonly months: number; readonly from: MonthIndex; readonly assetIds: readonly number[] };

export type ScenarioRisk = {
  /** Kit kept longer than the plan's own policies say. */
  readonly pastLife: Peak | null;
  /** Kit whose maker or system has ended support. */
  readonly pastSupport: Peak | null;
  /** Servers and storage in use without cover: the most months of any one of them within the plan, and from when. Null where never. */
  readonly uncovered: Uncovered | null;
  /** Servers and storage of which nobody knows how long they are covered. */
  readonly coverUnknown: number;
  readonly pupilDevices: PupilDevices;
};

/** Pupil devices in use and in support, today and at the end of each plan year, and the pupils for each in hundredths; null where it cannot be said. */
export type PupilDevices = { readonly pupils: number | null; readonly devices: readonly number[]; readonly pupilsEach: readonly (number | null)[] };

/** One row of the register through the plan's years. */
type Life = {
  readonly asset: Asset;
  readonly items: number;
  /** The month from which its age counts; null where nobody knows. */
  readonly since: MonthIndex | null;
  /** The months of its replacements, in order. */
  readonly replaced: readonly MonthIndex[];
  /** The month in which it leaves without being replaced in this use; null where it stays. */
  readonly leaves: MonthIndex | null;
  readonly actions: readonly PlannedAction[];
};

/** What must not run without cover: lessons stop with it. */
const UNDER_COVER: ReadonlySet<string> = new Set(['server', 'storage']);

/** @param reference the plan's own policies: a longer life in a scenario does not make kit younger */
export function scenarioRisk(side: Side, options: ForecastOptions, reference: readonly RefreshPolicy[]): ScenarioRisk {
  const context = planContext(side.snapshot, options);
  const lives = livesOf(side, context);
  const servers = lives.filter(({ asset }) => UNDER_COVER.has(asset.categoryKey));
  const gaps = servers.flatMap((life) => uncoveredOf(life, context));
  const longest = gaps.reduce<Gap | null>((most, gap) => (most === null || gap.months > most.months ? gap : most), null);
  return {
    pastLife: peakOf(context, lives, (life, end) => isPastLife(life, end, policyFor(life.asset, reference))),
    pastSupport: peakOf(context, lives, (life, end) => isPastSupport(life, end, context)),
    uncovered: longest === null ? null : {
      months: longest.months, from: longest.from, items: gaps.reduce((sum, { life }) => sum + life.items, 0), assetIds: gaps.map(({ life }) => life.asset.id),
    },
    coverUnknown: servers.reduce((sum, { asset, items }) => sum + (known(asset.coverEnd) === null ? items : 0), 0),
    pupilDevices: pupilDevicesOf(side.snapshot, options, context, lives),
  };
}

function livesOf({ snapshot, forecast }: Side, context: PlanContext): readonly Life[] {
  const replaced = Map.groupBy(forecast.lines.filter(({ kind, assetId }) => kind === 'replace' && assetId !== null), ({ assetId }) => assetId);
  const actions = Map.groupBy(snapshot.actions, ({ assetId }) => assetId);
  return snapshot.assets.filter(({ status }) => standingOf(status) === 'in_service').map((asset): Life => {
    const own = actions.get(asset.id) ?? [];
    const since = serviceDate(asset, context.asOfMonth);
    return {
      asset, items: itemsOf(asset), since: since === null ? null : monthOf(since), actions: own,
      replaced: (replaced.get(asset.id) ?? []).map(({ month }) => month),
      leaves: own.some(({ action }) => action === 'retire' || action === 'pass_down') ? leavesIn(asset, context) : null,
    };
  });
}

/** Kit that is not replaced leaves when it would have been due. */
function leavesIn(asset: Asset, context: PlanContext): MonthIndex | null {
  const course = courseOf(context, asset);
  return course.standing === 'out' ? null : Math.max(monthOf(course.firstDate), context.asOfMonth);
}

const hasLeft = ({ leaves }: Life, end: MonthIndex): boolean => leaves !== null && leaves <= end;
const isReplaced = ({ replaced }: Life, end: MonthIndex): boolean => replaced.some((month) => month <= end);

function isPastLife(life: Life, end: MonthIndex, policy: RefreshPolicy | null): boolean {
  if (policy === null || !policy.binding.includes('policy_life') || hasLeft(life, end)) return false;
  const since = life.replaced.findLast((month) => month <= end) ?? life.since;
  return since !== null && since + policy.lifeMonths < end;
}

const yearsBought = ({ actions }: Life, kind: PlannedAction['action']): number => actions.find(({ action }) => action === kind)?.years ?? 0;

function isPastSupport(life: Life, end: MonthIndex, context: PlanContext): boolean {
  if (hasLeft(life, end) || isReplaced(life, end)) return false;
  const ended = supportEndOf(life.asset, context);
  return ended !== null && monthOf(addMonths(ended, 12 * yearsBought(life, 'extend_support'))) < end;
}

/** The first end of support that kit cannot get away from: of its maker, or of a system that cannot move on to the next. */
function supportEndOf(asset: Asset, context: PlanContext): IsoDate | null {
  const ends = [makerEnd(asset, context.model(asset.modelId)), asset.osCanMove ? null : known(asset.osEnd)];
  return ends.filter((end) => end !== null).sort()[0] ?? null;
}

type Gap = { readonly life: Life; readonly months: number; readonly from: MonthIndex };

/** The months in which one is used without cover, within the plan. */
function uncoveredOf(life: Life, context: PlanContext): readonly Gap[] {
  const end = known(life.asset.coverEnd);
  if (end === null) return [];
  const from = Math.max(context.asOfMonth, monthOf(addMonths(end, 12 * yearsBought(life, 'extend_cover'))) + 1);
  const until = Math.min(context.endMonth, life.replaced[0] ?? context.endMonth, life.leaves ?? context.endMonth);
  return until > from ? [{ life, months: until - from, from }] : [];
}

/** The last month of a plan year. */
const endOf = ({ firstMonth }: FinancialYear): MonthIndex => firstMonth + 11;

function peakOf(context: PlanContext, lives: readonly Life[], isSo: (life: Life, end: MonthIndex) => boolean): Peak | null {
  return context.years.reduce<Peak | null>((most, year) => {
    const meant = lives.filter((life) => isSo(life, endOf(year)));
    const items = meant.reduce((sum, life) => sum + life.items, 0);
    return items > (most?.items ?? 0) ? { items, year, assetIds: meant.map(({ asset }) => asset.id) } : most;
  }, null);
}

function pupilDevicesOf(snapshot: PlanSnapshot, options: ForecastOptions, context: PlanContext, lives: readonly Life[]): PupilDevices {
  const { school: { pupils, usable, usableIds } } = accessOf(snapshot, options.asOf);
  const today = new Set(usableIds);
  const there = lives.filter(({ asset }) => today.has(asset.id));
  const devices = [usable, ...context.years.map((year) => there.reduce((sum, life) =>
    sum + (hasLeft(life, endOf(year)) || isPastSupport(life, endOf(year), context) ? 0 : life.items), 0))];
  return { pupils, devices, pupilsEach: devices.map((count) => (pupils === null || count === 0 ? null : divideHalfUp(pupils * 100, count))) };
}
