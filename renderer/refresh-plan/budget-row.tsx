import { TriangleAlert } from 'lucide-react';
import { memo, useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { isBudgetSettled } from '../../planning/budget/approval.ts';
import { usualFund } from '../../planning/budget/fund.ts';
import type { Ledger } from '../../planning/ledger.ts';
import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { useLedger } from './ledger-context.tsx';
import { YearsWithBudget } from './ledger-totals.tsx';
import { typedBudget } from '../lib/typed-figures.ts';

const written = (pence: Pence | null): string =>
  (pence === null ? '' : formatPounds(pence, { symbol: false, pence: pence % 100 !== 0 }));

type BudgetFieldProps = {
  readonly index: number;
  readonly year: number;
  readonly label: string;
  /** What is not divided by code of the usual fund's budget of that year; null where none has been entered. */
  readonly pence: Pence | null;
  /** The id of the words that say why what is typed cannot be kept; undefined while nothing is wrong. */
  readonly describedBy: string | undefined;
  readonly onProblem: (year: number, words: string | null) => void;
  /** Saves the figure; answers once it is on screen. */
  readonly save: (year: number, pence: Pence | null) => Promise<void>;
};

/** A year's budget. What cannot be read stays as typed, marked, until it is mended or Esc puts the old figure back. */
const BudgetField = memo(function BudgetField({ index, year, label, pence, describedBy, onProblem, save }: BudgetFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = async (): Promise<boolean> => {
    if (draft === null) return true;
    const typed = typedBudget(draft);
    if ('problem' in typed) {
      onProblem(year, typed.problem);
      return false;
    }
    onProblem(year, null);
    if (typed.figure !== pence) await save(year, typed.figure);
    setDraft(null);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      onProblem(year, null);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const fields = [...event.currentTarget.closest('tr')?.querySelectorAll('input') ?? []];
    const next = fields[fields.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)];
    // Leaving the field keeps it; the last one has nowhere to go and is kept where it is.
    if (next !== undefined && !('problem' in typedBudget(event.currentTarget.value))) next.focus();
    else void keep();
  };
  return (
    <input
      className="budget-field" type="text" inputMode="decimal" autoComplete="off" data-cell={`budget:${index}`}
      aria-label={`Budget ${label}, £`} aria-invalid={describedBy === undefined ? undefined : true} aria-describedby={describedBy}
      placeholder="Enter" value={draft ?? written(pence)} onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()} onBlur={() => void keep()} onKeyDown={onKeyDown}
    />
  );
});

/**
 * The money there is: one figure a year from the usual fund, typed in place. Enter and Tab go on to the next year;
 * nothing typed clears a year. Other funds, where the plan has some, are named under it and count too. A year whose
 * budget is divided by code, or approved, is shown as it is: Budgets is where that is changed.
 */
export function BudgetRow({ ledger }: { readonly ledger: Ledger }) {
  const { snapshot, forecast, changeable, scenario } = usePlan();
  const usual = usualFund(snapshot.funds).key;
  const { years: spans, labels: columns } = useLedger();
  const command = useCommand();
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());
  const ids = useId();
  /** The plan's own budget; of another scenario, a difference of it. */
  const save = useCallback(async (year: number, pence: Pence | null): Promise<void> => {
    const budget = { year, fundKey: usual, pence } as const;
    if (scenario.parentId === null) await command('budget.set', budget);
    else await command('scenario.change', { scenarioId: scenario.id, changes: [{ change: { kind: 'budget', ...budget }, reason: null }] });
  }, [command, scenario, usual]);
  const setProblem = useCallback((year: number, words: string | null): void => setProblems((before) => {
    const next = new Map(before);
    if (words === null) next.delete(year);
    else next.set(year, words);
    return next;
  }), []);
  const troubled = forecast.years.flatMap(({ year, label }) => {
    const words = problems.get(year);
    return words === undefined ? [] : [{ year, label, words }];
  });
  const row = useRef<HTMLTableRowElement>(null);
  const undivided = forecast.years.map(({ year }) =>
    snapshot.budgets.find((line) => line.year === year && line.fundKey === usual && line.costCategory === null)?.pence ?? null);
  const settled = (year: number): boolean => isBudgetSettled(snapshot, year);
  return (
    <>
      <tr ref={row} aria-level={1}>
        <th scope="row">Budget</th>
        {forecast.years.map(({ year }, index) => {
          const all = ledger.budget?.years[index] ?? null;
          const own = settled(year) ? all : undivided[index] ?? null;
          const others = (all ?? 0) - (own ?? 0);
          return (
            <td key={year} className={columns.length > spans.length ? 'num begins' : 'num'} colSpan={spans[index]?.span}>
              {changeable && !settled(year) ? (
                <BudgetField
                  index={index} year={year} label={spans[index]?.label ?? ''} pence={own} onProblem={setProblem} save={save}
                  describedBy={problems.has(year) ? `${ids}-${year}` : undefined}
                />
              ) : all === null ? '–' : formatPounds(own ?? 0, { symbol: false })}
              {others === 0 ? null : <small className="other-funds">and {formatPounds(others, { symbol: false })} of other funds</small>}
            </td>
          );
        })}
        <td className="num sum">
          {ledger.budget === null ? '–' : <>{formatPounds(ledger.budget.total, { symbol: false })}<YearsWithBudget years={ledger.budget.years} /></>}
        </td>
      </tr>
      {troubled.length === 0 ? null : (
        <tr aria-level={1}>
          <td colSpan={columns.length + 2}>
            {troubled.map(({ year, label, words }) => (
              <p key={year} className="problem" id={`${ids}-${year}`} role="alert">
                <TriangleAlert aria-hidden="true" />{label}: {words}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
