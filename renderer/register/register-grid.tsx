import { useElementSize, useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, Ref } from 'react';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { COLUMN_KEYS } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import type { GridItem } from './grid-items.ts';
import { GridHead } from './grid-head.tsx';
import type { Cell } from './grid-keys.ts';
import { AssetRow, GroupRow } from './grid-row.tsx';
import { layOutColumns } from './layout.ts';
import type { Sort } from './order.ts';
import type { RegisterRow } from './rows.ts';
import { useGridEvents } from './use-grid-events.ts';
import type { GridActions } from './use-grid-events.ts';

const LINE_HEIGHT = 27;
const lineHeight = (): number => LINE_HEIGHT;
const HEAD_HEIGHT = 29;

/** What the page may ask of the grid. */
export type GridHandle = {
  /** Brings an asset into sight and puts the focus on it, in the column named or else its first. */
  readonly focusAsset: (id: number, column?: ColumnKey) => void;
  /** Puts the focus back on the cell that had it. */
  readonly focus: () => void;
};

type RegisterGridProps = {
  readonly items: readonly GridItem[];
  /** The rows among them and behind closed headings, in order. */
  readonly shown: readonly RegisterRow[];
  readonly grouped: boolean;
  readonly quantities: boolean;
  readonly tags: boolean;
  readonly sort: Sort | null;
  readonly filtered: ReadonlySet<ColumnKey>;
  readonly selected: ReadonlySet<number>;
  readonly selectedRows: number;
  /** The asset of the side panel, and whether the panel is shown. */
  readonly currentId: number | null;
  readonly panel: boolean;
  readonly asOf: IsoDate;
  readonly actions: GridActions;
  readonly handle: Ref<GridHandle>;
};

/** Where Tab comes to: a line by what it is, so that sorting and filtering take the focus along with it. */
type Active = { readonly key: number | string | null; readonly line: number; readonly place: number };

const keyOf = (item: GridItem | undefined): number | string | null =>
  (item === undefined ? null : item.kind === 'row' ? item.row.id : item.group.words);

/** The line that holds the focus: where its asset or kind has gone, or the nearest when it is no longer shown. */
function lineOf(items: readonly GridItem[], active: Active): number {
  if (active.key === null) return Math.min(active.line, items.length - 1);
  const found = items.findIndex((item) => keyOf(item) === active.key);
  return found >= 0 ? found : Math.min(active.line, items.length - 1);
}

/** The register as a grid of tens of thousands of rows: only the lines in sight are in the page. */
export function RegisterGrid(props: RegisterGridProps) {
  const { items, shown, grouped, quantities, tags, sort, filtered, selected, selectedRows, currentId, panel, asOf, actions, handle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, measured);
  const layout = useMemo(() => layOutColumns(COLUMN_KEYS, { width, grouped, quantities, tags }), [width, grouped, quantities, tags]);
  const [active, setActive] = useState<Active>(() => ({ key: currentId, line: 0, place: 1 }));
  const line = useMemo(() => lineOf(items, active), [items, active]);
  const place = Math.min(active.place, layout.columns.length + 1);

  const rangeExtractor = useCallback((range: Range) => {
    const lines = defaultRangeExtractor(range);
    // The focused line stays in the page when it is scrolled away: the focus must have somewhere to be.
    return line < 0 || lines.includes(line) ? lines : [...lines, line].toSorted((left, right) => left - right);
  }, [line]);
  // A new function here makes the virtualiser measure every line again: only for new lines, never for a scroll.
  const getItemKey = useCallback((index: number) => keyOf(items[index]) ?? index, [items]);
  const virtualizer = useVirtualizer({
    count: items.length, getScrollElement: () => scroller.current, estimateSize: lineHeight, overscan: 10,
    scrollMargin: HEAD_HEIGHT, scrollPaddingStart: HEAD_HEIGHT, rangeExtractor, getItemKey,
  });

  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
  const goTo = (cell: Cell, focus = true): void => {
    wantsFocus.current = focus;
    setActive({ key: cell.line < 0 ? null : keyOf(items[cell.line]), ...cell });
    if (focus && cell.line >= 0) virtualizer.scrollToIndex(cell.line);
  };
  // An asset that became current elsewhere (found, added, asked for by another page) is brought into sight once.
  const broughtIn = useRef<number | null>(null);
  useEffect(() => {
    if (currentId === null || broughtIn.current === currentId) return;
    const found = items.findIndex((item) => keyOf(item) === currentId);
    if (found < 0) return;
    broughtIn.current = currentId;
    if (active.key === currentId) return;
    setActive((now) => ({ ...now, key: currentId, line: found }));
    virtualizer.scrollToIndex(found);
  }, [currentId, items, active.key, virtualizer]);
  useImperativeHandle(handle, () => ({
    focus: () => goTo({ line, place }),
    focusAsset: (id, column) => {
      const found = items.findIndex((item) => keyOf(item) === id);
      goTo({ line: found < 0 ? line : found, place: column === undefined ? 1 : Math.max(1, layout.columns.indexOf(column) + 1) });
    },
  }));

  const page = Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 0) - HEAD_HEIGHT) / LINE_HEIGHT) - 1);
  const events = useGridEvents({ items, shown, layout, line, place, page, goTo, actions });
  const ticked = selectedRows === 0 ? 'none' : selectedRows === shown.length ? 'all' : 'some';
  return (
    <div
      ref={ref} className="reg-grid" role="grid" aria-label="Assets" aria-multiselectable="true"
      aria-rowcount={items.length + 1} aria-colcount={layout.columns.length + 2}
      style={{ '--columns': layout.template } as CSSProperties} {...events}
    >
      <GridHead layout={layout} sort={sort} filtered={filtered} ticked={ticked} place={line < 0 ? place : -1} />
      <div role="rowgroup" className="reg-lines" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const shared = { line: index, top: start - HEAD_HEIGHT, layout, place: index === line ? place : -1 };
          return item.kind === 'group'
            ? <GroupRow key={key} {...shared} group={item.group} open={item.open} />
            : <AssetRow key={key} {...shared} row={item.row} selected={selected.has(item.row.id)} current={panel && item.row.id === currentId} asOf={asOf} />;
        })}
      </div>
    </div>
  );
}
