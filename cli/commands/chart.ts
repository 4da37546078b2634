import { resolve } from 'node:path';
import type { ChartReport } from '../../app/contract/ledger-codes.ts';
import { readArguments } from '../arguments.ts';
import { readRegister } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { Refused, WrongUsage } from '../terminal.ts';
import { counted, wholeQuantity } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = { plan: { type: 'string' }, take: { type: 'boolean' }, json: { type: 'boolean' }, sheet: { type: 'string' } } as const;

export const chartCommand: Command = {
  usage: 'chart <file> --plan <file.kitplan> [--sheet <name>] [--take] [--json]',
  about: 'Say what would come in from a chart of accounts (XML of FMS, or a sheet) and what its codes stand for; --take brings them in.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    if (values.plan === undefined) throw new WrongUsage('Which plan is missing: --plan <file.kitplan>.');
    const take = values.take === true;
    const file = { ...await readRegister(positionals[0] ?? ''), options: values.sheet === undefined ? {} : { sheet: values.sheet } };
    terminal.err(`Reading ${file.fileName} …\n`);
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(values.plan), readOnly: !take });
    const report = await withKitplan(kitplan, async () => (take ? (await ask(kitplan, 'finance.takeChart', file)).value : ask(kitplan, 'finance.chart', file)));
    if (typeof report.sheet?.stuck === 'string') throw new Refused(report.sheet.stuck);
    terminal.out(values.json === true ? `${JSON.stringify(chartJson(report), null, 2)}\n` : chartSummary(report, take));
    return 0;
  },
};

/** A chart in the shape that other programs read. */
const chartJson = ({ counts, ledgerCodes, fundCodes, costCentres, refused, gone }: ChartReport) => ({
  counts,
  ledgerCodes: ledgerCodes.map(({ code, name, outcome, cfrCode, costCategory, nature, state }) => ({ code, name, outcome, cfrCode, costCategory, nature, state })),
  fundCodes: fundCodes.map(({ code, name, outcome, fundKey }) => ({ code, name, outcome, fundKey })),
  costCentres: costCentres.map(({ code, name, outcome }) => ({ code, name, outcome })),
  refused, gone,
});

/** A chart as people read it: every code for ICT with what it stands for, the rest counted, every refusal with its reason. */
function chartSummary(report: ChartReport, took: boolean): string {
  const { fileName, counts, ledgerCodes, refused, gone, sheet } = report;
  const named = ({ code, name }: { readonly code: string; readonly name: string | null }): string => (name === null ? code : `${code} ${name}`);
  const others = ledgerCodes.filter(({ state }) => state === 'not_ict').length;
  const kept = [...gone.ledgerCodes, ...gone.fundCodes, ...gone.costCentres];
  const where = sheet === null ? 'Line' : 'Row';
  const lines = [
    `${fileName}: ${counted(counts.read, 'code', 'codes')} read, ${wholeQuantity(counts.new)} new, ${wholeQuantity(counts.changed)} changed, `
      + `${wholeQuantity(counts.unchanged)} unchanged, ${wholeQuantity(counts.refused)} refused.`,
    ...ledgerCodes.filter(({ state }) => state === 'mapped').map((code) => `  ${named(code)}: ${code.standsFor}`),
    ...ledgerCodes.filter(({ state }) => state === 'to_map').map((code) => `  ${named(code)}: to be mapped${code.cfrCode === null ? '' : ` (${code.cfrCode} does not say to what)`}`),
    ...(others === 0 ? [] : [`  ${counted(others, 'code is', 'codes are')} not for ICT.`]),
    ...refused.map(({ row, reason }) => `  ${where} ${wholeQuantity(row)}: ${reason}.`),
    ...(kept.length === 0 ? [] : [`  Not in this file, and kept: ${kept.join(', ')}.`]),
    ...(took ? [] : ['Nothing was changed: this was a dry run. With --take they come in.']),
  ];
  return `${lines.join('\n')}\n`;
}
