import { formatLongDate, formatMonth } from '../calendar.ts';
import { sumOf } from '../money.ts';
import { followedBy, money, say, strong, type Sentence } from '../sentences/say.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { inWords, itemCount, listOf, startUpper } from '../words.ts';
import type { PeriodBudget, ShownPeriod } from './period-budget.ts';
import { becomes } from './profile.ts';

const KINDS = { entered: 'own years', accounts: 'own years', april: 'April years', september: 'September years' } as const;

/**
 * The sentence over a budget in other periods: what they come to, which are over their share of the budget, what
 * changes the years, how much of the first and the last the plan holds. Made from the figures on screen alone.
 */
export function periodSentence(snapshot: PlanSnapshot, budget: PeriodBudget): Sentence {
  const { matrix: { total, view, entered, unpriced } } = budget;
  const what = `${view.vat === 'gross' ? 'With VAT, ' : ''}${view.nature === 'all' ? 'the plan' : `${view.nature} spending`} by ${KINDS[budget.calendar]} comes to `;
  const all = say(what, strong(money(sumOf(total.map(({ forecast }) => forecast)))), ` in all, as much as by the years in which budgets are entered.`);
  const claims = [
    entered.includes(true) ? oversOf(budget) : say('No budget has been entered yet, so nothing can be over or under.'),
    budget.calendar === 'accounts' ? changeOf(snapshot, budget.periods) : partsOf(budget.periods),
    unpriced === 0 ? null : say(`${itemCount(unpriced)} without a price ${unpriced === 1 ? 'is' : 'are'} not in these figures.`),
  ];
  return claims.reduce(followedBy, all);
}

function oversOf({ periods, matrix: { total } }: PeriodBudget): Sentence | null {
  const known = total.flatMap(({ left }, at) => (left === null ? [] : [{ label: periods[at]?.label ?? '', left }]));
  if (known.length === 0) return null;
  const overs = known.filter(({ left }) => left < 0).toSorted((a, b) => a.left - b.left);
  const [worst] = overs;
  if (worst === undefined) return say(known.length === 1 ? `${known[0]?.label ?? ''} fits its share of the budget.` : `All ${inWords(known.length)} that have a budget fit their share of it.`);
  const most = [strong(`${worst.label} is ${money(worst.left)} over`), ' its share of the budget'] as const;
  if (overs.length === 1) return say(...most, '.');
  return say(`${startUpper(inWords(overs.length))} are over; the most, `, ...most, '.');
}

/** `What is shorter than a year: Apr 2027 to Aug 2027 (5 months).` */
function changeOf({ finance: { profile: { conversion } } }: PlanSnapshot, periods: readonly ShownPeriod[]): Sentence | null {
  if (conversion === null) return null;
  const short = periods.filter(({ months }) => months < 12).map(({ label, months }) => `${label}${months === 1 ? '' : ` (${months} months)`}`);
  return say(`The school becomes ${becomes(conversion.type)} on ${formatLongDate(conversion.on)}. Shorter than a year: ${listOf(short)}.`);
}

/** `The plan holds 2025/26 from Apr 2026 and 2030/31 to Mar 2031.` */
function partsOf(periods: readonly ShownPeriod[]): Sentence | null {
  const parts = periods.flatMap(({ label, part, firstMonth, months }) =>
    (part === null ? [] : [`${label} ${part.startsWith('part: from') ? `from ${formatMonth(firstMonth)}` : `to ${formatMonth(firstMonth + months - 1)}`}`]));
  return parts.length === 0 ? null : say(`The plan holds ${listOf(parts)}.`);
}
