import { expect, test } from 'vitest';
import { register } from '../../bench/forecast-rows.ts';
import { openKitplan } from '../../support/browser.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

/** More rows than a plan may have for its lines to be worked out at every step of a slider. */
const ROWS = 1_800;

const kitList = (): string => {
  const lines = register(ROWS).assets.map(({ id, categoryKey, purchaseDate, unitPaidPence }) =>
    [`T-${id}`, `Kestrel ${categoryKey}`, categoryKey.replaceAll('_', ' '), purchaseDate, ((unitPaidPence ?? 0) / 100).toFixed(2)].join(','));
  return Buffer.from(['Asset tag,Description,Category,Purchase date,Cost', ...lines].join('\r\n')).toString('base64');
};

test('in a large plan the totals follow a slider at once, and the rows come to the same when it rests', async () => {
  const { page, kitplan, close } = await openKitplan();
  await kitplan.call('intake.commit', { fileName: 'kit.csv', base64: kitList(), asOf: TODAY });
  await page.reload();
  await page.getByRole('button', { name: /^Refresh plan/ }).first().click();
  const planned = page.locator('tr.planned');
  const slider = page.locator('.policies input[type=range]').first();
  await slider.waitFor();
  const before = await planned.innerText();
  for (let step = 0; step < 4; step += 1) await slider.press('ArrowRight');
  await expect.poll(() => planned.innerText()).not.toBe(before);
  const atOnce = await planned.innerText();
  // A row that a what-if changes is marked: the lines have followed.
  await page.locator('tbody tr[aria-level="1"] td.whatif').first().waitFor();
  expect(await planned.innerText()).toBe(atOnce);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => planned.innerText()).toBe(before);
  // A slider's own figure follows at once too: else each step would begin again from where the plan still stands.
  const rises = page.getByRole('slider', { name: 'Price rises' });
  const rise = Number(await rises.inputValue());
  for (let step = 0; step < 3; step += 1) await rises.press('ArrowRight');
  expect(Number(await rises.inputValue())).toBe(rise + 150);
  await close();
}, 120_000);
