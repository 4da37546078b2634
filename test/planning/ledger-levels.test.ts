import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainCell, partsBehind } from '../../planning/explain-ledger.ts';
import { forecast } from '../../planning/forecast.ts';
import { ledgerRows, type Ledger, type LedgerCell, type LedgerRow } from '../../planning/ledger.ts';
import { DIMENSIONS, type Dimension } from '../../planning/ledger/dimensions.ts';
import { termPeriods, yearPeriods } from '../../planning/periods.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { plan, SEED } from './arbitraries.ts';
import { AS_OF, cost, department, kit, place, policiesWith, schoolOf } from './fixtures.ts';

const options = { asOf: AS_OF };
const names = (rows: readonly LedgerRow[]): string[] => rows.map(({ name }) => name);
const inside = (rows: readonly LedgerRow[], ...path: readonly string[]): readonly LedgerRow[] =>
  path.reduce((found, name) => found.find((row) => row.name === name)?.children ?? [], rows);
const everyRow = (rows: readonly LedgerRow[]): LedgerRow[] => rows.flatMap((row) => [row, ...everyRow(row.children)]);
const money = ({ pence, unpriced, lines }: LedgerCell): readonly number[] => [pence, unpriced, lines];
const added = (rows: readonly LedgerRow[], column: number): readonly number[] =>
  rows.reduce((sum, row) => sum.map((value, at) => value + (money(row.cells[column] ?? row.total)[at] ?? 0)), [0, 0, 0]);

/** Every order of every choice of levels, at least one. */
const levels: fc.Arbitrary<Dimension[]> = fc.shuffledSubarray([...DIMENSIONS], { minLength: 1 });

/** Departments, funds and rooms among the kit of any school. */
const peopled = plan().map((snapshot): PlanSnapshot => ({
  ...snapshot, departments: [department(1, 'Maths'), department(2, 'Art')],
  assets: snapshot.assets.map((asset) => ({ ...asset, departmentId: asset.id % 3 === 0 ? null : asset.id % 3 })),
  policies: snapshot.policies.map((policy, at) => ({ ...policy, fundKey: at % 2 === 0 ? 'dfc' : null })),
}));

describe('a ledger grouped in any way', () => {
  test('adds up: the rows to what is still to come, and what lies in a row to the row, in every column and the total, by years and by terms', () => {
    fc.assert(fc.property(peopled, levels, fc.boolean(), fc.integer({ min: 2, max: 5 }), (snapshot, chosen, byTerm, years) => {
      const result = forecast(snapshot, { ...options, years });
      const columns = byTerm ? termPeriods(result.years) : yearPeriods(result.years);
      const { rows, toCome } = ledgerRows(snapshot, result, { levels: chosen, columns });
      columns.forEach((_, column) => expect(added(rows, column)[0]).toBe(toCome.years[column]));
      expect(added(rows, columns.length)[0]).toBe(toCome.total);
      for (const row of everyRow(rows).filter(({ children }) => children.length > 0)) {
        [...columns, null].forEach((_, column) => expect([row.key, added(row.children, column)]).toEqual([row.key, money(row.cells[column] ?? row.total)]));
      }
    }), { seed: SEED, numRuns: 150 });
  });

  test('by terms adds up to the same ledger by years, row by row', () => {
    fc.assert(fc.property(peopled, levels, fc.constantFrom(4, 9), (made, chosen, yearStartMonth) => {
      const snapshot = { ...made, school: { ...made.school, yearStartMonth } };
      const result = forecast(snapshot, { ...options, years: 3 });
      const columns = termPeriods(result.years);
      const byYear = everyRow(ledgerRows(snapshot, result, { levels: chosen }).rows);
      const byTerm = new Map(everyRow(ledgerRows(snapshot, result, { levels: chosen, columns }).rows).map((row) => [row.key, row]));
      expect(byYear.length).toBe(byTerm.size);
      for (const row of byYear) {
        const terms = byTerm.get(row.key)?.cells ?? [];
        const of = (year: number, field: 'pence' | 'quantity' | 'unpriced'): number =>
          terms.reduce((sum, cell, at) => sum + (columns[at]?.yearIndex === year ? cell[field] : 0), 0);
        expect(row.cells.map((_, year) => [of(year, 'pence'), of(year, 'quantity'), of(year, 'unpriced')]))
          .toEqual(row.cells.map(({ pence, quantity, unpriced }) => [pence, quantity, unpriced]));
      }
    }), { seed: SEED, numRuns: 100 });
  });

  test('answers why in every cell of every row, with the lines that it is made of', () => {
    fc.assert(fc.property(peopled, levels, fc.boolean(), (snapshot, chosen, byTerm) => {
      const result = forecast(snapshot, { ...options, years: 2 });
      const columns = byTerm ? termPeriods(result.years) : yearPeriods(result.years);
      const { rows } = ledgerRows(snapshot, result, { levels: chosen, columns });
      expect(new Set(everyRow(rows).map(({ key }) => key)).size).toBe(everyRow(rows).length);
      for (const row of everyRow(rows)) {
        row.cells.forEach((cell, column) => {
          const parts = partsBehind(snapshot, result, row, column, columns);
          expect([row.key, parts.length, parts.reduce((sum, { pence }) => sum + (pence ?? 0), 0)]).toEqual([row.key, cell.lines, cell.pence]);
          expect(explainCell(snapshot, options, result, row, column, columns).steps.length > 0).toBe(cell.lines > 0);
        });
      }
    }), { seed: SEED, numRuns: 40 });
  });
});

describe('the rows of a school', () => {
  const snapshot = schoolOf({
    locations: [place(1, 'IT3')], departments: [department(1, 'Maths')],
    assets: [
      kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12', quantity: 32, locationId: 1, departmentId: 1, unitPaidPence: 41_500 }),
      kit({ tag: 'L1', userGroup: 'pupil', purchaseDate: '2023-12-12', unitPaidPence: 36_500, departmentId: 1 }),
      kit({ purchaseDate: '2023-12-12', unitPaidPence: 36_500 }),
    ],
    policies: policiesWith('laptop', { fundKey: 'dfc', lossBp: 1_000 }), recurring: [cost({ name: 'Broadband' })],
  });
  const result = forecast(snapshot, options);
  const by = (...chosen: readonly Dimension[]): Ledger => ledgerRows(snapshot, result, { levels: chosen });

  test('by department, then kind, then room: each named, what has none after them, and what is the whole school’s last', () => {
    const { rows } = by('department', 'kind', 'room');
    expect(names(rows)).toEqual(['Maths', 'No department recorded', 'For all departments']);
    expect(names(inside(rows, 'Maths'))).toEqual(['Desktops', 'Pupil laptops']);
    expect(names(inside(rows, 'Maths', 'Desktops'))).toEqual(['IT3', 'Memory upgrades']);
    expect(names(inside(rows, 'Maths', 'Pupil laptops', 'No room recorded'))).toEqual(['L1 Tamar 14 laptop']);
    expect(names(inside(rows, 'For all departments', 'Running costs'))).toEqual(['Broadband']);
  });

  test('by fund, code and need: codes with their title, and what has no fund is paid from the usual one', () => {
    expect(names(by('fund').rows)).toEqual(['Delegated budget', 'Devolved formula capital']);
    expect(names(by('code').rows)).toEqual(['E20A Connectivity', 'E20E Laptops, desktops and tablets', 'CE04D Laptops, desktops and tablets, capital']);
    expect(names(by('need').rows)).toEqual(['Not for a need']);
  });

  test('open kit also to what getting rid of it costs and brings in, without counting it twice', () => {
    const sold = { ...snapshot, policies: policiesWith('desktop', { disposalPence: 500, tradeInPence: 2_000 }) };
    const desktops = ledgerRows(sold, forecast(sold, options)).rows.find(({ name }) => name === 'Desktops');
    const disposal = desktops?.children.find(({ kind }) => kind === 'disposals');
    // 32 × (£5 less £20 brought in), carried from 2026/27 to 2028/29 at 3 %: 530 − 2,122 pence each.
    expect([disposal?.name, disposal?.cells[2]?.quantity, disposal?.cells[2]?.pence]).toEqual(['Disposal and trade-in', 0, 32 * (530 - 2_122)]);
    expect(desktops?.cells[2]?.quantity).toBe(32);
  });

  test('by one level alone open to the asset at once', () => {
    expect(names(inside(by('room').rows, 'IT3'))).toEqual(['Tamar 14 laptop']);
    expect(names(inside(by('kind').rows, 'Desktops', 'Memory upgrades'))).toEqual(['Tamar 14 laptop']);
  });

  test('with several kinds in one figure tells each story with its kind', () => {
    const [maths] = by('department').rows;
    if (maths === undefined) throw new Error('There is no row for Maths.');
    // All years together: the desktops, their memory in December 2026, and the laptop.
    const { steps } = explainCell(snapshot, options, result, maths, null);
    expect(steps.map(({ text }) => text.replace(/: .*/, ''))).toEqual([
      '32 desktops bought on 12 December 2023, due on 12 December 2028 (policy)', '32 desktops bought on 12 December 2023, upgraded on 12 December 2026',
      '1 pupil laptop bought on 12 December 2023, due on 12 December 2027 (policy)', expect.stringMatching(/^Together £/),
    ]);
  });

  test('a term of a running cost says what of the year is charged in it: £9,800 rising 3 % is £10,094, of which five twelfths', () => {
    const columns = termPeriods(result.years);
    const running = ledgerRows(snapshot, result, { columns }).rows.find(({ kind }) => kind === 'running')?.children[0];
    if (running === undefined) throw new Error('There is no row for broadband.');
    const summer = columns.findIndex(({ label }) => label === 'Summer 2027');
    const steps = explainCell(snapshot, options, result, running, summer, columns).steps.map(({ text }) => text);
    expect(steps.at(-1)).toBe('What is charged in the months of Summer 2027: £4,205.83.');
    expect(running.cells[summer]?.pence).toBe(420_583);
  });

  test('marks what is overdue, moved or assumed, in the row and in those it lies in', () => {
    const marked = schoolOf({
      locations: [place(1, 'IT3')],
      assets: [
        kit({ purchaseDate: '2019-09-01', locationId: 1 }), kit({ purchaseDate: '2023-01-09', movedTo: '2026-12-09', locationId: 1, quantity: 3 }),
        kit({ purchaseDate: '2022-12-01', purchaseDateAssumed: true, locationId: 1 }), kit({ purchaseDate: '2022-12-01', locationId: 1 }),
      ],
    });
    const [laptops] = ledgerRows(marked, forecast(marked, options)).rows;
    for (const row of [laptops, laptops?.children[0]]) expect(row?.cells[0]).toMatchObject({ quantity: 6, overdue: 1, moved: 3, assumed: 1 });
  });
});
