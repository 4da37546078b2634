import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { importOptions } from './contract/import-options.ts';
import { settings as settingsSchema } from './contract/application.ts';

/** What this computer remembers between starts. It is never part of a plan. */
const kept = settingsSchema.extend({
  lastPlan: z.string().nullable(),
  lists: settingsSchema.shape.lists.catch({}),
  /** How kinds of files are matched that somebody put by, to go on with the import later. */
  imports: z.array(z.object({ signature: z.string(), fileName: z.string(), at: z.string(), options: importOptions })).default([]).catch([]),
});
export type KeptSettings = z.infer<typeof kept>;

const first: KeptSettings = { theme: 'system', role: 'network_manager', lists: {}, lastPlan: null, imports: [] };

const fileIn = (home: string): string => join(home, 'settings.json');

/** Settings that cannot be read are not worth a refusal: Kitplan starts with the first ones. */
export const readSettings = (home: string): KeptSettings => {
  try {
    const parsed = kept.safeParse(JSON.parse(readFileSync(fileIn(home), 'utf8')));
    return parsed.success ? parsed.data : first;
  } catch {
    return first;
  }
};

/** Written beside and renamed, so that a power cut leaves the old settings or the new ones. */
export const writeSettings = (home: string, settings: KeptSettings): void => {
  mkdirSync(home, { recursive: true });
  const beside = `${fileIn(home)}.new`;
  writeFileSync(beside, `${JSON.stringify(settings, null, 2)}\n`);
  renameSync(beside, fileIn(home));
};
