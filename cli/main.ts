import { actualsCommand } from './commands/actuals.ts';
import { annexCommand } from './commands/annex.ts';
import { budgetCommand } from './commands/budget.ts';
import { callCommand } from './commands/call.ts';
import { chartCommand } from './commands/chart.ts';
import { checkCommand } from './commands/check.ts';
import type { Command } from './commands/command.ts';
import { developmentCommand } from './commands/development.ts';
import { conversationsCommand } from './commands/conversations.ts';
import { coverageCommand } from './commands/coverage.ts';
import { decisionsCommand } from './commands/decisions.ts';
import { documentsCommand } from './commands/documents.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { fitCommand } from './commands/fit.ts';
import { forecastCommand } from './commands/forecast.ts';
import { groupsCommand } from './commands/groups.ts';
import { importCommand } from './commands/import.ts';
import { needsCommand } from './commands/needs.ts';
import { restoreCommand } from './commands/restore.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { standardsCommand } from './commands/standards.ts';
import { valueCommand } from './commands/value.ts';
import { hostLog } from '../app/host-log.ts';
import { foldersOf } from './open-kitplan.ts';
import { sentenceOf, WrongUsage, type ExitCode, type Terminal } from './terminal.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  forecast: forecastCommand,
  explain: explainCommand,
  decisions: decisionsCommand,
  documents: documentsCommand,
  value: valueCommand,
  fit: fitCommand,
  standards: standardsCommand,
  import: importCommand,
  chart: chartCommand,
  actuals: actualsCommand,
  export: exportCommand,
  budget: budgetCommand,
  development: developmentCommand,
  conversations: conversationsCommand,
  groups: groupsCommand,
  annex: annexCommand,
  coverage: coverageCommand,
  needs: needsCommand,
  restore: restoreCommand,
  call: callCommand,
  serve: serveCommand,
  check: checkCommand,
  sample: sampleCommand,
};

/**
 * The command line: `argv` without the program's own name in, an exit code out. It never throws: a refusal is
 * one sentence on stderr, wrong usage is a sentence and the usage line, a fault of ours goes to the log.
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [word, ...args] = argv;
  if (word === '--help' || word === '-h' || word === 'help') {
    terminal.out(overview());
    return 0;
  }
  const command = word !== undefined && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (command === undefined) {
    terminal.err(`${word === undefined ? '' : `Kitplan has no command called “${word}”.\n`}${overview()}`);
    return 2;
  }
  if (args.includes('--help')) {
    terminal.out(`${usageLine(command)}\n${command.about}\n`);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (fault) {
    return afterFault(fault, command, terminal);
  }
}

function afterFault(fault: unknown, command: Command, terminal: Terminal): ExitCode {
  if (fault instanceof WrongUsage) {
    terminal.err(`${fault.message}\n${usageLine(command)}\n`);
    return 2;
  }
  const sentence = sentenceOf(fault);
  if (sentence === null) hostLog(foldersOf(terminal).home, terminal.now)(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  terminal.err(`${sentence ?? 'Something went wrong inside Kitplan; kitplan.log in its settings folder has the details.'}\n`);
  return 1;
}

const usageLine = ({ usage }: Command): string => `Usage: kitplan ${usage}`;

const overview = (): string =>
  `Usage: kitplan <command>\n${Object.values(COMMANDS).map(({ usage, about }) => `\n  ${usage}\n      ${about}`).join('')}\n`;
