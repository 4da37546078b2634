import { Menu } from '@mantine/core';
import { Check, ChevronDown, Eye } from 'lucide-react';
import { ROLES, ROLE_WORDS } from '../../planning/vocabulary.ts';
import type { Role } from '../../planning/vocabulary.ts';
import { useApplication } from '../lib/application.tsx';
import { useAction } from '../lib/commands.tsx';

/** What each view puts first; the figures are the same in all three. */
const VIEW_WORDS: Readonly<Record<Role, string>> = {
  network_manager: 'Tags, rooms and serial numbers',
  business_manager: 'Codes, funds and budgets first',
  slt: 'The finding first, without tags and serials',
};

/** Whose view it is: a way of looking, and the role that changes are recorded under. Never a permission. */
export function RoleMenu() {
  const { application: { settings: { role } } } = useApplication();
  const act = useAction();
  return (
    <Menu position="bottom-end" width={290} offset={2} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <button type="button" className="who" aria-label={`Whose view: ${ROLE_WORDS[role]}`}>
          <Eye aria-hidden="true" />
          <span><small>Whose view</small><b>{ROLE_WORDS[role]}</b></span>
          <ChevronDown className="lucide s" aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The same figures, in the order you need</Menu.Label>
        {ROLES.map((one) => (
          <Menu.Item
            key={one} role="menuitemradio" aria-checked={one === role}
            rightSection={one === role ? <Check aria-hidden="true" /> : null}
            onClick={() => void act('app.settings', { role: one })}
          >
            {ROLE_WORDS[one]}<small>{VIEW_WORDS[one]}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
