import { courseBasis } from './event-price.ts';
import { partSteps, type Part } from './explain-totals.ts';
import { formatCount, formatExact } from './money.ts';
import { contextOf } from './quality.ts';
import { courseOf } from './refresh/occurrences.ts';
import type { ByYear, Forecast, WhyStep } from './result.ts';
import type { Smoothing } from './smoothing.ts';
import type { PlanSnapshot } from './snapshot.ts';
import { addStandStill } from './standstill.ts';
import type { Pence } from './vocabulary.ts';
import { kitCount } from './words.ts';

const steps = (texts: readonly string[]): WhyStep[] => texts.map((text) => ({ text }));
const sumTo = (years: ByYear, yearIndex: number): Pence => years.slice(0, yearIndex + 1).reduce((sum, pence) => sum + pence, 0);
const runningStep = ({ runningPence }: Smoothing, yearIndex: number): string[] => {
  const pence = runningPence[yearIndex] ?? 0;
  return pence === 0 ? [] : [`Running costs of the whole year: ${formatExact(pence)}.`];
};

/** What a year costs as it falls due: the plan itself. */
export const explainAsDue = (smoothing: Smoothing, yearIndex: number): WhyStep[] => steps([
  `Kit, in the year it falls due: ${formatExact(smoothing.kitDuePence[yearIndex] ?? 0)}.`, ...runningStep(smoothing, yearIndex),
  `Together ${formatExact(smoothing.asDuePence[yearIndex] ?? 0)}: the planned cost, with what is already spent.`,
]);

/** What a year's level cost is made of: each kind of kit with its part of a life, and the running costs. */
export function explainLevel(snapshot: PlanSnapshot, forecast: Forecast, smoothing: Smoothing, yearIndex: number): WhyStep[] {
  return steps([
    'What each item costs to replace that year, divided by the years it is kept: what the kit wears out in a year.',
    ...partSteps(wearByKind(snapshot, forecast, yearIndex)),
    ...runningStep(smoothing, yearIndex),
    `Together ${formatExact(smoothing.levelPence[yearIndex] ?? 0)}: what it costs just to stay where the school is.`,
    'Kit without a price, and kit that is run until it fails, is not in this sum.',
  ]);
}

/** Each kind of kit in the forecast with its share of a year. */
function wearByKind(snapshot: PlanSnapshot, forecast: Forecast, yearIndex: number): readonly Part[] {
  const context = contextOf(snapshot, forecast);
  const kinds = new Map<string, { quantity: number; pence: Pence }>();
  for (const asset of snapshot.assets) {
    const course = courseOf(context, asset);
    if (course.standing === 'out') continue;
    const years = context.years.map(() => 0);
    addStandStill(context, years, course, courseBasis(context, asset, course), context.prices.seriesFor(course.replacement.categoryKey));
    const kind = kinds.get(asset.categoryKey) ?? { quantity: 0, pence: 0 };
    kinds.set(asset.categoryKey, kind);
    kind.quantity += course.quantity;
    kind.pence += years[yearIndex] ?? 0;
  }
  return [...kinds].map(([categoryKey, { quantity, pence }]) => ({ name: kitCount(context.category(categoryKey), null, quantity), pence }));
}

/** Why the fund wants as much a year as it does, and what the year costs with it. */
export function explainSinkingFund(forecast: Forecast, smoothing: Smoothing, yearIndex: number): WhyStep[] {
  const { kitDuePence, fund } = smoothing;
  const labels = forecast.years.map(({ label }) => label);
  const deciding = decidingYear(smoothing);
  const count = deciding + 1;
  const due = sumTo(kitDuePence, deciding);
  const until = count === 1 ? `In ${labels[0]}` : `From ${labels[0]} to ${labels[deciding]}, ${formatCount(count)} years,`;
  const { openingPence } = fund;
  const left = due - openingPence;
  const contribution = fund.contributionPence === 0
    ? [openingPence > 0 ? `The ${formatExact(openingPence)} in the fund already pay for all the kit that the plan buys.` : 'The plan buys no kit that a fund would have to pay for.'] : [
    `${until} kit costs ${formatExact(due)} as it falls due: the dearest stretch from the start for each of its years.`,
    ...(openingPence === 0 ? [] : [`${formatExact(due)} − ${formatExact(openingPence)} in the fund already = ${formatExact(left)}.`]),
    `${count === 1 ? 'That is' : `${formatExact(left)} ÷ ${formatCount(count)}${left % count === 0 ? '' : ', up to the next penny,'} is`} ${formatExact(fund.contributionPence)} a year into the fund, the same every year.`,
    `A penny less a year would leave the fund overdrawn at the end of ${labels[deciding]}.`,
  ];
  return steps([
    ...contribution, ...runningStep(smoothing, yearIndex), `Together ${formatExact(smoothing.sinkingFundPence[yearIndex] ?? 0)}.`,
  ]);
}

/** The first year at whose end a penny less in each until then would not have been enough: it sets the contribution. */
const decidingYear = ({ fund: { balancePence } }: Smoothing): number => balancePence.findIndex((balance, index) => balance < index + 1);

/** What the fund holds at the end of a year: paid in until then, less what kit has cost. */
export function explainBalance(forecast: Forecast, { kitDuePence, fund }: Smoothing, yearIndex: number): WhyStep[] {
  const label = forecast.years[yearIndex]?.label ?? '';
  const count = yearIndex + 1;
  const paid = fund.contributionPence * count;
  const spent = sumTo(kitDuePence, yearIndex);
  const { openingPence } = fund;
  return steps([
    ...(openingPence === 0 ? [] : [`In the fund before the first year: ${formatExact(openingPence)}.`]),
    `Paid in by the end of ${label}: ${formatCount(count)} × ${formatExact(fund.contributionPence)} = ${formatExact(paid)}.`,
    `Kit bought by then, as it falls due: ${formatExact(spent)}.`,
    `${openingPence === 0 ? '' : `${formatExact(openingPence)} + `}${formatExact(paid)} − ${formatExact(spent)} = ${formatExact(fund.balancePence[yearIndex] ?? 0)} left in the fund.`,
  ]);
}
