import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openKitplan } from '../support/browser.ts';
import type { OpenedKitplan } from '../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;
const folders: string[] = [];

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await toRegister(page);
});
afterAll(async () => {
  await opened.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});
// The window comes back to the register as it first opens: no filter, no ticks, nothing folded.
beforeEach(async () => {
  await page.reload();
  await grid(page).waitFor();
});

const toRegister = (on: Page): Promise<void> =>
  on.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
const grid = (on: Page) => on.getByRole('grid', { name: 'Assets' });
const cell = (page: Page, name: string) => grid(page).getByRole('gridcell', { name, exact: true });
const rowOf = (page: Page, tag: string) => grid(page).getByRole('row').filter({ has: page.getByRole('gridcell', { name: tag, exact: true }) });
const totals = (page: Page) => page.getByRole('status', { name: 'Totals of what is shown' });
const panel = (page: Page) => page.getByRole('complementary');
const find = (page: Page) => page.getByRole('searchbox', { name: 'Find in the register' });
/** What has the focus, as its text or its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

const groupBy = async (words: string): Promise<void> => {
  await page.getByRole('button', { name: /change the groups/ }).click();
  await page.getByRole('menuitemradio', { name: words, exact: true }).first().click();
};

/** Everything that may still be on its way has been drawn. */
const settle = (on: Page): Promise<void> => on.waitForTimeout(150);
/** The totals come to say this: the rows follow the filter a moment after the letters. */
const totalsSay = (words: string | RegExp): Promise<void> => totals(page).filter({ hasText: words }).waitFor();

describe('the register', () => {
  it('opens with what falls due, its kinds, and as many items as the school has', async () => {
    expect(await page.locator('.say').textContent()).toMatch(/^\d+ items fall due in 2026\/27/);
    await totalsSay('1,063 of 1,063 shown');
    expect(await cell(page, 'Servers 4 items').getAttribute('aria-expanded')).toBe('true');
    const lines = Number(await grid(page).getAttribute('aria-rowcount'));
    expect(lines).toBeGreaterThan(900);
    expect(await grid(page).getByRole('row').count()).toBeLessThan(80);
  });

  it('sorts by a heading with unknown dates last, and says so to those who cannot see the arrow', async () => {
    await groupBy('Nothing');
    const due = grid(page).getByRole('columnheader', { name: 'Due' });
    await due.click();
    expect(await due.getAttribute('aria-sort')).toBe('ascending');
    expect(await grid(page).getByRole('row').nth(1).textContent()).toContain('overdue');
    await due.click();
    expect(await due.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('Control+End');
    await settle(page);
    expect(await grid(page).getByRole('row').last().textContent()).toMatch(/retired|not known|disposed of|until it fails|lost|stolen/);
  });

  it('shows what falls due in one year, and the totals and the sentence follow', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('checkbox', { name: /^2028\/29/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await totalsSay('170 of 1,063 shown');
    const sentence = await page.locator('.say').textContent();
    expect(sentence).toContain('170 items fall due in 2028/29');
    const cost = /£[\d,]+$/.exec(await totals(page).textContent() ?? '')?.[0];
    expect(sentence).toContain(cost);
    await page.getByRole('button', { name: 'Show all again: Due, 2028/29' }).click();
    await totalsSay('1,063 of 1,063 shown');
  });

  it('says so when nothing fits, and shows everything again', async () => {
    await find(page).fill('no such thing');
    await page.getByText('Nothing in the register fits.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).first().click();
    await totalsSay('1,063 of 1,063 shown');
  });

  it('opens a scanned tag at once and is ready for the next scan', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('hc-dt-0214\n');
    await panel(page).getByText('HC-DT-0214', { exact: true }).waitFor();
    expect(await panel(page).getByRole('heading', { level: 2 }).first().textContent()).toBe('Kestrel 400 small desktop');
    await page.keyboard.type('HC-SV-01\n');
    await panel(page).getByText('HC-SV-01', { exact: true }).waitFor();
    expect(await find(page).inputValue()).toBe('HC-SV-01');
    await totalsSay('1 of 1,063 shown');
  });

  it('comes from the overview’s overdue kit with just that, as a filter that can be taken off', async () => {
    const main = page.getByRole('navigation', { name: 'Main' });
    await main.getByRole('button', { name: /^Overview/ }).click();
    await page.getByRole('region', { name: 'Overdue kit' }).getByRole('button', { name: /35 items/ }).click();
    await totalsSay('35 of 1,063 shown');
    await page.getByRole('button', { name: 'Show all again: Due, Overdue' }).click();
    await totalsSay('1,063 of 1,063 shown');
  });

  it('is as it was left when one comes back from another page', async () => {
    await find(page).fill('HC-SV');
    await totalsSay('4 of 1,063 shown');
    const main = page.getByRole('navigation', { name: 'Main' });
    await main.getByRole('button', { name: /^Overview/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await main.getByRole('button', { name: /^Register/ }).click();
    await totalsSay('4 of 1,063 shown');
  });

  it('has neither tags nor serial numbers in the view of senior leaders', async () => {
    await opened.kitplan.call('app.settings', { role: 'slt' });
    await page.reload();
    await grid(page).getByRole('columnheader', { name: 'What it is' }).waitFor();
    expect(await grid(page).getByRole('columnheader', { name: 'Tag' }).count()).toBe(0);
    expect(await panel(page).textContent()).not.toMatch(/serial|HC-SV-01/);
    await opened.kitplan.call('app.settings', { role: 'network_manager' });
  });

  it('tells in the panel when a desktop was bought, why it is due when it is, and what was done to it', async () => {
    await find(page).fill('HC-DT-0214');
    await page.keyboard.press('Enter');
    const life = panel(page).getByRole('list', { name: 'Life line' });
    expect((await life.getByRole('listitem').allTextContents())[0]).toContain('Bought, 12 December 2023');
    expect(await life.textContent()).toContain('Today, 21 November 2026');
    const why = panel(page).getByRole('region', { name: 'Why December 2028?' });
    const steps = await why.getByRole('listitem').allTextContents();
    expect(steps[0]).toContain('Bought on 12 December 2023');
    expect(steps.some((step) => step.includes('£440'))).toBe(true);
    await panel(page).getByRole('region', { name: 'History' }).getByText('Nothing has been changed since it came in.').waitFor();
  });
});

describe('changing the register', () => {
  it('moves an asset’s purchase date, shows what that costs first, and undo brings it back', async () => {
    await find(page).fill('HC-DT-0214');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('button', { name: 'Edit' }).click();
    const bought = panel(page).getByLabel('Bought');
    await bought.fill('12 December 2024');
    const effect = panel(page).getByRole('list', { name: 'What it does to the plan' });
    await effect.getByText('2028/29').waitFor();
    expect(await effect.textContent()).toMatch(/2028\/29 −£440.*2029\/30 \+£4\d\d/);
    await panel(page).getByLabel('Reason').fill('Delivered a year late');
    await panel(page).getByRole('button', { name: 'Change HC-DT-0214' }).click();
    await panel(page).getByRole('region', { name: 'Why December 2029?' }).waitFor();
    await panel(page).getByText('Delivered a year late').waitFor();
    expect(await rowOf(page, 'HC-DT-0214').textContent()).toContain('12 Dec 29');
    await page.keyboard.press('Control+z');
    await panel(page).getByRole('region', { name: 'Why December 2028?' }).waitFor();
  });

  it('answers a date that is none in words at its field, and changes nothing', async () => {
    await cell(page, 'HC-SV-01').click();
    await panel(page).getByRole('button', { name: 'Edit' }).click();
    const cover = panel(page).getByLabel('Warranty ends');
    await cover.fill('next summer');
    await page.keyboard.press('Enter');
    await panel(page).getByText('“next summer” cannot be read as a date.').waitFor();
    expect(await cover.getAttribute('aria-invalid')).toBe('true');
    await cover.fill('1 Aug 2024');
    await page.keyboard.press('Enter');
    await panel(page).getByText('Must be after 14 August 2024, when it was bought.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('HC-SV-01');
    const { snapshot } = await opened.kitplan.call('plan.snapshot', {});
    expect(snapshot.assets.find((asset) => asset.tag === 'HC-SV-01')?.coverEnd).toBe('2028-08-14');
  });

  it('changes four desktops at once as one change that undo takes back', async () => {
    await find(page).fill('HC-DT-02');
    await cell(page, 'HC-DT-0212').click();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await totalsSay('4 cells');
    await page.keyboard.press('Space');
    await totalsSay('4 items selected');
    const bar = page.getByRole('form', { name: 'Change 4 items' });
    expect(await bar.getByRole('button', { name: 'Change 4 items' }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+b');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await bar.getByLabel('Room').selectOption('set');
    await page.keyboard.type('Library');
    await bar.getByLabel('Status').selectOption({ label: 'Spare' });
    await bar.getByLabel('Reason').fill('Kept for the Library');
    await bar.getByRole('button', { name: 'Change 4 items' }).click();
    await rowOf(page, 'HC-DT-0215').getByText('Spare').waitFor();
    const { snapshot } = await opened.kitplan.call('plan.snapshot', {});
    const library = snapshot.locations.find(({ name }) => name === 'Library')?.id;
    const moved = snapshot.assets.filter((asset) => /^HC-DT-021[2-5]$/.test(asset.tag ?? ''));
    expect(moved.map((asset) => [asset.locationId, asset.status])).toEqual(Array.from({ length: 4 }, () => [library, 'spare']));
    expect(await page.getByRole('form', { name: /Change/ }).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await rowOf(page, 'HC-DT-0215').getByText('IT3').waitFor();
  });

  it('removes a row with Delete, goes on to the next one, and undo puts it back', async () => {
    await cell(page, 'HC-SV-01').click();
    await page.keyboard.press('Delete');
    await cell(page, 'HC-SV-01').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('HC-SV-02');
    await totalsSay('1,062');
    await page.keyboard.press('Control+z');
    await cell(page, 'HC-SV-01').waitFor();
  });

  it('adds a group of kit and shows it', async () => {
    await page.getByRole('button', { name: 'Add kit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add kit' });
    await dialog.getByLabel('Kind').selectOption({ label: 'Visualisers' });
    await dialog.getByLabel('How many').fill('some');
    await dialog.getByRole('button', { name: 'Add kit' }).click();
    await dialog.getByText('“some” cannot be read as a number of items. Write it like 30.').waitFor();
    await dialog.getByLabel('How many').fill('12');
    await dialog.getByLabel('What it is').fill('Tamar V2 visualiser');
    await dialog.getByLabel('Bought').fill('2025/26');
    await dialog.getByLabel('Paid for one, £').fill('149.50');
    await dialog.getByRole('button', { name: 'Add kit' }).click();
    await panel(page).getByRole('heading', { name: 'Tamar V2 visualiser' }).waitFor();
    expect(await panel(page).textContent()).toContain('12 of them');
    await totalsSay('1,075');
    expect(await grid(page).getByRole('row').filter({ hasText: 'Tamar V2 visualiser' }).textContent()).toContain('£1,794');
    await page.keyboard.press('Control+z');
    await totalsSay('1,063 of 1,063 shown');
  });
});

describe('the register by keyboard alone', () => {
  it('is one stop of the Tab key, and arrows go over headings, kinds and rows', async () => {
    await page.getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)).toBe(true);
    await page.keyboard.press('Control+Home');
    await expect.poll(() => focused(page)).toContain('Servers');
    await page.keyboard.press('ArrowLeft');
    expect(await cell(page, 'Servers 4 items').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect.poll(() => focused(page)).toBe('Menu for HC-SV-01');
    await page.keyboard.press('Control+End');
    await settle(page);
    expect(await page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')))
      .toBe(await grid(page).getAttribute('aria-rowcount'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') === null)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)).toBe(true);
  });

  it('keeps the focus on its row when the list is sorted or scrolled away', async () => {
    await cell(page, 'HC-SV-02').click();
    await grid(page).evaluate((element) => { element.scrollTop = 20_000; });
    await settle(page);
    await expect.poll(() => focused(page)).toBe('HC-SV-02');
    await page.keyboard.press('ArrowUp');
    await settle(page);
    await expect.poll(() => focused(page)).toBe('HC-SV-01');
    await cell(page, 'HC-SV-01').waitFor();
  });

  it('selects with Space, ranges and Ctrl+A, and Escape takes the ticks off', async () => {
    await cell(page, 'HC-SV-01').click();
    await page.keyboard.press('Space');
    expect(await rowOf(page, 'HC-SV-01').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Control+a');
    await totalsSay('1,063 items in');
    await page.keyboard.press('Escape');
    await totals(page).filter({ hasNotText: 'selected' }).waitFor();
  });

  it('filters from a heading with Alt+Down and gives the focus back', async () => {
    await cell(page, 'HC-SV-01').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByLabel('Has these letters').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('storage');
    await page.keyboard.press('Escape');
    await totalsSay('2 of 1,063 shown');
    await expect.poll(() => focused(page)).toContain('What it is');
  });

  it('answers why with Alt+Enter, hides the panel with Ctrl+\\, and lists its keys behind F1', async () => {
    await cell(page, 'HC-SV-01').click();
    await page.keyboard.press('Alt+Enter');
    await settle(page);
    await expect.poll(() => focused(page)).toContain('Why August 2028?');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('HC-SV-01');
    await page.keyboard.press('Control+\\');
    expect(await panel(page).count()).toBe(0);
    await page.keyboard.press('F1');
    await page.getByText('Find in the register, or scan a tag').waitFor();
  });

  it('opens a row’s menu, and copies the selected rows as a spreadsheet pastes them', async () => {
    await cell(page, 'HC-SV-01').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split(/\r?\n/).map((line) => line.split('\t')[0])).toEqual(['Tag', 'HC-SV-01', 'HC-SV-02']);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Remove 2 items/ }).waitFor();
    await page.keyboard.press('Escape');
    await settle(page);
    await expect.poll(() => focused(page)).toBe('Menu for HC-SV-02');
  });
});

describe('the register fits and can be read', () => {
  it.each([
    { width: 1440, height: 900, colorScheme: 'light' }, { width: 1280, height: 800, colorScheme: 'dark' }, { width: 1024, height: 640, colorScheme: 'light' },
  ] as const)('$width by $height, $colorScheme: nothing wrong to axe, no sideways scrolling', async ({ width, height, colorScheme }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await cell(page, 'HC-SV-01').click();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Tag of HC-SV-02' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await grid(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  }, 90_000);
});

describe('other plans', () => {
  it('that can only be read offer nothing that would change them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kitplan-register-'));
    folders.push(folder);
    const copy = join(folder, 'Hillcrest.kitplan');
    await copyFile((await opened.kitplan.call('app.state', {})).plan?.path ?? '', copy);
    const reading = await openKitplan({ plan: copy, readOnly: true });
    await toRegister(reading.page);
    await cell(reading.page, 'HC-SV-01').click();
    await reading.page.keyboard.press('Space');
    await panel(reading.page).getByRole('region', { name: 'Why August 2028?' }).waitFor();
    for (const name of ['Add kit', 'Import', 'Edit', 'Remove']) expect(await reading.page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
    expect(await reading.page.getByRole('form').count()).toBe(0);
    await reading.close();
  });

  it('that hold no kit yet say what the register is for', async () => {
    const empty = await openKitplan();
    await toRegister(empty.page);
    await empty.page.getByRole('heading', { name: 'No kit yet' }).waitFor();
    expect(await empty.page.locator('.say').textContent()).toBe('There is no kit in the register yet.');
    await empty.close();
  });
});
