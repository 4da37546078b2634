import { resolve } from 'node:path';
import type { Request } from '../../app/contract/contract.ts';
import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { day, readArguments } from '../arguments.ts';
import { readRegister } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { WrongUsage, type ExitCode, type Terminal } from '../terminal.ts';
import { counted, wholeQuantity } from '../words.ts';

const OPTIONS = {
  plan: { type: 'string' }, sheet: { type: 'string' }, new: { type: 'boolean' }, 'as-of': { type: 'string' }, commit: { type: 'boolean' }, json: { type: 'boolean' },
} as const;

export const DEVELOPMENT_IMPORT_USAGE = 'development import <file.docx|.xlsx|.csv> --plan <file.kitplan> [--sheet <table or sheet>] [--new] [--as-of yyyy-mm-dd]\n'
  + '         [--commit] [--json]';

/** Says what a development plan in a file would bring; with `--commit` brings it in, with `--new` as a plan of its own. */
export async function importDevelopment(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
  if (values.plan === undefined) throw new WrongUsage('Which plan is missing: --plan <file.kitplan>.');
  const take = values.commit === true;
  const asked: Request<'development.look'> = {
    ...await readRegister(positionals[0] ?? ''),
    ...(values.sheet !== undefined && { options: { sheet: values.sheet } }), ...(values.new === true && { planId: null }),
    ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }),
  };
  terminal.err(`Reading ${asked.fileName} …\n`);
  const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(values.plan), readOnly: !take });
  return withKitplan<ExitCode>(kitplan, async () => {
    const report = take ? (await ask(kitplan, 'development.take', asked)).value : await ask(kitplan, 'development.look', asked);
    terminal.out(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : summary(report, take));
    return 0;
  });
}

/** A development plan's import as people read it: every row accounted for, every doubt named. */
function summary(report: PlanImportReport, taken: boolean): string {
  const { rows, columns, problems } = report;
  const lines = [
    `${report.fileName}: ${counted(rows.read, 'row', 'rows')} read, ${wholeQuantity(rows.new)} new, ${wholeQuantity(rows.addedTo)} added to, `
      + `${wholeQuantity(rows.unchanged)} unchanged, ${wholeQuantity(rows.refused)} refused.`,
    report.sentence,
    ...problems.map(({ sentence }) => `  ${sentence}`),
    ...columns.flatMap(({ heading, leftOut }) => (leftOut === null ? [] : [`  Left out, ${heading}: ${leftOut}`])),
    ...(taken ? [] : ['Nothing was changed: this was a dry run. With --commit it comes in.']),
  ];
  return `${lines.join('\n')}\n`;
}
