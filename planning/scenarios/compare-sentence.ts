import { formatPounds, sumOf } from '../money.ts';
import type { Forecast } from '../result.ts';
import { money, say, strong, type Sentence } from '../sentences/say.ts';
import type { Pence } from '../vocabulary.ts';
import { inWords } from '../words.ts';

/** A way forward as the opening sentence names it. */
export type Named = { readonly name: string; readonly forecast: Forecast };

export const wholeCost = ({ totals }: Forecast): Pence => sumOf(totals.plannedPence);

/** Left over all years that have a budget: minus means over; null where none has. */
export function wholeDifference({ totals }: Forecast): Pence | null {
  if (totals.differencePence === null) return null;
  return totals.differencePence.reduce((sum, pence, year) => sum + (totals.budgetEntered[year] === true ? pence : 0), 0);
}

/** The year that is furthest over its budget; null where none is, or no budget is entered. */
export function worstYear({ totals, years }: Forecast): { readonly label: string; readonly overPence: Pence } | null {
  const over = years.map((year, index) => ({ label: year.label, overPence: totals.budgetEntered[index] === true ? -(totals.differencePence?.[index] ?? 0) : 0 }))
    .reduce((worst, year) => (year.overPence > worst.overPence ? year : worst), { label: '', overPence: 0 });
  return over.overPence > 0 ? over : null;
}

/**
 * What a comparison comes to: what the first costs beside the second, and the worst year of each. `main` is the one
 * recommended or open, `other` the one it is compared with; null where it is alone.
 */
export function compareSentence(main: Named, other: Named | null): Sentence {
  if (other === null) return say(strong(main.name), ` costs ${money(wholeCost(main.forecast))} over ${yearsOf(main)}. Show another scenario beside it to compare the two.`);
  const more = wholeCost(main.forecast) - wholeCost(other.forecast);
  const same = main.forecast.totals.plannedPence.every((pence, year) => pence === other.forecast.totals.plannedPence[year]);
  if (same) return say(strong(main.name), ` costs the same as ${other.name} in every year. `, worstWords(main, other));
  const compared = more === 0 ? `costs the same as ${other.name} over ${yearsOf(main)}, in other years. ` : `costs ${money(more)} ${more < 0 ? 'less' : 'more'} than ${other.name} over ${yearsOf(main)}. `;
  return say(strong(main.name), ` ${compared}`, worstWords(main, other));
}

const yearsOf = ({ forecast }: Named): string => (forecast.years.length === 1 ? 'one year' : `${inWords(forecast.years.length)} years`);

function worstWords(main: Named, other: Named): string {
  if (main.forecast.totals.budgetPence === null) return 'No budget has been entered, so whether it fits cannot be said.';
  const [mine, theirs] = [worstYear(main.forecast), worstYear(other.forecast)];
  const over = (worst: NonNullable<typeof mine>, whose = 'its'): string => `${formatPounds(worst.overPence, { pence: worst.overPence < 100 })} over ${whose} budget in ${worst.label}`;
  if (mine === null) return theirs === null ? 'No year of either is over its budget.' : `No year of it is over its budget; ${other.name} is ${over(theirs)}.`;
  if (theirs === null) return `It is ${over(mine)}; no year of ${other.name} is.`;
  return theirs.label === mine.label && theirs.overPence === mine.overPence ? `Both are ${over(mine, 'the')} at worst.` : `At worst it is ${over(mine)}; ${other.name} is ${over(theirs)}.`;
}
