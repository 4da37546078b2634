import { useState } from 'react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { notYetProblem } from '../../planning/analysis/development/checks.ts';
import { closingWords } from '../../planning/analysis/development/closing.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { LineForm } from './line-form.tsx';

type CloseFormProps = { readonly objective: Objective; readonly as: 'met' | 'dropped'; readonly onDone: () => void };

/** Closes an objective, and says what its needs do: nothing by themselves. */
export function CloseForm({ objective, as, onDone }: CloseFormProps) {
  const { snapshot: { analysis }, application: { today } } = usePlan();
  const run = useCommand();
  const [day, setDay] = useState(formatDate(today));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const read = readDate(day);
  const on = read.ok ? read.value : null;
  const problem = !read.ok ? read.message : on === null ? 'Write the day, like 21 Nov 2026.' : notYetProblem('on', on, today)?.text ?? null;
  const needs = closingWords(analysis, objective.id, today);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (problem !== null || on === null) return;
    if (await run('objective.close', { id: objective.id, state: as, on, reason: reason.trim() || null }) !== null) onDone();
  };
  return (
    <LineForm className="dev-panel-form" label={`Close as ${as}`} onSend={send} onLeave={onDone}>
      {needs !== null && <div className="wide"><Note>{needs}</Note></div>}
      <DateField label={as === 'met' ? 'Met on' : 'Dropped on'} text={day} problem={asked ? problem : null} onText={setDay} />
      <TextField label="Why, for the history" data-first maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small variant="filled" type="submit">Close as {as}</Button></div>
    </LineForm>
  );
}
