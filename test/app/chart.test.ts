import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../app/contract/contract.ts';
import type { ChartReport } from '../../app/contract/ledger-codes.ts';
import type { FinanceFacts } from '../../planning/budget/finance.ts';
import { readerInThisProcess } from '../intake/bring-in.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const school = (): TestPlan => planInMemory({ spawnReader: readerInThisProcess });
const sent = (text: string | Uint8Array, fileName: string): Request<'finance.chart'> => ({ fileName, base64: Buffer.from(text).toString('base64') });
const financeOf = async (plan: TestPlan): Promise<FinanceFacts> => (await plan.call('plan.snapshot', {})).snapshot.finance;
const refusalOf = async (plan: TestPlan, name: string, request: unknown): Promise<string> => {
  const result = await plan.dispatch(name, request);
  if (result.ok) throw new Error(`${name} was done`);
  return result.error.message;
};

/** The law of every file: each code is new, changed, unchanged or refused. */
const held = (report: ChartReport): ChartReport => {
  const { read, new: fresh, changed, unchanged, refused } = report.counts;
  expect(read).toBe(fresh + changed + unchanged + refused);
  expect(read).toBe(report.ledgerCodes.length + report.fundCodes.length + report.costCentres.length + report.refused.length);
  return report;
};

const fund = (fundCode: string, cfrCode: string): string => `<Fund><CFRCode>${cfrCode}</CFRCode><FundCode>${fundCode}</FundCode></Fund>`;
const ledgerCode = (code: string, description: string, funds: string, type = 'EX'): string =>
  `<LedgerCode><Funds>${funds}</Funds><LedgerType>${type}</LedgerType><LedgerCode>${code}</LedgerCode><LedgerDescription>${description}</LedgerDescription>`
  + '<LedgerGroup>ICT</LedgerGroup><ShortCode/><NormalProfile>Twelfths</NormalProfile><NormalVAT>S</NormalVAT></LedgerCode>';
const fms = (...codes: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<GLAccounts><Header><SchoolName>Northmoor School</SchoolName><FinancialYearDescription>2026-27</FinancialYearDescription></Header>
   <RevenueCodes><LedgerCodes>${codes.join('\n')}</LedgerCodes></RevenueCodes></GLAccounts>`;

const NORTHMOOR = fms(
  ledgerCode('4410', 'Devices', fund('01', 'E20E') + fund('02', 'CE04D')), ledgerCode('4420', 'Toner', fund('01', 'E20')), ledgerCode('4430', 'Broadband &amp; lines', fund('01', 'E20A')),
  ledgerCode('9410', 'Switches', fund('02', 'CE04A')), ledgerCode('5100', 'Stationery', fund('01', 'E22')), ledgerCode('1010', 'Grant', fund('01', 'I01'), 'IN'),
);

describe('the chart of accounts of FMS', () => {
  test('is read as a dry run that changes nothing, with what each code stands for', async () => {
    using plan = school();
    const report = held(await plan.call('finance.chart', sent(NORTHMOOR, 'chart.xml')));
    expect(report.about).toEqual({ schoolName: 'Northmoor School', financialYear: '2026-27', exportDate: null });
    expect(report.counts).toEqual({ read: 8, new: 8, changed: 0, unchanged: 0, refused: 0 });
    expect(report.ledgerCodes.map(({ code, name, costCategory, nature, state }) => [code, name, costCategory, nature, state])).toEqual([
      // Revenue from one fund and capital from the other: the fund decides.
      ['4410', 'Devices', 'laptops_desktops_tablets', null, 'mapped'], ['4420', 'Toner', null, null, 'to_map'], ['4430', 'Broadband & lines', 'connectivity', 'revenue', 'mapped'],
      ['9410', 'Switches', 'connectivity', 'capital', 'mapped'], ['5100', 'Stationery', null, null, 'not_ict'], ['1010', 'Grant', null, null, 'not_ict'],
    ]);
    expect(report.fundCodes.map(({ code, fundKey }) => [code, fundKey])).toEqual([['01', null], ['02', null]]);
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  test('comes in as one change that undo takes back; the same file again changes nothing', async () => {
    using plan = school();
    const { change, value } = await plan.call('finance.takeChart', sent(NORTHMOOR, 'chart.xml'));
    expect(change?.label).toBe('Bring in the codes of chart.xml (8 codes)');
    held(value);
    expect((await financeOf(plan)).ledgerCodes).toHaveLength(6);
    const again = await plan.call('finance.takeChart', sent(NORTHMOOR, 'chart.xml'));
    expect(again.change).toBeNull();
    expect(again.value.counts).toEqual({ read: 8, new: 0, changed: 0, unchanged: 8, refused: 0 });
    await plan.call('plan.undo', {});
    expect(await financeOf(plan)).toMatchObject({ ledgerCodes: [], fundCodes: [], costCentres: [] });
  });

  test('says the same with attributes, a namespace, another order and other capitals', async () => {
    using plan = school();
    await plan.call('finance.takeChart', sent(NORTHMOOR, 'chart.xml'));
    const other = `<f:glAccounts xmlns:f="urn:fms"><f:LedgerCodes>
      <f:LedgerCode ledgerdescription="Broadband &#38; lines" LEDGERCODE="4430" LedgerType="EX"><f:Fund CFRCode="e20a" FundCode="01"/></f:LedgerCode>
      <f:LedgerCode><f:Funds><f:Fund FundCode="02" CFRCode="CE04A"/></f:Funds><f:LedgerCode><![CDATA[9410]]></f:LedgerCode></f:LedgerCode>
      </f:LedgerCodes></f:glAccounts>`;
    const report = held(await plan.call('finance.chart', sent(Buffer.from(`\ufeff${other}`, 'utf16le'), 'other.xml')));
    expect(report.counts).toEqual({ read: 4, new: 0, changed: 0, unchanged: 4, refused: 0 });
    expect(report.gone).toEqual({ ledgerCodes: ['1010', '4410', '4420', '5100'], fundCodes: [], costCentres: [] });
  });

  test('a code gone from a newer file is kept and named, and what a person mapped stays mapped', async () => {
    using plan = school();
    await plan.call('finance.takeChart', sent(NORTHMOOR, 'chart.xml'));
    await plan.call('ledgerCode.set', { codes: [{ code: '4420', set: { costCategory: 'other_hardware', nature: 'revenue' } }, { code: '4430', set: { costCategory: 'it_support', nature: 'revenue' } }] });
    // 4420 gets a code of its own and 9410 another, 4430 keeps the one it had, 4410 is gone.
    const newer = fms(ledgerCode('4420', 'Toner and ink', fund('01', 'E20C')), ledgerCode('4430', 'Broadband &amp; lines', fund('01', 'E20A')), ledgerCode('9410', 'Switches', fund('02', 'CE04B')));
    const { change, value } = await plan.call('finance.takeChart', sent(newer, 'newer.xml'));
    expect(held(value).counts).toEqual({ read: 5, new: 0, changed: 2, unchanged: 3, refused: 0 });
    expect(value.gone.ledgerCodes).toEqual(['1010', '4410', '5100']);
    expect(value.ledgerCodes.map(({ code, changes }) => [code, ...changes])).toEqual([
      ['4420', 'description “Toner” to “Toner and ink”', 'code of the return “E20” to “E20C”'], ['4430'],
      ['9410', 'code of the return “CE04A” to “CE04B”', 'stands for “CE04A Connectivity, capital” to “CE04B Onsite servers, capital”'],
    ]);
    expect(change?.label).toBe('Bring in the codes of newer.xml (2 codes)');
    expect((await financeOf(plan)).ledgerCodes.map(({ code, costCategory }) => [code, costCategory])).toEqual([
      ['1010', null], ['4410', 'laptops_desktops_tablets'], ['4420', 'other_hardware'], ['4430', 'it_support'], ['5100', null], ['9410', 'onsite_servers'],
    ]);
  });

  test('a mapping that a person took away stays away when the same file comes again', async () => {
    using plan = school();
    await plan.call('finance.takeChart', sent(NORTHMOOR, 'chart.xml'));
    await plan.call('ledgerCode.set', { codes: [{ code: '4430', set: { costCategory: null } }] });
    expect((await plan.call('finance.takeChart', sent(NORTHMOOR, 'chart.xml'))).change).toBeNull();
  });

  test('funds and cost centres that are called as in the plan stand for it at once', async () => {
    using plan = school();
    await plan.call('departments.add', { name: 'Science' });
    const file = fms(ledgerCode('4410', 'Devices', '<Fund FundCode="07" FundDescription="devolved  formula Capital" CFRCode="CE04D"/>'))
      .replace('</GLAccounts>', '<CostCentres><CostCentre CostCentreCode="SC1" CostCentreDescription="SCIENCE"/><CostCentre><Code>X</Code></CostCentre></CostCentres></GLAccounts>');
    await plan.call('finance.takeChart', sent(file, 'chart.xml'));
    const { fundCodes, costCentres } = await financeOf(plan);
    expect(fundCodes).toMatchObject([{ code: '07', fundKey: 'dfc' }]);
    expect(costCentres).toMatchObject([{ code: 'SC1', departmentId: 1, counts: true }, { code: 'X', name: 'X', departmentId: null }]);
  });

  test.each([
    ['an XML document of something else', '<Root><Budget/></Root>', 'is not a chart of accounts: its outermost element is <Root>. One from FMS has <GLAccounts>. Nothing was changed.'],
    ['a chart without codes', '<GLAccounts><Header/></GLAccounts>', 'is a chart of accounts without a ledger code in it. Nothing was changed.'],
    ['one that tries to read a file', '<!DOCTYPE GLAccounts [<!ENTITY x SYSTEM "file:///etc/passwd">]><GLAccounts><LedgerCode><LedgerCode>&x;</LedgerCode></LedgerCode></GLAccounts>', 'has a document type of its own, which Kitplan never reads.'],
    ['one that was cut off', NORTHMOOR.slice(0, NORTHMOOR.indexOf('Toner')), 'is closed, so a part of it is missing.'],
    ['5,001 codes', fms(...Array.from({ length: 5_001 }, (_, index) => ledgerCode(`C${index}`, 'x', ''))), 'has more than 5,000 codes, which is no chart of accounts of a school. Nothing was changed.'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'is a picture, not a spreadsheet.'],
    ['nothing at all', '', 'is empty.'],
  ])('%s is refused and changes nothing', async (_, file, words) => {
    using plan = school();
    for (const name of ['finance.chart', 'finance.takeChart']) {
      const sentence = await refusalOf(plan, name, sent(file, 'chart.xml'));
      expect(sentence.startsWith('chart.xml ')).toBe(true);
      expect(sentence).toContain(words);
    }
    expect(await plan.call('plan.history', {})).toEqual([]);
  });
});

describe('a sheet with codes', () => {
  const SHEET = 'Chart of accounts,,,,,,\n\nNominal,Description,CFR,Type,Fund,Fund name,Cost centre\n4410,Devices,E20E,Expenditure,01,Delegated budget,SCI\n4410,Devices,CE04D,Expenditure,02,,ART\n'
    + '4411,More devices,E20H,Expenditure,03,,\n4412,,E20F,Expenditure,01,,\n,Total ICT,,,,,\n4410,Other words,E20E,Expenditure,04,,\nn/a,Nothing,,,,,\n1.2E+15,Ruined,E20A,,,,\n';

  test('is read by its headings, each code once, and every row that cannot come in says why', async () => {
    using plan = school();
    const report = held(await plan.call('finance.chart', sent(SHEET, 'codes.csv')));
    expect(report.sheet).toMatchObject({ headerRow: 3, stuck: null });
    expect(report.sheet?.columns.map(({ heading, is }) => [heading, is])).toEqual([
      ['Nominal', 'code'], ['Description', 'description'], ['CFR', 'cfrCode'], ['Type', 'ledgerType'], ['Fund', 'fundCode'], ['Fund name', 'fundName'], ['Cost centre', 'costCentre'],
    ]);
    expect(report.ledgerCodes).toMatchObject([
      { row: 4, code: '4410', cfrCode: 'E20E, CE04D', ledgerType: 'EX', costCategory: 'laptops_desktops_tablets', nature: null },
      { row: 7, code: '4412', name: null, costCategory: 'other_hardware', nature: 'revenue' },
    ]);
    expect(report.fundCodes.map(({ code, fundKey }) => [code, fundKey])).toEqual([['01', 'delegated'], ['02', null]]);
    expect(report.costCentres.map(({ code }) => code)).toEqual(['SCI', 'ART']);
    expect(report.refused.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '6: E20H is none of DfE’s codes for ICT, which are E20A to E20G and CE04A to CE04E', '8: “Total ICT” has no ledger code',
      '9: 4410 is “Devices” in row 4 and “Other words” here; the first is used', '10: “Nothing” has no ledger code', '11: 1.2E+15 is a code that the spreadsheet shortened; its last digits are lost',
    ]);
  });

  test('a workbook that took the zeros off means the codes that the plan has', async () => {
    using plan = school();
    await plan.call('ledgerCode.set', { codes: [{ code: '0455', set: { description: 'Support', costCategory: 'it_support', nature: 'revenue' } }] });
    await plan.call('fundCode.set', { codes: [{ code: '01', set: { fundKey: 'delegated' } }, { code: '1', set: {} }, { code: '02', set: { fundKey: 'dfc' } }] });
    const workbook = await writeXlsx({ sheets: [{ name: 'Chart', rows: [['Ledger code', 'Description', 'Fund'], [455, 'Support', 1], [455, 'Support', 2]] }] });
    const report = held(await plan.call('finance.chart', sent(workbook, 'codes.xlsx')));
    expect(report.ledgerCodes).toMatchObject([{ code: '0455', outcome: 'unchanged' }]);
    expect(report.fundCodes.map(({ code, outcome }) => [code, outcome])).toEqual([['1', 'unchanged'], ['02', 'unchanged']]);
    expect(report.gone).toEqual({ ledgerCodes: [], fundCodes: ['01'], costCentres: [] });
  });

  test('where no heading is known a person says what the columns hold, and nothing comes in before', async () => {
    using plan = school();
    const file = sent('Key,Wording\n4410,Devices\n4420,Toner\n', 'codes.csv');
    const stuck = held(await plan.call('finance.chart', file));
    expect(stuck.sheet?.stuck).toBe('codes.csv does not say which column holds the codes: its heading is usually “Ledger code” or “Nominal”.');
    expect(await refusalOf(plan, 'finance.takeChart', file)).toContain('Nothing was changed.');
    const columns = [{ index: 0, is: 'code' as const }, { index: 1, is: 'description' as const }];
    const report = held(await plan.call('finance.chart', { fileName: 'codes.csv', fingerprint: stuck.fingerprint, options: { columns } }));
    expect(report.ledgerCodes.map(({ code, name }) => [code, name])).toEqual([['4410', 'Devices'], ['4420', 'Toner']]);
    const none = held(await plan.call('finance.chart', { ...sent('4410;Devices\n', 'bare.csv'), options: { columns } }));
    expect(none.ledgerCodes).toMatchObject([{ row: 1, code: '4410' }]);
  });

  test('a list of cost centres alone, or of funds, takes the description for their name', async () => {
    using plan = school();
    await plan.call('finance.takeChart', sent('Cost centre,Description\nSCI,Science\nART,Art\n', 'centres.csv'));
    await plan.call('finance.takeChart', sent('Fund code,Description\n01,Delegated budget\n', 'funds.csv'));
    const { ledgerCodes, costCentres, fundCodes } = await financeOf(plan);
    expect(ledgerCodes).toEqual([]);
    expect(costCentres.map(({ code, name }) => [code, name])).toEqual([['ART', 'Art'], ['SCI', 'Science']]);
    expect(fundCodes).toMatchObject([{ code: '01', name: 'Delegated budget', fundKey: 'delegated' }]);
  });
});

describe('codes typed and mapped by hand', () => {
  test('many at once are one change, named by what it does', async () => {
    using plan = school();
    const label = async (codes: Request<'ledgerCode.set'>['codes']): Promise<string | undefined> => (await plan.call('ledgerCode.set', { codes })).change?.label;
    expect(await label([{ code: '4410', set: { description: 'Devices' } }, { code: '4411', set: {} }])).toBe('Add 2 ledger codes');
    const devices = { costCategory: 'laptops_desktops_tablets', nature: 'revenue' } as const;
    expect(await label([{ code: '4410', set: devices }, { code: '4411', set: devices }])).toBe('Map 2 ledger codes to E20E Laptops, desktops and tablets');
    expect(await label([{ code: '4410', set: { nature: 'capital' } }])).toBe('Map ledger code 4410 to CE04D Laptops, desktops and tablets, capital');
    expect(await label([{ code: '4410', set: { preferred: true } }])).toBe('Change ledger code 4410');
    expect(await label([{ code: '4410', set: { costCategory: null } }])).toBe('Take the mapping of ledger code 4410 away');
    // What was preferred is not any more when it stands for nothing, and its nature goes along.
    expect((await financeOf(plan)).ledgerCodes).toMatchObject([{ code: '4410', costCategory: null, nature: null, preferred: false }, { code: '4411', nature: 'revenue' }]);
    expect((await plan.call('ledgerCode.set', { codes: [{ code: '4411', set: devices }] })).change).toBeNull();
  });

  test('one code is preferred for each place, and one cost centre', async () => {
    using plan = school();
    const at = (costCategory: 'connectivity' | 'it_support', nature: 'revenue' | null) => ({ costCategory, nature, preferred: true });
    await plan.call('ledgerCode.set', { codes: [{ code: '1', set: at('connectivity', 'revenue') }, { code: '2', set: at('it_support', 'revenue') }] });
    await plan.call('ledgerCode.set', { codes: [{ code: '3', set: at('connectivity', null) }] });
    expect((await financeOf(plan)).ledgerCodes.map(({ preferred }) => preferred)).toEqual([false, true, true]);
    await plan.call('costCentre.set', { codes: [{ code: 'A', set: { preferred: true } }, { code: 'B', set: { preferred: true } }] });
    expect((await financeOf(plan)).costCentres.map(({ code, preferred }) => [code, preferred])).toEqual([['A', false], ['B', true]]);
  });

  test.each<[string, unknown, string]>([
    ['ledgerCode.set', { codes: [{ code: '4410', set: { costCategory: 'it_support', nature: 'capital' } }] }, 'DfE has no capital code for IT support: 4410 can stand for it as revenue.'],
    ['ledgerCode.set', { codes: [{ code: '4410', set: { nature: 'capital' } }] }, '4410 stands for a cost category first'],
    ['ledgerCode.set', { codes: [{ code: '4410', set: { cfrCode: 'CE04F' } }] }, 'CE04F is none of DfE’s codes for ICT'],
    ['ledgerCode.set', { codes: [{ code: ' ', set: {} }] }, 'A code has at least one character.'],
    ['ledgerCode.set', { codes: [] }, 'Name at least one code.'],
    ['ledgerCode.remove', { ids: [7] }, 'No ledger code has the number 7.'],
    ['costCentre.set', { codes: [{ code: 'SCI', set: { departmentId: 99 } }] }, 'No department has the number 99.'],
    ['fundCode.set', { codes: [{ code: '01', set: { fundKey: 'no_such_fund' } }] }, 'The plan has no fund called “no_such_fund”.'],
  ])('%s refuses %o', async (name, request, words) => {
    using plan = school();
    expect(await refusalOf(plan, name, request)).toContain(words);
    expect(await plan.call('plan.history', {})).toEqual([]);
  });
});
