import { useState } from 'react';
import type { RefObject } from 'react';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { clipboardText } from './clipboard.ts';
import { putOnClipboard } from './put-on-clipboard.ts';
import { columnsFor } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import { NO_FILTERS } from './filters.ts';
import { nextSort } from './order.ts';
import type { PanelTask } from './asset-panel.tsx';
import type { GridHandle } from './register-grid.tsx';
import type { MenuPlace, RowMenuActions } from './row-menu.tsx';
import type { RegisterRow } from './rows.ts';
import { extended, NOTHING_SELECTED, toggled, toggledAll } from './selection.ts';
import type { Selection } from './selection.ts';
import type { GridActions } from './use-grid-events.ts';
import type { useRegisterView } from './use-register-view.ts';

type Needs = {
  readonly register: ReturnType<typeof useRegisterView>;
  readonly grid: RefObject<GridHandle | null>;
  readonly onFilterColumn: (column: ColumnKey) => void;
};

const idsOf = (rows: readonly RegisterRow[]): readonly number[] => rows.map(({ id }) => id);

/** What a person does to the register: tick, sort, fold, open, change, remove. */
export function useRegisterActions({ register: { index, view, setView, shown }, grid, onFilterColumn }: Needs) {
  const { application: { settings: { role } }, editable } = usePlan();
  const run = useCommand();
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [task, setTask] = useState<PanelTask | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);

  const showPanel = (panel: boolean): void => setView((now) => ({ ...now, panel }));
  const open = (row: RegisterRow, next: PanelTask | null): void => {
    setView((now) => ({ ...now, assetId: row.id, panel: true }));
    setTask(next);
  };
  const edit = (row: RegisterRow, column: ColumnKey | null): void => open(row, editable ? { kind: 'edit', column } : null);
  const toggle = (row: RegisterRow): void => setSelection((now) => toggled(now, row.id));
  const clear = (): void => setSelection(NOTHING_SELECTED);
  const rowsFor = (row: RegisterRow, selected: readonly RegisterRow[]): readonly RegisterRow[] =>
    (selected.some(({ id }) => id === row.id) ? selected : [row]);

  const remove = async (rows: readonly RegisterRow[]): Promise<void> => {
    if (!editable || rows.length === 0) return;
    // The focus goes to the row that takes the place of the first one removed.
    const gone = new Set(idsOf(rows));
    const first = shown.findIndex(({ id }) => gone.has(id));
    const next = shown.slice(first).find(({ id }) => !gone.has(id)) ?? shown.slice(0, first).findLast(({ id }) => !gone.has(id));
    if (await run('register.remove', { ids: [...gone] }) === null) return;
    clear();
    setView((now) => ({ ...now, assetId: next?.id ?? null }));
    if (next) grid.current?.focusAsset(next.id);
  };

  /**
   * The tag or serial number of one asset opens it, also where other filters hide it, and leaves the focus where
   * the next scan goes. Anything else leads into what was found.
   */
  const openCode = (text: string): void => {
    const row = index.byCode(text);
    const [first] = shown;
    if (row === null) {
      if (first) grid.current?.focusAsset(first.id);
      return;
    }
    setView((now) => ({
      ...now, assetId: row.id, panel: true, closed: new Set([...now.closed].filter((kind) => kind !== row.kind)),
      filters: index.fits(row, now.filters) ? now.filters : { ...NO_FILTERS, find: text },
    }));
    setTask(null);
  };

  const gridActions = (selected: readonly RegisterRow[]): GridActions => ({
    sortBy: (column) => setView((now) => ({ ...now, sort: nextSort(now.sort, column) })),
    filterBy: onFilterColumn,
    toggle,
    toggleAll: (rows) => setSelection((now) => toggledAll(now, idsOf(rows))),
    selectAll: () => setSelection((now) => ({ ids: new Set(idsOf(shown)), anchor: now.anchor })),
    extend: (from, to) => setSelection((now) => extended(now, idsOf(shown), from.id, to.id)),
    clear,
    setOpen: (kind, isOpen) => setView((now) => {
      const closed = new Set(now.closed);
      if (isOpen) closed.delete(kind);
      else closed.add(kind);
      return { ...now, closed };
    }),
    comeTo: (row) => {
      if (row.id === view.assetId) return;
      setView((now) => ({ ...now, assetId: row.id }));
      setTask(null);
    },
    edit,
    why: (row) => open(row, { kind: 'why' }),
    remove: (row) => void remove(rowsFor(row, selected)),
    menu: (row, at) => setMenu({ row, ...at }),
    copyText: (row) => clipboardText(rowsFor(row, selected), columnsFor(role)),
  });

  const menuActions = (selected: readonly RegisterRow[]): RowMenuActions => ({
    open: (row) => open(row, null),
    why: (row) => open(row, { kind: 'why' }),
    edit: (row) => edit(row, null),
    copy: (row) => putOnClipboard(clipboardText(rowsFor(row, selected), columnsFor(role))),
    toggle,
    remove: (rows) => void remove(rows),
  });
  const doneWithMany = (): void => {
    clear();
    grid.current?.focus();
  };
  const closeMenu = (): void => {
    setMenu(null);
    grid.current?.focus();
  };

  return {
    selection, doneWithMany, task, setTask, showPanel, remove, openCode, gridActions, rowsFor,
    menu, closeMenu, menuActions,
  };
}
