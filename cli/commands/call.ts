import { contract, type EntryName } from '../../app/contract/contract.ts';
import { readArguments } from '../arguments.ts';
import { openKitplan, withKitplan } from '../open-kitplan.ts';
import type { StartWith } from '../../app/ports.ts';
import { WrongUsage, type ExitCode, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { plan: { type: 'string' }, list: { type: 'boolean' } } as const;

export const callCommand: Command = {
  usage: 'call <entry> [json | -] [--plan <file>]   or   call --list',
  about: 'Ask or tell Kitplan anything in its contract, in JSON; “-” reads the JSON from the pipe.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 0, most: 2 });
    if (values.list === true) return list(terminal);
    const [name, json = '{}'] = positionals;
    if (name === undefined) throw new WrongUsage('Which entry is missing; call --list prints them.');
    const raw = readJson(json === '-' ? await terminal.readIn() : json);
    return call(terminal, { name, raw, start: startFor(name, values.plan) });
  },
};

function list(terminal: Terminal): ExitCode {
  const width = Math.max(...Object.keys(contract).map((name) => name.length));
  for (const [name, { kind, about }] of Object.entries(contract)) {
    terminal.out(`${name.padEnd(width)}  ${kind.padEnd(7)}  ${about}\n`);
  }
  return 0;
}

/** Only a command opens the plan to write; a question never needs more than to read it. */
function startFor(name: string, path: string | undefined): StartWith {
  if (path === undefined) return { kind: 'nothing' };
  return { kind: 'file', path, readOnly: !(isEntry(name) && contract[name].kind === 'command') };
}

const isEntry = (name: string): name is EntryName => Object.hasOwn(contract, name);

async function call(
  terminal: Terminal, { name, raw, start }: { name: string; raw: unknown; start: StartWith },
): Promise<ExitCode> {
  const kitplan = openKitplan(terminal, start);
  return withKitplan(kitplan, async () => {
    const result = await kitplan.dispatch(name, raw);
    terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    if (!result.ok) terminal.err(`${result.error.message}\n`);
    return result.ok ? 0 : 1;
  });
}

/** @throws WrongUsage where it is not JSON */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUsage('What follows the entry cannot be read as JSON.');
  }
}
