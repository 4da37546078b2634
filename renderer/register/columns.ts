import type { Role } from '../../planning/vocabulary.ts';
import type { RegisterRow } from './rows.ts';

/** The columns of the register, in the order in which they are read and copied. */
export const COLUMN_KEYS = [
  'tag', 'description', 'kind', 'room', 'quantity', 'bought', 'paid', 'warranty', 'due', 'setBy', 'cost', 'status',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** What a column is sorted by: text in natural order, or a number; null is not known and always stands last. */
export type SortValue = string | number | null;

export type Column = {
  readonly key: ColumnKey;
  readonly heading: string;
  /** Money, dates and counts stand right-aligned. */
  readonly numeric: boolean;
  /** Text is found by typing, choices are ticked, amounts are between two figures. */
  readonly filter: 'text' | 'choice' | 'amount';
  /** What "nothing there" is called in this column's filter. */
  readonly unknownWords: string;
  readonly sortValue: (row: RegisterRow) => SortValue;
  /** The word a `choice` filter ticks; null where it is not known. */
  readonly choice: (row: RegisterRow) => string | null;
  /** A second word under which a `choice` filter finds the row too; null for none. */
  readonly alsoUnder: (row: RegisterRow) => string | null;
};

const none = (): null => null;

const column = (
  key: ColumnKey, heading: string, filter: Column['filter'], numeric: boolean, unknownWords: string,
  sortValue: Column['sortValue'], choice: Column['choice'] = none,
  alsoUnder: Column['alsoUnder'] = none,
): Column => ({ key, heading, filter, numeric, unknownWords, sortValue, choice, alsoUnder });

const day = (date: string | null): number | null => (date === null ? null : Number(date.replaceAll('-', '')));

export const COLUMNS: readonly Column[] = [
  column('tag', 'Tag', 'text', false, 'No tag', (row) => row.tag),
  column('description', 'What it is', 'text', false, 'Not described', (row) => row.description),
  column('kind', 'Kind', 'choice', false, 'No kind', (row) => row.kind, (row) => row.kind),
  column('room', 'Room', 'choice', false, 'No room', (row) => row.room, (row) => row.room),
  column('quantity', 'Quantity', 'amount', true, 'Not known', (row) => row.quantity),
  column('bought', 'Bought', 'choice', true, 'Not known', (row) => day(row.bought), (row) => row.boughtYear),
  column('paid', 'Paid', 'amount', true, 'Not known', (row) => row.paidPence),
  column('warranty', 'Warranty', 'choice', true, 'Not known', (row) => day(row.warranty), (row) => row.warrantyYear),
  column('due', 'Due', 'choice', true, 'No due date', (row) => day(row.due), (row) => row.dueYear,
    (row) => (row.overdue ? row.buyYear : null)),
  column('setBy', 'Set by', 'choice', false, 'Nothing', (row) => row.setBy, (row) => row.setBy),
  column('cost', 'Cost then', 'amount', true, 'No price', (row) => row.costPence),
  column('status', 'Status', 'choice', false, 'Not known', (row) => row.statusWords, (row) => row.statusWords),
];

/** Senior leaders look at kit without tags. */
export const columnsFor = (role: Role): readonly Column[] =>
  (role === 'slt' ? COLUMNS.filter(({ key }) => key !== 'tag') : COLUMNS);

const byKey = new Map(COLUMNS.map((each) => [each.key, each]));

export const columnOf = (key: ColumnKey): Column => {
  const found = byKey.get(key);
  if (!found) throw new Error(`The register has no column ${key}.`);
  return found;
};
