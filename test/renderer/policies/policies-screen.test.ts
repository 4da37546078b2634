import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { formatPounds } from '../../../planning/money.ts';
import { policyTable } from '../../../planning/policies/rows.ts';
import { policiesSentence, policyEffectSentence } from '../../../planning/sentences/policies.ts';
import { applyChanges, type PlanChange } from '../../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const options = { asOf: TODAY };
/** For what goes to the plan file and back, on a machine that is busy with other tests. */
const IN_TIME = { timeout: 15_000 };
const LONG = 120_000;
const plain = (pence: number): string => formatPounds(pence, { symbol: false });
const snapshotOf = async ({ kitplan }: OpenedKitplan): Promise<PlanSnapshot> => (await kitplan.call('plan.snapshot', {})).snapshot;

const table = (page: Page) => page.getByRole('table', { name: 'Policies by kind of kit' });
const rowOf = (page: Page, name: string) => table(page).getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
const effect = (page: Page) => page.getByRole('table', { name: 'What this edit does, before and after' }).first();
const sentence = (page: Page): Promise<string | null> => page.locator('.say').textContent();

const toPolicies = async (page: Page): Promise<void> => {
  await openPalette(page);
  await page.getByRole('combobox').fill('Policies');
  await page.getByRole('option', { name: /^Policies/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await table(page).waitFor();
};

describe('the policies of the made-up school', () => {
  let opened: OpenedKitplan;
  let page: Page;
  let saved: PlanSnapshot;
  const fiveYears: PlanChange = { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 };

  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
    saved = await snapshotOf(opened);
    await toPolicies(page);
  }, LONG);
  afterAll(() => opened.close());

  it('stand in one table that adds up, under a sentence that is true', async () => {
    const policies = policyTable(saved, forecast(saved, options));
    expect(await sentence(page)).toBe(policiesSentence(policies).text);
    for (const { name, items, pence } of policies.rows) {
      const cells = await rowOf(page, name).getByRole('cell').allTextContents();
      expect([name, cells[0], cells[cells.length - 1]]).toEqual([name, String(items), plain(pence)]);
    }
    expect((await table(page).getByRole('row').last().getByRole('cell').allTextContents()).at(-1)).toBe(plain(policies.pence));
    await rowOf(page, 'Servers').getByRole('button', { name: plain(policies.rows.find(({ name }) => name === 'Servers')?.pence ?? 0), exact: true }).click();
    await page.getByRole('dialog').getByText(/^Together £.*, still to come\.$/).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Refresh plan' }).getAttribute('aria-current')).toBe('page');
  });

  it('are tried out and put in with a reason by keyboard alone: the effect first, who and why after, and undone', async () => {
    await page.getByLabel('Pupil laptops, kept').focus();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    const tried = applyChanges(saved, [fiveYears]);
    const [before, after] = [forecast(saved, options), forecast(tried, options)];
    await expect.poll(() => sentence(page)).toBe(policyEffectSentence(saved, [fiveYears], before, after).text);
    // Old figures struck through beside the new ones, the kit that gets older, and every year that moves.
    const row = policyTable(tried, after).rows.find(({ name }) => name === 'Pupil laptops');
    const was = policyTable(saved, before).rows.find(({ name }) => name === 'Pupil laptops');
    expect(await rowOf(page, 'Pupil laptops').locator('s').allTextContents()).toEqual(['4', plain(was?.pence ?? 0)]);
    expect(await rowOf(page, 'Pupil laptops').getByRole('cell').last().textContent()).toContain(plain(row?.pence ?? 0));
    expect(await effect(page).getByRole('row').last().allTextContents()).toEqual(['Pupil laptops past 4 years, at most090']);
    const moved = before.totals.plannedPence.flatMap((pence, index) => (pence === after.totals.plannedPence[index] ? [] : [before.years[index]?.label ?? '']));
    expect((await effect(page).getByRole('rowheader').allTextContents()).slice(0, moved.length)).toEqual(moved);

    await page.getByLabel('Why? It may be left out.').first().focus();
    await page.keyboard.type('The batteries last');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await snapshotOf(opened)).policies.find(({ categoryKey, userGroup }) => categoryKey === 'laptop' && userGroup === 'pupil')?.lifeMonths, IN_TIME).toBe(60);
    await rowOf(page, 'Pupil laptops').getByRole('button', { name: 'Pupil laptops', exact: true }).focus();
    await page.keyboard.press('Enter');
    const history = page.getByRole('complementary', { name: 'Pupil laptops' }).getByRole('region', { name: 'Who changed it and why' });
    await expect.poll(() => history.getByRole('row').nth(1).textContent(), IN_TIME).toContain('The batteries last');
    expect(await history.getByRole('row').nth(1).textContent()).toContain('Life: 4 years 5 years');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pupil laptops');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByLabel('Pupil laptops, kept').inputValue(), IN_TIME).toBe('4');
    expect(await sentence(page)).toBe(policiesSentence(policyTable(saved, before)).text);
  }, LONG);

  it('keep what cannot be taken in its field, with the sentence that says what works', async () => {
    const typed = async (label: string, text: string): Promise<string> => {
      const field = page.getByLabel(label, { exact: true });
      await field.fill(text);
      await field.press('Enter');
      const described = await field.getAttribute('aria-describedby') ?? '';
      const words = (await Promise.all(described.split(' ').filter((id) => id.endsWith('problem')).map((id) => page.locator(`[id="${id}"]`).textContent()))).join();
      expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual([text, 'true']);
      await field.press('Escape');
      return words;
    };
    expect(await typed('Pupil laptops, kept', '0')).toContain('from 1 month to 50 years');
    expect(await typed('Pupil laptops, kept', '−3 months')).toContain('from 1 month to 50 years');
    expect(await typed('Pupil laptops, price of one', '20000000')).toBe('An amount can be at most £10 million.');
    expect(await typed('Pupil laptops, lost or broken a year', '101')).toContain('from 0% to 100%');
    expect(await typed('All kinds, unless named, 2028/29, % a year', '900')).toContain('from −50% to 50%');
    expect(await typed('Years in the plan', '40')).toBe('A plan has 3 to 10 years.');
    expect(await typed('Years in the plan', '0')).toBe('A plan has 3 to 10 years.');
    expect(await page.getByText('What-if, not saved.').count()).toBe(0);
    await rowOf(page, 'Desktops').getByRole('button', { name: 'Desktops', exact: true }).click();
    expect(await typed('After, years', '5')).toBe('An upgrade comes before the end of life: 1 month to 4 years 11 months works here.');
    await page.getByLabel('At most', { exact: true }).fill('6');
    await page.keyboard.press('Enter');
    expect(await typed('At least', '7')).toBe('The least cannot be more than the most: 6 years or less works here.');
    expect(await typed('Kept', '8')).toContain('at most 6 years');
    const panel = page.getByRole('complementary', { name: 'Desktops' });
    await panel.getByLabel('Price dated').last().fill('1 Jan 2027');
    await panel.getByLabel('Price dated').last().press('Enter');
    expect(await panel.getByText('21 November 2026 or earlier works here.').count()).toBe(1);
    await panel.getByLabel('Price dated').last().press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();
    await panel.getByRole('button', { name: 'Close the panel' }).click();
  }, LONG);

  it('say precisely what was edited, several fields of one policy together', async () => {
    await page.getByLabel('Pupil laptops, price of one').fill('380');
    await page.keyboard.press('Enter');
    await page.getByLabel('Pupil laptops, lost or broken a year').fill('5');
    await page.keyboard.press('Enter');
    const banner = page.getByRole('status').filter({ hasText: 'What-if, not saved.' });
    expect(await banner.textContent()).toContain('1 change: pupil laptops: price £380 instead of £365, as of 21 Nov 2026, loss rate 5% instead of 2%.');
    // Typed back to what the plan says, there is nothing left to settle.
    await page.getByLabel('Pupil laptops, lost or broken a year').fill('2%');
    await page.keyboard.press('Enter');
    expect(await banner.textContent()).not.toContain('loss rate');
    await page.getByRole('button', { name: 'Discard' }).click();
  }, LONG);

  it('bring old prices up to date, all in one go', async () => {
    await page.getByRole('button', { name: 'Check the 18 old prices' }).click();
    const dialog = page.getByRole('dialog', { name: '18 old prices' });
    await dialog.getByLabel('Visualisers, new price').fill('99.50');
    await dialog.getByLabel('Visualisers, from').fill('quote');
    await dialog.getByLabel('Marlow P2 desktop printer, new price').fill('twelve');
    await dialog.getByRole('button', { name: /up to date/ }).click();
    expect(await dialog.getByLabel('Marlow P2 desktop printer, new price').inputValue()).toBe('twelve');
    expect(await dialog.getByText('“twelve” cannot be read as an amount.').count()).toBe(1);
    await dialog.getByLabel('Marlow P2 desktop printer, new price').fill('172');
    await dialog.getByRole('button', { name: 'Bring 2 prices up to date' }).click();
    await page.getByRole('button', { name: 'Check the 16 old prices' }).waitFor(IN_TIME);
    const { policies, models } = await snapshotOf(opened);
    expect(policies.find(({ categoryKey, modelId }) => categoryKey === 'visualiser' && modelId === null)).toMatchObject({ unitPence: 9_950, priceDate: TODAY, priceSource: 'quote' });
    expect(models.find(({ name }) => name === 'P2 desktop printer')).toMatchObject({ unitPence: 17_200, priceDate: TODAY });
    await page.keyboard.press('Control+z');
  }, LONG);

  it('give a single item a policy of its own, under its kind, and take it away again', async () => {
    const tablet = saved.assets.find(({ categoryKey, tag, status }) => categoryKey === 'tablet' && tag !== null && status === 'in_use');
    const tag = tablet?.tag ?? '';
    await rowOf(page, 'Tablets').getByRole('button', { name: 'Tablets', exact: true }).click();
    const field = page.getByLabel('Or a single item, by its tag');
    await field.fill('no such tag');
    await field.press('Enter');
    expect(await page.getByText('No item has the tag “no such tag”.').count()).toBe(1);
    await field.fill(tag);
    await field.press('Enter');
    await page.getByRole('button', { name: 'Models and items of Tablets with their own policy' }).click(IN_TIME);
    await rowOf(page, tag).getByRole('button', { name: tag, exact: true }).click();
    const panel = page.getByRole('complementary', { name: tag });
    await panel.getByRole('button', { name: 'Take this policy away' }).click();
    await page.getByRole('button', { name: 'Models and items of Tablets with their own policy' }).waitFor({ state: 'detached', ...IN_TIME });
    expect((await snapshotOf(opened)).policies.some(({ assetId }) => assetId === tablet?.id)).toBe(false);
  }, LONG);

  it('pass the accessibility checks, with an edit and the panel open', async () => {
    await page.getByLabel('Tablets, kept').fill('5');
    await page.keyboard.press('Enter');
    await rowOf(page, 'Tablets').getByRole('button', { name: 'Tablets', exact: true }).click();
    await effect(page).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await page.getByRole('button', { name: 'All kinds, unless named' }).click();
    await page.getByRole('dialog', { name: 'Price rises of all kinds' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, LONG);
});

describe('the policies of a new plan', () => {
  it('are the usual ones, and said to be', async () => {
    const { page, close, kitplan } = await openKitplan();
    await kitplan.call('register.count', { rows: [{ categoryKey: 'projector', quantity: 2 }] });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await toPolicies(page);
    expect(await sentence(page)).toBe('Kit is kept 5 years. The one kind follows the usual life, none of them the school’s own yet.');
    await close();
  }, LONG);
});
