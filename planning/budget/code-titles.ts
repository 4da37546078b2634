import { CFR_CODES } from '../categories.ts';
import { COST_CATEGORIES, type CostCategory, type SpendNature } from '../vocabulary.ts';
import { codeOf, placeOfCode, UNDIVIDED } from './codes.ts';
import type { Place, ReturnLine } from './finance.ts';

/** What a cost category is called as revenue or as capital: `Connectivity`, `Connectivity, capital`. */
export const placeTitle = (costCategory: CostCategory, nature: SpendNature): string =>
  `${CFR_CODES[costCategory].title}${nature === 'capital' ? ', capital' : ''}`;

/**
 * Codes that ICT is booked to beside its own, and those that stood for all of it before it was divided.
 * Source: DfE, CFR framework 2024 to 2025; academies chart of accounts.
 */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  [UNDIVIDED.revenue]: 'ICT learning resources', [UNDIVIDED.capital]: 'Information and communication technology, capital',
  E03: 'Education support staff', E05: 'Administrative and clerical staff', E09: 'Development and training', E16: 'Energy',
  E19: 'Learning resources, not ICT', E22: 'Administrative supplies', E23: 'Other insurance premiums',
  E27: 'Bought-in professional services, curriculum', E28A: 'Bought-in professional services, other', E30: 'Direct revenue financing',
  I01: 'Funds delegated by the local authority', I05: 'Pupil premium', I06: 'Other government grants', I07: 'Other grants and payments',
  I13: 'Donations and private funds', CI01: 'Capital income', CI03: 'Voluntary or private income, capital', CI04: 'Direct revenue financing, capital income',
  BAE210: 'ICT learning resources', BAE280: 'Administrative supplies', BAE290: 'Direct revenue financing',
};

/** The category and nature of an academy's line, by the number the school has filled in or by its name. */
function placeOfLine(code: string, returnLines: readonly ReturnLine[]): Pick<ReturnLine, 'costCategory' | 'nature'> | null {
  for (const costCategory of COST_CATEGORIES) {
    for (const nature of ['revenue', 'capital'] as const) {
      if (code === codeOf({ scheme: 'academy', costCategory, nature, year: 0 }, returnLines) || code === codeOf({ scheme: 'academy', costCategory, nature, year: 0 }, [])) {
        return { costCategory, nature };
      }
    }
  }
  return null;
}

const placed = (code: string, returnLines: readonly ReturnLine[]): Pick<ReturnLine, 'costCategory' | 'nature'> | null =>
  placeOfCode(code) ?? (code.startsWith('BFR ') ? placeOfLine(code, returnLines) : null);

/** What a code of DfE's is for; null for one that is none of its. */
export function titleOfCode(code: string, returnLines: readonly ReturnLine[] = []): string | null {
  const place = placed(code, returnLines);
  return place === null ? OTHER_TITLES[code.trim().toUpperCase()] ?? null : placeTitle(place.costCategory, place.nature);
}

/** A code with what it is for: `E20E Laptops, desktops and tablets`. A line of a return that goes by its name is that name. */
export function codeWithTitle(code: string, returnLines: readonly ReturnLine[] = []): string {
  const title = titleOfCode(code, returnLines);
  return title === null || code.endsWith(title) ? code : `${code} ${title}`;
}

/** Where a place stands in lists: revenue before capital, each in the order of DfE's categories. */
export const placeRank = ({ costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>): number =>
  (costCategory === null ? 2 * COST_CATEGORIES.length : COST_CATEGORIES.indexOf(costCategory) + (nature === 'capital' ? COST_CATEGORIES.length : 0));

/** The same of a code: the divided ones by their places, of the undivided ones revenue first, then all others by name. */
export function compareCodes(returnLines: readonly ReturnLine[] = []): (a: string, b: string) => number {
  const rank = (code: string): number => {
    const place = placed(code, returnLines);
    if (place !== null) return placeRank(place);
    return code === UNDIVIDED.revenue ? -0.5 : code === UNDIVIDED.capital ? COST_CATEGORIES.length - 0.5 : Infinity;
  };
  return (a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first === second ? (a < b ? -1 : a > b ? 1 : 0) : first - second;
  };
}
