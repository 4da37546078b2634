import { z } from 'zod';
import { STARTING_SETS } from '../../planning/analysis/development/starting-sets.ts';
import { CRITERION_STATUSES, TERMS } from '../../planning/analysis/vocabulary.ts';
import { command, query } from './entry.ts';
import { id, isoDate, list, pence, plainText, shortText, year } from './fields.ts';

/**
 * The school development plan: its years, areas, priorities and objectives, what shows that an objective is met, who does
 * what by when, and what is said of it each term. Roles, never names. A field left out of a change stays as it is.
 */

const heading = plainText.min(1, 'A heading has at least one character.').max(40, 'A heading has at most 40 characters.');
const number = plainText.min(1, 'A number has at least one character.').max(20, 'A number has at most 20 characters, as in 3.2.').nullable();
const sentence = plainText.min(1, 'This has at least one character.').max(1_000, 'This has at most 1,000 characters.');
const note = plainText.min(1, 'A note has at least one character.').max(4_000, 'A note has at most 4,000 characters.');
const roleOf = shortText.nullable();
const status = z.enum(CRITERION_STATUSES, 'A success criterion is not started, in progress, not met, partly met or met.');
/** A place in a list, counted from 0; the end where it is past it. */
const place = z.int().min(0, 'The first place is 0.').max(10_000, 'A place is at most 10,000.');
const added = z.object({ id });

const planFields = {
  name: shortText, startsOn: isoDate, endsOn: isoDate, ownerRole: roleOf, areaHeading: heading, priorityHeading: heading, objectiveHeading: heading,
};
const priorityFields = { number, name: shortText, rationale: note.nullable(), ownerRole: roleOf };
const objectiveFields = { number, name: shortText, statement: sentence.nullable(), leadRole: roleOf };
const criterionFields = { text: sentence, status };
const actionFields = { text: sentence, leadRole: roleOf, startsOn: isoDate.nullable(), dueOn: isoDate.nullable(), doneOn: isoDate.nullable(), costPence: pence.nullable() };
const actionDefaults = {
  leadRole: roleOf.default(null), startsOn: isoDate.nullable().default(null), dueOn: isoDate.nullable().default(null), doneOn: isoDate.nullable().default(null),
  costPence: pence.nullable().default(null),
};

const treeRow = z.strictObject({
  area: shortText,
  priority: shortText.nullable().default(null), priorityNumber: number.default(null),
  /** Null where the row gives an area or a priority only. */
  name: shortText.nullable().default(null), number: number.default(null), statement: sentence.nullable().default(null), leadRole: roleOf.default(null),
  criteria: z.array(z.strictObject({ text: sentence, status: status.default('not_started') })).max(200).default([]),
  /** `done` without a day is done on the day it was due, or today where that is still to come. */
  actions: z.array(z.strictObject({ text: sentence, ...actionDefaults, done: z.boolean().default(false) })).max(200).default([]),
});

const planEntries = {
  'development.addPlan': command({
    about: 'Start a school development plan: its years, the school’s words for areas, priorities and objectives, and the areas to start from.',
    input: {
      name: shortText, startsOn: isoDate, endsOn: isoDate, ownerRole: roleOf.default(null), areaHeading: heading.default('Area'),
      priorityHeading: heading.default('Priority'), objectiveHeading: heading.default('Objective'), startWith: z.enum(STARTING_SETS).nullable().default(null),
    },
    value: added, example: { name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: 'Headteacher', startWith: 'ofsted_2025' },
  }),
  'development.editPlan': command({
    about: 'Rename a development plan, change its years, or the school’s words for its areas, priorities and objectives.',
    input: { id, set: z.strictObject(planFields).partial() }, value: z.null(), example: { id: 1, set: { priorityHeading: 'Initiative' } },
  }),
  'development.removePlan': command({
    about: 'Take a development plan away with all that is in it; needs and user groups lose their links to it.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'development.startWith': command({
    about: 'Add the areas of an inspectorate to a development plan; those it has already are not doubled.',
    input: { planId: id, set: z.enum(STARTING_SETS) }, value: z.object({ areas: z.int() }), example: { planId: 1, set: 'estyn' },
  }),
  'development.addTree': command({
    about: 'Add many rows at once: areas, priorities, objectives, their success criteria and actions. What the plan has already (an objective by its number, else by its name in its area) is added to, not doubled.',
    input: { planId: id, rows: z.array(treeRow).min(1, 'Send at least one row.').max(5_000, 'A development plan has at most 5,000 rows.') },
    value: z.object({
      areas: z.int(), priorities: z.int(), objectives: z.int(), criteria: z.int(), actions: z.int(),
      /** Objectives of the plan that a row adds to. */
      addedTo: z.int(),
      /** Rows whose number is that of an objective with another name: they were added to it. */
      otherNames: list(z.object({ row: z.int(), number: z.string(), inPlan: z.string(), typed: z.string() })),
    }),
    example: {
      planId: 1, rows: [{
        area: 'Attendance and behaviour', priority: 'Every day counts', priorityNumber: '3', number: '3.2', name: 'Attendance',
        statement: 'Attendance above 94% in every year group', leadRole: 'Attendance lead', criteria: [{ text: 'Every year group above 94%', status: 'in_progress' }],
        actions: [{ text: 'Call home on the first morning', leadRole: 'Attendance officer', dueOn: '2026-12-04', costPence: 120_000 }],
      }],
    },
    largeBody: true,
  }),
};

const partEntries = {
  'area.add': command({
    about: 'Add an area to a development plan.', input: { planId: id, name: shortText }, value: added, example: { planId: 1, name: 'Reading' },
  }),
  'area.edit': command({ about: 'Rename an area.', input: { id, set: z.strictObject({ name: shortText }) }, value: z.null(), example: { id: 1, set: { name: 'Belonging' } } }),
  'area.move': command({ about: 'Put an area in another place of its plan.', input: { id, to: place }, value: z.null(), example: { id: 1, to: 1 } }),
  'area.remove': command({ about: 'Take an area away with all that is in it; needs lose their links to its objectives.', input: { id }, value: z.null(), example: { id: 1 } }),
  'priority.add': command({
    about: 'Add a priority to an area.',
    input: { areaId: id, number: number.default(null), name: shortText, rationale: note.nullable().default(null), ownerRole: roleOf.default(null) },
    value: added, example: { areaId: 1, number: '4', name: 'A safe place', rationale: 'Incidents online rose by a third', ownerRole: 'Deputy head' },
  }),
  'priority.edit': command({ about: 'Change a priority.', input: { id, set: z.strictObject(priorityFields).partial() }, value: z.null(), example: { id: 1, set: { ownerRole: 'Assistant head' } } }),
  'priority.move': command({
    about: 'Put a priority in another place, or into another area of the plan: its objectives go along.',
    input: { id, areaId: id.optional(), to: place.optional() }, value: z.null(), example: { id: 1, areaId: 2 },
  }),
  'priority.remove': command({ about: 'Take a priority away; its objectives stay in the area.', input: { id }, value: z.null(), example: { id: 1 } }),
};

const objectiveEntries = {
  'objective.add': command({
    about: 'Add an objective to an area, or to a priority of it.',
    input: {
      areaId: id, priorityId: id.nullable().default(null), number: number.default(null), name: shortText, statement: sentence.nullable().default(null),
      leadRole: roleOf.default(null),
    },
    value: added, example: { areaId: 1, number: '4.1', name: 'Online safety', statement: 'Every pupil knows whom to tell', leadRole: 'Safeguarding lead' },
  }),
  'objective.edit': command({
    about: 'Change the number, the name, the whole sentence or the lead of an objective.',
    input: { id, set: z.strictObject(objectiveFields).partial() }, value: z.null(), example: { id: 1, set: { leadRole: 'Head of year 7' } },
  }),
  'objective.move': command({
    about: 'Put an objective in another place, or into another area or priority of the plan; its needs stay linked.',
    input: { id, areaId: id.optional(), priorityId: id.nullable().optional(), to: place.optional() }, value: z.null(), example: { id: 1, areaId: 2, priorityId: null },
  }),
  'objective.close': command({
    about: 'Close an objective as met or dropped. It is told which of its needs are still open; they stay as they are.',
    input: { id, state: z.enum(['met', 'dropped'], 'An objective is closed as met or dropped.'), on: isoDate },
    value: z.object({ openNeedIds: list(id) }), example: { id: 1, state: 'met', on: '2026-11-20' },
  }),
  'objective.reopen': command({ about: 'Open an objective again that was met or dropped.', input: { id }, value: z.null(), example: { id: 1 } }),
  'objective.noIct': command({
    about: 'Write down that an objective needs no ICT: who said so, and when.',
    input: { id, by: shortText, on: isoDate }, value: z.null(), example: { id: 1, by: 'Attendance lead', on: '2026-11-12' },
  }),
  'objective.mayNeedIct': command({ about: 'Take back that an objective needs no ICT.', input: { id }, value: z.null(), example: { id: 1 } }),
  'objective.remove': command({
    about: 'Take an objective away with its criteria, actions and notes; needs and user groups lose their links to it.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'criterion.add': command({
    about: 'Add a success criterion to an objective.',
    input: { objectiveId: id, text: sentence, status: status.default('not_started') }, value: added, example: { objectiveId: 1, text: 'No year group below 92%' },
  }),
  'criterion.edit': command({
    about: 'Change a success criterion, or how far it is met.', input: { id, set: z.strictObject(criterionFields).partial() }, value: z.null(),
    example: { id: 1, set: { status: 'met' } },
  }),
  'criterion.move': command({ about: 'Put a success criterion in another place.', input: { id, to: place }, value: z.null(), example: { id: 1, to: 1 } }),
  'criterion.remove': command({ about: 'Take a success criterion away.', input: { id }, value: z.null(), example: { id: 1 } }),
  'action.add': command({
    about: 'Add an action to an objective: who does what by when, and what it costs. The cost is the development plan’s own and no part of the forecast.',
    input: { objectiveId: id, text: sentence, ...actionDefaults }, value: added,
    example: { objectiveId: 1, text: 'Train form tutors', leadRole: 'Deputy head', startsOn: '2026-10-01', dueOn: '2026-12-18', costPence: 48_000 },
  }),
  'action.edit': command({ about: 'Change an action, or say that it is done.', input: { id, set: z.strictObject(actionFields).partial() }, value: z.null(), example: { id: 1, set: { doneOn: '2026-11-20' } } }),
  'action.move': command({ about: 'Put an action in another place.', input: { id, to: place }, value: z.null(), example: { id: 1, to: 1 } }),
  'action.remove': command({ about: 'Take an action away.', input: { id }, value: z.null(), example: { id: 1 } }),
  'progress.set': command({
    about: 'Write what is said of an objective for a term of a school year (2026 is 2026/27); null takes the note away.',
    input: { objectiveId: id, year, term: z.enum(TERMS, 'A term is autumn, spring or summer.'), text: note.nullable(), noteRole: roleOf.default(null) },
    value: z.null(), example: { objectiveId: 1, year: 2026, term: 'autumn', text: 'Year 9 is at 93%, up from 91%.', noteRole: 'Attendance lead' },
  }),
};

const text = z.string();
const paperObjective = z.object({
  id, title: text, statement: text.nullable(), facts: list(text), criteria: list(z.object({ text, status: text })),
  actions: list(z.object({ text, lead: text, when: text, cost: text })), notes: list(z.object({ when: text, text })),
});

const readEntries = {
  'development.read': query({
    about: 'A development plan in words, from top to bottom, with the sentence that says how it stands. The plan that the day falls in where none is named.',
    input: z.strictObject({ planId: id.optional(), asOf: isoDate.optional() }),
    output: z.object({
      sentence: text,
      /** Null where the school has written none down. */
      plan: z.object({
        title: text, under: text,
        parts: list(z.object({ title: text, level: z.enum(['area', 'priority']), rationale: text.nullable(), objectives: list(paperObjective) })),
      }).nullable(),
      plans: list(z.object({ id, name: text, years: text })),
    }),
    example: {},
  }),
};

export const developmentEntries = { ...readEntries, ...planEntries, ...partEntries, ...objectiveEntries };
