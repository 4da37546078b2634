import { Menu } from '@mantine/core';
import { Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { startLower } from '../../planning/words.ts';
import { Button } from '../parts/button.tsx';
import type { GridRow } from './column.ts';
import type { Grid } from './use-grid.ts';

type GroupMenuProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  /** The columns most grouped by, in the order of the menu; a heading's own menu groups by any other. */
  readonly choices: readonly string[];
};

const Choice = ({ value, children }: { readonly value: string; readonly children: ReactNode }) => (
  <Menu.RadioItem value={value} closeMenuOnClick>{children}</Menu.RadioItem>
);

/** What stands for no column. */
const NOTHING = '';

/** "By kind", "By room, status": what the rows are grouped by, and by what within that. */
export function GroupMenu<Row extends GridRow, Set extends object>({ grid, choices }: GroupMenuProps<Row, Set>) {
  const { grouped, columns, setView } = grid;
  const by = grouped.map(({ key }) => key);
  const group = (keys: readonly string[]): void => setView((view) => ({ ...view, groupBy: keys, closed: new Set() }));
  const listed = choices.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const [first, second] = by;
  const name = grouped.length === 0 ? 'No groups' : `By ${grouped.map(({ heading }) => startLower(heading)).join(', ')}`;
  return (
    <Menu position="bottom-end" width={220} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button small className="grid-by" icon={<Rows3 aria-hidden="true" />} aria-label={`${name}: change the groups`}>{name}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Group by</Menu.Label>
        <Menu.RadioGroup value={first ?? NOTHING} onChange={(key) => group(key === NOTHING ? [] : [key])}>
          <Choice value={NOTHING}>Nothing</Choice>
          {listed.map(({ key, heading }) => <Choice key={key} value={key}>{heading}</Choice>)}
        </Menu.RadioGroup>
        {first !== undefined && (
          <>
            <Menu.Label>And within that by</Menu.Label>
            <Menu.RadioGroup value={second ?? NOTHING} onChange={(key) => group(key === NOTHING ? [first] : [first, key])}>
              <Choice value={NOTHING}>Nothing more</Choice>
              {listed.filter(({ key }) => key !== first).map(({ key, heading }) => <Choice key={key} value={key}>{heading}</Choice>)}
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
