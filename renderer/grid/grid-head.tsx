import { ArrowDown, ArrowUp, Check, ListFilter, Minus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { isNumeric } from './column.ts';
import type { ColumnFilter } from './filters.ts';
import type { GridLayout, LaidColumn } from './layout.ts';
import type { Sort } from './order.ts';

/** Where a column stays when the rest is scrolled sideways. */
export const stuck = (at: number | null): CSSProperties | undefined => (at === null ? undefined : { left: at });

const SORTED = { true: 'descending', false: 'ascending' } as const;

type HeadingProps = {
  readonly laid: LaidColumn<never, unknown>;
  readonly at: number;
  /** Its place among the columns sorted by, where there are several. */
  readonly sort: (Sort & { readonly place: number | null }) | null;
  readonly filtered: boolean;
  readonly tabbable: boolean;
};

function Heading({ laid: { column, stuckAt }, at, sort, filtered, tabbable }: HeadingProps) {
  const Arrow = sort?.descending === true ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader" data-place={at} aria-colindex={at + 1} tabIndex={tabbable ? 0 : -1} style={stuck(stuckAt)}
      aria-sort={sort === null ? 'none' : SORTED[`${sort.descending}`]}
      className={`${isNumeric(column) ? 'num' : ''}${stuckAt === null ? '' : ' stuck'}`}
      title="Press to sort, with Shift by several. Right-click for more; Alt+Down to filter."
    >
      {sort !== null && <Arrow className="lucide s" aria-hidden="true" />}
      {sort !== null && sort.place !== null && <small aria-hidden="true">{sort.place}</small>}
      {filtered && <ListFilter className="lucide s" aria-hidden="true" />}
      <span>{column.heading}</span>
      {filtered && <span className="vh">, filtered</span>}
      <i className="grid-size" data-size={column.key} aria-hidden="true" />
    </div>
  );
}

type GridHeadProps = {
  readonly layout: GridLayout<never>;
  readonly sorts: readonly Sort[];
  readonly filters: readonly ColumnFilter[];
  /** How much of what is shown is ticked. */
  readonly ticked: 'none' | 'some' | 'all';
  /** The place that Tab comes to, when it is in the head; −1 otherwise. */
  readonly place: number;
};

/** The headings, which stay in sight: a press sorts, the menu key shows what else, Alt+Down filters. */
export function GridHead({ layout, sorts, filters, ticked, place }: GridHeadProps) {
  const sortOf = (key: string): HeadingProps['sort'] => {
    const at = sorts.findIndex(({ column }) => column === key);
    const sort = sorts[at];
    return sort === undefined ? null : { ...sort, place: sorts.length > 1 ? at + 1 : null };
  };
  const last = layout.columns.length + 1;
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" data-line={-1} aria-rowindex={1} className="grid-row">
        <div role="columnheader" data-place={0} aria-colindex={1} tabIndex={place === 0 ? 0 : -1} className="tick-cell stuck" style={stuck(0)}>
          <span className="vh">{ticked === 'all' ? 'Select none' : 'Select all shown'}</span>
          <span className={ticked === 'none' ? 'tick' : 'tick on'}>
            {ticked === 'all' && <Check aria-hidden="true" />}{ticked === 'some' && <Minus aria-hidden="true" />}
          </span>
        </div>
        {layout.columns.map((laid, index) => (
          <Heading
            key={laid.column.key} laid={laid} at={index + 1} sort={sortOf(laid.column.key)} tabbable={place === index + 1}
            filtered={filters.some(({ column }) => column === laid.column.key)}
          />
        ))}
        <div role="columnheader" data-place={last} aria-colindex={last + 1} tabIndex={place === last ? 0 : -1} className="menu-cell">
          <span className="vh">Menu</span>
        </div>
      </div>
    </div>
  );
}
