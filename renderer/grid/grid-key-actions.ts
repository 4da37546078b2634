import type { KeyboardEvent } from 'react';
import type { GridRow } from './column.ts';
import { boxMeant, columnAt, foldGroup, lineAt, nameOfCell, rowsMeant, targetOf } from './grid-state.ts';
import type { GridActions, GridState } from './grid-state.ts';
import { cellAfter } from './keys.ts';
import type { Cell } from './keys.ts';
import { moved, withWidth } from './layout.ts';
import type { GridLine } from './lines.ts';
import { nextSort } from './order.ts';
import { extended, NOTHING_TICKED, toggled, toggledAll } from './ticks.ts';

/** How much wider or narrower one press makes a column, in px. */
const WIDER = 12;

const isCtrl = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;
const idsOf = (rows: readonly GridRow[]): readonly number[] => rows.map(({ id }) => id);

export function openMenu<Row>(target: EventTarget, row: Row, actions: GridActions<Row>): void {
  if (!(target instanceof Element)) return;
  const box = (target.closest('[data-place]') ?? target).getBoundingClientRect();
  actions.menu(row, { x: box.left, y: box.bottom });
}

/** Shift with Left or Right makes the column narrower or wider; with Ctrl as well it changes places. */
function arrangeKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, { grid, place, goTo }: GridState<Row, Set>): boolean {
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  const laid = grid.layout.columns[place - 1];
  if (by === 0 || laid === undefined || !event.shiftKey) return false;
  if (!isCtrl(event)) {
    grid.setLayout(withWidth(grid.layoutChosen, laid.column.key, laid.width + by * WIDER));
    return true;
  }
  const keys = grid.layout.columns.map(({ column }) => column.key);
  const shown = moved(keys, laid.column.key, by);
  grid.setLayout({ ...grid.layoutChosen, shown });
  goTo({ line: -1, place: shown.indexOf(laid.column.key) + 1 });
  return true;
}

/** Keys in the head: Enter and Space sort or tick everything, Alt+Down filters, the menu key shows what else. */
function headKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, state: GridState<Row, Set>): boolean {
  const { grid, place, actions, headMenu } = state;
  const column = columnAt(state, place);
  if (arrangeKey(event, state)) return true;
  if (column !== undefined && event.key === 'ArrowDown' && event.altKey) {
    actions.filterBy(column.key);
    return true;
  }
  if (column !== undefined && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && event.target instanceof Element) {
    const box = event.target.getBoundingClientRect();
    headMenu(column.key, { x: box.left, y: box.bottom });
    return true;
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  if (place === 0) grid.setTicks((now) => toggledAll(now, idsOf(grid.shown)));
  else if (column !== undefined) grid.setView((view) => ({ ...view, sort: nextSort(view.sort, column.key, event.shiftKey) }));
  return true;
}

function groupKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, line: Extract<GridLine<Row>, { kind: 'group' }>, { grid }: GridState<Row, Set>): boolean {
  const { path, rows } = line.group;
  if (event.altKey || event.shiftKey || isCtrl(event)) return false;
  switch (event.key) {
    case 'Enter': foldGroup(grid, path, !line.open); return true;
    case 'ArrowRight': foldGroup(grid, path, true); return true;
    case 'ArrowLeft': foldGroup(grid, path, false); return true;
    case ' ': grid.setTicks((now) => toggledAll(now, idsOf(rows))); return true;
    default: return false;
  }
}

/** One letter, digit or sign, and no key held that would make it a command. */
const isTyped = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.altKey && !isCtrl(event) && !event.nativeEvent.isComposing;

function enterKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, row: Row, state: GridState<Row, Set>): void {
  const { grid, editing, place, actions } = state;
  if (event.altKey) actions.why?.(row);
  else if (place > grid.layout.columns.length) openMenu(event.target, row, actions);
  else if (place === 0) grid.setTicks((now) => toggled(now, row.id));
  else if (!editing.start(row, columnAt(state, place), null)) actions.open(row, columnAt(state, place)?.key ?? null);
}

/** Space ticks the row, or every row of the selected cells. */
function tickKey<Row extends GridRow, Set extends object>(row: Row, { grid }: GridState<Row, Set>): void {
  grid.setTicks((now) => (grid.rangeRows.length > 0 ? toggledAll(now, idsOf(grid.rangeRows)) : toggled(now, row.id)));
  grid.setRange(null);
}

function deleteKey<Row extends GridRow, Set extends object>(row: Row, state: GridState<Row, Set>): void {
  const { grid, editing, actions } = state;
  const target = targetOf(state);
  if (grid.box !== null && target !== null) editing.clear(target);
  else actions.remove?.(rowsMeant(grid.ticked, row));
}

function rowKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, row: Row, state: GridState<Row, Set>): boolean {
  const { grid, editing, place, actions } = state;
  const column = columnAt(state, place);
  switch (event.key) {
    case ' ': tickKey(row, state); return true;
    case 'F2': if (!editing.start(row, column, null)) actions.open(row, column?.key ?? null); return true;
    case 'Backspace': return editing.start(row, column, '');
    case 'Delete': deleteKey(row, state); return true;
    case 'Enter': enterKey(event, row, state); return true;
    case 'ContextMenu': openMenu(event.target, row, actions); return true;
    case 'ArrowLeft': case 'ArrowRight':
      if (!event.altKey || actions.shift === undefined) return false;
      actions.shift(rowsMeant(grid.ticked, row), event.key === 'ArrowLeft' ? -1 : 1);
      return true;
    default: break;
  }
  if (event.key === 'F10' && event.shiftKey) {
    openMenu(event.target, row, actions);
    return true;
  }
  return isTyped(event) && editing.start(row, column, event.key);
}

/** The next row line in that direction, passing headings over; the line itself where there is none. */
function rowLine<Row extends GridRow>(lines: readonly GridLine<Row>[], from: number, to: number): number {
  const by = to < from ? -1 : 1;
  for (let at = to; at >= 0 && at < lines.length; at += by) if (lines[at]?.kind === 'row') return at;
  return from;
}

/** Shift with an arrow: over cells it selects a rectangle, over the ticks it ticks the rows passed. */
function extendTo<Row extends GridRow, Set extends object>(cell: Cell, state: GridState<Row, Set>): Cell | null {
  const { grid, line, place } = state;
  const from = lineAt(state, line);
  const target = { line: rowLine(grid.lines, line, cell.line), place: Math.min(Math.max(cell.place, 1), grid.layout.columns.length) };
  if (from?.kind !== 'row') return null;
  if (place === 0) {
    const to = lineAt(state, target.line);
    if (to?.kind === 'row') grid.setTicks((now) => extended(now, idsOf(grid.shown), from.row.id, to.row.id));
    return { line: target.line, place: 0 };
  }
  const [anchor, head] = [nameOfCell(state, { line, place }), nameOfCell(state, target)];
  if (anchor === undefined || head === undefined) return null;
  grid.setRange((now) => ({ anchor: grid.box === null || now === null ? anchor : now.anchor, head }));
  return target;
}

function moveKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, state: GridState<Row, Set>): boolean {
  const { grid, line, place, page, goTo } = state;
  if (event.altKey) return false;
  const cell = cellAfter(event.key, isCtrl(event), { line, place }, { lines: grid.lines.length, places: grid.layout.columns.length + 2, page });
  if (cell === null) return false;
  const extendedTo = event.shiftKey && line >= 0 ? extendTo(cell, state) : null;
  if (extendedTo === null) grid.setRange(null);
  goTo(extendedTo ?? cell);
  return true;
}

function gridKey<Row extends GridRow, Set extends object>(event: KeyboardEvent, state: GridState<Row, Set>): boolean {
  const { grid, editing } = state;
  if (event.key === 'Escape') {
    if (grid.range !== null) grid.setRange(null);
    else grid.setTicks(NOTHING_TICKED);
    return true;
  }
  if (!isCtrl(event) || event.altKey) return false;
  switch (event.key.toLowerCase()) {
    case 'a': grid.setTicks((now) => ({ ids: new Set(idsOf(grid.shown)), anchor: now.anchor })); return true;
    case 'd': {
      const target = targetOf(state);
      if (target !== null && boxMeant(state) !== null) editing.fillDown(target);
      return true;
    }
    default: return false;
  }
}

/** Does what a key asks of the cell with the focus; false where it is none of the grid's. */
export function gridKeyDown<Row extends GridRow, Set extends object>(event: KeyboardEvent, state: GridState<Row, Set>): boolean {
  const line = lineAt(state, state.line);
  return (state.line < 0 && headKey(event, state))
    || (line?.kind === 'group' && groupKey(event, line, state))
    || (line?.kind === 'row' && rowKey(event, line.row, state))
    || gridKey(event, state) || moveKey(event, state);
}
