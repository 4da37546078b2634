import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { usePlan } from '../lib/plan.tsx';
import { Button } from './button.tsx';
import { Note } from './note.tsx';

type DecisionFormProps = {
  readonly label: string;
  /** A verb and its object: "Move 32 desktops". */
  readonly button: string;
  /** False while there is nothing to do, or a field cannot be read. */
  readonly ready: boolean;
  /** The button was pressed: from now on what is missing is said at its field. */
  readonly onAsked?: () => void;
  /** Sends the command; true when it was done. */
  readonly onSend: () => Promise<boolean>;
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/**
 * The form of a dialog that decides something about kit in the scenario that is open: which one that is where it is
 * not the plan itself, and why nothing can be decided while it is locked.
 */
export function DecisionForm({ label, button, ready, onAsked, onSend, onDone, children }: DecisionFormProps) {
  const { scenario, editable } = usePlan();
  const [sending, setSending] = useState(false);
  const open = editable && scenario.state === 'working';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onAsked?.();
    if (!ready || !open || sending) return;
    setSending(true);
    const done = await onSend();
    setSending(false);
    if (done) onDone();
  };
  return (
    <form className="decision" aria-label={label} noValidate onSubmit={(event) => void submit(event)}>
      {children}
      {open && scenario.parentId !== null && <p className="q2">It is kept in {scenario.name} alone.</p>}
      {editable && !open && <Note tone="info">{scenario.name} is {scenario.state}. Copy it to change it.</Note>}
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit" disabled={!open}>{button}</Button>
      </div>
    </form>
  );
}
