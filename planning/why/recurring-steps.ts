import { countsOf } from '../agreements/driver.ts';
import { everyWords, paymentWords, unitWords, yearlySum } from '../agreements/payment.ts';
import { firstMonthOf, formatLongDate, formatMonth, monthOf } from '../calendar.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { formatCount, formatExact, formatPounds, isUnitPrice } from '../money.ts';
import { chargesIn, isInTwelfths, isToPay, paymentBasis, riseOf, type Charge } from '../recurring.ts';
import type { ForecastLine } from '../result.ts';
import type { RecurringCost } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { costOfRate, runRates } from '../upkeep/run-rate.ts';
import { OF_A_PAYMENT, OF_A_YEAR, unitPriceStep } from './price-steps.ts';

/**
 * A recurring cost in one of the years shown: what it is paid for, what that comes to with the rises, and what is
 * still to come. Charges of different years of the school, which differ in heads and prices, are told one after another.
 */
export function recurringSteps(context: PlanContext, cost: RecurringCost, line: ForecastLine): string[] {
  const toCome = chargesIn(context, cost, line.yearIndex).filter((charge) => isToPay(context, charge));
  const steps: string[] = [];
  const parts: Pence[] = [];
  for (const [year, charges] of Map.groupBy(toCome, ({ day }) => priceYearOf(context, monthOf(day)))) {
    const basis = paymentBasis(context, cost, year);
    steps.push(...unitSteps(context, cost, year));
    if (basis === null) return [...steps, `What ${cost.name} comes to cannot be worked out, so it is left out of the totals.`];
    const amount = context.prices.priceIn(basis, riseOf(context, cost), year);
    steps.push(unitPriceStep(context, basis, riseOf(context, cost), year, amount, isInTwelfths(cost) ? OF_A_YEAR : OF_A_PAYMENT));
    if (amount === null) continue;
    const pence = charges.reduce((sum, charge) => sum + (charge.pence ?? 0), 0);
    parts.push(pence);
    steps.push(isInTwelfths(cost) ? twelfthsStep(context, charges, year, pence) : paymentsStep(cost, charges, amount, pence));
  }
  if (parts.length > 1) {
    const sum = parts.reduce((total, pence) => total + pence, 0);
    steps.push(`${parts.map((pence) => formatPounds(pence, { pence: true })).join(' + ')} = ${formatPounds(sum, { pence: true })}.`);
  }
  return steps;
}

/** What a kind of kit uses up in one of the years shown: the purchases behind the rate, then what it is charged. */
export function consumableSteps(context: PlanContext, line: ForecastLine): string[] {
  const rate = runRates(context.snapshot, context.asOf).find(({ categoryKey }) => categoryKey === line.categoryKey);
  if (rate === undefined) return [];
  const { purchases, pence, months, unpriced, yearlyPence } = rate;
  const rest = unpriced === 0 ? [] : [`${formatCount(unpriced)} more ${unpriced === 1 ? 'purchase has' : 'purchases have'} no amount and ${unpriced === 1 ? 'is' : 'are'} not counted.`];
  return [
    `The school’s record has ${formatCount(purchases)} purchases of ${formatExact(pence)} together in the ${formatCount(months)} months to ${formatMonth(context.asOfMonth)}.`,
    ...rest, `Over a year that is ${formatExact(pence)} × 12 ÷ ${formatCount(months)}, which comes to ${formatExact(yearlyPence)}.`,
    ...recurringSteps(context, costOfRate(context.snapshot, rate, context.asOf), line),
  ];
}

/** From the amount of one unit to that of a payment, or of a year; nothing where that is the amount entered. */
function unitSteps(context: PlanContext, cost: RecurringCost, year: number): string[] {
  const counts = countsOf(context.snapshot, year);
  if (cost.amountPence === null) return ['Nobody has entered what it costs.'];
  if (!isUnitPrice(cost.amountPence)) return ['The amount entered cannot be read as a price.'];
  const basis = paymentBasis(context, cost, year);
  if (basis === null) return [`${paymentWords(cost, counts)}.`];
  if (isInTwelfths(cost)) {
    const sum = yearlySum(cost, counts);
    return sum === null ? [] : [sum];
  }
  if (cost.driver === 'site') return [];
  return [`${formatExact(cost.amountPence)}${unitWords(cost, counts)} is ${formatExact(basis.unitPence)} each time.`];
}

/** `Paid yearly, on 1 April 2027: £10,094.` Several payments are told together. */
function paymentsStep(cost: RecurringCost, charges: readonly Charge[], amount: Pence, pence: Pence): string {
  const [first, last] = [charges[0]?.day ?? '', charges.at(-1)?.day ?? ''];
  if (charges.length === 1) return `Paid ${everyWords(cost)}, on ${formatLongDate(first)}: ${formatExact(pence)}.`;
  return `Paid ${everyWords(cost)}, ${formatCount(charges.length)} times from ${formatLongDate(first)} to ${formatLongDate(last)}: `
    + `${formatCount(charges.length)} × ${formatExact(amount)} = ${formatExact(pence)}.`;
}

function twelfthsStep(context: PlanContext, charges: readonly Charge[], year: number, pence: Pence): string {
  const months = charges.map(({ day }) => monthOf(day));
  const [from = 0, to = 0] = [months[0], months.at(-1)];
  const [first, last] = [from, to].map((month) => month - firstMonthOf(year, context.schoolStartMonth) + 1);
  const money = formatExact(pence);
  const why = 'The month it is paid in is not known, so it is charged in equal twelfths';
  if (first === 1 && last === 12) return `All twelve months, ${formatMonth(from)} to ${formatMonth(to)}, come to ${money}.`;
  if (first === last) return `${why}: month ${first} of 12 (${formatMonth(from)}) comes to ${money}.`;
  return `${why}: months ${first} to ${last} of 12 (${formatMonth(from)} to ${formatMonth(to)}) come to ${money}.`;
}
