import { z } from 'zod';
import { REPLACED_FATES } from '../../planning/orders/receive.ts';
import { command, query } from './entry.ts';
import { categoryKey, disposalRoute, fundKey, id, isoDate, list, nothing, pence, plainText, quantity, shortText, userGroup } from './fields.ts';

/** From plan to kit: what is ordered, what has come, what it was to replace. */

const agreedPence = pence.min(1, 'An agreed price is more than £0; what comes for nothing is added to the register as it comes.');
const code = plainText.min(1).max(20, 'A code has at most 20 characters.');
const notes = plainText.max(4000).nullable();

export const placedLine = z.strictObject({
  description: shortText, categoryKey, userGroup: userGroup.nullable().default(null), modelId: id.nullable().default(null),
  quantity, unitPence: agreedPence,
  /** What the plan has one at; left out, it is what the forecast of today says of the kit that it replaces. */
  plannedUnitPence: pence.nullable().optional(),
  code: code.nullable().default(null),
  replaces: z.array(z.strictObject({ assetId: id, quantity })).max(20_000).default([]),
});

const header = {
  number: plainText.min(1, 'An order has a number.').max(60, 'An order number has at most 60 characters.'),
  supplier: shortText.nullable(), orderedOn: isoDate, expectedOn: isoDate.nullable(), fundKey: fundKey.nullable(), notes,
};

/** Serial numbers and tags as a supplier writes them: what people scan is kept as it is. */
const codes = z.array(plainText.min(1).max(200)).max(20_000).default([]);

export const orderEntries = {
  'orders.place': command({
    about: 'Order kit: its rows stand in the register as on order, in place of the first replacement of what they succeed.',
    input: {
      ...header, supplier: header.supplier.default(null), expectedOn: header.expectedOn.default(null),
      fundKey: header.fundKey.default(null), notes: header.notes.default(null), lines: z.array(placedLine).min(1, 'An order has at least one line.').max(200),
    },
    value: z.object({ id, lineIds: list(id), assetIds: list(id) }),
    example: {
      number: '4502', supplier: 'Northmoor School Supplies', orderedOn: '2026-11-20', expectedOn: '2026-12-12',
      lines: [{ description: 'Tamar 14 laptop', categoryKey: 'laptop', quantity: 2, unitPence: 54_900, replaces: [{ assetId: 1, quantity: 1 }] }],
    },
  }),
  'orders.edit': command({
    about: 'Change an order or the price and code of its lines; a field left out stays as it is.',
    input: {
      id, set: z.strictObject(header).partial(),
      lines: z.array(z.strictObject({ id, unitPence: agreedPence.optional(), code: code.nullable().optional(), description: shortText.optional() })).max(200).default([]),
    },
    value: z.null(),
    example: { id: 1, set: { expectedOn: '2027-01-15' } },
  }),
  'orders.receive': command({
    about: 'Take in what came of a line: it goes into use with its cover, and what it replaces leaves or is passed down.',
    input: {
      lineId: id, quantity, receivedOn: isoDate,
      /** Left out, the price agreed. */
      unitPaidPence: pence.nullable().optional(), unitVatPence: pence.nullable().default(null),
      serials: codes, tags: codes,
      warrantyMonths: z.int().min(1, 'Cover is 1 to 240 months.').max(240, 'Cover is 1 to 240 months.').nullable().default(null),
      warrantyEnd: isoDate.nullable().default(null),
      status: z.enum(['in_use', 'in_stock']).default('in_use'),
      /** Left out, the room and department of what it replaces. */
      room: shortText.nullable().optional(), department: shortText.nullable().optional(),
      replaced: z.enum(REPLACED_FATES).default('retired'),
      disposalRoute: disposalRoute.nullable().default(null),
    },
    value: z.object({ assetIds: list(id) }),
    example: { lineId: 1, quantity: 1, receivedOn: '2026-11-21', serials: ['TM14-20331'], warrantyMonths: 36 },
  }),
  'orders.cancel': command({
    about: 'Cancel what has not come of an order, or of one of its lines; what it was to replace is forecast again.',
    input: { id, lineId: id.nullable().default(null) },
    value: z.object({ items: z.int() }),
    example: { id: 1 },
  }),
  'orders.rules': query({
    about: 'The shipped rules of buying: DfE’s bands, thresholds and the rate of VAT, with source and as-of date.',
    input: nothing,
    output: list(z.object({
      key: z.string(), value: z.number(), validFrom: isoDate.nullable(), validTo: isoDate.nullable(), source: z.string(), asOf: isoDate,
    })),
    example: {},
  }),
};
