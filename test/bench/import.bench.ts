/**
 * How long it takes to bring in a register of 1,000, 10,000 and 100,000 rows, as CSV and as a workbook, how much memory
 * that needs, and how it compares with reading the file and doing nothing with it. Each import runs in a process of its
 * own against a plan file on disk: the dry run of the wizard, one change of its matching, the commit (backup
 * and audited write), and the same file again, which changes nothing.
 * Run: npx node test/bench/import.bench.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerCsv, registerXlsx } from './import-rows.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'kitplan-import-bench-'));
const once = join(import.meta.dirname, 'import-once.ts');

type Took = Readonly<Record<string, number>>;
const run = (form: string, path: string, what: string): Took =>
  JSON.parse(execFileSync(process.execPath, ['--no-warnings', once, form, path, what], { encoding: 'utf8', maxBuffer: 1e7 })) as Took;

/** The middle of some rounds, figure by figure. */
const middle = (rounds: readonly Took[]): Took => Object.fromEntries(Object.keys(rounds[0] ?? {}).map((name) =>
  [name, rounds.map((round) => round[name] ?? 0).toSorted((one, other) => one - other)[Math.floor(rounds.length / 2)] ?? 0]));

const heads = ['rows', 'file', 'MB', 'read alone', 'dry run', '× read', 'matched anew', 'commit', '× read', 'same again', 'app peak', 'reader peak'];
const widths = [9, 6, 7, 12, 11, 8, 14, 11, 8, 12, 11, 13];
const line = (cells: readonly string[]): string => `${cells.map((cell, at) => cell.padStart(widths[at] ?? 10)).join('')}\n`;
const ms = (value: number | undefined): string => `${Math.round(value ?? 0).toLocaleString('en-GB')} ms`;

process.stdout.write(`Bringing in a register of 14 columns, medians of ${ROUNDS} rounds, each in processes of its own\n`);
process.stdout.write(line(heads));
for (const rows of SIZES) {
  for (const [form, bytes] of [['csv', registerCsv(rows)], ['xlsx', registerXlsx(rows)]] as const) {
    const path = join(folder, `${rows}.${form}`);
    writeFileSync(path, bytes);
    const alone = middle(Array.from({ length: ROUNDS }, () => run(form, path, 'read')));
    const took = middle(Array.from({ length: ROUNDS }, () => run(form, path, 'import')));
    if (took['rows'] !== rows) throw new Error(`${took['rows'] ?? 0} of ${rows} rows came in`);
    const times = (name: string): string => `${((took[name] ?? 0) / (alone['alone'] ?? 1)).toFixed(1)} ×`;
    process.stdout.write(line([
      rows.toLocaleString('en-GB'), form, (took['megabytes'] ?? 0).toFixed(1), ms(alone['alone']), ms(took['examine']), times('examine'), ms(took['again']),
      ms(took['commit']), times('commit'), ms(took['same']), `${Math.round(took['appPeak'] ?? 0)} MB`, `${Math.round(took['readerPeak'] ?? 0)} MB`,
    ]));
  }
}
rmSync(folder, { recursive: true, force: true });
