import { useId, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { decidersOf } from '../../planning/analysis/decisions/log.ts';
import { decisionRef, decisionTitle, needTitle } from '../../planning/analysis/needs/refs.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { EffectPreview } from './effect-preview.tsx';
import { OptionRows, TellingRows } from './record-lists.tsx';
import { fromNeed, readTyped, startTyped, type Recording, type Typed } from './record-typed.ts';

type RecordFormProps = {
  readonly recording: Recording;
  readonly onClose: () => void;
  /** With the number of the decision that then stands in the panel. */
  readonly onDone: (id: number | null) => void;
};

const BUTTONS = { new: 'Record the decision', decide: 'Record the decision', edit: 'Change what is to be decided', replace: 'Record the new decision' } as const;

/** Records a decision: what it is about, the choice with its reasons, who is told, and what it does to each year before it is recorded. */
export function RecordForm({ recording, onClose, onDone }: RecordFormProps) {
  const { snapshot, facts, application: { today } } = usePlan();
  const { analysis } = facts;
  const run = useCommand();
  const people = useId();
  const [typed, setTyped] = useState(() => startTyped(facts, recording, today));
  const [tried, setTried] = useState(false);
  const read = useMemo(() => readTyped(facts, recording, typed, today), [facts, recording, typed, today]);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const at = (field: string): string | null => (tried ? read.problems[field] ?? null : null);
  const before = recording.kind === 'new' ? undefined : analysis.decisions.find(({ id }) => id === recording.id);
  const need = analysis.needs.find(({ id }) => String(id) === typed.needId);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const { asked, weighed, tellings } = read;
    if (asked === null) return;
    const { id: _id, workaroundSaid, choice, decidedOn, reviewedOn: _reviewed, outcome: _outcome, replacesId: _replaces, title, decider, decideBy, needId, workaround, ...made } = asked;
    const reasons = { ...made, ...workaroundSaid ? { workaround } : {} };
    const lists = { weighed: [...weighed], tellings: [...tellings] };
    if (recording.kind === 'edit') {
      if (await run('decision.edit', { id: recording.id, set: { title, decider, decideBy, needId, ...lists } }) !== null) onDone(recording.id);
    } else if (recording.kind === 'new') {
      const answer = await run('decision.add', { ...reasons, ...lists, title, decider, decideBy, needId, choice, decidedOn });
      if (answer !== null) onDone(answer.value.id);
    } else if (choice !== null && decidedOn !== null) {
      if (recording.kind === 'decide') {
        if (await run('decision.decide', { ...reasons, ...lists, id: recording.id, choice, decidedOn, decider }) !== null) onDone(recording.id);
      } else {
        const answer = await run('decision.replace', { ...reasons, ...lists, id: recording.id, title, choice, decidedOn, decider });
        if (answer !== null) onDone(answer.value.id);
      }
    }
  };
  const title = recording.kind === 'edit' ? 'Change what is to be decided' : recording.kind === 'replace' ? `In place of ${decisionRef(before?.number ?? 0)}` : 'Record a decision';
  const settled = recording.kind === 'decide' || recording.kind === 'replace';
  return (
    <SidePanel title={title} above={before === undefined ? undefined : decisionTitle(before)} onClose={onClose}>
      <form className="record" noValidate aria-label={title} onSubmit={(event) => void submit(event)}>
        {tried && Object.keys(read.problems).length > 0 && <Note tone="over" role="alert">Something is missing or cannot be read. It is said at its field.</Note>}
        {recording.kind === 'new' && (
          <Segmented
            legend="Whether it was decided" value={typed.waits ? 'waits' : 'made'} onChange={(value) => set({ waits: value === 'waits' })}
            choices={[{ value: 'made', words: 'It was decided' }, { value: 'waits', words: 'It waits' }]}
          />
        )}
        <div className="fields">
          {!settled && (
            <div className="wide"><SelectField
              label="About the need" value={typed.needId} problem={at('needId')}
              options={[{ value: '', label: 'No need: something else' }, ...analysis.needs.map((each) => ({ value: String(each.id), label: needTitle(each) }))]}
              onChange={({ target }) => set(fromNeed(analysis.needs.find(({ id }) => String(id) === target.value)))}
            /></div>
          )}
          {recording.kind !== 'decide' && <div className="wide"><TextField label="What is decided" value={typed.title} maxLength={200} problem={at('title')} onChange={({ target }) => set({ title: target.value })} /></div>}
          <TextField label={typed.waits ? 'Who decides' : 'Who decided'} list={people} value={typed.decider} maxLength={200} problem={at('decider')} onChange={({ target }) => set({ decider: target.value })} />
          {typed.waits
            ? <DateField label="To be decided by" text={typed.decideBy} onText={(decideBy) => set({ decideBy })} problem={at('decideBy')} />
            : <DateField label="Decided on" text={typed.decidedOn} onText={(decidedOn) => set({ decidedOn })} problem={at('decidedOn')} />}
        </div>
        <datalist id={people}>{[...new Set([...decidersOf(analysis), ...snapshot.finance.approvalLimits.map(({ role }) => role)])].map((role) => <option key={role} value={role}>{role}</option>)}</datalist>
        {need === undefined && <OptionRows typed={typed} set={set} at={at} />}
        {!typed.waits && <ChoiceFields typed={typed} need={need} recording={recording} set={set} at={at} />}
        <TellingRows typed={typed} set={set} at={at} />
        {!typed.waits && need !== undefined && <EffectPreview read={read} need={need} />}
        <div className="acts"><Button onClick={onClose}>Cancel</Button><Button variant="filled" type="submit">{typed.waits && recording.kind === 'new' ? 'Put it up for decision' : BUTTONS[recording.kind]}</Button></div>
      </form>
    </SidePanel>
  );
}
