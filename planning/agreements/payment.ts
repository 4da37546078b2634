import { formatCount, formatExact } from '../money.ts';
import { contextOf } from '../quality.ts';
import { chargesOf } from '../recurring.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot, School } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { spanOf } from '../words.ts';
import { unitsOf, yearlyAmount, type Agreement } from './agreement.ts';

type Heads = Pick<School, 'pupils' | 'staff'>;
type Payment = Pick<Agreement, 'amountPence' | 'period' | 'periodYears' | 'driver' | 'units'>;

const EVERY: Readonly<Record<Agreement['period'], string>> = {
  monthly: 'monthly', termly: 'termly', yearly: 'yearly', every_n_years: '', once: 'once',
};

const everyWords = ({ period, periodYears }: Payment): string =>
  (period === 'every_n_years' ? `every ${spanOf(12 * (periodYears ?? 1))}` : EVERY[period]);

/** `for each of 1,140 pupils`; nothing where the amount is for the whole school; null where the number is not known. */
function unitWords(payment: Payment, school: Heads): string | null {
  const units = unitsOf(payment, school);
  const one = { site: '', per_seat: 'seat', per_pupil: 'pupil', per_staff: 'member of staff', per_device: 'device' }[payment.driver];
  const many = { site: '', per_seat: 'seats', per_pupil: 'pupils', per_staff: 'members of staff', per_device: 'devices' }[payment.driver];
  if (payment.driver === 'site') return '';
  return units === null ? null : `for ${units === 1 ? `one ${one}` : `each of ${formatCount(units)} ${many}`}`;
}

/** `£12 for each of 1,140 pupils, monthly`, `£300 every 3 years`; what is not known is said. */
export function paymentWords(payment: Payment, school: Heads): string {
  if (payment.amountPence === null) return 'Amount not known';
  const units = unitWords(payment, school);
  const amount = formatExact(payment.amountPence);
  const every = everyWords(payment);
  if (units === '') return `${amount} ${every}`;
  return `${amount} ${units ?? MISSING_UNITS[payment.driver]}, ${every}`;
}

const MISSING_UNITS: Readonly<Record<Agreement['driver'], string>> = {
  site: '', per_seat: 'a seat (the number of seats is not known)', per_pupil: 'a pupil (the school’s number of pupils is not known)',
  per_staff: 'a member of staff (the school’s number of staff is not known)',
  per_device: 'a device',
};

/** `£12 for each of 1,140 pupils, monthly, is £164,160 a year.` Null where the amount is a year's already. */
export function yearlySum(payment: Payment, school: Heads): string | null {
  const yearly = yearlyAmount(payment, school);
  if (yearly === null || payment.period === 'once' || (payment.period === 'yearly' && payment.driver === 'site')) return null;
  const separator = payment.driver === 'site' ? '' : ',';
  return `${paymentWords(payment, school)}${separator} is ${formatExact(yearly)} a year.`;
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
  const charged = new Map(snapshot.recurring.map((cost) => [cost.id, chargesOf(context, cost).reduce<Pence | null>(
    (sum, { alreadyPence, toComePence }) => (sum === null || alreadyPence === null || toComePence === null ? null : sum + alreadyPence + toComePence), 0,
  )]));
  return new Map([...snapshot.contracts, ...snapshot.software].map((agreement) => {
    const yearlyPence = yearlyAmount(agreement, snapshot.school);
    return [agreement.id, { yearlyPence, planPence: yearlyPence === 0 ? 0 : charged.get(agreement.id) ?? null }];
  }));
}
