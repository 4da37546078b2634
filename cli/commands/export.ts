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
import { documentWords, isDocumentWord, wantedDocument } from './export-document.ts';

const OPTIONS = {
  register: { type: 'string' }, due: { type: 'string' }, disposals: { type: 'string' }, json: { type: 'string' }, live: { type: 'string' }, budget: { type: 'string' }, scenario: { type: 'string' },
  'snipe-it': { type: 'boolean' }, vat: { type: 'boolean' }, years: { type: 'string' }, 'as-of': { type: 'string' },
  out: { type: 'string' }, decision: { type: 'string' }, since: { type: 'string' },
} as const;
/** They belong to `export <document> <plan> --out FILE`, the others to `export <plan>` with an option for each file. */
const OF_DOCUMENTS = ['out', 'decision', 'since'] as const;
const SHARED: readonly string[] = [...OF_DOCUMENTS, 'scenario', 'as-of'];

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

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | boolean | undefined };

/** @throws WrongUsage where options of the other way of asking stand among them */
function wantedOfKind(word: string, values: Values): readonly Wanted[] {
  const other = Object.keys(values).find((name) => !SHARED.includes(name));
  if (other !== undefined) throw new WrongUsage(`--${other} does not go with a document: kitplan export ${word} takes ${SHARED.map((name) => `--${name}`).join(', ')}.`);
  const text = (name: keyof Values): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const asOf = text('as-of');
  return [wantedDocument(word, { out: text('out'), scenario: text('scenario'), decision: text('decision'), since: text('since'), asOf: asOf === undefined ? undefined : day('--as-of', asOf) })];
}

function wantedFiles(values: Values): readonly Wanted[] {
  const document = OF_DOCUMENTS.find((name) => values[name] !== undefined);
  if (document !== undefined) throw new WrongUsage(`--${document} goes with a document: kitplan export strategy <plan> --out strategy.pdf.`);
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
  usage: `export <${documentWords()}> <plan.kitplan> --out FILE [--scenario NAME] [--as-of yyyy-mm-dd] [--decision D-27] [--since NUMBER]; or export <plan.kitplan> [--register out.csv|.xlsx [--snipe-it]] [--due out.csv|.xlsx [--years N] [--scenario NAME]] [--disposals out.csv|.xlsx] [--live out.xlsx [--scenario NAME]] [--budget out.xlsx|.csv|.xml [--vat] [--scenario NAME]] [--json out.json] [--as-of yyyy-mm-dd]`,
  about: 'Write a document, as Word, PDF, PowerPoint, Excel, CSV or a calendar by the ending of its file. Or write the register, the due list, the disposal list, the forecast as a live spreadsheet, the budget as a workbook, flat lines or CLFP, or the whole plan as JSON to files.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 2 });
    const [word, second] = positionals;
    if (word !== undefined && second === undefined && isDocumentWord(word) && !existsSync(word)) throw new WrongUsage(`Of which plan is missing: kitplan export ${word} <plan.kitplan> --out FILE.`);
    const files = word !== undefined && second !== undefined ? wantedOfKind(word, values) : wantedFiles(values);
    if (files.length === 0) throw new WrongUsage('What to write is missing: --register, --due, --disposals, --live, --budget or --json with a file name.');
    for (const { out } of files) {
      if (existsSync(out) && looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten.`);
    }
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(second ?? word ?? ''), readOnly: true });
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
