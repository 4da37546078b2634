import { z } from 'zod';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { LOSS_SOURCES, PLANNED_ACTIONS } from '../../planning/vocabulary.ts';
import { backlogYears, basisPoints, bindingFactor, budgetPence, categoryKey, costCategory, fundKey, id, isoDate, lifeMonths, list, pence, shortText, spendNature, userGroup, year } from './fields.ts';

/** One thing done differently, as a what-if tries it and a scenario keeps it. */

const lossBp = z.int().min(0, 'A loss rate is 0 to 100%.').max(10_000, 'A loss rate is 0 to 100%.');
const months = z.int().min(1, 'A month is from 1 to 12.').max(12, 'A month is from 1 to 12.');

const upgrade = z.strictObject({
  atMonths: lifeMonths, unitPence: pence.nullable(), priceDate: isoDate.nullable().default(null), what: shortText.default('memory'),
});

/** What of a policy can be set beside its life; what is left out stays as it is. */
export const policySettings = z.strictObject({
  binding: list(bindingFactor).exactOptional(),
  toleranceMonths: z.int().min(0, 'Cover may be over for 0 to 120 months.').max(120, 'Cover may be over for 0 to 120 months.').exactOptional(),
  leastMonths: lifeMonths.nullable().exactOptional(),
  mostMonths: lifeMonths.nullable().exactOptional(),
  unitPence: pence.nullable().exactOptional(),
  priceDate: isoDate.nullable().exactOptional(),
  priceSource: shortText.nullable().exactOptional(),
  replacementModelId: id.nullable().exactOptional(),
  upgrade: upgrade.nullable().exactOptional(),
  lossBp: lossBp.exactOptional(),
  lossFrom: z.enum(LOSS_SOURCES).exactOptional(),
  purchaseMonths: list(months).exactOptional(),
  fundKey: fundKey.nullable().exactOptional(),
  disposalPence: pence.nullable().exactOptional(),
  tradeInPence: pence.nullable().exactOptional(),
  bookLifeMonths: lifeMonths.nullable().exactOptional(),
  residualBp: z.int().min(0, 'What it stands at in the end is 0 to 100% of its price.').max(10_000, 'What it stands at in the end is 0 to 100% of its price.').nullable().exactOptional(),
});

/** What is to become of kit when it falls due. */
export const actionTerms = z.strictObject({
  action: z.enum(PLANNED_ACTIONS),
  years: z.int().min(1, 'Cover or support is extended by 1 to 10 years.').max(10, 'Cover or support is extended by 1 to 10 years.').nullable(),
  yearlyPence: pence.nullable(), priceDate: isoDate.nullable(), nextUserGroup: userGroup.nullable(), nextMonths: lifeMonths.nullable(),
});

const subject = { categoryKey, userGroup: userGroup.nullable(), modelId: id.exactOptional(), assetId: id.exactOptional() };

export const planChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('life'), ...subject, lifeMonths, fromYear: year.exactOptional() }),
  z.strictObject({ kind: z.literal('policy'), ...subject, set: policySettings }),
  z.strictObject({ kind: z.literal('price_rise'), bp: basisPoints, categoryKey: categoryKey.exactOptional(), year: year.exactOptional() }),
  z.strictObject({ kind: z.literal('loss_rate'), bp: lossBp, categoryKey: categoryKey.exactOptional() }),
  z.strictObject({ kind: z.literal('move'), moves: list(z.strictObject({ assetId: id, date: isoDate.nullable() })) }),
  actionTerms.extend({ kind: z.literal('action'), assetIds: list(id) }),
  z.strictObject({ kind: z.literal('need'), needId: id, included: z.boolean() }),
  z.strictObject({ kind: z.literal('budget'), year, fundKey, costCategory: costCategory.exactOptional(), nature: spendNature.exactOptional(), pence: budgetPence.nullable() }),
  z.strictObject({ kind: z.literal('backlog'), years: backlogYears }),
]) satisfies z.ZodType<PlanChange>;
