import { deleteApproval, deleteApprovalLimit, insertApproval, setApprovalLimit } from '../../db/repositories/approvals.ts';
import { approvalOf, approveProblem } from '../../planning/budget/approval.ts';
import type { ApprovalLimit } from '../../planning/budget/finance.ts';
import { financialYearLabel, formatLongDate } from '../../planning/calendar.ts';
import { formatExact } from '../../planning/money.ts';
import { APPROVAL_SUBJECT_WORDS } from '../../planning/vocabulary.ts';
import { foldedName, startLower } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { refuse, requireReason, yearsOf } from './problem.ts';

const labelOf = (session: Session, year: number): string => financialYearLabel(year, session.snapshot().school.yearStartMonth);

/** @throws Refusal `not_found` where there is no such limit. */
function requireLimit(session: Session, id: number): ApprovalLimit {
  const found = session.snapshot().finance.approvalLimits.find((each) => each.id === id);
  if (found === undefined) throw new Refusal('not_found', `Nobody on the list has the number ${id}.`, { field: 'id' });
  return found;
}

export const approvalHandlers = {
  'budget.approve': (session, { role, reason, ...approval }) => {
    refuse(approveProblem(session.snapshot(), yearsOf(session), approval, session.today()));
    const label = `Approve the budget of ${labelOf(session, approval.year)}, ${formatLongDate(approval.approvedOn)}`;
    const { change } = session.change(label, { role, reason }, (writer) => insertApproval(writer, { ...approval, note: approval.note === '' ? null : approval.note }));
    return { change, value: null };
  },

  'budget.reopen': (session, { role, reason: told, year }) => {
    const label = labelOf(session, year);
    if (approvalOf(session.snapshot().finance, year) === null) {
      throw new Refusal('conflict', `The budget of ${label} has not been approved, so it is open.`, { field: 'year' });
    }
    const reason = requireReason(told, 'Say why the budget is reopened.');
    const { change } = session.change(`Reopen the budget of ${label}`, { role, reason }, (writer) => deleteApproval(writer, year));
    return { change, value: null };
  },

  'limit.set': (session, { role, reason, id, subject, who, upToPence }) => {
    if (id !== null) requireLimit(session, id);
    const { approvalLimits } = session.snapshot().finance;
    const twin = approvalLimits.find((each) => each.id !== id && each.subject === subject && foldedName(each.role) === foldedName(who));
    if (twin !== undefined) {
      throw new Refusal('conflict', `${twin.role} is on the list for ${startLower(APPROVAL_SUBJECT_WORDS[subject])} already. Change that entry.`, { field: 'who' });
    }
    const amount = upToPence === null ? 'any amount' : `up to ${formatExact(upToPence)}`;
    const label = `${who} may agree: ${startLower(APPROVAL_SUBJECT_WORDS[subject])}, ${amount}`;
    const { value, change } = session.change(label, { role, reason }, (writer) => setApprovalLimit(writer, id, { subject, role: who, upToPence }));
    return { change, value: { id: value } };
  },

  'limit.remove': (session, { role, reason, id }) => {
    const { role: who, subject } = requireLimit(session, id);
    const label = `Take ${who} off the list for ${startLower(APPROVAL_SUBJECT_WORDS[subject])}`;
    const { change } = session.change(label, { role, reason }, (writer) => deleteApprovalLimit(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'budget.approve' | 'budget.reopen' | 'limit.set' | 'limit.remove'>;
