import { z } from 'zod';
import { ROUND_SOURCES } from '../../planning/analysis/conversations/round.ts';
import { CONVERSATION_ROLES, TALK_DIRECTIONS } from '../../planning/analysis/vocabulary.ts';
import { command } from './entry.ts';
import { id, isoDate, plainText, roleName, year } from './fields.ts';

/** What people said: conversations with their notes, the round of a year, and the school's own questions. People are roles, never names. */

const kind = z.enum(CONVERSATION_ROLES, 'A conversation is with one of Kitplan’s kinds of people, such as senco.');
const direction = z.enum(TALK_DIRECTIONS, 'A note is of a need or of an offer.');
const said = plainText.min(1, 'A note has at least one character.').max(2_000, 'A note has at most 2,000 characters.');
const question = plainText.min(1, 'A question has at least one character.').max(500, 'A question has at most 500 characters.');
const personFields = { kind, role: roleName, departmentId: id.nullable() };
/** Nested, since `role` beside it says who makes the change. */
const person = z.strictObject({ ...personFields, departmentId: personFields.departmentId.default(null) });
const added = z.object({ id });

export const conversationEntries = {
  'conversation.add': command({
    about: 'Write down a conversation that was held: when, with whom, and the notes that are known already.',
    input: {
      heldOn: isoDate, person,
      notes: z.array(z.strictObject({ direction, text: said, needId: id.nullable().default(null) })).max(200, 'A conversation has at most 200 notes.').default([]),
    },
    value: z.object({ id, noteIds: z.array(id).readonly() }),
    example: {
      heldOn: '2026-10-12', person: { kind: 'subject_lead', role: 'Music subject lead' },
      notes: [{ direction: 'need', text: '16 places with 16 GB each. Home laptops are not an option for assessed work.' }],
    },
  }),
  'conversation.edit': command({
    about: 'Change the day of a conversation or whom it was with; a field left out stays as it is.',
    input: { id, set: z.strictObject({ heldOn: isoDate, ...personFields }).partial() },
    value: z.null(), example: { id: 1, set: { heldOn: '2026-10-13' } },
  }),
  'conversation.remove': command({ about: 'Take a conversation out with its notes; needs that grew out of them stay.', input: { id }, value: z.null(), example: { id: 1 } }),
  'note.add': command({
    about: 'Add a note to a conversation, of what people need to do or of what was offered to them; `needId` where it is about a need.',
    input: { conversationId: id, direction: direction.default('need'), text: said, needId: id.nullable().default(null) },
    value: added, example: { conversationId: 1, direction: 'offer', text: 'Would use speech to text in mock exams if it works without the internet.' },
  }),
  'note.edit': command({
    about: 'Change a note, or say which need it is about (null: none any more); a field left out stays as it is.',
    input: { id, set: z.strictObject({ direction, text: said, needId: id.nullable() }).partial() },
    value: z.null(), example: { id: 1, set: { text: '16 places with 16 GB each.' } },
  }),
  'note.remove': command({ about: 'Take a note out of a conversation.', input: { id }, value: z.null(), example: { id: 1 } }),

  'round.add': command({
    about: 'Put somebody on the list of those who are to be heard in a school year (2026 is 2026/27).',
    input: { year, person }, value: added, example: { year: 2026, person: { kind: 'senco', role: 'SENDCo' } },
  }),
  'round.edit': command({
    about: 'Change who is to be heard; a field left out stays as it is.',
    input: { id, set: z.strictObject(personFields).partial() }, value: z.null(), example: { id: 1, set: { role: 'Deputy SENDCo' } },
  }),
  'round.remove': command({ about: 'Take somebody off a year’s round; conversations with them stay.', input: { id }, value: z.null(), example: { id: 1 } }),
  'round.begin': command({
    about: 'Make a school year’s round in one step: the people of last year’s, or a lead for each department and the roles that most schools have. Nobody is put on it twice.',
    input: { year, from: z.enum(ROUND_SOURCES, 'A round is made from last_year or from departments.') },
    value: z.object({ ids: z.array(id).readonly() }), example: { year: 2027, from: 'departments' },
  }),

  'question.add': command({
    about: 'Add a question of the school’s own to the guide for a kind of person.',
    input: { kind, direction, text: question }, value: added,
    example: { kind: 'exams_officer', direction: 'need', text: 'Which rooms have no power for 30 laptops?' },
  }),
  'question.edit': command({
    about: 'Change a question of the school’s own; a field left out stays as it is.',
    input: { id, set: z.strictObject({ kind, direction, text: question }).partial() }, value: z.null(),
    example: { id: 1, set: { text: 'Which exam rooms have no power for 30 laptops?' } },
  }),
  'question.remove': command({ about: 'Take a question of the school’s own out of the guide.', input: { id }, value: z.null(), example: { id: 1 } }),
};
