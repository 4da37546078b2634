import { useState } from 'react';
import type { FormEvent } from 'react';
import { answerProblem } from '../../planning/analysis/standards/answer-problem.ts';
import type { Answered } from '../../planning/analysis/standards/answers.ts';
import { STANDARD_STATUSES, STANDARD_STATUS_WORDS, type StandardStatus } from '../../planning/analysis/vocabulary.ts';
import { addMonths, formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';

const STATUS_OPTIONS = STANDARD_STATUSES.map((value) => ({ value, label: STANDARD_STATUS_WORDS[value] }));

const isStatus = (text: string): text is StandardStatus => STANDARD_STATUSES.some((status) => status === text);

/** A person's answer: how it stands, on what evidence, who owns it, when it is looked at again. */
export function AnswerForm({ answered, onDone }: { readonly answered: Answered; readonly onDone: () => void }) {
  const { requirement, register } = answered;
  const { application: { today } } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => ({
    status: requirement.status ?? '', evidence: requirement.evidence ?? '', ownerRole: requirement.ownerRole ?? '', answeredOn: formatDate(today),
    nextReview: formatDate(requirement.nextReview !== null && requirement.nextReview > today ? requirement.nextReview : addMonths(today, 12)),
  }));
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const [answeredOn, nextReview] = [readDate(typed.answeredOn), readDate(typed.nextReview)];
  const status = isStatus(typed.status) ? typed.status : null;
  const answer = { status, evidence: typed.evidence.trim() === '' ? null : typed.evidence.trim(), answeredOn: answeredOn.ok ? answeredOn.value : null, nextReview: nextReview.ok ? nextReview.value : null };
  const found = answerProblem(answer, register, today);
  const problemAt = (field: string): string | null => (asked && found?.field === field ? found.text : null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (status === null || found !== null || !answeredOn.ok || !nextReview.ok) return;
    const done = await run('standard.answer', {
      id: requirement.id, status, evidence: answer.evidence, ownerRole: typed.ownerRole.trim() === '' ? null : typed.ownerRole.trim(),
      answeredOn: answer.answeredOn ?? today, nextReview: answer.nextReview,
    });
    if (done !== null) onDone();
  };
  const options = requirement.status === null ? [{ value: '', label: 'Choose how it stands' }, ...STATUS_OPTIONS] : STATUS_OPTIONS;
  return (
    <form aria-label={`Answer ${requirement.ref}`} noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <div className="wide"><SelectField label="How it stands" value={typed.status} options={options} problem={asked && status === null ? 'Choose how it stands.' : null} onChange={(event) => set({ status: event.target.value })} /></div>
        <div className="wide"><AreaField label="Evidence" value={typed.evidence} maxLength={2_000} problem={problemAt('evidence')} hint="Where somebody else can see it: a contract, a minute, a test and its day." onChange={(event) => set({ evidence: event.target.value })} /></div>
        <div className="wide"><TextField label="Owner, by role" placeholder="Network manager" value={typed.ownerRole} maxLength={200} onChange={(event) => set({ ownerRole: event.target.value })} /></div>
        <DateField label="Answered on" text={typed.answeredOn} problem={asked && !answeredOn.ok ? answeredOn.message : problemAt('answeredOn')} onText={(text) => set({ answeredOn: text })} />
        <DateField label="Next review" text={typed.nextReview} problem={asked && !nextReview.ok ? nextReview.message : problemAt('nextReview')} onText={(text) => set({ nextReview: text })} />
      </div>
      <div className="acts">
        <Button small onClick={onDone}>Cancel</Button>
        <Button small variant="filled" type="submit">Keep the answer</Button>
      </div>
    </form>
  );
}
