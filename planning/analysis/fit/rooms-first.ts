import type { FitRow } from './check.ts';

/** Rows that are shown at once, where there are so many. */
const FEWEST = 4;
const MOST = 12;

/**
 * The rooms that are shown before anybody asks for the rest: those of the kit that is meant, at most a dozen; where these
 * are few, the largest of the others with them. In the order of the report.
 */
export function roomsFirst(rows: readonly FitRow[]): readonly FitRow[] {
  const meant = rows.filter((row) => row.meant).slice(0, MOST);
  const more = rows.filter((row) => !row.meant).toSorted((a, b) => b.items - a.items).slice(0, Math.max(0, FEWEST - meant.length));
  const shown = new Set([...meant, ...more]);
  return rows.filter((row) => shown.has(row));
}
