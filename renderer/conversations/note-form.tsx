import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { TalkDirection } from '../../planning/analysis/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { Button } from '../parts/button.tsx';
import { AreaField } from '../parts/field.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { DIRECTION_CHOICES } from './direction-words.ts';

const EMPTY = 'Type what was said; a note has at least one character.';

/** Notes typed as people speak: Enter keeps one and the next begins. What was refused comes back into the field. */
export function NoteForm({ conversationId }: { readonly conversationId: number }) {
  const run = useCommand();
  const [text, setText] = useState('');
  const [direction, setDirection] = useState<TalkDirection>('need');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever opens a conversation has something to write down.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const said = text.trim();
    setAsked(said === '');
    field.current?.focus();
    if (said === '') return;
    setText('');
    const done = await run('note.add', { conversationId, direction, text: said });
    if (done === null) setText((since) => (since === '' ? said : `${said}\n${since}`));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <form className="note-form" aria-label="Add a note" noValidate onSubmit={(event) => void submit(event)}>
      <Segmented legend="Which way round" value={direction} choices={DIRECTION_CHOICES} onChange={setDirection} />
      <AreaField
        ref={field} label="Note" rows={2} maxLength={2_000} value={text} problem={asked && text.trim() === '' ? EMPTY : null}
        hint="Enter keeps it and starts the next; Shift+Enter begins a new line." onKeyDown={onKeyDown} onChange={(event) => setText(event.currentTarget.value)}
      />
      <div><Button type="submit">Add the note</Button></div>
    </form>
  );
}
