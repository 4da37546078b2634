import type { Problem } from '../../planning/budget/approval.ts';
import { planYears } from '../../planning/calendar.ts';
import type { FinancialYear } from '../../planning/result.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/** The plan's years as they are today. */
export function yearsOf(session: Session): readonly FinancialYear[] {
  const { yearStartMonth, horizonYears } = session.snapshot().school;
  return planYears(session.today(), yearStartMonth, horizonYears);
}

/** @throws Refusal at the field where something stands against a request. */
export function refuse(problem: Problem | null): void {
  if (problem !== null) throw new Refusal('invalid_input', problem.text, { field: problem.field });
}

/** What a change gives as its reason, where one is needed. @throws Refusal at the reason where there is none */
export function requireReason(reason: string | null, otherwise: string): string {
  if (reason === null || reason === '') throw new Refusal('invalid_input', otherwise, { field: 'reason' });
  return reason;
}
