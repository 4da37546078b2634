import { useState } from 'react';
import { TextField } from '../parts/field.tsx';

type TypedFieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** As it is said now. */
  readonly text: string;
  /** Null where the text can be said, else the sentence at the field. */
  readonly problemIn: (typed: string) => string | null;
  /** What the application has against what was said. */
  readonly problem?: string | null;
  readonly onSay: (typed: string) => void;
};

/** A text that is said when the field is left or Enter is pressed, so that a file is not read for every key. */
export function TypedField({ label, hint, text, problemIn, problem = null, onSay }: TypedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed === null ? null : problemIn(typed.trim());
  const say = (): void => {
    if (typed === null || wrong !== null) return;
    setTyped(null);
    if (typed.trim() !== text) onSay(typed.trim());
  };
  return (
    <TextField
      label={label} hint={hint} value={typed ?? text} problem={wrong ?? problem} onChange={(event) => setTyped(event.target.value)}
      onBlur={say} onKeyDown={(event) => { if (event.key === 'Enter') say(); }}
    />
  );
}
