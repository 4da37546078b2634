import { financialYearLabel, financialYearOf, formatMonth } from '../calendar.ts';
import { planContext, type ForecastOptions, type PlanContext } from '../context.ts';
import { forecast } from '../forecast.ts';
import { divideHalfUp, formatExact, formatRate } from '../money.ts';
import { assetName } from '../register/field-words.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import { applyChange, type Move } from '../scenarios/change.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { itemCount, listOf } from '../words.ts';
import { movedDay } from './move.ts';
import { courseOf, type Course } from './occurrences.ts';
import { riskOfWaiting } from './risk.ts';

/** Where kit is moved to: a financial year by its start, so many years from where each of it is, or back to its own year. */
export type MoveTo = { readonly year: number } | { readonly by: number } | 'own';

/** Kit that cannot be moved there, and why, in the middle of a sentence. */
export type Stuck = { readonly assets: readonly Asset[]; readonly why: string };

export type PlannedMoves = { readonly moves: readonly Move[]; readonly stuck: readonly Stuck[] };

/** One year whose planned cost a decision changes. */
export type YearEffect = { readonly label: string; readonly before: Pence; readonly after: Pence };

/** All that is to be known of a move before it is made. */
export type MoveEffect = PlannedMoves & {
  /** The assets that move, as they are now. */
  readonly assets: readonly Asset[];
  /** Items that move. */
  readonly quantity: number;
  /** The years that they are bought in, now and then: `2028/29`, `2028/29 and 2029/30`, `after 2030/31`. */
  readonly from: string;
  readonly to: string;
  /** The price of one, then and now, with its rise; null where prices differ or are not known. */
  readonly price: string | null;
  /** The years whose planned cost changes, in their order: where kit is bought again later, those too. */
  readonly years: readonly YearEffect[];
  /** What the school lives with until then, in whole sentences; one that says "nothing" where it is nothing. */
  readonly risk: readonly string[];
};

const inService = (context: PlanContext, asset: Asset): Extract<Course, { standing: 'in_service' }> | null => {
  const course = courseOf(context, asset);
  return course.standing === 'in_service' ? course : null;
};

/** The date of each asset's move, and what cannot be moved there with the reason. Pure: nothing is changed by it. */
export function movesTo(snapshot: PlanSnapshot, options: ForecastOptions, assets: readonly Asset[], to: MoveTo): PlannedMoves {
  const context = planContext(snapshot, options);
  const moves: Move[] = [];
  const stuck = new Map<string, Asset[]>();
  for (const asset of assets) {
    const move = moveOf(context, asset, to);
    if (typeof move !== 'string') moves.push(move);
    else stuck.set(move, [...stuck.get(move) ?? [], asset]);
  }
  return { moves, stuck: [...stuck].map(([why, held]) => ({ why, assets: held })) };
}

/** The move of one asset, or why there is none. */
function moveOf(context: PlanContext, asset: Asset, to: MoveTo): Move | string {
  if (to === 'own') return asset.movedTo === null ? 'stands in its own year' : { assetId: asset.id, date: null };
  const status = courseOf(context, asset);
  if (status.standing === 'on_the_way') return 'is on order and comes when the order does';
  if (status.standing !== 'in_service') return 'has no date to move';
  const at = placedIn(context, status);
  const year = 'year' in to ? to.year : at + to.by;
  const label = financialYearLabel(year, context.yearStartMonth);
  if (year === at) return `is due in ${label} already`;
  const date = movedDay(context, asset, year);
  if (date === null) return `would fall before ${formatMonth(context.asOfMonth)}, and the past cannot be planned`;
  // Its own day is no move: its policy decides again.
  return { assetId: asset.id, date: inService(context, { ...asset, movedTo: null })?.due.date === date ? null : date };
}

/** The financial year in which kit is bought now: overdue kit at once. */
const placedIn = ({ asOf, yearStartMonth }: PlanContext, { due, overdue }: Extract<Course, { standing: 'in_service' }>): number =>
  financialYearOf(overdue ? asOf : due.date, yearStartMonth);

/** The years, by their start, in which the first replacements of kit stand now; those without one are left out. */
export function yearsOfKit(snapshot: PlanSnapshot, options: ForecastOptions, assets: readonly Asset[]): readonly number[] {
  const context = planContext(snapshot, options);
  const years = new Set(assets.flatMap((asset) => {
    const course = inService(context, asset);
    return course === null ? [] : [placedIn(context, course)];
  }));
  return [...years].sort((a, b) => a - b);
}

/**
 * What a move would do, by the same sums as the plan: `before` is `forecast(snapshot, options)`. The years' effect is
 * of the whole plan, so that what follows (a second replacement, losses, trade-in) is in it.
 */
export function moveEffect(snapshot: PlanSnapshot, options: ForecastOptions, before: Forecast, assets: readonly Asset[], to: MoveTo): MoveEffect {
  const { moves, stuck } = movesTo(snapshot, options, assets, to);
  const ids = new Set(moves.map(({ assetId }) => assetId));
  const moving = assets.filter(({ id }) => ids.has(id));
  const changed = moves.length === 0 ? snapshot : applyChange(snapshot, { kind: 'move', moves }, null);
  const after = moves.length === 0 ? before : forecast(changed, options);
  const [old, now] = [firstLines(before, ids), firstLines(after, ids)];
  return {
    moves, stuck, assets: moving, quantity: moving.reduce((sum, { quantity }) => sum + quantity, 0),
    from: yearsIn(before, old, moving), to: yearsIn(after, now, moving), price: priceWords(before, old, now),
    years: yearEffects(before, after),
    risk: riskOfWaiting(changed, options, changed.assets.filter(({ id }) => ids.has(id))),
  };
}

/** The years whose planned cost differs between two forecasts of the same years. */
export const yearEffects = (before: Forecast, after: Forecast): readonly YearEffect[] => before.years.flatMap(({ label }, index) => {
  const [was, is] = [before.totals.plannedPence[index] ?? 0, after.totals.plannedPence[index] ?? 0];
  return was === is ? [] : [{ label, before: was, after: is }];
});

const firstLines = ({ lines }: Forecast, ids: ReadonlySet<number>): readonly ForecastLine[] =>
  lines.filter((line) => line.kind === 'replace' && line.occurrence === 0 && line.assetId !== null && ids.has(line.assetId));

/** The years of the first replacements in words; what falls beyond the plan is after its last year. */
function yearsIn({ years }: Forecast, lines: readonly ForecastLine[], assets: readonly Asset[]): string {
  const seen = new Set(lines.map(({ yearIndex }) => yearIndex));
  const labels = years.flatMap(({ label }, index) => (seen.has(index) ? [label] : []));
  const placed = new Set(lines.map(({ assetId }) => assetId));
  const beyond = assets.some(({ id }) => !placed.has(id)) ? [`after ${years.at(-1)?.label ?? ''}`] : [];
  return listOf([...labels, ...beyond]);
}

/** `Each costs £440.27 in 2028/29 and £453.48 in 2029/30, 3% more.` */
function priceWords({ years }: Forecast, old: readonly ForecastLine[], now: readonly ForecastLine[]): string | null {
  const [was, is] = [onlyPrice(old), onlyPrice(now)];
  const [from, to] = [old[0], now[0]];
  if (was === null || is === null || from === undefined || to === undefined) return null;
  const named = (line: ForecastLine): string => years[line.yearIndex]?.label ?? '';
  if (from.yearIndex === to.yearIndex) return null;
  if (was === is) return `One costs ${formatExact(was)} in both years.`;
  const share = was === 0 ? null : divideHalfUp(Math.abs(is - was) * 10_000, was);
  const by = share === null ? '' : `, ${formatRate(share)} ${is > was ? 'more' : 'less'}`;
  return `One costs ${formatExact(was)} in ${named(from)} and ${formatExact(is)} in ${named(to)}${by}.`;
}

function onlyPrice(lines: readonly ForecastLine[]): Pence | null {
  const prices = new Set(lines.map(({ unitPence, yearIndex }) => `${yearIndex}/${unitPence}`));
  return prices.size === 1 ? lines[0]?.unitPence ?? null : null;
}

/** `HC-DT-0214 is on order and comes when the order does.`, `3 items: …`, for what stays where it is. */
export function stuckWords({ assets, why }: Stuck): string {
  const [only] = assets;
  const quantity = assets.reduce((sum, asset) => sum + asset.quantity, 0);
  if (only !== undefined && assets.length === 1 && quantity === 1) return `${assetName(only)} stays: it ${why}.`;
  return `${itemCount(quantity)} ${quantity === 1 ? 'stays' : 'stay'}: each ${why}.`;
}
