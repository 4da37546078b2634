import { useState } from 'react';
import type { FormEvent } from 'react';
import { ACADEMY_KINDS, conversionProblem } from '../../planning/budget/profile.ts';
import { formatDate } from '../../planning/calendar.ts';
import { SCHOOL_TYPE_WORDS } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { monthName } from './month-names.ts';

const KINDS = ACADEMY_KINDS.map((value) => ({ value, label: SCHOOL_TYPE_WORDS[value] }));
const STARTS = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: `1 ${monthName(at + 1)}` }));

/** When the school becomes an academy, and which years it has from then. */
export function ConversionDialog({ onClose }: { readonly onClose: () => void }) {
  const { facts: { school, finance: { profile: { conversion } } }, savedForecast: { years } } = useSavedPlan();
  const run = useCommand();
  const [typed, setTyped] = useState({
    on: conversion === null ? '' : formatDate(conversion.on), type: conversion?.type ?? 'academy', start: String(conversion?.yearStartMonth ?? 9),
  });
  const [asked, setAsked] = useState(false);
  const day = readDate(typed.on);
  const type = ACADEMY_KINDS.find((kind) => kind === typed.type) ?? 'academy';
  const problem = !day.ok ? { field: 'on', sentence: day.message } : day.value === null ? { field: 'on', sentence: 'When does it convert? Write a day like 1 September 2028.' }
    : conversionProblem(school.type, { on: day.value, type }, years[0]?.start ?? day.value);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (problem !== null || !day.ok || day.value === null) return;
    const done = await run('money.set', { conversion: { on: day.value, type, yearStartMonth: Number(typed.start) } });
    if (done !== null) onClose();
  };
  const at = (field: string): string | null => (asked && problem?.field === field ? problem.sentence : null);
  return (
    <Dialog opened onClose={onClose} title="A conversion in the middle of the plan">
      <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <DateField first label="The day it converts" text={typed.on} problem={at('on')} onText={(on) => setTyped({ ...typed, on })} />
        <SelectField label="It becomes" options={KINDS} value={type} problem={at('type')} onChange={(event) => setTyped({ ...typed, type: event.target.value === 'free_school' ? 'free_school' : 'academy' })} />
        <SelectField
          label="Its financial year then starts" options={STARTS} value={typed.start} hint="Academies account from 1 September."
          onChange={(event) => setTyped({ ...typed, start: event.target.value })}
        />
        <p className="q2 wide">Until that day its codes are those of now; from then on those of an academy.</p>
        <div className="dialog-acts wide">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit">Keep the conversion</Button>
        </div>
      </form>
    </Dialog>
  );
}
