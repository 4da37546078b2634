import { firstMonthOf, formatLongDate, formatMonth, monthOf } from '../calendar.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { formatExact, formatPounds, sumOf } from '../money.ts';
import { lastNeedMonth, needBasis, needCharge, needDay, needRise } from '../needs.ts';
import { known } from '../refresh/due.ts';
import type { ForecastLine } from '../result.ts';
import type { PlannedNeed } from '../scenarios/action.ts';
import type { MonthIndex, Pence } from '../vocabulary.ts';
import { OF_A_YEAR, priceStep, timesStep, unitPriceStep } from './price-steps.ts';

/** A need in the plan: when it is bought and at what price, or what it costs in a year from then on. */
export function needSteps(context: PlanContext, need: PlannedNeed, line: ForecastLine): string[] {
  const steps = line.occurrence === 0 ? purchaseSteps(context, need, line) : yearlySteps(context, need, line);
  return [dayStep(context, need), ...steps];
}

function dayStep(context: PlanContext, need: PlannedNeed): string {
  const day = needDay(context, need);
  const name = need.costName === null ? need.name : `${need.name}, ${need.costName}`;
  return monthOf(need.on) < context.asOfMonth
    ? `A need: ${name}. Its day, ${formatLongDate(need.on)}, has gone by, so it is counted on ${formatLongDate(context.asOf)}.`
    : `A need: ${name}, to be bought on ${formatLongDate(day ?? context.asOf)}.`;
}

function purchaseSteps(context: PlanContext, need: PlannedNeed, line: ForecastLine): string[] {
  const price = priceStep(context, line, needBasis(context, need, need.unitPence), needRise(context, need), line.unitPence);
  const times = line.quantity > 1 && line.unitPence !== null ? [timesStep(line.quantity, line.unitPence)] : [];
  return [`${formatLongDate(line.date)} is in ${context.years[line.yearIndex]?.label ?? ''}.`, price, ...times];
}

function yearlySteps(context: PlanContext, need: PlannedNeed, line: ForecastLine): string[] {
  const basis = needBasis(context, need, need.yearlyPence);
  const shown = context.years[line.yearIndex];
  const until = known(need.until);
  const steps = [until === null ? 'From then on it costs something in each year.' : `From then on it costs something in each year, until ${formatLongDate(until)}.`];
  if (basis === null || shown === undefined || line.unitPence === null) return [...steps, 'What it costs in a year is not known, so it is left out of the totals, and they say so.'];
  const parts: Pence[] = [];
  for (const { year, from, to } of stretches(context, line.month, Math.min(shown.firstMonth + 11, lastNeedMonth(need)))) {
    steps.push(unitPriceStep(context, basis, needRise(context, need), year, context.prices.priceIn(basis, needRise(context, need), year), OF_A_YEAR));
    let pence = 0;
    for (let month = from; month <= to; month++) pence += needCharge(context, need, month) ?? 0;
    parts.push(pence);
    const start = firstMonthOf(year, context.schoolStartMonth);
    steps.push(twelfthsStep(from - start + 1, to - start + 1, from, to, pence));
  }
  if (parts.length < 2) return steps;
  const money = (pence: Pence): string => formatPounds(pence, { pence: true });
  return [...steps, `${parts.map(money).join(' + ')} = ${money(sumOf(parts))}.`];
}

function twelfthsStep(first: number, last: number, from: MonthIndex, to: MonthIndex, pence: Pence): string {
  const money = formatExact(pence);
  if (first === 1 && last === 12) return `All twelve months, ${formatMonth(from)} to ${formatMonth(to)}, come to ${money}.`;
  if (first === last) return `Charged in equal twelfths, month ${first} of 12 (${formatMonth(from)}) comes to ${money}.`;
  return `Charged in equal twelfths, months ${first} to ${last} of 12 (${formatMonth(from)} to ${formatMonth(to)}) come to ${money}.`;
}

/** The months from one to another, cut where a year of prices begins. */
function stretches(context: PlanContext, first: MonthIndex, last: MonthIndex): { readonly year: number; readonly from: MonthIndex; readonly to: MonthIndex }[] {
  const parts: { year: number; from: MonthIndex; to: MonthIndex }[] = [];
  for (let month = first; month <= last; month++) {
    const year = priceYearOf(context, month);
    const part = parts.at(-1);
    if (part?.year === year) part.to = month;
    else parts.push({ year, from: month, to: month });
  }
  return parts;
}
