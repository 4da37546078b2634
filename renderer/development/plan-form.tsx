import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { DevelopmentPlan } from '../../planning/analysis/development-facts.ts';
import { planProblem } from '../../planning/analysis/development/checks.ts';
import { rolesKnown } from '../../planning/analysis/development/roles.ts';
import { schoolYearOf } from '../../planning/analysis/school-year.ts';
import { STARTING_SETS, type StartingSetKey } from '../../planning/analysis/development/starting-sets.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { StartingSetField } from './starting-set-field.tsx';

type PlanFormProps = {
  /** Null starts a new one. */
  readonly plan: DevelopmentPlan | null;
  readonly onDone: (id: number | null) => void;
};

const YEARS_OF_A_NEW_PLAN = 3;

/** What a development plan is called, its years, and the school's words for what is in it. */
export function PlanForm({ plan, onDone }: PlanFormProps) {
  const { snapshot: { analysis }, asOf } = usePlan();
  const run = useCommand();
  const listId = useId();
  const first = schoolYearOf(asOf);
  const [typed, setTyped] = useState(() => ({
    name: plan?.name ?? 'School development plan', owner: plan?.ownerRole ?? '', area: plan?.areaHeading ?? 'Area', priority: plan?.priorityHeading ?? 'Priority',
    objective: plan?.objectiveHeading ?? 'Objective', starts: formatDate(plan?.startsOn ?? `${first}-09-01`), ends: formatDate(plan?.endsOn ?? `${first + YEARS_OF_A_NEW_PLAN}-08-31`),
  }));
  const [set, setSet] = useState<StartingSetKey | ''>(plan === null ? STARTING_SETS[0] : '');
  const [asked, setAsked] = useState(false);
  const [starts, ends] = [readDate(typed.starts), readDate(typed.ends)];
  const days = starts.ok && ends.ok && starts.value !== null && ends.value !== null ? { startsOn: starts.value, endsOn: ends.value } : null;
  const years = days === null ? null : planProblem(days);
  const empty = (['name', 'area', 'priority', 'objective'] as const).find((key) => typed[key].trim() === '');
  const field = (key: keyof typeof typed) => ({ value: typed[key], onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [key]: event.target.value }) });
  const missing = (key: typeof empty, words: string): string | null => (asked && typed[key ?? 'name'].trim() === '' ? words : null);
  const dayProblem = (reading: typeof starts, words: string): string | null => (!asked ? null : !reading.ok ? reading.message : reading.value === null ? words : null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (days === null || years !== null || empty !== undefined) return;
    const fields = {
      name: typed.name.trim(), ...days, ownerRole: typed.owner.trim() || null, areaHeading: typed.area.trim(), priorityHeading: typed.priority.trim(), objectiveHeading: typed.objective.trim(),
    };
    if (plan === null) {
      const done = await run('development.addPlan', { ...fields, startWith: set === '' ? null : set });
      if (done !== null) onDone(done.value.id);
    } else if (await run('development.editPlan', { id: plan.id, set: fields }) !== null) onDone(plan.id);
  };
  return (
    <form className="decision" noValidate aria-label="Development plan" onSubmit={(event) => void send(event)}>
      <div className="decision-fields">
        <div className="wide"><TextField label="Name" data-autofocus maxLength={200} problem={missing('name', 'What is the plan called?')} {...field('name')} /></div>
        <DateField label="First day" text={typed.starts} problem={dayProblem(starts, 'Write the first day, like 1 Sep 2026.')} onText={(text) => setTyped({ ...typed, starts: text })} />
        <DateField label="Last day" text={typed.ends} problem={dayProblem(ends, 'Write the last day, like 31 Aug 2029.') ?? (asked ? years?.text ?? null : null)} onText={(text) => setTyped({ ...typed, ends: text })} />
        <div className="wide">
          <TextField label="Who keeps it (a role)" list={listId} maxLength={200} {...field('owner')} />
          <NameList id={listId} names={rolesKnown(analysis)} />
        </div>
        <TextField label="An area is called" maxLength={40} problem={missing('area', 'Area, Theme or another word works.')} {...field('area')} />
        <TextField label="A priority is called" maxLength={40} problem={missing('priority', 'Priority, Initiative or another word works.')} {...field('priority')} />
        <TextField label="An objective is called" maxLength={40} problem={missing('objective', 'Objective, Target or another word works.')} {...field('objective')} />
        {plan === null && <div className="wide"><StartingSetField value={set} onChange={setSet} none="No areas: type them in" /></div>}
      </div>
      <div className="dialog-acts">
        <Button onClick={() => onDone(null)}>Cancel</Button>
        <Button variant="filled" type="submit">{plan === null ? 'Start the plan' : 'Change the plan'}</Button>
      </div>
    </form>
  );
}
