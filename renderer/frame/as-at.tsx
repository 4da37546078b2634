import { Calendar } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { readDate } from '../lib/field-text.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Popover } from '../parts/popover.tsx';

const EMPTY = 'A day is needed: write it like 12 December 2026 or 12/12/2026.';

function AsAtForm({ onDone }: { readonly onDone: () => void }) {
  const { application: { today }, asOf, setAsOf } = useSavedPlan();
  const [text, setText] = useState(formatDate(asOf));
  const [asked, setAsked] = useState(false);
  const reading = readDate(text);
  const problem = reading.ok ? (reading.value === null ? EMPTY : null) : reading.message;
  const take = (day: string): void => {
    setAsOf(day === today ? null : day);
    onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (reading.ok && reading.value !== null) take(reading.value);
  };
  return (
    <form className="as-at" onSubmit={submit} noValidate>
      <h3>Figures as at another day</h3>
      <DateField
        label="Day" text={text} problem={asked ? problem : null}
        onText={(typed) => {
          setText(typed);
          setAsked(false);
        }}
      />
      <div className="acts">
        <Button type="submit">Show the figures</Button>
        {asOf !== today && <Button variant="link" onClick={() => take(today)}>Back to today</Button>}
      </div>
    </form>
  );
}

/** The day that every figure is as at; another day works every figure out again. */
export function AsAt() {
  const { application: { today }, asOf, scenario } = useSavedPlan();
  const [opened, setOpened] = useState(false);
  if (scenario.published !== null) {
    return (
      <div className="ctx-item">
        <small>Figures as at</small>
        <span><span>{formatDate(asOf)}</span> <em>published</em></span>
      </div>
    );
  }
  return (
    <Popover
      opened={opened} onClose={() => setOpened(false)} position="bottom-start" offset={2}
      target={(
        <button type="button" className={asOf === today ? 'ctx-item' : 'ctx-item changed'} onClick={() => setOpened((was) => !was)}>
          <small>Figures as at</small>
          <span><span>{formatDate(asOf)}</span><Calendar className="lucide s" aria-hidden="true" /></span>
        </button>
      )}
    >
      <AsAtForm onDone={() => setOpened(false)} />
    </Popover>
  );
}
