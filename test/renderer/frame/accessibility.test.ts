import { afterEach, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

let opened: OpenedKitplan | null = null;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

const KIT = 'Tag,Type,Room,Purchased,Price\r\nA-1,Laptop,IT3,12/12/2023,365\r\nA-1,Laptop,IT3,see file,365\r\n';

describe.each([{ dark: false, colours: 'light' }, { dark: true, colours: 'dark' }])('everybody can use it, in $colours colours', { timeout: 120_000 }, ({ dark }) => {
  test('first run, counting by hand with a mistake, and the import of a list', async () => {
    opened = await openKitplan({ dark });
    const { page } = opened;
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start counting' }).click();
    await page.getByLabel('How many, row 1').fill('a few');
    await page.getByRole('button', { name: 'Add to the register' }).click();
    await page.getByText(/How many: “a few”/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'kit.csv', mimeType: 'text/csv', buffer: Buffer.from(KIT) });
    for (const step of ['Match the columns', 'Check every row', 'Bring it in']) {
      await page.getByRole('button', { name: step }).last().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: step }).last().click();
    }
    await page.getByRole('button', { name: 'Bring in 2 rows' }).click();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('what opens over a page: search, keys, about, menus, the as-at day', async () => {
    opened = await openKitplan({ plan: 'sample', dark });
    const { page } = opened;
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').or(page.getByRole('menu')).waitFor({ state: 'hidden' });
    };
    await openPalette(page);
    await page.keyboard.type('laptop');
    await page.getByRole('option').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Keys on this screen' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
    await page.getByRole('button', { name: /Figures as at/ }).click();
    await page.getByRole('textbox', { name: 'Day' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
    await page.getByRole('button', { name: /Whose view/ }).click();
    await page.getByRole('menu').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
    await page.getByRole('button', { name: /School and plan/ }).click();
    await page.getByRole('menuitem', { name: 'About Kitplan' }).click();
    await page.getByRole('textbox', { name: 'Licence of the fonts' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
