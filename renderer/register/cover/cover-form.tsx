import { useId } from 'react';
import type { CoverLot } from '../../../planning/agreements/cover.ts';
import { addDays } from '../../../planning/calendar.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import { readName } from '../../lib/field-choice.ts';
import { readDate, readPounds } from '../../lib/field-text.ts';
import { useCommand, useMessages } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { dayText, poundsTyped } from '../list/agreement-fields.tsx';
import { FormBox } from '../list/form-box.tsx';
import { useForm } from '../list/use-form.ts';
import type { Problems } from '../list/use-form.ts';

type Key = 'kind' | 'startsOn' | 'endsOn' | 'supplier' | 'reference' | 'cost';

const KIND_OPTIONS = [{ value: 'standard', label: 'Warranty' }, { value: 'extension', label: 'Extension' }];

type CoverFormProps = {
  /** The kit it is for. */
  readonly assetIds: readonly number[];
  /** `change`: the periods of the lot. `extend`: another period from the day after. `add`: a first period. */
  readonly how: 'change' | 'extend' | 'add';
  readonly lot: CoverLot | null;
  /** Of kit that is no lot: the last day of the cover that is extended. */
  readonly after?: IsoDate | null;
  readonly onDone: () => void;
};

function read(typed: Readonly<Record<Key, string>>) {
  const problems: Partial<Record<Key, string>> = {};
  const take = <Value,>(key: Key, reading: { ok: true; value: Value | null } | { ok: false; message: string }): Value | null => {
    if (!reading.ok) problems[key] = reading.message;
    return reading.ok ? reading.value : null;
  };
  const startsOn = take('startsOn', readDate(typed.startsOn));
  const endsOn = take('endsOn', readDate(typed.endsOn));
  if (endsOn === null) problems.endsOn ??= 'Say when the cover ends, such as 31 August 2029.';
  else if (startsOn !== null && endsOn < startsOn) problems.endsOn = 'The cover would end before it starts.';
  const fields = {
    startsOn, endsOn: endsOn ?? '', kind: typed.kind === 'extension' ? 'extension' as const : 'standard' as const,
    supplier: take('supplier', readName(typed.supplier)), reference: take('reference', readName(typed.reference)), costPence: take('cost', readPounds(typed.cost)),
  };
  return { problems: problems satisfies Problems<Key>, fields };
}

/** Adds a period of cover, extends one, or changes the periods of a lot. */
export function CoverForm({ assetIds, how, lot, after = lot?.endsOn ?? null, onDone }: CoverFormProps) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const { tell } = useMessages();
  const listId = useId();
  const supplier = snapshot.suppliers.find(({ id }) => id === lot?.supplierId)?.name ?? '';
  const form = useForm<Key>(
    how === 'change' && lot !== null ? {
      kind: lot.kind, startsOn: dayText(lot.startsOn), endsOn: dayText(lot.endsOn), supplier, reference: lot.reference ?? '', cost: poundsTyped(lot.costPence),
    } : {
      kind: how === 'extend' ? 'extension' : 'standard', startsOn: how === 'extend' && after !== null ? dayText(addDays(after, 1)) : '',
      endsOn: '', supplier, reference: '', cost: '',
    },
    (typed) => read(typed).problems,
    (typed) => void (async () => {
      const { fields } = read(typed);
      if (how === 'change' && lot !== null) {
        if (await run('cover.edit', { ids: [...lot.warrantyIds], set: fields }) !== null) onDone();
        return;
      }
      const added = await run('cover.add', { assetIds: [...assetIds], ...fields });
      if (added === null) return;
      const [warning] = added.value.warnings;
      if (warning !== undefined) tell({ kind: 'refused', text: warning });
      onDone();
    })(),
  );
  const day = (key: 'startsOn' | 'endsOn', label: string) => (
    <DateField label={label} first={key === (how === 'extend' ? 'endsOn' : 'startsOn')} text={form.typed[key]} onText={(text) => form.set(key, text)} problem={form.problem(key)} />
  );
  const name = { change: 'Change the cover', extend: 'Extend the cover', add: 'Add cover' }[how];
  return (
    <FormBox does={name} onSubmit={form.onSubmit} onCancel={onDone}>
      {day('startsOn', 'Starts')}
      {day('endsOn', 'Ends')}
      <SelectField label="Kind" options={KIND_OPTIONS} {...form.field('kind')} />
      <TextField label="Cost for one item, £" inputMode="decimal" {...form.field('cost')} />
      <TextField label="Supplier" list={listId} {...form.field('supplier')} />
      <datalist id={listId}>{snapshot.suppliers.map(({ id, name: each }) => <option key={id} value={each}>{each}</option>)}</datalist>
      <TextField label="Their reference" {...form.field('reference')} />
    </FormBox>
  );
}
