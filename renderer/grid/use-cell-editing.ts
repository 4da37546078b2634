import { useRef, useState } from 'react';
import { readClipboard } from './clipboard.ts';
import type { Column, GridRow } from './column.ts';
import { readCells } from './edit.ts';
import type { EditHow, GridEditing, TypedCell } from './edit.ts';
import { cellsIn, filledDown, pasteOver } from './paste.ts';
import type { Paste, PasteTarget } from './paste.ts';

/** The cell that is being typed into. */
export type OpenEditor = { readonly id: number; readonly column: string; readonly text: string; readonly typedOver: boolean };

/** Many cells that must be settled before any of them is changed. */
export type Proposal<Row, Set> = Pick<Paste<Row, Set>, 'cells' | 'added' | 'addedRows' | 'cutColumns' | 'above'> & { readonly how: EditHow };

type Pending = ReadonlyMap<number, ReadonlyMap<string, string>>;

const NOTHING_MORE = { added: [], addedRows: 0, cutColumns: 0, above: null };

/** Typing, pasting, filling and clearing: what is read at once is changed at once, the rest is shown first. */
export function useCellEditing<Row extends GridRow, Set extends object>(editing: GridEditing<Row, Set> | null) {
  const [editor, setEditor] = useState<OpenEditor | null>(null);
  const [proposal, setProposal] = useState<Proposal<Row, Set> | null>(null);
  const [pending, setPending] = useState<Pending>(new Map());
  // A field that leaves the page loses the focus: that must not keep its text a second time.
  const typing = useRef(false);

  const open = (next: OpenEditor | null): void => {
    typing.current = next !== null;
    setEditor(next);
  };
  const start = (row: Row, column: Column<Row, Set> | undefined, typedOver: string | null): boolean => {
    if (editing === null || column?.edit === undefined) return false;
    const text = typedOver ?? column.edit.typed?.(row) ?? column.text(row);
    // The field in a cell has one line, and would run those of a note together: the panel's form has room for them.
    if (text.includes('\n')) return false;
    open({ id: row.id, column: column.key, text, typedOver: typedOver !== null });
    return true;
  };

  const apply = async (cells: readonly TypedCell<Row, Set>[], above: Row | null, how: EditHow): Promise<void> => {
    if (editing === null) return;
    const { edits } = readCells(cells, editing, above);
    if (edits.length === 0) return;
    setPending(shownMeanwhile(cells));
    await editing.apply(edits, how);
    setPending(new Map());
  };

  /** Changes the cells where all of them can be read; else shows which cannot. */
  const propose = (next: Proposal<Row, Set>): void => {
    if (editing === null) return;
    const { problems, passedOver } = readCells([...next.cells, ...next.added], editing, next.above);
    if (problems.length > 0 || passedOver.length > 0 || next.addedRows > 0 || next.cutColumns > 0) setProposal(next);
    else void apply(next.cells, next.above, next.how);
  };

  return {
    editor, pending, proposal, start,
    cancel: () => open(null),
    /** Keeps what was typed; answers the sentence why not. `go` moves the focus on. */
    commit: (row: Row, column: Column<Row, Set>, text: string, go: () => void): string | null => {
      if (!typing.current || editing === null) return null;
      const cell: TypedCell<Row, Set> = { row, added: null, column, text };
      const { problems } = readCells([cell], editing);
      const [problem] = problems;
      if (problem !== undefined) return problem.message;
      open(null);
      go();
      void apply([cell], null, 'edit');
      return null;
    },
    paste: (text: string, target: PasteTarget<Row, Set>) => propose({ ...pasteOver(readClipboard(text), target), how: 'paste' }),
    fillDown: (target: PasteTarget<Row, Set>) => propose({ ...NOTHING_MORE, cells: filledDown(target), how: 'fill' }),
    clear: (target: PasteTarget<Row, Set>) =>
      propose({ ...NOTHING_MORE, cells: cellsIn(target, () => '').filter(({ column }) => column.edit !== undefined), how: 'clear' }),
    /** What the person made of a proposal: the cells that are to be changed. */
    settle: (cells: readonly TypedCell<Row, Set>[]) => {
      const { above = null, how = 'paste' } = proposal ?? {};
      setProposal(null);
      void apply(cells, above, how);
    },
    dismiss: () => setProposal(null),
  };
}

const MOST_SHOWN = 2_000;

/** What stands in the cells until the plan has answered, so that typing on never waits. */
function shownMeanwhile<Row extends GridRow, Set>(cells: readonly TypedCell<Row, Set>[]): Pending {
  const texts = new Map<number, Map<string, string>>();
  for (const { row, column, text } of cells.slice(0, MOST_SHOWN)) {
    if (row === null || column.edit === undefined) continue;
    const own = texts.get(row.id) ?? new Map<string, string>();
    texts.set(row.id, own.set(column.key, text));
  }
  return texts;
}
