import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { CONVERSATION_ROLES, CONVERSATION_ROLE_WORDS, type ConversationRole } from '../../planning/analysis/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { useFirstField } from './use-first-field.ts';

/** What was said about a need, by whom and when. */
export function NeedTalk({ need }: { readonly need: Need }) {
  const { snapshot: { analysis }, editable } = usePlan();
  const [adding, setAdding] = useState(false);
  const said = analysis.conversations.flatMap(({ heldOn, role, notes }) => notes.filter(({ needId }) => needId === need.id).map((note) => ({ ...note, heldOn, role })));
  return (
    <Section title="Conversation">
      {said.length === 0 ? <p className="q2">Nobody’s words about it are written down yet.</p> : (
        <table className="l needs-notes">
          <caption className="vh">What was said about it</caption>
          <tbody>{said.map((note) => <tr key={note.id}><td>{formatDate(note.heldOn).replace(/ \d{4}$/u, '')}</td><td>{note.role}</td><td>{note.text}</td></tr>)}</tbody>
        </table>
      )}
      {editable && !adding && <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => setAdding(true)}>Add a note</Button>}
      {editable && adding && <NoteForm need={need} onDone={() => setAdding(false)} />}
    </Section>
  );
}

function NoteForm({ need, onDone }: { readonly need: Need; readonly onDone: () => void }) {
  const { application: { today } } = usePlan();
  const run = useCommand();
  const form = useFirstField();
  const [kind, setKind] = useState<ConversationRole>('subject_lead');
  const [role, setRole] = useState(need.askedByRole);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (role.trim() === '' || text.trim() === '') return;
    const done = await run('conversation.add', { heldOn: today, person: { kind, role: role.trim() }, notes: [{ direction: 'need', text: text.trim(), needId: need.id }] });
    if (done !== null) onDone();
  };
  return (
    <form ref={form} noValidate aria-label="Add a note" onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <div className="wide"><AreaField label="What was said" value={text} problem={asked && text.trim() === '' ? 'Write down what was said.' : null} onChange={(event) => setText(event.target.value)} /></div>
        <TextField label="By whom, as a role" value={role} problem={asked && role.trim() === '' ? 'Say who said it, as a role: Music subject lead.' : null} onChange={(event) => setRole(event.target.value)} />
        <SelectField
          label="Speaks as" value={kind} options={CONVERSATION_ROLES.map((each) => ({ value: each, label: CONVERSATION_ROLE_WORDS[each] }))}
          onChange={(event) => setKind(CONVERSATION_ROLES.find((each) => each === event.currentTarget.value) ?? 'other')}
        />
      </div>
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small type="submit">Add the note</Button></div>
    </form>
  );
}
