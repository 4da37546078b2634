import { basename } from 'node:path';
import { readArguments } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { Refused, type ExitCode } from '../terminal.ts';
import { wholeQuantity } from '../words.ts';
import type { Command } from './command.ts';

/** Opens read-only: checking a plan must be safe on any plan, whoever has it open. */
export const checkCommand: Command = {
  usage: 'check <plan.kitplan>',
  about: 'Is the file sound, do its links hold, and what is missing from the register?',

  async run(args, terminal) {
    const { positionals } = readArguments(args, {}, { least: 1, most: 1 });
    const [path = ''] = positionals;
    const kitplan = openKitplan(terminal, { kind: 'file', path, readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const { ok, problems, quality } = await ask(kitplan, 'plan.check', {});
      for (const { finding, quantity } of quality) terminal.out(`${wholeQuantity(quantity).padStart(9)}  ${finding}\n`);
      if (!ok) throw new Refused(`${basename(path)} is damaged: ${problems.join(' ')}`);
      terminal.out(`${basename(path)} is sound.\n`);
      return 0;
    });
  },
};
