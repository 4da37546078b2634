import type { Pence } from '../../vocabulary.ts';
import { textsOf } from '../glossary.ts';
import type { DocumentBlock, DocumentModel, DocumentSection, DocumentTable } from '../model.ts';
import { changesOf, wordRuns, type WordRun } from './word-changes.ts';

/*
 * Two versions of a document set side by side: which words came and went, section by section, and which figures of which
 * table are not the same. A section is known by its key, a table by its caption, a figure by the headings of its row and column.
 */

/** A passage that is not the same in both, with what became of its words. */
export type ChangedPassage = readonly WordRun[];

/** A cell that is not the same in both; null where one of them has no such cell. */
export type ChangedCell = {
  readonly row: string;
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
  /** How much more it is now, where the cell is money; a row that is not there counts as nothing. */
  readonly morePence: Pence | null;
};

export type ChangedTable = { readonly caption: string; readonly cells: readonly ChangedCell[]; /** Cells beyond the longest list shown. */ readonly more: number };

export type ChangedSection = {
  readonly key: string;
  readonly title: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly passages: readonly ChangedPassage[];
  readonly tables: readonly ChangedTable[];
};

/** Longer lists of figures are counted: the documents themselves are there to be read. */
const MOST_CELLS = 200;

/** The sections that are not the same in both, in the order of the later document; those it no longer has last. */
export function changedSections(before: DocumentModel, after: DocumentModel): ChangedSection[] {
  const earlier = new Map(before.sections.map((section) => [section.key, section]));
  const kept = new Set(after.sections.map(({ key }) => key));
  return [
    ...after.sections.map((section) => ({ was: earlier.get(section.key) ?? null, is: section })),
    ...before.sections.filter(({ key }) => !kept.has(key)).map((section) => ({ was: section, is: null })),
  ].flatMap(({ was, is }): ChangedSection[] => {
    const passages = changedPassages(was, is);
    const tables = changedTables(was, is);
    const one = is ?? was;
    const state = was === null ? 'added' : is === null ? 'removed' : 'changed';
    return one === null || (state === 'changed' && passages.length === 0 && tables.length === 0) ? [] : [{ key: one.key, title: one.title, state, passages, tables }];
  });
}

const isTable = (block: DocumentBlock): boolean => block.kind === 'table' || block.kind === 'figure';

/** What is read as text; the words of tables and figures are set beside each other cell by cell. */
const passagesOf = (section: DocumentSection | null): string[] =>
  (section === null ? [] : [section.title, ...section.blocks.filter((block) => !isTable(block)).flatMap(textsOf), ...section.notes]);

/** A passage that went where another came was rewritten: the two are shown as one. */
function changedPassages(was: DocumentSection | null, is: DocumentSection | null): ChangedPassage[] {
  const changes = changesOf(passagesOf(was), passagesOf(is));
  const passages: ChangedPassage[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const close = (): void => {
    for (let at = 0; at < Math.max(gone.length, come.length); at++) passages.push(wordRuns(gone[at] ?? '', come[at] ?? ''));
    [gone, come] = [[], []];
  };
  for (const { kind, piece } of changes) {
    if (kind === 'same') close();
    else (kind === 'removed' ? gone : come).push(piece);
  }
  close();
  return passages;
}

type Cell = { readonly row: string; readonly column: string; readonly text: string; readonly pence: Pence | undefined };

function changedTables(was: DocumentSection | null, is: DocumentSection | null): ChangedTable[] {
  const [before, after] = [tablesOf(was), tablesOf(is)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((caption) => {
    const cells = changedCells(cellsOf(before.get(caption)), cellsOf(after.get(caption)));
    return cells.length === 0 ? [] : [{ caption, cells: cells.slice(0, MOST_CELLS), more: Math.max(0, cells.length - MOST_CELLS) }];
  });
}

/** By caption; a caption that stands twice is told apart by its number. */
function tablesOf(section: DocumentSection | null): ReadonlyMap<string, DocumentTable> {
  const tables = (section?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'figure' && block.ledger !== null ? [block.ledger] : []));
  const seen = new Set<string>();
  return new Map(tables.map((table) => [unused(table.caption, seen), table]));
}

/** A name that is not taken: the second of the same gets `(2)`. */
function unused(name: string, seen: Set<string>): string {
  for (let at = 1; ; at++) {
    const numbered = at === 1 ? name : `${name} (${at})`;
    if (seen.has(numbered)) continue;
    seen.add(numbered);
    return numbered;
  }
}

/** Every cell but the headings, by the headings it stands under. */
function cellsOf(table: DocumentTable | undefined): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const seen = new Set<string>();
  let group = '';
  for (const { kind, cells: [heading, ...figures] } of table?.rows ?? []) {
    if (kind === 'group') group = heading?.text ?? '';
    if (kind === 'grand') group = '';
    if (kind === 'group' || heading === undefined) continue;
    const row = unused([group, heading.text].filter((part) => part !== '').join(', '), seen);
    figures.forEach(({ text, pence }, at) => {
      const column = table?.columns[at + 1]?.heading ?? '';
      cells.set(`${row}\n${column}\n${column === '' ? at : ''}`, { row, column, text, pence });
    });
  }
  return cells;
}

function changedCells(before: ReadonlyMap<string, Cell>, after: ReadonlyMap<string, Cell>): ChangedCell[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): ChangedCell[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const one = is ?? was;
    if (one === undefined || (was?.text === is?.text && was?.pence === is?.pence)) return [];
    if ((was?.text ?? '') === '' && (is?.text ?? '') === '') return [];
    const isMoney = was?.pence !== undefined || is?.pence !== undefined;
    return [{ row: one.row, column: one.column, before: was?.text ?? null, after: is?.text ?? null, morePence: isMoney ? (is?.pence ?? 0) - (was?.pence ?? 0) : null }];
  });
}
