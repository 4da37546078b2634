import { z } from 'zod';
import { CONVERSATION_ROLES, IDEA_FATES, TALK_DIRECTIONS } from '../../planning/analysis/vocabulary.ts';
import { query } from './entry.ts';
import { generatedFile, isoDate, list, nothing, year } from './fields.ts';

/** Who has been heard, what was said, and how user groups fare: for the command line and for files. */

const text = z.string();
const kind = z.enum(CONVERSATION_ROLES);
const asOf = isoDate.optional();
const spanned = list(z.object({ name: text, members: z.int() }));

export const talkReportEntries = {
  'conversation.round': query({
    about: 'A school year’s round (2026 is 2026/27; this year where none is named): who has been heard and who has not, and the notes of its conversations.',
    input: z.strictObject({ year: year.optional(), asOf }),
    output: z.object({
      year: z.int(), label: text, sentence: text,
      people: list(z.object({ name: text, kind, heardOn: text.nullable(), conversations: z.int() })),
      conversations: list(z.object({
        heldOn: text, name: text, kind, notes: list(z.object({ direction: z.enum(TALK_DIRECTIONS), text, need: text.nullable() })),
      })),
    }),
    example: { year: 2026 },
  }),
  'group.report': query({
    about: 'User groups: who backs them, how well each spans the school, what became of its ideas and the share of them taken up.',
    input: nothing,
    output: z.object({
      sentence: text,
      groups: list(z.object({
        name: text, aims: text.nullable(), backing: text.nullable(), meets: text.nullable(), objectives: list(text), span: text, taken: text,
        departments: spanned, kinds: spanned, members: list(text),
        ideas: list(z.object({ raisedOn: text, text, fate: z.enum(IDEA_FATES), because: text.nullable(), need: text.nullable() })),
      })),
    }),
    example: {},
  }),
  'documents.conversations': query({
    about: 'The notes of conversations, or a school year’s round with who has been heard, as CSV or Excel. Notes are of all years where none is named.',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), table: z.enum(['notes', 'round']), year: year.optional(), asOf }),
    output: generatedFile, example: { format: 'csv', table: 'notes', year: 2026 },
  }),
  'documents.groups': query({
    about: 'The ideas of user groups with what became of them, or their members, as CSV or Excel.',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), table: z.enum(['ideas', 'members']), asOf }),
    output: generatedFile, example: { format: 'csv', table: 'ideas' },
  }),
};
