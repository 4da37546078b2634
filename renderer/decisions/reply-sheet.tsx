import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import { isMade } from '../../planning/analysis/decisions/log.ts';
import { repliesTo, replyTo } from '../../planning/analysis/decisions/reply.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import { decisionRef } from '../../planning/analysis/needs/refs.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { SelectField } from '../parts/field.tsx';
import { PageHead } from '../parts/page-head.tsx';

/** A one-page reply to one of those whom a decision concerns, as it is printed. */
export function ReplySheet({ decision, onClose }: { readonly decision: Decision; readonly onClose: () => void }) {
  const { snapshot, application: { today } } = usePlan();
  const roles = isMade(decision) ? repliesTo(snapshot, decision) : [];
  const [chosen, setChosen] = useState(roles[0] ?? '');
  const reply = isMade(decision) && chosen !== '' ? replyTo(snapshot, decision, chosen) : null;
  return (
    <div className="decision-sheet">
      <PageHead
        title={`Reply on ${decisionRef(decision.number)}`} sentence={[{ text: 'It says what this role needs to know, and no sums of money.' }]}
        actions={(
          <>
            <Button icon={<ArrowLeft aria-hidden="true" />} onClick={onClose}>Back to the decisions</Button>
            {reply !== null && <Button variant="filled" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the reply</Button>}
          </>
        )}
      />
      {reply === null ? (
        <EmptyState title="Nobody to write to" underTitle>A reply goes to whoever asked, and to those who are to be told. Add somebody to tell at the decision.</EmptyState>
      ) : (
        <>
          <div className="sheet-choice"><SelectField label="To" value={chosen} options={roles.map((value) => ({ value, label: value }))} onChange={({ target }) => setChosen(target.value)} /></div>
          <article className="letter" aria-label={`Reply to ${reply.to}`}>
            <p className="from">{snapshot.school.name || 'The school'}<br />{formatLongDate(today)}</p>
            <p className="to">To: {reply.to}</p>
            <h2>{reply.subject}</h2>
            {reply.parts.map(({ heading, text }) => <section key={heading}><h3>{heading}</h3><p>{text}</p></section>)}
            <p className="ref">Our reference: {decisionRef(decision.number)}</p>
          </article>
        </>
      )}
    </div>
  );
}
