/** One import in a process of its own, so that its memory is its own. Prints what it took as one line of JSON. */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { streamXlsxRows } from 'hucre/xlsx';
import { createKitplan } from '../../app/kitplan.ts';
import { typesetHere } from '../../app/documents/typeset/typesetter.ts';
import { readFromSource } from '../support/plan-in-memory.ts';
import { READER_HEAP_MB, type SpawnReader } from '../../app/intake/spawn-reader.ts';

const [, , form = 'csv', path = '', what = 'import'] = process.argv;
const bytes = readFileSync(path);
const MEGABYTE = 1024 * 1024;

/** The file read and nothing done with it: what every import has to take at least. */
async function readAlone(): Promise<number> {
  const start = performance.now();
  if (form === 'csv') parse(bytes);
  else for await (const row of streamXlsxRows(bytes)) void row;
  return performance.now() - start;
}

let readerPeak = 0;
/** The most that the reader's process held so far, where the system tells. */
const peakOf = (pid: number | undefined): void => {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'));
    readerPeak = Math.max(readerPeak, Number(found?.[1] ?? 0) / 1024);
  } catch {
    // Gone, or a system without /proc.
  }
};

const spawnReader: SpawnReader = () => {
  const child = fork(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)), [], {
    serialization: 'advanced', execArgv: [`--max-old-space-size=${READER_HEAP_MB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const watch = setInterval(() => peakOf(child.pid), 10);
  child.once('exit', () => clearInterval(watch));
  return {
    send: (request) => { child.send(request, () => undefined); },
    onMessage: (listener) => { child.on('message', (message) => { peakOf(child.pid); listener(message); }); },
    onExit: (listener) => { child.once('exit', () => listener()); },
    kill: () => { child.kill('SIGKILL'); },
  };
};

async function importOnce(): Promise<Record<string, number>> {
  const home = mkdtempSync(join(tmpdir(), 'kitplan-bench-'));
  const kitplan = createKitplan({
    host: 'terminal', version: 'bench', now: () => new Date('2026-11-21T09:00:00'), home, plansFolder: home,
    holder: { user: 'bench', computer: 'bench', pid: process.pid }, spawnReader, typesetter: typesetHere(readFromSource), log: (line) => process.stderr.write(`${line}\n`),
  }, { kind: 'last_or_new' });
  const file = { fileName: `kit.${form}`, base64: bytes.toString('base64') };
  const timed = async (name: string, request: object): Promise<{ readonly took: number; readonly value: unknown }> => {
    const start = performance.now();
    const result = await kitplan.dispatch(name, request);
    if (!result.ok) throw new Error(result.error.message);
    return { took: performance.now() - start, value: result.value };
  };
  const first = await timed('intake.examine', file);
  const { fingerprint } = first.value as { readonly fingerprint: string };
  const again = await timed('intake.examine', { fileName: file.fileName, fingerprint, options: { match: 'tag' } });
  // As the wizard does it: what was looked at last is what comes in.
  const commit = await timed('intake.commit', { ...file, options: { match: 'tag' } });
  const same = await timed('intake.preview', file);
  const { rows } = (commit.value as { readonly value: { readonly rows: { readonly new: number } } }).value;
  kitplan.close();
  rmSync(home, { recursive: true, force: true });
  return { examine: first.took, again: again.took, commit: commit.took, same: same.took, rows: rows.new, appPeak: process.resourceUsage().maxRSS / 1024, readerPeak };
}

const took = what === 'read' ? { alone: await readAlone(), peak: process.resourceUsage().maxRSS / 1024 } : await importOnce();
process.stdout.write(JSON.stringify({ ...took, megabytes: bytes.length / MEGABYTE }));
