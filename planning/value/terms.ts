import { USUAL_PROFILE } from '../budget/finance.ts';
import { divideHalfUp } from '../money.ts';
import { isLifeMonths, policiesFor } from '../policies.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { BasisPoints, Pence } from '../vocabulary.ts';

/** Over how long a thing is written off and what it then stands at, and who said so; `policy` null is the school itself. */
export type BookTerms = {
  readonly lifeMonths: number;
  readonly lifeFrom: RefreshPolicy | null;
  readonly residualBp: BasisPoints;
  readonly residualFrom: RefreshPolicy | null;
};

/** A part of a price: 0 to 100%. */
export const isShare = (bp: BasisPoints): boolean => Number.isInteger(bp) && bp >= 0 && bp <= 10_000;

/**
 * The life in the books and the residual of kit, each from the most specific policy that names one: the asset's, its
 * model's, that of its kind and user group, that of its kind. Where none does, the school's own life and no residual.
 * The life in the books is not the life in use: a laptop written off over three years is used for four.
 */
export function bookTermsOf({ policies, finance }: Pick<PlanSnapshot, 'policies' | 'finance'>, kit: Pick<Asset, 'id' | 'modelId' | 'categoryKey' | 'userGroup'>): BookTerms {
  const all = policiesFor(kit, policies);
  const lifeFrom = all.find(({ bookLifeMonths }) => bookLifeMonths !== null && isLifeMonths(bookLifeMonths)) ?? null;
  const residualFrom = all.find(({ residualBp }) => residualBp !== null && isShare(residualBp)) ?? null;
  return {
    lifeMonths: lifeFrom?.bookLifeMonths ?? schoolLife(finance.profile.bookLifeMonths), lifeFrom,
    residualBp: residualFrom?.residualBp ?? 0, residualFrom,
  };
}

const schoolLife = (months: number): number => (isLifeMonths(months) ? months : USUAL_PROFILE.bookLifeMonths);

/** What one stands at when it is written off: its share of the price, half up to the penny. */
export const residualOf = (pricePence: Pence, { residualBp }: BookTerms): Pence => divideHalfUp(pricePence * residualBp, 10_000);
