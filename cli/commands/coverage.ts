import { resolve } from 'node:path';
import { day, readArguments } from '../arguments.ts';
import { coverageTable } from '../coverage-table.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import type { ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { scenario: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } } as const;

export const coverageCommand: Command = {
  usage: 'coverage <plan.kitplan> [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'Which needs serve which objectives of the development plan, what is not covered and why, and what of the plan serves no objective.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const view = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const report = await ask(kitplan, 'coverage.report', { ...view, ...await scenarioNamed(kitplan, values.scenario) });
      terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : coverageTable(report));
      return 0;
    });
  },
};
