import { z } from 'zod';
import { command, query } from './entry.ts';
import { basisPoints, categoryKey, id, lifeMonths, list, userGroup, year } from './fields.ts';
import { historyEntry } from './plan.ts';
import { policySettings } from './plan-change.ts';

/** How long kit is kept and what is paid for it, and how its prices rise: the lore that a forecast rests on. */

/** A kind of kit, a user group of it, one model, or one register row. */
const subject = {
  categoryKey, userGroup: userGroup.nullable().default(null), modelId: id.nullable().default(null), assetId: id.nullable().default(null),
};

const none = z.null();

export const policyEntries = {
  'policy.set': command({
    about: 'Set how long a kind of kit, a model or a single item is kept, what binds, what one costs and the rest; a field left out stays as it is.',
    input: { ...subject, set: policySettings.extend({ lifeMonths: lifeMonths.exactOptional(), fromYear: year.nullable().exactOptional() }) },
    value: none,
    example: { categoryKey: 'laptop', userGroup: 'pupil', set: { lifeMonths: 60 } },
  }),
  'policy.remove': command({
    about: 'Take a policy away, so that the less specific one holds again: the model’s, the user group’s, the category’s.',
    input: subject, value: none, example: { categoryKey: 'laptop', userGroup: 'pupil' },
  }),
  'policy.usual': command({
    about: 'Put the life, what binds and the mid-life upgrade of a kind of kit back to what is usual in schools; its prices, losses and the rest stay.',
    input: { categoryKey, userGroup: userGroup.nullable().default(null) }, value: none, example: { categoryKey: 'laptop', userGroup: 'pupil' },
  }),
  'policy.history': query({
    about: 'Who changed a policy, when, why, and what it said before and after; newest first.',
    input: z.strictObject(subject), output: list(historyEntry), example: { categoryKey: 'laptop', userGroup: 'pupil' },
  }),
  'inflation.set': command({
    about: 'Set the price rise a year: for everything or for a category, in every year or in one.',
    input: { categoryKey: categoryKey.nullable().default(null), year: year.nullable().default(null), bp: basisPoints.nullable() },
    value: none,
    example: { bp: 250 },
  }),
  'inflation.history': query({
    about: 'Who changed the price rise of everything, or of a category, when and why; newest first.',
    input: z.strictObject({ categoryKey: categoryKey.nullable().default(null) }), output: list(historyEntry), example: {},
  }),
};
