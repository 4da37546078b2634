import { describe, expect, it } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { supportOutlook } from '../../../planning/support/outlook.ts';
import { effectiveReleases } from '../../../planning/support/release.ts';
import { supportSentence } from '../../../planning/support/sentence.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const LONG = 120_000;

describe('support dates', () => {
  it('says what is out of support, takes a suggestion and a price of paid updates, and can take both back', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    const outlook = async () => {
      const { snapshot } = await kitplan.call('plan.snapshot', {});
      return supportOutlook(snapshot, forecast(snapshot, { asOf: TODAY }), effectiveReleases(await kitplan.call('support.list', {})));
    };
    await openPalette(page);
    await page.keyboard.type('support dates');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Not known' }).waitFor();
    expect(await page.locator('.say').textContent()).toBe(supportSentence(await outlook()).text);
    expect(await accessibilityFaults(page)).toEqual([]);

    const suggested = page.getByRole('row', { name: /^Windows 11 Education 23H2/ });
    expect(await suggested.getByRole('combobox').inputValue()).toBe('Windows 11 23H2 (E)');
    await suggested.getByText('ended on 10 November 2026').waitFor();
    const before = await outlook();
    await suggested.getByRole('button', { name: /^Give it to 90/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent)).toBe('Not known');
    await page.getByRole('region', { name: 'Out of support and in use' }).getByRole('row', { name: /Windows 11 23H2 \(E\)/ }).waitFor();
    expect((await outlook()).devicesEnded).toBe(before.devicesEnded + 90);

    const ten = page.getByRole('row', { name: /^Windows 10 22H2/ });
    await ten.getByText('Security updates can be paid for until 10 October 2028; no price has been typed.').waitFor();
    await ten.getByRole('button', { name: 'Windows 10 22H2' }).click();
    const panel = page.getByRole('complementary', { name: 'Windows 10 22H2' });
    await panel.getByText('endoflife.date, as of 22 August 2026').waitFor();
    await panel.getByRole('button', { name: 'Put your own dates or price' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder'))).toBe('like 3 Sep 2025');
    await panel.getByLabel('Paid updates, £ a year').fill('18.50');
    await panel.getByRole('button', { name: 'Keep these dates' }).click();
    await panel.getByText('Say where the dates are from').waitFor();
    expect(await panel.getByLabel('Source').evaluate((field) => field === document.activeElement)).toBe(true);
    await panel.getByLabel('Source').fill('Quote 118');
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Keep these dates' }).click();
    // 52 devices × £18.50 = £962
    await ten.getByText('Security updates can be paid for until 10 October 2028: £18.50 a device, a price of 21 November 2026, £962 a year for 52.').waitFor();
    await page.keyboard.press('Control+z');
    await ten.getByText('no price has been typed').waitFor();

    const panels = page.getByRole('row', { name: /^Marlow 75 inch panel/ });
    await panels.getByRole('combobox').fill('soon');
    await panels.getByRole('button', { name: /^Give it to 43/ }).click();
    await panels.getByText('or type the last day of support, such as 30 Jun 2031').waitFor();
    await panels.getByRole('combobox').fill('30 Jun 2029');
    await panels.getByRole('button', { name: 'Take the date for 43, Marlow 75 inch panel' }).click();
    await page.getByRole('region', { name: 'Loses support, by year' }).getByRole('row', { name: /^Marlow 75 inch panel/ }).getByText('30 Jun 2029').waitFor();
    const { snapshot } = await kitplan.call('plan.snapshot', {});
    expect(snapshot.models.find(({ name }) => name === '75 inch panel')?.vendorSupportEnd).toBe('2029-06-30');
    await page.keyboard.press('Control+z');
    await panels.waitFor();
    await ten.getByText('no price has been typed').waitFor();
    await opened.close();
  }, LONG);
});
