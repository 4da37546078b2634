import { fundInSentence, fundName, usualFund } from '../budget/fund.ts';
import { schemeOn } from '../budget/codes.ts';
import { capitalRuleOf } from '../budget/capital.ts';
import { formatLongDate } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { formatExact, formatPounds } from '../money.ts';
import { followedBy, money, say, strong, type Sentence, type SentencePart } from '../sentences/say.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { itemCount, listOf, rowName, spanOf, startUpper } from '../words.ts';
import type { BookBy, BookGroup, Books, BookView } from './book.ts';
import type { OutOfBooks } from './entries.ts';

/** Why kit is not in the books, after its number: "12 items have no price". */
export const OUT_OF_BOOKS_WORDS: Readonly<Record<OutOfBooks, readonly [one: string, several: string]>> = {
  no_price: ['has no price', 'have no price'],
  no_date: ['has no purchase date', 'have no purchase date'],
  below: ['is below the capital threshold', 'are below the capital threshold'],
  revenue: ['was bought as revenue', 'were bought as revenue'],
  never_capital: ['is software or support, which is never capital here', 'are software or support, which are never capital here'],
  leased: ['is leased and not the school’s own', 'are leased and not the school’s own'],
  left_undated: ['left on a day that nobody wrote down', 'left on days that nobody wrote down'],
  unusable: ['has a quantity or price that no sum can use', 'have a quantity or price that no sum can use'],
};

/** "12 items have no price". */
export const leftOutWords = (reason: OutOfBooks, quantity: number): string => `${itemCount(quantity)} ${OUT_OF_BOOKS_WORDS[reason][quantity === 1 ? 0 : 1]}`;

/** What a line of the books is called. */
export function bookGroupName({ funds, categories }: Pick<PlanSnapshot, 'funds' | 'categories'>, by: BookBy, key: string | null): string {
  if (by === 'kind') return rowName(categoryNamed(categories, key ?? ''), null);
  return key === null ? 'No fund written down' : fundName(funds, key);
}

const MOST_FUNDS = 3;

/** ", £9,400 of it from devolved formula capital": what other funds than the usual one have paid for. */
function fromFunds({ funds }: PlanSnapshot, groups: readonly BookGroup[]): (string | SentencePart)[] {
  const usual = usualFund(funds).key;
  const others = groups.filter(({ key, there }) => key !== null && key !== usual && there.closingPence > 0)
    .toSorted((a, b) => b.there.closingPence - a.there.closingPence).slice(0, MOST_FUNDS);
  const named = (key: string): string => (fundInSentence(funds, key) === 'grant' ? 'a grant' : fundInSentence(funds, key));
  const words = others.map(({ key, there }, at) => `${formatPounds(there.closingPence)}${at === 0 ? ' of it' : ''} from ${named(key ?? '')}`);
  return words.length === 0 ? [] : [`, ${listOf(words)}`];
}

/** What the school's ICT stands at in the books, from which funds, and what is left out. */
export function bookSentence(snapshot: PlanSnapshot, books: Books, view: BookView): Sentence {
  const { total: { there, planned }, asOf } = view;
  return [plannedSentence(books, view, planned.closingPence), missingSentence(view)]
    .reduce((sentence: Sentence, next) => followedBy(sentence, next), headline(snapshot, view, there.closingPence, asOf));
}

function headline(snapshot: PlanSnapshot, { total: { there }, byFund }: BookView, closing: number, asOf: string): Sentence {
  const day = formatLongDate(asOf);
  if (there.costPence === 0) return say(strong(`On ${day} nothing of the school’s ICT is in the books`), '.');
  if (closing === 0) return say(`On ${day} `, strong('all of the school’s ICT is written off'), ` in the books: ${formatPounds(there.costPence)} was paid for what is there.`);
  return say(`On ${day} the school’s ICT `, strong(`stands at ${money(closing)}`), ' in the books', ...fromFunds(snapshot, byFund), '.');
}

function plannedSentence({ today, years }: Books, { asOf }: BookView, pence: number): Sentence | null {
  const last = years.at(-1)?.end ?? today;
  if (asOf <= today) return null;
  const beyond = asOf > last ? ` The plan speaks of purchases up to ${formatLongDate(last)}.` : '';
  if (pence === 0) return beyond === '' ? null : say(beyond.trim());
  const words = pence > 0 ? 'What the plan buys and replaces until then adds ' : 'What the plan buys and replaces until then takes off ';
  return say(words, strong(formatPounds(Math.abs(pence))), `.${beyond}`);
}

function missingSentence({ leftOut }: BookView): Sentence | null {
  const told = leftOut.filter(({ reason }) => reason === 'no_price' || reason === 'no_date' || reason === 'left_undated' || reason === 'unusable');
  return told.length === 0 ? null : say(`Left out and not guessed: ${listOf(told.map(({ reason, quantity }) => leftOutWords(reason, quantity)))}.`);
}

/** Which schools show depreciation in their accounts: a maintained one does not in its budget, an academy does. */
export function accountsWords(snapshot: PlanSnapshot, { asOf, total: { there }, year }: BookView): string {
  return schemeOn(snapshot, asOf) === 'academy'
    ? `An academy charges depreciation in its own accounts: ${formatPounds(there.chargePence)} for ${year.label} up to this day.`
    : 'A maintained school does not show depreciation in its own budget: these figures are for its register and for those who ask what its ICT is worth.';
}

const CONVENTION_WORDS = {
  months: 'the whole month of purchase is charged, and none of the month in which something leaves',
  days: 'the days that something is there are charged',
  years: 'a whole year is charged in the year of purchase, and none in the year in which something leaves',
} as const;

/** How the school writes off, in whole sentences. */
export function conventionWords({ finance }: PlanSnapshot, { counting }: Books): string {
  const { bookLifeMonths } = finance.profile;
  return `Straight line: ${CONVENTION_WORDS[counting.convention]}. Where no policy says otherwise, kit is written off over ${spanOf(bookLifeMonths)}${bookLifeMonths === 36 ? ', the usual convention of schools' : ''}, to nothing. That is its life in the books; how long it is used is another matter.`;
}

/** What decides that something is in the books, by the rule of that year. */
export function ruleWords({ finance }: PlanSnapshot, { withoutRule, year }: BookView): string {
  const rule = capitalRuleOf(finance.capitalRules, year.year);
  const open = withoutRule === 0 ? '' : ` ${startUpper(itemCount(withoutRule))} of years for which the school has set no capital rule ${withoutRule === 1 ? 'is' : 'are'} shown all the same.`;
  if (rule === null) return `The school has set no capital rule for ${year.label}: everything with a price is shown, whatever it cost.`;
  const held = rule.basis === 'item' ? 'the price of one item' : 'what is bought together';
  return `In the books is what a capital fund paid for, and what reaches ${formatExact(rule.thresholdPence)}, held against ${held}.${open}`;
}
