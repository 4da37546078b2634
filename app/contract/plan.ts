import { z } from 'zod';
import { changeSummary, command, query } from './entry.ts';
import { accessTarget, backlogYears, horizonYears, id, list, nothing, priceAgeMonths, schoolType, shortText, startMonth, vatBp, year } from './fields.ts';
import { planSnapshot } from './snapshot.ts';

/** The open plan as a whole: its facts, its history, undo and redo, the school. */

export const historyEntry = changeSummary.omit({ tables: true }).extend({
  /** Whether it can be asked to be taken back: it is a change, and nobody has taken it back. */
  undoable: z.boolean(),
  /** For one asset: what changed about it, in words, before and after; empty for the plan’s whole history. */
  fields: list(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const nothingMore = z.null();

export const planEntries = {
  'plan.snapshot': query({
    about: 'Everything the sums need, as the plan holds it now.',
    input: nothing, output: z.object({ revision: z.int(), snapshot: planSnapshot }), example: {},
  }),
  'plan.history': query({
    about: 'The named changes, newest first; with an asset’s id, only those that touched it.',
    input: z.strictObject({ assetId: id.optional(), limit: z.int().min(1).max(500).default(50) }),
    output: list(historyEntry), example: { limit: 10 },
  }),
  'plan.check': query({
    about: 'Is the file sound, do its links hold, and what is missing from the register?',
    input: nothing,
    output: z.object({
      ok: z.boolean(),
      problems: list(z.string()),
      quality: list(z.object({ finding: z.string(), quantity: z.int() })),
    }),
    example: {},
  }),
  'plan.backups': query({
    about: 'The backups of this plan, newest first.',
    input: nothing,
    output: list(z.object({ path: z.string(), at: z.string(), why: z.string(), bytes: z.int() })),
    example: {},
  }),
  'plan.undo': command({
    about: 'Take the last change back, or the one with this id out of the history.',
    input: { changeId: id.optional() }, value: nothingMore, example: {},
  }),
  'plan.redo': command({ about: 'Do again what was undone.', input: {}, value: nothingMore, example: {} }),
  'school.update': command({
    about: 'Change the school’s name, type, pupils, financial year, the length of the plan, the years over which overdue kit is bought, VAT, or when a price counts as old.',
    input: {
      name: shortText.optional(), type: schoolType.optional(),
      pupils: z.int().min(0).max(20_000).nullable().optional(),
      staff: z.int().min(0).max(5_000).nullable().optional(),
      accessTarget: accessTarget.nullable().optional(),
      yearStartMonth: startMonth.optional(), horizonYears: horizonYears.optional(),
      backlogYears: backlogYears.optional(), vatBp: vatBp.optional(), priceAgeMonths: priceAgeMonths.optional(),
    },
    value: nothingMore, example: { name: 'Hillcrest School', pupils: 1140 },
  }),
  'roll.set': command({
    about: 'Set the pupils or the staff expected in one financial year; a field left out stays as it is, null takes the school’s own number.',
    input: { year, pupils: z.int().min(0).max(20_000).nullable().optional(), staff: z.int().min(0).max(5_000).nullable().optional() },
    value: nothingMore, example: { year: 2027, pupils: 1_120 },
  }),
};
