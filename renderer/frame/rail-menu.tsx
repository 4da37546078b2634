import { Menu } from '@mantine/core';
import { Menu as MenuIcon } from 'lucide-react';
import { useNavigation } from '../lib/navigation.tsx';
import { RAIL_PAGES, railPageOf } from './pages-in-rail.ts';
import { useWaiting } from './waiting-counts.ts';

/** The rail where there is no room for one: the same pages behind a button. Hidden by frame.css everywhere else. */
export function RailMenu() {
  const { page, go } = useNavigation();
  const waiting = useWaiting();
  return (
    <div className="rail-toggle">
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <button type="button" className="icon-btn" aria-label="Pages"><MenuIcon aria-hidden="true" /></button>
        </Menu.Target>
        <Menu.Dropdown>
          {RAIL_PAGES.map(({ page: one, name, icon: Icon }) => (
            <Menu.Item
              key={one} leftSection={<Icon aria-hidden="true" />} aria-current={railPageOf(page) === one ? 'page' : undefined}
              onClick={() => go(one)}
            >
              {name}{waiting.get(one) !== undefined && `, ${waiting.get(one)?.words}`}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
