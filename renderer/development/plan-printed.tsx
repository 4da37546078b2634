import type { DevelopmentPlan } from '../../planning/analysis/development-facts.ts';
import { planOnPaper, type PaperObjective } from '../../planning/analysis/development/paper.ts';
import { usePlan } from '../lib/plan.tsx';
import { PrintedTitle } from '../parts/printed-margins.tsx';

/** The whole plan on paper: what the screen keeps in the panel stands in full below each objective. */
export function PlanPrinted({ plan }: { readonly plan: DevelopmentPlan }) {
  const { snapshot: { analysis }, asOf } = usePlan();
  const { title, under, parts } = planOnPaper(analysis, plan, asOf);
  return (
    <div className="dev-printed">
      <p><b>{title}</b>, {under}</p>
      {parts.map((part, place) => (
        <section key={place}>
          {part.level === 'area' ? <h2>{part.title}</h2> : <h3>{part.title}</h3>}
          {part.rationale !== null && <p>{part.rationale}</p>}
          {part.objectives.map((objective) => <ObjectivePrinted key={objective.id} objective={objective} />)}
        </section>
      ))}
      <PrintedTitle title={title} />
    </div>
  );
}

function ObjectivePrinted({ objective: { title, statement, facts, criteria, actions, notes } }: { readonly objective: PaperObjective }) {
  return (
    <article>
      <h4>{title}</h4>
      {statement !== null && <p>{statement}</p>}
      <p>{facts.join('. ')}.</p>
      {criteria.length > 0 && <ul>{criteria.map(({ text, status }, place) => <li key={place}>{text}: <b>{status.toLowerCase()}</b></li>)}</ul>}
      {actions.length > 0 && (
        <table className="l">
          <thead><tr><th scope="col">Action</th><th scope="col">Led by</th><th scope="col">When</th><th scope="col" className="num">Cost</th></tr></thead>
          <tbody>{actions.map(({ text, lead, when, cost }, place) => <tr key={place}><td>{text}</td><td>{lead}</td><td>{when}</td><td className="num">{cost}</td></tr>)}</tbody>
        </table>
      )}
      {notes.map(({ when, text }) => <p key={when}><b>{when}:</b> {text}</p>)}
    </article>
  );
}
