import { CFR_CODES } from '../../../planning/categories.ts';
import type { LedgerCode } from '../../../planning/budget/finance.ts';
import { codeIndex, placeOfLedger, type Booked, type DividedPlace } from '../../../planning/budget/ledger-codes.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { COST_CATEGORIES } from '../../../planning/vocabulary.ts';

/** What of a row the plan does not know yet, and could be told. */
export type UnknownCode = { readonly what: 'ledger' | 'fund'; readonly code: string };

export type PlaceOfRow =
  | { readonly kind: 'ict'; readonly place: DividedPlace }
  | { readonly kind: 'not_ict'; readonly because: 'not_ict' | 'cost_centre' }
  | { readonly kind: 'unknown'; readonly unknown: UnknownCode; readonly sentence: string };

type Facts = Pick<PlanSnapshot, 'finance' | 'funds'>;

/** DfE's own codes for ICT stand for themselves, whatever else a school's chart holds: many schools book under them. */
function withReturnCodes(ledgerCodes: readonly LedgerCode[]): readonly LedgerCode[] {
  const known = codeIndex(ledgerCodes);
  const own = COST_CATEGORIES.flatMap((costCategory) => {
    const { revenue, capital, title } = CFR_CODES[costCategory];
    const as = (code: string, nature: LedgerCode['nature']): LedgerCode => ({ id: 0, code, description: title, ledgerType: null, cfrCode: code, costCategory, nature, preferred: false });
    return capital === null ? [as(revenue, 'revenue')] : [as(revenue, 'revenue'), as(capital, 'capital')];
  });
  return [...ledgerCodes, ...own.filter(({ code }) => known(code) === null)];
}

/** Where the money of a row belongs. Asked once for a plan, it answers for as many rows as there are. */
export function placeFinder({ funds, finance }: Facts): (booked: Booked) => PlaceOfRow {
  const find = placeOfLedger({ funds, finance: { ...finance, ledgerCodes: withReturnCodes(finance.ledgerCodes) } });
  return (booked) => {
    const found = find(booked);
    if (found.place !== null) return { kind: 'ict', place: found.place };
    const { sentence } = found;
    switch (found.why) {
      case 'not_ict': return { kind: 'not_ict', because: 'not_ict' };
      case 'centre_left_out': return { kind: 'not_ict', because: 'cost_centre' };
      case 'fund_not_mapped': return { kind: 'unknown', unknown: { what: 'fund', code: booked.fundCode ?? '' }, sentence };
      case 'unknown_code': case 'not_mapped': return { kind: 'unknown', unknown: { what: 'ledger', code: booked.ledgerCode }, sentence };
    }
  };
}
