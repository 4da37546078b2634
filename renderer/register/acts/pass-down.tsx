import { useId } from 'react';
import { formatDate } from '../../../planning/calendar.ts';
import { USER_GROUPS } from '../../../planning/vocabulary.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readDate } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { NameList } from '../../parts/name-list.tsx';
import { ActForm, actWords, problemIn, useHowMany, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';

const SAME = 'same';
const GROUPS = [{ value: SAME, label: 'As it is' }, { value: '', label: 'Anybody' }, { value: 'staff', label: 'Staff' }, { value: 'pupil', label: 'Pupils' }, { value: 'shared', label: 'Shared' }];

/** Passes kit down to lighter work: to whom, where, from when and why. */
export function PassDown({ assets, onDone }: ActProps) {
  const { snapshot, asOf } = usePlan();
  const run = useCommand();
  const listId = useId();
  const { typed, field, asked, setAsked, set } = useTyped({ on: formatDate(asOf), room: '', department: '', group: SAME, reason: '' });
  const many = useHowMany(assets);
  const on = readDate(typed.on);
  const onProblem = problemIn(on) ?? (on.ok && on.value === null ? 'From when? Write a day like 1 September 2026.' : on.ok && on.value !== null && on.value > asOf ? 'That day is still to come.' : null);
  const userGroup = USER_GROUPS.find((group) => group === typed.group) ?? null;
  const send = async (): Promise<boolean> => on.ok && on.value !== null && await run('register.passDown', {
    ids: assets.map(({ id }) => id), quantity: many.quantity, on: on.value, reason: typed.reason.trim() || null,
    ...(typed.room.trim() === '' ? {} : { room: typed.room.trim() }), ...(typed.department.trim() === '' ? {} : { department: typed.department.trim() }),
    ...(typed.group === SAME ? {} : { userGroup }),
  }) !== null;
  return (
    <ActForm
      label="Pass down" button={`Pass down ${actWords(many.meant)}`} onAsked={() => setAsked(true)} onSend={send} onDone={onDone} sound={onProblem === null && many.problem === null}
    >
      <TextField label="To the department" list={`${listId}d`} data-autofocus placeholder="As it is" {...field('department')} />
      <TextField label="To the room" list={`${listId}r`} placeholder="As it is" {...field('room')} />
      <NameList id={`${listId}d`} names={snapshot.departments.map(({ name }) => name)} />
      <NameList id={`${listId}r`} names={[...new Set(snapshot.locations.filter(({ kind }) => kind === 'room').map(({ name }) => name))]} />
      <SelectField label="For" options={GROUPS} {...field('group')} />
      <DateField label="From" text={typed.on} onText={(text) => set('on', text)} problem={asked ? onProblem : null} />
      {many.field}
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
    </ActForm>
  );
}
