import { describe, expect, it } from 'vitest';
import type { AnalysisFacts } from '../../../planning/analysis/facts.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import type { TestPlan } from '../../support/plan-in-memory.ts';

const LONG = 120_000;
const factsOf = async (kitplan: TestPlan): Promise<AnalysisFacts> => (await kitplan.call('plan.snapshot', {})).snapshot.analysis;

describe('the development plan', () => {
  it('is started, typed in line by line without the mouse, put in order, and kept up term by term', async () => {
    const opened = await openKitplan();
    const { page, kitplan } = opened;
    const titles = async () => (await factsOf(kitplan)).objectives.map(({ number, name }) => `${number ?? ''} ${name}`);
    await page.getByRole('navigation').getByRole('button', { name: 'Development plan' }).click();
    await page.getByRole('button', { name: 'Start a development plan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Last day').fill('1 Aug 2026');
    await dialog.getByRole('button', { name: 'Start the plan' }).click();
    await dialog.getByText('The plan would end on 1 August 2026, before it starts on 1 September 2026. A last day after that works.').waitFor();
    await dialog.getByLabel('Last day').fill('31 Aug 2029');
    await dialog.getByLabel('A priority is called').fill('Initiative');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start the plan' }).click();
    await page.getByText('School development plan has nine areas and no objectives yet.').waitFor();

    // As in a spreadsheet: Enter adds one and begins the next, with the next number.
    await page.keyboard.press('Alt+n');
    const line = page.getByRole('form', { name: 'Add the next objective' });
    await line.getByLabel('Number').fill('1.1');
    await line.getByLabel('Objective, in a few words').focus();
    // Nobody waits for the first to be saved.
    await page.keyboard.type('Reading');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Maths');
    await page.keyboard.press('Enter');
    await expect.poll(titles).toEqual(['1.1 Reading', '1.2 Maths']);
    await line.getByLabel('Number').fill('1.1');
    await line.getByLabel('Objective, in a few words').fill('Spelling');
    await page.keyboard.press('Enter');
    await line.getByText('1.1 is Reading already. Another number works, or none.').waitFor();
    await page.keyboard.press('Escape');
    await line.waitFor({ state: 'hidden' });
    // What was added last has the focus then.
    expect(await page.locator(':focus').textContent()).toContain('Maths');

    await page.getByRole('button', { name: 'Maths', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(titles).toEqual(['1.2 Maths', '1.1 Reading']);
    await expect.poll(() => page.getByRole('button', { name: 'Maths', exact: true }).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(titles).toEqual(['1.1 Reading', '1.2 Maths']);

    await page.getByRole('button', { name: 'Reading', exact: true }).click();
    const panel = page.getByRole('complementary', { name: '1.1 Reading' });
    await panel.getByRole('button', { name: 'Add a criterion' }).click();
    await panel.getByLabel('The next success criterion').fill('80% at their age');
    await page.keyboard.press('Enter');
    await panel.getByLabel('How far it is met: 80% at their age').selectOption('Partly met');
    await panel.getByRole('button', { name: 'Add an action' }).click();
    await panel.getByLabel('Action', { exact: true }).fill('Test year 7');
    await panel.getByLabel('Starts').fill('1 Dec 2026');
    await panel.getByLabel('Due').fill('20 Nov 2026');
    await panel.getByLabel('Cost, £').fill('1,200');
    await panel.getByRole('button', { name: 'Add the action' }).click();
    await panel.getByText('It would be due on 20 November 2026, before it starts on 1 December 2026. A day from then on works.').waitFor();
    await panel.getByLabel('Starts').fill('');
    await panel.getByRole('button', { name: 'Add the action' }).click();
    await panel.getByText('Overdue since 20 Nov 2026').waitFor();
    await page.getByText('One action for 1.1 Reading is overdue').first().waitFor();
    await panel.getByRole('form', { name: 'Add the next action' }).getByRole('button', { name: 'Done' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByLabel('Test year 7', { exact: true }).click();
    await panel.getByText('Done 21 Nov 2026').waitFor();
    await panel.getByRole('button', { name: 'Write a note' }).click();
    await panel.getByLabel('How it goes').fill('Year 7 is at 71%.');
    await panel.getByRole('button', { name: 'Keep the note' }).click();
    await panel.getByText('Autumn term 2026/27').waitFor();

    await panel.getByRole('button', { name: 'No ICT needed' }).click();
    await panel.getByLabel('Who says so (a role)').fill('Literacy lead');
    await panel.getByRole('button', { name: 'It needs no ICT' }).click();
    await panel.getByText('Literacy lead said on 21 November 2026 that it needs no ICT.').waitFor();
    await panel.getByRole('button', { name: 'Take that back' }).click();
    await panel.getByText('Nobody has said yet what ICT it needs.').waitFor();
    await panel.getByRole('button', { name: 'Close as met' }).click();
    await panel.getByRole('form', { name: 'Close as met' }).getByRole('button', { name: 'Close as met' }).click();
    await panel.getByText('Met on 21 November 2026').waitFor();
    expect((await factsOf(kitplan)).objectives[0]).toMatchObject({
      state: 'met', criteria: [{ status: 'partially_met' }], actions: [{ text: 'Test year 7', dueOn: '2026-11-20', doneOn: '2026-11-21', costPence: 120_000 }],
      progress: [{ year: 2026, term: 'autumn', text: 'Year 7 is at 71%.' }],
    });
    await panel.getByRole('button', { name: 'Open it again' }).click();
    await panel.getByRole('button', { name: 'Change', exact: true }).click();
    await panel.getByLabel('Stands in').selectOption('Achievement');
    await panel.getByRole('button', { name: 'Change it' }).click();
    await expect.poll(async () => (await factsOf(kitplan)).objectives[0]?.areaId).toBe(3);
    await panel.getByRole('button', { name: 'Close the panel' }).focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Reading');
    await opened.close();
  }, LONG);

  it('opens at an objective with its needs, keeps last year’s plan readable, and prints it whole', async () => {
    const opened = await openKitplan({ dark: true, viewport: { width: 1280, height: 800 } });
    const { page, kitplan } = opened;
    for (const [name, startsOn, endsOn] of [['Last year', '2025-09-01', '2026-08-31'], ['This year', '2026-09-01', '2027-08-31']] as const) {
      const { value: { id: planId } } = await kitplan.call('development.addPlan', { name, startsOn, endsOn });
      await kitplan.call('development.addTree', { planId, rows: [{ area: 'Attendance', priority: 'Every day', priorityNumber: '3', number: '3.2', name: `Attendance ${name}`, statement: 'Above 94%', criteria: [{ text: 'Year 9 above 94%' }, { text: 'No gap' }], actions: [{ text: 'Call home', dueOn: '2026-11-28' }] }] });
    }
    await kitplan.call('need.add', { name: 'Registers on phones', statement: 'Registers are taken at the gate', askedByRole: 'Attendance lead', impact: 'Late marks', links: [{ objectiveId: 2, strength: 'essential' }] });
    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: 'Development plan' }).click();
    await page.getByText('None of 2 success criteria is met yet. One action is due by 5 December 2026. The open objective has its ICT needs, or needs none.').waitFor();
    expect(await page.getByRole('row', { name: /Attendance This year/ }).getByText('1 need', { exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'Attendance This year', exact: true }).click();
    const panel = page.getByRole('complementary', { name: '3.2 Attendance This year' });
    await panel.getByRole('button', { name: 'N-01 Registers on phones' }).waitFor();
    await panel.getByRole('button', { name: 'Close as dropped' }).click();
    await panel.getByText('N-01 Registers on phones is still to be decided.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.dev-printed');
    await printed.getByRole('heading', { name: '3.2 Attendance This year' }).waitFor();
    expect(await printed.getByText('Year 9 above 94%: not started').isVisible()).toBe(true);
    expect(await printed.getByText('Needs: N-01 Registers on phones').isVisible()).toBe(true);
    expect(await page.getByRole('table', { name: 'This year' }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });

    await page.getByLabel('Which development plan').selectOption({ label: 'Last year, 2025 to 2026' });
    await page.getByText('The plan ended on 31 August 2026.').waitFor();
    await page.getByRole('button', { name: 'Attendance Last year', exact: true }).waitFor();
    await page.getByRole('button', { name: 'More for 3 Every day' }).click();
    await page.getByRole('menuitem', { name: /^Remove/ }).click();
    await expect.poll(async () => (await factsOf(kitplan)).objectives.map(({ priorityId }) => priorityId)).toEqual([null, 2]);
    await page.getByRole('button', { name: 'More for Attendance', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Area', { exact: true }).fill('Belonging');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Belonging' }).waitFor();
    await opened.close();
  }, LONG);
});
