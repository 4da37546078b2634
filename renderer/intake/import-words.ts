import type { Examination, ImportReport } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import type { SentencePart } from '../parts/page-head.tsx';

export const STEPS = ['Choose a file', 'Read it', 'Match the columns', 'Check every row', 'Bring it in'] as const;

const rows = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
const things = (count: number): string => (count === 1 ? 'one thing is' : `${formatCount(count)} things are`);

type Counts = Pick<ImportReport['rows'], 'read' | 'new' | 'changed' | 'unchanged'>;

/** Rows that cannot come in: those read and not otherwise counted. */
export const refusedCount = ({ read, new: added, changed, unchanged }: Counts): number => read - added - changed - unchanged;

/** "11 new, 1,018 changed, 34 the same, 2 left out": always all rows read; parts that are none are left out. */
export function countWords(counts: Counts): string {
  const parts = [[counts.new, 'new'], [counts.changed, 'changed'], [counts.unchanged, 'the same'], [refusedCount(counts), 'left out']] as const;
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`).join(', ') || 'no rows';
}

/** Refused rows that may be kit: a total and the headings again are none. */
export const lostRows = (refused: ImportReport['rows']['refused']): number =>
  refused.filter(({ reason }) => reason !== 'it is a totals row' && reason !== 'it repeats the header').length;

const NOTHING_YET = 'Nothing changes until step 5. A backup is made first, and the whole import can be undone.';

/** The opening sentence of each step before the rows come in: what was found, and that nothing has happened yet. */
export function stepSentence(step: number, found: Examination | undefined): readonly SentencePart[] {
  if (found === undefined || step === 0) return [{ text: NOTHING_YET }];
  if (found.stuck !== null) return [{ text: 'This file cannot come in as it is read now', strong: true }, { text: ': say below how it is to be read. Nothing has changed.' }];
  if (step === 1) return readSentence(found);
  if (step === 2) return matchSentence(found);
  return rowsSentence(found, step === 4);
}

function readSentence({ sheet, sheets, headerRow, rows: { read } }: Examination): readonly SentencePart[] {
  const where = sheet === null ? '' : sheets.length > 1 ? ` on the sheet “${sheet}”, one of ${sheets.length},` : ` on the sheet “${sheet}”`;
  const headings = headerRow === null ? 'without headings' : `under headings in row ${formatCount(headerRow)}`;
  return [{ text: rows(read), strong: true }, { text: ` were found${where} ${headings}. If that is not the list, say so here.`.replace(/^ were/, read === 1 ? ' was' : ' were') }];
}

function matchSentence({ columns, problems }: Examination): readonly SentencePart[] {
  const matched = columns.filter(({ goesTo }) => goesTo !== null).length;
  const settle = problems.length === 0 ? 'nothing is left to settle' : `${things(problems.length)} left to settle`;
  return [{ text: `${formatCount(matched)} of ${formatCount(columns.length)} columns`, strong: true }, { text: ` come in, and ${settle}. ` }, { text: 'Nothing changes until step 5.' }];
}

function rowsSentence({ rows: counts }: Examination, last: boolean): readonly SentencePart[] {
  const coming = counts.new + counts.changed;
  if (coming === 0) {
    const why = counts.unchanged === 0 ? 'none of them can come in' : refusedCount(counts) === 0 ? 'the register already says the same' : 'those that can come in are already there';
    return [{ text: `${rows(counts.read)} read, and ` }, { text: 'nothing would change', strong: true }, { text: `: ${why}.` }];
  }
  return [
    { text: `${rows(counts.read)} read: ` }, { text: countWords(counts), strong: true },
    { text: last ? '. A backup is made first, and the whole import can be undone.' : '. Nothing changes until step 5.' },
  ];
}

/** What has happened, once the rows are in. */
export function doneSentence(counts: Counts, undone: boolean): readonly SentencePart[] {
  if (undone) return [{ text: 'The import was taken back', strong: true }, { text: ': the plan is as it was before it.' }];
  if (counts.new + counts.changed === 0) return [{ text: 'Nothing was changed', strong: true }, { text: ': the register already says the same.' }];
  return [{ text: `${rows(counts.new + counts.changed)} came in`, strong: true }, { text: `: ${countWords(counts)}.` }];
}

/** "Sheet “Inventory”, headings in row 1, 1,063 rows." */
export function fileWords({ sheet, headerRow, rows: { read } }: Pick<ImportReport, 'sheet' | 'headerRow' | 'rows'>): string {
  const parts = [
    sheet === null ? null : `sheet “${sheet}”`, headerRow === null ? 'no headings' : `headings in row ${formatCount(headerRow)}`, rows(read),
  ].filter((part) => part !== null).join(', ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

/** Totals and repeated headings are left out and worth a word: "Row 1,065 is a total and is left out." */
export function totalsWords({ rows: { refused } }: Pick<ImportReport, 'rows'>): string {
  const totals = refused.filter(({ reason }) => reason === 'it is a totals row').map(({ row }) => formatCount(row));
  if (totals.length === 0) return '';
  return totals.length === 1 ? ` Row ${totals[0] ?? ''} is a total and is left out.` : ` ${formatCount(totals.length)} rows of totals are left out.`;
}

/** "2 problems, 3 questions". */
export function settleWords(problems: Examination['problems']): string {
  const over = problems.filter(({ tone }) => tone === 'over').length;
  const asks = problems.length - over;
  const parts = [over === 0 ? '' : `${over} ${over === 1 ? 'problem' : 'problems'}`, asks === 0 ? '' : `${asks} ${asks === 1 ? 'question' : 'questions'}`];
  return parts.filter(Boolean).join(', ');
}
