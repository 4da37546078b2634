import { Calendar } from 'lucide-react';
import { useRef } from 'react';
import { formatDate, isIsoDate } from '../../planning/calendar.ts';
import { readDate } from '../lib/field-text.ts';
import { IconButton } from './button.tsx';
import { TextField } from './field.tsx';

type DateFieldProps = {
  readonly label: string;
  /** The day as it stands in the field, as typed; `readDate` tells what it means. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problem?: string | null;
  readonly name?: string;
  readonly onLeave?: () => void;
  /** A dialog puts the focus here. */
  readonly first?: boolean;
};

/**
 * A day, typed as people in the United Kingdom write it or picked from the browser's calendar. The browser's
 * own date field would follow the computer's country and may show the month first.
 */
export function DateField({ label, text, onText, problem, name, onLeave, first = false }: DateFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  const reading = readDate(text);
  return (
    <div className="date-field">
      <TextField
        label={label} name={name} value={text} problem={problem} placeholder="like 3 Sep 2025" onBlur={onLeave} onChange={(event) => onText(event.target.value)}
        {...(first ? { 'data-autofocus': true } : {})}
      />
      <IconButton label="Pick a day" onClick={() => picker.current?.showPicker()}><Calendar aria-hidden="true" /></IconButton>
      <input
        ref={picker} className="picker" type="date" tabIndex={-1} aria-hidden="true" min="1980-01-01" max="2100-12-31"
        value={reading.ok ? reading.value ?? '' : ''}
        onChange={(event) => {
          if (isIsoDate(event.target.value)) onText(formatDate(event.target.value));
        }}
      />
    </div>
  );
}
