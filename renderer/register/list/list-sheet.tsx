import { useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import type { GridRow } from '../../grid/column.ts';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { GridHandle } from '../../grid/data-grid.tsx';
import type { GridEditing } from '../../grid/edit.ts';
import { NO_FILTERS } from '../../grid/filters.ts';
import { GridFooter } from '../../grid/grid-footer.tsx';
import type { GroupSum } from '../../grid/grid-line.tsx';
import { rowsMeant } from '../../grid/grid-state.ts';
import { GridToolbar } from '../../grid/grid-toolbar.tsx';
import type { Grid } from '../../grid/use-grid.ts';
import { ViewMenu } from '../../grid/view-menu.tsx';
import { useShortcuts } from '../../lib/hotkeys.tsx';
import { Button } from '../../parts/button.tsx';
import './list.css';
import { ListMenu } from './list-menu.tsx';
import type { MenuEntry } from './list-menu.tsx';
import { isAsked, withQuick } from './list-view.ts';
import type { QuickFilter } from './list-view.ts';
import { useFocusKept } from './use-focus-kept.ts';

type ListSheetProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  /** "Warranties and contracts", and "the warranties and contracts". */
  readonly label: string;
  readonly what: string;
  readonly placeholder: string;
  readonly nameOf: (row: Row) => string;
  readonly firstFilter: string;
  readonly groups: readonly string[];
  readonly sums?: readonly GroupSum<Row>[];
  readonly quick: readonly QuickFilter<Row>[];
  readonly editing: GridEditing<Row, Set> | null;
  /** The row in the side panel; null while it is shut. */
  readonly current: Row | null;
  readonly onCurrent: (row: Row | null) => void;
  readonly panel: ReactNode;
  /** What can be done with a row or the ticked ones, for the row's menu. */
  readonly menuOf: (row: Row, meant: readonly Row[]) => readonly (readonly MenuEntry[])[];
  /** Delete: of the ticked rows, else of the one with the focus; null while the list can only be read. */
  readonly onRemove: ((rows: readonly Row[]) => void) | null;
  /** Above the grid; what the ticked rows can be changed by, below it; what is shown comes to, in the footer. */
  readonly above?: ReactNode;
  readonly bulk?: ReactNode;
  readonly children?: ReactNode;
  readonly handle?: Ref<GridHandle>;
};

const NO_GROUPS: readonly string[] = [];

type MenuAt<Row> = { readonly row: Row; readonly x: number; readonly y: number };

/** A list of the register as the assets are one: toolbar, grid, totals, and a panel beside it. */
export function ListSheet<Row extends GridRow, Set extends object>(props: ListSheetProps<Row, Set>) {
  const { grid, label, what, nameOf, quick, current, onCurrent, onRemove } = props;
  const { view: { filters }, setView } = grid;
  const handle = useRef<GridHandle>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const [filterColumn, setFilterColumn] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuAt<Row> | null>(null);
  useShortcuts([
    { keys: 'Ctrl+F', does: `Find in ${what}`, run: () => findBox.current?.select(), inFields: true },
    { keys: 'Ctrl+\\', does: 'Show or hide the side panel', run: () => onCurrent(current === null ? grid.shown[0] ?? null : null), inFields: true },
  ]);
  const find = (): void => {
    const [first] = grid.shown;
    if (first !== undefined) handle.current?.focusRow(first.id);
  };
  const focusKept = useFocusKept(() => handle.current?.focus());
  return (
    <div className="reg-sheet" {...focusKept}>
      <div className="reg-main">
        {props.above}
        <GridToolbar
          grid={grid} what={what} placeholder={props.placeholder} filterColumn={filterColumn} onFilterColumn={setFilterColumn}
          firstFilter={props.firstFilter} groups={props.groups} onFound={find} findBox={findBox}
        >
          <ViewMenu grid={grid} everything="Everything" groupBy={NO_GROUPS} editable={props.editing !== null} own={quick} />
          {quick.length > 0 && (
            <span className="list-quick" role="group" aria-label="Often asked">
              {quick.map((each) => (
                <button
                  key={each.words} type="button" className="list-ask" aria-pressed={isAsked(filters, each)}
                  onClick={() => setView((view) => ({ ...view, filters: withQuick(view.filters, each) }))}
                >
                  {each.words}
                </button>
              ))}
            </span>
          )}
        </GridToolbar>
        <DataGrid
          label={label} grid={grid} nameOf={nameOf} currentId={current?.id ?? null} markCurrent={current !== null} editing={props.editing} handle={handle}
          {...(props.sums === undefined ? {} : { sums: props.sums })}
          actions={{
            filterBy: setFilterColumn,
            comeTo: (row) => { if (current !== null && row.id !== current.id) onCurrent(row); },
            open: (row) => onCurrent(row),
            menu: (row, at) => setMenu({ row, ...at }),
            ...(onRemove === null ? {} : { remove: onRemove }),
          }}
        />
        {grid.shown.length === 0 && grid.rows.length > 0 && (
          <p className="reg-none" role="status">
            Nothing here fits. <Button variant="link" onClick={() => setView((view) => ({ ...view, filters: NO_FILTERS }))}>Show everything</Button>
          </p>
        )}
        <GridFooter grid={grid}>{props.children}</GridFooter>
        {props.bulk}
      </div>
      {props.panel}
      {menu !== null && (
        <ListMenu
          at={menu} label={nameOf(menu.row)} groups={props.menuOf(menu.row, rowsMeant(grid.ticked, menu.row))}
          onClose={() => { setMenu(null); handle.current?.focus(); }}
        />
      )}
    </div>
  );
}
