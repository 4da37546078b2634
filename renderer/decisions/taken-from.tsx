import { Check, Clock, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { reallocations, storySentences, storyTotal, yearsOfMoves, type HowItWent, type Reallocation } from '../../planning/analysis/decisions/story.ts';
import { financialYearLabel, financialYearOf } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { dayOfLog } from './words.ts';

function HowWord({ how: { kind, text } }: { readonly how: HowItWent }) {
  switch (kind) {
    case 'settled': return <span className="state c-ok"><Check className="lucide s" aria-hidden="true" /><span>{text}</span></span>;
    case 'watched': return <span className="state c-warn"><Clock className="lucide s" aria-hidden="true" /><span>{text}</span></span>;
    case 'late': return <span className="state c-over"><TriangleAlert className="lucide s" aria-hidden="true" /><span>{text}</span></span>;
    case 'unknown': return <span className="q2">{text}</span>;
  }
}

function MoveRow({ move, open, onOpen }: { readonly move: Reallocation; readonly open: boolean; readonly onOpen: (id: number) => void }) {
  const { virement, agreedOn, decision, takenFrom, givenTo, reason, how } = move;
  return (
    <tr className={open ? 'open' : undefined}>
      <td className="day">{dayOfLog(agreedOn)}</td>
      <td className="num">{formatPounds(virement.pence, { symbol: false, pence: virement.pence % 100 !== 0 })}</td>
      <td>{takenFrom}</td>
      <td>
        {decision === null ? givenTo : <button type="button" className="row-open plain" aria-expanded={open} onClick={() => onOpen(decision.id)}>{givenTo}</button>}
        <small className="q2">{reason}</small>
      </td>
      <td><HowWord how={how} /></td>
    </tr>
  );
}

/** A year's agreed moves of money, each with the decision that caused it and how it went, and what they come to. */
export function TakenFrom({ openId, onOpen }: { readonly openId: number | null; readonly onOpen: (id: number) => void }) {
  const { snapshot, asOf } = usePlan();
  const { go } = useNavigation();
  const { yearStartMonth } = snapshot.school;
  const years = useMemo(() => yearsOfMoves(snapshot), [snapshot]);
  const [chosen, setChosen] = useState<number | null>(null);
  const open = financialYearOf(asOf, yearStartMonth);
  const year = chosen ?? (years.includes(open) ? open : years[0] ?? open);
  const moves = useMemo(() => reallocations(snapshot, year, asOf), [snapshot, year, asOf]);
  const story = useMemo(() => storySentences(snapshot, year, asOf), [snapshot, year, asOf]);
  const total = useMemo(() => storyTotal(snapshot, year), [snapshot, year]);
  if (years.length === 0) return null;
  return (
    <Section
      title="What was taken from what" aside={`Reallocations in ${financialYearLabel(year, yearStartMonth)}`}
      link={<Button variant="link" small onClick={() => go('budgets')}>In Budgets</Button>}
    >
      {years.length > 1 && (
        <div className="story-year">
          <SelectField
            small label="Year" value={String(year)} options={years.map((each) => ({ value: String(each), label: financialYearLabel(each, yearStartMonth) }))}
            onChange={({ target }) => setChosen(Number(target.value))}
          />
        </div>
      )}
      <div className="story-words">{story.map((words) => <p key={words}>{words}</p>)}<p>{total.sentence}</p></div>
      <table className="l taken-from">
        <caption className="vh">Money that was moved, in £</caption>
        <thead>
          <tr><th scope="col">Agreed</th><th scope="col" className="num">£</th><th scope="col">Taken from</th><th scope="col">Given to</th><th scope="col">How it went</th></tr>
        </thead>
        <tbody>{moves.map((move) => <MoveRow key={move.virement.id} move={move} open={move.decision !== null && move.decision.id === openId} onOpen={onOpen} />)}</tbody>
        <tfoot>
          <tr className="tot">
            <th scope="row">{formatCount(total.moves)} move{total.moves === 1 ? '' : 's'}</th>
            <td className="num">{formatPounds(total.pence, { symbol: false, pence: total.pence % 100 !== 0 })}</td><td colSpan={3} className="closing">{total.sentence}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
