import { financialYearLabel, formatLongDate } from '../calendar.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { formatCount, formatExact, formatRate } from '../money.ts';
import type { PriceBasis, PriceSource, RiseSeries } from '../price.ts';
import type { ForecastLine } from '../result.ts';
import type { Pence } from '../vocabulary.ts';
import { listOf } from '../words.ts';

const SOURCE_WORDS: Readonly<Record<PriceSource, string>> = {
  order: 'the price of the order', override: 'its own price', model: 'the price of its model',
  policy: 'the price in its policy', paid: 'what was paid', upgrade: 'the price in its policy', recurring: 'the yearly amount',
  payment: 'what is paid each time',
  extension: 'the price of a year of it', disposal: 'the cost of disposal in its policy', trade_in: 'the trade-in value in its policy', need: 'the price of the need',
};

/** The rises from the price's year to `year`, equal ones together: `rising 3% a year from 2027/28 to 2028/29`. */
function riseWords(series: RiseSeries, priceYear: number, year: number, startMonth: number): string {
  const runs: { bp: number; from: number; to: number }[] = [];
  for (let each = priceYear + 1; each <= year; each++) {
    const bp = series.bpIn(each);
    const last = runs[runs.length - 1];
    if (last !== undefined && last.bp === bp) last.to = each;
    else runs.push({ bp, from: each, to: each });
  }
  const label = (each: number): string => financialYearLabel(each, startMonth);
  return listOf(runs.map(({ bp, from, to }) => {
    const when = from === to ? `in ${label(from)}` : `a year from ${label(from)} to ${label(to)}`;
    if (bp === 0) return from === to ? `unchanged ${when}` : `unchanged from ${label(from)} to ${label(to)}`;
    return `${bp < 0 ? 'falling' : 'rising'} ${formatRate(bp)} ${when}`;
  }));
}

/** Where a price is from; of what was paid with VAT on it, both amounts: `£1,800 with VAT, £1,500 without`. */
const sourceWords = (basis: PriceBasis, vatPence: Pence): string => basis.source === 'paid' && vatPence > 0
  ? `what was paid: ${formatExact(basis.unitPence + vatPence)} with VAT, ${formatExact(basis.unitPence)} without`
  : SOURCE_WORDS[basis.source];

/** `£415 on 1 April 2026`, with a word on a date that nobody gave. */
const pricedOn = (basis: PriceBasis, vatPence: Pence): string => basis.dateAssumed
  ? `${formatExact(basis.unitPence)} (${sourceWords(basis, vatPence)}, undated, so taken as of ${formatLongDate(basis.priceDate)})`
  : `${formatExact(basis.unitPence)} on ${formatLongDate(basis.priceDate)} (${sourceWords(basis, vatPence)})`;

/** How a price is spoken of: of one of several, of the only one, of a year, or of a payment. */
type PriceWords = { readonly flat: string; readonly each: string };
const OF_ONE: PriceWords = { flat: 'the price', each: '' };
const OF_EACH: PriceWords = { flat: 'the price of each', each: ' each' };
export const OF_A_YEAR: PriceWords = { flat: 'what it costs', each: ' a year' };
export const OF_A_PAYMENT: PriceWords = { flat: 'what is paid each time', each: ' each time' };

/** From the price and its date, by each year's rise, to that year's price of one. */
export function unitPriceStep(
  context: PlanContext, basis: PriceBasis, series: RiseSeries, year: number, unitPence: Pence | null, words: PriceWords,
  vatPence: Pence = 0,
): string {
  const label = financialYearLabel(year, context.schoolStartMonth);
  if (basis.fixed) return `${formatExact(basis.unitPence)}${words.each} is the price of the order, which does not rise.`;
  if (unitPence === null) return `${pricedOn(basis, vatPence)} cannot be carried to ${label} with the rises set, so there is no price.`;
  if (year === basis.priceYear) return `${pricedOn(basis, vatPence)} is ${words.flat} in ${label}.`;
  if (year < basis.priceYear) return `${pricedOn(basis, vatPence)} is later than ${label} and is used as it is: ${words.flat}.`;
  const rises = riseWords(series, basis.priceYear, year, context.schoolStartMonth);
  return `${pricedOn(basis, vatPence)}, ${rises}, is ${formatExact(unitPence)}${words.each}.`;
}

/** Price and multiplication of a line for kit. `vatPence` is the VAT that was paid on one. */
export function moneySteps(context: PlanContext, line: ForecastLine, basis: PriceBasis | null, vatPence: Pence): string[] {
  const year = priceYearOf(context, line.month);
  const steps = [priceStep(context, line, basis, context.prices.seriesFor(line.categoryKey), line.unitPence, vatPence)];
  if (basis !== null && !basis.fixed && year > basis.priceYear && isShippedRise(context, line.categoryKey)) {
    steps.push('That rise is a convention that comes with Kitplan, until the school sets its own.');
  }
  if (line.quantity > 1 && line.unitPence !== null) steps.push(timesStep(line.quantity, line.unitPence));
  return steps;
}

/** What one costs in the year of a line, or that nobody has said. */
export const priceStep = (
  context: PlanContext, line: ForecastLine, basis: PriceBasis | null, series: RiseSeries, unitPence: Pence | null, vatPence: Pence = 0,
): string => basis === null
  ? 'No price is known, so the cost is left out of the totals, and they say so.'
  : unitPriceStep(context, basis, series, priceYearOf(context, line.month), unitPence, line.quantity === 1 ? OF_ONE : OF_EACH, vatPence);

const isShippedRise = (context: PlanContext, categoryKey: string): boolean =>
  context.snapshot.inflation.shipped
  && !context.snapshot.inflation.series.some((series) => series.categoryKey === categoryKey);

/** `32 × £440.27 = £14,088.64.` */
export const timesStep = (quantity: number, unitPence: Pence): string =>
  `${formatCount(quantity)} × ${formatExact(unitPence)} = ${formatExact(quantity * unitPence)}.`;
