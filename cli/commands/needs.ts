import { resolve } from 'node:path';
import type { Answer } from '../../app/contract/contract.ts';
import { day, readArguments } from '../arguments.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import type { ExitCode } from '../terminal.ts';
import { shortDate, wholePounds, wrapped } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = { scenario: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } } as const;
const WIDTH = 100;

type Report = Answer<'need.report'>;
type Reported = Report['needs'][number];

export const needsCommand: Command = {
  usage: 'needs <plan.kitplan> [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'What people need: who asked, what it serves, where it stands, and what each option costs in the plan’s years.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const view = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const report = await ask(kitplan, 'need.report', { ...view, ...await scenarioNamed(kitplan, values.scenario) });
      terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : needsText(report));
      return 0;
    });
  },
};

function needsText({ needs, asOf, years }: Report): string {
  if (needs.length === 0) return 'The plan holds no needs yet.\n';
  const foot = `As at ${shortDate(asOf)}, net, in the ${years.length} years from ${years[0] ?? ''}. A star marks the option that is recommended.`;
  return `${[...needs.flatMap((need) => [...needLines(need), '']), ...wrapped(foot, WIDTH)].join('\n')}\n`;
}

const indented = (words: string): string[] => wrapped(words, WIDTH - 2).map((line) => `  ${line}`);

const needLines = ({ ref, name, statement, askedBy, neededBy, impact, moscow, serves, state, decision, options }: Reported): string[] => [
  `${ref} ${name}: ${state.toLowerCase()}${decision === null ? '' : ` (${decision})`}`,
  ...indented(statement), ...indented(`If it is not met: ${impact}`),
  ...indented(`Asked for by ${askedBy}${neededBy === null ? '' : `, needed by ${shortDate(neededBy)}`}. ${moscow}. ${serves.length === 0 ? 'Serves no objective.' : `Serves ${serves.join('; ')}.`}`),
  ...options.map(({ letter, name: option, recommended, totalPence, meets, unpricedNames }) =>
    `  ${recommended ? '*' : ' '} ${letter} ${option.padEnd(40)} ${`£${wholePounds(totalPence)}`.padStart(10)}${unpricedNames.length === 0 ? '' : ' and more'}  ${meets ?? 'not said'}`),
];
