import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** One thing that can be done with a row, or with all that are ticked. */
export type MenuEntry = {
  readonly words: string;
  readonly icon: ReactNode;
  readonly run: () => void;
  /** Said below it: what it does not do. */
  readonly hint?: string;
  readonly keys?: string;
};

type ListMenuProps = {
  readonly at: { readonly x: number; readonly y: number };
  /** The row's name. */
  readonly label: string;
  /** Between lines: what looks, what changes, what removes. */
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly onClose: () => void;
};

/** What can be done with a row of a list, by right-click, its menu button or the menu key. */
export function ListMenu({ at, label, groups, onClose }: ListMenuProps) {
  const shown = groups.filter((group) => group.length > 0);
  return (
    <Menu
      opened onClose={onClose} position="bottom-start" offset={2} width={280} returnFocus={false} transitionProps={{ duration: 80 }}
      // Opened low on the page it moves up as far as it must, so that its last entry can be reached.
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 6 } }}
      // Not keys: the one that opened the menu is still on its way through the page and would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} className="grid-menu-at" aria-label={label} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {shown.flatMap((group, place) => [
          ...(place === 0 ? [] : [<Menu.Divider key={`line ${place}`} />]),
          ...group.map(({ words, icon, run, hint, keys }) => (
            <Menu.Item key={words} leftSection={icon} rightSection={keys === undefined ? undefined : <kbd>{keys}</kbd>} onClick={run}>
              {words}{hint !== undefined && <small>{hint}</small>}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
