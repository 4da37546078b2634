import { z } from 'zod';
import { MOST_BUDGET_PENCE } from '../../planning/money.ts';
import { SPREADS } from '../../planning/smoothing.ts';
import { APPROVAL_SUBJECTS } from '../../planning/vocabulary.ts';
import { command } from './entry.ts';
import { budgetPence, costCategory, fundKey, id, isoDate, plainText, shortText, spendNature, year } from './fields.ts';

/** Money that moves: virements, the approval of a year's budget, who may agree to what, and the reserve. */

const place = z.strictObject({ fundKey: fundKey.default('delegated'), costCategory: costCategory.nullable().default(null), nature: spendNature.nullable().default(null) });
const movedPence = budgetPence.min(1, 'Say how much is moved: £0.01 or more.');
const person = shortText.min(1, 'Say who: a name or a role, such as Business manager.');
const why = plainText.min(1, 'Say why the money is moved.').max(500, 'A reason has at most 500 characters.');
const moved = { year, from: place, to: place, pence: movedPence, askedBy: person, askedOn: isoDate };

const E20A = { costCategory: 'connectivity', nature: 'revenue' } as const;
const E20F = { costCategory: 'other_hardware', nature: 'revenue' } as const;

export const moveEntries = {
  'virement.ask': command({
    about: 'Ask to move money between two codes or funds of one year, with a reason; the money moves once it is agreed.',
    input: moved, value: z.object({ id }),
    example: { year: 2026, from: E20A, to: E20F, pence: 60_000, askedBy: 'Network manager', askedOn: '2026-11-03', reason: 'Second projector failed in Science, no spare left' },
  }),
  'virement.agree': command({
    about: 'Agree to a virement that was asked for: from now on the money has moved.',
    input: { id, agreedBy: person, agreedOn: isoDate }, value: z.null(),
    example: { id: 1, agreedBy: 'Business manager', agreedOn: '2026-11-04' },
  }),
  'virement.edit': command({
    about: 'Change a virement that nobody has agreed to yet; a field left out stays as it is.',
    input: { id, set: z.strictObject({ ...moved, reason: why }).partial() }, value: z.null(),
    example: { id: 1, set: { pence: 50_000 } },
  }),
  'virement.remove': command({
    about: 'Take back a virement that nobody has agreed to yet.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'budget.approve': command({
    about: 'Write down that a year’s budget was approved: from then on its figures change by agreed virements alone.',
    input: { year, approvedOn: isoDate, approvedBy: person, note: plainText.max(500, 'A note has at most 500 characters.').nullable().default(null) },
    value: z.null(), example: { year: 2026, approvedOn: '2026-05-03', approvedBy: 'Governing body', note: 'Minute 12' },
  }),
  'budget.reopen': command({
    about: 'Reopen a year’s approved budget, with a reason: its figures can be changed again.',
    input: { year }, value: z.null(), example: { year: 2026, reason: 'Late grant from the authority' },
  }),
  'limit.set': command({
    about: 'Say who may agree to orders, virements or a year’s budget, and up to how much (null: any amount). With no limits anybody may.',
    input: { id: id.nullable().default(null), subject: z.enum(APPROVAL_SUBJECTS), who: shortText, upToPence: budgetPence.nullable() },
    value: z.object({ id }), example: { subject: 'virement', who: 'Business manager', upToPence: 200_000 },
  }),
  'limit.remove': command({
    about: 'Take somebody off the list of those who may agree.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'reserve.set': command({
    about: 'Say what the ICT reserve holds at the start of a year, what it is not to go below, and how kit is paid for (null: as it falls due).',
    input: { openingPence: budgetPence, openingYear: year, floorPence: budgetPence.default(0), spread: z.enum(SPREADS).nullable().default(null) },
    value: z.null(), example: { openingPence: 600_000, openingYear: 2026 },
  }),
  'reserve.contribute': command({
    about: 'Enter or clear what is paid into the reserve in one year by hand; less than 0 is taken out.',
    input: {
      year, pence: z.int('An amount is in whole pence.').min(-MOST_BUDGET_PENCE, 'At most £100 million can be taken out.').max(MOST_BUDGET_PENCE, 'An amount can be at most £100 million.').nullable(),
    },
    value: z.null(), example: { year: 2027, pence: 200_000 },
  }),
  'reserve.remove': command({ about: 'Keep no ICT reserve.', input: {}, value: z.null(), example: {} }),
};
