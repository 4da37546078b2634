import { roundSentence } from '../../analysis/conversations/sentence.ts';
import { personName } from '../../analysis/people-words.ts';
import { schoolYearOf } from '../../analysis/school-year.ts';
import { groupsSentence } from '../../analysis/groups/uptake.ts';
import { formatDate } from '../../calendar.ts';
import { startUpper } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, paragraph, type DocumentBlock } from '../model.ts';
import { documentTable, firstOf, moreNote, tableRow, wordsColumn } from '../tables.ts';

/** What was said most lately; the rest is in the notes of the conversations. */
const MOST_NOTES = { governors: 6, leadership: 12, technical: 12 } as const;

/** Whom the school has asked what they need, and what they said. */
export function voiceBlocks({ snapshot, forecast: { asOf }, settings: { reader } }: DocumentFacts): DocumentBlock[] {
  const { analysis, departments } = snapshot;
  const year = schoolYearOf(asOf);
  const held = analysis.conversations.filter(({ heldOn }) => heldOn <= asOf && schoolYearOf(heldOn) === year).toReversed();
  const notes = held.flatMap((talk) => talk.notes.filter(({ direction }) => direction === 'need').map(({ text }) => ({ talk, text })));
  const { shown, more } = firstOf(notes, MOST_NOTES[reader]);
  return [
    heading('What people said'),
    paragraph(...roundSentence(snapshot, year, asOf).parts),
    ...(shown.length === 0 ? [] : [documentTable('What people said that they need, this school year',
      [wordsColumn('Who', 2), wordsColumn('When', 1.2), wordsColumn('What they said', 5)],
      shown.map(({ talk, text }) => tableRow('body', startUpper(personName(talk, departments)), formatDate(talk.heldOn), text)),
      moreNote(more, 'note of this year', 'notes of this year'))]),
    ...(analysis.groups.length === 0 ? [] : [paragraph(...groupsSentence(analysis.groups).parts)]),
  ];
}
