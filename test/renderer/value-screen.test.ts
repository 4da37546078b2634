import { describe, expect, it } from 'vitest';
import { readDays, readEnergyRate, readHours, readWatts } from '../../renderer/value/typed-upkeep.ts';
import { bookOn, booksOf } from '../../planning/value/book.ts';
import { bookSentence } from '../../planning/value/book-words.ts';
import { explainBook } from '../../planning/value/explain-book.ts';
import { wholeLives } from '../../planning/value/whole-life.ts';
import { explainYearly } from '../../planning/value/whole-life-words.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan } from '../support/browser.ts';
import { TODAY } from '../support/plan-in-memory.ts';

const LONG = 180_000;

describe('the value of kit and what it costs over its life', () => {
  it('tells any day in the books, answers why down to the rows, and takes hours, watts and rates in place', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    const snapshot = async () => (await kitplan.call('plan.snapshot', {})).snapshot;
    const facts = await snapshot();
    const books = booksOf(facts, TODAY);
    const sentence = (day: string): string => bookSentence(facts, books, bookOn(facts, books, day)).text;
    const say = page.locator('.page-head .say');
    await page.getByRole('navigation').getByRole('button', { name: 'Budgets' }).click();
    await page.getByRole('button', { name: 'Value of kit' }).click();
    await page.getByRole('heading', { name: 'Value and whole-life cost' }).waitFor();
    expect(await say.textContent()).toBe(sentence(TODAY));
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: '2027/28' }).click();
    await expect.poll(() => say.textContent()).toBe(sentence('2028-03-31'));
    const day = page.getByLabel('In the books as at');
    await day.fill('tomorrow');
    await day.press('Enter');
    await page.getByText('“tomorrow” cannot be read as a date.').waitFor();
    expect(await say.textContent()).toBe(sentence('2028-03-31'));
    await day.fill('31 August 2025');
    await day.press('Enter');
    await expect.poll(() => say.textContent()).toBe(sentence('2025-08-31'));

    // By the keyboard alone: why the grant stands where it does, and the kit behind it.
    const grant = { only: { by: 'fund', key: 'grant' }, column: 'closingPence', planned: false, from: '2025-04-01', to: '2025-08-31' } as const;
    const reasons = explainBook(facts, books, grant);
    await page.locator('.book-table').getByRole('row', { name: /^Grant/ }).getByRole('button').last().focus();
    await page.keyboard.press('Alt+Enter');
    const why = page.getByRole('dialog', { name: /in the books, grant\?$/ });
    expect(await why.getByRole('listitem').allTextContents()).toEqual(reasons.steps.map(({ text }) => text));
    expect(await accessibilityFaults(page)).toEqual([]);
    await why.getByRole('button', { name: 'Show the rows behind it' }).click();
    await page.getByRole('heading', { name: 'Register', exact: true }).waitFor();
    await page.goBack();

    await page.getByRole('heading', { name: 'Whole-life cost of one, £ a year' }).waitFor();
    const minutes = page.getByLabel('Self-support, minutes a year, Tablets');
    await minutes.fill('often');
    await minutes.press('Enter');
    await page.getByText('A whole number up to 60,000 works here, such as 40.').waitFor();
    await minutes.fill('60');
    await minutes.press('Enter');
    await expect.poll(async () => (await snapshot()).finance.upkeep.find(({ categoryKey }) => categoryKey === 'tablet')?.selfSupportMinutes).toBe(60);
    const rate = page.getByLabel('Pence for a kilowatt-hour');
    await rate.fill('30');
    await rate.press('Enter');
    await expect.poll(async () => (await snapshot()).finance.profile.energyRate).toBe(3_000);
    const tablets = wholeLives(await snapshot(), TODAY).find(({ name }) => name === 'Tablets');
    if (tablets === undefined) throw new Error('Hillcrest has tablets.');
    // 60 minutes at £29 an hour.
    expect(tablets.parts.find(({ part }) => part === 'self_support')?.cost).toMatchObject({ known: true, pence: 2_900 });
    await page.locator('.life-table').getByRole('button', { name: String(Math.round(tablets.yearlyPence / 100)), exact: true }).first().click();
    expect(await page.getByRole('dialog', { name: /a year for one, Tablets\?$/ }).getByRole('listitem').allTextContents()).toEqual(explainYearly(tablets).map(({ text }) => text));
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Value and whole-life cost' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await snapshot()).finance.profile.energyRate).toBe(2_480);

    await page.getByLabel('This model').selectOption({ label: 'Kestrel 400 small desktop' });
    await page.getByLabel('against', { exact: true }).selectOption({ index: 1 });
    await page.locator('.compare-words').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Book values as Excel' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^Hillcrest School book values \d{4}-\d{2}-\d{2}\.xlsx$/u);
    await opened.close();
  }, LONG);
});

describe('what is typed of a kind’s use', () => {
  it.each([['6.5', 65], ['8 hours', 80], ['24', 240], ['0', 0], ['', null]])('“%s” hours a day is %j tenths', (text, value) => expect(readHours(text)).toEqual({ ok: true, value }));
  it.each(['24.1', '6.55', '-1', 'all day'])('“%s” is no number of hours a day', (text) => expect(readHours(text)).toEqual({ ok: false, message: 'Hours a day from 0 to 24 work here, such as 6.5.' }));
  it.each([['24.5', 2_450], ['24.55p', 2_455], ['30 p', 3_000], ['', null]])('“%s” for a kilowatt-hour is %j hundredths of a penny', (text, value) => expect(readEnergyRate(text)).toEqual({ ok: true, value }));
  it.each(['£0.24', '24.555', '1001'])('“%s” is no price of a kilowatt-hour', (text) => expect(readEnergyRate(text).ok).toBe(false));
  it('takes watts up to 20,000 and days up to 366', () => {
    expect([readWatts('1,200'), readDays('366')]).toEqual([{ ok: true, value: 1_200 }, { ok: true, value: 366 }]);
    expect([readWatts('20001').ok, readDays('367').ok, readDays('190.5').ok]).toEqual([false, false, false]);
  });
});
