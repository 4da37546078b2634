import { ArrowDown, ArrowUp, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Criterion, Objective } from '../../planning/analysis/development-facts.ts';
import { criteriaWords } from '../../planning/analysis/development/standing.ts';
import { CRITERION_STATUSES, CRITERION_STATUS_WORDS } from '../../planning/analysis/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { LineForm } from './line-form.tsx';

const STATUSES = CRITERION_STATUSES.map((value) => ({ value, label: CRITERION_STATUS_WORDS[value] }));

/** What shows that an objective is met, and how far each is. */
export function CriteriaSection({ objective }: { readonly objective: Objective }) {
  const { editable } = usePlan();
  const run = useCommand();
  const [adding, setAdding] = useState(false);
  const { id, criteria } = objective;
  return (
    <Section title="Success criteria" aside={criteria.length > 1 ? criteriaWords(criteria) : undefined} link={editable && !adding && <Button variant="link" small onClick={() => setAdding(true)}>Add a criterion</Button>}>
      {criteria.length === 0 && !adding && <p className="q2">What would show that it is met?</p>}
      <ul className="dev-list">{criteria.map((criterion, place) => <CriterionLine key={criterion.id} criterion={criterion} place={place} of={criteria.length} />)}</ul>
      {adding && (
        <TextLine
          label="The next success criterion" button="Add it" text="" keepOpen onClose={() => setAdding(false)}
          onSend={async (text) => await run('criterion.add', { objectiveId: id, text }) !== null}
        />
      )}
    </Section>
  );
}

type CriterionLineProps = { readonly criterion: Criterion; readonly place: number; readonly of: number };

function CriterionLine({ criterion: { id, text, status }, place, of }: CriterionLineProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const [editing, setEditing] = useState(false);
  if (!editable) return <li><span className="dev-text">{text}</span><span>{CRITERION_STATUS_WORDS[status]}</span></li>;
  if (editing) {
    return (
      <li>
        <div className="wide">
          <TextLine label="Success criterion" button="Change it" text={text} onClose={() => setEditing(false)} onSend={async (typed) => await run('criterion.edit', { id, set: { text: typed } }) !== null} />
          <span className="dev-tools">
            {place > 0 && <IconButton small label="Move up" onClick={() => void run('criterion.move', { id, to: place - 1 })}><ArrowUp aria-hidden="true" /></IconButton>}
            {place < of - 1 && <IconButton small label="Move down" onClick={() => void run('criterion.move', { id, to: place + 1 })}><ArrowDown aria-hidden="true" /></IconButton>}
            <IconButton small label={`Remove: ${text}`} onClick={() => void run('criterion.remove', { id })}><Trash2 aria-hidden="true" /></IconButton>
          </span>
        </div>
      </li>
    );
  }
  return (
    <li>
      <span className="dev-text">{text}</span>
      <span className="dev-tools">
        <span className="dev-status">
          <SelectField
            small hideLabel label={`How far it is met: ${text}`} options={STATUSES} value={status}
            onChange={(event) => {
              const next = CRITERION_STATUSES.find((each) => each === event.target.value);
              if (next !== undefined) void run('criterion.edit', { id, set: { status: next } });
            }}
          />
        </span>
        <IconButton small label={`Change: ${text}`} onClick={() => setEditing(true)}><PencilLine aria-hidden="true" /></IconButton>
      </span>
    </li>
  );
}

type TextLineProps = {
  readonly label: string;
  readonly button: string;
  readonly text: string;
  /** Stays open and empty for the next once one was sent. */
  readonly keepOpen?: boolean;
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** One line of text: Enter sends it, Esc leaves. */
function TextLine({ label, button, text, keepOpen = false, onSend, onClose }: TextLineProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(false);
  const send = async (): Promise<void> => {
    setAsked(true);
    const sent = typed.trim();
    if (sent === '') return;
    if (!keepOpen) {
      if (await onSend(sent)) onClose();
      return;
    }
    // The next can be typed at once, while this one is on its way.
    setTyped('');
    setAsked(false);
    field.current?.focus();
    if (!await onSend(sent)) setTyped((now) => (now === '' ? sent : now));
  };
  return (
    <LineForm className="dev-quick" label={keepOpen ? 'Add success criteria' : 'Change the criterion'} onSend={send} onLeave={onClose}>
      <TextField
        small label={label} ref={field} data-first maxLength={1000} value={typed} problem={asked && typed.trim() === '' ? 'Write what would show it, such as: every year group above 94%.' : null}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button small type="submit" icon={keepOpen && <Plus aria-hidden="true" />}>{button}</Button>
      <Button small onClick={onClose}>{keepOpen ? 'Done' : 'Cancel'}</Button>
    </LineForm>
  );
}
