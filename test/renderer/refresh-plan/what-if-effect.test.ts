import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { ledgerRows, type Ledger } from '../../../planning/ledger.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { applyChanges, type PlanChange } from '../../../planning/scenarios/change.ts';
import { changesOf } from '../../../renderer/lib/what-if-figures.ts';
import { AS_OF, budgetOf, kit, schoolOf } from '../../planning/fixtures.ts';

const fiveYears: PlanChange = { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 };
const school = (...pounds: number[]): PlanSnapshot => schoolOf({
  assets: [kit({ userGroup: 'pupil', quantity: 90, purchaseDate: '2024-09-01', unitPaidPence: 36_500 })], budgets: budgetOf(...pounds),
});
const ledgerOf = (snapshot: PlanSnapshot): Ledger => ledgerRows(snapshot, forecast(snapshot, { asOf: AS_OF }));
const labels = ['2026/27', '2027/28', '2028/29', '2029/30', '2030/31'];
const changes = (saved: PlanSnapshot) => changesOf(labels, ledgerOf(applyChanges(saved, [fiveYears])), ledgerOf(saved));

describe('what a what-if does, in figures', () => {
  test('where every year has a budget, what is left or over of each year that moves', () => {
    const shown = changes(school(40_000, 40_000, 40_000, 40_000, 40_000));
    expect(shown.map(({ name, says }) => [name, says])).toEqual([
      ['Five years', 'left_or_over'], ['2028/29', 'left_or_over'], ['2029/30', 'left_or_over'],
    ]);
  });

  test('a year without a budget is told by its cost, and the sum of all years too', () => {
    const saved = school(40_000, 40_000);
    const shown = changes(saved);
    expect(shown.map((change) => change.name)).toEqual(['Five years, cost', '2028/29, cost', '2029/30, cost']);
    const [, moved] = shown;
    expect(moved).toMatchObject({ before: ledgerOf(saved).planned.years[2], after: 0 });
  });

  test('what is left is not said to change where only a year without a budget does', () => {
    expect(changes(school(40_000, 40_000, 40_000)).map((change) => change.name)).toEqual(['Five years, cost', '2028/29', '2029/30, cost']);
  });
});
