import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { budgetFacts, type BudgetFacts } from '../../../app/documents/budget/budget-facts.ts';
import { allocationRows } from '../../../app/documents/budget/allocations-sheet.ts';
import { clfpXml } from '../../../app/documents/budget/clfp.ts';
import { bfrWords } from '../../../app/documents/budget/code-words.ts';
import { budgetLinesTable } from '../../../app/documents/budget/lines-table.ts';
import { csvText } from '../../../app/documents/csv.ts';
import { csvRows } from '../../../app/documents/table-document.ts';
import { readXml } from '../../../app/intake/reader/read-xml.ts';
import { elementsNamed, fieldOf } from '../../../app/intake/xml-element.ts';
import { SAMPLE_AS_OF } from '../../../app/sample/school.ts';
import type { Place } from '../../../planning/budget/finance.ts';
import { isRevenueFinanced } from '../../../planning/budget/memo.ts';
import { sumOf } from '../../../planning/money.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { withActuals } from '../../planning/actuals-arbitrary.ts';
import { SEED } from '../../planning/arbitraries.ts';
import { anyBudget } from '../../planning/budget/any-budget.ts';
import { moneyPlan } from '../../planning/budget/arbitraries.ts';
import { tableOf } from '../../intake/bring-in.ts';
import { budgetPlan } from './budget-plan.ts';

const factsOf = (snapshot: PlanSnapshot, vat: BudgetFacts['vat'] = 'net'): BudgetFacts => budgetFacts({ snapshot, options: { asOf: SAMPLE_AS_OF }, scenario: null, vat });
const csvOf = (facts: BudgetFacts): string => csvText(csvRows(budgetLinesTable(facts)));
const readBack = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });

const plan = budgetPlan();
const hillcrest = factsOf(plan);

/** The records of the XML, read by what reads the XML of finance systems. */
const recordsOf = (xml: string): ((field: string) => string | null)[] =>
  elementsNamed(readXml(new TextEncoder().encode(xml), 'budget.xml').root, 'Budget').map((record) => (field) => fieldOf(record, field));

const penceIn = (pounds: string | null): number => Math.round(Number(pounds ?? 0) * 100);

/** Texts that a spreadsheet would run, or an XML reader would take for markup. */
const hostile = fc.constantFrom(
  '=HYPERLINK("http://x","y")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '\u200b=1', '\0=1', '＝1+1', '"=1', '=1\r\n=2', ',=1', 'cmd|’/c calc’!A0', '<Budget>', ']]>', '&lt;', '</Root>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">', '\u0001\ufffe', '"quoted", and more',
);
const text = fc.oneof(hostile, fc.tuple(hostile, fc.string({ unit: 'binary', maxLength: 8 })).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 12 }));

/** A small school in which every text that a person may have typed is one of those. */
const typedBadly = fc.tuple(text, text, text, text, text, text).map(([school, description, fund, code, centre, cost]): PlanSnapshot => budgetPlan({
  school: { ...plan.school, name: school }, assets: plan.assets.filter((_, at) => at % 60 === 0).map((asset) => ({ ...asset, description, orderNumber: code })),
  recurring: plan.recurring.slice(0, 2).map((each) => ({ ...each, name: cost })), contracts: [], software: [],
  funds: plan.funds.map((each) => ({ ...each, name: each.usual ? fund : each.name })),
  finance: {
    ...plan.finance,
    ledgerCodes: [{ id: 1, code, description, ledgerType: 'EX', cfrCode: null, costCategory: 'laptops_desktops_tablets', nature: 'revenue', preferred: true }],
    costCentres: [{ id: 1, code: centre, name: centre, departmentId: null, counts: true, preferred: true }], fundCodes: [{ id: 1, code, name: null, fundKey: 'delegated' }],
    returnLines: [{ costCategory: 'laptops_desktops_tablets', nature: 'revenue', lineNumber: code }],
  },
}));

/** Money is divided by category and nature or by neither, as the plan file takes it. */
const whole = <Where extends Place>(where: Where): Where => (where.nature === null || where.costCategory === null ? { ...where, costCategory: null, nature: null } : where);
const anyMoney = withActuals(moneyPlan()).map((snapshot): PlanSnapshot => ({
  ...snapshot, budgets: snapshot.budgets.map(whole),
  finance: { ...snapshot.finance, virements: snapshot.finance.virements.map((each) => ({ ...each, from: whole(each.from), to: whole(each.to) })) },
}));

describe('any plan’s budget, line by line', () => {
  it('comes to the figures of the page by code and by fund in every year, with actuals, virements and a conversion', () => {
    fc.assert(fc.property(fc.oneof(anyMoney, anyBudget), fc.constantFrom('net' as const, 'gross' as const), (snapshot, vat) => {
      const facts = factsOf(snapshot, vat);
      const { years, totals } = facts.result;
      const budget = allocationRows(facts);
      const cost = (row: BudgetFacts['rows'][number]): number => (vat === 'net' ? row.entry.netPence : row.grossPence) ?? 0;
      years.forEach((year, at) => {
        const lines = facts.rows.filter((row) => row.year === year);
        expect(sumOf(lines.map(({ entry }) => entry.netPence ?? 0))).toBe(totals.plannedPence[at]);
        expect(sumOf(lines.map(cost))).toBe(facts.byCode.total[at]?.forecast);
        for (const row of facts.byCode.rows) {
          const category = bfrWords(snapshot.finance.returnLines, row);
          expect(sumOf(lines.filter(({ bfr }) => bfr === category).map(cost))).toBe(row.cells[at]?.forecast);
          expect(sumOf(budget.filter((each) => each.year === year.year && each.category === category).map(({ allocatedPence }) => allocatedPence))).toBe(row.cells[at]?.allocated ?? 0);
        }
        for (const row of facts.byFund.rows) {
          expect(sumOf(lines.filter(({ entry }) => entry.paidFrom === row.fundKey).map(cost))).toBe(row.cells[at]?.forecast);
          expect(sumOf(budget.filter((each) => each.year === year.year && each.place.fundKey === row.fundKey).map(({ allocatedPence }) => allocatedPence))).toBe(row.cells[at]?.allocated ?? 0);
        }
      });
      // E30 with its mirror CI04, and the six that schools are compared by, are sums of the same lines.
      const [revenue, capital] = (['revenue', 'capital'] as const).map((nature) => facts.rows.filter((row) => row.nature === nature));
      const yearly = (rows: BudgetFacts['rows']): number[] => years.map((year) => sumOf(rows.filter((row) => row.year === year).map(cost)));
      expect(yearly((capital ?? []).filter(({ entry: { paidFrom } }) => isRevenueFinanced(snapshot.funds, { nature: 'capital', paidFrom })))).toEqual(facts.byCode.revenueFinanced ?? years.map(() => 0));
      expect(yearly((revenue ?? []).filter(({ entry }) => entry.costCategory !== 'admin_software'))).toEqual(facts.byCode.benchmark?.map(({ forecast }) => forecast));
      // A budget is what was entered with what was moved, and its lines can be told apart.
      for (const { enteredPence, inPence, outPence, allocatedPence } of budget) expect(enteredPence + inPence - outPence).toBe(allocatedPence);
      expect(new Set(facts.rows.map(({ id }) => id)).size).toBe(facts.rows.length);
      for (const { reason, month } of facts.rows) expect([reason.length <= 255, month >= 1 && month <= 12]).toEqual([true, true]);
    }), { seed: SEED, numRuns: 120 });
  });

  it('comes to the same in XML, a record for each year and place', () => {
    fc.assert(fc.property(anyMoney, (snapshot) => {
      const facts = factsOf(snapshot);
      const records = recordsOf(clfpXml(facts));
      facts.result.years.forEach(({ start }, at) => {
        const of = records.filter((record) => record('Start_Date') === start);
        const sum = (field: string): number => sumOf(of.map((record) => penceIn(record(field))));
        const cell = facts.byCode.total[at];
        expect([sum('TotalSpend'), sum('Actuals'), sum('Commitments'), sum('CurrentBudget')]).toEqual([cell?.forecast, cell?.spent, cell?.committed, cell?.allocated ?? 0]);
        for (const record of of) expect(penceIn(record('BudgetLeft'))).toBe(penceIn(record('CurrentBudget')) - penceIn(record('TotalSpend')));
      });
    }), { seed: SEED, numRuns: 40 });
  });
});

describe('the lines as CSV', () => {
  it('are UTF-8 with its mark, a row to a line, money with both its decimals and days as days', () => {
    const csv = csvOf(hillcrest);
    expect(csv.startsWith('\u{feff}Plan,Scenario,Version,Line ID,School,URN,Year label,Year start,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows = readBack(csv);
    expect(rows).toHaveLength(hillcrest.rows.length);
    expect(rows[0]).toMatchObject({ 'Year start': '2026-04-01', Net: '9800.00', VAT: '1960.00', Gross: '11760.00', Qty: '1', 'Month (1–12)': '1', 'Funding source': 'Delegated budget' });
    for (const row of rows) expect(row.Net).toMatch(/^(-?\d+\.\d\d)?$/);
    expect(sumOf(rows.map((row) => penceIn(row.Net ?? null)))).toBe(sumOf(hillcrest.result.totals.plannedPence));
  });

  it('come back through our own import cell by cell', async () => {
    const table = await tableOf(csvOf(hillcrest), 'Hillcrest School budget lines 2026-11-21.csv');
    const rows = readBack(csvOf(hillcrest));
    const [head, ...read] = table.rows.map(({ cells }) => cells.map((cell) => String(cell ?? '')));
    expect(head).toEqual(Object.keys(rows[0] ?? {}));
    expect(read.map((cells) => Object.fromEntries((head ?? []).map((heading, at) => [heading, cells[at] ?? ''])))).toEqual(rows);
  });

  it('run nothing, whatever stands in a description, a fund’s name or a code', () => {
    fc.assert(fc.property(typedBadly, (snapshot) => {
      const csv = csvOf(factsOf(snapshot));
      const cells = parse(csv, { bom: true, record_delimiter: '\r\n' }).slice(1);
      for (const cell of cells.flat()) {
        // Only figures of our own may begin with a minus.
        if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s\u200b\0]*[=+\-@＝＋－＠]/u);
      }
      expect(new Set(cells.map((row) => row.length))).toEqual(new Set([33]));
    }), { seed: SEED, numRuns: 150 });
  });
});

describe('the budget in the shape of CLFP', () => {
  const records = recordsOf(clfpXml(hillcrest));

  it('has the fields of the format in their order, amounts in pounds with two decimals', () => {
    const [, first = ''] = clfpXml(hillcrest).split('<Budget>');
    expect([...first.matchAll(/<(\w+)>[^<]*<\/\1>/g)].map(([, name]) => name)).toEqual([
      'DateofData', 'FinancialYear', 'Start_Date', 'End_Date', 'LedgerGroup', 'Ledger_Code', 'LedgerCodeDescription', 'RevenueLedgerType', 'Fund', 'FundDescription', 'CostCentre',
      'CostCentreDescription', 'CFR_Code', 'CFRDescription', 'Commitments', 'CentrallyInvoiced', 'Actuals', 'CurrentBudget', 'OriginalBudget', 'TotalSpend', 'BudgetLeft',
    ]);
    for (const record of records) {
      for (const field of ['Commitments', 'CentrallyInvoiced', 'Actuals', 'CurrentBudget', 'OriginalBudget', 'TotalSpend', 'BudgetLeft']) expect(record(field)).toMatch(/^-?\d+\.\d\d$/);
    }
  });

  it('says of each place what it was given, before and after virements, and what it costs', () => {
    const support = records.find((record) => record('CFR_Code') === 'E20G' && record('FinancialYear') === '2026/27');
    // £12,000 entered, £1,500 moved away; the year's £4,100 is spent.
    expect(['DateofData', 'Start_Date', 'End_Date', 'OriginalBudget', 'CurrentBudget', 'Actuals', 'TotalSpend', 'BudgetLeft', 'FundDescription'].map((field) => support?.(field)))
      .toEqual(['2026-11-21', '2026-04-01', '2027-03-31', '12000.00', '10500.00', '4100.00', '4100.00', '6400.00', 'Delegated budget']);
    const friends = records.filter((record) => record('FundDescription') === 'Fund >5* Friends & "Family"');
    expect(friends.some((record) => record('OriginalBudget') === '1250.00' && record('CFR_Code') === null)).toBe(true);
  });

  it('uses the school’s own codes where they are mapped, by department where one has a cost centre of its own', () => {
    const department = plan.assets.find(({ categoryKey, departmentId }) => categoryKey === 'laptop' && departmentId !== null)?.departmentId ?? null;
    const mapped = recordsOf(clfpXml(factsOf(budgetPlan({ finance: {
      ...plan.finance,
      ledgerCodes: [{ id: 1, code: '4100', description: 'ICT devices', ledgerType: 'EX', cfrCode: 'E20E', costCategory: 'laptops_desktops_tablets', nature: 'revenue', preferred: true }],
      costCentres: [{ id: 1, code: 'ICT', name: 'ICT', departmentId: null, counts: true, preferred: true }, { id: 2, code: 'SCI', name: 'Science', departmentId: department, counts: true, preferred: false }],
      fundCodes: [{ id: 1, code: '01', name: 'Delegated', fundKey: 'delegated' }],
    } }))));
    const laptops = mapped.filter((record) => record('Ledger_Code') === '4100' && record('Fund') === '01' && record('FinancialYear') === '2026/27');
    expect(laptops.map((record) => [record('CostCentre'), record('CostCentreDescription'), record('LedgerCodeDescription'), record('Fund')])).toEqual([
      ['ICT', 'ICT', 'ICT devices', '01'], ['SCI', 'Science', 'ICT devices', '01'],
    ]);
    // The budget is the whole code's: cost centres have none of their own.
    expect(laptops.map((record) => record('CurrentBudget'))).toEqual(['40000.00', '0.00']);
  });

  it('stays one document with the same fields, whatever a person has typed', () => {
    fc.assert(fc.property(typedBadly, (snapshot) => {
      const xml = clfpXml(factsOf(snapshot));
      const records = recordsOf(xml);
      expect(records.length).toBeGreaterThan(10);
      expect(xml.match(/<Budget>/g)).toHaveLength(records.length);
      expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|<!/u);
    }), { seed: SEED, numRuns: 80 });
  });
});
