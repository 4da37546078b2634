import { plain } from '../planning/compare.ts';
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { liveWorkbook } from '../../app/documents/live/live-sheet.ts';
import { forecast } from '../../planning/forecast.ts';
import { compile, rerun, run, type Compiled } from '../../planning/kernel.ts';
import { follow, start } from '../../planning/kernel/incremental.ts';
import { kernelTotals } from '../../planning/kernel/totals.ts';
import { applyChange } from '../../planning/scenarios/change.ts';
import { officeProgram, recalculatedByOffice } from '../support/calc-libreoffice.ts';
import { AS_OF, register } from './forecast-rows.ts';
import { kernelAnswer, withC, withDateFns, withSqlite, type Answer } from './forecast-rivals.ts';

/*
 * How fast the sums are, as ratios within one run on one machine: a number of seconds says more about the
 * machine than about the code. Every rival answers the same question and is checked against the kernel first.
 */

const timesOf = (work: () => unknown, repeats: number): number[] => Array.from({ length: repeats }, () => {
  const began = performance.now();
  work();
  return performance.now() - began;
}).sort((a, b) => a - b);
const at = (times: readonly number[], part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

/** Milliseconds of the fastest of so many runs: what else the machine was doing only ever adds. */
const time = (work: () => unknown, repeats: number): number => at(timesOf(work, repeats), 0);

const sorted = (answer: Answer): [string, number[]][] => [...answer].filter(([, row]) => row.some((pence) => pence > 0)).sort(([a], [b]) => (a < b ? -1 : 1));

/** Every category again, into cells that are there already. */
function again(compiled: Compiled): () => void {
  const cells = run(compiled);
  const { policies } = compiled.context.snapshot;
  return () => {
    for (const key of compiled.blocks.keys()) rerun(compiled, cells, policies, key);
  };
}

/** A policy slider: laptops kept five years, then four, then five again, the rest left as it is. */
function slide(compiled: Compiled): () => void {
  const { snapshot } = compiled.context;
  const longer = applyChange(snapshot, { kind: 'life', categoryKey: 'laptop', userGroup: null, lifeMonths: 60 }, null).policies;
  const cells = run(compiled);
  let moved = false;
  return () => {
    moved = !moved;
    rerun(compiled, cells, moved ? longer : snapshot.policies, 'laptop');
  };
}

/** One asset edited: its old events subtracted, its new ones added, and the totals of all of it. */
function edit(size: number): () => void {
  const snapshot = register(size);
  let running = start(snapshot, { asOf: AS_OF });
  const other = { ...snapshot, assets: snapshot.assets.map((asset, place) => (place === 7 ? { ...asset, quantity: 2 } : asset)) };
  let edited = false;
  return () => {
    edited = !edited;
    running = follow(running, edited ? other : snapshot);
    kernelTotals(running.compiled, running.cells);
  };
}

type Row = {
  readonly size: number; readonly kernel: number; readonly kernelP99: number; readonly c: number | null; readonly sqlite: number; readonly dateFns: number;
  readonly slider: number; readonly sliderP99: number; readonly cohorts: number; readonly edit: number; readonly open: number; readonly full: number;
};

function measure(size: number): Row {
  const snapshot = register(size);
  const compiled = compile(snapshot, { asOf: AS_OF });
  const right = sorted(kernelAnswer(compiled, run(compiled)));
  deepStrictEqual(kernelTotals(compiled, run(compiled)), plain(forecast(snapshot, { asOf: AS_OF }).totals));
  const dateFns = withDateFns(snapshot);
  const sqlite = withSqlite(compiled);
  const native = withC(compiled);
  for (const answer of [dateFns.answer(), sqlite.answer(), ...(native === null ? [] : [native.run(1).answer])]) {
    deepStrictEqual(sorted(answer), right);
  }
  const few = Math.max(2, Math.round(200_000 / size));
  const many = Math.max(200, Math.round(20_000_000 / size));
  const kernel = timesOf(again(compiled), many);
  const slider = timesOf(slide(compiled), many);
  const row = {
    size, kernel: at(kernel, 0), kernelP99: at(kernel, 0.99), c: native?.run(many).milliseconds ?? null,
    sqlite: time(sqlite.answer, few), dateFns: time(dateFns.answer, few), slider: at(slider, 0), sliderP99: at(slider, 0.99),
    cohorts: at(timesOf(slide(compile(register(size, 20), { asOf: AS_OF })), many), 0.5), edit: at(timesOf(edit(size), few), 0.5),
    open: time(() => run(compile(snapshot, { asOf: AS_OF })), few), full: time(() => forecast(snapshot, { asOf: AS_OF }), few),
  };
  sqlite.close();
  native?.close();
  return row;
}

/** The median of five processes of their own. */
function inOwnProcess<Names extends string>(what: string, size: number, names: readonly Names[]): Record<Names, number> {
  const script = join(import.meta.dirname, 'forecast-once.ts');
  const rounds = Array.from({ length: what === 'memory' ? 1 : 5 }, () =>
    JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, what, String(size)], { encoding: 'utf8' })) as Record<Names, number>);
  return Object.fromEntries(names.map((name) => [name, at(rounds.map((round) => round[name]).sort((a, b) => a - b), 0.5)])) as Record<Names, number>;
}

const times = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ×`;
const ms = (value: number): string => `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`;
const cell = (text: string, width = 14): string => text.padStart(width);
const print = (heads: readonly string[], rows: readonly (readonly string[])[]): void => {
  for (const [first = '', ...rest] of [heads, ...rows]) console.log(`${first.padEnd(11)}${rest.map((each) => cell(each)).join('')}`);
};

/**
 * What LibreOffice Calc takes for all formulas of the live sheet: opened, worked out and saved, less the same without
 * working anything out. Null where it is not installed.
 */
async function calc(size: number): Promise<number | null> {
  const program = officeProgram();
  if (program === null) return null;
  const bytes = await liveWorkbook({ snapshot: register(size), options: { asOf: AS_OF } });
  const [worked, opened] = ([0, 1] as const).map((when) => time(() => recalculatedByOffice(program, bytes, when), 3));
  return Math.max(0, (worked ?? 0) - (opened ?? 0));
}

const rows = [1_000, 10_000, 100_000, 1_000_000].map(measure);
const office = await calc(1_000);
const opened = Object.fromEntries([2_000, 100_000].map((size) => {
  const snapshot = register(size);
  return [size, time(() => { const compiled = compile(snapshot, { asOf: AS_OF }); kernelTotals(compiled, run(compiled)); }, size === 2_000 ? 300 : 15)];
}));
const memory = [100_000, 1_000_000].map((size) => ({ size, ...inOwnProcess('memory', size, ['held', 'peak']) }));
const [first, lines] = (['first', 'lines'] as const).map((what) => inOwnProcess(what, 2_000, ['load', 'call']));

console.log('\nForecast over five years, in cells of category, department and room: full recompute from flat arrays, and the same');
console.log('answer by other means (how many times as long as the arrays; native C: how many times as long the arrays take).\n');
print(['assets', 'arrays', 'an asset', 'native C', 'SQLite query', 'date-fns'], rows.map(({ size, kernel, c, sqlite, dateFns }) =>
  [String(size), ms(kernel), `${((kernel / size) * 1e6).toFixed(1)} ns`, c === null ? 'no compiler' : times(kernel / c), times(sqlite / kernel), times(dateFns / kernel)]));
console.log(office === null ? '\nLibreOffice Calc is not installed here: not measured (SOFFICE_PATH names it).'
  : office === 0 ? '\nLibreOffice Calc: this machine is too busy to tell what its formulas take from what opening the sheet takes.'
    : `\nLibreOffice Calc, all formulas of the live sheet of 1,000 assets: ${ms(office)}, ${times(office / (rows[0]?.kernel ?? 1))} the arrays.`);
console.log('\nA policy slider: one of twelve categories again. With cohorts: twenty equal items to a line. One edit: an asset changed,');
console.log('and all totals. From facts: dates and prices read and all of it worked out. With lines: every purchase as a line.\n');
print(['assets', 'slider', 'slider p99', 'with cohorts', 'one edit', 'from facts', 'with lines'], rows.map((row) =>
  [String(row.size), ...[row.slider, row.sliderP99, row.cohorts, row.edit, row.open, row.full].map(ms)]));
console.log('\nMemory of the arrays, and of the whole process at its peak (the register itself included).\n');
print(['assets', 'arrays', 'an asset', 'peak'], memory.map(({ size, held, peak }) =>
  [String(size), `${(held / 1e6).toFixed(1)} MB`, `${(held / size).toFixed(0)} bytes`, `${(peak / 1e6).toFixed(0)} MB`]));

const row = (size: number): Row => rows.find((each) => each.size === size) as Row;
const [small, large, most] = [row(1_000), row(100_000), row(1_000_000)];
const targets: [string, string, string, boolean][] = [
  large.c === null
    ? ['100,000: full recompute, no C compiler here', 'at most 20 ns an asset', `${((large.kernel / 1e5) * 1e6).toFixed(1)} ns`, (large.kernel / 1e5) * 1e6 <= 20]
    : ['100,000: full recompute beside native C', 'at most 2.2 ×', times(large.kernel / large.c), large.kernel / large.c <= 2.2],
  ['100,000: one SQLite query', 'at least 80 ×', times(large.sqlite / large.kernel), large.sqlite / large.kernel >= 80],
  ['100,000: date-fns code', 'at least 300 ×', times(large.dateFns / large.kernel), large.dateFns / large.kernel >= 300],
  ['2,000: first totals ever', 'at most 16 ms', ms(first?.call ?? 0), (first?.call ?? 99) <= 16],
  ['2,000: first forecast ever, with lines', 'at most 16 ms', ms(lines?.call ?? 0), (lines?.call ?? 99) <= 16],
  ['100,000: slider with cohorts', 'at most 0.15 ms', ms(large.cohorts), large.cohorts <= 0.15],
  ['100,000: slider without, p99', 'at most 1.2 ms', ms(large.sliderP99), large.sliderP99 <= 1.2],
  ['1,000,000: slider without, p99', 'at most 12 ms', ms(most.sliderP99), most.sliderP99 <= 12],
  ['2,000: opened, from facts to totals', 'at most 2 ms', ms(opened[2_000] ?? 0), (opened[2_000] ?? 99) <= 2],
  ['100,000: opened, from facts to totals', 'at most 35 ms', ms(opened[100_000] ?? 0), (opened[100_000] ?? 99) <= 35],
  ['1,000 to 1,000,000: cost of an asset', 'at most 4 ×', times(most.kernel / 1e6 / (small.kernel / 1e3)), most.kernel / 1e6 / (small.kernel / 1e3) <= 4],
];
console.log('\nTargets');
for (const [what, target, found, met] of targets) console.log(`  ${what.padEnd(46)}${target.padEnd(25)}${found.padStart(12)}   ${met ? 'met' : 'not met'}`);
console.log('');
