import { expect, it } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { decisionsScene } from './decisions-scene.ts';

it.each([false, true])('a decision is made with its effect before one’s eyes, told, reviewed, printed and taken back; dark: %s', async (dark) => {
  const { page, kitplan, close } = await openKitplan({ dark, viewport: { width: 1440, height: 900 } });
  await decisionsScene(kitplan);
  await page.reload();
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('button', { name: 'Decisions, 4 waiting' }).click();
  await rail.getByRole('button', { name: 'Needs, 1 waiting for a decision' }).waitFor();
  await page.getByText('Four decisions are waiting, the first on 27 November. One review is late, and two decisions have not reached everyone.').first().waitFor();
  await page.getByText('Nothing was added to the budget since it was approved on 3 May 2026. E20F gave £1,000, then needed £600 back.').last().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // The waiting decision on the need: its option and what it does to each year are there before it is recorded.
  await page.getByRole('button', { name: 'Music Technology suite: choose an option' }).click();
  await page.getByRole('button', { name: 'Decide it' }).click();
  const form = page.getByRole('form', { name: 'Record a decision' });
  await form.getByText('E20E is £3,356 over in 2027/28.').waitFor();
  await form.getByText('The budget of 2027/28 was approved on 3 May 2026: money reaches it by a virement alone.').waitFor();
  expect(await form.getByRole('row', { name: /2027\/28/u }).textContent()).toContain('+£5,981');
  expect(await accessibilityFaults(page)).toEqual([]);

  // Declined without a reason: said at the field, what was typed stays.
  await form.getByLabel('Choice').selectOption('decline');
  await form.getByRole('button', { name: 'Record the decision' }).click();
  await form.getByText('Say why it is declined: whoever asked is told the reason.').waitFor();
  // What follows without the option is no reason for refusing it: it goes, and comes back with the option.
  expect(await form.getByLabel('If not').inputValue()).toBe('');
  await form.getByLabel('On condition').fill('14 sign-ups');
  await form.getByLabel('Choice').selectOption('approve');
  expect(await form.getByLabel('If not').inputValue()).toBe('The course cannot start.');
  expect(await form.getByLabel('On condition').inputValue()).toBe('14 sign-ups');
  await form.getByLabel('Because').fill('The room is due anyway');
  await form.getByRole('button', { name: 'Record the decision' }).click();
  const panel = page.getByRole('complementary', { name: 'Music Technology suite: choose an option' });
  await panel.getByRole('heading', { name: 'Outcome: option B' }).waitFor();
  await rail.getByRole('button', { name: 'Needs', exact: true }).waitFor();
  await panel.getByRole('button', { name: '5,356' }).click();
  await page.getByText('A need: Music Technology suite').first().waitFor();
  await page.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'Tick off Music subject lead' }).click();
  await panel.getByRole('button', { name: 'Tick off', exact: true }).click();
  await panel.getByText('1 of 1').waitFor();
  await panel.getByRole('button', { name: 'Review it now' }).click();
  await page.getByLabel('How it went').fill('16 signed up');
  await page.getByRole('button', { name: 'Keep the review' }).click();
  await panel.getByText('16 signed up').waitFor();

  await panel.getByRole('button', { name: 'Print', exact: true }).click();
  const letter = page.getByRole('article', { name: 'Reply to Music subject lead' });
  expect(await letter.textContent()).toContain('It goes ahead. Music Technology suite: better model, 2027/28.');
  expect(await letter.textContent()).not.toContain('£');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('To', { exact: true }).isVisible()).toBe(false);
  expect(await letter.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the decisions' }).click();

  await panel.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Take back D-08 Music Technology suite: choose an option').first().waitFor();
  const { snapshot } = await kitplan.call('plan.snapshot', {});
  expect(snapshot.needs.every(({ included }) => !included)).toBe(true);

  await page.getByRole('button', { name: 'Find a decision' }).click();
  await page.getByRole('search', { name: 'Find decisions' }).getByLabel('Told').selectOption('not_all');
  await page.getByText('2 of 7, newest first').waitFor();
  await page.getByRole('button', { name: 'Put them on an agenda' }).click();
  expect(await page.getByRole('article', { name: 'Agenda' }).getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    '1. How to close the 2028/29 shortfall', '2. VR headset pilot: adopt, extend or stop', '3. Printer lease: give notice or let it renew',
  ]);
  await close();
}, 120_000);
