import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Answer, EntryName, Request } from '../../app/contract/contract.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { day, readArguments, wholeNumber } from '../arguments.ts';
import { looksLikePlan, writeWhole } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { Refused, WrongUsage, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  register: { type: 'string' }, due: { type: 'string' }, disposals: { type: 'string' }, json: { type: 'string' }, live: { type: 'string' }, budget: { type: 'string' }, scenario: { type: 'string' },
  'snipe-it': { type: 'boolean' }, vat: { type: 'boolean' }, years: { type: 'string' }, 'as-of': { type: 'string' },
} as const;

type Wanted = { readonly out: string; readonly fetch: (kitplan: Kitplan) => Promise<Answer<'exports.plan'>> };

const asking = <Name extends EntryName & `exports.${string}`>(name: Name, request: Request<Name>): Wanted['fetch'] =>
  (kitplan) => ask(kitplan, name, request);

/** @throws WrongUsage where the name says neither CSV nor Excel */
function tableFormat(option: string, out: string): 'csv' | 'xlsx' {
  const lower = out.toLowerCase();
  if (lower.endsWith('.csv')) return 'csv';
  if (lower.endsWith('.xlsx')) return 'xlsx';
  throw new WrongUsage(`${option} takes a name that ends in .csv or .xlsx; “${out}” does neither.`);
}

const BUDGET_ENTRIES = { '.xlsx': 'documents.budgetWorkbook', '.csv': 'documents.budgetLines', '.xml': 'documents.clfp' } as const;

/** @throws WrongUsage where the name says none of workbook, flat lines and XML */
function budgetFile(out: string, request: Request<'documents.budgetWorkbook'>, scenario: string | undefined): Wanted {
  const [, entry] = Object.entries(BUDGET_ENTRIES).find(([ending]) => out.toLowerCase().endsWith(ending)) ?? [];
  if (entry === undefined) throw new WrongUsage(`--budget takes a name that ends in .xlsx, .csv or .xml; “${out}” does none of these.`);
  return { out, fetch: async (kitplan) => ask(kitplan, entry, { ...request, ...await scenarioNamed(kitplan, scenario) }) };
}

const dueList = (out: string, request: Request<'exports.due'>, scenario: string | undefined): Wanted =>
  ({ out, fetch: async (kitplan) => ask(kitplan, 'exports.due', { ...request, ...await scenarioNamed(kitplan, scenario) }) });

function wantedFiles(values: { readonly [Name in keyof typeof OPTIONS]?: string | boolean | undefined }): readonly Wanted[] {
  const text = (name: keyof typeof OPTIONS): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const [register, due, disposals, json] = [text('register'), text('due'), text('disposals'), text('json')];
  const asOf = text('as-of') === undefined ? {} : { asOf: day('--as-of', text('as-of') ?? '') };
  const years = text('years') === undefined ? {} : { years: wholeNumber('--years', text('years') ?? '', { least: 3, most: 10 }) };
  const live = text('live');
  const scenario = text('scenario');
  if (live !== undefined && !live.toLowerCase().endsWith('.xlsx')) throw new WrongUsage(`--live takes a name that ends in .xlsx; “${live}” does not.`);
  const budget = text('budget');
  if (scenario !== undefined && live === undefined && due === undefined && budget === undefined) throw new WrongUsage('--scenario goes with --due, --live or --budget.');
  if (values.vat === true && budget === undefined) throw new WrongUsage('--vat goes with --budget.');
  const snipeIt = values['snipe-it'] === true;
  if (snipeIt && (register === undefined || tableFormat('--register', register) !== 'csv')) throw new WrongUsage('--snipe-it goes with --register and a name that ends in .csv.');
  return [
    ...(register === undefined ? [] : [{ out: register, fetch: asking('exports.register', { format: snipeIt ? 'snipe-it' : tableFormat('--register', register), ...asOf }) }]),
    ...(due === undefined ? [] : [dueList(due, { format: tableFormat('--due', due), ...asOf, ...years }, scenario)]),
    ...(disposals === undefined ? [] : [{ out: disposals, fetch: asking('exports.disposals', { format: tableFormat('--disposals', disposals), ...asOf }) }]),
    ...(live === undefined ? [] : [{
      out: live, fetch: async (kitplan: Kitplan) => ask(kitplan, 'documents.liveSheet', { ...asOf, ...years, ...await scenarioNamed(kitplan, scenario) }),
    }]),
    ...(budget === undefined ? [] : [budgetFile(budget, { ...asOf, ...(values.vat === true && { vat: 'gross' as const }) }, scenario)]),
    ...(json === undefined ? [] : [{ out: json, fetch: asking('exports.plan', {}) }]),
  ];
}

export const exportCommand: Command = {
  usage: 'export <plan.kitplan> [--register out.csv|.xlsx [--snipe-it]] [--due out.csv|.xlsx [--years N] [--scenario NAME]] [--disposals out.csv|.xlsx] [--live out.xlsx [--scenario NAME]] [--budget out.xlsx|.csv|.xml [--vat] [--scenario NAME]] [--json out.json] [--as-of yyyy-mm-dd]',
  about: 'Write the register, the due list, the disposal list, the forecast as a live spreadsheet, the budget as a workbook, flat lines or CLFP, or the whole plan as JSON to files.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const files = wantedFiles(values);
    if (files.length === 0) throw new WrongUsage('What to write is missing: --register, --due, --disposals, --live, --budget or --json with a file name.');
    for (const { out } of files) {
      if (existsSync(out) && looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten.`);
    }
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      for (const { out, fetch } of files) {
        const { base64 } = await fetch(kitplan);
        writeWhole(out, Buffer.from(base64, 'base64'));
        terminal.out(`${out}\n`);
      }
      return 0;
    });
  },
};
