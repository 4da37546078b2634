import { z } from 'zod';
import { command } from './entry.ts';
import {
  basisPoints, budgetPence, categoryKey, costCategory, fundKey, id, isoDate, pence, shortText, spendNature, year,
} from './fields.ts';

/** What the forecast is worked out from besides the register and its policies: running costs, budgets. */

const recurringFields = {
  name: shortText, categoryKey, costCategory, yearlyPence: pence, priceDate: isoDate.nullable(),
  start: isoDate.nullable(), end: isoDate.nullable(), riseBp: basisPoints.nullable(),
};

export const moneyEntries = {
  'budget.set': command({
    about: 'Enter or clear the money for ICT in one financial year from one fund, for one cost category as revenue or capital or not divided.',
    input: {
      year, fundKey: fundKey.default('delegated'), costCategory: costCategory.nullable().default(null), nature: spendNature.nullable().default(null),
      pence: budgetPence.nullable(),
    },
    value: z.null(),
    example: { year: 2026, pence: 11_840_000 },
  }),
  'recurring.add': command({
    about: 'Add a running cost: a yearly amount, paid in the month it starts in, or in equal twelfths where no start is given.',
    input: { ...recurringFields, priceDate: recurringFields.priceDate.default(null), start: recurringFields.start.default(null), end: recurringFields.end.default(null), riseBp: recurringFields.riseBp.default(null) },
    value: z.object({ id }),
    example: { name: 'Broadband', categoryKey: 'cloud_service', costCategory: 'connectivity', yearlyPence: 980_000 },
  }),
  'recurring.edit': command({
    about: 'Change a running cost; a field left out stays as it is.',
    input: { id, set: z.strictObject(recurringFields).partial() },
    value: z.null(),
    example: { id: 1, set: { yearlyPence: 1_000_000 } },
  }),
  'recurring.remove': command({
    about: 'Take a running cost out of the plan.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
};
