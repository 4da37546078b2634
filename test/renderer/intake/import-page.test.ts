import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
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

/** The opening sentence; it is also spoken for a moment, out of sight. */
const says = (page: Page, words: string): Promise<void> => page.locator('.say').filter({ hasText: words }).waitFor();
const choose = (page: Page, file: ReturnType<typeof csv>): Promise<void> => page.locator('input[type=file]').first().setInputFiles(file);
const goOn = (page: Page, to: string): Promise<void> => page.locator('.import-foot').getByRole('button', { name: to }).click();
const openStep = (page: Page, step: string): Promise<void> => page.getByRole('list', { name: 'Steps of the import' }).getByRole('button', { name: step }).click();

/** To the last step, through each of them. */
async function throughAllSteps(page: Page): Promise<void> {
  for (const step of ['Match the columns', 'Check every row', 'Bring it in']) await goOn(page, step);
}

async function bringIn(page: Page): Promise<void> {
  await throughAllSteps(page);
  await page.getByRole('button', { name: /^Bring in [\d,]+ rows?$/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Done' }).waitFor();
}

async function another(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.getByRole('button', { name: 'Bring in another file' }).click();
  await page.getByRole('heading', { level: 2, name: 'A file' }).waitFor();
  await choose(page, file);
  await page.getByRole('heading', { level: 2, name: 'As it stands in the file' }).waitFor();
}

test('a list is looked at in five steps and brought in at the end, leads to the register, and one Undo takes it out again', async () => {
  const page = await open();
  await choose(page, csv(KIT));
  await says(page, '3 rows were found under headings in row 1.');
  await goOn(page, 'Match the columns');
  await says(page, '6 of 6 columns come in, and nothing is left to settle.');
  expect(await page.getByRole('combobox', { name: 'Purchased goes to' }).inputValue()).toBe('purchaseDate');
  expect(await page.getByRole('row', { name: /^Purchased.*read as 12 Dec 2023.*3 of 3/ }).count()).toBe(1);
  await goOn(page, 'Check every row');
  await page.getByRole('row', { name: /ML-001.*Desktop.*IT3.*12 Dec 2023.*£398.*New/ }).waitFor();
  expect(await assets()).toHaveLength(0);
  await goOn(page, 'Bring it in');
  await page.getByRole('textbox', { name: 'Reason (can be left out)' }).fill('Stocktake, autumn 2026');
  await page.getByRole('button', { name: 'Bring in 3 rows' }).click();
  await says(page, '3 rows came in: 3 new.');
  expect((await assets()).map(({ tag }) => tag)).toEqual(['ML-001', 'ML-002', 'ML-003']);
  expect((await opened?.kitplan.call('plan.history', {}))?.[0]).toMatchObject({ reason: 'Stocktake, autumn 2026' });

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await says(page, 'The import was taken back: the plan is as it was before it.');
  expect(await assets()).toHaveLength(0);
  await page.keyboard.press('Control+y');
  await page.getByRole('button', { name: 'Show 3 in the register' }).click();
  await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
  await page.getByText('ML-003').first().waitFor();
});

test('the same list again would change nothing, and a changed room shows cell by cell', async () => {
  const page = await open();
  await choose(page, csv(KIT));
  await bringIn(page);
  await another(page, csv(KIT));
  await page.getByText('This very file came in on 21 Nov 2026.').waitFor();
  await throughAllSteps(page);
  await says(page, '3 rows read, and nothing would change: the register already says the same.');
  expect(await page.getByRole('button', { name: /^Bring in \d/ }).count()).toBe(0);

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(page, csv(KIT.replace('Library', 'Art 2'), 'newer.csv'));
  await page.getByRole('heading', { level: 2, name: 'As it stands in the file' }).waitFor();
  await goOn(page, 'Match the columns');
  await goOn(page, 'Check every row');
  await says(page, '3 rows read: 1 changed, 2 the same.');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('changed');
  await page.getByText('Rows 1 to 1 of 1.').waitFor();
  const row = page.getByRole('row', { name: /^4 ML-003/ });
  expect(await row.locator('s').textContent()).toBe('Library');
  expect(await row.textContent()).toContain('Changed, 1 cellRoom: Library Art 2');
});

test('rows that cannot come in are named with their reason and given as a CSV file, and the rest comes in', async () => {
  const page = await open();
  await choose(page, csv('Tag,Type,Purchased,Qty\r\nA-1,Laptop,12/12/2023,1\r\nA-2,Laptop,12/12/2023,-3\r\nTotal,,,2'));
  await goOn(page, 'Match the columns');
  await goOn(page, 'Check every row');
  await says(page, '3 rows read: 1 new, 2 left out.');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('refused');
  await page.getByRole('row', { name: /^3 A-2.*Left out: Qty: the quantity -3 is less than one/ }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Download the 2 rows left out/ }).click()]);
  expect(download.suggestedFilename()).toBe('kit list - rows left out.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain('A-2,Laptop,12/12/2023,\'-3,3,Qty: the quantity -3 is less than one');
  await goOn(page, 'Bring it in');
  await page.getByRole('button', { name: 'Bring in 1 row' }).click();
  await says(page, '1 row came in: 1 new, 2 left out.');
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
  await says(page, '3 rows were found under headings in row 1.');
});

test('a list dropped anywhere on the window is read, and so are rows pasted from Excel', async () => {
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
  await says(page, '3 rows were found under headings in row 1.');

  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: 'Paste from Excel' }).click();
  await page.getByRole('textbox', { name: /^Copy the rows in Excel/ }).fill('Tag\tItem\tRoom\nP-1\tLaptop\t"IT3\nby the door"\n');
  await page.getByRole('button', { name: 'Read these rows' }).click();
  await says(page, '1 row was found under headings in row 1.');
  await openStep(page, 'Choose a file');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Tag\tItem\nP-1\tLaptop\nP-2\tLaptop\n');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await says(page, '2 rows were found under headings in row 1.');
});

const PROBLEMS = [
  'Our kit,,,,,,', 'Asset No,Description,Type,Room,Purchased,Warranty,Email',
  'ML-001,Boxed thing,Smart Flurb,IT3,12/12/2023,36 months,a@example.test', 'ML-002,Tamar 11,Laptop,IT 3,24/09/2023,see file,b@example.test', 'ML-003,Tamar 11,Laptop,Library,,12,c@example.test',
].join('\r\n');

test('what is to settle is settled by keyboard; every step has no accessibility fault, and the next file can use the same matching', async () => {
  const page = await open();
  await choose(page, csv(PROBLEMS));
  await says(page, '3 rows were found under headings in row 2.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Headings in row 1' }).click();
  await says(page, 'This file cannot come in as it is read now');
  await page.getByRole('button', { name: 'Headings in row 2' }).click();
  await says(page, '3 rows were found under headings in row 2.');
  await goOn(page, 'Match the columns');
  await page.getByText('1 problem, 3 questions').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const who = page.getByRole('row', { name: /^Email/ });
  expect(await who.textContent()).toMatch(/\(not shown\).*Kitplan keeps no/s);
  expect(await page.content()).not.toContain('example.test');

  await page.getByRole('combobox', { name: '“Smart Flurb” is' }).focus();
  await page.getByRole('combobox', { name: '“Smart Flurb” is' }).selectOption({ label: 'Interactive panel' });
  await page.getByText('1 problem, 2 questions').waitFor();
  for (const label of [/^Leave it blank: One warranty/, /^Join them: “IT3” and “IT 3”/]) {
    await page.getByRole('button', { name: label }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: label }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.closest('.points') !== null)).toBe(true);
  }
  await page.getByRole('button', { name: /^Show the row: One row has no purchase date/ }).click();
  await page.getByText('Rows 1 to 1 of 1.').waitFor();
  expect(await page.getByRole('row', { name: /^5 ML-003/ }).textContent()).toContain('New, not in the forecast');
  expect(await accessibilityFaults(page)).toEqual([]);
  await openStep(page, 'Match the columns');
  await page.getByText('1 question', { exact: true }).waitFor();
  await bringInFromMatch(page);
  expect((await assets()).map(({ categoryKey }) => categoryKey)).toEqual(['interactive_panel', 'laptop', 'laptop']);

  await another(page, csv(PROBLEMS.replaceAll('ML-', 'NL-'), 'next year.csv'));
  await goOn(page, 'Match the columns');
  await page.getByText('Matched as last time.').waitFor();
  await page.getByText('1 problem, 1 question').waitFor();
  await page.getByRole('button', { name: 'Match it afresh' }).click();
  await page.getByText('1 problem, 3 questions').waitFor();
  await page.getByRole('button', { name: 'Use the matching from last time' }).click();
  await page.getByText('1 problem, 1 question').waitFor();
  await page.getByRole('button', { name: 'Stop and keep for later' }).click();
  await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
  expect(await assets()).toHaveLength(3);
});

async function bringInFromMatch(page: Page): Promise<void> {
  await goOn(page, 'Check every row');
  await goOn(page, 'Bring it in');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring in 3 rows' }).click();
  await page.getByRole('heading', { level: 2, name: 'Done' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
}

test('a list without headings is not given up: a person says what its columns are', async () => {
  const page = await open();
  await choose(page, csv('X1,9,3/4/2021\r\nX2,8,5/6/2021'));
  await says(page, 'This file cannot come in as it is read now');
  await goOn(page, 'Match the columns');
  await page.getByRole('combobox', { name: 'Column A goes to' }).selectOption('tag');
  await says(page, '1 of 3 columns come in');
  await page.getByRole('combobox', { name: 'Column C goes to' }).selectOption('purchaseDate');
  await page.getByRole('combobox', { name: 'Column C is read as' }).selectOption('month_first');
  await page.getByRole('row', { name: /^Column C.*read as 4 Mar 2021/ }).waitFor();
  await goOn(page, 'Check every row');
  await page.getByRole('row', { name: /X2.*6 May 2021/ }).waitFor();
});

test('every word of a column can be said to be something else, by keyboard, and the next file of its kind remembers it', async () => {
  const page = await open();
  await choose(page, csv(WORDS));
  await goOn(page, 'Match the columns');
  await page.getByRole('button', { name: '1 to match: “Smart Flurb”: the words of Type' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Words in “Type”' });
  await dialog.getByText('3 different words in 4 rows, 1 to look at.').waitFor();
  expect(await dialog.getByRole('combobox').count()).toBe(1);
  await dialog.getByRole('checkbox', { name: 'Only what is unsure (1)' }).press('Space');
  await dialog.getByRole('row', { name: /^Notebook 2/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('combobox', { name: '“Notebook” becomes' }).selectOption({ label: 'Tablet' });
  await dialog.getByRole('combobox', { name: '“Smart Flurb” becomes' }).selectOption({ label: 'A new kind…' });
  await page.keyboard.type('Class robot');
  await page.keyboard.press('Enter');
  await dialog.getByRole('searchbox', { name: 'Find a word' }).fill('flurb');
  await dialog.getByRole('row', { name: /^Notebook/ }).waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Use these words' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '1 spelled two ways: the words of Room' }).click();
  await page.getByRole('button', { name: /^Join as “IT3”: “IT3” and “IT 3” look like one room/ }).press('Enter');
  expect(await page.getByRole('combobox', { name: '“IT 3” becomes' }).inputValue()).toBe('IT3');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use these words' }).click();
  await says(page, '4 of 4 columns come in, and one thing is left to settle.');
  await page.getByRole('button', { name: '2 statuses: the words of Status' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goOn(page, 'Check every row');
  await goOn(page, 'Bring it in');
  await page.getByRole('button', { name: 'Bring in 4 rows' }).click();
  await page.getByRole('heading', { level: 2, name: 'Done' }).waitFor();
  expect((await assets()).map(({ categoryKey }) => categoryKey)).toEqual(['tablet', 'tablet', 'own_class_robot', 'monitor']);
  expect(new Set((await assets()).map(({ locationId }) => locationId)).size).toBe(2);

  await another(page, csv(WORDS.replaceAll('W-', 'X-'), 'next year.csv'));
  await goOn(page, 'Match the columns');
  await page.getByText('Matched as last time.').waitFor();
  await page.getByRole('button', { name: '3 kinds: the words of Type' }).click();
  await dialog.getByText('3 different words in 4 rows, and none to look at.').waitFor();
  await dialog.getByRole('row', { name: /^Notebook 2/ }).waitFor();
  expect(await dialog.getByRole('combobox', { name: '“Notebook” becomes' }).inputValue()).toBe('tablet');
});

const WORDS = ['Asset No,Type,Room,Status', 'W-1,Notebook,IT3,Live', 'W-2,notebook,IT 3,Live', 'W-3,Smart Flurb,IT3,Spare', 'W-4,TFT,Hall,Spare'].join('\r\n');
