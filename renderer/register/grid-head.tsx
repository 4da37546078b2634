import { ArrowDown, ArrowUp, Check, ListFilter, Minus } from 'lucide-react';
import { columnOf } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import type { GridLayout } from './layout.ts';
import type { Sort } from './order.ts';

type GridHeadProps = {
  readonly layout: GridLayout;
  readonly sort: Sort | null;
  readonly filtered: ReadonlySet<ColumnKey>;
  /** How much of what is shown is ticked. */
  readonly ticked: 'none' | 'some' | 'all';
  /** The place that Tab comes to, when it is in the head; −1 otherwise. */
  readonly place: number;
};

const SORTED = { true: 'descending', false: 'ascending' } as const;

function Heading({ column, at, sort, filtered, tabbable }: {
  readonly column: ColumnKey; readonly at: number; readonly sort: Sort | null; readonly filtered: boolean; readonly tabbable: boolean;
}) {
  const { heading, numeric } = columnOf(column);
  const sorted = sort?.column === column ? sort : null;
  const Arrow = sorted?.descending === true ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader" data-place={at} aria-colindex={at + 1} tabIndex={tabbable ? 0 : -1}
      aria-sort={sorted === null ? 'none' : SORTED[`${sorted.descending}`]} className={numeric ? 'num' : undefined}
      title="Sort. Right-click or Alt+Down to filter."
    >
      {sorted !== null && <Arrow className="lucide s" aria-hidden="true" />}
      {filtered && <ListFilter className="lucide s" aria-hidden="true" />}
      <span>{heading}</span>
      {filtered && <span className="vh">, filtered</span>}
    </div>
  );
}

/** The headings, which stay in sight: a press sorts, the menu key or Alt+Down filters. */
export function GridHead({ layout, sort, filtered, ticked, place }: GridHeadProps) {
  return (
    <div role="rowgroup" className="reg-head">
      <div role="row" data-line={-1} aria-rowindex={1} className="reg-row">
        <div role="columnheader" data-place={0} aria-colindex={1} tabIndex={place === 0 ? 0 : -1} className="tick-cell">
          <span className="vh">{ticked === 'all' ? 'Select none' : 'Select all shown'}</span>
          <span className={ticked === 'none' ? 'tick' : 'tick on'}>
            {ticked === 'all' && <Check aria-hidden="true" />}{ticked === 'some' && <Minus aria-hidden="true" />}
          </span>
        </div>
        {layout.columns.map((column, index) => (
          <Heading
            key={column} column={column} at={index + 1} sort={sort} filtered={filtered.has(column)} tabbable={place === index + 1}
          />
        ))}
        <div role="columnheader" data-place={layout.columns.length + 1} aria-colindex={layout.columns.length + 2} tabIndex={place === layout.columns.length + 1 ? 0 : -1}>
          <span className="vh">Menu</span>
        </div>
      </div>
    </div>
  );
}
