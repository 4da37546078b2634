import { calendarYearOf } from '../calendar.ts';
import type { PolicyRow, PolicyTable } from '../policies/rows.ts';
import type { Forecast } from '../result.ts';
import type { PlanChange } from '../scenarios/change.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { whatIfSubject } from '../whatif.ts';
import { formatCount } from '../money.ts';
import { inWords, listOf, spanOf } from '../words.ts';
import { followedBy, money, say, strong, type Sentence } from './say.ts';

/** Kinds that are replaced by age: the others wait for cover, support or a failure. */
const lifeBinds = ({ policy }: PolicyRow): boolean => policy.binding.includes('policy_life');

/** `4 to 8 years`, `4 years`; months where a life is not whole years. */
function spans(lives: readonly number[]): string {
  const [least, most] = [Math.min(...lives), Math.max(...lives)];
  if (least === most) return spanOf(least);
  return least % 12 === 0 && most % 12 === 0 ? `${formatCount(least / 12)} to ${formatCount(most / 12)} years` : `${spanOf(least)} to ${spanOf(most)}`;
}

/** What the page of policies opens with: how long kit is kept, and how much of that the school has settled itself. */
export function policiesSentence({ rows }: PolicyTable): Sentence {
  if (rows.length === 0) return say('There is no kit in the register yet, so no policy holds for anything.');
  const own = rows.flatMap((row) => [row, ...row.children]);
  const lives = own.filter(lifeBinds).map(({ policy }) => policy.lifeMonths);
  const kept = lives.length === 0 ? say('No kit is replaced by its age.') : say('Kit is kept ', strong(spans(lives)), '.');
  const usual = rows.filter(({ policy }) => policy.shipped).length;
  const one = rows.length === 1;
  if (usual === 0) return followedBy(kept, say(one ? 'Its life is the school’s own.' : 'Every life is the school’s own.'));
  if (usual === rows.length) return followedBy(kept, say(strong(one ? 'The one kind follows the usual life' : `All ${formatCount(rows.length)} kinds follow the usual lives`), ', none of them the school’s own yet.'));
  return followedBy(kept, say(
    strong(`${formatCount(usual)} of ${formatCount(rows.length)} kinds`), ` still ${usual === 1 ? 'follows' : 'follow'} the usual lives, not yet the school’s own.`,
  ));
}

type Year = { readonly label: string; readonly was: Pence; readonly is: Pence };

/** Years with a budget before and after: what is left, minus when over. */
const budgetedYears = (before: Forecast, after: Forecast): readonly Year[] => after.years.flatMap(({ label }, index): Year[] => {
  const [was, is] = [before.totals.differencePence?.[index], after.totals.differencePence?.[index]];
  const entered = before.totals.budgetEntered[index] === true && after.totals.budgetEntered[index] === true;
  return was === undefined || is === undefined || !entered ? [] : [{ label, was, is }];
});

/**
 * What the edit does to the years with a budget: years put over, years that were over and get worse or better, or are
 * over no more. Nothing where no such year is over before or after.
 */
function yearsEffect(years: readonly Year[]): readonly string[] {
  const over = (of: (year: Year) => boolean, words: (year: Year) => string): string[] => years.filter(of).map(words);
  const instead = ({ label, is, was }: Year): string => `${label} ${money(is)} over instead of ${money(was)}`;
  const [put, worse, better, cleared] = [
    over(({ was, is }) => was >= 0 && is < 0, ({ label, is }) => `${label} ${money(is)}`),
    over(({ was, is }) => was < 0 && is < was, instead),
    over(({ was, is }) => was < 0 && is < 0 && is > was, instead),
    over(({ was, is }) => was < 0 && is >= 0, ({ label }) => label),
  ];
  return [
    put.length === 0 ? '' : `puts ${listOf(put)} over`,
    worse.length === 0 ? '' : `leaves ${listOf(worse)}`,
    better.length === 0 ? '' : `brings ${listOf(better)}`,
    cleared.length === 0 ? '' : `takes ${listOf(cleared)} back within budget`,
  ].filter((part) => part !== '');
}

/** How near the tightest year comes to its budget, where all fit. */
function tightest(after: Forecast, years: readonly Year[]): string {
  if (years.length === 0) return '';
  const every = years.length === after.years.length;
  const [least] = [...years].sort((a, b) => a.is - b.is);
  if (least === undefined) return '';
  if (years.length === 1) return `; ${least.label} has ${money(least.is)} left`;
  return `; every year ${every ? '' : 'with a budget '}fits, ${least.label} with ${money(least.is)} left the least`;
}

/**
 * What an edit does: "Keeping pupil laptops for 5 years saves £10,890 by 2031 but puts 2029/30 £20,761 over." Each
 * year is looked at by itself: a sum that fits says nothing of the year with the smallest margin.
 */
export function policyEffectSentence(saved: PlanSnapshot, changes: readonly PlanChange[], before: Forecast, after: Forecast): Sentence {
  const { text, plural } = whatIfSubject(saved, changes);
  const sum = (forecast: Forecast): Pence => forecast.totals.plannedPence.reduce((total, pence) => total + pence, 0);
  const change = sum(after) - sum(before);
  const last = after.years[after.years.length - 1];
  const by = last === undefined ? '' : ` by ${calendarYearOf(last.firstMonth + 11)}`;
  const verb = (one: string, several: string): string => (plural ? several : one);
  const moved = after.totals.plannedPence.some((pence, index) => pence !== before.totals.plannedPence[index]);
  const years = budgetedYears(before, after);
  const effects = yearsEffect(years).map((effect) => (plural ? effect.replace(/^(\w+)s\b/, '$1') : effect));
  if (!moved) {
    const span = after.years.length === 1 ? 'the year shown' : `these ${inWords(after.years.length)} years`;
    return say(`${text} `, strong(`${verb('changes', 'change')} no cost`), ` in ${span}.`);
  }
  const cost = change === 0 ? `${verb('moves', 'move')} costs between years` : change < 0
    ? `${verb('saves', 'save')} ${money(change)}${by}` : `${verb('costs', 'cost')} ${money(change)} more${by}`;
  if (effects.length === 0) {
    const stillOver = years.some(({ is }) => is < 0);
    return say(`${text} `, strong(cost), stillOver ? ' and changes no year that is over its budget.' : `${tightest(after, years)}.`);
  }
  const bad = effects.some((effect) => /^(puts?|leaves?) /.test(effect));
  const joins = (change < 0 && bad) || (change > 0 && !bad) ? ' but ' : ' and ';
  const [first = '', ...others] = effects;
  const more = others.length === 0 ? '' : `, and ${listOf(others)}`;
  return say(`${text} `, strong(cost), `${joins}${first}${more}.`);
}
