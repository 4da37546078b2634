import { isPlaceholder, knownLines } from './values/cell-text.ts';
import type { RawCell } from './raw-table.ts';

/** What a tag or serial cell holds: nothing, one value, or several. */
export type ListedValues = {
  readonly values: readonly string[];
  /** The cell on one line, for a note. */
  readonly asWritten: string;
};

/** Splits a cell at commas, semicolons and line breaks. Placeholders are dropped; a repeat makes it no list. */
export function listedValues(cell: RawCell | undefined): ListedValues {
  const text = knownLines(cell);
  if (text === null) return { values: [], asWritten: '' };
  const values = text.split(/[,;\n]/).map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '' && !isPlaceholder(part));
  return { values, asWritten: text.replaceAll(/\s*\n\s*/g, ', ').replaceAll(/\s+/g, ' ') };
}

/**
 * The tags or serials of a row of n items: n different values give each item its own; one value labels a
 * single item or a group; any other count, or a value that stands `twice`, is no identity and becomes a note.
 */
export function shareOut(listed: ListedValues, quantity: number):
  | { readonly kind: 'each'; readonly values: readonly string[] }
  | { readonly kind: 'one'; readonly value: string | null }
  | { readonly kind: 'note'; readonly text: string; readonly twice: string | null } {
  const { values, asWritten } = listed;
  if (values.length <= 1) return { kind: 'one', value: values[0] ?? null };
  const twice = repeated(values);
  return twice === null && values.length === quantity
    ? { kind: 'each', values } : { kind: 'note', text: asWritten, twice };
}

/** The first value that stands in the list before, in any case of letters. */
function repeated(values: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value.toLowerCase())) return value;
    seen.add(value.toLowerCase());
  }
  return null;
}
