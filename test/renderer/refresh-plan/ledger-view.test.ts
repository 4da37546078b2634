import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import type { Dimension } from '../../../planning/ledger/dimensions.ts';
import { ledgerRows, type Ledger, type LedgerRow } from '../../../planning/ledger.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { applyChanges, type PlanChange } from '../../../planning/scenarios/change.ts';
import { cellQuestion } from '../../../renderer/refresh-plan/cell-question.ts';
import { cellFigure, looksTheSame, MOST_LISTED, pairRows, shownLines } from '../../../renderer/refresh-plan/ledger-view.ts';
import { lifeTag } from '../../../renderer/refresh-plan/life-tag.ts';
import { commonLossRate, policyRows } from '../../../renderer/refresh-plan/policy-rows.ts';
import { withChange } from '../../../renderer/lib/what-if-changes.ts';
import { AS_OF, department, kit, place, policiesWith, schoolOf } from '../../planning/fixtures.ts';

const ledgerOf = (snapshot: PlanSnapshot): Ledger => ledgerRows(snapshot, forecast(snapshot, { asOf: AS_OF }));
const keepLaptops = (lifeMonths: number): PlanChange => ({ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths });

const school = schoolOf({
  locations: [place(1, 'IT1')],
  assets: [
    kit({ userGroup: 'pupil', purchaseDate: '2024-09-01', unitPaidPence: 36_500, locationId: 1 }),
    kit({ categoryKey: 'tablet', purchaseDate: '2024-09-01', unitPaidPence: 31_900 }),
  ],
});

describe('the ledger beside its saved self', () => {
  test('a row that a what-if empties stays where it was, with dashes', () => {
    const saved = ledgerOf(school);
    const now = ledgerOf(applyChanges(school, [keepLaptops(600)]));
    expect(now.rows.map((row) => row.name)).toEqual(['Tablets']);
    const pairs = pairRows(now.rows, saved.rows);
    expect(pairs.map((pair) => pair.now.name)).toEqual(saved.rows.map((row) => row.name));
    const laptops = pairs.find((pair) => pair.now.name === 'Pupil laptops');
    expect(laptops?.now.cells.map(cellFigure)).toEqual(['–', '–', '–', '–', '–']);
    expect(laptops?.saved?.total.quantity).toBe(1);
  });

  test('only rows whose figures change are drawn again', () => {
    const saved = ledgerOf(school);
    const now = ledgerOf(applyChanges(school, [keepLaptops(60)]));
    const changed = pairRows(now.rows, saved.rows).filter((pair) => !looksTheSame(pair.now, pair.saved));
    expect(changed.map((pair) => pair.now.name)).toEqual(['Pupil laptops']);
  });

  test('a room of 60 assets lists 50 and says how many more there are', () => {
    const assets = Array.from({ length: 60 }, (_, index) => kit({ purchaseDate: '2024-09-01', unitPaidPence: 36_500, locationId: 1, tag: `T-${index}` }));
    const { rows } = ledgerOf({ ...school, assets });
    const [kind] = rows;
    const [room] = kind?.children ?? [];
    if (kind === undefined || room === undefined) throw new Error('The ledger has no room.');
    const lines = shownLines(pairRows(rows, rows), new Set([kind.key, room.key]));
    expect(lines.filter((line) => line.kind === 'row' && line.level === 3)).toHaveLength(MOST_LISTED);
    expect(lines.at(-1)).toMatchObject({ kind: 'more', count: 10, level: 3 });
    expect(shownLines(pairRows(rows, rows), new Set())).toHaveLength(1);
  });

  test('what has no price says so, and what has nothing due is a dash', () => {
    const cell = { quantity: 3, pence: 0, unpriced: 3, lines: 3, overdue: 0, moved: 0, assumed: 0 };
    expect(cellFigure(cell)).toBe('no price');
    expect(cellFigure({ ...cell, quantity: 0, unpriced: 0, lines: 0 })).toBe('–');
    expect(cellFigure({ ...cell, pence: 14_088_64, unpriced: 0 })).toBe('14,089');
  });

  test('the kind that is tried out carries its life and what it was', () => {
    const [laptops, tablets] = ['Pupil laptops', 'Tablets'].map((name) => ledgerOf(school).rows.find((row) => row.name === name));
    if (laptops === undefined || tablets === undefined) throw new Error('A row is missing.');
    expect(lifeTag(laptops, [keepLaptops(60)], school)).toBe('5 years, was 4');
    expect(lifeTag(laptops, [keepLaptops(54)], school)).toBe('4½ years, was 4');
    expect(lifeTag(tablets, [keepLaptops(60)], school)).toBeNull();
  });
});

describe('what is tried out', () => {
  test('a second change to the same kind takes the place of the first, and going back leaves nothing', () => {
    const once = withChange([], keepLaptops(60), false);
    const twice = withChange(once, keepLaptops(72), false);
    expect(twice).toEqual([keepLaptops(72)]);
    expect(withChange(twice, { kind: 'price_rise', bp: 500 }, false)).toHaveLength(2);
    expect(withChange(twice, keepLaptops(48), true)).toEqual([]);
    expect(withChange([], keepLaptops(48), true)).toEqual([]);
  });

  test('the policies are those that the school has kit for, laptops first', () => {
    const rows = policyRows({ ...school, assets: [...school.assets, kit({ categoryKey: 'server', purchaseDate: '2024-09-01' }), kit({ purchaseDate: '2024-09-01' })] });
    expect(rows.map((row) => row.name)).toEqual(['Pupil laptops', 'Laptops', 'Tablets', 'Servers']);
  });

  test('a kind that is used until it fails has no life to change, and says so', () => {
    const policies = policiesWith('tablet', { binding: [] });
    expect(policyRows({ ...school, policies }).find((row) => row.name === 'Tablets')).toMatchObject({
      lifeBinds: false, note: 'Used until it fails, so it is not in the forecast.',
    });
  });

  test('one loss rate is shown only where all kinds have it', () => {
    expect(commonLossRate(school.policies)).toBe(0);
    expect(commonLossRate(policiesWith('laptop', { lossBp: 250 }))).toBeNull();
  });
});

describe('the question that a figure answers', () => {
  const questions = (levels: readonly Dimension[]): readonly string[] => {
    const cover = { assetId: 9, action: 'extend_cover', years: 2, yearlyPence: 39_000, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null } as const;
    const plan = schoolOf({
      locations: [place(1, 'Comms 1')], departments: [department(4, 'Whole school')], actions: [cover],
      assets: [kit({ id: 9, tag: 'SV-1', description: 'Host', categoryKey: 'server', purchaseDate: '2024-08-14', coverEnd: '2027-08-14', unitPaidPence: 500_000, locationId: 1, departmentId: 4 })],
    });
    const all = (rows: readonly LedgerRow[]): readonly LedgerRow[] => rows.flatMap((row) => [row, ...all(row.children)]);
    return all(ledgerRows(plan, forecast(plan, { asOf: AS_OF }), { levels }).rows).map((row) => cellQuestion(plan, row, row.total, 'these 5 years'));
  };

  test('names a single asset by itself, however deep it stands', () => {
    expect(questions(['department', 'room', 'kind'])).toContain('Why SV-1 Host in these 5 years?');
  });

  test('counts years of longer cover as extensions', () => {
    expect(questions(['kind', 'room'])).toContain('Why 2 extensions of cover or support in these 5 years?');
  });
});
