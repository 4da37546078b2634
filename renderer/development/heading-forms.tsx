import { useId, useState } from 'react';
import type { Area, Priority } from '../../planning/analysis/development-facts.ts';
import { areaProblem, priorityProblem } from '../../planning/analysis/development/checks.ts';
import { rolesKnown } from '../../planning/analysis/development/roles.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { LineForm } from './line-form.tsx';

/** A new name for an area, in its place. */
export function AreaForm({ area, heading, onDone }: { readonly area: Area; readonly heading: string; readonly onDone: () => void }) {
  const { snapshot: { analysis } } = usePlan();
  const run = useCommand();
  const [name, setName] = useState(area.name);
  const [asked, setAsked] = useState(false);
  const problem = name.trim() === '' ? 'What is it called?' : areaProblem(analysis, area.planId, name, area.id)?.text ?? null;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (problem === null && await run('area.edit', { id: area.id, set: { name: name.trim() } }) !== null) onDone();
  };
  return (
    <LineForm className="dev-rename" label={`Rename ${area.name}`} onSend={send} onLeave={onDone}>
      <div className="dev-wide"><TextField small label={heading} data-first maxLength={200} value={name} problem={asked ? problem : null} onChange={(event) => setName(event.target.value)} /></div>
      <Button small type="submit">Rename it</Button><Button small onClick={onDone}>Cancel</Button>
    </LineForm>
  );
}

/** A priority: its number, name, reason and who keeps it. */
export function PriorityForm({ priority, heading, onDone }: { readonly priority: Priority; readonly heading: string; readonly onDone: () => void }) {
  const { snapshot: { analysis } } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [typed, setTyped] = useState({ number: priority.number ?? '', name: priority.name, rationale: priority.rationale ?? '', owner: priority.ownerRole ?? '' });
  const [asked, setAsked] = useState(false);
  const number = typed.number.trim() || null;
  const found = typed.name.trim() === '' ? { field: 'name', text: 'What is it called?' } : priorityProblem(analysis, priority.areaId, number, priority.id);
  const field = (key: keyof typeof typed) => ({
    value: typed[key], problem: asked && found?.field === key ? found.text : null, onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  const send = async (): Promise<void> => {
    setAsked(true);
    const set = { number, name: typed.name.trim(), rationale: typed.rationale.trim() || null, ownerRole: typed.owner.trim() || null };
    if (found === null && await run('priority.edit', { id: priority.id, set }) !== null) onDone();
  };
  return (
    <LineForm className="dev-rename" label={`Change ${priority.name}`} onSend={send} onLeave={onDone}>
      <div className="dev-narrow"><TextField small label="Number" maxLength={20} {...field('number')} /></div>
      <div className="dev-wide"><TextField small label={heading} data-first maxLength={200} {...field('name')} /></div>
      <div className="dev-wide"><TextField small label="Why it is one" maxLength={4000} {...field('rationale')} /></div>
      <div className="dev-wide"><TextField small label="Kept by (a role)" list={listId} maxLength={200} {...field('owner')} /><NameList id={listId} names={rolesKnown(analysis)} /></div>
      <Button small type="submit">Change it</Button><Button small onClick={onDone}>Cancel</Button>
    </LineForm>
  );
}
