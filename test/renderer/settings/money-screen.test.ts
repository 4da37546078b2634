import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesInUse } from '../../../planning/budget/codes-in-use.ts';
import { profileSentence } from '../../../planning/budget/profile-sentence.ts';
import { naturesOf, ruleEffect, ruleToStartFrom } from '../../../planning/budget/rule-effect.ts';
import { ruleEffectSentence } from '../../../planning/budget/rule-words.ts';
import { capitalRuleOf } from '../../../planning/budget/capital.ts';
import { forecast } from '../../../planning/forecast.ts';
import { formatPounds } from '../../../planning/money.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan, type OpenedKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const options = { asOf: TODAY };
/** For what goes to the plan file and back, on a machine that is busy with other tests. */
const IN_TIME = { timeout: 15_000 };
const LONG = 120_000;
const plain = (pence: number): string => formatPounds(pence, { symbol: false });
const snapshotOf = async ({ kitplan }: OpenedKitplan): Promise<PlanSnapshot> => (await kitplan.call('plan.snapshot', {})).snapshot;
const lastLabel = async ({ kitplan }: OpenedKitplan): Promise<string | undefined> => (await kitplan.call('plan.history', { limit: 1 }))[0]?.label;

const sentence = (page: Page): Promise<string | null> => page.locator('.say').textContent();
const cells = (page: Page, table: string, row: string): Promise<string[]> => page.getByRole('table', { name: table })
  .getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) }).getByRole('cell').allTextContents();
const fundLine = (page: Page, name: string) => page.getByRole('table', { name: 'Funds and their rules' }).getByRole('button', { name, exact: true });

const toMoney = async (page: Page): Promise<void> => {
  await openPalette(page);
  await page.getByRole('combobox').fill('Settings, money');
  await page.getByRole('option', { name: /^Settings, money profile/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Settings: money profile' }).waitFor();
};

describe('the money profile of the made-up school', () => {
  let opened: OpenedKitplan;
  let page: Page;
  let saved: PlanSnapshot;

  beforeAll(async () => {
    opened = await openKitplan({ plan: 'sample' });
    page = opened.page;
    saved = await snapshotOf(opened);
    await toMoney(page);
  }, LONG);
  afterAll(() => opened.close());

  it('opens with what is true, in figures that add up', async () => {
    const plan = forecast(saved, options);
    expect(await sentence(page)).toBe(profileSentence(saved, plan).text);
    for (const { code, means, kinds, netPence } of codesInUse(saved, plan)) expect(await cells(page, 'Codes in use in 2026/27', code)).toEqual([means, kinds, plain(netPence)]);
    expect(await cells(page, 'Codes in use in 2026/27', 'All ICT')).toEqual([plain(plan.totals.plannedPence[0] ?? 0)]);
    const natures = naturesOf(saved, plan);
    expect((await cells(page, 'Revenue and capital by year', 'E20, revenue')).slice(0, 5)).toEqual(natures.revenue.map(plain));
    expect((await cells(page, 'Revenue and capital by year', 'CE04, capital')).slice(0, 5)).toEqual(natures.capital.map(plain));
    expect(await accessibilityFaults(page)).toEqual([]);
  }, LONG);

  it('tries another rule before it is kept, keeps it from the year chosen, and takes it back', async () => {
    const kept = capitalRuleOf(saved.finance.capitalRules, 2027);
    // The other of the two ways of counting, and a lower threshold, so that something moves whichever the school has.
    const rule = { ...ruleToStartFrom(saved, 2027), basis: kept?.basis === 'order' ? 'item' as const : 'order' as const };
    const effect = ruleEffect(saved, forecast(saved, options), options, rule);
    await page.getByRole('radio', { name: rule.basis === 'order' ? 'Each order' : 'Each item' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Not saved:').waitFor();
    expect(await sentence(page)).toBe(ruleEffectSentence(kept, rule, effect).text);
    const after = await cells(page, 'Revenue and capital by year, before and after', 'CE04, capital');
    expect(after.map((text, at) => (at < 5 ? text.endsWith(plain(effect.after.capital[at] ?? 0)) : true))).not.toContain(false);
    expect(await cells(page, 'Revenue and capital by year, before and after', 'All ICT, the same')).toContain(plain(effect.plannedPence[1] ?? 0));
    expect(await accessibilityFaults(page)).toEqual([]);
    // Nothing is kept yet, and a threshold of nothing is refused at the field.
    expect((await snapshotOf(opened)).finance.capitalRules).toEqual(saved.finance.capitalRules);
    const from = page.getByRole('textbox', { name: 'From, £' });
    await from.fill('0');
    await from.press('Enter');
    await page.getByText('Capital begins at £0.01 or more. Write an amount like 10,000.').waitFor();
    await from.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Not saved:').waitFor({ state: 'detached' });
    await from.fill('2,000');
    await from.press('Enter');
    await page.getByRole('combobox', { name: 'Holds from' }).selectOption('2028');
    await page.getByRole('button', { name: 'Change the rule from 2028/29' }).click();
    await page.getByRole('list', { name: 'Rules for capital' }).getByText(/^From 2028\/29: £2,000 or more/).waitFor(IN_TIME);
    await page.keyboard.press('Control+z');
    await page.getByRole('list', { name: 'Rules for capital' }).getByText(/^From 2028\/29: £2,000 or more/).waitFor({ state: 'detached', ...IN_TIME });
    expect((await snapshotOf(opened)).finance.capitalRules).toEqual(saved.finance.capitalRules);
  }, LONG);

  it('asks about each order where the rule says so, and wants a reason', async () => {
    await opened.kitplan.call('capitalRule.set', { fromYear: 2027, thresholdPence: 1_000_000, basis: 'ask' });
    await page.reload();
    const choice = page.getByRole('combobox', { name: 'Laptops, desktops and tablets, 2027/28: revenue or capital' }).first();
    await choice.selectOption('revenue');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Say why, in a few words.').waitFor();
    await page.keyboard.type('Handed on after two years');
    await page.getByRole('textbox', { name: /^Why Laptops, desktops and tablets/ }).fill('Handed on after two years');
    await page.keyboard.press('Enter');
    await page.getByText('Handed on after two years').waitFor(IN_TIME);
    expect((await snapshotOf(opened)).finance.capitalChoices).toMatchObject([{ year: 2027, nature: 'revenue', reason: 'Handed on after two years' }]);
  }, LONG);

  it('adds a fund, refuses what it cannot be at the field, and merges it into another', async () => {
    await page.getByRole('button', { name: 'Add a fund' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('delegated  BUDGET');
    await page.getByRole('button', { name: 'Add the fund' }).click();
    await page.getByText('There already is a fund called Delegated budget. Give it another name.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Connect the classroom');
    await page.getByRole('textbox', { name: 'Last day it pays' }).fill('sometime');
    await page.getByText(/“sometime” cannot be read as a date/).waitFor();
    await page.getByRole('textbox', { name: 'Last day it pays' }).fill('31 March 2028');
    await page.getByRole('button', { name: 'Add the fund' }).click();
    await fundLine(page, 'Connect the classroom').waitFor(IN_TIME);
    await opened.kitplan.call('budget.set', { year: 2028, fundKey: 'connect_the_classroom', pence: 50_000 });
    await page.reload();
    await page.getByText('£500 is budgeted from Connect the classroom in 2028/29, after it ends on 31 March 2028.').waitFor(IN_TIME);
    await fundLine(page, 'Connect the classroom').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByText('The budget of 2028/29 names Connect the classroom. Another fund takes over.').waitFor();
    await page.getByRole('button', { name: 'Merge the fund' }).click();
    await page.getByText('Which fund takes over? Choose one.').waitFor();
    await page.getByRole('combobox', { name: 'Paid instead from' }).selectOption('reserve');
    await page.getByRole('button', { name: 'Merge the fund' }).click();
    await fundLine(page, 'Connect the classroom').waitFor({ state: 'detached', ...IN_TIME });
    expect(await lastLabel(opened)).toBe('Merge Connect the classroom into Reserve');
  }, LONG);

  it('keeps a conversion, and the year that goes with another kind of school, with the lines of its return', async () => {
    await page.getByRole('button', { name: 'Enter a conversion' }).click();
    await page.getByRole('textbox', { name: 'The day it converts' }).fill('15 September 2028');
    await page.getByRole('button', { name: 'Keep the conversion' }).click();
    await page.getByText('A school converts on the first day of a month, such as 1 September 2028.').waitFor();
    await page.getByRole('textbox', { name: 'The day it converts' }).fill('1 September 2028');
    await page.getByRole('button', { name: 'Keep the conversion' }).click();
    await page.getByText('It becomes an academy on 1 September 2028, with September years from then.').waitFor(IN_TIME);
    const line = page.getByRole('textbox', { name: 'Connectivity, revenue line' });
    await line.fill('336');
    await line.press('Enter');
    await page.getByRole('textbox', { name: 'Onsite servers, revenue line' }).fill('336');
    await page.getByRole('textbox', { name: 'Onsite servers, revenue line' }).press('Enter');
    await page.getByText('Line 336 already stands for connectivity, revenue.').waitFor(IN_TIME);
    await page.getByRole('textbox', { name: 'Onsite servers, revenue line' }).press('Escape');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('academy');
    await page.getByRole('rowheader', { name: 'BFR 336' }).waitFor(IN_TIME);
    expect((await snapshotOf(opened)).school).toMatchObject({ type: 'academy', yearStartMonth: 9 });
    expect(await sentence(page)).toContain('accounts by the academy returns in September years');
    expect(await page.getByRole('combobox', { name: 'Financial year' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Choose another year' }).click();
    await page.getByRole('combobox', { name: 'Financial year' }).selectOption('4');
    await page.getByText('Academies usually have September to August').waitFor(IN_TIME);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, LONG);

  it('leads to the roll, and the school dialog leads here', async () => {
    await page.getByRole('button', { name: 'Change the roll' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings: school and terms' }).waitFor();
    const pupils = page.getByRole('textbox', { name: 'Pupils', exact: true });
    await pupils.fill('1,203');
    await pupils.press('Enter');
    await page.getByText(/with 1,203 pupils/).waitFor(IN_TIME);
    expect(await accessibilityFaults(page)).toEqual([]);
    await openPalette(page);
    await page.getByRole('dialog').getByRole('combobox').fill('School and years');
    await page.getByRole('option', { name: /^School and years/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Settings, money profile' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings: money profile' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'School and terms' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings: school and terms' }).waitFor();
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Money profile' }).click();
    expect(await page.getByRole('textbox', { name: 'Roll' }).inputValue()).toBe('1,203 pupils');
  }, LONG);
});
