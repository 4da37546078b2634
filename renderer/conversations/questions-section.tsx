import { useState } from 'react';
import type { FormEvent } from 'react';
import { questionsFor, type Question } from '../../planning/analysis/conversations/guide.ts';
import { CONVERSATION_ROLE_WORDS, CONVERSATION_ROLES, TALK_DIRECTIONS, type ConversationRole, type TalkDirection } from '../../planning/analysis/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { DIRECTION_HEADS } from './direction-words.ts';

type QuestionsSectionProps = { readonly onSheet: (kind: ConversationRole) => void };

/** The guide: good questions for each kind of person, both ways round, with the school's own beside them. */
export function QuestionsSection({ onSheet }: QuestionsSectionProps) {
  const { snapshot: { analysis } } = usePlan();
  const [kind, setKind] = useState<ConversationRole>('subject_lead');
  return (
    <Section title="Questions to ask" aside="Ask after the work, not after kit" link={<Button variant="link" small onClick={() => onSheet(kind)}>Sheet to take along</Button>}>
      <div className="talk-kind">
        <SelectField
          label="For" value={kind} options={CONVERSATION_ROLES.map((each) => ({ value: each, label: CONVERSATION_ROLE_WORDS[each] }))}
          onChange={(event) => setKind(CONVERSATION_ROLES.find((each) => each === event.currentTarget.value) ?? 'other')}
        />
      </div>
      <div className="talk-both">
        {TALK_DIRECTIONS.map((direction) => (
          <div key={direction}>
            <h3>{DIRECTION_HEADS[direction]}</h3>
            <ul className="talk-questions">{questionsFor(analysis.questions, kind, direction).map((question) => <QuestionRow key={question.ownId ?? question.text} question={question} />)}</ul>
            <AddQuestion key={kind} kind={kind} direction={direction} />
          </div>
        ))}
      </div>
    </Section>
  );
}

const NO_WORDS = 'Type the question; it has at least one character.';

function QuestionRow({ question: { text, ownId } }: { readonly question: Question }) {
  const { editable } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  if (ownId === null) return <li>{text}</li>;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (typed !== null && typed.trim() !== '' && await run('question.edit', { id: ownId, set: { text: typed.trim() } }) !== null) setTyped(null);
  };
  if (typed !== null) {
    return (
      <li>
        <form className="talk-add" aria-label="Change the question" noValidate onSubmit={(event) => void submit(event)}>
          <TextField label="The school’s own question" hideLabel maxLength={500} value={typed} problem={asked && typed.trim() === '' ? NO_WORDS : null} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Button small type="submit">Change the question</Button>
          <Button variant="link" small onClick={() => setTyped(null)}>Leave it</Button>
        </form>
      </li>
    );
  }
  return (
    <li>
      {text} <span className="q2">(the school’s own)</span>
      {editable && (
        <>
          {' '}<Button variant="link" small aria-label={`Change the question ${text}`} onClick={() => setTyped(text)}>Change</Button>
          {' '}<Button variant="link" small aria-label={`Remove the question ${text}`} onClick={() => void run('question.remove', { id: ownId })}>Remove</Button>
        </>
      )}
    </li>
  );
}

const ADD_LABELS: Readonly<Record<TalkDirection, string>> = { need: 'Your own question about what they need', offer: 'Your own question about what ICT could do' };

function AddQuestion({ kind, direction }: { readonly kind: ConversationRole; readonly direction: TalkDirection }) {
  const { editable } = usePlan();
  const run = useCommand();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  if (!editable) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const words = text.trim();
    setAsked(words === '');
    if (words !== '' && await run('question.add', { kind, direction, text: words }) !== null) setText('');
  };
  return (
    <form className="talk-add" noValidate onSubmit={(event) => void submit(event)}>
      <TextField label={ADD_LABELS[direction]} maxLength={500} value={text} problem={asked && text.trim() === '' ? NO_WORDS : null} onChange={(event) => setText(event.currentTarget.value)} />
      <Button type="submit">Add the question</Button>
    </form>
  );
}
