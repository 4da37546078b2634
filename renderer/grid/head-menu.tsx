import { Menu } from '@mantine/core';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff, ListFilter, Pin, Rows3, UnfoldHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GridRow } from './column.ts';
import type { MenuPoint } from './grid-state.ts';
import { moved, withWidth } from './layout.ts';
import type { Grid } from './use-grid.ts';

type HeadMenuProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  readonly at: MenuPoint & { readonly column: string };
  readonly onFilter: (column: string) => void;
  readonly onClose: () => void;
};

const Entry = ({ icon, keys, onClick, children }: {
  readonly icon: ReactNode; readonly keys?: string; readonly onClick: () => void; readonly children: ReactNode;
}) => <Menu.Item leftSection={icon} rightSection={keys === undefined ? undefined : <kbd>{keys}</kbd>} onClick={onClick}>{children}</Menu.Item>;

/** What can be done with a column, by a right press on its heading or the menu key there. */
export function HeadMenu<Row extends GridRow, Set extends object>({ grid, at, onFilter, onClose }: HeadMenuProps<Row, Set>) {
  const { layout, layoutChosen, setLayout, setView, columns } = grid;
  const key = at.column;
  const column = columns.find((each) => each.key === key);
  const shown = layout.columns.map((each) => each.column.key);
  const place = shown.indexOf(key);
  if (column === undefined || place < 0) return null;
  const sort = (descending: boolean): void => setView((view) => ({ ...view, sort: [{ column: key, descending }] }));
  const move = (by: -1 | 1): void => setLayout({ ...layoutChosen, shown: moved(shown, key, by) });
  const frozenHere = layoutChosen.frozen === place + 1;
  return (
    <Menu
      opened onClose={onClose} position="bottom-start" offset={2} width={270} returnFocus={false} transitionProps={{ duration: 80 }}
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} className="grid-menu-at" aria-label={column.heading} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={column.heading}>
        <Entry icon={<ArrowUp aria-hidden="true" />} onClick={() => sort(false)}>Sort upwards</Entry>
        <Entry icon={<ArrowDown aria-hidden="true" />} onClick={() => sort(true)}>Sort downwards</Entry>
        <Entry icon={<ListFilter aria-hidden="true" />} keys="Alt Down" onClick={() => onFilter(key)}>Filter</Entry>
        {(column.kind === 'choice' || column.choice !== undefined) && (
          <Entry icon={<Rows3 aria-hidden="true" />} onClick={() => setView((view) => ({ ...view, groupBy: [key], closed: new Set() }))}>Group by {column.heading.toLowerCase()}</Entry>
        )}
        <Menu.Divider />
        <Entry icon={<Pin aria-hidden="true" />} onClick={() => setLayout({ ...layoutChosen, frozen: frozenHere ? 0 : place + 1 })}>
          {frozenHere ? 'Let all columns move' : 'Keep the columns up to here in sight'}
        </Entry>
        <Entry icon={<ArrowLeft aria-hidden="true" />} keys="Ctrl Shift Left" onClick={() => move(-1)}>Move left</Entry>
        <Entry icon={<ArrowRight aria-hidden="true" />} keys="Ctrl Shift Right" onClick={() => move(1)}>Move right</Entry>
        <Entry icon={<UnfoldHorizontal aria-hidden="true" />} onClick={() => setLayout(withWidth(layoutChosen, key, null))}>
          Width as it was<small>Shift Left and Shift Right make it narrower and wider.</small>
        </Entry>
        {shown.length > 1 && <Entry icon={<EyeOff aria-hidden="true" />} onClick={() => setLayout({ ...layoutChosen, shown: shown.filter((each) => each !== key) })}>Hide this column</Entry>}
      </Menu.Dropdown>
    </Menu>
  );
}
