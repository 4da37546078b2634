import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { priceDayProblem } from '../../planning/policies/check.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import type { AssetModel } from '../../planning/snapshot.ts';
import { startUpper } from '../../planning/words.ts';
import type { Request } from '../../app/contract/contract.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate, readPounds } from '../lib/field-text.ts';
import type { FieldReading } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { readWhole } from './typed-number.ts';

type Key = 'categoryKey' | 'make' | 'name' | 'price' | 'priceDate' | 'support' | 'memory' | 'processor' | 'cores' | 'storage' | 'watts';
type Typed = Readonly<Record<Key, string>>;

const number = (value: number | null): string => (value === null ? '' : String(value));
const textsOf = (model: AssetModel | null): Typed => ({
  categoryKey: model?.categoryKey ?? 'laptop', make: model?.make ?? '', name: model?.name ?? '',
  price: model?.unitPence === null || model === null ? '' : (model.unitPence / 100).toFixed(model.unitPence % 100 === 0 ? 0 : 2),
  priceDate: model?.priceDate ? formatDate(model.priceDate) : '', support: model?.vendorSupportEnd ? formatDate(model.vendorSupportEnd) : '',
  memory: number(model?.memoryGb ?? null), processor: model?.processor ?? '', cores: number(model?.cores ?? null), storage: number(model?.storageGb ?? null), watts: number(model?.watts ?? null),
});

type Reading = { readonly fields: Request<'models.add'> | null; readonly problems: Readonly<Partial<Record<Key, string>>> };

const readModel = (typed: Typed, asOf: string): Reading => {
  const [price, priceDate, support] = [readPounds(typed.price), readDate(typed.priceDate), readDate(typed.support)];
  const [memory, storage, watts] = [readWhole(typed.memory, 1, 65_536, '16'), readWhole(typed.storage, 1, 10_000_000, '256'), readWhole(typed.watts, 0, 100_000, '65')];
  const cores = readWhole(typed.cores, 1, 512, '6');
  const readings: readonly (readonly [Key, FieldReading<unknown>])[] = [
    ['price', price], ['priceDate', priceDate], ['support', support], ['memory', memory], ['cores', cores], ['storage', storage], ['watts', watts],
  ];
  const problems: Partial<Record<Key, string>> = Object.fromEntries(readings.flatMap(([key, reading]) => (reading.ok ? [] : [[key, reading.message]])));
  const name = typed.name.trim();
  if (name === '') problems.name = 'What is it called? A model has a name, such as 400 small desktop.';
  const late = priceDate.ok ? priceDayProblem(priceDate.value, asOf) : null;
  if (late !== null) problems.priceDate = late;
  if (Object.keys(problems).length > 0 || !price.ok || !priceDate.ok || !support.ok || !memory.ok || !cores.ok || !storage.ok || !watts.ok) return { fields: null, problems };
  return {
    problems,
    fields: {
      categoryKey: typed.categoryKey, name, make: typed.make.trim() || null, unitPence: price.value, priceDate: price.value === null ? null : priceDate.value,
      vendorSupportEnd: support.value, memoryGb: memory.value, processor: typed.processor.trim() || null, cores: cores.value, storageGb: storage.value, watts: watts.value,
    },
  };
};

type ModelFormProps = { /** Null adds one. */ readonly model: AssetModel | null; readonly onClose: () => void };

function ModelForm({ model, onClose }: ModelFormProps) {
  const { snapshot, asOf } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => textsOf(model));
  const [asked, setAsked] = useState(false);
  const { fields, problems } = readModel(typed, asOf);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (fields === null) return;
    const done = model === null ? await run('models.add', fields) : await run('models.edit', { id: model.id, set: fields });
    if (done !== null) onClose();
  };
  const field = (key: Key) => ({
    name: key, value: typed[key], problem: asked ? problems[key] ?? null : null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  const day = (key: 'priceDate' | 'support', label: string) => (
    <DateField label={label} text={typed[key]} onText={(text) => setTyped({ ...typed, [key]: text })} problem={asked ? problems[key] ?? null : null} />
  );
  const kinds = snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running').map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const makes = [...new Set(snapshot.models.flatMap(({ make }) => make ?? []))];
  return (
    <form className="list-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <TextField label="Make" list="model-makes" data-autofocus {...field('make')} />
      <NameList id="model-makes" names={makes} />
      <SelectField label="Kind" options={kinds} {...field('categoryKey')} />
      <div className="wide"><TextField label="Model" placeholder="400 small desktop" {...field('name')} /></div>
      <TextField label="Price of one, £ net" inputMode="decimal" {...field('price')} />
      {day('priceDate', 'Price of the day')}
      {day('support', 'Maker’s support ends')}
      <p className="hint list-hint">For a Chromebook, its auto-update date.</p>
      <TextField label="Memory, GB" inputMode="numeric" {...field('memory')} />
      <TextField label="Storage, GB" inputMode="numeric" {...field('storage')} />
      <TextField label="Processor" {...field('processor')} />
      <TextField label="Cores" inputMode="numeric" {...field('cores')} />
      <TextField label="Power, W" inputMode="numeric" {...field('watts')} />
      <div className="dialog-acts wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" type="submit">{model === null ? 'Add the model' : 'Change the model'}</Button>
      </div>
    </form>
  );
}

type ModelDialogProps = { readonly open: AssetModel | 'new' | null; readonly onClose: () => void };

/** Adds a model to the library or changes one. */
export function ModelDialog({ open, onClose }: ModelDialogProps) {
  return (
    <Dialog opened={open !== null} onClose={onClose} title={open === 'new' || open === null ? 'Add a model' : modelTitle(open)} width={520}>
      {open !== null && <ModelForm model={open === 'new' ? null : open} onClose={onClose} />}
    </Dialog>
  );
}
