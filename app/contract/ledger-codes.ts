import { z } from 'zod';
import { CHART_FIELDS, chartOptions } from './chart-options.ts';
import { command, query } from './entry.ts';
import { base64, costCategory, fileName, fundKey, id, list, plainText, spendNature } from './fields.ts';

/*
 * The school's own codes: brought in from its finance system as a dry run that changes nothing, then one undoable change;
 * or typed, and mapped many at once. A file is sent once with its contents; from then on its fingerprint is enough.
 */

const code = plainText.min(1, 'A code has at least one character.').max(40, 'A code has at most 40 characters.');
const name = plainText.max(200, 'A description has at most 200 characters.');
const many = <Shape extends z.ZodRawShape>(set: Shape) =>
  z.array(z.strictObject({ code, set: z.strictObject(set).partial() })).min(1, 'Name at least one code.').max(5_000, 'At most 5,000 codes are set at once.');
const gone = z.array(id).min(1, 'Name at least one code.').max(5_000, 'At most 5,000 codes are taken away at once.');

const ledgerFields = {
  description: name,
  /** EX expenditure, IN income, ES expenditure on staff. */
  ledgerType: z.enum(['EX', 'IN', 'ES']).nullable(),
  /** The code of the return that it has in the finance system. */
  cfrCode: plainText.max(100, 'A code of the return has at most 100 characters.').nullable(),
  /** What it stands for; null is not mapped. A category without a nature is as its fund says. */
  costCategory: costCategory.nullable(), nature: spendNature.nullable(),
  /** Whether exports name it where several stand for the same. */
  preferred: z.boolean(),
};
const centreFields = { name: name.min(1, 'A cost centre has a name.'), departmentId: id.nullable(), counts: z.boolean(), preferred: z.boolean() };
const fundFields = { name: name.nullable(), fundKey: fundKey.nullable() };

const file = { fileName, base64: base64.optional(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/).optional(), options: chartOptions.optional() };
const job = z.string().min(1).max(60).optional();

const comparedCode = z.object({
  /** The row of the sheet, or the line of the document. */
  row: z.int(), code: z.string(), name: z.string().nullable(),
  outcome: z.enum(['new', 'changed', 'unchanged']),
  /** What is changed, in words. */
  changes: list(z.string()),
});
const counts = z.object({
  /** Always new + changed + unchanged + refused. */
  read: z.int(), new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(),
});
const goneCodes = z.object({ ledgerCodes: list(z.string()), fundCodes: list(z.string()), costCentres: list(z.string()) });

export const chartReport = z.object({
  fileName: z.string(), fingerprint: z.string(),
  /** What an XML document says of itself. */
  about: z.object({ schoolName: z.string().nullable(), financialYear: z.string().nullable(), exportDate: z.string().nullable() }).nullable(),
  /** How a sheet is read; null for an XML document. */
  sheet: z.object({
    name: z.string().nullable(), names: list(z.string()), headerRow: z.int().nullable(),
    columns: list(z.object({ index: z.int(), letter: z.string(), heading: z.string(), example: z.string(), is: z.enum(CHART_FIELDS).nullable() })),
    /** Why nothing can be read of it yet. */
    stuck: z.string().nullable(),
  }).nullable(),
  counts,
  ledgerCodes: list(comparedCode.extend({
    cfrCode: z.string().nullable(), ledgerType: z.string().nullable(), costCategory: costCategory.nullable(), nature: spendNature.nullable(),
    state: z.enum(['mapped', 'to_map', 'not_ict']),
    /** What it stands for, in words. */
    standsFor: z.string(),
  })),
  fundCodes: list(comparedCode.extend({ fundKey: fundKey.nullable() })),
  costCentres: list(comparedCode.extend({ departmentId: id.nullable() })),
  refused: list(z.object({ row: z.int(), kind: z.enum(['ledgerCode', 'fundCode', 'costCentre']), code: z.string().nullable(), reason: z.string() })),
  /** Codes of the plan that the file does not have. They are kept. */
  gone: goneCodes,
  /** How each doubtful thing was read. */
  decisions: list(z.object({ column: z.string(), readAs: z.string() })),
});
export type ChartReport = z.infer<typeof chartReport>;

const example = {
  fileName: 'chart.xml',
  // <GLAccounts><LedgerCode><LedgerCode>4410</LedgerCode><Funds><Fund FundCode="01" CFRCode="E20E"/></Funds></LedgerCode></GLAccounts>
  base64: 'PEdMQWNjb3VudHM+PExlZGdlckNvZGU+PExlZGdlckNvZGU+NDQxMDwvTGVkZ2VyQ29kZT48RnVuZHM+PEZ1bmQgRnVuZENvZGU9IjAxIiBDRlJDb2RlPSJFMjBFIi8+PC9GdW5kcz48L0xlZGdlckNvZGU+PC9HTEFjY291bnRzPg==',
};

export const ledgerCodeEntries = {
  'finance.chart': query({
    about: 'Read a chart of accounts and say what would come in of its codes and what they stand for. Nothing changes.',
    input: z.strictObject({ ...file, job }), output: chartReport, largeBody: true, example,
  }),
  'finance.takeChart': command({
    about: 'Bring the codes of a chart of accounts in as one change that can be undone. What was mapped stays mapped.',
    input: { ...file, job }, value: chartReport, largeBody: true, example,
  }),
  'ledgerCode.set': command({
    about: 'Add ledger codes, or say of many at once what they are and stand for; a field left out stays as it is.',
    input: { codes: many(ledgerFields) }, value: z.null(),
    example: { codes: [{ code: '4410', set: { description: 'ICT equipment', costCategory: 'laptops_desktops_tablets', nature: 'revenue' } }] },
  }),
  'ledgerCode.remove': command({ about: 'Take ledger codes out of the plan.', input: { ids: gone }, value: z.null(), example: { ids: [1] } }),
  'costCentre.set': command({
    about: 'Add cost centres, or say of many at once whose they are and whether they count as ICT; a field left out stays as it is.',
    input: { codes: many(centreFields) }, value: z.null(), example: { codes: [{ code: 'SCI', set: { name: 'Science', counts: true } }] },
  }),
  'costCentre.remove': command({ about: 'Take cost centres out of the plan.', input: { ids: gone }, value: z.null(), example: { ids: [1] } }),
  'fundCode.set': command({
    about: 'Add the codes of funds in the finance system, or say of many at once which fund they stand for; a field left out stays as it is.',
    input: { codes: many(fundFields) }, value: z.null(), example: { codes: [{ code: '01', set: { fundKey: 'delegated' } }] },
  }),
  'fundCode.remove': command({ about: 'Take codes of funds out of the plan.', input: { ids: gone }, value: z.null(), example: { ids: [1] } }),
};
