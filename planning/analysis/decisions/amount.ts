import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import type { Decision } from '../facts.ts';
import { isApproval } from '../planned.ts';
import { agreementProblem } from '../../budget/approval.ts';
import { weighOptions, type Weighed } from './weigh.ts';

/** What is weighed for a decision: kept once it is made; of one that waits for a need worked out from its options, the recommended one chosen. */
export function weighedNow(snapshot: PlanSnapshot, forecast: Forecast, { needId, choice, weighed }: Decision): readonly Weighed[] {
  const need = choice === null ? snapshot.analysis.needs.find(({ id }) => id === needId) : undefined;
  return need === undefined || need.options.length === 0 ? weighed : weighOptions(snapshot, forecast, need, need.recommendedOptionId);
}

/** What a decision is about in money: of the option that is recommended or chosen, else at most that of the dearest. Null where nobody knows. */
export type Amount = { readonly pence: Pence; readonly isMost: boolean } | null;

export function amountOf(weighed: readonly Weighed[]): Amount {
  const chosen = weighed.find((option) => option.chosen);
  if (chosen !== undefined) return chosen.pence === null ? null : { pence: chosen.pence, isMost: false };
  const known = weighed.flatMap(({ pence }) => (pence === null ? [] : [pence]));
  return known.length === 0 || known.length < weighed.length ? null : { pence: Math.max(...known), isMost: known.length > 1 };
}

/** What the school's own list says of somebody who approves an amount of buying: told, not forced. Null where there is nothing to say. */
export function limitTold({ finance }: Pick<PlanSnapshot, 'finance'>, decision: Pick<Decision, 'choice' | 'decider'>, pence: Pence): string | null {
  return !isApproval(decision) || pence <= 0 ? null : agreementProblem(finance.approvalLimits, 'order', decision.decider, pence);
}
