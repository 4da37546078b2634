import { describe, expect, test } from 'vitest';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { upkeepSentence } from '../../../planning/sentences/upkeep.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { ownRecord } from '../../../planning/upkeep/record.ts';
import { entry } from '../agreements/fixtures.ts';
import { AS_OF, kit, policiesWith, schoolOf } from '../fixtures.ts';

const pupil = (parts: Partial<Asset> = {}): Asset => kit({ userGroup: 'pupil', purchaseDate: '2020-09-01', ...parts });

/** So many laptops broken, one in each month from December 2025. */
const broken = (count: number, parts: Partial<LedgerEntry> = {}): LedgerEntry[] => Array.from({ length: count }, (_, index) =>
  entry('broken', `${index === 0 ? 2025 : 2026}-${String(index === 0 ? 12 : index).padStart(2, '0')}-10`, { userGroup: 'pupil', ...parts }));

const recordOf = (parts: Partial<PlanSnapshot>, since: string | null = null) => ownRecord(schoolOf(parts), AS_OF, since);

describe('the school’s own loss rate', () => {
  test('is the items lost or broken for each item and year in service', () => {
    // December 2025 to November 2026, both whole: 12 months × 150 laptops = 150 item-years. 7 ÷ 150 = 4.67 %, told as 4.7 %.
    const { months, kinds } = recordOf({ assets: [pupil({ quantity: 150 })], ledger: broken(7) });
    expect(months).toMatchObject({ since: '2025-12-10' });
    expect(kinds).toEqual([{
      categoryKey: 'laptop', userGroup: 'pupil', events: 7, items: 7, yearlyPence: 0, unpriced: 7, itemMonths: 1_800, undated: 0, lossBp: 470, policyBp: 0,
    }]);
  });

  test('counts kit from the month it went into use to the month before it left', () => {
    const assets = [
      pupil({ quantity: 10 }), // all 12 months: 120
      pupil({ quantity: 10, purchaseDate: '2026-06-30' }), // June to November: 60
      pupil({ quantity: 10, purchaseDate: '2020-01-01', inServiceDate: '2026-09-01' }), // September to November: 30
      pupil({ quantity: 10, status: 'disposed', disposedOn: '2026-03-31' }), // December to February: 30
      pupil({ quantity: 10, status: 'disposed', disposedOn: '2025-01-31' }), // gone before
      pupil({ quantity: 10, purchaseDate: null }), // undated: throughout, 120
      pupil({ quantity: 10, status: 'ordered', purchaseDate: '2026-01-01' }), // not here yet
    ];
    const [kind] = recordOf({ assets, ledger: broken(5) }).kinds;
    expect(kind).toMatchObject({ itemMonths: 360, undated: 10, lossBp: 1_670 }); // 5 × 12 ÷ 360
  });

  test('counts kit that left on a day nobody wrote down until the last entry about it, else not at all', () => {
    const lost = pupil({ id: 7, status: 'lost' });
    const gone = pupil({ id: 8, status: 'retired' });
    const ledger = [...broken(5), entry('lost', '2026-04-02', { assetId: 7 })];
    // December to March: 4 months. The entry without a group is its asset’s.
    expect(recordOf({ assets: [lost, gone], ledger }).kinds).toMatchObject([{ userGroup: 'pupil', events: 6, itemMonths: 4 }]);
  });

  test('needs five events: with four it says too few', () => {
    const assets = [pupil({ quantity: 150 })];
    expect(recordOf({ assets, ledger: broken(4) }).kinds[0]).toMatchObject({ events: 4, lossBp: null });
    expect(recordOf({ assets, ledger: broken(5) }).kinds[0]?.lossBp).not.toBeNull();
    // Four entries are four events, however many items they tell of.
    expect(recordOf({ assets, ledger: broken(4, { quantity: 10 }) }).kinds[0]).toMatchObject({ items: 40, lossBp: null });
  });

  test('keeps user groups apart, and repairs count in the money but not in the rate', () => {
    const assets = [pupil({ quantity: 120 }), pupil({ quantity: 60, userGroup: 'staff' })];
    const ledger = [...broken(6, { pence: 3_000 }), entry('repaired', '2026-05-01', { userGroup: 'pupil', pence: 6_000 }), entry('lost', '2026-05-02', { userGroup: 'staff', pence: 50_000 })];
    const { kinds } = recordOf({ assets, ledger, policies: policiesWith('laptop', { lossBp: 200 }) });
    // Pupils: 6 × £30 + £60 in 12 months; 6 ÷ 120 = 5 %.
    expect(kinds.map(({ userGroup, events, yearlyPence, lossBp, policyBp }) => [userGroup, events, yearlyPence, lossBp, policyBp])).toEqual([
      ['pupil', 6, 24_000, 500, 200], ['staff', 1, 50_000, null, 200],
    ]);
  });

  test('can be counted from a later day, and what was before it is left out', () => {
    const { months, kinds } = recordOf({ assets: [pupil({ quantity: 150 })], ledger: broken(11) }, '2026-06-01');
    // June to November: 6 months × 150 = 75 item-years; June to October have one each.
    expect(months?.since).toBe('2026-06-01');
    expect(kinds).toMatchObject([{ events: 5, itemMonths: 900, lossBp: 670 }]);
  });

  test('says nothing where nothing is recorded, or the record begins after the day asked about', () => {
    expect(recordOf({ assets: [pupil()] })).toEqual({ months: null, kinds: [] });
    expect(ownRecord(schoolOf({ ledger: broken(3) }), '2025-11-01')).toEqual({ months: null, kinds: [] });
  });

  test('has no rate for kit that the register does not hold', () => {
    expect(recordOf({ ledger: broken(6, { categoryKey: 'camera', userGroup: null }) }).kinds).toMatchObject([{ categoryKey: 'camera', itemMonths: 0, lossBp: null }]);
  });
});

describe('the opening sentence of consumables and losses', () => {
  const sentence = (ledger: readonly LedgerEntry[], lossBp = 0): string =>
    upkeepSentence(schoolOf({ assets: [pupil({ quantity: 150 })], ledger, policies: policiesWith('laptop', { lossBp }) }), AS_OF).text;

  test('says what the record comes to beside what the plan counts with', () => {
    expect(sentence([])).toBe('Nothing bought, used, lost or broken is written down yet.');
    expect(sentence(broken(1))).toBe('1 entry since 10 December 2025. No kind of kit has the five losses or breakages that a rate needs.');
    expect(sentence(broken(6))).toBe('6 entries since 10 December 2025. Pupil laptops are lost or broken at 4% a year; the plan counts with no losses.');
    expect(sentence(broken(6), 200)).toContain('at 4% a year; the plan counts with 2%.');
    expect(sentence(broken(6), 400)).toBe('6 entries since 10 December 2025. What is lost and broken is what the plan counts with.');
  });
});
