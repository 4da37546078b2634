import { useId, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { LineForm } from './line-form.tsx';

export type QuickValues = { readonly number: string | null; readonly name: string; readonly leadRole: string | null };

type QuickAddProps = {
  /** "objective", as the school calls it. */
  readonly what: string;
  readonly nameLabel: string;
  /** The number that comes next, after those that are on their way; null where this has none. */
  readonly suggest: ((sent: readonly string[]) => string) | null;
  /** Roles to choose the lead from; null where this has no lead. */
  readonly roles: readonly string[] | null;
  /** What stands against it, at its field. */
  readonly problemOf: (values: QuickValues) => { readonly field: string; readonly text: string } | null;
  /** False where it was refused: what was typed stays. */
  readonly onAdd: (values: QuickValues) => Promise<boolean>;
  readonly onClose: () => void;
};

/** A line to type the next one in: Enter adds it and begins the next, Esc ends. */
export function QuickAdd({ what, nameLabel, suggest, roles, problemOf, onAdd, onClose }: QuickAddProps) {
  const listId = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [lead, setLead] = useState('');
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const queue = useRef(Promise.resolve(true));
  const suggested = suggest === null ? null : suggest(sent);
  const values: QuickValues = { number: (number ?? suggested ?? '').trim() || null, name: name.trim(), leadRole: lead.trim() || null };
  const found = values.name === '' ? { field: 'name', text: `What is the ${what} called? A few words work.` } : problemOf(values);
  const problem = (field: string): string | null => (asked && found?.field === field ? found.text : null);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (found !== null) return;
    // The next can be typed at once, while this one is on its way.
    setNumber(null);
    setName('');
    setAsked(false);
    if (values.number !== null) setSent([...sent, values.number]);
    nameField.current?.focus();
    queue.current = queue.current.then(() => onAdd(values));
    if (await queue.current) return;
    setSent((now) => now.filter((each) => each !== values.number));
    setNumber(values.number);
    setName((now) => (now === '' ? values.name : now));
  };
  const leave = (): void => {
    rowAbove(nameField.current)?.querySelector('button')?.focus();
    onClose();
  };
  return (
    <LineForm label={`Add the next ${what}`} onSend={send} onLeave={leave}>
      <div className="dev-quick">
        {suggested !== null && (
          <div className="dev-narrow"><TextField small label="Number" maxLength={20} value={number ?? suggested} problem={problem('number')} onChange={(event) => setNumber(event.target.value)} /></div>
        )}
        <div className="dev-wide">
          <TextField small label={nameLabel} ref={nameField} data-first maxLength={200} value={name} problem={problem('name')} onChange={(event) => setName(event.target.value)} />
        </div>
        {roles !== null && (
          <div className="dev-lead">
            <TextField small label="Led by (a role)" list={listId} maxLength={200} value={lead} onChange={(event) => setLead(event.target.value)} />
            <NameList id={listId} names={roles} />
          </div>
        )}
        <Button small type="submit">Add it</Button>
        <Button small onClick={leave}>Done</Button>
      </div>
      <p className="dev-hint">Enter adds it and begins the next. Esc ends.</p>
    </LineForm>
  );
}

/** What was added last, or the heading that it would stand under: it takes the focus when the line goes. */
function rowAbove(field: HTMLElement | null): Element | null {
  const row = field?.closest('tr');
  return row?.previousElementSibling ?? row?.parentElement?.previousElementSibling?.lastElementChild ?? null;
}
