import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import type { FinancialYear } from '../../planning/result.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { readDate } from '../lib/field-text.ts';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';

type AsAtChoiceProps = {
  readonly day: IsoDate;
  readonly today: IsoDate;
  readonly years: readonly FinancialYear[];
  readonly onDay: (day: IsoDate) => void;
};

/** The day that the books are as at: typed or picked, or the last day of one of the plan's years. */
export function AsAtChoice({ day, today, years, onDay }: AsAtChoiceProps) {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (typed: string): void => {
    const reading = readDate(typed);
    if (!reading.ok) return setProblem(reading.message);
    setProblem(null);
    setText(null);
    if (reading.value !== null) onDay(reading.value);
  };
  const onText = (typed: string): void => {
    setText(typed);
    setProblem(null);
    // Picked from the calendar or typed to its end, it is taken at once.
    const reading = readDate(typed);
    if (reading.ok && reading.value !== null && typed === formatDate(reading.value)) take(typed);
  };
  const press = (chosen: IsoDate): void => {
    setText(null);
    setProblem(null);
    onDay(chosen);
  };
  return (
    <form
      className="as-at-choice" onSubmit={(event) => {
        event.preventDefault();
        if (text !== null) take(text);
      }}
    >
      <DateField label="In the books as at" text={text ?? formatDate(day)} problem={problem} onText={onText} onLeave={() => text !== null && take(text)} />
      <fieldset className="year-ends">
        <legend>or at the end of</legend>
        <Button small aria-pressed={day === today} onClick={() => press(today)}>Today</Button>
        {years.map(({ label, end }) => <Button key={label} small aria-pressed={day === end} onClick={() => press(end)}>{label}</Button>)}
      </fieldset>
    </form>
  );
}
