import { z } from 'zod';
import { assetFields } from './asset-fields.ts';
import { command } from './entry.ts';
import { id, list, shortText } from './fields.ts';

/** The register as a spreadsheet: many cells at once, and equal rows made from one. */

export const registerGridEntries = {
  'register.cells': command({
    about: 'Change cells of many rows, each row its own fields, and add rows; all of it or nothing.',
    input: {
      /** What was done, for its name in the history. */
      how: z.enum(['edit', 'paste', 'fill', 'clear']).default('edit'),
      rows: z.array(z.strictObject({ id, set: assetFields })).max(100_000, 'At most 100,000 rows at a time.').default([]),
      add: z.array(assetFields.required({ categoryKey: true, description: true })).max(100_000, 'At most 100,000 rows at a time.').default([]),
    },
    value: z.object({ changed: z.int(), added: list(id) }),
    largeBody: true,
    example: { how: 'paste', rows: [{ id: 1, set: { notes: 'Charger missing' } }] },
  }),
  'register.duplicate': command({
    about: 'Add rows like one that is there, each with its own tag and serial number.',
    input: {
      id,
      /** One for each new row. What it leaves out it has none of. */
      copies: z.array(z.strictObject({ tag: shortText.nullable().default(null), serial: shortText.nullable().default(null) }))
        .min(1, 'At least one copy.').max(10_000, 'At most 10,000 copies at a time.'),
    },
    value: z.object({ ids: list(id) }),
    example: { id: 1, copies: [{ tag: null, serial: 'K4-90001' }] },
  }),
};
