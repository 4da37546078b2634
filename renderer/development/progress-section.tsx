import { useId, useState } from 'react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { rolesKnown } from '../../planning/analysis/development/roles.ts';
import { noteWhen, notesInOrder, termOf } from '../../planning/analysis/development/standing.ts';
import { schoolYearOf } from '../../planning/analysis/school-year.ts';
import { TERMS, type Term } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { Section } from '../parts/section.tsx';
import { LineForm } from './line-form.tsx';

/** What is said of an objective once a term, the latest first. */
export function ProgressSection({ objective }: { readonly objective: Objective }) {
  const { editable } = usePlan();
  const [writing, setWriting] = useState(false);
  const notes = notesInOrder(objective.progress);
  return (
    <Section title="Progress, term by term" link={editable && !writing && <Button variant="link" small onClick={() => setWriting(true)}>Write a note</Button>}>
      {notes.length === 0 && !writing && <p className="q2">No term has a note yet.</p>}
      {writing && <NoteForm objective={objective} onDone={() => setWriting(false)} />}
      <ul className="dev-list">
        {notes.map((note) => (
          <li key={note.id}>
            <b>{noteWhen(note)}</b><small>{formatDate(note.writtenOn)}</small>
            <span className="dev-text wide">{note.text}{note.role !== null && <span className="q2"> {note.role}</span>}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One note for each term; writing over it takes its place, and emptying it takes it away. */
function NoteForm({ objective: { id, areaId, progress, leadRole }, onDone }: { readonly objective: Objective; readonly onDone: () => void }) {
  const { snapshot: { analysis }, asOf } = usePlan();
  const run = useCommand();
  const listId = useId();
  const noteOf = (year: number, term: Term) => progress.find((note) => note.year === year && note.term === term);
  const terms = termsOf(analysis.plans.find((plan) => plan.id === analysis.areas.find((area) => area.id === areaId)?.planId), asOf);
  const now = `${schoolYearOf(asOf)} ${termOf(asOf)}`;
  const start = terms.find(({ key }) => key === now) ?? terms.at(-1);
  const [key, setKey] = useState(start?.key ?? now);
  const [text, setText] = useState(() => noteOf(start?.year ?? 0, start?.term ?? 'autumn')?.text ?? '');
  const [role, setRole] = useState(leadRole ?? '');
  const [asked, setAsked] = useState(false);
  const chosen = terms.find((each) => each.key === key);
  const there = chosen === undefined ? undefined : noteOf(chosen.year, chosen.term);
  const choose = (next: string): void => {
    const to = terms.find((each) => each.key === next);
    setKey(next);
    // What was typed goes along to another term; what was only read there does not.
    if (to !== undefined && text === (there?.text ?? '')) setText(noteOf(to.year, to.term)?.text ?? '');
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    if (chosen === undefined || (text.trim() === '' && there === undefined)) return;
    if (await run('progress.set', { objectiveId: id, year: chosen.year, term: chosen.term, text: text.trim() || null, noteRole: role.trim() || null }) !== null) onDone();
  };
  return (
    <LineForm className="dev-panel-form" label="Write a note" onSend={send} onLeave={onDone}>
      <SelectField label="Term" options={terms.map((each) => ({ value: each.key, label: noteWhen(each) }))} value={key} onChange={(event) => choose(event.target.value)} />
      <div>
        <TextField label="Who says so (a role)" list={listId} maxLength={200} value={role} onChange={(event) => setRole(event.target.value)} />
        <NameList id={listId} names={rolesKnown(analysis)} />
      </div>
      <div className="wide">
        <AreaField
          label="How it goes" data-first maxLength={4000} value={text} problem={asked && text.trim() === '' && there === undefined ? 'Write how it goes, in a sentence or two.' : null}
          hint={there === undefined ? undefined : 'This takes the place of the term’s note; emptied, it takes it away.'} onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small type="submit">Keep the note</Button></div>
    </LineForm>
  );
}

type TermOfYear = { readonly key: string; readonly year: number; readonly term: Term };

/** The terms of the plan's years up to the one that the day falls in; all of them where the plan is still to come. */
function termsOf(plan: { readonly startsOn: string; readonly endsOn: string } | undefined, asOf: string): readonly TermOfYear[] {
  const [from, to] = plan === undefined ? [schoolYearOf(asOf), schoolYearOf(asOf)] : [schoolYearOf(plan.startsOn), schoolYearOf(plan.endsOn)];
  const all = Array.from({ length: to - from + 1 }, (_, index) => TERMS.map((term): TermOfYear => ({ key: `${from + index} ${term}`, year: from + index, term }))).flat();
  const now = all.findIndex(({ key }) => key === `${schoolYearOf(asOf)} ${termOf(asOf)}`);
  return now === -1 ? all : all.slice(0, now + 1);
}
