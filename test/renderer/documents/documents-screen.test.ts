import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { letterhead } from '../../support/letterheads.ts';
import { openPalette } from '../../support/palette.ts';
import { readPdf } from '../../support/read-pdf.ts';

const LONG = 180_000;

/** A4, in points. */
const UPRIGHT = [595, 842];
const ACROSS = [842, 595];

async function openDocuments(page: Page): Promise<void> {
  await page.locator('.rail-link', { hasText: 'Documents' }).click();
  await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
  await page.locator('.doc-sheet canvas').waitFor();
}

/** The words that lie over the picture of the page on screen. */
const onPage = async (page: Page): Promise<string> => (await page.locator('.doc-words').allTextContents()).join(' ');
const asText = async (page: Page): Promise<string> => (await page.locator('.doc-text').allTextContents()).join(' ');
const look = async (page: Page, how: 'Whole page' | 'Page width' | 'As text'): Promise<void> => {
  await page.getByLabel('How it is shown').selectOption(how);
};
const listed = (page: Page) => page.getByRole('navigation', { name: 'Documents' });

describe('the documents', () => {
  it('are shown page by page as they are saved, turned by keyboard, written in, saved and printed', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample' });
    await openDocuments(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(() => page.locator('.say').textContent()).toContain('None has been sent yet.');

    // The very pages of the PDF: as many, with the same words.
    const shown = async (kind: 'strategy' | 'slides' = 'strategy') => kitplan.call('document.show', { kind });
    const { base64 } = await kitplan.call('document.file', { kind: 'strategy', format: 'pdf' });
    const pages = (await readPdf(Buffer.from(base64, 'base64'))).pages;
    const where = page.locator('.doc-bar').getByRole('status');
    await expect.poll(() => where.textContent()).toBe(`Page 1 of ${pages.length}`);
    await expect.poll(() => onPage(page)).toContain((await shown()).model.title);
    await page.locator('.doc-view').focus();
    await page.keyboard.press('End');
    await expect.poll(() => where.textContent()).toBe(`Page ${pages.length} of ${pages.length}`);
    await page.keyboard.press('PageUp');
    await expect.poll(() => where.textContent()).toBe(`Page ${pages.length - 1} of ${pages.length}`);
    await page.keyboard.press('Home');
    await expect.poll(() => page.getByRole('button', { name: 'Previous page' }).isDisabled()).toBe(true);

    // The meeting stands in the head of every page; a day that cannot be read is told at its field and nothing is lost.
    const aside = page.getByRole('complementary', { name: 'This document' });
    await aside.getByLabel('For the meeting of').fill('the premises committee');
    await aside.getByLabel('On', { exact: true }).fill('soon');
    await page.keyboard.press('Tab');
    await aside.getByText('“soon” cannot be read as a date').waitFor();
    await expect.poll(async () => (await shown()).settings.heldFor).toBe('the premises committee');
    await aside.getByLabel('On', { exact: true }).fill('14 Dec 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await expect.poll(async () => (await shown()).settings.heldOn).toBe('2026-12-14');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => onPage(page)).toContain('for the premises committee, 14 December 2026');

    // A section left out is gone from the document, and back with undo.
    const { model: { sections }, sections: choices } = await shown();
    // One in which nothing is written yet.
    const first = sections.find(({ key }) => choices.some(({ section, words }) => section === key && words === null));
    if (first === undefined) throw new Error('The strategy has no section without words of the school’s own.');
    await look(page, 'As text');
    await page.getByRole('heading', { level: 3, name: `${first.number} ${first.title}` }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await aside.getByRole('checkbox', { name: `${first.number} ${first.title}` }).uncheck();
    await page.getByRole('heading', { level: 3, name: first.title }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 3, name: `${first.number} ${first.title}` }).waitFor();

    // The school's own words: Esc leaves them as they were, leaving the field keeps them, and they are in the file.
    const pen = aside.getByRole('button', { name: `Write your own words in “${first.title}”` });
    await pen.click();
    await page.keyboard.type('Not this.');
    await page.keyboard.press('Escape');
    await expect.poll(() => pen.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.type('The committee asked for this in June.');
    await aside.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => asText(page)).toContain('The committee asked for this in June.');
    expect(await asText(page)).not.toContain('Not this.');

    // Word, and paper: a sheet for each page, A4, nothing of the screen on it.
    const [word] = await Promise.all([page.waitForEvent('download'), aside.getByRole('button', { name: 'Save as Word' }).click()]);
    expect(word.suggestedFilename()).toMatch(/^Hillcrest School ICT strategy 2026 to 2031 .*\.docx$/);
    expect((await readFile(await word.path())).subarray(0, 2).toString()).toBe('PK');
    // A short one, with sheets both ways.
    await listed(page).getByRole('button', { name: /^Disposal register/ }).click();
    await page.locator('.doc-bar').getByText('Disposal register').waitFor();
    await look(page, 'Page width');
    await page.locator('.doc-sheet canvas').waitFor();
    await page.evaluate(() => { window.print = () => document.body.setAttribute('data-printing', ''); });
    await page.keyboard.press('Control+p');
    await page.locator('body[data-printing]').waitFor({ timeout: 60_000 });
    const saved = (await readPdf(Buffer.from((await kitplan.call('document.file', { kind: 'disposals', format: 'pdf' })).base64, 'base64'))).pages;
    expect(saved.some(({ width, height }) => width > height) && saved.some(({ width, height }) => width < height)).toBe(true);
    const sheets = (await readPdf(await page.pdf({ preferCSSPageSize: true }))).pages;
    expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(saved.map(({ width, height }) => (width > height ? ACROSS : UPRIGHT)));
    expect(sheets.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual([]);
    await expect.poll(() => page.locator('.doc-print').count()).toBe(0);
    await close();
  }, LONG);

  it('are kept as they were sent, locked, compared with what the plan says today, and not kept after undo', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample', viewport: { width: 1280, height: 800 }, dark: true });
    await openDocuments(page);
    await listed(page).getByRole('button', { name: /^One-page summary/ }).click();
    await expect.poll(() => page.locator('.doc-bar').getByRole('status').textContent()).toBe('Page 1 of 1');
    const aside = page.getByRole('complementary', { name: 'This document' });
    await aside.getByRole('button', { name: 'Mark as sent' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('To whom').fill('');
    await dialog.getByRole('button', { name: 'Keep as sent' }).click();
    await dialog.getByText('Say to whom it is sent').waitFor();
    await dialog.getByLabel('On', { exact: true }).fill('21 Nov 2027');
    await dialog.getByText('That day is still to come').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('On', { exact: true }).fill('20 Nov 2026');
    await dialog.getByLabel('To whom').fill('the governing board');
    await dialog.getByRole('button', { name: 'Keep as sent' }).click();

    // It opens as it was sent: nothing of it can be changed, and it can still be saved.
    await aside.getByRole('heading', { name: 'As it was sent' }).waitFor();
    await aside.getByText('20 November 2026 by the network manager').waitFor();
    expect(await aside.getByLabel('Reader').count()).toBe(0);
    expect(await aside.getByRole('checkbox').count()).toBe(0);
    await aside.getByText('it is the same to the letter').waitFor();
    await listed(page).getByRole('button', { name: /the governing board/ }).waitFor();
    await expect.poll(() => page.locator('.say').textContent()).toContain('Nothing in it has changed since.');
    await page.locator('.doc-sheet canvas').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    // The plan moves on: the draft says so, and the two are held against each other.
    await aside.getByRole('button', { name: 'Open the draft' }).click();
    await aside.getByLabel('Reader').selectOption('Leadership team');
    await expect.poll(() => page.locator('.say').textContent()).toContain('It would say something else today.');
    const { sent: [sent] } = await kitplan.call('document.list', {});
    if (sent === undefined) throw new Error('Nothing was kept.');
    await aside.getByRole('button', { name: 'Compare in words and £' }).click();
    const { sentence } = await kitplan.call('document.compare', { kind: 'summary', before: sent.id, after: 'draft', scenarioId: 1 });
    await page.locator('.doc-differences').getByText(sentence).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the document' }).click();
    await page.locator('.doc-sheet canvas').waitFor();

    // Undone twice, it was never sent, and the page goes back to the draft.
    await listed(page).getByRole('button', { name: /the governing board/ }).click();
    await aside.getByRole('heading', { name: 'As it was sent' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.say').textContent()).toContain('Nothing in it has changed since.');
    await page.keyboard.press('Control+z');
    await aside.getByLabel('Reader').waitFor();
    await expect.poll(() => page.locator('.say').textContent()).toContain('None has been sent yet.');
    await close();
  }, LONG);

  it('are written on the school’s own paper once it is given, and on plain paper again; what is no paper is refused', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample' });
    await openDocuments(page);
    const paper = page.getByRole('region', { name: 'Letterhead' });
    const give = async (button: string, name: string, buffer: Buffer): Promise<void> => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), paper.getByRole('button', { name: button }).click()]);
      await chooser.setFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer });
    };
    await paper.getByText('Word documents are on plain paper.').waitFor();
    await give('Use your letterhead', 'Shopping list.docx', Buffer.from('milk'));
    await page.getByRole('alert').getByText('Shopping list.docx').waitFor();
    await paper.getByText('Word documents are on plain paper.').waitFor();
    await give('Use your letterhead', 'Headed paper.docx', Buffer.from(await letterhead([['{{title}}'], ['{{body}}']])));
    await paper.getByText('Documents go where Headed paper.docx says {{body}}').waitFor();
    await paper.getByText('given on 21 November 2026').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await paper.getByRole('button', { name: 'Take it away' }).click();
    await paper.getByText('Word documents are on plain paper.').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await kitplan.call('document.letterhead', {})).letterhead?.fileName).toBe('Headed paper.docx');
    await close();
  }, LONG);

  it('are reached from a decision, from the annex of the development plan and from the budgets', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample' });
    const { snapshot: { analysis } } = await kitplan.call('plan.snapshot', {});
    const decided = analysis.decisions.filter(({ choice }) => choice !== null).toSorted((a, b) => b.number - a.number)[1];
    if (decided === undefined) throw new Error('Hillcrest has decided nothing.');
    await page.locator('.rail-link', { hasText: 'Decisions' }).click();
    await page.getByRole('button', { name: decided.title }).first().click();
    await page.getByRole('button', { name: 'Reply as Word or PDF' }).click();
    const { model } = await kitplan.call('document.show', { kind: 'reply', decisionId: decided.id });
    await page.locator('.doc-bar').getByText(model.title).waitFor();
    await expect.poll(() => page.getByLabel('Decision it is about').inputValue()).toBe(String(decided.id));
    await page.locator('.rail-link', { hasText: 'Development plan' }).click();
    await page.getByRole('button', { name: /annex/i }).first().click();
    await page.getByRole('button', { name: 'Write it as Word or PDF' }).click();
    await page.locator('.doc-bar').getByText('ICT annex to the development plan').waitFor();
    await page.locator('.rail-link', { hasText: 'Budgets' }).click();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Budget papers/ }).click();
    await page.getByRole('button', { name: 'Save as Excel' }).waitFor();
    await close();
  }, LONG);

  it('say of a school with nothing what is so, and have their text where a file has no pages, on a small window', async () => {
    const { page, close } = await openKitplan({ viewport: { width: 640, height: 800 } });
    await openPalette(page);
    await page.keyboard.type('documents');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
    await page.locator('.doc-sheet canvas').waitFor();
    await expect.poll(() => page.locator('.say').textContent()).toContain('There is no kit in the plan yet');
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const name of [/^Budget workbook/, /^Warranty and renewals calendar/]) {
      await listed(page).getByRole('button', { name }).click();
      await page.locator('.doc-text').waitFor();
      expect(await page.getByLabel('How it is shown').count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Print', exact: true }).count()).toBe(0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  }, LONG);
});
