import { useState } from 'react';
import type { FormEvent } from 'react';
import { heldProblem } from '../../planning/analysis/conversations/talk-check.ts';
import type { Person } from '../../planning/analysis/people-words.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { NOBODY_TYPED, PersonFields, readPerson, roleProblem, typedPerson } from '../parts/person-fields.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

/** What stands against the day that was typed; null where it can be used. */
export function dayProblem(text: string, today: string): string | null {
  const day = readDate(text);
  if (!day.ok) return day.message;
  return day.value === null ? 'Give the day on which it was held, like 12 Oct 2026.' : heldProblem(day.value, today)?.text ?? null;
}

type StartPanelProps = {
  /** Who is heard; null where that is still to be said. */
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onStarted: (conversationId: number) => void;
};

/** A conversation begins: when, and with whom. */
export function StartPanel({ person, onClose, onStarted }: StartPanelProps) {
  const { application } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(person === null ? NOBODY_TYPED : typedPerson(person));
  const [day, setDay] = useState(formatDate(application.today));
  const [asked, setAsked] = useState(false);
  const problems = { role: roleProblem(typed), day: dayProblem(day, application.today) };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    const heldOn = readDate(day);
    if (problems.role !== null || problems.day !== null || !heldOn.ok || heldOn.value === null) return;
    const answer = await run('conversation.add', { heldOn: heldOn.value, person: readPerson(typed) });
    if (answer !== null) onStarted(answer.value.id);
  };
  return (
    <SidePanel title="Start a conversation" above="The guide for this kind of person stands beside the notes" onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <PersonFields typed={typed} problem={asked ? problems.role : null} onTyped={setTyped} />
          <div className="wide"><DateField label="Held on" text={day} problem={asked ? problems.day : null} onText={setDay} /></div>
        </div>
        <div className="acts"><Button variant="filled" type="submit">Start the conversation</Button></div>
      </form>
    </SidePanel>
  );
}
