import type { ReactNode } from 'react';
import type { FieldReading } from '../lib/field-text.ts';

/** A row of any list: what tells it from the others for as long as it lives. */
export type GridRow = { readonly id: number };

/** What a column is sorted by: text in natural order, or a number; null is not known and always stands last. */
export type SortValue = string | number | null;

/** Text is found by typing, choices and dates (by their year) are ticked, amounts and counts lie between two figures. */
export type ColumnKind = 'text' | 'choice' | 'amount' | 'count' | 'date';

/** What was typed, read into the fields that it sets; or the sentence that says why not and what would work. */
export type CellReading<Set> = { readonly ok: true; readonly set: Set } | { readonly ok: false; readonly message: string };

/** How a cell is changed by typing. `Set` is the list's own idea of a change: the fields that a command takes. */
export type CellEdit<Row, Set> = {
  /** Reads what was typed or pasted; empty clears. `row` is null for a row that is still to be added. */
  readonly read: (text: string, row: Row | null) => CellReading<Set>;
  /** What may be chosen while typing, best in the order in which people look for it. */
  readonly choices?: (row: Row | null) => readonly string[];
  /** True where nothing but the choices works: what was typed is completed to the first that fits. */
  readonly closed?: boolean;
  /** What the field starts with, where that differs from the column's text: a day as people write it. */
  readonly typed?: (row: Row) => string;
};

/** One column of a list: how it is named, drawn, sorted, filtered, grouped, copied and changed. */
export type Column<Row, Set = unknown> = {
  readonly key: string;
  readonly heading: string;
  readonly kind: ColumnKind;
  /** In px, before anybody drags it. A column that `stretches` shares what is left over by that weight. */
  readonly width: number;
  readonly stretches?: number;
  readonly sortValue: (row: Row) => SortValue;
  /** Plain, as a spreadsheet reads it: days as yyyy-mm-dd, money as 398.00; empty where nothing is known. */
  readonly text: (row: Row) => string;
  /** Drawn instead of the text. `beside` are the columns shown: what has none of its own may stand beside a name. */
  readonly cell?: (row: Row, beside: ReadonlySet<string>) => ReactNode;
  /** The word that a filter ticks and a group stands under; null where it is not known. Its text where left out. */
  readonly choice?: (row: Row) => string | null;
  /** A second word under which the filter finds the row too. */
  readonly alsoUnder?: (row: Row) => string | null;
  /** The order of those words where it is not the natural one. */
  readonly order?: readonly string[];
  /** What "nothing there" is called. */
  readonly unknownWords: string;
  /** Shown only once somebody chooses it. */
  readonly extra?: boolean;
  /** Left out first where the window is narrow and nobody has chosen columns: 1 goes before 2; without it, it stays. */
  readonly sheds?: number;
  /** Absent where it is worked out and cannot be typed. */
  readonly edit?: CellEdit<Row, Set>;
};

/** Money, counts and days stand right-aligned. */
export const isNumeric = ({ kind }: { readonly kind: ColumnKind }): boolean => kind !== 'text' && kind !== 'choice';

/** The word of a row in a column. */
export const choiceIn = <Row>(column: Pick<Column<Row>, 'choice' | 'text'>, row: Row): string | null =>
  (column.choice === undefined ? column.text(row) || null : column.choice(row));

/** A field's reading as a cell's: what was read becomes the change. */
export const reads = <Value, Set>(reading: FieldReading<Value>, set: (value: Value | null) => Set): CellReading<Set> =>
  (reading.ok ? { ok: true, set: set(reading.value) } : reading);

/** A day as a number that sorts like it. */
export const dayNumber = (date: string | null): number | null => (date === null ? null : Number(date.replaceAll('-', '')));
/** Pence as a spreadsheet reads pounds. */
export const poundsText = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));
