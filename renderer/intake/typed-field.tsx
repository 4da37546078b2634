import { useState } from 'react';
import { TextField } from '../parts/field.tsx';

type NumberFieldProps = {
  readonly label: string; readonly hint?: string; readonly value: number | null; readonly disabled?: boolean;
  /** Null where the field was emptied. */
  readonly onSay: (value: number | null) => void;
};

/** A row's number, said when the field is left or Enter is pressed. */
export function NumberField({ label, hint, value, disabled = false, onSay }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const wrong = text !== '' && !/^[1-9]\d{0,6}$/.test(text);
  const say = (): void => {
    if (typed === null || wrong) return;
    setTyped(null);
    if (typed !== (value === null ? '' : String(value))) onSay(typed === '' ? null : Number(typed));
  };
  return (
    <TextField
      label={label} hint={hint} value={text} disabled={disabled} inputMode="numeric" problem={wrong ? 'A row has a number such as 3' : null}
      onChange={(event) => setTyped(event.target.value.trim())} onBlur={say} onKeyDown={(event) => { if (event.key === 'Enter') say(); }}
    />
  );
}

type WordsFieldProps = { readonly label: string; readonly hint: string; readonly value: readonly string[]; readonly onSay: (value: readonly string[]) => void };

/** Some texts with commas between them, said when the field is left or Enter is pressed. */
export function WordsField({ label, hint, value, onSay }: WordsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const say = (): void => {
    if (typed === null) return;
    setTyped(null);
    const texts = typed.split(',').map((text) => text.trim().slice(0, 100)).filter((text) => text !== '').slice(0, 20);
    if (texts.join(',') !== value.join(',')) onSay(texts);
  };
  return (
    <TextField
      label={label} hint={hint} value={typed ?? value.join(', ')} onChange={(event) => setTyped(event.target.value)}
      onBlur={say} onKeyDown={(event) => { if (event.key === 'Enter') say(); }}
    />
  );
}
