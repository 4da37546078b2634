import { useAllShortcuts } from '../lib/hotkeys.tsx';
import type { Shortcut } from '../lib/hotkeys.tsx';
import { Dialog } from '../parts/dialog.tsx';

type ShortcutsDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** The page's own use of a key goes before the frame's, and only that is true here. */
const worksNow = (shortcuts: readonly Shortcut[]): readonly Shortcut[] => [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()];

/** Every key that works on the screen behind it. */
export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const byWords = new Map<string, string[]>();
  for (const { keys, does } of worksNow(useAllShortcuts())) byWords.set(does, [...byWords.get(does) ?? [], keys]);
  return (
    <Dialog opened={opened} onClose={onClose} title="Keys on this screen" width={560}>
      <table className="l shortcut-list">
        <thead><tr><th scope="col">Keys</th><th scope="col">Does</th></tr></thead>
        <tbody>
          {[...byWords].map(([does, keys]) => (
            <tr key={does}>
              <td>{keys.map((one) => <kbd key={one}>{one.replaceAll('+', ' ')}</kbd>)}</td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
