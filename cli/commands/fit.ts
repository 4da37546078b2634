import type { Answer, Request } from '../../app/contract/contract.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { day, readArguments } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { Refused, WrongUsage, type ExitCode } from '../terminal.ts';
import { exactPounds, wholeQuantity, wrapped } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  need: { type: 'string' }, software: { type: 'string' }, option: { type: 'string' }, room: { type: 'string' }, year: { type: 'string' }, scenario: { type: 'string' },
  'as-of': { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' },
} as const;

const WIDTH = 100;
const NAME_WIDTH = 34;
const CELL_WIDTH = 22;

type Report = Answer<'fit.check'>;
type Room = Report['rooms'][number];

export const fitCommand: Command = {
  usage: 'fit <plan.kitplan> --need N-01 | --software NAME [--option C] [--all] [--room MU1 --year 2027/28] [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'Whether what a need or a title of software asks for runs on the kit of each room in each year; with a room and a year, why and what it would take.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    if ((values.need === undefined) === (values.software === undefined)) throw new WrongUsage('Either --need with its number, or --software with its name.');
    if ((values.room === undefined) !== (values.year === undefined)) throw new WrongUsage('--room and --year go together.');
    const asOf = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: positionals[0] ?? '', readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const asked = { ...await subjectNamed(kitplan, values), ...await scenarioNamed(kitplan, values.scenario), ...asOf };
      const report = await ask(kitplan, 'fit.check', asked);
      if (values.room === undefined || values.year === undefined) {
        terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : `${table(report, values.all === true).join('\n')}\n`);
        return 0;
      }
      const room = roomNamed(report, values.room);
      const { ways } = await ask(kitplan, 'fit.ways', { ...asked, room: room.key, year: values.year });
      terminal.out(values.json === true ? `${JSON.stringify({ room, ways })}\n` : `${roomText(report, room, values.year, ways).join('\n')}\n`);
      return 0;
    });
  },
};

type Asked = Pick<Request<'fit.check'>, 'needId' | 'softwareId' | 'optionId'>;

const folded = (name: string): string => name.trim().toLowerCase();

/** The need with its option, or the title, that the options name. */
async function subjectNamed(kitplan: Kitplan, { need, software, option }: { need?: string | undefined; software?: string | undefined; option?: string | undefined }): Promise<Asked> {
  const { snapshot } = await ask(kitplan, 'plan.snapshot', {});
  if (software !== undefined) {
    if (option !== undefined) throw new WrongUsage('--option goes with --need.');
    const title = snapshot.software.find(({ name }) => folded(name) === folded(software));
    if (title === undefined) throw new Refused(`The plan has no title of software called “${software}”.`);
    return { softwareId: title.id };
  }
  const number = Number(/^n?-?0*(\d{1,6})$/iu.exec(need?.trim() ?? '')?.[1] ?? NaN);
  const found = snapshot.analysis.needs.find((each) => each.number === number || folded(each.name) === folded(need ?? ''));
  if (found === undefined) throw new Refused(`The plan has no need “${need ?? ''}”. Name one by its number, such as N-01, or by its name.`);
  if (option === undefined) return { needId: found.id };
  const options = found.options.toSorted((a, b) => a.position - b.position);
  const at = /^[a-z]$/iu.test(option.trim()) ? folded(option).charCodeAt(0) - 97 : options.findIndex(({ name }) => folded(name) === folded(option));
  const chosen = options[at];
  if (chosen === undefined) throw new Refused(`${found.name} has no option “${option}”. It has ${options.map(({ name }, index) => `${String.fromCharCode(65 + index)} ${name}`).join(', ') || 'none'}.`);
  return { needId: found.id, optionId: chosen.id };
}

function roomNamed({ rooms }: Report, name: string): Room {
  const found = rooms.find((room) => folded(room.name) === folded(name)) ?? rooms.find((room) => folded(room.name).startsWith(`${folded(name)},`));
  if (found === undefined) throw new Refused(`No room with such kit is called “${name}”.`);
  return found;
}

/** Rooms of those who use it, or of everybody where `all` is asked for or they have none. */
function table(report: Report, all: boolean): string[] {
  const { name, needs, option, sentence, years, rooms } = report;
  const meant = rooms.filter((room) => room.meant);
  const shown = all || meant.length === 0 ? rooms : meant;
  const rest = rooms.length - shown.length;
  return [
    ...wrapped(`${sentence}${needs === null ? '' : ` ${name} needs ${needs}.`}${option === null ? '' : ` With the option “${option}”.`}`, WIDTH),
    ...(shown.length === 0 ? [] : ['', ...row('Room', years)]),
    ...shown.flatMap((room) => row(room.name, room.years.map(({ words, beside }) => [words, beside].filter(Boolean).join(', ')))),
    ...(rest === 0 ? [] : ['', `${wholeQuantity(rest)} more ${rest === 1 ? 'room' : 'rooms'}: --all has them too.`]),
  ];
}

/** As many lines as the longest of its cells takes, so that no cell runs into the next. */
function row(name: string, cells: readonly string[]): string[] {
  const columns = [wrapped(name, NAME_WIDTH - 2), ...cells.map((cell) => wrapped(cell, CELL_WIDTH - 2))];
  return Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) => (
    columns.map((lines, column) => (lines[at] ?? '').padEnd(column === 0 ? NAME_WIDTH : CELL_WIDTH)).join('').trimEnd()
  ));
}

function roomText({ years }: Report, room: Room, year: string, ways: Answer<'fit.ways'>['ways']): string[] {
  const cell = room.years[years.indexOf(year)];
  if (cell === undefined) return [];
  return [
    `${room.name}, ${year}: ${[cell.words, cell.beside].filter(Boolean).join(', ')}`, ...numbered(cell.why),
    ...(cell.answer === 'runs' ? [] : ['', ways.length === 0 ? 'Nothing that the plan knows of makes it run there by then.' : 'What would it take?']),
    ...ways.flatMap(({ words, makes, costPence, why }) => [
      '', `${words}: ${costPence === null ? 'no price' : exactPounds(costPence)}${makes === 'slow' ? ', and it runs slowly then' : ''}`, ...numbered(why),
    ]),
  ];
}

const numbered = (steps: readonly string[]): string[] => steps.flatMap((step, index) => {
  const [first = '', ...others] = wrapped(step, WIDTH - 5);
  return [`${String(index + 1).padStart(3)}. ${first}`, ...others.map((each) => `     ${each}`)];
});
