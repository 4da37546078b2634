import { describe, expect, it } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { warrantiesEnding } from '../../planning/overview.ts';
import { applyChange } from '../../planning/scenarios/change.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { choicesOf, NO_FILTERS, RowIndex, withFilter } from '../../renderer/grid/filters.ts';
import type { GridFilters } from '../../renderer/grid/filters.ts';
import { gridLines, pathsTo, rowsAt } from '../../renderer/grid/lines.ts';
import { naturalKey, nextSort } from '../../renderer/grid/order.ts';
import { filtersAskedFor } from '../../renderer/register/asked-for.ts';
import { buildRegister, OVERDUE } from '../../renderer/register/rows.ts';
import type { RegisterRow } from '../../renderer/register/rows.ts';
import { costTotalWords, totalsOf } from '../../renderer/register/totals.ts';
import { itemsOfRow, SEARCHED } from '../../renderer/register/searched.ts';
import { registerModel } from '../support/register-model.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';

const asOf = '2026-11-21';
const hillcrest = sampleSnapshot();
const { rows, columns, columnOf, index, order } = registerModel(hillcrest, asOf);
const all = index.matching(NO_FILTERS);

const filtered = (filters: Partial<GridFilters<RegisterRow>>) => rowsAt(rows, index.matching({ ...NO_FILTERS, ...filters }));

/** Hillcrest with one row changed. */
const withAsset = (change: Partial<Asset>, at = 0): PlanSnapshot =>
  ({ ...hillcrest, assets: hillcrest.assets.map((asset, position) => (position === at ? { ...asset, ...change } : asset)) });

describe('the figures of a row', () => {
  it('agree to the penny with the forecast line that replaces it first', () => {
    const first = forecast(hillcrest, { asOf }).lines.filter((line) => line.kind === 'replace' && line.occurrence === 0);
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(first.length).toBeGreaterThan(500);
    for (const line of first) {
      const row = byId.get(line.assetId ?? 0);
      expect([row?.due, row?.costPence, row?.overdue]).toEqual([line.due, line.netPence, line.overdue]);
    }
  });

  it('count every item of the register once, in the forecast or out of it', () => {
    const result = forecast(hillcrest, { asOf });
    const forecastItems = totalsOf(rows.filter((row) => row.leftOut === null)).items;
    expect(totalsOf(rows).items).toBe(result.quantityRegister);
    expect(forecastItems).toBe(result.quantityForecast);
    expect(totalsOf(rows.filter((row) => row.overdue)).items).toBe(result.overdueQuantity);
  });

  it('carry the price on for kit that falls due after the last year of the plan', () => {
    const longest = forecast(hillcrest, { asOf, years: 10 });
    const later = rows.find((row) => row.due !== null && row.due > '2032-01-01');
    const line = longest.lines.find((each) => each.assetId === later?.id && each.kind === 'replace' && each.occurrence === 0);
    expect(line?.netPence).toBeGreaterThan(0);
    expect(later?.costPence).toBe(line?.netPence);
  });

  it('name a policy by its years, and a cover date that decides by what it is', () => {
    const desktop = rows.find((row) => row.kind === 'Desktops' && row.due !== null);
    expect(desktop?.setBy).toBe('5-year policy');
    const early = withAsset({ coverEnd: '2027-03-31' }, hillcrest.assets.findIndex((asset) => asset.tag === 'HC-SV-01'));
    const server = buildRegister(early, { asOf }).rows.find((row) => row.tag === 'HC-SV-01');
    expect([server?.setBy, server?.due, server?.dueYear]).toEqual(['Warranty end', '2027-03-31', '2026/27']);
  });

  it('say of kit without a purchase date that it is left out, and give it no cost', () => {
    const dateless = buildRegister(withAsset({ purchaseDate: null, inServiceDate: null, modelId: null, status: 'in_use' }), { asOf }).rows[0];
    expect(dateless).toMatchObject({ due: null, costPence: null, leftOut: 'no_purchase_date', bought: null });
  });

  it('leave the cost of kit whose replacement is on order to the order’s own row', () => {
    const old = hillcrest.assets.findIndex((asset) => asset.tag === 'HC-DT-0214');
    const order1: Asset = {
      ...hillcrest.assets[old]!, id: 90_001, tag: 'HC-DT-0900', status: 'ordered', purchaseDate: '2027-01-10',
      unitPaidPence: 43_000, succeedsAssetId: hillcrest.assets[old]!.id,
    };
    const built = buildRegister({ ...hillcrest, assets: [...hillcrest.assets, order1] }, { asOf }).rows;
    expect(built[old]).toMatchObject({ onOrder: true, costPence: 0 });
    expect(built.at(-1)).toMatchObject({ setBy: 'On order', due: '2027-01-10', costPence: 43_000 });
  });

  it('multiply what was paid and what it will cost by the items of a quantity row', () => {
    const group = buildRegister(withAsset({ quantity: 30, unitPaidPence: 39_800, status: 'in_use', purchaseDate: '2023-12-12' }), { asOf }).rows[0];
    expect(group?.paidPence).toBe(30 * 39_800);
    expect(group?.costPence).toBe(30 * (group?.unitPence ?? 0));
  });
});

describe('sorting', () => {
  const tags = (positions: Uint32Array) => rowsAt(rows, positions).map((row) => row.tag);

  it('puts HC-2 before HC-10 and takes no notice of capitals and accents', () => {
    expect(['HC-10', 'hc-2', 'Éclair', 'Delta'].toSorted((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1)))
      .toEqual(['Delta', 'Éclair', 'hc-2', 'HC-10']);
  });

  it('puts rows without a value last, upwards and downwards', () => {
    for (const descending of [false, true]) {
      const dues = rowsAt(rows, order.sorted(all, [{ column: 'due', descending }])).map((row) => row.due);
      const firstUnknown = dues.indexOf(null);
      expect(firstUnknown).toBeGreaterThan(0);
      expect(dues.slice(firstUnknown).every((due) => due === null)).toBe(true);
      const known = dues.slice(0, firstUnknown);
      expect(known).toEqual(known.toSorted((a, b) => (a! < b! ? -1 : a! > b! ? 1 : 0) * (descending ? -1 : 1)));
    }
  });

  it('keeps the order of the register among equal rows, in both directions', () => {
    for (const descending of [false, true]) {
      const sorted = order.sorted(all, [{ column: 'kind', descending }]);
      const laptops = [...sorted].filter((position) => rows[position]?.kind === 'Pupil laptops');
      expect(laptops).toEqual(laptops.toSorted((a, b) => a - b));
    }
  });

  it('goes up, then down, then back to the order of the register', () => {
    const up = nextSort([], 'cost');
    const down = nextSort(up, 'cost');
    expect([up, down, nextSort(down, 'cost')]).toEqual([
      [{ column: 'cost', descending: false }], [{ column: 'cost', descending: true }], [],
    ]);
    expect(tags(order.sorted(all, []))).toEqual(rows.map((row) => row.tag));
  });
});

describe('filtering', () => {
  it('shows what falls due in a year, and its cost is what the forecast has for first replacements in it', () => {
    const shown = filtered({ columns: [{ kind: 'choice', column: 'due', values: ['2028/29'] }] });
    const lines = forecast(hillcrest, { asOf }).lines
      .filter((line) => line.yearIndex === 2 && line.kind === 'replace' && line.occurrence === 0);
    expect(totalsOf(shown).items).toBe(lines.reduce((sum, line) => sum + line.quantity, 0));
    expect(totalsOf(shown).costPence).toBe(lines.reduce((sum, line) => sum + (line.netPence ?? 0), 0));
  });

  it('finds rows by every word typed, in any of their facts', () => {
    const found = filtered({ find: 'kestrel it3' });
    expect(found.length).toBeGreaterThan(10);
    expect(found.every((row) => /kestrel/i.test(row.description) && row.room === 'IT3')).toBe(true);
  });

  it('takes several conditions together and lets one be taken off', () => {
    const due = withFilter(NO_FILTERS, 'due', { kind: 'choice', column: 'due', values: ['2028/29'] });
    const both = withFilter(due, 'kind', { kind: 'choice', column: 'kind', values: ['Desktops'] });
    expect(rowsAt(rows, index.matching(both)).every((row) => row.kind === 'Desktops' && row.dueYear === '2028/29')).toBe(true);
    expect(withFilter(both, 'kind', null)).toEqual(due);
    expect(withFilter(both, 'kind', { kind: 'choice', column: 'kind', values: [] })).toEqual(due);
  });

  it('can ask for what is not known', () => {
    const nowhere = filtered({ columns: [{ kind: 'unknown', column: 'room' }] });
    expect(nowhere).toEqual(rows.filter((row) => row.room === null));
    expect(filtered({ columns: [{ kind: 'choice', column: 'room', values: [null, 'IT3'] }] }).length)
      .toBe(nowhere.length + rows.filter((row) => row.room === 'IT3').length);
  });

  it('counts both ends of an amount, and never takes an unknown for £0', () => {
    const shown = filtered({ columns: [{ kind: 'amount', column: 'paid', least: 0, most: 40_000 }] });
    expect(shown).toEqual(rows.filter((row) => row.paidPence !== null && row.paidPence <= 40_000));
  });

  it('opens exactly one asset for a scanned tag, else for a serial number', () => {
    const asset = rows.find((row) => row.tag === 'HC-DT-0214');
    expect(index.byCode(' hc-dt-0214 ')).toBe(asset);
    expect(index.byCode(asset?.asset.serial ?? '')).toBe(asset);
    expect(index.byCode('HC-DT')).toBeNull();
    expect(index.byCode('')).toBeNull();
  });

  it('opens none of several that share a tag: the list shows them', () => {
    const twins = buildRegister(withAsset({ tag: 'HC-DT-0214' }), { asOf }).rows;
    expect(new RowIndex(twins, columns, SEARCHED).byCode('HC-DT-0214')).toBeNull();
  });
});

describe('what other pages ask for', () => {
  const result = forecast(hillcrest, { asOf });
  const asked = (filter: Parameters<typeof filtersAskedFor>[0]) =>
    rowsAt(rows, index.matching(filtersAskedFor(filter, '', rows, result)));

  it('missing purchase dates are those that the forecast leaves out for it', () => {
    const left = result.notInForecast.find(({ reason }) => reason === 'no_purchase_date')?.quantity ?? 0;
    expect(totalsOf(asked({ missing: 'purchaseDate' })).items).toBe(left);
  });

  it('overdue kit is counted as the forecast counts it, and stands in the plan’s first year too', () => {
    expect(totalsOf(asked({ overdue: true })).items).toBe(result.overdueQuantity);
    const firstYear = asked({ due: '2026/27' });
    expect(firstYear.some((row) => row.dueYear === OVERDUE)).toBe(true);
    const ticked = filtered({ columns: [{ kind: 'choice', column: 'due', values: ['2026/27'] }] });
    expect(ticked).toEqual(firstYear);
    expect(choicesOf(rows, columnOf('due'), itemsOfRow).find(({ value }) => value === '2026/27')?.quantity).toBe(totalsOf(ticked).items);
    expect(filtered({ columns: [{ kind: 'choice', column: 'due', values: [OVERDUE] }] }).every((row) => row.overdue)).toBe(true);
    expect(totalsOf(firstYear).costPence).toBe(result.lines
      .filter((line) => line.yearIndex === 0 && line.kind === 'replace' && line.occurrence === 0)
      .reduce((sum, line) => sum + (line.netPence ?? 0), 0));
  });

  it('kinds, warranties that end soon and picked assets each narrow the list', () => {
    expect(asked({ categoryKey: 'laptop', userGroup: 'pupil' }).every((row) => row.kind === 'Pupil laptops')).toBe(true);
    const ending = warrantiesEnding(hillcrest, result);
    expect(totalsOf(asked({ coverEndsBy: ending.by })).items).toBe(ending.quantity);
    expect(asked({ ids: [rows[3]!.id, rows[5]!.id] }).map((row) => row.id)).toEqual([rows[3]!.id, rows[5]!.id]);
    expect(asked({ categoryKey: 'printer_3d', userGroup: 'staff' })).toEqual([]);
  });
});

describe('groups', () => {
  const kinds = [columnOf('kind')];
  const groupsOf = (lines: ReturnType<typeof gridLines<RegisterRow>>) => lines.flatMap((line) => (line.kind === 'group' ? [line] : []));

  it('stand in the order of the plan, each with what its rows come to', () => {
    const lines = gridLines(rows, kinds, new Set());
    const groups = groupsOf(lines);
    expect(groups[0]?.group.words).toBe('Servers');
    expect(groups.reduce((sum, { group }) => sum + totalsOf(group.rows).items, 0)).toBe(totalsOf(rows).items);
    expect(groups.reduce((sum, { group }) => sum + totalsOf(group.rows).costPence, 0)).toBe(totalsOf(rows).costPence);
    expect(lines.length).toBe(rows.length + groups.length);
  });

  it('fold their rows away and keep their sums', () => {
    const open = groupsOf(gridLines(rows, kinds, new Set())).find(({ group }) => group.words === 'Desktops');
    const folded = gridLines(rows, kinds, new Set(['Desktops']));
    expect(groupsOf(folded).find(({ group }) => group.words === 'Desktops')).toEqual({ ...open, open: false });
    expect(folded.some((line) => line.kind === 'row' && line.row.kind === 'Desktops')).toBe(false);
  });

  it('lie within one another, and the way to a row can be opened', () => {
    const within = [columnOf('room'), columnOf('kind')];
    const it3 = rows.find((row) => row.room === 'IT3' && row.kind === 'Desktops');
    if (!it3) throw new Error('Hillcrest has desktops in IT3.');
    const paths = pathsTo(it3, within);
    const lines = gridLines(rows, within, new Set(paths.slice(0, 1)));
    expect(groupsOf(lines).find(({ group }) => group.path === paths[0])).toMatchObject({ open: false, group: { level: 0, words: 'IT3' } });
    expect(lines.some((line) => line.kind === 'row' && line.row === it3)).toBe(false);
    const opened = gridLines(rows, within, new Set());
    expect(groupsOf(opened).find(({ group }) => group.path === paths[1])?.group).toMatchObject({ level: 1, words: 'Desktops' });
    const outer = groupsOf(opened).filter(({ group }) => group.level === 0);
    expect(outer.reduce((sum, { group }) => sum + group.rows.length, 0)).toBe(rows.length);
    expect(outer.at(-1)?.group.words).toBe('No room');
  });

  it('count items without a price and never add them as £0', () => {
    const priceless = withAsset({ unitPaidPence: null, modelId: null, categoryKey: 'other', userGroup: null, status: 'in_use', purchaseDate: '2024-01-01', quantity: 7 });
    const without = buildRegister({ ...priceless, policies: priceless.policies.map((policy) => (policy.categoryKey === 'other' ? { ...policy, unitPence: null } : policy)) }, { asOf });
    expect(totalsOf(without.rows.filter((row) => row.kind === 'Other items'))).toMatchObject({ withoutPrice: 7, costPence: 0 });
    expect(costTotalWords(totalsOf(without.rows.filter((row) => row.kind === 'Other items')))).toBe('no price');
  });

  it('say no sum where nothing is to be bought: kit without a date, and retired kit', () => {
    const dateless = withAsset({ purchaseDate: null, inServiceDate: null, coverEnd: null });
    const undated = buildRegister(dateless, { asOf }).rows.filter((row) => row.leftOut === 'no_purchase_date');
    expect(undated.length).toBeGreaterThan(0);
    expect(costTotalWords(totalsOf(undated))).toBe('–');
    const retired = buildRegister(withAsset({ status: 'retired' }), { asOf }).rows.filter((row) => row.leftOut === 'status_retired');
    expect(costTotalWords(totalsOf(retired))).toBe('–');
    // What it was decided not to replace needs no price: it is not one that is missing.
    const snapshot = applyChange(hillcrest, { kind: 'action', assetIds: rows.filter((row) => row.kind === 'Tablets').map(({ id }) => id), action: 'retire', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null }, null);
    const leaving = totalsOf(buildRegister(snapshot, { asOf }).rows.filter((row) => row.kind === 'Tablets' && row.due !== null));
    expect([leaving.withoutPrice, costTotalWords(leaving)]).toEqual([0, '–']);
    expect(costTotalWords(totalsOf(rows))).toMatch(/^£[1-9]/);
  });
});
