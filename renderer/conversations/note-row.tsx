import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { TalkNote } from '../../planning/analysis/facts.ts';
import { needTitle } from '../../planning/analysis/needs/refs.ts';
import { needState, NEED_STATE_WORDS } from '../../planning/analysis/needs/need-state.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AreaField, SelectField } from '../parts/field.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { DIRECTION_CHOICES } from './direction-words.ts';

/** A note with the need it became, or with the ways to make it part of one. */
export function NoteRow({ note }: { readonly note: TalkNote }) {
  const { editable } = usePlan();
  const run = useCommand();
  const [editing, setEditing] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  // The form took the focus; it goes back to the word that opened it.
  useEffect(() => {
    if (wasEditing.current && !editing) change.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  if (editing) return <li><EditNote note={note} onDone={() => setEditing(false)} /></li>;
  return (
    <li>
      <p className="note-text">{note.text}</p>
      <div className="note-acts">
        <NeedOfNote note={note} />
        {editable && (
          <span className="note-change">
            <Button ref={change} variant="link" small aria-label={`Change the note ${note.text}`} onClick={() => setEditing(true)}>Change</Button>
            <Button variant="link" small aria-label={`Remove the note ${note.text}`} onClick={() => void run('note.remove', { id: note.id })}>Remove</Button>
          </span>
        )}
      </div>
    </li>
  );
}

function NeedOfNote({ note }: { readonly note: TalkNote }) {
  const { snapshot: { analysis }, asOf, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const need = analysis.needs.find(({ id }) => id === note.needId);
  if (need !== undefined) {
    return (
      <span>
        <Button variant="link" small onClick={() => go('needs', { needId: need.id })}>{needTitle(need)}</Button>
        <span className="q2">, {NEED_STATE_WORDS[needState(analysis, need, asOf).kind].toLowerCase()}</span>
        {editable && <>{' '}<Button variant="link" small onClick={() => void run('note.edit', { id: note.id, set: { needId: null } })}>Take it off</Button></>}
      </span>
    );
  }
  if (!editable) return <span className="q2">Part of no need</span>;
  return (
    <>
      <Button small onClick={() => go('needs', { add: { noteId: note.id } })}>Make a need of this note</Button>
      {analysis.needs.length > 0 && (
        <SelectField
          small hideLabel label={`The need that the note is about: ${note.text}`} value=""
          options={[{ value: '', label: 'or join it to a need' }, ...analysis.needs.map((each) => ({ value: String(each.id), label: needTitle(each) }))]}
          onChange={(event) => {
            if (event.currentTarget.value !== '') void run('note.edit', { id: note.id, set: { needId: Number(event.currentTarget.value) } });
          }}
        />
      )}
    </>
  );
}

function EditNote({ note, onDone }: { readonly note: TalkNote; readonly onDone: () => void }) {
  const run = useCommand();
  const [text, setText] = useState(note.text);
  const [direction, setDirection] = useState(note.direction);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const problem = text.trim() === '' ? 'Type what was said, or take the note out with Remove.' : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (problem === null && await run('note.edit', { id: note.id, set: { text: text.trim(), direction } }) !== null) onDone();
  };
  return (
    <form className="note-form" aria-label="Change the note" noValidate onSubmit={(event) => void submit(event)}>
      <Segmented legend="Which way round" value={direction} choices={DIRECTION_CHOICES} onChange={setDirection} />
      <AreaField ref={field} label="Note" rows={3} maxLength={2_000} value={text} problem={asked ? problem : null} onChange={(event) => setText(event.currentTarget.value)} />
      <div className="note-acts">
        <Button small type="submit">Change the note</Button>
        <Button variant="link" small onClick={onDone}>Leave it as it was</Button>
      </div>
    </form>
  );
}
