import { useState } from 'react';
import { formatCount } from '../../../planning/money.ts';
import { assetName } from '../../../planning/register/field-words.ts';
import type { ItemNumbers } from '../../../planning/register/split.ts';
import { listOf } from '../../../planning/words.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readCount } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { TextArea } from '../../parts/text-area.tsx';
import { ActForm, problemIn, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';
import { readNumbersList } from './numbers-list.ts';

const HOLDS = [
  { value: 'serials', label: 'Serial numbers' }, { value: 'tags', label: 'Tags' }, { value: 'both', label: 'Tag, then serial number' },
] as const;
type Holds = (typeof HOLDS)[number]['value'];

const MOST = 10_000;

/** What each copy is called: a line of the list each, or so many without a number. */
export const copiesOf = (list: string, holds: Holds, count: number): readonly ItemNumbers[] => {
  const lines = readNumbersList(list);
  if (lines.length === 0) return Array.from({ length: count }, () => ({ tag: null, serial: null }));
  // A line with one number holds what the list was said to hold.
  return lines.map(({ tag, serial }) => (holds === 'serials' && serial === null ? { tag: null, serial: tag } : { tag, serial }));
};

const shownFew = (numbers: readonly string[]): string => (numbers.length > 3 ? `${numbers.slice(0, 3).join(', ')} and ${formatCount(numbers.length - 3)} more` : listOf(numbers));

/** Numbers that the register or the list itself already has: said, not refused, because registers hold such pairs. */
const repeatedIn = (copies: readonly ItemNumbers[], known: ReadonlySet<string>): readonly string[] => {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const number of copies.flatMap(({ tag, serial }) => [tag, serial])) {
    if (number === null) continue;
    const folded = number.toLowerCase();
    if (known.has(folded) || seen.has(folded)) repeated.add(number);
    seen.add(folded);
  }
  return [...repeated];
};

/** Adds rows like this one: as many as are asked for, or one for each serial number or tag of a list. */
export function DuplicateAsset({ assets, onDone }: ActProps) {
  const [asset] = assets;
  const { snapshot } = usePlan();
  const run = useCommand();
  const [holds, setHolds] = useState<Holds>('serials');
  const { typed, field, asked, setAsked } = useTyped({ quantity: '1', list: '', reason: '' });
  if (asset === undefined) return null;
  const count = readCount(typed.quantity);
  const listed = typed.list.trim() !== '';
  const copies = copiesOf(typed.list, holds, count.ok ? count.value ?? 0 : 0);
  const problem = !listed && !count.ok ? problemIn(count) : copies.length > MOST ? `At most ${formatCount(MOST)} copies at a time.` : null;
  const known = new Set(snapshot.assets.flatMap(({ tag, serial }) => [tag, serial].flatMap((number) => (number === null ? [] : [number.toLowerCase()]))));
  const repeated = repeatedIn(copies, known);
  const send = async (): Promise<boolean> => await run('register.duplicate', { id: asset.id, copies: [...copies], reason: typed.reason.trim() || null }) !== null;
  return (
    <ActForm
      label="Duplicate" button={copies.length === 1 || problem !== null ? 'Add a copy' : `Add ${formatCount(copies.length)} copies`}
      sound={problem === null} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}
    >
      <TextField
        label="How many" inputMode="numeric" data-autofocus {...field('quantity')} disabled={listed} value={listed ? formatCount(copies.length) : typed.quantity}
        problem={asked || copies.length > MOST ? problem : null}
      />
      <SelectField label="The list holds" options={HOLDS} value={holds} onChange={(event) => setHolds(HOLDS.find(({ value }) => value === event.currentTarget.value)?.value ?? 'serials')} />
      <div className="wide"><TextArea label="List, one item a line" rows={6} {...field('list')} hint="Scanned one after another, or pasted from Excel. Without a list the copies have no tag and no serial number." /></div>
      {repeated.length > 0 && <p className="wide c-warn" role="status">{shownFew(repeated)} {repeated.length === 1 ? 'is' : 'are'} there already or twice in the list. They are added all the same.</p>}
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
      <p className="wide q2">Everything else is as of {assetName(asset)}, its warranty too.{asset.quantity > 1 ? ` Each copy stands for ${formatCount(asset.quantity)} items.` : ''}</p>
    </ActForm>
  );
}
