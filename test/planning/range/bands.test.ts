import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { likelyRange, rangesOf } from '../../../planning/range/bands.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { isLoss } from '../../../planning/upkeep/record.ts';
import { day, options, plan, SEED } from '../arbitraries.ts';
import { cost, kit, schoolOf } from '../fixtures.ts';
import { quantile, simulate } from './montecarlo.ts';
import { broken, mixedKit, policiesAt, rangeFor, schoolWithRecord, stakesFor } from './schools.ts';

const withLossRate = (snapshot: PlanSnapshot, lossBp: number): PlanSnapshot => ({ ...snapshot, policies: snapshot.policies.map((policy) => ({ ...policy, lossBp })) });

/** Four moments describe a year, not the whole of it: its ends may be off by so much of its cost. */
const FORMULA_ERROR = 0.002;
/** And by so much in a school of a dozen rows, where one dear thing is lost or not. */
const FEW_ITEMS_ERROR = 0.01;

/** The same school, of which nobody wrote down anything lost or broken. */
const withoutLosses = (snapshot: PlanSnapshot): PlanSnapshot => ({ ...snapshot, ledger: snapshot.ledger.filter((entry) => !isLoss(entry)) });

/** A school with things written down as broken, some of its own kit and some of nobody's. */
const withLedger = plan().chain((snapshot) => fc.array(fc.record({
  happenedOn: day('2023-01-01', '2027-12-31'), categoryKey: fc.constantFrom('laptop', 'desktop', 'server'), userGroup: fc.constantFrom(null, 'pupil' as const),
  assetId: fc.constantFrom(null, 1, 2, 3), quantity: fc.integer({ min: 1, max: 9 }),
}), { maxLength: 20 }).map((entries): PlanSnapshot => ({ ...snapshot, ledger: entries.map((entry, index) => broken(index + 1, entry.happenedOn, entry)) })));

describe('the likely range of a plan', () => {
  it('is the plan itself, to the penny, where nothing is lost and prices stand still', () => {
    fc.assert(fc.property(plan({ losses: false }).map(withoutLosses), options, (snapshot, asked) => {
      const made = forecast(snapshot, asked);
      const { years } = likelyRange(snapshot, made, { priceSdBp: 0 });
      expect(years.map(({ lowPence }) => lowPence)).toEqual(made.totals.plannedPence);
      expect(years.map(({ highPence }) => highPence)).toEqual(made.totals.plannedPence);
    }), { seed: SEED });
  });

  it('is a number each way round for any school, whatever is written in its ledger', () => {
    fc.assert(fc.property(withLedger, options, (snapshot, asked) => {
      const made = forecast(snapshot, asked);
      for (const { lowPence, highPence, kinds, priceSd } of likelyRange(snapshot, made).years) {
        expect(Number.isSafeInteger(lowPence) && Number.isSafeInteger(highPence)).toBe(true);
        expect(lowPence).toBeLessThanOrEqual(highPence);
        expect(Number.isFinite(priceSd)).toBe(true);
        for (const kind of kinds) expect(Number.isFinite(kind.sdPence) && kind.items >= 0).toBe(true);
      }
    }), { seed: SEED });
  });

  it('never ends lower for a higher rate of loss, but for the error of its formula', () => {
    fc.assert(fc.property(plan({ losses: false }).map(withoutLosses), options, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 900 }), (snapshot, asked, rate, more) => {
      const [less, higher] = [rate, rate + more].map((lossBp) => {
        const school = withLossRate(snapshot, lossBp);
        return likelyRange(school, forecast(school, asked)).years;
      });
      less?.forEach((year, index) => expect(higher?.[index]?.highPence ?? Number.NaN).toBeGreaterThanOrEqual(year.highPence - Math.abs(year.highPence) * FEW_ITEMS_ERROR - 1));
    }), { seed: SEED });
  });

  it('is wider for prices that wander more, and holds the plan in it', () => {
    const school = schoolWithRecord(0, { policies: policiesAt(0) });
    const widths = [0, 100, 300, 600].map((priceSdBp) => rangeFor(school, { priceSdBp }).years.map(({ lowPence, highPence, plannedPence }) => {
      expect(lowPence <= plannedPence && plannedPence <= highPence).toBe(true);
      return highPence - lowPence;
    }));
    for (const year of [0, 1, 2, 3, 4]) {
      expect(widths[0]?.[year]).toBe(0);
      expect(widths[1]?.[year] ?? 0).toBeLessThan(widths[2]?.[year] ?? 0);
      expect(widths[2]?.[year] ?? 0).toBeLessThan(widths[3]?.[year] ?? 0);
    }
  });

  it('is worked out by hand for one purchase: 3 % a year over the 24 months from its price', () => {
    // One laptop due in April 2028, priced £400 in April 2026, no rise: 40,000 × e^(±1.28155 × 0.03 × √2).
    const school = schoolOf({
      assets: [kit({ purchaseDate: '2024-04-20', overridePence: 40_000, overridePriceDate: '2026-04-01' })], inflation: { defaultBp: 0, shipped: false, series: [] },
    });
    const year = rangeFor(school).years[2];
    const spread = 1.2815515655446004 * 0.03 * Math.SQRT2;
    expect(year).toMatchObject({ plannedPence: 40_000, lowPence: Math.round(40_000 * Math.exp(-spread)), highPence: Math.round(40_000 * Math.exp(spread)) });
  });

  it('leaves what is spent, ordered or agreed where it is', () => {
    const school = schoolOf({
      assets: [
        kit({ status: 'ordered', purchaseDate: '2027-02-01', unitPaidPence: 52_000 }),
        kit({ purchaseDate: '2026-05-01', unitPaidPence: 36_500, overridePence: null, movedTo: '2033-04-01' }),
      ],
      recurring: [cost({ id: 5, name: 'Filtering', amountPence: 240_000, riseBp: 200 })],
    });
    const [first] = rangeFor(school).years;
    expect(first).toMatchObject({ pricedPence: 0, lowPence: first?.plannedPence, highPence: first?.plannedPence });
  });
});

describe('the likely range beside a simulation of the same school', () => {
  const SCHOOLS = [
    { name: 'whose laptops fail the more the older they are, by its own record', school: schoolWithRecord(40), runs: 6_000, priceSds: [0, 300] },
    { name: 'that counts with 5 % lost a year and has no record', school: schoolOf({ assets: mixedKit(220, 80), policies: policiesAt(500) }), runs: 6_000, priceSds: [0, 300] },
    { name: 'whose few entries do not say how age matters', school: schoolWithRecord(6), runs: 6_000, priceSds: [0, 300] },
    { name: 'of many items in few rows', school: schoolOf({
      policies: policiesAt(300), assets: [
        kit({ quantity: 400, purchaseDate: '2024-09-01', userGroup: 'pupil', overridePence: 39_700 }), kit({ quantity: 150, categoryKey: 'tablet', purchaseDate: '2025-09-01', overridePence: 31_900 }),
      ],
    }), runs: 3_000, priceSds: [300] },
  ] as const;

  it.each(SCHOOLS)('has its ends where they fall for a school $name', ({ school, runs, priceSds }) => {
    const stakes = stakesFor(school);
    for (const priceSdBp of priceSds) {
      const simulated = simulate(stakes, priceSdBp, SEED, runs);
      rangesOf(stakes, priceSdBp).forEach(({ lowPence, highPence, plannedPence }, year) => {
        const values = simulated.map((each) => each[year] ?? Number.NaN);
        const [low, high] = [quantile(values, 0.1), quantile(values, 0.9)];
        const told = `year ${year}, ${priceSdBp} bp, seed ${SEED}`;
        expect(Math.abs(lowPence - low.value), `low end, ${told}`).toBeLessThanOrEqual(4 * low.error + FORMULA_ERROR * plannedPence);
        expect(Math.abs(highPence - high.value), `high end, ${told}`).toBeLessThanOrEqual(4 * high.error + FORMULA_ERROR * plannedPence);
      });
    }
  });
});

describe('the kit at risk of failing by its age', () => {
  const aged = (parts: Partial<PlanSnapshot>) => stakesFor(schoolWithRecord(40, parts)).atRisk.filter(({ law }) => 'ageing' in law);

  it('is new again from the month in which the plan replaces it, and from every replacement after that', () => {
    const [laptop] = schoolWithRecord(0).assets;
    const all = aged({});
    const stretches = all.filter(({ assetId }) => assetId === all[0]?.assetId);
    // Bought in December 2022 for 48 months: 47 old in November 2026, due in December 2026 and December 2030.
    expect(laptop?.purchaseDate).toBe('2022-12-12');
    expect(stretches.map(({ from, until, age }) => [from, until, age])).toEqual([[322, 323, 47], [323, 371, 0], [371, 375, 0]]);
  });

  it('is renewed year by year where a backlog is spread, every item once', () => {
    const school = schoolWithRecord(40);
    const old = kit({ userGroup: 'pupil', quantity: 30, purchaseDate: '2019-01-10', overridePence: 40_000 });
    const spread = stakesFor({ ...school, school: { ...school.school, backlogYears: 3 }, assets: [...school.assets, old] }).atRisk.filter(({ assetId }) => assetId === old.id);
    const inMonth = (month: number): number => spread.filter(({ from, until }) => from <= month && month < until).reduce((sum, { quantity }) => sum + quantity, 0);
    for (let month = 322; month < 375; month++) expect(inMonth(month)).toBe(30);
    expect(new Set(spread.filter(({ age }) => age === 0).map(({ from }) => from)).size).toBeGreaterThanOrEqual(3);
  });

  it('goes for good where it is not replaced', () => {
    const school = schoolWithRecord(40);
    const [first] = school.assets;
    const retired: PlanSnapshot = {
      ...school, actions: [{ assetId: first?.id ?? 0, action: 'retire', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null }],
    };
    // Due, and gone, in December 2026.
    const left = stakesFor(retired).atRisk.filter(({ assetId }) => assetId === first?.id);
    expect(left.map(({ from, until }) => [from, until])).toEqual([[322, 323]]);
  });
});
