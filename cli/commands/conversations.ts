import { existsSync } from 'node:fs';
import type { Answer } from '../../app/contract/contract.ts';
import { readArguments, wholeNumber } from '../arguments.ts';
import { looksLikePlan, writeWhole } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { Refused, WrongUsage, type ExitCode } from '../terminal.ts';
import { shortDate, wrapped } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = { year: { type: 'string' }, round: { type: 'string' }, notes: { type: 'string' }, json: { type: 'boolean' } } as const;
const WIDTH = 100;
const NAME_WIDTH = 40;

export const conversationsCommand: Command = {
  usage: 'conversations <plan.kitplan> [--year 2026] [--round out.csv|.xlsx] [--notes out.csv|.xlsx] [--json]',
  about: 'Who has been heard in a school year (2026 is 2026/27) and who has not, with the notes of its conversations; or either as a file.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const year = values.year === undefined ? {} : { year: wholeNumber('--year', values.year, { least: 2000, most: 2100 }) };
    const files = (['round', 'notes'] as const).flatMap((table) => {
      const out = values[table];
      return out === undefined ? [] : [{ table, out, format: tableFormat(`--${table}`, out) }];
    });
    for (const { out } of files) if (existsSync(out) && looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten.`);
    const kitplan = openKitplan(terminal, { kind: 'file', path: positionals[0] ?? '', readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      for (const { table, out, format } of files) {
        const { base64 } = await ask(kitplan, 'documents.conversations', { format, table, ...year });
        writeWhole(out, Buffer.from(base64, 'base64'));
        terminal.out(`${out}\n`);
      }
      if (files.length > 0) return 0;
      const round = await ask(kitplan, 'conversation.round', year);
      terminal.out(values.json === true ? `${JSON.stringify(round)}\n` : `${text(round).join('\n')}\n`);
      return 0;
    });
  },
};

/** @throws WrongUsage where the name says neither CSV nor Excel */
function tableFormat(option: string, out: string): 'csv' | 'xlsx' {
  const lower = out.toLowerCase();
  if (lower.endsWith('.csv')) return 'csv';
  if (lower.endsWith('.xlsx')) return 'xlsx';
  throw new WrongUsage(`${option} takes a name that ends in .csv or .xlsx; “${out}” does neither.`);
}

function text({ sentence, people, conversations }: Answer<'conversation.round'>): string[] {
  return [
    ...wrapped(sentence, WIDTH),
    ...(people.length === 0 ? [] : ['', ...people.map(({ name, heardOn }) => `${name.padEnd(NAME_WIDTH)} ${heardOn === null ? 'not heard yet' : `heard on ${shortDate(heardOn)}`}`)]),
    ...conversations.flatMap(({ heldOn, name, notes }) => [
      '', `${shortDate(heldOn)}, ${name}`,
      ...(notes.length === 0 ? ['  No notes.'] : notes.flatMap((note) => {
        const [first = '', ...rest] = wrapped(`${note.text}${note.need === null ? '' : ` (${note.need})`}`, WIDTH - 10);
        return [`  ${note.direction === 'need' ? 'needs   ' : 'offered '}${first}`, ...rest.map((line) => `          ${line}`)];
      })),
    ]),
  ];
}
