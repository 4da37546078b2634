import type { Scope } from '../../planning/budget/behind.ts';
import type { BudgetCell } from '../../planning/budget/cells.ts';
import { titleOfCode } from '../../planning/budget/code-titles.ts';
import type { BudgetMatrix } from '../../planning/budget/matrix.ts';
import { financedRows } from '../../planning/budget/memo.ts';
import { usePlan } from '../lib/plan.tsx';
import { useBudget } from './budget-context.tsx';
import { FigureCell, plain } from './figure-cell.tsx';

const TOTAL_NAMES = { all: 'All ICT', revenue: 'All ICT, revenue', capital: 'All ICT, capital' } as const;

type SumProps = {
  readonly rowKey: string;
  readonly name: string;
  readonly scope: Scope;
  readonly cells: readonly BudgetCell[];
  readonly saved: readonly BudgetCell[] | undefined;
  readonly className: string;
};

function SumRow({ rowKey, name, scope, cells, saved, className }: SumProps) {
  const { columns } = useBudget();
  return (
    <tr className={className} aria-level={1}>
      <th scope="row">{name}</th>
      {columns.map((column) => {
        const cell = cells[column.year];
        return cell === undefined ? null : (
          <FigureCell
            key={`${column.year}.${column.figure}`} rowKey={rowKey} name={name} scope={scope} cell={cell} saved={saved?.[column.year]} column={column} row={null}
          />
        );
      })}
    </tr>
  );
}

/** Revenue that pays for capital, which the returns show twice more: as spending of revenue and as income of capital. In no total. */
function FinancedRow({ code, pence }: { readonly code: string; readonly pence: readonly number[] }) {
  const { columns } = useBudget();
  return (
    <tr className="memo" aria-level={1}>
      <th scope="row"><b className="code">{code}</b> {titleOfCode(code)}, not in the totals</th>
      {columns.map(({ year, figure, begins }) => {
        if (year > 0 && figure === 'left') return null;
        const shown = figure === 'forecast' || year > 0;
        return <td key={`${year}.${figure}`} className={`num${begins ? ' begins' : ''}`} colSpan={year > 0 ? 2 : 1}>{shown ? plain(pence[year] ?? 0) : ''}</td>;
      })}
    </tr>
  );
}

/** All ICT and the benchmark under a double rule; below it what the returns show beside them. */
export function BudgetFoot({ matrix, saved }: { readonly matrix: BudgetMatrix; readonly saved: BudgetMatrix | null }) {
  const { snapshot } = usePlan();
  const { total, benchmark, view } = matrix;
  return (
    <tfoot>
      {benchmark === null ? null : (
        <SumRow rowKey="benchmark" name="Educational ICT benchmark" scope="benchmark" cells={benchmark} saved={saved?.benchmark ?? undefined} className="benchmark" />
      )}
      <SumRow rowKey="total" name={TOTAL_NAMES[view.nature]} scope="total" cells={total} saved={saved?.total} className="all" />
      {financedRows(snapshot, matrix).map(({ code, pence }) => <FinancedRow key={code} code={code} pence={pence} />)}
    </tfoot>
  );
}
