import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

let opened: OpenedKitplan;
let page: Page;
beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
});
beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await openPalette(page);
  await page.getByRole('combobox', { name: 'Search, jump or do' }).waitFor();
});
afterAll(() => opened.close());

test('a tag typed into the search box opens that item in the register', async () => {
  await page.keyboard.type('HC-SV-01');
  await page.getByRole('option', { name: /Marlow R2 host.*due 2028\/29/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByText('HC-SV-01').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Register');
});

test('a room typed into it leads to all that stands there', async () => {
  await page.keyboard.type('comms 1');
  await page.getByRole('option', { name: /Register, rows with “comms 1”/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('comms 1');
});

test('arrow keys move through what was found, and round the end', async () => {
  const chosen = () => page.getByRole('option', { selected: true }).textContent();
  const first = await chosen();
  await page.keyboard.press('ArrowUp');
  await expect.poll(chosen).toMatch(/^Settings/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(chosen).toBe(first);
});

test('what is not there is said, not left blank', async () => {
  await page.keyboard.type('zeppelin');
  await page.getByText('Nothing is called “zeppelin”.').waitFor();
});

test('Escape closes it and the focus goes back', async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /Search or jump to/ }).click();
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Search or jump to');
});

test('the budget comes out for a finance program', async () => {
  await page.keyboard.type('clfp');
  const downloading = page.waitForEvent('download');
  await page.getByRole('option', { name: /^Export the budget for CLFP/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^Hillcrest School budget for CLFP.*\.xml$/);
  expect(readFileSync(await download.path(), 'utf8')).toContain('<CFR_Code>E20E</CFR_Code>');
});

test('the forecast comes out as a workbook', async () => {
  await page.keyboard.type('workbook');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  // Every workbook is a zip archive.
  expect(readFileSync(await file.path()).subarray(0, 2).toString('latin1')).toBe('PK');
  await page.getByRole('status').getByText(`${file.suggestedFilename()} is in your downloads.`).waitFor();
});

test.each(['budget year', 'pupils', 'academy', 'school'])('“%s” typed into it leads to the school and its years', async (typed) => {
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: /^School and years/ }).click();
  const dialog = page.getByRole('dialog', { name: 'School and years' });
  expect(await dialog.getByLabel('School name').inputValue()).toBe('Hillcrest School');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

test('“budget” typed into it leads to the amounts by code, where the budget is divided', async () => {
  await page.keyboard.type('budget');
  await page.getByRole('option', { name: /^Enter the budget by code/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Budgets' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('table') !== null)).toBe(true);
});

test('another plan can be opened from it', async () => {
  await page.keyboard.type('start a new plan');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
});
