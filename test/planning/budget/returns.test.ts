import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainReturn, returnTable, yearOfColumn, type ReturnKind, type ReturnTable } from '../../../planning/budget/returns.ts';
import { ownReturn, returnNote, returnSentence } from '../../../planning/budget/return-sentence.ts';
import { firstMonthOf } from '../../../planning/calendar.ts';
import { sumOf } from '../../../planning/money.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, cost, kit, policiesWith } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';
import { financeOf, laptops, schoolWith } from './fixtures.ts';

const tableOf = (snapshot: PlanSnapshot, kind: ReturnKind, asked: Partial<Parameters<typeof returnTable>[2]> = {}): ReturnTable =>
  returnTable(snapshot, kind, { asOf: AS_OF, years: 3, vat: 'net', ...asked });
const rowOf = ({ rows }: ReturnTable, name: string) => rows.find((row) => row.name === name);
const hold = (law: (snapshot: PlanSnapshot) => void, numRuns = 60): void =>
  fc.assert(fc.property(moneyPlan({ consumables: true }), law), { seed: SEED, numRuns });

/** Broadband at £10 a month from September 2025 on, at £120 a year in any twelve months. */
const broadband = cost({ amountPence: 1_000, period: 'monthly', start: '2025-09-01', autoRenews: true, riseBp: 0, priceDate: '2025-09-01' });

describe('the budget forecast return', () => {
  test('has three September years in two parts, and three years from the next on', () => {
    expect(tableOf(schoolWith({}), 'bfr').columns.map(({ label, firstMonth, months }) => [label, firstMonth - firstMonthOf(2025, 9), months])).toEqual([
      ['Y1P1', 0, 7], ['Y1P2', 7, 5], ['Y2P1', 12, 7], ['Y2P2', 19, 5], ['Y3P1', 24, 7], ['Y3P2', 31, 5], ['Y2', 24, 12], ['Y3', 36, 12], ['Y4', 48, 12],
    ]);
    expect(tableOf(schoolWith({}), 'bfr', { asOf: '2027-08-31' }).columns).toEqual(tableOf(schoolWith({}), 'bfr').columns);
    expect(tableOf(schoolWith({}), 'bfr', { asOf: '2027-09-01' }).columns[0]?.firstMonth).toBe(firstMonthOf(2026, 9));
  });

  test('puts each cost into the part of its day', () => {
    const table = tableOf(schoolWith({
      policies: policiesWith('laptop', { lifeMonths: 48, fundKey: 'dfc' }),
      finance: financeOf({ returnLines: [{ costCategory: 'laptops_desktops_tablets', nature: 'capital', lineNumber: '624' }] }),
      // Bought 31 March 2026 (Y1P1) and due 31 March 2030 (Y4, after the parts); due 1 April 2027 (Y2P2).
      assets: [laptops(1, { purchaseDate: '2026-03-31', unitPaidPence: 30_000, fundKey: 'dfc' }), laptops(2, { purchaseDate: '2023-04-01' }), kit({ categoryKey: 'projector', purchaseDate: '2022-05-05' })],
      recurring: [broadband],
    }), 'bfr');
    expect(table.rows).toHaveLength(12);
    expect(rowOf(table, 'Laptops, desktops and tablets, capital')).toMatchObject({ number: '624', pence: [30_000, 0, 0, 80_000, 0, 0, 0, 0, 40_000] });
    expect(rowOf(table, 'Connectivity')).toMatchObject({ number: null, pence: [7_000, 5_000, 7_000, 5_000, 7_000, 5_000, 12_000, 12_000, 12_000] });
    expect(table.total).toEqual([37_000, 5_000, 7_000, 85_000, 7_000, 5_000, 12_000, 12_000, 52_000]);
    expect(table.unpriced).toEqual([{ name: 'Projectors', quantity: 1 }]);
  });
});

describe('the return of a maintained school', () => {
  test('has a code and a year from April, also for an academy, under the codes of CFR', () => {
    const academy = schoolWith({ assets: [laptops(2, { purchaseDate: '2023-08-31' })], recurring: [broadband] });
    const table = tableOf({ ...academy, school: { ...academy.school, type: 'academy', yearStartMonth: 9 } }, 'cfr');
    expect(table.columns.map(({ label }) => label)).toEqual(['2026/27', '2027/28', '2028/29']);
    // Two laptops due on 31 August 2027 at £400: the year from April 2027.
    expect(rowOf(table, 'Laptops, desktops and tablets')).toMatchObject({ number: 'E20E', pence: [0, 80_000, 0] });
    expect(rowOf(table, 'Laptops, desktops and tablets, capital')).toMatchObject({ number: 'CE04D', pence: [0, 0, 0] });
    expect(rowOf(table, 'Connectivity')).toMatchObject({ number: 'E20A', pence: [12_000, 12_000, 12_000] });
  });

  test('shows revenue that pays for capital once more, in no total, and VAT where it is asked for', () => {
    const snapshot = schoolWith({
      assets: [laptops(10)], finance: financeOf({ capitalRules: [{ id: 1, fromYear: 2026, thresholdPence: 200_000, basis: 'order', source: null }] }),
    });
    // Ten laptops at £400 in December 2027 reach £2,000: £4,000 of capital, and with VAT of a fifth £4,800.
    const [net, gross] = (['net', 'gross'] as const).map((vat) => tableOf(snapshot, 'cfr', { vat }));
    expect([net?.total, gross?.total]).toEqual([[0, 400_000, 0], [0, 480_000, 0]]);
    expect(net?.memo.map(({ code, pence }) => [code, pence[1]])).toEqual([['E30', 400_000], ['CI04', 400_000]]);
    expect(tableOf(snapshot, 'bfr').memo.map(({ code }) => code)).toEqual(['BAE290']);
  });
});

describe('the laws of the returns', () => {
  test('totals are their lines, parts their years, and both returns the same money over the months that both hold', () => {
    hold((snapshot) => {
      const [bfr, cfr] = [tableOf(snapshot, 'bfr'), tableOf(snapshot, 'cfr', { years: 4 })];
      for (const { rows, total, columns } of [bfr, cfr]) expect(total).toEqual(columns.map((_, at) => sumOf(rows.map(({ pence }) => pence[at] ?? 0))));
      for (const { pence } of bfr.rows) expect((pence[4] ?? 0) + (pence[5] ?? 0)).toBe(pence[6]);
      // April 2026 to March 2030 is P2 of 2025/26, all of 2026/27 to 2028/29 and P1 of 2029/30: hold P1 and P2 against the years of April.
      const at = (label: string): number => bfr.total[bfr.columns.findIndex((column) => column.label === label)] ?? 0;
      expect(cfr.total.slice(0, 2)).toEqual([at('Y1P2') + at('Y2P1'), at('Y2P2') + at('Y3P1')]);
    });
  });

  test('a return in the school’s own years is its budget', () => {
    hold((made) => {
      const snapshot = { ...made, school: { ...made.school, yearStartMonth: 4 } };
      expect(tableOf(snapshot, 'cfr').total).toEqual(forecast(snapshot, { asOf: AS_OF, years: 3 }).totals.plannedPence);
    });
  });

  test('every amount says why, in steps that come to it', () => {
    hold((snapshot) => {
      for (const kind of ['bfr', 'cfr'] as const) {
        const table = tableOf(snapshot, kind, { vat: 'gross', years: 2 });
        for (const at of [0, table.columns.length - 1]) {
          for (const row of [...table.rows.filter(({ pence }) => pence[at] !== 0), null]) {
            expect(sumOf(explainReturn(snapshot, table, row, at).steps.map((step) => ('pence' in step && typeof step.pence === 'number' ? step.pence : 0)))).toBe((row?.pence ?? table.total)[at]);
          }
        }
      }
    }, 25);
  });
});

describe('why an amount of a return', () => {
  test('is told item by item, also of what was paid', () => {
    const snapshot = schoolWith({ assets: [laptops(1, { purchaseDate: '2026-05-31', unitPaidPence: 30_000 })], recurring: [broadband] });
    const table = tableOf(snapshot, 'bfr');
    // £300 in May 2026 and five months of broadband at £10.
    expect(explainReturn(snapshot, table, null, 1).steps.map(({ text }) => text)).toEqual(['Laptops, 1 item, at what was paid: £300.', 'Broadband, as charged so far: £50.', 'Together £350.']);
    expect(explainReturn(snapshot, table, table.rows[1] ?? null, 1).steps.map(({ text }) => text)).toEqual(['The plan has nothing to pay for here in Y1P2.']);
  });
});

describe('what a return says of itself', () => {
  const school = (parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolWith({ assets: [laptops(2, { purchaseDate: '2023-04-01' })], ...parts });
  const said = (snapshot: PlanSnapshot, kind: ReturnKind): string => returnSentence(snapshot, tableOf(snapshot, kind, { years: 2 }), AS_OF).text;

  test('is what its years come to, where most of it stands, and whose return it is', () => {
    // £800 on 1 April 2027: April to August of 2026/27, and the April year 2027/28.
    expect(said(school(), 'bfr')).toBe('ICT comes to £0 in 2025/26, £800 in 2026/27 and £0 in 2027/28, September to August. Most stands under Laptops, desktops and tablets: £800. It is the return of an academy, shown for comparison: this school makes the other.');
    expect(said(school(), 'cfr')).toBe('ICT comes to £0 in 2026/27 and £800 in 2027/28, April to March. Most stands under E20E Laptops, desktops and tablets: £800.');
  });

  test('is until when a school that converts makes it, and what is not in it', () => {
    const converting = school({ assets: [kit({ categoryKey: 'projector', purchaseDate: '2022-05-05', quantity: 3 })], finance: financeOf({ profile: { conversion: { on: '2027-09-01', type: 'academy', yearStartMonth: 9 } } }) });
    expect(said(converting, 'cfr')).toBe('There is nothing with a price to return in these years. The school becomes an academy on 1 September 2027: it makes this return until then. Not in it, because nobody has said what they cost: Projectors (3).');
    expect(said(converting, 'bfr')).toContain('it makes this return from then on.');
    expect([ownReturn(converting, AS_OF), ownReturn(converting, '2027-09-01')]).toEqual(['cfr', 'bfr']);
  });

  test('names the year of each column, and what the columns are', () => {
    const table = tableOf(school(), 'bfr');
    expect(table.columns.map((column) => yearOfColumn('bfr', column))).toEqual(['2025/26', '2025/26', '2026/27', '2026/27', '2027/28', '2027/28', '2027/28', '2028/29', '2029/30']);
    expect(returnNote(table)).toContain('Y1 begins in Sep 2025 and is the previous year: Kitplan knows of it');
    expect(returnNote(tableOf(school(), 'cfr'))).not.toContain('shown once more');
  });
});
