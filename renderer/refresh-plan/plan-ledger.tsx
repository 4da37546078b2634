import { memo, useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type Dispatch, type RefObject, type SetStateAction } from 'react';
import { explainCell } from '../../planning/explain-ledger.ts';
import { explainRowTotal } from '../../planning/explain-totals.ts';
import type { Ledger, LedgerRow } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import type { Standing } from '../chart/standing.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { BudgetRow } from './budget-row.tsx';
import { cellQuestion } from './cell-question.ts';
import { LedgerContext, useLedger, type Answered, type CellName, type LedgerState } from './ledger-context.tsx';
import { cellTowards, parentOf } from './ledger-keys.ts';
import { LedgerLine } from './ledger-row.tsx';
import { LedgerSubtotals, LedgerTotals } from './ledger-totals.tsx';
import { lifeTag } from './life-tag.ts';
import { LikelyRow } from './likely-row.tsx';
import { pairRows, shownLines, type ShownLine } from './ledger-view.ts';

type PlanLedgerProps = {
  readonly ledger: Ledger;
  /** The ledger of the saved plan; the same object where no what-if is on. */
  readonly saved: Ledger;
  readonly standing: Standing;
  /** The rows that show what is inside them, by key. */
  readonly open: ReadonlySet<string>;
  readonly setOpen: Dispatch<SetStateAction<ReadonlySet<string>>>;
  readonly asked: CellName | null;
  readonly setAsked: (cell: CellName | null) => void;
  readonly table: RefObject<HTMLTableElement | null>;
};

/** The rooms or assets of a row that are too many to list, with a way to see them all. */
function MoreRows({ line }: { readonly line: Extract<ShownLine, { kind: 'more' }> }) {
  const { go } = useNavigation();
  const { labels } = useLedger();
  const [first] = line.rows;
  const show = (): void => go('register', { filter: line.rows.every((row) => row.assetId !== null)
    ? { ids: line.rows.flatMap((row) => (row.assetId === null ? [] : [row.assetId])) }
    : { ...(first?.categoryKey === null || first === undefined ? {} : { categoryKey: first.categoryKey }), userGroup: first?.userGroup ?? null } });
  return (
    <tr aria-level={line.level} className={`level-${line.level} more-rows`}>
      <td colSpan={labels.length + 2}>
        <span>
          and {formatCount(line.count)} more:{' '}
          <Button variant="link" small data-cell={`${line.key}:name`} tabIndex={-1} onClick={show}>show them in the register</Button>
        </span>
      </td>
    </tr>
  );
}

/** Answers with the plan as it is when asked, by a function that stays the same while the plan changes. */
function useAnswer(labels: readonly string[]): (row: LedgerRow, yearIndex: number | null) => Answered {
  const plan = usePlan();
  const latest = useRef(plan);
  useEffect(() => { latest.current = plan; });
  return useCallback((row, yearIndex) => {
    const { snapshot, options, forecast } = latest.current;
    const reasons = explainCell(snapshot, options, forecast, row, yearIndex);
    const when = yearIndex === null ? `these ${labels.length} years` : labels[yearIndex] ?? '';
    const cell = (yearIndex === null ? undefined : row.cells[yearIndex]) ?? row.total;
    const title = cellQuestion(snapshot, row, cell, when);
    const behind = new Set(reasons.assetIds);
    const items = snapshot.assets.reduce((sum, asset) => (behind.has(asset.id) ? sum + asset.quantity : sum), 0);
    if (yearIndex !== null) return { ...reasons, title, items };
    return { ...reasons, title, items, steps: explainRowTotal(labels, row.cells.map((each) => (each.lines === 0 ? null : each.pence))) };
  }, [labels]);
}

/**
 * The plan as a ledger: rows that open into rooms and assets, a figure a year under the chart's columns, totals
 * that stay in sight. One Tab stop; the arrow keys move by cell, Right and Left open and close.
 */
export const PlanLedger = memo(function PlanLedger({ ledger, saved, standing, open, setOpen, asked, setAsked, table }: PlanLedgerProps) {
  const { forecast: { years }, whatIf, savedSnapshot } = usePlan();
  const yearNames = years.map((year) => year.label).join('|');
  const labels = useMemo(() => yearNames.split('|'), [yearNames]);
  const lines = shownLines(pairRows(ledger.rows, saved.rows), open);
  const [focused, setFocused] = useState<CellName | null>(null);
  const first = lines[0]?.key;
  const stop = focused ?? (first === undefined ? 'planned:0' : `${first}:name` as const);
  const toggle = useCallback((rowKey: string): void => setOpen((before) => {
    const next = new Set(before);
    if (!next.delete(rowKey)) next.add(rowKey);
    return next;
  }), [setOpen]);
  const answer = useAnswer(labels);
  const state = useMemo(
    (): LedgerState => ({ standing, labels, asked, setAsked, stop, toggle, answer }), [standing, labels, asked, setAsked, stop, toggle, answer],
  );

  const onFocus = (event: FocusEvent): void => {
    const name = event.target.getAttribute('data-cell');
    if (name !== null && name !== focused) setFocused(name as CellName);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.target;
    if (!(control instanceof HTMLElement) || !control.hasAttribute('data-cell') || event.altKey || event.metaKey) return;
    const typing = control instanceof HTMLInputElement;
    if (typing && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const expanded = control.classList.contains('row-name') ? control.getAttribute('aria-expanded') : null;
    const opens = expanded === 'false' && event.key === 'ArrowRight';
    const closes = expanded === 'true' && event.key === 'ArrowLeft';
    if (opens || closes) {
      event.preventDefault();
      control.click();
      return;
    }
    const leaves = event.key === 'ArrowLeft' && control.classList.contains('row-name');
    const target = leaves ? parentOf(control) : cellTowards(control, event.key, event.ctrlKey);
    if (target === null) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <LedgerContext value={state}>
      <table
        className={standing.tight ? 'l plan-ledger tight' : 'l plan-ledger'} role="treegrid" aria-label="Cost by year" ref={table}
        style={{ width: standing.width }}
        onFocus={onFocus} onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ width: standing.label }} />
          {labels.map((label) => <col key={label} />)}
          <col style={{ width: standing.total }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="units">{standing.tight ? '£, by year' : 'Number and £, by year'}</th>
            {labels.map((label) => <th key={label} scope="col" className="num">{label}</th>)}
            <th scope="col" className="num sum">{labels.length} years</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (line.kind === 'row'
            ? <LedgerLine key={line.key} pair={line.pair} level={line.level} open={line.open} tag={lifeTag(line.pair.now, whatIf, savedSnapshot)} />
            : <MoreRows key={line.key} line={line} />))}
          <LedgerSubtotals ledger={ledger} saved={saved} />
        </tbody>
        <tfoot>
          <LedgerTotals ledger={ledger} saved={saved}><LikelyRow ledger={ledger} /><BudgetRow ledger={ledger} /></LedgerTotals>
        </tfoot>
      </table>
    </LedgerContext>
  );
});
