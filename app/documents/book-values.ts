import { financialYear, financialYearOf } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { booksOf, movementOf, type Movement } from '../../planning/value/book.ts';
import { bookGroupName, OUT_OF_BOOKS_WORDS } from '../../planning/value/book-words.ts';
import type { BookEntry, LeftOutRow } from '../../planning/value/entries.ts';
import { startUpper } from '../../planning/words.ts';
import { registerLookup } from './register-lookup.ts';
import type { TableColumn, TableDocument, TableValue } from './table-document.ts';

const COLUMNS: readonly TableColumn[] = [
  { heading: 'Asset tag', kind: 'text', width: 14 },
  { heading: 'Serial number', kind: 'text', width: 18 },
  { heading: 'Description', kind: 'text', width: 34 },
  { heading: 'Category', kind: 'text', width: 20 },
  { heading: 'Room', kind: 'text', width: 16 },
  { heading: 'Quantity', kind: 'count', width: 9 },
  { heading: 'Fund', kind: 'text', width: 24 },
  { heading: 'In the books', kind: 'text', width: 30 },
  { heading: 'Bought', kind: 'date', width: 13 },
  { heading: 'Unit cost, net', kind: 'money', width: 14 },
  { heading: 'Months in the books', kind: 'count', width: 12 },
  { heading: 'Residual of one', kind: 'money', width: 14 },
  { heading: 'Cost, net', kind: 'money', width: 14 },
  { heading: 'Charged so far', kind: 'money', width: 14 },
  { heading: 'Charged this year', kind: 'money', width: 14 },
  { heading: 'Net book value', kind: 'money', width: 14 },
];

/** What every row of the register that is there on a day stands at in the books; what is not in them says why and has no amount. */
export function bookValuesTable(snapshot: PlanSnapshot, asOf: IsoDate, today: IsoDate): TableDocument {
  const books = booksOf(snapshot, today);
  const names = registerLookup(snapshot);
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const { startMonth } = books.counting;
  const yearStart = financialYear(financialYearOf(asOf, startMonth), startMonth).start;
  const named = (assetId: number | null, quantity: number): TableValue[] => {
    const asset = assetId === null ? undefined : assets.get(assetId);
    if (asset === undefined) return [];
    return [asset.tag, asset.serial, asset.description, startUpper(categoryNamed(snapshot.categories, asset.categoryKey).singular), names.room(asset), quantity];
  };
  const inBooks = (entry: BookEntry): TableValue[] | null => {
    const movement = movementOf(entry, books.counting, yearStart, asOf);
    return movement.costPence === 0 && entry.one.pricePence > 0 ? null : [
      ...named(entry.assetId, entry.quantity), bookGroupName(snapshot, 'fund', entry.fundKey), entry.what === 'upgrade' ? 'yes, its upgrade' : 'yes',
      ...bookedValues(entry, movement),
    ];
  };
  const outside = ({ assetId, reason, quantity }: LeftOutRow): TableValue[] => {
    const asset = assets.get(assetId);
    return [
      ...named(assetId, quantity), bookGroupName(snapshot, 'fund', asset?.fundKey ?? null), `no, it ${OUT_OF_BOOKS_WORDS[reason][0]}`,
      asset?.purchaseDate ?? null, asset?.unitPaidPence ?? null, null, null, null, null, null, null,
    ];
  };
  return {
    title: 'Book values', sheet: 'Book values', school: snapshot.school.name, asOf, columns: COLUMNS,
    rows: [
      ...books.entries.flatMap((entry) => {
        const row = inBooks(entry);
        return row === null ? [] : [row];
      }),
      ...books.leftOut.filter(({ from, until }) => (from === null || from <= asOf) && (until === null || until > asOf)).map(outside),
    ],
  };
}

const bookedValues = ({ one }: BookEntry, { costPence, chargedPence, chargePence, closingPence }: Movement): TableValue[] =>
  [one.boughtOn, one.pricePence, one.lifeMonths, one.residualPence, costPence, chargedPence, chargePence, closingPence];
