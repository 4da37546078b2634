import { calendarYearOf, monthOf } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { formatCount } from '../money.ts';
import { known, standingOf } from '../refresh/due.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { kitCount, kitName, listOf } from '../words.ts';
import { money } from './say.ts';

/** One kind of kit that makes a year dearer than the others. */
type Cause = {
  readonly name: string;
  readonly quantity: number;
  /** Whether it is all there is of its kind. */
  readonly isAll: boolean;
  /** What it costs in that year above its mean in the other years. */
  readonly excess: number;
  /** The calendar year in which all of it was bought; null where years differ or are not known. */
  readonly bought: number | null;
  readonly overdue: boolean;
};

type Lines = readonly ForecastLine[];

/** Why a year is dear: `the servers and 90 pupil laptops … fall due together`, or else what most of it is for. */
export type Because = { readonly kind: 'causes' | 'largest_part' | 'none'; readonly text: string };

/**
 * Why a year is short, in words that the lines bear out. The causes are the kinds of kit that cost most above
 * their own mean of the other years: the largest, and up to two more of at least a third of it. Whole
 * kinds are named first. Where no kind stands out, the largest part of the year instead.
 */
export function becauseOf(snapshot: PlanSnapshot, forecast: Forecast, yearIndex: number): Because {
  const causes = causesOf(snapshot, forecast, yearIndex);
  const kept = causes.filter((cause) => cause.excess * 3 >= (causes[0]?.excess ?? 0)).slice(0, 3);
  kept.sort((a, b) => Number(b.isAll) - Number(a.isAll) || b.excess - a.excess);
  return kept.length === 0 ? largestPart(snapshot, forecast, yearIndex) : { kind: 'causes', text: causeWords(kept) };
}

function causesOf(snapshot: PlanSnapshot, forecast: Forecast, yearIndex: number): Cause[] {
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const groups = Map.groupBy(forecast.lines.filter((line) => line.kind === 'replace'), (line) => groupKey(line, assets));
  return [...groups.values()].flatMap((lines): Cause[] => {
    const cost = forecast.years.map((_, index) => costOf(lines, index));
    const here = cost[yearIndex] ?? 0;
    const others = cost.filter((_, index) => index !== yearIndex);
    const mean = others.reduce((sum, pence) => sum + pence, 0) / Math.max(1, others.length);
    const inYear = lines.filter((line) => line.yearIndex === yearIndex);
    return here > mean ? [{ ...describe(snapshot, assets, inYear), excess: here - mean }] : [];
  }).sort((a, b) => b.excess - a.excess);
}

const groupKey = (line: ForecastLine, assets: ReadonlyMap<number, Asset>): string =>
  `${line.categoryKey}/${(line.assetId === null ? null : assets.get(line.assetId)?.userGroup) ?? ''}`;

const costOf = (lines: Lines, yearIndex: number): number =>
  lines.reduce((sum, line) => (line.yearIndex === yearIndex ? sum + (line.netPence ?? 0) : sum), 0);

function describe(snapshot: PlanSnapshot, assets: ReadonlyMap<number, Asset>, lines: Lines): Omit<Cause, 'excess'> {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  const kit = lines.flatMap((line) => (line.assetId === null ? [] : [assets.get(line.assetId)])).filter((asset) => asset !== undefined);
  const category = categoryNamed(snapshot.categories, lines[0]?.categoryKey ?? '');
  const userGroup = kit[0]?.userGroup ?? null;
  const inUse = snapshot.assets.filter((asset) =>
    asset.categoryKey === category.key && asset.userGroup === userGroup && !standingOf(asset.status).startsWith('status'));
  const isAll = inUse.length === new Set(kit).size && lines.every((line) => line.quantity === assets.get(line.assetId ?? -1)?.quantity);
  const years = new Set(lines.map((line) => boughtIn(line, assets)));
  const [bought = null] = years;
  return {
    quantity, isAll, overdue: lines.every((line) => line.overdue), bought: years.size === 1 ? bought : null,
    name: isAll ? `the ${kitName(category, userGroup, quantity)}` : kitCount(category, userGroup, quantity),
  };
}

function boughtIn(line: ForecastLine, assets: ReadonlyMap<number, Asset>): number | null {
  const date = known(line.assetId === null ? null : assets.get(line.assetId)?.purchaseDate ?? null);
  return line.occurrence > 0 || date === null ? null : calendarYearOf(monthOf(date));
}

function causeWords(causes: readonly Cause[]): string {
  const quantity = causes.reduce((sum, cause) => sum + cause.quantity, 0);
  const names = listOf(causes.map((cause) => cause.name));
  const years = new Set(causes.map((cause) => cause.bought));
  const [year = null] = years;
  const bought = years.size === 1 && year !== null ? ` bought ${quantity === 1 ? '' : 'together '}in ${year}` : '';
  if (causes.every((cause) => cause.overdue)) return `${names}${bought} ${quantity === 1 ? 'is' : 'are'} overdue`;
  return `${names}${bought} ${quantity === 1 ? 'falls due' : 'fall due together'}`;
}

/** `running costs, £53,160 of £141,762`. */
function largestPart(snapshot: PlanSnapshot, forecast: Forecast, yearIndex: number): Because {
  const running = forecast.totals.plannedByChartGroup.running[yearIndex] ?? 0;
  const kit = Map.groupBy(forecast.lines.filter((line) => line.yearIndex === yearIndex && line.kind !== 'recurring'), (line) => line.categoryKey);
  const parts = [...kit].map(([key, lines]) => ({ name: categoryNamed(snapshot.categories, key).plural, pence: costOf(lines, yearIndex) }));
  const [largest] = [{ name: 'running costs', pence: running }, ...parts].sort((a, b) => b.pence - a.pence);
  if (largest === undefined || largest.pence <= 0) return { kind: 'none', text: '' };
  const all = money(forecast.totals.plannedPence[yearIndex] ?? 0);
  return { kind: 'largest_part', text: `${largest.name}, ${money(largest.pence)} of ${all}` };
}

/** `41 have no purchase date`: why kit is left out, in words. */
export const outWords = (forecast: Forecast): string => listOf(forecast.notInForecast.map(({ reason, quantity }) => {
  const count = formatCount(quantity);
  const [is, has] = quantity === 1 ? ['is', 'has'] : ['are', 'have'];
  switch (reason) {
    case 'no_purchase_date': return `${count} ${has} no purchase date`;
    case 'no_cover_date': return `${count} ${has} no date of cover`;
    case 'run_to_fail': return `${count} ${is} kept until ${quantity === 1 ? 'it fails' : 'they fail'}`;
    case 'status_retired': return `${count} ${is} retired`;
    case 'status_disposed': return `${count} ${has} been disposed of`;
    case 'status_lost': return `${count} ${is} lost`;
    case 'status_stolen': return `${count} ${has} been stolen`;
    case 'unusable_value': return `${count} ${has} a figure that cannot be counted with`;
    case 'kept': return `${count} ${is} kept in use by decision`;
  }
}));
