import { eq } from 'drizzle-orm';
import type { ApprovalLimit, BudgetApproval } from '../../planning/budget/finance.ts';
import type { Writer } from '../connection.ts';
import { approvalLimits, budgetApprovals } from '../schema/finance.ts';

/** From then on the year's figures change by virements alone. */
export function insertApproval(writer: Writer, approval: BudgetApproval): void {
  writer.insert(budgetApprovals).values(approval).run();
}

export function deleteApproval(writer: Writer, year: number): void {
  writer.delete(budgetApprovals).where(eq(budgetApprovals.year, year)).run();
}

/** Adds who may agree to what, or changes the one with that number; answers its number. */
export function setApprovalLimit(writer: Writer, id: number | null, limit: Omit<ApprovalLimit, 'id'>): number {
  if (id === null) return writer.insert(approvalLimits).values(limit).returning({ id: approvalLimits.id }).get().id;
  writer.update(approvalLimits).set(limit).where(eq(approvalLimits.id, id)).run();
  return id;
}

export function deleteApprovalLimit(writer: Writer, id: number): void {
  writer.delete(approvalLimits).where(eq(approvalLimits.id, id)).run();
}
