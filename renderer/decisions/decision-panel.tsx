import { FileText, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { isAgreed, isApproval, standingDecision } from '../../planning/analysis/planned.ts';
import { weighedNow } from '../../planning/analysis/decisions/amount.ts';
import { chosenName, isMade } from '../../planning/analysis/decisions/log.ts';
import { decidedWords } from '../../planning/analysis/decisions/reply.ts';
import { replacedBy } from '../../planning/analysis/decisions/rules.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import { decisionRef, needRef, needTitle, objectiveTitle, optionLetter } from '../../planning/analysis/needs/refs.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { startLower } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import type { Recording } from './record-typed.ts';
import { ToldList } from './told-list.tsx';
import { WhatItChanged } from './what-it-changed.tsx';
import { OUTCOME_WORDS } from './words.ts';

type DecisionPanelProps = {
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onOpen: (id: number) => void;
  readonly onReview: () => void;
  readonly onPrint: () => void;
  readonly onRecord: (recording: Recording) => void;
};

const aboveWords = ({ number, decidedOn, decideBy }: Decision): string => {
  if (decidedOn !== null) return `${decisionRef(number)}, decided ${formatLongDate(decidedOn)}, locked`;
  return `${decisionRef(number)}, ${decideBy === null ? 'no day set' : `to be decided by ${formatLongDate(decideBy)}`}`;
};

/** One decision: what was weighed, what came of it and why, who has been told, what it changed, and what can be done about it. */
export function DecisionPanel({ decision, onClose, onOpen, onReview, onPrint, onRecord }: DecisionPanelProps) {
  const { snapshot, editable } = usePlan();
  const { go } = useNavigation();
  const { decisions } = snapshot.analysis;
  const run = useCommand();
  const made = isMade(decision);
  const successor = replacedBy(decisions, decision.id);
  const takeBack = async (): Promise<void> => {
    if (await run('decision.remove', { id: decision.id }) !== null) onClose();
  };
  return (
    <SidePanel title={decision.title} above={aboveWords(decision)} onClose={onClose}>
      <Serves decision={decision} onOpen={onOpen} />
      <OptionsWeighed decision={decision} />
      {made && <Outcome decision={decision} />}
      <ToldList decision={decision} />
      {made && <WhatItChanged decision={decision} holds={decision.needId === null ? successor === null : standingDecision(decisions, decision.needId)?.id === decision.id && isAgreed(decision)} />}
      <div className="acts decision-acts">
        {made && editable && <Button onClick={onReview}>Review it now</Button>}
        {made && <Button icon={<Printer aria-hidden="true" />} onClick={onPrint}>Print</Button>}
        {made && <Button icon={<FileText aria-hidden="true" />} onClick={() => go('documents', { kind: 'reply', decisionId: decision.id })}>Reply as Word or PDF</Button>}
        {!made && editable && <Button variant="filled" onClick={() => onRecord({ kind: 'decide', id: decision.id })}>Decide it</Button>}
        {!made && editable && <Button onClick={() => onRecord({ kind: 'edit', id: decision.id })}>Change it</Button>}
        {made && editable && successor === null && <Button variant="link" onClick={() => onRecord({ kind: 'replace', id: decision.id })}>Replace with a new decision</Button>}
        {editable && successor === null && <Button variant="link" onClick={() => void takeBack()}>{made ? 'Take it back' : 'Take it off the list'}</Button>}
      </div>
    </SidePanel>
  );
}

/** The need and the objectives that it is about, and the decisions before and after it. */
function Serves({ decision, onOpen }: Pick<DecisionPanelProps, 'decision' | 'onOpen'>) {
  const { snapshot: { analysis } } = usePlan();
  const { go } = useNavigation();
  const need = analysis.needs.find(({ id }) => id === decision.needId);
  const objectives = analysis.objectives.filter(({ id }) => need?.links.some(({ objectiveId }) => objectiveId === id) === true);
  const before = analysis.decisions.find(({ id }) => id === decision.replacesId);
  const after = replacedBy(analysis.decisions, decision.id);
  return (
    <div className="serves">
      {need !== undefined && (
        <p>
          {objectives.length > 0 && 'Serves '}
          {objectives.map((objective, at) => (
            <span key={objective.id}>{at > 0 && ', '}<Button variant="link" small onClick={() => go('development', { objectiveId: objective.id })}>{objectiveTitle(objective)}</Button></span>
          ))}
          {objectives.length > 0 ? ', need ' : 'For need '}
          <Button variant="link" small aria-label={needTitle(need)} onClick={() => go('needs', { needId: need.id })}>{needRef(need.number)}</Button>
          {decision.weighed.length > 0 ? '. The figures of that day are kept with it.' : '.'}
        </p>
      )}
      {before !== undefined && <p>It takes the place of <Button variant="link" small onClick={() => onOpen(before.id)}>{decisionRef(before.number)} {before.title}</Button>.</p>}
      {after !== null && <p><Button variant="link" small onClick={() => onOpen(after.id)}>{decisionRef(after.number)} {after.title}</Button> took its place.</p>}
    </div>
  );
}

function OptionsWeighed({ decision }: Pick<DecisionPanelProps, 'decision'>) {
  const { snapshot, forecast } = usePlan();
  const weighed = useMemo(() => weighedNow(snapshot, forecast, decision), [snapshot, forecast, decision]);
  const made = decision.choice !== null;
  if (weighed.length === 0) return null;
  return (
    <Section title={made ? 'Options weighed' : 'Options to weigh'}>
      <table className="l weighed">
        <caption className="vh">What each option costs over the years of the plan, net, and what follows</caption>
        <thead><tr><th scope="col"><span className="vh">Letter</span></th><th scope="col">Option</th><th scope="col" className="num">£</th><th scope="col">What follows</th></tr></thead>
        <tbody>
          {weighed.map(({ name, pence, follows, chosen }, at) => (
            <tr key={at} className={chosen ? 'open' : undefined}>
              <td className="b">{optionLetter(at)}</td>
              <th scope="row">{name}{chosen && <span className="vh">, {made ? 'chosen' : 'recommended'}</span>}</th>
              <td className="num">{pence === null ? <span className="q2">no price</span> : formatPounds(pence, { symbol: false })}</td><td className="q2">{follows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What came of it: the choice, why, what follows if not, who, and when it is looked at again. */
function Outcome({ decision }: Pick<DecisionPanelProps, 'decision'>) {
  const { snapshot } = usePlan();
  if (!isMade(decision)) return null;
  const { because, ifNot, conditions, workaround, decider, whoNote, reviewOn, reviewQuestion, reviewedOn, outcome, choice } = decision;
  const chosen = decision.weighed.findIndex((option) => option.chosen);
  const rows: readonly (readonly [string, string | null])[] = [
    ['Option', chosen >= 0 ? null : chosenName(snapshot.analysis, decision)], ['Because', because ?? 'No reason given'], ['If not', ifNot], ['On condition', conditions],
    ['Meanwhile', workaround ?? (choice === 'decline' || choice === 'defer' ? 'There is no way round it' : null)],
    ['Who', `${decider}.${whoNote === null ? '' : ` ${whoNote}`}`],
    ['Review', reviewOn === null ? null : `${formatLongDate(reviewOn)}${reviewQuestion === null ? '' : `: ${startLower(reviewQuestion)}`}`],
    ['How it went', outcome === null ? null : `${outcome}${reviewedOn === null ? '' : ` (${formatLongDate(reviewedOn)})`}`],
  ];
  return (
    <Section title={`Outcome: ${chosen >= 0 && isApproval(decision) ? `option ${optionLetter(chosen)}${choice === 'approve' ? '' : ', as a pilot'}` : OUTCOME_WORDS[choice]}`}>
      {choice !== 'approve' && <p className="outcome-words">{decidedWords(snapshot, decision)}</p>}
      <dl className="outcome">{rows.flatMap(([label, text]) => (text === null ? [] : [<dt key={label}>{label}</dt>, <dd key={`${label} is`}>{text}</dd>]))}</dl>
    </Section>
  );
}
