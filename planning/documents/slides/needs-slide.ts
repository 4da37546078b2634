import { coverage, type Coverage } from '../../analysis/coverage/coverage.ts';
import { coverageFinding, coverageLead, coverageSentence } from '../../analysis/coverage/sentence.ts';
import { needRef, objectiveTitle } from '../../analysis/needs/refs.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { reasonWords, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { paragraph, type DocumentTable } from '../model.ts';
import { costCell, standsWords } from '../strategy/needs.ts';
import { documentTable, figureColumn, firstOf, moreNote, NOTHING, tableRow, wordsColumn } from '../tables.ts';

/** Needs that a slide has room for. */
const MOST_NEEDS = 6;
const MOST_SERVED = 2;

/** What people need and what it serves; what a person must look at first is said under it. */
export function needsSlide({ snapshot, forecast }: DocumentFacts): DraftSection {
  const found = coverage(snapshot, forecast, forecast.asOf);
  const counted = found.plan !== null && found.columns.length > 0;
  // The title has said how many objectives have what they need: under it stands what is to be looked at, once.
  const underTitle = counted ? coverageFinding(found) : coverageSentence(found);
  return {
    key: 'needs', title: counted ? `${coverageLead(found.columns)}.` : 'What people need ICT for',
    blocks: [...(found.rows.length === 0 ? [] : [needsTable(found, forecast.asOf)]), ...(underTitle === null ? [] : [paragraph(...underTitle.parts)])],
    notes: found.rows.length === 0 ? [coverageSentence(found).text] : firstOf(found.rows, MOST_NEEDS).shown.map(({ need }) => `${need.name} (${needRef(need.number)}): ${startUpper(reasonWords(need.statement))}.`),
  };
}

function needsTable({ rows, columns }: Coverage, asOf: IsoDate): DocumentTable {
  const { shown, more } = firstOf(rows, MOST_NEEDS);
  const serves = ({ cells }: Coverage['rows'][number]): string => {
    const names = columns.filter((_, at) => (cells[at] ?? null) !== null).map(({ objective }) => objectiveTitle(objective));
    const rest = names.length - MOST_SERVED;
    return names.length === 0 ? NOTHING : `${names.slice(0, MOST_SERVED).join('; ')}${rest > 0 ? `; ${rest} more` : ''}`;
  };
  return documentTable('What people need',
    [wordsColumn('Need', 3), wordsColumn('What it serves', 4), wordsColumn('How it stands', 2.4), figureColumn('Cost, £', 1.2)],
    shown.map((row) => tableRow('body', row.need.name, serves(row), standsWords(row, asOf), costCell(row))), moreNote(more, 'need', 'needs'));
}
