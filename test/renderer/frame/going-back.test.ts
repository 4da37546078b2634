import { afterEach, expect, test } from 'vitest';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';

let opened: OpenedKitplan | null = null;
const open = async () => (opened = await openKitplan({ plan: 'sample' })).page;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

test('the browser’s Back goes to the page before, Forward returns, and the address stays as it is', async () => {
  const page = await open();
  const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const address = page.url();
  await page.keyboard.press('Alt+2');
  await title('Register');
  await page.keyboard.press('Alt+3');
  await title('Refresh plan');
  await page.goBack();
  await title('Register');
  await page.goBack();
  await title('Overview');
  await page.goForward();
  await title('Register');
  expect(page.url()).toBe(address);
});

test('after a reload Back still goes to the page before', async () => {
  const page = await open();
  await page.keyboard.press('Alt+3');
  await page.getByRole('heading', { level: 1, name: 'Refresh plan' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Refresh plan' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});
