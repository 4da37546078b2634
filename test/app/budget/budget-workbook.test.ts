import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { budgetFacts, type BudgetFacts, type BudgetInput } from '../../../app/documents/budget/budget-facts.ts';
import { budgetDocument, budgetWorkbook } from '../../../app/documents/budget/budget-workbook.ts';
import { writeHucreWorkbook } from '../../../app/documents/hucre-workbook.ts';
import { SAMPLE_AS_OF } from '../../../app/sample/school.ts';
import { budgetEntries } from '../../../planning/budget/entries.ts';
import { limitsOf } from '../../../planning/budget/fund-words.ts';
import { shippedFund } from '../../../planning/budget/fund.ts';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import { budgetMatrix } from '../../../planning/budget/matrix.ts';
import { returnSentence } from '../../../planning/budget/return-sentence.ts';
import { returnTable } from '../../../planning/budget/returns.ts';
import { budgetSentence } from '../../../planning/budget/sentence.ts';
import { unfundedCosts, unfundedSentence } from '../../../planning/budget/sustainability.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { startUpper } from '../../../planning/words.ts';
import { cost } from '../../planning/fixtures.ts';
import { officeProgram } from '../../support/calc-libreoffice.ts';
import { wrongInOffice } from '../../support/wrong-in-office.ts';
import { calculatedWorkbook } from '../../support/calc-workbook.ts';
import { formulasOf, poisoned, rowLabelled, sheetNamed, shown, shownRow } from '../../support/xlsx-document.ts';
import { structureFaults } from '../../support/xlsx-structure.ts';
import { budgetPlan } from './budget-plan.ts';

const factsOf = (snapshot: PlanSnapshot, changes: Partial<BudgetInput> = {}): BudgetFacts =>
  budgetFacts({ snapshot, options: { asOf: SAMPLE_AS_OF }, scenario: null, vat: 'net', ...changes });

const plan = budgetPlan();
const hillcrest = factsOf(plan);
const document = budgetDocument(hillcrest);
const written = writeHucreWorkbook(document);

type Made = ReturnType<typeof budgetDocument>;

/** Formulas that do not come to what stands beside them, worked out by a program that trusts no stored value. */
async function wrongFormulas(made: Made): Promise<string[]> {
  const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(made)));
  return formulasOf(made).flatMap(({ sheet, cell, formula }) => {
    const value = workbook.valueOf(sheet, cell);
    const right = typeof formula.result === 'string' ? value === formula.result : value !== '' && Math.round(Number(value) * 100) === Math.round(formula.result * 100);
    return right ? [] : [`${sheet}!${cell} =${formula.formula} gives ${value}, not ${formula.result}`];
  });
}

const inPounds = (pence: readonly (number | null)[]): (number | null)[] => pence.map((each) => (each === null ? null : each / 100));

/** The years' cells of a row, from a heading on. */
const yearsOf = (made: Made, sheet: string, label: string, under?: string): (string | number | null)[] => {
  const found = sheetNamed(made, sheet);
  const row = shownRow(found, rowLabelled(found, label, under === undefined ? 0 : rowLabelled(found, under)));
  return Array.from({ length: 5 }, (_, year) => row[1 + year] ?? null);
};

/** The flat lines, each by its headings. */
const linesOf = (made: Made): Record<string, string | number | null>[] => {
  const [head, ...rows] = sheetNamed(made, 'Budget lines').rows.map(({ cells }) => cells.map(shown));
  return rows.map((row) => Object.fromEntries((head ?? []).map((heading, at) => [String(heading), row[at] ?? null])));
};

describe('the budget workbook', () => {
  it.each(['net', 'gross'] as const)('works out to the figures of the page, to the penny, in a program that trusts no stored value: %s', async (vat) => {
    const made = budgetDocument(factsOf(budgetPlan({ assets: plan.assets.filter((_, at) => at % 4 === 0) }), { vat }));
    expect(await wrongFormulas(made)).toEqual([]);
    expect(formulasOf(made).length).toBeGreaterThan(400);
  }, 60_000);

  const office = officeProgram();
  if (office === null) console.log('skipped: LibreOffice (soffice) is not installed, so it does not work the budget workbook out');
  it.skipIf(office === null)('works out to the same figures in LibreOffice, of the whole school', async () => {
    expect(await wrongInOffice(office ?? '', document)).toEqual([]);
  }, 240_000);

  it.each(['code', 'fund'] as const)('has what the page shows by %s in every year, of budget, forecast and what is left', (by) => {
    const matrix = budgetMatrix(plan, hillcrest.result, { nature: 'all', vat: 'net', by });
    const sheet = by === 'code' ? 'By code' : 'By fund';
    const labels = sheetNamed(document, sheet).rows.slice(rowLabelled(sheetNamed(document, sheet), 'Forecast', 5)).map(({ cells }) => shown(cells[0]));
    expect(matrix.rows.length).toBeGreaterThan(2);
    matrix.rows.forEach((row, at) => {
      const label = String(labels[at]);
      expect(label).toContain(by === 'fund' && row.fundKey === 'friends' ? 'Friends' : row.name);
      expect(yearsOf(document, sheet, label, 'Budget'), label).toEqual(inPounds(row.cells.map(({ allocated }) => allocated)));
      expect(yearsOf(document, sheet, label, 'Forecast'), label).toEqual(inPounds(row.cells.map(({ forecast }) => forecast)));
      expect(yearsOf(document, sheet, label, 'Left, or − over'), label).toEqual(inPounds(row.cells.map(({ left }) => left)));
      const open = sheetNamed(document, sheet);
      const [cell] = row.cells;
      expect(shownRow(open, rowLabelled(open, label, rowLabelled(open, 'Open year, 2026/27'))).slice(1, 7)).toEqual(inPounds([
        cell?.allocated ?? null, cell?.spent ?? null, cell?.committed ?? null, cell?.toCome ?? null, cell?.forecast ?? null, cell?.left ?? null,
      ]));
    });
  });

  it('adds its lines up to what each year is planned to cost, whichever way they are taken', () => {
    const penceBy = (key: (row: BudgetFacts['rows'][number]) => string): Map<string, number> => {
      const sums = new Map<string, number>();
      for (const row of hillcrest.rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + (row.entry.netPence ?? 0));
      return sums;
    };
    const years = penceBy(({ year }) => year.label);
    expect([...years.values()]).toEqual(hillcrest.result.totals.plannedPence);
    for (const part of [({ bfr }: BudgetFacts['rows'][number]) => bfr, ({ fund }: BudgetFacts['rows'][number]) => fund]) {
      const sums = penceBy((row) => `${row.year.label} ${part(row)}`);
      for (const [label, pence] of years) expect([...sums].reduce((sum, [key, each]) => sum + (key.startsWith(label) ? each : 0), 0)).toBe(pence);
    }
    expect(hillcrest.rows).toHaveLength(budgetEntries(plan, hillcrest.result).length);
  });

  it('opens with the sentence of the budget page, the scenario, its state and its day', () => {
    const summary = sheetNamed(document, 'Summary');
    expect(shownRow(summary, 1)).toEqual(['Hillcrest School: ICT budget 2026/27 to 2030/31']);
    expect(shownRow(summary, 2)).toEqual([budgetSentence(hillcrest.byCode).text]);
    expect(String(shownRow(summary, 3)[0])).toMatch(/^Scenario: Keep to policy\. Working copy\. Figures as at 21 November 2026, net of VAT\./);
    expect(yearsOf(document, 'Summary', 'All ICT: seven categories, revenue and capital')).toEqual(inPounds(hillcrest.result.totals.plannedPence));
    expect(yearsOf(document, 'Summary', 'Educational ICT benchmark: six, without E20D')).toEqual(inPounds((hillcrest.byCode.benchmark ?? []).map(({ forecast }) => forecast)));
  });

  it('draws each year’s forecast by code beside its budget, not on top of it, and says the figures in words', async () => {
    const chart = (await readXlsx(await written)).sheets[0]?.charts?.[0];
    const costing = hillcrest.byCode.rows.filter(({ kind, cells }) => kind === 'code' && cells.some(({ forecast }) => forecast !== 0));
    expect([chart?.kinds, chart?.series?.map(({ name }) => name)]).toEqual([['bar'], [...costing.map(({ codes, name }) => `${codes.join()} ${name}`), 'Budget']]);
    const summary = sheetNamed(document, 'Summary');
    const first = rowLabelled(summary, '2026/27 forecast');
    expect(shownRow(summary, first).slice(1).reduce<number>((sum, each) => sum + Number(each ?? 0), 0)).toBeCloseTo((hillcrest.result.totals.plannedPence[0] ?? 0) / 100, 2);
    // Budgets stand in a column of their own, so that nothing is stacked upon them.
    expect(shownRow(summary, rowLabelled(summary, '2026/27 budget')).filter((each) => each !== null)).toEqual(['2026/27 budget', 100_650]);
    expect(summary.charts?.[0]?.altText).toContain('2027/28: forecast £114,518, of it E20A £10,094');
    expect(summary.charts?.[0]?.altText).toContain('budget £115,650.');
  });

  it('changes a budget by the virements that were agreed and by no other', () => {
    const sheet = sheetNamed(document, 'Allocations and virements');
    const rows = sheet.rows.map((_, at) => shownRow(sheet, at + 1));
    expect(rows).toContainEqual(['2026/27', 2026, 'Delegated budget', 'E20G', 'IT support', 12_000, 0, 1_500, 10_500]);
    expect(rows).toContainEqual(['2026/27', 2026, 'Delegated budget', 'E20F', 'Other hardware', 20_000, 1_500, 0, 21_500]);
    expect(rows).toContainEqual(['2027/28', 2027, 'Delegated budget', null, 'Not divided by code', 15_000, 0, 1_000.5, 13_999.5]);
    expect(rows).toContainEqual([
      '2026/27', 2026, 'Delegated budget', 'E20G', 'IT support', 'Delegated budget', 'E20F', 'Other hardware', 1_500, 'Yes', 'Panels came dearer', 'Network manager', '2026-06-01', 'Finance committee', '2026-06-09',
    ]);
    expect(rows.filter((row) => row[9] === 'Not yet').map((row) => row[8])).toEqual([9_999]);
  });

  it('says what the money rests on: the capital rule with its source, VAT, and each fund’s rules', () => {
    const sheet = sheetNamed(document, 'Assumptions');
    const rows = sheet.rows.map((_, at) => shownRow(sheet, at + 1));
    expect(rows).toContainEqual(['Capital from 2024/25', '£2,000 or more for one item', 'Source: LA scheme for financing schools, 1 April 2026']);
    expect(rows).toContainEqual(['VAT', '20% on what is bought, which comes back']);
    expect(rows).toContainEqual([
      'Devolved formula capital', null, 'Capital only, no software, training, operating leases, consumables or repairs', null, null, startUpper(limitsOf(shippedFund('dfc'))), null,
      'Left over: kept three years, then returned',
    ]);
  });

  it('has both returns as the screen and the command line have them, with totals that add up', () => {
    const sheet = sheetNamed(document, 'Returns');
    const rows = sheet.rows.map((_, at) => shownRow(sheet, at + 1));
    for (const kind of ['cfr', 'bfr'] as const) {
      const table = returnTable(plan, kind, { asOf: SAMPLE_AS_OF, years: 5, vat: 'net' });
      for (const { number, name, pence } of table.rows) expect(rows).toContainEqual([number ?? '', name, ...inPounds(pence)]);
      expect(rows).toContainEqual([null, 'All', ...inPounds(table.total)]);
      expect(rows).toContainEqual([returnSentence(plan, table, SAMPLE_AS_OF).text]);
    }
    expect(rows).toContainEqual([null, 'All', ...inPounds(hillcrest.result.totals.plannedPence)]);
    expect(rows.findIndex(([first]) => first === 'Consistent financial reporting')).toBeLessThan(rows.findIndex(([first]) => first === 'Budget forecast return'));
  });

  it('names what is bought and costs something later that nobody pays', () => {
    const sheet = sheetNamed(document, 'Unfunded later costs');
    const found = unfundedCosts(plan, hillcrest.result);
    expect(found.length).toBeGreaterThan(0);
    expect(shownRow(sheet, 2)).toEqual([unfundedSentence(hillcrest.result, found)]);
    expect(sheet.rows.slice(4).map(({ cells }) => shown(cells[0]))).toEqual(found.map(({ what }) => what));
    expect(shownRow(sheet, 5).slice(3, 8)).toEqual(inPounds(found[0]?.pence ?? []));
  });

  it('gives each line its reasons step by step under the same number', () => {
    const sheet = sheetNamed(document, 'Reasons');
    const ids = sheet.rows.slice(1).map(({ cells }) => shown(cells[0]));
    expect(ids).toEqual(linesOf(document).map((line) => line['Line ID']));
    expect(new Set(ids).size).toBe(ids.length);
    const server = sheet.rows.map((_, at) => shownRow(sheet, at + 1)).find((row) => row[3] === 'Onsite servers, capital' && row[6] === 'To come');
    expect(server?.[7]).toMatch(/policy keeps it .* years\..*CE04B/);
  });

  it('keeps headings in sight and on every printed page, on A4 across, with names that other sheets go by', async () => {
    const workbook = await readXlsx(await written, { readStyles: true });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Summary', 'By code', 'By fund', 'Returns', 'Budget lines', 'Allocations and virements', 'Unfunded later costs', 'Assumptions', 'Reasons']);
    for (const { name, pageSetup } of workbook.sheets) expect(pageSetup, name).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 });
    expect(workbook.sheets[0]?.pageSetup?.fitToHeight).toBe(1);
    const [, byCode, , , lines] = workbook.sheets;
    expect([byCode?.freezePane?.rows, byCode?.pageSetup?.printTitlesRow]).toEqual([5, '$4:$4']);
    expect([lines?.freezePane?.rows, lines?.pageSetup?.printTitlesRow]).toEqual([1, '$1:$1']);
    expect(lines?.merges ?? []).toEqual([]);
    expect(document.names.map(({ name }) => name)).toEqual(expect.arrayContaining(['line_start', 'line_category', 'line_net', 'line_gross', 'line_fund', 'budget_year', 'budget_amount']));
  });

  it('has nothing a spreadsheet program would want to repair, and is the same to the byte for the same plan', async () => {
    expect(structureFaults(await written)).toEqual([]);
    expect(Buffer.compare(await budgetWorkbook(factsOf(budgetPlan())), await written)).toBe(0);
  });

  it('shows what things cost with VAT beside budgets as they were entered', () => {
    const gross = budgetDocument(factsOf(plan, { vat: 'gross' }));
    const withVat = hillcrest.rows.reduce((sum, { year, grossPence }) => sum + (year.label === '2026/27' ? grossPence ?? 0 : 0), 0);
    expect(yearsOf(gross, 'Summary', 'Forecast')[0]).toBe(withVat / 100);
    expect(yearsOf(gross, 'Summary', 'Budget')).toEqual([100_650, 115_650, 100_650, 100_650, 99_400]);
    expect(withVat).toBeGreaterThan((hillcrest.result.totals.plannedPence[0] ?? 0) * 1.19);
  });
});

describe('the flat lines', () => {
  const lines = linesOf(document);

  it('have the columns that finance programs are told, in their order, and nothing else on the sheet', () => {
    const sheet = sheetNamed(document, 'Budget lines');
    expect(shownRow(sheet, 1)).toEqual([
      'Plan', 'Scenario', 'Version', 'Line ID', 'School', 'URN', 'Year label', 'Year start', 'Year end', 'Part (P1/P2/Full)', 'CFR code', 'CFR name', 'BFR category',
      'Ledger code', 'Cost centre', 'Fund', 'Description', 'Category', 'Qty', 'Unit cost net', 'Inflation %', 'Net', 'VAT', 'Gross', 'Revenue/Capital', 'One-off/Recurring',
      'Funding source', 'Month (1–12)', 'Need ref', 'SDP priority', 'Decision status', 'Reason', 'Impact if not funded',
    ]);
    expect(sheet.rows).toHaveLength(1 + hillcrest.rows.length);
    expect(sheet.joined ?? []).toEqual([]);
    expect(sheet.rows.slice(1).every(({ cells }) => cells[3]?.kind === 'text' && cells[7]?.kind === 'date' && cells[18]?.kind === 'number')).toBe(true);
    expect(sheet.rows.slice(1).flatMap(({ cells }) => cells).some((cell) => cell?.kind === 'formula')).toBe(false);
  });

  it('say of each what it is, when, from which fund and under which code', () => {
    const server = lines.find((line) => line['CFR code'] === 'CE04B' && line['Year label'] === '2028/29');
    expect(server).toMatchObject({
      'Year start': '2028-04-01', 'Year end': '2029-03-31', 'Part (P1/P2/Full)': 'Full', 'CFR name': 'Onsite servers, capital', 'BFR category': 'Onsite servers, capital', Category: 'Servers',
      'Revenue/Capital': 'Capital', 'One-off/Recurring': 'One-off', 'Funding source': 'Delegated budget', 'Inflation %': 3,
    });
    expect(server?.Reason).toMatch(/^To come: due on .*, by policy\. Capital, by the capital threshold\.$/);
    const broadband = lines.find((line) => line.Description === 'Broadband, filtering, backup line');
    expect(broadband).toMatchObject({ Net: 9_800, VAT: 1_960, Gross: 11_760, 'One-off/Recurring': 'Recurring', 'Month (1–12)': 1, Reason: 'Spent: paid in Apr 2026.' });
    expect(lines.some((line) => line['Funding source'] === 'Fund >5* Friends & "Family"')).toBe(true);
  });

  it('leave the amount of what has no price empty, and say so', () => {
    const made = budgetDocument(factsOf(budgetPlan({ policies: plan.policies.map((policy) => ({ ...policy, unitPence: null })), models: [] , assets: plan.assets.map((asset) => ({ ...asset, modelId: null, unitPaidPence: null })) })));
    const unpriced = linesOf(made).filter(({ Net }) => Net === null);
    expect(unpriced.length).toBeGreaterThan(100);
    for (const line of unpriced) {
      expect([line.VAT, line.Gross]).toEqual([null, null]);
      expect(line.Reason).toContain('No price is known, so no amount is counted.');
    }
  });

  it('name the school’s own codes where they are mapped, and its fund by the code of its finance system', () => {
    const finance = {
      ...plan.finance,
      ledgerCodes: [{ id: 1, code: '4100', description: 'ICT devices', ledgerType: 'EX', cfrCode: 'E20E', costCategory: 'laptops_desktops_tablets' as const, nature: 'revenue' as const, preferred: true }],
      costCentres: [{ id: 1, code: 'ICT01', name: 'ICT', departmentId: null, counts: true, preferred: true }],
      fundCodes: [{ id: 1, code: '01', name: 'Delegated', fundKey: 'delegated' }],
    };
    const made = linesOf(budgetDocument(factsOf(budgetPlan({ finance }))));
    expect(made.find((line) => line['CFR code'] === 'E20E' && line['Funding source'] === 'Delegated budget')).toMatchObject({ 'Ledger code': '4100', 'Cost centre': 'ICT01', Fund: '01' });
    expect(made.find((line) => line['CFR code'] === 'E20B')).toMatchObject({ 'Ledger code': null, Fund: '01' });
  });
});

describe('schools that are not Hillcrest', () => {
  const few = plan.assets.filter((_, at) => at % 15 === 0);

  it('an academy has its year from September in two parts, by the categories of its return and their numbers', async () => {
    const academy = budgetPlan({
      assets: few, school: { ...plan.school, type: 'academy', yearStartMonth: 9 },
      recurring: [...plan.recurring, cost({ id: 900, name: 'Filtering', amountPence: 120_100, riseBp: 0 })],
      finance: { ...plan.finance, returnLines: [{ costCategory: 'laptops_desktops_tablets', nature: 'revenue', lineNumber: '340' }] },
    });
    const facts = factsOf(academy);
    const made = budgetDocument(facts);
    const lines = linesOf(made);
    // September to March and April to August come to the year, to the penny.
    const returned = sheetNamed(made, 'Forecast return');
    expect(shownRow(returned, 4).slice(0, 4)).toEqual(['Category', '2026/27 P1', '2026/27 P2', '2027/28 P1']);
    const parts = shownRow(returned, rowLabelled(returned, 'All')).slice(1).map((each) => Math.round(Number(each) * 100));
    expect(parts.map((pence, at) => pence + (parts[at + 1] ?? 0)).filter((_, at) => at % 2 === 0)).toEqual(facts.result.totals.plannedPence);
    expect(parts.every((pence) => pence > 0)).toBe(true);
    // The open year and the next, in the return's own columns.
    const own = sheetNamed(made, 'Returns');
    expect(shownRow(own, rowLabelled(own, 'Line')).slice(4, 8)).toEqual(['Y2P1', 'Y2P2', 'Y3P1', 'Y3P2']);
    expect(own.rows.map((_, at) => shownRow(own, at + 1)).find((row) => row[1] === 'All')?.slice(4, 8)).toEqual(inPounds(parts.slice(0, 4)));
    // £1,201 a year in twelfths: seven of them by the end of March, five after. 120,100 × 7 ÷ 12 = 70,058.3
    const twelfths = lines.filter((line) => line.Description === 'Filtering' && line['Year label'] === '2027/28');
    expect(twelfths.map((line) => [line['Part (P1/P2/Full)'], line.Net, line['Month (1–12)']])).toEqual([['P1', 700.58, 1], ['P2', 500.42, 8]]);
    expect(twelfths[1]?.Reason).toContain('This is part of £1,201 for the year.');
    for (const line of lines) {
      const month = Number(line['Month (1–12)']);
      // September to March are seven months.
      expect(line['Part (P1/P2/Full)']).toBe(month <= 7 ? 'P1' : 'P2');
      expect([line['CFR code'], line['CFR name']]).toEqual([null, null]);
    }
    expect(new Set(lines.map((line) => line['BFR category']))).toContain('Laptops, desktops and tablets (340)');
    expect(rowLabelled(sheetNamed(made, 'By code'), 'BFR 340 Laptops, desktops and tablets')).toBeGreaterThan(0);
    expect(await wrongFormulas(made)).toEqual([]);
    expect(structureFaults(await writeHucreWorkbook(made))).toEqual([]);
  }, 60_000);

  it('a school that converts in the middle of its plan changes its codes and keeps its totals', async () => {
    const converting = budgetPlan({
      assets: few, finance: { ...plan.finance, profile: { ...plan.finance.profile, conversion: { on: '2028-09-01', type: 'academy', yearStartMonth: 9 } } },
    });
    const facts = factsOf(converting);
    const made = budgetDocument(facts);
    const lines = linesOf(made);
    expect(new Set(lines.filter((line) => line['Year label'] === '2026/27').map((line) => line['CFR code'] === null))).toEqual(new Set([false]));
    expect(new Set(lines.filter((line) => line['Year label'] === '2030/31').map((line) => line['CFR code']))).toEqual(new Set([null]));
    expect(yearsOf(made, 'Summary', 'Forecast')).toEqual(inPounds(facts.result.totals.plannedPence));
    expect(await wrongFormulas(made)).toEqual([]);
  }, 60_000);

  it('a school without kit, budget or rules has a workbook all the same', async () => {
    const made = budgetDocument(factsOf(budgetPlan({ assets: [], recurring: [], contracts: [], software: [], ledger: [], budgets: [], finance: NO_FINANCE })));
    expect(yearsOf(made, 'Summary', 'Budget')).toEqual(Array.from({ length: 5 }, () => 'none entered'));
    expect(sheetNamed(made, 'Summary').charts?.[0]?.series.map(({ name }) => name)).not.toContain('Budget');
    expect(await wrongFormulas(made)).toEqual([]);
    expect(structureFaults(await writeHucreWorkbook(made))).toEqual([]);
  }, 60_000);

  it('texts that look like formulas, errors or patterns stay texts and are added up by', async () => {
    const hostile = '=HYPERLINK("http://attacker.example","Budget")';
    const made = budgetDocument(factsOf(budgetPlan({
      assets: few.map((asset, at) => ({ ...asset, description: at % 2 === 0 ? hostile : `#N/A${'x'.repeat(40_000)}` })), school: { ...plan.school, name: '@SUM(1+1) & Sons’ <School>' },
      funds: plan.funds.map((fund) => ({ ...fund, name: fund.key === 'dfc' ? '=1+1' : fund.key === 'delegated' ? 'delegated*' : fund.key === 'grant' ? 'Delegated*' : fund.name })),
    })));
    expect(await wrongFormulas(made)).toEqual([]);
    const bytes = await writeHucreWorkbook(made);
    expect(structureFaults(bytes)).toEqual([]);
    const lines = (await readXlsx(bytes, { readStyles: true })).sheets.find(({ name }) => name === 'Budget lines');
    expect(new Set(lines?.rows.flat())).toContain(hostile);
    expect([...lines?.cells?.values() ?? []].flatMap(({ formula }) => formula ?? [])).toEqual([]);
    expect(lines?.rows.flat().every((text) => typeof text !== 'string' || text.length <= 32_767)).toBe(true);
  }, 60_000);
});
