import { deepStrictEqual } from 'node:assert';
import { forecast } from '../../planning/forecast.ts';
import { compile, livesOf, rerun, run, withLife, type Cells, type Compiled } from '../../planning/kernel.ts';
import { kernelTotals } from '../../planning/kernel/totals.ts';
import { AS_OF, register, YEARS } from './forecast-rows.ts';
import { withC, withDateFns, withSqlite, type Answer } from './forecast-rivals.ts';

/*
 * How fast the sums are, as ratios within one run on one machine: a number of seconds says more about the
 * machine than about the code. Every rival answers the same question and is checked against the kernel first.
 */

/** Milliseconds of the fastest of so many runs: what else the machine was doing only ever adds. */
function time(work: () => unknown, repeats: number): number {
  let fastest = Infinity;
  for (let index = 0; index < repeats; index++) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

const answerOf = (compiled: Compiled, cells: Cells): Answer => new Map(compiled.leaves.map((key, leaf) =>
  [key, Array.from(cells.pence.slice(leaf * YEARS, (leaf + 1) * YEARS))]));
const sorted = (answer: Answer): [string, number[]][] => [...answer].sort(([a], [b]) => (a < b ? -1 : 1));

const first = register(2_000);
const startedFirst = performance.now();
const firstTotals = forecast(first, { asOf: AS_OF }).totals;
const firstCall = performance.now() - startedFirst;
deepStrictEqual(firstTotals.totalPence.length, YEARS);

type Row = { readonly size: number; readonly kernel: number; readonly c: number | null; readonly sqlite: number; readonly dateFns: number; readonly open: number; readonly full: number; readonly slider: number };

function measure(size: number): Row {
  const snapshot = register(size);
  const compiled = compile(snapshot, { asOf: AS_OF });
  const right = sorted(answerOf(compiled, run(compiled)));
  deepStrictEqual(kernelTotals(compiled, run(compiled), livesOf(compiled)), forecast(snapshot, { asOf: AS_OF }).totals);
  const dateFns = withDateFns(snapshot);
  const sqlite = withSqlite(compiled);
  const native = withC(compiled);
  for (const answer of [dateFns.answer(), sqlite.answer(), ...(native === null ? [] : [native.run(1).answer])]) {
    deepStrictEqual(sorted(answer), right);
  }
  const few = Math.max(3, Math.round(200_000 / size));
  const many = Math.max(200, Math.round(20_000_000 / size));
  const row = {
    size, kernel: time(() => run(compiled), many), c: native?.run(many).milliseconds ?? null,
    sqlite: time(sqlite.answer, few), dateFns: time(dateFns.answer, few),
    slider: time(slide(compiled), many),
    open: time(() => run(compile(snapshot, { asOf: AS_OF })), few), full: time(() => forecast(snapshot, { asOf: AS_OF }), few),
  };
  sqlite.close();
  native?.close();
  return row;
}

/** A policy slider: laptops kept five years, then four, then five again, the rest left as it is. */
function slide(compiled: Compiled): () => void {
  const lives = livesOf(compiled);
  const longer = withLife(compiled, lives, { categoryKey: 'laptop', userGroup: null, lifeMonths: 60 });
  const cells = run(compiled);
  let moved = false;
  return () => {
    moved = !moved;
    rerun(compiled, cells, moved ? longer : lives, 'laptop');
  };
}

const rows = [1_000, 10_000, 100_000].map(measure);
const times = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} times`;
const verdict = (met: boolean): string => (met ? 'met' : 'not met');
const cell = (text: string, width = 15): string => text.padStart(width);

console.log('\nForecast over five years: full recompute from flat arrays, and the same answer by other means.\n');
console.log(`${'assets'.padEnd(10)}${['arrays, ms', 'native C', 'SQLite query', 'date-fns', 'slider, ms', 'from facts, ms', 'with lines, ms'].map((each) => cell(each)).join('')}`);
for (const { size, kernel, c, sqlite, dateFns, full, open, slider } of rows) {
  console.log(`${String(size).padEnd(10)}${[
    kernel.toFixed(3), c === null ? 'no compiler' : times(kernel / c), times(sqlite / kernel), times(dateFns / kernel), slider.toFixed(3), open.toFixed(1), full.toFixed(1),
  ].map((each) => cell(each)).join('')}`);
}
console.log('\nSlider: one of twelve categories again. From facts: dates and prices read and all of it worked out. With lines:');
console.log('the same with every purchase as a line of its own.');
console.log('Native C: how many times slower than C. SQLite and date-fns: how many times slower than the arrays.');
const largest = rows[rows.length - 1];
if (largest !== undefined) {
  const { kernel, c, sqlite, dateFns, size } = largest;
  console.log(`\nTargets at ${size} assets:`);
  if (c !== null) console.log(`  at most 2.2 times native C        ${times(kernel / c).padStart(12)}   ${verdict(kernel / c <= 2.2)}`);
  else console.log(`  no C compiler: at most 20 ns an asset  ${((kernel / size) * 1e6).toFixed(1)} ns   ${verdict((kernel / size) * 1e6 <= 20)}`);
  console.log(`  at least 80 times one SQLite query ${times(sqlite / kernel).padStart(11)}   ${verdict(sqlite / kernel >= 80)}`);
  console.log(`  at least 300 times date-fns code   ${times(dateFns / kernel).padStart(11)}   ${verdict(dateFns / kernel >= 300)}`);
}
console.log(`  first forecast ever, of 2,000 assets, within a frame of 16 ms: ${firstCall.toFixed(1)} ms\n`);
