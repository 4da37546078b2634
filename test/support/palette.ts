import type { Page } from 'playwright-core';

/** Opens the search box over the page, ready to be typed into: what is typed before it has the focus goes elsewhere. */
export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('[role="combobox"]:focus').waitFor();
}
