import { z } from 'zod';
import { assetFields } from './asset-fields.ts';
import { command } from './entry.ts';
import { categoryKey, id, list, pence, quantity, shortText, userGroup } from './fields.ts';

/** The register: what the school owns. */

/** "2021", "2021/22", "2021-09" or a day: what a person counting by hand knows. */
const boughtIn = z.string().trim().regex(
  /^(\d{4}|\d{4}\/\d{2}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2})$/, 'Write a year, a month or a day: 2021, 2021-09 or 2021-09-14.',
);

export const countedKit = z.strictObject({
  categoryKey, quantity,
  userGroup: userGroup.nullable().default(null),
  description: shortText.nullable().default(null),
  room: shortText.nullable().default(null),
  boughtIn: boughtIn.nullable().default(null),
  /** What one cost, net. */
  unitPaidPence: pence.nullable().default(null),
});

export const registerEntries = {
  'register.count': command({
    about: 'Add kit counted by hand: a category, how many, when bought, what one cost.',
    input: { rows: z.array(countedKit).min(1).max(500) },
    value: z.object({ ids: list(id) }),
    example: { rows: [{ categoryKey: 'laptop', quantity: 30, boughtIn: '2023', unitPaidPence: 36500 }] },
  }),
  'register.add': command({
    about: 'Add kit with everything that is known of it: one row, or one for each tag and serial number of a list.',
    input: {
      fields: assetFields.required({ categoryKey: true, description: true }),
      /** In place of a day: a year, a school year or a month, whose day is then assumed. */
      boughtIn: boughtIn.nullable().default(null),
      warrantyMonths: z.int().min(1, 'A warranty is 1 to 600 months.').max(600, 'A warranty is 1 to 600 months.').nullable().default(null),
      items: z.array(z.strictObject({ tag: shortText.nullable().default(null), serial: shortText.nullable().default(null) })).max(10_000).default([]),
    },
    value: z.object({ ids: list(id) }),
    example: { fields: { categoryKey: 'desktop', description: 'Kestrel 500 desktop', make: 'Kestrel', model: '500' }, boughtIn: '2026-09', warrantyMonths: 36, items: [{ tag: 'DT-1' }, { tag: 'DT-2' }] },
  }),
  'register.edit': command({
    about: 'Change the same fields of one or many assets; a field left out stays as it is, null clears it.',
    input: {
      ids: z.array(id).min(1).max(100_000),
      set: assetFields,
    },
    value: z.object({ changed: z.int() }),
    example: { ids: [1], set: { purchaseDate: '2023-09-01' } },
  }),
  'register.remove': command({
    about: 'Take assets out of the register (for kit entered by mistake; dispose of kit by its status).',
    input: { ids: z.array(id).min(1).max(100_000) },
    value: z.object({ removed: z.int() }),
    example: { ids: [1] },
  }),
};
