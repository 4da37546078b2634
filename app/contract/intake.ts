import { z } from 'zod';
import { command, query } from './entry.ts';
import { base64, fileName, id, isoDate, list } from './fields.ts';

/** Bringing a register in: a dry run that changes nothing, then one undoable change. */

const rowReason = z.object({ row: z.int(), column: z.string().nullable(), reason: z.string() });

export const importReport = z.object({
  fileName: z.string(),
  sheet: z.string().nullable(),
  headerRow: z.int().nullable(),
  rows: z.object({
    /** Rows under the header that are not blank: always new + changed + unchanged + refused. */
    read: z.int(), new: z.int(), changed: z.int(), unchanged: z.int(), refused: list(rowReason),
  }),
  /** Columns that do not come in, and why. */
  leftOut: list(z.object({ column: z.string(), reason: z.string() })),
  /** How each doubtful thing was read. */
  decisions: list(z.object({ column: z.string(), readAs: z.string() })),
  /** How each column was matched, with its first values as they stand in the file. */
  columns: list(z.object({ column: z.string(), goesTo: z.string().nullable(), readAs: z.string(), firstValues: list(z.string()) })),
  /** The first rows as they will look. */
  sample: list(z.object({
    row: z.int(), outcome: z.enum(['new', 'changed', 'unchanged']), tag: z.string().nullable(), description: z.string(),
    categoryKey: z.string(), room: z.string().nullable(), quantity: z.int(), purchaseDate: isoDate.nullable(),
    unitPaidPence: z.int().nullable(), warrantyEnd: isoDate.nullable(),
    changes: list(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })),
});
export type ImportReport = z.infer<typeof importReport>;

const file = { fileName, base64 };

export const intakeEntries = {
  'intake.preview': query({
    about: 'Read a register and say what would come in. Nothing changes.',
    input: z.strictObject({ ...file, asOf: isoDate.optional() }), output: importReport, largeBody: true,
    example: { fileName: 'kit.csv', base64: 'VGFnLFR5cGUsUXR5CkEtMSxMYXB0b3AsMQo=' },
  }),
  'intake.commit': command({
    about: 'Bring a register in as one change that can be undone, after a backup.',
    input: { ...file, asOf: isoDate.optional() },
    value: importReport.extend({ importId: id.nullable() }), largeBody: true,
    example: { fileName: 'kit.csv', base64: 'VGFnLFR5cGUsUXR5CkEtMSxMYXB0b3AsMQo=' },
  }),
};
