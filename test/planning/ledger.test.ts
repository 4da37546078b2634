import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { ledgerRows, type Ledger, type LedgerRow } from '../../planning/ledger.ts';
import { compareNames } from '../../planning/words.ts';
import { AS_OF, budgetOf, cost, kit, policiesWith, schoolOf } from './fixtures.ts';
import { fixedSchool } from './fixed-school.ts';

const UNMARKED = { overdue: 0, moved: 0, assumed: 0 };
const ledgerOf = (snapshot: ReturnType<typeof schoolOf>): Ledger => ledgerRows(snapshot, forecast(snapshot, { asOf: AS_OF }));
const cells = (row: LedgerRow | undefined): string[] => row?.cells.map((cell) => (cell.lines === 0 ? '–' : `${cell.quantity} ${cell.pence}`)) ?? [];
const named = (rows: readonly LedgerRow[], name: string): LedgerRow | undefined => rows.find((row) => row.name === name);

describe('the ledger of a small school', () => {
  const ledger = ledgerOf(fixedSchool());

  test('has a row for each kind of kit and group, devices first, and running costs last', () => {
    expect(ledger.rows.map((row) => row.name)).toEqual([
      'Desktops', 'Staff laptops', 'Pupil laptops', 'Tablets', 'Visualisers', 'Servers', 'Wireless access points', 'Running costs',
    ]);
  });

  test('counts what is replaced, and money for upgrades too', () => {
    expect(cells(named(ledger.rows, 'Desktops'))).toEqual(['0 121600', '–', '32 1408864', '–', '–']);
    expect(named(ledger.rows, 'Desktops')?.total).toEqual({ quantity: 32, pence: 1_530_464, unpriced: 0, lines: 2, ...UNMARKED });
  });

  test('opens to rooms, then assets, with upgrades as a row of their own', () => {
    const desktops = named(ledger.rows, 'Desktops');
    expect(desktops?.children.map((row) => [row.kind, row.name])).toEqual([['room', 'IT3'], ['upgrades', 'Memory upgrades']]);
    expect(cells(desktops?.children[0])).toEqual(['–', '–', '32 1408864', '–', '–']);
    expect(cells(desktops?.children[1])).toEqual(['32 121600', '–', '–', '–', '–']);
    expect(desktops?.children[0]?.children.map((row) => [row.name, row.assetId])).toEqual([['DT1 Kestrel 400', 2]]);
    expect(named(ledger.rows, 'Pupil laptops')?.children.map((row) => row.name)).toEqual(['IT10', 'No room recorded']);
  });

  test('never shows £0 for what has no price', () => {
    const visualisers = named(ledger.rows, 'Visualisers');
    expect(visualisers?.cells[0]).toEqual({ quantity: 9, pence: 0, unpriced: 9, lines: 1, ...UNMARKED, overdue: 9 });
    expect(visualisers?.cells[1]).toEqual({ quantity: 0, pence: 0, unpriced: 0, lines: 0, ...UNMARKED });
  });

  test('closes with what is still to come, already spent, planned, the budget and the difference', () => {
    expect(ledger.toCome.years[0]).toBe(1_948_933);
    expect(ledger.already.years).toEqual([635_467, 0, 0, 0, 0]);
    expect(ledger.planned.years[0]).toBe(1_948_933 + 635_467);
    expect(ledger.budget).toEqual({ years: [3_000_000, 3_000_000, 5_000_000, 3_000_000, 3_000_000], total: 17_000_000 });
    expect(ledger.difference?.years[2]).toBe(-1_828_972);
    expect(ledger.difference?.total).toBe(17_000_000 - ledger.planned.total);
  });

  test('opens running costs to each of them', () => {
    expect(named(ledger.rows, 'Running costs')?.children.map((row) => [row.name, row.recurringId])).toEqual([['Broadband', 1], ['Learning software', 2]]);
  });
});

describe('the ledger of any school', () => {
  test('has no budget rows until one is entered, and no figure for a year without one', () => {
    const assets = [kit({ purchaseDate: '2024-09-02', overridePence: 100, overridePriceDate: '2026-04-01' })];
    expect(ledgerOf(schoolOf({ assets }))).toMatchObject({ budget: null, difference: null });
    expect(ledgerOf(schoolOf({ assets, budgets: budgetOf(10) })).difference).toEqual({ years: [1_000, null, null, null, null], total: 1_000 });
  });

  test('has a row for losses, by category', () => {
    const snapshot = schoolOf({ assets: [kit({ purchaseDate: '2026-09-02', quantity: 400, overridePence: 100, overridePriceDate: '2026-04-01' })], policies: policiesWith('laptop', { lossBp: 250 }) });
    const losses = named(ledgerOf(snapshot).rows, 'Losses and breakages');
    expect(losses?.cells.map((cell) => cell.quantity)).toEqual([4, 10, 10, 10, 10]); // 400 at 2.5 %: 10 a year, 4.17 in five months
    expect(losses?.children.map((row) => row.name)).toEqual(['Laptops']);
  });

  test('is empty where nothing falls due', () => {
    expect(ledgerOf(schoolOf())).toMatchObject({ rows: [], planned: { years: [0, 0, 0, 0, 0], total: 0 } });
  });

  test('keeps the same keys whatever the amounts, so that open rows stay open', () => {
    const keys = (rows: readonly LedgerRow[]): string[] => rows.flatMap((row) => [row.key, ...keys(row.children)]);
    const school = fixedSchool();
    const dearer = { ...school, inflation: { ...school.inflation, defaultBp: 700 }, recurring: school.recurring.map((each) => cost({ ...each, amountPence: 1 })) };
    expect(keys(ledgerOf(dearer).rows)).toEqual(keys(ledgerOf(school).rows));
    expect(new Set(keys(ledgerOf(school).rows)).size).toBe(keys(ledgerOf(school).rows).length);
  });

  test('puts rooms in the order people count them', () => {
    expect(['IT10', 'it2', 'IT1', 'Library', 'IT 3', 'Hall', '3', '21', ''].sort(compareNames)).toEqual(['', '3', '21', 'Hall', 'IT1', 'it2', 'IT10', 'IT 3', 'Library']);
  });
});
