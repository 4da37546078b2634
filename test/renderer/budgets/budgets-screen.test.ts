import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetMatrix, type BudgetMatrix, type BudgetView } from '../../../planning/budget/matrix.ts';
import { budgetSentence } from '../../../planning/budget/sentence.ts';
import { forecast } from '../../../planning/forecast.ts';
import { formatPounds } from '../../../planning/money.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

/** For what goes to the plan file and back, on a machine that is busy with other tests. */
const IN_TIME = { timeout: 15_000 };
const LONG = 120_000;
const NET: BudgetView = { nature: 'all', vat: 'net', by: 'code' };

const snapshotOf = async ({ kitplan }: OpenedKitplan): Promise<PlanSnapshot> => (await kitplan.call('plan.snapshot', {})).snapshot;
const matrixOf = (snapshot: PlanSnapshot, view: BudgetView = NET): BudgetMatrix => budgetMatrix(snapshot, forecast(snapshot, { asOf: TODAY }), view);

const table = (page: Page) => page.getByRole('treegrid', { name: 'Budget by code, fund and year' });
const cell = (page: Page, name: string) => table(page).locator(`[data-cell="${name}"]`);
const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);
const toBudgets = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+4');
  await table(page).waitFor();
};
/** What a row shows, cell by cell, as people read it. */
const figures = async (page: Page, name: string): Promise<readonly string[]> => {
  const row = table(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) }).first();
  return (await row.locator('td').allInnerTexts()).map((text) => text.replace(/\s*over$/, '').trim());
};
/** The same of the sums: the open year in all its figures, later ones by what they have and what is left. */
const written = (cells: BudgetMatrix['total']): readonly string[] => cells.flatMap(({ allocated, committed, spent, forecast: cost, left }, year) =>
  (year === 0 ? [allocated, committed, spent, cost, left] : [allocated, left])
    .map((pence) => (pence === null ? '–' : formatPounds(pence, { symbol: false }))));

describe('the budget of Hillcrest', () => {
  let opened: OpenedKitplan;
  let page: Page;
  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
    await toBudgets(page);
  });
  afterAll(() => opened.close());

  it('opens with how the years stand, and shows each code to the pound', async () => {
    const matrix = matrixOf(await snapshotOf(opened));
    expect(await page.locator('.page-head .say').textContent()).toBe(budgetSentence(matrix).text);
    for (const row of matrix.rows.filter(({ codes }) => codes.length > 0)) expect(await figures(page, row.codes[0] ?? '')).toEqual(written(row.cells));
    expect(await figures(page, 'All ICT')).toEqual(written(matrix.total));
    expect(await figures(page, 'Educational ICT')).toEqual(written(matrix.benchmark ?? []));
  });

  it('opens by keys from a code to its funds, to what they pay for and to the assets', async () => {
    const code = 'code/laptops_desktops_tablets/revenue';
    await cell(page, `${code}:name`).focus();
    await page.keyboard.press('ArrowRight');
    await cell(page, `${code}/delegated:name`).focus();
    await page.keyboard.press('ArrowRight');
    const desktops = cell(page, `${code}/delegated/kit/desktop//:name`);
    await desktops.focus();
    await page.keyboard.press('ArrowRight');
    expect(await table(page).locator('tr[aria-level="4"]').count()).toBeGreaterThan(1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page)).toBe(`${code}/delegated:name`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await cell(page, `${code}:name`).click();
  }, LONG);

  it('answers why of a figure with Enter, adding up to it, with the way to the kit', async () => {
    const name = 'total:0.forecast';
    const shown = await cell(page, name).textContent();
    await cell(page, name).focus();
    await page.keyboard.press('Enter');
    const why = page.getByRole('dialog');
    await why.getByText(`Why £${shown} forecast for All ICT in 2026/27?`).waitFor();
    expect(await why.getByRole('listitem').last().textContent()).toContain('Together £');
    await why.getByRole('button', { name: /^Show the/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe(name);
  });

  it('refuses an amount of an approved year at its cell, and offers to move money instead', async () => {
    const before = (await snapshotOf(opened)).budgets;
    await cell(page, 'code/connectivity/revenue:0.allocated').focus();
    await page.keyboard.press('F2');
    const alert = table(page).getByRole('alert');
    await alert.getByText(/The budget of 2026\/27 was approved on 6 May 2026/).waitFor();
    await alert.getByRole('button', { name: 'Move money' }).click();
    await page.getByRole('dialog', { name: 'Move money' }).waitFor();
    await page.keyboard.press('Escape');
    expect((await snapshotOf(opened)).budgets).toEqual(before);
  });

  it('takes amounts of a later year one after another, and undoes them', async () => {
    const of = async (costCategory: string): Promise<number | undefined> =>
      (await snapshotOf(opened)).budgets.find((line) => line.year === 2027 && line.costCategory === costCategory)?.pence;
    await cell(page, 'code/connectivity/revenue:1.allocated').focus();
    await page.keyboard.type('16500');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('code/onsite_servers/revenue:1.allocated');
    await expect.poll(() => of('connectivity'), IN_TIME).toBe(1_650_000);
    await page.keyboard.type('5 thousand');
    await page.keyboard.press('Tab');
    await table(page).getByText('Write an amount in pounds, such as 118,400.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => of('connectivity'), IN_TIME).toBe(1_600_000);
    expect(await of('onsite_servers')).toBe(520_000);
  });

  it('is looked at by fund, with VAT, capital alone; and remembers it', async () => {
    await page.getByRole('radio', { name: 'By fund' }).check();
    await page.getByRole('radio', { name: 'With VAT' }).check();
    const gross = matrixOf(await snapshotOf(opened), { nature: 'all', vat: 'gross', by: 'fund' });
    expect(await figures(page, 'Delegated budget')).toEqual(written(gross.rows[0]?.cells ?? []));
    await page.getByText('Whole pounds, with VAT').waitFor();
    await page.keyboard.press('Alt+3');
    await toBudgets(page);
    expect(await page.getByRole('radio', { name: 'By fund' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Capital' }).check();
    expect(await table(page).getByText('Educational ICT').count()).toBe(0);
    for (const name of ['All', 'Net of VAT', 'By code']) await page.getByRole('radio', { name, exact: true }).check();
  });

  it('shows what a what-if does to it, with what was before', async () => {
    await page.keyboard.press('Alt+3');
    await page.getByRole('slider', { name: 'Pupil laptops' }).fill('60');
    await toBudgets(page);
    const moved = table(page).locator('td.whatif s');
    await expect.poll(() => moved.count(), IN_TIME).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => moved.count(), IN_TIME).toBe(0);
  });
});

describe('a new school', () => {
  let opened: OpenedKitplan;
  let page: Page;
  beforeAll(async () => {
    opened = await openKitplan({ plan: 'empty', viewport: { width: 1280, height: 800 }, dark: true });
    page = opened.page;
    await toBudgets(page);
  });
  afterAll(() => opened.close());

  const paste = (text: string): Promise<void> => page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

  it('says that there is nothing yet, and takes a whole year of amounts pasted down the codes as one change', async () => {
    await page.getByText('There is neither a budget nor anything to pay for in these years yet.').waitFor();
    await page.getByRole('heading', { name: 'Nothing to pay for yet' }).waitFor();
    await cell(page, 'code/connectivity/revenue:0.allocated').focus();
    await paste('13,000\t16000\r\n£2,600\r\n13.6k\r\nnone\r\n');
    await table(page).getByText(/“none” in row 4 of what was copied: Write an amount in pounds.* Nothing was entered\./).waitFor();
    expect((await snapshotOf(opened)).budgets).toEqual([]);
    await paste('13,000\t16000\r\n£2,600\r\n13.6k\r\n14600\r\n46500\r\n10000\r\n4100\r\n');
    await expect.poll(async () => (await snapshotOf(opened)).budgets.length, IN_TIME).toBe(8);
    await page.getByText(/2026\/27 should finish £104,400 under\./).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(async () => (await snapshotOf(opened)).budgets.length, IN_TIME).toBe(0);
  }, LONG);

  it('adds money of a fund that has no row, and divides it by code', async () => {
    await page.getByRole('button', { name: 'Add money of another code or fund' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add money of another code or fund' });
    await dialog.getByLabel('Fund').selectOption({ label: 'Delegated budget' });
    await dialog.getByLabel('Amount, £').fill('10,000');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await table(page).getByText('Not divided by code').waitFor();
    await page.getByRole('button', { name: 'Divide by code' }).click();
    const divide = page.getByRole('dialog', { name: 'Divide by code' });
    await divide.getByLabel('E20A Connectivity, £').fill('6,000');
    await divide.getByText('£4,000 stays undivided.').waitFor();
    await divide.getByRole('button', { name: 'Divide £6,000' }).click();
    await divide.waitFor({ state: 'hidden' });
    const amounts = new Map((await snapshotOf(opened)).budgets.map(({ costCategory, pence }) => [costCategory, pence]));
    expect(amounts).toEqual(new Map([['connectivity', 600_000], [null, 400_000]]));
  });
});

it('is where Kitplan opens in the business manager’s view, once there is kit', async () => {
  const opened = await openKitplan({ plan: 'sample' });
  const { page, kitplan } = opened;
  await kitplan.call('app.settings', { role: 'business_manager' });
  await page.evaluate(() => window.sessionStorage.removeItem('kitplan-page'));
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Budgets' }).waitFor();
  await opened.close();
});
