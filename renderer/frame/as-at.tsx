import { Popover } from '@mantine/core';
import { Calendar } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate, isIsoDate } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';

const EARLIEST = '1980-01-01';
const LATEST = '2100-12-31';

/** The day that every figure is as at; another day works every figure out again. */
export function AsAt() {
  const { application: { today }, asOf, setAsOf } = usePlan();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState(asOf);
  const titleId = useId();
  const works = isIsoDate(typed) && typed >= EARLIEST && typed <= LATEST;
  const show = (): void => {
    setTyped(asOf);
    setOpened(true);
  };
  const take = (day: string | null): void => {
    setAsOf(day);
    setOpened(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (works) take(typed === today ? null : typed);
  };
  return (
    <Popover opened={opened} onDismiss={() => setOpened(false)} position="bottom-start" offset={2} trapFocus returnFocus transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <button type="button" className={asOf === today ? 'ctx-item' : 'ctx-item changed'} onClick={() => (opened ? setOpened(false) : show())}>
          <small>Figures as at</small>
          <span><span>{formatDate(asOf)}</span><Calendar className="lucide s" aria-hidden="true" /></span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId}>
        <form className="as-at" onSubmit={submit} noValidate>
          <h3 id={titleId}>Figures as at another day</h3>
          <TextField
            label="Day" type="date" min={EARLIEST} max={LATEST} value={typed} onChange={(event) => setTyped(event.target.value)}
            problem={works ? null : 'A day between 1 Jan 1980 and 31 Dec 2100 works here.'} data-autofocus
          />
          <div className="acts">
            <Button type="submit" disabled={!works}>Show the figures</Button>
            {asOf !== today && <Button variant="link" onClick={() => take(null)}>Back to today</Button>}
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
