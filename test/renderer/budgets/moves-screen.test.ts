import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;
beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  ({ page } = opened);
  await page.getByRole('navigation').getByText('Budgets', { exact: true }).first().click();
  await page.getByRole('heading', { name: 'Virements in 2026/27' }).waitFor();
});
afterAll(async () => opened.close());

const section = (name: string | RegExp) => page.getByRole('region', { name });
const trail = () => section('Virements in 2026/27').locator('table.moves-screen');
const dialog = (name: string) => page.getByRole('dialog', { name });
const field = (within: ReturnType<typeof dialog>, label: string) => within.getByLabel(label, { exact: true });

describe('money that is moved at Hillcrest', () => {
  test('is told as a trail, with when the budget was approved', async () => {
    const virements = section('Virements in 2026/27');
    await virements.getByText('Money moved between codes. Three moves, £2,450.').waitFor();
    expect(await trail().locator('tbody tr').first().locator('td').allTextContents()).toEqual([
      '3 Nov 2026', 'E20A Connectivity', 'E20F Other hardware', '£600', 'Second projector failed in Science, no spare left D-13', 'Network manager', 'Business manager, 4 Nov 2026',
    ]);
    await virements.getByText('The budget of 2026/27 was approved on 6 May 2026 by Governing board. Its figures change by agreed virements alone.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('is asked for by keyboard, with what it does to both codes; too much is refused at its field', async () => {
    await section('Virements in 2026/27').getByRole('button', { name: 'Move money' }).focus();
    await page.keyboard.press('Enter');
    const form = dialog('Move money');
    await field(form, 'From').selectOption({ label: 'E20A Connectivity: £13,000' });
    await field(form, 'To').selectOption({ label: 'E20F Other hardware: £10,000' });
    await field(form, 'Amount, £').fill('14,000');
    await form.getByText('E20A has £13,000; £14,000 cannot be moved from it.').waitFor();
    await field(form, 'Amount, £').fill('750');
    expect(await form.locator('.decision-effect tbody tr').allTextContents()).toEqual(['E20A Connectivity£13,000£12,250', 'E20F Other hardware£10,000£10,750']);
    await page.keyboard.press('Enter');
    await form.getByText('Say why the money is moved.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await field(form, 'Reason').fill('Cable run to the new hut');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await section('Virements in 2026/27').getByText('Three moves, £2,450. One of £750 waits to be agreed.').waitFor();
  });

  test('counts once somebody who may has agreed, and is undone', async () => {
    await trail().getByRole('button', { name: 'Agree', exact: true }).click();
    const form = dialog('Agree a move of money');
    await field(form, 'Agreed by').fill('Caretaker');
    await form.getByText('Caretaker is not among those who may agree virements', { exact: false }).waitFor();
    await field(form, 'Agreed by').fill('Headteacher');
    await field(form, 'Agreed on').fill('11 Nov 2025');
    await form.getByRole('button', { name: 'Agree and move it' }).click();
    await form.getByText('It was asked for on 21 November 2026. It can be agreed on that day or later.').waitFor();
    await field(form, 'Agreed on').fill('21 Nov 2026');
    await page.keyboard.press('Enter');
    await section('Virements in 2026/27').getByText('Four moves, £3,200.').waitFor();
    const allocated = async (): Promise<number | undefined> => (await opened.kitplan.call('plan.snapshot', {})).snapshot.finance.virements.filter(({ agreedOn }) => agreedOn !== null).length;
    expect(await allocated()).toBe(4);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await section('Virements in 2026/27').getByText('Three moves, £2,450. One of £750 waits to be agreed.').waitFor();
    await trail().getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => trail().locator('tbody tr').count()).toBe(3);
  });

  test('prints the whole trail with its reasons', async () => {
    await page.emulateMedia({ media: 'print' });
    const printed = section('Virements in 2026/27').locator('table.moves-print');
    expect(await printed.isVisible()).toBe(true);
    expect(await trail().isVisible()).toBe(false);
    expect(await printed.getByText('Server repair came under warranty').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  test('is kept in a reserve that says when it runs out, why, and what another amount would do', async () => {
    const reserve = section('ICT reserve');
    await reserve.getByText('Runs out in 2028/29 if nothing changes').waitFor();
    await reserve.getByRole('row', { name: /^In or out/ }).getByRole('button').first().click();
    const why = page.getByRole('dialog', { name: 'What comes into the reserve, or goes out, in 2026/27?' });
    await why.getByText('Delegated budget: £101,400 allocated', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await reserve.getByRole('button', { name: 'Change the reserve' }).click();
    const form = dialog('ICT reserve');
    await field(form, 'It holds, £').fill('a lot');
    await form.getByText('“a lot” cannot be read as an amount. Write it like 398 or 398.50.').waitFor();
    await field(form, 'It holds, £').fill('6,000');
    await field(form, '2027/28').fill('20,000');
    await page.keyboard.press('Enter');
    await reserve.getByText(/^Lasts: £[\d,]+ at the end of 2030\/31$/).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await reserve.getByText('Runs out in 2028/29 if nothing changes').waitFor();
  });

  test('says what nobody pays for later, and what is split to stay under a band', async () => {
    await section('Costs later that nobody pays').getByText(/things have costs from 2027\/28 on that nobody pays:/).waitFor();
    const together = section('Bought together or split');
    await together.getByText(/what belongs together counts together\.$/).first().waitFor();
    await together.getByRole('button', { name: 'By code' }).click();
    await together.getByRole('rowheader', { name: 'Laptops, desktops and tablets' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
