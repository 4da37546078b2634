import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { FieldReading } from '../lib/field-text.ts';

type FigureFieldProps<Value> = {
  readonly label: string;
  /** In a table the heading says it for those who see. */
  readonly hideLabel?: boolean;
  /** What the field says until somebody types. */
  readonly text: string;
  readonly read: (text: string) => FieldReading<Value>;
  /** Takes the figure, or answers why it cannot be taken, with what works. */
  readonly put: (value: Value | null) => string | null;
  /** What stood there before the edit, struck through beside it. */
  readonly was?: string | null;
  readonly placeholder?: string;
  readonly hint?: string | undefined;
  readonly className?: string;
  readonly disabled?: boolean;
  /** Names of values often given: "quote", "order", "price list". */
  readonly list?: string;
};

/** A value that is typed over where it stands. What cannot be taken stays in the field, with the sentence that says what works. */
export function FigureField<Value>({
  label, hideLabel = false, text, read, put, was = null, placeholder, hint, className = '', disabled = false, list,
}: FigureFieldProps<Value>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const keep = (): void => {
    if (draft === null) return;
    const reading = read(draft);
    const wrong = draft.trim() === text.trim() ? null : reading.ok ? put(reading.value) : reading.message;
    setProblem(wrong);
    if (wrong === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    keep();
  };
  // On the way down: a panel round the field closes on an Escape that nobody has used yet.
  const takeBack = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Escape' || draft === null) return;
    event.preventDefault();
    event.stopPropagation();
    setDraft(null);
    setProblem(null);
  };
  const described = [problem === null ? '' : `${id}-problem`, hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={`figure-field ${className}`}>
      <label className={hideLabel ? 'vh' : 'lab'} htmlFor={id}>{label}</label>
      <span className="figure-line">
        {was !== null && <s aria-label={`was ${was}`}>{was}</s>}
        <input
          id={id} className={hideLabel ? 'control small' : 'control'} type="text" autoComplete="off" list={list} placeholder={placeholder} disabled={disabled}
          value={draft ?? text} onChange={(event) => setDraft(event.target.value)} onFocus={(event) => event.target.select()} onBlur={keep} onKeyDown={onKeyDown} onKeyDownCapture={takeBack}
          {...(problem === null ? {} : { 'aria-invalid': true })} {...(described === '' ? {} : { 'aria-describedby': described })}
        />
      </span>
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem !== null && <p className="problem" id={`${id}-problem`} role="alert"><TriangleAlert aria-hidden="true" />{problem}</p>}
    </div>
  );
}
