import { MAPPING_CHOICES, mappingWords } from '../../planning/budget/mapping-words.ts';
import { NOT_MAPPED, type Mapping } from '../../planning/budget/ledger-codes.ts';
import type { CodeScheme } from '../../planning/vocabulary.ts';

/** What a ledger code can stand for as the choices of a field, and back again. */
export const mappingValue = ({ costCategory, nature }: Mapping): string => (costCategory === null ? '' : `${costCategory}/${nature ?? ''}`);

export const mappingOptions = (scheme: CodeScheme, unsaid = 'Not mapped'): readonly { readonly value: string; readonly label: string }[] =>
  [{ value: '', label: unsaid }, ...MAPPING_CHOICES.map((choice) => ({ value: mappingValue(choice), label: mappingWords(choice, scheme) }))];

export const mappingChosen = (value: string): Mapping => MAPPING_CHOICES.find((choice) => mappingValue(choice) === value) ?? NOT_MAPPED;
