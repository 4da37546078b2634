import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';

let opened: OpenedKitplan | null = null;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

/** A title and headings above the rows, the money on the second tab. */
const ledger = async () => ({
  name: 'Ledger to October.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await writeXlsx({ sheets: [
    { name: 'Notes', rows: [['Run by the finance office']] },
    { name: 'Ledger', rows: [
      ['Hillcrest School: expenditure to period 7'], ['Ledger Code', 'Description', 'Actuals', 'Commitments'],
      ['E20E', 'Laptops', 34_100, 9_130], ['E20F', 'Projectors', 6_210, 1_620], ['4471', 'Toner', 412.5, null], ['E20F', 'Refund', '(100.00)', null],
      ['Total', null, 40_622.5, 10_750],
    ] },
  ] })),
});

const says = (page: Page, words: string | RegExp): Promise<void> => page.locator('.say').filter({ hasText: words }).waitFor();
const type = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Enter');
};

test('an export is laid out by letters, an unknown code is told what it stands for, and the year is brought in as one change', async () => {
  opened = await openKitplan({ plan: 'sample' });
  const { page, kitplan } = opened;
  const file = await ledger();
  const runs = async () => (await kitplan.call('plan.snapshot', {})).snapshot.finance.actualsRuns;
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: 'Bring in actuals' }).click();
  await says(page, '2026/27 is in month 8 of 12, with no actuals yet');
  await page.locator('input[type=file]').first().setInputFiles(file);
  // 34,100 + 6,210 − 100 = 40,210.
  await says(page, '£40,210 of ICT was spent in 2026/27 up to 31 October 2026, in 3 rows.');
  expect(await page.getByLabel('Tab').inputValue()).toBe('Ledger');
  await page.getByRole('row', { name: /^5 4471 Toner 412\.5 Cannot come in$/ }).waitFor();
  await page.getByRole('row', { name: /^7 Total 40622\.5 10750 Left out$/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await type(page, 'Spent', '3');
  await page.getByText('“3” is not a column. Write letters such as F, or F + G to add them up.').waitFor();
  await type(page, 'Spent', 'c + d');
  await says(page, '£50,960 of ICT was spent');
  await type(page, 'Spent', 'C');
  await says(page, '£40,210 of ICT was spent');
  await type(page, 'Covers the days up to', '31 Dec 2026');
  await page.locator('.problem').getByText('31 December 2026 is still to come: the figures are as at 21 November 2026. Give a day up to 30 November 2026.').waitFor();
  expect(await page.getByRole('button', { name: 'Check and bring in' }).isDisabled()).toBe(true);
  await type(page, 'Covers the days up to', '31/10/2026');

  await page.locator('.actuals-foot').getByRole('button', { name: 'Check and bring in' }).click();
  await page.getByRole('row', { name: /^E20E Laptops, desktops and tablets Delegated budget 34,100 9,130 0 34,100$/ }).waitFor();
  await page.getByLabel('What 4471 stands for').selectOption({ label: 'E20F Other hardware' });
  await says(page, '£40,623 of ICT was spent in 2026/27 up to 31 October 2026, in 4 rows.');
  await page.getByText('1 row holds a text to leave out').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await runs()).toEqual([]);

  await page.getByPlaceholder('Reason (can be left out)').fill('Month 7');
  await page.getByRole('button', { name: 'Bring in actuals', exact: true }).click();
  await says(page, '2026/27 is in month 8 of 12, with actuals to 31 October 2026.');
  await page.getByText('Bring in actuals for 2026/27 to 31 October 2026 (4 rows)').waitFor();
  await page.getByText(/the finance system has £9,130 committed, Kitplan has £0 on order/).waitFor();
  expect(await runs()).toMatchObject([{ year: 2026, through: '2026-10-31', fileName: 'Ledger to October.xlsx' }]);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.locator('input[type=file]').first().setInputFiles(file);
  await says(page, 'The plan has exactly this already.');
  await page.getByText('As the last export with these headings').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Take away the actuals of 2026/27' }).click();
  await says(page, 'with no actuals yet');
  await page.keyboard.press('Control+z');
  await says(page, 'with actuals to 31 October 2026.');
}, 120_000);
