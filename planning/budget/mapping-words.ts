import { CFR_CODES } from '../categories.ts';
import { startLower } from '../words.ts';
import { COST_CATEGORIES, type CodeScheme, type CostCategory, type SpendNature } from '../vocabulary.ts';
import { hasCapitalCode } from './codes.ts';
import type { Mapping } from './ledger-codes.ts';

/** What a ledger code can stand for, as a choice: a category as revenue, as capital, or as its fund says. */
export type MappingChoice = { readonly costCategory: CostCategory; readonly nature: SpendNature | null };

/** All that there is to choose from, in the order of the codes. Capital only where DfE has a capital code. */
export const MAPPING_CHOICES: readonly MappingChoice[] = COST_CATEGORIES.flatMap((costCategory): MappingChoice[] =>
  (hasCapitalCode(costCategory) ? [{ costCategory, nature: 'revenue' }, { costCategory, nature: 'capital' }, { costCategory, nature: null }]
    : [{ costCategory, nature: 'revenue' }]));

/**
 * What a code stands for, as it stands in a list: `E20E Laptops, desktops and tablets`, `CE04D Laptops, desktops and
 * tablets, capital`. An academy's lines have no letters: `Connectivity, capital`.
 */
export function mappingWords({ costCategory, nature }: Mapping, scheme: CodeScheme): string {
  if (costCategory === null) return 'Not mapped';
  const { title, revenue, capital } = CFR_CODES[costCategory];
  const as = nature === 'revenue' ? title : `${title}, ${nature ?? 'as its fund says'}`;
  if (scheme === 'academy') return as;
  const codes = nature === 'revenue' || capital === null ? revenue : nature === 'capital' ? capital : `${revenue} or ${capital}`;
  return `${codes} ${as}`;
}

/** The same in the middle of a sentence. */
export const mappingInSentence = (mapping: Mapping, scheme: CodeScheme): string => startLower(mappingWords(mapping, scheme));
