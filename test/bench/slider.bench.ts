/**
 * How long a person who drags a policy slider waits: in Chromium, from the input to the paint of the slider's own figure,
 * and to that of the planned cost of every year; with 2,000 and with 20,000 assets. All work until the paint is
 * measured and none of the wait for the screen's next beat.
 * Run: npx node test/bench/slider.bench.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startLoopbackHost } from '../../cli/serve/loopback-host.ts';
import { launchChromium } from '../support/chromium.ts';
import { testPlan } from '../support/plan-in-memory.ts';
import { buildClient } from './build-client.ts';
import { AS_OF, register } from './forecast-rows.ts';

process.env['NODE_ENV'] = 'production';
const SIZES = [2_000, 20_000];
const STEPS = 100;
/** One frame at sixty a second. */
const TARGET = 16;

function kitList(size: number): string {
  const lines = register(size).assets.map((asset) =>
    [asset.tag, `Kestrel ${300 + (asset.id % 40)} ${asset.categoryKey}`, asset.categoryKey.replaceAll('_', ' '), `Room ${asset.locationId}`, asset.purchaseDate, ((asset.unitPaidPence ?? 0) / 100).toFixed(2)].join(','));
  return Buffer.from(['Asset tag,Description,Category,Room,Purchase date,Cost', ...lines].join('\r\n')).toString('base64');
}

type Waits = { readonly figure: readonly number[]; readonly totals: readonly number[]; readonly longest: number };

/** Drags the first slider to and fro, in the page, so that nothing between two programs is measured. */
const drag = (page: Page, steps: number): Promise<Waits> => page.evaluate(async (count) => {
  const slider = document.querySelector<HTMLInputElement>('.policies input[type=range]');
  if (slider === null) throw new Error('No slider.');
  const totals = (): string => document.querySelector('tr.planned')?.textContent ?? '';
  const setValue = (value: number): void => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(value));
  const [least, most, step] = [Number(slider.min), Number(slider.max), Number(slider.step)];
  const painted = (): Promise<void> => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(0);
  });
  const frame = (): Promise<void> => new Promise((resolve) => { requestAnimationFrame(() => resolve()); });
  const figure: number[] = [];
  const changed: number[] = [];
  for (let at = 0; at < count; at += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 60); });
    const before = totals();
    const next = Number(slider.value) + step * (Math.floor(at / 6) % 2 === 0 ? 1 : -1);
    await frame();
    // Sent first, so that it comes back after the paint and before what React leaves for after it (the chart, the sentence).
    const paint = painted();
    const start = performance.now();
    setValue(Math.min(most, Math.max(least, next)));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await paint;
    figure.push(performance.now() - start);
    let late = 0;
    while (totals() === before && late < 400) {
      late += 1;
      await frame();
      await painted();
    }
    changed.push(performance.now() - start);
  }
  const ascending = (times: number[]): number[] => times.toSorted((one, other) => one - other);
  return { figure: ascending(figure), totals: ascending(changed), longest: Math.max(...changed) };
}, steps);

async function measure(browser: Browser, clientFolder: string, size: number): Promise<Waits> {
  const kitplan = testPlan({ kind: 'memory' }, { host: 'browser' });
  await kitplan.call('intake.commit', { fileName: 'kit.csv', base64: kitList(size), asOf: AS_OF });
  const host = await startLoopbackHost(kitplan, { clientFolder });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(host.url);
  await page.getByRole('button', { name: /^Refresh plan/ }).first().click({ timeout: 120_000 });
  await page.locator('.policies input[type=range]').first().waitFor({ timeout: 120_000 });
  await drag(page, 12);
  const waits = await drag(page, STEPS);
  await page.close();
  await host.close();
  kitplan[Symbol.dispose]();
  return waits;
}

const clientFolder = mkdtempSync(join(tmpdir(), 'kitplan-slider-'));
await buildClient(clientFolder);
const browser = await launchChromium();
try {
  process.stdout.write(`\nA policy slider in Chromium, ${STEPS} steps: from the input to the paint, in milliseconds. Target: at most ${TARGET} ms for 95 of 100.\n\n`);
  process.stdout.write(`${'assets'.padEnd(10)}${['its figure', '95 of 100', 'the totals', '95 of 100', ''].map((head) => head.padStart(12)).join('')}\n`);
  for (const size of SIZES) {
    const { figure, totals } = await measure(browser, clientFolder, size);
    const at = (times: readonly number[], part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
    const met = at(totals, 0.95) <= TARGET ? 'met' : 'not met';
    process.stdout.write(`${String(size).padEnd(10)}${[...[figure, totals].flatMap((times) => [at(times, 0.5).toFixed(1), at(times, 0.95).toFixed(1)]), met].map((each) => each.padStart(12)).join('')}\n`);
  }
} finally {
  await browser.close();
  rmSync(clientFolder, { recursive: true, force: true });
}
