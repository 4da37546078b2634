import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { ROLE_WORDS } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import type { AskedDocument } from './open-document.ts';

type Typed = { readonly to: string; readonly on: string; readonly by: string };

/** What was typed as it is sent, and what stands against it at its field. */
function readSending({ to, on, by }: Typed, today: string) {
  const day = readDate(on);
  const sentOn = day.ok ? day.value : null;
  return {
    sentTo: to.trim(), sentOn, sentBy: by.trim(),
    problems: {
      to: to.trim() === '' ? 'Say to whom it is sent, such as the governing board.' : null,
      on: !day.ok ? day.message : sentOn === null ? `Give the day on which it is sent, like ${formatDate(today)}.` : sentOn > today ? 'That day is still to come: mark it on the day it goes out, or later.' : null,
      by: by.trim() === '' ? 'Say who sends it, as a role such as Business manager.' : null,
    },
  };
}

type SendDialogProps = { readonly title: string; readonly asked: AskedDocument; readonly heldFor: string | null; readonly onClose: () => void; readonly onSent: (id: number) => void };

/** Who sends it, when and to whom: from then on this version and its figures are kept. */
export function SendDialog({ title, asked, heldFor, onClose, onSent }: SendDialogProps) {
  const { application: { today, settings: { role } } } = useSavedPlan();
  const run = useCommand();
  const [typed, setTyped] = useState<Typed>({ to: heldFor ?? '', on: formatDate(today), by: ROLE_WORDS[role] });
  const [tried, setTried] = useState(false);
  const { sentTo, sentOn, sentBy, problems } = readSending(typed, today);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (sentOn === null || Object.values(problems).some((problem) => problem !== null)) return;
    const { sentId: _sentId, ...draft } = asked;
    const done = await run('document.send', { ...draft, sentTo, sentOn, sentBy });
    if (done !== null) onSent(done.value.id);
  };
  const id = 'doc-send';
  return (
    <Dialog
      opened onClose={onClose} title={`Mark ${title} as sent`}
      actions={<><Button onClick={onClose}>Cancel</Button><Button variant="filled" type="submit" form={id}>Keep as sent</Button></>}
    >
      <form id={id} noValidate className="doc-send" onSubmit={(event) => void submit(event)}>
        <p className="q2">Kitplan keeps this version and its figures for good. What the plan becomes later is written in the next draft.</p>
        <TextField label="To whom" maxLength={120} placeholder="like the Finance committee" value={typed.to} problem={tried ? problems.to : null} onChange={({ target }) => set({ to: target.value })} />
        <DateField label="On" text={typed.on} problem={tried ? problems.on : null} onText={(on) => set({ on })} />
        <TextField label="By, as a role" maxLength={60} value={typed.by} problem={tried ? problems.by : null} onChange={({ target }) => set({ by: target.value })} />
      </form>
    </Dialog>
  );
}
