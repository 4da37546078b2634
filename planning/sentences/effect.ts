import { sumOf } from '../money.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { whatIfSubject } from '../whatif.ts';
import { type PlanChange } from '../scenarios/change.ts';
import { inWords } from '../words.ts';
import { followedBy, money, say, strong, type Sentence } from './say.ts';
import { vatLeftOut } from './vat.ts';

/** What each year is short of its budget; 0 where it fits or has none. */
const shortfalls = (forecast: Forecast): number[] => forecast.years.map((_, index) =>
  forecast.totals.budgetEntered[index] === true ? Math.max(0, -(forecast.totals.differencePence?.[index] ?? 0)) : 0);

/** What a change does, and that VAT is not in it where the school pays that itself. */
export const effectSentence = (saved: PlanSnapshot, changes: readonly PlanChange[], before: Forecast, after: Forecast): Sentence =>
  followedBy(effectOf(saved, changes, before, after), vatLeftOut(saved, after.totals.plannedPence));

/**
 * What a change does to the years over their budget and to the cost of all years together, or to the cost alone
 * where nothing is over: "Keeping pupil laptops for 5 years turns one year over budget into two, £28,196
 * together; over these five years the plan is £10,591 cheaper."
 */
function effectOf(saved: PlanSnapshot, changes: readonly PlanChange[], before: Forecast, after: Forecast): Sentence {
  const { text: subject, plural } = whatIfSubject(saved, changes);
  const does = (verb: string): string => (plural ? verb : verb.replace(/^(\w+)/, (word) => thirdPerson(word)));
  const was = shortfalls(before);
  const is = shortfalls(after);
  if (sumOf(was) === 0 && sumOf(is) === 0) return costSentence(subject, does, before, after);
  const effect = was.every((pence, index) => pence === is[index])
    ? `${plural ? 'do not' : 'does not'} change the shortfall of ${money(sumOf(was))}`
    : does(shortfallEffect(after, was, is));
  return say(`${subject} `, strong(effect), `${wholeCost(before, after)}.`);
}

const thirdPerson = (verb: string): string => `${verb}s`;

const yearsOver = (count: number): string => `${inWords(count)} year${count === 1 ? '' : 's'} over budget`;

/** How many years are over now and by how much together, beside what it was; a verb first, as of several. */
function shortfallEffect(after: Forecast, was: readonly number[], is: readonly number[]): string {
  const over = (short: readonly number[]): readonly string[] =>
    short.flatMap((pence, index) => (pence > 0 ? [after.years[index]?.label ?? ''] : []));
  const [overBefore, overAfter] = [over(was), over(is)];
  const [sumBefore, sumAfter] = [money(sumOf(was)), money(sumOf(is))];
  const [only] = overAfter;
  if (only === undefined) return `remove the shortfall of ${sumBefore}`;
  const together = overAfter.length === 1 ? sumAfter : `${sumAfter} together`;
  if (overBefore.length === 0) return `put ${overAfter.length === 1 ? only : `${inWords(overAfter.length)} years`} over budget, by ${together}`;
  if (overAfter.length !== overBefore.length) {
    return `turn ${yearsOver(overBefore.length)} into ${inWords(overAfter.length)}, ${together}`;
  }
  const same = overAfter.every((label) => overBefore.includes(label));
  const instead = sumAfter === sumBefore ? 'as before' : `instead of ${sumBefore}`;
  const where = same ? '' : overAfter.length === 1 ? `, in ${only} and no longer in ${overBefore[0] ?? ''}` : ', not the same years as before';
  return `leave ${yearsOver(overAfter.length)}, by ${together} ${instead}${where}`;
}

/** `; over these five years the plan is £10,591 cheaper`, so that a shortfall is not taken for the whole cost. */
function wholeCost(before: Forecast, after: Forecast): string {
  const change = sumOf(after.totals.plannedPence) - sumOf(before.totals.plannedPence);
  const span = after.years.length === 1 ? `in ${after.years[0]?.label ?? ''}` : `over these ${inWords(after.years.length)} years`;
  const moved = after.totals.plannedPence.some((pence, index) => pence !== before.totals.plannedPence[index]);
  if (change === 0) return !moved ? '' : `; ${span} the plan costs the same`;
  return `; ${span} the plan is ${money(change)} ${change < 0 ? 'cheaper' : 'dearer'}`;
}

function costSentence(subject: string, does: (verb: string) => string, before: Forecast, after: Forecast): Sentence {
  const change = sumOf(after.totals.plannedPence) - sumOf(before.totals.plannedPence);
  const years = after.years.length === 1 ? after.years[0]?.label ?? '' : `these ${inWords(after.years.length)} years`;
  const fits = after.totals.budgetEntered.every(Boolean) ? `, and every year ${change > 0 ? 'still ' : ''}fits the budget` : '';
  const moved = after.totals.plannedPence.some((pence, index) => pence !== before.totals.plannedPence[index]);
  if (change === 0) {
    const effect = does(moved ? 'move costs between years' : 'change nothing');
    return say(`${subject} `, strong(effect), ` ${moved ? 'within' : 'in'} ${years}${fits}.`);
  }
  const effect = change < 0 ? does(`save ${money(change)}`) : does(`cost ${money(change)} more`);
  return say(`${subject} `, strong(effect), ` over ${years}${fits}.`);
}
