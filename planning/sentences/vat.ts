import type { PlanSnapshot } from '../snapshot.ts';
import { say, type Sentence } from './say.ts';

/** What a sentence about net figures leaves out where the school pays the VAT itself; null where VAT comes back, or nothing costs anything. */
export function vatLeftOut({ school, finance }: PlanSnapshot, plannedPence: readonly number[]): Sentence | null {
  if (finance.profile.vatRecoverable || school.vatBp === 0 || plannedPence.every((pence) => pence === 0)) return null;
  return say('These figures are net of VAT, which does not come back to this school; Budgets has them with VAT.');
}
