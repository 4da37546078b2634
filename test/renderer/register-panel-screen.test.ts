import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openKitplan } from '../support/browser.ts';
import type { OpenedKitplan } from '../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await page.reload();
  await grid().waitFor();
});

const grid = () => page.getByRole('grid', { name: 'Assets' });
const panel = () => page.getByRole('complementary');
const open = async (tag: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Find in the register' }).fill(tag);
  await page.keyboard.press('Enter');
  await panel().getByText(tag, { exact: true }).first().waitFor();
};
const idOf = async (tag: string): Promise<number> => {
  const { snapshot } = await opened.kitplan.call('plan.snapshot', {});
  return snapshot.assets.find((asset) => asset.tag === tag)?.id ?? 0;
};

describe('the panel of an asset', () => {
  it('says that the day it was bought is not known, draws no empty life, and offers the field', async () => {
    await open('HC-TV-0005');
    await panel().getByText('Bought on: not known.').waitFor();
    expect(await panel().getByRole('list', { name: 'Life line' }).allTextContents()).toEqual([]);
    await panel().getByRole('button', { name: 'Enter the date' }).click();
    expect(await panel().getByLabel('Bought').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('tells in the history what was undone and what was done again', async () => {
    await opened.kitplan.call('register.edit', { ids: [await idOf('HC-DT-0213')], set: { room: 'Library' }, reason: null });
    await opened.kitplan.call('plan.undo', {});
    await opened.kitplan.call('plan.redo', {});
    await page.reload();
    await open('HC-DT-0213');
    const history = panel().getByRole('region', { name: 'History' });
    await history.getByText(/^Done again: /).waitFor();
    await history.getByText(/^Undone: /).waitFor();
  });
});

describe('changing several at once', () => {
  it('says what cannot be read on a line of its own, tied to its field', async () => {
    await page.getByRole('searchbox', { name: 'Find in the register' }).fill('HC-DT-02');
    await grid().getByRole('gridcell', { name: 'HC-DT-0212', exact: true }).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    const bar = page.getByRole('form', { name: 'Change 2 items' });
    await bar.getByRole('button', { name: 'More fields' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Bought', exact: true }).click();
    await page.keyboard.press('Escape');
    await bar.getByLabel('Bought').selectOption('set');
    await page.keyboard.type('some time in spring');
    const field = bar.getByRole('textbox', { name: 'Bought' });
    const message = bar.locator('.problem');
    await message.waitFor();
    expect(await message.textContent()).toMatch(/^Bought: .+\.$/);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-describedby')).toBe(await message.getAttribute('id'));
    const [line, under, whole] = await Promise.all([message.boundingBox(), field.boundingBox(), bar.boundingBox()]);
    expect(line?.width).toBeGreaterThan((whole?.width ?? 0) * 0.9);
    expect(line?.y).toBeGreaterThan((under?.y ?? 0) + (under?.height ?? 0));
    expect(await bar.getByRole('button', { name: 'Change 2 items' }).isDisabled()).toBe(true);
  });
});

describe('the view of senior leaders', () => {
  it('has no tag in a name, a filter or on the clipboard', async () => {
    await opened.kitplan.call('app.settings', { role: 'slt' });
    await page.reload();
    await grid().getByRole('columnheader', { name: 'What it is' }).waitFor();
    const names = await page.locator('.register [aria-label]').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(names.join('\n')).not.toMatch(/HC-[A-Z]{2}-\d/);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    expect(await page.getByLabel('Show only by').locator('option').allTextContents()).not.toContain('Tag');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Consumables/ }).click();
    const entries = page.getByRole('grid', { name: 'Consumables and losses' });
    await entries.getByRole('gridcell', { name: 'Tamar 11 laptop' }).first().waitFor();
    expect(await entries.innerText()).not.toMatch(/HC-[A-Z]{2}-\d/);
    await opened.kitplan.call('app.settings', { role: 'network_manager' });
  });
});
