import { useShortcuts } from '../lib/hotkeys.tsx';
import type { Shortcut } from '../lib/hotkeys.tsx';

type RegisterShortcuts = {
  readonly find: () => void;
  readonly togglePanel: () => void;
  /** To the bar that changes all ticked rows. */
  readonly bulk: () => void;
  /** null while the plan can only be read. */
  readonly add: (() => void) | null;
};

/** What the grid does by itself. */
const GRID_KEYS: readonly Shortcut[] = [
  { keys: 'Arrows, Home, End, PgUp, PgDn', does: 'Move by cell; with Ctrl to the first or last row' },
  { keys: 'Shift+Arrows', does: 'Select cells; over the ticks, tick the rows passed' },
  { keys: 'Space', does: 'Tick the row, or the rows of the selected cells; on a heading, sort by it' },
  { keys: 'Ctrl+A', does: 'Tick all rows shown' },
  { keys: 'Ctrl+C', does: 'Copy the cells, or the ticked rows with their headings, for Excel' },
  { keys: 'Alt+Enter', does: 'Why this date?' },
  { keys: 'Esc', does: 'Take the selection off, then the ticks' },
  { keys: 'Alt+Down', does: 'On a heading: filter by it' },
  { keys: 'Shift+Enter', does: 'On a heading: sort by it as well' },
  { keys: 'Shift+Left, Shift+Right', does: 'On a heading: narrower, wider' },
  { keys: 'Ctrl+Shift+Left, Ctrl+Shift+Right', does: 'On a heading: move the column' },
  { keys: 'Right, Left', does: 'On a group: open it, close it' },
  { keys: 'Shift+F10', does: 'What can be done with the row, or with the column of a heading' },
];

/** What it does where the plan may be changed. */
const TYPING_KEYS: readonly Shortcut[] = [
  { keys: 'Enter, F2, or typing', does: 'Type into the cell; Enter and Tab go on, Shift+Tab goes back, Esc leaves it as it was' },
  { keys: 'Ctrl+V', does: 'Paste cells from Excel; one value fills the selected cells' },
  { keys: 'Ctrl+D', does: 'Fill down' },
  { keys: 'Delete', does: 'Clear the selected cells; else remove the ticked rows or this one, with undo' },
  { keys: 'Alt+Left, Alt+Right', does: 'Move to the year before or after' },
];

/** The register's own keys, and those that its grid handles, for the list behind F1. */
export function useRegisterShortcuts({ find, togglePanel, bulk, add }: RegisterShortcuts): void {
  useShortcuts([
    { keys: 'Ctrl+F', does: 'Find in the register, or scan a tag', run: find, inFields: true },
    { keys: 'Ctrl+\\', does: 'Show or hide the side panel', run: togglePanel, inFields: true },
    { keys: 'Ctrl+B', does: 'Change all selected rows', run: bulk, inFields: true },
    ...(add === null ? [] : [
      { keys: 'Ctrl+N', does: 'Add kit', run: add, inFields: true }, { keys: 'Alt+N', does: 'Add kit', run: add, inFields: true },
    ]),
    ...GRID_KEYS,
    ...(add === null ? [] : TYPING_KEYS),
  ]);
}
