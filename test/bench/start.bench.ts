/**
 * How long a person waits for the first figures: from starting `kitplan serve` on Hillcrest to the address being
 * printed, to the first row of figures in the page; as ratios to starting Node alone and to an empty page.
 * Run: npx node test/bench/start.bench.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { kitplanScript, runKitplan, startProgram } from '../support/spawn-kitplan.ts';

const ROUNDS = 5;
const home = mkdtempSync(join(tmpdir(), 'kitplan-bench-'));
const plan = join(home, 'hillcrest.kitplan');

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const nodeAlone = (): Promise<unknown> => startProgram(['-e', '0'], { cwd: home, env: {} }).ended;

const emptyPage = async (browser: Browser): Promise<void> => {
  const page = await browser.newPage();
  await page.goto('data:text/html,<p>ready');
  await page.getByText('ready').waitFor();
  await page.close();
};

/** Milliseconds to the printed address, and from there to the first row of figures. */
const serveOnce = async (browser: Browser): Promise<{ address: number; figures: number }> => {
  const start = performance.now();
  const running = startProgram([kitplanScript, 'serve', plan], { cwd: home, env: { KITPLAN_HOME: home } });
  const [url] = await running.says(/http:\/\/127\.0\.0\.1:\d+\/\S+/);
  const address = performance.now() - start;
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByText('Planned cost', { exact: true }).first().waitFor();
  const figures = performance.now() - start - address;
  await page.close();
  running.process.kill('SIGTERM');
  await running.ended;
  return { address, figures };
};

const median = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

const browser = await launchChromium();
try {
  // Also builds what is out of date, so that no build is measured.
  await runKitplan(['sample', plan], { home });
  await serveOnce(browser);
  const rounds = { node: [] as number[], empty: [] as number[], address: [] as number[], figures: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.node.push(await timed(nodeAlone));
    rounds.empty.push(await timed(() => emptyPage(browser)));
    const { address, figures } = await serveOnce(browser);
    rounds.address.push(address);
    rounds.figures.push(figures);
  }
  const [node, empty, address, figures] = [median(rounds.node), median(rounds.empty), median(rounds.address), median(rounds.figures)];
  const row = (name: string, time: number, than: number, what: string): string =>
    `${name.padEnd(46)}${time.toFixed(0).padStart(7)} ms${(time / than).toFixed(1).padStart(8)} × ${what}\n`;
  process.stdout.write(`First figures of Hillcrest (1,063 assets) through kitplan serve, medians of ${ROUNDS} rounds\n`
    + row('serve: started to address printed', address, node, 'Node alone')
    + row('page: opened to first figures drawn', figures, empty, 'an empty page')
    + row('together', address + figures, node + empty, 'both'));
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
