import { useState } from 'react';
import type { FormEvent } from 'react';
import { SOFTWARE_CHECKS } from '../../planning/analysis/needs/software-checks.ts';
import { CHECK_ANSWERS, type CheckAnswer } from '../../planning/analysis/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { ANSWER_OPTIONS } from './request-checks.tsx';
import { readCount } from './typed-need.ts';
import { useFirstField } from './use-first-field.ts';

type Key = 'product' | 'publisher' | 'seats' | 'departmentId' | 'neededBy' | 'whatFor' | 'impact' | 'askedByRole';
const BLANK: Readonly<Record<Key, string>> = { product: '', publisher: '', seats: '', departmentId: '', neededBy: '', whatFor: '', impact: '', askedByRole: '' };
const WANTED: Partial<Record<Key, string>> = {
  product: 'Say what the software is called.', whatFor: 'Say what it is for: what pupils or staff do with it.', askedByRole: 'Say who asked for it, as a role: Music subject lead.',
  impact: 'Say what follows if it is not met: a need without that cannot be weighed.',
};

/** A request for software for lessons: the short form of a need, with what is to be found out before anybody decides. */
export function RequestForm({ onClose, onKept }: { readonly onClose: () => void; readonly onKept: (needId: number) => void }) {
  const { snapshot: { departments } } = usePlan();
  const run = useCommand();
  const form = useFirstField();
  const [typed, setTyped] = useState(BLANK);
  const [answers, setAnswers] = useState<Readonly<Record<(typeof SOFTWARE_CHECKS)[number]['key'], CheckAnswer>>>({ compatible: 'unknown', networkInstall: 'unknown', licenceAllows: 'unknown' });
  const [asked, setAsked] = useState(false);
  const [seats, neededBy] = [readCount(typed.seats, 1, 1_000_000), readDate(typed.neededBy)];
  const problems: Partial<Record<Key, string>> = {
    ...Object.fromEntries(Object.entries(WANTED).filter(([key]) => typed[key as Key].trim() === '')),
    ...(seats.ok ? {} : { seats: seats.message }), ...(neededBy.ok ? {} : { neededBy: neededBy.message }),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(problems).length > 0 || !seats.ok || !neededBy.ok) return;
    const added = await run('need.request', {
      product: typed.product.trim(), publisher: typed.publisher.trim() || null, seats: seats.value, departmentId: typed.departmentId === '' ? null : Number(typed.departmentId),
      neededBy: neededBy.value, whatFor: typed.whatFor.trim(), impact: typed.impact.trim(), askedByRole: typed.askedByRole.trim(), ...answers,
    });
    if (added !== null) onKept(added.value.id);
  };
  const text = (key: Key) => ({
    name: key, value: typed[key], problem: asked ? problems[key] ?? null : null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <TextField label="Software" {...text('product')} />
        <TextField label="Publisher" {...text('publisher')} />
        <TextField label="Seats" inputMode="numeric" {...text('seats')} />
        <DateField label="Needed by" text={typed.neededBy} problem={asked ? problems.neededBy ?? null : null} onText={(day) => setTyped({ ...typed, neededBy: day })} />
        <SelectField label="Department" options={[{ value: '', label: 'None' }, ...departments.map(({ id, name }) => ({ value: String(id), label: name }))]} {...text('departmentId')} />
        <TextField label="Who asks, as a role" placeholder="Music subject lead" {...text('askedByRole')} />
        <div className="wide"><AreaField label="What it is for" rows={2} placeholder="Students mix what they have recorded" {...text('whatFor')} /></div>
        <div className="wide"><AreaField label="What follows if it is not met" rows={2} {...text('impact')} /></div>
      </div>
      <fieldset className="group">
        <legend>To find out before anybody decides</legend>
        <div className="fields">
          {SOFTWARE_CHECKS.map(({ key, question }) => (
            <SelectField
              key={key} label={question} value={answers[key]} options={ANSWER_OPTIONS}
              onChange={(event) => setAnswers({ ...answers, [key]: CHECK_ANSWERS.find((each) => each === event.currentTarget.value) ?? 'unknown' })}
            />
          ))}
        </div>
      </fieldset>
      <div className="acts"><Button onClick={onClose}>Cancel</Button><Button variant="filled" type="submit">Ask for the software</Button></div>
    </form>
  );
}
