import { TriangleAlert, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FormEvent, Ref } from 'react';
import { itemCount } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { ChangeEffectList } from './change-effect.tsx';
import { asStatus, STATUS_OPTIONS } from './edit-form.tsx';
import { anyChange, EMPTY_DRAFT, readDraft } from './edits.ts';
import type { EditDraft } from './edits.ts';
import type { RegisterRow } from './rows.ts';

type TextKey = Exclude<keyof EditDraft, 'status'>;

/** Leave as it is, set to what is typed, or clear. */
type BulkValue = { readonly mode: 'leave' | 'clear' } | { readonly mode: 'set'; readonly text: string };

const LEAVE: BulkValue = { mode: 'leave' };

const FIELDS: readonly { readonly key: TextKey; readonly label: string; readonly set: string; readonly clear: string }[] = [
  { key: 'room', label: 'Room', set: 'Move to…', clear: 'No room' },
  { key: 'purchaseDate', label: 'Bought', set: 'Set to…', clear: 'Not known' },
  { key: 'coverEnd', label: 'Warranty ends', set: 'Set to…', clear: 'Not known' },
  { key: 'unitPaidPence', label: 'Paid for one, £', set: 'Set to…', clear: 'Not known' },
];

/** An empty field to be set is still to be typed: it leaves things as they are. */
const draftText = (value: BulkValue): string | null => {
  if (value.mode === 'set') return value.text.trim() === '' ? null : value.text;
  return value.mode === 'clear' ? '' : null;
};

type BulkFieldProps = {
  readonly field: (typeof FIELDS)[number];
  readonly value: BulkValue;
  readonly onChange: (value: BulkValue) => void;
  /** Where the sentence about what is wrong with it stands; null while nothing is. */
  readonly problemId: string | null;
  readonly listId: string;
};

/** "Leave as it is" until something else is chosen; then a field with a way back. */
function BulkField({ field: { key, label, set, clear }, value, onChange, problemId, listId }: BulkFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const wired = problemId === null ? {} : { 'aria-invalid': true, 'aria-describedby': problemId } as const;
  const setting = value.mode === 'set';
  useEffect(() => {
    if (setting) input.current?.focus();
  }, [setting]);
  if (value.mode !== 'set') {
    return (
      <SelectField
        label={label} value={value.mode} {...wired}
        options={[{ value: 'leave', label: 'Leave as it is' }, { value: 'set', label: set }, { value: 'clear', label: clear }]}
        onChange={(event) => {
          const mode = event.currentTarget.value;
          onChange(mode === 'set' ? { mode, text: '' } : { mode: mode === 'clear' ? 'clear' : 'leave' });
        }}
      />
    );
  }
  return (
    <div className="reg-bulk-set">
      <TextField
        label={label} value={value.text} ref={input} {...wired} {...(key === 'room' ? { list: listId } : {})}
        onChange={(event) => onChange({ mode: 'set', text: event.currentTarget.value })}
      />
      <IconButton label={`Leave ${label.toLowerCase()} as it is`} small onClick={() => onChange(LEAVE)}><X aria-hidden="true" /></IconButton>
    </div>
  );
}

type BulkBarProps = {
  readonly rows: readonly RegisterRow[];
  readonly rooms: readonly string[];
  readonly onDone: () => void;
  readonly bar: Ref<HTMLFormElement>;
};

/** Changes every ticked row at once, and says before it does what that means in £. */
export function BulkBar({ rows, rooms, onDone, bar }: BulkBarProps) {
  const { asOf } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [values, setValues] = useState<Readonly<Record<TextKey, BulkValue>>>({ room: LEAVE, purchaseDate: LEAVE, coverEnd: LEAVE, unitPaidPence: LEAVE });
  const [status, setStatus] = useState('');
  const [reason, setReason] = useState('');
  const ids = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const { changes, problems } = useMemo(() => readDraft({
    ...EMPTY_DRAFT, status: asStatus(status), room: draftText(values.room), purchaseDate: draftText(values.purchaseDate),
    coverEnd: draftText(values.coverEnd), unitPaidPence: draftText(values.unitPaidPence),
  }, rows.map(({ asset }) => asset), asOf), [rows, values, status, asOf]);
  const items = rows.reduce((sum, row) => sum + row.quantity, 0);
  const ready = anyChange(changes) && Object.keys(problems).length === 0;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    const answer = await run('register.edit', { ids: [...ids], set: changes, reason: reason.trim() || null });
    if (answer !== null) onDone();
  };
  return (
    <form ref={bar} className="reg-bulk" aria-label={`Change ${itemCount(items)}`} noValidate onSubmit={(event) => void submit(event)}>
      <h2>Change {itemCount(items)}</h2>
      <datalist id={listId}>{rooms.map((room) => <option key={room} value={room}>{room}</option>)}</datalist>
      {FIELDS.map((field) => (
        <BulkField
          key={field.key} field={field} value={values[field.key]} problemId={problems[field.key] === undefined ? null : `${listId}-${field.key}`} listId={listId}
          onChange={(value) => setValues({ ...values, [field.key]: value })}
        />
      ))}
      <SelectField
        label="Status" value={status} options={[{ value: '', label: 'Leave as it is' }, ...STATUS_OPTIONS]}
        onChange={(event) => setStatus(event.currentTarget.value)}
      />
      <TextField label="Reason (goes in the history)" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <ChangeEffectList ids={ids} changes={changes} most={3} />
      {FIELDS.map(({ key, label }) => problems[key] !== undefined && (
        <p key={key} id={`${listId}-${key}`} className="problem reg-bulk-problem" role="status">
          <TriangleAlert aria-hidden="true" />{label}: {problems[key]}
        </p>
      ))}
      <Button variant="filled" type="submit" disabled={!ready}>Change {itemCount(items)}</Button>
    </form>
  );
}
