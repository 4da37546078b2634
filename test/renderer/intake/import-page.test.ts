import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan, OpenOptions } from '../../support/browser.ts';

let opened: OpenedKitplan | null = null;
const open = async (options: OpenOptions = {}) => (opened = await openKitplan(options)).page;
const assets = async () => (await opened?.kitplan.call('plan.snapshot', {}))?.snapshot.assets ?? [];
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

const KIT = [
  'Asset No,Description,Type,Room,Purchased,Price',
  'ML-001,Kestrel 400 small desktop,Desktop,IT3,12/12/2023,£398.00',
  'ML-002,Kestrel 400 small desktop,Desktop,IT3,24/09/2023,£398.00',
  'ML-003,Tamar 11,Laptop,Library,03/04/2021,£365.00',
].join('\r\n');

const csv = (text: string, name = 'kit list.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
}

/** From the Overview that follows an import, back to the import page by way of the search box. */
async function openImportAgain(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search, jump or do' }).fill('bring in a kit list');
  await page.getByRole('option', { name: /^Bring in a kit list/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Import kit list' }).waitFor();
}

test('a list is looked at first and brought in after, and one Undo takes it out again', async () => {
  const page = await open();
  await choose(page, csv(KIT));
  await page.getByText('3 rows read: 3 new.').waitFor();
  expect(await page.getByRole('row', { name: /^Purchased.*Bought/ }).count()).toBe(1);
  expect(await page.getByRole('row', { name: /ML-001.*Desktop.*IT3.*12 Dec 2023.*£398.*New/ }).count()).toBe(1);
  expect(await assets()).toHaveLength(0);

  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect((await assets()).map(({ tag }) => tag)).toEqual(['ML-001', 'ML-002', 'ML-003']);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
  expect(await assets()).toHaveLength(0);
});

test('the same list again would change nothing, and offers nothing to bring in', async () => {
  const page = await open();
  await choose(page, csv(KIT));
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await openImportAgain(page);
  await choose(page, csv(KIT));
  await page.getByText('3 rows read, and nothing would change: the register already says the same.').waitFor();
  expect(await page.getByRole('button', { name: 'Bring it in' }).count()).toBe(0);
});

test('a changed room shows before and after, in the register’s own words', async () => {
  const page = await open();
  await choose(page, csv(KIT));
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await openImportAgain(page);
  await choose(page, csv(KIT.replace('Library', 'Art 2')));
  await page.getByText('3 rows read: 1 changed, 2 the same.').waitFor();
  const row = page.getByRole('row', { name: /^4 ML-003/ });
  expect(await row.locator('s').textContent()).toBe('Library');
  expect(await row.textContent()).toContain('Room: Library Art 2');
});

test('rows that cannot come in are named with their number and the reason, and the rest comes in', async () => {
  const page = await open();
  await choose(page, csv('Tag,Type,Purchased,Qty\r\nA-1,Laptop,12/12/2023,1\r\nA-2,Laptop,12/12/2023,-3\r\nTotal,,,2'));
  await page.getByText('3 rows read: 1 new, 2 refused.').waitFor();
  const refused = page.getByRole('region', { name: 'Rows that cannot come in' }).getByRole('listitem');
  expect(await refused.allTextContents()).toEqual([
    'Row 3, QtyThe quantity -3 is less than one', 'Row 4It is a totals row',
  ]);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect((await assets()).map(({ tag }) => tag)).toEqual(['A-1']);
});

test('a picture with the name of a list is refused in a sentence, and another file can be chosen', async () => {
  const page = await open();
  const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex');
  await choose(page, { name: 'kit list.csv', mimeType: 'text/csv', buffer: png });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/kit list\.csv.*Nothing was changed\./s);
  await choose(page, csv(KIT));
  await page.getByText('3 rows read: 3 new.').waitFor();
});

test('a list dropped anywhere on the window is read', async () => {
  const page = await open({ plan: 'sample' });
  await page.keyboard.press('Alt+3');
  await page.getByRole('heading', { level: 1, name: 'Refresh plan' }).waitFor();
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  }, KIT);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await page.getByText('Drop the kit list to read it. Nothing changes yet.').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByText('dropped.csv').waitFor();
  await page.getByText('3 rows read: 3 new.').waitFor();
});

test('nobody is named: a column of people stays out and says why', async () => {
  const page = await open();
  const withPeople = KIT.split('\r\n').map((line, at) => `${line},${at === 0 ? 'Email' : `person${at}@marshlane.example`}`).join('\r\n');
  await choose(page, csv(withPeople));
  const row = page.getByRole('row', { name: /^Email/ });
  await row.waitFor();
  expect(await row.textContent()).toMatch(/Left out.*Kitplan keeps no/);
});

test('what needs a look comes before the columns, and a row without a day says that it is not forecast', async () => {
  const page = await open();
  await choose(page, csv('Tag,Type,Purchased,Price\r\nA-1,Laptop,,£365.00\r\nA-2,Flurb,12/12/2023,£365.00'));
  await page.getByText('2 rows read: 2 new.').waitFor();
  const heads = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(heads.indexOf('What was decided for you')).toBeLessThan(heads.indexOf('How the columns were read'));
  await page.getByText(/became other, for want of a word/).waitFor();
  expect(await page.getByRole('row', { name: /^2 A-1/ }).textContent()).toContain('New, not in the forecast');
  expect(await page.getByRole('row', { name: /^3 A-2/ }).textContent()).not.toContain('not in the forecast');
});
