import { financialYearLabel, formatLongDate } from '../calendar.ts';
import { formatExact } from '../money.ts';
import type { FinancialYear } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { ApprovalSubject, IsoDate, Pence } from '../vocabulary.ts';
import { foldedName, listOf } from '../words.ts';
import { allocations, movedInto } from './allocation.ts';
import type { ApprovalLimit, BudgetApproval, FinanceFacts, Place } from './finance.ts';
import { fundNamed } from './fund.ts';
import { holdProblem } from './may-hold.ts';
import { placeShort } from './place-name.ts';

/*
 * A year's budget changes freely until it is approved; from then on its figures change by agreed virements alone, until
 * it is reopened. Who may agree to what is the school's own list; where it has none for a subject, anybody may.
 */

/** What stands against a request: the field, and a whole sentence that names what would work. */
export type Problem<Field extends string = string> = { readonly field: Field; readonly text: string };

/** A year's approval; null while it is open. */
export const approvalOf = ({ approvals }: Pick<FinanceFacts, 'approvals'>, year: number): BudgetApproval | null =>
  approvals.find((each) => each.year === year) ?? null;

/** Whether a year's budget is no longer one figure that can be typed: it is divided by code, or approved. */
export const isBudgetSettled = ({ budgets, finance }: Pick<PlanSnapshot, 'budgets' | 'finance'>, year: number): boolean =>
  approvalOf(finance, year) !== null || budgets.some((line) => line.year === year && line.costCategory !== null);

/** `Business manager up to £2,000 and Headteacher any amount`. */
export const limitWords = (limits: readonly ApprovalLimit[]): string =>
  listOf(limits.map(({ role, upToPence }) => `${role} ${upToPence === null ? 'any amount' : `up to ${formatExact(upToPence)}`}`));

/** Limits of one subject, the lowest first; those of any amount last. */
export const limitsOn = (limits: readonly ApprovalLimit[], subject: ApprovalSubject): readonly ApprovalLimit[] =>
  limits.filter((each) => each.subject === subject)
    .toSorted((a, b) => (a.upToPence ?? Infinity) - (b.upToPence ?? Infinity) || a.id - b.id);

/** Those who may agree to an amount, the lowest limit first. */
export const whoMayAgree = (limits: readonly ApprovalLimit[], subject: ApprovalSubject, pence: Pence): readonly ApprovalLimit[] =>
  limitsOn(limits, subject).filter(({ upToPence }) => upToPence === null || pence <= upToPence);

const THINGS: Readonly<Record<ApprovalSubject, string>> = { order: 'orders', virement: 'virements', budget: 'a year’s budget' };

/** Why somebody may not agree to an amount; null where they may. */
export function agreementProblem(limits: readonly ApprovalLimit[], subject: ApprovalSubject, who: string, pence: Pence): string | null {
  const of = limitsOn(limits, subject);
  if (of.length === 0) return null;
  const own = of.find(({ role }) => foldedName(role) === foldedName(who));
  if (own === undefined) return `${who} is not among those who may agree ${THINGS[subject]}: ${limitWords(of)}.`;
  if (own.upToPence === null || pence <= own.upToPence) return null;
  const may = whoMayAgree(limits, subject, pence);
  const amount = formatExact(pence);
  return `${own.role} may agree ${THINGS[subject]} up to ${formatExact(own.upToPence)}. ${may.length === 0
    ? `Nobody on the list may agree ${amount}: change who may agree what in Settings.` : `${amount} is for ${may.map(({ role }) => role).join(' or ')} to agree.`}`;
}

/** What an order form says of who must agree; null where the school has set no limits for orders or there is nothing to agree yet. */
export function orderAgreement(limits: readonly ApprovalLimit[], pence: Pence): string | null {
  if (pence <= 0 || limitsOn(limits, 'order').length === 0) return null;
  const may = whoMayAgree(limits, 'order', pence);
  const amount = `An order of ${formatExact(pence)} net`;
  return may.length === 0 ? `${amount} is more than anybody may agree: ${limitWords(limitsOn(limits, 'order'))}.` : `${amount} is agreed by ${may.map(({ role }) => role).join(' or ')}.`;
}

/** A budget of one place, as somebody wants to enter it; null clears it. */
export type BudgetAsked = { readonly year: number; readonly place: Place; readonly pence: Pence | null };

/** Why a budget of the plan's own cannot be entered so; null where it can. */
export function budgetProblem(snapshot: PlanSnapshot, { year, place, pence }: BudgetAsked): Problem | null {
  const approval = approvalOf(snapshot.finance, year);
  const label = financialYearLabel(year, snapshot.school.yearStartMonth);
  if (approval !== null) {
    return { field: 'year', text: `The budget of ${label} was approved on ${formatLongDate(approval.approvedOn)}. Move money with a virement, or reopen it with a reason.` };
  }
  const against = pence === null || pence === 0 ? null : holdProblem(fundNamed(snapshot.funds, place.fundKey), place.costCategory, place.nature);
  if (against !== null) return { field: 'fundKey', text: against };
  const given = -movedInto(snapshot, place, year);
  if (given <= (pence ?? 0)) return null;
  const name = placeShort(snapshot, place, year);
  return { field: 'pence', text: `Agreed virements have moved ${formatExact(given)} out of ${name}, so its budget cannot be less than that. Move it back with a virement first.` };
}

/** All money of a year; null where none has been entered. */
export function budgetOfYear(snapshot: Pick<PlanSnapshot, 'budgets' | 'finance'>, year: number): Pence | null {
  const lines = allocations(snapshot).filter((each) => each.year === year);
  return lines.length === 0 ? null : lines.reduce((sum, { pence }) => sum + pence, 0);
}

/** Why a year's budget cannot be approved so; null where it can. */
export function approveProblem(
  snapshot: PlanSnapshot, years: readonly FinancialYear[], asked: Pick<BudgetApproval, 'year' | 'approvedOn' | 'approvedBy'>, today: IsoDate,
): Problem<'year' | 'approvedOn' | 'approvedBy'> | null {
  const label = financialYearLabel(asked.year, snapshot.school.yearStartMonth);
  const already = approvalOf(snapshot.finance, asked.year);
  if (already !== null) return { field: 'year', text: `The budget of ${label} was approved on ${formatLongDate(already.approvedOn)} already. Reopen it first to approve another.` };
  const outside = yearProblem(snapshot, years, asked.year);
  if (outside !== null) return outside;
  if (asked.approvedOn > today) return { field: 'approvedOn', text: `${formatLongDate(asked.approvedOn)} is still to come. Give the day on which it was approved.` };
  const who = agreementProblem(snapshot.finance.approvalLimits, 'budget', asked.approvedBy, budgetOfYear(snapshot, asked.year) ?? 0);
  return who === null ? null : { field: 'approvedBy', text: who };
}

/** Why a year has no money to approve or to move; null where it has. */
export function yearProblem(snapshot: PlanSnapshot, years: readonly FinancialYear[], year: number): Problem<'year'> | null {
  const label = financialYearLabel(year, snapshot.school.yearStartMonth);
  const [first, last] = [years[0], years[years.length - 1]];
  if (!years.some((each) => each.year === year)) return { field: 'year', text: `${label} is not in the plan, which goes from ${first?.label} to ${last?.label}.` };
  return budgetOfYear(snapshot, year) === null ? { field: 'year', text: `${label} has no budget yet. Enter one first.` } : null;
}
