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
  const choose = (value: string): void => {
    const chosen = ROLES.find((one) => one === value);
    if (chosen !== undefined) void act('app.settings', { role: chosen });
  };
  return (
    <Menu position="bottom-end" width={290}>
      <Menu.Target>
        <button type="button" className="who">
          <Eye aria-hidden="true" />
          <span><small>Whose view</small>{' '}<b>{ROLE_WORDS[role]}</b></span>
          <ChevronDown className="lucide s" aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The same figures, in the order you need</Menu.Label>
        <Menu.RadioGroup value={role} onChange={choose}>
          {ROLES.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick checkIcon={<Check aria-hidden="true" />}>
              {ROLE_WORDS[one]}<small>{VIEW_WORDS[one]}</small>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
