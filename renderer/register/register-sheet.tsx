import { useMemo, useRef, useState } from 'react';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AssetPanel } from './asset-panel.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { ColumnKey } from './columns.ts';
import { NO_FILTERS } from './filters.ts';
import type { GridItem } from './grid-items.ts';
import { GridFooter } from './grid-footer.tsx';
import { RegisterGrid } from './register-grid.tsx';
import type { GridHandle } from './register-grid.tsx';
import { RowMenu } from './row-menu.tsx';
import type { RegisterRow } from './rows.ts';
import { selectedAmong } from './selection.ts';
import { Toolbar } from './toolbar.tsx';
import { useRegisterActions } from './use-register-actions.ts';
import { useRegisterShortcuts } from './use-register-shortcuts.ts';
import type { useRegisterView } from './use-register-view.ts';

type RegisterSheetProps = {
  readonly register: ReturnType<typeof useRegisterView>;
  readonly rooms: readonly string[];
  readonly onAdd: () => void;
};

/** The row of the side panel: the one chosen, else the first in sight. */
const currentRow = (rows: readonly RegisterRow[], items: readonly GridItem[], assetId: number | null): RegisterRow | null => {
  if (assetId !== null) return rows.find((row) => row.id === assetId) ?? null;
  const first = items.find((item) => item.kind === 'row');
  return first?.kind === 'row' ? first.row : null;
};

/** The grid with what stands above, below and beside it. */
export function RegisterSheet({ register, rooms, onAdd }: RegisterSheetProps) {
  const { application, asOf, editable } = usePlan();
  const { rows, view, setView, shown, items, whole, totals } = register;
  const grid = useRef<GridHandle>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const bulkBar = useRef<HTMLFormElement>(null);
  const [filterColumn, setFilterColumn] = useState<ColumnKey | null>(null);
  const acts = useRegisterActions({ register, grid, onFilterColumn: setFilterColumn });
  const selected = useMemo(() => selectedAmong(acts.selection, shown), [acts.selection, shown]);
  const current = useMemo(() => currentRow(rows, items, view.assetId), [rows, items, view.assetId]);
  const filtered = useMemo(() => new Set(view.filters.columns.map(({ column }) => column)), [view.filters.columns]);
  useRegisterShortcuts({
    find: () => findBox.current?.select(),
    togglePanel: () => acts.showPanel(!view.panel),
    bulk: () => bulkBar.current?.querySelector<HTMLElement>('select, input')?.focus(),
    add: editable ? onAdd : null,
  });
  return (
    <div className="reg-sheet">
      <div className="reg-main">
        <Toolbar
          rows={rows} filters={view.filters} onFilters={(filters) => setView({ ...view, filters })} filterColumn={filterColumn}
          onFilterColumn={setFilterColumn} grouped={view.grouped} onGrouped={(grouped) => setView({ ...view, grouped })}
          onFound={acts.openCode} findBox={findBox}
        />
        <RegisterGrid
          items={items} shown={shown} grouped={view.grouped} quantities={whole.rows !== whole.items}
          tags={application.settings.role !== 'slt'} sort={view.sort} filtered={filtered}
          selected={acts.selection.ids} selectedRows={selected.length} currentId={current?.id ?? null} panel={view.panel} asOf={asOf}
          actions={acts.gridActions(selected)} handle={grid}
        />
        {shown.length === 0 && (
          <p className="reg-none" role="status">
            Nothing in the register fits. <Button variant="link" onClick={() => setView({ ...view, filters: NO_FILTERS })}>Show everything</Button>
          </p>
        )}
        <GridFooter whole={whole} shown={totals} selected={selected} />
        {editable && selected.length > 0 && <BulkBar rows={selected} rooms={rooms} bar={bulkBar} onDone={acts.doneWithMany} />}
      </div>
      {view.panel && current !== null && (
        <AssetPanel
          row={current} rooms={rooms} task={acts.task} onTask={acts.setTask} onClose={() => acts.showPanel(false)}
          onRemove={() => void acts.remove([current])} onBack={() => grid.current?.focus()}
        />
      )}
      {acts.menu !== null && (
        <RowMenu
          at={acts.menu} rows={acts.rowsFor(acts.menu.row, selected)} editable={editable}
          selected={acts.selection.ids.has(acts.menu.row.id)} actions={acts.menuActions(selected)} onClose={acts.closeMenu}
        />
      )}
    </div>
  );
}
