import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { needState, NEED_STATE_WORDS } from '../../planning/analysis/needs/need-state.ts';
import { decisionRef, optionLetter } from '../../planning/analysis/needs/refs.ts';
import { checksToDo } from '../../planning/analysis/needs/software-checks.ts';
import { reasonWords, startLower } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AreaField, SelectField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { useFirstField } from './use-first-field.ts';

/** What is recommended to those who decide and why; then what was decided. */
export function Recommendation({ need }: { readonly need: Need }) {
  const { snapshot: { analysis }, asOf, editable } = usePlan();
  const { go } = useNavigation();
  const [editing, setEditing] = useState(false);
  const { kind, decision, waiting, late } = needState(analysis, need, asOf);
  const at = need.options.findIndex(({ id }) => id === need.recommendedOptionId);
  const unchecked = need.software === null ? null : checksToDo(need.software);
  const decide = waiting === null ? decision === null ? 'Put it to a decision' : 'Decide again' : 'Record the decision';
  const to = (waiting ?? decision)?.decider;
  return (
    <Section
      title={at < 0 ? 'No option is recommended yet' : `Recommended${to === undefined ? '' : ` to the ${startLower(to)}`}: option ${optionLetter(at)}`} className="needs-recommend"
      link={editable && unchecked === null && <Button variant={waiting === null ? 'outline' : 'filled'} onClick={() => go('decisions', { needId: need.id })}>{decide}</Button>}
    >
      {at >= 0 && !editing && <Reasons need={need} reviewOn={(waiting ?? decision)?.reviewOn ?? null} />}
      {editable && !editing && need.options.length > 0 && <Button variant="link" small onClick={() => setEditing(true)}>{at < 0 ? 'Recommend an option' : 'Change the recommendation'}</Button>}
      {editable && editing && <RecommendForm need={need} onDone={() => setEditing(false)} />}
      {unchecked !== null && decision === null && <Note>{unchecked}</Note>}
      {waiting !== null && <Note tone={late ? 'over' : 'warn'} title={`${decisionRef(waiting.number)} waits${late ? ' too long' : ''}.`}>{waitingWords(waiting, late)}</Note>}
      {decision !== null && (
        <Note tone={kind === 'agreed' || kind === 'pilot' ? 'ok' : 'info'} title={`${NEED_STATE_WORDS[kind]}.`} actions={<Button variant="link" small onClick={() => go('decisions', { decisionId: decision.id })}>See {decisionRef(decision.number)}</Button>}>
          {decidedWords(decision, need)}
        </Note>
      )}
    </Section>
  );
}

function Reasons({ need, reviewOn }: { readonly need: Need; readonly reviewOn: string | null }) {
  const { recommendedBecause, recommendedIfNot } = need;
  return (
    <p>
      {recommendedBecause === null ? 'No reason is given yet.' : <><b>Because</b> {startLower(reasonWords(recommendedBecause))}.</>}{recommendedIfNot === null ? '' : <> <b>If not:</b> {startLower(reasonWords(recommendedIfNot))}.</>}
      {reviewOn === null ? '' : <> <b>Review</b> on {formatLongDate(reviewOn)}.</>}
    </p>
  );
}

const waitingWords = ({ decider, decideBy }: Decision, late: boolean): string =>
  (decideBy === null ? `${decider} decides; no day is set.` : `${decider} ${late ? 'was to decide' : 'decides'} by ${formatLongDate(decideBy)}.`);

function decidedWords({ decider, decidedOn, because, optionId, workaround }: Decision, need: Need): string {
  const at = need.options.findIndex(({ id }) => id === optionId);
  const option = at < 0 ? '' : `Option ${optionLetter(at)}, ${need.options[at]?.name}. `;
  const who = decidedOn === null ? decider : `${decider}, ${formatLongDate(decidedOn)}`;
  return `${option}${who}: ${reasonWords(because)}.${workaround === null ? '' : ` Instead: ${reasonWords(workaround)}.`}`;
}

function RecommendForm({ need, onDone }: { readonly need: Need; readonly onDone: () => void }) {
  const run = useCommand();
  const form = useFirstField();
  const [option, setOption] = useState(String(need.recommendedOptionId ?? ''));
  const [because, setBecause] = useState(need.recommendedBecause ?? '');
  const [ifNot, setIfNot] = useState(need.recommendedIfNot ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await run('need.recommend', { id: need.id, optionId: option === '' ? null : Number(option), because: because.trim() || null, ifNot: ifNot.trim() || null });
    if (done !== null) onDone();
  };
  const choices = need.options.map(({ id, name }, index) => ({ value: String(id), label: `${optionLetter(index)}: ${name}` }));
  return (
    <form ref={form} noValidate aria-label="Recommend an option" onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <div className="wide"><SelectField label="Option" value={option} options={[{ value: '', label: 'None yet' }, ...choices]} onChange={(event) => setOption(event.currentTarget.value)} /></div>
        <div className="wide"><AreaField label="Because" rows={2} placeholder="the room is due anyway" value={because} onChange={(event) => setBecause(event.target.value)} /></div>
        <div className="wide"><AreaField label="If not" rows={2} placeholder="the course cannot start" value={ifNot} onChange={(event) => setIfNot(event.target.value)} /></div>
      </div>
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small type="submit">Recommend it</Button></div>
    </form>
  );
}
