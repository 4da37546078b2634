import { resolve } from 'node:path';
import { day, readArguments } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { standardsText } from '../standards-text.ts';
import type { ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { gaps: { type: 'boolean' }, scenario: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } } as const;

export const standardsCommand: Command = {
  usage: 'standards <plan.kitplan> [--gaps] [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'How the school stands to each standard, the worst answer first, and what closes the gaps of the core ones, when and at what cost; --gaps leaves out what is met.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const view = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const report = await ask(kitplan, 'standard.report', { ...view, ...await scenarioNamed(kitplan, values.scenario) });
      terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : standardsText(report, values.gaps === true));
      return 0;
    });
  },
};
