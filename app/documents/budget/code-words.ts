import { placeOfCode } from '../../../planning/budget/codes.ts';
import type { Place, ReturnLine } from '../../../planning/budget/finance.ts';
import { CFR_CODES } from '../../../planning/categories.ts';
import type { CostCategory, SpendNature } from '../../../planning/vocabulary.ts';

/** Names of the codes of the years before ICT was divided. Source: DfE, CFR framework 2023 to 2024. */
const UNDIVIDED_NAMES: Readonly<Record<string, string>> = { E20: 'ICT learning resources', CE04: 'ICT, capital' };

/** What money is called that no code has yet. */
export const NOT_DIVIDED = 'Not divided by code';

const titleOf = (costCategory: CostCategory, nature: SpendNature): string =>
  `${CFR_CODES[costCategory].title}${nature === 'capital' ? ', capital' : ''}`;

/** A code of consistent financial reporting with its name; null for the code of an academy. */
export function cfrWords(code: string): { readonly code: string; readonly name: string } | null {
  if (code.startsWith('BFR ')) return null;
  const place = placeOfCode(code);
  return { code, name: UNDIVIDED_NAMES[code] ?? (place === null ? '' : titleOf(place.costCategory, place.nature)) };
}

/**
 * DfE's category as the budget forecast return has it, with its number where the school has filled that in:
 * `Connectivity, capital (621)`. The same in every year and under either kind of code, so formulas go by it.
 */
export function bfrWords(returnLines: readonly ReturnLine[], { costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>): string {
  if (costCategory === null || nature === null) return NOT_DIVIDED;
  const line = returnLines.find((each) => each.costCategory === costCategory && each.nature === nature);
  return `${titleOf(costCategory, nature)}${line === undefined ? '' : ` (${line.lineNumber})`}`;
}
