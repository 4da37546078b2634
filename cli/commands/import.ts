import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImportOptions } from '../../app/contract/import-options.ts';
import type { ImportReport } from '../../app/contract/intake-report.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { readArguments } from '../arguments.ts';
import { moveInto, readRegister, writeWhole } from '../files.ts';
import { READING_OPTIONS, readingOptions } from '../import-options.ts';
import { importJson, importSummary } from '../import-report.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import { WrongUsage, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  plan: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, refused: { type: 'string' }, ...READING_OPTIONS,
} as const;

type Register = { readonly fileName: string; readonly base64: string; readonly options: ImportOptions };
/** Where the rows that cannot come in are written; undefined where nobody asked for them. */
type RefusedTo = string | undefined;

export const importCommand: Command = {
  usage: 'import <register> --plan <file.kitplan> [--sheet <name>] [--header-row <n>|none] [--match both|serial|tag|none]\n'
    + '         [--mapping <file.json>] [--refused <out.csv>] [--dry-run] [--json]',
  about: 'Bring a register into a plan (a new one where there is none), or only say what would come in.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    if (values.plan === undefined) throw new WrongUsage('Which plan is missing: --plan <file.kitplan>.');
    const path = resolve(values.plan);
    const dryRun = values['dry-run'] === true;
    const options = await readingOptions(values);
    const register = { ...await readRegister(positionals[0] ?? ''), options };
    terminal.err(`Reading ${register.fileName} …\n`);
    const report = dryRun ? await preview(terminal, path, register, values.refused) : await commit(terminal, path, register, values.refused);
    terminal.out(values.json === true ? `${JSON.stringify(importJson(report), null, 2)}\n` : importSummary(report, { dryRun }));
    return 0;
  },
};

/** Changes nothing: not even a plan that is not there yet is started. */
async function preview(terminal: Terminal, path: string, register: Register, refusedTo: RefusedTo): Promise<ImportReport> {
  const kitplan = openKitplan(terminal, existsSync(path) ? { kind: 'file', path, readOnly: true } : { kind: 'memory' });
  return withKitplan(kitplan, async () => {
    await writeRefused(kitplan, register, refusedTo);
    return ask(kitplan, 'intake.preview', register);
  });
}

/** Before anything comes in, so that a file that cannot be written stops the import and not its end. */
async function writeRefused(kitplan: Kitplan, register: Register, refusedTo: RefusedTo): Promise<void> {
  if (refusedTo === undefined) return;
  const { base64 } = await ask(kitplan, 'intake.refused', register);
  writeWhole(resolve(refusedTo), Buffer.from(base64, 'base64'));
}

async function commit(terminal: Terminal, path: string, register: Register, refusedTo: RefusedTo): Promise<ImportReport> {
  const bringIn = (kitplan: Kitplan): Promise<ImportReport> =>
    withKitplan(kitplan, async () => {
      await writeRefused(kitplan, register, refusedTo);
      return (await ask(kitplan, 'intake.commit', register)).value;
    });
  if (existsSync(path)) return bringIn(openKitplan(terminal, { kind: 'file', path, readOnly: false }));
  // A new plan appears under its name only when the register is in: a refused one leaves nothing behind.
  return withScratchFolders(path, async (folders) => {
    const started = openKitplan(terminal, { kind: 'nothing' }, { folders });
    const report = await withKitplan(started, async () => {
      const plan = await ask(started, 'plan.new', { name: basename(path, '.kitplan') });
      await writeRefused(started, register, refusedTo);
      const { value } = await ask(started, 'intake.commit', register);
      return { value, path: plan.path ?? '' };
    });
    moveInto(report.path, path);
    terminal.err(`${basename(path)} is a new plan.\n`);
    return report.value;
  });
}
