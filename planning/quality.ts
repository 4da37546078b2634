import { itemsIn, itemsOf, planContext, type PlanContext } from './context.ts';
import { unpricedExtensionsAlone } from './extension.ts';
import { divideHalfUp, formatCount, formatPounds } from './money.ts';
import { oldPriceGroups, priceAgeWords } from './policies/old-prices.ts';
import { courseOf, type Course } from './refresh/occurrences.ts';
import { policyFor } from './policies.ts';
import { meanPrices, priceToday } from './quality/today-price.ts';
import { replacementOf } from './refresh/replacement.ts';
import type { Forecast } from './result.ts';
import type { Asset, PlanSnapshot } from './snapshot.ts';
import { yearShare } from './standstill.ts';
import { itemsWithoutPrice } from './totals.ts';
import type { Pence } from './vocabulary.ts';
import { kitCount, spanOf } from './words.ts';

/** Something to know before relying on the figures. */
export type DataNotice = {
  readonly kind: 'no_purchase_date' | 'no_cover_date' | 'no_price' | 'old_price' | 'assumed_date' | 'unusable_value';
  /** Items, or prices for `old_price`. */
  readonly quantity: number;
  readonly text: string;
  /** How an estimate in the text was made; null where there is none. */
  readonly how: readonly string[] | null;
  readonly assetIds: readonly number[];
};

/** The context that a forecast was worked out in. */
export const contextOf = (snapshot: PlanSnapshot, forecast: Pick<Forecast, 'asOf' | 'years' | 'yearStartMonth'>): PlanContext => planContext(snapshot, {
  asOf: forecast.asOf, years: forecast.years.length, yearStartMonth: forecast.yearStartMonth,
  ...(forecast.years[0] !== undefined && { firstYear: forecast.years[0].year }),
});

type Row = { readonly asset: Asset; readonly course: Course };

/** What is left out, unpriced, assumed or old, in the order in which it matters; empty when there is nothing to say. */
export function dataNotices(snapshot: PlanSnapshot, forecast: Forecast): DataNotice[] {
  const context = contextOf(snapshot, forecast);
  const rows = snapshot.assets.map((asset): Row => ({ asset, course: courseOf(context, asset) }));
  const all = `${formatCount(forecast.quantityRegister)} ${assetWord(forecast.quantityRegister)}`;
  return [
    ...leftOutNotice(context, rows, all), ...outNotice(rows, 'no_cover_date', all), ...noPriceNotice(forecast),
    ...oldPriceNotice(context), ...assumedNotice(rows), ...outNotice(rows, 'unusable_value', all),
  ];
}

const outBy = (rows: readonly Row[], reason: string): Asset[] =>
  rows.flatMap(({ asset, course }) => (course.standing === 'out' && course.reason === reason ? [asset] : []));

const verb = (quantity: number, one: string, several: string): string => (quantity === 1 ? one : several);
const assetWord = (quantity: number): string => verb(quantity, 'asset', 'assets');

function leftOutNotice(context: PlanContext, rows: readonly Row[], all: string): DataNotice[] {
  const out = outBy(rows, 'no_purchase_date');
  const quantity = itemsIn(out);
  if (quantity === 0) return [];
  const { pence, unpriced, kinds } = yearlyEstimate(context, rows, out);
  const estimate = pence === 0 ? '' : ` (about ${roughly(pence)} a year${unpriced === 0 ? '' : `, not counting ${formatCount(unpriced)} without a price`})`;
  return [{
    kind: 'no_purchase_date', quantity, assetIds: out.map((asset) => asset.id),
    text: `${formatCount(quantity)} of ${all} ${verb(quantity, 'has', 'have')} no purchase date and ${verb(quantity, 'is', 'are')} left out${estimate}.`,
    how: pence === 0 ? null : estimateSteps(context, kinds, pence),
  }];
}

/** To the nearest £100, or £10 below £1,000: an estimate should not look exact. */
const roughly = (pence: Pence): string => {
  const step = pence < 100_000 ? 1_000 : 10_000;
  return formatPounds(Math.max(step, divideHalfUp(pence, step) * step));
};

/** More kinds than this are summed up in one step. */
const MOST_KINDS = 8;

/** Each kind with its number, its mean price of today and its life; then their sum, which is rounded in the notice. */
function estimateSteps(context: PlanContext, kinds: readonly EstimatedKind[], pence: Pence): string[] {
  const byCost = [...kinds].sort((a, b) => b.yearly - a.yearly);
  const shown = byCost.length > MOST_KINDS + 1 ? byCost.slice(0, MOST_KINDS) : byCost;
  const rest = byCost.slice(shown.length);
  return [
    'Each at today’s price, its own or the mean of its kind, spread evenly over the life in its policy.',
    ...shown.map(({ categoryKey, lifeMonths, quantity, sum, yearly }) => {
      const mean = quantity === 1 ? formatPounds(sum) : `${formatPounds(divideHalfUp(sum, quantity))} on average`;
      return `${kitCount(context.category(categoryKey), null, quantity)} × ${mean} ÷ ${spanOf(lifeMonths)} = ${formatPounds(yearly)} a year.`;
    }),
    ...(rest.length === 0 ? [] : [`${formatCount(rest.length)} smaller kinds: ${formatPounds(rest.reduce((sum, kind) => sum + kind.yearly, 0))} a year.`]),
    `Together ${formatPounds(pence)} a year, about ${roughly(pence)}.`,
  ];
}

/** What the kit left out for want of a date would cost in a usual year, at today's prices. */
export function leftOutEstimate(snapshot: PlanSnapshot, forecast: Forecast): Pence {
  const context = contextOf(snapshot, forecast);
  const rows = snapshot.assets.map((asset): Row => ({ asset, course: courseOf(context, asset) }));
  return yearlyEstimate(context, rows, outBy(rows, 'no_purchase_date')).pence;
}

/** Kit of one kind and life that is left out: what it costs today, all of it and spread over its life. */
type EstimatedKind = {
  readonly categoryKey: string;
  readonly lifeMonths: number;
  readonly quantity: number;
  readonly sum: Pence;
  readonly yearly: Pence;
};

function yearlyEstimate(
  context: PlanContext, rows: readonly Row[], out: readonly Asset[],
): { pence: Pence; unpriced: number; kinds: readonly EstimatedKind[] } {
  const means = meanPrices(context, rows.map(({ asset }) => asset));
  let pence = 0;
  let unpriced = 0;
  const kinds = new Map<string, EstimatedKind>();
  for (const asset of out) {
    const policy = policyFor(asset, context.snapshot.policies);
    const unit = priceToday(context, asset) ?? means.get(asset.categoryKey) ?? null;
    if (unit === null || policy === null) {
      unpriced += itemsOf(asset);
      continue;
    }
    const { categoryKey } = asset;
    const { lifeMonths } = replacementOf(context, asset, policy).policy;
    const yearly = itemsOf(asset) * yearShare(unit, lifeMonths);
    pence += yearly;
    const key = `${categoryKey}/${lifeMonths}`;
    const kind = kinds.get(key) ?? { quantity: 0, sum: 0, yearly: 0 };
    kinds.set(key, {
      categoryKey, lifeMonths, quantity: kind.quantity + itemsOf(asset), sum: kind.sum + unit * itemsOf(asset), yearly: kind.yearly + yearly,
    });
  }
  return { pence, unpriced, kinds: [...kinds.values()] };
}

function outNotice(rows: readonly Row[], kind: 'no_cover_date' | 'unusable_value', all: string): DataNotice[] {
  const out = outBy(rows, kind);
  const quantity = itemsIn(out);
  if (quantity === 0) return [];
  const what = kind === 'no_cover_date' ? 'no date on which cover or support ends' : 'a figure that cannot be counted with';
  return [{
    kind, quantity, how: null, assetIds: out.map((asset) => asset.id),
    text: `${formatCount(quantity)} of ${all} ${verb(quantity, 'has', 'have')} ${what} and ${verb(quantity, 'is', 'are')} left out.`,
  }];
}

function noPriceNotice(forecast: Forecast): DataNotice[] {
  const quantity = itemsWithoutPrice(forecast);
  if (quantity === 0) return [];
  const extended = unpricedExtensionsAlone(forecast);
  if (extended > 0) {
    return [{
      kind: 'no_price', quantity, how: null, assetIds: [],
      text: `What it costs to keep ${formatCount(extended)} ${verb(extended, 'item', 'items')} in cover or support for longer is not known and not in the totals.`,
    }];
  }
  const ids = new Set(forecast.lines.flatMap((line) => (line.netPence === null && line.assetId !== null ? [line.assetId] : [])));
  return [{
    kind: 'no_price', quantity, how: null, assetIds: [...ids],
    text: `${formatCount(quantity)} ${verb(quantity, 'item that falls due has no price and is', 'items that fall due have no price and are')} not in the totals.`,
  }];
}

/** Prices that stand behind the forecast and are older than the school chose. */
function oldPriceNotice(context: PlanContext): DataNotice[] {
  const groups = oldPriceGroups(context);
  if (groups.length === 0) return [];
  return [{
    kind: 'old_price', quantity: groups.length, how: null, assetIds: groups.flatMap(({ assets }) => assets.map(({ id }) => id)),
    text: `${formatCount(groups.length)} ${verb(groups.length, 'price is', 'prices are')} over ${priceAgeWords(context.snapshot.school.priceAgeMonths)} old.`,
  }];
}

function assumedNotice(rows: readonly Row[]): DataNotice[] {
  const assumed = rows.flatMap(({ asset, course }) => (course.standing === 'in_service' && asset.purchaseDateAssumed ? [asset] : []));
  const quantity = itemsIn(assumed);
  if (quantity === 0) return [];
  return [{
    kind: 'assumed_date', quantity, how: null, assetIds: assumed.map((asset) => asset.id),
    text: `${formatCount(quantity)} ${assetWord(quantity)} ${verb(quantity, 'has', 'have')} a purchase date of which only the month or year is known.`,
  }];
}
