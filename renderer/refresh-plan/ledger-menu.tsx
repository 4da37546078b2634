import { Menu } from '@mantine/core';
import { ArrowLeft, ArrowRight, CalendarClock, Shapes, Table2, Undo2 } from 'lucide-react';
import type { KitBehind } from '../../planning/ledger/kit.ts';
import type { MoveTo } from '../../planning/refresh/move-effect.ts';
import { itemCount } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';

type LedgerMenuProps = {
  readonly at: { readonly x: number; readonly y: number };
  /** The row's name. */
  readonly name: string;
  readonly kit: KitBehind;
  readonly onMove: (start: MoveTo) => void;
  readonly onAction: () => void;
  readonly onClose: () => void;
};

/** What can be done with the kit behind a row or a figure: by its button, a right-click or the menu key. */
export function LedgerMenu({ at, name, kit: { all, due }, onMove, onAction, onClose }: LedgerMenuProps) {
  const { go } = useNavigation();
  const moved = all.some(({ movedTo }) => movedTo !== null);
  const items = itemCount(all.reduce((sum, { quantity }) => sum + quantity, 0));
  return (
    <Menu
      opened onClose={onClose} position="bottom-start" offset={2} width={270} returnFocus={false} transitionProps={{ duration: 80 }}
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 6 } }}
      // Not keys: the one that opened the menu is still on its way through the page and would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target><button type="button" tabIndex={-1} className="menu-at" aria-label={name} style={{ left: at.x, top: at.y }} /></Menu.Target>
      <Menu.Dropdown aria-label={name}>
        {due.length > 0 && (
          <>
            <Menu.Item leftSection={<ArrowRight aria-hidden="true" />} rightSection={<kbd>Alt Right</kbd>} onClick={() => onMove({ by: 1 })}>Move a year later</Menu.Item>
            <Menu.Item leftSection={<ArrowLeft aria-hidden="true" />} rightSection={<kbd>Alt Left</kbd>} onClick={() => onMove({ by: -1 })}>Move a year earlier</Menu.Item>
            <Menu.Item leftSection={<CalendarClock aria-hidden="true" />} onClick={() => onMove({ by: 1 })}>Move to another year</Menu.Item>
          </>
        )}
        {moved && <Menu.Item leftSection={<Undo2 aria-hidden="true" />} onClick={() => onMove('own')}>Put back to its own year</Menu.Item>}
        {all.length > 0 && <Menu.Item leftSection={<Shapes aria-hidden="true" />} onClick={onAction}>What else could be done</Menu.Item>}
        <Menu.Divider />
        <Menu.Item leftSection={<Table2 aria-hidden="true" />} disabled={all.length === 0} onClick={() => go('register', { filter: { ids: all.map(({ id }) => id) } })}>
          Show {items} in the register
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
