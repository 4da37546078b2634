import { ChevronDown, ChevronRight, Check, Clock, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { itemCount } from '../../planning/words.ts';
import { Tag } from '../parts/tag.tsx';
import { costWords, LEFT_OUT_WORDS, subtotalWords, tableDate, warrantyState } from './cell-words.ts';
import { columnOf } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import type { KindGroup } from './grid-items.ts';
import type { GridLayout } from './layout.ts';
import type { RegisterRow } from './rows.ts';

/** What every line of the grid shares. Events are handled by the grid, which finds the cell by its numbers. */
type LineProps = {
  readonly line: number;
  /** From the top of the lines, in px. */
  readonly top: number;
  readonly layout: GridLayout;
  /** The place of the cell that Tab comes to, when it is in this line; −1 otherwise. */
  readonly place: number;
};

const DASH = <span className="q"><span aria-hidden="true">–</span><span className="vh">not known</span></span>;

const Warranty = ({ row, asOf }: { readonly row: RegisterRow; readonly asOf: IsoDate }) => {
  if (row.warranty === null) return DASH;
  const state = warrantyState(row, asOf);
  return (
    <span className={state === 'ended' ? 'q' : undefined}>
      {state === 'soon' && <Clock className="lucide s c-warn" aria-hidden="true" />}
      {tableDate(row.warranty)}
      {state !== 'covered' && <span className="vh">{state === 'soon' ? ', ends soon' : ', ended'}</span>}
    </span>
  );
};

const Due = ({ row }: { readonly row: RegisterRow }) => {
  if (row.due === null) return <span className="q">{row.leftOut === null ? '' : LEFT_OUT_WORDS[row.leftOut]}</span>;
  if (!row.overdue) return tableDate(row.due);
  return <span className="c-over"><TriangleAlert className="lucide s" aria-hidden="true" />{tableDate(row.due)}<span className="vh">, overdue</span></span>;
};

/** Where there is no room for their own columns, a status that is not the usual one and a quantity stand beside the name. */
const Description = ({ row, layout }: { readonly row: RegisterRow; readonly layout: GridLayout }) => (
  <span className="what">
    <span className="cut">{row.description}</span>
    {row.quantity > 1 && !layout.columns.includes('quantity') && <span className="q2">× {formatCount(row.quantity)}</span>}
    {row.asset.status !== 'in_use' && !layout.columns.includes('status') && <Tag>{row.statusWords}</Tag>}
  </span>
);

function content(row: RegisterRow, column: ColumnKey, layout: GridLayout, asOf: IsoDate): ReactNode {
  switch (column) {
    case 'tag': return row.tag ?? <span className="q">no tag</span>;
    case 'description': return <Description row={row} layout={layout} />;
    case 'kind': return row.kind;
    case 'room': return row.room ?? DASH;
    case 'quantity': return row.quantity > 1 ? formatCount(row.quantity) : <span className="vh">1</span>;
    case 'bought': return row.bought === null ? <span className="q">not known</span> : tableDate(row.bought);
    case 'paid': return row.paidPence === null ? DASH : formatPounds(row.paidPence);
    case 'warranty': return <Warranty row={row} asOf={asOf} />;
    case 'due': return <Due row={row} />;
    case 'setBy': return row.setBy === null ? null : <span className="q2">{row.setBy}</span>;
    case 'cost': return row.costPence === null || row.onOrder ? <span className="q">{costWords(row)}</span> : costWords(row);
    case 'status': return row.statusWords;
  }
}

type RowProps = LineProps & {
  readonly row: RegisterRow;
  readonly selected: boolean;
  /** Whether the side panel shows it. */
  readonly current: boolean;
  readonly asOf: IsoDate;
};

/** As the grid shows it: senior leaders look at kit without tags. */
const nameOf = (row: RegisterRow, layout: GridLayout): string =>
  (layout.columns.includes('tag') ? row.tag ?? row.description : row.description);

/** One asset of the register. */
export const AssetRow = memo(function AssetRow({ row, line, top, layout, place, selected, current, asOf }: RowProps) {
  const cell = (at: number) => ({ role: 'gridcell', 'data-place': at, 'aria-colindex': at + 1, tabIndex: place === at ? 0 : -1 } as const);
  const last = layout.columns.length + 1;
  return (
    <div
      role="row" data-line={line} aria-rowindex={line + 2} aria-selected={selected} aria-current={current ? 'true' : undefined}
      className="reg-row" style={{ transform: `translateY(${top}px)` }}
    >
      <div {...cell(0)} className="tick-cell" aria-label={`Select ${nameOf(row, layout)}`}>
        <span className={selected ? 'tick on' : 'tick'}>{selected && <Check aria-hidden="true" />}</span>
      </div>
      {layout.columns.map((column, index) => (
        <div key={column} {...cell(index + 1)} className={columnOf(column).numeric ? 'num' : undefined}>
          {content(row, column, layout, asOf)}
        </div>
      ))}
      <div {...cell(last)} className="menu-cell" aria-haspopup="menu" aria-label={`Menu for ${nameOf(row, layout)}`} />
    </div>
  );
});

type GroupProps = LineProps & { readonly group: KindGroup; readonly open: boolean };

/** The heading of a kind: opens and closes, and says what its rows come to. */
export const GroupRow = memo(function GroupRow({ group, open, line, top, layout, place }: GroupProps) {
  const Chevron = open ? ChevronDown : ChevronRight;
  const wide = layout.columns.indexOf('cost') + 1;
  return (
    <div role="row" data-line={line} aria-rowindex={line + 2} className="reg-row kind" style={{ transform: `translateY(${top}px)` }}>
      <div
        role="gridcell" data-place={0} aria-colindex={1} aria-colspan={wide} aria-expanded={open}
        tabIndex={place >= 0 ? 0 : -1} className="kind-name" style={{ gridColumn: `span ${wide}` }}
      >
        <Chevron aria-hidden="true" />
        <b>{group.words}</b> {itemCount(group.items)}
        {group.priced > 0 && group.withoutPrice > 0 && <span className="q">, {formatCount(group.withoutPrice)} without a price</span>}
      </div>
      <div role="gridcell" aria-colindex={wide + 1} className="num"><b>{subtotalWords(group)}</b></div>
    </div>
  );
});
