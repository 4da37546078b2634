import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightLine, upgradeBooked, type Booked, type Convention } from '../../../planning/finance/depreciation.ts';
import { day } from '../arbitraries.ts';

const CONVENTIONS = ['months', 'days', 'years'] as const satisfies readonly Convention[];

/** A laptop of £365 bought on 12 December 2022 for four years, worth £65 after them. */
const LAPTOP: Booked = { pricePence: 36_500, residualPence: 6_500, lifeMonths: 48, boughtOn: '2022-12-12', leftOn: null };
const charges = (booked: Booked, convention: Convention, startMonth = 4): string[] =>
  straightLine(booked, convention, startMonth).map(({ year, chargePence, netBookPence }) => `${year} ${chargePence} ${netBookPence}`);

const booked: fc.Arbitrary<Booked> = fc.record({
  pricePence: fc.integer({ min: 0, max: 1_000_000_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }), lifeMonths: fc.integer({ min: 1, max: 240 }), boughtOn: day('2015-01-01', '2030-12-31'),
}).map(({ part, ...rest }) => ({ ...rest, residualPence: Math.floor(rest.pricePence * part), leftOn: null }));

describe('straight line by months in service', () => {
  it('counts the whole month of purchase: 4 months of 48 in the first April year', () => {
    // 30,000 × 4 ÷ 48 = 2,500; then 12 ÷ 48 = 7,500 a year; 8 months left in the last.
    expect(charges(LAPTOP, 'months')).toEqual(['2022 2500 34000', '2023 7500 26500', '2024 7500 19000', '2025 7500 11500', '2026 5000 6500']);
  });

  it('counts the days where the school does: 110 of 1,461 from 12 December to 31 March', () => {
    // 30,000 × 110 ÷ 1,461 = 2,258.7; up to March 2024 476 days = 9,774.1.
    expect(charges(LAPTOP, 'days').slice(0, 2)).toEqual(['2022 2259 34241', '2023 7515 26726']);
  });

  it('charges a whole year in the year of purchase where the school does: four of them', () => {
    expect(charges(LAPTOP, 'years')).toEqual(['2022 7500 29000', '2023 7500 21500', '2024 7500 14000', '2025 7500 6500']);
  });

  it('charges nothing for the month, the days after or the year in which it leaves, and takes it out of the books', () => {
    const gone = { ...LAPTOP, leftOn: '2024-06-20' };
    // Up to May 2024 inclusive: 18 months of 48.
    expect(charges(gone, 'months')).toEqual(['2022 2500 34000', '2023 7500 26500', '2024 1250 0']);
    expect(charges(gone, 'years')).toEqual(['2022 7500 29000', '2023 7500 21500', '2024 0 0']);
    // 12 December 2022 to 20 June 2024 is 556 days: 30,000 × 556 ÷ 1,461 = 11,416.8.
    expect(charges(gone, 'days').at(-1)).toBe(`2024 ${11_417 - 9_774} 0`);
  });

  it('adds up to price less residual exactly, each whole year within a penny of the mean', () => {
    fc.assert(fc.property(booked, fc.constantFrom(...CONVENTIONS), fc.constantFrom(1, 4, 9), (each, convention, startMonth) => {
      const years = straightLine(each, convention, startMonth);
      const toLose = each.pricePence - each.residualPence;
      expect(years.reduce((sum, { chargePence }) => sum + chargePence, 0)).toBe(toLose);
      expect(years.at(-1)?.netBookPence).toBe(each.residualPence);
      for (const { chargePence } of years) expect(chargePence).toBeGreaterThanOrEqual(0);
      if (convention === 'days') return;
      for (const { chargePence } of years.slice(1, -1)) expect(Math.abs(chargePence - (toLose * 12) / each.lifeMonths)).toBeLessThanOrEqual(1);
    }));
  });

  it('never charges more for leaving sooner, and nothing after', () => {
    fc.assert(fc.property(booked, day('2015-01-01', '2040-12-31'), fc.constantFrom(...CONVENTIONS), (each, leftOn, convention) => {
      fc.pre(leftOn >= each.boughtOn);
      const years = straightLine({ ...each, leftOn }, convention, 4);
      const stays = straightLine(each, convention, 4);
      const sum = (all: typeof years): number => all.reduce((total, { chargePence }) => total + chargePence, 0);
      expect(sum(years)).toBeLessThanOrEqual(sum(stays));
      expect(years.length).toBeLessThanOrEqual(stays.length);
    }));
  });

  it('writes an upgrade off over what is left from the threshold on; below it is a cost of its year', () => {
    expect(upgradeBooked(LAPTOP, '2025-12-12', 3_800, 100_000)).toBeNull();
    expect(upgradeBooked(LAPTOP, '2025-12-12', 120_000, 100_000)).toEqual({ pricePence: 120_000, residualPence: 0, lifeMonths: 12, boughtOn: '2025-12-12', leftOn: null });
    expect(upgradeBooked(LAPTOP, '2026-12-12', 120_000, 100_000)).toBeNull();
  });
});
