import { useState } from 'react';
import type { FormEvent } from 'react';
import { reviewedProblem } from '../../planning/analysis/decisions/rules.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import { decisionRef } from '../../planning/analysis/needs/refs.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, TextField } from '../parts/field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

/** How a decision went, and when it is looked at again if it is not settled. */
export function ReviewForm({ decision, onClose }: { readonly decision: Decision; readonly onClose: () => void }) {
  const { application: { today } } = usePlan();
  const run = useCommand();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState({ on: formatDate(today), outcome: decision.outcome ?? '', again: '', question: '' });
  const [on, again] = [readDate(typed.on), readDate(typed.again)];
  const outcome = typed.outcome.trim();
  const question = typed.question.trim() === '' ? null : typed.question.trim();
  const stands = on.ok && on.value !== null && again.ok ? reviewedProblem(decision, { reviewedOn: on.value, reviewOn: again.value, reviewQuestion: question }, today) : null;
  const at = (field: string): string | null => (asked && stands?.field === field ? stands.text : null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!on.ok || on.value === null || !again.ok || outcome === '' || stands !== null) return;
    if (await run('decision.review', { id: decision.id, reviewedOn: on.value, outcome, reviewOn: again.value, reviewQuestion: question }) !== null) onClose();
  };
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  return (
    <SidePanel title={`Review: ${decision.title}`} above={decisionRef(decision.number)} onClose={onClose}>
      {decision.reviewQuestion !== null && <p>To be asked: {decision.reviewQuestion}</p>}
      <form noValidate aria-label="Review it" onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <div className="wide"><AreaField label="How it went" maxLength={1000} value={typed.outcome} problem={asked && outcome === '' ? 'Say how it went.' : null} onChange={({ target }) => set({ outcome: target.value })} /></div>
          <DateField label="Looked at on" text={typed.on} onText={(text) => set({ on: text })} problem={asked ? (on.ok ? (on.value === null ? 'Give the day on which it was looked at.' : at('reviewedOn')) : on.message) : null} />
          <DateField label="Look again on" text={typed.again} onText={(text) => set({ again: text })} problem={asked ? (again.ok ? at('reviewOn') : again.message) : null} />
          <div className="wide"><TextField label="What is asked then" maxLength={1000} value={typed.question} hint="Leave both empty where it is settled." onChange={({ target }) => set({ question: target.value })} /></div>
        </div>
        <div className="acts"><Button onClick={onClose}>Cancel</Button><Button variant="filled" type="submit">Keep the review</Button></div>
      </form>
    </SidePanel>
  );
}
