import { ArrowDown, ArrowUp, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Objective, ObjectiveAction } from '../../planning/analysis/development-facts.ts';
import { actionCost, actionStanding, actionWords } from '../../planning/analysis/development/standing.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Check } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/tag.tsx';
import { ActionForm } from './action-form.tsx';

/** Who does what by when, and what it costs by the development plan's own account. */
export function ActionsSection({ objective }: { readonly objective: Objective }) {
  const { editable } = usePlan();
  const [adding, setAdding] = useState(false);
  const { id, actions } = objective;
  return (
    <Section title="Actions" link={editable && !adding && <Button variant="link" small onClick={() => setAdding(true)}>Add an action</Button>}>
      {actions.length === 0 && !adding && <p className="q2">Who does what, and by when?</p>}
      <ul className="dev-list">{actions.map((action, place) => <ActionLine key={action.id} objective={objective} action={action} place={place} />)}</ul>
      {adding && <ActionForm objectiveId={id} action={null} onClose={() => setAdding(false)} />}
      {actions.some(({ costPence }) => costPence !== null) && <p className="dev-hint">Costs as the development plan says them. What ICT costs stands with the needs.</p>}
    </Section>
  );
}

type ActionLineProps = { readonly objective: Objective; readonly action: ObjectiveAction; readonly place: number };

function ActionLine({ objective, action, place }: ActionLineProps) {
  const { application: { today }, asOf, editable } = usePlan();
  const run = useCommand();
  const [editing, setEditing] = useState(false);
  const { id, text, leadRole, doneOn } = action;
  if (editing && editable) {
    return (
      <li>
        <div className="wide">
          <ActionForm objectiveId={objective.id} action={action} onClose={() => setEditing(false)} />
          <span className="dev-tools">
            {place > 0 && <IconButton small label="Move up" onClick={() => void run('action.move', { id, to: place - 1 })}><ArrowUp aria-hidden="true" /></IconButton>}
            {place < objective.actions.length - 1 && <IconButton small label="Move down" onClick={() => void run('action.move', { id, to: place + 1 })}><ArrowDown aria-hidden="true" /></IconButton>}
            <IconButton small label={`Remove: ${text}`} onClick={() => void run('action.remove', { id })}><Trash2 aria-hidden="true" /></IconButton>
          </span>
        </div>
      </li>
    );
  }
  const standing = actionStanding(action, asOf);
  const words = actionWords(action, asOf);
  const late = objective.state === 'open' && (standing === 'overdue' || standing === 'soon');
  const more = [leadRole ?? '', actionCost(action)].filter(Boolean);
  return (
    <li>
      {editable ? <Check checked={doneOn !== null} onChange={(event) => void run('action.edit', { id, set: { doneOn: event.target.checked ? today : null } })}>{text}</Check> : <span className="dev-text">{text}</span>}
      {editable && <IconButton small label={`Change: ${text}`} onClick={() => setEditing(true)}><PencilLine aria-hidden="true" /></IconButton>}
      <small className="wide">{late ? <StateWord tone={standing === 'overdue' ? 'over' : 'warn'}>{words}</StateWord> : words}{more.length > 0 && `, ${more.join(', ')}`}</small>
    </li>
  );
}
