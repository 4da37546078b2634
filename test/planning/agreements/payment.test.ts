import { describe, expect, test } from 'vitest';
import { yearlyAmount, type Agreement } from '../../../planning/agreements/agreement.ts';
import { countsOf } from '../../../planning/agreements/driver.ts';
import { agreementCosts, paymentWords, yearlySum } from '../../../planning/agreements/payment.ts';
import type { RecurringCost } from '../../../planning/snapshot.ts';
import { cost, kit, planFor, schoolOf } from '../fixtures.ts';
import { contract, title } from './fixtures.ts';

/** 1,140 pupils, 118 staff, 33 laptops in service and one that was stolen. */
const COUNTS = countsOf(schoolOf({
  school: { ...schoolOf().school, pupils: 1140, staff: 118 }, assets: [kit({ quantity: 32 }), kit({ status: 'spare' }), kit({ status: 'stolen' }), kit({ categoryKey: 'tablet' })],
}));

describe('what an agreement comes to in a year', () => {
  test.each([
    [{ amountPence: 980_000 }, 980_000, '£9,800 yearly', null],
    [{ amountPence: 10_000, period: 'monthly' }, 120_000, '£100 monthly', '£100 monthly is £1,200 a year.'],
    [{ amountPence: 10_000, period: 'termly' }, 30_000, '£100 termly', '£100 termly is £300 a year.'],
    // £100 every 3 years: 33.33.
    [{ amountPence: 10_000, period: 'every_n_years', periodYears: 3 }, 3_333, '£100 every 3 years', '£100 every 3 years is £33.33 a year.'],
    [{ amountPence: 1_200, period: 'monthly', driver: 'per_pupil' }, 16_416_000, '£12 for each of 1,140 pupils, monthly', '£12 for each of 1,140 pupils, monthly, is £164,160 a year.'],
    [{ amountPence: 450, driver: 'per_staff' }, 53_100, '£4.50 for each of 118 members of staff, yearly', '£4.50 for each of 118 members of staff, yearly, is £531 a year.'],
    [{ amountPence: 1_250, driver: 'per_seat', units: 30 }, 37_500, '£12.50 for each of 30 seats, yearly', '£12.50 for each of 30 seats, yearly, is £375 a year.'],
    [{ amountPence: 1_250, driver: 'per_seat', units: 1 }, 1_250, '£12.50 for one seat, yearly', '£12.50 for one seat, yearly, is £12.50 a year.'],
    [{ amountPence: 1_250, driver: 'per_seat' }, null, '£12.50 a seat (the number of seats is not known), yearly', null],
    [{ amountPence: 600, driver: 'per_device', deviceCategoryKey: 'laptop' }, 19_800, '£6 for each of 33 laptops, yearly', '£6 for each of 33 laptops, yearly, is £198 a year.'],
    [{ amountPence: 600, driver: 'per_device', deviceCategoryKey: 'tablet', period: 'termly' }, 1_800, '£6 for one tablet, termly', '£6 for one tablet, termly, is £18 a year.'],
    [{ amountPence: 600, driver: 'per_device', deviceCategoryKey: 'server' }, 0, '£6 for each of 0 servers, yearly', '£6 for each of 0 servers, yearly, is £0 a year.'],
    [{ amountPence: 600, driver: 'per_device' }, null, '£6 a device (of which kind is not known), yearly', null],
    [{ amountPence: 49_900, period: 'once' }, 0, '£499 once', null],
    [{ period: 'once' }, 0, 'Amount not known', null],
    [{ amountPence: 0 }, 0, '£0 yearly', null],
    [{}, null, 'Amount not known', null],
  ] as const satisfies readonly (readonly [Partial<Agreement>, ...unknown[]])[])('%o is %s: “%s”', (terms, yearly, words, sum) => {
    const agreement = contract(terms);
    expect(yearlyAmount(agreement, COUNTS)).toBe(yearly);
    expect(paymentWords(agreement, COUNTS)).toBe(words);
    expect(yearlySum(agreement, COUNTS)).toBe(sum);
  });

  test('by the head of a school whose heads nobody has counted is not known', () => {
    expect(yearlyAmount(contract({ amountPence: 450, driver: 'per_staff' }), countsOf(schoolOf()))).toBeNull();
  });
});

describe('what agreements cost over the plan’s years', () => {
  const recurring = (agreement: Agreement, parts: Partial<RecurringCost>): RecurringCost => cost({ id: agreement.id, name: agreement.name, ...parts });

  test('is what the forecast charges, months gone included, and nothing for what is paid once', () => {
    const [yearly, unknown] = [contract({ amountPence: 120_000 }), contract()];
    const once = title({ amountPence: 49_900, period: 'once' });
    const snapshot = schoolOf({
      contracts: [yearly, unknown], software: [once],
      recurring: [recurring(yearly, { amountPence: 120_000, priceDate: '2026-04-01', riseBp: 0 }), recurring(unknown, { amountPence: null })],
    });
    const costs = agreementCosts(snapshot, planFor([]));
    expect(costs.get(yearly.id)).toEqual({ yearlyPence: 120_000, planPence: 600_000 });
    expect(costs.get(unknown.id)).toEqual({ yearlyPence: null, planPence: null });
    expect(costs.get(once.id)).toEqual({ yearlyPence: 0, planPence: 0 });
  });

  test('counts over the years that are shown, whatever calendar they follow', () => {
    // £100 a month from September 2026. April years to March 2031: 7 + 4 × 12 = 55 months. September years to August 2031: 60.
    const yearly = contract({ amountPence: 10_000, period: 'monthly', start: '2026-09-01' });
    const snapshot = schoolOf({ contracts: [yearly], recurring: [recurring(yearly, { amountPence: 10_000, period: 'monthly', priceDate: '2026-04-01', riseBp: 0, start: '2026-09-01' })] });
    expect(agreementCosts(snapshot, planFor([])).get(yearly.id)?.planPence).toBe(550_000);
    expect(agreementCosts(snapshot, planFor([], {}, { yearStartMonth: 9 })).get(yearly.id)?.planPence).toBe(600_000);
  });
});
