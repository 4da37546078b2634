import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';
import { wordFile, wordParagraph, wordTable } from '../../app/development-import/word-file.ts';

let opened: OpenedKitplan | null = null;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

const says = (page: Page, words: string | RegExp): Promise<void> => page.locator('.say').filter({ hasText: words }).waitFor();

async function toImport(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Development plan' }).or(page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Development plan' })).first().click();
  await page.getByRole('button', { name: 'Bring in a plan' }).click();
}

/** What Word puts on the clipboard: a web page with merged cells, and something that would run if it ever came into the page. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(([web, plain]) => {
    const data = new DataTransfer();
    data.setData('text/html', web ?? '');
    data.setData('text/plain', plain ?? '');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, text] as const);
}

test('a Word document comes in: a column is named, a cell mended, a word told, and the plan is there as one change', async () => {
  opened = await openKitplan({ plan: 'empty' });
  const { page, kitplan } = opened;
  const body = wordParagraph('Quality of education') + wordTable([
    ['Objective', 'Success criteria', 'Ampel', 'Actions', 'Led by', 'By when', 'Resources'],
    [{ text: '1.1 Reading', down: 'restart' }, { text: 'All pupils read', down: 'restart' }, { text: 'sideways', down: 'restart' }, 'Train staff', 'Literacy lead', 'soonish', '£2k'],
    [{ down: 'continue' }, { down: 'continue' }, { down: 'continue' }, 'Buy books', 'Librarian', 'Spring 2027', 'CPD budget'],
  ]);
  await toImport(page);
  await page.locator('input[type=file]').first().setInputFiles({ name: 'SDP 2026.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(wordFile(body)) });
  await says(page, '2 rows read: 1 area, 1 objective, 1 success criterion and 2 actions are new in the new plan “SDP 2026”. Nothing has changed yet.');

  await page.getByLabel('Ampel goes to').selectOption('status');
  await page.getByLabel('“sideways” (2 rows) stands for').selectOption('in_progress');
  await page.getByLabel('Row 2, By when, read instead').fill('December 2026');
  await page.keyboard.press('Enter');
  await page.getByText('Row 2, By when: “December 2026” was taken as its last day, 31 Dec 2026.').waitFor();
  await page.getByText('Row 3, Resources: “CPD budget” cannot be read as an amount: £2,000, 2000 or £2k works.').waitFor();
  await page.getByRole('row', { name: /^2 Success criterion All pupils read In progress New$/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Bring in 2 rows' }).click();
  await page.getByRole('heading', { level: 1, name: 'Development plan' }).waitFor();
  await page.getByText('Reading').first().waitFor();
  const { plans, objectives } = (await kitplan.call('plan.snapshot', {})).snapshot.analysis;
  expect(plans).toMatchObject([{ name: 'SDP 2026' }]);
  expect(objectives).toMatchObject([{ number: '1.1', criteria: [{ status: 'in_progress' }], actions: [{ dueOn: '2026-12-31', costPence: 200_000 }, { dueOn: '2027-03-31', costPence: null }] }]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await kitplan.call('plan.snapshot', {})).snapshot.analysis.plans.length).toBe(0);
});

test('300 pasted rows with merged cells are told by row and field, nothing of them runs, and going back and forth loses nothing', async () => {
  opened = await openKitplan({ plan: 'empty', viewport: { width: 1280, height: 800 }, dark: true });
  const { page, kitplan } = opened;
  const rows = Array.from({ length: 300 }, (_, at) => {
    const merged = at % 3 === 0 ? `<td rowspan="3">${1 + Math.floor(at / 60)}.${1 + (at % 60) / 3}</td><td rowspan="3"><p>Objective&nbsp;${at / 3}</p></td>` : '';
    return `<tr>${at % 60 === 0 ? `<td rowspan="60">Theme ${at / 60}</td>` : ''}${merged}<td>Action ${at}<img src=x onerror="document.title='ran'"></td><td>Lead</td><td>${at === 150 ? 'whenever' : '18/12/2026'}</td><td>${at === 299 ? '£200-£300' : '£1,250'}</td></tr>`;
  }).join('');
  const html = `<html><body><script>document.title='ran'</script><table><tr><th>Theme</th><th>No</th><th>Target</th><th>Actions</th><th>By whom</th><th>By when</th><th>Cost</th></tr>${rows}</table></body></html>`;
  await toImport(page);
  await page.getByLabel('Copy the table with its headings').fill('half a thought');
  await paste(page, html, 'Theme\tNo');
  await says(page, '300 rows read: 5 areas, 100 objectives and 300 actions are new');
  await page.getByText('Row 152, By when: “whenever” cannot be read as a date').waitFor();
  await page.getByText('Row 301, Cost: “£200-£300” names a range: write one amount').waitFor();
  expect(await page.title()).not.toBe('ran');

  await page.getByRole('button', { name: 'Back', exact: true }).click();
  expect(await page.getByLabel('Copy the table with its headings').inputValue()).toBe('half a thought');
  await paste(page, html, '');
  await page.getByRole('button', { name: 'Bring in 300 rows' }).click();
  await page.getByRole('heading', { level: 1, name: 'Development plan' }).waitFor();
  const { areas, priorities, objectives } = (await kitplan.call('plan.snapshot', {})).snapshot.analysis;
  // What stands over the table is a script, and no heading.
  expect(priorities).toEqual([]);
  expect([areas.length, objectives.length, objectives.flatMap(({ actions }) => actions).length]).toEqual([5, 100, 300]);
});
