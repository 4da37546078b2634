import { z } from 'zod';
import { action, command, query } from './entry.ts';
import { base64, fileName, generatedFile, id, isoDate, list, nothing } from './fields.ts';
import { importOptions } from './import-options.ts';
import { columnWords, examination, importedRow, importReport } from './intake-report.ts';

/*
 * Bringing a register in: a dry run that changes nothing, then one undoable change.
 *
 * A file is sent once with its contents; from then on its fingerprint is enough, as long as it is one of the last two.
 * Work on it may go under a name that the caller makes up: `intake.progress` tells how far it is, `intake.stop` stops it.
 */

const file = {
  fileName, base64: base64.optional(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  options: importOptions.optional(), asOf: isoDate.optional(),
};
const job = z.string().min(1).max(60).optional();
const example = { fileName: 'kit.csv', base64: 'VGFnLFR5cGUsUXR5CkEtMSxMYXB0b3AsMQo=' };

export const intakeEntries = {
  'intake.preview': query({
    about: 'Read a register and say what would come in. Nothing changes.',
    input: z.strictObject({ ...file, job }), output: importReport, largeBody: true, example,
  }),
  'intake.examine': query({
    about: 'Read a register and say everything that a person needs to match its columns and settle its problems. Nothing changes.',
    input: z.strictObject({ ...file, job }), output: examination, largeBody: true,
    example: { ...example, options: { headerRow: 1, match: 'tag' } },
  }),
  'intake.rows': query({
    about: 'The rows of a register with what becomes of each, a page at a time.',
    input: z.strictObject({
      ...file,
      outcome: z.enum(['new', 'changed', 'unchanged', 'refused']).optional(),
      /** Rows of one problem alone. */
      problem: z.string().max(300).optional(),
      search: z.string().max(200).optional(),
      from: z.int().min(0).default(0), count: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: list(importedRow), found: z.int() }), largeBody: true, example: { ...example, outcome: 'new' },
  }),
  'intake.words': query({
    about: 'Every word of one column of a register, with its rows and what becomes of it.',
    input: z.strictObject({ ...file, column: z.int().min(0).max(16_383) }), output: columnWords, largeBody: true, example: { ...example, column: 1 },
  }),
  'intake.refused': query({
    about: 'The rows that cannot come in, as a CSV file with the reason beside each.',
    input: z.strictObject(file), output: generatedFile, largeBody: true, example,
  }),
  'intake.progress': query({
    about: 'How far work on a register is.',
    input: z.strictObject({ job: z.string() }),
    output: z.object({
      /** Null when no such work is going on. */
      stage: z.enum(['reading', 'understanding', 'comparing', 'writing']).nullable(), rows: z.int(), total: z.int().nullable(),
    }),
    example: { job: 'a1' },
  }),
  'intake.stop': action({
    about: 'Stop work on a register. Until its rows are written nothing has changed.',
    input: z.strictObject({ job: z.string() }), output: nothing, example: { job: 'a1' },
  }),
  'intake.forget': action({
    about: 'Put away the files that were being brought in.', input: nothing, output: nothing, example: {},
  }),
  'intake.putBy': action({
    about: 'Keep how a kind of file is matched on this computer, to go on later.',
    input: z.strictObject({ signature: z.string().regex(/^[0-9a-f]{64}$/), fileName, options: importOptions }), output: nothing,
    example: { signature: '0'.repeat(64), fileName: 'kit.csv', options: { match: 'tag' } },
  }),
  'intake.commit': command({
    about: 'Bring a register in as one change that can be undone, after a backup.',
    input: { ...file, job },
    value: importReport.extend({
      importId: id.nullable(),
      /** Rows of the register that were added or changed. */
      assetIds: list(id),
    }),
    largeBody: true, example,
  }),
};
