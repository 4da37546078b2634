import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openKitplan } from '../support/browser.ts';
import type { OpenedKitplan } from '../support/browser.ts';
import { openPalette } from '../support/palette.ts';

let opened: OpenedKitplan;
let page: Page;

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await page.reload();
  await grid().waitFor();
});

const grid = () => page.getByRole('grid', { name: 'Assets' });
const cell = (name: string) => grid().getByRole('gridcell', { name, exact: true });
const rowOf = (tag: string) => grid().getByRole('row').filter({ has: page.getByRole('gridcell', { name: tag, exact: true }) });
const totalsSay = (words: string | RegExp): Promise<void> => page.getByRole('status', { name: 'Totals of what is shown' }).filter({ hasText: words }).waitFor();
const assetOf = async (tag: string) => {
  const { snapshot } = await opened.kitplan.call('plan.snapshot', {});
  const asset = snapshot.assets.find((each) => each.tag === tag);
  return { ...asset, room: snapshot.locations.find(({ id }) => id === asset?.locationId)?.name ?? null };
};
const undone = (words: string): Promise<void> => page.getByRole('status').filter({ hasText: words }).first().waitFor();
/** To the cell of a row, so many columns right of its tag. */
const goTo = async (tag: string, right = 0): Promise<void> => {
  await cell(tag).click();
  for (let step = 0; step < right; step += 1) await page.keyboard.press('ArrowRight');
};
const find = async (text: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Find in the register' }).fill(text);
  await totalsSay(/of 1,0\d\d shown/);
};
const copyToClipboard = (text: string): Promise<void> => page.evaluate((words) => navigator.clipboard.writeText(words), text);
const clipboard = async (): Promise<string> => (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n');
/** As fast as a hand types: a scanner is faster. */
const byHand = { delay: 70 };

/** At a scanner's speed, however busy this computer is: its keys come one right after the other. */
const scan = (code: string): Promise<void> => page.evaluate((keys) => {
  for (const key of [...keys.split(''), 'Enter']) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}, code);

describe('typing into the register', () => {
  it('moves an asset to another room with a few letters, goes on to the next row, and undo brings it back', async () => {
    await find('HC-DT-02');
    await goTo('HC-DT-0214', 2);
    await page.keyboard.type('lib', byHand);
    await page.getByRole('option', { name: 'Library', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await undone('Change the room of HC-DT-0214');
    expect((await assetOf('HC-DT-0214')).room).toBe('Library');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=row]')?.textContent)).toContain('HC-DT-0215');
    await page.keyboard.press('Control+z');
    await rowOf('HC-DT-0214').getByText('IT3').waitFor();
    expect((await assetOf('HC-DT-0214')).room).toBe('IT3');
  });

  it('says at the cell why a date cannot be read, keeps what was typed, and Escape leaves things as they were', async () => {
    await find('HC-DT-02');
    await goTo('HC-DT-0214', 3);
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'Bought of HC-DT-0214' });
    expect(await field.inputValue()).toBe('12 December 2023');
    await field.fill('next summer');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('“next summer” cannot be read as a date.').waitFor();
    expect(await field.inputValue()).toBe('next summer');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    expect((await assetOf('HC-DT-0214')).purchaseDate).toBe('2023-12-12');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('12 Dec 23');
  });

  it('completes a status from its first letters, Tab goes on to the next column and Shift+Tab comes back', async () => {
    await find('HC-DT-02');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('Find a column').fill('status');
    await page.getByRole('checkbox', { name: 'Status', exact: true }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await goTo('HC-DT-0214');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('spa', byHand);
    await page.keyboard.press('Shift+Tab');
    await undone('Change the status of HC-DT-0214');
    expect((await assetOf('HC-DT-0214')).status).toBe('spare');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('£440');
    await page.keyboard.press('Control+z');
    await undone('Undone');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'As they were at first' }).click();
  });
});

describe('a spreadsheet and the register', () => {
  it('copies cells without headings and pastes one value over all that is selected, as one change', async () => {
    await find('HC-DT-02');
    await goTo('HC-DT-0212', 2);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await totalsSay('4 cells');
    await page.keyboard.press('Control+c');
    expect(await clipboard()).toBe('IT3\t2023-12-12\nIT3\t2023-12-12');
    await copyToClipboard('Library\n');
    await goTo('HC-DT-0212', 2);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+v');
    await undone('Paste the room of 4 rows');
    for (const tag of ['HC-DT-0212', 'HC-DT-0215']) expect((await assetOf(tag)).room).toBe('Library');
    await page.keyboard.press('Control+z');
    await rowOf('HC-DT-0215').getByText('IT3').waitFor();
  });

  it('changes nothing while cells of a paste cannot be read, says which, and makes one change of what was settled', async () => {
    await find('HC-DT-02');
    await goTo('HC-DT-0212', 2);
    await copyToClipboard('Library\t12/13/2024\r\n"Hall"\tsoon\r\nLibrary\t3/4/2024\r\n');
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: '2 cells cannot be read' });
    await dialog.getByText('Nothing has been changed yet').waitFor();
    await dialog.getByText('“12/13/2024” is not a day in the calendar.').waitFor();
    expect((await assetOf('HC-DT-0212')).room).toBe('IT3');
    expect(await dialog.getByRole('button', { name: /^Paste/ }).isDisabled()).toBe(true);
    await dialog.getByLabel('Bought of HC-DT-0212').fill('12 Dec 2024');
    await dialog.getByRole('row', { name: /HC-DT-0213/ }).getByLabel('Leave out').check();
    await dialog.getByText('Every cell is settled.').waitFor();
    await dialog.getByRole('button', { name: 'Paste 5 cells' }).click();
    await undone('Paste 5 cells of the register');
    expect(await assetOf('HC-DT-0212')).toMatchObject({ room: 'Library', purchaseDate: '2024-12-12' });
    expect(await assetOf('HC-DT-0213')).toMatchObject({ room: 'Hall', purchaseDate: '2023-12-12' });
    expect(await assetOf('HC-DT-0214')).toMatchObject({ room: 'Library', purchaseDate: '2024-04-03' });
    await page.keyboard.press('Control+z');
    await rowOf('HC-DT-0214').getByText('IT3').waitFor();
    expect(await assetOf('HC-DT-0212')).toMatchObject({ room: 'IT3', purchaseDate: '2023-12-12' });
  });

  it('offers to add the rows that lie below the last one', async () => {
    await find('HC-SV-0');
    await goTo('HC-SV-04');
    await copyToClipboard('HC-SV-04\tMarlow R1 host\tComms 2\nHC-SV-05\tMarlow R3 host\tComms 1\n');
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Add the 1 row that lies below the last one').isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Paste 3 cells, 1 new row' }).click();
    await cell('HC-SV-05').waitFor();
    expect(await assetOf('HC-SV-05')).toMatchObject({ description: 'Marlow R3 host', categoryKey: 'server', room: 'Comms 1', quantity: 1, status: 'in_use' });
    await page.keyboard.press('Control+z');
    await cell('HC-SV-05').waitFor({ state: 'detached' });
  });

  it('fills down with Ctrl+D, clears cells with Delete, and both come back', async () => {
    await find('HC-SV-0');
    await goTo('HC-SV-02', 2);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await undone('Fill down the room of HC-SV-03');
    expect((await assetOf('HC-SV-03')).room).toBe('Comms 1');
    await page.keyboard.press('Delete');
    await undone('Clear the room of 2 rows');
    expect((await assetOf('HC-SV-02')).room).toBeNull();
    await page.keyboard.press('Control+z');
    await undone('Undone: Clear');
    await page.keyboard.press('Control+z');
    await rowOf('HC-SV-03').getByText('Comms 2').waitFor();
  });

  it('selects cells by dragging, with their sum in the footer', async () => {
    await find('HC-SV-0');
    const [from, to] = [rowOf('HC-SV-01').getByText('£5,060'), rowOf('HC-SV-03').getByText('£4,880')];
    const [one, other] = [await from.boundingBox(), await to.boundingBox()];
    await page.mouse.move((one?.x ?? 0) + 4, (one?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((other?.x ?? 0) + 4, (other?.y ?? 0) + 8, { steps: 6 });
    await page.mouse.up();
    // £5,060 + £5,060 + £4,880.
    await totalsSay('3 cells, sum £15,000');
  });
});

describe('a barcode scanner', () => {
  it('finds the asset wherever the focus is, and types over no cell', async () => {
    await goTo('HC-SV-01', 2);
    await scan('HC-DT-0214');
    await page.getByRole('complementary', { name: /HC-DT-0214/ }).waitFor();
    const box = page.getByRole('searchbox', { name: 'Find in the register' });
    expect(await box.inputValue()).toBe('HC-DT-0214');
    expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
    expect((await assetOf('HC-SV-01')).room).toBe('Comms 1');
    // And the next ones, one after another.
    for (const tag of ['HC-DT-0215', 'HC-SV-01']) {
      await page.keyboard.type(`${tag}\n`);
      await page.getByRole('complementary', { name: new RegExp(tag) }).waitFor();
      expect(await box.inputValue()).toBe(tag);
    }
  });
});

describe('a row many times', () => {
  it('is duplicated by a list of serial numbers from its menu', async () => {
    await find('HC-SV-0');
    await goTo('HC-SV-01');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    const dialog = page.getByRole('dialog', { name: /^Duplicate/ });
    await dialog.getByLabel('List, one item a line').fill('MR2-90001\nMR2-90002\n');
    await dialog.getByRole('button', { name: 'Add 2 copies' }).click();
    await undone('Duplicate HC-SV-01, 2 times');
    const { snapshot } = await opened.kitplan.call('plan.snapshot', {});
    const [first, ...copies] = ['MR2-18528-H', 'MR2-90001', 'MR2-90002'].map((serial) => snapshot.assets.find((asset) => asset.serial === serial));
    for (const copy of copies) expect(copy).toMatchObject({ tag: null, modelId: first?.modelId, coverEnd: first?.coverEnd, locationId: first?.locationId });
    await page.keyboard.press('Control+z');
    await undone('Undone');
  });
});

describe('columns, groups and views', () => {
  it('remember on this computer which columns are shown and how wide, by keyboard alone', async () => {
    await goTo('HC-SV-01', 2);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    const room = grid().getByRole('columnheader', { name: 'Room' });
    expect(await room.evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    const headings = () => grid().getByRole('columnheader').allTextContents();
    await expect.poll(async () => (await headings()).slice(1, 4)).toEqual(['Tag', 'Room', 'What it is']);
    const before = (await room.boundingBox())?.width ?? 0;
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await room.boundingBox())?.width).toBeGreaterThan(before);
    await expect.poll(async () => (await opened.kitplan.call('app.state', {})).settings.lists['assets']?.shown?.slice(0, 3)).toEqual(['tag', 'room', 'description']);
    await page.reload();
    await grid().waitFor();
    expect((await headings()).slice(1, 4)).toEqual(['Tag', 'Room', 'What it is']);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'As they were at first' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(async () => (await headings()).slice(1, 4)).toEqual(['Tag', 'What it is', 'Room']);
  });

  it('sort by several headings with Shift, and group by room and kind', async () => {
    await grid().getByRole('columnheader', { name: 'Room' }).click();
    await grid().getByRole('columnheader', { name: 'Tag' }).click({ modifiers: ['Shift'] });
    for (const name of ['Room', 'Tag']) expect(await grid().getByRole('columnheader', { name }).getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: /change the groups/ }).click();
    await page.getByRole('menuitemradio', { name: 'Room', exact: true }).first().click();
    await page.getByRole('button', { name: /change the groups/ }).click();
    await page.getByRole('menuitemradio', { name: 'Kind', exact: true }).last().click();
    await page.getByRole('button', { name: 'By room, kind: change the groups' }).waitFor();
    expect(await grid().getByRole('gridcell', { expanded: true }).nth(0).textContent()).toContain('Art 1');
    expect(await grid().getByRole('gridcell', { expanded: true }).nth(1).textContent()).toContain('Wireless access points');
  });

  it('are kept as a view under a name, say when they were changed, and open the list', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('checkbox', { name: /^2028\/29/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    const menu = page.getByRole('button', { name: /^View:/ });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Save as a view' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Due in 2028/29');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'View: Due in 2028/29', exact: true }).waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Open the list with it' }).click();
    await undone('Open the list with the view Due in 2028/29');
    await grid().getByRole('columnheader', { name: 'Due' }).click();
    await page.getByRole('button', { name: 'View: Due in 2028/29, changed' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'View: Due in 2028/29', exact: true }).waitFor();
    await totalsSay('170 of 1,063 shown');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'View: All assets' }).waitFor();
  });

  it('and what can be done with a row are in the search box too', async () => {
    await goTo('HC-SV-01');
    await openPalette(page);
    await page.getByRole('combobox').fill('duplicate');
    await page.getByRole('option', { name: /^Duplicate: HC-SV-01/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^Duplicate/ }).waitFor();
    await page.keyboard.press('Escape');
  });
});
