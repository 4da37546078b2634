import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openKitplan } from '../support/browser.ts';
import { readPdf, type ReadPage } from '../support/read-pdf.ts';

/** A4, in points: a sheet stands or lies. */
const UPRIGHT = [595, 842];
const ACROSS = [842, 595];

const sheetsOf = async (page: Page): Promise<readonly ReadPage[]> => (await readPdf(await page.pdf({ preferCSSPageSize: true }))).pages;

describe('any screen on paper', () => {
  it('is A4 with the school and the page above, the scenario, its version and the day below', async () => {
    const { page, close } = await openKitplan({ plan: 'sample' });
    const printed = async (name: string) => {
      await page.locator('.rail-link', { hasText: name }).click();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.getByRole('status', { name: /^Working/ }).waitFor({ state: 'detached' });
      return sheetsOf(page);
    };
    for (const [name, size] of [['Overview', UPRIGHT], ['Decisions', UPRIGHT], ['Needs', ACROSS]] as const) {
      const sheets = await printed(name);
      for (const [at, { text, width, height }] of sheets.entries()) {
        expect([Math.round(width), Math.round(height)], name).toEqual(size);
        expect(text, name).toContain(`Hillcrest School`);
        expect(text, name).toContain('Keep to policy, version 1. Figures as at 21 November 2026.');
        expect(text, name).toMatch(new RegExp(`Kitplan \\S+, page ${at + 1} of ${sheets.length}`));
      }
    }
    await close();
  });

  it('has every row of a long list, which on screen are drawn only in sight', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample' });
    const { snapshot } = await kitplan.call('plan.snapshot', {});
    await page.keyboard.press('Alt+2');
    await page.getByRole('grid').waitFor();
    const text = (await sheetsOf(page)).map((sheet) => sheet.text).join('\n');
    const tags = snapshot.assets.flatMap(({ tag, status }) => (tag === null || status === 'disposed' ? [] : [tag]));
    expect(tags.filter((tag) => !text.includes(tag))).toEqual([]);
    // It is gone again afterwards: a second copy of the list would be read out twice.
    await expect.poll(() => page.locator('.grid-printed').count()).toBe(0);
    await close();
  });
});
