import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
});
afterAll(() => opened.close());

const assets = async () => (await opened.kitplan.call('plan.snapshot', {})).snapshot.assets;
const assetOf = async (tag: string) => (await assets()).find((asset) => asset.tag === tag);
const sentence = (): Promise<string> => page.locator('.page-head .say').innerText();
const bar = () => page.getByRole('status').filter({ hasText: 'Undo' });
const section = (name: string | RegExp) => page.getByRole('region', { name });
const quality = async (): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
  await page.getByRole('button', { name: 'Data quality' }).click();
  await page.getByRole('heading', { level: 1, name: 'Data quality' }).waitFor();
};

describe('data quality', () => {
  it('is reached from the overview and says what is left out, what that may cost, and why', async () => {
    await page.getByRole('button', { name: 'See data quality' }).click();
    await page.getByRole('heading', { level: 1, name: 'Data quality' }).waitFor();
    expect(await sentence()).toMatch(/^41 of 1,063 assets are left out of the forecast, probably £[\d,]+ over five years\. .* could tip over\.$/u);
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).getAttribute('aria-current')).toBe('page');
    await section('Left out of the forecast').getByRole('button', { name: /^[\d,]+$/ }).first().click();
    await page.getByRole('heading', { name: /^Why about £/ }).waitFor();
    expect(await page.getByRole('list', { name: 'Reasons' }).innerText()).toContain('each month of the last 4 years is taken as equally likely');
    await page.keyboard.press('Escape');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('fits a window of 640 pixels, the wide table scrolling by itself', async () => {
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('opens exactly the rows behind a cell of the table in the register', async () => {
    const cell = section('How complete the register is').getByRole('button', { name: /^Displays, AV, purchase date: 87% known, 41 lack it/ });
    await cell.click();
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    await page.getByText('41 items picked').waitFor();
    await quality();
  });

  it('dates many at once from the evidence, says what that does before it is done, and can be undone', async () => {
    const mend = section(/^Mend in bulk: purchase dates/);
    await mend.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Cameras, 12 rows' });
    await mend.getByText('tags HC-CM-0002 to HC-CM-0019').first().waitFor();
    const form = page.getByRole('form', { name: /^Give the ticked rows/ });
    expect(await form.getByRole('list', { name: 'What it does to the plan' }).innerText()).toMatch(/2028\/29 \+£2,\d{3}\nStill left out 29/u);
    await form.getByRole('button', { name: 'Date 12' }).click();
    await page.getByText('29 of 1,063 assets are left out').waitFor();
    expect(await assetOf('HC-CM-0007')).toMatchObject({ purchaseDate: '2024-09-01', purchaseDateAssumed: true, purchaseDateBasis: 'tags HC-CM-0002 to HC-CM-0019' });
    const { change } = (await opened.kitplan.call('plan.history', { limit: 1 })).map((entry) => ({ change: entry }))[0] ?? {};
    expect(change).toMatchObject({ label: 'Assume when 12 rows were bought', reason: 'tags HC-CM-0002 to HC-CM-0019' });
    await bar().getByRole('button', { name: /Undo/ }).click();
    await page.getByText('41 of 1,063 assets are left out').waitFor();
  });

  it('takes one date for all as people know it, and refuses in words what cannot be', async () => {
    const mend = section(/^Mend in bulk: purchase dates/);
    await mend.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Interactive panels, 5 rows' });
    const form = page.getByRole('form', { name: /^Give the ticked rows/ });
    await mend.getByRole('checkbox', { name: 'Tick all' }).check();
    const bought = form.getByRole('textbox', { name: 'Bought' });
    await bought.fill('last summer');
    await form.getByText('“last summer” cannot be read as a date.').waitFor();
    await bought.fill('about September 2031');
    await form.getByText('is still to come').or(form.getByText('Say in the reason')).waitFor();
    await bought.fill('about September 2021');
    await form.getByText('Say in the reason what the date goes by').waitFor();
    expect(await form.getByRole('textbox', { name: 'Reason' }).getAttribute('aria-invalid')).toBe('true');
    expect(await bought.getAttribute('aria-invalid')).toBeNull();
    await form.getByRole('textbox', { name: 'Reason' }).fill('the refit of the hall');
    await form.getByRole('button', { name: 'Date 5' }).click();
    await page.getByText('36 of 1,063 assets are left out').waitFor();
    expect(await assetOf('HC-TV-0001')).toMatchObject({ purchaseDate: '2021-09-01', purchaseDateAssumed: true, purchaseDateBasis: 'the refit of the hall' });
  });

  it('compares two rows side by side, keeps one, or keeps both for good', async () => {
    const twice = section('Twice, perhaps');
    await twice.getByRole('button', { name: 'Compare HC-TB-0031 and HC-TB-0044' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('columnheader', { name: 'HC-TB-0031' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep both: they are different things' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await twice.getByRole('button', { name: 'Compare HC-CM-0007 and HC-CM-0018' }).click();
    await dialog.getByRole('button', { name: 'Keep only this one: HC-CM-0007' }).click();
    await twice.getByText('No two rows look like the same thing.').waitFor();
    expect(await assetOf('HC-CM-0018')).toBeUndefined();
    expect(await assetOf('HC-TB-0044')).toBeDefined();
    await opened.kitplan.call('plan.undo', {});
  });

  it('keep the place where somebody works by keyboard when what they settled goes from the list', async () => {
    await quality();
    await section('Odd values').getByRole('button', { name: /^Make it £379/ }).click();
    await bar().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent)).toBe('Odd values');
    await page.keyboard.press('Control+z');
    await section('Odd values').getByRole('button', { name: /^Make it £379/ }).waitFor();
  });

  it('asks whether old kit is still there, and a yes settles it', async () => {
    await quality();
    await section('Odd values').getByRole('button', { name: 'Still there? HC-PJ-07, in use' }).click();
    await page.getByRole('menuitem', { name: 'Yes, still in use' }).click();
    await expect.poll(async () => section('Odd values').innerText()).not.toContain('HC-PJ-07');
  });

  it('makes a list to carry round, room by room, with boxes to fill in, black on white', async () => {
    await page.getByRole('button', { name: 'Print a walk-round list' }).click();
    await page.getByRole('heading', { level: 1, name: 'Walk-round list' }).waitFor();
    expect(await page.getByRole('img', { name: 'Serial number: to fill in' }).count()).toBeGreaterThan(10);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print the list' }).isVisible()).toBe(false);
    expect(await page.locator('table.walk td').first().evaluate((cell) => getComputedStyle(cell).color)).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Back to data quality' }).click();
    await page.getByRole('heading', { level: 1, name: 'Data quality' }).waitFor();
  });
});

describe('the register’s Export', () => {
  it('hands over the rows on screen, for Snipe-IT and as JSON as well', async () => {
    await section('Left out of the forecast').getByRole('button', { name: /^Show the/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    await page.getByRole('grid', { name: 'Assets' }).waitFor();
    await page.keyboard.press('Control+e');
    await page.getByText(/^The register: \d+ rows, as filtered$/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const saved = async (name: RegExp): Promise<string> => {
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name }).click();
      return readFileSync(await (await download).path(), 'utf8');
    };
    const rows = (await saved(/^CSV for Snipe-IT/)).trimEnd().split('\r\n');
    expect(rows[0]).toContain('Company,Name,Asset Tag,Category');
    expect(rows).toHaveLength(1 + 36);
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await saved(/^The whole plan as JSON/)).toContain('"kitplan": "plan"');
  });

  it('has its JSON made into a plan again from the menu of plans, and says what is wrong with any other', async () => {
    const written = await opened.kitplan.call('exports.plan', {});
    const chooses = async (name: string, text: Buffer): Promise<void> => {
      await page.getByRole('button', { name: /School and plan/ }).click();
      const asked = page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: /^Make a plan from JSON/ }).click();
      await (await asked).setFiles({ name, mimeType: 'application/json', buffer: text });
    };
    await chooses('broken.json', Buffer.from('{"name": "something else"}'));
    await page.getByRole('alert').filter({ hasText: 'No plan was made.' }).waitFor();
    const before = (await opened.kitplan.call('plan.snapshot', {})).snapshot;
    await chooses('plan.json', Buffer.from(written.base64, 'base64'));
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect((await opened.kitplan.call('plan.snapshot', {})).snapshot).toEqual(before);
    expect((await opened.kitplan.call('plan.list', {})).filter((plan) => plan.open)).toHaveLength(1);
  });
});
