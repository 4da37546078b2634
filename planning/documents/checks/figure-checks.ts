import { sumOf } from '../../money.ts';
import { oldPrices, priceAgeWords } from '../../policies/old-prices.ts';
import { leftOutOf } from '../../quality/left-out.ts';
import { itemCount, listOf, inWords, startUpper } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentKind } from '../kinds.ts';
import { plainWords, type DocumentModel } from '../model.ts';
import { leftOutSentence } from '../strategy/left-out.ts';
import type { DocumentCheck } from './check.ts';

/** A workbook, a table or a calendar says what it leaves out beside its rows, if at all. */
const READ_AS_WORDS: ReadonlySet<DocumentKind> = new Set(['strategy', 'summary', 'slides', 'annex', 'changes']);

/** Kit that is in none of the figures for want of a date: whether the document says so, and where. */
export function leftOutCheck({ snapshot, forecast }: DocumentFacts, { kind, sections }: DocumentModel): DocumentCheck {
  const out = leftOutOf(snapshot, forecast);
  if (out.items === 0) return { kind: 'left_out', ok: true, text: 'No kit is left out of the figures', links: [] };
  const said = leftOutSentence(forecast, out).text;
  const where = sections.find(({ blocks }) => blocks.some((block) => block.kind === 'paragraph' && plainWords(block.words).includes(said)));
  const text = `${itemCount(out.items)} ${out.items === 1 ? 'is' : 'are'} left out of the figures`;
  return where === undefined
    ? { kind: 'left_out', ok: false, text: READ_AS_WORDS.has(kind) ? `${text}, and it does not say so` : text, links: [{ text: 'Data quality', page: 'data-quality' }] }
    : { kind: 'left_out', ok: true, text: `${text}, and it says so`, links: [{ text: `“${where.title}”`, section: where.key }] };
}

/** Items that have a date and no price: every total is too low by them. */
export function unpricedCheck({ forecast }: DocumentFacts): DocumentCheck | null {
  const items = sumOf(forecast.noPrice.map(({ quantity }) => quantity));
  if (items === 0) return null;
  return { kind: 'unpriced', ok: false, text: `${startUpper(itemCount(items))} ${items === 1 ? 'has' : 'have'} no price, so the costs are too low by ${items === 1 ? 'it' : 'them'}`, links: [{ text: 'Policies', page: 'policies' }] };
}

/** Prices that were asked for longer ago than the school says. */
export function oldPricesCheck({ snapshot, forecast }: DocumentFacts): DocumentCheck | null {
  const { length } = oldPrices(snapshot, forecast.asOf);
  if (length === 0) return null;
  const one = length === 1;
  return { kind: 'old_prices', ok: false, text: `${startUpper(inWords(length))} price${one ? ' is' : 's are'} more than ${priceAgeWords(snapshot.school.priceAgeMonths)} old`, links: [{ text: 'Policies', page: 'policies' }] };
}

/** Years that nobody has given a budget: nothing can be said of what is left in them. */
export function budgetCheck({ forecast: { years, totals } }: DocumentFacts): DocumentCheck | null {
  const none = years.filter((_, at) => totals.budgetEntered[at] !== true).map(({ label }) => label);
  if (none.length === 0) return null;
  const which = none.length === years.length ? 'any year' : none.length > 3 ? `${inWords(none.length)} of the ${inWords(years.length)} years` : listOf(none);
  return { kind: 'budget', ok: false, text: `No budget has been entered for ${which}`, links: [{ text: 'Budgets', page: 'budgets' }] };
}
