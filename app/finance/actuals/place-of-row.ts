import { placeOfCode } from '../../../planning/budget/codes.ts';
import { usualFund } from '../../../planning/budget/fund.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { CostCategory, FundKey, SpendNature } from '../../../planning/vocabulary.ts';

/** What a row of an export is booked to, as the finance system writes it. */
export type Booked = { readonly ledgerCode: string; readonly fundCode: string | null; readonly costCentre: string | null };

export type PlaceOfRow =
  | { readonly kind: 'ict'; readonly costCategory: CostCategory; readonly nature: SpendNature; readonly fundKey: FundKey }
  | { readonly kind: 'not_ict'; readonly because: 'ledger' | 'cost_centre' }
  | { readonly kind: 'unknown'; readonly what: 'ledger' | 'fund' | 'cost_centre'; readonly code: string };

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * Where money that was booked belongs: by its ledger code (mapped by the school, or one of DfE's own codes for ICT), by
 * its cost centre where the plan knows any, and by its fund's code, without which it is the usual fund's.
 */
export function placeOfRow({ finance, funds }: Pick<PlanSnapshot, 'finance' | 'funds'>, { ledgerCode, fundCode, costCentre }: Booked): PlaceOfRow {
  const known = finance.ledgerCodes.find(({ code }) => same(code, ledgerCode));
  const place = known === undefined ? placeOfCode(ledgerCode) : known.costCategory === null || known.nature === null ? 'not_ict' : { costCategory: known.costCategory, nature: known.nature };
  if (place === null) return { kind: 'unknown', what: 'ledger', code: ledgerCode };
  if (place === 'not_ict') return { kind: 'not_ict', because: 'ledger' };
  const centre = costCentre === null ? undefined : finance.costCentres.find(({ code }) => same(code, costCentre));
  if (centre?.counts === false) return { kind: 'not_ict', because: 'cost_centre' };
  if (costCentre !== null && centre === undefined && finance.costCentres.length > 0) return { kind: 'unknown', what: 'cost_centre', code: costCentre };
  if (fundCode === null) return { kind: 'ict', ...place, fundKey: usualFund(funds).key };
  const fundKey = finance.fundCodes.find(({ code }) => same(code, fundCode))?.fundKey ?? null;
  return fundKey === null ? { kind: 'unknown', what: 'fund', code: fundCode } : { kind: 'ict', ...place, fundKey };
}
