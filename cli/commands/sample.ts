import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readArguments } from '../arguments.ts';
import { moveInto } from '../files.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import { Refused } from '../terminal.ts';
import type { Command } from './command.ts';

export const sampleCommand: Command = {
  usage: 'sample <file.kitplan>',
  about: 'Write the made-up school, Hillcrest, to a new plan file.',

  async run(args, terminal) {
    const { positionals } = readArguments(args, {}, { least: 1, most: 1 });
    const path = resolve(positionals[0] ?? '');
    if (existsSync(path)) throw new Refused(`${path} is there already and was left as it is.`);
    await withScratchFolders(path, async (folders) => {
      const kitplan = openKitplan(terminal, { kind: 'nothing' }, { folders });
      const written = await withKitplan(kitplan, () => ask(kitplan, 'plan.sample', { name: basename(path, '.kitplan') }));
      moveInto(written.path ?? '', path);
    });
    terminal.out(`${path}\n`);
    return 0;
  },
};
