import { useState } from 'react';
import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { formatDate } from '../../planning/calendar.ts';
import { readDate } from '../lib/field-text.ts';
import { DateField } from '../parts/date-field.tsx';
import { TextField } from '../parts/field.tsx';
import type { PlanImport } from './use-plan-import.ts';

type Meant = PlanImportReport['plan'];

/** What a new plan is called and which days it covers, said when a field is left. */
export function NewPlanFields({ it, plan }: { readonly it: PlanImport; readonly plan: Meant }) {
  const [name, setName] = useState(plan.name);
  const [days, setDays] = useState({ startsOn: formatDate(plan.startsOn), endsOn: formatDate(plan.endsOn) });
  const read = { startsOn: readDate(days.startsOn), endsOn: readDate(days.endsOn) };
  const problemOf = (field: 'startsOn' | 'endsOn'): string | null => {
    const reading = read[field];
    if (!reading.ok) return reading.message;
    if (reading.value === null) return 'A plan has a first and a last day, such as 1 Sep 2026.';
    return it.error?.field === field ? it.error.message : null;
  };
  const say = (): void => {
    const { startsOn, endsOn } = read;
    if (name.trim() === '' || !startsOn.ok || startsOn.value === null || !endsOn.ok || endsOn.value === null) return;
    if (name === plan.name && startsOn.value === plan.startsOn && endsOn.value === plan.endsOn) return;
    it.say({ planId: null, newPlan: { name, startsOn: startsOn.value, endsOn: endsOn.value } });
  };
  return (
    <>
      <TextField label="Name of the plan" value={name} maxLength={200} problem={name.trim() === '' ? 'A plan has a name, such as School development plan.' : null} onChange={(event) => setName(event.target.value)} onBlur={say} />
      <DateField label="First day" text={days.startsOn} onText={(startsOn) => setDays((before) => ({ ...before, startsOn }))} onLeave={say} problem={problemOf('startsOn')} />
      <DateField label="Last day" text={days.endsOn} onText={(endsOn) => setDays((before) => ({ ...before, endsOn }))} onLeave={say} problem={problemOf('endsOn')} />
    </>
  );
}
