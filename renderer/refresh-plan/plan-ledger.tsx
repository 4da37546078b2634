import { memo, useCallback, useEffect, useMemo, useRef, type Dispatch, type RefObject, type SetStateAction } from 'react';
import { kitBehind } from '../../planning/ledger/kit.ts';
import type { LedgerRow } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import type { Period } from '../../planning/periods.ts';
import type { FinancialYear } from '../../planning/result.ts';
import type { Standing } from '../chart/standing.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { BudgetRow } from './budget-row.tsx';
import { answerOf, marksOfAsset } from './ledger-answers.ts';
import { LedgerContext, useLedger, type CellName, type LedgerState, type YearSpan } from './ledger-context.tsx';
import { LedgerHead } from './ledger-head.tsx';
import { LedgerLine } from './ledger-row.tsx';
import { LedgerSubtotals, LedgerTotals, type Ledgers } from './ledger-totals.tsx';
import { lifeTag } from './life-tag.ts';
import { LikelyRow } from './likely-row.tsx';
import { pairRows, shownLines, type ShownLine } from './ledger-view.ts';
import type { PlanView } from './plan-view.ts';
import { useLedgerActs } from './use-ledger-acts.tsx';
import { useLedgerDrag } from './use-ledger-drag.ts';
import { useLedgerKeys } from './use-ledger-keys.ts';

type PlanLedgerProps = {
  readonly ledgers: Ledgers;
  readonly view: PlanView;
  readonly standing: Standing;
  /** The rows that show what is inside them, by key. */
  readonly open: ReadonlySet<string>;
  readonly setOpen: Dispatch<SetStateAction<ReadonlySet<string>>>;
  readonly asked: CellName | null;
  readonly setAsked: (cell: CellName | null) => void;
  readonly table: RefObject<HTMLTableElement | null>;
};

/** The rows in a row that are too many to list, with a way to see all their kit. */
function MoreRows({ line }: { readonly line: Extract<ShownLine, { kind: 'more' }> }) {
  const { go } = useNavigation();
  const { snapshot, forecast } = usePlan();
  const { columns } = useLedger();
  const show = (): void => {
    const ids = new Set(line.rows.flatMap((row) => (row.assetId === null
      ? kitBehind(snapshot, forecast, row, null, columns).all.map(({ id }) => id) : [row.assetId])));
    go('register', { filter: { ids: [...ids] } });
  };
  return (
    <tr aria-level={line.level} className={`level-${line.level} more-rows`}>
      <td colSpan={columns.length + 2}>
        <span>
          and {formatCount(line.count)} more:{' '}
          <Button variant="link" small data-cell={`${line.key}:name`} tabIndex={-1} onClick={show}>show them in the register</Button>
        </span>
      </td>
    </tr>
  );
}

const spansOf = (years: readonly FinancialYear[], columns: readonly Period[]): readonly YearSpan[] =>
  years.map(({ label }, index) => ({ label, span: columns.filter(({ yearIndex }) => yearIndex === index).length }));

/** Answers with the plan as it is when asked, by functions that stay the same while the plan changes. */
function useAnswers(columns: readonly Period[]): Pick<LedgerState, 'answer' | 'rowMarks'> {
  const plan = usePlan();
  const latest = useRef(plan);
  useEffect(() => { latest.current = plan; });
  const answer = useCallback<LedgerState['answer']>((row, column) => answerOf(latest.current, columns, row, column), [columns]);
  const { snapshot, forecast, options } = plan;
  const rowMarks = useCallback<LedgerState['rowMarks']>((row) => marksOfAsset({ snapshot, forecast, options }, row), [snapshot, forecast, options]);
  return { answer, rowMarks };
}

/**
 * The plan as a ledger: rows that open down to the asset, a figure a column under the chart's, totals that stay in
 * sight. One Tab stop; the arrow keys move by cell, Right and Left open and close.
 */
export const PlanLedger = memo(function PlanLedger({ ledgers, view, standing, open, setOpen, asked, setAsked, table }: PlanLedgerProps) {
  const { savedForecast, whatIf, savedSnapshot } = usePlan();
  const { shown, shownSaved, yearly } = ledgers;
  // Of the saved plan: a slider changes no year, and these stay the same objects while it moves.
  const { columns } = shown;
  const labels = useMemo(() => columns.map(({ label }) => label), [columns]);
  const years = useMemo(() => spansOf(savedForecast.years, columns), [savedForecast.years, columns]);
  const lines = shownLines(pairRows(shown.rows, shownSaved.rows), open);
  const rowOf = (key: string): LedgerRow | undefined => {
    const line = lines.find((each) => each.kind === 'row' && each.key === key);
    return line?.kind === 'row' ? line.pair.now : undefined;
  };
  const { acts, refuse, opened } = useLedgerActs(columns, table);
  const { focused, handlers } = useLedgerKeys(acts, rowOf, refuse);
  const drag = useLedgerDrag(acts, rowOf, (column) => savedForecast.years[columns[column]?.yearIndex ?? -1]?.year);
  const first = lines[0]?.key;
  const stop = focused ?? (first === undefined ? 'planned:0' : `${first}:name` as const);
  const toggle = useCallback((rowKey: string): void => setOpen((before) => {
    const next = new Set(before);
    if (!next.delete(rowKey)) next.add(rowKey);
    return next;
  }), [setOpen]);
  const { answer, rowMarks } = useAnswers(columns);
  const state = useMemo(
    (): LedgerState => ({ standing, columns, labels, years, asked, setAsked, stop, toggle, answer, rowMarks, acts }),
    [standing, columns, labels, years, asked, setAsked, stop, toggle, answer, rowMarks, acts],
  );
  return (
    <LedgerContext value={state}>
      <table
        className={standing.tight ? 'l plan-ledger tight' : 'l plan-ledger'} role="treegrid" aria-label="Cost by year" ref={table}
        style={{ width: standing.width }} {...handlers} {...drag.handlers}
      >
        <colgroup>
          <col style={{ width: standing.label }} />
          {labels.map((label) => <col key={label} />)}
          <col style={{ width: standing.total }} />
        </colgroup>
        <LedgerHead columns={columns} years={years} standing={standing} view={view} dropAt={drag.dropAt} />
        <tbody>
          {lines.map((line) => (line.kind === 'row'
            ? <LedgerLine key={line.key} pair={line.pair} level={line.level} open={line.open} tag={lifeTag(line.pair.now, whatIf, savedSnapshot)} />
            : <MoreRows key={line.key} line={line} />))}
          <LedgerSubtotals ledgers={ledgers} />
          <LikelyRow ledger={yearly} />
        </tbody>
        <tfoot>
          <LedgerTotals ledgers={ledgers}><BudgetRow ledger={yearly} /></LedgerTotals>
        </tfoot>
      </table>
      {opened}
    </LedgerContext>
  );
});
