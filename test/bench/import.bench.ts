/**
 * How long it takes to bring in 10,000 rows of CSV, as a ratio to parsing the file alone: the reader's process,
 * the meaning of columns and cells, and the comparison with a plan that already holds all of them.
 * Run: npx node test/bench/import.bench.ts
 */
import { parse } from 'csv-parse/sync';
import { fileURLToPath } from 'node:url';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { interpretRegister } from '../../app/intake/interpret-register.ts';
import { matchRegister, type ExistingAsset } from '../../app/intake/match-register.ts';
import type { RawTable } from '../../app/intake/raw-table.ts';
import { readTable } from '../../app/intake/read-register-file.ts';
import { readDelimitedText } from '../../app/intake/reader/delimited-text.ts';
import type { RegisterReading } from '../../app/intake/register-row.ts';

const ROWS = 10_000;
const ROUNDS = 9;
const AS_OF = '2026-11-21';

const kinds = ['Laptop', 'Desktop PC', 'iPad', 'TFT monitor', 'Interactive panel', 'Network switch', 'Access point', 'Projector'];
const line = (index: number): string => [
  `HC-${String(index).padStart(5, '0')}`, index % 5 === 0 ? 'N/A' : `SN${index * 7919}`, `"${kinds[index % 8] ?? ''}, room set ${index % 40}"`,
  kinds[index % 8], ['Dell', 'HP', 'Apple'][index % 3], `Model ${index % 60}`, `Room ${index % 90}`, index % 50 === 0 ? 30 : 1,
  `${String((index % 28) + 1).padStart(2, '0')}/${String((index % 12) + 1).padStart(2, '0')}/${2017 + (index % 9)}`,
  `"£${300 + (index % 900)}.50"`, '36 months', 'In use', `PO${index % 700}`, 'Stone',
].join(',');
const header = 'Asset tag,Serial number,Description,Category,Make,Model,Room,Qty,Purchase date,Cost inc VAT,Warranty,Status,Order number,Supplier';
const file = new TextEncoder().encode(`${header}\n${Array.from({ length: ROWS }, (_, index) => line(index)).join('\n')}\n`);

const spawn = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));

const asExisting = ({ rows }: RegisterReading): ExistingAsset[] => rows.map((row, index) => ({ ...row, id: index + 1 }));

const table: RawTable = await readTable(file, 'kit.csv', spawn);
const reading = interpretRegister(table, { asOf: AS_OF });
const plan = asExisting(reading);
const steps: readonly { readonly name: string; readonly run: () => unknown; readonly times: number[] }[] = ([
  ['csv-parse alone', () => parse(file)],
  ['decoded, delimiter found, parsed, limits held', () => readDelimitedText(file, 'kit.csv', {}, () => undefined)],
  ['read in a process of its own, started for it', () => readTable(file, 'kit.csv', spawn)],
  ['columns and cells understood', () => interpretRegister(table, { asOf: AS_OF })],
  ['matched with an empty plan', () => matchRegister(reading, [])],
  ['matched with a plan of the same 10,000', () => matchRegister(reading, plan)],
  ['all of it: read, understood, matched', async () =>
    matchRegister(interpretRegister(await readTable(file, 'kit.csv', spawn), { asOf: AS_OF }), plan)],
] as const).map(([name, run]) => ({ name, run, times: [] }));

// Round by round, so that whatever else the computer does falls on every step alike; the first round is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { run, times } of steps) {
    const start = performance.now();
    await run();
    if (round > 0) times.push(performance.now() - start);
  }
}

const median = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
const parsing = median(steps[0]?.times ?? []);
process.stdout.write(`Import of ${ROWS.toLocaleString('en-GB')} CSV rows (${(file.length / 1e6).toFixed(1)} MB), medians of ${ROUNDS} rounds\n`);
for (const { name, times } of steps) {
  const milliseconds = median(times);
  process.stdout.write(`${name.padEnd(50)}${milliseconds.toFixed(1).padStart(9)} ms${(milliseconds / parsing).toFixed(2).padStart(9)} ×\n`);
}
