import { describe, expect, it } from 'vitest';
import { ddb, sln, syd } from '../../../planning/finance/depreciation.ts';
import { annuity, discountFactor, irr, npv, pmt } from '../../../planning/finance/time-value.ts';
import { equivalentAnnualCost } from '../../../planning/finance/whole-life.ts';

/** The same to a part in a million million, as a spreadsheet works it out. */
const sameAs = (found: number | null, expected: number): void => expect(Math.abs((found ?? Number.NaN) / expected - 1)).toBeLessThan(1e-12);

describe('the functions that spreadsheets have', () => {
  it('SLN(30000;7500;10) is 2250 in Excel and Calc', () => sameAs(sln(30_000, 7_500, 10), 2_250));
  it('SYD(30000;7500;10;1) is 4090.909… in Excel and Calc', () => {
    // The first of ten digits is 10 of 55: 22,500 × 10 ÷ 55.
    sameAs(syd(30_000, 7_500, 10, 1), (22_500 * 10) / 55);
    sameAs(syd(30_000, 7_500, 10, 10), 22_500 / 55);
  });
  it('DDB(2400;300;10;1;2) is 480 in Excel and Calc, and stops at the residual', () => {
    sameAs(ddb(2_400, 300, 10, 1, 2), 480);
    // Excel's own example: 22.12 in the tenth year, when 322.12 is left and 300 must stay.
    expect(ddb(2_400, 300, 10, 10)).toBeCloseTo(22.12, 2);
    expect(Array.from({ length: 12 }, (_, index) => ddb(2_400, 300, 10, index + 1)).reduce((sum, each) => sum + each, 0)).toBeCloseTo(2_100, 9);
  });
  it('PMT(.08/12;10;10000) is −1037.03208935915 in Excel and Calc', () => {
    sameAs(pmt(0.08 / 12, 10, 10_000), -1_037.03208935915);
    sameAs(pmt(0, 10, 10_000), -1_000);
    // Saved up instead: 50,000 in 18 years at 6 % a year is 129.08 a month (Excel’s own example).
    expect(pmt(0.06 / 12, 18 * 12, 0, 50_000)).toBeCloseTo(-129.08, 2);
  });
  it('NPV(.1;−10000;3000;4200;6800) is 1188.4434123352212 in Excel and Calc', () => sameAs(npv(0.1, [-10_000, 3_000, 4_200, 6_800]), 1_188.4434123352212));
  it('IRR(−70000;12000;15000;18000;21000;26000) is .08663094803653158 in Excel and Calc', () =>
    sameAs(irr([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]), 0.08663094803653158));
  it('IRR is below nothing for a loss, and unanswered where it may be several or none', () => {
    // Excel's own example for the first four years: −2.1 %.
    expect(irr([-70_000, 12_000, 15_000, 18_000, 21_000])).toBeCloseTo(-0.021244848273410923, 12);
    expect(irr([100, -230, 132])).toBeNull();
    expect(irr([-10, -20])).toBeNull();
    expect(irr([])).toBeNull();
  });
});

describe('whole-life cost a year', () => {
  it('of 50,000 over 3 years and 13,000 a year at 5 % is 31,360.43 (textbook of corporate finance)', () =>
    expect(equivalentAnnualCost({ price: 50_000, yearly: [13_000, 13_000, 13_000] }, 0.05, 3)).toBeCloseTo(31_360.43, 2));
  it('of 150,000 over 8 years and 7,500 a year at 5 % is 30,708.27 (textbook of corporate finance)', () =>
    expect(equivalentAnnualCost({ price: 150_000, yearly: Array.from({ length: 8 }, () => 7_500) }, 0.05, 8)).toBeCloseTo(30_708.27, 2));
  it('discounts five years at 3.5 % by .8419731669 (HM Treasury, Green Book)', () => expect(discountFactor(0.035, 5)).toBeCloseTo(0.8419731669, 10));
  it('needs no rate: then it is the plain average', () => {
    expect(annuity(0, 4)).toBe(4);
    // (400 + 10 + 20 − 130) ÷ 2 = 150
    expect(equivalentAnnualCost({ price: 400, yearly: [10, 20], residuals: [200, 130] }, 0, 2)).toBe(150);
    expect(annuity(1e-12, 4)).toBeCloseTo(4, 9);
  });
});
