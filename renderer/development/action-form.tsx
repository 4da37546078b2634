import { useId, useRef, useState } from 'react';
import type { ObjectiveAction } from '../../planning/analysis/development-facts.ts';
import { actionProblem } from '../../planning/analysis/development/checks.ts';
import { rolesKnown } from '../../planning/analysis/development/roles.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate, readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { LineForm } from './line-form.tsx';

type ActionFormProps = {
  readonly objectiveId: number;
  /** Null adds one; the form stays open for the next. */
  readonly action: ObjectiveAction | null;
  readonly onClose: () => void;
};

const typedFrom = (action: ObjectiveAction | null) => ({
  text: action?.text ?? '', lead: action?.leadRole ?? '', starts: dayText(action?.startsOn), due: dayText(action?.dueOn), done: dayText(action?.doneOn),
  cost: action === null || action.costPence === null ? '' : formatPounds(action.costPence, { symbol: false, pence: action.costPence % 100 !== 0 }),
});
const dayText = (day: string | null | undefined): string => (day === null || day === undefined ? '' : formatDate(day));

/** An action: what is done, by whom, when, and what it costs. */
export function ActionForm({ objectiveId, action, onClose }: ActionFormProps) {
  const { snapshot: { analysis }, application: { today } } = usePlan();
  const run = useCommand();
  const listId = useId();
  const first = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => typedFrom(action));
  const [asked, setAsked] = useState(false);
  const [starts, due, done, cost] = [readDate(typed.starts), readDate(typed.due), readDate(typed.done), readPounds(typed.cost)];
  const readings = [starts, due, done, cost];
  const days = { startsOn: starts.ok ? starts.value : null, dueOn: due.ok ? due.value : null, doneOn: done.ok ? done.value : null };
  const found = typed.text.trim() === '' ? { field: 'text', text: 'What is done? A sentence works.' } : actionProblem(days, today);
  const problem = (field: string, reading?: (typeof readings)[number]): string | null =>
    (!asked ? null : reading !== undefined && !reading.ok ? reading.message : found?.field === field ? found.text : null);
  const put = (key: keyof typeof typed) => (text: string): void => setTyped({ ...typed, [key]: text });
  const send = async (): Promise<void> => {
    setAsked(true);
    if (found !== null || !readings.every(({ ok }) => ok)) return;
    const fields = { text: typed.text.trim(), leadRole: typed.lead.trim() || null, ...days, costPence: cost.ok ? cost.value : null };
    if (action !== null) {
      if (await run('action.edit', { id: action.id, set: fields }) !== null) onClose();
      return;
    }
    // The next can be typed at once, while this one is on its way.
    setTyped({ ...typedFrom(null), lead: typed.lead });
    setAsked(false);
    first.current?.focus();
    if (await run('action.add', { objectiveId, ...fields }) === null) setTyped((now) => (now.text === '' ? typed : now));
  };
  return (
    <LineForm className="dev-panel-form" label={action === null ? 'Add the next action' : 'Change the action'} onSend={send} onLeave={onClose}>
      <div className="wide"><TextField small label="Action" ref={first} data-first maxLength={1000} value={typed.text} problem={problem('text')} onChange={(event) => put('text')(event.target.value)} /></div>
      <div>
        <TextField small label="Led by (a role)" list={listId} maxLength={200} value={typed.lead} onChange={(event) => put('lead')(event.target.value)} />
        <NameList id={listId} names={rolesKnown(analysis)} />
      </div>
      <TextField small label="Cost, £" inputMode="decimal" value={typed.cost} problem={problem('costPence', cost)} onChange={(event) => put('cost')(event.target.value)} />
      <DateField label="Starts" text={typed.starts} problem={problem('startsOn', starts)} onText={put('starts')} />
      <DateField label="Due" text={typed.due} problem={problem('dueOn', due)} onText={put('due')} />
      {action !== null && <DateField label="Done on" text={typed.done} problem={problem('doneOn', done)} onText={put('done')} />}
      <div className="acts">
        <Button small onClick={onClose}>{action === null ? 'Done' : 'Cancel'}</Button>
        <Button small type="submit">{action === null ? 'Add the action' : 'Change it'}</Button>
      </div>
    </LineForm>
  );
}
