import type { ReserveCourse, ReserveYear } from '../../budget/reserve.ts';
import { formatPounds, sumOf } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import { wholeCost } from '../../scenarios/compare-sentence.ts';
import { overviewSentence, unpricedSentence } from '../../sentences.ts';
import { followedBy, money, say, strong, type Sentence } from '../../sentences/say.ts';
import { vatLeftOut } from '../../sentences/vat.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords, listOf, startUpper } from '../../words.ts';
import { isCovered } from '../figures/cost-figure.ts';

/** A year that costs more than its budget. */
export type OverYear = {
  readonly index: number;
  readonly label: string;
  readonly overPence: Pence;
  /** What the ICT reserve gives in that year. */
  readonly reservePence: Pence;
  /** What nobody pays yet: nothing where the reserve reaches, else what it lacks in that year, else all that the year is over. */
  readonly missingPence: Pence;
};

/** The years that cost more than their budget, and how far the reserve pays for each. */
export const overYears = ({ years, totals }: Forecast, reserve: ReserveCourse | null): readonly OverYear[] => years.flatMap(({ label }, index) => {
  const left = totals.budgetEntered[index] === true ? totals.differencePence?.[index] ?? 0 : 0;
  if (left >= 0) return [];
  const reservePence = reserveGives(reserve, index);
  // Money that may pay for other things alone does not reach the reserve: what has to leave it is more than the year is over by.
  const leaves = -(asDueIn(reserve, index)?.changePence ?? 0);
  const short = leaves > 0 ? leaves - reservePence : -left;
  return [{ index, label, overPence: -left, reservePence, missingPence: isCovered(reserve, index) ? 0 : short }];
});

/** What leaves the reserve in a year, down to what is to stay in it. A reserve that spreads the cost of kit pays for no year that is over. */
function reserveGives(course: ReserveCourse | null, index: number): Pence {
  const year = asDueIn(course, index);
  return year === null ? 0 : Math.max(0, Math.min(-year.changePence, year.startPence - Math.max(0, course?.reserve.floorPence ?? 0)));
}

/** What comes and goes in a year of a reserve that pays for what falls due; null where it does not, or not yet. */
const asDueIn = (course: ReserveCourse | null, index: number): ReserveYear | null =>
  (course === null || course.reserve.spread !== null ? null : course.years.find(({ yearIndex }) => yearIndex === index) ?? null);

export const yearsWords = (count: number): string => (count === 1 ? 'one year' : `${inWords(count)} years`);

/** What the plan costs in all, against which budget, which years run over, and what pays for those. */
export function moneySentence(snapshot: PlanSnapshot, forecast: Forecast, reserve: ReserveCourse | null): Sentence {
  if (wholeCost(forecast) === 0) return overviewSentence(snapshot, forecast);
  const main = followedBy(costSentence(forecast), overSentence(forecast, reserve));
  return followedBy(followedBy(main, unpricedSentence(forecast)), vatLeftOut(snapshot, forecast.totals.plannedPence));
}

/** `The plan costs £599,772 over five years, against a budget of £595,600.` */
function costSentence(forecast: Forecast): Sentence {
  const { years, totals } = forecast;
  const budgeted = years.flatMap((_, index) => (totals.budgetEntered[index] === true ? [index] : []));
  const cost = strong(`The plan costs ${formatPounds(wholeCost(forecast))} over ${yearsWords(years.length)}`);
  const budgetOf = formatPounds(sumOf(budgeted.map((index) => totals.budgetPence?.[index] ?? 0)));
  if (budgeted.length === 0) return say(cost, '. No budget has been entered yet, so whether the money reaches cannot be said.');
  if (budgeted.length === years.length) return say(cost, `, against a budget of ${budgetOf}.`);
  const costs = formatPounds(sumOf(budgeted.map((index) => totals.plannedPence[index] ?? 0)));
  return say(cost, `. A budget is known for ${inWords(budgeted.length)} of them: ${budgetOf}, against a cost of ${costs}.`);
}

function overSentence(forecast: Forecast, reserve: ReserveCourse | null): Sentence | null {
  const { years, totals } = forecast;
  const budgeted = totals.budgetEntered.filter(Boolean).length;
  if (budgeted === 0) return null;
  const over = overYears(forecast, reserve);
  if (over.length === 0) return say(budgeted === 1 ? 'That year stays within its budget.' : budgeted === years.length ? 'Every year stays within its budget.' : 'Each of those years stays within its budget.');
  return say(`${runOver(over)}. `, strong(whoCovers(over)));
}

/** Years that a sentence names one by one. */
const MOST_NAMED = 3;

/** `Two years run over: 2028/29 by £6,632 and 2029/30 by £2,901`. */
function runOver(over: readonly OverYear[]): string {
  const named = listOf(over.map(({ label, overPence }) => `${label} by ${money(overPence)}`));
  if (over.length === 1) return `One year runs over, ${named}`;
  const count = `${startUpper(inWords(over.length))} years run over`;
  if (over.length <= MOST_NAMED) return `${count}: ${named}`;
  const [most] = over.toSorted((a, b) => b.overPence - a.overPence);
  return `${count}, by ${money(sumOf(over.map(({ overPence }) => overPence)))} in all; the most is ${most?.label ?? ''}, by ${money(most?.overPence ?? 0)}`;
}

/** What pays for the years that are over. */
function whoCovers(over: readonly OverYear[]): string {
  const open = over.filter(({ missingPence }) => missingPence > 0);
  const [it, them] = over.length === 1 ? ['that', 'that'] : over.length === 2 ? ['both', 'either'] : ['all of them', 'any of them'];
  if (open.length === 0) return `The ICT reserve pays for ${it}.`;
  const part = open.find(({ reservePence }) => reservePence > 0);
  const none = open.filter((year) => year !== part);
  const paid = over.filter((year) => !open.includes(year)).map(({ label }) => label);
  const reaches = [...paid, ...(part === undefined ? [] : [`${over.length === 1 ? 'that' : part.label}, all but ${money(part.missingPence)}`])];
  const unpaid = none.length === over.length ? them : none.length > MOST_NAMED ? 'the other years' : listOf(none.map(({ label }) => label));
  return [...(reaches.length === 0 ? [] : [`The ICT reserve pays for ${listOf(reaches)}.`]), ...(none.length === 0 ? [] : [`Nothing pays for ${unpaid} yet.`])].join(' ');
}
