import { useMemo, useRef, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { itemCount } from '../../planning/words.ts';
import { DataGrid } from '../grid/data-grid.tsx';
import type { GridHandle } from '../grid/data-grid.tsx';
import { NO_FILTERS } from '../grid/filters.ts';
import { GridFooter } from '../grid/grid-footer.tsx';
import type { GroupSum } from '../grid/grid-line.tsx';
import { rowsMeant } from '../grid/grid-state.ts';
import { GridToolbar } from '../grid/grid-toolbar.tsx';
import type { GridLine } from '../grid/lines.ts';
import { ViewMenu } from '../grid/view-menu.tsx';
import { usePlan } from '../lib/plan.tsx';
import { useScanner } from '../lib/scanner.ts';
import { Button } from '../parts/button.tsx';
import { AssetActionDialog } from './asset-actions.tsx';
import { AssetPanel } from './asset-panel.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { GROUP_CHOICES } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import { RowMenu } from './row-menu.tsx';
import type { RegisterRow } from './rows.ts';
import { costTotalWords, paidTotalWords, totalsOf } from './totals.ts';
import { usePaletteActions } from './use-palette-actions.ts';
import { useRegisterActions } from './use-register-actions.ts';
import { useRegisterShortcuts } from './use-register-shortcuts.ts';
import type { RegisterModel } from './use-register-view.ts';
import { BY_KIND } from './view.ts';

type RegisterSheetProps = {
  readonly register: RegisterModel;
  readonly onAdd: () => void;
};

/** The row of the side panel: the one chosen, else the first in sight. */
const currentRow = (rows: readonly RegisterRow[], lines: readonly GridLine<RegisterRow>[], assetId: number | null): RegisterRow | null => {
  if (assetId !== null) return rows.find((row) => row.id === assetId) ?? null;
  const first = lines.find((line) => line.kind === 'row');
  return first?.kind === 'row' ? first.row : null;
};

const NO_ASSETS: readonly RegisterRow['asset'][] = [];

const SUMS: readonly GroupSum<RegisterRow>[] = [
  { column: 'paid', words: (rows) => paidTotalWords(totalsOf(rows)) },
  { column: 'cost', words: (rows) => costTotalWords(totalsOf(rows)) },
];

/** What the heading of a group adds: a sum that leaves kit out must say so. */
const unpricedWords = (rows: readonly RegisterRow[]) => {
  const { priced, withoutPrice } = totalsOf(rows);
  return priced > 0 && withoutPrice > 0 && <span className="q">, {formatCount(withoutPrice)} without a price</span>;
};

/** The grid with what stands above, below and beside it. */
export function RegisterSheet({ register, onAdd }: RegisterSheetProps) {
  const { application: { settings: { role } }, editable } = usePlan();
  const { grid, view, setView, totals } = register;
  const handle = useRef<GridHandle>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const bulkBar = useRef<HTMLFormElement>(null);
  const [filterColumn, setFilterColumn] = useState<ColumnKey | null>(null);
  const acts = useRegisterActions({ register, handle, findBox, bulkBar, onFilterColumn: setFilterColumn });
  useScanner(acts.scan);
  const current = useMemo(() => currentRow(grid.rows, grid.lines, view.assetId), [grid.rows, grid.lines, view.assetId]);
  // Senior leaders look at kit without tags.
  const nameOf = (row: RegisterRow): string => (role === 'slt' ? row.description : row.tag ?? row.description);
  usePaletteActions({ register, current, actions: acts.menuActions, onChangeMany: acts.changeMany, onTogglePanel: () => acts.showPanel(!view.panel), onAdd });
  useRegisterShortcuts({
    find: () => findBox.current?.select(),
    togglePanel: () => acts.showPanel(!view.panel),
    bulk: acts.changeMany,
    add: editable ? onAdd : null,
  });
  return (
    <div className="reg-sheet">
      <div className="reg-main">
        <GridToolbar
          grid={grid} what="the register" placeholder="Find or scan a tag" filterColumn={filterColumn} onFilterColumn={setFilterColumn}
          firstFilter="due" groups={GROUP_CHOICES} onFound={acts.openCode} findBox={findBox}
        >
          <ViewMenu grid={grid} everything="All assets" groupBy={BY_KIND} editable={editable} />
        </GridToolbar>
        <DataGrid
          label="Assets" grid={grid} nameOf={nameOf} currentId={current?.id ?? null} markCurrent={view.panel} sums={SUMS} groupAside={unpricedWords}
          actions={acts.gridActions} editing={acts.editing} handle={handle}
        />
        {grid.shown.length === 0 && (
          <p className="reg-none" role="status">
            Nothing in the register fits. <Button variant="link" onClick={() => setView({ ...view, filters: NO_FILTERS })}>Show everything</Button>
          </p>
        )}
        <GridFooter grid={grid}>
          {totals.withoutPrice > 0 && <span className="c-warn">{itemCount(totals.withoutPrice)} without a price</span>}
          <span>Paid <b className="num">{paidTotalWords(totals)}</b></span>
          <span>Cost when due <b className="num">{costTotalWords(totals)}</b></span>
        </GridFooter>
        {editable && grid.ticked.length > 0 && <BulkBar rows={grid.ticked} bar={bulkBar} onDone={acts.doneWithMany} />}
      </div>
      {view.panel && current !== null && (
        <AssetPanel
          row={current} task={acts.task} onTask={acts.setTask} onClose={() => acts.showPanel(false)}
          onRemove={() => void acts.remove([current])} onBack={() => handle.current?.focus()} onOpen={acts.openAsset}
        />
      )}
      <AssetActionDialog action={acts.acted?.action ?? null} assets={acts.acted?.assets ?? NO_ASSETS} by={acts.acted?.by} onClose={acts.closeActed} />
      {acts.menu !== null && (
        <RowMenu
          at={acts.menu} rows={rowsMeant(grid.ticked, acts.menu.row)} editable={editable}
          selected={grid.ticks.ids.has(acts.menu.row.id)} actions={acts.menuActions} onClose={acts.closeMenu}
        />
      )}
    </div>
  );
}
