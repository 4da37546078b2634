import { describe, expect, it } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { changeEffect } from '../../planning/register/effect.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { afterBulk, BULK_FIELDS, canClear, changesNothing, readBulk } from '../../renderer/register/bulk-draft.ts';
import type { BulkDraft, BulkDue, BulkValue } from '../../renderer/register/bulk-draft.ts';
import { registerModel } from '../support/register-model.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';

const asOf = '2026-11-21';
const hillcrest = sampleSnapshot();
const { rowOf } = registerModel(hillcrest, asOf);
const desktop = rowOf('HC-DT-0214').asset;
const four = ['HC-DT-0212', 'HC-DT-0213', 'HC-DT-0214', 'HC-DT-0215'].map((tag) => rowOf(tag).asset);

const to = (text: string): BulkValue => ({ mode: 'set', text });
const draft = (values: BulkDraft['values'], due: BulkDue = 'leave'): BulkDraft => ({ values, due });
const read = (asked: BulkDraft, assets: readonly Asset[] = [desktop], snapshot: PlanSnapshot = hillcrest) => readBulk(asked, assets, snapshot, { asOf });
const effect = (asked: BulkDraft, assets: readonly Asset[] = [desktop], snapshot: PlanSnapshot = hillcrest) =>
  changeEffect(snapshot, forecast(snapshot, { asOf }), { asOf }, afterBulk(read(asked, assets, snapshot), assets, snapshot, asOf));

describe('many rows before they are changed', () => {
  it('say by how much each year of the plan moves: exactly what the forecast says afterwards', () => {
    const before = forecast(hillcrest, { asOf });
    const assets = hillcrest.assets.map((asset) => (asset.id === desktop.id ? { ...asset, purchaseDate: '2024-12-12' } : asset));
    const after = forecast({ ...hillcrest, assets }, { asOf });
    const moved = after.years.flatMap(({ label }, index) => {
      const pence = (after.totals.plannedPence[index] ?? 0) - (before.totals.plannedPence[index] ?? 0);
      return pence === 0 ? [] : [{ label, pence }];
    });
    expect(moved.length).toBeGreaterThan(1);
    expect(effect(draft({ purchaseDate: to('12 December 2024') })).years).toEqual(moved);
  });

  it('move four desktops from 2028/29 to 2029/30: £1,760 less in the one, dearer by a year’s rise in the other', () => {
    const { years } = effect(draft({}, 2029), four);
    // Each costs £440.27 in 2028/29; a year later 3 % more.
    expect(years[0]).toEqual({ label: '2028/29', pence: -4 * 44_027 });
    expect(years[1]?.label).toBe('2029/30');
    expect(years[1]?.pence).toBeGreaterThan(4 * 44_027);
    expect([...read(draft({}, 2029), four).days.values()]).toEqual(Array.from({ length: 4 }, () => '2029-12-12'));
  });

  it('count those that cannot be moved: kit without a due date, and years that are past', () => {
    const retired = rowOf('HC-SV-03').asset;
    expect(read(draft({}, 2029), [...four, retired]).stuck).toBe(1);
    expect(read(draft({}, 2020), four)).toMatchObject({ stuck: 4 });
    expect(changesNothing(read(draft({}, 2020), four))).toBe(true);
  });

  it('go back to what the policy says, those alone that were moved by hand', () => {
    const byHand = { ...desktop, movedTo: '2030-01-01' };
    expect([...read(draft({}, 'policy'), [byHand, ...four.slice(0, 1)]).days]).toEqual([[byHand.id, null]]);
  });

  it('say how many items come into the forecast, and that a room costs nothing', () => {
    const dateless = { ...hillcrest, assets: hillcrest.assets.map((asset) => (asset.id === desktop.id ? { ...asset, purchaseDate: null, modelId: null } : asset)) };
    const undated = dateless.assets.filter(({ id }) => id === desktop.id);
    expect(effect(draft({ purchaseDate: to('12 Dec 2024') }), undated, dateless).itemsForecast).toBe(1);
    expect(effect(draft({ room: to('Library') }))).toEqual({ years: [], itemsForecast: 0, withoutPrice: 0 });
  });

  it('leave alone what was not touched and clear what was to be cleared', () => {
    expect(changesNothing(read(draft({})))).toBe(true);
    expect(changesNothing(read(draft({ room: to(' '), status: { mode: 'leave' } })))).toBe(true);
    expect(read(draft({ room: { mode: 'clear' }, coverEnd: { mode: 'clear' }, unitPaidPence: to('£410') })).set)
      .toEqual({ room: null, coverEnd: null, unitPaidPence: 41_000 });
  });

  it('can be set in every field of an asset, and cleared wherever a row may have none', () => {
    const needed = BULK_FIELDS.filter((spec) => !canClear(spec)).map(({ field }) => field);
    expect(needed.toSorted()).toEqual(['categoryKey', 'description', 'osCanMove', 'quantity', 'status']);
    expect(BULK_FIELDS.length).toBeGreaterThan(30);
    const cleared = read(draft(Object.fromEntries(BULK_FIELDS.filter(canClear).map(({ field }) => [field, { mode: 'clear' }]))));
    expect(Object.values(cleared.set).every((value) => value === null)).toBe(true);
    expect(cleared.problems).toEqual({});
  });

  it('say at the field what cannot be true, naming the row it is not true of', () => {
    const problems = (values: BulkDraft['values'], asset: Partial<Asset> = {}) => read(draft(values), [{ ...desktop, ...asset }]).problems;
    expect(problems({ purchaseDate: to('12/12/2032') }).purchaseDate).toContain('12 December 2032 is still to come.');
    expect(problems({ purchaseDate: to('12/12/2026') }, { status: 'ordered', coverEnd: null })).toEqual({});
    expect(problems({ coverEnd: to('1 Nov 2023') }).coverEnd).toBe('Must be after 12 December 2023, when it was bought.');
    expect(problems({ purchaseDate: to('1 Jan 2026') }, { coverEnd: '2025-01-01' }).purchaseDate).toContain('Must be before 1 January 2025');
    expect(problems({ coverEnd: to('soon') }).coverEnd).toContain('cannot be read as a date');
    expect(read(draft({ coverEnd: to('1 Nov 2023') }), four).problems.coverEnd).toBe('HC-DT-0212: Must be after 12 December 2023, when it was bought.');
    expect(read(draft({ make: to('Kestrel') }), [{ ...desktop, modelId: null }]).problems.make).toContain('set the model too');
  });
});
