import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { LARGEST_PLAN_JSON } from '../../app/contract/exports.ts';
import { readArguments } from '../arguments.ts';
import { moveInto, readWhole } from '../files.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import { Refused, WrongUsage } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { plan: { type: 'string' } } as const;

export const restoreCommand: Command = {
  usage: 'restore <plan.json> --plan <new.kitplan>',
  about: 'Make a plan file from the JSON that export --json wrote, with its whole history.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    if (values.plan === undefined) throw new WrongUsage('Which plan is missing: --plan <new.kitplan>.');
    const path = resolve(values.plan);
    if (existsSync(path)) throw new Refused(`${path} is there already and was left as it is.`);
    const json = (await readWhole(positionals[0] ?? '', LARGEST_PLAN_JSON)).toString('utf8');
    await withScratchFolders(path, async (folders) => {
      const kitplan = openKitplan(terminal, { kind: 'nothing' }, { folders });
      const made = await withKitplan(kitplan, () => ask(kitplan, 'plan.fromJson', { json, name: basename(path, '.kitplan') }));
      moveInto(made.path ?? '', path);
    });
    terminal.out(`${path}\n`);
    return 0;
  },
};
