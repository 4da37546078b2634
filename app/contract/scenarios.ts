import { z } from 'zod';
import { CHART_GROUPS } from '../../planning/vocabulary.ts';
import type { ForecastTotals } from '../../planning/result.ts';
import { command, query } from './entry.ts';
import { id, isoDate, list, plainText, shortText } from './fields.ts';
import { planChange } from './plan-change.ts';
import { planSnapshot } from './snapshot.ts';

/** The ways forward: named, each starting from another one and holding only what it says differently. */

const name = shortText.max(80, 'The name of a scenario has at most 80 characters.');
const note = plainText.max(300, 'A note has at most 300 characters.').nullable();
const because = plainText.max(500).nullable().default(null);
const reasoned = z.strictObject({ change: planChange, reason: because });
const someChanges = z.array(reasoned).max(10_000);

const byYear = list(z.int());
const sums = z.record(z.string(), byYear);
const totals = z.object({
  totalPence: byYear, alreadyPence: byYear, plannedPence: byYear, budgetPence: byYear.nullable(), differencePence: byYear.nullable(),
  budgetEntered: list(z.boolean()), standStillPence: byYear, byCategory: sums, byCostCategory: sums, byCode: sums, byChartGroup: sums,
  plannedByChartGroup: z.record(z.enum(CHART_GROUPS), byYear), quantityByCategory: sums,
}) satisfies z.ZodType<ForecastTotals>;

export const scenarioEntries = {
  'scenario.add': command({
    about: 'Add a way forward that starts from another one, with what it says differently.',
    input: { name, note: note.default(null), startFrom: id, differences: someChanges.default([]) },
    value: z.object({ id }),
    example: { name: 'Spread the cost', note: 'The compromise with Humanities and Finance.', startFrom: 1 },
  }),
  'scenario.copy': command({
    about: 'Copy a way forward under another name: a working copy that starts from the same one with the same differences.',
    input: { id, name },
    value: z.object({ id }),
    example: { id: 2, name: 'Recommended, second try' },
  }),
  'scenario.edit': command({
    about: 'Change the name or the note of a way forward, or say that it is the one recommended.',
    input: { id, name: name.optional(), note: note.optional(), recommended: z.boolean().optional() },
    value: z.null(),
    example: { id: 2, name: 'Spread the cost' },
  }),
  'scenario.state': command({
    about: 'Lock a way forward, so that it is changed only by copying it, or unlock it.',
    input: { id, state: z.enum(['working', 'locked']) },
    value: z.null(),
    example: { id: 2, state: 'locked' },
  }),
  'scenario.publish': command({
    about: 'Publish a way forward: its facts and figures are kept as they are on this day and never change again.',
    input: { id, asOf: isoDate },
    value: z.null(),
    example: { id: 2, asOf: '2026-11-21' },
  }),
  'scenario.remove': command({
    about: 'Take a way forward out of the plan.',
    input: { id }, value: z.null(), example: { id: 3 },
  }),
  'scenario.change': command({
    about: 'Do things differently in a way forward; in the one that is the plan itself, change its policies, dates and budgets.',
    input: { scenarioId: id, changes: someChanges.min(1, 'Nothing is named to change.') },
    value: z.null(),
    example: { scenarioId: 2, changes: [{ change: { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 }, reason: 'The batteries last' }] },
  }),
  'scenario.drop': command({
    about: 'Take differences out of their way forward again.',
    input: { differenceIds: z.array(id).min(1, 'No difference is named.').max(10_000) },
    value: z.null(),
    example: { differenceIds: [1] },
  }),
  'scenario.reason': command({
    about: 'Say why a way forward differs here; the reason given is the difference’s own. Without one it reads “no reason given”.',
    input: { differenceId: id, reason: because },
    value: z.null(),
    example: { differenceId: 1, reason: 'Agreed with Humanities' },
  }),
  'scenario.version': query({
    about: 'What was published of a way forward: the facts and the figures as they were that day.',
    input: z.strictObject({ scenarioId: id }),
    output: z.object({ publishedAt: z.string(), asOf: isoDate, engineVersion: z.string(), snapshot: planSnapshot, totals }),
    example: { scenarioId: 2 },
  }),
};
