import { resolve } from 'node:path';
import type { Request } from '../../app/contract/contract.ts';
import { day, readArguments } from '../arguments.ts';
import { budgetTable } from '../budget-table.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { WrongUsage, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  by: { type: 'string' }, vat: { type: 'boolean' }, scenario: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' },
} as const;

/** @throws WrongUsage for anything but code and fund */
function axis(text: string): 'code' | 'fund' {
  if (text === 'code' || text === 'fund') return text;
  throw new WrongUsage(`--by takes code or fund; “${text}” is neither.`);
}

export const budgetCommand: Command = {
  usage: 'budget <plan.kitplan> [--by code|fund] [--vat] [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'What each year was given, what is planned and what is left, by code or by fund.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const view: Request<'budget.report'> = {
      by: axis(values.by ?? 'code'), vat: values.vat === true ? 'gross' : 'net', ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }),
    };
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const report = await ask(kitplan, 'budget.report', { ...view, ...await scenarioNamed(kitplan, values.scenario) });
      terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : budgetTable(report));
      return 0;
    });
  },
};
