import { formatDate } from '../../planning/calendar.ts';
import { standingOf } from '../../planning/refresh/due.ts';
import type { Forecast } from '../../planning/result.ts';
import { itemCount } from '../../planning/words.ts';
import type { AskedFor as Asked, ColumnFilter, GridFilters } from '../grid/filters.ts';
import type { RegisterFilter } from '../lib/navigation.tsx';
import { OVERDUE } from './rows.ts';
import type { RegisterRow } from './rows.ts';

type AskedFor = Asked<RegisterRow>;

/** A kind is chosen by the words of the rows that have it, so that its chip and its filter say the same. */
const kindFilter = (rows: readonly RegisterRow[], { categoryKey, userGroup }: RegisterFilter): readonly ColumnFilter[] => {
  if (categoryKey === undefined && userGroup === undefined) return [];
  const kinds = rows.filter(({ asset }) => (categoryKey === undefined || asset.categoryKey === categoryKey)
    && (userGroup === undefined || asset.userGroup === userGroup)).map((row) => row.kind);
  return [{ kind: 'choice', column: 'kind', values: kinds.length > 0 ? [...new Set(kinds)] : ['None of that kind'] }];
};

const dueFilter = ({ due, overdue }: RegisterFilter): readonly ColumnFilter[] => {
  if (overdue === true) return [{ kind: 'choice', column: 'due', values: [OVERDUE] }];
  if (due === undefined) return [];
  return [{ kind: 'choice', column: 'due', values: [due] }];
};

const missingFilter = ({ missing }: RegisterFilter): { readonly columns: readonly ColumnFilter[]; readonly askedFor: readonly AskedFor[] } => {
  const unknown = (column: ColumnFilter['column']) => ({ columns: [{ kind: 'unknown', column } as const], askedFor: [] });
  const asked = (words: string, test: AskedFor['test']) => ({ columns: [], askedFor: [{ words, test }] });
  if (missing === undefined) return { columns: [], askedFor: [] };
  switch (missing) {
    // Exactly those that the forecast leaves out for it: a server with a cover date, or retired kit, needs none.
    case 'purchaseDate': return asked('No purchase date', (row) => row.leftOut === 'no_purchase_date');
    case 'price': return asked('No price', (row) => row.due !== null && row.costPence === null);
    case 'serial': return asked('No serial number', (row) => row.asset.serial === null);
    case 'room': return unknown('room');
    case 'coverEnd': return unknown('warranty');
    case 'tag': return unknown('tag');
  }
};

const itemsIn = (rows: readonly RegisterRow[], ids: ReadonlySet<number>): number =>
  rows.reduce((sum, row) => (ids.has(row.id) ? sum + row.quantity : sum), 0);

/** What another page asked the register to show, as filters that can be seen and taken off one by one. */
export const filtersAskedFor = (
  asked: RegisterFilter, find: string, rows: readonly RegisterRow[], forecast: Forecast,
): GridFilters<RegisterRow> => {
  const missing = missingFilter(asked);
  const { coverEndsBy, ids } = asked;
  const wanted = new Set(ids);
  return {
    find,
    columns: [...kindFilter(rows, asked), ...dueFilter(asked), ...missing.columns],
    askedFor: [
      ...missing.askedFor,
      ...(coverEndsBy === undefined ? [] : [{
        words: `Warranty ends by ${formatDate(coverEndsBy)}`,
        test: (row: RegisterRow) => row.warranty !== null && row.warranty >= forecast.asOf && row.warranty <= coverEndsBy
          && standingOf(row.asset.status) === 'in_service',
      }]),
      ...(ids === undefined ? [] : [{ words: `${itemCount(itemsIn(rows, wanted))} picked`, test: (row: RegisterRow) => wanted.has(row.id) }]),
    ],
  };
};
