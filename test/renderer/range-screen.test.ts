import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { likelyRange, type LikelyRange } from '../../planning/range/bands.ts';
import { explainRange } from '../../planning/range/explain.ts';
import { rangeText } from '../../planning/range/words.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../support/browser.ts';
import { TODAY } from '../support/plan-in-memory.ts';

/** For a test that reads every element of a page, on a machine that is busy with others. */
const LONG = 120_000;

const workedOut = (snapshot: PlanSnapshot): LikelyRange => likelyRange(snapshot, forecast(snapshot, { asOf: TODAY }));
const texts = (range: LikelyRange): string[] => range.years.map(({ lowPence, highPence }) => rangeText(lowPence, highPence));
const row = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Likely range, 8 in 10' }) });
const figures = async (page: Page): Promise<string[]> => (await row(page).locator('td button').allTextContents()).map((text) => text.trim());
const goTo = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Main' }).getByText(name, { exact: true }).first().click();

describe('the likely range on screen', () => {
  let opened: OpenedKitplan;
  let page: Page;
  let saved: PlanSnapshot;
  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
    ({ snapshot: saved } = await opened.kitplan.call('plan.snapshot', {}));
    await row(page).waitFor();
  });
  afterAll(() => opened.close());

  it('stands under the planned cost of the overview, and as a band behind its columns, with its own entry in the key', async () => {
    expect(await figures(page)).toEqual(texts(workedOut(saved)));
    expect(await page.locator('.cost-chart .likely').count()).toBe(5);
    expect(await page.getByRole('list', { name: 'Key to the chart' }).getByText('Likely range, 8 in 10').count()).toBe(1);
    const inFront = await page.locator('.cost-chart svg').evaluate((svg) => {
      const [band, segment] = [svg.querySelector('.likely'), svg.querySelector('.segment')];
      return band !== null && segment !== null && (band.compareDocumentPosition(segment) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
    expect(inFront).toBe(true);
  });

  it('says by keyboard what makes a year wide, and how that is worked out, with the events behind each rate', async () => {
    await row(page).locator('td button').nth(2).press('Alt+Enter');
    const answer = page.getByRole('dialog');
    expect(await answer.getByRole('listitem').allTextContents()).toEqual(explainRange(saved, workedOut(saved), 2).map(({ text }) => text));
    await answer.getByRole('button', { name: 'How this range is worked out' }).press('Enter');
    const method = page.getByRole('dialog', { name: 'How this range is worked out' });
    await method.getByText('Eight times out of ten').waitFor();
    expect(await method.getByRole('row').filter({ hasText: 'Pupil laptops' }).textContent()).toContain('Fitted on 8 events, 348 item-years.');
    expect(await method.getByRole('row').filter({ hasText: 'Staff laptops' }).textContent()).toContain('Too few events (2): the policy’s rate is used.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await method.waitFor({ state: 'detached' });
  }, LONG);

  it('follows a what-if on the refresh plan at once, and goes back with it', async () => {
    await goTo(page, 'Refresh plan');
    await row(page).waitFor();
    expect(await figures(page)).toEqual(texts(workedOut(saved)));
    const life = page.getByRole('slider', { name: 'Desktops' });
    await life.focus();
    await life.press('ArrowRight');
    await expect.poll(async () => (await figures(page)).join()).not.toBe(texts(workedOut(saved)).join());
    await life.press('ArrowLeft');
    await expect.poll(async () => (await figures(page)).join()).toBe(texts(workedOut(saved)).join());
  });
});

it('is of prices alone, and says so, in a plan without a ledger or a rate of loss', async () => {
  const { page, kitplan, close } = await openKitplan();
  await kitplan.call('register.count', { rows: [{ categoryKey: 'laptop', quantity: 10, boughtIn: '2024-01-10', unitPaidPence: 40_000 }] });
  await page.reload();
  await row(page).waitFor();
  await row(page).getByRole('button', { name: 'Likely range, 8 in 10' }).click();
  await page.getByText('Only prices are in this range: no policy counts with losses, and nothing lost or broken is written down.').waitFor();
  await close();
});
