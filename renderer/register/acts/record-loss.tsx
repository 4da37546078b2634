import { formatDate } from '../../../planning/calendar.ts';
import { changeEffect } from '../../../planning/register/effect.ts';
import { useMemo } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { readDate, readPounds } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { EffectList } from '../effect-list.tsx';
import { ActForm, actWords, problemIn, useHowMany, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';

const HAPPENED = [
  { value: 'broken', label: 'Broken, to be mended' }, { value: 'beyond', label: 'Broken beyond repair' },
  { value: 'lost', label: 'Lost' }, { value: 'stolen', label: 'Stolen' },
] as const;
type Happened = (typeof HAPPENED)[number]['value'];

const AS_WORDS: Readonly<Record<Happened, string>> = { broken: 'broken', beyond: 'broken', lost: 'lost', stolen: 'stolen' };
const STATUS_OF = { broken: 'in_repair', beyond: 'retired', lost: 'lost', stolen: 'stolen' } as const;

/** Kit that was lost, stolen or broken: its status and an entry in the school's own record, in one change. */
export function RecordLoss({ assets, onDone }: ActProps) {
  const { snapshot, forecast, options, asOf } = usePlan();
  const run = useCommand();
  const { typed, field, asked, setAsked, set } = useTyped({ what: 'broken', on: formatDate(asOf), cost: '', notes: '', reason: '' });
  const many = useHowMany(assets);
  const [on, cost] = [readDate(typed.on), readPounds(typed.cost)];
  const what: Happened = HAPPENED.find(({ value }) => value === typed.what)?.value ?? 'broken';
  const early = on.ok && on.value !== null && on.value > asOf ? 'That day is still to come.' : null;
  const onProblem = problemIn(on) ?? early ?? (on.ok && on.value === null ? 'When did it happen? Write a day like 12 November 2026.' : null);
  const status = STATUS_OF[what];
  const effect = useMemo(() => (many.quantity === null
    ? changeEffect(snapshot, forecast, options, new Map(assets.map((asset) => [asset.id, { ...asset, status }]))) : null), [snapshot, forecast, options, assets, status, many.quantity]);
  const send = async (): Promise<boolean> => on.ok && on.value !== null && cost.ok && await run('register.lose', {
    ids: assets.map(({ id }) => id), quantity: many.quantity, what: what === 'beyond' ? 'broken' : what, becomes: what === 'beyond' ? 'retired' : 'in_repair',
    on: on.value, unitPence: cost.value, notes: typed.notes.trim() || null, reason: typed.reason.trim() || null,
  }) !== null;
  return (
    <ActForm
      label="Record loss or damage" button={`Record ${actWords(many.meant)} as ${AS_WORDS[what]}`} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}
      sound={onProblem === null && cost.ok && many.problem === null}
    >
      <SelectField label="What happened" data-autofocus options={HAPPENED} {...field('what')} />
      <DateField label="When" text={typed.on} onText={(text) => set('on', text)} problem={asked ? onProblem : null} />
      {many.field}
      <TextField
        label={what === 'broken' ? 'Repair of one, £' : 'Cost of one, £'} inputMode="decimal" problem={asked ? problemIn(cost) : null} hint="Net; leave it empty if nobody knows." {...field('cost')}
      />
      <div className="wide"><TextField label="What is known" placeholder="Screen, dropped on the coach" {...field('notes')} /></div>
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
      {effect !== null && <div className="wide"><EffectList effect={effect} most={5} /></div>}
    </ActForm>
  );
}
