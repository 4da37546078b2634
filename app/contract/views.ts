import { z } from 'zod';
import { listLayout } from './application.ts';
import { command, query } from './entry.ts';
import { id, list, shortText } from './fields.ts';

/** Saved views: a list of the register with its filters, order, groups and columns, kept under a name in the plan. */

const column = z.string().min(1).max(40);

const columnFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), column, text: z.string().max(200) }),
  z.strictObject({ kind: z.literal('choice'), column, values: z.array(z.string().max(300).nullable()).max(5_000) }),
  z.strictObject({ kind: z.literal('amount'), column, least: z.number().nullable(), most: z.number().nullable() }),
  z.strictObject({ kind: z.literal('unknown'), column }),
]);

export const viewContent = z.strictObject({
  /** Words to find. */
  find: z.string().max(500),
  filters: z.array(columnFilter).max(100),
  sort: z.array(z.strictObject({ column, descending: z.boolean() })).max(20),
  groupBy: z.array(column).max(5),
  /** Questions of the list's own that were asked, by their words: "Notice due". */
  asked: z.array(z.string().max(200)).max(20).default([]),
  layout: listLayout,
});
export type ViewContent = z.output<typeof viewContent>;

const area = z.enum(['assets', 'cover', 'software', 'ledger']);

export const savedView = z.object({
  id: z.int(), area, name: z.string(), starred: z.boolean(), isDefault: z.boolean(),
  view: viewContent,
});
export type SavedView = z.output<typeof savedView>;

export const viewEntries = {
  'views.list': query({
    about: 'The saved views of the register’s lists: starred ones first, then by name.',
    input: z.strictObject({ area: area.optional() }), output: list(savedView), example: { area: 'assets' },
  }),
  'views.save': command({
    about: 'Save how a list is looked at under a name; one that has that name is replaced.',
    input: { area, name: shortText, view: viewContent },
    value: z.object({ id: z.int() }),
    example: {
      area: 'assets', name: 'Due in 2028/29',
      view: {
        find: '', filters: [{ kind: 'choice', column: 'due', values: ['2028/29'] }], sort: [{ column: 'due', descending: false }], groupBy: ['kind'],
        layout: { shown: null, widths: {}, frozen: 0 },
      },
    },
  }),
  'views.rename': command({ about: 'Give a saved view another name.', input: { id, name: shortText }, value: z.null(), example: { id: 1, name: 'To replace' } }),
  'views.star': command({ about: 'Put a star on a saved view, or take it off.', input: { id, starred: z.boolean() }, value: z.null(), example: { id: 1, starred: true } }),
  'views.default': command({
    about: 'Let a list open with this saved view, or with none.', input: { id, isDefault: z.boolean() }, value: z.null(), example: { id: 1, isDefault: true },
  }),
  'views.remove': command({ about: 'Take a saved view away.', input: { id }, value: z.null(), example: { id: 1 } }),
};
