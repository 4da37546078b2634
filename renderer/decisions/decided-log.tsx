import { Check, CircleDashed, Clock, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { chosenName, decided, filteredLog, isFiltered, NO_FILTER, type LogFilter, type MadeDecision } from '../../planning/analysis/decisions/log.ts';
import { reviewOf, toldOf } from '../../planning/analysis/decisions/review.ts';
import { isReplaced } from '../../planning/analysis/decisions/rules.ts';
import { DECISION_CHOICE_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatCount } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { LogFilters } from './log-filters.tsx';
import { dayOfLog, dayShort, monthOfLog } from './words.ts';

/** So many of the newest until all are asked for. */
const FEW = 7;

/** When a decision is looked at again, or how that went; in a colour only where somebody must look. */
function ReviewWord({ decision }: { readonly decision: MadeDecision }) {
  const { snapshot, asOf } = usePlan();
  const { kind, on } = reviewOf(decision, snapshot.analysis.decisions, asOf);
  if (on === null) return <span className="q2">None</span>;
  switch (kind) {
    case 'late': return <span className="state c-over"><TriangleAlert className="lucide s" aria-hidden="true" />Late, {dayShort(on, asOf)}</span>;
    case 'due': return <span className="state c-warn"><Clock className="lucide s" aria-hidden="true" />Due {dayShort(on, asOf)}</span>;
    case 'reviewed': return <span className="state c-ok"><Check className="lucide s" aria-hidden="true" />Done, {monthOfLog(on)}</span>;
    case 'planned': case 'none': return <>{monthOfLog(on)}</>;
  }
}

/** "3 of 5": how many of those who are to be told have been. */
export function ToldWord({ decision }: { readonly decision: Pick<MadeDecision, 'tellings'> }) {
  const { told, all } = toldOf(decision);
  if (all === 0) return <span className="q2">Nobody listed</span>;
  return told === all
    ? <span className="state c-ok"><Check className="lucide s" aria-hidden="true" />{told} of {all}</span>
    : <span className="state c-over"><CircleDashed className="lucide s" aria-hidden="true" />{told} of {all}</span>;
}

type LogRowProps = { readonly decision: MadeDecision; readonly open: boolean; readonly onOpen: () => void };

function LogRow({ decision, open, onOpen }: LogRowProps) {
  const { snapshot } = usePlan();
  const replaced = isReplaced(snapshot.analysis.decisions, decision.id);
  const { choice, title } = decision;
  // What waited for a choice is named after that: which one it was stands under it.
  const option = decision.optionId === null || replaced ? null : chosenName(snapshot.analysis, decision);
  // "Decline the display" says itself that it is declined.
  const says = choice === 'approve' || title.toLowerCase().startsWith(DECISION_CHOICE_WORDS[choice].toLowerCase());
  return (
    <tr className={open ? 'open' : undefined}>
      <td className="day">{dayOfLog(decision.decidedOn)}</td>
      <th scope="row">
        <button type="button" className="row-open" aria-expanded={open} onClick={onOpen}>{title}</button>
        {(!says || replaced) && <small className="q2">{replaced ? 'Replaced' : DECISION_CHOICE_WORDS[choice]}</small>}
        {option !== null && <small className="q2">{option}</small>}
      </th>
      <td className="q2">{decision.because ?? 'No reason given'}</td><td>{decision.decider}</td>
      <td className="nowrap"><ReviewWord decision={decision} /></td><td className="nowrap"><ToldWord decision={decision} /></td>
    </tr>
  );
}

type DecidedLogProps = {
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
};

/** What was decided, newest first, a few until all are asked for or something is looked for. */
export function DecidedLog({ openId, onOpen, filter, onFilter }: DecidedLogProps) {
  const { snapshot, asOf } = usePlan();
  const { analysis, school } = snapshot;
  const [whole, setWhole] = useState(false);
  const all = useMemo(() => decided(analysis), [analysis]);
  const found = useMemo(() => filteredLog(analysis, filter, { asOf, startMonth: school.yearStartMonth }), [analysis, filter, asOf, school.yearStartMonth]);
  const filtered = isFiltered(filter);
  const open = whole || filtered;
  const shown = open ? found : found.slice(0, FEW);
  const aside = all.length === 0 ? 'None yet' : `${formatCount(shown.length)} of ${formatCount(all.length)}, newest first`;
  const hide = (): void => {
    onFilter(NO_FILTER);
    setWhole(false);
  };
  return (
    <Section
      title="Decided" aside={aside}
      link={all.length === 0 ? undefined : open ? <Button variant="link" small onClick={hide}>Only the newest</Button>
        : <Button variant="link" small onClick={() => setWhole(true)}>{all.length > FEW ? `All ${formatCount(all.length)}` : 'Find a decision'}</Button>}
    >
      {open && <LogFilters filter={filter} onFilter={onFilter} />}
      {all.length > 0 && shown.length === 0 && <p className="q2" role="status">No decision is like that. Take a filter off to see more.</p>}
      {shown.length > 0 && (
        <table className="l decided">
          <caption className="vh">What was decided, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Decided</th><th scope="col">Outcome</th><th scope="col">Because</th><th scope="col">Who</th><th scope="col">Review</th><th scope="col">Told</th>
            </tr>
          </thead>
          <tbody>{shown.map((decision) => <LogRow key={decision.id} decision={decision} open={decision.id === openId} onOpen={() => onOpen(decision.id)} />)}</tbody>
        </table>
      )}
    </Section>
  );
}
