import type { PlanSnapshot } from '../../snapshot.ts';
import { inWords, startUpper } from '../../words.ts';
import { strangeTo, termsIn, textsOf, WORDS_USED, type Term } from '../glossary.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentReader } from '../kinds.ts';
import type { DocumentModel } from '../model.ts';
import type { CheckLink, DocumentCheck } from './check.ts';

const READERS: Readonly<Record<DocumentReader, string>> = { governors: 'governors', leadership: 'the leadership team', technical: 'the network manager' };

/** As many words as are named; the others are counted. */
const MOST_NAMED = 6;

/** Said by every title of every document: whoever reads it knows it by then. */
const IN_EVERY_TITLE = 'ICT';

/** Capitals that stand for something and that everybody in a school reads as a word. */
const EVERYDAY: ReadonlySet<string> = new Set('A AGM AM CD CV DIY DT DVD EU FAQ GB GCSE GP HR ICT ID II III IT IV MP OK PC PE PM PS QR RE TV UK URN USB VAT VI'.split(' '));

/** Letters that stand for something, and are no part of a number such as HC-ST-01 or D-27. */
const CAPITALS = /(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}-]))/gu;

/** Capitals that the school has in the names of its own places, departments and funds. */
const ownCapitals = ({ school, departments, locations, funds, yearGroups }: PlanSnapshot): ReadonlySet<string> =>
  new Set([school, ...departments, ...locations, ...funds, ...yearGroups].flatMap(({ name }) => name.match(/\p{Lu}{2,}/gu) ?? []));

/** The leadership team knows the words of school money; governors may not. */
const isStrange = (reader: DocumentReader, term: Term): boolean => term.name !== IN_EVERY_TITLE && strangeTo(reader, term) && (reader === 'governors' || term.technical);

/**
 * Words that its readers may not know and that nothing in the document explains, each with the section in which it first
 * stands: those that are known to be strange, and capitals of which nobody has said what they stand for.
 */
export function wordsCheck({ settings: { reader }, snapshot }: DocumentFacts, { sections }: DocumentModel): DocumentCheck {
  const explains = sections.some(({ key }) => key === WORDS_USED);
  const own = ownCapitals(snapshot);
  const found = new Map<Term | string, CheckLink>();
  const note = (what: Term | string, text: string, section: string): void => {
    if (!found.has(what)) found.set(what, { text, section });
  };
  for (const { key, title, blocks } of sections) {
    if (key === WORDS_USED) continue;
    const text = [title, ...blocks.flatMap(textsOf)].join('\n');
    const terms = termsIn(text);
    if (!explains) for (const { term, as } of terms) if (isStrange(reader, term)) note(term, as, key);
    const known = new Set(terms.flatMap(({ term: { forms } }) => forms));
    // The network manager's letters are the network manager's own.
    for (const [letters] of reader === 'technical' ? [] : text.matchAll(CAPITALS)) if (!EVERYDAY.has(letters) && !own.has(letters) && ![...known].some((form) => form.includes(letters))) note(letters, letters, key);
  }
  const links = [...found.values()];
  if (links.length === 0) return { kind: 'words', ok: true, text: `Every word is known to ${READERS[reader]}, or explained`, links };
  const count = `${startUpper(inWords(links.length))} word${links.length === 1 ? '' : 's'}`;
  return { kind: 'words', ok: false, text: `${count} ${READERS[reader]} may not know`, links: links.slice(0, MOST_NAMED) };
}
