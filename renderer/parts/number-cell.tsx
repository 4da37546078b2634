import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { FieldReading } from '../lib/field-text.ts';
import { TextField } from './field.tsx';

type NumberCellProps = {
  readonly label: string;
  readonly value: number | null;
  readonly words: (value: number) => string;
  readonly read: (text: string) => FieldReading<number>;
  readonly save: (value: number | null) => Promise<void>;
  readonly placeholder?: string;
};

/** A number typed in its place in the table: kept when it is left or with Enter, put back with Esc. Nothing typed clears it. */
export function NumberCell({ label, value, words, read, save, placeholder }: NumberCellProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    if (draft === null) return;
    const reading = read(draft);
    if (!reading.ok) return setProblem(reading.message);
    setProblem(null);
    if (reading.value !== value) await save(reading.value);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void keep();
    }
    if (event.key !== 'Escape' || draft === null) return;
    event.stopPropagation();
    setDraft(null);
    setProblem(null);
  };
  return (
    <TextField
      label={label} hideLabel small inputMode="decimal" placeholder={placeholder} problem={problem} value={draft ?? (value === null ? '' : words(value))}
      onChange={(event) => setDraft(event.target.value)} onBlur={() => void keep()} onKeyDown={onKeyDown} onFocus={(event) => event.target.select()}
    />
  );
}
