import { resolve } from 'node:path';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import type { Request } from '../../app/contract/contract.ts';
import { readLayout } from '../actuals-layout.ts';
import { actualsSummary } from '../actuals-report.ts';
import { day, readArguments, wholeNumber } from '../arguments.ts';
import { readRegister } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { WrongUsage, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  plan: { type: 'string' }, year: { type: 'string' }, through: { type: 'string' }, layout: { type: 'string' }, 'as-of': { type: 'string' },
  take: { type: 'boolean' }, json: { type: 'boolean' },
} as const;

export const actualsCommand: Command = {
  usage: 'actuals <export> --plan <file.kitplan> [--year 2026] [--through yyyy-mm-dd] [--as-of yyyy-mm-dd]\n'
    + '         [--layout tab=Ledger,rows=5-210,code=B,fund=C,centre=D,spent=F+G,committed=H,date=A,text=E,ignore=Total|Balance]\n'
    + '         [--take] [--json]',
  about: 'Say what an export of the finance system would bring as spent; with --take, bring it in.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    if (values.plan === undefined) throw new WrongUsage('Which plan is missing: --plan <file.kitplan>.');
    const asked: Request<'actuals.look'> = {
      ...await readRegister(positionals[0] ?? ''),
      ...(values.year !== undefined && { year: wholeNumber('--year', values.year, { least: 2000, most: 2100 }) }),
      ...(values.through !== undefined && { through: day('--through', values.through) }),
      ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }),
    };
    terminal.err(`Reading ${asked.fileName} …\n`);
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(values.plan), readOnly: values.take !== true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const found = await ask(kitplan, 'actuals.look', asked);
      const layout = values.layout === undefined ? found.layout : readLayout(values.layout, found.layout);
      const whole = { ...asked, layout, year: found.year, through: found.through };
      const report: ActualsReport = values.take === true ? (await ask(kitplan, 'actuals.take', whole)).value : await ask(kitplan, 'actuals.look', whole);
      terminal.out(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : actualsSummary(report, values.take === true));
      return 0;
    });
  },
};
