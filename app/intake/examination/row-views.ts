import type { ImportedRow } from '../../contract/intake-report.ts';
import type { DryRun } from '../dry-run.ts';
import { FIELD_WORDS } from '../field-words.ts';
import type { CellChange } from '../match-register.ts';
import type { RawRow, RawTable } from '../raw-table.ts';
import type { RefusedRow, RegisterRow } from '../register-row.ts';
import { knownText } from '../values/cell-text.ts';
import { spellingsOf } from './word-problems.ts';
import { NAMED_ABOUT } from '../names-found.ts';

type Mark = ImportedRow['marks'][number];

/** A row of the file and what becomes of it. */
export type RowView = {
  readonly row: number;
  readonly outcome: ImportedRow['outcome'];
  readonly read: RegisterRow | null;
  readonly changes: readonly CellChange[];
  readonly refused: RefusedRow | null;
};

const views = new WeakMap<DryRun, readonly RowView[]>();

/** Every row of the file in its order, with what becomes of it. A row that lists n serials stands n times. */
export function rowViews(run: DryRun): readonly RowView[] {
  const known = views.get(run);
  if (known !== undefined) return known;
  const { plan } = run;
  const all: RowView[] = [
    ...plan.new.map((read): RowView => ({ row: read.row, outcome: 'new', read, changes: [], refused: null })),
    ...plan.changed.map(({ row: read, changes }): RowView => ({ row: read.row, outcome: 'changed', read, changes, refused: null })),
    ...plan.unchanged.map(({ row: read }): RowView => ({ row: read.row, outcome: 'unchanged', read, changes: [], refused: null })),
    ...plan.refused.map((refused): RowView => ({ row: refused.row, outcome: 'refused', read: null, changes: [], refused })),
  ].sort((one, other) => one.row - other.row);
  views.set(run, all);
  return all;
}

/** A row as the screen shows it. */
export function importedRow(run: DryRun, view: RowView): ImportedRow {
  const { row, outcome, read, changes, refused } = view;
  const isKit = run.reading.list === 'kit';
  return {
    row, outcome,
    tag: isKit ? read?.tag ?? null : null, serial: isKit ? read?.serial ?? null : null,
    description: read?.description ?? textOf(run, row), categoryKey: read?.categoryKey ?? 'other', room: read?.room ?? null,
    quantity: read?.quantity ?? 1, purchaseDate: read?.purchaseDate ?? null, inServiceDate: read?.inServiceDate ?? null,
    unitPaidPence: read?.unitPaidPence ?? null, warrantyMonths: read?.warrantyMonths ?? null, warrantyEnd: read?.warrantyEnd ?? null,
    changes: changes.map(({ field, before, after }) => ({ field, before: before === null ? null : String(before), after: String(after) })),
    marks: read === null ? [] : [...marksByRow(run).get(row) ?? []],
    reason: refused?.reason ?? null, column: refused?.column ?? null,
  };
}

/** The row of a table with this number; the rows stand in their order. */
export function rawRowAt({ rows }: RawTable, row: number): RawRow | null {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const found = rows[middle];
    if (found === undefined) return null;
    if (found.row === row) return found;
    if (found.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

const TEXTS_SHOWN = 4;

/** What a refused row says, without its private cells. */
function textOf({ table, reading }: DryRun, row: number): string {
  const cells = rawRowAt(table, row)?.cells ?? [];
  return cells.flatMap((cell, index) => (reading.findings.isPrivate.has(index) ? [] : knownText(cell)?.slice(0, 60) ?? []))
    .slice(0, TEXTS_SHOWN).join(', ');
}

const marks = new WeakMap<DryRun, ReadonlyMap<number, readonly Mark[]>>();

/** The cells worth a look, by row. */
function marksByRow(run: DryRun): ReadonlyMap<number, readonly Mark[]> {
  const known = marks.get(run);
  if (known !== undefined) return known;
  const byRow = new Map<number, Mark[]>();
  const mark = (row: number, field: string, tone: Mark['tone'], inFile: string | null): void => {
    const of = byRow.get(row) ?? [];
    if (!of.some((each) => each.field === field)) byRow.set(row, [...of, { field, tone, inFile }]);
  };
  const { findings, rows } = run.reading;
  const fieldAt = new Map([...findings.sources].flatMap(([field, sources]) => sources.map(({ index }) => [index, FIELD_WORDS[field].goesTo] as const)));
  for (const { index, rows: doubtful, kind } of findings.doubts) {
    for (const row of doubtful) mark(row, fieldAt.get(index) ?? '', kind === 'status' ? 'warn' : 'over', knownText(rawRowAt(run.table, row)?.cells[index]));
  }
  for (const { field, rows: sharing, value } of findings.repeated) for (const row of sharing) mark(row, field, 'over', value);
  for (const { word, rows: unknown } of findings.unknownKinds) for (const row of unknown) mark(row, 'categoryKey', 'warn', word);
  for (const about of NAMED_ABOUT) {
    for (const { spelled } of spellingsOf(run, about)) {
      for (const { word, rows: spelling } of spelled) for (const row of spelling) mark(row, about, 'warn', word);
    }
  }
  if (run.reading.list === 'kit') {
    for (const { row, purchaseDate, inServiceDate } of rows) if (purchaseDate === null && inServiceDate === null) mark(row, 'purchaseDate', 'warn', null);
  }
  marks.set(run, byRow);
  return byRow;
}
