import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Plus, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { FormEvent, Ref } from 'react';
import { financialYearLabel } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { changeEffect } from '../../planning/register/effect.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { itemCount } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import type { FormField } from './asset-form-fields.ts';
import { afterBulk, BULK_FIELDS, changesNothing, LEAVE, readBulk } from './bulk-draft.ts';
import type { BulkDraft, BulkDue, ReadBulk } from './bulk-draft.ts';
import { BulkField } from './bulk-field.tsx';
import { EffectList } from './effect-list.tsx';
import type { RegisterRow } from './rows.ts';
import { useSendRows } from './send-rows.ts';

/** In the bar from the start; the others by "More fields". A narrow window has no room for the status. */
const FIRST_FIELDS: readonly FormField[] = ['room', 'status'];
const FIRST_WHERE_NARROW: readonly FormField[] = ['room'];

type DueFieldProps = { readonly assets: readonly Asset[]; readonly due: BulkDue; readonly onChange: (due: BulkDue) => void };

/** "Move to 2029/30": the same day of another year, or back to what the policy says. */
function DueField({ assets, due, onChange }: DueFieldProps) {
  const { snapshot: { school }, forecast } = usePlan();
  const first = forecast.years[0]?.label ?? '';
  const start = Number(first.slice(0, 4));
  // A year or two beyond the plan: what is put off that far leaves its figures.
  const years = Array.from({ length: forecast.years.length + 3 }, (_, at) => start + at);
  const byHand = assets.some(({ movedTo }) => movedTo !== null);
  return (
    <div className="reg-bulk-due"><SelectField
      label="Due" value={String(due)} className={due === 'leave' ? 'control' : 'control bulk-set'}
      options={[
        { value: 'leave', label: 'Leave as it is' },
        ...years.map((year) => ({ value: String(year), label: `Move to ${financialYearLabel(year, school.yearStartMonth)}` })),
        ...(byHand ? [{ value: 'policy', label: 'When the policy says' }] : []),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === 'leave' || chosen === 'policy' ? chosen : Number(chosen));
      }}
    /></div>
  );
}

/** Every other field, to be added to the bar or taken off it. */
function MoreFields({ first, shown, onShown }: {
  readonly first: readonly FormField[]; readonly shown: readonly FormField[]; readonly onShown: (fields: readonly FormField[]) => void;
}) {
  const more = BULK_FIELDS.filter(({ field }) => !first.includes(field));
  return (
    <Menu position="top-start" width={230} transitionProps={{ duration: 80 }}>
      <Menu.Target><Button variant="link" small className="reg-bulk-more" icon={<Plus aria-hidden="true" />}>More fields</Button></Menu.Target>
      <Menu.Dropdown className="reg-bulk-fields">
        <Menu.CheckboxGroup value={[...shown]} onChange={(fields) => onShown(more.flatMap(({ field }) => (fields.includes(field) ? [field] : [])))}>
          {more.map(({ field, label }) => <Menu.CheckboxItem key={field} value={field}>{label}</Menu.CheckboxItem>)}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

const EMPTY: BulkDraft = { values: {}, due: 'leave' };

/** Works the effect out once the typing rests a moment; null while nothing is changed. */
function useEffectOf(read: ReadBulk, assets: readonly Asset[]) {
  const { snapshot, forecast, options } = usePlan();
  const settled = useDeferredValue(read);
  return useMemo(
    () => (changesNothing(settled) ? null : changeEffect(snapshot, forecast, options, afterBulk(settled, assets, snapshot, options.asOf))),
    [snapshot, forecast, options, settled, assets],
  );
}

/** Sends the change: as one for all rows, or each row with its own day. */
function useSendBulk(assets: readonly Asset[]) {
  const run = useCommand();
  const sendRows = useSendRows();
  return async ({ set, days }: ReadBulk, reason: string | null): Promise<boolean> => {
    if (days.size === 0) return await run('register.edit', { ids: assets.map(({ id }) => id), set, reason }) !== null;
    const rows = assets.flatMap(({ id }) => {
      const day = days.get(id);
      const own = day === undefined ? set : { ...set, movedTo: day };
      return Object.keys(own).length === 0 ? [] : [{ id, set: own }];
    });
    return sendRows({ rows, reason });
  };
}

type BulkBarProps = {
  readonly rows: readonly RegisterRow[];
  readonly onDone: () => void;
  readonly bar: Ref<HTMLFormElement>;
};

/** Changes every ticked row at once, and says before it does what that means in £. */
export function BulkBar({ rows, onDone, bar }: BulkBarProps) {
  const { snapshot, options } = usePlan();
  const listId = useId();
  const first = useMediaQuery('(min-width: 1400px)', true, { getInitialValueInEffect: false }) ? FIRST_FIELDS : FIRST_WHERE_NARROW;
  const [draft, setDraft] = useState<BulkDraft>(EMPTY);
  const [more, setMore] = useState<readonly FormField[]>([]);
  const [reason, setReason] = useState('');
  const assets = useMemo(() => rows.map(({ asset }) => asset), [rows]);
  const read = useMemo(() => readBulk(draft, assets, snapshot, options), [draft, assets, snapshot, options]);
  const effect = useEffectOf(read, assets);
  const send = useSendBulk(assets);
  const items = rows.reduce((sum, row) => sum + row.quantity, 0);
  const ready = !changesNothing(read) && Object.keys(read.problems).length === 0;
  const shown = BULK_FIELDS.filter(({ field }) => first.includes(field) || more.includes(field));
  const showMore = (fields: readonly FormField[]): void => {
    setMore(fields);
    // A field that is taken off the bar leaves things as they are.
    const kept = Object.entries(draft.values).filter(([field]) => first.some((each) => each === field) || fields.some((each) => each === field));
    setDraft({ ...draft, values: Object.fromEntries(kept) });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (ready && await send(read, reason.trim() || null)) onDone();
  };
  return (
    <form ref={bar} className="reg-bulk" aria-label={`Change ${itemCount(items)}`} noValidate onSubmit={(event) => void submit(event)}>
      <div className="reg-bulk-head"><h2>Change {itemCount(items)}</h2><MoreFields first={first} shown={more} onShown={showMore} /></div>
      {shown.map((spec) => (
        <BulkField
          key={spec.field} spec={spec} snapshot={snapshot} value={draft.values[spec.field] ?? LEAVE} listId={listId}
          problemId={read.problems[spec.field] === undefined ? null : `${listId}-${spec.field}-problem`}
          onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [spec.field]: value } })}
        />
      ))}
      <DueField assets={assets} due={draft.due} onChange={(due) => setDraft({ ...draft, due })} />
      <div className="reg-bulk-why"><TextField label="Reason (goes in the history)" value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></div>
      <EffectList effect={effect} most={3} />
      {BULK_FIELDS.map(({ field, label }) => read.problems[field] !== undefined && (
        <p key={field} id={`${listId}-${field}-problem`} className="problem reg-bulk-problem" role="status">
          <TriangleAlert aria-hidden="true" />{label}: {read.problems[field]}
        </p>
      ))}
      {read.stuck > 0 && <p className="reg-bulk-problem q2" role="status">{formatCount(read.stuck)} of them cannot be moved there: that year is past for them, or they have no due date.</p>}
      <Button variant="filled" type="submit" disabled={!ready}>Change {itemCount(items)}</Button>
    </form>
  );
}
