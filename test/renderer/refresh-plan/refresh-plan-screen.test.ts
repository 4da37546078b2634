import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { explainCell } from '../../../planning/explain-ledger.ts';
import { forecast } from '../../../planning/forecast.ts';
import { ledgerRows, type Ledger, type LedgerCell, type LedgerRow } from '../../../planning/ledger.ts';
import { formatCount, formatPounds } from '../../../planning/money.ts';
import { effectSentence } from '../../../planning/sentences/effect.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { applyChanges, type PlanChange } from '../../../planning/scenarios/change.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan, type OpenOptions } from '../../support/browser.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const options = { asOf: TODAY };
/** For what goes to the plan file and back, on a machine that is busy with other tests. */
const IN_TIME = { timeout: 15_000 };
/** For tests that read every element of a page several times. */
const LONG = 120_000;
const plain = (pence: number): string => formatPounds(pence, { symbol: false });
const leftOrOver = (pence: number): string => (pence < 0 ? `${plain(-pence)} over` : `${plain(pence)} left`);
const ledgerOf = (snapshot: PlanSnapshot): Ledger => ledgerRows(snapshot, forecast(snapshot, options));
const snapshotOf = async ({ kitplan }: OpenedKitplan): Promise<PlanSnapshot> => (await kitplan.call('plan.snapshot', {})).snapshot;

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Cost by year' });
const rowOf = (page: Page, name: string) =>
  grid(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) }).first();
const figuresOf = async (page: Page, name: string): Promise<readonly string[]> =>
  (await rowOf(page, name).locator('.pence').allTextContents()).map((text) => text.trim());
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

const toRefreshPlan = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Refresh plan' }).click();
  await grid(page).waitFor();
};
const openRefreshPlan = async (choices: OpenOptions = {}): Promise<OpenedKitplan> => {
  const opened = await openKitplan(choices);
  await toRefreshPlan(opened.page);
  return opened;
};

/** Hillcrest's budgets are approved and divided by code: here each year is one figure, as in a new plan. */
const withoutCodes = async ({ kitplan, page }: OpenedKitplan): Promise<void> => {
  await kitplan.call('budget.reopen', { year: 2026, reason: 'To be divided anew' });
  const { budgets, finance } = (await kitplan.call('plan.snapshot', {})).snapshot;
  for (const { id: _id, agreedBy: _by, agreedOn: _on, from, to, ...asked } of finance.virements) {
    const back = await kitplan.call('virement.ask', { ...asked, from: to, to: from, reason: 'Moved back' });
    await kitplan.call('virement.agree', { id: back.value.id, agreedBy: 'Headteacher', agreedOn: TODAY });
  }
  for (const line of budgets) await kitplan.call('budget.set', { ...line, pence: null });
  for (const [year, lines] of Map.groupBy(budgets, (line) => line.year)) await kitplan.call('budget.set', { year, pence: lines.reduce((sum, { pence }) => sum + pence, 0) });
  await page.reload();
  await toRefreshPlan(page);
};

/** A cell as a person reads it: a number of items, the money and what is marked of it, or a dash. */
const cellText = ({ quantity, pence, lines, overdue, moved, assumed }: LedgerCell): string => {
  const marks = [[overdue, 'overdue'], [moved, 'moved'], [assumed, 'assumed']].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]));
  return lines === 0 ? '–' : `${quantity === 0 ? '' : formatCount(quantity)}${plain(pence)}${marks.length === 0 ? '' : `, ${marks.join(', ')}`}`;
};
const rowNamed = (rows: readonly LedgerRow[], name: string): LedgerRow => {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`The ledger has no row ${name}.`);
  return row;
};

describe('the refresh plan of the made-up school', () => {
  let opened: OpenedKitplan;
  let page: Page;
  let saved: PlanSnapshot;
  const fiveYears: PlanChange = { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 };
  const slider = () => page.getByRole('slider', { name: 'Pupil laptops' });
  const discard = () => page.getByRole('button', { name: 'Discard' });

  beforeAll(async () => {
    opened = await openRefreshPlan({ plan: 'sample' });
    page = opened.page;
    saved = await snapshotOf(opened);
  });
  afterEach(async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    if (await discard().isVisible()) await discard().click();
    if (!await grid(page).isVisible()) await toRefreshPlan(page);
  });
  afterAll(() => opened.close());

  it('shows every row, its items and its money, to the pound, and the totals under them', async () => {
    const { rows, toCome, planned, already, difference } = ledgerOf(saved);
    for (const row of rows) {
      const cells = await rowOf(page, row.name).getByRole('gridcell').allTextContents();
      expect([row.name, ...cells]).toEqual([row.name, ...row.cells.map(cellText), plain(row.total.pence)]);
    }
    expect(await figuresOf(page, 'Still to come')).toEqual([...toCome.years, toCome.total].map((pence) => plain(pence ?? 0)));
    expect(toCome.years[0]).toBe(rows.reduce((sum, row) => sum + (row.cells[0]?.pence ?? 0), 0));
    expect(await figuresOf(page, 'Planned cost')).toEqual([...planned.years, planned.total].map((pence) => plain(pence ?? 0)));
    expect((await figuresOf(page, 'Already spent'))[0]).toBe(plain(already.years[0] ?? 0));
    expect(await figuresOf(page, 'Difference')).toEqual([...difference?.years ?? [], difference?.total ?? 0].map((pence) => leftOrOver(pence ?? 0)));
  });

  it('opens a kind into its rooms and a room into its assets, which add up', async () => {
    const desktops = rowNamed(ledgerOf(saved).rows, 'Desktops');
    await page.getByRole('button', { name: 'Desktops', exact: true }).click();
    const room = rowNamed(desktops.children, 'IT3');
    expect(await rowOf(page, 'IT3').getByRole('gridcell').allTextContents()).toEqual([...room.cells.map(cellText), plain(room.total.pence)]);
    await page.getByRole('button', { name: 'IT3', exact: true }).click();
    expect(await grid(page).locator('.level-3').count()).toBe(room.children.length);
    await page.getByRole('button', { name: 'Desktops', exact: true }).click();
    expect(await grid(page).locator('.level-2').count()).toBe(0);
  });

  it('answers why 32 desktops in 2028/29 with the numbered steps, and shows those 32', async () => {
    await page.getByRole('button', { name: 'Desktops', exact: true }).click();
    await rowOf(page, 'IT3').getByRole('gridcell').nth(2).getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: 'Why 32 desktops of IT3 in 2028/29?' });
    const plan = forecast(saved, options);
    const room = rowNamed(rowNamed(ledgerRows(saved, plan).rows, 'Desktops').children, 'IT3');
    const { steps } = explainCell(saved, options, plan, room, 2);
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual(steps.map((step) => step.text));
    expect(steps[0]?.text).toBe('Bought on 12 December 2023, order 4471.');
    await dialog.getByRole('button', { name: 'Show the 32' }).click();
    await page.getByText('32 of 1,063 shown').waitFor();
  });

  it('works a slider out at once: figures, sentence, outlines and what changes, and discards it again', async () => {
    await slider().fill('60');
    const tried = applyChanges(saved, [fiveYears]);
    const [before, after] = [ledgerOf(saved), ledgerOf(tried)];
    await page.getByText('What-if, not saved.').waitFor();
    expect(await figuresOf(page, 'Pupil laptops')).toEqual([...rowNamed(after.rows, 'Pupil laptops').cells, rowNamed(after.rows, 'Pupil laptops').total]
      .map((cell) => (cell.lines === 0 ? '–' : plain(cell.pence))));
    expect(await figuresOf(page, 'Planned cost')).toEqual([...after.planned.years, after.planned.total].map((pence) => plain(pence ?? 0)));
    const struck = await rowOf(page, 'Planned cost').locator('s').allTextContents();
    const changedYears = before.planned.years.flatMap((pence, index) => (pence === after.planned.years[index] ? [] : [plain(pence ?? 0)]));
    expect(struck).toEqual([...changedYears, ...(before.planned.total === after.planned.total ? [] : [plain(before.planned.total)])]);
    const text = effectSentence(saved, [fiveYears], forecast(saved, options), forecast(tried, options)).text;
    await page.locator('.say').filter({ hasText: text }).waitFor();
    expect(await page.locator('.cost-chart .saved').count()).toBe(changedYears.length);
    const effect = page.getByRole('region', { name: 'What this what-if does' });
    expect(await effect.getByRole('row').nth(1).textContent()).toContain(leftOrOver(after.difference?.total ?? 0));
    await page.getByText('5 years, was 4').waitFor();

    await discard().click();
    expect(await figuresOf(page, 'Planned cost')).toEqual([...before.planned.years, before.planned.total].map((pence) => plain(pence ?? 0)));
    expect(await slider().inputValue()).toBe('48');
    expect((await snapshotOf(opened)).policies).toEqual(saved.policies);
  });

  it('leaves nothing to settle when a slider is put back', async () => {
    await slider().fill('60');
    await discard().waitFor();
    await slider().fill('48');
    await discard().waitFor({ state: 'hidden' });
  });

  it('takes a life that is typed, and answers one that cannot be read with what would work', async () => {
    const field = page.getByRole('textbox', { name: 'Pupil laptops' });
    await field.fill('54 months');
    await field.press('Enter');
    expect(await slider().inputValue()).toBe('54');
    await field.fill('a while');
    await field.press('Enter');
    await page.getByText('Write years, such as 4 or 4.5').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.press('Escape');
    expect(await field.inputValue()).toBe('4½ years');
  });

  it('tries out price rises and losses for the whole plan', async () => {
    await page.getByRole('slider', { name: 'Price rises' }).fill('500');
    const dearer = ledgerOf(applyChanges(saved, [{ kind: 'price_rise', bp: 500 }]));
    expect(await figuresOf(page, 'Planned cost')).toEqual([...dearer.planned.years, dearer.planned.total].map((pence) => plain(pence ?? 0)));
    await page.getByRole('textbox', { name: 'Losses and breakages' }).fill('2.5%');
    await page.keyboard.press('Enter');
    const both = ledgerOf(applyChanges(saved, [{ kind: 'price_rise', bp: 500 }, { kind: 'loss_rate', bp: 250 }]));
    expect(await figuresOf(page, 'Losses and breakages')).toEqual(
      [...rowNamed(both.rows, 'Losses and breakages').cells, rowNamed(both.rows, 'Losses and breakages').total].map((cell) => plain(cell.pence)));
  });

  it('goes by keyboard alone: one Tab stop, arrows by cell, Right and Left open and close, Alt+Enter asks', async () => {
    await page.getByRole('button', { name: 'Staff laptops', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await grid(page).locator('.level-2').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    const room = await focused(page);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page)).toBe('Staff laptops');
    expect(room).not.toBe('Staff laptops');
    await page.keyboard.press('ArrowLeft');
    expect(await grid(page).locator('.level-2').count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toBe(plain(rowNamed(ledgerOf(saved).rows, 'Staff laptops').cells[0]?.pence ?? 0));
    expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('dialog', { name: /^Why 26 staff laptops in 2026\/27\?$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe(plain(rowNamed(ledgerOf(saved).rows, 'Staff laptops').cells[0]?.pence ?? 0));
    // Esc means the answer as soon as it is there, before it has the focus.
    await page.evaluate(async () => {
      const figure = document.activeElement;
      if (figure instanceof HTMLElement) figure.click();
      await Promise.resolve();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('End');
    await expect.poll(() => focused(page)).toBe(plain(rowNamed(ledgerOf(saved).rows, 'Staff laptops').total.pence));
    await page.getByRole('button', { name: 'Staff laptops', exact: true }).click();
  });

  it.each([['A workbook', / refresh forecast .*\.xlsx$/], ['A live sheet', / live forecast .*\.xlsx$/]])('hands over a file: %s', async (name, file) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as' }).click();
    await page.getByRole('menuitem', { name }).click();
    expect((await download).suggestedFilename()).toMatch(file);
  });

  it('prints on its side: heads and feet that say whose figures of which day, rows open as they are, 11 pt, no buttons', async () => {
    await page.getByRole('button', { name: 'Tablets', exact: true }).click();
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(() => {
      const words = getComputedStyle(document.documentElement);
      const table = document.querySelector('.plan-ledger');
      const styleOf = (selector: string): CSSStyleDeclaration | null => { const found = table?.querySelector(selector); return found ? getComputedStyle(found) : null; };
      return {
        head: words.getPropertyValue('--printed-school') + words.getPropertyValue('--printed-page'), foot: words.getPropertyValue('--printed-of') + words.getPropertyValue('--printed-by'),
        repeated: styleOf('thead')?.display, size: styleOf('tbody td')?.fontSize, menu: styleOf('.row-menu')?.display, page: getComputedStyle(document.body).getPropertyValue('page'),
        opened: table?.querySelectorAll('.level-2').length, rail: getComputedStyle(document.querySelector('.rail') ?? document.body).display,
      };
    });
    expect(printed).toMatchObject({ head: '"Hillcrest School""Refresh plan"', repeated: 'table-header-group', menu: 'none', page: 'across', opened: 3, rail: 'none' });
    expect(Number.parseFloat(printed.size ?? '')).toBeCloseTo(11 * 96 / 72, 1);
    expect(printed.foot).toMatch(/^"Keep to policy, version \d+\. Figures as at 21 November 2026\. ""Kitplan /);
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.\d+ 59\d(\.\d+)?\]/);
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: 'Tablets', exact: true }).click();
  });

  it('has nothing for axe to find, with rows open and a what-if on', async () => {
    await page.getByRole('button', { name: 'Desktops', exact: true }).click();
    await slider().fill('60');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Desktops', exact: true }).click();
  }, LONG);

  it('has nothing for axe to find while an answer is shown', async () => {
    await rowOf(page, 'Servers').getByRole('gridcell').nth(2).getByRole('button').click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, LONG);
});

describe('a what-if and a budget that are put into the plan', () => {
  let opened: OpenedKitplan;
  let page: Page;
  beforeAll(async () => {
    opened = await openRefreshPlan({ plan: 'sample', dark: true, viewport: { width: 1280, height: 800 } });
    await withoutCodes(opened);
    page = opened.page;
  });
  afterAll(() => opened.close());

  it('has policies behind a button on a smaller screen, and nothing for axe to find in the dark', async () => {
    expect(await page.getByRole('slider').count()).toBe(0);
    await page.getByRole('button', { name: 'Policies' }).click();
    await page.getByRole('complementary', { name: 'Policies' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, LONG);

  it('keeps a what-if as one change of the plan, which can be undone', async () => {
    await page.getByRole('slider', { name: 'Pupil laptops' }).fill('60');
    await page.getByRole('button', { name: /^Put into/ }).click();
    await page.getByText('What-if, not saved.').waitFor({ state: 'hidden' });
    const lifeOf = async (): Promise<number | undefined> => (await snapshotOf(opened)).policies
      .find((policy) => policy.categoryKey === 'laptop' && policy.userGroup === 'pupil')?.lifeMonths;
    expect(await lifeOf()).toBe(60);
    await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(lifeOf, IN_TIME).toBe(48);
    await page.getByRole('button', { name: 'Close policies' }).click();
  });

  it('takes budgets year by year with Enter, and the difference follows; Ctrl+Z takes one back', async () => {
    const field = (label: string) => page.getByRole('textbox', { name: `Budget ${label}, £` });
    const budgetOf = async (year: number): Promise<number | undefined> => (await snapshotOf(opened)).budgets.find((line) => line.year === year)?.pence;
    await field('2026/27').fill('£120,000');
    await field('2026/27').press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), IN_TIME).toBe('Budget 2027/28, £');
    await expect.poll(() => budgetOf(2026), IN_TIME).toBe(12_000_000);
    await field('2027/28').fill('115,000.50');
    await field('2027/28').press('Tab');
    await expect.poll(() => budgetOf(2027), IN_TIME).toBe(11_500_050);
    const { difference } = ledgerOf(await snapshotOf(opened));
    await expect.poll(() => figuresOf(page, 'Difference'), IN_TIME).toEqual([...difference?.years ?? [], difference?.total ?? 0].map((pence) => leftOrOver(pence ?? 0)));
    await page.getByRole('button', { name: 'Desktops', exact: true }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => budgetOf(2027), IN_TIME).toBe(11_840_000);
  });

  it('answers a budget that cannot be read at the field, in words, and changes nothing', async () => {
    const field = page.getByRole('textbox', { name: 'Budget 2028/29, £' });
    const before = (await snapshotOf(opened)).budgets;
    await field.fill('about 100k');
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: '2028/29: Write an amount in pounds, such as 118,400.' }).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect((await snapshotOf(opened)).budgets).toEqual(before);
    await field.press('Escape');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('118,400');
  });

  it('keeps every budget that cannot be read marked, each with its own words, until it is mended or put back', async () => {
    const field = (label: string) => page.getByRole('textbox', { name: `Budget ${label}, £` });
    for (const [label, text] of [['2026/27', 'nine'], ['2027/28', '-5']] as const) {
      await field(label).fill(text);
      await field(label).press('Tab');
    }
    await field('2028/29').focus();
    expect(await page.getByRole('alert').allTextContents()).toEqual(['2026/27', '2027/28'].map((label) => `${label}: Write an amount in pounds, such as 118,400.`));
    for (const label of ['2026/27', '2027/28']) {
      expect(await field(label).getAttribute('aria-invalid')).toBe('true');
      expect(await field(label).evaluate((input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent)).toContain(label);
    }
    await field('2027/28').focus();
    await field('2027/28').press('Escape');
    expect(await field('2027/28').inputValue()).toBe('118,400');
    expect(await page.getByRole('alert').count()).toBe(1);
    await field('2026/27').fill('120k');
    await field('2026/27').press('Tab');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await expect.poll(() => field('2026/27').inputValue(), IN_TIME).toBe('120,000');
  });

  it('clears a year that is emptied: no difference for it, and no line over it', async () => {
    const field = page.getByRole('textbox', { name: 'Budget 2029/30, £' });
    await field.fill('');
    await field.press('Enter');
    await expect.poll(async () => (await figuresOf(page, 'Difference'))[3], IN_TIME).toBe('711 left');
    expect(await rowOf(page, 'Difference').getByRole('gridcell').nth(3).textContent()).toBe('–');
  });
});

describe('other schools', () => {
  it('an empty plan says what the page is for, and offers a kit list', async () => {
    const { page, close } = await openRefreshPlan();
    await page.getByRole('button', { name: 'Bring in a kit list' }).waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
    await close();
  }, LONG);

  it('a room of 264 assets lists 50 and leads to the other 214', async () => {
    const { page, kitplan, close } = await openRefreshPlan();
    const rows = Array.from({ length: 264 }, () => ({ categoryKey: 'laptop', quantity: 1, boughtIn: '2023-09-01', unitPaidPence: 36_500, room: 'IT1' }));
    await kitplan.call('register.count', { rows });
    await page.reload();
    await page.getByRole('button', { name: 'Laptops', exact: true }).click();
    await page.getByRole('button', { name: 'IT1', exact: true }).click();
    expect(await grid(page).locator('.level-3:not(.more-rows)').count()).toBe(50);
    await grid(page).getByText('and 214 more').getByRole('button').click();
    await page.getByText('214 of 264 shown').waitFor();
    await close();
  }, LONG);

  it('a plan that can only be read shows its budget without fields, and still tries things out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kitplan-read-only-'));
    const path = join(folder, 'Hillcrest.kitplan');
    const first = await openKitplan({ plan: 'sample' });
    const { plan } = await first.kitplan.call('app.state', {});
    if (plan?.path === undefined || plan.path === null) throw new Error('The sample has no file.');
    await copyFile(plan.path, path);
    await first.close();
    const { page, close } = await openRefreshPlan({ plan: path, readOnly: true });
    expect(await grid(page).getByRole('textbox').count()).toBe(0);
    expect(await rowOf(page, 'Budget').getByRole('gridcell').first().textContent()).toBe('118,400');
    await page.getByRole('slider', { name: 'Pupil laptops' }).fill('60');
    await page.getByRole('button', { name: 'Discard' }).waitFor();
    expect(await page.getByRole('button', { name: /^Put into/ }).count()).toBe(0);
    await close();
    await rm(folder, { recursive: true, force: true });
  }, LONG);
});
