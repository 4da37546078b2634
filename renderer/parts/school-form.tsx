import './school-form.css';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { School } from '../../planning/snapshot.ts';
import { SCHOOL_TYPE_WORDS, SCHOOL_TYPES } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { peopleOf, pupilsProblem, staffProblem } from '../lib/people-typed.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from './button.tsx';
import { SelectField, TextField } from './field.tsx';

const TYPES = SCHOOL_TYPES.map((value) => ({ value, label: SCHOOL_TYPE_WORDS[value] }));
const HORIZONS = [3, 4, 5, 6, 7, 8, 9, 10].map((years) => ({ value: String(years), label: `${years} years` }));
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const STARTS = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: `1 ${MONTH.format(Date.UTC(2000, at, 1))}` }));

type Typed = { readonly name: string; readonly type: School['type']; readonly pupils: string; readonly staff: string; readonly start: string; readonly horizon: string };

/** A plan that nothing was saved to has a name that nobody chose: the field waits for one. */
const typedFrom = (school: School, untouched: boolean): Typed => ({
  name: untouched ? '' : school.name, type: school.type, pupils: school.pupils === null ? '' : String(school.pupils),
  staff: school.staff === null ? '' : String(school.staff), start: String(school.yearStartMonth), horizon: String(school.horizonYears),
});

/** The month the year of most schools starts in, which a new plan has: April. */
const USUAL_START = '4';
/** Academies account from 1 September to 31 August. */
const ACADEMY_START = '9';

/** With the type, the start of the year that goes with it, unless somebody chose a start. */
function withType(before: Typed, type: School['type'], saved: string, startTouched: boolean): Typed {
  if (startTouched || saved !== USUAL_START) return { ...before, type };
  return { ...before, type, start: type === 'academy' ? ACADEMY_START : saved };
}

type SchoolFormProps = {
  readonly className?: string;
  readonly heading?: ReactNode;
  /** Beside the button that saves. */
  readonly beside?: ReactNode;
  readonly onSaved?: () => void;
};

/** What the sums need to know about the school. Everything has a value that works until somebody changes it. */
export function SchoolForm({ className = 'your-school', heading, beside, onSaved }: SchoolFormProps) {
  const { plan, facts: { school }, editable } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => typedFrom(school, plan.savedAt === null && plan.assetRows === 0));
  const [startTouched, setStartTouched] = useState(false);
  const [asked, setAsked] = useState(false);
  const saved = String(school.yearStartMonth);
  const suggested = typed.type === 'academy' && !startTouched && typed.start !== saved;
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const answer = await run('school.update', {
      ...(typed.name.trim() === '' ? {} : { name: typed.name.trim() }), type: typed.type,
      pupils: peopleOf(typed.pupils), staff: peopleOf(typed.staff), yearStartMonth: Number(typed.start), horizonYears: Number(typed.horizon),
    });
    if (answer !== null) onSaved?.();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (pupilsProblem(typed.pupils) === null && staffProblem(typed.staff) === null) void save();
  };
  return (
    <form className={className} onSubmit={submit} noValidate>
      {heading}
      <fieldset className="fields" disabled={!editable}>
        <TextField label="School name" placeholder="Type the name" maxLength={200} value={typed.name} onChange={(event) => change({ name: event.target.value })} />
        <SelectField
          label="Type" options={TYPES} value={typed.type}
          onChange={(event) => {
            const type = SCHOOL_TYPES.find((one) => one === event.target.value) ?? typed.type;
            setTyped((before) => withType(before, type, saved, startTouched));
          }}
        />
        <TextField
          label="Pupils" placeholder="Number" inputMode="numeric" value={typed.pupils} problem={asked ? pupilsProblem(typed.pupils) : null}
          onChange={(event) => change({ pupils: event.target.value })}
        />
        <TextField
          label="Members of staff" placeholder="Number" inputMode="numeric" value={typed.staff} problem={asked ? staffProblem(typed.staff) : null}
          onChange={(event) => change({ staff: event.target.value })}
        />
        <SelectField
          label="Financial year starts" options={STARTS} value={typed.start}
          hint={suggested ? 'As academies account. Change it if yours differs.' : undefined}
          onChange={(event) => {
            setStartTouched(true);
            change({ start: event.target.value });
          }}
        />
        <SelectField label="Plan for" options={HORIZONS} value={typed.horizon} onChange={(event) => change({ horizon: event.target.value })} />
        <div className="save">{beside}<Button type="submit" {...(beside === undefined ? {} : { variant: 'filled' as const })}>Save</Button></div>
      </fieldset>
    </form>
  );
}

/** The form as it stands on the first page of a plan without kit. */
export function YourSchool() {
  return <SchoolForm heading={<div className="hd"><h2>Your school</h2><span className="q2">You can change all of this later.</span></div>} />;
}
