import { useAllShortcuts } from '../lib/hotkeys.tsx';
import { Dialog } from '../parts/dialog.tsx';

type ShortcutsDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** Every key that works on the screen behind it. */
export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const byWords = new Map<string, string[]>();
  for (const { keys, does } of useAllShortcuts()) byWords.set(does, [...byWords.get(does) ?? [], keys]);
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
