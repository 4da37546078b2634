import { csvFile } from '../documents/csv.ts';
import type { DryRun } from './dry-run.ts';
import { rawRowAt } from './examination/row-views.ts';
import { cellText } from './values/cell-text.ts';

/**
 * The refused rows as a CSV file: their cells as they stand in the file, the row's number there, and why it does not
 * come in. Mended and saved it can be brought in as it is. Private columns stay out of this file too.
 */
export function refusedFile(run: DryRun): ReturnType<typeof csvFile> {
  const { table, reading, plan } = run;
  const columns = reading.findings.tableColumns.filter(({ index }) => !reading.findings.isPrivate.has(index));
  const lines = plan.refused.map(({ row, column, reason }) => {
    const cells = rawRowAt(table, row)?.cells ?? [];
    return [...columns.map(({ index }) => cellText(cells[index])), row, column === null ? reason : `${column}: ${reason}`];
  });
  return csvFile(`${table.fileName.replace(/\.[^.]*$/, '')} - rows left out.csv`, [[...columns.map(({ column }) => column), 'Row in the file', 'Why it was left out'], ...lines]);
}
