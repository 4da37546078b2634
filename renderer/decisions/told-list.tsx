import { Check, Clock } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { toldOf } from '../../planning/analysis/decisions/review.ts';
import { toldProblem } from '../../planning/analysis/decisions/rules.ts';
import type { Decision, Telling } from '../../planning/analysis/facts.ts';
import { formatDate } from '../../planning/calendar.ts';
import { startLower } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { dayShort } from './words.ts';

const WAYS = ['In person', 'By message', 'At a meeting', 'By letter', 'In Kitplan'].map((value) => ({ value, label: value }));

/** When and how somebody was told; what cannot be read stays in the field with what works. */
function TellForm({ decision, telling, onDone }: { readonly decision: Decision; readonly telling: Telling; readonly onDone: () => void }) {
  const { application: { today } } = usePlan();
  const run = useCommand();
  const [day, setDay] = useState(() => formatDate(today));
  const [how, setHow] = useState('In person');
  const reading = readDate(day);
  const problem = !reading.ok ? reading.message : reading.value === null ? 'Give the day on which they were told.' : toldProblem({ toldOn: reading.value, how }, today)?.text ?? null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (problem !== null || !reading.ok) return;
    if (await run('decision.tell', { id: decision.id, tellingId: telling.id, toldOn: reading.value, how }) !== null) onDone();
  };
  return (
    <form className="tell" noValidate aria-label={`Tell ${telling.role}`} onSubmit={(event) => void submit(event)}>
      <DateField label="Told on" text={day} onText={setDay} problem={problem} />
      <SelectField label="How" options={WAYS} value={how} onChange={({ target }) => setHow(target.value)} />
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small variant="filled" type="submit">Tick off</Button></div>
    </form>
  );
}

function TellingRow({ decision, telling }: { readonly decision: Decision; readonly telling: Telling }) {
  const { asOf, editable } = usePlan();
  const run = useCommand();
  const [asking, setAsking] = useState(false);
  const { role, what, toldOn, dueOn, how, id } = telling;
  const late = toldOn === null && dueOn !== null && dueOn < asOf;
  return (
    <li className={toldOn === null ? 'next' : undefined}>
      <div className="who-told">
        {toldOn === null ? <Clock className={`lucide s ${late ? 'c-over' : 'c-warn'}`} aria-hidden="true" /> : <Check className="lucide s c-ok" aria-hidden="true" />}
        <span><b>{role}</b>{what === null ? '' : ` ${startLower(what)}`}</span>
        <span className="when">
          {toldOn !== null && <>{dayShort(toldOn, asOf)}{how === null ? '' : `, ${startLower(how)}`}</>}
          {toldOn === null && <span className={late ? 'c-over' : undefined}>{dueOn === null ? 'Not told yet' : `${late ? 'Late, ' : 'By '}${dayShort(dueOn, asOf)}`}</span>}
          {editable && toldOn === null && !asking && <Button variant="link" small aria-label={`Tick off ${role}`} onClick={() => setAsking(true)}>Tick off</Button>}
          {editable && toldOn !== null && (
            <Button variant="link" small aria-label={`${role} has not been told after all`} onClick={() => void run('decision.tell', { id: decision.id, tellingId: id, toldOn: null })}>Not told</Button>
          )}
        </span>
      </div>
      {asking && <TellForm decision={decision} telling={telling} onDone={() => setAsking(false)} />}
    </li>
  );
}

/** Somebody more who is to be told, and what of it. */
function AddTelling({ decision }: { readonly decision: Decision }) {
  const run = useCommand();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState('');
  const [what, setWhat] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (role.trim() === '') return;
    const listed = decision.tellings.map(({ position: _position, ...telling }) => telling);
    if (await run('decision.edit', { id: decision.id, set: { tellings: [...listed, { role, what }] } }) === null) return;
    setOpen(false);
    setRole('');
    setWhat('');
    setAsked(false);
  };
  if (!open) return <Button variant="link" small onClick={() => setOpen(true)}>Add somebody to tell</Button>;
  return (
    <form className="tell" noValidate aria-label="Add somebody to tell" onSubmit={(event) => void submit(event)}>
      <TextField label="Who" value={role} maxLength={200} problem={asked && role.trim() === '' ? 'Say who: a role, such as Maths subject lead.' : null} onChange={({ target }) => setRole(target.value)} />
      <TextField label="What of it" value={what} maxLength={500} onChange={({ target }) => setWhat(target.value)} />
      <div className="acts"><Button small onClick={() => setOpen(false)}>Cancel</Button><Button small variant="filled" type="submit">Add them</Button></div>
    </form>
  );
}

/** Who is to be told and what of it: done with a tick, still to come with a clock. */
export function ToldList({ decision }: { readonly decision: Decision }) {
  const { editable } = usePlan();
  const { told, all } = toldOf(decision);
  const made = decision.choice !== null;
  return (
    <Section title={made ? 'Who has been told' : 'Who is to be told'} aside={all === 0 ? 'Nobody is listed' : made ? `${told} of ${all}` : undefined}>
      {all > 0 && <ul className="told">{decision.tellings.map((telling) => <TellingRow key={telling.id} decision={decision} telling={telling} />)}</ul>}
      {editable && <AddTelling decision={decision} />}
    </Section>
  );
}
