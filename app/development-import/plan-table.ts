import { HEADING_ABOVE, PLAN_TARGETS, targetOfHeading, targetsNamed, type PlanTarget } from '../../planning/analysis/development/plan-headings.ts';
import type { PlanImportOptions } from '../contract/development-import.ts';
import { columnLetter, type RawTable } from '../intake/raw-table.ts';
import { cellText } from '../intake/values/cell-text.ts';
import { Refusal } from '../refusal.ts';

export type PlanColumn = {
  readonly index: number;
  readonly letter: string;
  /** Distinct for people: its heading, else its letter. */
  readonly heading: string;
  readonly goesTo: PlanTarget | null;
  readonly leftOut: string | null;
  readonly samples: readonly string[];
};

export type TableRow = { readonly row: number; /** By the index of the column. */ readonly texts: readonly string[] };

export type PlanTable = {
  readonly headerRow: number | null;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly TableRow[];
};

const ROWS_LOOKED_AT = 20;
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;
/** Targets that several columns may give: their texts are put together. */
const SEVERAL: ReadonlySet<PlanTarget> = new Set(['criterion', 'action', 'note', 'note_autumn', 'note_spring', 'note_summer']);

/**
 * The rows below the headings with what each column is taken for: as a person said, else as its heading says.
 * @throws Refusal `refused_file` where the row named for the headings is blank
 */
export function planTable(table: RawTable, options: PlanImportOptions): PlanTable {
  const header = headerOf(table, options.headerRow);
  const corrections = new Map((options.cells ?? []).map(({ row, index, text }) => [`${row} ${index}`, text]));
  const body = header === null ? table.rows : table.rows.slice(header.at + 1);
  const width = Math.max(header?.names.length ?? 0, ...body.map(({ cells }) => cells.length), ...(options.cells ?? []).map(({ index }) => index + 1));
  const rows = body.map(({ row, cells }): TableRow => ({
    row, texts: Array.from({ length: width }, (_, index) => corrections.get(`${row} ${index}`)?.trim() ?? cellText(cells[index])),
  }));
  return { headerRow: header?.row ?? null, rows, columns: columnsOf(width, header?.names ?? [], rows, options) };
}

type Header = { readonly at: number; readonly row: number; readonly names: readonly string[] };

function headerOf({ rows, fileName }: RawTable, asked: number | null | undefined): Header | null {
  if (asked === null) return null;
  const candidates = asked === undefined ? rows.slice(0, ROWS_LOOKED_AT) : rows.filter(({ row }) => row === asked);
  if (asked !== undefined && candidates.length === 0) {
    throw new Refusal('refused_file', `${fileName} has nothing in row ${asked}: the headings are in another row, or there are none.`);
  }
  let best: Header | null = null;
  let most = asked === undefined ? 1 : -1;
  candidates.forEach(({ row, cells }) => {
    const names = cells.map((cell) => cellText(cell).replaceAll(/\s+/g, ' '));
    const named = targetsNamed(names);
    if (named <= most) return;
    most = named;
    best = { at: rows.findIndex((each) => each.row === row), row, names };
  });
  return best;
}

function columnsOf(width: number, names: readonly string[], rows: readonly TableRow[], { columns: said = [] }: PlanImportOptions): PlanColumn[] {
  const bySaid = new Map(said.map(({ index, goesTo }) => [index, goesTo]));
  const found = guessed(names, rows, new Set(said.map(({ index }) => index)), new Set(said.map(({ goesTo }) => goesTo)));
  const columns: PlanColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const heading = names[index] ?? '';
    const samples = [...new Set(rows.map(({ texts }) => texts[index] ?? '').filter((text) => text !== ''))].slice(0, SAMPLES);
    if (heading === '' && samples.length === 0) continue;
    const asked = bySaid.get(index);
    const goesTo = asked === 'leave_out' ? null : asked ?? found.get(index) ?? null;
    const letter = columnLetter(index);
    columns.push({
      index, letter, heading: heading === '' ? `Column ${letter}` : heading, goesTo, samples: samples.map((text) => (text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text)),
      leftOut: goesTo !== null ? null : asked === 'leave_out' ? 'left out, as you said' : samples.length === 0 ? 'it is empty' : whyUnknown(heading, found),
    });
  }
  return columns;
}

function whyUnknown(heading: string, found: ReadonlyMap<number, PlanTarget>): string {
  const target = targetOfHeading(heading)?.target;
  if (target !== undefined && [...found.values()].includes(target)) return 'another column is used for that';
  return heading === '' ? 'it has no heading' : 'its heading is not one that Kitplan knows: say what it is';
}

/** What the columns are taken for by their headings, where nobody has said. */
function guessed(
  names: readonly string[], rows: readonly TableRow[], settled: ReadonlySet<number>, taken: ReadonlySet<string>,
): Map<number, PlanTarget> {
  const columns = new Map<number, PlanTarget>();
  const filled = (index: number): boolean => rows.some(({ texts }) => (texts[index] ?? '') !== '');
  const candidates = names.flatMap((name, index) => {
    const target = settled.has(index) || !filled(index) || name === HEADING_ABOVE ? null : targetOfHeading(name);
    return target === null ? [] : [{ index, ...target }];
  });
  for (const target of PLAN_TARGETS) {
    const offered = candidates.filter((candidate) => candidate.target === target).toSorted((one, other) => one.rank - other.rank || one.index - other.index);
    const chosen = SEVERAL.has(target) ? offered : taken.has(target) ? [] : offered.slice(0, 1);
    for (const { index } of chosen) columns.set(index, target);
  }
  return withoutGaps(columns, names, settled, taken);
}

/**
 * A plan without a column for its objectives has them under another name: the whole statement, or the priorities. What stands
 * over the table is its area where no column is, else its priority.
 */
function withoutGaps(columns: Map<number, PlanTarget>, names: readonly string[], settled: ReadonlySet<number>, taken: ReadonlySet<string>): Map<number, PlanTarget> {
  const has = (target: PlanTarget): boolean => taken.has(target) || [...columns.values()].includes(target);
  const rename = (from: PlanTarget, to: PlanTarget): void => {
    for (const [index, target] of columns) if (target === from) columns.set(index, to);
  };
  if (!has('objective') && has('statement')) rename('statement', 'objective');
  if (!has('objective') && !taken.has('priority') && has('priority')) {
    rename('priority', 'objective');
    if (!has('number')) rename('priority_number', 'number');
  }
  const above = names.indexOf(HEADING_ABOVE);
  if (above >= 0 && !settled.has(above)) {
    if (!has('area')) columns.set(above, 'area');
    else if (!has('priority')) columns.set(above, 'priority');
  }
  return columns;
}

/** Whether a row repeats the headings, as printed lists do on each page. */
export function repeatsHeadings({ texts }: TableRow, columns: readonly PlanColumn[]): boolean {
  const filled = texts.filter((text) => text !== '').length;
  const same = columns.filter(({ index, heading }) => (texts[index] ?? '').replaceAll(/\s+/g, ' ').toLowerCase() === heading.toLowerCase()).length;
  return same >= 2 && same * 5 >= filled * 3;
}
