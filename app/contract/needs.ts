import { z } from 'zod';
import {
  CHECK_ANSWERS, COST_PARTS, COST_STANDINGS, EVIDENCE_KINDS, LATER_YEARS, LINK_STRENGTHS, MEETS, MOSCOW, NEED_REASONS, OPTION_KINDS,
} from '../../planning/analysis/vocabulary.ts';
import { command, query } from './entry.ts';
import { basisPoints, categoryKey, costCategory, fundKey, generatedFile, id, isoDate, list, pence, plainText, quantity, shortText, userGroup, withoutUnseen } from './fields.ts';

/** What people need, what it could cost and what is recommended. A field left out of a change stays as it is. */

/** Text that must be there, with the sentence that says what is wanted. */
const wanted = (sentence: string, most: number) =>
  z.string({ error: sentence }).overwrite(withoutUnseen).trim().min(1, sentence).max(most, `At most ${most.toLocaleString('en-GB')} characters fit here.`);
const words = plainText.max(2_000, 'At most 2,000 characters fit here.').transform((text) => (text === '' ? null : text)).nullable();
const gigabytes = z.int('Gigabytes are a whole number.').min(1, 'Gigabytes are 1 or more.').max(1_000_000, 'Gigabytes are at most 1,000,000.').nullable();
const cores = z.int('Cores are a whole number.').min(1, 'Cores are 1 or more.').max(1_000, 'Cores are at most 1,000.').nullable();
const hours = z.int('Hours are a whole number.').min(0, 'Hours are 0 or more.').max(100_000, 'Hours are at most 100,000.').nullable();

/** Nullable fields of a form: left out of something new, they are not known. */
const orNone = <Shape extends Record<string, z.ZodType>>(shape: Shape): { [Key in keyof Shape]: z.ZodDefault<Shape[Key]> } =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, schema.default(null)])) as { [Key in keyof Shape]: z.ZodDefault<Shape[Key]> };

const requirements = {
  needsSystem: shortText.nullable(), needsMemoryGb: gigabytes, leastMemoryGb: gigabytes, needsCores: cores, leastCores: cores, needsStorageGb: gigabytes,
};

const links = z.array(z.strictObject({ objectiveId: id, strength: z.enum(LINK_STRENGTHS).default('helps') })).max(200);
const evidence = z.array(z.strictObject({
  kind: z.enum(EVIDENCE_KINDS).default('words'),
  ...orNone({ text: words, categoryKey: categoryKey.nullable(), locationId: id.nullable(), departmentId: id.nullable() }),
})).max(50);

const answer = z.enum(CHECK_ANSWERS);
const product = wanted('Say what the software is called.', 200);
const seats = z.int('Seats are a whole number.').min(1, 'Seats are 1 or more.').max(1_000_000, 'Seats are at most 1,000,000.').nullable();
const software = z.strictObject({
  product, ...orNone({ publisher: shortText.nullable(), seats, softwareId: id.nullable(), checkNote: words }),
  /** Whether it runs on what the school has, can be installed over the network, and may be used so under its licence. */
  compatible: answer.default('unknown'), networkInstall: answer.default('unknown'), licenceAllows: answer.default('unknown'),
});

const role = wanted('Say who asked for it, as a role: Music subject lead.', 200);
const statement = wanted('Say what people need to be able to do.', 2_000);
const impact = wanted('Say what follows if it is not met: a need without that cannot be weighed.', 2_000);
const pupils = z.int('Pupils are a whole number.').min(0, 'Pupils are 0 or more.').max(20_000, 'Pupils are at most 20,000.').nullable();
const optional = {
  departmentId: id.nullable(), pupils, neededBy: isoDate.nullable(), standardId: id.nullable(), recommendedBecause: words, recommendedIfNot: words, ...requirements,
};
const needFields = {
  name: shortText, statement, askedByRole: role, askedOn: isoDate,
  /** What drives the need; every command has a `reason` of its own, why it was sent. */
  needReason: z.enum(NEED_REASONS), impact, moscow: z.enum(MOSCOW), ...optional, links, evidence,
  software: software.nullable(),
};

/** What may be left out of a new cost, and what then holds. */
const aboutCost = {
  fundKey: fundKey.nullable(), until: isoDate.nullable(), unitPence: pence.nullable(), priceDate: isoDate.nullable(), riseBp: basisPoints.nullable(),
  modelId: id.nullable(), locationId: id.nullable(), userGroup: userGroup.nullable(), memoryGb: gigabytes, storageGb: gigabytes, recurringId: id.nullable(),
};
const costFields = {
  part: z.enum(COST_PARTS), name: wanted('Say what it pays for.', 200),
  standing: z.enum(COST_STANDINGS), categoryKey, costCategory,
  /** The day it is bought or from which it is paid; a cost without one is refused. */
  on: isoDate.nullable(), quantity, yearlyPence: pence, ...aboutCost,
};
export const newCost = z.strictObject({
  part: costFields.part.default('kit'), name: costFields.name,
  /** Left out, training is paid from another budget and everything else is new money. */
  standing: costFields.standing.optional(),
  /** Left out, software for software, else a support contract; kit names its own. */
  categoryKey: categoryKey.optional(), costCategory: costCategory.optional(),
  on: costFields.on.default(null), quantity: quantity.default(1), yearlyPence: pence.default(0), ...orNone(aboutCost),
});

const optionFields = {
  name: wanted('Say what the option is called.', 200), kind: z.enum(OPTION_KINDS), meets: z.enum(MEETS).nullable(), meetsWords: plainText.max(80, 'At most 80 characters fit here.').nullable(),
  supportHoursOnce: hours, supportHoursYearly: hours, laterYears: z.enum(LATER_YEARS).nullable(),
};
const { name: optionName, kind: optionKind, ...aboutOption } = optionFields;
const newOption = z.strictObject({ name: optionName, kind: optionKind.default('other'), ...orNone(aboutOption), costs: z.array(newCost).max(100).default([]) });

const amount = z.int();
const reportedNeed = z.object({
  ref: z.string(), name: z.string(), statement: z.string(), askedBy: z.string(), neededBy: isoDate.nullable(), impact: z.string(), moscow: z.string(),
  serves: list(z.string()), state: z.string(), decision: z.string().nullable(),
  options: list(z.object({
    letter: z.string(), name: z.string(), recommended: z.boolean(), meets: z.string().nullable(), byYear: list(amount), kitPence: amount, softwarePence: amount, trainingPence: amount,
    supportPence: amount, totalPence: amount, addsPence: amount, inPlanPence: amount, elsewherePence: amount, unpricedNames: list(z.string()), hoursOnce: amount, hoursYearly: amount,
  })),
});

const exampleCost = { part: 'kit', name: 'Better model, 16 desktops', categoryKey: 'desktop', on: '2027-09-01', quantity: 16, unitPence: 32_500 } as const;

export const needEntries = {
  'need.add': command({
    about: 'Add a need with its links to objectives, its evidence and its options with their costs. Without options it starts with “Do nothing” and “Use what we have”.',
    input: {
      statement, askedByRole: role, impact,
      /** Left out, the first words of the statement. */
      name: shortText.optional(), askedOn: isoDate.optional(), needReason: needFields.needReason.default('curriculum'), moscow: needFields.moscow.default('should'),
      ...orNone(optional), links: links.default([]), evidence: evidence.default([]), software: needFields.software.default(null),
      options: z.array(newOption.extend({ recommended: z.boolean().default(false) })).max(26).optional(),
      /** The note of a conversation, or the idea of a user group, that it grew out of. */
      fromNoteId: id.nullable().default(null), fromIdeaId: id.nullable().default(null),
    },
    value: z.object({ id, number: z.int(), optionIds: list(id) }),
    example: {
      name: 'Music Technology suite', statement: 'From September 2027, 16 students record, edit and mix on a workstation each', askedByRole: 'Music subject lead',
      impact: 'The course cannot start.', neededBy: '2027-09-01', needsMemoryGb: 16, options: [{ name: 'Better model', meets: 'yes', recommended: true, costs: [exampleCost] }],
    },
  }),
  'need.edit': command({
    about: 'Change a need; links, evidence and the software request take the place of those that were there.',
    input: { id, set: z.strictObject(needFields).partial() }, value: z.null(),
    example: { id: 1, set: { impact: 'The course cannot start.' } },
  }),
  'need.remove': command({
    about: 'Take a need out of the plan with its options; one that a decision was made on stays and can be withdrawn.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'need.recommend': command({
    about: 'Recommend one option of a need to those who decide, or none, with because and if not.',
    input: { id, optionId: id.nullable(), ...orNone({ because: words, ifNot: words }) }, value: z.null(),
    example: { id: 1, optionId: 1, because: 'the room is due anyway', ifNot: 'the course cannot start' },
  }),
  'need.request': command({
    about: 'Ask for software for lessons in short: what, for how many, by when and why. It is a need with three checks to be answered before anybody decides.',
    input: {
      product, whatFor: wanted('Say what it is for: what pupils or staff do with it.', 2_000), askedByRole: role, impact,
      ...orNone({ publisher: shortText.nullable(), seats, departmentId: id.nullable(), neededBy: isoDate.nullable(), softwareId: id.nullable(), checkNote: words }),
      compatible: answer.default('unknown'), networkInstall: answer.default('unknown'), licenceAllows: answer.default('unknown'), links: links.default([]),
    },
    value: z.object({ id, number: z.int(), optionIds: list(id) }),
    example: { product: 'Sketch and sound', whatFor: 'Students mix what they have recorded', askedByRole: 'Music subject lead', impact: 'Assessed work cannot be done in lessons.', seats: 16 },
  }),
  'option.add': command({
    about: 'Add an option to a need, with its costs.', input: { needId: id, ...newOption.shape }, value: z.object({ id, costIds: list(id) }),
    example: { needId: 1, name: 'More memory now', meets: 'partly', meetsWords: 'Slow, one year', costs: [exampleCost] },
  }),
  'option.edit': command({
    about: 'Change an option; a list of costs takes the place of the one that was there, costs with their number are kept and changed.',
    input: { id, set: z.strictObject({ ...optionFields, costs: z.array(newCost.extend({ id: id.optional() })).max(100) }).partial() }, value: z.null(),
    example: { id: 1, set: { meets: 'no', meetsWords: 'Course cannot run' } },
  }),
  'option.remove': command({
    about: 'Take an option off a need; one that was decided on stays.', input: { id }, value: z.null(), example: { id: 1 },
  }),
  'cost.add': command({
    about: 'Add a cost to an option.', input: { optionId: id, ...newCost.shape }, value: z.object({ id }), example: { optionId: 1, ...exampleCost },
  }),
  'cost.edit': command({
    about: 'Change a cost of an option.', input: { id, set: z.strictObject(costFields).partial() }, value: z.null(), example: { id: 1, set: { unitPence: 31_900 } },
  }),
  'cost.remove': command({
    about: 'Take a cost off an option.', input: { id }, value: z.null(), example: { id: 1 },
  }),
  'need.report': query({
    about: 'Every need with where it stands, what it serves, and what each option costs in the plan’s years.',
    input: z.strictObject({ asOf: isoDate.optional(), scenarioId: id.optional() }),
    output: z.object({ asOf: isoDate, years: list(z.string()), needs: list(reportedNeed) }), example: {},
  }),
  'documents.needs': query({
    about: 'The needs as CSV or Excel: who asked, by when, what they serve, where they stand, and what each option costs in the plan’s years.',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), asOf: isoDate.optional(), scenarioId: id.optional() }),
    output: generatedFile, example: { format: 'csv' },
  }),
};
