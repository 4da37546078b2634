import { useId, useState } from 'react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { numberProblem } from '../../planning/analysis/development/checks.ts';
import { areasOf, prioritiesOf, priorityTitle } from '../../planning/analysis/development/outline.ts';
import { rolesKnown } from '../../planning/analysis/development/roles.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { useCommandsTogether } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { LineForm } from './line-form.tsx';

/** Where an objective may stand: `3` is an area, `3/7` a priority of it. */
const placeKey = (areaId: number, priorityId: number | null): string => (priorityId === null ? String(areaId) : `${areaId}/${priorityId}`);

/** What an objective says, who leads it, and where in the plan it stands. */
export function ObjectiveForm({ objective, onDone }: { readonly objective: Objective; readonly onDone: () => void }) {
  const { snapshot: { analysis } } = usePlan();
  const together = useCommandsTogether();
  const listId = useId();
  const planId = analysis.areas.find(({ id }) => id === objective.areaId)?.planId ?? 0;
  const [typed, setTyped] = useState({
    number: objective.number ?? '', name: objective.name, statement: objective.statement ?? '', lead: objective.leadRole ?? '', place: placeKey(objective.areaId, objective.priorityId),
  });
  const [asked, setAsked] = useState(false);
  const number = typed.number.trim() || null;
  const found = typed.name.trim() === '' ? { field: 'name', text: 'What is it called? A few words work.' } : numberProblem(analysis, planId, number, objective.id);
  const field = (key: keyof typeof typed) => ({
    value: typed[key], problem: asked && found?.field === key ? found.text : null, onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  const places = areasOf(analysis, planId).flatMap((area) => [
    { value: placeKey(area.id, null), label: area.name },
    ...prioritiesOf(analysis, area.id).map((priority) => ({ value: placeKey(area.id, priority.id), label: `${area.name}: ${priorityTitle(priority)}` })),
  ]);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (found !== null) return;
    const set = { number, name: typed.name.trim(), statement: typed.statement.trim() || null, leadRole: typed.lead.trim() || null };
    const [areaId = 0, priorityId = null] = typed.place.split('/').map(Number);
    let sent = true;
    await together(async (run) => {
      sent = await run('objective.edit', { id: objective.id, set });
      if (sent && typed.place !== placeKey(objective.areaId, objective.priorityId)) sent = await run('objective.move', { id: objective.id, areaId, priorityId });
    }, () => `Change the objective ${objectiveTitle({ ...objective, ...set })}`);
    if (sent) onDone();
  };
  return (
    <LineForm className="dev-panel-form" label="Change the objective" onSend={send} onLeave={onDone}>
      <TextField label="Number" data-first maxLength={20} {...field('number')} />
      <div>
        <TextField label="Led by (a role)" list={listId} maxLength={200} {...field('lead')} />
        <NameList id={listId} names={rolesKnown(analysis)} />
      </div>
      <div className="wide"><TextField label="Name, in a few words" maxLength={200} hint="It heads a column of the needs." {...field('name')} /></div>
      <div className="wide"><AreaField label="The whole of it" maxLength={1000} {...field('statement')} /></div>
      <div className="wide"><SelectField label="Stands in" options={places} {...field('place')} /></div>
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small variant="filled" type="submit">Change it</Button></div>
    </LineForm>
  );
}
