import type { Place } from '../../../planning/budget/finance.ts';
import { costCentreFor, fundCodeFor, ledgerCodeFor } from '../../../planning/budget/ledger-codes.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';

/** What the school's finance system calls a place of money; null where nobody has mapped it. */
export type LedgerWords = {
  readonly ledgerCode: string | null;
  readonly ledgerName: string | null;
  readonly ledgerType: string | null;
  readonly fundCode: string | null;
  readonly costCentre: string | null;
  readonly costCentreName: string | null;
};

/** Looks up the finance system's codes of a place, with the cost centre of the department that money is spent for. Each is looked up once. */
export function ledgerLookup(plan: Pick<PlanSnapshot, 'finance'>): (place: Place, departmentId: number | null) => LedgerWords {
  const known = new Map<string, LedgerWords>();
  return (place, departmentId) => {
    const key = [place.fundKey, place.costCategory, place.nature, departmentId].join('/');
    const found = known.get(key) ?? wordsOf(plan, place, departmentId);
    known.set(key, found);
    return found;
  };
}

function wordsOf(plan: Pick<PlanSnapshot, 'finance'>, place: Place, departmentId: number | null): LedgerWords {
  const ledger = ledgerCodeFor(plan, place);
  const centre = costCentreFor(plan, departmentId);
  return {
    ledgerCode: ledger?.code ?? null, ledgerName: ledger?.description ?? null, ledgerType: ledger?.ledgerType ?? null,
    fundCode: fundCodeFor(plan, place.fundKey)?.code ?? null, costCentre: centre?.code ?? null, costCentreName: centre?.name ?? null,
  };
}
