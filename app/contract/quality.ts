import { z } from 'zod';
import { FINDING_KINDS } from '../../planning/quality/settled.ts';
import { command } from './entry.ts';
import { id, isoDate, plainText } from './fields.ts';

/** Mending the register: dates that are assumed, things listed twice, and what looks wrong and is right. */

const basis = plainText.min(1, 'Say in a few words what the date goes by.').max(500, 'What a date goes by is said in at most 500 characters.');

export const qualityEntries = {
  'register.assume': command({
    about: 'Give rows a purchase date that is only assumed, each with what it goes by; it is shown as an assumption everywhere.',
    input: {
      rows: z.array(z.strictObject({ id, purchaseDate: isoDate, basis })).min(1, 'At least one row.').max(100_000, 'At most 100,000 rows at a time.'),
    },
    value: z.object({ changed: z.int() }),
    largeBody: true,
    example: { rows: [{ id: 1, purchaseDate: '2021-09-01', basis: 'order 3980, 8 of them' }] },
  }),
  'register.keepOne': command({
    about: 'Keep one of several rows that stand for the same thing: it takes what it lacks from the others, and they go.',
    input: { keep: id, remove: z.array(id).min(1, 'At least one row goes.').max(1_000, 'At most 1,000 rows at a time.') },
    value: z.object({ removed: z.int() }),
    example: { keep: 1, remove: [2] },
  }),
  'quality.settle': command({
    about: 'Say that things that look wrong in the register are right as they are (or take that back); they are not told again.',
    input: {
      finding: z.enum(FINDING_KINDS), keys: z.array(z.string().min(1).max(4_000)).min(1).max(1_000),
      right: z.boolean().default(true),
    },
    value: z.object({ settled: z.int() }),
    example: { finding: 'twice', keys: ['1,2'] },
  }),
};
