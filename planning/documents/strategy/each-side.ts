import type { ForecastOptions } from '../../context.ts';
import type { ReserveCourse } from '../../budget/reserve.ts';
import { sumOf } from '../../money.ts';
import { differenceEffects } from '../../scenarios/difference-effects.ts';
import { differenceWords } from '../../scenarios/difference-words.ts';
import { noticedByDifference, type Noticed } from '../../scenarios/noticed.ts';
import { money, strong } from '../../sentences/say.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords, listOf, reasonWords, startUpper } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { words, type Words } from '../model.ts';
import { namedFor } from '../names.ts';
import { overYears, yearsWords, type OverYear } from './money-lead.ts';

/** So many are told one by one; the rest stand with their reasons among the assumptions. */
const MOST_TOLD = 8;

/** The days and years that a document's figures are of. */
export const optionsOf = ({ forecast: { asOf, years, yearStartMonth } }: Pick<DocumentFacts, 'forecast'>): ForecastOptions =>
  ({ asOf, years: years.length, yearStartMonth, ...(years[0] !== undefined && { firstYear: years[0].year }) });

/** What each side gives so that the plan can be paid for: what each difference of the way forward means, why, and what it saves. */
export function eachSide(facts: DocumentFacts, reserve: ReserveCourse | null, most = MOST_TOLD): readonly Words[] {
  const given = givenWords(facts);
  const finance = financeWords(facts, reserve);
  const all = finance === null ? given : [...given, finance];
  const rest = all.length - most;
  return rest <= 0 ? all : [...all.slice(0, most - 1), words(`${startUpper(inWords(rest + 1))} more changes are told among the assumptions of the ICT strategy.`)];
}

function givenWords(facts: DocumentFacts): readonly Words[] {
  const { plan, scenario, settings } = facts;
  if (scenario === null) return [];
  const told = namedFor(settings.reader, plan);
  const effects = savedByDifference(facts);
  return noticedByDifference(told, scenario.id, optionsOf(facts)).map((each) => {
    const reason = each.difference.reason === null ? 'No reason was given.' : `${startUpper(reasonWords(each.difference.reason))}.`;
    return words(...tellings(each, optionsOf(facts)), ` ${reason}`, effectWords(effects.get(each.difference.id) ?? 0, facts));
  });
}

/** What people notice; of what nobody notices, such as a price rise, what is assumed. */
function tellings({ told, difference, before }: Noticed, options: ForecastOptions): Words {
  if (told.length > 0) return told.flatMap(({ parts }, at) => (at === 0 ? parts : [{ text: ' ' }, ...parts]));
  const { what, from, to } = differenceWords(before, options, difference.change);
  return [strong('Assumed'), { text: `: ${what}: ${to}${from === null ? '' : `, not ${from}`}.` }];
}

/** What each of the way forward's own differences costs more over all years; less than 0 for what it saves. What is published is not worked out again. */
function savedByDifference(facts: DocumentFacts): ReadonlyMap<number, Pence> {
  const { plan, scenario } = facts;
  if (scenario === null || scenario.published !== null) return new Map();
  return new Map(differenceEffects(plan, scenario, optionsOf(facts)).map(({ difference, years }) => [difference.id, sumOf(years)]));
}

const effectWords = (pence: Pence, { forecast }: DocumentFacts): string =>
  (pence === 0 ? '' : ` That ${pence < 0 ? 'saves' : 'costs'} ${money(pence)} over ${yearsWords(forecast.years.length)}.`);

/** What the reserve gives in the years that run over. */
function financeWords({ forecast }: DocumentFacts, reserve: ReserveCourse | null): Words | null {
  const drawn = drawnFrom(overYears(forecast, reserve));
  return drawn === null ? null : words(strong('Finance'), ` lets the ICT reserve pay ${drawn}.`);
}

/** `£9,720 in 2028/29 and £3,731 in 2029/30`: what the reserve gives in years that run over; null where it gives nothing. */
export function drawnFrom(over: readonly OverYear[]): string | null {
  const drawn = over.flatMap(({ label, reservePence }) => (reservePence === 0 ? [] : [`${money(reservePence)} in ${label}`]));
  return drawn.length === 0 ? null : listOf(drawn);
}
