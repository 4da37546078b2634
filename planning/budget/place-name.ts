import type { PlanSnapshot } from '../snapshot.ts';
import { startLower } from '../words.ts';
import { placeTitle } from './code-titles.ts';
import type { Place } from './finance.ts';
import { fundName, usualFund } from './fund.ts';
import { codeOfPlace } from './words.ts';

/**
 * A place as it stands in a list: `E20A Connectivity`, with its fund where that is not the usual one
 * (`E20E Laptops, desktops and tablets, pupil premium`), or the fund alone where its money is not divided.
 */
export function placeName(snapshot: PlanSnapshot, place: Place, year: number): string {
  const code = codeOfPlace(snapshot, place, year);
  const fund = fundName(snapshot.funds, place.fundKey);
  const { costCategory, nature } = place;
  if (code === null || costCategory === null || nature === null) return `${fund}, not divided`;
  const title = placeTitle(costCategory, nature);
  // The codes of an academy are its titles.
  const named = code.endsWith(title) ? code : `${code} ${title}`;
  return place.fundKey === usualFund(snapshot.funds).key ? named : `${named}, ${startLower(fund)}`;
}

/** The same in the middle of a sentence, as short as can be: `E20A`, `E20E (pupil premium)`, `the delegated budget that is not divided`. */
export function placeShort(snapshot: PlanSnapshot, place: Place, year: number): string {
  const code = codeOfPlace(snapshot, place, year);
  const fund = startLower(fundName(snapshot.funds, place.fundKey));
  if (code === null) return `the ${fund} that is not divided`;
  return place.fundKey === usualFund(snapshot.funds).key ? code : `${code} (${fund})`;
}
