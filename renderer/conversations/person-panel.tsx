import { useState } from 'react';
import type { FormEvent } from 'react';
import { lastTalk } from '../../planning/analysis/conversations/sheet.ts';
import type { HeardPerson } from '../../planning/analysis/conversations/round.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { schoolYearLabel } from '../../planning/analysis/school-year.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { NOBODY_TYPED, PersonFields, readPerson, roleProblem, typedPerson } from '../parts/person-fields.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { SaidLastTime } from './said-last-time.tsx';

type AddPersonProps = { readonly year: number; readonly onClose: () => void };

/** Somebody is put on the year's round. */
export function AddPersonPanel({ year, onClose }: AddPersonProps) {
  const run = useCommand();
  const [typed, setTyped] = useState(NOBODY_TYPED);
  const [asked, setAsked] = useState(false);
  const problem = roleProblem(typed);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (problem === null && await run('round.add', { year, person: readPerson(typed) }) !== null) onClose();
  };
  return (
    <SidePanel title="Add a person" above={`To be heard in ${schoolYearLabel(year)}`} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields"><PersonFields typed={typed} problem={asked ? problem : null} onTyped={setTyped} /></div>
        <div className="acts"><Button variant="filled" type="submit">Add the person</Button></div>
      </form>
    </SidePanel>
  );
}

type PersonPanelProps = {
  readonly person: HeardPerson;
  readonly onClose: () => void;
  readonly onStart: () => void;
  readonly onSheet: () => void;
  readonly onTalk: (conversationId: number) => void;
};

/** One of those to be heard: what was said before, the sheet to take along, and who it is. */
export function PersonPanel({ person, onClose, onStart, onSheet, onTalk }: PersonPanelProps) {
  const { snapshot: { analysis, departments }, asOf, editable } = usePlan();
  const last = lastTalk(analysis.conversations, person, asOf);
  const heard = person.conversations.length > 0;
  return (
    <SidePanel title={personName(person, departments)} above={`${heard ? 'Heard' : 'To be heard'} in ${schoolYearLabel(person.year)}`} onClose={onClose}>
      <div className="acts talk-first">
        <Button onClick={onSheet}>Sheet to take along</Button>
        {editable && <Button variant="filled" onClick={onStart}>{heard ? 'Start another conversation' : 'Start a conversation'}</Button>}
      </div>
      {heard && (
        <Section title="This year">
          <ul className="talk-days">{person.conversations.map(({ id, heldOn, notes }) => (
            <li key={id}><Button variant="link" small onClick={() => onTalk(id)}>{formatDate(heldOn)}, {notes.length === 1 ? '1 note' : `${notes.length} notes`}</Button></li>
          ))}</ul>
        </Section>
      )}
      <Section title="Said last time" aside={last === null ? undefined : formatDate(last.heldOn)}><SaidLastTime talk={last} /></Section>
      {editable && <EditPerson person={person} onClose={onClose} />}
    </SidePanel>
  );
}

function EditPerson({ person, onClose }: { readonly person: HeardPerson; readonly onClose: () => void }) {
  const run = useCommand();
  const [typed, setTyped] = useState(typedPerson(person));
  const [asked, setAsked] = useState(false);
  const problem = roleProblem(typed);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (problem === null) await run('round.edit', { id: person.id, set: readPerson(typed) });
  };
  const remove = async (): Promise<void> => {
    if (await run('round.remove', { id: person.id }) !== null) onClose();
  };
  return (
    <Section title="Who it is">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields"><PersonFields typed={typed} problem={asked ? problem : null} onTyped={setTyped} /></div>
        <div className="acts">
          <Button onClick={() => void remove()}>Take off the round</Button>
          <Button type="submit">Change the person</Button>
        </div>
      </form>
    </Section>
  );
}
