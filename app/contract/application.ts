import { z } from 'zod';
import { action, query, roleSchema } from './entry.ts';
import { isoDate, list, nothing, shortText } from './fields.ts';

/** The application itself: which host it runs in, its settings, and which plan is open. */

export const planState = z.object({
  /** The plan's own id, the same for ever, also after the file is moved. */
  id: z.string(),
  fileName: z.string(),
  /** Where the file is, for people to read; null for a plan held in memory. */
  path: z.string().nullable(),
  schoolName: z.string(),
  /** Why it cannot be written just now, as a sentence; null when it can. */
  readOnly: z.object({ sentence: z.string() }).nullable(),
  undo: z.object({ label: z.string() }).nullable(),
  redo: z.object({ label: z.string() }).nullable(),
  /** When the last change was kept (ISO date and time); null before the first. */
  savedAt: z.string().nullable(),
  backupAt: z.string().nullable(),
  /** Rises by one with every change: a screen that has this number is up to date. */
  revision: z.int(),
  assetRows: z.int(),
  /** True for the made-up school: every screen says so. */
  sample: z.boolean(),
  /** What people should know about this opening, such as a backup that could not be written. */
  notices: list(z.string()),
});
export type PlanState = z.infer<typeof planState>;

/** The columns of one list as somebody arranged them: which, how wide, how many stay when the rest is scrolled. */
export const listLayout = z.strictObject({
  /** In order; null for those that fit. */
  shown: z.array(z.string().max(40)).max(100).nullable(),
  widths: z.record(z.string().max(40), z.int().min(20).max(2000)),
  frozen: z.int().min(0).max(20),
});

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  role: roleSchema,
  /** By the list's name. */
  lists: z.record(z.string().max(40), listLayout),
});
export type Settings = z.infer<typeof settings>;

export const applicationState = z.object({
  version: z.string(),
  host: z.enum(['window', 'browser', 'terminal']),
  /** What this host can do; a button for anything else is not drawn. */
  can: z.object({ choosePlanFile: z.boolean(), printNatively: z.boolean() }),
  today: isoDate,
  settings,
  plan: planState.nullable(),
});
export type ApplicationState = z.infer<typeof applicationState>;

export const applicationEntries = {
  'app.state': query({
    about: 'Which host this is, what it can do, the settings and the open plan.',
    input: nothing, output: applicationState, example: {},
  }),
  'app.settings': action({
    about: 'Keep the theme, whose view it is, or how the columns of a list are arranged.',
    input: z.strictObject({
      theme: settings.shape.theme.optional(), role: roleSchema.optional(),
      list: z.strictObject({ area: z.string().regex(/^[a-z][a-z-]{0,39}$/), layout: listLayout }).optional(),
    }),
    output: settings, example: { theme: 'dark' },
  }),
  'plan.list': query({
    about: 'The plans in Documents/Kitplan, newest first.',
    input: nothing,
    output: list(z.object({ path: z.string(), fileName: z.string(), changedAt: z.string(), open: z.boolean() })),
    example: {},
  }),
  'plan.open': action({
    about: 'Open a plan file; the one that was open is closed.',
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: planState, example: { path: 'Hillcrest School.kitplan' },
  }),
  'plan.choose': action({
    about: 'Ask the person which plan file to open (where the host can).',
    input: nothing, output: planState.nullable(), example: {},
  }),
  'plan.new': action({
    about: 'Start an empty plan in Documents/Kitplan, under a name of its own where one is given, and open it.',
    input: z.strictObject({ name: shortText.optional() }), output: planState, example: { name: 'My plan' },
  }),
  'plan.sample': action({
    about: 'Write a copy of the made-up school, Hillcrest, and open it.',
    input: z.strictObject({ name: shortText.optional() }), output: planState, example: {},
  }),
};
