import type { Answer } from '../../app/contract/contract.ts';
import { day, readArguments } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { WrongUsage, type ExitCode } from '../terminal.ts';
import { shortDate, wholePounds, wrapped } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = { 'as-of': { type: 'string' }, by: { type: 'string' }, json: { type: 'boolean' } } as const;
const WIDTH = 100;
const NAME_WIDTH = 34;
const HEADS = ['Cost', 'Charged', 'This year', 'In books', 'With plan'];

type Book = Answer<'value.book'>;
type Group = Book['total'];

export const valueCommand: Command = {
  usage: 'value <plan.kitplan> [--as-of yyyy-mm-dd] [--by fund|kind] [--json]',
  about: 'What the school’s ICT stands at in the books on any day, past or to come, and how that goes on by year ends.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const { by = 'fund' } = values;
    if (by !== 'fund' && by !== 'kind') throw new WrongUsage(`--by takes fund or kind; “${by}” is neither.`);
    const asOf = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: positionals[0] ?? '', readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const book = await ask(kitplan, 'value.book', asOf);
      terminal.out(values.json === true ? `${JSON.stringify(book)}\n` : `${text(book, by).join('\n')}\n`);
      return 0;
    });
  },
};

function text(book: Book, by: 'fund' | 'kind'): string[] {
  const groups = by === 'fund' ? book.byFund : book.byKind;
  return [
    ...wrapped(book.sentence, WIDTH), '',
    row(`As at ${shortDate(book.asOf)}, £`, HEADS), ...groups.map(groupRow), groupRow(book.total), '',
    row('At the end of, £', HEADS), ...book.years.map(({ label, there, planned }) => groupRow({ key: label, name: label, there, planned })), '',
    ...book.leftOut.map(({ words }) => `Not in the books: ${words}.`), ...book.rules.flatMap((rule) => wrapped(rule, WIDTH)),
  ];
}

const groupRow = ({ name, there, planned }: Group): string =>
  row(name, [there.costPence, there.chargedPence, there.chargePence, there.closingPence, there.closingPence + planned.closingPence].map(wholePounds));

const row = (name: string, cells: readonly string[]): string => `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(12)).join('')}`;
