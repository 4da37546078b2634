import { useState } from 'react';
import type { FormEvent } from 'react';
import { approvalOf, approveProblem, budgetOfYear, limitsOn, whoMayAgree } from '../../../planning/budget/approval.ts';
import { financialYearLabel, formatDate, formatLongDate } from '../../../planning/calendar.ts';
import { formatExact } from '../../../planning/money.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readDate } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { WhoField } from './who-field.tsx';

type YearFormProps = { readonly year: number; readonly onDone: () => void };

function ApproveForm({ year, onDone }: YearFormProps) {
  const { facts, forecast, application: { today } } = usePlan();
  const run = useCommand();
  const total = budgetOfYear(facts, year) ?? 0;
  const [typed, setTyped] = useState(() => ({
    who: limitsOn(facts.finance.approvalLimits, 'budget').length === 0 ? 'Governing body' : whoMayAgree(facts.finance.approvalLimits, 'budget', total)[0]?.role ?? '',
    day: formatDate(today), note: '',
  }));
  const [asked, setAsked] = useState(false);
  const read = readDate(typed.day);
  const on = read.ok ? read.value : null;
  const approvedBy = typed.who.trim();
  const found = approveProblem(facts, forecast.years, { year, approvedOn: on ?? today, approvedBy }, today);
  const whoProblem = approvedBy === '' ? 'Say who approved it, such as Governing body.' : found?.field === 'approvedBy' ? found.text : null;
  const dayProblem = !read.ok ? read.message : on === null ? 'Write the day it was approved, like 3 May 2026.' : found?.field === 'approvedOn' ? found.text : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (whoProblem !== null || dayProblem !== null || on === null) return;
    if (await run('budget.approve', { year, approvedOn: on, approvedBy, note: typed.note.trim() || null }) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="Approve the budget" noValidate onSubmit={(event) => void submit(event)}>
      <p className="q2">{formatExact(total)} in all. From then on its figures change by agreed virements alone, until it is reopened.</p>
      <div className="decision-fields">
        <WhoField label="Approved by" subject="budget" value={typed.who} problem={asked ? whoProblem : null} onText={(who) => setTyped({ ...typed, who })} first />
        <DateField label="Approved on" text={typed.day} problem={asked ? dayProblem : null} onText={(day) => setTyped({ ...typed, day })} />
        <div className="wide"><TextField label="Note" maxLength={500} value={typed.note} hint="Such as the number of the minute." onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })} /></div>
      </div>
      <div className="dialog-acts"><Button onClick={onDone}>Cancel</Button><Button variant="filled" type="submit">Approve the budget</Button></div>
    </form>
  );
}

function ReopenForm({ year, onDone }: YearFormProps) {
  const run = useCommand();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    if (await run('budget.reopen', { year, reason: reason.trim() }) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="Reopen the budget" noValidate onSubmit={(event) => void submit(event)}>
      <p className="q2">Its figures can then be changed as they are. Virements that were agreed stay.</p>
      <TextField label="Reason" maxLength={500} value={reason} problem={asked && reason.trim() === '' ? 'Say why the budget is reopened.' : null} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className="dialog-acts"><Button onClick={onDone}>Cancel</Button><Button variant="filled" type="submit">Reopen the budget</Button></div>
    </form>
  );
}

/** Whether a year's budget was approved, by whom and when, and what that means for changing it. */
export function ApprovalLine({ year }: { readonly year: number }) {
  const { facts, editable } = usePlan();
  const [opened, setOpened] = useState(false);
  const label = financialYearLabel(year, facts.school.yearStartMonth);
  const approval = approvalOf(facts.finance, year);
  const close = (): void => setOpened(false);
  if (budgetOfYear(facts, year) === null) return null;
  return (
    <p className="moves-approval">
      <span>{approval === null ? `The budget of ${label} is not approved yet: its figures can be changed as they are, and no virement is needed.`
        : `The budget of ${label} was approved on ${formatLongDate(approval.approvedOn)} by ${approval.approvedBy}${approval.note === null ? '' : ` (${approval.note})`}. Its figures change by agreed virements alone.`}</span>
      {editable && <Button variant="link" small onClick={() => setOpened(true)}>{approval === null ? 'Approve it' : 'Reopen it'}</Button>}
      <Dialog opened={opened} onClose={close} title={`${approval === null ? 'Approve' : 'Reopen'} the budget of ${label}`}>
        {approval === null ? <ApproveForm year={year} onDone={close} /> : <ReopenForm year={year} onDone={close} />}
      </Dialog>
    </p>
  );
}
