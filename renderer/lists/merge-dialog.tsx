import { useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';

export type Mergeable = { readonly id: number; readonly name: string; readonly detail: string };

type MergeDialogProps = {
  /** "models", "places". */
  readonly what: string;
  /** Those that become one; null while the dialog is shut. The first is kept unless another is chosen. */
  readonly entries: readonly Mergeable[] | null;
  /** What happens to the rest: "Their kit becomes kit of the one kept." */
  readonly effect: string;
  readonly onMerge: (keepId: number, ids: readonly number[]) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Which of several spellings is kept. */
export function MergeDialog({ what, entries, effect, onMerge, onClose }: MergeDialogProps) {
  return (
    <Dialog opened={entries !== null} onClose={onClose} title={`Merge ${formatCount(entries?.length ?? 0)} ${what}`}>
      {entries !== null && <MergeForm entries={entries} effect={effect} onMerge={onMerge} onClose={onClose} />}
    </Dialog>
  );
}

function MergeForm({ entries, effect, onMerge, onClose }: Omit<MergeDialogProps, 'what' | 'entries'> & { readonly entries: readonly Mergeable[] }) {
  const [kept, setKept] = useState(entries[0]?.id ?? 0);
  const keptName = entries.find(({ id }) => id === kept)?.name ?? '';
  const merge = async (): Promise<void> => {
    if (await onMerge(kept, entries.map(({ id }) => id).filter((id) => id !== kept))) onClose();
  };
  return (
    <form className="list-form" noValidate onSubmit={(event) => { event.preventDefault(); void merge(); }}>
      <fieldset className="wide list-ways">
        <legend>Which one is kept?</legend>
        {entries.map(({ id, name, detail }, at) => (
          <label key={id} className="check radio">
            <input type="radio" name="kept" checked={kept === id} {...(at === 0 ? { 'data-autofocus': true } : {})} onChange={() => setKept(id)} />
            <span>{name} <span className="q2">{detail}</span></span>
          </label>
        ))}
      </fieldset>
      <p className="wide q2">{effect}</p>
      <div className="dialog-acts wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" type="submit">Merge into {keptName}</Button>
      </div>
    </form>
  );
}
