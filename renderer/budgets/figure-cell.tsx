import type { ReactNode } from 'react';
import type { Scope } from '../../planning/budget/behind.ts';
import type { BudgetCell } from '../../planning/budget/cells.ts';
import type { BudgetRow } from '../../planning/budget/matrix.ts';
import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { AmountCell } from './amount-cell.tsx';
import type { BudgetColumn } from './budget-columns.ts';
import { cellName, useBudget } from './budget-context.tsx';
import { CellLinks } from './cell-links.tsx';

/** A figure without its £: that stands in the heading. */
export const plain = (pence: Pence): string => formatPounds(pence, { symbol: false });

/** Minus is over, and says so to those who hear it. */
export function Signed({ pence }: { readonly pence: Pence }) {
  if (pence >= 0) return <>{plain(pence)}</>;
  return <span className="c-over">{plain(pence)}<span className="vh"> over</span></span>;
}

const WORDS = { allocated: 'allocated', committed: 'committed', spent: 'spent', forecast: 'forecast' } as const;

/** The question over the reasons: "Why £1,040 left of E20E in 2026/27?" */
export function questionOf(name: string, { figure }: Pick<BudgetColumn, 'figure'>, pence: Pence, label: string): string {
  const what = figure === 'left' ? `${formatPounds(Math.abs(pence))} ${pence < 0 ? 'over' : 'left'}` : `${formatPounds(pence)} ${WORDS[figure]}`;
  return `Why ${what} for ${name} in ${label}?`;
}

type FigureProps = {
  readonly rowKey: string;
  /** What it is of, in the question. */
  readonly name: string;
  readonly scope: Scope;
  readonly cell: BudgetCell;
  readonly saved: BudgetCell | undefined;
  readonly column: BudgetColumn;
  /** The row where an amount can be typed; null for a sum. */
  readonly row: BudgetRow | null;
};

const shownOf = (cell: BudgetCell | undefined, { figure }: BudgetColumn): Pence | null => cell?.[figure] ?? null;

/** What a changed figure was, struck through, and in words. */
function Was({ saved, children }: { readonly saved: Pence | null; readonly children: ReactNode }) {
  return <><s>{saved === null ? '' : plain(saved)}</s>{children}<span className="vh">, was {saved === null ? 'nothing' : plain(saved)}</span></>;
}

/** The open year's variance stands out, and what is over in any year. */
const isBold = ({ figure, year }: BudgetColumn, pence: Pence | null): boolean => figure === 'left' && pence !== null && (pence < 0 || (year === 0 && pence > 0));

/** One figure of the budget: it can be asked why, and an amount allocated can be typed. */
export function FigureCell({ rowKey, name, scope, cell, saved, column, row }: FigureProps) {
  const { asked, setAsked, stop, explain, labels } = useBudget();
  const pence = shownOf(cell, column);
  const before = saved === undefined ? null : shownOf(saved, column);
  const changed = saved !== undefined && before !== pence;
  const classes = ['num', column.begins ? 'begins' : '', changed ? 'whatif' : '', isBold(column, pence) ? 'b' : '', pence === 0 ? 'nought' : ''].filter(Boolean).join(' ');
  const own = cellName(rowKey, column);
  const isAsked = asked === own;
  if (column.figure === 'allocated' && row !== null) {
    return <td className={classes}><AmountCell row={row} name={name} cell={cell} column={column} was={changed ? before : undefined} /></td>;
  }
  if (pence === null) return <td className={classes} title={column.figure === 'left' ? 'No budget to hold this against, or it is paid from money that no code has yet' : undefined}>–</td>;
  const reasons = isAsked ? explain(scope, cell, column.year, column.figure) : null;
  const figure = (
    <AskedFigure
      name={own} asked={isAsked} onAsk={() => setAsked(own)} onClose={() => setAsked(null)} tabIndex={stop === own ? 0 : -1}
      title={questionOf(name, column, pence, labels[column.year] ?? '')} why={() => reasons?.steps ?? []}
      actions={reasons === null ? undefined : <CellLinks reasons={reasons} />}
    >
      {column.figure === 'left' ? <Signed pence={pence} /> : plain(pence)}
    </AskedFigure>
  );
  return (
    <td className={classes}>
      {changed ? <Was saved={before}>{figure}</Was> : figure}
      {cell.unpriced > 0 && column.figure === 'forecast' ? <Unpriced /> : null}
    </td>
  );
}

const Unpriced = () => <span title="Items without a price are not in this figure">†<span className="vh"> without items that have no price</span></span>;
