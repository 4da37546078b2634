import type { Choices } from './choices.ts';
import type { ChosenColumns } from './column-choice.ts';
import { noticeDearest } from './money-column.ts';
import type { RegisterRow } from './register-row.ts';
import type { RowNotices } from './row-notices.ts';

/** A tag or serial that stands in more than one row. */
export type RepeatedIdentity = { readonly field: 'tag' | 'serial'; readonly value: string; readonly rows: readonly number[] };

/** Notices missing tags and serials, and finds the repeated ones. */
export function repeatedIdentities(rows: readonly RegisterRow[], chosen: ChosenColumns, notices: RowNotices): readonly RepeatedIdentity[] {
  return (['tag', 'serial'] as const).flatMap((field) => repeatedIn(rows, field, chosen, notices));
}

function repeatedIn(rows: readonly RegisterRow[], field: 'tag' | 'serial', chosen: ChosenColumns, notices: RowNotices): RepeatedIdentity[] {
  const column = chosen.sources.get(field)?.[0]?.column;
  if (column === undefined) return [];
  const name = field === 'tag' ? 'tag' : 'serial number';
  const rowsByValue = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const value = row[field]?.toLowerCase();
    const same = value === undefined ? undefined : rowsByValue.get(value);
    // A group has no serial of its own, and its tag is only its label.
    if (value === undefined && row.quantity === 1) notices.add(row.row, column, `no ${name}`, ': kept without');
    if (same !== undefined) same.push(row);
    else if (value !== undefined) rowsByValue.set(value, [row]);
  }
  const repeated: RepeatedIdentity[] = [];
  for (const same of rowsByValue.values()) {
    if (same.length < 2) continue;
    repeated.push({ field, value: same[0]?.[field] ?? '', rows: same.map(({ row }) => row) });
    for (const row of same) {
      const after = ': kept, and told apart by the rest of the row';
      notices.add(row.row, column, `a ${name} that more than one row has`, after, row[field]);
    }
  }
  return repeated;
}

/** The rows without the repeated identities that a person wants left blank. */
export function withoutRepeated(
  rows: readonly RegisterRow[], repeated: readonly RepeatedIdentity[], { sources }: ChosenColumns, choices: Choices,
): readonly RegisterRow[] {
  const blanked = repeated.filter(({ field }) => choices.column(sources.get(field)?.[0]?.index ?? -1)?.repeated === 'blank');
  if (blanked.length === 0) return rows;
  const gone = new Set(blanked.map(({ field, value }) => `${field}\n${value.toLowerCase()}`));
  const left = (row: RegisterRow, field: 'tag' | 'serial'): string | null => (gone.has(`${field}\n${row[field]?.toLowerCase() ?? ''}`) ? null : row[field]);
  return rows.map((row) => ({ ...row, tag: left(row, 'tag'), serial: left(row, 'serial') }));
}

/** Prices out of all proportion, which only show when all rows are there. */
export function noticePrices(rows: readonly RegisterRow[], chosen: ChosenColumns, notices: RowNotices): void {
  const cost = chosen.sources.get('cost')?.[0];
  if (cost === undefined) return;
  const prices = rows.flatMap(({ row, unitPaidPence: pence }) => (pence === null ? [] : [{ row, pence }]));
  noticeDearest(prices, cost.column, notices);
}
