import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { ColumnKey } from './columns.ts';
import type { GridItem } from './grid-items.ts';
import { cellAfter } from './grid-keys.ts';
import type { Cell } from './grid-keys.ts';
import type { GridLayout } from './layout.ts';
import type { RegisterRow } from './rows.ts';

/** What can be done from the grid; the page does it. */
export type GridActions = {
  readonly sortBy: (column: ColumnKey) => void;
  /** Opens the column's filter. */
  readonly filterBy: (column: ColumnKey) => void;
  readonly toggle: (row: RegisterRow) => void;
  readonly toggleAll: (rows: readonly RegisterRow[]) => void;
  readonly selectAll: () => void;
  /** Ticks from where the range began to `to`; `from` is where it begins if nothing was ticked. */
  readonly extend: (from: RegisterRow, to: RegisterRow) => void;
  readonly clear: () => void;
  readonly setOpen: (kind: string, open: boolean) => void;
  /** The focus came to this row: the side panel shows it. */
  readonly comeTo: (row: RegisterRow) => void;
  /** Changes the row, starting at that column's field where it has one. */
  readonly edit: (row: RegisterRow, column: ColumnKey | null) => void;
  readonly why: (row: RegisterRow) => void;
  readonly remove: (row: RegisterRow) => void;
  readonly menu: (row: RegisterRow, at: { readonly x: number; readonly y: number }) => void;
  /** What goes to the clipboard from this row: the ticked rows, else the row itself. */
  readonly copyText: (row: RegisterRow) => string;
};

export type GridState = {
  readonly items: readonly GridItem[];
  readonly shown: readonly RegisterRow[];
  readonly layout: GridLayout;
  readonly line: number;
  readonly place: number;
  readonly page: number;
  readonly goTo: (cell: Cell, focus?: boolean) => void;
  readonly actions: GridActions;
};

/** The cell an event happened in, by the numbers that the cell and its line carry; null between cells. */
function cellUnder(target: EventTarget): Cell | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-place]');
  const line = cell?.closest<HTMLElement>('[data-line]');
  return cell && line ? { line: Number(line.dataset['line']), place: Number(cell.dataset['place']) } : null;
}

const columnAt = (layout: GridLayout, place: number): ColumnKey | null => layout.columns[place - 1] ?? null;

/** Keys in the head: Enter and Space sort or tick everything, Alt+Down filters. */
function headKey(event: KeyboardEvent, { layout, place, shown, actions }: GridState): boolean {
  const column = columnAt(layout, place);
  if (event.key === 'ArrowDown' && event.altKey) {
    if (column !== null) actions.filterBy(column);
    return column !== null;
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  if (place === 0) actions.toggleAll(shown);
  else if (column !== null) actions.sortBy(column);
  return true;
}

function groupKey(event: KeyboardEvent, item: Extract<GridItem, { kind: 'group' }>, { shown, actions }: GridState): boolean {
  const { words } = item.group;
  switch (event.key) {
    case 'Enter': actions.setOpen(words, !item.open); return true;
    case 'ArrowRight': actions.setOpen(words, true); return true;
    case 'ArrowLeft': actions.setOpen(words, false); return true;
    case ' ': actions.toggleAll(shown.filter((row) => row.kind === words)); return true;
    default: return false;
  }
}

function rowKey(event: KeyboardEvent, row: RegisterRow, state: GridState): boolean {
  const { layout, place, actions } = state;
  switch (event.key) {
    case ' ': actions.toggle(row); return true;
    case 'F2': actions.edit(row, columnAt(layout, place)); return true;
    case 'Delete': actions.remove(row); return true;
    case 'Enter':
      if (event.altKey) actions.why(row);
      else if (place > layout.columns.length) openMenu(event.target, row, actions);
      else if (place === 0) actions.toggle(row);
      else actions.edit(row, columnAt(layout, place));
      return true;
    default: return false;
  }
}

function openMenu(target: EventTarget, row: RegisterRow, actions: GridActions): void {
  if (!(target instanceof Element)) return;
  const box = (target.closest('[data-place]') ?? target).getBoundingClientRect();
  actions.menu(row, { x: box.left, y: box.bottom });
}

/** Shift with an arrow ticks the rows passed over. */
function extendTo(cell: Cell, { items, line, actions }: GridState): void {
  const from = items[line];
  const to = items[cell.line];
  if (from?.kind === 'row' && to?.kind === 'row') actions.extend(from.row, to.row);
}

function moveKey(event: KeyboardEvent, state: GridState): boolean {
  const { items, layout, line, place, page, goTo } = state;
  if (event.altKey) return false;
  const ctrl = event.ctrlKey || event.metaKey;
  const cell = cellAfter(event.key, ctrl, { line, place }, { lines: items.length, places: layout.columns.length + 2, page });
  if (cell === null) return false;
  if (event.shiftKey) extendTo(cell, state);
  goTo(cell);
  return true;
}

function gridKey(event: KeyboardEvent, { actions }: GridState): boolean {
  if (event.key === 'Escape') {
    actions.clear();
    return true;
  }
  if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return false;
  actions.selectAll();
  return true;
}

/** One set of handlers on the grid itself, so that fifty thousand rows carry none. */
export function useGridEvents(state: GridState) {
  const { items, shown, layout, line, actions, goTo } = state;

  const onKeyDown = (event: KeyboardEvent): void => {
    const item = items[line];
    const done = (line < 0 && headKey(event, state))
      || (item?.kind === 'group' && groupKey(event, item, state))
      || (item?.kind === 'row' && rowKey(event, item.row, state))
      || gridKey(event, state) || moveKey(event, state);
    if (done) event.preventDefault();
  };

  const onFocus = (event: FocusEvent): void => {
    const cell = cellUnder(event.target);
    if (cell === null) return;
    goTo(cell, false);
    const item = items[cell.line];
    if (item?.kind === 'row') actions.comeTo(item.row);
  };

  const clickHead = (place: number): void => {
    const column = columnAt(layout, place);
    if (place === 0) actions.toggleAll(shown);
    else if (column !== null) actions.sortBy(column);
  };

  const clickRow = (event: MouseEvent, row: RegisterRow, place: number): void => {
    const from = items[line];
    if (event.shiftKey) actions.extend(from?.kind === 'row' ? from.row : row, row);
    else if (place === 0 || event.ctrlKey || event.metaKey) actions.toggle(row);
    else if (place > layout.columns.length) openMenu(event.target, row, actions);
  };

  const onClick = (event: MouseEvent): void => {
    const cell = cellUnder(event.target);
    if (cell === null) return;
    const item = items[cell.line];
    if (cell.line < 0) clickHead(cell.place);
    else if (item?.kind === 'group') actions.setOpen(item.group.words, !item.open);
    else if (item?.kind === 'row') clickRow(event, item.row, cell.place);
  };

  const onMouseDown = (event: MouseEvent): void => {
    // A range is ticked with Shift: the browser would mark the words between as well.
    if (event.shiftKey) event.preventDefault();
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const cell = cellUnder(event.target);
    const item = cell === null ? undefined : items[cell.line];
    if (cell !== null && item?.kind === 'row' && cell.place > 0) actions.edit(item.row, columnAt(layout, cell.place));
  };

  const onContextMenu = (event: MouseEvent): void => {
    const cell = cellUnder(event.target);
    if (cell === null) return;
    const item = items[cell.line];
    const column = columnAt(layout, cell.place);
    if (cell.line < 0 && column !== null) actions.filterBy(column);
    else if (item?.kind === 'row') actions.menu(item.row, { x: event.clientX, y: event.clientY });
    else return;
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    const item = items[line];
    if (item?.kind !== 'row') return;
    event.clipboardData.setData('text/plain', actions.copyText(item.row));
    event.preventDefault();
  };

  return { onKeyDown, onFocus, onClick, onMouseDown, onDoubleClick, onContextMenu, onCopy };
}
