import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;
beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  ({ page } = opened);
  await page.getByRole('button', { name: 'Refresh plan' }).or(page.getByRole('link', { name: 'Refresh plan' })).first().click();
}, 120_000);
afterAll(() => opened.close());

const table = () => page.getByRole('grid', { name: 'The plan paid in other ways' });
const row = async (name: string): Promise<string[]> => table().getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('gridcell').allTextContents();
const check = (name: string) => page.getByRole('group', { name: 'As due, beside' }).getByRole('checkbox', { name });

describe('Hillcrest’s plan paid level or by a sinking fund', () => {
  test('shows nothing of either until it is asked for', async () => {
    await check('Level').waitFor();
    expect(await table().count()).toBe(0);
    expect(await page.locator('.cost-chart .spread').count()).toBe(0);
  });

  test('stands as lines in the chart and as rows under the ledger, beside the plan as due', async () => {
    await check('Level').check();
    await check('Sinking fund').check();
    await table().waitFor();
    expect(await page.locator('.cost-chart .spread').count()).toBe(2);
    const planned = await page.getByRole('treegrid').getByRole('row', { name: /^Planned cost/ }).getByRole('gridcell').allTextContents();
    expect(await row('As due')).toEqual(planned);
    // The fund is empty at the end of 2028/29, the year that is dear.
    expect((await row('Left in the fund'))[2]).toBe('0');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('says why, reached by the arrow keys', async () => {
    await table().getByRole('row', { name: /^As due/ }).getByRole('button').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    const why = page.getByRole('dialog', { name: /^Why £[\d,]+ in 2028\/29\?$/ });
    await why.getByText('A penny less a year would leave the fund overdrawn at the end of 2028/29.').waitFor();
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
  });

  test('begins with what the reserve holds, keeps another amount as the plan’s own, and says at the field what it cannot read', async () => {
    const yearly = (await row('By a sinking fund'))[0];
    const field = page.getByRole('textbox', { name: 'In the reserve already, £' });
    expect(await field.inputValue()).toBe('6,000');
    await field.fill('10,000');
    await field.press('Enter');
    await expect.poll(async () => (await row('By a sinking fund'))[0]).not.toBe(yearly);
    await page.getByText('Set the ICT reserve to £10,000 at the start of 2026/27').waitFor();
    const helped = (await row('By a sinking fund'))[0];
    await field.fill('10,000 or so');
    await page.getByText('“10,000 or so” cannot be read as an amount. Write it like 398 or 398.50.').waitFor();
    expect((await row('By a sinking fund'))[0]).toBe(helped);
    expect(await accessibilityFaults(page)).toEqual([]);
    await field.fill('10,000');
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect.poll(async () => (await row('By a sinking fund'))[0]).toBe(yearly);
    await expect.poll(() => field.inputValue()).toBe('6,000');
  });

  test('leaves with its line when it is unticked', async () => {
    await check('Sinking fund').uncheck();
    expect(await table().getByRole('row').count()).toBe(3);
    expect(await page.locator('.cost-chart .spread.sinking_fund').count()).toBe(0);
    await check('Level').uncheck();
    await table().waitFor({ state: 'detached' });
  });
});
