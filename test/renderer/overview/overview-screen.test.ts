import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { explainPlanned } from '../../../planning/explain-totals.ts';
import { forecast } from '../../../planning/forecast.ts';
import { ledgerRows } from '../../../planning/ledger.ts';
import { formatPounds } from '../../../planning/money.ts';
import { overdueKit, warrantiesEnding } from '../../../planning/overview.ts';
import { dataNotices } from '../../../planning/quality.ts';
import { overviewSentence } from '../../../planning/sentences.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const plain = (pence: number): string => formatPounds(pence, { symbol: false });
const leftOrOver = (pence: number): string => (pence < 0 ? `${plain(-pence)} over` : `${plain(pence)} left`);

/** For tests that read every element of a page, on a machine that is busy with others. */
const LONG = 120_000;

const facts = async ({ kitplan }: OpenedKitplan) => {
  const { snapshot } = await kitplan.call('plan.snapshot', {});
  const plan = forecast(snapshot, { asOf: TODAY });
  return { snapshot, plan, ledger: ledgerRows(snapshot, plan) };
};

const summary = (page: Page) => page.getByRole('region', { name: 'Planned cost against budget' });
const ledger = (page: Page) => summary(page).getByRole('table');
const figuresOf = async (page: Page, name: string): Promise<readonly string[]> =>
  (await ledger(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }).getByRole('cell').allTextContents())
    .map((text) => text.trim());
const sentence = async (page: Page): Promise<string> => (await page.locator('.say').textContent()) ?? '';

describe('the overview of the made-up school', () => {
  let opened: OpenedKitplan;
  let page: Page;
  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
    await ledger(page).waitFor();
  });
  afterEach(async () => {
    // A dialog that is only just opening has not the focus yet, and its Escape with it.
    await expect.poll(async () => {
      await page.keyboard.press('Escape');
      return page.getByRole('dialog').count();
    }).toBe(0);
  });
  afterAll(() => opened.close());

  it('opens with the sentence that the sums make, and shows budget, cost and difference of every year to the pound', async () => {
    const { snapshot, plan } = await facts(opened);
    const { totals } = plan;
    expect(await sentence(page)).toBe(overviewSentence(snapshot, plan).text);
    expect(await figuresOf(page, 'Budget')).toEqual(totals.budgetPence?.map(plain));
    expect(await figuresOf(page, 'Planned cost')).toEqual(totals.plannedPence.map(plain));
    expect(await figuresOf(page, 'Difference')).toEqual(totals.differencePence?.map(leftOrOver));
  });

  it('stands its columns exactly over the years of the ledger, and names the picture by the sentence', async () => {
    const picture = page.getByRole('img', { name: await sentence(page) });
    await picture.waitFor();
    const heads = await ledger(page).getByRole('columnheader').evaluateAll((cells) => cells.slice(1).map((cell) => {
      const { left, width } = cell.getBoundingClientRect();
      return left + width / 2;
    }));
    const columns = await picture.locator('.segment.running').evaluateAll((segments) => segments.map((segment) => {
      const { left, width } = segment.getBoundingClientRect();
      return left + width / 2;
    }));
    expect(columns).toHaveLength(5);
    for (const [index, middle] of columns.entries()) expect(Math.abs(middle - (heads[index] ?? 0))).toBeLessThan(1);
  });

  it('marks the year that is over on the chart with its amount in words', async () => {
    const { plan } = await facts(opened);
    const worst = Math.min(...plan.totals.differencePence ?? []);
    expect(await page.locator('.over-label').allTextContents()).toEqual([`${formatPounds(-worst)} over`]);
    expect(await page.locator('.over-outline').count()).toBe(1);
  });

  it('answers why a year costs what it does, and gives the focus back', async () => {
    const facts0 = await facts(opened);
    await ledger(page).getByRole('button', { name: plain(facts0.plan.totals.plannedPence[2] ?? 0) }).click();
    const dialog = page.getByRole('dialog', { name: /^Why £141,\d+ in 2028\/29\?$/ });
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual(explainPlanned(facts0.ledger, 2).map((step) => step.text));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(plain(facts0.plan.totals.plannedPence[2] ?? 0));
  });

  it('answers why the sentence says short, with the budget and the cost', async () => {
    await page.locator('.say').getByRole('button').click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    const steps = await page.getByRole('dialog').getByRole('listitem').allTextContents();
    expect(steps[0]).toBe('The budget is £118,400.');
    expect(steps[2]).toMatch(/ over\.$/);
  });

  it('walks the years of the chart by arrow keys, and Enter asks the ledger why', async () => {
    await page.getByRole('img').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const tip = page.locator('.chart-tip');
    await tip.filter({ hasText: '2028/29' }).waitFor();
    expect(await tip.textContent()).toContain('Press Enter for why');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /in 2028\/29\?$/ }).waitFor();
  });

  it('says what the figures leave out, and leads to exactly those assets', async () => {
    const { snapshot, plan } = await facts(opened);
    const [first] = dataNotices(snapshot, plan);
    const note = page.locator('.note').filter({ hasText: 'Before you rely on these figures:' });
    expect(await note.textContent()).toContain(first?.text);
    await note.getByRole('button', { name: `Add the ${first?.quantity} dates` }).click();
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    await page.getByText(`${first?.quantity} of 1,063 shown`).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Overview' }).click();
    await ledger(page).waitFor();
  });

  it('lists the warranties that end and the kit that is overdue, with what the plan holds for them', async () => {
    const { snapshot, plan } = await facts(opened);
    const ending = warrantiesEnding(snapshot, plan);
    const warranties = page.getByRole('region', { name: /^Warranties ending by 19 February 2027/ });
    await warranties.getByRole('button', { name: `${ending.quantity} items` }).waitFor();
    const [group] = ending.groups;
    expect(await warranties.getByRole('row').nth(1).textContent()).toBe(`12 Dec${group?.what}, ${group?.where}${group?.plan.text}`);
    const overdue = overdueKit(snapshot, plan);
    const rows = page.getByRole('region', { name: 'Overdue kit' }).locator('tbody').getByRole('row');
    expect(await rows.allTextContents()).toEqual(overdue.groups.map((each) => `${each.what}${each.plan.text}`));
  });

  it('prints on white with the day of the figures, and without what only a screen can do', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Figures as at 21 November 2026', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('has nothing for axe to find', async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
  }, LONG);
});

describe('the overview in the dark', () => {
  it('has nothing for axe to find', async () => {
    const opened = await openKitplan({ plan: 'sample', dark: true, viewport: { width: 1280, height: 800 } });
    await ledger(opened.page).waitFor();
    expect(await accessibilityFaults(opened.page)).toEqual([]);
    await opened.close();
  }, LONG);
});

describe('the overview of a school with twelve items and no budget', () => {
  let opened: OpenedKitplan;
  let page: Page;
  beforeAll(async () => {
    opened = await openKitplan();
    await opened.kitplan.call('register.count', { rows: [
      { categoryKey: 'laptop', quantity: 8, boughtIn: '2023-09-01', unitPaidPence: 36_500, room: 'IT1' },
      { categoryKey: 'tablet', quantity: 4, boughtIn: '2018-09-01', unitPaidPence: null },
    ] });
    page = opened.page;
    await page.reload();
    await ledger(page).waitFor();
  });
  afterAll(() => opened.close());

  it('draws no budget line and no difference, and says that none has been entered', async () => {
    expect(await ledger(page).getByRole('rowheader').allTextContents()).toEqual(['Planned cost', 'Likely range, 8 in 10']);
    expect(await page.locator('.cost-chart .budget').getAttribute('d')).toBe('');
    expect(await sentence(page)).toContain('and no budget has been entered yet.');
  });

  it('says "no price" and never 0 where nothing of a year has a price', async () => {
    const [first, second] = await figuresOf(page, 'Planned cost');
    expect(first).toBe('no price');
    expect(second).toBe('3,286');
    expect(await page.getByRole('region', { name: 'Overdue kit' }).textContent()).toContain('No price yet');
  });

  it('leads to the Budget row of the refresh plan, ready to be typed in', async () => {
    await page.getByRole('button', { name: 'Enter the budget' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Budget 2026/27, £');
  });
});
