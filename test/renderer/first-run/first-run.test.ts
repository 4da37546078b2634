import { afterEach, expect, test } from 'vitest';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';

let opened: OpenedKitplan | null = null;
const open = async () => {
  opened = await openKitplan();
  return opened.page;
};
const snapshot = async () => (await opened?.kitplan.call('plan.snapshot', {}))?.snapshot;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

test('a school without a plan is offered three ways in, and one of them stands out', async () => {
  const page = await open();
  for (const name of ['Choose a file', 'Open Hillcrest', 'Start counting']) {
    await page.getByRole('button', { name }).waitFor();
  }
  expect(await page.locator('.btn.filled').allTextContents()).toEqual(['Choose a file']);
  await page.getByRole('img', { name: /^Plan: .* Then Plan again\.$/ }).waitFor();
});

test('looking round the made-up school leads straight to its figures', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Open Hillcrest' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByText('This is Hillcrest, a made-up school.').waitFor();
});

test('with the keyboard alone, thirty laptops are counted and their cost is seen', async () => {
  const page = await open();
  const start = page.getByRole('button', { name: 'Start counting' });
  for (let step = 0; step < 30 && !await start.evaluate((button) => button === document.activeElement); step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The first number to write has the focus.
  await page.keyboard.type('30');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2023');
  await page.keyboard.press('Tab');
  await page.keyboard.type('365');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByRole('row', { name: /Planned cost/ }).getByText('12,324').first().waitFor();
  expect(await snapshot()).toMatchObject({
    assets: [{ categoryKey: 'laptop', quantity: 30, purchaseDate: '2023-09-01', purchaseDateAssumed: true, unitPaidPence: 36_500 }],
  });
});

test('a row that cannot be counted says so under it, and nothing is added until it can', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Start counting' }).click();
  await page.getByLabel('How many, row 1').fill('30');
  await page.getByLabel('Bought in, row 1').fill('last summer');
  await page.getByRole('button', { name: 'Add to the register' }).click();
  const field = page.getByLabel('Bought in, row 1');
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  const told = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${told}"]`).textContent()).toMatch(/^Bought in: “last summer” cannot be read as a date\./);
  expect((await snapshot())?.assets).toHaveLength(0);
  await field.fill('2025');
  await page.getByRole('button', { name: 'Add to the register' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect((await snapshot())?.assets).toHaveLength(1);
});

test('rows can be added and taken away, and Back keeps nothing', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Start counting' }).click();
  await page.getByRole('button', { name: 'Add a row' }).click();
  expect(await page.getByLabel(/^How many/).count()).toBe(4);
  await page.getByRole('button', { name: 'Remove row 1' }).click();
  expect(await page.getByLabel(/^How many/).count()).toBe(3);
  expect(await page.getByRole('button', { name: 'Add to the register' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect((await snapshot())?.assets).toHaveLength(0);
});

test('the school’s name, type, pupils and years are kept as one change', async () => {
  const page = await open();
  await page.getByLabel('School name').fill('Marsh Lane School');
  await page.getByLabel('Type').selectOption('Academy');
  await page.getByLabel('Pupils').fill('1,140');
  await page.getByLabel('Members of staff').fill('118');
  await page.getByLabel('Financial year starts').selectOption('1 September');
  await page.getByLabel('Plan for').selectOption('3 years');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('contentinfo').getByText('Financial year September to August').waitFor();
  await page.getByRole('button', { name: /School and plan Marsh Lane School 2026 to 2029/ }).waitFor();
  expect((await snapshot())?.school).toEqual({
    name: 'Marsh Lane School', type: 'academy', pupils: 1140, staff: 118, accessTarget: null, yearStartMonth: 9, horizonYears: 3,
    backlogYears: 1, vatBp: 2_000, priceAgeMonths: 24,
  });
});

test('a number of pupils that is not one is told at the field', async () => {
  const page = await open();
  await page.getByLabel('Pupils').fill('about 900');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('A whole number up to 20,000 works here, such as 1140.').waitFor();
  expect((await snapshot())?.school.pupils).toBeNull();
});

test('an academy is offered the year from September, unless somebody chose a month', async () => {
  const page = await open();
  const start = page.getByLabel('Financial year starts');
  await page.getByLabel('Type').selectOption('Academy');
  expect(await start.locator('option:checked').textContent()).toBe('1 September');
  await page.getByLabel('Type').selectOption('Special school');
  expect(await start.locator('option:checked').textContent()).toBe('1 April');
  await start.selectOption('1 August');
  await page.getByLabel('Type').selectOption('Academy');
  expect(await start.locator('option:checked').textContent()).toBe('1 August');
});
