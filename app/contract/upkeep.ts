import { z } from 'zod';
import { command } from './entry.ts';
import { categoryKey, id, isoDate, ledgerKind, pence, plainText, quantity, shortText, userGroup } from './fields.ts';

/** Consumables and losses: the school's own record of what was bought, used, lost, broken and repaired. */

const fields = {
  kind: ledgerKind, happenedOn: isoDate, categoryKey, userGroup: userGroup.nullable(),
  /** The asset it happened to, where it is one of the register's. */
  assetId: id.nullable(),
  /** What it was: "Black toner". */
  item: shortText.nullable(), quantity,
  /** For all of the entry, net. */
  pence: pence.nullable(), notes: plainText.max(4_000, 'Notes have at most 4,000 characters.').nullable(),
};

export const upkeepEntries = {
  'ledger.add': command({
    about: 'Write down what was bought, used, lost, broken or repaired. Of an asset of the register its kind need not be said.',
    input: {
      kind: fields.kind, happenedOn: fields.happenedOn, categoryKey: categoryKey.nullable().default(null),
      userGroup: fields.userGroup.default(null), assetId: fields.assetId.default(null), item: fields.item.default(null),
      quantity: quantity.default(1), pence: fields.pence.default(null), notes: fields.notes.default(null),
    },
    value: z.object({ id }),
    example: { kind: 'broken', happenedOn: '2026-03-12', categoryKey: 'laptop', userGroup: 'pupil', pence: 3_000 },
  }),
  'ledger.edit': command({
    about: 'Change an entry; a field left out stays as it is.',
    input: { id, set: z.strictObject(fields).partial() },
    value: z.null(), example: { id: 1, set: { pence: 4_500 } },
  }),
  'ledger.remove': command({
    about: 'Take entries out of the ledger.',
    input: { ids: z.array(id).min(1).max(10_000) }, value: z.object({ removed: z.int() }), example: { ids: [1] },
  }),
};
