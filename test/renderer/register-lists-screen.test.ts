import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan } from '../support/browser.ts';
import type { OpenedKitplan } from '../support/browser.ts';
import { openPalette } from '../support/palette.ts';

let opened: OpenedKitplan;
let page: Page;

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
});
afterAll(async () => { await opened.close(); });

const snapshot = async (): Promise<PlanSnapshot> => (await opened.kitplan.call('plan.snapshot', {})).snapshot;
const toTab = (name: RegExp): Promise<void> => page.getByRole('tab', { name }).click();
const grid = (name: string) => page.getByRole('grid', { name });
const cell = (list: string, name: string) => grid(list).getByRole('gridcell', { name, exact: true }).first();
const panel = () => page.getByRole('complementary');
const said = (words: string | RegExp) => page.locator('.say').filter({ hasText: words }).waitFor();
const done = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor();
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
/** Takes the last change back. The bar may still tell of one taken back before: the plan itself says when this one is. */
const undo = async (): Promise<void> => {
  const { plan } = await opened.kitplan.call('app.state', {});
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await opened.kitplan.call('app.state', {})).plan?.revision).toBeGreaterThan(plan?.revision ?? 0);
  await done(/^Undone/);
};
/** Finds and does something from anywhere. */
const fromPalette = async (words: string): Promise<void> => {
  await openPalette(page);
  await page.getByRole('combobox', { name: 'Search, jump or do' }).fill(words);
  await page.getByRole('option', { name: words }).first().click();
};

const COVER = 'Warranties and contracts';
const SOFTWARE = 'Software and subscriptions';
const LEDGER = 'Consumables and losses';

describe('warranties and contracts', () => {
  it('open with what wants notice and what is used without cover, and with one press list just those', async () => {
    await toTab(/^Warranties/);
    await said('3 contracts want notice by 30 January 2027; 203 items in use are out of cover.');
    await page.getByRole('button', { name: 'Notice due' }).click();
    await page.getByRole('status', { name: 'Totals of what is shown' }).filter({ hasText: '3 of 95 shown' }).waitFor();
    await cell(COVER, 'IT support contracts').waitFor();
    await page.getByRole('button', { name: 'Notice due' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('take a contract from the palette, say at a field what is wrong, and put kit under it', async () => {
    await fromPalette('Add a contract');
    const form = page.getByRole('form', { name: 'Add a contract' });
    await form.getByLabel('Name').fill('Panel cover');
    await form.getByLabel('Starts').fill('1 April 2027');
    await form.getByLabel('Ends, or renews after').fill('31/3/2027');
    await form.getByRole('button', { name: 'Add a contract' }).click();
    await form.getByText('Must be on or after 1 April 2027, when it starts.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await form.getByLabel('Ends, or renews after').fill('31/3/2032');
    await form.getByLabel('Notice, days before the end').fill('3 months');
    // The words that appear at the field move the box down while it is pressed.
    await form.getByLabel('Renews by itself').check();
    await form.getByText('Write a number of days like 60, at most 1,000.').waitFor();
    await form.getByLabel('Notice, days before the end').fill('90');
    await form.getByLabel('Renews by itself').uncheck();
    await form.getByLabel('Amount, £ net').fill('12');
    await form.getByLabel('For', { exact: true }).selectOption('Per pupil');
    await form.getByText('£12 for each of 1,140 pupils, yearly, is £13,680 a year.').waitFor();
    await form.getByLabel('Covers the hardware it is about, until it ends').check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Add a contract' }).click();
    await done('Add the contract Panel cover');
    await expect.poll(focused).toBe('Panel cover');

    await panel().getByRole('button', { name: 'Choose kit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kit under Panel cover' });
    await dialog.getByLabel('Kind').selectOption('Interactive panels');
    await dialog.getByRole('button', { name: /^Tick all \d+ items that fit/ }).click();
    await dialog.getByRole('button', { name: /^Put \d+ items under it/ }).click();
    await done(/^Add \d+ rows of kit to Panel cover/);
    await expect.poll(focused).toBe('Choose kit');
    const { assets, contracts } = await snapshot();
    const panels = assets.filter(({ categoryKey, status }) => categoryKey === 'interactive_panel' && status === 'in_use');
    expect(contracts.find(({ name }) => name === 'Panel cover')?.assetIds).toHaveLength(panels.length);
    expect(panels.every(({ coverEnd }) => coverEnd === '2032-03-31')).toBe(true);
  });

  it('say year by year why a contract costs what it does', async () => {
    await panel().getByRole('button', { name: 'Why these figures?' }).click();
    await panel().getByText('£12 for each of 1,140 pupils is £13,680 each time.').first().waitFor();
    await undo();
    await undo();
    expect((await snapshot()).contracts.map(({ name }) => name)).not.toContain('Panel cover');
  });

  it('silence what somebody has decided about, with a reason, until undo', async () => {
    await page.getByRole('button', { name: 'Out of cover while in use' }).click();
    await page.getByRole('button', { name: 'Out of cover while in use', pressed: true }).waitFor();
    await grid(COVER).getByRole('columnheader', { name: /Select all/ }).click();
    await page.getByRole('button', { name: 'Decide about their ends' }).click();
    const form = page.getByRole('form', { name: /^Decide about/ });
    await form.getByRole('button', { name: 'Record a decision' }).click();
    await form.getByText('Say why, in a few words: whoever looks here next will ask.').waitFor();
    await form.getByLabel('Because').fill('Spares are kept');
    await form.getByRole('button', { name: 'Record a decision' }).click();
    await said(/everything in use is under cover or goes on without it by decision \(541 items\)/);
    expect((await snapshot()).acknowledgements.filter(({ reason }) => reason === 'Spares are kept').length).toBeGreaterThan(100);
    await undo();
    await said('203 items in use are out of cover');
  });

  it('open a row that is shut with Enter, ready to be changed, and give the focus back to the list with Esc', async () => {
    await page.getByRole('button', { name: 'Out of cover while in use', pressed: true }).click();
    await cell(COVER, 'Printing lease and toner').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await panel().getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('form', { name: 'Change Printing lease and toner' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Printing lease and toner');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('39');
    await page.keyboard.press('Enter');
    await panel().getByRole('heading', { name: 'Printing lease and toner' }).waitFor();
  });

  it('are extended for a few rows of the register, with what it cost', async () => {
    await toTab(/^Assets/);
    await page.getByRole('searchbox', { name: /^Find/ }).fill('HC-SL-10');
    await cell('Assets', 'HC-SL-101').click();
    for (const key of ['Space', 'ArrowDown', 'Space', 'Shift+F10']) await page.keyboard.press(key);
    await page.getByRole('menuitem', { name: 'Extend or add cover' }).click();
    const dialog = page.getByRole('dialog', { name: 'Extend or add cover: 2 items' });
    expect(await dialog.getByLabel('Starts').inputValue()).toBe('10 January 2026');
    await dialog.getByLabel('Ends').fill('31 Aug 2028');
    await dialog.getByLabel('Cost for one item, £').fill('45');
    await dialog.getByRole('button', { name: 'Extend the cover' }).click();
    await done('Extend the cover of 2 laptops to 31 August 2028');
    const { assets, warranties } = await snapshot();
    const extended = warranties.filter(({ kind, costPence }) => kind === 'extension' && costPence === 4_500);
    expect(extended.map(({ assetId }) => assets.find(({ id }) => id === assetId)?.tag)).toEqual(['HC-SL-101', 'HC-SL-102']);
    await undo();
  });
});

describe('software and subscriptions', () => {
  it('open with what they come to, and say which computers a title is too large for', async () => {
    await toTab(/^Software/);
    await said('48 titles come to £28,000 a year; 7 titles want notice, the first by 15 December 2026; 1 more renews or ends by 19 February 2027; 2 have lost support.');
    await cell(SOFTWARE, 'Sound stage').click();
    await panel().getByText('Runs on 3 of 14 computers; 11 have 4 GB of memory.').waitFor();
    await panel().getByRole('row', { name: 'Music 3 11 0' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('let the price of a title be typed into its row, and the forecast follow', async () => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Seats' }).setChecked(true);
    await page.keyboard.press('Escape');
    const row = grid(SOFTWARE).getByRole('row').filter({ has: page.getByRole('gridcell', { name: 'Sound stage', exact: true }) });
    await row.getByRole('gridcell', { name: '15', exact: true }).dblclick();
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await done('Change Sound stage');
    // 30 × £32.80.
    expect((await snapshot()).recurring.find(({ name }) => name === 'Sound stage')).toMatchObject({ amountPence: 3_280, units: 30 });
    await undo();
  });

  it('make titles of what an import put among the kit', async () => {
    await opened.kitplan.call('register.count', { rows: [{ categoryKey: 'software', quantity: 25, description: 'Photo editor', unitPaidPence: 1_999 }] });
    await page.reload();
    await page.getByRole('button', { name: 'Make a title of it' }).or(page.getByRole('tab', { name: /^Software/ })).first().waitFor();
    await toTab(/^Software/);
    await page.getByRole('button', { name: 'Make a title of it' }).click();
    await done('Make a title of software from Photo editor');
    expect((await snapshot()).software.at(-1)).toMatchObject({ name: 'Photo editor', units: 25, period: 'once' });
    await undo();
    await undo();
  });
});

describe('consumables and losses', () => {
  it('show the school’s own record beside the plan, and make the plan count with it', async () => {
    await toTab(/^Consumables/);
    await said('Tablets are lost or broken at 4% a year; the plan counts with 2%.');
    await page.getByRole('row', { name: /^Staff laptops 2 2 240\.7 too few 1%/ }).waitFor();
    await page.getByRole('button', { name: 'Take over 4% for tablets' }).click();
    await done('Change the policy for tablets');
    await expect.poll(focused).toBe('taken over');
    expect((await snapshot()).policies.find(({ categoryKey }) => categoryKey === 'tablet')?.lossBp).toBe(400);
    await page.getByRole('button', { name: 'Take over £613 a year for printers' }).click();
    await done('Add the running cost Consumables, printers');
    expect((await snapshot()).recurring.at(-1)).toMatchObject({ name: 'Consumables, printers', amountPence: 61_292, costCategory: 'other_hardware' });
    expect(await page.getByText('taken over').count()).toBe(2);
    // With three purchases in three years the rate of what is bought counts by itself, once the figure taken over is gone.
    const { kitplan } = opened;
    const taken = (await snapshot()).recurring.find(({ name }) => name === 'Consumables, printers');
    for (const happenedOn of ['2026-05-11', '2026-10-05']) {
      await kitplan.call('ledger.add', { kind: 'bought', happenedOn, categoryKey: 'printer', item: 'Toner, desktop printers', quantity: 2, pence: 8_000 });
    }
    await kitplan.call('recurring.remove', { id: taken?.id ?? 0 });
    await page.reload();
    await toTab(/^Consumables/);
    await page.getByRole('button', { name: 'Leave it out: what is bought for printers' }).click();
    await page.getByText('left out of the plan').waitFor();
    await page.getByRole('button', { name: 'Count it again: what is bought for printers' }).click();
    await page.getByText('in the plan as bought of late').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (let change = 0; change < 7; change++) await undo();
  });

  it('are written down in one line by keyboard, one after the other', async () => {
    await fromPalette('Record a loss');
    const line = page.getByRole('form', { name: 'Write an entry down' });
    await line.getByLabel('Item, or the tag of an asset').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('form')?.getAttribute('aria-label') === 'Write an entry down');
    await page.keyboard.type('HC-PL-104');
    await line.getByText('Tamar 11 laptop').waitFor();
    await line.getByLabel('How many').fill('one');
    await page.keyboard.press('Enter');
    await line.getByText('“one” cannot be read as a number of items. Write it like 30.').waitFor();
    await line.getByLabel('How many').fill('1');
    await line.getByLabel('£ in all').fill('69');
    await page.keyboard.press('Enter');
    await done('Write down: 1 pupil laptop broken');
    // The line is ready for the next one.
    await page.keyboard.type('Charger');
    await page.keyboard.press('Enter');
    await done('Write down: 1 × Charger broken');
    const entries = (await snapshot()).ledger.slice(-2);
    expect(entries).toMatchObject([
      { kind: 'broken', happenedOn: '2026-11-21', userGroup: 'pupil', pence: 6_900, item: null }, { item: 'Charger', categoryKey: 'laptop', pence: null },
    ]);
    await cell(LEDGER, 'Charger').waitFor();
  });

  it('take no misread tag for an item, and know what an item was for the last time', async () => {
    const line = page.getByRole('form', { name: 'Write an entry down' });
    await page.getByRole('tab', { name: /^Consumables/ }).focus();
    await page.keyboard.press('Alt+n');
    await page.keyboard.type('hc-pl-9999');
    await page.keyboard.press('Enter');
    await line.getByText('No asset has the tag hc-pl-9999. Look at the label again, or write what the item is.').waitFor();
    await line.getByLabel('Item, or the tag of an asset').fill('Toner, desktop printers');
    expect(await line.getByLabel('Kind of kit').inputValue()).toBe('printer');
    await line.getByLabel('Item, or the tag of an asset').fill('');
    // Nobody has laptops that are neither the staff’s nor the pupils’: no rate can be worked out, and no price is no £0.
    await page.getByRole('row', { name: /^Laptops 1 unpriced 1 1 0\.0 none in use none not known/ }).waitFor();
  });
});

describe('consumables and losses at 200% zoom', () => {
  it('keep the record, the line and the entries, one below the other', async () => {
    await page.setViewportSize({ width: 640, height: 450 });
    const box = async (locator: ReturnType<Page['locator']>) => (await locator.boundingBox())?.height ?? 0;
    expect(await box(grid(LEDGER))).toBeGreaterThan(300);
    const record = page.getByRole('region', { name: 'Own record of losses' });
    await record.getByRole('row', { name: /^Projectors/ }).scrollIntoViewIfNeeded();
    expect(await record.evaluate((section) => section.parentElement !== null && section.parentElement.scrollHeight <= section.parentElement.clientHeight)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('the lists of an empty plan', () => {
  it('say what they are for and offer the first entry', async () => {
    const empty = await openKitplan();
    await empty.kitplan.call('register.count', { rows: [{ categoryKey: 'software', quantity: 1, description: 'Photo editor' }] });
    await empty.page.reload();
    await empty.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
    for (const [tab, sentence, title] of [
      [/^Warranties/, 'No warranty and no contract is recorded yet.', 'No warranty and no contract yet'],
      [/^Software/, 'No software is recorded yet.', 'No software yet'],
      [/^Consumables/, 'Nothing bought, used, lost or broken is written down yet.', 'Nothing written down yet'],
    ] as const) {
      await empty.page.getByRole('tab', { name: tab }).click();
      await empty.page.locator('.say').filter({ hasText: sentence }).waitFor();
      await empty.page.getByRole('heading', { name: title }).waitFor();
      expect(await accessibilityFaults(empty.page)).toEqual([]);
    }
    // The keys that add to a list work where it has nothing yet, and the line goes on after its first entry.
    for (const item of ['Charger', 'Mouse']) {
      if (item === 'Charger') await empty.page.keyboard.press('Alt+n');
      await empty.page.keyboard.type(item);
      await empty.page.keyboard.press('Enter');
      await empty.page.getByRole('gridcell', { name: item, exact: true }).waitFor();
    }
    await empty.page.getByText('From 21 November 2026, 1 month.').waitFor();
    expect(await empty.page.getByRole('status', { name: 'Totals of what is shown' }).innerText()).not.toContain('£0');
    await empty.page.getByRole('tab', { name: /^Software/ }).click();
    await empty.page.keyboard.press('Alt+n');
    const form = empty.page.getByRole('form', { name: 'Add the software' });
    await form.getByLabel('Title').fill('Sparks');
    await form.getByLabel('Amount, £ net').fill('2.40');
    await form.getByLabel('For', { exact: true }).selectOption('Per pupil');
    await form.getByRole('button', { name: 'Add the software' }).click();
    await empty.page.locator('.say').filter({ hasText: 'What 1 title comes to is not known.' }).waitFor();
    expect(await empty.page.getByRole('status', { name: 'Totals of what is shown' }).innerText()).not.toContain('£0');
    await empty.close();
  });
});
