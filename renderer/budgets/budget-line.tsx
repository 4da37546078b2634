import { ChevronDown, ChevronRight } from 'lucide-react';
import type { BudgetRow } from '../../planning/budget/matrix.ts';
import { Button } from '../parts/button.tsx';
import { useBudget } from './budget-context.tsx';
import { FigureCell } from './figure-cell.tsx';

/** A code before its title; a title that is its own code stands alone. */
export function RowWords({ row: { codes, name, kind } }: { readonly row: Pick<BudgetRow, 'codes' | 'name' | 'kind'> }) {
  if (kind !== 'code') return <span className="text" title={name}>{name}</span>;
  const code = codes.join(', then ');
  return code.endsWith(name) ? <span className="text" title={code}>{code}</span> : <><b className="code">{code}</b><span className="text" title={name}>{name}</span></>;
}

/** What a question calls a row: its code, and its fund where it is inside one. */
export const rowCalled = ({ codes, name, kind }: BudgetRow, within: BudgetRow | null): string => {
  const own = kind === 'code' ? codes[0] ?? name : kind === 'undivided' && within === null ? 'what no code has yet' : name;
  return within === null ? own : `${rowCalled(within, null)}, ${own}`;
};

/** Money that can be divided among codes: of all funds together, or of the fund that it is inside. */
const isHeap = ({ kind }: BudgetRow, within: BudgetRow | null): boolean => kind === 'undivided' && (within === null || within.kind === 'fund');

type BudgetLineProps = {
  readonly row: BudgetRow;
  readonly saved: BudgetRow | undefined;
  /** The row that it is inside; null at the top. */
  readonly within: BudgetRow | null;
};

/** One row of the budget: a code or a fund, opened to what is inside it. */
export function BudgetLine({ row, saved, within }: BudgetLineProps) {
  const { columns, open, toggle, stop, divide } = useBudget();
  const isOpen = open.has(row.key);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const level = within === null ? 1 : 2;
  const opens = row.children.length > 0 || row.cells.some(({ forecast, unpriced }) => forecast !== 0 || unpriced > 0);
  const name = `${row.key}:name`;
  return (
    <tr aria-level={level} aria-expanded={opens ? isOpen : undefined} className={`level-${level}${isOpen && level === 1 ? ' opened' : ''}`}>
      <th scope="row">
        <span className="row-head">
          {opens ? (
            <button type="button" className="row-name" aria-expanded={isOpen} data-cell={name} tabIndex={stop === name ? 0 : -1} onClick={() => toggle(row.key)}>
              <Chevron className="lucide s" aria-hidden="true" /><RowWords row={row} />
            </button>
          ) : <span className="row-name plain"><RowWords row={row} /></span>}
          {isHeap(row, within) && divide !== null
            ? <Button variant="link" small className="divide" onClick={() => divide(row)}>Divide by code</Button> : null}
        </span>
      </th>
      {columns.map((column) => {
        const cell = row.cells[column.year];
        return cell === undefined ? null : (
          <FigureCell
            key={`${column.year}.${column.figure}`} rowKey={row.key} name={rowCalled(row, within)} scope={row} cell={cell} saved={saved?.cells[column.year]} column={column} row={row}
          />
        );
      })}
    </tr>
  );
}
