import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { ledgerRows, type Ledger } from '../../../planning/ledger.ts';
import { kitBehind } from '../../../planning/ledger/kit.ts';
import { termPeriods } from '../../../planning/periods.ts';
import { formatPounds } from '../../../planning/money.ts';
import { applyScenario } from '../../../planning/scenarios/apply.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const IN_TIME = { timeout: 15_000 };
const LONG = 120_000;
const plain = (pence: number): string => formatPounds(pence, { symbol: false });

/** The refresh plan by hand: by keys, by the pointer, by other groups and by terms. */
describe('moving kit in the refresh plan', () => {
  let opened: OpenedKitplan;
  let page: Page;
  let before: Ledger;
  const snapshotOf = async (): Promise<PlanSnapshot> => (await opened.kitplan.call('plan.snapshot', {})).snapshot;
  const ledgerNow = async (): Promise<Ledger> => {
    const snapshot = await snapshotOf();
    return ledgerRows(snapshot, forecast(snapshot, { asOf: TODAY }));
  };
  const grid = () => page.getByRole('treegrid', { name: 'Cost by year' });
  const rowOf = (name: string) => grid().getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) }).first();
  const figuresOf = async (name: string): Promise<readonly string[]> => (await rowOf(name).locator('.pence').allTextContents()).map((text) => text.trim());
  const isOpen = (name: string): Promise<void> => expect.poll(() => rowOf(name).getAttribute('aria-expanded'), IN_TIME).toBe('true');
  const planned = (ledger: Ledger): readonly string[] => [...ledger.planned.years, ledger.planned.total].map((pence) => plain(pence ?? 0));
  const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);
  const dialog = () => page.getByRole('dialog', { name: /^Move to another year/ });

  /** Pressed until it is heard: the reasons listen once the focus has come into them. */
  const shutReasons = (): Promise<void> => expect.poll(async () => {
    await page.keyboard.press('Escape');
    return page.getByRole('dialog').count();
  }, IN_TIME).toBe(0);

  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Refresh plan' }).click();
    await grid().waitFor();
    before = await ledgerNow();
  });
  afterAll(() => opened.close());

  it('goes by keyboard alone: open desktops, ask why, move IT3 a year later with a reason, see both years, undo', async () => {
    await page.getByRole('button', { name: 'Desktops', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await isOpen('Desktops');
    while (!(await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith('IT3')) await page.keyboard.press('ArrowDown');
    // Closed, it opens; then the arrow goes on to its only figure.
    await page.keyboard.press('ArrowRight');
    await isOpen('IT3');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('dialog', { name: 'Why 32 desktops of IT3 in 2028/29?' }).waitFor();
    await shutReasons();

    await page.keyboard.press('Alt+ArrowRight');
    await dialog().waitFor();
    const words = await dialog().textContent();
    expect(words).toContain('32 desktops in IT3, from 2028/29 to 2029/30. One costs £440.27 in 2028/29 and £453.48 in 2029/30, 3% more.');
    expect(words).toContain('−£14,089');
    expect(words).toContain('+£14,511');
    expect(words).toContain('All 32 are then 1 year older than the policy says.');
    expect((await snapshotOf()).assets.every(({ movedTo }) => movedTo === null)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('The room is used for exams');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('32 desktops in IT3 moved to 2029/30. 2028/29 falls by £14,089 and 2029/30 rises by £14,511.').waitFor();

    const after = await ledgerNow();
    await expect.poll(() => figuresOf('Planned cost'), IN_TIME).toEqual(planned(after));
    expect(await figuresOf('IT3')).toEqual(['–', '–', '–', plain(14_511_36), '–', plain(14_511_36)]);
    expect(await rowOf('IT3').getByRole('gridcell').nth(3).textContent()).toContain('32 moved');
    await page.getByRole('list', { name: 'Key to the marks' }).getByText('set to that year by hand').waitFor();
    expect((await snapshotOf()).assets.filter(({ movedTo }) => movedTo !== null).every(({ movedReason }) => movedReason === 'The room is used for exams')).toBe(true);

    await expect.poll(focused, IN_TIME).toMatch(/name$/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => figuresOf('Planned cost'), IN_TIME).toEqual(planned(before));
    expect(await rowOf('IT3').getByRole('gridcell').nth(2).textContent()).not.toContain('moved');
  }, LONG);

  it('moves a figure by dragging it to another year, and puts it back from its menu', async () => {
    const cells = rowOf('IT3').getByRole('gridcell');
    await cells.nth(2).locator('.cell').dragTo(cells.nth(1));
    await dialog().waitFor();
    expect(await dialog().textContent()).toContain('from 2028/29 to 2027/28');
    await dialog().getByRole('button', { name: 'Move 32 desktops in IT3' }).click();
    await expect.poll(() => figuresOf('IT3'), IN_TIME).not.toContain(plain(14_088_64));
    expect(await rowOf('IT3').getByRole('gridcell').nth(1).textContent()).toContain('32 moved');
    await rowOf('IT3').getByRole('gridcell').nth(1).getByRole('button').click();
    expect(await page.getByRole('dialog').getByRole('listitem').last().textContent()).toMatch(/^Moved by hand, so until then: All 32 are out of cover for /);
    await shutReasons();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Put back to its own year' }).click();
    await dialog().getByRole('button', { name: 'Put back 32 desktops in IT3' }).click();
    await expect.poll(() => figuresOf('Planned cost'), IN_TIME).toEqual(planned(before));
  }, LONG);

  it('decides what else becomes of kit from its row’s menu, with a reason and what each year costs then', async () => {
    await rowOf('Tablets').hover();
    await rowOf('Tablets').getByRole('button', { name: 'What can be done with Tablets' }).click();
    await page.getByRole('menuitem', { name: 'What else could be done' }).click();
    const form = page.getByRole('dialog', { name: /^What else could be done: / });
    await form.getByRole('combobox', { name: 'When it falls due' }).selectOption('extend_cover');
    await form.getByRole('textbox', { name: 'For how many years' }).fill('12');
    await form.getByRole('button', { name: /^Decide for / }).click();
    await form.getByText('Write whole years, 1 to 10.').waitFor();
    await form.getByRole('combobox', { name: 'When it falls due' }).selectOption('retire');
    await form.getByRole('textbox', { name: 'Reason' }).fill('Phones are allowed now');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: /^Decide for / }).click();
    await expect.poll(async () => (await snapshotOf()).actions.map(({ action, reason }) => `${action}: ${reason}`).at(0), IN_TIME).toBe('retire: Phones are allowed now');
    // Nothing is bought for them any more: they are found again under the ledger, and put back from there.
    const decided = page.getByRole('region', { name: 'Decided otherwise' }).getByRole('row').last();
    await expect.poll(() => decided.textContent(), IN_TIME).toContain('Not replacedPhones are allowed now');
    await decided.getByRole('button', { name: /^Put back: 48 tablets/ }).click();
    await expect.poll(async () => (await snapshotOf()).actions.length, IN_TIME).toBe(0);
    await decided.waitFor({ state: 'detached', ...IN_TIME });
  }, LONG);

  it('is locked with its scenario, and says so before anything is asked', async () => {
    const recommended = (await snapshotOf()).scenarios.find(({ parentId }) => parentId !== null);
    if (recommended === undefined) throw new Error('The sample has no scenario beside its own facts.');
    await opened.kitplan.call('scenario.state', { id: recommended.id, state: 'locked' });
    await page.evaluate(([plan, id]) => window.sessionStorage.setItem(`kitplan-scenario-${plan}`, String(id)), [(await opened.kitplan.call('app.state', {})).plan?.id, recommended.id] as const);
    await page.reload();
    const seen = applyScenario(await snapshotOf(), recommended.id);
    const result = forecast(seen, { asOf: TODAY });
    const { rows, columns } = ledgerRows(seen, result);
    const due = rows.find((row) => row.kind === 'kit' && kitBehind(seen, result, row, null, columns).due.length > 0);
    await page.getByRole('button', { name: due?.name ?? '', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await dialog().getByText(`${recommended.name} is locked. Copy it to change it.`).waitFor();
    expect(await dialog().getByRole('button', { name: /^Move / }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.evaluate((plan) => window.sessionStorage.removeItem(`kitplan-scenario-${plan}`), (await opened.kitplan.call('app.state', {})).plan?.id);
    await opened.kitplan.call('scenario.state', { id: recommended.id, state: 'working' });
    await page.reload();
    await grid().waitFor();
  }, LONG);

  it('groups by department, then kind: chosen and ordered by hand, and kept for the next visit', async () => {
    await page.getByRole('button', { name: 'Grouped by kind, room' }).click();
    const levels = page.getByRole('dialog', { name: 'Grouped by' });
    await levels.getByRole('button', { name: 'Department', exact: true }).click();
    await levels.getByRole('button', { name: 'Department further out' }).click();
    await levels.getByRole('button', { name: 'Department further out' }).click();
    await levels.getByRole('button', { name: 'Leave room out' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const snapshot = await snapshotOf();
    const { rows } = ledgerRows(snapshot, forecast(snapshot, { asOf: TODAY }), { levels: ['department', 'kind'] });
    for (const row of rows.slice(0, 3)) await expect.poll(async () => (await figuresOf(row.name)).at(-1), IN_TIME).toBe(plain(row.total.pence));
    await expect.poll(async () => (await opened.kitplan.call('app.state', {})).settings.lists['refresh-plan']?.shown, IN_TIME).toEqual(['department', 'kind']);
    await page.reload();
    await page.getByRole('button', { name: 'Grouped by department, kind' }).click();
    await page.getByRole('button', { name: 'As it was at first: kind, room' }).click();
    await page.keyboard.press('Escape');
  }, LONG);

  it('stands by terms, whose figures add up to their year’s, with names and totals in sight; and says why', async () => {
    await page.getByRole('radio', { name: 'Terms' }).check({ force: true });
    await page.getByText(/^Terms are counted in whole months/).waitFor();
    const snapshot = await snapshotOf();
    const result = forecast(snapshot, { asOf: TODAY });
    const columns = termPeriods(result.years);
    const byTerm = ledgerRows(snapshot, result, { columns });
    await expect.poll(() => figuresOf('Planned cost'), IN_TIME).toEqual(planned(byTerm));
    expect(await figuresOf('Planned, whole year')).toEqual(planned(before));
    const autumn = columns.findIndex(({ label }) => label === 'Autumn 2028');
    await rowOf('Desktops').getByRole('gridcell').nth(autumn).getByRole('button').click();
    await page.getByRole('dialog', { name: 'Why 32 desktops in Autumn 2028?' }).waitFor();
    await shutReasons();
    await rowOf('Desktops').getByRole('button').last().focus();
    const sheet = await grid().evaluate((table) => ({
      names: table.querySelector('tbody th')?.getBoundingClientRect().left ?? -1, window: window.innerWidth,
      totals: table.querySelector('tfoot tr:last-child')?.getBoundingClientRect().bottom ?? Infinity, height: window.innerHeight,
    }));
    expect(sheet.names).toBeGreaterThan(100);
    expect(sheet.totals).toBeLessThan(sheet.height);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Years' }).check({ force: true });
  }, LONG);
});
