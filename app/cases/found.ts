import { yearlyAmount, type Agreement, type Payment } from '../../planning/agreements/agreement.ts';
import { countsOf } from '../../planning/agreements/driver.ts';
import { categoryNamed, type Category } from '../../planning/categories.ts';
import { assetName } from '../../planning/register/field-words.ts';
import { fundProblem, type PaidFor } from '../../planning/budget/fund-check.ts';
import type { Fund } from '../../planning/budget/fund.ts';
import type { FundKey, IsoDate } from '../../planning/vocabulary.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { kitCount } from '../../planning/words.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/** @throws Refusal `not_found` where the plan has no such category. */
export function requireCategory(session: Session, key: string, field = 'categoryKey'): Category {
  const found = session.snapshot().categories.find((category) => category.key === key);
  if (found === undefined) throw new Refusal('not_found', `The plan has no category called “${key}”.`, { field });
  return found;
}

/** @throws Refusal `not_found` where the plan has no such fund. */
export function requireFund(session: Session, key: FundKey, field = 'fundKey'): Fund {
  const found = session.snapshot().funds.find((fund) => fund.key === key);
  if (found === undefined) throw new Refusal('not_found', `The plan has no fund called “${key}”.`, { field });
  return found;
}

/**
 * Whether a fund that is named for something may pay for it on a day.
 * @throws Refusal `not_found` where the plan has no such fund, `invalid_input` where its rules say no or it has ended.
 */
export function checkFundFor(session: Session, key: FundKey | null | undefined, paidFor: PaidFor, on: IsoDate, field = 'fundKey'): void {
  if (key === null || key === undefined) return;
  requireFund(session, key, field);
  const problem = fundProblem(session.snapshot(), key, paidFor, on);
  if (problem !== null) throw new Refusal('invalid_input', problem, { field });
}

/** `HC-DT-0214`, `32 desktops`, `40 items`: what a change is about, for its label. */
export function kitLabel(session: Session, assets: readonly Asset[]): string {
  const [first] = assets;
  if (first === undefined) return 'no kit';
  if (assets.length === 1) return assetName(first);
  const quantity = assets.reduce((sum, asset) => sum + asset.quantity, 0);
  const alike = assets.every(({ categoryKey }) => categoryKey === first.categoryKey);
  return alike ? kitCount(categoryNamed(session.snapshot().categories, first.categoryKey), null, quantity) : `${quantity.toLocaleString('en-GB')} items`;
}

/** @throws Refusal `invalid_input` where it would end before it starts. */
export function checkSpan({ start, end }: Pick<Agreement, 'start' | 'end'>): void {
  if (start === null || end === null || end >= start) return;
  throw new Refusal('invalid_input', 'It would end before it starts. Give an end on or after its start.', { field: 'end' });
}

/** The most that the sums take for one cost in a year: £10 million, as for every amount of a plan. */
const MOST_A_YEAR = 1_000_000_000;

type CheckedTerms = Payment & Pick<Agreement, 'start' | 'end'>;

/** @throws Refusal `invalid_input` where an agreement would end before it starts, or its payments do not add up. */
export function checkTerms(session: Session, terms: CheckedTerms): void {
  const { period, periodYears, driver, deviceCategoryKey } = terms;
  checkSpan(terms);
  if (period === 'every_n_years' && periodYears === null) {
    throw new Refusal('invalid_input', 'Say every how many years it is paid: 2 to 20.', { field: 'periodYears' });
  }
  if (driver === 'per_device') {
    if (deviceCategoryKey === null) throw new Refusal('invalid_input', 'Say for which kind of kit it is paid by the device.', { field: 'deviceCategoryKey' });
    requireCategory(session, deviceCategoryKey, 'deviceCategoryKey');
  }
  if ((yearlyAmount(terms, countsOf(session.snapshot())) ?? 0) > MOST_A_YEAR) {
    throw new Refusal('invalid_input', 'It would come to more than £10 million a year. Look at the amount, what it is for and how often it is paid.', { field: 'amountPence' });
  }
}

/** Years belong to what is paid every few years, seats and a kind of kit to what is paid by them: elsewhere none of them means anything. */
export const tidyTerms = <Terms extends Pick<Payment, 'period' | 'periodYears' | 'driver' | 'units' | 'deviceCategoryKey'>>(terms: Terms): Terms => ({
  ...terms,
  periodYears: terms.period === 'every_n_years' ? terms.periodYears : null,
  units: terms.driver === 'per_seat' ? terms.units : null,
  deviceCategoryKey: terms.driver === 'per_device' ? terms.deviceCategoryKey : null,
});
