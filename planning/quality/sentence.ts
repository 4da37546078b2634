import { formatCount } from '../money.ts';
import type { Forecast } from '../result.ts';
import { followedBy, money, say, strong, type Sentence } from '../sentences/say.ts';
import { inWords, listOf } from '../words.ts';
import { rangeOf, type LeftOut } from './left-out.ts';

/** How many other findings the page holds: told where nothing is left out. */
export type OtherFindings = { readonly twice: number; readonly odd: number };

/**
 * The sentence that opens the page: how much is left out, what that probably comes to, and whether a year could tip
 * over for it. The last is checked against what the year with the smallest margin has left, never against the total.
 */
export function qualitySentence(forecast: Forecast, out: LeftOut, others: OtherFindings): Sentence {
  if (forecast.quantityRegister === 0) return say('There is no kit in the register yet, so there is nothing to look over.');
  if (out.items === 0) return followedBy(say('Nothing is left out of the forecast for want of a date.'), otherSentence(others));
  return followedBy(leftOutSentence(forecast, out), out.about === null ? null : tippingSentence(forecast, out));
}

function otherSentence({ twice, odd }: OtherFindings): Sentence {
  const found = [
    ...(twice === 0 ? [] : [`${inWords(twice)} ${twice === 1 ? 'thing is perhaps' : 'things are perhaps'} listed twice`]),
    ...(odd === 0 ? [] : [`${inWords(odd)} ${odd === 1 ? 'value looks' : 'values look'} odd`]),
  ];
  return found.length === 0 ? say('Nothing in the register looks wrong.') : say(strong(listOf(found).replace(/^\w/, (first) => first.toUpperCase())), '.');
}

function leftOutSentence(forecast: Forecast, out: LeftOut): Sentence {
  const one = out.items === 1;
  const who = out.register === 1 ? 'The one asset is'
    : `${formatCount(out.items)} of ${formatCount(out.register)} assets ${one ? 'is' : 'are'}`;
  if (out.about === null) return say(`${who} left out of the forecast, and `, strong(one ? 'it has no price to go by' : 'none of them has a price to go by'), '.');
  const years = forecast.years.length;
  const span = years === 1 ? `in ${forecast.years[0]?.label ?? ''}` : `over ${inWords(years)} years`;
  const unpriced = out.unpriced === 0 ? '' : `, not counting ${formatCount(out.unpriced)} without a price`;
  return say(`${who} left out of the forecast, `, strong(`probably ${money(out.about)} ${span}`), `${unpriced}.`);
}

type Margin = { readonly label: string; readonly left: number; readonly high: number };

/** Years with a budget that holds, with what the kit left out would cost in them at the likely most. */
const marginsOf = (forecast: Forecast, out: LeftOut): Margin[] => forecast.years.flatMap((year, index) => {
  const left = forecast.totals.differencePence?.[index];
  const likely = out.byYear[index];
  if (left === undefined || left < 0 || forecast.totals.budgetEntered[index] !== true || likely === undefined) return [];
  return [{ label: year.label, left, high: rangeOf(likely).high }];
});

/** Whether a year could run over for what is left out. Nothing where no budget holds: a year that is over already cannot tip. */
export function tippingSentence(forecast: Forecast, out: LeftOut): Sentence | null {
  const margins = marginsOf(forecast, out).toSorted((a, b) => a.left - b.left);
  const [closest] = margins;
  if (closest === undefined) return null;
  const tipping = margins.filter(({ left, high }) => high > left);
  const [first, ...rest] = tipping;
  if (first === undefined) return say(`The closest year, ${closest.label}, has ${money(closest.left)} left and would still fit.`);
  const has = ({ label, left }: Margin): string => `${label} has ${left === 0 ? 'nothing' : money(left)} left`;
  if (rest.length === 0) return say(`${has(first)}, so it could tip over.`);
  if (rest.length === 1) return say(`${listOf(tipping.toSorted((a, b) => (a.label < b.label ? -1 : 1)).map(has))}, so both could tip over.`);
  return say(`${has(first)}, so it and ${inWords(rest.length)} other years could tip over.`);
}
