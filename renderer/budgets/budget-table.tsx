import { TriangleAlert } from 'lucide-react';
import { Fragment, useCallback, useMemo, useState, type RefObject } from 'react';
import { explainBudgetCell } from '../../planning/budget/explain-cell.ts';
import type { BudgetMatrix, BudgetRow } from '../../planning/budget/matrix.ts';
import { monthOf } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { budgetColumns } from './budget-columns.ts';
import { BudgetContext, readCell, type AmountProblem, type BudgetState, type CellName } from './budget-context.tsx';
import { BudgetFoot } from './budget-foot.tsx';
import { BudgetLine } from './budget-line.tsx';
import { ThingLines } from './thing-lines.tsx';
import { useCellKeys } from './use-cell-keys.ts';
import { useEntering } from './use-entering.ts';

type BudgetTableProps = {
  readonly matrix: BudgetMatrix;
  /** The budget without the what-if, by its rows; null where none is tried. */
  readonly saved: BudgetMatrix | null;
  readonly open: ReadonlySet<string>;
  readonly toggle: (rowKey: string) => void;
  readonly divide: ((row: BudgetRow) => void) | null;
  readonly moveMoney: (() => void) | null;
  readonly table: RefObject<HTMLTableElement | null>;
};

/** Where more years stand side by side than the page has room for, it scrolls sideways. */
const NAMES_WIDTH = 200;
const LEAST_COLUMN = 61;

/** `open year, month 8 of 12`. */
function monthWords(asOf: string, firstMonth: number): string {
  const month = monthOf(asOf) - firstMonth + 1;
  return month >= 1 && month <= 12 ? `open year, month ${month} of 12` : 'open year';
}

function BudgetHead({ matrix, by }: { readonly matrix: BudgetMatrix; readonly by: 'code' | 'fund' }) {
  const { asOf } = usePlan();
  const columns = budgetColumns(matrix.years);
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="names"><span>{by === 'code' ? 'Code and fund' : 'Fund and code'}, £</span></th>
        {matrix.years.map(({ label, firstMonth }, year) => (
          <th key={label} scope="colgroup" colSpan={year === 0 ? 5 : 2} className={`of-year${year > 0 ? ' begins' : ''}`}>
            <b>{label}</b>{year === 0 ? <span> {monthWords(asOf, firstMonth)}</span> : null}
          </th>
        ))}
      </tr>
      <tr>{columns.map(({ year, figure, name, begins }) => <th key={`${year}.${figure}`} scope="col" className={`num${begins ? ' begins' : ''}`}>{name}</th>)}</tr>
    </thead>
  );
}

/** Why what was typed was not taken, under the row of its cell. */
function ProblemLine({ problem: { text, moveInstead }, columns, moveMoney }: { readonly problem: AmountProblem; readonly columns: number; readonly moveMoney: (() => void) | null }) {
  return (
    <tr className="problem-line">
      <td colSpan={columns + 1}>
        <p className="problem" id="amount-problem" role="alert">
          <TriangleAlert aria-hidden="true" />{text}
          {moveInstead && moveMoney !== null ? <> <Button variant="link" small onClick={moveMoney}>Move money</Button></> : null}
        </p>
      </td>
    </tr>
  );
}

/**
 * The budget as a ledger: codes open to their funds, funds to what they pay for, kit to its assets. One Tab stop; the
 * arrow keys move by cell, Enter asks why or types an amount.
 */
export function BudgetTable({ matrix, saved, open, toggle, divide, moveMoney, table }: BudgetTableProps) {
  const { snapshot, forecast } = usePlan();
  const { view, entered } = matrix;
  const columns = useMemo(() => budgetColumns(matrix.years), [matrix.years]);
  const labels = useMemo(() => matrix.years.map(({ label }) => label), [matrix.years]);
  const [asked, setAsked] = useState<CellName | null>(null);
  const { entering, onPaste } = useEntering(matrix);
  const { focused, onFocus, onKeyDown } = useCellKeys();
  const explain = useCallback<BudgetState['explain']>(
    (scope, cell, year, figure) => explainBudgetCell({ snapshot, forecast, view, scope, year }, cell, figure), [snapshot, forecast, view],
  );
  const [first] = matrix.rows;
  const stop = focused ?? (first === undefined ? 'total:0.forecast' : `${first.key}:0.allocated` as const);
  const state = useMemo(
    (): BudgetState => ({ view, columns, labels, entered, asked, setAsked, stop, open, toggle, explain, entering, divide, moveMoney }),
    [view, columns, labels, entered, asked, stop, open, toggle, explain, entering, divide, moveMoney],
  );
  const savedRows = useMemo(() => new Map((saved?.rows ?? []).flatMap((row) => [row, ...row.children]).map((row) => [row.key, row])), [saved]);
  const problem = entering?.problem ?? null;
  const problemKey = problem === null ? null : readCell(problem.name)?.key ?? null;
  const under = (key: string) => (problem === null || problemKey !== key ? null : <ProblemLine problem={problem} columns={columns.length} moveMoney={moveMoney} />);
  return (
    <BudgetContext value={state}>
      <table className={`l budget-table by-${view.by}`} role="treegrid" aria-label="Budget by code, fund and year" ref={table} style={{ minWidth: NAMES_WIDTH + columns.length * LEAST_COLUMN }} onFocus={onFocus} onKeyDown={onKeyDown} onPaste={onPaste}>
        <colgroup>
          <col className="col-name" />
          {columns.map(({ year, figure }) => <col key={`${year}.${figure}`} />)}
        </colgroup>
        <BudgetHead matrix={matrix} by={view.by} />
        <tbody>
          {matrix.rows.map((row) => (
            <Fragment key={row.key}>
              <BudgetLine row={row} saved={savedRows.get(row.key)} within={null} />
              {under(row.key)}
              {open.has(row.key) ? row.children.map((child) => (
                <Fragment key={child.key}>
                  <BudgetLine row={child} saved={savedRows.get(child.key)} within={row} />
                  {under(child.key)}
                  {open.has(child.key) ? <ThingLines row={child} level={3} /> : null}
                </Fragment>
              )) : null}
            </Fragment>
          ))}
        </tbody>
        <BudgetFoot matrix={matrix} saved={saved} />
      </table>
    </BudgetContext>
  );
}
