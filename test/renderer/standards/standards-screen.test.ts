import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

const LONG = 180_000;

describe('the standards', () => {
  it('are taken into the plan, answered by the register and by a person, led on to a need, printed and undone', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    const { snapshot: { assets } } = await kitplan.call('plan.snapshot', {});
    const switches = assets.filter(({ categoryKey, status }) => categoryKey === 'network_switch' && status === 'in_use');
    // Two switches past their maker's support, which stay to the end of the plan: a gap that nothing closes.
    const old = switches.slice(0, 2).map(({ id }) => id);
    await kitplan.call('support.assign', { assetIds: old, makerEnd: '2026-06-30' });
    await kitplan.call('register.edit', { ids: old, set: { movedTo: '2035-08-31' } });
    if ((await kitplan.call('plan.snapshot', {})).snapshot.analysis.standards.length === 0) {
      await openPalette(page);
      await page.keyboard.type('standards');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Standards' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Take the DfE standards for England' }).click();
    } else {
      await openPalette(page);
      await page.keyboard.type('standards');
      await page.keyboard.press('Enter');
    }
    const core = page.getByRole('region', { name: 'Core standards', exact: true });
    await core.waitFor();
    const report = async () => kitplan.call('standard.report', {});
    await expect.poll(() => page.locator('.say').textContent()).toBe((await report()).sentence);

    // The register's own answer, its reasons and the way to the kit.
    const open = core.getByRole('button', { name: 'Network switching' });
    if (await open.getAttribute('aria-expanded') === 'false') await open.click();
    await core.getByRole('button', { name: /^Switches are replaced when/ }).click();
    const panel = page.getByRole('complementary');
    const said = `2 of ${switches.reduce((sum, { quantity }) => sum + quantity, 0)} switches are past the end of their maker’s support.`;
    await panel.getByRole('button', { name: said }).click();
    await page.getByRole('list', { name: 'Reasons' }).getByText(/do not meet it/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.getByText('Nothing is planned or asked for yet.').waitFor();

    // A person against the register: evidence is asked for, at the field, and nothing typed is lost.
    await panel.getByRole('button', { name: 'Answer it' }).click();
    await panel.getByLabel('How it stands').selectOption('Meets it');
    await panel.getByLabel('Owner, by role').fill('Network manager');
    await panel.getByLabel('Next review').fill('soon');
    await panel.getByRole('button', { name: 'Keep the answer' }).click();
    await panel.getByText(`The register says otherwise: ${said} Say what your answer rests on.`).waitFor();
    await panel.getByText('“soon” cannot be read as a date').waitFor();
    expect(await panel.getByLabel('Evidence').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByLabel('Evidence').fill('The maker has put it off to 2028');
    await panel.getByLabel('Next review').fill('1 Nov 2027');
    await panel.getByRole('button', { name: 'Keep the answer' }).click();
    await panel.getByText('It differs from the register.').waitFor();
    await panel.getByText('Network manager', { exact: true }).waitFor();
    await core.getByText('Differs from the register').waitFor();
    await expect.poll(() => page.locator('.say').textContent()).toBe((await report()).sentence);
    await page.keyboard.press('Control+z');
    await panel.getByRole('button', { name: 'Answer it' }).waitFor();

    // By keyboard: Esc closes the panel and the focus is back at the requirement.
    await panel.getByRole('heading', { level: 2 }).first().focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/Switches are replaced when/);

    // The years ahead, each figure with its reasons, in the dark as in the light.
    const road = page.getByRole('region', { name: 'On the way to 2030' });
    await road.getByRole('row', { name: /^NS-2/ }).getByText('Nothing is planned or asked for yet.').waitFor();
    await road.getByRole('row', { name: /^Not known/ }).getByRole('button').last().click();
    await page.getByRole('list', { name: 'Reasons' }).getByText(/^Not known: /).waitFor();
    await page.keyboard.press('Escape');
    // While it fades away its box has lost the words that name it.
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
    expect(await readFile(await file.path(), 'utf8')).toContain(said);

    await page.getByRole('button', { name: 'Print view' }).click();
    await page.getByRole('heading', { level: 1, name: 'Standards self-check' }).waitFor();
    await page.getByRole('region', { name: 'Cloud solutions' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the standards' }).click();

    // The way to the kit, and on to a need.
    await road.getByRole('button', { name: 'Make a need of NS-2' }).click();
    await page.getByRole('heading', { level: 1, name: 'Needs' }).waitFor();
    await opened.close();
  }, LONG);

  it('can be written for another nation, with what is missing said at the field', async () => {
    const opened = await openKitplan();
    const { page, kitplan } = opened;
    await openPalette(page);
    await page.keyboard.type('standards');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a requirement' }).click();
    const panel = page.getByRole('complementary', { name: 'Add a requirement' });
    await panel.getByLabel('Reference').fill('EDS-4');
    await panel.getByRole('button', { name: 'Add the requirement' }).click();
    await panel.getByText('Name the standard that it belongs to, such as Network switching.').waitFor();
    await panel.getByText('Say what is required, in a sentence.').waitFor();
    await panel.getByLabel('Standard', { exact: true }).fill('Hwb: wireless');
    await panel.getByLabel('What is required').fill('Wi-Fi is planned for its whole life.');
    await panel.getByRole('button', { name: 'Add the requirement' }).click();
    await page.getByRole('complementary', { name: 'Wi-Fi is planned for its whole life.' }).waitFor();
    expect((await kitplan.call('plan.snapshot', {})).snapshot.analysis.standards).toMatchObject([{ ref: 'EDS-4', standard: 'Hwb: wireless', tier: 'additional' }]);
    expect(await page.locator('.say').textContent()).toBe('The one requirement is not answered yet.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await opened.close();
  }, LONG);
});
