/**
 * One measurement of the forecast in a process of its own, for what a warm process cannot say: the first call ever,
 * and memory. Prints its numbers as JSON. Run by forecast.bench.ts: `node forecast-once.ts first 2000`.
 */
import { AS_OF, register } from './forecast-rows.ts';

const [what = 'first', size = '2000'] = process.argv.slice(2);
const snapshot = register(Number(size));
const bytes = (): number => {
  // The second sweeps what the first has found: arrays are given back a little later.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const kernelAlone = async (): Promise<object> => {
  const began = performance.now();
  const [{ compile, run }, { kernelTotals }] = await Promise.all([import('../../planning/kernel.ts'), import('../../planning/kernel/totals.ts')]);
  const loaded = performance.now();
  const compiled = compile(snapshot, { asOf: AS_OF });
  kernelTotals(compiled, run(compiled));
  return { load: loaded - began, call: performance.now() - loaded };
};

const withLines = async (): Promise<object> => {
  const began = performance.now();
  const { forecast } = await import('../../planning/forecast.ts');
  const loaded = performance.now();
  forecast(snapshot, { asOf: AS_OF });
  return { load: loaded - began, call: performance.now() - loaded };
};

const memory = async (): Promise<object> => {
  const { compile, run } = await import('../../planning/kernel.ts');
  const before = bytes();
  const compiled = compile(snapshot, { asOf: AS_OF }, 'assets');
  const cells = run(compiled);
  const held = bytes() - before;
  return { held, peak: process.resourceUsage().maxRSS * 1024, blocks: compiled.blocks.size + cells.size };
};

const measured = what === 'first' ? await kernelAlone() : what === 'lines' ? await withLines() : await memory();
process.stdout.write(JSON.stringify(measured));
