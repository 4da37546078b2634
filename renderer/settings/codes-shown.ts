import type { LedgerCode } from '../../planning/budget/finance.ts';
import { codeState } from '../../planning/budget/ledger-codes.ts';
import { compareNames } from '../../planning/words.ts';

export type CodesFilter = 'ict' | 'to_map' | 'all';

/** The codes of a list that are looked for, in the order of their numbers. */
export function codesShown(codes: readonly LedgerCode[], filter: CodesFilter, search: string): readonly LedgerCode[] {
  const words = search.trim().toLowerCase();
  return codes.filter((code) => {
    const state = codeState(code);
    if (filter === 'ict' && state === 'not_ict') return false;
    if (filter === 'to_map' && state !== 'to_map') return false;
    return words === '' || [code.code, code.description, code.cfrCode ?? ''].some((text) => text.toLowerCase().includes(words));
  }).toSorted((one, other) => compareNames(one.code, other.code));
}
