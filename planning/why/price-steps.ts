import { paymentWords, yearlySum } from '../agreements/payment.ts';
import { financialYearLabel, firstMonthOf, formatLongDate, formatMonth } from '../calendar.ts';
import { CFR_CODES, type Category } from '../categories.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { formatCount, formatExact, formatPounds, formatRate } from '../money.ts';
import type { PriceBasis, PriceSource, RiseSeries } from '../price.ts';
import { chargedMonths, riseOf, twelfth, yearlyBasis } from '../recurring.ts';
import type { ForecastLine } from '../result.ts';
import type { RecurringCost } from '../snapshot.ts';
import type { CostCategory, MonthIndex, Pence } from '../vocabulary.ts';
import { listOf, startLower } from '../words.ts';

const SOURCE_WORDS: Readonly<Record<PriceSource, string>> = {
  order: 'the price of the order', override: 'its own price', model: 'the price of its model',
  policy: 'the price in its policy', paid: 'what was paid', upgrade: 'the price in its policy', recurring: 'the yearly amount',
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

/** How a price is spoken of: of one of several, of the only one, or of a year. */
type PriceWords = { readonly flat: string; readonly each: string };
const OF_ONE: PriceWords = { flat: 'the price', each: '' };
const OF_EACH: PriceWords = { flat: 'the price of each', each: ' each' };
const OF_A_YEAR: PriceWords = { flat: 'what it costs', each: ' a year' };

/** From the price and its date, by each year's rise, to that year's price of one. */
function unitPriceStep(
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

/** Price, multiplication and code of a line for kit. `vatPence` is the VAT that was paid on one. */
export function moneySteps(context: PlanContext, line: ForecastLine, basis: PriceBasis | null, category: Category, vatPence: Pence): string[] {
  const year = priceYearOf(context, line.month);
  const series = context.prices.seriesFor(line.categoryKey);
  const steps = basis === null
    ? ['No price is known, so the cost is left out of the totals, and they say so.']
    : [unitPriceStep(context, basis, series, year, line.unitPence, line.quantity === 1 ? OF_ONE : OF_EACH, vatPence)];
  if (basis !== null && !basis.fixed && year > basis.priceYear && isShippedRise(context, line.categoryKey)) {
    steps.push('That rise is a convention that comes with Kitplan, until the school sets its own.');
  }
  if (line.quantity > 1 && line.unitPence !== null) steps.push(timesStep(line.quantity, line.unitPence));
  return [...steps, codeStep(line.costCategory, line.code, category.plural)];
}

const isShippedRise = (context: PlanContext, categoryKey: string): boolean =>
  context.snapshot.inflation.shipped
  && !context.snapshot.inflation.series.some((series) => series.categoryKey === categoryKey);

/** `32 × £440.27 = £14,088.64.` */
export const timesStep = (quantity: number, unitPence: Pence): string =>
  `${formatCount(quantity)} × ${formatExact(unitPence)} = ${formatExact(quantity * unitPence)}.`;

/** `Code E20E: desktops count as laptops, desktops and tablets.` */
export const codeStep = (costCategory: CostCategory, code: string, what: string): string =>
  `Code ${code}: ${what} count as ${startLower(CFR_CODES[costCategory].title)}.`;

/** A recurring cost in one of the years shown: its amount of that year, and the twelfths still to come. */
export function recurringSteps(context: PlanContext, cost: RecurringCost, line: ForecastLine): string[] {
  const basis = yearlyBasis(context, cost);
  const code = `Code ${line.code}: ${cost.name} counts as ${startLower(CFR_CODES[cost.costCategory].title)}.`;
  const steps = yearlySteps(context, cost);
  if (basis === null) return [...steps, `The yearly amount of ${cost.name} cannot be read as a price, so it is left out of the totals.`, code];
  const parts: Pence[] = [];
  for (const { year, from, to } of pricedStretches(context, cost, line)) {
    const amount = context.prices.priceIn(basis, riseOf(context, cost), year);
    steps.push(unitPriceStep(context, basis, riseOf(context, cost), year, amount, OF_A_YEAR));
    if (amount === null) continue;
    const first = from - firstMonthOf(year, context.schoolStartMonth) + 1;
    const last = to - firstMonthOf(year, context.schoolStartMonth) + 1;
    let pence = 0;
    for (let k = first; k <= last; k++) pence += twelfth(amount, k);
    parts.push(pence);
    steps.push(twelfthsStep(first, last, from, to, pence));
  }
  if (parts.length > 1) {
    const sum = parts.reduce((total, pence) => total + pence, 0);
    steps.push(`${parts.map((pence) => formatPounds(pence, { pence: true })).join(' + ')} = ${formatPounds(sum, { pence: true })}.`);
  }
  return [...steps, code];
}

/** How the payments of a contract or of software come to its yearly amount; nothing where they are that amount. */
function yearlySteps({ snapshot: { contracts, software, school } }: PlanContext, cost: RecurringCost): string[] {
  const agreement = [...contracts, ...software].find(({ id }) => id === cost.id);
  if (agreement === undefined) return [];
  const sum = yearlySum(agreement, school);
  if (sum !== null) return [sum];
  return cost.yearlyPence === null && agreement.amountPence !== null ? [`${paymentWords(agreement, school)}.`] : [];
}

function twelfthsStep(first: number, last: number, from: MonthIndex, to: MonthIndex, pence: Pence): string {
  const money = formatExact(pence);
  if (first === 1 && last === 12) return `All twelve months, ${formatMonth(from)} to ${formatMonth(to)}, come to ${money}.`;
  if (first === last) return `Charged in equal twelfths, month ${first} of 12 (${formatMonth(from)}) comes to ${money}.`;
  return `Charged in equal twelfths, months ${first} to ${last} of 12 (${formatMonth(from)} to ${formatMonth(to)}) come to ${money}.`;
}

type Stretch = { readonly year: number; readonly from: MonthIndex; readonly to: MonthIndex };

/** The months that a line charges, cut where the school's own year begins. */
function pricedStretches(context: PlanContext, cost: RecurringCost, line: ForecastLine): Stretch[] {
  const shown = context.years[line.yearIndex];
  const { from, to } = chargedMonths(cost);
  const stretches: { year: number; from: MonthIndex; to: MonthIndex }[] = [];
  if (shown === undefined) return stretches;
  for (let month = Math.max(shown.firstMonth, from, context.asOfMonth); month <= Math.min(shown.firstMonth + 11, to); month++) {
    const year = priceYearOf(context, month);
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.year === year) last.to = month;
    else stretches.push({ year, from: month, to: month });
  }
  return stretches;
}
