import { placeTitle, titleOfCode } from '../../../planning/budget/code-titles.ts';
import type { Place, ReturnLine } from '../../../planning/budget/finance.ts';

/** What money is called that no code has yet. */
const NOT_DIVIDED = 'Not divided by code';

/** A code of consistent financial reporting with its name; null for the code of an academy. */
export const cfrWords = (code: string): { readonly code: string; readonly name: string } | null =>
  (code.startsWith('BFR ') ? null : { code, name: titleOfCode(code) ?? '' });

/**
 * DfE's category as the budget forecast return has it, with its number where the school has filled that in:
 * `Connectivity, capital (621)`. The same in every year and under either kind of code, so formulas go by it.
 */
export function bfrWords(returnLines: readonly ReturnLine[], { costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>): string {
  if (costCategory === null || nature === null) return NOT_DIVIDED;
  const line = returnLines.find((each) => each.costCategory === costCategory && each.nature === nature);
  return `${placeTitle(costCategory, nature)}${line === undefined ? '' : ` (${line.lineNumber})`}`;
}
