import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import type { UserGroup } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { readBoughtIn, readCount, readPounds } from '../lib/field-text.ts';

type AddKitProps = {
  readonly opened: boolean;
  readonly rooms: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: (assetId: number) => void;
};

type Typed = Readonly<Record<'categoryKey' | 'userGroup' | 'quantity' | 'description' | 'room' | 'boughtIn' | 'unitPaid', string>>;

const EMPTY: Typed = { categoryKey: 'laptop', userGroup: '', quantity: '1', description: '', room: '', boughtIn: '', unitPaid: '' };

const GROUP_OPTIONS = [
  { value: '', label: 'Anybody' }, { value: 'staff', label: 'Staff' }, { value: 'pupil', label: 'Pupils' }, { value: 'shared', label: 'Shared' },
];

const asUserGroup = (value: string): UserGroup | null => USER_GROUPS.find((group) => group === value) ?? null;

const problemIn = (reading: { readonly ok: true } | { readonly ok: false; readonly message: string }): string | null =>
  (reading.ok ? null : reading.message);

/** Adds one row of kit: what, how many, when bought, what one cost. */
export function AddKit({ opened, rooms, onClose, onAdded }: AddKitProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Add kit">
      <AddKitForm rooms={rooms} onClose={onClose} onAdded={onAdded} />
    </Dialog>
  );
}

function AddKitForm({ rooms, onClose, onAdded }: Omit<AddKitProps, 'opened'>) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const kinds = snapshot.categories.filter((category) => category.chartGroup !== 'running')
    .map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const [quantity, bought, paid] = [readCount(typed.quantity), readBoughtIn(typed.boughtIn), readPounds(typed.unitPaid)];

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!quantity.ok || quantity.value === null || !bought.ok || !paid.ok) return;
    const answer = await run('register.count', {
      rows: [{
        categoryKey: typed.categoryKey, userGroup: asUserGroup(typed.userGroup), quantity: quantity.value,
        description: typed.description.trim() || null, room: typed.room.trim() || null,
        boughtIn: bought.value, unitPaidPence: paid.value,
      }],
    });
    if (answer === null) return;
    onClose();
    const [id] = answer.value.ids;
    if (id !== undefined) onAdded(id);
  };
  const field = (key: keyof Typed) => ({
    value: typed[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return (
    <form className="reg-add" noValidate onSubmit={(event) => void submit(event)}>
      <SelectField label="Kind" data-autofocus options={kinds} {...field('categoryKey')} />
      <SelectField label="For" options={GROUP_OPTIONS} {...field('userGroup')} />
      <TextField label="How many" inputMode="numeric" problem={asked ? problemIn(quantity) : null} {...field('quantity')} />
      <TextField label="Room" list={listId} {...field('room')} />
      <datalist id={listId}>{rooms.map((room) => <option key={room} value={room}>{room}</option>)}</datalist>
      <div className="wide"><TextField label="What it is" placeholder="Kestrel 400 small desktop" {...field('description')} /></div>
      <TextField label="Bought" placeholder="2023/24 or 12 Dec 2023" problem={asked ? problemIn(bought) : null} {...field('boughtIn')} />
      <TextField label="Paid for one, £" inputMode="decimal" problem={asked ? problemIn(paid) : null} {...field('unitPaid')} />
      <div className="dialog-acts wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" type="submit">Add kit</Button>
      </div>
    </form>
  );
}
