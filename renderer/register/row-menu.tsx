import { Menu } from '@mantine/core';
import { CircleHelp, Copy, PackagePlus, PanelRight, PencilLine, SquareCheck, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { itemCount } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { AssetActionItems } from './asset-actions.tsx';
import type { AssetAction } from './asset-actions.tsx';
import type { RegisterRow } from './rows.ts';

export type MenuPlace = { readonly row: RegisterRow; readonly x: number; readonly y: number };

export type RowMenuActions = {
  readonly open: (row: RegisterRow) => void;
  readonly why: (row: RegisterRow) => void;
  readonly edit: (row: RegisterRow) => void;
  readonly copy: (row: RegisterRow) => void;
  readonly toggle: (row: RegisterRow) => void;
  readonly remove: (rows: readonly RegisterRow[]) => void;
  /** Opens the dialog of what becomes of these rows. */
  readonly act: (action: AssetAction, rows: readonly RegisterRow[]) => void;
};

type RowMenuProps = {
  readonly at: MenuPlace;
  /** The rows it acts on: those ticked when its row is one of them, else its row. */
  readonly rows: readonly RegisterRow[];
  readonly selected: boolean;
  readonly editable: boolean;
  readonly actions: RowMenuActions;
  readonly onClose: () => void;
};

const Entry = ({ icon, keys, onClick, children }: {
  readonly icon: ReactNode; readonly keys: string; readonly onClick: () => void; readonly children: ReactNode;
}) => <Menu.Item leftSection={icon} rightSection={<kbd>{keys}</kbd>} onClick={onClick}>{children}</Menu.Item>;

/** What can be done with a row, by right-click, its menu button or the menu key. */
export function RowMenu({ at, rows, selected, editable, actions, onClose }: RowMenuProps) {
  const { go } = useNavigation();
  const name = at.row.tag ?? at.row.description;
  const count = itemCount(rows.reduce((sum, row) => sum + row.quantity, 0));
  return (
    <Menu
      opened onClose={onClose} position="bottom-start" offset={2} width={270} returnFocus={false} transitionProps={{ duration: 80 }}
      // Opened low on the page it moves up as far as it must, so that its last entry can be reached.
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 6 } }}
      // Not keys: the one that opened the menu is still on its way through the page and would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} className="grid-menu-at" aria-label={name} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <Entry icon={<PanelRight aria-hidden="true" />} keys="Ctrl \" onClick={() => actions.open(at.row)}>Show in the panel</Entry>
        <Entry icon={<CircleHelp aria-hidden="true" />} keys="Alt Enter" onClick={() => actions.why(at.row)}>Why this date?</Entry>
        {editable && <Entry icon={<PencilLine aria-hidden="true" />} keys="F2" onClick={() => actions.edit(at.row)}>Edit</Entry>}
        <Menu.Divider />
        <Entry icon={<SquareCheck aria-hidden="true" />} keys="Space" onClick={() => actions.toggle(at.row)}>{selected ? 'Take the tick off' : 'Select'}</Entry>
        <Entry icon={<Copy aria-hidden="true" />} keys="Ctrl C" onClick={() => actions.copy(at.row)}>Copy for Excel</Entry>
        {editable && (
          <>
            <Menu.Divider />
            <AssetActionItems assets={rows.map(({ asset }) => asset)} onPick={(action) => actions.act(action, rows)} />
            <Menu.Item leftSection={<PackagePlus aria-hidden="true" />} onClick={() => go('orders', { draft: { assetIds: rows.map(({ id }) => id) } })}>
              Order what replaces {rows.length === 1 ? 'it' : 'them'}
            </Menu.Item>
            <Menu.Divider />
            <Entry icon={<Trash2 aria-hidden="true" />} keys="Del" onClick={() => actions.remove(rows)}>
              Remove {count}<small>Entered by mistake. Kit that has gone has a status for it.</small>
            </Entry>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
