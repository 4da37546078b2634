import { z } from 'zod';
import { MERGE_FIELD_KEYS, type MergeField } from '../../planning/register/merge.ts';
import { command } from './entry.ts';
import { disposalRoute, id, isoDate, list, pence, plainText, quantity, shortText, userGroup } from './fields.ts';

/** What becomes of kit: groups taken apart and put together, kit passed down, lost, disposed of, replaced. */

const ids = z.array(id).min(1).max(100_000);
/** Of one group, how many of its items; left out means all of the rows named. */
const someOf = quantity.nullable().default(null);
const mergeField = z.enum(MERGE_FIELD_KEYS as [MergeField, ...MergeField[]]);
const number = shortText.nullable().default(null);

export const LOSSES = ['lost', 'stolen', 'broken'] as const;

export const registerActEntries = {
  'register.split': command({
    about: 'Take a group apart: into single items, into two groups, or by a list of tags and serial numbers.',
    input: {
      id,
      into: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('singles') }),
        z.strictObject({ kind: z.literal('groups'), quantity }),
        z.strictObject({ kind: z.literal('list'), items: z.array(z.strictObject({ tag: number, serial: number })).max(10_000) }),
      ]),
    },
    value: z.object({ ids: list(id) }),
    example: { id: 1, into: { kind: 'groups', quantity: 1 } },
  }),
  'register.merge': command({
    about: 'Make one group of equal rows; where they differ, the asset whose value holds is named for each field.',
    input: { ids: z.array(id).min(2, 'A group is made of two rows or more.').max(10_000), holds: z.partialRecord(mergeField, id.nullable()).default({}) },
    value: z.object({ id, quantity: z.int() }),
    example: { ids: [1, 2], holds: { tag: null, warranties: 1, contracts: 1 } },
  }),
  'register.dispose': command({
    about: 'Record that kit has left the school: how, when, with which certificate, and whether its data was wiped.',
    input: {
      ids, quantity: someOf, route: disposalRoute, on: isoDate, certificate: shortText.nullable().optional(),
      dataWipedOn: isoDate.nullable().optional(), pence: pence.nullable().optional(),
    },
    /** What still has no data wipe, as a sentence; null where nothing needs one. */
    value: z.object({ ids: list(id), unwiped: z.string().nullable() }),
    example: { ids: [1], quantity: 1, route: 'weee_recycle', on: '2026-10-30', certificate: 'W-1182' },
  }),
  'register.passDown': command({
    about: 'Pass kit down to lighter work: another department, room or group of users.',
    input: {
      ids, quantity: someOf, on: isoDate, room: shortText.nullable().optional(), department: shortText.nullable().optional(),
      userGroup: userGroup.nullable().optional(),
    },
    value: z.object({ ids: list(id) }),
    example: { ids: [1], on: '2026-09-01', room: 'Library' },
  }),
  'register.lose': command({
    about: 'Record kit as lost, stolen or broken: its status, and an entry in the ledger of losses.',
    input: {
      ids, quantity: someOf, what: z.enum(LOSSES), on: isoDate,
      /** What becomes of broken kit. */
      becomes: z.enum(['in_repair', 'retired']).default('in_repair'),
      /** What the loss or the repair of one costs, net. */
      unitPence: pence.nullable().default(null), notes: plainText.min(1).max(1000).nullable().default(null),
    },
    value: z.object({ ids: list(id) }),
    example: { ids: [1], quantity: 1, what: 'broken', on: '2026-11-18', notes: 'Screen' },
  }),
  'register.link': command({
    about: 'Say which asset another one replaced; null takes the link away.',
    input: { id, succeedsId: id.nullable() },
    value: z.null(),
    example: { id: 1, succeedsId: null },
  }),
};
