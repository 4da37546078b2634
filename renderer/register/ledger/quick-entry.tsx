import { useEffect, useId, useRef } from 'react';
import type { ChangeEvent } from 'react';
import { formatLongDate } from '../../../planning/calendar.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { LEDGER_KIND_WORDS, LEDGER_KINDS, USER_GROUPS } from '../../../planning/vocabulary.ts';
import { rowName } from '../../../planning/words.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readName } from '../../lib/field-choice.ts';
import { readCount, readDate, readPounds } from '../../lib/field-text.ts';
import { useShortcuts } from '../../lib/hotkeys.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { useForm } from '../list/use-form.ts';
import type { Problems } from '../list/use-form.ts';
import { GROUP_WORDS } from './ledger-rows.ts';

type Key = 'date' | 'what' | 'item' | 'kit' | 'group' | 'quantity' | 'pence';
type Typed = Readonly<Record<Key, string>>;

const WHAT_OPTIONS = LEDGER_KINDS.map((value) => ({ value, label: LEDGER_KIND_WORDS[value] }));
const GROUP_OPTIONS = [{ value: '', label: 'Anybody’s' }, ...USER_GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))];

/** The assets whose tag or serial number was typed. */
function assetsNamed({ assets }: PlanSnapshot, text: string): readonly Asset[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? [] : assets.filter(({ tag, serial }) => tag?.toLowerCase() === wanted || serial?.toLowerCase() === wanted);
}

/** The one asset whose tag or serial number was typed; null where it is none, or several have it. */
function assetNamed(snapshot: PlanSnapshot, text: string): Asset | null {
  const found = assetsNamed(snapshot, text);
  return found.length === 1 ? found[0] ?? null : null;
}

/** What a tag looks like but for its numbers: `hc-pl-#`. */
const shapeOf = (code: string): string => code.trim().toLowerCase().replaceAll(/\d+/gu, '#');

/** Why a text that is written as the school's tags are says no one asset: a misread label is no name of an item. */
function tagProblem(snapshot: PlanSnapshot, text: string): string | null {
  const typed = text.trim();
  const found = assetsNamed(snapshot, typed).length;
  if (found > 1) return `${found} assets are marked ${typed}. Write the other number of the one that is meant.`;
  const shape = shapeOf(typed);
  const isTag = found === 0 && shape.includes('#') && !/\s/u.test(shape) && snapshot.assets.some(({ tag }) => tag !== null && shapeOf(tag) === shape);
  return isTag ? `No asset has the tag ${typed}. Look at the label again, or write what the item is.` : null;
}

function read(typed: Typed, today: string, snapshot: PlanSnapshot) {
  const problems: Partial<Record<Key, string>> = {};
  const take = <Value,>(key: Key, reading: { ok: true; value: Value | null } | { ok: false; message: string }): Value | null => {
    if (!reading.ok) problems[key] = reading.message;
    return reading.ok ? reading.value : null;
  };
  const date = take('date', readDate(typed.date));
  if (date === null) problems.date ??= 'Write the day it happened, like 12 March 2026.';
  else if (date > today) problems.date = 'That day is still to come.';
  const unmatched = tagProblem(snapshot, typed.item);
  if (unmatched !== null) problems.item = unmatched;
  const fields = { date, item: take('item', readName(typed.item)), quantity: take('quantity', readCount(typed.quantity)), pence: take('pence', readPounds(typed.pence)) };
  return { problems: problems satisfies Problems<Key>, fields };
}

type QuickEntryProps = {
  /** What was written down before: offered again. */
  readonly items: readonly string[];
  /** Somebody asked to write an entry down: the focus starts here. */
  readonly asked: boolean;
  /** An entry is on its way into the ledger. */
  readonly onWrite?: () => void;
};

/** The line that writes an entry down: Enter adds it and stays, with the day and the kind as they were. */
export function QuickEntry({ items, asked, onWrite }: QuickEntryProps) {
  const { snapshot, asOf, application: { today } } = usePlan();
  const run = useCommand();
  const listId = useId();
  const itemBox = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked) itemBox.current?.focus();
  }, [asked]);
  useShortcuts([{ keys: 'Alt+N', does: 'Write an entry down', run: () => itemBox.current?.focus(), inFields: true }]);
  const kitOptions = snapshot.categories.map((category) => ({ value: category.key, label: rowName(category, null) }));
  const form = useForm<Key>(
    { date: formatLongDate(asOf < today ? asOf : today), what: 'broken', item: '', kit: 'laptop', group: '', quantity: '1', pence: '' },
    (typed) => read(typed, today, snapshot).problems,
    (typed, set) => void (async () => {
      const { fields } = read(typed, today, snapshot);
      const kind = LEDGER_KINDS.find((each) => each === typed.what);
      if (fields.date === null || fields.quantity === null || kind === undefined) return;
      const asset = assetNamed(snapshot, typed.item);
      const about = asset === null
        ? { categoryKey: typed.kit, userGroup: USER_GROUPS.find((group) => group === typed.group) ?? null, item: fields.item }
        : { assetId: asset.id };
      onWrite?.();
      const added = await run('ledger.add', { kind, happenedOn: fields.date, quantity: fields.quantity, pence: fields.pence, ...about });
      if (added === null) return;
      set('item', '');
      set('quantity', '1');
      set('pence', '');
      itemBox.current?.focus();
    })(),
  );
  const asset = assetNamed(snapshot, form.typed.item);
  /** An item that was written down before brings its kind of kit, and whose it was. */
  const named = (event: ChangeEvent<HTMLInputElement>): void => {
    const item = event.currentTarget.value;
    const before = snapshot.ledger.findLast((entry) => entry.assetId === null && entry.item !== null && entry.item === item);
    form.set('item', item);
    if (before === undefined) return;
    form.set('kit', before.categoryKey);
    form.set('group', before.userGroup ?? '');
  };
  return (
    <form className="ledger-entry" aria-label="Write an entry down" noValidate onSubmit={form.onSubmit}>
      <TextField label="Date" small {...form.field('date')} />
      <SelectField label="What" small options={WHAT_OPTIONS} {...form.field('what')} />
      <TextField label="Item, or the tag of an asset" small list={listId} {...form.field('item')} onChange={named} ref={itemBox} />
      <datalist id={listId}>{items.map((item) => <option key={item} value={item}>{item}</option>)}</datalist>
      {asset === null ? (
        <>
          <SelectField label="Kind of kit" small options={kitOptions} {...form.field('kit')} />
          <SelectField label="Whose" small options={GROUP_OPTIONS} {...form.field('group')} />
        </>
      ) : <p className="ledger-entry-asset" role="status">{asset.description}</p>}
      <TextField label="How many" small inputMode="numeric" {...form.field('quantity')} />
      <TextField label="£ in all" small inputMode="decimal" {...form.field('pence')} />
      <Button small type="submit">Write it down</Button>
    </form>
  );
}
