import type { ReactNode } from 'react';
import { explainAlready, explainDifference, explainPlanned, explainRowTotal, explainToCome, unpricedIn } from '../../planning/explain-totals.ts';
import type { Ledger, LedgerTotal } from '../../planning/ledger.ts';
import { formatExact, formatPounds } from '../../planning/money.ts';
import type { WhyStep } from '../../planning/result.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { NotAll, plannedFigure } from '../chart/planned-figure.tsx';
import { usePlan } from '../lib/plan.tsx';
import { LeftOrOver } from '../parts/left-or-over.tsx';
import { useLedger, type CellName } from './ledger-context.tsx';
import { beginsYear } from './ledger-view.ts';

/** A year narrower than this has the words alone, without the warning sign. */
const ROOM_FOR_SIGN = 104;

const plain = (pence: Pence): string => formatPounds(pence, { symbol: false });

const leftOrOverText = (pence: Pence): string => (pence < 0 ? `${formatPounds(-pence)} over` : `${formatPounds(pence)} left`);
const leftOrOverExact = (pence: Pence): string => (pence < 0 ? `${formatExact(-pence)} over` : `${formatExact(pence)} left`);

const none = (): number => 0;

/** `in 4 years` under a sum that leaves out the years without a budget; nothing where every year has one. */
export function YearsWithBudget({ years }: { readonly years: LedgerTotal['years'] }) {
  const count = years.filter((pence) => pence !== null).length;
  if (count === years.length) return null;
  return (
    <small className="other-funds" title="Of the years with a budget alone">
      in {count} year{count === 1 ? '' : 's'}<span className="vh"> with a budget</span>
    </small>
  );
}

/** The years or terms that a sum is of, in a question: all of them, or the years that have a budget. */
function spanOfSum(years: LedgerTotal['years'], ofBudget: boolean, inTerms: boolean): string {
  const count = years.filter((pence) => pence !== null).length;
  if (!ofBudget || count === years.length) return `these ${years.length} ${inTerms ? 'terms' : 'years'}`;
  return count === 1 ? 'the year with a budget' : `the ${count} years with a budget`;
}

type TotalRowProps = {
  readonly rowKey: string;
  readonly name: string;
  readonly figures: LedgerTotal;
  readonly saved: LedgerTotal | null;
  readonly className?: string;
  /** The question over the reasons: "Why £117,340 in 2026/27?" */
  readonly question: (pence: Pence, when: string) => string;
  readonly why: (yearIndex: number) => readonly WhyStep[];
  /**
   * A sum of money, marked where a what-if changes it; or what is left or over, whose changes the panel beside the
   * ledger tells: there is no room for both here.
   */
  readonly says?: 'money' | 'left_or_over';
  /** A sum of money as it is written, where it is not simply the figure. */
  readonly shown?: (pence: Pence, yearIndex: number | null) => string;
  /** Whether it has a figure a column or one a year, over the columns of that year. */
  readonly over?: 'columns' | 'years';
  /** Items without a price that the figure leaves out. */
  readonly unpriced?: (yearIndex: number | null) => number;
};

function TotalRow({ rowKey, name, figures, saved, className, question, why, says = 'money', shown = plain, unpriced = none, over = 'columns' }: TotalRowProps) {
  const { columns, years, asked, setAsked, stop, standing } = useLedger();
  const spans = over === 'years' ? years : columns.map(({ label }) => ({ label, span: 1 }));
  const labels = spans.map(({ label }) => label);
  const byTerm = columns.some(({ term }) => term !== null);
  const isMoney = says === 'money';
  const figure = (at: number | 'total', pence: Pence, when: string, steps: () => readonly WhyStep[]): ReactNode => {
    const cell: CellName = `${rowKey}:${at}`;
    return (
      <AskedFigure
        name={cell} asked={asked === cell} onAsk={() => setAsked(cell)} onClose={() => setAsked(null)} tabIndex={stop === cell ? 0 : -1}
        title={question(pence, when)} why={steps}
      >
        {isMoney ? shown(pence, at === 'total' ? null : at) : <LeftOrOver pence={pence} icon={at !== 'total' && standing.year >= ROOM_FOR_SIGN} />}
      </AskedFigure>
    );
  };
  const totalChanged = saved !== null && saved.total !== figures.total;
  return (
    <tr className={className} aria-level={1}>
      <th scope="row"><span>{name}</span></th>
      {figures.years.map((pence, index) => {
        const before = saved === null ? pence : saved.years[index] ?? null;
        const changed = before !== pence;
        return (
          <td key={labels[index]} className={`num${changed && isMoney ? ' whatif' : ''}${byTerm && (over === 'years' || beginsYear(columns, index)) ? ' begins' : ''}`} colSpan={spans[index]?.span}>
            {pence === null ? <span title={isMoney ? undefined : 'No budget has been entered for this year'}>–</span> : (
              <span className="cell">
                {changed && before !== null && isMoney ? <s>{plain(Math.abs(before))}</s> : null}
                <span className="pence">
                  {figure(index, pence, labels[index] ?? '', () => why(index))}<NotAll unpriced={unpriced(index)} />
                </span>
                {changed && before !== null ? <span className="vh">, was {isMoney ? plain(before) : leftOrOverText(before)}</span> : null}
              </span>
            )}
          </td>
        );
      })}
      <td className={totalChanged && isMoney ? 'num whatif sum' : 'num sum'}>
        {totalChanged && isMoney ? <><s>{plain(saved.total)}</s>{' '}</> : null}
        <span className="pence">
          {figure('total', figures.total, spanOfSum(figures.years, !isMoney, over === 'columns' && byTerm), () => explainRowTotal(labels, figures.years, isMoney ? formatExact : leftOrOverExact))}
          <NotAll unpriced={unpriced(null)} />
        </span>
        {isMoney ? null : <YearsWithBudget years={figures.years} />}
      </td>
    </tr>
  );
}

/** The plan by the columns on screen and by years, each with the saved plan beside it; the same objects where nothing differs. */
export type Ledgers = { readonly shown: Ledger; readonly shownSaved: Ledger; readonly yearly: Ledger; readonly yearlySaved: Ledger };

type TotalsProps = { readonly ledgers: Ledgers; readonly children: ReactNode };

/**
 * Between the rows and the planned cost, where the open year has spent something: what the rows add up to, and
 * what is spent already. They stand with the rows and scroll with them, so that a low screen keeps the rows in sight.
 */
export function LedgerSubtotals({ ledgers: { shown: ledger, shownSaved: saved } }: Pick<TotalsProps, 'ledgers'>) {
  const { snapshot, forecast } = usePlan();
  if (ledger.already.total === 0) return null;
  return (
    <>
      <TotalRow
        rowKey="to-come" name="Still to come" className="to-come" figures={ledger.toCome} saved={ledger === saved ? null : saved.toCome}
        question={(pence, when) => `Why ${pence === 0 ? 'this' : formatPounds(pence)} still to come in ${when}?`}
        why={(index) => explainToCome(ledger, index)}
      />
      <TotalRow
        rowKey="already" name="Already spent" className="already" saved={null}
        figures={{ ...ledger.already, years: ledger.already.years.map((pence) => (pence === 0 ? null : pence)) }}
        question={(pence, when) => `Why is ${formatPounds(pence)} already spent in ${when}?`}
        why={(index) => explainAlready(snapshot, forecast, ledger.columns, index)}
      />
    </>
  );
}

/** Planned cost, by terms also that of each year; the budget (`children`), and what is left or over of the year. */
export function LedgerTotals({ ledgers: { shown: ledger, shownSaved: saved, yearly, yearlySaved }, children }: TotalsProps) {
  const before = ledger === saved ? null : saved;
  const yearlyBefore = yearly === yearlySaved ? null : yearlySaved;
  return (
    <>
      <TotalRow
        rowKey="planned" name="Planned cost" className="planned" figures={ledger.planned} saved={before?.planned ?? null}
        question={(pence, when) => `Why ${pence === 0 ? 'this' : formatPounds(pence)} in ${when}?`} why={(index) => explainPlanned(ledger, index)}
        shown={(_, index) => plannedFigure(ledger, index)} unpriced={(index) => (plannedFigure(ledger, index) === 'no price' ? 0 : unpricedIn(ledger, index))}
      />
      {yearly === ledger ? null : (
        <TotalRow
          rowKey="planned-year" name="Planned, whole year" className="planned-year" figures={yearly.planned} saved={yearlyBefore?.planned ?? null} over="years"
          question={(pence, when) => `Why ${pence === 0 ? 'this' : formatPounds(pence)} in ${when}?`} why={(index) => explainPlanned(yearly, index)}
          shown={(_, index) => plannedFigure(yearly, index)}
        />
      )}
      {children}
      {yearly.difference === null ? null : (
        <TotalRow
          rowKey="difference" name="Difference" className="difference" figures={yearly.difference} saved={yearlyBefore?.difference ?? null} over="years"
          question={(pence, when) => `Why ${leftOrOverText(pence)} in ${when}?`} why={(index) => explainDifference(yearly, index)}
          says="left_or_over"
        />
      )}
    </>
  );
}
