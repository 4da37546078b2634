import type { ImportReport } from '../app/contract/intake-report.ts';
import { counted, wholeQuantity } from './words.ts';

/** An import in the shape that other programs read. */
export const importJson = ({ rows, leftOut, decisions }: ImportReport) => ({
  rows: {
    read: rows.read, new: rows.new, changed: rows.changed, unchanged: rows.unchanged,
    refused: rows.refused.map(({ row, column, reason }) => ({ row, column, reason })),
  },
  leftOut: leftOut.map(({ column, reason }) => ({ column, reason })),
  decisions: decisions.map(({ column, readAs }) => ({ column, readAs })),
});

/** An import as people read it: every row accounted for, every doubt named. */
export function importSummary(report: ImportReport, { dryRun }: { readonly dryRun: boolean }): string {
  const { rows } = report;
  const lines = [
    `${report.fileName}: ${counted(rows.read, 'row', 'rows')} read, ${wholeQuantity(rows.new)} new, `
      + `${wholeQuantity(rows.changed)} changed, ${wholeQuantity(rows.unchanged)} unchanged, ${wholeQuantity(rows.refused.length)} refused.`,
    ...refusedRows(report, Number.POSITIVE_INFINITY),
    ...notices(report),
    ...(dryRun ? ['Nothing was changed: this was a dry run.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line for each row that did not come in, up to `most`, and how many more there are. */
export function refusedRows({ rows: { refused } }: ImportReport, most: number): string[] {
  const shown = refused.slice(0, most).map(({ row, column, reason }) =>
    `  Row ${wholeQuantity(row)}${column === null ? '' : `, column ${column}`}: ${reason}`);
  const left = refused.length - shown.length;
  return left === 0 ? shown : [...shown, `  and ${wholeQuantity(left)} more: kitplan import … --dry-run prints them all.`];
}

/** How each doubtful column was read, and what was left out. */
export const notices = ({ decisions, leftOut }: ImportReport): string[] => [
  ...decisions.map(({ column, readAs }) => `  ${column}: ${readAs}`),
  ...leftOut.map(({ column, reason }) => `  Left out, ${column}: ${reason}`),
];
