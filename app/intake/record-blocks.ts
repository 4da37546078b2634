import { fieldOfHeader, plainHeader } from './column-synonyms.ts';
import { moneyHeader } from './money-headers.ts';
import type { RawRow } from './raw-table.ts';
import { cellText } from './values/cell-text.ts';

const ROWS_LOOKED_AT = 200;
const FEWEST_ROWS = 4;
/** So many rows in a hundred must begin with the name of a field. */
const MOSTLY = 60;

/**
 * The labels of a list that writes its items one under the other, a field in each row ("Asset: laptop, Room: IT3"),
 * instead of one row for each item; empty where it is no such list.
 */
export function labelsOfBlocks(rows: readonly RawRow[]): readonly string[] {
  const firsts = rows.slice(0, ROWS_LOOKED_AT).map(({ cells }) => plainHeader(cellText(cells.find((cell) => cellText(cell) !== ''))));
  const labels = firsts.filter((label) => fieldOfHeader(label) !== null || moneyHeader(label) !== null);
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([label]) => label);
  const isList = firsts.length >= FEWEST_ROWS && labels.length * 100 >= firsts.length * MOSTLY && repeated.length > 1;
  return isList ? repeated : [];
}
