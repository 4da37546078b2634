import { whole } from '../../analysis/annex/annex-words.ts';
import { answersOf, ANSWER_STANDING_WORDS, byStandard, countsOf, type Answered, type StandardResult } from '../../analysis/standards/answers.ts';
import { roadAhead, type Road, type RoadRow } from '../../analysis/standards/road.ts';
import { closingWords, roadNote } from '../../analysis/standards/road-words.ts';
import { roadSentence, sourceSentence, standardsSentence } from '../../analysis/standards/sentences.ts';
import { startLower, startUpper } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, note, paragraph, words, type DocumentBlock, type DocumentTable, type Words } from '../model.ts';
import { countCell, documentTable, figureColumn, firstOf, moreNote, NOTHING, tableRow, wordsColumn } from '../tables.ts';

const MOST_STANDARDS = 20;
const MOST_GAPS = 8;

/** How the school stands to the DfE's standards, the core ones one by one, and what becomes of the gaps. */
export function standardBlocks({ snapshot, forecast, records }: DocumentFacts): DocumentBlock[] {
  const answers = answersOf(snapshot, forecast, records);
  const title = heading('The DfE’s standards for technology in schools');
  if (answers.length === 0) return [title, paragraph('The standards have not been looked at yet.')];
  const road = roadAhead(snapshot, forecast, records);
  const gaps = firstOf(road.gaps, MOST_GAPS);
  return [
    title,
    paragraph(...standardsSentence(answers).parts),
    standardsTable(byStandard(answers)),
    ...(road.rows.length === 0 ? [] : [paragraph(...roadSentence(road).parts)]),
    ...(gaps.shown.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: gaps.shown.map((row) => gapWords(row, road.years)) }]),
    ...(gaps.more === 0 ? [] : [note(moreNote(gaps.more, 'gap', 'gaps') ?? '')]),
    note(`${road.rows.length === 0 ? '' : `${roadNote(road)} `}${sourceSentence(answers)}`),
  ];
}

/** What some requirements ask, each with its answer and what the school says of it: `Met. Everybody is trained. The school says: “September training”.` */
export const askedAndAnswered = (answers: readonly Answered[]): Words[] => answers.filter(({ standing }) => standing !== 'na').map(({ requirement, standing, by }) => words(
  { text: `${ANSWER_STANDING_WORDS[standing]}. `, strong: true }, whole(requirement.requirement),
  by === 'person' && requirement.evidence !== null ? ` The school says: “${requirement.evidence.replace(/[.\s]+$/u, '')}”.` : '',
));

/** `Cyber security, partly met. Asked: …. Nothing is planned or asked for yet.` */
const gapWords = ({ answered, ...row }: RoadRow, years: Road['years']): Words => words(
  { text: `${answered.requirement.standard}, ${startLower(ANSWER_STANDING_WORDS[answered.standing])}.`, strong: true },
  ` Asked: ${startLower(whole(answered.requirement.requirement))} ${closingWords({ answered, ...row }, years)}`,
);

function standardsTable(results: readonly StandardResult[]): DocumentTable {
  const { shown, more } = firstOf(results, MOST_STANDARDS);
  const cells = (counts: StandardResult['counts']) => [countCell(counts.meets), countCell(counts.partly), countCell(counts.not), countCell(counts.unknown)];
  return documentTable('How the school stands to each standard, in all its requirements, core or not',
    [wordsColumn('Standard', 3), wordsColumn('To be met', 1.4), figureColumn('Met'), figureColumn('Partly met', 1.2), figureColumn('Not met'), figureColumn('Not known', 1.2)],
    [
      ...shown.map(({ name, target, counts }) => tableRow('body', name, target === null ? NOTHING : /^\d{4}$/u.test(target) ? `By ${target}` : startUpper(target), ...cells(counts))),
      tableRow('grand', 'All standards', '', ...cells(countsOf(results.flatMap(({ answered }) => answered)))),
    ],
    moreNote(more, 'standard', 'standards'));
}
