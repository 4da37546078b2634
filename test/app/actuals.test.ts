import { describe, expect, it } from 'vitest';
import type { Request } from '../../app/contract/contract.ts';
import { sheetRows, workbookParts, zip } from '../intake/zip-writer.ts';
import { planInMemory, testPlan, type TestPlan } from '../support/plan-in-memory.ts';

const csv = (...lines: readonly string[]): string => Buffer.from(`${lines.join('\n')}\n`).toString('base64');

const LEDGER = csv(
  'Hillcrest School: ledger to period 7,,,,,',
  'Ledger Code,Fund Code,Cost Centre,Description,Actuals,Commitments',
  'E20E,,,Laptops,"£34,100.00",9130.00',
  'e20e,,,Refund,(100.00),',
  'E20A,,,Broadband,9260.00,2410',
  'CE04D,,,Trolley,14000.00 DR,0',
  '4471,,,Staples,12.50,',
  'E20F,,,Projector,see note,',
  ',,,Total,57285.00,11540.00',
  'E20G,,,Support,,',
);
const LAYOUT = { startRow: 3, ledgerCode: 'A', fund: 'B', costCentre: 'C', description: 'D', actual: ['E'], committed: ['F'], ignoreText: ['total'] } as const;
const ASKED = { fileName: 'ledger.csv', base64: LEDGER, year: 2026, through: '2026-10-31', asOf: '2026-11-21' } as const;
const take = (plan: TestPlan, more: Partial<Request<'actuals.take'>> = {}) => plan.call('actuals.take', { ...ASKED, layout: LAYOUT, ...more });
const actualsIn = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.finance;

describe('an export of the finance system', () => {
  it('is looked at first: every row and every pound is matched, left out or refused with its reason', async () => {
    using plan = planInMemory();
    const found = await plan.call('actuals.look', ASKED);
    expect(found.layout).toEqual({ ...LAYOUT, tab: null, endRow: null, date: null, ignoreText: ['total'] });
    expect(found.layoutFrom).toBe('headings');
    // 34,100 − 100 + 9,260 + 14,000 = 57,260 in four rows.
    expect(found.matched).toEqual({ rows: 4, pence: 5_726_000 });
    expect(found.read.rows).toBe(found.matched.rows + found.leftOut.rows + found.refused.rows);
    expect(found.read.pence).toBe(found.matched.pence + found.leftOut.pence + found.refused.pence);
    expect(found.leftOutBy.map(({ reason, rows }) => [reason, rows])).toEqual([['ignored_text', 1], ['no_money', 1]]);
    expect(found.refusedRows).toEqual([
      { row: 7, sentence: 'Row 7: 4471 is not among the school’s ledger codes.' },
      { row: 8, sentence: 'Row 8: column E holds “see note”, which is not an amount.' },
    ]);
    expect(found.unknown).toEqual([{ what: 'ledger', code: '4471', description: 'Staples', firstRow: 7, rows: 1, pence: 1_250 }]);
    expect(found.places.map(({ code, pence, committedPence, nowPence }) => [code, pence, committedPence, nowPence])).toEqual([
      ['E20A', 926_000, 241_000, 0], ['E20E', 3_400_000, 913_000, 0], ['CE04D', 1_400_000, 0, 0],
    ]);
    expect(found.sentence).toBe('£57,260 of ICT was spent in 2026/27 up to 31 October 2026, in 4 rows. That is £57,260 more than the plan counts as spent now. 2 rows cannot come in.');
    expect(found.after.alreadyPence - found.before.alreadyPence).toBe(5_726_000);
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('comes in as one named change that can be undone; the same file again changes nothing and says so', async () => {
    using plan = planInMemory();
    const { change, value } = await take(plan);
    expect(change?.label).toBe('Bring in actuals for 2026/27 to 31 October 2026 (4 rows)');
    expect(value.unchanged).toBe(false);
    expect((await actualsIn(plan)).actuals).toHaveLength(4);
    const again = await take(plan);
    expect(again.change).toBeNull();
    expect(again.value.sentence).toContain('The plan has exactly this already.');
    expect(await plan.call('plan.history', {})).toHaveLength(1);
    await plan.call('plan.undo', {});
    expect(await actualsIn(plan)).toMatchObject({ actuals: [], actualsRuns: [] });
  });

  it('tells the year before and after as the way forward on screen has it', async () => {
    using plan = testPlan({ kind: 'memory' });
    await plan.call('plan.sample', {});
    const { snapshot: { scenarios } } = await plan.call('plan.snapshot', {});
    for (const { id } of scenarios) {
      const report = await plan.call('budget.report', { scenarioId: id, asOf: ASKED.asOf });
      const found = await plan.call('actuals.look', { ...ASKED, scenarioId: id });
      expect(found.before.plannedPence).toBe(report.total.forecastPence[0]);
      await take(plan, { scenarioId: id });
      expect((await plan.call('budget.report', { scenarioId: id, asOf: ASKED.asOf })).total.forecastPence[0]).toBe(found.after.plannedPence);
      await plan.call('plan.undo', {});
    }
    expect(await plan.dispatch('actuals.look', { ...ASKED, scenarioId: 99 })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('takes the place of the one that its year had, and leaves other years alone', async () => {
    using plan = planInMemory();
    await take(plan, { year: 2025, through: '2026-03-31', layout: { ...LAYOUT, endRow: 4 } });
    await take(plan);
    const later = csv('Ledger Code,Actuals', 'E20E,40000');
    const { value } = await take(plan, { base64: later, fileName: 'november.csv', through: '2026-11-30', layout: { startRow: 2, ledgerCode: 'A', actual: ['B'] } });
    expect(value.replaces).toEqual({ fileName: 'ledger.csv', through: '2026-10-31' });
    expect(value.places).toMatchObject([{ code: 'E20A', pence: 0, nowPence: 926_000 }, { code: 'E20E', pence: 4_000_000, nowPence: 3_400_000 }, { code: 'CE04D', pence: 0, nowPence: 1_400_000 }]);
    const { actualsRuns, actuals } = await actualsIn(plan);
    expect(actualsRuns.map(({ year, through, fileName }) => [year, through, fileName])).toEqual([[2025, '2026-03-31', 'ledger.csv'], [2026, '2026-11-30', 'november.csv']]);
    expect(actuals).toHaveLength(3);
    await plan.call('actuals.remove', { year: 2026 });
    expect((await actualsIn(plan)).actualsRuns).toHaveLength(1);
    expect(await plan.dispatch('actuals.remove', { year: 2026 })).toMatchObject({ ok: false, error: { code: 'not_found', message: 'No actuals have been brought in for 2026/27.' } });
  });

  it('refuses rows of another year and rows dated after the day that it covers', async () => {
    using plan = planInMemory();
    const dated = csv('Date,Ledger Code,Amount', '31/03/2026,E20E,1', '01/04/2026,E20E,2', '31/10/2026,E20E,4', '01/11/2026,E20E,8', '13/13/2026,E20E,16', ',E20E,32');
    const found = await plan.call('actuals.look', { ...ASKED, base64: dated });
    expect(found.layout).toMatchObject({ date: 'A', ledgerCode: 'B', actual: ['C'] });
    // 1 April, 31 October and the row without a day: 2 + 4 + 32.
    expect(found.matched).toEqual({ rows: 3, pence: 3_800 });
    expect(found.refusedRows.map(({ sentence }) => sentence)).toEqual([
      'Row 2 is dated 31 March 2026, outside 2026/27 (1 April 2026 to 31 March 2027).',
      'Row 5 is dated 1 November 2026, after 31 October 2026, the last day that the export is said to cover.',
      'Row 6: column A holds “13/13/2026”, which is not a day.',
    ]);
  });

  it.each([
    [{ through: '2026-03-31' }, 'through', '31 March 2026 does not lie in 2026/27, which runs from 1 April 2026 to 31 March 2027.'],
    [{ through: '2026-12-31' }, 'through', '31 December 2026 is still to come: the figures are as at 21 November 2026. Give a day up to 30 November 2026.'],
    [{ layout: { ...LAYOUT, actual: [] } }, 'layout.actual', 'layout.actual: At least one column holds what was spent.'],
    [{ layout: { ...LAYOUT, ledgerCode: '3' } }, 'layout.ledgerCode', 'layout.ledgerCode: A column is named by the letters over it, such as D.'],
    [{ layout: { ...LAYOUT, endRow: 2 } }, 'layout.endRow', 'layout.endRow: The last row lies before the first.'],
  ])('is refused with a sentence at the field, and nothing is changed: %j', async (more, field, message) => {
    using plan = planInMemory();
    expect(await plan.dispatch('actuals.take', { ...ASKED, layout: LAYOUT, ...more })).toMatchObject({ ok: false, error: { code: 'invalid_input', field, message } });
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('is held by code and fund against what the plan counts as spent of the same days', async () => {
    using plan = planInMemory();
    // £1,200 a year in twelfths: £700 by the end of October, of which £500 by the end of August.
    await plan.call('recurring.add', { name: 'Broadband', categoryKey: 'cloud_service', costCategory: 'connectivity', yearlyPence: 120_000 });
    const places = async (through: string) => (await plan.call('actuals.look', { ...ASKED, through })).places.map(({ code, pence, nowPence }) => [code, pence, nowPence]);
    expect(await places('2026-10-31')).toEqual([['E20A', 926_000, 70_000], ['E20E', 3_400_000, 0], ['CE04D', 1_400_000, 0]]);
    expect(await places('2026-08-31')).toEqual([['E20A', 926_000, 50_000], ['E20E', 3_400_000, 0], ['CE04D', 1_400_000, 0]]);
  });

  it('that holds nothing of the year is not brought in', async () => {
    using plan = planInMemory();
    const other = csv('Ledger Code,Actuals', 'E03,100');
    expect(await plan.dispatch('actuals.take', { ...ASKED, base64: other, layout: { startRow: 2, ledgerCode: 'A', actual: ['B'] } })).toMatchObject({
      ok: false, error: { code: 'refused_file', message: 'No row of this file is ICT spending of 2026/27. 1 row cannot come in. Nothing was changed.' },
    });
  });

  it('is read as the last one with the same headings was, where that was said by hand', async () => {
    using plan = planInMemory();
    const table = (...rows: readonly string[]): string => csv('Ledger Code,Paid,Owed', ...rows);
    await take(plan, { base64: table('E20E,1,10', 'E20E,3,30'), layout: { startRow: 2, endRow: 2, ledgerCode: 'A', actual: ['B', 'C'], ignoreText: ['carried'] } });
    const next = await plan.call('actuals.look', { ...ASKED, base64: table('E20E,5,50', 'E20E,7,70') });
    expect(next.layoutFrom).toBe('last_time');
    // Both columns, and to the end: the last row was that of the other file.
    expect(next.layout).toMatchObject({ actual: ['B', 'C'], endRow: null, ignoreText: ['carried'] });
    expect(next.matched.pence).toBe(13_200);
  });

  it('in a workbook is read by tab, and a formula that was never worked out is refused by row and letter', async () => {
    using plan = planInMemory();
    const cells = `${sheetRows([['Ledger Code', 'Actuals'], ['E20E', 12.5]])}<row r="3"><c r="A3" t="inlineStr"><is><t>E20E</t></is></c><c r="B3"><f>SUM(B2)*2</f></c></row>`;
    const base64 = Buffer.from(zip(workbookParts([{ name: 'Notes', cells: sheetRows([['Run by the office']]) }, { name: 'Ledger', cells }]))).toString('base64');
    const found = await plan.call('actuals.look', { ...ASKED, fileName: 'ledger.xlsx', base64 });
    expect(found).toMatchObject({ sheet: 'Ledger', matched: { rows: 1, pence: 1_250 } });
    expect(found.refusedRows).toEqual([{ row: 3, sentence: 'Row 3: column B holds a formula without a result: open the file in Excel, save it, and bring it in again.' }]);
    const layout = { ...found.layout, tab: 'Budget' };
    expect(await plan.dispatch('actuals.look', { ...ASKED, fileName: 'ledger.xlsx', base64, layout })).toMatchObject({
      ok: false, error: { code: 'refused_file', message: 'ledger.xlsx has no sheet called “Budget”. It has “Notes”, “Ledger”.' },
    });
  });

  it('in the XML of finance systems is read by the same letters', async () => {
    using plan = planInMemory();
    const budget = (code: string, actuals: string): string => `<Budget><Ledger_Code>${code}</Ledger_Code><Fund/><CFR_Code>E20E</CFR_Code><Commitments>5.00</Commitments><Actuals>${actuals}</Actuals></Budget>`;
    const base64 = Buffer.from(`<?xml version="1.0"?><Root>${budget('E20E', '1200.50')}${budget('E03', '9.00')}</Root>`).toString('base64');
    const found = await plan.call('actuals.look', { ...ASKED, fileName: 'budget.xml', base64 });
    expect(found.matched).toEqual({ rows: 1, pence: 120_050 });
    expect(found.refusedRows).toEqual([{ row: 3, sentence: 'Row 3: E03 is not among the school’s ledger codes.' }]);
    const chart = Buffer.from('<GLAccounts><Header/></GLAccounts>').toString('base64');
    expect(await plan.dispatch('actuals.look', { ...ASKED, fileName: 'chart.xml', base64: chart })).toMatchObject({
      ok: false, error: { code: 'refused_file', message: expect.stringContaining('chart.xml is an XML file without actuals in it') },
    });
  });
});
