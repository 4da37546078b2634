import { answersOf, ANSWER_STANDING_WORDS, byStandard, type Answered } from '../../analysis/standards/answers.ts';
import { roadAhead, type Road } from '../../analysis/standards/road.ts';
import { answerWords, closingWords, reviewWords, roadNote } from '../../analysis/standards/road-words.ts';
import { sourceSentence, standardsSentence } from '../../analysis/standards/sentences.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { note, paragraph, type DocumentBlock } from '../model.ts';
import { documentTable, firstOf, groupRow, moreNote, NOTHING, tableRow, wordsColumn } from '../tables.ts';

/** A set has some sixty requirements; a school's own could have any number. */
const MOST_REQUIREMENTS = 150;

/** Every requirement of the standards with its answer, what that rests on, and what closes the gap: long, and left out until asked for. */
export function standardsAnnex({ snapshot, forecast, records }: DocumentFacts): DraftSection {
  const answers = answersOf(snapshot, forecast, records);
  const blocks: DocumentBlock[] = answers.length === 0 ? [paragraph('The standards have not been looked at yet.')]
    : [paragraph(...standardsSentence(answers).parts), ...requirementsTable(answers, roadAhead(snapshot, forecast, records)), note(sourceSentence(answers))];
  return { key: 'standards', title: 'DfE standards, in full', annex: true, landscape: true, optional: true, blocks };
}

function requirementsTable(answers: readonly Answered[], road: Road): DocumentBlock[] {
  const gaps = new Map(road.gaps.map((row) => [row.answered.requirement.id, row]));
  const all = byStandard(answers).flatMap(({ name, answered }) => answered.map((each) => ({ name, each })));
  const { shown, more } = firstOf(all, MOST_REQUIREMENTS);
  const rows = shown.flatMap(({ name, each }, at) => {
    const gap = gaps.get(each.requirement.id);
    return [
      ...(shown[at - 1]?.name === name ? [] : [groupRow(name)]),
      tableRow('body', each.requirement.requirement, { text: ANSWER_STANDING_WORDS[each.standing], strong: each.standing === 'not' }, answerWords(each),
        gap === undefined ? NOTHING : closingWords(gap, road.years), each.requirement.ownerRole ?? NOTHING, reviewWords(each) ?? NOTHING),
    ];
  });
  return [
    documentTable('The standards, requirement by requirement', [
      wordsColumn('What is asked', 4), wordsColumn('How it stands', 1.3), wordsColumn('What that rests on', 3.4), wordsColumn('What closes the gap', 3), wordsColumn('Who answers', 1.4), wordsColumn('Next review', 1.3),
    ], rows, moreNote(more, 'requirement', 'requirements')),
    note(roadNote(road)),
  ];
}
