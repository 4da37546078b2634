import { inWords, startUpper } from '../../words.ts';
import { strangeTo, termsIn, textsOf, WORDS_USED, type Term } from '../glossary.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentReader } from '../kinds.ts';
import type { DocumentModel } from '../model.ts';
import type { CheckLink, DocumentCheck } from './check.ts';

const READERS: Readonly<Record<DocumentReader, string>> = { governors: 'governors', leadership: 'the leadership team', technical: 'the network manager' };

/** As many words as are named; the others are counted. */
const MOST_NAMED = 6;

/**
 * Words that its readers may not know and that the document does not explain, each with the section in which it first
 * stands. One that its last part explains is known by then.
 */
export function wordsCheck({ settings: { reader } }: DocumentFacts, { sections }: DocumentModel): DocumentCheck {
  const explains = sections.some(({ key }) => key === WORDS_USED);
  const found = new Map<Term, CheckLink>();
  for (const { key, title, blocks } of sections) {
    if (key === WORDS_USED) continue;
    for (const { term, as } of termsIn([title, ...blocks.flatMap(textsOf)].join('\n'))) {
      // For governors a technical word is one too many even where it is explained: another word will do.
      const unknown = strangeTo(reader, term) && (!explains || (reader === 'governors' && term.technical));
      if (unknown && !found.has(term)) found.set(term, { text: as, section: key });
    }
  }
  const links = [...found.values()];
  if (links.length === 0) return { kind: 'words', ok: true, text: `Every word is known to ${READERS[reader]}, or explained`, links };
  const count = `${startUpper(inWords(links.length))} word${links.length === 1 ? '' : 's'}`;
  return { kind: 'words', ok: false, text: `${count} ${READERS[reader]} may not know`, links: links.slice(0, MOST_NAMED) };
}
