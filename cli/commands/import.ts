import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImportReport } from '../../app/contract/intake-report.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { readArguments } from '../arguments.ts';
import { moveInto, readRegister } from '../files.ts';
import { importJson, importSummary } from '../import-report.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import { WrongUsage, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { plan: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

type Register = { readonly fileName: string; readonly base64: string };

export const importCommand: Command = {
  usage: 'import <register.csv|.xlsx> --plan <file.kitplan> [--dry-run] [--json]',
  about: 'Bring a register into a plan (a new one where there is none), or only say what would come in.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    if (values.plan === undefined) throw new WrongUsage('Which plan is missing: --plan <file.kitplan>.');
    const path = resolve(values.plan);
    const dryRun = values['dry-run'] === true;
    const register = await readRegister(positionals[0] ?? '');
    terminal.err(`Reading ${register.fileName} …\n`);
    const report = dryRun ? await preview(terminal, path, register) : await commit(terminal, path, register);
    terminal.out(values.json === true ? `${JSON.stringify(importJson(report), null, 2)}\n` : importSummary(report, { dryRun }));
    return 0;
  },
};

/** Changes nothing: not even a plan that is not there yet is started. */
async function preview(terminal: Terminal, path: string, register: Register): Promise<ImportReport> {
  const kitplan = openKitplan(terminal, existsSync(path) ? { kind: 'file', path, readOnly: true } : { kind: 'memory' });
  return withKitplan(kitplan, () => ask(kitplan, 'intake.preview', register));
}

async function commit(terminal: Terminal, path: string, register: Register): Promise<ImportReport> {
  const bringIn = (kitplan: Kitplan): Promise<ImportReport> =>
    withKitplan(kitplan, async () => (await ask(kitplan, 'intake.commit', register)).value);
  if (existsSync(path)) return bringIn(openKitplan(terminal, { kind: 'file', path, readOnly: false }));
  // A new plan appears under its name only when the register is in: a refused one leaves nothing behind.
  return withScratchFolders(path, async (folders) => {
    const started = openKitplan(terminal, { kind: 'nothing' }, { folders });
    const report = await withKitplan(started, async () => {
      const plan = await ask(started, 'plan.new', { name: basename(path, '.kitplan') });
      const { value } = await ask(started, 'intake.commit', register);
      return { value, path: plan.path ?? '' };
    });
    moveInto(report.path, path);
    terminal.err(`${basename(path)} is a new plan.\n`);
    return report.value;
  });
}
