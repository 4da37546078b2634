import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { whatIfSubject, type WhatIfChange } from '../whatif.ts';
import { inWords } from '../words.ts';
import { money, say, strong, type Sentence } from './say.ts';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What each year is short of its budget; 0 where it fits or has none. */
const shortfalls = (forecast: Forecast): number[] => forecast.years.map((_, index) =>
  forecast.totals.budgetEntered[index] === true ? Math.max(0, -(forecast.totals.differencePence?.[index] ?? 0)) : 0);

/**
 * What a change does to the shortfall, or to the cost where nothing is short: "Keeping pupil laptops for
 * 5 years moves most of the shortfall to 2029/30. It does not remove it."
 */
export function effectSentence(
  saved: PlanSnapshot, changes: readonly WhatIfChange[], before: Forecast, after: Forecast,
): Sentence {
  const { text: subject, plural } = whatIfSubject(saved, changes);
  const does = (verb: string): string => (plural ? verb : verb.replace(/^(\w+)/, (word) => thirdPerson(word)));
  const shortBefore = shortfalls(before);
  const shortAfter = shortfalls(after);
  const [was, is] = [sumOf(shortBefore), sumOf(shortAfter)];
  if (was === 0 && is === 0) return costSentence(subject, does, before, after);
  if (was === is && shortBefore.every((pence, index) => pence === shortAfter[index])) {
    return say(`${subject} `, strong(plural ? 'do not change the shortfall' : 'does not change the shortfall'), ` of ${money(was)}.`);
  }
  if (was === 0) return say(`${subject} `, strong(does(`put the plan ${money(is)} over the budget`)), `, most of it in ${worstYear(after, shortAfter)}.`);
  if (is === 0) return say(`${subject} `, strong(does('remove the shortfall')), ` of ${money(was)}.`);
  if (is > was) return say(`${subject} `, strong(does(`add ${money(is - was)} to the shortfall`)), `, which comes to ${money(is)}.`);
  const rises = shortAfter.map((pence, index) => pence - (shortBefore[index] ?? 0));
  const most = rises.indexOf(Math.max(...rises));
  const they = plural ? 'They do' : 'It does';
  if ((rises[most] ?? 0) * 2 > was) {
    return say(`${subject} `, strong(does(`move most of the shortfall to ${after.years[most]?.label ?? ''}`)), `. ${they} not remove it.`);
  }
  if (is === was) return say(`${subject} `, strong(does('move part of the shortfall')), ` from one year to another. ${they} not remove it.`);
  return say(`${subject} `, strong(does(`cut the shortfall from ${money(was)} to ${money(is)}`)), `. ${they} not remove it.`);
}

const thirdPerson = (verb: string): string => `${verb}s`;

const worstYear = (forecast: Forecast, short: readonly number[]): string =>
  forecast.years[short.indexOf(Math.max(...short))]?.label ?? '';

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
