import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { mendEffect, type MendEffect } from '../../planning/quality/mend.ts';
import type { BulkField, Suggestion } from '../../planning/quality/suggest-values.ts';
import { listOf } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { changesOf, readMend, type MendDraft, type Mending } from './mend-draft.ts';

type FieldWords = {
  /** "Give the 4 ticked a date of purchase". */
  readonly give: string;
  /** The button's verb: "Date 4". */
  readonly verb: string;
  readonly typed: string;
  readonly label: string;
  readonly example: string;
};

const WORDS: Readonly<Record<BulkField, FieldWords>> = {
  purchaseDate: { give: 'a date of purchase', verb: 'Date', typed: 'One date for all', label: 'Bought', example: 'about September 2021' },
  warrantyEnd: { give: 'an end of warranty', verb: 'Cover', typed: 'One day for all', label: 'Ends', example: '12 December 2026' },
  pricePaid: { give: 'a price paid', verb: 'Price', typed: 'One price for all', label: 'Paid for one, £', example: '398' },
  room: { give: 'a room', verb: 'Place', typed: 'One room for all', label: 'Room', example: 'Art 2' },
};

/** Years named before the rest is added up. */
const MOST_YEARS = 2;
/** Different reasons named before the rest is only "and more". */
const MOST_BASES = 2;

/** What the ticked rows go by, as one reason: "order 3980 and serial range FC-2100 to FC-2299". */
function usualReason(ticked: readonly Suggestion[]): string {
  const bases = [...new Set(ticked.flatMap(({ found }) => (found === null ? [] : [found.evidence])))];
  return bases.length <= MOST_BASES ? listOf(bases) : `${bases.slice(0, MOST_BASES).join(', ')} and more`;
}

const signed = (pence: number): string => `${pence > 0 ? '+' : ''}${formatPounds(pence)}`;

function Effect({ effect, dates }: { readonly effect: MendEffect; readonly dates: boolean }) {
  const { years, totalPence, stillLeftOut } = effect;
  return (
    <ul className="mend-effect" aria-label="What it does to the plan" aria-live="polite">
      {years.length === 0 && <li>The plan’s cost stays as it is.</li>}
      {years.slice(0, MOST_YEARS).map(({ label, pence }) => <li key={label}>{label} <b className="num">{signed(pence)}</b></li>)}
      {years.length > MOST_YEARS && <li>All years <b className="num">{signed(totalPence)}</b></li>}
      {dates && <li>Still left out <b className="num">{formatCount(stillLeftOut)}</b></li>}
    </ul>
  );
}

type MendFormProps = { readonly field: BulkField; readonly ticked: readonly Suggestion[] };

/** What the ticked rows get, why, what that does to the plan, and the one button that does it. */
export function MendForm({ field, ticked }: MendFormProps) {
  const { savedSnapshot, savedForecast, options, asOf } = usePlan();
  const run = useCommand();
  const problemId = useId();
  const listId = useId();
  const [draft, setDraft] = useState<MendDraft>(() => (ticked.length > 0 ? { how: 'suggested' } : { how: 'typed', text: '' }));
  const [typedReason, setReason] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const words = WORDS[field];
  const reason = typedReason ?? (draft.how === 'suggested' ? usualReason(ticked) : '');
  const read = useMemo(() => readMend(field, ticked, draft, reason, asOf), [field, ticked, draft, reason, asOf]);
  const settled = useDeferredValue(read);
  const effect = useMemo(
    () => mendEffect(savedSnapshot, savedForecast, options, settled.ok ? changesOf(settled.rows) : new Map()), [savedSnapshot, savedForecast, options, settled],
  );
  const problem = !read.ok && (asked || (draft.how === 'typed' && draft.text !== '') || ticked.length > 0) ? read.message : null;
  const send = (rows: readonly Mending[]) => (field === 'purchaseDate'
    ? run('register.assume', { reason: reason.trim() || null, rows: rows.map(({ asset, set, basis }) => ({ id: asset.id, purchaseDate: set.purchaseDate ?? asOf, basis })) })
    : run('register.cells', { how: 'fill', reason: reason.trim() || null, rows: rows.map(({ asset, set }) => ({ id: asset.id, set })) }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!read.ok || await send(read.rows) === null) return;
    setReason(null);
    setAsked(false);
  };
  const wired = (at: 'value' | 'reason') => (problem === null || read.ok || read.at !== at ? {} : { 'aria-invalid': true, 'aria-describedby': problemId } as const);
  return (
    <form className="mend-form" noValidate aria-label={`Give the ticked rows ${words.give}`} onSubmit={(event) => void submit(event)}>
      <p className="mend-give">{ticked.length === 0 ? `Tick the rows that get ${words.give}` : `Give the ${formatCount(ticked.length)} ticked ${words.give}`}</p>
      <SelectField
        label="How" hideLabel value={draft.how} options={[{ value: 'suggested', label: 'As suggested' }, { value: 'typed', label: words.typed }]}
        onChange={(event) => { setDraft(event.currentTarget.value === 'typed' ? { how: 'typed', text: '' } : { how: 'suggested' }); setAsked(false); }}
      />
      {draft.how === 'typed' && (
        <TextField
          label={words.label} hideLabel value={draft.text} placeholder={words.example} {...wired('value')} {...(field === 'room' ? { list: listId } : {})}
          onChange={(event) => setDraft({ how: 'typed', text: event.currentTarget.value })}
        />
      )}
      {field === 'room' && <datalist id={listId}>{savedSnapshot.locations.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}</datalist>}
      <TextField label="Reason" hideLabel className="control" placeholder="Reason (goes in the history)" value={reason} maxLength={500} {...wired('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
      <Effect effect={effect} dates={field === 'purchaseDate'} />
      <Button type="submit">{words.verb} {ticked.length === 0 ? 'the ticked' : formatCount(read.ok ? read.rows.length : ticked.length)}</Button>
      {problem !== null && <p id={problemId} className="problem" role="status">{problem}</p>}
      {field === 'purchaseDate' && <p className="mend-note">Dates given this way are marked as assumed everywhere, and in documents.</p>}
    </form>
  );
}
