import { useApplication } from '../lib/application.tsx';
import { useCommand, useMessages } from '../lib/commands.tsx';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { dayAndTime } from '../lib/moment.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { useWorkbook } from '../lib/workbook.ts';
import { RAIL_PAGES } from './pages-in-rail.ts';
import { moveToPane } from './panes.ts';

type Openers = { readonly openPalette: () => void; readonly openShortcuts: () => void };

/** The keys that work on every screen. */
export function useFrameShortcuts({ openPalette, openShortcuts }: Openers): void {
  const { application: { plan, today } } = useApplication();
  const { tell } = useMessages();
  const run = useCommand();
  const { go } = useNavigation();
  const exportWorkbook = useWorkbook();
  const saySaved = (): void => tell({
    kind: 'done', back: null, steps: 0,
    text: plan === null || plan.savedAt === null
      ? 'Nothing to save yet' : `Already saved, ${dayAndTime(plan.savedAt, today).replace(/^today, /, '')}`,
  });
  const undo = (): void => {
    if (plan?.undo !== null && plan !== null) void run('plan.undo', {});
  };
  const redo = (): void => {
    if (plan?.redo !== null && plan !== null) void run('plan.redo', {});
  };
  useShortcuts([
    { keys: 'Ctrl+K', does: 'Search, jump, do', run: openPalette, inFields: true },
    { keys: 'Ctrl+Z', does: 'Undo', run: undo },
    { keys: 'Ctrl+Y', does: 'Redo', run: redo },
    { keys: 'Ctrl+Shift+Z', does: 'Redo', run: redo },
    { keys: 'Ctrl+E', does: 'Export the forecast as a workbook', run: () => void exportWorkbook(), inFields: true },
    { keys: 'Ctrl+P', does: 'Print this page', run: () => window.print(), inFields: true },
    { keys: 'Ctrl+S', does: 'Say when it was saved', run: saySaved, inFields: true },
    { keys: 'F1', does: 'Show the keys of this screen', run: openShortcuts, inFields: true },
    { keys: 'F6', does: 'Go to the next part of the window', run: () => moveToPane(1), inFields: true },
    { keys: 'Shift+F6', does: 'Go to the part before', run: () => moveToPane(-1), inFields: true },
    { keys: 'Alt+Enter', does: 'Why this figure?' },
    ...RAIL_PAGES.flatMap(({ page, name, keys }) => (keys === null ? [] : [{ keys, does: `Go to ${name}`, run: () => go(page), inFields: true }])),
  ]);
}
