import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { formatCount } from '../../../planning/money.ts';
import { assetName } from '../../../planning/register/field-words.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import { itemCount } from '../../../planning/words.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { readCount } from '../../lib/field-text.ts';
import type { FieldReading } from '../../lib/field-text.ts';

/** What a dialog about some assets needs: which, and what to do when it is done or left. */
export type ActProps = {
  readonly assets: readonly Asset[];
  readonly onDone: () => void;
  /** Years by which the keyboard asked to move them. */
  readonly by?: -1 | 1;
};

const itemsIn = (assets: readonly Asset[]): number => assets.reduce((sum, { quantity }) => sum + quantity, 0);

/** "HC-DT-0214", "Trolley C, 30 items", "12 items". */
export const actWords = (assets: readonly Asset[]): string => {
  const [only] = assets;
  if (only === undefined || assets.length > 1) return itemCount(itemsIn(assets));
  return only.quantity === 1 ? assetName(only) : `${assetName(only)}, ${itemCount(only.quantity)}`;
};

export const problemIn = (reading: FieldReading<unknown>): string | null => (reading.ok ? null : reading.message);

/** Typed fields of a dialog: their texts, and whether the button was pressed, from when on problems are shown. */
export function useTyped<Key extends string>(start: Readonly<Record<Key, string>>) {
  const [typed, setTyped] = useState(start);
  const [asked, setAsked] = useState(false);
  const field = (key: Key) => ({
    name: key, value: typed[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return { typed, field, asked, setAsked, set: (key: Key, text: string) => setTyped({ ...typed, [key]: text }) };
}

/** How many items of one group are meant; null where all of the rows are. */
export function useHowMany(assets: readonly Asset[]) {
  const [only] = assets;
  const group = only !== undefined && assets.length === 1 && only.quantity > 1 ? only : null;
  const [text, setText] = useState(group === null ? '' : String(group.quantity));
  const reading = group === null ? { ok: true, value: null } as const : readCount(text);
  const most = group?.quantity ?? 1;
  const problem = !reading.ok ? reading.message : reading.value !== null && reading.value > most ? `There are ${formatCount(most)}. Write 1 to ${formatCount(most)}.` : null;
  return {
    quantity: reading.ok && reading.value !== null && reading.value < most ? reading.value : null, problem,
    /** The assets as they are meant: of a part of a group, so many items. */
    meant: group === null || !reading.ok || reading.value === null ? assets : [{ ...group, quantity: Math.min(reading.value, most) }],
    field: group === null ? null : (
      <TextField label={`How many of the ${formatCount(most)}`} name="quantity" inputMode="numeric" value={text} problem={problem} onChange={(event) => setText(event.currentTarget.value)} />
    ),
  };
}

type ActFormProps = {
  readonly label: string;
  readonly button: string;
  readonly children: ReactNode;
  /** Sends the command; true when it was done. */
  readonly onSend: () => Promise<boolean>;
  /** False while a field cannot be read: the first of those gets the focus. */
  readonly sound: boolean;
  readonly onAsked: () => void;
  readonly onDone: () => void;
};

/** The form of a dialog: its fields in two columns, then the way out and the button that acts. */
export function ActForm({ label, button, children, onSend, sound, onAsked, onDone }: ActFormProps) {
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onAsked();
    if (!sound || sending) return;
    setSending(true);
    const done = await onSend();
    setSending(false);
    if (done) onDone();
  };
  return (
    <form className="reg-act" aria-label={label} noValidate onSubmit={(event) => void submit(event)}>
      {children}
      <div className="dialog-acts wide">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">{button}</Button>
      </div>
    </form>
  );
}
