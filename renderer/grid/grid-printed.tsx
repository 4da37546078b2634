import { Fragment } from 'react';
import { formatCount } from '../../planning/money.ts';
import { itemCount } from '../../planning/words.ts';
import { usePrinting } from '../lib/use-printing.ts';
import { isNumeric } from './column.ts';
import type { GridRow } from './column.ts';
import type { LaidColumn } from './layout.ts';
import { keyOfLine } from './lines.ts';
import type { GridLine } from './lines.ts';
import type { Grid } from './use-grid.ts';

/** More is a stack of paper that nobody meant: fifty sheets. */
const MOST_LINES = 1_500;

type PrintedProps<Row extends GridRow, Set extends object> = { readonly label: string; readonly grid: Grid<Row, Set> };

/** The list on paper: every row that the filter lets through, in its order and groups, which on screen are drawn only in sight. */
export function GridPrinted<Row extends GridRow, Set extends object>({ label, grid }: PrintedProps<Row, Set>) {
  if (!usePrinting()) return null;
  const { lines, layout, itemsOf } = grid;
  const left = lines.length - MOST_LINES;
  return (
    <div className="grid-printed">
      <table className="l">
        <caption className="vh">{label}</caption>
        <thead><tr>{layout.columns.map(({ column }) => <th key={column.key} scope="col" className={isNumeric(column) ? 'num' : undefined}>{column.heading}</th>)}</tr></thead>
        <tbody>
          {lines.slice(0, MOST_LINES).map((line) => <Fragment key={keyOfLine(line)}><PrintedLine line={line} columns={layout.columns} keys={layout.keys} itemsOf={itemsOf} /></Fragment>)}
        </tbody>
      </table>
      {left > 0 && <p>The first {formatCount(MOST_LINES)} lines; {formatCount(left)} more are in the list saved as a file.</p>}
    </div>
  );
}

type LineProps<Row extends GridRow, Set> = {
  readonly line: GridLine<Row>; readonly columns: readonly LaidColumn<Row, Set>[]; readonly keys: ReadonlySet<string>; readonly itemsOf: (row: Row) => number;
};

function PrintedLine<Row extends GridRow, Set>({ line, columns, keys, itemsOf }: LineProps<Row, Set>) {
  if (line.kind === 'group') {
    const items = line.group.rows.reduce((sum, row) => sum + itemsOf(row), 0);
    return <tr className="group"><th scope="rowgroup" colSpan={columns.length}>{line.group.words} <span className="q2">{itemCount(items)}</span></th></tr>;
  }
  const { row } = line;
  return <tr>{columns.map(({ column }) => <td key={column.key} className={isNumeric(column) ? 'num' : undefined}>{column.cell === undefined ? column.text(row) : column.cell(row, keys)}</td>)}</tr>;
}
