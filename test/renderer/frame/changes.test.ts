import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { openKitplan } from '../../support/browser.ts';
import type { OpenedKitplan, OpenOptions } from '../../support/browser.ts';
import { testPlan } from '../../support/plan-in-memory.ts';

let opened: OpenedKitplan | null = null;
const open = async (options: OpenOptions = {}) => (opened = await openKitplan(options)).page;
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
});

/** Thirty laptops of 2023 at £365, counted by hand: due in 2027/28. */
async function countLaptops(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start counting' }).click();
  await page.getByLabel('How many, row 1').fill('30');
  await page.getByLabel('Bought in, row 1').fill('2023');
  await page.getByLabel('Paid for one, £, row 1').fill('365');
  await page.getByRole('button', { name: 'Add to the register' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
}

describe('the bar that names what was done', () => {
  test('it says what the change does to the money, and takes it back', async () => {
    const page = await open();
    await countLaptops(page);
    const bar = page.getByRole('status').filter({ hasText: 'Undo' });
    // 30 laptops of £365 in September 2023, four years, 3 % a year from 2023/24: £410.81 each in 2027/28.
    expect(await bar.textContent()).toContain('2027/28 rises by £12,324.');
    await bar.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
    await page.getByRole('status').getByText(/^Undone: /).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByRole('status').getByText(/^Done again: /).waitFor();
  });

  test('it stands between the page and the footer and covers neither', async () => {
    const page = await open();
    await countLaptops(page);
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      if (found === null) throw new Error(`${selector} is not on screen.`);
      return { top: found.y, bottom: found.y + found.height };
    };
    const [sheet, bar, foot] = [await box('main'), await box('.undo-bar'), await box('footer')];
    expect(bar.top).toBeGreaterThanOrEqual(sheet.bottom);
    expect(bar.bottom).toBeLessThanOrEqual(foot.top);
  });

  test('undo and redo are also keys and buttons, and a reload loses neither', async () => {
    const page = await open();
    await countLaptops(page);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await page.getByRole('banner').getByRole('button', { name: 'Redo' }).isDisabled()).toBe(true);
  });

  test('Ctrl+Z in a field takes typing back, not the plan', async () => {
    const page = await open();
    await page.getByLabel('School name').fill('Marsh Lane School');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText(/Undo/).waitFor();
    await page.getByLabel('Pupils').pressSequentially('900');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /School and plan Marsh Lane School/ }).waitFor();
  });

  test('it goes after ten seconds, but not while it is being read', async () => {
    const page = await open();
    await page.clock.install();
    await page.getByLabel('School name').fill('Marsh Lane School');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const undo = page.getByRole('status').getByRole('button', { name: 'Undo' });
    await undo.focus();
    await page.clock.fastForward(15_000);
    await undo.waitFor();
    await page.getByLabel('School name').focus();
    await page.clock.fastForward(10_500);
    await undo.waitFor({ state: 'hidden' });
  });
});

describe('a what-if', () => {
  /** One year longer for pupil laptops, typed beside the slider. */
  async function keepLaptopsLonger(page: Page): Promise<void> {
    await page.keyboard.press('Alt+3');
    await page.getByRole('textbox', { name: 'Pupil laptops' }).fill('5 years');
    await page.keyboard.press('Enter');
  }

  test('it stays on every page, in words, until it is settled', async () => {
    const page = await open({ plan: 'sample' });
    await keepLaptopsLonger(page);
    await page.getByText(/1 change: pupil laptops kept 5 years instead of 4/).waitFor();
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByText('What-if, not saved.').waitFor();
    await page.getByText('+ what-if').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('What-if, not saved.').waitFor({ state: 'hidden' });
    await page.getByText('Working copy').waitFor();
  });

  test('put into the plan, it is one change that can be undone', async () => {
    const page = await open({ plan: 'sample' });
    await keepLaptopsLonger(page);
    await page.getByRole('button', { name: 'Put into Keep to policy' }).click();
    await page.getByRole('status').getByText(/The what-if put into Keep to policy\./).waitFor();
    const life = async () => (await opened?.kitplan.call('plan.snapshot', {}))?.snapshot.policies
      .find((policy) => policy.categoryKey === 'laptop' && policy.userGroup === 'pupil')?.lifeMonths;
    expect(await life()).toBe(60);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(life).toBe(48);
  });
});

describe('a plan that can only be read', () => {
  test('it says why on every page, and offers nothing that would change it', async () => {
    using elsewhere = testPlan({ kind: 'last_or_new' });
    await elsewhere.call('plan.sample', {});
    const { plan } = await elsewhere.call('app.state', {});
    const page = await open({ plan: plan?.path ?? '', readOnly: true });
    await page.getByText('Read only', { exact: true }).waitFor();
    expect(await page.getByRole('banner').getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    const sentence = (await opened?.kitplan.call('app.state', {}))?.plan?.readOnly?.sentence ?? '';
    expect(sentence).toMatch(/\.$/);
    await page.getByText(sentence).waitFor();
  });
});

describe('two windows on the same plans', () => {
  test('an edit never lands in the plan that the other window opened meanwhile', async () => {
    const page = await open();
    await page.getByLabel('School name').fill('Marsh Lane School');
    // The other window opens Hillcrest before this one has heard of it.
    let sent = false;
    await page.route('**/api/app.state', (route) => (sent ? route.continue() : route.abort()));
    await page.route('**/api/school.update', (route) => {
      sent = true;
      return route.continue();
    });
    await opened?.kitplan.call('plan.sample', {});
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText(/Another plan is open now \(Hillcrest School\)\. Nothing was changed\./).waitFor();
    await page.getByRole('button', { name: /School and plan Hillcrest School/ }).waitFor();
    expect((await opened?.kitplan.call('plan.snapshot', {}))?.snapshot.school.name).toBe('Hillcrest School');
    opened?.complaints.splice(0);
  });

  test('what the other window changes is on screen within seconds, without a reload', async () => {
    const page = await open({ plan: 'sample' });
    await opened?.kitplan.call('school.update', { name: 'Hillcrest Academy' });
    await page.getByRole('button', { name: /School and plan Hillcrest Academy/ }).waitFor({ timeout: 8_000 });
  });
});

describe('several plans', () => {
  test('a new plan starts empty, and the one before is there to go back to', async () => {
    const page = await open({ plan: 'sample' });
    await page.getByRole('button', { name: /School and plan Hillcrest School/ }).click();
    await page.getByRole('menuitem', { name: 'Start a new plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
    await page.getByRole('button', { name: /School and plan/ }).click();
    await page.getByRole('menuitem', { name: /Hillcrest School/ }).click();
    await page.getByRole('button', { name: /School and plan Hillcrest School/ }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  test('a plan that cannot be shown says why, and another can be opened instead', async () => {
    const page = await open({ plan: 'sample' });
    const refusal = { ok: false, error: { code: 'plan_file', message: 'Hillcrest School.kitplan is damaged.' } };
    await page.route('**/api/plan.snapshot', (route) => route.fulfill({ json: refusal }));
    await page.reload();
    await page.getByRole('alert').getByText('Hillcrest School.kitplan is damaged. The file was left as it is.').waitFor();
    await page.unroute('**/api/plan.snapshot');
    await page.getByRole('button', { name: /School and plan/ }).click();
    await page.getByRole('menuitem', { name: 'Start a new plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
  });

  test('a plan file that has gone meanwhile is refused in a sentence, and the open one stays open', async () => {
    const page = await open({ plan: 'sample' });
    const { plan } = await opened?.kitplan.call('app.state', {}) ?? {};
    await page.getByRole('button', { name: /School and plan Hillcrest School/ }).click();
    await page.getByRole('menuitem', { name: 'Start a new plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
    await page.getByRole('button', { name: /School and plan/ }).click();
    const gone = page.getByRole('menuitem', { name: /Hillcrest School/ });
    await gone.waitFor();
    rmSync(plan?.path ?? '');
    await gone.click();
    expect(await page.getByRole('alert').textContent()).toMatch(/Hillcrest School.*\.$/);
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
  });
});
