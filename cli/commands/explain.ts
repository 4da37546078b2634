import type { Answer, Request } from '../../app/contract/contract.ts';
import type { ExplainedPartReport } from '../../app/contract/explain.ts';
import { day, readArguments, wholeNumber } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { WrongUsage, type ExitCode, type Terminal } from '../terminal.ts';
import { counted, exactPounds, wholeQuantity, wrapped } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  asset: { type: 'string' }, cell: { type: 'string' }, 'as-of': { type: 'string' }, years: { type: 'string' }, scenario: { type: 'string' }, json: { type: 'boolean' },
} as const;

const WIDTH = 100;
/** Groups of lines that a terminal shows in full; `--json` has them all. */
const MOST_SHOWN = 12;

const KIND_WORDS: Readonly<Record<ExplainedPartReport['kind'], string>> = {
  replace: 'Replacement', upgrade: 'Upgrade', extend: 'Extension', disposal: 'Disposal', recurring: 'Running cost', consumable: 'Consumable',
  loss: 'Loss', need: 'Need',
};

type View = Omit<Request<'explain.asset'>, 'asset'>;

/** What is asked for: an asset, or a figure of a year. */
type Question = { readonly asset: string } | { readonly year: string; readonly of: string };

function question(asset: string | undefined, cell: string | undefined): Question {
  if ((asset === undefined) === (cell === undefined)) throw new WrongUsage('Either --asset with a tag, or --cell with a year and what it is of.');
  if (asset !== undefined) return { asset };
  const [, year = '', of = ''] = /^([^,]+),(.+)$/u.exec(cell ?? '') ?? [];
  if (year === '') throw new WrongUsage(`--cell takes a year and what it is of, such as 2028/29,laptop; “${cell ?? ''}” is not that.`);
  return { year: year.trim(), of: of.trim() };
}

export const explainCommand: Command = {
  usage: 'explain <plan.kitplan> --asset TAG | --cell 2028/29,laptop [--as-of yyyy-mm-dd] [--years 3-10] [--scenario NAME] [--json]',
  about: 'Why an asset falls due when it does, or why a figure of a year is what it is: numbered steps that lead to the pence.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const asked = question(values.asset, values.cell);
    const view: View = {
      ...(values['as-of'] !== undefined && { asOf: day('--as-of', values['as-of']) }),
      ...(values.years !== undefined && { years: wholeNumber('--years', values.years, { least: 3, most: 10 }) }),
    };
    const kitplan = openKitplan(terminal, { kind: 'file', path: positionals[0] ?? '', readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const scenario = await scenarioNamed(kitplan, values.scenario);
      if ('asset' in asked) print(terminal, values.json, await ask(kitplan, 'explain.asset', { ...asked, ...view, ...scenario }), assetText);
      else print(terminal, values.json, await ask(kitplan, 'explain.cell', { ...asked, ...view, ...scenario }), cellText);
      return 0;
    });
  },
};

function print<Told>(terminal: Terminal, json: boolean | undefined, answer: Told, text: (answer: Told) => string[]): void {
  terminal.out(json === true ? `${JSON.stringify(answer)}\n` : `${text(answer).join('\n')}\n`);
}

const assetText = ({ items }: Answer<'explain.asset'>): string[] => items.flatMap(({ name, parts, steps }, index) => [
  ...(index === 0 ? [] : ['']), name,
  ...(parts.length === 0 ? ['', ...numbered(steps)] : parts.flatMap(partText)),
]);

function cellText({ name, netPence, unpriced, parts }: Answer<'explain.cell'>): string[] {
  if (parts.length === 0) return [`${name}: nothing.`];
  const shown = parts.length > MOST_SHOWN + 1 ? parts.slice(0, MOST_SHOWN) : parts;
  const rest = parts.slice(shown.length);
  const sum = rest.reduce((total, part) => total + (part.netPence ?? 0), 0);
  return [
    `${name}: ${exactPounds(netPence)}`,
    ...shown.flatMap(partText),
    ...(rest.length === 0 ? [] : ['', `${wholeQuantity(rest.length)} smaller groups, together ${exactPounds(sum)}: --json has them all.`]),
    '', `Together ${exactPounds(netPence)}.`,
    ...(unpriced === 0 ? [] : [`${counted(unpriced, 'item', 'items')} without a price ${unpriced === 1 ? 'is' : 'are'} not in this sum.`]),
  ];
}

/** `2028/29, replacement, 90 items: £36,972.90`, and why. */
function partText({ year, kind, rows, quantity, unitPence, netPence, steps }: ExplainedPartReport): string[] {
  const many = kind === 'recurring' ? '' : `, ${counted(quantity, 'item', 'items')}`;
  const all = netPence === null || unitPence === null ? 'no price' : exactPounds(netPence);
  const together = rows === 1 || netPence === null ? []
    : [`${wholeQuantity(rows)} rows of the register have these reasons: ${wholeQuantity(rows)} × ${exactPounds(netPence / rows)} = ${exactPounds(netPence)}.`];
  return ['', `${year}, ${KIND_WORDS[kind].toLowerCase()}${many}: ${all}`, ...numbered([...steps, ...together])];
}

const numbered = (steps: readonly string[]): string[] => steps.flatMap((step, index) => {
  const [first = '', ...others] = wrapped(step, WIDTH - 5);
  return [`${String(index + 1).padStart(3)}. ${first}`, ...others.map((line) => `     ${line}`)];
});
