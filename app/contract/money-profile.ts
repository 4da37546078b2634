import { z } from 'zod';
import { CONVENTIONS } from '../../planning/finance/depreciation.ts';
import { CODE_SCHEMES, THRESHOLD_BASES } from '../../planning/vocabulary.ts';
import { command } from './entry.ts';
import { base64, costCategory, fileName, fundKey, isoDate, pence, plainText, schoolType, shortText, spendNature, startMonth, year } from './fields.ts';

/** What the school accounts by: codes, VAT, a conversion, what counts as capital, the lines of an academy's return. */

const bookLifeMonths = z.int().min(1, 'A life in the books is 1 to 600 months.').max(600, 'A life in the books is 1 to 600 months.');
/** Hundredths of a penny: up to £10 for a kilowatt-hour. */
const energyRate = z.int().min(0, 'A kilowatt-hour costs £0 or more.').max(100_000, 'A kilowatt-hour costs at most £10.');
const hourPence = z.int().min(0, 'An hour costs £0 or more.').max(100_000, 'An hour costs at most £1,000.');
const thresholdPence = pence.min(1, 'Capital begins at £0.01 or more.');
/** As the school's return numbers it: "336". */
const lineNumber = plainText.min(1, 'A line has a number, such as 336.').max(12, 'A line’s number has at most 12 characters.')
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]*$/, 'A line’s number is letters and digits, such as 336.');

export const profileEntries = {
  'money.set': command({
    about: 'Change what the school accounts by: its codes, VAT, a conversion to an academy, how kit is written off, what an hour and a kilowatt-hour cost. A field left out stays as it is.',
    input: {
      codeScheme: z.enum(CODE_SCHEMES).nullable().optional(), vatRecoverable: z.boolean().optional(),
      conversion: z.strictObject({ on: isoDate, type: schoolType, yearStartMonth: startMonth.default(9) }).nullable().optional(),
      depreciation: z.enum(CONVENTIONS).optional(), bookLifeMonths: bookLifeMonths.optional(),
      energyRate: energyRate.nullable().optional(), supportHourPence: hourPence.nullable().optional(), selfSupportHourPence: hourPence.nullable().optional(),
    },
    value: z.null(), example: { vatRecoverable: false },
  }),
  'money.copyFrom': command({
    about: 'Copy what another plan file accounts by, its rules for capital and its funds into this one. That file is only read; a conversion stays each school’s own.',
    input: { fileName, base64: base64.max(60_000_000, 'A plan to copy from is at most 45 MB.') },
    value: z.object({ school: z.string() }), largeBody: true, example: { fileName: 'Northmoor.kitplan', base64: 'U1FMaXRl' },
  }),
  'capitalRule.set': command({
    about: 'Set from how much on a purchase is capital, counted by the item, by the order, or asked each time, from one financial year on until the next rule.',
    input: { fromYear: year, thresholdPence, basis: z.enum(THRESHOLD_BASES), source: shortText.nullable().default(null) },
    value: z.null(), example: { fromYear: 2027, thresholdPence: 1_000_000, basis: 'order', source: 'LA scheme for financing schools, 1 April 2026' },
  }),
  'capitalRule.remove': command({
    about: 'Take away the rule for capital that begins in one financial year: the one before it goes on.',
    input: { fromYear: year }, value: z.null(), example: { fromYear: 2027 },
  }),
  'capitalChoice.set': command({
    about: 'Say whether what is bought of one cost category from one fund in one year is revenue or capital, where the rule asks each time: with a reason; null takes what the rule suggests.',
    input: { year, costCategory, fundKey: fundKey.default('delegated'), nature: spendNature.nullable() },
    value: z.null(), example: { year: 2027, costCategory: 'laptops_desktops_tablets', nature: null },
  }),
  'returnLine.set': command({
    about: 'Fill in the number that an academy’s return gives a cost category as revenue or capital; null takes it away.',
    input: { costCategory, nature: spendNature, lineNumber: lineNumber.nullable() },
    value: z.null(), example: { costCategory: 'connectivity', nature: 'revenue', lineNumber: '336' },
  }),
};
