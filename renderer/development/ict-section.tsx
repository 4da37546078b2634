import { useState } from 'react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { liveNeedsFor, notYetProblem } from '../../planning/analysis/development/checks.ts';
import { NEED_STATE_WORDS, needState } from '../../planning/analysis/needs/need-state.ts';
import { needTitle } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTH_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { ROLE_WORDS } from '../../planning/vocabulary.ts';
import { foldedName, startLower } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { LineForm } from './line-form.tsx';

/** What ICT has to do with an objective: the needs that serve it, or that somebody has said there is none. */
export function IctSection({ objective }: { readonly objective: Objective }) {
  const { snapshot: { analysis }, asOf, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const [saying, setSaying] = useState(false);
  const { id, state, noIctBy, noIctOn } = objective;
  const linked = analysis.needs.filter(({ links }) => links.some(({ objectiveId }) => objectiveId === id));
  const live = liveNeedsFor(analysis, id);
  // Who leads it is asked, where they are among those to be heard.
  const lead = analysis.round.findLast(({ role }) => objective.leadRole !== null && foldedName(role) === foldedName(objective.leadRole));
  return (
    <Section title="What ICT it needs">
      {linked.length > 0 && (
        <ul className="dev-list">
          {linked.map((need) => (
            <li key={need.id}>
              <Button variant="link" onClick={() => go('needs', { needId: need.id })}>{needTitle(need)}</Button>
              <span className="nw">{NEED_STATE_WORDS[needState(analysis, need, asOf).kind]}</span>
              <small className="wide">{LINK_STRENGTH_WORDS[need.links.find(({ objectiveId }) => objectiveId === id)?.strength ?? 'helps']}</small>
            </li>
          ))}
        </ul>
      )}
      {noIctOn !== null && (
        <Note tone={live.length > 0 ? 'warn' : 'ok'} actions={editable && <Button variant="link" small onClick={() => void run('objective.mayNeedIct', { id })}>Take that back</Button>}>
          {noIctBy} said on {formatLongDate(noIctOn)} that it needs no ICT.{live.length > 0 && ' A need has been linked to it since.'}
        </Note>
      )}
      {live.length === 0 && noIctOn === null && state === 'open' && !saying && (
        <Note>Nobody has said yet what ICT it needs. That may be nothing: ask{objective.leadRole === null ? '' : ` the ${startLower(objective.leadRole)}`}, or write down that it needs none.</Note>
      )}
      {saying && <NoIctForm objective={objective} onDone={() => setSaying(false)} />}
      {editable && state === 'open' && !saying && (
        <div className="dev-under">
          <Button small onClick={() => go('needs', { add: { objectiveId: id } })}>Add a need</Button>
          <Button small onClick={() => go('conversations', lead === undefined ? {} : { personId: lead.id })}>Start a conversation</Button>
          {live.length === 0 && noIctOn === null && <Button small onClick={() => setSaying(true)}>No ICT needed</Button>}
        </div>
      )}
    </Section>
  );
}

function NoIctForm({ objective, onDone }: { readonly objective: Objective; readonly onDone: () => void }) {
  const { application: { today, settings: { role } } } = usePlan();
  const run = useCommand();
  const [who, setWho] = useState(objective.leadRole ?? ROLE_WORDS[role]);
  const [day, setDay] = useState(formatDate(today));
  const [asked, setAsked] = useState(false);
  const read = readDate(day);
  const on = read.ok ? read.value : null;
  const dayProblem = !read.ok ? read.message : on === null ? 'Write the day it was said, like 12 Nov 2026.' : notYetProblem('on', on, today)?.text ?? null;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (who.trim() === '' || dayProblem !== null || on === null) return;
    if (await run('objective.noIct', { id: objective.id, by: who.trim(), on }) !== null) onDone();
  };
  return (
    <LineForm className="dev-panel-form" label="No ICT needed" onSend={send} onLeave={onDone}>
      <TextField label="Who says so (a role)" data-first maxLength={200} value={who} problem={asked && who.trim() === '' ? 'Say who: a role such as Attendance lead.' : null} onChange={(event) => setWho(event.target.value)} />
      <DateField label="Said on" text={day} problem={asked ? dayProblem : null} onText={setDay} />
      <div className="acts"><Button small onClick={onDone}>Cancel</Button><Button small type="submit">It needs no ICT</Button></div>
    </LineForm>
  );
}
