import { useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, ReactNode, Ref } from 'react';
import type { EditorMove, EditorProps } from './cell-editor.tsx';
import type { GridRow } from './column.ts';
import type { GridEditing } from './edit.ts';
import './grid.css';
import { GridHead } from './grid-head.tsx';
import { GridPrinted } from './grid-printed.tsx';
import { GroupLine, RowLine } from './grid-line.tsx';
import type { GroupSum } from './grid-line.tsx';
import type { GridActions, MenuPoint } from './grid-state.ts';
import { HeadMenu } from './head-menu.tsx';
import type { Cell } from './keys.ts';
import { SELECT_WIDTH } from './layout.ts';
import { keyOfLine } from './lines.ts';
import type { GridLine } from './lines.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { useCellEditing } from './use-cell-editing.ts';
import { useGridEvents } from './use-grid-events.ts';
import type { Grid } from './use-grid.ts';

const LINE_HEIGHT = 27;
const lineHeight = (): number => LINE_HEIGHT;
const HEAD_HEIGHT = 29;

/** What the page may ask of the grid. */
export type GridHandle = {
  /** Brings a row into sight and puts the focus on it, in the column named or else its first. */
  readonly focusRow: (id: number, column?: string) => void;
  /** Puts the focus back on the cell that had it. */
  readonly focus: () => void;
  /** Closes the cell that is being typed into and leaves it as it was. */
  readonly cancelEdit: () => void;
};

type DataGridProps<Row extends GridRow, Set extends object> = {
  /** The list's name: "Assets". */
  readonly label: string;
  readonly grid: Grid<Row, Set>;
  /** What a row is called: its tag, else its description. */
  readonly nameOf: (row: Row) => string;
  /** The row that the page shows elsewhere; its marking is drawn while `markCurrent`. */
  readonly currentId?: number | null;
  readonly markCurrent?: boolean;
  /** What groups come to, by column. */
  readonly sums?: readonly GroupSum<Row>[];
  readonly groupAside?: (rows: readonly Row[]) => ReactNode;
  readonly actions: GridActions<Row>;
  /** null while the list can only be read. */
  readonly editing: GridEditing<Row, Set> | null;
  readonly handle?: Ref<GridHandle>;
};

/** Where Tab comes to: a line by what it is, so that sorting and filtering take the focus along with it. */
type Active = { readonly key: number | string | null; readonly line: number; readonly place: number };

/** The line that holds the focus: where its row or group has gone, or the nearest when it is no longer shown. */
function lineOf<Row extends GridRow>(lines: readonly GridLine<Row>[], active: Active): number {
  if (active.key === null) return Math.min(active.line, lines.length - 1);
  const found = lines.findIndex((line) => keyOfLine(line) === active.key);
  return found >= 0 ? found : Math.min(active.line, lines.length - 1);
}

const MOVES: Readonly<Record<EditorMove, Cell>> = {
  down: { line: 1, place: 0 }, up: { line: -1, place: 0 }, next: { line: 0, place: 1 }, back: { line: 0, place: -1 }, stay: { line: 0, place: 0 },
};

const NO_SUMS: readonly never[] = [];

/**
 * A list of tens of thousands of rows as a spreadsheet: one stop of the Tab key, arrows from cell to cell, only the
 * lines in sight in the page. It sorts, filters, groups, ticks, selects, copies and pastes by itself through the
 * `grid` that `useGrid` made; what a row means, how it is changed and what else can be done with it come from the page.
 */
export function DataGrid<Row extends GridRow, Set extends object>(props: DataGridProps<Row, Set>) {
  const { label, grid, nameOf, currentId = null, markCurrent = true, sums = NO_SUMS, groupAside, actions, handle } = props;
  const { lines, layout, shown, ticks, ticked, view, box } = grid;
  const scroller = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(scroller, grid.measured);
  const [active, setActive] = useState<Active>(() => ({ key: currentId, line: 0, place: 1 }));
  const [menu, setMenu] = useState<(MenuPoint & { readonly column: string }) | null>(null);
  const line = useMemo(() => lineOf(lines, active), [lines, active]);
  const place = Math.min(active.place, layout.columns.length + 1);
  const editing = useCellEditing(props.editing);

  const rangeExtractor = useCallback((range: Range) => {
    const inSight = defaultRangeExtractor(range);
    // The focused line stays in the page when it is scrolled away: the focus must have somewhere to be.
    return line < 0 || inSight.includes(line) ? inSight : [...inSight, line].toSorted((left, right) => left - right);
  }, [line]);
  // A new function here makes the virtualiser measure every line again: only for new lines, never for a scroll.
  const getItemKey = useCallback((index: number) => keyOfLine(lines[index]) ?? index, [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, estimateSize: lineHeight, overscan: 10,
    scrollMargin: HEAD_HEIGHT, scrollPaddingStart: HEAD_HEIGHT, rangeExtractor, getItemKey,
  });

  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = scroller.current?.querySelector<HTMLElement>('[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    // Sideways by the browser, which knows what the frozen columns cover.
    if (layout.scrolls !== null) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const goTo = (cell: Cell, focus = true): void => {
    wantsFocus.current = focus;
    setActive({ key: cell.line < 0 ? null : keyOfLine(lines[cell.line]), ...cell });
    if (focus && cell.line >= 0) virtualizer.scrollToIndex(cell.line);
  };
  // A row that became current elsewhere (found, added, asked for by another page) is brought into sight once.
  const broughtIn = useRef<number | null>(null);
  useEffect(() => {
    if (currentId === null || broughtIn.current === currentId) return;
    const found = lines.findIndex((each) => keyOfLine(each) === currentId);
    if (found < 0) return;
    broughtIn.current = currentId;
    if (active.key === currentId) return;
    setActive((now) => ({ ...now, key: currentId, line: found }));
    virtualizer.scrollToIndex(found);
  }, [currentId, lines, active.key, virtualizer]);

  const page = Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 0) - HEAD_HEIGHT) / LINE_HEIGHT) - 1);
  const state = { grid, editing, line, place, page, goTo, actions, headMenu: (column: string, at: MenuPoint) => setMenu({ column, ...at }) };
  const events = useGridEvents(state);
  const places = layout.columns.map(({ column }) => column.key);
  useImperativeHandle(handle, () => ({
    focus: () => goTo({ line, place }),
    focusRow: (id, column) => {
      const found = lines.findIndex((each) => keyOfLine(each) === id);
      goTo({ line: found < 0 ? line : found, place: column === undefined ? 1 : Math.max(1, places.indexOf(column) + 1) });
    },
    cancelEdit: editing.cancel,
  }));

  /** The next row in the way of a move; headings between are passed over. */
  const after = (move: EditorMove): Cell => {
    const by = MOVES[move];
    let to = line + by.line;
    while (by.line !== 0 && lines[to]?.kind === 'group') to += by.line;
    return { line: lines[to]?.kind === 'row' ? to : line, place: Math.min(Math.max(place + by.place, 1), layout.columns.length) };
  };
  const editorOf = (row: Row): EditorProps<Row, Set> | null => {
    const open = editing.editor;
    const column = open?.id === row.id ? grid.columns.find(({ key }) => key === open.column) : undefined;
    if (!open || !column) return null;
    return {
      row, column, name: nameOf(row), text: open.text, typedOver: open.typedOver,
      onCommit: (text, move) => editing.commit(row, column, text, () => { if (move !== 'stay') goTo(after(move)); }),
      onCancel: () => {
        editing.cancel();
        goTo({ line, place });
      },
    };
  };
  const back = (): void => goTo({ line, place });
  const frozen = layout.columns.reduce((sum, { width, stuckAt }) => (stuckAt === null ? sum : sum + width), SELECT_WIDTH);
  const style = { '--columns': layout.template, '--frozen': `${frozen}px`, ...(layout.scrolls === null ? {} : { '--least': `${layout.scrolls}px` }) };
  return (
    <>
      <div
        ref={ref} className={layout.scrolls === null ? 'grid' : 'grid scrolls'} role="grid" aria-label={label} aria-multiselectable="true"
        aria-rowcount={lines.length + 1} aria-colcount={layout.columns.length + 2} aria-readonly={props.editing === null ? true : undefined}
        style={style as CSSProperties} {...events}
      >
        <GridHead
          layout={layout} sorts={view.sort} filters={view.filters.columns} place={line < 0 ? place : -1}
          ticked={ticked.length === 0 ? 'none' : ticked.length === shown.length ? 'all' : 'some'}
        />
        <div role="rowgroup" className="grid-lines" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const item = lines[index];
            if (!item) return null;
            const shared = { line: index, top: start - HEAD_HEIGHT, layout, place: index === line ? place : -1 };
            if (item.kind === 'group') return <GroupLine key={key} {...shared} group={item.group} open={item.open} itemsOf={grid.itemsOf} sums={sums} aside={groupAside} />;
            const { row } = item;
            const within = box !== null && index >= box.top && index <= box.bottom;
            return (
              <RowLine
                key={key} {...shared} row={row} name={nameOf(row)} ticked={ticks.ids.has(row.id)} current={markCurrent && row.id === currentId}
                from={within ? box.left : -1} to={within ? box.right : -1} editor={editorOf(row)} pending={editing.pending.get(row.id)}
              />
            );
          })}
        </div>
      </div>
      <GridPrinted label={label} grid={grid} />
      {menu !== null && <HeadMenu grid={grid} at={menu} onFilter={actions.filterBy} onClose={() => { setMenu(null); back(); }} />}
      {editing.proposal !== null && props.editing !== null && (
        <SettleDialog
          proposal={editing.proposal} editing={props.editing} nameOf={nameOf}
          onApply={(cells) => { editing.settle(cells); back(); }} onClose={() => { editing.dismiss(); back(); }}
        />
      )}
    </>
  );
}
