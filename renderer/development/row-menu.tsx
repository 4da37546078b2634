import { Menu } from '@mantine/core';
import { ArrowDown, ArrowUp, EllipsisVertical } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { IconButton } from '../parts/button.tsx';

/** The place a row has among those beside it, and how it goes to another. */
export type Moves = {
  readonly place: number;
  readonly of: number;
  readonly moveTo: (place: number) => void;
};

type RowMenuProps = {
  /** "More for 3.2 Attendance". */
  readonly name: string;
  readonly moves: Moves;
  readonly children: ReactNode;
};

/** What can be done with a row of the plan; moving up and down is Alt with an arrow key too. */
export function RowMenu({ name, moves: { place, of, moveTo }, children }: RowMenuProps) {
  return (
    <Menu position="bottom-end" width={270} transitionProps={{ duration: 80 }}>
      <Menu.Target><IconButton small label={`More for ${name}`}><EllipsisVertical aria-hidden="true" /></IconButton></Menu.Target>
      <Menu.Dropdown>
        {place > 0 && <Menu.Item leftSection={<ArrowUp aria-hidden="true" />} rightSection={<kbd>Alt Up</kbd>} onClick={() => moveTo(place - 1)}>Move up</Menu.Item>}
        {place < of - 1 && <Menu.Item leftSection={<ArrowDown aria-hidden="true" />} rightSection={<kbd>Alt Down</kbd>} onClick={() => moveTo(place + 1)}>Move down</Menu.Item>}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Alt with an arrow key moves the row that has the focus. */
export const movedByKey = ({ place, of, moveTo }: Moves) => (event: KeyboardEvent): void => {
  if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  const to = event.key === 'ArrowUp' ? place - 1 : place + 1;
  if (to >= 0 && to < of) moveTo(to);
};
