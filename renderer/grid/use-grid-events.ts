import { useRef } from 'react';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { clipboardText } from './clipboard.ts';
import type { GridRow } from './column.ts';
import { gridKeyDown, openMenu } from './grid-key-actions.ts';
import { boxMeant, columnAt, foldGroup, lineAt, nameOfCell, targetOf } from './grid-state.ts';
import type { GridState } from './grid-state.ts';
import type { Cell } from './keys.ts';
import { withWidth } from './layout.ts';
import { nextSort } from './order.ts';
import { rowsIn } from './range.ts';
import { extended, toggled, toggledAll } from './ticks.ts';

/** The cell an event happened in, by the numbers that the cell and its line carry; null between cells. */
function cellUnder(target: EventTarget): Cell | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-place]');
  const line = cell?.closest<HTMLElement>('[data-line]');
  return cell && line ? { line: Number(line.dataset['line']), place: Number(cell.dataset['place']) } : null;
}

const inField = (target: EventTarget): boolean => target instanceof HTMLInputElement;

const idsOf = (rows: readonly GridRow[]): readonly number[] => rows.map(({ id }) => id);

/** What goes to the clipboard: the selected cells; else the ticked rows with their headings; else the cell. */
function copyText<Row extends GridRow, Set extends object>(state: GridState<Row, Set>): string | null {
  const { grid: { box, lines, layout, ticked }, line } = state;
  const now = lineAt(state, line);
  const columns = layout.columns.map(({ column }) => column);
  if (box === null && now?.kind === 'row' && ticked.some(({ id }) => id === now.row.id)) return clipboardText(ticked, columns, { headings: true });
  const meant = boxMeant(state);
  return meant === null ? null : clipboardText(rowsIn(meant, lines), columns.slice(meant.left - 1, meant.right), { headings: false });
}

/** Dragging the edge of a heading sets the width of its column; a double press puts it back. */
function useResize<Row extends GridRow, Set extends object>({ grid }: GridState<Row, Set>) {
  const dragged = useRef<{ readonly key: string; readonly from: number; readonly width: number } | null>(null);
  const keyUnder = (target: EventTarget): string | undefined => (target instanceof HTMLElement ? target.dataset['size'] : undefined);
  return {
    resized: (target: EventTarget): boolean => keyUnder(target) !== undefined,
    onPointerDown: (event: PointerEvent): void => {
      const key = keyUnder(event.target);
      const laid = grid.layout.columns.find(({ column }) => column.key === key);
      if (key === undefined || laid === undefined || !(event.target instanceof Element)) return;
      event.target.setPointerCapture(event.pointerId);
      dragged.current = { key, from: event.clientX, width: laid.width };
      event.preventDefault();
    },
    onPointerMove: (event: PointerEvent): void => {
      const { current } = dragged;
      if (current !== null) grid.setLayout(withWidth(grid.layoutChosen, current.key, current.width + event.clientX - current.from));
    },
    onPointerUp: (): void => { dragged.current = null; },
    putBack: (target: EventTarget): boolean => {
      const key = keyUnder(target);
      if (key !== undefined) grid.setLayout(withWidth(grid.layoutChosen, key, null));
      return key !== undefined;
    },
  };
}

/** One set of handlers on the grid itself, so that fifty thousand rows carry none. */
export function useGridEvents<Row extends GridRow, Set extends object>(state: GridState<Row, Set>) {
  const { grid, editing, line, place, actions, goTo, headMenu } = state;
  const { resized, putBack, ...resize } = useResize(state);
  const dragging = useRef(false);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!inField(event.target) && gridKeyDown(event, state)) event.preventDefault();
  };

  const onFocus = (event: FocusEvent): void => {
    const cell = cellUnder(event.target);
    if (cell === null || inField(event.target)) return;
    goTo(cell, false);
    const now = lineAt(state, cell.line);
    if (now?.kind === 'row') actions.comeTo(now.row);
  };

  const clickHead = (event: MouseEvent, at: number): void => {
    const column = columnAt(state, at);
    if (at === 0) grid.setTicks((now) => toggledAll(now, idsOf(grid.shown)));
    else if (column !== undefined) grid.setView((view) => ({ ...view, sort: nextSort(view.sort, column.key, event.shiftKey) }));
  };

  const clickRow = (event: MouseEvent, row: Row, at: number): void => {
    const from = lineAt(state, line);
    if (at === 0 && event.shiftKey) {
      grid.setTicks((now) => extended(now, idsOf(grid.shown), from?.kind === 'row' ? from.row.id : row.id, row.id));
    } else if (at === 0 || event.ctrlKey || event.metaKey) grid.setTicks((now) => toggled(now, row.id));
    else if (at > grid.layout.columns.length) openMenu(event.target, row, actions);
  };

  const onClick = (event: MouseEvent): void => {
    const cell = cellUnder(event.target);
    if (cell === null || resized(event.target) || inField(event.target)) return;
    const now = lineAt(state, cell.line);
    if (cell.line < 0) clickHead(event, cell.place);
    else if (now?.kind === 'group') foldGroup(grid, now.group.path, !now.open);
    else if (now?.kind === 'row') clickRow(event, now.row, cell.place);
  };

  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0 || inField(event.target)) return;
    const cell = cellUnder(event.target);
    const name = cell === null ? undefined : nameOfCell(state, cell);
    if (event.shiftKey) {
      // The browser would mark the words between, and the focus is where the range begins.
      event.preventDefault();
      const anchor = nameOfCell(state, { line, place });
      if (name !== undefined && anchor !== undefined) grid.setRange((now) => ({ anchor: grid.box === null || now === null ? anchor : now.anchor, head: name }));
      return;
    }
    dragging.current = name !== undefined;
    if (grid.range !== null) grid.setRange(null);
  };

  const onMouseOver = (event: MouseEvent): void => {
    if (!dragging.current) return;
    if (event.buttons !== 1) {
      dragging.current = false;
      return;
    }
    const cell = cellUnder(event.target);
    const head = cell === null ? undefined : nameOfCell(state, cell);
    const anchor = nameOfCell(state, { line, place });
    if (head === undefined || anchor === undefined) return;
    if (head.id !== anchor.id || head.column !== anchor.column || grid.range !== null) grid.setRange({ anchor, head });
  };

  const onDoubleClick = (event: MouseEvent): void => {
    if (putBack(event.target) || inField(event.target)) return;
    const cell = cellUnder(event.target);
    const now = cell === null ? undefined : lineAt(state, cell.line);
    if (cell === null || now?.kind !== 'row' || cell.place === 0) return;
    const column = columnAt(state, cell.place);
    if (!editing.start(now.row, column, null)) actions.open(now.row, column?.key ?? null);
  };

  const onContextMenu = (event: MouseEvent): void => {
    const cell = cellUnder(event.target);
    if (cell === null || inField(event.target)) return;
    const now = lineAt(state, cell.line);
    const column = columnAt(state, cell.place);
    if (cell.line < 0 && column !== undefined) headMenu(column.key, { x: event.clientX, y: event.clientY });
    else if (now?.kind === 'row') actions.menu(now.row, { x: event.clientX, y: event.clientY });
    else return;
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    const text = inField(event.target) ? null : copyText(state);
    if (text === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent): void => {
    const target = inField(event.target) ? null : targetOf(state);
    if (target === null) return;
    event.preventDefault();
    editing.paste(event.clipboardData.getData('text/plain'), target);
  };

  return { onKeyDown, onFocus, onClick, onMouseDown, onMouseOver, onDoubleClick, onContextMenu, onCopy, onPaste, ...resize };
}
