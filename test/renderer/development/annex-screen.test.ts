import { afterEach, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan } from '../../support/browser.ts';

let opened: OpenedKitplan | null = null;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

test('the annex says for each objective what ICT does, what it costs and what is at risk, counts a shared need once, and is saved as a file', async () => {
  opened = await openKitplan({ plan: 'empty' });
  const { page, kitplan } = opened;
  const text = 'Area,No,Objective\nReading,1.1,Fluency\nReading,1.2,Library\nSport,2.1,Sports day\n';
  await kitplan.call('development.take', { fileName: 'plan.csv', base64: Buffer.from(text).toString('base64') });
  const { objectives } = (await kitplan.call('plan.snapshot', {})).snapshot.analysis;
  const id = (number: string): number => objectives.find((each) => each.number === number)?.id ?? 0;
  await kitplan.call('objective.noIct', { id: id('2.1'), by: 'PE lead', on: '2026-11-01' });
  const { value } = await kitplan.call('need.add', {
    name: 'Tablets', statement: 'Every pupil reads on a screen', askedByRole: 'Literacy lead', impact: 'Fewer pupils read.',
    links: [{ objectiveId: id('1.1'), strength: 'essential' }, { objectiveId: id('1.2'), strength: 'helps' }],
    options: [{ name: 'Buy ten', recommended: true, costs: [{ part: 'kit', name: 'Tablets', categoryKey: 'tablet', on: '2027-09-01', quantity: 10, unitPence: 30_000, riseBp: 0 }] }],
  });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Development plan' }).or(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Development plan' })).first().click();
  await page.getByRole('button', { name: 'ICT annex' }).click();
  // Ten at £300, recommended and not decided.
  await page.locator('.say').filter({ hasText: 'ICT serves two of the three objectives of the development plan: nothing agreed yet and £3,000 asked for' }).waitFor();
  await page.getByText('N-01 Tablets serves 1.1 Fluency and 1.2 Library: it is shown under both and counted once in the total.').waitFor();
  const fluency = page.getByRole('region', { name: '1.1 Fluency', exact: true });
  await fluency.getByText('If it is not met: fewer pupils read.').waitFor();
  await page.getByRole('region', { name: '2.1 Sports day' }).getByText('No ICT needed, said by PE lead on 1 November 2026.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await kitplan.call('decision.add', { title: 'Tablets', needId: value.id, optionId: value.optionIds[0] ?? 0, choice: 'approve', decidedOn: '2026-11-12', decider: 'Leadership team', because: 'It works.' });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/ICT annex 2026-11-21\.csv$/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print the annex' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Development plan', exact: true }).waitFor();
});
