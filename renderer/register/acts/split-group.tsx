import { useState } from 'react';
import { formatCount } from '../../../planning/money.ts';
import { assetName } from '../../../planning/register/field-words.ts';
import { planSplit } from '../../../planning/register/split.ts';
import type { SplitInto } from '../../../planning/register/split.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readCount } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { TextArea } from '../../parts/text-area.tsx';
import { ActForm, problemIn, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';
import { numberedFrom, readNumbersList } from './numbers-list.ts';

const WAYS = [
  { value: 'singles', label: 'Into single items' }, { value: 'groups', label: 'Take some off as a group' },
  { value: 'list', label: 'By a list of tags and serial numbers' },
] as const;
type Way = (typeof WAYS)[number]['value'];

/** Takes one group apart; the figures of the plan stay as they are. */
export function SplitGroup({ assets, onDone }: ActProps) {
  const [group] = assets;
  const { snapshot, asOf } = usePlan();
  const run = useCommand();
  const [way, setWay] = useState<Way>('singles');
  const { typed, field, asked, setAsked, set } = useTyped({ quantity: '1', list: '', reason: '' });
  if (group === undefined) return null;
  const count = readCount(typed.quantity);
  const into: SplitInto = way === 'singles' ? { kind: 'singles' }
    : way === 'list' ? { kind: 'list', items: readNumbersList(typed.list) } : { kind: 'groups', quantity: count.ok ? count.value ?? 0 : 0 };
  const plan = planSplit(snapshot, asOf, group.id, into);
  const problem = way === 'groups' && !count.ok ? problemIn(count) : plan.ok ? null : plan.sentence;
  const shown = asked ? problem : null;
  const send = async (): Promise<boolean> => await run('register.split', {
    id: group.id, reason: typed.reason.trim() || null,
    into: into.kind === 'list' ? { kind: 'list', items: [...into.items] } : into,
  }) !== null;
  return (
    <ActForm label="Split a group" button={`Split ${assetName(group)}`} sound={problem === null} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}>
      <fieldset className="wide reg-ways">
        <legend>{assetName(group)}, {formatCount(group.quantity)} items</legend>
        {WAYS.map(({ value, label }, at) => (
          <label key={value} className="check radio">
            <input type="radio" name="way" value={value} checked={way === value} {...(at === 0 ? { 'data-autofocus': true } : {})} onChange={() => setWay(value)} />{label}
          </label>
        ))}
      </fieldset>
      {way === 'groups' && <TextField label="How many leave the group" inputMode="numeric" problem={shown} {...field('quantity')} />}
      {way === 'list' && (
        <div className="wide">
          <TextArea
            label="One item a line: tag, serial number" rows={6} problem={shown} {...field('list')}
            hint="A tag alone will do; copied from Excel, two columns. What the list does not name stays a group."
          />
          {group.tag !== null && (
            <Button variant="link" small onClick={() => set('list', numberedFrom(group.tag ?? '', group.quantity))}>Number them on from {group.tag}</Button>
          )}
        </div>
      )}
      {way === 'singles' && shown !== null && <p className="wide problem">{shown}</p>}
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
      <p className="wide q2">Its warranty, contracts, orders and history go to every part. The plan’s cost stays as it is.</p>
    </ActForm>
  );
}
