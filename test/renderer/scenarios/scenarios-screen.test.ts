import { afterEach, describe, expect, it } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { formatPounds } from '../../../planning/money.ts';
import { applyScenario } from '../../../planning/scenarios/apply.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

let opened: OpenedKitplan | null = null;
afterEach(async () => {
  await opened?.close();
  opened = null;
});

const open = async (options: Parameters<typeof openKitplan>[0] = {}): Promise<OpenedKitplan> => (opened = await openKitplan({ plan: 'sample', ...options }));

/** What the years of a scenario come to in all, as screens write it. */
const wholeOf = async ({ kitplan }: OpenedKitplan, name: string): Promise<number> => {
  const { snapshot } = await kitplan.call('plan.snapshot', {});
  const id = snapshot.scenarios.find((scenario) => scenario.name === name)?.id ?? 0;
  return forecast(applyScenario(snapshot, id), { asOf: TODAY }).totals.plannedPence.reduce((sum, pence) => sum + pence, 0);
};

/** "−11,309" and "+34" as pence of whole pounds. */
const figureIn = (text: string): number => (text === '–' ? 0 : Number(text.replaceAll(/[+,]/gu, '').replace('−', '-')));

describe('a what-if that becomes a scenario', () => {
  it('is kept under a name with its reason, compared, opened down to lines, locked, refused, copied, and undone', async () => {
    const kitplan = await open();
    const { page } = kitplan;
    const before = await kitplan.kitplan.call('plan.snapshot', {});
    // Tried on the refresh plan, and seen on another page.
    await page.getByLabel('Main').getByRole('button', { name: 'Refresh plan' }).click();
    await page.getByRole('slider', { name: 'Pupil laptops' }).fill('60');
    await page.getByText('What-if, not saved.').waitFor();
    // The comparison is of what is kept, and says so.
    await page.getByRole('button', { name: /^Scenario Keep to policy/ }).click();
    await page.getByRole('menuitem', { name: 'Compare scenarios' }).click();
    await page.getByText(/The figures on this page are without it/).waitFor();
    await page.getByLabel('Main').getByRole('button', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Keep as a new scenario' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep as a new scenario' });
    await dialog.getByRole('button', { name: 'Keep as a new scenario' }).click();
    await dialog.getByText('A scenario needs a name, such as Spread the cost.').waitFor();
    await dialog.getByLabel('Name').fill('Five-year laptops');
    await dialog.getByLabel(/^Pupil laptops kept 5 years/).fill('The batteries last');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(/Add the scenario Five-year laptops/).waitFor();
    expect(await page.getByText('What-if, not saved.').count()).toBe(0);

    // It is open on every page; the comparison says what it comes to.
    await page.getByRole('button', { name: /^Scenario Five-year laptops Working copy/ }).click();
    await page.getByRole('menuitem', { name: 'Compare scenarios' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare scenarios' }).waitFor();
    const difference = await wholeOf(kitplan, 'Five-year laptops') - await wholeOf(kitplan, 'Keep to policy');
    expect(difference).not.toBe(0);
    const beside = `${formatPounds(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'}`;
    await page.getByRole('button', { name: beside }).click();
    await page.getByRole('heading', { name: 'What makes Five-year laptops differ from Keep to policy' }).waitFor();

    // By keyboard down to the lines of one laptop: what they come to is what it comes to.
    const ledger = page.locator('table.difference');
    await ledger.getByRole('button', { name: 'Pupil laptops', exact: true }).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    const rows = await ledger.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    const at = rows.findIndex(([name = '']) => /replaced in/.test(name));
    const asset = rows[at - 1] ?? [];
    const lines = rows.slice(at).filter(([name = '']) => /(replaced|lost or broken) in/.test(name) || name.startsWith('No longer')).slice(0, 2);
    expect(asset[0]).toMatch(/^HC-PL-\d+ Tamar 11 laptop$/);
    for (const year of [1, 2, 3, 4, 5]) {
      expect(Math.abs(lines.reduce((sum, cells) => sum + figureIn(cells[year] ?? ''), 0) - figureIn(asset[year] ?? ''))).toBeLessThanOrEqual(1);
    }
    const list = page.locator('table.differences');
    expect(await list.locator('tbody tr').allTextContents()).toEqual([expect.stringMatching(/^Life of pupil laptops4 years5 years.*The batteries last/)]);

    // Locked, it is changed only by copying it.
    await page.getByRole('button', { name: /^Scenario Five-year/ }).click();
    await page.getByRole('menuitem', { name: /^Lock it/ }).click();
    await page.getByText('Five-year laptops is locked.').waitFor();
    expect(await list.getByRole('button').count()).toBe(0);
    const { snapshot } = await kitplan.kitplan.call('plan.snapshot', {});
    const locked = snapshot.scenarios.find(({ name }) => name === 'Five-year laptops');
    const refused = await kitplan.kitplan.dispatch('scenario.change', { scenarioId: locked?.id, changes: [{ change: { kind: 'price_rise', bp: 500 }, reason: null }] });
    expect(refused).toMatchObject({ ok: false, error: { message: 'Five-year laptops is locked. Copy it to change it.' } });
    await page.getByRole('button', { name: 'Copy to change it' }).click();
    await page.getByRole('dialog').getByLabel('Name of the copy').fill('Second thoughts');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Scenario Second thoughts Working copy/ }).waitFor();
    await list.getByRole('button', { name: /^Because: The batteries last/ }).click();
    await list.getByRole('textbox').fill('A new battery each');
    await page.keyboard.press('Enter');
    await list.getByRole('button', { name: /^Because: A new battery each/ }).and(page.locator(':focus')).waitFor();

    // All of it is taken back, one by one.
    for (const label of ['Give the reason', 'Copy Five-year laptops', 'Lock Five-year laptops', 'Add the scenario']) {
      await page.keyboard.press('Control+z');
      await page.getByRole('status').getByText(new RegExp(`Undone: ${label}`)).waitFor();
    }
    await page.getByRole('button', { name: /^Scenario Keep to policy Working copy/ }).waitFor();
    expect((await kitplan.kitplan.call('plan.snapshot', {})).snapshot).toEqual(before.snapshot);
  });
});

describe('the scenario that is open', () => {
  it('holds on every page, takes a day set by hand in the register, and once published keeps its figures', async () => {
    const kitplan = await open();
    const { page } = kitplan;
    const choose = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: /^Scenario / }).click();
      await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('button', { name: new RegExp(`^Scenario ${name}`) }).waitFor();
    };
    await choose('Essentials only');
    await page.getByLabel('Main').getByRole('button', { name: 'Register' }).click();
    await page.getByRole('button', { name: /^Scenario Essentials only/ }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Scenario Essentials only/ }).waitFor();

    // A day typed in the grid is a difference of the scenario, and the register's own row stays.
    const { snapshot: { assets } } = await kitplan.kitplan.call('plan.snapshot', {});
    const server = assets.find(({ tag }) => tag === 'HC-SV-003') ?? assets.find(({ categoryKey, status }) => categoryKey === 'server' && status === 'in_use');
    await page.getByRole('searchbox', { name: /Filter|Find/ }).first().fill(server?.tag ?? '');
    const cell = page.getByRole('row').filter({ hasText: server?.tag ?? '' }).first();
    await cell.getByRole('gridcell').filter({ hasText: /Apr 29|Apr 2029/ }).first().click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1 May 2029');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(/moved to 2029\/30, in Essentials only/).waitFor();
    const moved = (await kitplan.kitplan.call('plan.snapshot', {})).snapshot;
    expect(moved.assets).toEqual(assets);
    expect(moved.scenarios.find(({ name }) => name === 'Essentials only')?.differences.at(-1)?.change)
      .toEqual({ kind: 'move', moves: [{ assetId: server?.id, date: '2029-05-01' }] });

    // Published, it shows what it was published with, whatever happens to the plan.
    await choose('Spread the cost');
    await page.getByLabel('Main').getByRole('button', { name: 'Overview' }).click();
    const figures = async (): Promise<string[]> => {
      const row = page.getByRole('row', { name: /^Planned cost/ }).first();
      await row.waitFor();
      return row.getByRole('cell').allTextContents();
    };
    const asPublished = await figures();
    await page.getByRole('button', { name: /^Scenario / }).click();
    await page.getByRole('menuitem', { name: /^Publish it/ }).click();
    await page.getByText('Spread the cost is published.').waitFor();
    await kitplan.kitplan.call('policy.set', { categoryKey: 'laptop', userGroup: 'staff', set: { lifeMonths: 24 } });
    await page.reload();
    await page.getByText(/Kit and figures as they were on 21 November 2026/).waitFor();
    expect(await figures()).toEqual(asPublished);
    // What was published is not moved, and says why where it is asked.
    await page.getByLabel('Main').getByRole('button', { name: 'Refresh plan' }).click();
    await page.getByRole('button', { name: 'Servers', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByText('Spread the cost is published. Copy it to change it.').waitFor();
    await page.getByLabel('Main').getByRole('button', { name: 'Overview' }).click();
    await choose('Keep to policy');
    expect(await figures()).not.toEqual(asPublished);
  });
});

describe('the comparison', () => {
  it.each([{ viewport: { width: 1280, height: 800 } }, { viewport: { width: 1440, height: 900 }, dark: true }])('can be read and worked by everybody (%o)', async (options) => {
    const { page } = await open(options);
    await openPalette(page);
    await page.keyboard.type('Compare scenarios');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Compare scenarios' }).waitFor();
    await page.locator('table.difference button[data-row]').first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    // Four at most stand side by side, and one always does.
    for (const name of ['Spread the cost', 'Essentials only']) await page.getByRole('checkbox', { name }).uncheck();
    expect(await page.getByRole('checkbox', { name: 'Keep to policy' }).isDisabled()).toBe(true);
    await page.getByText(/^Keep to policy costs £[\d,]+ over five years\. Show another scenario beside it/).waitFor();
  });
});
