import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { compareNames } from '../../planning/words.ts';

/** What a column sorts by: words or a number; null stands last either way. */
export type SortValue = string | number | null;
export type ListColumn<Row> = { readonly key: string; readonly name: string; readonly number?: true; readonly by: (row: Row) => SortValue };
type Sort = { readonly key: string; readonly down: boolean };

const compared = (a: SortValue, b: SortValue): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b));
};

/** Rows in the order a person asked for; as they came until then. */
export function useSorted<Row>(rows: readonly Row[], columns: readonly ListColumn<Row>[]) {
  const [sort, setSort] = useState<Sort | null>(null);
  const column = columns.find(({ key }) => key === sort?.key);
  const sorted = column === undefined || sort === null ? rows : rows.toSorted((a, b) => {
    const [left, right] = [column.by(a), column.by(b)];
    const order = compared(left, right);
    // What is not known stays at the end, whichever way the rest is turned.
    return sort.down && left !== null && right !== null ? -order : order;
  });
  const turn = (key: string): void => setSort((now) => (now?.key !== key ? { key, down: false } : now.down ? null : { key, down: true }));
  return { sorted, sort, turn };
}

type HeadProps<Row> = { readonly columns: readonly ListColumn<Row>[]; readonly sort: Sort | null; readonly onTurn: (key: string) => void };

/** Column headings that sort: once up, twice down, a third time as it was. */
export function SortedHead<Row>({ columns, sort, onTurn }: HeadProps<Row>) {
  return columns.map(({ key, name, number }) => {
    const on = sort?.key === key ? sort : null;
    return (
      <th key={key} scope="col" className={number === true ? 'num' : undefined} aria-sort={on === null ? 'none' : on.down ? 'descending' : 'ascending'}>
        <button type="button" className="list-sort" onClick={() => onTurn(key)}>
          {name}{on !== null && (on.down ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />)}
        </button>
      </th>
    );
  });
}
