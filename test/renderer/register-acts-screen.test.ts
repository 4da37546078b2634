import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan } from '../support/browser.ts';
import type { OpenedKitplan } from '../support/browser.ts';

let opened: OpenedKitplan;
let page: Page;

beforeAll(async () => {
  opened = await openKitplan({ plan: 'sample' });
  page = opened.page;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Register/ }).click();
});
afterAll(() => opened.close());

const panel = () => page.getByRole('complementary');
/** The panel once it is about that asset: its name may stand in another's life line before. */
const panelOf = (tag: string) => page.getByRole('complementary', { name: new RegExp(`^${tag}, `) });
const dialog = () => page.getByRole('dialog');
const snapshotOf = async (): Promise<PlanSnapshot> => (await opened.kitplan.call('plan.snapshot', {})).snapshot;
const said = (text: string | RegExp): Promise<void> => page.getByRole('status').getByText(text).first().waitFor();
const open = async (code: string): Promise<void> => {
  await page.getByRole('searchbox').first().fill(code);
  await page.keyboard.press('Enter');
  await panelOf(code).waitFor();
};
const more = async (item: string): Promise<void> => {
  await panel().getByRole('button', { name: 'More for this asset' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

describe('what becomes of an asset', () => {
  it('is moved to another year with its cost in both years before it is done, and a reason', async () => {
    await open('HC-DT-0214');
    await panel().getByRole('button', { name: 'Move year' }).click();
    await dialog().getByLabel('Replace in').selectOption('2029/30');
    const effect = dialog().getByRole('table', { name: 'What it does to the cost of the plan' });
    await effect.getByText('2029/30').waitFor();
    await expect.poll(() => effect.textContent()).toMatch(/2028\/29.*−£440.*2029\/30.*\+£453/);
    await dialog().getByText('It is then 1 year older than the policy says.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog().getByLabel('Reason').fill('Kept for the Library');
    await dialog().getByRole('button', { name: /^Move .*\(HC-DT-0214\)/ }).click();
    await panel().getByText('Due by hand, 12 December 2029').waitFor();
    const history = panel().getByRole('region', { name: 'History' });
    await history.getByText('Kept for the Library').first().waitFor();
    expect(await history.textContent()).toContain('Due date set by hand: 12 Dec 2029');
    await history.getByRole('button', { name: /^Undo: / }).first().click();
    await panel().getByText('Due, 12 December 2028').waitFor();

    await page.getByRole('gridcell', { name: 'HC-DT-0214', exact: true }).click();
    await page.keyboard.press('Alt+ArrowLeft');
    await dialog().getByText(/from 2028\/29 to 2027\/28/).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('is recorded as broken with its entry, disposed of with a word about its data, and linked to what it replaced', async () => {
    await panel().getByRole('button', { name: 'Record loss or damage' }).click();
    await dialog().getByLabel('What is known').fill('Power supply');
    await dialog().getByRole('button', { name: 'Record HC-DT-0214 as broken' }).click();
    await said('Record HC-DT-0214 as broken');
    expect((await snapshotOf()).ledger.at(-1)).toMatchObject({ kind: 'broken', notes: 'Power supply', quantity: 1 });
    await more('Say what it replaced');
    await dialog().getByLabel('HC-DT-0214 replaced').fill('HC-XX');
    await dialog().getByRole('button', { name: 'Link HC-DT-0214' }).click();
    await dialog().getByText('No row of the register has the tag or serial number “HC-XX”.').waitFor();
    await dialog().getByLabel('HC-DT-0214 replaced').fill('hc-dt-0211');
    await dialog().getByRole('button', { name: 'Link HC-DT-0214' }).click();
    await panel().getByRole('list', { name: 'Life line' }).getByRole('button', { name: 'HC-DT-0211' }).click();
    await panelOf('HC-DT-0211').waitFor();
    await more('Dispose of');
    await dialog().getByText('No data wipe is recorded for 1 desktop.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog().getByLabel('Certificate').fill('W-1182');
    await dialog().getByRole('button', { name: 'Dispose of HC-DT-0211' }).click();
    await panel().getByText('Not written down yet: data wiped on.').waitFor();
    await panel().getByText('Disposed of, 21 Nov 2026').waitFor();
    expect((await snapshotOf()).assets.find(({ tag }) => tag === 'HC-DT-0211')).toMatchObject({ status: 'disposed', disposalCertificate: 'W-1182', disposalRoute: 'weee_recycle' });
  });

  it('is taken off a group by a list of tags, and merged into it again', async () => {
    const group = (await snapshotOf()).assets.find(({ quantity, tag }) => quantity > 3 && tag !== null);
    const [tag, quantity] = [group?.tag ?? '', group?.quantity ?? 0];
    await open(tag);
    await more('Split the group');
    await dialog().getByRole('radio', { name: 'By a list of tags and serial numbers' }).check();
    await dialog().getByLabel('One item a line: tag, serial number').fill('X-1, S-1\nX-1');
    await dialog().getByRole('button', { name: `Split ${tag}` }).click();
    await dialog().getByText('The tag X-1 stands twice in the list, in lines 1 and 2.').waitFor();
    await dialog().getByLabel('One item a line: tag, serial number').fill('X-1, S-1\nX-2');
    await dialog().getByRole('button', { name: `Split ${tag}` }).click();
    await said(/^Split .* by a list of 2/);
    expect((await snapshotOf()).assets.filter((asset) => ['X-1', 'X-2', tag].includes(asset.tag ?? '')).map((asset) => asset.quantity)).toEqual([quantity - 2, 1, 1]);
    await page.getByRole('searchbox').first().fill('X-');
    const grid = page.getByRole('grid', { name: 'Assets' });
    await grid.getByRole('gridcell', { name: 'X-1', exact: true }).click();
    await page.keyboard.press('Space');
    await grid.getByRole('gridcell', { name: 'X-2', exact: true }).click();
    await page.keyboard.press('Space');
    await grid.getByRole('gridcell', { name: 'X-2', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Merge into one group' }).click();
    await dialog().getByText('2 rows become one group of 2. Where they differ, one value holds for all of them:').waitFor();
    await dialog().getByRole('button', { name: 'Merge 2 rows' }).click();
    await said(/^Merge 2 rows into one group of 2/);
    expect((await snapshotOf()).assets.find(({ notes }) => notes?.includes('X-1 (S-1), X-2') === true)).toMatchObject({ quantity: 2, tag: null, serial: null });
    expect((await snapshotOf()).assets.reduce((sum, asset) => sum + asset.quantity, 0)).toBe(1063);
  });
});
