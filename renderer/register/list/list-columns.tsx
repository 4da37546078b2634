import type { ReactNode } from 'react';
import { formatCount, formatPounds } from '../../../planning/money.ts';
import type { IsoDate, Pence } from '../../../planning/vocabulary.ts';
import { dayNumber, poundsText } from '../../grid/column.ts';
import type { Column } from '../../grid/column.ts';
import { DASH, tableDate } from '../../grid/words.tsx';

/** The columns of the lists beside the assets: words, days, money and counts of any row. */

type Otherwise<Row, Set> = Partial<Omit<Column<Row, Set>, 'key' | 'heading' | 'kind'>>;

type Makers<Row, Set> = {
  /** Words found by their letters. */
  readonly text: (key: string, heading: string, width: number, read: (row: Row) => string | null, otherwise?: Otherwise<Row, Set>) => Column<Row, Set>;
  /** Words that are ticked and grouped by. */
  readonly choice: (key: string, heading: string, width: number, read: (row: Row) => string | null, otherwise?: Otherwise<Row, Set>) => Column<Row, Set>;
  readonly day: (key: string, heading: string, read: (row: Row) => IsoDate | null, otherwise?: Otherwise<Row, Set>) => Column<Row, Set>;
  readonly pounds: (key: string, heading: string, width: number, read: (row: Row) => Pence | null, otherwise?: Otherwise<Row, Set>) => Column<Row, Set>;
  readonly count: (key: string, heading: string, width: number, read: (row: Row) => number | null, otherwise?: Otherwise<Row, Set>) => Column<Row, Set>;
};

const drawn = <Value,>(value: Value | null, draw: (value: Value) => ReactNode): ReactNode => (value === null ? DASH : draw(value));

/** Makers of columns for one kind of row. `yearOf` names the financial year that a day is ticked under. */
export function columnsOf<Row, Set>(yearOf: (date: IsoDate) => string): Makers<Row, Set> {
  const text: Makers<Row, Set>['text'] = (key, heading, width, read, otherwise = {}) => ({
    key, heading, kind: 'text', width, sortValue: read, text: (row) => read(row) ?? '', cell: (row) => read(row) ?? DASH, unknownWords: 'Not known', ...otherwise,
  });
  return {
    text,
    choice: (key, heading, width, read, otherwise = {}) => ({ ...text(key, heading, width, read), kind: 'choice', choice: read, ...otherwise }),
    day: (key, heading, read, otherwise = {}) => ({
      key, heading, kind: 'date', width: 88, sortValue: (row) => dayNumber(read(row)), text: (row) => read(row) ?? '', unknownWords: 'Not known',
      choice: (row) => {
        const date = read(row);
        return date === null ? null : yearOf(date);
      },
      cell: (row) => drawn(read(row), tableDate), ...otherwise,
    }),
    pounds: (key, heading, width, read, otherwise = {}) => ({
      key, heading, kind: 'amount', width, sortValue: read, text: (row) => poundsText(read(row)), unknownWords: 'Not known',
      cell: (row) => drawn(read(row), (pence) => formatPounds(pence)), ...otherwise,
    }),
    count: (key, heading, width, read, otherwise = {}) => ({
      key, heading, kind: 'count', width, sortValue: read, text: (row) => String(read(row) ?? ''), unknownWords: 'Not known',
      cell: (row) => drawn(read(row), formatCount), ...otherwise,
    }),
  };
}
