import { resolve } from 'node:path';
import { day, readArguments } from '../arguments.ts';
import { decisionsTable } from '../decisions-table.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import type { ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { waiting: { type: 'boolean' }, find: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } } as const;

export const decisionsCommand: Command = {
  usage: 'decisions <plan.kitplan> [--waiting] [--find WORDS] [--as-of yyyy-mm-dd] [--json]',
  about: 'What waits to be decided, what was decided with its reasons and who has been told, and this year’s moves of money as a story.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const asked = { text: values.find ?? '', ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const report = await ask(kitplan, 'decision.report', asked);
      terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : decisionsTable(report, values.waiting === true ? 'waiting' : 'all'));
      return 0;
    });
  },
};
