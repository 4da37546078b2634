import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan } from '../support/browser.ts';
import type { OpenedKitplan } from '../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
});
afterAll(() => opened.close());

const snapshotOf = async (): Promise<PlanSnapshot> => (await opened.kitplan.call('plan.snapshot', {})).snapshot;
const said = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
const tab = (name: string): Promise<void> => page.getByRole('tab', { name }).click();

describe('the lists that the register shares', () => {
  it('are reached from the register, and start with the models that lack a price', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
    await page.getByRole('button', { name: /^Models, places/ }).click();
    await page.getByText('19 have no price of their own').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Price' }).click();
    await page.getByRole('button', { name: 'Price' }).click();
    const dearest = await page.getByRole('table', { name: 'Models' }).getByRole('row').nth(1).textContent();
    // Sorted downwards the dearest stands first, and what has no price still last.
    expect(dearest).toContain('£4,880');
  });

  it('change a model and merge two spellings of one', async () => {
    await page.getByRole('button', { name: 'Marlow P2 desktop printer', exact: true }).click();
    await page.getByLabel('Power, W').fill('a lot');
    await page.getByRole('button', { name: 'Change the model' }).click();
    await page.getByText('“a lot” cannot be read as a whole number. Write it like 65.').waitFor();
    await page.getByLabel('Power, W').fill('42');
    await page.getByRole('button', { name: 'Change the model' }).click();
    await said('Change the model Marlow P2 desktop printer');
    expect((await snapshotOf()).models.find(({ name }) => name === 'P2 desktop printer')?.watts).toBe(42);
    await page.getByRole('checkbox', { name: 'Select Marlow P2 desktop printer' }).check();
    await page.getByRole('checkbox', { name: 'Select Marlow P4 office printer' }).check();
    await page.getByRole('button', { name: 'Merge 2' }).click();
    await page.getByRole('radio', { name: /P4 office printer/ }).check();
    await page.getByRole('button', { name: 'Merge into Marlow P4 office printer' }).click();
    await said('Merge Marlow P2 desktop printer into Marlow P4 office printer');
    expect((await snapshotOf()).models.some(({ name }) => name === 'P2 desktop printer')).toBe(false);
  });

  it('walk, move and merge places by keyboard', async () => {
    await tab('Places');
    await page.getByRole('button', { name: 'Add a place' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Art block');
    await dialog.getByLabel('Kind').selectOption('building');
    await dialog.getByRole('button', { name: 'Add the place' }).click();
    await said('Add the building Art block');
    const tree = page.getByRole('tree', { name: 'Places' });
    await tree.getByRole('treeitem', { name: /^Art 1\W+room/ }).click();
    const form = page.getByRole('form', { name: 'Change Art 1' });
    await form.getByLabel('Lies in').selectOption({ label: (await form.getByLabel('Lies in').locator('option', { hasText: 'Art block' }).textContent()) ?? '' });
    await form.getByRole('button', { name: 'Change Art 1' }).click();
    await said('Move Art 1 into Art block');
    const block = tree.getByRole('treeitem', { name: /^Art block\W+building\W+11 items/ });
    await block.focus();
    await page.keyboard.press('ArrowRight');
    expect(await tree.getByRole('treeitem', { name: /^Art 1\W+room/ }).evaluate((line) => [line === document.activeElement, line.getAttribute('aria-level'), line.getAttribute('aria-selected')]))
      .toEqual([true, expect.stringMatching(/^[23]$/), 'true']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await block.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('form', { name: 'Change Art block' }).getByLabel('Name').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('keep departments with their pupils, count the spares and add a kind', async () => {
    await tab('Departments and years');
    await page.getByRole('button', { name: 'Music', exact: true }).click();
    await page.getByLabel('Pupils', { exact: true }).fill('310');
    await page.getByLabel('Target: pupils for each device').fill('6 to 1');
    await page.getByRole('button', { name: 'Change the department' }).click();
    await said('Change the department Music');
    expect((await snapshotOf()).departments.find(({ name }) => name === 'Music')).toMatchObject({ pupils: 310, accessTarget: 600 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await tab('Spare pool');
    await page.getByRole('row', { name: /^Pupil laptops 150 0 0% .* 3 short/ }).waitFor();
    await tab('Kinds of kit');
    await page.getByRole('button', { name: 'Add a kind' }).click();
    await page.getByLabel('One of them').fill('sewing machine');
    await page.getByLabel('Several').fill('sewing machines');
    await page.getByRole('button', { name: 'Add the kind' }).click();
    await page.getByRole('row', { name: /^Sewing machines the school’s own/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
