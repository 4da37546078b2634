import { useId } from 'react';
import { limitsOn, limitWords } from '../../../planning/budget/approval.ts';
import { ROLE_WORDS, ROLES, type ApprovalSubject } from '../../../planning/vocabulary.ts';
import { usePlan } from '../../lib/plan.tsx';
import { TextField } from '../../parts/field.tsx';

type WhoFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onText: (text: string) => void;
  /** What is agreed to: those on the school's list are suggested, with how far each may go. */
  readonly subject?: ApprovalSubject;
  readonly first?: boolean;
};

/** A name or a role, with those that the plan knows to choose from. */
export function WhoField({ label, value, problem, onText, subject, first = false }: WhoFieldProps) {
  const { facts } = usePlan();
  const listId = useId();
  const limits = subject === undefined ? [] : limitsOn(facts.finance.approvalLimits, subject);
  const known = limits.length > 0 ? limits.map(({ role }) => role)
    : [...new Set([...ROLES.map((role) => ROLE_WORDS[role]), ...facts.finance.virements.flatMap(({ askedBy, agreedBy }) => [askedBy, agreedBy ?? askedBy])])];
  return (
    <div>
      <TextField
        label={label} list={listId} maxLength={200} value={value} problem={problem} onChange={(event) => onText(event.currentTarget.value)}
        hint={limits.length > 0 ? `May agree: ${limitWords(limits)}.` : undefined} {...(first ? { 'data-autofocus': true } : {})}
      />
      <datalist id={listId}>{known.map((who) => <option key={who} value={who}>{who}</option>)}</datalist>
    </div>
  );
}
