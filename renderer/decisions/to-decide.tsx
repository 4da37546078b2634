import { useMemo } from 'react';
import { amountOf, weighedNow, type Amount } from '../../planning/analysis/decisions/amount.ts';
import { toDecide } from '../../planning/analysis/decisions/log.ts';
import { waitingAside } from '../../planning/analysis/decisions/sentence.ts';
import { formatPounds } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/tag.tsx';
import { dayShort } from './words.ts';

export const amountWords = (amount: Amount): string => (amount === null ? 'no price' : `${amount.isMost ? 'at most ' : ''}${formatPounds(amount.pence)}`);

type ToDecideProps = { readonly openId: number | null; readonly onOpen: (id: number) => void; readonly onAgenda: () => void };

/** What waits: by when, what, who decides and what it is about in money. */
export function ToDecide({ openId, onOpen, onAgenda }: ToDecideProps) {
  const { snapshot, forecast, asOf } = usePlan();
  const waiting = useMemo(() => toDecide(snapshot.analysis).map((decision) => ({ decision, amount: amountOf(weighedNow(snapshot, forecast, decision)) })), [snapshot, forecast]);
  return (
    <Section
      title="To decide" aside={waitingAside(waiting.map(({ decision }) => decision), asOf)}
      link={waiting.length === 0 ? undefined : <Button variant="link" small onClick={onAgenda}>Put them on an agenda</Button>}
    >
      {waiting.length > 0 && (
        <table className="l to-decide">
          <caption className="vh">What waits to be decided</caption>
          <thead><tr><th scope="col">By</th><th scope="col">Waiting for a decision</th><th scope="col">Who decides</th><th scope="col" className="num">Amount</th></tr></thead>
          <tbody>
            {waiting.map(({ decision: { id, title, decideBy, decider }, amount }) => (
              <tr key={id} className={id === openId ? 'open' : undefined}>
                <td className="day">
                  {decideBy === null ? <span className="q2">No day set</span>
                    : decideBy < asOf ? <StateWord tone="over">Late, {dayShort(decideBy, asOf)}</StateWord> : dayShort(decideBy, asOf)}
                </td>
                <th scope="row"><button type="button" className="row-open" aria-expanded={id === openId} onClick={() => onOpen(id)}>{title}</button></th>
                <td>{decider}</td><td className="num">{amountWords(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
