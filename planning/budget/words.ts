import { financialYear, financialYearOf } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { known } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { codeOf, hasCapitalCode, schemeOn } from './codes.ts';
import type { Place } from './finance.ts';
import { fundInSentence, fundNamed } from './fund.ts';

/** The code of a divided place in a financial year of the school; null where it is not divided yet. */
export function codeOfPlace(snapshot: PlanSnapshot, { costCategory, nature }: Place, year: number): string | null {
  if (costCategory === null || nature === null) return null;
  const scheme = schemeOn(snapshot, financialYear(year, snapshot.school.yearStartMonth).start);
  return codeOf({ scheme, costCategory, nature, year }, snapshot.finance.returnLines);
}

/** A place in the middle of a sentence: `delegated budget`, `delegated budget, E20E`. */
export function placeWords(snapshot: PlanSnapshot, place: Place, year: number): string {
  const code = codeOfPlace(snapshot, place, year);
  const fund = fundInSentence(snapshot.funds, place.fundKey);
  return code === null ? fund : `${fund}, ${code}`;
}

/**
 * The code that kit is, or would be, bought under by its fund alone, in the year it was bought in (of the as-at date
 * where that is not known).
 */
export function codeOfKit(snapshot: PlanSnapshot, asset: Asset, asOf: IsoDate): string {
  const { costCategory } = categoryNamed(snapshot.categories, asset.categoryKey);
  const day = known(asset.purchaseDate) ?? asOf;
  const capital = asset.fundKey !== null && fundNamed(snapshot.funds, asset.fundKey).paysFor === 'capital' && hasCapitalCode(costCategory);
  const year = financialYearOf(day, snapshot.school.yearStartMonth);
  return codeOf({ scheme: schemeOn(snapshot, day), costCategory, nature: capital ? 'capital' : 'revenue', year }, snapshot.finance.returnLines);
}
