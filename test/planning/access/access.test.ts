import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessOf, supportEndOf } from '../../../planning/access/access.ts';
import { accessSentence, explainAccess, ratioWords, shareWords, targetWords } from '../../../planning/access/sentence.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { ASSET_STATUSES } from '../../../planning/vocabulary.ts';
import { contract } from '../agreements/fixtures.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, department, kit, model, place, schoolOf } from '../fixtures.ts';

const laptop = (parts: Partial<Asset> = {}): Asset => kit({ userGroup: 'pupil', ...parts });
const look = (parts: Partial<PlanSnapshot> = {}) => accessOf(schoolOf(parts), AS_OF);

describe('a device that pupils can use', () => {
  test.each<[string, Partial<Asset>, devices: number, usable: number]>([
    ['a pupil laptop in use', {}, 1, 1], ['a shared desktop', { categoryKey: 'desktop', userGroup: 'shared' }, 1, 1],
    ['a tablet on loan', { categoryKey: 'tablet', status: 'on_loan' }, 1, 1], ['a Chromebook passed down', { categoryKey: 'chromebook', status: 'cascaded' }, 1, 1],
    ['one that nobody has said is for staff or pupils', { userGroup: null }, 1, 1], ['a group of thirty', { quantity: 30 }, 30, 30],
    ['a staff laptop', { userGroup: 'staff' }, 0, 0], ['a projector', { categoryKey: 'projector' }, 0, 0], ['a phone', { categoryKey: 'phone' }, 0, 0],
    ['a spare', { status: 'spare' }, 1, 0], ['one in stock', { status: 'in_stock' }, 1, 0], ['one in repair', { status: 'in_repair' }, 1, 0],
    ['one on order', { status: 'ordered' }, 0, 0], ['one that is retired', { status: 'retired' }, 0, 0], ['one that was stolen', { status: 'stolen' }, 0, 0],
    ['one whose system ended yesterday', { osEnd: '2026-11-20' }, 1, 0], ['one whose system ends today', { osEnd: AS_OF }, 1, 1],
    ['one whose maker ended support, its system not', { osEnd: '2028-01-01', vendorSupportEnd: '2026-06-30' }, 1, 0],
    ['one that could move to a newer system and has not', { osEnd: '2025-10-14', osCanMove: true }, 1, 0],
  ])('%s', (_, parts, devices, usable) => expect(look({ assets: [laptop(parts)] }).school).toMatchObject({ devices, usable }));

  test('has the earlier of two ends, its own date before its model’s', () => {
    const tamar = model({ id: 1, name: '14', categoryKey: 'laptop', vendorSupportEnd: '2027-01-01' });
    expect(supportEndOf(laptop({ osEnd: '2028-01-01' }), tamar)).toBe('2027-01-01');
    expect(supportEndOf(laptop({ vendorSupportEnd: '2029-01-01' }), tamar)).toBe('2029-01-01');
    expect(supportEndOf(laptop(), undefined)).toBeNull();
  });
});

describe('pupils for each usable device', () => {
  const departments = [
    department(1, 'Science', { pupils: 1140, accessTarget: 2000 }), department(2, 'Computing', { pupils: 620 }), department(3, 'Music', { pupils: 430 }), department(4, 'Art'),
  ];
  const yearGroups = [{ id: 1, name: 'Year 7', pupils: 204, accessTarget: null }];
  const locations = [place(1, 'Main site', { kind: 'site', pupils: 900 }), place(2, 'Block A', { kind: 'building', parentId: 1 }), place(3, 'IT1', { parentId: 2 }), place(4, 'Hut')];
  const assets = [
    laptop({ departmentId: 1, quantity: 14 }), laptop({ departmentId: 2, quantity: 94, locationId: 3, userGroup: null, coverEnd: '2027-06-30', purchaseDate: '2022-11-30' }),
    laptop({ departmentId: 2, quantity: 6, status: 'spare', locationId: 4, purchaseDate: '2025-11-01', coverEnd: '2026-01-01' }), laptop({ yearGroupId: 1, quantity: 30, osEnd: '2030-01-01' }),
    laptop({ quantity: 12, departmentId: 4, userGroup: 'staff' }),
  ];
  const school = { name: 'Hillcrest', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: 1140, staff: null, accessTarget: 500, backlogYears: 1, vatBp: 2_000, priceAgeMonths: 24 } as const;
  const access = look({ school, departments, yearGroups, locations, assets });

  test('by department, year group and site, each from its own rows', () => {
    // 1140 ÷ 138 = 8.26; 1140 ÷ 14 = 81.43; 620 ÷ 94 = 6.60 (6.20 with the spares); 204 ÷ 30 = 6.8; 900 ÷ 94 = 9.57
    expect(access.school).toMatchObject({ devices: 144, usable: 138, perUsable: 826, perDevice: 792, forAnybody: 94 });
    expect(access.departments.map(({ name, usable, perUsable, perDevice }) => [name, usable, perUsable, perDevice])).toEqual([
      ['Computing', 94, 660, 620], ['Music', 0, null, null], ['Science', 14, 8143, 8143], ['Art', 0, null, null],
    ]);
    expect(access.yearGroups.map(({ name, perUsable }) => [name, perUsable])).toEqual([['Year 7', 680]]);
    expect(access.sites.map(({ name, usable, perUsable }) => [name, usable, perUsable])).toEqual([['Main site', 94, 957]]);
  });

  test('against its own target, else the school’s, in devices that are short', () => {
    // 1140 ÷ 20 = 57, 43 short of it; 620 ÷ 5 = 124, 30 short; Music 430 ÷ 5 = 86; the school 228, 90 short.
    expect(access.departments.map(({ target, ownTarget, short }) => [target, ownTarget, short])).toEqual([[500, false, 30], [500, false, 86], [2000, true, 43], [500, false, null]]);
    expect(access.school.short).toBe(90);
    expect(look({ departments, assets }).school).toMatchObject({ target: null, short: null });
  });

  test('with the widest gap from the exact figures, and in words', () => {
    // (1140 ÷ 14) ÷ (620 ÷ 94) = 12.345
    expect(access.gap).toMatchObject({ most: { name: 'Science' }, least: { name: 'Computing' }, times: 1235 });
    expect(accessSentence(access).text).toBe('8.3 pupils share each usable device; the school’s target of 5 needs 90 more. '
      + 'The widest gap: Science has 81.4 pupils to a device, Computing 6.6; 12.4 times as many. Music has none of its own.');
  });

  test('says share of support and cover by quantity, what is not known apart, and the mean age', () => {
    const [computing] = access.departments;
    expect(computing).toMatchObject({ inCover: { yes: 94, no: 6, unknown: 0 }, inSupport: { yes: 0, no: 0, unknown: 100 }, withoutDate: 0 });
    // 94 × 48 months and 6 × 12: 4584 ÷ 100 = 45.84
    expect(computing?.meanAgeMonths).toBe(46);
    expect(access.yearGroups[0]).toMatchObject({ inSupport: { yes: 30, no: 0, unknown: 0 }, meanAgeMonths: null, withoutDate: 30 });
    expect([shareWords({ yes: 94, no: 6, unknown: 0 }), shareWords({ yes: 0, no: 0, unknown: 100 }), shareWords({ yes: 1, no: 0, unknown: 3 }), shareWords({ yes: 0, no: 0, unknown: 0 })])
      .toEqual(['94 of 100', '100 not known', '1 of 1, 3 not known', 'no device']);
    expect(access.estate).toMatchObject({ quantity: 156, inCover: { yes: 94, no: 6, unknown: 56 } });
  });

  test('can be asked why: what counts, what does not and why, the division, the target', () => {
    const [computing] = access.departments;
    expect(computing === undefined ? [] : explainAccess(computing, AS_OF).map(({ text }) => text)).toEqual([
      '100 desktops, laptops, Chromebooks and tablets for pupils, shared or anybody’s, in its own rows of the register, on 21 November 2026. Staff devices are not among them.',
      '6 do not count: spares.', '94 are usable.', '94 of them have no user group and count as anybody’s.', '620 pupils ÷ 94 devices = 6.6.', 'With all 100 it would be 6.2.',
      'The target is 5, the school’s: 620 ÷ 5 takes 124 devices, 30 more than there are.',
    ]);
  });
});

describe('what cannot be said', () => {
  test('stays unknown', () => {
    const school = { ...schoolOf().school, pupils: null };
    expect(accessSentence(look({ school, assets: [laptop({ quantity: 30 })] })).text)
      .toBe('30 devices are usable by pupils. How many share one can be said once the number of pupils is typed.');
    expect(accessSentence(look({ assets: [laptop({ status: 'spare' })] })).text).toBe('None of the devices for pupils is usable.');
    expect(accessSentence(look({ assets: [kit({ userGroup: 'staff' })] })).text).toBe('The register has no device yet that pupils may use.');
    expect(look({ departments: [department(1, 'Art', { pupils: 20 })], assets: [laptop({ departmentId: 1 })] }).gap).toBeNull();
  });

  test('a department with no pupils is in no gap, and figures that agree are called alike', () => {
    const access = look({
      departments: [department(1, 'Art', { pupils: 20 }), department(2, 'Music', { pupils: 40 }), department(3, 'Office', { pupils: 0 })],
      assets: [laptop({ departmentId: 1, quantity: 2 }), laptop({ departmentId: 2, quantity: 4 }), laptop({ departmentId: 3 })],
    });
    expect(accessSentence(access).text).toContain('Departments have alike: 10 to 10.');
  });

  test.each([[276, '2.8', '2.76'], [500, '5', '5'], [30, '0.3', '0.3'], [333, '3.3', '3.33'], [8143, '81.4', '81.43'], [123_456, '1,234.6', '1,234.56'], [995, '10', '9.95']])(
    '%i hundredths is %s, as a target %s', (hundredths, ratio, target) => {
      expect(ratioWords(hundredths)).toBe(ratio);
      expect(targetWords(hundredths)).toBe(target);
    });
});

test('every pupil device is usable or has one reason, and a device more never makes a share worse', () => {
  const asset = fc.record({
    categoryKey: fc.constantFrom('laptop', 'desktop', 'tablet', 'projector'), userGroup: fc.constantFrom(null, 'pupil' as const, 'staff' as const, 'shared' as const),
    status: fc.constantFrom(...ASSET_STATUSES), quantity: fc.integer({ min: 1, max: 40 }), osEnd: fc.constantFrom(null, '2025-01-01', '2030-01-01'), departmentId: fc.constantFrom(null, 1, 2),
  });
  fc.assert(fc.property(fc.array(asset, { maxLength: 12 }), fc.integer({ min: 1, max: 2_000 }), (rows, pupils) => {
    const departments = [department(1, 'A', { pupils }), department(2, 'B')];
    const assets = rows.map((parts) => kit(parts));
    const access = look({ departments, assets });
    for (const group of [access.school, ...access.departments]) {
      const not = group.notUsable.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(group.usable + not).toBe(group.devices);
      expect(group.inSupport.yes + group.inSupport.no + group.inSupport.unknown).toBe(group.devices);
    }
    const more = look({ departments, assets: [...assets, laptop({ departmentId: 1 })] });
    const [before, after] = [access.departments[0]?.perUsable ?? Infinity, more.departments[0]?.perUsable ?? Infinity];
    expect(after).toBeLessThanOrEqual(before);
  }), { seed: SEED });
});

describe('the share of the estate in cover', () => {
  test('goes by a contract that has renewed itself since, as the list of contracts does', () => {
    // Its first term ended in March 2026; renewed for a year, it covers the two to March 2027.
    const assets = [laptop({ id: 1, quantity: 2, coverEnd: '2026-03-31' }), laptop({ id: 2, coverEnd: '2026-03-31' }), laptop({ id: 3 })];
    const contracts = [contract({ coversHardware: true, autoRenews: true, end: '2026-03-31', assetIds: [1] })];
    expect(look({ assets, contracts }).estate.inCover).toEqual({ yes: 2, no: 1, unknown: 1 });
    expect(look({ assets, contracts }).school.inCover).toEqual({ yes: 2, no: 1, unknown: 1 });
  });
});
