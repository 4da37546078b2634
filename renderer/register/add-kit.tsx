import { useId, useState } from 'react';
import { modelTitle, USER_GROUP_WORDS } from '../../planning/register/field-words.ts';
import { usualKit } from '../../planning/register/usual.ts';
import type { AssetModel, PlanSnapshot } from '../../planning/snapshot.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import { formatCount } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';
import type { Request } from '../../app/contract/contract.ts';
import { useCommand } from '../lib/commands.tsx';
import { fundOptions } from '../lib/fund-options.ts';
import { readBoughtIn, readCount, readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { readNumbersList } from './acts/numbers-list.ts';

type AddKitProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (assetId: number) => void;
};

const KEYS = [
  'categoryKey', 'userGroup', 'make', 'model', 'description', 'quantity', 'room', 'department', 'boughtIn', 'unitPaid', 'warranty', 'supplier', 'orderNumber', 'fundKey', 'numbers',
] as const;
type Key = (typeof KEYS)[number];
type Typed = Readonly<Record<Key, string>>;

const EMPTY: Typed = {
  categoryKey: 'laptop', userGroup: '', make: '', model: '', description: '', quantity: '1', room: '', department: '', boughtIn: '', unitPaid: '',
  warranty: '', supplier: '', orderNumber: '', fundKey: '', numbers: '',
};

const GROUP_OPTIONS = [{ value: '', label: 'Anybody' }, ...USER_GROUPS.map((value) => ({ value, label: USER_GROUP_WORDS[value] }))];

const orNull = (text: string): string | null => text.trim() || null;

type ReadKit = { readonly request: Request<'register.add'> | null; readonly problems: Readonly<Partial<Record<Key, string>>> };

const readKit = (typed: Typed, kindWords: string): ReadKit => {
  const items = readNumbersList(typed.numbers);
  const [quantity, bought, paid] = [readCount(typed.quantity), readBoughtIn(typed.boughtIn), readPounds(typed.unitPaid)];
  const months = typed.warranty.trim() === '' ? null : Number(typed.warranty);
  const sane = months === null || (Number.isInteger(months) && months >= 1 && months <= 600);
  const make = orNull(typed.make);
  const model = orNull(typed.model);
  const problems: Partial<Record<Key, string>> = {
    ...(quantity.ok ? {} : { quantity: quantity.message }), ...(bought.ok ? {} : { boughtIn: bought.message }), ...(paid.ok ? {} : { unitPaid: paid.message }),
    ...(sane ? {} : { warranty: `“${typed.warranty.trim()}” cannot be read as months. Write it like 36.` }),
    ...(months !== null && bought.ok && bought.value === null ? { boughtIn: 'When was it bought? A warranty is counted from that day.' } : {}),
    ...(make !== null && model === null ? { model: 'A make is kept with its model: write the model too.' } : {}),
    ...(items.length > 0 && quantity.ok && quantity.value !== null && quantity.value > 1 && quantity.value !== items.length
      ? { numbers: `The list names ${formatCount(items.length)}, and ${formatCount(quantity.value)} are to be added.` } : {}),
  };
  if (Object.keys(problems).length > 0 || !quantity.ok || !bought.ok || !paid.ok) return { request: null, problems };
  const called = make === null ? model : `${make} ${model ?? ''}`.trim();
  return {
    problems,
    request: {
      boughtIn: bought.value, warrantyMonths: months, items: [...items],
      fields: {
        categoryKey: typed.categoryKey, description: orNull(typed.description) ?? called ?? kindWords, userGroup: USER_GROUPS.find((group) => group === typed.userGroup) ?? null,
        quantity: quantity.value ?? 1, room: orNull(typed.room), department: orNull(typed.department), unitPaidPence: paid.value,
        supplier: orNull(typed.supplier), orderNumber: orNull(typed.orderNumber), fundKey: typed.fundKey || null,
        ...(model === null ? {} : { make, model }),
      },
    },
  };
};

/** The model of the library that the typed make and model name; null while they name none or several. */
const namedModel = ({ models }: PlanSnapshot, make: string, name: string): AssetModel | null => {
  const folded = (text: string | null): string => (text ?? '').trim().toLowerCase();
  const found = models.filter((model) => folded(model.name) === folded(name) && (folded(make) === '' || folded(model.make) === folded(make)));
  return folded(name) !== '' && found.length === 1 ? found[0] ?? null : null;
};

/** What the library and the last purchase say of a model, in the fields that are still empty. */
const filledIn = (typed: Typed, model: AssetModel, snapshot: PlanSnapshot): Typed => {
  const usual = usualKit(snapshot, model);
  const supplier = snapshot.suppliers.find(({ id }) => id === usual.supplierId)?.name ?? '';
  return {
    ...typed, categoryKey: usual.categoryKey, make: typed.make || (model.make ?? ''), description: typed.description || modelTitle(model),
    userGroup: typed.userGroup || (usual.userGroup ?? ''), supplier: typed.supplier || supplier,
    unitPaid: typed.unitPaid || (usual.unitPence === null ? '' : (usual.unitPence / 100).toFixed(usual.unitPence % 100 === 0 ? 0 : 2)),
    warranty: typed.warranty || (usual.warrantyMonths === null ? '' : String(usual.warrantyMonths)),
  };
};

/** Adds kit with everything that is known of it; stays open for the next. */
export function AddKit({ opened, onClose, onAdded }: AddKitProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Add kit" width={600}>
      <AddKitForm onClose={onClose} onAdded={onAdded} />
    </Dialog>
  );
}

function AddKitForm({ onClose, onAdded }: Omit<AddKitProps, 'opened'>) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const kinds = snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running').map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const { request, problems } = readKit(typed, kinds.find(({ value }) => value === typed.categoryKey)?.label ?? 'Kit');
  const add = async (another: boolean): Promise<void> => {
    setAsked(true);
    const answer = request === null ? null : await run('register.add', request);
    if (answer === null) return;
    const [id] = answer.value.ids;
    if (id !== undefined) onAdded(id);
    setAsked(false);
    // The next is likely of the same delivery: what it has of its own goes, the rest stays.
    if (another) setTyped({ ...typed, quantity: '1', numbers: '', room: '' });
    else onClose();
  };
  const field = (key: Key) => ({
    name: key, value: typed[key], problem: asked ? problems[key] ?? null : null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  const named = (key: 'make' | 'model', label: string, names: readonly string[]) => (
    <>
      <TextField
        label={label} list={`${listId}${key}`} {...field(key)}
        onBlur={() => {
          const model = namedModel(snapshot, typed.make, typed.model);
          if (model !== null) setTyped(filledIn(typed, model, snapshot));
        }}
      />
      <NameList id={`${listId}${key}`} names={[...new Set(names)]} />
    </>
  );
  const offered = (key: 'room' | 'department' | 'supplier', label: string, rows: readonly { readonly name: string }[]) => (
    <div>
      <TextField label={label} list={`${listId}${key}`} {...field(key)} />
      <NameList id={`${listId}${key}`} names={[...new Set(rows.map(({ name }) => name))]} />
    </div>
  );
  const ofMake = snapshot.models.filter(({ make }) => typed.make.trim() === '' || make?.toLowerCase() === typed.make.trim().toLowerCase());
  return (
    <form className="reg-add" noValidate onSubmit={(event) => { event.preventDefault(); void add(false); }}>
      <div>{named('make', 'Make', snapshot.models.flatMap(({ make }) => make ?? []))}</div>
      <div>{named('model', 'Model', ofMake.map(({ name }) => name))}</div>
      <SelectField label="Kind" data-autofocus options={kinds} {...field('categoryKey')} />
      <SelectField label="For" options={GROUP_OPTIONS} {...field('userGroup')} />
      <div className="wide"><TextField label="What it is" placeholder="Kestrel 400 small desktop" {...field('description')} /></div>
      <TextField label="How many" inputMode="numeric" {...field('quantity')} />
      {offered('room', 'Room', snapshot.locations)}
      <TextField label="Bought" placeholder="2023/24 or 12 Dec 2023" {...field('boughtIn')} />
      <TextField label="Paid for one, £" inputMode="decimal" {...field('unitPaid')} />
      <TextField label="Warranty, months" inputMode="numeric" {...field('warranty')} />
      {offered('department', 'Department', snapshot.departments)}
      {offered('supplier', 'Supplier', snapshot.suppliers)}
      <TextField label="Order" {...field('orderNumber')} />
      <SelectField label="Fund" options={fundOptions(snapshot.funds, 'Not known')} {...field('fundKey')} />
      <div className="wide"><TextArea label="Tags and serial numbers, one item a line" rows={3} hint="Copied from Excel or scanned: a row for each. Empty keeps one row." {...field('numbers')} /></div>
      <div className="dialog-acts wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button onClick={() => void add(true)}>Add and another</Button>
        <Button variant="filled" type="submit">Add kit</Button>
      </div>
    </form>
  );
}
