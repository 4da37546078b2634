import { resolve } from 'node:path';
import type { Request } from '../../app/contract/contract.ts';
import { day, readArguments } from '../arguments.ts';
import { budgetTable } from '../budget-table.ts';
import { returnsTable } from '../returns-table.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { WrongUsage, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  by: { type: 'string' }, vat: { type: 'boolean' }, scenario: { type: 'string' }, 'as-of': { type: 'string' },
  years: { type: 'string' }, returns: { type: 'boolean' }, json: { type: 'boolean' },
} as const;

/** @throws WrongUsage for anything but code and fund */
function axis(text: string): 'code' | 'fund' {
  if (text === 'code' || text === 'fund') return text;
  throw new WrongUsage(`--by takes code or fund; “${text}” is neither.`);
}

const CALENDARS = { own: 'accounts', april: 'april', september: 'september' } as const;

/** @throws WrongUsage for anything but own, april and september */
function calendar(text: string): (typeof CALENDARS)[keyof typeof CALENDARS] {
  if (text === 'own' || text === 'april' || text === 'september') return CALENDARS[text];
  throw new WrongUsage(`--years takes own, april or september; “${text}” is none of them.`);
}

export const budgetCommand: Command = {
  usage: 'budget <plan.kitplan> [--by code|fund] [--years own|april|september] [--returns] [--vat] [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'What each year was given, what is planned and what is left, by code or by fund, also by other years; or what the plan has for the returns.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const { by, years } = values;
    if (values.returns === true && (by !== undefined || years !== undefined)) throw new WrongUsage('--returns has codes and years of its own: leave --by and --years out.');
    const view: Request<'budget.returns'> = { ...(values.vat === true && { vat: 'gross' as const }), ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }) };
    const looked = { by: axis(by ?? 'code'), calendar: years === undefined ? 'entered' : calendar(years) } as const;
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const asked = { ...view, ...await scenarioNamed(kitplan, values.scenario) };
      const write = <Report>(report: Report, table: (report: Report) => string): void => terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : table(report));
      if (values.returns === true) write(await ask(kitplan, 'budget.returns', asked), returnsTable);
      else write(await ask(kitplan, 'budget.report', { ...asked, ...looked }), budgetTable);
      return 0;
    });
  },
};
