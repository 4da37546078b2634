import { orderAgreement } from '../../planning/budget/approval.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';

/** Who must agree to an order of that value, by the school's own list; nothing where it names nobody for orders. */
export function AgreementNote({ netPence }: { readonly netPence: Pence }) {
  const { facts } = usePlan();
  const text = orderAgreement(facts.finance.approvalLimits, netPence);
  return text === null ? null : <p className="orders-band">{text} <small>From “Who may agree what” in Settings.</small></p>;
}
