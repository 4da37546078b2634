import type { RawCell } from '../raw-table.ts';

/** A cell as a reader of workbooks gives it. A day becomes text, so that no time zone can move it; a time of day is kept where there is one. */
export function rawCell(value: string | number | boolean | Date | null | undefined): RawCell {
  if (value === null || value === undefined || value === '') return null;
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return null;
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
