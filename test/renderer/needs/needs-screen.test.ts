import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { musicTechnology } from '../../support/music-technology.ts';

const LONG = 120_000;

describe('needs', () => {
  it('writes a need down with three fields, asks gently about a product, gives it an option with a cost and recommends it', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'empty' });
    const needs = async () => (await kitplan.call('plan.snapshot', {})).snapshot.analysis.needs;
    await page.getByRole('navigation').getByRole('button', { name: /^Needs/ }).click();
    await page.getByRole('button', { name: 'Add a need' }).click();
    const form = page.getByRole('complementary', { name: 'Add a need' });
    await form.getByLabel('What people need to be able to do').fill('Ten iPads');
    await form.getByText('Say what people need to do; the option says what to buy.').waitFor();
    await form.getByRole('button', { name: 'Add the need' }).click();
    await form.getByText('Say what follows if it is not met: a need without that cannot be weighed.').waitFor();
    expect(await form.getByLabel('What people need to be able to do').inputValue()).toBe('Ten iPads');
    await form.getByLabel('What people need to be able to do').fill('Pupils film their experiments and show them to each other');
    await form.getByLabel('Who asked for it').fill('Science subject lead');
    await form.getByLabel('What follows if it is not met').fill('They copy from the board.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Add the need' }).click();

    const panel = page.getByRole('complementary', { name: 'Pupils film their experiments and show them to each other' });
    await panel.getByRole('button', { name: 'Use what we have' }).waitFor();
    await panel.getByRole('button', { name: 'Add an option' }).click();
    const option = page.getByRole('complementary', { name: 'Add an option' });
    await option.getByLabel('Option', { exact: true }).fill('A trolley of tablets');
    await option.getByRole('button', { name: 'Add a cost' }).click();
    const costs = option.getByRole('table');
    await costs.getByLabel('What', { exact: true }).fill('Tablets');
    await costs.getByLabel('Items').fill('10');
    await costs.getByLabel('Price of one, £').fill('299');
    await option.getByRole('button', { name: 'Add the option' }).click();
    await option.getByText('Say on which day it is bought, or from which day it is paid.').waitFor();
    await costs.getByLabel('Bought or from').fill('21 Nov 2026');
    await option.getByRole('list', { name: 'What it comes to' }).getByText('2026/27 +£2,990').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await option.getByRole('button', { name: 'Add the option' }).click();

    await panel.getByRole('button', { name: 'Recommend an option' }).click();
    await panel.getByLabel('Option', { exact: true }).selectOption({ label: 'C: A trolley of tablets' });
    await panel.getByLabel('Because').fill('three classes can share it');
    await panel.getByRole('button', { name: 'Recommend it' }).click();
    await panel.getByRole('heading', { name: 'Recommended: option C' }).waitFor();
    const [need] = await needs();
    expect(need).toMatchObject({ recommendedBecause: 'three classes can share it', recommendedOptionId: need?.options[2]?.id });
    expect(need?.options[2]?.costs[0]).toMatchObject({ quantity: 10, unitPence: 29_900, on: '2026-11-21', standing: 'adds' });
    await close();
  }, LONG);

  it('shows a need as it was put to the leadership team: what was said, what each option costs and why', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'empty' });
    await musicTechnology(kitplan);
    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: /^Needs/ }).click();
    const panel = page.getByRole('complementary', { name: 'Music Technology suite' });
    await panel.getByRole('row', { name: /^C Better model, 2027\/28/ }).getByRole('button', { name: '9,840' }).click();
    await page.getByText('Together £9,840 in the 5 years of the plan, net.').waitFor();
    await page.keyboard.press('Escape');
    await panel.getByText('16 places with 16 GB each.').waitFor();
    await panel.getByText('C: £9,360 is new money and £480 comes from another budget.').waitFor();
    await panel.getByRole('button', { name: 'Add a note' }).click();
    await panel.getByLabel('What was said').fill('Fourteen have signed up by now.');
    await panel.getByRole('button', { name: 'Add the note' }).click();
    await panel.getByRole('cell', { name: 'Fourteen have signed up by now.' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask for software' }).click();
    await page.keyboard.press('Escape');
    await page.locator(':focus').and(page.getByRole('button', { name: 'Ask for software' })).waitFor();
    await page.keyboard.press('Enter');
    const request = page.getByRole('complementary', { name: 'Ask for software' });
    await request.getByLabel('Software', { exact: true }).fill('Sketch and sound');
    await request.getByLabel('Who asks').fill('Music subject lead');
    await request.getByLabel('What it is for').fill('Students mix what they have recorded');
    await request.getByLabel('What follows').fill('No assessed work in lessons.');
    await request.getByRole('button', { name: 'Ask for the software' }).click();
    const asked = page.getByRole('complementary', { name: 'Sketch and sound' });
    await asked.getByText(/^Before anybody decides, find out whether it runs on what the school has, whether/).first().waitFor();
    expect(await asked.getByRole('button', { name: 'Put it to a decision' }).count()).toBe(0);
    for (const question of ['Does it run on what the school has?', 'Can it be installed over the network?', 'Does the licence allow this use?']) {
      await asked.getByLabel(question).selectOption('yes');
      await expect.poll(() => asked.getByLabel(question).inputValue()).toBe('yes');
    }
    await asked.getByRole('button', { name: 'Put it to a decision' }).waitFor();
    await close();
  }, LONG);
});
