import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';

const code = (number: string, name: string, funds: readonly (readonly [string, string])[]): string =>
  `<LedgerCode LedgerType="EX" LedgerCode="${number}" LedgerDescription="${name}">${funds.map(([fund, cfr]) => `<Fund FundCode="${fund}" CFRCode="${cfr}"/>`).join('')}</LedgerCode>`;
const CHART = `<GLAccounts><Header SchoolName="Northmoor School"/><LedgerCodes>${[
  code('4405', 'Lines', [['01', 'E20A']]), code('4406', 'Phones', [['01', 'E20A']]), code('4410', 'Laptops', [['01', 'E20E'], ['05', 'CE04D']]), code('4420', 'Toner', [['01', 'E20']]),
  code('4421', 'Ink', [['01', 'E20']]), code('4470', 'Old code', [['01', 'E20H']]), code('5100', 'Stationery', [['01', 'E22']]),
].join('\n')}</LedgerCodes><CostCentre Code="SCI" Description="Science"/></GLAccounts>`;
const xml = (text: string) => ({ name: 'chart.xml', mimeType: 'text/xml', buffer: Buffer.from(text) });

describe('a school uses its own codes', () => {
  it('looks at its chart of accounts before it comes in, maps what the chart leaves open, and takes it all back', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample' });
    const finance = async () => (await kitplan.call('plan.snapshot', {})).snapshot.finance;
    const opening = (): Promise<string> => page.locator('.say').innerText();
    await openPalette(page);
    await page.getByRole('combobox', { name: 'Search, jump or do' }).fill('use our own codes');
    await page.getByRole('option', { name: /codes and cost centres/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Settings: codes and cost centres' }).waitFor();
    expect(await opening()).toBe('The plan has none of your own ledger codes yet, so DfE’s codes stand alone.');

    const choose = page.getByLabel('Chart of accounts file');
    await choose.setInputFiles(xml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><GLAccounts>&e;</GLAccounts>'));
    await page.getByText('chart.xml has a document type of its own, which Kitplan never reads.').waitFor();
    await page.getByRole('button', { name: 'Put the file away' }).click();

    await choose.setInputFiles(xml(CHART));
    await page.getByText('10 codes read: 9 new, 0 changed, 0 unchanged, 1 refused.').waitFor();
    const dryRun = await page.getByRole('region', { name: 'chart.xml' }).innerText();
    for (const words of ['The file is of Northmoor School, and this is the plan of Hillcrest School.', '3 codes for ICT are mapped by what the file or the plan says; 2 more are to be mapped afterwards.',
      'E20E or CE04D Laptops, desktops and tablets, as its fund says', 'Line 6: E20H is none of DfE’s codes for ICT']) expect(dryRun).toContain(words);
    expect((await finance()).ledgerCodes).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring in 9 codes' }).click();
    await page.getByRole('heading', { name: 'Ledger codes' }).waitFor();
    expect(await opening()).toBe('3 of 5 codes are mapped; 4420 and 4421 are not, so what is booked there cannot be matched. Fund codes 01 and 05 stand for no fund yet.');

    // By keyboard alone: two codes ticked, and mapped together.
    for (const number of ['4420', '4421']) {
      await page.getByLabel(`Tick ${number}`).focus();
      await page.keyboard.press('Space');
    }
    await page.getByLabel('They stand for').selectOption({ label: 'E20F Other hardware' });
    await page.getByRole('button', { name: 'Map 2 codes' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(opening).toContain('All 5 codes for ICT are mapped.');
    await page.getByLabel('Fund code 01 stands for').selectOption({ label: 'Delegated budget' });
    await page.getByLabel('Fund code 05 stands for').selectOption({ label: 'Devolved formula capital' });
    await expect.poll(opening).toBe('All 5 codes for ICT are mapped.');
    await page.getByRole('button', { name: 'Name this one: 4406' }).click();
    await page.getByRole('button', { name: 'Name this one: 4405' }).waitFor();
    await page.getByLabel('SCI counts as ICT').click();
    await expect.poll(async () => (await finance()).costCentres).toMatchObject([{ code: 'SCI', counts: false }]);
    expect((await finance()).ledgerCodes.filter(({ preferred }) => preferred)).toMatchObject([{ code: '4406' }]);

    // The rest of the chart is there when it is asked for.
    expect(await page.getByRole('button', { name: 'Change 5100' }).count()).toBe(0);
    await page.getByText('All', { exact: true }).click();
    await page.getByRole('button', { name: 'Change 5100' }).click();
    await page.getByLabel('Code of the return (CFR)').fill('e20z');
    await page.getByRole('button', { name: 'Change the code' }).click();
    await page.getByText('DfE’s codes for ICT are E20A to E20G and CE04A to CE04E.').waitFor();
    await page.getByLabel('Code of the return (CFR)').fill('e20g');
    await page.getByLabel('Description').focus();
    await page.getByRole('button', { name: 'Change the code' }).click();
    await expect.poll(async () => (await finance()).ledgerCodes.find((each) => each.code === '5100')).toMatchObject({ cfrCode: 'E20G', costCategory: 'it_support', nature: 'revenue' });
    expect(await accessibilityFaults(page)).toEqual([]);

    // The same file once more has one code to change back, and nothing else.
    await choose.setInputFiles(xml(CHART));
    await page.getByText('10 codes read: 0 new, 1 changed, 8 unchanged, 1 refused.').waitFor();
    await page.getByRole('button', { name: 'Put the file away' }).click();
    for (let undone = 0; undone < 7; undone += 1) await kitplan.call('plan.undo', {});
    expect(await finance()).toMatchObject({ ledgerCodes: [], fundCodes: [], costCentres: [] });
    await close();
  }, 120_000);

  it('says which column of a sheet holds the codes where no heading does', async () => {
    const { page, kitplan, close } = await openKitplan({ plan: 'sample', viewport: { width: 1280, height: 800 }, dark: true });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Codes and cost centres' }).click();
    // Dropped on this page, it is no register.
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Key,Words,CFR\n4410,Laptops,E20E\n'], 'codes.csv', { type: 'text/csv' }));
      return data;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.getByText('Drop the chart of accounts to read it. Nothing changes yet.').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.getByText('codes.csv does not say which column holds the codes').waitFor();
    expect(await page.getByRole('button', { name: 'Nothing to bring in' }).isDisabled()).toBe(true);
    await page.getByLabel('Column A holds').selectOption({ label: 'Ledger code' });
    await page.getByLabel('Column B holds').selectOption({ label: 'Description' });
    await page.getByRole('button', { name: 'Bring in 1 code' }).click();
    await page.getByRole('heading', { name: 'Ledger codes' }).waitFor();
    expect((await kitplan.call('plan.snapshot', {})).snapshot.finance.ledgerCodes).toMatchObject([{ code: '4410', description: 'Laptops', costCategory: 'laptops_desktops_tablets' }]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  }, 120_000);
});
