import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan, OpenOptions } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

describe('Hillcrest, looked at', () => {
  let opened: OpenedKitplan;
  let page: Page;
  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
  });
  beforeEach(async () => {
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });
  afterAll(() => opened.close());

  test('the rail lists the pages there are, and marks the one that is open', async () => {
    const rail = page.getByRole('navigation', { name: 'Main' });
    expect(await rail.locator('.rail-link .name').allTextContents()).toEqual(['Overview', 'Register', 'Refresh plan', 'Budgets', 'Development plan', 'Needs', 'Standards', 'Decisions', 'Documents', 'Settings']);
    await rail.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    expect(await rail.locator('[aria-current=page]').textContent()).toBe('Register');
    expect(await page.title()).toBe('Register, Hillcrest School – Kitplan');
  });

  test('Alt and a number open the pages in the order of the rail; reading starts at the title', async () => {
    await page.keyboard.press('Alt+3');
    await page.getByRole('heading', { level: 1, name: 'Refresh plan' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Refresh plan');
  });

  test('F6 goes from the rail to the sheet, Shift+F6 back', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Overview' }).focus();
    await page.keyboard.press('F6');
    await expect.poll(focused).toBe('MAIN');
    await page.keyboard.press('Shift+F6');
    await expect.poll(focused).toBe('NAV');
  });

  test('F1 lists the keys that work here', async () => {
    await page.keyboard.press('F1');
    const dialog = page.getByRole('dialog', { name: 'Keys on this screen' });
    await dialog.waitFor();
    expect(await dialog.getByRole('row', { name: 'Ctrl K Search, jump, do' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('the foot says what every figure is', async () => {
    const foot = page.getByRole('contentinfo');
    for (const words of ['Nothing leaves this computer', 'Whole pounds, net of VAT', 'Financial year April to March']) {
      await foot.getByText(words).waitFor();
    }
  });

  test('the made-up school says so on every page', async () => {
    for (const keys of ['Alt+2', 'Alt+3', 'Alt+4', 'Alt+1']) {
      await page.keyboard.press(keys);
      await page.getByText('This is Hillcrest, a made-up school.').waitFor();
    }
  });

  test('another as-at day works every figure out again, and today comes back', async () => {
    const firstYear = page.getByRole('columnheader', { name: '2026/27' });
    await firstYear.first().waitFor();
    await page.getByRole('button', { name: /Figures as at/ }).click();
    await page.getByRole('textbox', { name: 'Day' }).fill('1 April 2028');
    await page.getByRole('button', { name: 'Show the figures' }).click();
    await page.getByRole('columnheader', { name: '2028/29' }).first().waitFor();
    expect(await firstYear.count()).toBe(0);
    await page.getByRole('button', { name: /Figures as at 1 Apr 2028/ }).click();
    await page.getByRole('button', { name: 'Back to today' }).click();
    await firstYear.first().waitFor();
  });

  test('a day that is not one is told at the field, with one that works', async () => {
    await page.getByRole('button', { name: /Figures as at/ }).click();
    const day = page.getByRole('textbox', { name: 'Day' });
    await day.fill('31/02/2028');
    await page.getByRole('button', { name: 'Show the figures' }).click();
    await page.getByText('“31/02/2028” is not a day in the calendar. Write it like 12 December 2023 or 12/12/2023.').waitFor();
    expect(await day.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await day.waitFor({ state: 'hidden' });
  });

  test('a page that was open comes back after a reload, and the token is not in the address', async () => {
    await page.keyboard.press('Alt+2');
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    expect(page.url()).not.toContain('token');
  });
});

let opened: OpenedKitplan | null = null;
const open = async (options: OpenOptions) => (opened = await openKitplan(options)).page;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

test('a page without the token of this start is told so in a sentence, and shows nothing of the plan', async () => {
  const page = await open({ plan: 'sample' });
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('The link to this plan has run out.');
  expect(await page.getByText('Hillcrest').count()).toBe(0);
  expect(opened?.complaints.splice(0).every((complaint) => complaint.includes('403'))).toBe(true);
});

describe('whose view and which colours', () => {
  test('whose view is kept, and changes are recorded under it', async () => {
    const page = await open({ plan: 'empty' });
    await page.getByRole('button', { name: 'Whose view Network manager' }).click();
    await page.getByRole('menuitemradio', { name: /Business manager/ }).click();
    await page.getByRole('button', { name: 'Whose view Business manager' }).waitFor();
    await page.getByLabel('School name').fill('Marsh Lane School');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText(/Undo/).waitFor();
    const history = await opened?.kitplan.call('plan.history', { limit: 1 });
    expect(history?.[0]?.role).toBe('business_manager');
    await page.getByRole('contentinfo').getByText('Saved on this computer, 14:02').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('status').getByText('Already saved, 14:02.').waitFor();
  });

  test('the theme follows the computer until one is chosen, and the choice is kept', async () => {
    const page = await open({ plan: 'empty', dark: true });
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    expect(await theme()).toBe('dark');
    await openPalette(page);
    await page.getByRole('combobox', { name: 'Search, jump or do' }).fill('light theme');
    await page.getByRole('option', { name: 'Use the light theme', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(theme).toBe('light');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(theme).toBe('light');
  });

  test('on paper it is black on white, whatever the screen has', async () => {
    const page = await open({ plan: 'sample', dark: true });
    await page.emulateMedia({ media: 'print' });
    const ink = await page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  });
});

describe('a small window or a large zoom', () => {
  test('at 640 pixels the pages are behind a button and nothing lies outside', async () => {
    const page = await open({ plan: 'sample', viewport: { width: 640, height: 400 } });
    await page.getByRole('button', { name: 'Pages' }).click();
    await page.getByRole('menuitem', { name: 'Refresh plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Refresh plan' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    for (const name of [/School and plan/, /Figures as at/, /Whose view/, 'Undo', /Search or jump to/]) {
      await page.getByRole('button', { name }).first().waitFor();
    }
  });

  test('at 900 pixels the rail is icons that still have their names', async () => {
    const page = await open({ plan: 'sample', viewport: { width: 900, height: 640 } });
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Register' }).hover();
    await page.getByRole('tooltip', { name: 'Register' }).waitFor();
  });
});
