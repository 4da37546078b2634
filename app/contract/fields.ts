import { z } from 'zod';
import { MOST_BUDGET_PENCE } from '../../planning/money.ts';
import { RISE_RANGE_BP } from '../../planning/price.ts';
import {
  AGREEMENT_KINDS, ASSET_STATUSES, CONTRACT_KINDS, COST_CATEGORIES, COST_DRIVERS, DISPOSAL_ROUTES, EXPIRY_DECISIONS, EXPIRY_SUBJECTS,
  LEDGER_KINDS, LIMITING_FACTORS, LOCATION_KINDS, PAY_PERIODS, SCHOOL_TYPES, SPEND_NATURES, USER_GROUPS, WARRANTY_KINDS,
} from '../../planning/vocabulary.ts';

/** The fields that many entries share, each with the range that works and the words for when it does not. */

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A date is written like 2026-11-21.').refine((text) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return year >= 1980 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}, 'That day is not in the calendar between 1980 and 2100.');

export const id = z.int().positive();
/** Unit prices: £0 to £10 million, in pence. */
export const pence = z.int('An amount is in whole pence.').min(0, 'An amount cannot be less than £0.')
  .max(1_000_000_000, 'An amount can be at most £10 million.');
/** A year's budget: £0 to £100 million, a large trust's, in pence. */
export const budgetPence = z.int('An amount is in whole pence.').min(0, 'A budget cannot be less than £0.')
  .max(MOST_BUDGET_PENCE, 'A budget can be at most £100 million.');
export const basisPoints = z.int().min(RISE_RANGE_BP.least, 'A rise can be at least −50%.').max(RISE_RANGE_BP.most, 'A rise can be at most 50%.');
export const year = z.int().min(2000, 'A year is from 2000 to 2100.').max(2100, 'A year is from 2000 to 2100.');
/** Pupils for each usable device, in hundredths: 1 to 10,000 (100 pupils to one). */
export const accessTarget = z.int().min(1, 'A target is more than 0 pupils for each device.').max(10_000, 'A target is at most 100 pupils for each device.');
export const horizonYears = z.int().min(3, 'A plan has 3 to 10 years.').max(10, 'A plan has 3 to 10 years.');
export const backlogYears = z.int().min(1, 'Overdue kit is bought over 1 to 10 years.').max(10, 'Overdue kit is bought over 1 to 10 years.');
export const vatBp = z.int().min(0, 'VAT is 0 to 50%.').max(5_000, 'VAT is 0 to 50%.');
export const priceAgeMonths = z.int().min(1, 'A price counts as old after 1 to 120 months.').max(120, 'A price counts as old after 1 to 120 months.');
export const startMonth = z.int().min(1, 'A month is from 1 to 12.').max(12, 'A month is from 1 to 12.');
export const lifeMonths = z.int().min(1, 'A life is 1 to 600 months.').max(600, 'A life is 1 to 600 months.');
export const quantity = z.int().min(1, 'A quantity is at least 1.').max(1_000_000, 'A quantity is at most 1,000,000.');
/** Text without characters that nobody sees and XML cannot hold: they come with pastes from other programs. Tabs and line breaks stay. */
export const withoutUnseen = (text: string): string => text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
/** Text as people type it, without what nobody can see. */
export const plainText = z.string().overwrite(withoutUnseen).trim();
export const shortText = plainText.min(1, 'A name has at least one character.').max(200, 'A name has at most 200 characters.');
/** Who does or says something: a role, so that no plan holds anybody's name. */
export const roleName = plainText.min(1, 'Say who, as a role such as SENDCo.').max(120, 'A role has at most 120 characters.');

export const assetStatus = z.enum(ASSET_STATUSES);
export const userGroup = z.enum(USER_GROUPS);
export const costCategory = z.enum(COST_CATEGORIES);
export const fundKey = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'A fund is one of the plan’s own names, such as delegated.');
export const spendNature = z.enum(SPEND_NATURES);
export const schoolType = z.enum(SCHOOL_TYPES);
export const disposalRoute = z.enum(DISPOSAL_ROUTES);
export const locationKind = z.enum(LOCATION_KINDS);
export const agreementKind = z.enum(AGREEMENT_KINDS);
export const payPeriod = z.enum(PAY_PERIODS);
export const costDriver = z.enum(COST_DRIVERS);
export const contractKind = z.enum(CONTRACT_KINDS);
export const warrantyKind = z.enum(WARRANTY_KINDS);
export const ledgerKind = z.enum(LEDGER_KINDS);
export const expirySubject = z.enum(EXPIRY_SUBJECTS);
export const expiryDecision = z.enum(EXPIRY_DECISIONS);
export const bindingFactor = z.enum(LIMITING_FACTORS).exclude(['manual']);
export const categoryKey = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'A category is one of the plan’s own names, such as laptop.');
export const base64 = z.base64();
/** A file's name as it came, for messages and the history; never used as a path. */
export const fileName = z.string().min(1).max(255);
/** A generated file: the host gives it to the person; a screen never sees a path. */
export const generatedFile = z.object({ fileName: z.string(), mimeType: z.string(), base64: z.string() });
export const nothing = z.strictObject({});
/** A list in an answer: nobody who gets one changes it. */
export const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();
