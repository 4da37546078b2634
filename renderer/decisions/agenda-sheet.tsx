import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { weighedNow } from '../../planning/analysis/decisions/amount.ts';
import { toDecide } from '../../planning/analysis/decisions/log.ts';
import { waitingAside } from '../../planning/analysis/decisions/sentence.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import { personInText } from '../../planning/analysis/people-words.ts';
import { decisionRef, needRef, objectiveTitle, optionLetter } from '../../planning/analysis/needs/refs.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { listOf, startLower } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';

/** One thing to decide: what is needed and why, the options with their figures, what is recommended, and room for what is decided. */
function AgendaItem({ decision, at }: { readonly decision: Decision; readonly at: number }) {
  const { snapshot, forecast } = usePlan();
  const { analysis } = snapshot;
  const need = analysis.needs.find(({ id }) => id === decision.needId);
  const objectives = analysis.objectives.filter(({ id }) => need?.links.some(({ objectiveId }) => objectiveId === id) === true);
  const weighed = useMemo(() => weighedNow(snapshot, forecast, decision), [snapshot, forecast, decision]);
  const recommended = weighed.findIndex(({ chosen }) => chosen);
  return (
    <section className="agenda-item">
      <h3>{at}. {decision.title}</h3>
      <p className="q2">{decisionRef(decision.number)}, for {personInText({ role: decision.decider, departmentId: null }, [])}{decision.decideBy === null ? '' : ` by ${formatLongDate(decision.decideBy)}`}.</p>
      {need !== undefined && (
        <p>
          {needRef(need.number)}, asked for by {personInText({ role: need.askedByRole, departmentId: null }, [])}: {need.statement}{objectives.length === 0 ? '' : ` Serves ${listOf(objectives.map(objectiveTitle))}.`} If it is not met: {need.impact}
        </p>
      )}
      {weighed.length > 0 && (
        <table className="l">
          <caption className="vh">Options for {decision.title}</caption>
          <thead><tr><th scope="col">Option</th><th scope="col" className="num">All years, £ net</th><th scope="col">What follows</th></tr></thead>
          <tbody>
            {weighed.map(({ name, pence, follows }, index) => (
              <tr key={index}><th scope="row">{optionLetter(index)} {name}{index === recommended && <b> (recommended)</b>}</th><td className="num">{pence === null ? 'no price' : formatPounds(pence, { symbol: false })}</td><td>{follows}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {need?.recommendedBecause !== null && need !== undefined && recommended >= 0 && <p><b>Because</b> {startLower(need.recommendedBecause)} {need.recommendedIfNot !== null && <><b>If not:</b> {startLower(need.recommendedIfNot)}</>}</p>}
      <p className="room">Decided: <span aria-hidden="true" /></p>
      <p className="room">Because: <span aria-hidden="true" /></p>
    </section>
  );
}

/** Everything that waits, on paper for the meeting that decides it. */
export function AgendaSheet({ onClose }: { readonly onClose: () => void }) {
  const { snapshot, asOf } = usePlan();
  const waiting = useMemo(() => toDecide(snapshot.analysis), [snapshot.analysis]);
  return (
    <div className="decision-sheet">
      <PageHead
        title="Agenda" sentence={[{ text: `To decide: ${waitingAside(waiting, asOf).toLowerCase().slice(0, 1)}${waitingAside(waiting, asOf).slice(1)}` }]}
        actions={(
          <>
            <Button icon={<ArrowLeft aria-hidden="true" />} onClick={onClose}>Back to the decisions</Button>
            <Button variant="filled" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the agenda</Button>
          </>
        )}
      />
      <article className="letter" aria-label="Agenda">
        <p className="from">{snapshot.school.name || 'The school'}<br />Figures as at {formatLongDate(asOf)}</p>
        <h2>Decisions to be made</h2>
        {waiting.map((decision, index) => <AgendaItem key={decision.id} decision={decision} at={index + 1} />)}
      </article>
    </div>
  );
}
