import { addDays, formatLongDate } from './calendar.ts';
import { unpricedExtensionsAlone } from './extension.ts';
import { formatCount, sumOf } from './money.ts';
import { leftOutEstimate } from './quality.ts';
import { known } from './refresh/due.ts';
import type { Forecast, ForecastLine } from './result.ts';
import { becauseOf, outWords } from './sentences/causes.ts';
import { effectSentence } from './sentences/effect.ts';
import { money, say, strong, followedBy, type Sentence } from './sentences/say.ts';
import { vatLeftOut } from './sentences/vat.ts';
import type { PlanSnapshot } from './snapshot.ts';
import { itemsWithoutPrice } from './totals.ts';
import type { Pence } from './vocabulary.ts';
import type { PlanChange } from './scenarios/change.ts';
import { inWords, itemCount, listOf, startUpper } from './words.ts';

/**
 * The sentences that open a page, made from the figures and nothing else. Each claim is checked before it is
 * made: no claim about a budget that nobody has entered, none about costs that have no price.
 */

type YearGap = { readonly index: number; readonly label: string; readonly left: Pence };

/** Years with a budget: what is left of it, minus when over. */
const gapsOf = (forecast: Forecast): YearGap[] => forecast.years.flatMap((year, index) => {
  const left = forecast.totals.differencePence?.[index];
  return left === undefined || forecast.totals.budgetEntered[index] !== true ? [] : [{ index, label: year.label, left }];
});

const yearsWord = (count: number): string => `${inWords(count)} year${count === 1 ? '' : 's'}`;
const replaceLines = (forecast: Forecast): ForecastLine[] => forecast.lines.filter((line) => line.kind === 'replace');

/** How the plan stands against the budget: the sentence under the title of the overview. */
export function overviewSentence(snapshot: PlanSnapshot, forecast: Forecast): Sentence {
  const none = nothingToSay(forecast);
  if (none !== null) return none;
  const gaps = gapsOf(forecast);
  const main = gaps.length === 0 ? withoutBudget(forecast) : againstBudget(snapshot, forecast, gaps);
  const kitLeftOut = forecast.quantityForecast === 0 && forecast.quantityRegister > 0;
  const whole = followedBy(main, kitLeftOut ? nothingForecast(forecast) : unpricedSentence(forecast));
  return followedBy(whole, vatLeftOut(snapshot, forecast.totals.plannedPence));
}

/** No kit, none with a date, nothing due, or nothing priced: then there is no cost to speak of. */
function nothingToSay(forecast: Forecast): Sentence | null {
  const { quantityRegister, quantityForecast, years, totals } = forecast;
  const spends = totals.plannedPence.some((pence) => pence !== 0);
  if (quantityRegister === 0) {
    return spends ? null : say('There is no kit in the register yet, so there is nothing to forecast.');
  }
  if (quantityForecast === 0 && !spends) return nothingForecast(forecast);
  const due = replaceLines(forecast);
  if (due.length === 0) return spends ? null : say(`Nothing falls due in ${spanWords(years.length, forecast)}.`);
  if (due.some((line) => line.netPence !== null)) return null;
  const items = sumOf(due.map((line) => line.quantity));
  return say(
    strong(items === 1 ? 'The one item' : `None of the ${formatCount(items)} items`),
    ` due in ${spanWords(years.length, forecast)} ${items === 1 ? 'has no price' : 'has a price'} yet, so what the kit will cost cannot be said.`,
  );
}

const spanWords = (count: number, forecast: Forecast): string => count === 1
  ? forecast.years[0]?.label ?? '' : `the ${yearsWord(count)} to ${forecast.years[count - 1]?.label ?? ''}`;

function nothingForecast(forecast: Forecast): Sentence {
  const { quantityRegister: all, notInForecast } = forecast;
  const [only] = notInForecast;
  if (notInForecast.length === 1 && only?.reason === 'no_purchase_date') {
    return say(
      strong(all === 1 ? 'The one item in the register has no purchase date' : `None of the ${formatCount(all)} items in the register has a purchase date`),
      ', so nothing can be forecast yet.',
    );
  }
  return say(strong(`Nothing in the register is in the forecast`), `: ${outWords(forecast)}.`);
}

function withoutBudget(forecast: Forecast): Sentence {
  const { plannedPence } = forecast.totals;
  const [first = 0] = plannedPence;
  const label = forecast.years[0]?.label ?? '';
  const count = plannedPence.length;
  // Without a price is never £0: a first year in which nothing has one is not said to cost nothing.
  if (first === 0 && count > 1 && forecast.lines.some(({ yearIndex, netPence }) => yearIndex === 0 && netPence === null)) {
    return say(strong(`Nothing that falls due in ${label} has a price yet`), `. The plan comes to ${money(sumOf(plannedPence))} over ${yearsWord(count)}, and no budget has been entered yet.`);
  }
  const all = count === 1 ? '' : ` and ${money(sumOf(plannedPence))} over ${yearsWord(count)}`;
  return say('The plan comes to ', strong(`${money(first)} in ${label}`), `${all}. No budget has been entered yet.`);
}

function againstBudget(snapshot: PlanSnapshot, forecast: Forecast, gaps: readonly YearGap[]): Sentence {
  const short = gaps.filter((gap) => gap.left < 0);
  const [worst] = [...short].sort((a, b) => a.left - b.left);
  if (worst === undefined) return allFit(snapshot, forecast, gaps);
  const fits = fitWords(forecast, gaps.length - short.length, gaps.length);
  const { kind, text } = becauseOf(snapshot, forecast, worst.index);
  const because = kind === 'causes' ? `, because ${text}.` : kind === 'none' ? '.' : `. The largest part is ${text}.`;
  const shortBy = ({ label, left }: YearGap): string => `${label} is ${money(left)} short`;
  if (short.length === 1) return say(fits, strong(shortBy(worst)), because);
  if (short.length === 2) {
    const why = kind === 'causes' ? ` In ${worst.label} that is because ${text}.`
      : kind === 'none' ? '' : ` In ${worst.label} the largest part is ${text}.`;
    return say(fits, strong(listOf(short.map(shortBy))), `.${why}`);
  }
  const total = money(sumOf(short.map((gap) => gap.left)));
  return say(
    fits, strong(`${startUpper(yearsWord(short.length))} are short, by ${total} in all`),
    `. The most is ${worst.label}, by ${money(worst.left)}${because}`,
  );
}

/** `The plan fits the budget in four years out of five. `, or which of the years have a budget at all. */
function fitWords(forecast: Forecast, fitting: number, budgeted: number): string {
  const all = forecast.years.length;
  if (budgeted === 1) return '';
  const of = budgeted === all ? `out of ${inWords(all)}` : `out of the ${inWords(budgeted)} that have one`;
  if (fitting === 0) return budgeted === all ? 'The plan does not fit the budget in any year. ' : `The plan fits the budget in no year ${of}. `;
  return `The plan fits the budget in ${yearsWord(fitting)} ${of}. `;
}

function allFit(snapshot: PlanSnapshot, forecast: Forecast, gaps: readonly YearGap[]): Sentence {
  const [closest] = [...gaps].sort((a, b) => a.left - b.left);
  if (closest === undefined) return withoutBudget(forecast);
  const { label, left } = closest;
  const remains = left === 0 ? 'with nothing left' : `with ${money(left)} left`;
  const all = gaps.length === forecast.years.length;
  const main = gaps.length === 1
    ? say(strong(`The plan fits the budget in ${label}`), `, ${remains}.`)
    : say(strong(`All ${inWords(gaps.length)} years ${all ? 'fit the budget' : 'that have a budget fit it'}`), `. The closest is ${label}, ${remains}.`);
  const missing = leftOutEstimate(snapshot, forecast);
  const out = forecast.notInForecast.find((each) => each.reason === 'no_purchase_date')?.quantity ?? 0;
  if (missing <= left || out === 0) return main;
  return followedBy(main, say(`${itemCount(out)} without a purchase date ${out === 1 ? 'is' : 'are'} left out, and may cost more than that.`));
}

/** How much of what is planned has no price, and is in no figure; null where all of it has one. */
export function unpricedSentence(forecast: Forecast): Sentence | null {
  const quantity = itemsWithoutPrice(forecast);
  if (quantity === 0) return null;
  const extended = unpricedExtensionsAlone(forecast);
  if (extended > 0) return say(`What it costs to keep ${itemCount(extended)} in cover or support for longer is not known and not in these figures.`);
  return say(`${itemCount(quantity)} without a price ${quantity === 1 ? 'is' : 'are'} not in these figures.`);
}

/**
 * The sentence over the refresh plan: which year is the dearest for kit, or, while something is tried out, what
 * that does to the shortfall. `before` is the plan without the changes.
 */
export function refreshSentence(
  snapshot: PlanSnapshot, forecast: Forecast,
  whatIf?: { readonly changes: readonly PlanChange[]; readonly saved: PlanSnapshot; readonly before: Forecast },
): Sentence {
  if (whatIf !== undefined && whatIf.changes.length > 0) return effectSentence(whatIf.saved, whatIf.changes, whatIf.before, forecast);
  const none = nothingToSay(forecast);
  if (none !== null) return none;
  const kit = forecast.lines.filter((line) => line.kind !== 'recurring');
  const costs = forecast.years.map((_, index) => sumOf(kit.map((line) => (line.yearIndex === index ? line.netPence ?? 0 : 0))));
  const dearest = costs.indexOf(Math.max(...costs));
  if ((costs[dearest] ?? 0) === 0) return overviewSentence(snapshot, forecast);
  const items = sumOf(replaceLines(forecast).map((line) => (line.yearIndex === dearest ? line.quantity : 0)));
  const label = forecast.years[dearest]?.label ?? '';
  const due = items === 0 ? '' : `, when ${itemCount(items)} ${items === 1 ? 'falls' : 'fall'} due`;
  const main = forecast.years.length === 1
    ? say('Kit comes to ', strong(`${money(costs[dearest] ?? 0)} in ${label}`), `${due}.`)
    : say('Kit costs most in ', strong(label), `${due}: `, strong(money(costs[dearest] ?? 0)), '.');
  return followedBy(followedBy(main, unpricedSentence(forecast)), vatLeftOut(snapshot, forecast.totals.plannedPence));
}

/**
 * What falls due in one of the years shown, for the register: how many, what it would cost to replace, and
 * which of it leaves warranty together in the next 90 days.
 */
export function registerSentence(snapshot: PlanSnapshot, forecast: Forecast, yearIndex = 0): Sentence {
  if (forecast.quantityRegister === 0) return say('There is no kit in the register yet.');
  const label = forecast.years[yearIndex]?.label ?? '';
  const lines = replaceLines(forecast).filter((line) => line.yearIndex === yearIndex);
  const items = sumOf(lines.map((line) => line.quantity));
  if (items === 0) return say(`Nothing falls due in ${label}.`);
  const unpriced = sumOf(lines.map((line) => (line.netPence === null ? line.quantity : 0)));
  const cost = strong(money(sumOf(lines.map((line) => line.netPence ?? 0))));
  const due = `${itemCount(items)} ${items === 1 ? 'falls' : 'fall'} due in ${label}`;
  const main = unpriced === items
    ? say(`${due}, ${items === 1 ? 'without a price' : 'none of them with a price'} yet.`)
    : unpriced === 0
      ? say(`${due} and would cost `, cost, ' to replace.')
      : say(`${due}. ${formatCount(unpriced)} ${unpriced === 1 ? 'has' : 'have'} no price; the rest would cost `, cost, ' to replace.');
  return followedBy(main, leavingWarranty(snapshot, forecast, lines, items));
}

function leavingWarranty(snapshot: PlanSnapshot, forecast: Forecast, lines: readonly ForecastLine[], items: number): Sentence | null {
  const due = new Set(lines.flatMap((line) => (line.occurrence === 0 && line.assetId !== null ? [line.assetId] : [])));
  const last = addDays(forecast.asOf, 90);
  const byDay = new Map<string, number>();
  for (const asset of snapshot.assets) {
    const end = known(asset.coverEnd);
    if (end === null || end < forecast.asOf || end > last || !due.has(asset.id)) continue;
    byDay.set(end, (byDay.get(end) ?? 0) + asset.quantity);
  }
  const [most] = [...byDay].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most === undefined) return null;
  const [day, quantity] = most;
  const who = items === 1 ? 'It leaves' : quantity === 1 ? 'One of them leaves' : `${formatCount(quantity)} of them leave`;
  return say(`${who} warranty on ${formatLongDate(day)}.`);
}

export type { Sentence };
