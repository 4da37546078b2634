import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { day, readArguments } from '../arguments.ts';
import { looksLikePlan, writeWhole } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { Refused, WrongUsage, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { out: { type: 'string' }, scenario: { type: 'string' }, 'as-of': { type: 'string' } } as const;

/** @throws WrongUsage where the name says neither CSV nor Excel */
function formatOf(out: string | undefined): 'csv' | 'xlsx' {
  if (out === undefined || out.toLowerCase().endsWith('.csv')) return 'csv';
  if (out.toLowerCase().endsWith('.xlsx')) return 'xlsx';
  throw new WrongUsage(`--out takes a name that ends in .csv or .xlsx; “${out}” does neither.`);
}

export const annexCommand: Command = {
  usage: 'annex <plan.kitplan> [--out annex.csv|.xlsx] [--scenario NAME] [--as-of yyyy-mm-dd]',
  about: 'The annex to the development plan: what ICT does for each objective, what it costs by year, what is at risk. CSV to the terminal without --out.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const { out } = values;
    const format = formatOf(out);
    if (out !== undefined && existsSync(out) && looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten.`);
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const { base64 } = await ask(kitplan, 'documents.annex', { format, ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }), ...await scenarioNamed(kitplan, values.scenario) });
      const bytes = Buffer.from(base64, 'base64');
      if (out === undefined) terminal.out(bytes.toString('utf8').replace(/^\u{feff}/u, ''));
      else {
        writeWhole(out, bytes);
        terminal.out(`${out}\n`);
      }
      return 0;
    });
  },
};
