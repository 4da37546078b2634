import { describe, expect, it } from 'vitest';
import { ordersProgress } from '../../../planning/orders/progress.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';

const LONG = 120_000;

describe('from plan to kit', () => {
  it('orders what falls due, takes in a part of it with serial numbers, and compares it with the plan', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    const progress = async () => ordersProgress((await kitplan.call('plan.snapshot', {})).snapshot)[0];
    await page.getByRole('navigation').getByRole('button', { name: 'Refresh plan' }).click();
    await page.getByRole('row', { name: /^Pupil laptops/ }).getByRole('button', { name: '10,950' }).click();
    await page.getByRole('button', { name: 'Order these' }).click();

    const form = page.getByRole('complementary', { name: 'Place an order' });
    await form.getByText('30 items, £10,950 net, as planned.').waitFor();
    expect(await form.getByLabel('Expected').inputValue()).toBe('12 Dec 2026');
    await form.getByLabel('Price of one, £').fill('345');
    await form.getByRole('list', { name: 'What it does to the plan' }).getByText('2026/27 −£600').waitFor();
    await form.getByRole('button', { name: 'Place the order' }).click();
    await form.getByText('An order has a number, such as 4502.').waitFor();
    await expect.poll(() => form.getByLabel('Order number').evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByLabel('Order number').fill('4502');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Place the order' }).click();

    const panel = page.getByRole('complementary', { name: 'Order 4502' });
    await panel.getByText('0 came, 30 to come').waitFor();
    await page.getByText('30 items on order 4502 are still to come.').waitFor();
    expect(await progress()).toMatchObject({ state: 'outstanding', outstanding: 30, differencePence: -60_000 });
    await panel.getByRole('button', { name: /^Receive/ }).click();

    const receive = page.getByRole('complementary', { name: /^Receive/ });
    await receive.getByLabel('How many came').fill('2');
    const { snapshot } = await kitplan.call('plan.snapshot', {});
    const known = snapshot.assets.find(({ serial }) => serial !== null);
    await receive.getByLabel('Serial numbers').fill(`T11-99001\n${known?.serial ?? ''}\n`);
    await receive.getByLabel('Cover, months').fill('36');
    await receive.getByRole('button', { name: 'Receive 2' }).click();
    await receive.getByText(`1 of the 2 serials is already in the register: ${known?.serial ?? ''} (${known?.tag ?? ''}).`).waitFor();
    expect(await progress()).toMatchObject({ came: 0 });
    await receive.getByLabel('Serial numbers').fill('T11-99001\nT11-99002');
    expect(await accessibilityFaults(page)).toEqual([]);
    await receive.getByRole('button', { name: 'Receive 2' }).click();

    await panel.getByText('2 came, 28 to come').waitFor();
    expect(await progress()).toMatchObject({ state: 'partly_received', came: 2, outstanding: 28, paid: { pence: 2 * 34_500 } });
    await panel.getByRole('button', { name: 'Cancel what has not come' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText('2 came, 0 to come, 28 cancelled').waitFor();
    await expect.poll(() => panel.evaluate((place) => place.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Control+z');
    await panel.getByText('2 came, 28 to come').waitFor();
    const row = page.getByRole('row', { name: /^4502/ });
    await row.getByRole('button', { name: '£600 under plan' }).click();
    await page.getByText('30 Tamar 11 laptop: the plan had 30 × £365 = £10,950.').waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Close the panel' }).focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+z');
    await expect.poll(progress).toMatchObject({ state: 'outstanding', outstanding: 30 });
    await opened.close();
  }, LONG);
});
