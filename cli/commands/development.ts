import type { Answer } from '../../app/contract/contract.ts';
import { day, readArguments } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { WrongUsage, type ExitCode } from '../terminal.ts';
import { wrapped } from '../words.ts';
import type { Command } from './command.ts';
import { DEVELOPMENT_IMPORT_USAGE, importDevelopment } from './development-import.ts';

const OPTIONS = { 'as-of': { type: 'string' }, plan: { type: 'string' }, json: { type: 'boolean' } } as const;
const WIDTH = 100;

type Reading = Answer<'development.read'>;
type Part = NonNullable<Reading['plan']>['parts'][number];
type Objective = Part['objectives'][number];

export const developmentCommand: Command = {
  usage: `development <plan.kitplan> [--plan name] [--as-of yyyy-mm-dd] [--json]\n  ${DEVELOPMENT_IMPORT_USAGE}`,
  about: 'The school development plan as text: areas, priorities, objectives, how far they are met, and which actions are late; or bring one in from a file.',

  async run(args, terminal) {
    if (args[0] === 'import') return importDevelopment(args.slice(1), terminal);
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const asOf = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: positionals[0] ?? '', readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const planId = values.plan === undefined ? {} : { planId: named((await ask(kitplan, 'development.read', {})).plans, values.plan) };
      const reading = await ask(kitplan, 'development.read', { ...asOf, ...planId });
      terminal.out(values.json === true ? `${JSON.stringify(reading)}\n` : `${text(reading).join('\n')}\n`);
      return 0;
    });
  },
};

/** The plan of that name. @throws WrongUsage with the names that there are */
function named(plans: Reading['plans'], name: string): number {
  const found = plans.find((plan) => plan.name.toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found.id;
  const known = plans.map((plan) => `“${plan.name}”`).join(', ');
  throw new WrongUsage(known === '' ? 'The plan file holds no development plan.' : `--plan takes the name of a development plan: ${known}.`);
}

function text({ sentence, plan, plans }: Reading): string[] {
  if (plan === null) return wrapped(sentence, WIDTH);
  const others = plans.filter(({ name }) => name !== plan.title);
  return [
    plan.title, plan.under, '', ...wrapped(sentence, WIDTH), ...plan.parts.flatMap(partText),
    ...(others.length === 0 ? [] : ['', ...wrapped(`Other development plans: ${others.map(({ name, years }) => `${name} (${years})`).join('; ')}.`, WIDTH)]),
  ];
}

const partText = ({ title, level, rationale, objectives }: Part): string[] => [
  '', title, ...(level === 'area' ? ['-'.repeat(Math.min(title.length, WIDTH))] : []), ...(rationale === null ? [] : indented(rationale, 2)), ...objectives.flatMap(objectiveText),
];

const objectiveText = ({ title, statement, facts, criteria, actions, notes }: Objective): string[] => [
  '', ...indented(title, 2), ...(statement === null ? [] : indented(statement, 4)), ...indented(`${facts.join('. ')}.`, 4),
  ...criteria.flatMap((each) => indented(`[${each.status}] ${each.text}`, 4)),
  ...actions.flatMap((action) => indented(`- ${[action.text, action.lead, action.when, action.cost].filter((word) => word !== '').join('; ')}`, 4)),
  ...notes.flatMap((note) => indented(`${note.when}: ${note.text}`, 4)),
];

const indented = (words: string, by: number): string[] => wrapped(words, WIDTH - by).map((line) => `${' '.repeat(by)}${line}`);
