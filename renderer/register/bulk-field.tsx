import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import type { FieldSpec, FormField } from './asset-form-fields.ts';
import { canClear, LEAVE } from './bulk-draft.ts';
import type { BulkValue } from './bulk-draft.ts';

type BulkFieldProps = {
  readonly spec: FieldSpec;
  readonly snapshot: PlanSnapshot;
  readonly value: BulkValue;
  readonly onChange: (value: BulkValue) => void;
  /** Where the sentence about what is wrong with it stands; null while nothing is. */
  readonly problemId: string | null;
  readonly listId: string;
};

/** What stands for a choice of the list; the modes have no colon in front. */
const CHOSEN = ':';

/** The words for setting and clearing one of them. */
const setWords = ({ field }: FieldSpec): string => (field === 'room' ? 'Move to…' : 'Set to…');
const NONE_WORDS: Partial<Record<FormField, string>> = { room: 'No room', department: 'No department', tag: 'No tag', serial: 'No serial number', userGroup: 'Anybody', notes: 'No notes' };
const clearWords = ({ field }: FieldSpec): string => NONE_WORDS[field] ?? 'Not known';

/** "Leave as it is" until something else is chosen; then a field with a way back, or the choice itself. */
export function BulkField({ spec, snapshot, value, onChange, problemId, listId }: BulkFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const wired = problemId === null ? {} : { 'aria-invalid': true, 'aria-describedby': problemId } as const;
  const setting = value.mode === 'set' && spec.kind !== 'choice';
  useEffect(() => {
    if (setting) input.current?.focus();
  }, [setting]);
  const { label } = spec;
  const choices = spec.kind === 'choice' ? spec.choices(snapshot).filter((choice) => choice.value !== '') : null;
  if (!setting) {
    return (
      <SelectField
        label={label} value={value.mode === 'set' ? `${CHOSEN}${value.text}` : value.mode} {...wired} className={value.mode === 'leave' ? 'control' : 'control bulk-set'}
        options={[
          { value: 'leave', label: 'Leave as it is' },
          ...(choices === null ? [{ value: 'set', label: setWords(spec) }] : choices.map((choice) => ({ value: `${CHOSEN}${choice.value}`, label: choice.label }))),
          ...(canClear(spec) ? [{ value: 'clear', label: clearWords(spec) }] : []),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen.startsWith(CHOSEN)) onChange({ mode: 'set', text: chosen.slice(CHOSEN.length) });
          else onChange(chosen === 'set' ? { mode: 'set', text: '' } : { mode: chosen === 'clear' ? 'clear' : 'leave' });
        }}
      />
    );
  }
  return (
    <div className="reg-bulk-set">
      <TextField
        label={label} value={value.text} ref={input} {...wired} {...(spec.kind === 'text' && spec.list !== undefined ? { list: `${listId}-${spec.field}` } : {})}
        onChange={(event) => onChange({ mode: 'set', text: event.currentTarget.value })}
      />
      {spec.kind === 'text' && spec.list !== undefined && (
        <datalist id={`${listId}-${spec.field}`}>{spec.list(snapshot).map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
      )}
      <IconButton label={`Leave ${label.toLowerCase()} as it is`} small onClick={() => onChange(LEAVE)}><X aria-hidden="true" /></IconButton>
    </div>
  );
}
