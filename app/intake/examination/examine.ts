import type { ImportOptions } from '../../contract/import-options.ts';
import type { Examination, ImportedRow, ImportReport } from '../../contract/intake-report.ts';
import type { DryRun } from '../dry-run.ts';
import { signatureOf } from '../dry-run.ts';
import { Choices } from '../choices.ts';
import { layOut, type LaidOut } from '../interpret-register.ts';
import type { RawTable } from '../raw-table.ts';
import { Refusal } from '../../refusal.ts';
import { isDeviceName } from '../column-synonyms.ts';
import { counted, rowsInWords } from '../row-notices.ts';
import { widthOf } from '../reader/sheet-choice.ts';
import { cellText } from '../values/cell-text.ts';
import { dateReasonOf } from './cell-problems.ts';
import { columnsLaidOut, examinedColumns } from './examined-columns.ts';
import type { FoundProblem } from './found-problem.ts';
import { openProblems } from './problems.ts';
import { importedRow, rowViews } from './row-views.ts';

const FIRST_ROWS = 40;
const COLUMNS_SHOWN = 60;
const LONGEST_CELL = 80;
const SAMPLE_ROWS = 8;
/** Beyond this a list of refusals is read from the file of refused rows. */
const REFUSED_SENT = 500;

/** The counts and readings of a dry run, without its rows. */
export function reportOf({ table, reading, plan }: DryRun): ImportReport {
  const left = plan.leftAsTheyAre === 0 ? [] : [{
    column: 'Whole file', readAs: `${counted(plan.leftAsTheyAre, 'row differs', 'rows differ')} from the register and stay as they are: only new kit was asked for`,
  }];
  const byName = plan.byDeviceName.length === 0 ? [] : [{
    column: reading.findings.sources.get('description')?.find(({ plain }) => isDeviceName(plain))?.column ?? 'Whole file',
    readAs: `${rowsInWords(plan.byDeviceName)} ${plan.byDeviceName.length === 1 ? 'has' : 'have'} no serial number and ${plan.byDeviceName.length === 1 ? 'was' : 'were'} known by the device name, which is the tag of one item`,
  }];
  return {
    fileName: table.fileName, sheet: table.sheet, headerRow: reading.headerRow, list: reading.list,
    rows: { read: reading.read, new: plan.counts.new, changed: plan.counts.changed, unchanged: plan.counts.unchanged, refused: plan.refused },
    leftOut: reading.leftOut, decisions: [...left, ...byName, ...reading.decisions],
  };
}

type Kept = Pick<Examination, 'lastTime' | 'putBy' | 'cameInBefore'>;
export type Remembered = (signature: string) => Kept;

/** Everything that a person needs to match the columns of a file and to settle its problems. */
export function examinationOf(run: DryRun, remembered: Remembered): Examination {
  const { table, reading } = run;
  const report = reportOf(run);
  const open = openProblems(run);
  const signature = signatureOf(reading.headings, widthOf(table.rows));
  return {
    ...report, rows: { ...report.rows, refused: report.rows.refused.slice(0, REFUSED_SENT) },
    fingerprint: run.fingerprint, signature, stuck: null, ...fileFacts(table),
    firstRows: firstRows(table, reading.headerRow, reading.findings.isPrivate),
    columns: examinedColumns(run),
    problems: open.map(({ rowNumbers, ...problem }) => ({ ...problem, rows: new Set(rowNumbers).size })),
    sample: sampleRows(run, open), dateReason: dateReasonOf(run),
    ...remembered(signature),
  };
}

/** What can be said of a file that cannot come in as it is read now, so that a person can say how it is to be read. */
export function stuckExamination(
  table: RawTable, fingerprint: string, options: ImportOptions, sentence: string, remembered: Remembered,
): Examination {
  const laidOut = layOutIfPossible(table, options);
  const signature = signatureOf(laidOut?.header?.names ?? null, widthOf(table.rows));
  return {
    fileName: table.fileName, sheet: table.sheet, headerRow: laidOut?.header?.row ?? null, list: laidOut?.list ?? 'kit',
    rows: { read: 0, new: 0, changed: 0, unchanged: 0, refused: [] }, leftOut: [], decisions: table.notices,
    fingerprint, signature, stuck: sentence, ...fileFacts(table),
    firstRows: firstRows(table, laidOut?.header?.row ?? null, laidOut?.chosen?.isPrivate ?? new Set()),
    columns: laidOut === null ? [] : columnsLaidOut(laidOut), problems: [], sample: [], dateReason: null,
    ...remembered(signature),
  };
}

function layOutIfPossible(table: RawTable, options: ImportOptions): LaidOut | null {
  try {
    return layOut(table, new Choices(options));
  } catch (fault) {
    if (fault instanceof Refusal) return null;
    throw fault;
  }
}

const fileFacts = ({ sheets, text, rows }: RawTable): Pick<Examination, 'sheets' | 'text' | 'lastRow'> =>
  ({ sheets, text, lastRow: rows.at(-1)?.row ?? null });

/** The rows at the top of the file, as they stand in it. Below the headings, private cells are only dots. */
function firstRows({ rows }: RawTable, headerRow: number | null, isPrivate: ReadonlySet<number>): Examination['firstRows'] {
  return rows.slice(0, FIRST_ROWS).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, COLUMNS_SHOWN).map((cell, index) => {
      const text = cellText(cell);
      return isPrivate.has(index) && row > (headerRow ?? 0) && text !== '' ? '•••' : text.slice(0, LONGEST_CELL);
    }),
  }));
}

/** The first rows that change or are new, and the first row of each problem: in the order of the file. */
function sampleRows(run: DryRun, problems: readonly FoundProblem[]): readonly ImportedRow[] {
  const views = rowViews(run);
  const wanted = new Set<number>();
  for (const { rowNumbers } of problems) if (wanted.size < SAMPLE_ROWS - 2 && rowNumbers[0] !== undefined) wanted.add(rowNumbers[0]);
  for (const outcome of ['changed', 'new', 'unchanged'] as const) {
    for (const { row } of views.filter((view) => view.outcome === outcome).slice(0, SAMPLE_ROWS)) if (wanted.size < SAMPLE_ROWS) wanted.add(row);
  }
  const seen = new Set<number>();
  return views.filter(({ row, outcome }) => {
    if (!wanted.has(row) || seen.has(row) || outcome === 'refused') return false;
    seen.add(row);
    return true;
  }).map((view) => importedRow(run, view));
}
