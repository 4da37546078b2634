import { describe, expect, it } from 'vitest';
import { accessOf, estateBy, type Estate } from '../../../../planning/access/access.ts';
import { estateSentence } from '../../../../planning/documents/strategy/estate.ts';
import { leftOutSentence } from '../../../../planning/documents/strategy/left-out.ts';
import { sharingBlocks } from '../../../../planning/documents/strategy/sharing.ts';
import { fixesSentence, movable } from '../../../../planning/documents/strategy/support-dates.ts';
import { forecast } from '../../../../planning/forecast.ts';
import { leftOutOf } from '../../../../planning/quality/left-out.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { supportOutlook, type SupportOutlook } from '../../../../planning/support/outlook.ts';
import { factsFor, hillcrest } from '../../../support/document-schools.ts';
import { AS_OF, budgetOf, department, kit, model, schoolOf } from '../../fixtures.ts';

const share = (no: number, yes = 0, unknown = 0) => ({ yes, no, unknown });
const estate = (quantity: number, outOfWarranty: number, withoutFixes: number): Estate => ({ quantity, inCover: share(outOfWarranty), inSupport: share(withoutFixes) });

describe('the sentence about the kit', () => {
  it.each([
    [estate(0, 0, 0), 0, 'No kit is in the register yet, so nothing can be said of its age or its cover.'],
    [estate(1, 0, 0), 0, 'The school has 1 item of kit. None is known to be past its planned age, out of warranty or without safety fixes.'],
    [estate(1, 1, 1), 1, 'The school has 1 item of kit. 1 is past the age at which the school replaces it, 1 is out of warranty and 1 no longer gets safety fixes from its maker.'],
    [estate(1_050, 404, 68), 35, 'The school has 1,050 items of kit. 35 are past the age at which the school replaces them, 404 are out of warranty and 68 no longer get safety fixes from their makers.'],
    [estate(12, 3, 0), 0, 'The school has 12 items of kit. 3 are out of warranty.'],
    [estate(12, 0, 2), 1, 'The school has 12 items of kit. 1 is past the age at which the school replaces them and 2 no longer get safety fixes from their makers.'],
  ])('tells how much there is and what is wrong with it', (of, overdue, expected) => {
    expect(estateSentence(of, overdue).text).toBe(expected);
  });
});

describe('the kit by kind', () => {
  it('adds up to the whole estate, whatever kinds stand together', async () => {
    const school = await hillcrest();
    const { estate: whole } = accessOf(school, AS_OF);
    for (const groupOf of [(key: string) => key, () => 'all', (key: string) => key.slice(0, 1)]) {
      const { all, groups } = estateBy(school, AS_OF, groupOf);
      const sum = (pick: (each: Estate) => number): number => groups.reduce((total, each) => total + pick(each), 0);
      expect(all).toMatchObject(whole);
      expect([sum(({ quantity }) => quantity), sum(({ inCover }) => inCover.no), sum(({ inSupport }) => inSupport.unknown)]).toEqual([whole.quantity, whole.inCover.no, whole.inSupport.unknown]);
    }
  });

  it('has the mean age of each kind by its items, those without a date apart', () => {
    // 2 of 24 months and 1 of 60: (48 + 60) ÷ 3 = 36. One more has no date.
    const assets = [kit({ quantity: 2, purchaseDate: '2024-11-01' }), kit({ purchaseDate: '2021-11-01' }), kit()];
    expect(estateBy(schoolOf({ assets }), AS_OF, (key) => key).groups).toMatchObject([{ group: 'laptop', quantity: 4, meanAgeMonths: 36, withoutDate: 1 }]);
  });
});

const outlookOf = (parts: Partial<PlanSnapshot>): { readonly outlook: SupportOutlook; readonly school: PlanSnapshot } => {
  const school = schoolOf(parts);
  return { school, outlook: supportOutlook(school, forecast(school, { asOf: AS_OF }), []) };
};
const ENDED = { osName: 'Old system', osEnd: '2025-10-14' } as const;
const OLD_MODEL = model({ id: 1, name: 'Kestrel', categoryKey: 'laptop', vendorSupportEnd: '2026-01-01' });

describe('the sentence about safety fixes', () => {
  it.each([
    ['no device', {}, 'No device is in the register yet whose safety fixes could end.'],
    ['nothing known', { assets: [kit({ quantity: 3 })] }, 'Of 3 devices it is not known how long the fixes go on.'],
    ['one ended that can move', { assets: [kit(ENDED)] }, '1 device gets no more safety fixes, because the maker has ended its support. It can move to a newer version as it is. No other device is known to lose them from 2026/27 to 2030/31.'],
    ['one of several can move', { assets: [kit(ENDED), kit({ ...ENDED, osCanMove: false })] },
      '2 devices get no more safety fixes, because the maker has ended their support. 1 of them can move to a newer version as it is. No other device is known to lose them from 2026/27 to 2030/31.'],
    ['none can move', { assets: [kit({ ...ENDED, quantity: 2, osCanMove: false })] },
      '2 devices get no more safety fixes, because the maker has ended their support. No other device is known to lose them from 2026/27 to 2030/31.'],
    ['all supported, one ends in the plan', { assets: [kit({ osName: 'A', osEnd: '2028-10-01' }), kit({ osName: 'B', osEnd: '2040-01-01' })] },
      'Every device of which it is known still gets safety fixes from its maker. 1 loses them from 2026/27 to 2030/31.'],
    ['some ended, more to come, some unknown', { assets: [kit({ ...ENDED, quantity: 4 }), kit({ osName: 'A', osEnd: '2028-10-01', quantity: 2 }), kit({ quantity: 3 })] },
      '4 devices get no more safety fixes, because the maker has ended their support. All 4 can move to a newer version as they are. 2 more lose them from 2026/27 to 2030/31. Of 3 devices it is not known how long the fixes go on.'],
  ] satisfies readonly (readonly [string, Partial<PlanSnapshot>, string])[])('says it of a school with %s', (_, parts, expected) => {
    const { outlook, school } = outlookOf(parts);
    expect(fixesSentence(outlook, movable(outlook, school)).text).toBe(expected);
  });

  it('does not say that a device can move whose maker has given it up as well', () => {
    const { outlook, school } = outlookOf({ models: [OLD_MODEL], assets: [kit({ ...ENDED, modelId: 1 }), kit(ENDED)] });
    expect(outlook.devicesEnded).toBe(2);
    expect(movable(outlook, school)).toBe(1);
  });
});

describe('the sentence about what the costs leave out', () => {
  const said = (parts: Partial<PlanSnapshot>): string => {
    const school = schoolOf(parts);
    const plan = forecast(school, { asOf: AS_OF });
    return leftOutSentence(plan, leftOutOf(school, plan)).text;
  };
  const priced = { overridePence: 40_000, overridePriceDate: '2026-11-01' } as const;

  it.each([
    ['no kit', {}, 'There is no kit in the register yet, so no kit is left out of the costs.'],
    ['nothing left out', { assets: [kit({ ...priced, purchaseDate: '2025-09-01' })] }, 'No kit is left out of the costs for want of a date.'],
    ['its one item left out, without a price', { assets: [kit({ categoryKey: 'other' })] }, 'The one item in the register is in none of the costs of this plan, and there is no price to say what it would cost.'],
  ] satisfies readonly (readonly [string, Partial<PlanSnapshot>, string])[])('says it of a school with %s', (_, parts, expected) => {
    expect(said(parts)).toBe(expected);
  });

  it('says what several would probably cost, and which year that could tip over', () => {
    const left = said({ assets: [kit({ ...priced, purchaseDate: '2025-09-01' }), kit({ ...priced, quantity: 2 })], budgets: budgetOf(900, 900, 900, 900, 900) });
    expect(left).toMatch(/^2 of the 3 items in the register are in none of the costs of this plan\. They would probably cost £[\d,]+ more over five years\. /u);
    expect(left).toMatch(/tip over\.$|would still fit\.$/u);
  });
});

describe('how pupils share devices', () => {
  const parts = (reader: 'governors' | 'leadership') => factsFor(schoolOf({
    departments: [department(1, 'Art', { pupils: 100, accessTarget: 200 }), department(2, 'Music', { pupils: 100, accessTarget: 2_000 }), department(3, 'Office')],
    // 10 for art, which needs 50; 10 for music, which needs 5.
    assets: [kit({ departmentId: 1, quantity: 10, userGroup: 'pupil' }), kit({ departmentId: 2, quantity: 10, userGroup: 'pupil' })],
  }), 'strategy', { settings: { reader } });
  const names = (reader: 'governors' | 'leadership'): string[] => sharingBlocks(parts(reader)).flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells[0]?.text ?? '') : []));

  it('shows governors who is short of the target, and leaders every group that has pupils', () => {
    expect(names('governors')).toEqual(['Whole school', 'Departments with fewer than the target asks', 'Art']);
    expect(names('leadership')).toEqual(['Whole school', 'Departments', 'Art', 'Music']);
  });

  it('has no table where the number of pupils or every device is missing', () => {
    const of = (snapshot: PlanSnapshot): string[] => sharingBlocks(factsFor(snapshot, 'strategy')).map(({ kind }) => kind);
    expect(of(schoolOf())).toEqual(['heading', 'paragraph']);
    const school = schoolOf({ assets: [kit({ userGroup: 'pupil' })] });
    expect(of({ ...school, school: { ...school.school, pupils: null } })).toEqual(['heading', 'paragraph']);
  });
});
