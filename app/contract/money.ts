import { z } from 'zod';
import { command } from './entry.ts';
import {
  basisPoints, bindingFactor, budgetPence, categoryKey, costCategory, fundKey, id, isoDate, lifeMonths, pence, shortText, userGroup, year,
} from './fields.ts';

/** What the forecast is worked out from besides the register: policies, price rises, running costs, budgets. */

const upgrade = z.strictObject({
  atMonths: lifeMonths, unitPence: pence.nullable(), priceDate: isoDate.nullable().default(null),
  what: shortText.default('memory'),
});

const recurringFields = {
  name: shortText, categoryKey, costCategory, yearlyPence: pence, priceDate: isoDate.nullable(),
  start: isoDate.nullable(), end: isoDate.nullable(), riseBp: basisPoints.nullable(),
};

export const moneyEntries = {
  'policy.set': command({
    about: 'Set how long a kind of kit is kept, what binds, and what one costs; a field left out stays as it is.',
    input: {
      categoryKey, userGroup: userGroup.nullable().default(null),
      set: z.strictObject({
        lifeMonths, binding: z.array(bindingFactor), toleranceMonths: z.int().min(0).max(120),
        unitPence: pence.nullable(), priceDate: isoDate.nullable(), upgrade: upgrade.nullable(),
        lossBp: z.int().min(0, 'A loss rate is 0 to 100 %.').max(10_000, 'A loss rate is 0 to 100 %.'),
        fromYear: year.nullable(),
      }).partial(),
    },
    value: z.null(),
    example: { categoryKey: 'laptop', userGroup: 'pupil', set: { lifeMonths: 60 } },
  }),
  'inflation.set': command({
    about: 'Set the price rise a year: for everything, for a category, or for a category in one year.',
    input: { categoryKey: categoryKey.nullable().default(null), year: year.nullable().default(null), bp: basisPoints.nullable() },
    value: z.null(),
    example: { bp: 250 },
  }),
  'budget.set': command({
    about: 'Enter or clear the money for ICT in one financial year from one fund.',
    input: {
      year, fundKey: fundKey.default('delegated'),
      pence: budgetPence.nullable(),
    },
    value: z.null(),
    example: { year: 2026, pence: 11_840_000 },
  }),
  'recurring.add': command({
    about: 'Add a running cost: a yearly amount, charged in twelfths.',
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
