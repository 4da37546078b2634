import type { AssetField } from '../../app/contract/asset-fields.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { dayNumber, poundsText, reads } from '../grid/column.ts';
import type { CellEdit, Column } from '../grid/column.ts';
import { DASH, tableDate } from '../grid/words.tsx';
import { readChoice, readName } from '../lib/field-choice.ts';
import type { Option } from '../lib/field-choice.ts';
import { readDate, readPounds } from '../lib/field-text.ts';
import type { AssetSet } from './asset-set.ts';
import type { RegisterRow } from './rows.ts';

export type AssetColumn = Column<RegisterRow, AssetSet>;
export type AssetEdit = CellEdit<RegisterRow, AssetSet>;

/** What most columns of a kind share may be said otherwise. */
type Otherwise = Partial<Omit<AssetColumn, 'key' | 'heading' | 'kind'>>;

type FieldsOf<Value> = { [Field in AssetField]: Value extends AssetSet[Field] ? Field : never }[AssetField];

const setOf = (field: AssetField, value: unknown): AssetSet => ({ [field]: value });

/** A name that may be a new one; those that are there are offered. */
export const editName = (field: FieldsOf<string | null>, names?: (row: RegisterRow | null) => readonly string[]): AssetEdit => ({
  read: (text) => reads(readName(text), (value) => setOf(field, value)), ...(names === undefined ? {} : { choices: names }),
});

export const editDay = (field: FieldsOf<IsoDate | null>, dayOf: (row: RegisterRow) => IsoDate | null): AssetEdit => ({
  read: (text) => reads(readDate(text), (value) => setOf(field, value)),
  typed: (row) => {
    const day = dayOf(row);
    return day === null ? '' : formatLongDate(day);
  },
});

export const editPounds = (field: FieldsOf<Pence | null> | 'paidPence'): AssetEdit => ({
  read: (text) => reads(readPounds(text), (value): AssetSet => ({ [field]: value })),
});

/** One of a closed list; `needed` is the sentence where it cannot be empty. */
export const editChoice = <Key,>(options: readonly Option<Key>[], what: string, set: (key: Key | null) => AssetSet, needed?: string): AssetEdit => {
  const words = options.map((option) => option.words);
  return {
    closed: true, choices: () => words,
    read: (text) => (needed !== undefined && text.trim() === '' ? { ok: false, message: needed } : reads(readChoice(text, options, what), set)),
  };
};

/** Words found by their letters. */
export const textColumn = (key: string, heading: string, width: number, read: (row: RegisterRow) => string | null, otherwise: Otherwise = {}): AssetColumn => ({
  key, heading, kind: 'text', width, sortValue: read, text: (row) => read(row) ?? '', cell: (row) => read(row) ?? DASH, unknownWords: 'Not known', ...otherwise,
});

/** Words that are ticked and grouped by. */
export const choiceColumn = (key: string, heading: string, width: number, read: (row: RegisterRow) => string | null, otherwise: Otherwise = {}): AssetColumn => ({
  ...textColumn(key, heading, width, read), kind: 'choice', choice: read, ...otherwise,
});

/** Days, ticked by their financial year. */
export const dayColumn = (
  key: string, heading: string, read: (row: RegisterRow) => IsoDate | null, yearOf: (date: IsoDate) => string, otherwise: Otherwise = {},
): AssetColumn => ({
  key, heading, kind: 'date', width: 88, sortValue: (row) => dayNumber(read(row)), text: (row) => read(row) ?? '', unknownWords: 'Not known',
  choice: (row) => {
    const day = read(row);
    return day === null ? null : yearOf(day);
  },
  cell: (row) => {
    const day = read(row);
    return day === null ? DASH : tableDate(day);
  },
  ...otherwise,
});

export const poundsColumn = (key: string, heading: string, read: (row: RegisterRow) => Pence | null, otherwise: Otherwise = {}): AssetColumn => ({
  key, heading, kind: 'amount', width: 76, sortValue: read, text: (row) => poundsText(read(row)), unknownWords: 'Not known',
  cell: (row) => {
    const pence = read(row);
    return pence === null ? DASH : formatPounds(pence);
  },
  ...otherwise,
});

export const countColumn = (key: string, heading: string, read: (row: RegisterRow) => number | null, otherwise: Otherwise = {}): AssetColumn => ({
  key, heading, kind: 'count', width: 70, sortValue: read, unknownWords: 'Not known',
  text: (row) => String(read(row) ?? ''),
  cell: (row) => {
    const count = read(row);
    return count === null ? DASH : formatCount(count);
  },
  ...otherwise,
});

/** Only once it is chosen. */
export const EXTRA = { extra: true } as const;
