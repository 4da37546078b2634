import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { ASSET_STATUSES, STATUS_WORDS } from '../../planning/vocabulary.ts';
import type { AssetStatus, IsoDate } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { ChangeEffectList } from './change-effect.tsx';
import type { ColumnKey } from './columns.ts';
import { anyChange, EMPTY_DRAFT, readDraft } from './edits.ts';
import type { EditDraft } from './edits.ts';
import type { RegisterRow } from './rows.ts';
import { useEscape } from './use-escape.ts';

export const STATUS_OPTIONS = ASSET_STATUSES.map((status) => ({ value: status, label: STATUS_WORDS[status] }));

export const asStatus = (value: string): AssetStatus | null => ASSET_STATUSES.find((status) => status === value) ?? null;

/** Which field a column's value is changed in. */
const FIELD_OF: Partial<Record<ColumnKey, keyof EditDraft>> = {
  room: 'room', status: 'status', bought: 'purchaseDate', warranty: 'coverEnd', paid: 'unitPaidPence',
};

const dayText = (date: IsoDate | null): string => (date === null ? '' : formatLongDate(date));

/** The fields as they stand. */
const textsOf = ({ asset, room }: RegisterRow): Readonly<Record<keyof EditDraft, string>> => ({
  room: room ?? '', status: asset.status, purchaseDate: dayText(asset.purchaseDate), coverEnd: dayText(asset.coverEnd),
  unitPaidPence: asset.unitPaidPence === null ? '' : (asset.unitPaidPence / 100).toFixed(asset.unitPaidPence % 100 === 0 ? 0 : 2),
});

/** A field typed back to what it was is left as it is. */
const draftOf = (typed: Readonly<Record<keyof EditDraft, string>>, before: Readonly<Record<keyof EditDraft, string>>): EditDraft => {
  const text = (key: keyof EditDraft): string | null => (typed[key] === before[key] ? null : typed[key]);
  return {
    ...EMPTY_DRAFT, room: text('room'), purchaseDate: text('purchaseDate'), coverEnd: text('coverEnd'),
    unitPaidPence: text('unitPaidPence'), status: typed.status === before.status ? null : asStatus(typed.status),
  };
};

type EditFormProps = {
  readonly row: RegisterRow;
  readonly rooms: readonly string[];
  /** Where the focus starts; the first field where the column has none. */
  readonly column: ColumnKey | null;
  readonly onDone: () => void;
};

/** Changes one asset's facts, with what that does to the plan before it is done. */
export function EditForm({ row, rooms, column, onDone }: EditFormProps) {
  const { asOf } = usePlan();
  const run = useCommand();
  const form = useRef<HTMLFormElement>(null);
  const listId = useId();
  const before = textsOf(row);
  const ids = useMemo(() => new Set([row.id]), [row.id]);
  const [typed, setTyped] = useState(before);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { changes, problems } = readDraft(draftOf(typed, before), [row.asset], asOf);
  const wrong = Object.keys(problems).length > 0;

  useEffect(() => {
    const name = (column === null ? undefined : FIELD_OF[column]) ?? 'room';
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }, [column]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${Object.keys(problems)[0]}"]`)?.focus();
    else if (!anyChange(changes)) onDone();
    else if (await run('register.edit', { ids: [row.id], set: changes, reason: reason.trim() || null }) !== null) onDone();
  };
  useEscape(form, onDone);
  // A field that was left, or a press on the button, is when its words are wanted: not while a date is half typed.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const text = (key: Exclude<keyof EditDraft, 'status'>, label: string) => (
    <TextField
      label={label} name={key} value={typed[key]} problem={asked || left.has(key) ? problems[key] ?? null : null}
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
      onBlur={() => setLeft((known) => new Set(known).add(key))}
      {...(key === 'room' ? { list: listId } : {})} {...(key === 'unitPaidPence' ? { inputMode: 'decimal' as const } : {})}
    />
  );
  return (
    <form ref={form} className="reg-edit" aria-label={`Change ${row.tag ?? row.description}`} noValidate onSubmit={(event) => void submit(event)}>
      {text('room', 'Room')}
      <datalist id={listId}>{rooms.map((room) => <option key={room} value={room}>{room}</option>)}</datalist>
      <SelectField
        label="Status" name="status" options={STATUS_OPTIONS} value={typed.status}
        onChange={(event) => setTyped({ ...typed, status: event.currentTarget.value })}
      />
      {text('purchaseDate', 'Bought')}
      {text('coverEnd', 'Warranty ends')}
      {text('unitPaidPence', row.quantity > 1 ? 'Paid for one, £' : 'Paid, £')}
      <TextField label="Reason (goes in the history)" name="reason" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <ChangeEffectList ids={ids} changes={changes} most={5} />
      <div className="reg-edit-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">Change {row.tag ?? 'it'}</Button>
      </div>
    </form>
  );
}
