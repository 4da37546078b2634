import { z } from 'zod';
import { ANSWER_STANDINGS } from '../../planning/analysis/standards/answers.ts';
import { STANDARD_STATUSES, STANDARD_TIERS } from '../../planning/analysis/vocabulary.ts';
import { historyEntry } from './plan.ts';
import { command, query } from './entry.ts';
import { generatedFile, id, isoDate, list, nothing, plainText, shortText } from './fields.ts';

/** The standards a school checks itself against: the shipped set of England, a set of its own, and the answers. */

const day = isoDate.nullable();
const maybe = (most: number) => plainText.max(most, `At most ${most} characters fit here.`).nullable();

const requirement = {
  ref: plainText.min(1, 'A requirement has a short reference, such as NS-2.').max(20, 'A reference has at most 20 characters, such as NS-2.'),
  standard: plainText.min(1, 'Name the standard that it belongs to, such as Network switching.').max(120, 'The name of a standard has at most 120 characters.'),
  tier: z.enum(STANDARD_TIERS),
  /** By when: a year, or words. */
  target: maybe(60),
  requirement: plainText.min(1, 'Say what is required, in a sentence.').max(1_000, 'A requirement has at most 1,000 characters.'),
  measure: maybe(120), threshold: maybe(200), cadence: maybe(120),
  source: maybe(300), asOf: day,
};

/** A requirement as it is typed: what nobody says is left empty. */
const typed = {
  ...requirement, tier: requirement.tier.default('additional'), target: requirement.target.default(null), measure: requirement.measure.default(null),
  threshold: requirement.threshold.default(null), cadence: requirement.cadence.default(null), source: requirement.source.default(null), asOf: day.default(null),
};

const text = z.string();
const shippedRow = z.object({
  ref: text, standard: text, tier: z.enum(STANDARD_TIERS), target: text.nullable(), requirement: text, measure: text.nullable(), threshold: text.nullable(),
  cadence: text.nullable(), source: text, asOf: text,
  /** Whether the plan has a requirement of that reference. */
  taken: z.boolean(),
});

const standing = z.enum(ANSWER_STANDINGS);
const counts = z.object({ not: z.int(), partly: z.int(), unknown: z.int(), meets: z.int(), na: z.int() });
const pence = list(z.int());

export const standardsReport = z.object({
  asOf: isoDate, sentence: text,
  standards: list(z.object({
    name: text, tier: z.enum(STANDARD_TIERS), target: text.nullable(),
    /** That of its worst answer. */
    standing, counts,
    requirements: list(z.object({
      id, ref: text, requirement: text, standing, by: z.enum(['person', 'register', 'nobody']), says: text,
      /** Whether a person says one thing and the register another. */
      overruled: z.boolean(), ownerRole: text.nullable(), nextReview: text.nullable(), late: z.boolean(), needs: list(text),
    })),
  })),
  /** The core requirements at the end of each year of the plan, under what is agreed and planned. */
  road: z.object({
    sentence: text, deadline: text.nullable(), today: counts, years: list(z.object({ label: text, end: isoDate, counts })),
    agreedPence: pence, openPence: pence, refreshPence: pence, gaps: list(z.object({ ref: text, closes: text, inTime: z.boolean() })),
  }),
});
export type StandardsReport = z.infer<typeof standardsReport>;

const view = { asOf: isoDate.optional(), /** The way forward; the plan itself when left out. */ scenarioId: id.optional() };

export const standardEntries = {
  'standard.shipped': query({
    about: 'The requirements that come with Kitplan (the DfE’s digital and technology standards, for England), and which of them the plan has.',
    input: nothing, output: list(shippedRow), example: {},
  }),
  'standard.records': query({
    about: 'The day on which the list of kit, and that of contracts and software, were last changed, and by what: what an answer about reviewing them rests on.',
    input: nothing,
    output: list(z.object({ list: z.enum(['kit', 'agreements']), changedOn: isoDate, label: text })), example: {},
  }),
  'standard.history': query({
    about: 'The changes of one requirement, its words and its answers, newest first.',
    input: z.strictObject({ id }), output: list(historyEntry), example: { id: 1 },
  }),
  'standard.takeShipped': command({
    about: 'Put the shipped requirements that the plan does not have yet into it; what it has stays as it is, with its answers.',
    input: { /** Only these; all of them when left out. */ refs: z.array(requirement.ref).max(500).optional() },
    value: z.object({ added: z.int() }),
    example: {},
  }),
  'standard.add': command({
    about: 'Add a requirement of the school’s own, or of another nation’s standards.',
    input: typed, value: z.object({ id }),
    example: { ref: 'EDS-4', standard: 'Hwb: wireless', requirement: 'Wi-Fi is planned for its whole life.', source: 'hwb.gov.wales', asOf: '2026-11-20' },
  }),
  'standard.edit': command({
    about: 'Change what a requirement says, its threshold, its source; the answer stays.',
    input: { id, set: z.strictObject(requirement).partial() }, value: z.null(),
    example: { id: 1, set: { threshold: 'leased line', source: 'gov.uk, read on 20 November 2026', asOf: '2026-11-20' } },
  }),
  'standard.answer': command({
    about: 'Answer a requirement: how it stands, on what evidence, who owns it, and when it is looked at again. Status null goes by the register, where it can say.',
    input: {
      id, status: z.enum(STANDARD_STATUSES).nullable(),
      /** Needed where it does not apply, and where the register says otherwise. */
      evidence: maybe(2_000).default(null), ownerRole: shortText.nullable().default(null),
      /** Today when left out. */
      answeredOn: isoDate.optional(), nextReview: day.default(null),
    },
    value: z.null(),
    example: { id: 1, status: 'meets', evidence: 'Fibre leased line, contract C-14', ownerRole: 'Network manager', nextReview: '2027-11-20' },
  }),
  'standard.remove': command({
    about: 'Take a requirement out of the set, with its answer; needs that close its gap stay.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'standard.report': query({
    about: 'The standards with their answers, the worst first, and how the core ones stand at the end of each year under what is agreed and planned, with its cost.',
    input: z.strictObject(view), output: standardsReport, example: { asOf: '2026-11-21' },
  }),
  'documents.standards': query({
    about: 'The standards with the school’s answers as one CSV table, a row for each requirement.',
    input: z.strictObject(view), output: generatedFile, example: { asOf: '2026-11-21' },
  }),
};
