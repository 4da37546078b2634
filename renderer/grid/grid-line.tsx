import { Check, ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { itemCount } from '../../planning/words.ts';
import { CellEditor } from './cell-editor.tsx';
import type { EditorProps } from './cell-editor.tsx';
import { isNumeric } from './column.ts';
import type { GridRow } from './column.ts';
import { stuck } from './grid-head.tsx';
import { SELECT_WIDTH } from './layout.ts';
import type { GridLayout, LaidColumn } from './layout.ts';
import type { RowGroup } from './lines.ts';

/** What every line of the grid shares. Events are handled by the grid, which finds the cell by its numbers. */
type LineProps<Row, Set> = {
  readonly line: number;
  /** From the top of the lines, in px. */
  readonly top: number;
  readonly layout: GridLayout<Row, Set>;
  /** The place of the cell that Tab comes to, when it is in this line; −1 otherwise. */
  readonly place: number;
};

type RowProps<Row, Set> = LineProps<Row, Set> & {
  readonly row: Row;
  readonly name: string;
  readonly ticked: boolean;
  /** Whether the page shows it elsewhere, as in a side panel. */
  readonly current: boolean;
  /** Places of the first and last selected cell; −1 for none. */
  readonly from: number;
  readonly to: number;
  /** What is being typed, and where; null while nothing is. */
  readonly editor: EditorProps<Row, Set> | null;
  /** Text on its way to the plan, by column. */
  readonly pending: ReadonlyMap<string, string> | undefined;
};

function cellContent<Row, Set>(row: Row, { column }: LaidColumn<Row, Set>, keys: ReadonlySet<string>, pending: ReadonlyMap<string, string> | undefined): ReactNode {
  const soon = pending?.get(column.key);
  if (soon !== undefined) return <span className="q2">{soon}</span>;
  return column.cell === undefined ? column.text(row) : column.cell(row, keys);
}

function RowOfCells<Row extends GridRow, Set>(props: RowProps<Row, Set>) {
  const { row, name, line, top, layout, place, ticked, current, from, to, editor, pending } = props;
  const cell = (at: number) => ({ role: 'gridcell', 'data-place': at, 'aria-colindex': at + 1, tabIndex: place === at ? 0 : -1 } as const);
  const last = layout.columns.length + 1;
  return (
    <div
      role="row" data-line={line} aria-rowindex={line + 2} aria-selected={ticked} aria-current={current ? 'true' : undefined}
      className="grid-row" style={{ transform: `translateY(${top}px)` }}
    >
      <div {...cell(0)} className="tick-cell stuck" style={stuck(0)} aria-label={`Select ${name}`}>
        <span className={ticked ? 'tick on' : 'tick'}>{ticked && <Check aria-hidden="true" />}</span>
      </div>
      {layout.columns.map((laid, index) => {
        const at = index + 1;
        const inRange = at >= from && at <= to;
        const typing = editor !== null && editor.column.key === laid.column.key;
        const classes = [isNumeric(laid.column) ? 'num' : '', laid.stuckAt === null ? '' : 'stuck', inRange ? 'in-range' : '', typing ? 'typing' : ''];
        return (
          <div
            key={laid.column.key} {...cell(at)} className={classes.filter(Boolean).join(' ') || undefined} style={stuck(laid.stuckAt)}
            {...(inRange ? { 'aria-selected': true } : {})}
          >
            {typing ? <CellEditor {...editor} /> : cellContent(row, laid, layout.keys, pending)}
          </div>
        );
      })}
      <div {...cell(last)} className="menu-cell" aria-haspopup="menu" aria-label={`Menu for ${name}`} />
    </div>
  );
}

/** One row of the list. */
export const RowLine = memo(RowOfCells) as typeof RowOfCells;

/** What a group's rows come to in one of the columns: "£14,080". */
export type GroupSum<Row> = { readonly column: string; readonly words: (rows: readonly Row[]) => ReactNode };

type GroupProps<Row, Set> = LineProps<Row, Set> & {
  readonly group: RowGroup<Row>;
  readonly open: boolean;
  readonly itemsOf: (row: Row) => number;
  readonly sums: readonly GroupSum<Row>[];
  /** What else the heading says after its count. */
  readonly aside: ((rows: readonly Row[]) => ReactNode) | undefined;
};

/** The sums that have a column, each with how many columns stand empty before it. */
function placedSums<Row, Set>(layout: GridLayout<Row, Set>, sums: readonly GroupSum<Row>[]) {
  let next = 0;
  return layout.columns.flatMap(({ column }, index) => {
    const sum = sums.find((each) => each.column === column.key);
    // The heading needs the first column at least.
    if (sum === undefined || index === 0) return [];
    const placed = { sum, place: index + 1, gap: index - next };
    next = index + 1;
    return [placed];
  });
}

function HeadingOfGroup<Row extends GridRow, Set>({ group, open, line, top, layout, place, itemsOf, sums, aside }: GroupProps<Row, Set>) {
  const Chevron = open ? ChevronDown : ChevronRight;
  const placed = placedSums(layout, sums);
  const wide = 1 + (placed[0]?.gap ?? layout.columns.length);
  // As far as its first sum; where the list is scrolled sideways the name stays in sight.
  const room = layout.columns.slice(0, wide - 1).reduce((sum, { width }) => sum + width, SELECT_WIDTH);
  const items = group.rows.reduce((sum, row) => sum + itemsOf(row), 0);
  return (
    <div role="row" data-line={line} aria-rowindex={line + 2} className="grid-row group" style={{ transform: `translateY(${top}px)` }}>
      <div
        role="gridcell" data-place={0} aria-colindex={1} aria-colspan={wide} aria-expanded={open}
        tabIndex={place >= 0 ? 0 : -1} className="group-name" style={{ maxWidth: room }}
      >
        <span style={{ paddingLeft: group.level * 18 }}>
          <Chevron aria-hidden="true" /><b>{group.words}</b> {itemCount(items)}{aside?.(group.rows)}
        </span>
      </div>
      {placed.map(({ sum, place: at }) => (
        <div key={sum.column} role="gridcell" aria-colindex={at + 1} className="num" style={{ gridColumn: at + 1, gridRow: 1 }}><b>{sum.words(group.rows)}</b></div>
      ))}
    </div>
  );
}

/** The heading of a group: opens and closes, and says what its rows come to. */
export const GroupLine = memo(HeadingOfGroup) as typeof HeadingOfGroup;
