import { z } from 'zod';
import { DECISION_CHOICES } from '../../planning/analysis/vocabulary.ts';
import { command } from './entry.ts';
import { id, isoDate, pence, plainText, shortText } from './fields.ts';

/** Decisions with their reasons: waiting ones, made ones, who is told and how it went. */

const role = shortText.min(1, 'Say who: a role, such as Headteacher or Finance committee.');
/** A few sentences; nothing typed is nothing said. */
const words = plainText.max(1_000, 'At most 1,000 characters.').transform((text) => (text === '' ? null : text)).nullable();
const day = isoDate.nullable();

const weighedOption = z.strictObject({
  name: shortText, pence: pence.nullable().default(null), follows: words.default(null), chosen: z.boolean().default(false),
});
const telling = z.strictObject({
  /** Of somebody who is on the list already; left out for a new one. */
  id: id.optional(), role, what: words.default(null), dueOn: day.default(null), toldOn: day.default(null), how: words.default(null),
});
const weighed = z.array(weighedOption).max(20, 'At most 20 options are weighed.');
const tellings = z.array(telling).max(50, 'At most 50 are told of one decision.');

const subject = { title: shortText.min(1, 'Say what is decided, in a few words.'), decider: role, decideBy: day };

/** What a decision says once it is made. */
const made = {
  optionId: id.nullable().default(null), mergedIntoNeedId: id.nullable().default(null), because: words.default(null), ifNot: words.default(null),
  conditions: words.default(null),
  /** What they can do meanwhile. Where something is declined or deferred it is said, if only as null: there is nothing. */
  workaround: words.optional(),
  whoNote: words.default(null), reviewOn: day.default(null), reviewQuestion: words.default(null), pilotUntil: day.default(null),
  pilotMeasure: words.default(null), virementId: id.nullable().default(null),
};
const choice = z.enum(DECISION_CHOICES);

export const decisionEntries = {
  'decision.add': command({
    about: 'Put something up for decision, by when and who decides; or, with a choice and a day, record a decision that was made. What is weighed for a need is worked out.',
    input: {
      ...subject, decideBy: day.default(null), needId: id.nullable().default(null), ...made, choice: choice.nullable().default(null), decidedOn: day.default(null),
      weighed: weighed.default([]), tellings: tellings.default([]),
    },
    value: z.object({ id }),
    example: {
      title: 'Printer lease: give notice or let it renew', decider: 'Business manager', decideBy: '2027-01-31',
      weighed: [{ name: 'Let it renew', pence: 577_000, follows: 'A page costs four times as much' }, { name: 'Give notice', pence: 0, chosen: true }],
    },
  }),
  'decision.decide': command({
    about: 'Make a decision that was waiting: the choice, why, what follows if not, who and when, and when it is looked at again.',
    input: { id, ...made, choice, decidedOn: isoDate, decider: role.optional(), weighed: weighed.optional(), tellings: tellings.optional() },
    value: z.null(),
    example: { id: 1, choice: 'defer', decidedOn: '2026-11-20', because: 'The tender is not back yet', workaround: null, reviewOn: '2027-01-15' },
  }),
  'decision.edit': command({
    about: 'Change a decision that is waiting; of one that was made only who is told, its move of money and its review.',
    input: {
      id, set: z.strictObject({
        title: subject.title, decider: role, decideBy: day, needId: id.nullable(), weighed, tellings, virementId: id.nullable(), reviewOn: day, reviewQuestion: words,
      }).partial(),
    },
    value: z.null(), example: { id: 1, set: { decideBy: '2027-02-14' } },
  }),
  'decision.remove': command({
    about: 'Take a decision back, made or waiting: what it put into the plan leaves it.',
    input: { id }, value: z.null(), example: { id: 1 },
  }),
  'decision.replace': command({
    about: 'Make a new decision that takes the place of one that was made.',
    input: {
      id, title: subject.title.optional(), decider: role.optional(), ...made, choice, decidedOn: isoDate, weighed: weighed.default([]), tellings: tellings.default([]),
    },
    value: z.object({ id }),
    example: { id: 1, choice: 'approve', decidedOn: '2026-11-21', because: 'The tender came back below the limit' },
  }),
  'decision.tell': command({
    about: 'Write down that somebody has been told of a decision, when and how; null where they have not been after all.',
    input: { id, tellingId: id, toldOn: day, how: words.default(null) },
    value: z.null(), example: { id: 1, tellingId: 1, toldOn: '2026-11-21', how: 'In person' },
  }),
  'decision.review': command({
    about: 'Write down how a decision went, and when it is looked at again, if it is.',
    input: {
      id, reviewedOn: isoDate, outcome: plainText.min(1, 'Say how it went.').max(1_000, 'At most 1,000 characters.'), reviewOn: day.default(null),
      reviewQuestion: words.default(null),
    },
    value: z.null(), example: { id: 1, reviewedOn: '2026-11-21', outcome: '71% of pupils use it weekly', reviewOn: '2027-06-30' },
  }),
};
