import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Conversation } from '../../planning/analysis/facts.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { TALK_DIRECTIONS } from '../../planning/analysis/vocabulary.ts';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PersonFields, readPerson, roleProblem, typedPerson } from '../parts/person-fields.tsx';
import { Section } from '../parts/section.tsx';
import { DIRECTION_HEADS } from './direction-words.ts';
import { NoteForm } from './note-form.tsx';
import { NoteRow } from './note-row.tsx';
import { dayProblem } from './start-panel.tsx';

type TalkViewProps = { readonly talk: Conversation; readonly onBack: () => void };

/** One conversation: its notes both ways round, and the line on which the next is typed. */
export function TalkView({ talk, onBack }: TalkViewProps) {
  const { snapshot: { departments }, editable } = usePlan();
  const run = useCommand();
  const [changing, setChanging] = useState(false);
  const remove = async (): Promise<void> => {
    if (await run('conversation.remove', { id: talk.id }) !== null) onBack();
  };
  return (
    <>
      <Section
        title={personName(talk, departments)} aside={formatLongDate(talk.heldOn)}
        link={<Button variant="link" small onClick={onBack}>Back to all conversations</Button>}
      >
        {editable && <NoteForm key={talk.id} conversationId={talk.id} />}
        {editable && (
          <div className="talk-acts">
            <Button variant="link" small onClick={() => setChanging(true)}>Change the day or the role</Button>
            <Button variant="link" small onClick={() => void remove()}>Remove the conversation</Button>
          </div>
        )}
      </Section>
      {TALK_DIRECTIONS.map((direction) => {
        const notes = talk.notes.filter((note) => note.direction === direction);
        return (
          <Section key={direction} title={direction === 'need' ? 'What they need' : 'What was offered'} aside={DIRECTION_HEADS[direction]}>
            {notes.length === 0 ? <p className="q2">Nothing noted yet.</p> : <ul className="note-list">{notes.map((note) => <NoteRow key={note.id} note={note} />)}</ul>}
          </Section>
        );
      })}
      {changing && <Dialog opened title="Change the conversation" onClose={() => setChanging(false)}><EditTalk talk={talk} onDone={() => setChanging(false)} /></Dialog>}
    </>
  );
}

function EditTalk({ talk, onDone }: { readonly talk: Conversation; readonly onDone: () => void }) {
  const { application } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(typedPerson(talk));
  const [day, setDay] = useState(formatDate(talk.heldOn));
  const [asked, setAsked] = useState(false);
  const problems = { role: roleProblem(typed), day: dayProblem(day, application.today) };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    const heldOn = readDate(day);
    if (problems.role !== null || problems.day !== null || !heldOn.ok || heldOn.value === null) return;
    if (await run('conversation.edit', { id: talk.id, set: { heldOn: heldOn.value, ...readPerson(typed) } }) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="Change the conversation" noValidate onSubmit={(event) => void submit(event)}>
      <div className="decision-fields">
        <PersonFields typed={typed} problem={asked ? problems.role : null} onTyped={setTyped} />
        <div className="wide"><DateField label="Held on" text={day} problem={asked ? problems.day : null} onText={setDay} /></div>
      </div>
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">Change the conversation</Button>
      </div>
    </form>
  );
}
