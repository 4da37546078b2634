import { useShortcuts } from '../lib/hotkeys.tsx';

type RegisterShortcuts = {
  readonly find: () => void;
  readonly togglePanel: () => void;
  /** To the bar that changes all ticked rows. */
  readonly bulk: () => void;
  /** null while the plan can only be read. */
  readonly add: (() => void) | null;
};

/** The register's own keys, and those that its grid handles, for the list behind F1. */
export function useRegisterShortcuts({ find, togglePanel, bulk, add }: RegisterShortcuts): void {
  useShortcuts([
    { keys: 'Ctrl+F', does: 'Find in the register, or scan a tag', run: find, inFields: true },
    { keys: 'Ctrl+\\', does: 'Show or hide the side panel', run: togglePanel, inFields: true },
    { keys: 'Ctrl+B', does: 'Change all selected rows', run: bulk, inFields: true },
    ...(add === null ? [] : [{ keys: 'Alt+N', does: 'Add kit', run: add, inFields: true }]),
    { keys: 'Arrows, Home, End, PgUp, PgDn', does: 'Move by cell; with Ctrl to the first or last row' },
    { keys: 'Space', does: 'Select the row; on a heading, sort by it' },
    { keys: 'Shift+Arrows', does: 'Select a range of rows' },
    { keys: 'Ctrl+A', does: 'Select all rows shown' },
    { keys: 'Ctrl+C', does: 'Copy the selected rows for Excel' },
    { keys: 'Enter or F2', does: 'Edit; Esc goes back to the row' },
    { keys: 'Alt+Down', does: 'On a heading: filter by it' },
    { keys: 'Right, Left', does: 'On a kind: open it, close it' },
    { keys: 'Delete', does: 'Remove the selected rows, with undo' },
  ]);
}
