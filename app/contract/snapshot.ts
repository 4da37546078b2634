import { z } from 'zod';
import { CHART_GROUPS } from '../../planning/vocabulary.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import {
  assetStatus, bindingFactor, costCategory, fundKey, list, schoolType, userGroup,
} from './fields.ts';

/** The plan's facts as they cross to a screen: the exact shape of planning's `PlanSnapshot`. */

const text = z.string();
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
const named = z.object({ id: z.int(), name: text });

const school = z.object({
  name: text, type: schoolType, yearStartMonth: z.int(), horizonYears: z.int(), pupils: maybe(z.int()),
});

const category = z.object({
  key: text, singular: text, plural: text, costCategory, chartGroup: z.enum(CHART_GROUPS),
});

const model = z.object({
  id: z.int(), categoryKey: text, make: maybe(text), name: text,
  unitPence: maybe(z.int()), priceDate: maybe(text), vendorSupportEnd: maybe(text),
});

const asset = z.object({
  id: z.int(), tag: maybe(text), serial: maybe(text), description: text, categoryKey: text,
  userGroup: maybe(userGroup), modelId: maybe(z.int()), departmentId: maybe(z.int()), locationId: maybe(z.int()),
  supplierId: maybe(z.int()), quantity: z.int(), status: assetStatus,
  purchaseDate: maybe(text), purchaseDateAssumed: z.boolean(), inServiceDate: maybe(text),
  unitPaidPence: maybe(z.int()), unitVatPence: maybe(z.int()), orderNumber: maybe(text), fundKey: maybe(fundKey),
  coverEnd: maybe(text), vendorSupportEnd: maybe(text), osEnd: maybe(text), osCanMove: z.boolean(), leaseEnd: maybe(text),
  overridePence: maybe(z.int()), overridePriceDate: maybe(text), movedTo: maybe(text), movedReason: maybe(text),
  upgradeDoneOn: maybe(text), succeedsAssetId: maybe(z.int()), source: maybe(text), notes: maybe(text),
});

const policy = z.object({
  id: z.int(), categoryKey: text, userGroup: maybe(userGroup), modelId: maybe(z.int()), assetId: maybe(z.int()),
  lifeMonths: z.int(), binding: list(bindingFactor), toleranceMonths: z.int(),
  unitPence: maybe(z.int()), priceDate: maybe(text),
  upgrade: maybe(z.object({ atMonths: z.int(), unitPence: maybe(z.int()), priceDate: maybe(text), what: text })),
  lossBp: z.int(), fromYear: maybe(z.int()), lifeMonthsBefore: maybe(z.int()), shipped: z.boolean(),
});

const inflation = z.object({
  defaultBp: z.int(), shipped: z.boolean(),
  series: list(z.object({
    categoryKey: text, bp: maybe(z.int()), steps: list(z.object({ year: z.int(), bp: z.int() })),
  })),
});

const recurring = z.object({
  id: z.int(), name: text, categoryKey: text, costCategory, yearlyPence: z.int(), priceDate: maybe(text),
  start: maybe(text), end: maybe(text), riseBp: maybe(z.int()), supplierId: maybe(z.int()),
});

export const planSnapshot = z.object({
  school, categories: list(category), departments: list(named), locations: list(named),
  suppliers: list(named), models: list(model), assets: list(asset), policies: list(policy),
  inflation, recurring: list(recurring),
  budgets: list(z.object({ year: z.int(), fundKey, pence: z.int() })),
}) satisfies z.ZodType<PlanSnapshot>;
