import { inWords, startUpper } from '../../words.ts';
import { formatLongDate } from '../../calendar.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, paragraph, plainWords } from '../model.ts';
import { decisionsBox, decisionsWanted } from '../strategy/decisions-wanted.ts';
import { risksInShort } from '../strategy/risks.ts';

/** What is asked of the meeting, and what happens if nothing is done. */
export function asksSlide(facts: DocumentFacts): DraftSection {
  const items = decisionsWanted(facts, 'together');
  const risks = risksInShort(facts);
  const { heldFor, heldOn } = facts.settings;
  return {
    key: 'decisions', title: items.length === 0 ? 'Nothing has to be decided now.' : `${startUpper(inWords(items.length))} decision${items.length === 1 ? ' is' : 's are'} wanted.`,
    blocks: [
      ...(items.length === 0 ? [paragraph('Nothing in this plan waits for a decision.')] : decisionsBox(items)),
      heading('If we do not'), { kind: 'list', ordered: false, items: risks },
    ],
    notes: [
      ...(heldFor === null && heldOn === null ? [] : [`This is asked ${[...(heldFor === null ? [] : [`of ${heldFor}`]), ...(heldOn === null ? [] : [`on ${formatLongDate(heldOn)}`])].join(' ')}.`]),
      ...items.map(plainWords), ...risks.map(plainWords),
    ],
  };
}
