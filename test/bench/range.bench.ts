import { forecast } from '../../planning/forecast.ts';
import { likelyRange, rangesOf } from '../../planning/range/bands.ts';
import { ownFailures } from '../../planning/range/own-failures.ts';
import { stakesOf } from '../../planning/range/stakes.ts';
import { furthestEnd, simulate } from '../planning/range/montecarlo.ts';
import { AS_OF, registerWithRecord } from '../planning/range/large-school.ts';

/*
 * The likely range: how long its formula takes beside the forecast it belongs to and beside a simulation of the same
 * years, in one run on one machine; and how far its ends lie from where the simulation has them.
 */

const PRICE_SD_BP = 300;
const RUNS = 10_000;
const SEED = 20_261_121;

/** Milliseconds of the fastest of so many runs: what else the machine was doing only ever adds. */
function time(work: () => unknown, repeats: number): number {
  let fastest = Infinity;
  for (let index = 0; index < repeats; index++) {
    const began = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - began);
  }
  return fastest;
}

type Row = { readonly size: number; readonly sums: number; readonly bands: number; readonly fit: number; readonly formula: number };

function measure(size: number): Row {
  const snapshot = registerWithRecord(size);
  const plan = forecast(snapshot, { asOf: AS_OF });
  const repeats = Math.max(5, Math.round(200_000 / size));
  const stakes = stakesOf(snapshot, plan, ownFailures(snapshot, AS_OF));
  return {
    size, sums: time(() => forecast(snapshot, { asOf: AS_OF }), repeats), bands: time(() => likelyRange(snapshot, plan), repeats),
    // A ledger that was never read before: the record is fitted again.
    fit: time(() => ownFailures({ ...snapshot, ledger: [...snapshot.ledger] }, AS_OF), Math.min(repeats, 20)),
    formula: time(() => rangesOf(stakes, PRICE_SD_BP), repeats),
  };
}

const rows = [200, 2_000, 20_000].map(measure);
const cell = (text: string, width = 16): string => text.padStart(width);
const times = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} times`;
const percent = (part: number): string => `${(part * 100).toFixed(3)} %`;
const verdict = (met: boolean): string => (met ? 'met' : 'not met');

console.log('\nThe likely range of five years, three kinds fitted to the school’s own record, the others at their policy’s rate.\n');
console.log(`${'assets'.padEnd(10)}${['range, ms', 'beside forecast', 'formula alone', 'fitting, ms'].map((each) => cell(each)).join('')}`);
for (const { size, sums, bands, fit, formula } of rows) {
  console.log(`${String(size).padEnd(10)}${[bands.toFixed(2), times(bands / sums), `${formula.toFixed(2)} ms`, fit.toFixed(2)].map((each) => cell(each)).join('')}`);
}
console.log('\nRange: of a forecast that is there, with the record read before, as while a slider moves. Fitting: a record that is new.');

const snapshot = registerWithRecord(2_000);
const stakes = stakesOf(snapshot, forecast(snapshot, { asOf: AS_OF }), ownFailures(snapshot, AS_OF));
const middle = rows[1];
const began = performance.now();
const wandering = simulate(stakes, PRICE_SD_BP, SEED, RUNS);
const simulation = performance.now() - began;
const still = simulate(stakes, 0, SEED, RUNS);
console.log(`\nA simulation of ${RUNS} runs, seed ${SEED}, of 2,000 assets: ${(simulation / 1_000).toFixed(1)} s, ${middle === undefined ? '' : times(simulation / middle.bands)} as long.`);
console.log(`\nTargets at 2,000 assets:${' '.repeat(34)}found   target`);
if (middle !== undefined) {
  console.log(`  the range in                           ${middle.bands.toFixed(2).padStart(18)} ms   6 ms      ${verdict(middle.bands <= 6)}`);
}
for (const [what, priceSdBp, runs] of [['ends off, prices still', 0, still], ['ends off, prices wandering', PRICE_SD_BP, wandering]] as const) {
  const { off, error, mean } = furthestEnd(rangesOf(stakes, priceSdBp), runs);
  // An end that the simulation itself has only to ± its error cannot be judged closer than that: test/long runs it for longer.
  console.log(`  ${what.padEnd(30)} mean ${percent(mean)}, most ${percent(off)} ± ${percent(error)}   0.05 %    ${off <= 0.0005 ? 'met' : off <= 0.0005 + 3 * error ? 'not told apart by so few runs' : 'not met'}`);
}
console.log('');
