import { z } from 'zod';
import { command } from './entry.ts';
import { expiryDecision, expirySubject, id, isoDate, list, pence, plainText, shortText, warrantyKind } from './fields.ts';

/** Hardware cover of assets, and what is decided about things that end. */

const ids = z.array(id).min(1).max(100_000);

const period = {
  startsOn: isoDate.nullable(), endsOn: isoDate, kind: warrantyKind,
  /** The supplier's name; a new one joins the list. */
  supplier: shortText.nullable(), reference: shortText.nullable(),
  /** What it cost for one item, net; null where it came with the purchase. */
  costPence: pence.nullable(),
};

export const coverEntries = {
  'cover.add': command({
    about: 'Add a period of hardware cover to one or many assets: a warranty, or an extension with what it costs an item.',
    input: {
      assetIds: ids, endsOn: period.endsOn, startsOn: period.startsOn.default(null), kind: period.kind.default('standard'),
      supplier: period.supplier.default(null), reference: period.reference.default(null), costPence: period.costPence.default(null),
    },
    /** `warnings`: what looks wrong and was kept as it is. */
    value: z.object({ added: z.int(), warnings: list(z.string()) }),
    example: { assetIds: [1], startsOn: '2026-09-01', endsOn: '2029-08-31', kind: 'extension', costPence: 4_500 },
  }),
  'cover.edit': command({
    about: 'Change periods of cover; a field left out stays as it is.',
    input: { ids, set: z.strictObject(period).partial() },
    value: z.object({ changed: z.int() }),
    example: { ids: [1], set: { endsOn: '2030-08-31' } },
  }),
  'cover.remove': command({
    about: 'Take periods of cover out of the plan.',
    input: { ids }, value: z.object({ removed: z.int() }), example: { ids: [1] },
  }),
  'expiry.decide': command({
    about: 'Decide about cover, support or agreements that end, with a reason: each end decided about is told no more, a later one is.',
    input: {
      ends: z.array(z.strictObject({
        subject: expirySubject, assetId: id.nullable().default(null), agreementId: id.nullable().default(null),
        /** The end that is meant; of cover that was never known, the day it was decided. */
        endsOn: isoDate,
      })).min(1).max(100_000),
      decision: expiryDecision,
      /** Why, in the school's words: nobody may silence an end without it. */
      because: plainText.min(1, 'Say why, in a few words.').max(500, 'A reason has at most 500 characters.'),
    },
    value: z.object({ decided: z.int() }),
    example: { ends: [{ subject: 'cover', assetId: 1, endsOn: '2026-08-31' }], decision: 'accept', because: 'Spares are kept for these' },
  }),
};
