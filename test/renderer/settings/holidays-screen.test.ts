import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

const LONG = 120_000;
/** For what goes to the plan file and back, on a machine that is busy with other tests. */
const IN_TIME = { timeout: 15_000 };

describe('the school’s holidays in Settings', () => {
  it('are pasted, looked through before they are entered, changed and taken back, by keyboard', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    try {
      const { snapshot } = await kitplan.call('plan.snapshot', {});
      if (snapshot.holidays.length > 0) await kitplan.call('holiday.remove', { ids: snapshot.holidays.map(({ id }) => id) });
      await openPalette(page);
      await page.getByRole('combobox').fill('Settings, school');
      await page.getByRole('option', { name: /^Settings, school/u }).first().waitFor();
      await page.keyboard.press('Enter');
      const section = page.getByRole('region', { name: 'School holidays' });
      await section.getByText('The school has not said when its holidays are.').waitFor(IN_TIME);

      await section.getByRole('button', { name: 'Paste a list' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Paste a list of holidays' });
      await dialog.getByRole('textbox', { name: 'The list' }).fill('Autumn half term, 26 October 2026, 30 October 2026\nA line of something else\nChristmas: 21 December 2026 to 1 January 2027');
      await dialog.getByText('Line 2, “A line of something else”: There is no day in it.').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Enter 2 holidays' }).click();
      const table = section.getByRole('table', { name: 'School holidays' });
      await table.getByRole('rowheader', { name: 'Christmas' }).waitFor(IN_TIME);
      expect(await table.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['26 Oct 2026', '30 Oct 2026', '5', 'ChangeTake out']);

      await table.getByRole('button', { name: 'Change Autumn half term, 26 Oct 2026' }).click();
      const form = page.getByRole('dialog', { name: 'Autumn half term' });
      await form.getByRole('textbox', { name: 'Last day' }).fill('25 October 2026');
      await form.getByText('The last day is before the first.').waitFor();
      await form.getByRole('textbox', { name: 'Last day' }).fill('3 November 2026');
      await form.getByRole('button', { name: 'Change the holiday' }).click();
      await table.getByRole('cell', { name: '3 Nov 2026' }).waitFor(IN_TIME);

      await table.getByRole('button', { name: /^Take out Christmas/u }).click();
      await table.getByRole('rowheader', { name: 'Christmas' }).waitFor({ state: 'detached', ...IN_TIME });
      await page.getByRole('button', { name: 'Undo' }).last().click();
      await table.getByRole('rowheader', { name: 'Christmas' }).waitFor(IN_TIME);
      expect(await accessibilityFaults(page)).toEqual([]);
    } finally {
      await opened.close();
    }
  }, LONG);
});
