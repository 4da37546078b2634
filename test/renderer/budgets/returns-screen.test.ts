import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

let opened: OpenedKitplan;
let page: Page;
beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  ({ page } = opened);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => opened.close());

/** `£1,234` or `−1,234` as a number. */
const read = (text: string): number => Number(text.replaceAll(/[£,]/gu, '').replace('−', '-'));
const cells = async (name: RegExp): Promise<number[]> => (await page.getByRole('grid').getByRole('row', { name }).getByRole('button').allTextContents()).map(read);

test('Hillcrest’s budget stands in September years, with the parts that the plan holds and why, and is typed in its own', async () => {
  await page.getByRole('navigation').getByText('Budgets', { exact: true }).first().click();
  await page.getByText('September years').click();
  const table = page.getByRole('grid', { name: 'Budget by period' });
  await table.getByText('part: to Mar 2031').waitFor();
  const report = await opened.kitplan.call('budget.report', { calendar: 'september' });
  await page.getByText(report.sentence).first().waitFor();
  expect((await cells(/^All ICT/)).filter((_, at) => at % 3 === 1)).toEqual(report.total.forecastPence.map((pence) => Math.floor((pence + 50) / 100)));
  // Seven of twelve months of £118,400 and five of the next year's £118,400.
  await table.getByRole('row', { name: /^All ICT/ }).getByRole('button', { name: '118,400' }).first().click();
  const why = page.getByRole('dialog', { name: 'Why £118,400 in the budget for all ICT in 2026/27?' });
  expect(await why.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^Of £118,400 for 2026\/27, 7 of its 12 months: £69,066\.6\d\.$/u), expect.stringMatching(/^Of £118,400 for 2027\/28, 5 of its 12 months: £49,333\.3\d\.$/u),
    // Each code’s share is rounded to the penny.
    expect.stringMatching(/^Together £118,400(\.0\d)?\.$/u), 'A budget was entered for a whole financial year of the school and is shared evenly over its months here.',
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show the years in which amounts are typed' }).click();
  await page.getByRole('treegrid', { name: 'Budget by code, fund and year' }).waitFor();
});

test('the returns are found by name, equal the command line, say why and are copied for Excel', async () => {
  const returns = await opened.kitplan.call('budget.returns', {});
  await openPalette(page);
  await page.keyboard.type('BFR');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Returns', level: 1 }).waitFor();
  await page.getByText(returns.cfr.sentence).first().waitFor();
  await page.getByText('Pounds and pence').click();
  expect(await cells(/^All ICT/)).toEqual(returns.cfr.totalPence.map((pence) => pence / 100));
  await page.getByText('Budget forecast return', { exact: true }).first().click();
  await page.getByText(returns.bfr.sentence).first().waitFor();
  for (const { name, pence } of returns.bfr.rows.slice(0, 2)) expect(await cells(new RegExp(`${name} [\\d,]`))).toEqual(pence.map((each) => each / 100));
  await page.getByRole('grid').getByRole('row', { name: /^All ICT/ }).getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /^Why £[\d,.]+ for all ICT in Y1P2\?$/ }).getByText(/^Together £/).waitFor();
  await page.keyboard.press('Escape');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy for Excel' }).click();
  await page.getByText('The 12 lines and their total are copied: paste them into Excel').waitFor();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split(/\r?\n/u);
  expect(copied.at(-1)?.split('\t').slice(-9).map(Number)).toEqual(returns.bfr.totalPence.map((pence) => pence / 100));
});
