import { describe, expect, it } from 'vitest';
import { groupsSentence, uptakeOf, explainUptake } from '../../../planning/analysis/groups/uptake.ts';
import { spanOfGroups, spanSentence } from '../../../planning/analysis/groups/span.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import type { TestPlan } from '../../support/plan-in-memory.ts';

const LONG = 180_000;
const factsOf = async (kitplan: TestPlan) => (await kitplan.call('plan.snapshot', {})).snapshot;

async function journey(dark: boolean): Promise<void> {
  const opened = await openKitplan({ plan: 'sample', dark, viewport: dark ? { width: 1280, height: 800 } : { width: 1440, height: 900 } });
  const { page, kitplan } = opened;
  for (const { id } of (await factsOf(kitplan)).analysis.groups) await kitplan.call('group.remove', { id });
  await page.evaluate(() => window.sessionStorage.setItem('kitplan-page', 'groups'));
  await page.reload();
  await page.getByRole('heading', { name: 'User groups', level: 1 }).waitFor();
  const say = page.locator('.page-head .say');
  expect(await say.textContent()).toBe('No user group is written down yet.');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Alt+n');
  await page.getByLabel('Backed since').fill('1 Sep 2025');
  await page.getByRole('button', { name: 'Add the group' }).click();
  await page.getByText('Give the group a name, such as Digital leads.').waitFor();
  await page.getByText('Say who of the leadership team backs it, as a role such as Deputy head.').waitFor();
  await page.getByLabel('Name of the group').fill('Digital leads');
  await page.getByLabel('Backed by (role, not a name)').fill('Deputy head');
  await page.getByRole('button', { name: 'Add the group' }).click();
  await page.getByText('Deputy head, since 1 September 2025').first().waitFor();

  await page.getByRole('button', { name: 'Add a member' }).click();
  await page.getByLabel('Department').selectOption({ label: 'Music' });
  await page.getByLabel('Role, not a name').fill('Teacher');
  await page.getByRole('button', { name: 'Add the member' }).click();
  await page.getByRole('button', { name: 'Music teacher' }).first().waitFor();
  const span = async (): Promise<string> => {
    const { analysis: { groups }, departments } = await factsOf(kitplan);
    return spanSentence(spanOfGroups(groups, departments)).text;
  };
  expect(await page.locator('.span-say').textContent()).toBe(await span());
  expect(await span()).toContain('Its one member comes from one of');

  await page.getByRole('button', { name: 'Add an idea' }).click();
  await page.getByLabel('Idea', { exact: true }).fill('Charging lockers');
  await page.getByLabel('What became of it').selectOption('declined');
  await page.getByRole('button', { name: 'Add the idea' }).click();
  await page.getByText('Say why it was declined: whoever had the idea is owed a reason.').waitFor();
  expect(await page.getByLabel('Idea', { exact: true }).inputValue()).toBe('Charging lockers');
  await page.getByLabel('Because (whoever had the idea is owed a reason)').fill('Fire doors may not be blocked');
  await page.getByRole('button', { name: 'Add the idea' }).click();
  await page.getByRole('button', { name: 'Charging lockers' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expect.poll(async () => say.textContent()).toBe(groupsSentence((await factsOf(kitplan)).analysis.groups).text);

  // Why that share, by keyboard, and an answer that changes.
  await page.locator('.idea-list').waitFor();
  await page.getByRole('region', { name: 'Ideas' }).getByRole('button', { name: '0 of 1 settled' }).focus();
  await page.keyboard.press('Alt+Enter');
  const why = page.getByRole('dialog', { name: 'What share was taken up?' });
  expect(await why.getByRole('listitem').allTextContents()).toEqual(explainUptake(uptakeOf([{ fate: 'declined' }])).map(({ text }) => text));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Charging lockers' }).click();
  await page.getByLabel('What became of it').selectOption('piloted');
  await page.getByRole('button', { name: 'Change the idea' }).click();
  await page.getByRole('region', { name: 'Ideas' }).getByRole('button', { name: '1 of 1 settled' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ideas as CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/ideas of user groups .*\.csv$/u);
  await page.getByRole('button', { name: 'Make a need of the idea Charging lockers' }).click();
  await page.getByRole('heading', { level: 1, name: /needs/iu }).waitFor();
  await opened.close();
}

describe('user groups', () => {
  it('are written down with who backs them, who is in them and what becomes of their ideas', async () => journey(false), LONG);
  it('read as well in the dark', async () => journey(true), LONG);
});
