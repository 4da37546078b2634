import { useState } from 'react';
import type { FormEvent } from 'react';
import { limitsOn } from '../../planning/budget/approval.ts';
import type { ApprovalLimit } from '../../planning/budget/finance.ts';
import { formatExact } from '../../planning/money.ts';
import { APPROVAL_SUBJECT_WORDS, APPROVAL_SUBJECTS, type ApprovalSubject } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { typedBudget } from '../lib/typed-figures.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import './approval-limits.css';

type LimitFormProps = {
  /** The entry that is changed; null for a new one. */
  readonly limit: ApprovalLimit | null;
  readonly onDone: () => void;
};

/** Who may agree to what and up to how much: an entry added or changed. */
function LimitForm({ limit, onDone }: LimitFormProps) {
  const run = useCommand();
  const [subject, setSubject] = useState<ApprovalSubject>(limit?.subject ?? 'virement');
  const [who, setWho] = useState(limit?.role ?? '');
  const [amount, setAmount] = useState(limit === null || limit.upToPence === null ? '' : formatExact(limit.upToPence));
  const [asked, setAsked] = useState(false);
  const read = typedBudget(amount);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (who.trim() === '' || !('figure' in read)) return;
    if (await run('limit.set', { id: limit?.id ?? null, subject, who: who.trim(), upToPence: read.figure }) === null) return;
    onDone();
  };
  return (
    <form className="decision" aria-label={limit === null ? 'Somebody who may agree' : `Change ${limit.role}`} noValidate onSubmit={(event) => void submit(event)}>
      <div className="decision-fields">
        <SelectField
          label="For" value={subject} options={APPROVAL_SUBJECTS.map((each) => ({ value: each, label: APPROVAL_SUBJECT_WORDS[each] }))}
          onChange={(event) => setSubject(APPROVAL_SUBJECTS.find((each) => each === event.currentTarget.value) ?? subject)}
        />
        <TextField
          label="Who" maxLength={200} placeholder="Business manager" value={who} problem={asked && who.trim() === '' ? 'Write a role, such as Business manager.' : null}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <TextField
          label="Up to, £" inputMode="decimal" value={amount} hint="Left empty: any amount." problem={'problem' in read ? read.problem : null}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
      </div>
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">{limit === null ? 'Add to the list' : 'Change what is agreed'}</Button>
      </div>
    </form>
  );
}

/** Who may agree to orders, virements and a year's budget, and up to how much. While nobody is named for one, anybody may agree to it. */
export function ApprovalLimits() {
  const { facts, editable } = usePlan();
  const run = useCommand();
  /** The entry that is changed, `new` while one is added. */
  const [open, setOpen] = useState<ApprovalLimit | 'new' | null>(null);
  const { approvalLimits } = facts.finance;
  const unnamed = APPROVAL_SUBJECTS.filter((subject) => limitsOn(approvalLimits, subject).length === 0);
  const close = (): void => setOpen(null);
  return (
    <Section
      title="Who may agree what" link={editable ? <Button variant="link" small onClick={() => setOpen('new')}>Add somebody</Button> : undefined}
      aside={unnamed.length === APPROVAL_SUBJECTS.length ? 'Nobody is named, so anybody may agree.' : undefined}
    >
      {approvalLimits.length === 0 ? null : (
        <table className="l">
          <caption className="vh">Who may agree what</caption>
          <thead><tr><th scope="col">For</th><th scope="col">Who</th><th scope="col" className="num">Up to</th>{editable && <th scope="col"><span className="vh">Change</span></th>}</tr></thead>
          <tbody>
            {APPROVAL_SUBJECTS.flatMap((subject) => limitsOn(approvalLimits, subject)).map((limit) => (
              <tr key={limit.id}>
                <td>{APPROVAL_SUBJECT_WORDS[limit.subject]}</td><th scope="row">{limit.role}</th>
                <td className="num">{limit.upToPence === null ? 'any amount' : formatExact(limit.upToPence)}</td>
                {editable && (
                  <td className="limit-acts">
                    <Button variant="link" small onClick={() => setOpen(limit)} aria-label={`Change ${limit.role}, ${APPROVAL_SUBJECT_WORDS[limit.subject]}`}>Change</Button>
                    <Button variant="link" small onClick={() => void run('limit.remove', { id: limit.id })} aria-label={`Take off ${limit.role}, ${APPROVAL_SUBJECT_WORDS[limit.subject]}`}>Take off</Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unnamed.length > 0 && unnamed.length < APPROVAL_SUBJECTS.length && (
        <p className="q2">{unnamed.map((subject) => APPROVAL_SUBJECT_WORDS[subject]).join(' and ')}: nobody is named, so anybody may agree.</p>
      )}
      <Dialog opened={open !== null} onClose={close} title={open === null || open === 'new' ? 'Somebody who may agree' : `What ${open.role} may agree`}>
        {open !== null && <LimitForm limit={open === 'new' ? null : open} onDone={close} />}
      </Dialog>
    </Section>
  );
}
