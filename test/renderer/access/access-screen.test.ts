import { describe, expect, it } from 'vitest';
import { readPupils, readTarget } from '../../../renderer/access/typed-numbers.ts';
import { accessOf } from '../../../planning/access/access.ts';
import { accessSentence, explainAccess } from '../../../planning/access/sentence.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { TODAY } from '../../support/plan-in-memory.ts';

const LONG = 120_000;

describe('access to devices', () => {
  it('opens with its finding, answers why, and takes pupils and targets in place', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    const access = async () => accessOf((await kitplan.call('plan.snapshot', {})).snapshot, TODAY);
    await page.getByRole('navigation').getByRole('button', { name: 'Register' }).click();
    await page.getByRole('button', { name: 'Access', exact: true }).click();
    await page.getByRole('heading', { name: 'Access to devices' }).waitFor();
    expect(await page.locator('.say').textContent()).toBe(accessSentence(await access()).text);
    expect(await accessibilityFaults(page)).toEqual([]);

    const year11 = page.getByRole('row', { name: /^Year 11/ });
    await year11.getByRole('button', { name: 'no usable device' }).click();
    const why = page.getByRole('dialog', { name: 'Why no figure for Year 11?' });
    const group = (await access()).yearGroups.find(({ name }) => name === 'Year 11');
    expect(await why.getByRole('listitem').allTextContents()).toEqual(group === undefined ? [] : explainAccess(group, TODAY).map(({ text }) => text));
    await page.keyboard.press('Escape');

    const pupils = page.getByLabel('Pupils, Year 7');
    await pupils.fill('many');
    await pupils.press('Enter');
    await page.getByText('A whole number up to 20,000 works here, such as 180.').waitFor();
    await pupils.fill('210');
    await pupils.press('Enter');
    // 210 ÷ 30 = 7
    await page.getByRole('row', { name: /^Year 7/ }).getByRole('button', { name: '7', exact: true }).waitFor();
    await page.getByLabel('Target, Year 7').fill('7');
    await page.getByLabel('Target, Year 7').press('Enter');
    await page.getByRole('row', { name: /^Year 7/ }).getByText('met', { exact: true }).waitFor();
    expect((await access()).yearGroups[0]).toMatchObject({ pupils: 210, target: 700, ownTarget: true, short: 0 });
    await page.getByLabel('Target, whole school', { exact: true }).fill('2.5');
    await page.getByLabel('Target, whole school', { exact: true }).press('Enter');
    await expect.poll(async () => (await access()).school.target).toBe(250);
    await page.getByLabel('Year group', { exact: true }).fill('Reception');
    await page.getByRole('button', { name: 'Add the year group' }).click();
    await page.getByRole('row', { name: /^Reception/ }).waitFor();
    await opened.close();
  }, LONG);
});

describe('what is typed for pupils and targets', () => {
  it.each([['1,140', 1140], ['', null], ['0', 0], ['20000', 20_000]])('“%s” pupils is %j', (text, value) => expect(readPupils(text)).toEqual({ ok: true, value }));
  it.each(['many', '-1', '20001', '2.5'])('“%s” is no number of pupils', (text) => expect(readPupils(text).ok).toBe(false));
  it.each([['5', 500], ['2.5', 250], ['5 to 1', 500], ['5:1', 500], ['0.25', 25], ['', null], ['100', 10_000]])('a target of “%s” is %j hundredths', (text, value) => expect(readTarget(text)).toEqual({ ok: true, value }));
  it.each(['0', 'five', '100.01', '2.555', '-1'])('“%s” is no target', (text) => expect(readTarget(text).ok).toBe(false));
});
