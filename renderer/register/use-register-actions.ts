import { useState } from 'react';
import type { RefObject } from 'react';
import { clipboardText } from '../grid/clipboard.ts';
import type { GridHandle } from '../grid/data-grid.tsx';
import type { GridEditing } from '../grid/edit.ts';
import { NO_FILTERS } from '../grid/filters.ts';
import { rowsMeant } from '../grid/grid-state.ts';
import type { GridActions } from '../grid/grid-state.ts';
import { pathsTo } from '../grid/lines.ts';
import { putOnClipboard } from '../grid/put-on-clipboard.ts';
import { NOTHING_TICKED, toggled } from '../grid/ticks.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import type { Asset } from '../../planning/snapshot.ts';
import type { AssetAction } from './asset-actions.tsx';
import type { PanelTask } from './asset-panel.tsx';
import { assetFieldsOf, assetSetProblems, completedRow } from './asset-set.ts';
import type { AssetSet } from './asset-set.ts';
import type { ColumnKey } from './columns.ts';
import type { MenuPlace, RowMenuActions } from './row-menu.tsx';
import type { RegisterRow } from './rows.ts';
import { useSendRows } from './send-rows.ts';
import type { RegisterModel } from './use-register-view.ts';

type Needs = {
  readonly register: RegisterModel;
  readonly handle: RefObject<GridHandle | null>;
  readonly findBox: RefObject<HTMLInputElement | null>;
  readonly bulkBar: RefObject<HTMLFormElement | null>;
  readonly onFilterColumn: (column: ColumnKey) => void;
};

/** Changes cells of the register in one command. */
function useCellChanges(): GridEditing<RegisterRow, AssetSet> | null {
  const { editable, asOf } = usePlan();
  const sendRows = useSendRows();
  if (!editable) return null;
  return {
    problemsOf: (row, set) => assetSetProblems(row, set, asOf),
    newRow: completedRow,
    apply: async (edits, how) => {
      const rows = edits.flatMap((edit) => (edit.row === null ? [] : [{ id: edit.row.id, set: assetFieldsOf(edit) }]));
      const add = edits.flatMap((edit) => {
        const { categoryKey, description, ...fields } = assetFieldsOf(edit);
        return edit.row !== null || categoryKey === undefined || description === undefined ? [] : [{ ...fields, categoryKey, description }];
      });
      return sendRows({ how, rows, add });
    },
  };
}

/** What was picked in the row's menu, and for which assets. */
type Acted = { readonly action: AssetAction; readonly assets: readonly Asset[]; readonly by?: -1 | 1 };

/** What a person does to the register: open, change, remove; the grid ticks, sorts and folds by itself. */
export function useRegisterActions({ register: { grid, view, setView }, handle, findBox, bulkBar, onFilterColumn }: Needs) {
  const { editable } = usePlan();
  const run = useCommand();
  const editing = useCellChanges();
  const [task, setTask] = useState<PanelTask | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [acted, setActed] = useState<Acted | null>(null);
  const { index, shown, ticked, grouped, layout } = grid;

  const showPanel = (panel: boolean): void => setView((now) => ({ ...now, panel }));
  const open = (row: RegisterRow, next: PanelTask | null): void => {
    setView((now) => ({ ...now, assetId: row.id, panel: true }));
    setTask(next);
  };
  const edit = (row: RegisterRow, column: ColumnKey | null): void => open(row, editable ? { kind: 'edit', column } : null);
  const clear = (): void => grid.setTicks(NOTHING_TICKED);

  const remove = async (rows: readonly RegisterRow[]): Promise<void> => {
    if (!editable || rows.length === 0) return;
    // The focus goes to the row that takes the place of the first one removed.
    const gone = new Set(rows.map(({ id }) => id));
    const first = shown.findIndex(({ id }) => gone.has(id));
    const next = shown.slice(first).find(({ id }) => !gone.has(id)) ?? shown.slice(0, first).findLast(({ id }) => !gone.has(id));
    if (await run('register.remove', { ids: [...gone] }) === null) return;
    clear();
    setView((now) => ({ ...now, assetId: next?.id ?? null }));
    if (next) handle.current?.focusRow(next.id);
  };

  /**
   * The tag or serial number of one asset opens it, also where other filters hide it, and leaves the focus where
   * the next scan goes. Anything else leads into what was found.
   */
  const openCode = (text: string): void => {
    const row = index.byCode(text);
    const [first] = shown;
    if (row === null) {
      if (first) handle.current?.focusRow(first.id);
      return;
    }
    const paths = new Set(pathsTo(row, grouped));
    setView((now) => ({
      ...now, assetId: row.id, panel: true, closed: new Set([...now.closed].filter((path) => !paths.has(path))),
      filters: index.fits(row, now.filters) ? now.filters : { ...NO_FILTERS, find: text },
    }));
    setTask(null);
  };

  /** Another asset in the panel: the row stands where it stood, and filters that hide it stay. */
  const openAsset = (assetId: number): void => {
    setView((now) => ({ ...now, assetId, panel: true }));
    setTask(null);
  };

  /** What a scanner typed outside a field: it goes where the next scan goes too. */
  const scan = (code: string): void => {
    handle.current?.cancelEdit();
    setView((now) => ({ ...now, filters: { ...now.filters, find: code } }));
    findBox.current?.focus();
    // Once the code stands there: the next scan takes its place instead of being written behind it.
    window.setTimeout(() => findBox.current?.select());
    if (index.byCode(code) !== null) openCode(code);
  };

  /** To the bar that changes many: of the rows ticked, else of the cells selected, else of the row in the panel. */
  const changeMany = (): void => {
    const rows = ticked.length > 0 ? ticked : grid.rangeRows.length > 0 ? grid.rangeRows : shown.filter(({ id }) => id === view.assetId);
    if (!editable || rows.length === 0) return;
    if (ticked.length === 0) grid.setTicks({ ids: new Set(rows.map(({ id }) => id)), anchor: null });
    // Once the bar is there.
    window.setTimeout(() => bulkBar.current?.querySelector<HTMLElement>('select, input')?.focus());
  };

  /** Alt+Left and Alt+Right: what moving the rows to the year before or after would do, and why it is done. */
  const moveYear = (rows: readonly RegisterRow[], by: -1 | 1): void => {
    if (editable && rows.some(({ due }) => due !== null)) setActed({ action: 'move', assets: rows.map(({ asset }) => asset), by });
  };

  const gridActions: GridActions<RegisterRow> = {
    filterBy: onFilterColumn,
    comeTo: (row) => {
      if (row.id === view.assetId) return;
      setView((now) => ({ ...now, assetId: row.id }));
      setTask(null);
    },
    open: edit,
    why: (row) => open(row, { kind: 'why' }),
    remove: (rows) => void remove(rows),
    menu: (row, at) => setMenu({ row, ...at }),
    shift: moveYear,
  };

  const menuActions: RowMenuActions = {
    open: (row) => open(row, null),
    why: (row) => open(row, { kind: 'why' }),
    edit: (row) => edit(row, null),
    copy: (row) => putOnClipboard(clipboardText(rowsMeant(ticked, row), layout.columns.map(({ column }) => column), { headings: true })),
    toggle: (row) => grid.setTicks((now) => toggled(now, row.id)),
    remove: (rows) => void remove(rows),
    act: (action, rows) => setActed({ action, assets: rows.map(({ asset }) => asset) }),
  };
  const doneWithMany = (): void => {
    clear();
    handle.current?.focus();
  };
  const closeMenu = (): void => {
    setMenu(null);
    handle.current?.focus();
  };

  const closeActed = (): void => {
    setActed(null);
    handle.current?.focus();
  };

  return { editing, doneWithMany, scan, changeMany, task, setTask, showPanel, remove, openCode, openAsset, gridActions, menu, closeMenu, menuActions, acted, closeActed };
}
