import { formatCount, formatExact } from '../money.ts';
import { contextOf } from '../quality.ts';
import { chargesOf } from '../recurring.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { spanOf } from '../words.ts';
import { yearlyAmount, yearsApart, type Agreement, type Payment } from './agreement.ts';
import { countsOf, unitsOf, type Counts } from './driver.ts';

const EVERY: Readonly<Record<Agreement['period'], string>> = {
  monthly: 'monthly', termly: 'termly', yearly: 'yearly', every_n_years: '', once: 'once',
};

/** `yearly`, `every 3 years`. */
export const everyWords = (terms: Pick<Payment, 'period' | 'periodYears'>): string =>
  (terms.period === 'every_n_years' ? `every ${spanOf(12 * yearsApart(terms))}` : EVERY[terms.period]);

/** One and several of what an amount is paid for; empty for the whole school. */
const UNITS: Readonly<Record<Exclude<Agreement['driver'], 'per_device'>, readonly [one: string, several: string]>> = {
  site: ['', ''], per_seat: ['seat', 'seats'], per_pupil: ['pupil', 'pupils'], per_staff: ['member of staff', 'members of staff'],
};

/** ` for each of 1,140 pupils`; nothing where the amount is for the whole school; what is not known is said. */
export function unitWords(payment: Pick<Payment, 'driver' | 'units' | 'deviceCategoryKey'>, counts: Counts): string {
  const { driver, deviceCategoryKey } = payment;
  if (driver === 'site') return '';
  const units = unitsOf(payment, counts);
  if (units === null) return ` ${MISSING_UNITS[driver]}`;
  const kit = driver === 'per_device' && deviceCategoryKey !== null ? counts.kit(deviceCategoryKey) : null;
  const [one, several] = driver === 'per_device' ? [kit?.singular, kit?.plural] : UNITS[driver];
  return ` for ${units === 1 ? `one ${one}` : `each of ${formatCount(units)} ${several}`}`;
}

/** `£12 for each of 1,140 pupils, monthly`, `£300 every 3 years`; what is not known is said. */
export function paymentWords(payment: Payment, counts: Counts): string {
  if (payment.amountPence === null) return 'Amount not known';
  return `${formatExact(payment.amountPence)}${unitWords(payment, counts)}${payment.driver === 'site' ? '' : ','} ${everyWords(payment)}`;
}

const MISSING_UNITS: Readonly<Record<Agreement['driver'], string>> = {
  site: '', per_seat: 'a seat (the number of seats is not known)', per_pupil: 'a pupil (the school’s number of pupils is not known)',
  per_staff: 'a member of staff (the school’s number of staff is not known)',
  per_device: 'a device (of which kind is not known)',
};

/** `£12 for each of 1,140 pupils, monthly, is £164,160 a year.` Null where the amount is a year's already. */
export function yearlySum(payment: Payment, counts: Counts): string | null {
  const yearly = yearlyAmount(payment, counts);
  if (yearly === null || payment.period === 'once' || (payment.period === 'yearly' && payment.driver === 'site')) return null;
  const separator = payment.driver === 'site' ? '' : ',';
  return `${paymentWords(payment, counts)}${separator} is ${formatExact(yearly)} a year.`;
}

/** What an agreement costs over the years of a plan. */
export type AgreementCost = {
  /** At today's amount. Null where the amount, or what it is multiplied by, is not known; 0 where it is paid once. */
  readonly yearlyPence: Pence | null;
  /** What it is charged in the plan's years, months gone in the open year included; null where that is not known. */
  readonly planPence: Pence | null;
};

/** What each agreement costs a year, and over the plan's years as the forecast charges it, by its number. */
export function agreementCosts(snapshot: PlanSnapshot, forecast: Pick<Forecast, 'asOf' | 'years' | 'yearStartMonth'>): ReadonlyMap<number, AgreementCost> {
  const context = contextOf(snapshot, forecast);
  const counts = countsOf(snapshot);
  const charged = new Map(snapshot.recurring.map((cost) => [cost.id, chargesOf(context, cost).reduce<Pence | null>(
    (sum, { alreadyPence, coveredPence, toComePence }) =>
      (sum === null || alreadyPence === null || coveredPence === null || toComePence === null ? null : sum + alreadyPence + coveredPence + toComePence), 0,
  )]));
  return new Map([...snapshot.contracts, ...snapshot.software].map((agreement) => {
    const yearlyPence = yearlyAmount(agreement, counts);
    return [agreement.id, { yearlyPence, planPence: yearlyPence === 0 ? 0 : charged.get(agreement.id) ?? null }];
  }));
}
