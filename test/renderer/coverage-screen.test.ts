import { describe, expect, it } from 'vitest';
import { coverage } from '../../planning/analysis/coverage/coverage.ts';
import { coverageSentence } from '../../planning/analysis/coverage/sentence.ts';
import { forecast } from '../../planning/forecast.ts';
import { linksAfter } from '../../renderer/needs/coverage-tie.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { openKitplan } from '../support/browser.ts';
import { writeNeeds } from '../support/needs-school.ts';
import { TODAY } from '../support/plan-in-memory.ts';

const LONG = 180_000;

describe('a press on a cell of the matrix', () => {
  it('goes from nothing to helps to cannot be met without it and back, and leaves the other links alone', () => {
    const other = { objectiveId: 9, strength: 'essential' } as const;
    const once = linksAfter([other], 4);
    expect(once).toEqual([other, { objectiveId: 4, strength: 'helps' }]);
    const twice = linksAfter(once, 4);
    expect(twice).toEqual([other, { objectiveId: 4, strength: 'essential' }]);
    expect(linksAfter(twice, 4)).toEqual([other]);
  });
});

describe('the matrix of needs and objectives', () => {
  it('is walked and filled in by keyboard alone, answers why, filters, and follows what is linked, marked and undone', async () => {
    const opened = await openKitplan({ plan: 'empty' });
    const { page, kitplan } = opened;
    await kitplan.call('register.cells', { add: [{ description: 'Tamar 14 laptop', categoryKey: 'laptop', userGroup: 'staff', quantity: 10, purchaseDate: '2023-09-01', unitPaidPence: 36_000, tag: 'Staff' }] });
    await writeNeeds(kitplan);
    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: /^Needs/ }).click();
    const grid = page.getByRole('grid', { name: 'Coverage: needs by objective' });
    await grid.waitFor();
    const covered = async () => {
      const { snapshot } = await kitplan.call('plan.snapshot', {});
      return coverage(snapshot, forecast(snapshot, { asOf: TODAY }), TODAY);
    };
    const before = await covered();
    const say = page.locator('.page-head .say');
    expect(await say.textContent()).toBe(coverageSentence(before).text);
    expect(await grid.locator('tbody tr').count()).toBe(before.rows.length);
    expect(await accessibilityFaults(page)).toEqual([]);

    // One stop of Tab, then the arrows: the cell of the suite under its objective is heard in full.
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Control+Home');
    const focused = page.locator('[data-cell]:focus');
    expect(await focused.textContent()).toBe('Music Technology suite');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect((await focused.textContent())?.replaceAll('\u00AD', '')).toBe('1.1 Reading Y7, Y8');
    await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
    expect(await focused.getAttribute('aria-label')).toBe('Music Technology suite: cannot be met without it for 2.1 Music Tech');
    await page.keyboard.press('End');
    expect(await focused.textContent()).toContain('27 Nov');
    await page.keyboard.press('Alt+Enter');
    const why = page.getByRole('dialog', { name: 'Why waiting for a decision on 27 November 2026?' });
    expect(await why.getByRole('listitem').first().textContent()).toBe('Nothing has been decided about it.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused.textContent()).toContain('27 Nov');

    // From nothing to helps to cannot be met without it, by Space, with the focus where it was.
    const display = before.rows.find(({ need }) => need.name === 'Reception display screen')?.need.id ?? 0;
    const attendance = before.columns.findIndex(({ objective }) => objective.number === '3.2');
    const cell = grid.locator(`[data-cell="${display}:${attendance}"]`);
    await cell.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => cell.getAttribute('aria-label')).toBe('Reception display screen: helps 3.2 Attendance');
    await page.keyboard.press('Space');
    await expect.poll(() => cell.getAttribute('aria-label')).toBe('Reception display screen: cannot be met without it for 3.2 Attendance');
    expect(await cell.evaluate((control) => control === document.activeElement)).toBe(true);
    expect((await covered()).columns[attendance]?.covered).toBe('waiting');
    await page.getByText(/^Media storage for Photography serves no objective/).waitFor();
    for (let step = 0; step < 2; step++) {
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await kitplan.call('plan.snapshot', {})).snapshot.analysis.needs.find(({ id }) => id === display)?.links.length).toBe(step === 0 ? 1 : 0);
    }

    // The notes: needs without an objective are shown alone; an objective is marked with who says so.
    await page.getByRole('button', { name: 'Link them or decline them' }).click();
    expect(await grid.locator('tbody tr').count()).toBe(before.needsWithoutObjective.length);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Declined (1)' });
    expect(await grid.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('Drones for Geography') as string]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'mark it “no ICT needed”' }).click();
    const who = page.getByLabel('Who says so, as a role');
    expect(await who.inputValue()).toBe('Attendance lead');
    await who.fill('');
    await who.press('Enter');
    await page.getByText('Say who says so, as a role: Attendance lead.').waitFor();
    await who.fill('Deputy head');
    await who.press('Enter');
    await expect.poll(() => say.textContent()).toContain('Five of seven objectives have the ICT they need, and one needs none.');

    // What serves no objective, to the pound, with its reasons.
    await page.getByRole('button', { name: 'Show what it is' }).click();
    const table = page.getByRole('region', { name: 'What of the plan serves no objective' });
    expect(await table.getByRole('row').count()).toBe(1 + before.spend.none.length + 1);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await opened.close();
  }, LONG);
});
