import type { ChartField } from '../../contract/chart-options.ts';
import type { RawRow, RawTable } from '../../intake/raw-table.ts';
import { cellText, isPlaceholder } from '../../intake/values/cell-text.ts';
import type { ChartColumns } from './chart-columns.ts';
import { ledgerTypeOf } from './chart-of-xml.ts';
import { ChartGatherer, returnCodesOf, type ChartReading } from './chart-reading.ts';

/** The codes in the rows of a sheet, by its columns. Every filled row is a code, or is refused with its reason; none is while nobody knows which column holds them. */
export function chartOfTable({ rows, fileName, notices }: RawTable, { columns, bodyFrom, stuck }: ChartColumns): ChartReading {
  const gatherer = new ChartGatherer(fileName);
  if (stuck !== null) return gatherer.reading(null, notices);
  const places = new Map(columns.flatMap(({ index, is }) => (is === null ? [] : [[is, index] as const])));
  for (const row of rows.slice(bodyFrom)) takeRow(gatherer, row, places);
  return gatherer.reading(null, notices);
}

function takeRow(gatherer: ChartGatherer, { row, cells }: RawRow, places: ReadonlyMap<ChartField, number>): void {
  const text = (field: ChartField): string | null => {
    const at = places.get(field);
    const found = at === undefined ? '' : cellText(cells[at]).replaceAll(/\s+/gu, ' ');
    // "00" is a code, and no placeholder.
    return found === '' || (isPlaceholder(found) && !/^0+$/.test(found)) ? null : found;
  };
  if (places.has('code')) {
    const comesIn = gatherer.ledgerCode(row, {
      code: text('code'), description: text('description'), ledgerType: ledgerTypeOf(text('ledgerType')), returnCodes: returnCodesOf(text('cfrCode')),
    });
    if (!comesIn) return;
  }
  gatherer.fundCode(row, { code: text('fundCode'), name: text('fundName') });
  gatherer.costCentre(row, { code: text('costCentre'), name: text('costCentreName') });
}
