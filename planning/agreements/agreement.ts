import type {
  AgreementKind, BasisPoints, ContractKind, CostCategory, CostDriver, ExpiryDecision, ExpirySubject, IsoDate, PayPeriod, Pence, FundKey,
} from '../vocabulary.ts';
import { sane } from '../context.ts';
import { divideHalfUp, isUnitPrice } from '../money.ts';
import { unitsOf, type Counts } from './driver.ts';

/** Something that the school pays for again and again, with the terms it is paid on. */
export type Agreement = {
  readonly id: number;
  readonly kind: AgreementKind;
  readonly name: string;
  readonly categoryKey: string;
  readonly costCategory: CostCategory;
  /** Of one period and one unit of the driver, net; null where nobody has entered it. */
  readonly amountPence: Pence | null;
  readonly period: PayPeriod;
  /** Years from one payment to the next, 2 to 20, where the period is `every_n_years`; null otherwise. */
  readonly periodYears: number | null;
  readonly driver: CostDriver;
  /** Seats where the driver is `per_seat`; null otherwise. */
  readonly units: number | null;
  /** The kind of kit that is counted where the driver is `per_device`; null otherwise. */
  readonly deviceCategoryKey: string | null;
  /** The day the amount is of; the as-at date where null. */
  readonly priceDate: IsoDate | null;
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  /** Days before the end by which notice must be given; null where none is agreed. */
  readonly noticeDays: number | null;
  /** True where it goes on after its end unless notice is given. */
  readonly autoRenews: boolean;
  /** Its own rise a year; null takes its category's. */
  readonly riseBp: BasisPoints | null;
  readonly supplierId: number | null;
  /** The fund that pays; null where the school has not said. */
  readonly fundKey: FundKey | null;
  /** The supplier's number for it. */
  readonly reference: string | null;
  readonly notes: string | null;
};

export type Contract = Agreement & {
  readonly kind: 'contract';
  readonly contractKind: ContractKind;
  /** True where it is hardware cover of the assets listed: their cover then ends no earlier than it does. */
  readonly coversHardware: boolean;
  readonly assetIds: readonly number[];
};

export type SoftwareTitle = Agreement & {
  readonly kind: 'software';
  readonly publisher: string | null;
  readonly version: string | null;
  /** Its release in the support list. */
  readonly supportReleaseId: number | null;
  /** End of its support: the school's own date, else the release's. */
  readonly supportEnd: IsoDate | null;
  readonly needsSystem: string | null;
  readonly needsMemoryGb: number | null;
  /** Enough to run slowly. */
  readonly leastMemoryGb: number | null;
  readonly needsProcessor: string | null;
  readonly needsCores: number | null;
  readonly leastCores: number | null;
  readonly needsStorageGb: number | null;
  readonly networkInstallable: boolean | null;
  readonly departmentIds: readonly number[];
};

/** A decision about something that ends: it silences that end and no other. Either an asset or an agreement is meant. */
export type Acknowledgement = {
  readonly id: number;
  readonly subject: ExpirySubject;
  readonly assetId: number | null;
  readonly agreementId: number | null;
  readonly endsOn: IsoDate;
  readonly decision: ExpiryDecision;
  readonly reason: string;
};

/** How much is paid, for what and how often. */
export type Payment = Pick<Agreement, 'amountPence' | 'period' | 'periodYears' | 'driver' | 'units' | 'deviceCategoryKey'>;

/** Years from one payment to the next, 1 where that is not every few years. */
export const yearsApart = ({ period, periodYears }: Pick<Payment, 'period' | 'periodYears'>): number =>
  (period === 'every_n_years' ? sane(periodYears ?? 1, 1, 100, 1) : 1);

/** A school year has three terms. */
const TERMS = 3;

/**
 * What an agreement comes to in a year, in pence, net: amount × units × payments a year, half up where it is paid
 * every n years. Null where the amount or the number of units is not known or none that can be counted with; 0 for what is paid once, whatever it was.
 */
export function yearlyAmount(terms: Payment, counts: Counts): Pence | null {
  if (terms.period === 'once') return 0;
  const units = unitsOf(terms, counts);
  if (!isUnitPrice(terms.amountPence) || units === null) return null;
  const payment = terms.amountPence * units;
  switch (terms.period) {
    case 'monthly': return payment * 12;
    case 'termly': return payment * TERMS;
    case 'yearly': return payment;
    case 'every_n_years': return divideHalfUp(payment, yearsApart(terms));
  }
}
