import { Check, Clock, Plus } from 'lucide-react';
import { useState } from 'react';
import { decisionRef } from '../../../planning/analysis/needs/refs.ts';
import { isReplaced } from '../../../planning/analysis/decisions/rules.ts';
import type { Virement } from '../../../planning/budget/finance.ts';
import { placeName } from '../../../planning/budget/place-name.ts';
import { virementSentence } from '../../../planning/budget/virement-check.ts';
import { financialYearLabel, formatDate } from '../../../planning/calendar.ts';
import { formatExact } from '../../../planning/money.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useNavigation } from '../../lib/navigation.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { AgreeForm } from './agree-form.tsx';
import { ApprovalLine } from './approval.tsx';
import { MoveMoneyForm } from './move-form.tsx';
import { useBudgetYears } from './use-years.ts';
import './moves.css';

type Opened = { readonly kind: 'change' | 'agree'; readonly virement: Virement };

/** The latest first, as they were asked for. */
const latestFirst = (virements: readonly Virement[]): readonly Virement[] =>
  virements.toSorted((a, b) => (a.askedOn === b.askedOn ? b.id - a.id : a.askedOn < b.askedOn ? 1 : -1));

type RowProps = { readonly virement: Virement; readonly onOpen: ((opened: Opened) => void) | null };

function MoveRow({ virement, onOpen }: RowProps) {
  const { facts } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const { id, year, from, to, pence, reason, askedBy, askedOn, agreedBy, agreedOn } = virement;
  const { decisions } = facts.analysis;
  const decision = decisions.find((each) => each.virementId === id && each.choice !== null && !isReplaced(decisions, each.id));
  return (
    <tr>
      <td className="date">{formatDate(askedOn)}</td>
      <td className="place">{placeName(facts, from, year)}</td>
      <td className="place">{placeName(facts, to, year)}</td>
      <td className="num b">{formatExact(pence)}</td>
      <td className="reason">
        {reason}
        {decision !== undefined && <>{' '}<Button variant="link" small aria-label={`${decisionRef(decision.number)} ${decision.title}`} onClick={() => go('decisions', { decisionId: decision.id })}>{decisionRef(decision.number)}</Button></>}
      </td>
      <td className="asker">{askedBy}</td>
      <td className="agreed">
        {agreedOn === null ? <span className="state c-warn"><Clock className="lucide s" aria-hidden="true" />Waiting</span>
          : <span className="state"><Check className="lucide s c-ok" aria-label="Agreed by" />{agreedBy}, {formatDate(agreedOn)}</span>}
        {agreedOn === null && onOpen !== null && (
          <div className="acts">
            <Button small onClick={() => onOpen({ kind: 'agree', virement })}>Agree</Button>
            <Button variant="link" small onClick={() => onOpen({ kind: 'change', virement })}>Change</Button>
            <Button variant="link" small onClick={() => void run('virement.remove', { id })}>Take back</Button>
          </div>
        )}
      </td>
    </tr>
  );
}

type TrailProps = Pick<RowProps, 'onOpen'> & {
  readonly caption: string;
  readonly className: string;
  /** Each year shown with its virements; headed by the year where there is more than one. */
  readonly years: readonly (readonly [year: number, virements: readonly Virement[]])[];
};

function Trail({ caption, className, years, onOpen }: TrailProps) {
  const { facts } = usePlan();
  return (
    <table className={`l moves ${className}`}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="date">Date</th><th scope="col" className="place">From</th><th scope="col" className="place">To</th><th scope="col" className="num">Amount</th>
          <th scope="col">Reason</th><th scope="col" className="asker">Asked by</th><th scope="col" className="agreed">Agreed</th>
        </tr>
      </thead>
      {years.map(([year, virements]) => (
        <tbody key={year}>
          {years.length > 1 && <tr className="of-year"><th scope="rowgroup" colSpan={7}>{financialYearLabel(year, facts.school.yearStartMonth)}: {virementSentence(facts, year)}</th></tr>}
          {virements.map((virement) => <MoveRow key={virement.id} virement={virement} onOpen={onOpen} />)}
        </tbody>
      ))}
    </table>
  );
}

type VirementsProps = {
  /** Whether money is being moved: also asked for from the table of the budget. */
  readonly moving: boolean;
  readonly setMoving: (moving: boolean) => void;
};

/** Money moved between codes in the open year, or in all of them; asked for, agreed and printed with its reasons. */
export function Virements({ moving, setMoving }: VirementsProps) {
  const { facts, forecast, editable } = usePlan();
  const budgetYears = useBudgetYears();
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const [open] = forecast.years;
  if (open === undefined) return null;
  const byYear = [...Map.groupBy(latestFirst(facts.finance.virements), ({ year }) => year)].sort(([a], [b]) => b - a);
  const elsewhere = byYear.filter(([year]) => year !== open.year);
  const shown = all ? byYear : byYear.filter(([year]) => year === open.year);
  const onOpen = editable ? setOpened : null;
  const years = budgetYears.map(({ year }) => year);
  return (
    <Section
      title={all ? 'Virements in all years' : `Virements in ${open.label}`} aside={`Money moved between codes. ${virementSentence(facts, open.year)}`}
      link={editable && years.length > 0 ? <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => setMoving(true)}>Move money</Button> : undefined}
    >
      {shown.length === 0 ? null : <Trail className="moves-screen" caption={all ? 'Virements in all years' : `Virements in ${open.label}`} years={shown} onOpen={onOpen} />}
      {byYear.length === 0 ? null : <Trail className="moves-print" caption="Virements in all years" years={byYear} onOpen={null} />}
      {(all ? years : years.filter((year) => year === open.year)).map((year) => <ApprovalLine key={year} year={year} />)}
      {elsewhere.length > 0 || years.some((year) => year !== open.year) ? (
        <p className="moves-more">
          <Button variant="link" small aria-expanded={all} onClick={() => setAll(!all)}>{all ? `Show ${open.label} alone` : 'Show all years, and their approvals'}</Button>
        </p>
      ) : null}
      <Dialog opened={moving} onClose={() => setMoving(false)} width={620} title="Move money">{moving && <MoveMoneyForm virement={null} onDone={() => setMoving(false)} />}</Dialog>
      <Dialog opened={opened?.kind === 'change'} onClose={close} width={620} title="Change a move that waits">
        {opened?.kind === 'change' && <MoveMoneyForm virement={opened.virement} onDone={close} />}
      </Dialog>
      <Dialog opened={opened?.kind === 'agree'} onClose={close} title="Agree a move of money">
        {opened?.kind === 'agree' && <AgreeForm virement={opened.virement} onDone={close} />}
      </Dialog>
    </Section>
  );
}
