import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { supportOutlook } from '../../../planning/support/outlook.ts';
import type { ListedRelease } from '../../../planning/support/release.ts';
import { meaningOf, supportSentence } from '../../../planning/support/sentence.ts';
import { AS_OF, kit, model, policiesWith, schoolOf } from '../fixtures.ts';

const release = (id: number, label: string, securityEnd: string | null, parts: Partial<ListedRelease> = {}): ListedRelease => ({
  id, product: 'windows', cycle: label, label, releasedOn: null, activeEnd: null, securityEnd, extendedEnd: null, extendedYearPence: null,
  extendedPriceDate: null, source: 'endoflife.date', asOf: '2026-08-22', shipped: true, endedUndated: false, ...parts,
});
const TEN = release(1, '10 22H2', '2025-10-14', { extendedEnd: '2028-10-10' });
const ELEVEN = release(2, '11 24H2 (E)', '2027-10-12');
const OPEN = release(3, '17', null, { product: 'ipados' });
const RELEASES = [TEN, ELEVEN, OPEN];

/** A device that runs a release, as the plan file answers it: the release's end where it has none of its own. */
const running = (of: ListedRelease, quantity: number, parts: Partial<Asset> = {}): Asset =>
  kit({ osReleaseId: of.id, osEnd: of.securityEnd, quantity, purchaseDate: '2023-12-12', unitPaidPence: 40_000, ...parts });
const look = (parts: Partial<PlanSnapshot>, releases: readonly ListedRelease[] = RELEASES) => {
  const snapshot = schoolOf({ policies: policiesWith('laptop', { unitPence: 40_000, priceDate: '2026-04-01' }), ...parts });
  return supportOutlook(snapshot, forecast(snapshot, { asOf: AS_OF }), releases);
};

describe('what loses support', () => {
  test('is listed under the year of its last day, with who can move and what the plan replaces', () => {
    // Bought Dec 2023, four years: due Dec 2027, in 2027/28 at 40000 × 1.03 = £412; those that cannot move are due with their system, Oct 2027.
    const outlook = look({ assets: [running(ELEVEN, 60), running(ELEVEN, 12, { osCanMove: false })] });
    const [group] = outlook.years[1]?.groups ?? [];
    expect(outlook.years.map(({ label, devices }) => [label, devices])).toEqual([['2026/27', 0], ['2027/28', 72], ['2028/29', 0], ['2029/30', 0], ['2030/31', 0]]);
    expect(group).toMatchObject({ what: 'Windows 11 24H2 (E)', end: '2027-10-12', state: 'ending', quantity: 72, canMove: 60, source: { asOf: '2026-08-22' } });
    expect(group === undefined ? [] : meaningOf(group)).toEqual([
      '60 can move to a newer version as they are.', 'The plan replaces 12 in 2027/28: £4,944.',
    ]);
    expect(supportSentence(outlook).text).toBe('72 devices lose support in 2027/28: 72 × Windows 11 24H2 (E).');
  });

  test('that is gone and still in use comes first, with what paid updates cost', () => {
    const outlook = look({ assets: [running(TEN, 34, { osCanMove: false }), running(ELEVEN, 2)] });
    const [group] = outlook.ended;
    expect(group).toMatchObject({ state: 'extended', end: '2025-10-14', quantity: 34, extension: { until: '2028-10-10', yearPence: null } });
    // Due when its system ended: overdue, so in 2026/27 at £400.
    expect(group === undefined ? [] : meaningOf(group)).toEqual([
      'The plan replaces 34 in 2026/27: £13,600.', 'Security updates can be paid for until 10 October 2028; no price has been typed.',
    ]);
    expect(supportSentence(outlook).text).toBe('34 devices in use are out of support. 2 more lose it in 2027/28: 2 × Windows 11 24H2 (E).');
    const priced = look({ assets: [running(TEN, 34)] }, [{ ...TEN, shipped: false, extendedYearPence: 2_150, extendedPriceDate: '2026-11-01' }]);
    // 34 × £21.50 = £731
    expect(priced.ended.flatMap(meaningOf)).toContain('Security updates can be paid for until 10 October 2028: £21.50 a device, a price of 1 November 2026, £731 a year for 34.');
  });

  test('counts a device once, at its first end, and lists it under each', () => {
    const models = [model({ id: 7, name: '14', make: 'Tamar', categoryKey: 'laptop', vendorSupportEnd: '2026-12-31' })];
    const outlook = look({ models, assets: [running(ELEVEN, 5, { modelId: 7 })] });
    expect(outlook.years.map(({ devices }) => devices)).toEqual([5, 0, 0, 0, 0]);
    expect(outlook.years.flatMap(({ groups }) => groups.map(({ subject, what }) => [subject, what]))).toEqual([['maker', 'Tamar 14'], ['system', 'Windows 11 24H2 (E)']]);
  });

  test('goes by the device’s own date where it has one, as with automatic updates of a Chromebook', () => {
    const assets = [
      kit({ categoryKey: 'chromebook', vendorSupportEnd: '2029-06-30', quantity: 20, purchaseDate: '2024-08-01' }),
      kit({ osName: 'Tamar OS 3', osEnd: '2026-12-01', quantity: 3 }), running(ELEVEN, 1, { osEnd: '2027-01-31' }),
    ];
    const outlook = look({ assets });
    expect(outlook.years.flatMap(({ label, groups }) => groups.map(({ what, end, quantity, source }) => [label, what, end, quantity, source.text]))).toEqual([
      ['2026/27', 'Tamar OS 3', '2026-12-01', 3, 'The school’s own date'], ['2026/27', 'Windows 11 24H2 (E)', '2027-01-31', 1, 'The school’s own date'],
      ['2029/30', 'Chromebooks', '2029-06-30', 20, 'The school’s own date'],
    ]);
  });

  test('says what is not known: a release without an end is not called supported, nor is a device without a release', () => {
    const outlook = look({ assets: [running(OPEN, 48), kit({ quantity: 7 }), kit({ categoryKey: 'monitor', quantity: 100 }), kit({ status: 'retired', quantity: 9 })] });
    expect(outlook).toMatchObject({ devicesOpen: 48, devicesEnded: 0, devicesLater: 0, unknown: { quantity: 7 } });
    expect(supportSentence(outlook).text).toBe('No device with a known end loses support in the years to 2030/31. Of 7 devices the system or its end is not known.');
    expect(supportSentence(look({ assets: [kit({ quantity: 7 })] })).text).toBe('No end of support is known yet for any of the 7 devices that run a system.');
    expect(supportSentence(look({ assets: [] })).text).toBe('The register has no device yet whose support could end.');
  });

  test('does not call a device known whose maker names an end and whose system stands there in words alone', () => {
    const models = [model({ id: 7, name: '400', make: 'Kestrel', categoryKey: 'desktop', vendorSupportEnd: '2033-06-30' })];
    const outlook = look({ models, assets: [kit({ categoryKey: 'desktop', modelId: 7, quantity: 4 }), kit({ categoryKey: 'desktop', modelId: 7, osName: 'Windows 11', quantity: 32 })] });
    expect(outlook).toMatchObject({ devicesLater: 4, unknown: { quantity: 32 } });
    expect(supportSentence(outlook).text).toContain('Of 32 devices the system or its end is not known.');
  });

  test('counts what is on order, and what somebody has decided about', () => {
    const old = running(TEN, 4, { osCanMove: false });
    const assets = [old, kit({ status: 'ordered', succeedsAssetId: old.id, quantity: 3, unitPaidPence: 40_000 })];
    const acknowledgements = [{ id: 1, subject: 'support', assetId: old.id, agreementId: null, endsOn: '2025-10-14', decision: 'accept', reason: 'Not on the network' }] as const;
    const [group] = look({ assets, acknowledgements }).ended;
    expect(group?.replacement).toMatchObject({ quantity: 1, onOrder: 3, none: 0 });
    expect(group === undefined ? [] : meaningOf(group)).toContain('Decided about.');
  });

  test('lists software by its own date or its release', () => {
    const title = {
      id: 9, kind: 'software', name: 'Office', version: '2021', categoryKey: 'software', costCategory: 'admin_software', amountPence: null, period: 'yearly', periodYears: null,
      driver: 'site', units: null, deviceCategoryKey: null, priceDate: null, start: null, end: null, noticeDays: null, autoRenews: true, riseBp: null, supplierId: null, fundKey: null, reference: null, notes: null,
      publisher: null, supportReleaseId: null, supportEnd: '2026-10-13', needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsCores: null, leastCores: null, needsProcessor: null, needsStorageGb: null,
      networkInstallable: null, departmentIds: [],
    } as const;
    const [group] = look({ software: [title] }).ended;
    expect(group).toMatchObject({ subject: 'software', what: 'Office 2021', end: '2026-10-13', quantity: 1, agreementId: 9 });
    expect(group === undefined ? [] : meaningOf(group)).toEqual(['Renew it as a newer version, or stop using it.']);
  });
});
