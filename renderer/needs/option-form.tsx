import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import type { Need, NeedOption } from '../../planning/analysis/need-facts.ts';
import { optionFigures } from '../../planning/analysis/needs/option-figures.ts';
import { LATER_YEARS, MEETS, MEETS_WORDS, OPTION_KINDS, type LaterYears, type Meets, type OptionKind } from '../../planning/analysis/vocabulary.ts';
import { formatPounds } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { CostsTable } from './costs-table.tsx';
import { blankCost, readCost, typedFromCost, type ReadCost, type TypedCost } from './typed-cost.ts';
import { readCount } from './typed-need.ts';
import { useFirstField } from './use-first-field.ts';

const KIND_WORDS: Readonly<Record<OptionKind, string>> = { do_nothing: 'Do nothing', use_what_we_have: 'Use what we have', other: 'Something else' };
const LATER_WORDS: Readonly<Record<LaterYears, string>> = { funded: 'Funded', not_funded: 'Not funded' };

type OptionFormProps = { readonly need: Need; /** Null adds one. */ readonly option: NeedOption | null; readonly onClose: () => void };

/** An option with what it costs, part by part, and whether it meets the need. */
export function OptionForm({ need, option, onClose }: OptionFormProps) {
  const { application: { today } } = usePlan();
  const run = useCommand();
  const form = useFirstField();
  const [typed, setTyped] = useState(() => ({
    name: option?.name ?? '', kind: option?.kind ?? 'other', meets: option?.meets ?? '', meetsWords: option?.meetsWords ?? '', laterYears: option?.laterYears ?? '',
    hoursOnce: option?.supportHoursOnce === null || option === null ? '' : String(option.supportHoursOnce),
    hoursYearly: option?.supportHoursYearly === null || option === null ? '' : String(option.supportHoursYearly),
  }));
  const [costs, setCosts] = useState<readonly TypedCost[]>(() => option?.costs.map(typedFromCost) ?? []);
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const readings = useMemo(() => costs.map((cost) => readCost(cost, today)), [costs, today]);
  const ready = useMemo(() => readings.flatMap(({ cost }) => (cost === null ? [] : [cost])), [readings]);
  const [hoursOnce, hoursYearly] = [readCount(typed.hoursOnce, 0, 100_000), readCount(typed.hoursYearly, 0, 100_000)];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (typed.name.trim() === '' || !hoursOnce.ok || !hoursYearly.ok || ready.length < costs.length) return;
    const fields = {
      name: typed.name.trim(), kind: typed.kind, meets: MEETS.find((each) => each === typed.meets) ?? null, meetsWords: typed.meetsWords.trim() || null,
      laterYears: LATER_YEARS.find((each) => each === typed.laterYears) ?? null, supportHoursOnce: hoursOnce.value, supportHoursYearly: hoursYearly.value,
    };
    const done = option === null ? await run('option.add', { needId: need.id, ...fields, costs: ready.map(({ id: _id, ...cost }) => cost) })
      : await run('option.edit', { id: option.id, set: { ...fields, costs: ready } });
    if (done !== null) onClose();
  };
  const remove = async (): Promise<void> => {
    if (option !== null && await run('option.remove', { id: option.id }) !== null) onClose();
  };
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <TextField label="Option" value={typed.name} problem={asked && typed.name.trim() === '' ? 'Say what the option is called.' : null} onChange={(event) => set({ name: event.target.value })} />
        <SelectField label="What it is" value={typed.kind} options={OPTION_KINDS.map((each) => ({ value: each, label: KIND_WORDS[each] }))} onChange={(event) => set({ kind: OPTION_KINDS.find((each) => each === event.currentTarget.value) ?? 'other' })} />
        <SelectField label="Meets the need?" value={typed.meets} options={[{ value: '', label: 'Not said yet' }, ...MEETS.map((each: Meets) => ({ value: each, label: MEETS_WORDS[each] }))]} onChange={(event) => set({ meets: MEETS.find((each) => each === event.currentTarget.value) ?? '' })} />
        <TextField label="In your words" placeholder="Slow, one year" maxLength={80} value={typed.meetsWords} onChange={(event) => set({ meetsWords: event.target.value })} />
        <TextField label="Support team, hours once" inputMode="numeric" value={typed.hoursOnce} problem={asked && !hoursOnce.ok ? hoursOnce.message : null} onChange={(event) => set({ hoursOnce: event.target.value })} />
        <TextField label="Support team, hours a year" inputMode="numeric" value={typed.hoursYearly} problem={asked && !hoursYearly.ok ? hoursYearly.message : null} onChange={(event) => set({ hoursYearly: event.target.value })} />
        <SelectField
          label="Years 2 to 5" value={typed.laterYears} options={[{ value: '', label: 'Not said yet' }, ...LATER_YEARS.map((each) => ({ value: each, label: LATER_WORDS[each] }))]}
          onChange={(event) => set({ laterYears: LATER_YEARS.find((each) => each === event.currentTarget.value) ?? '' })}
        />
      </div>
      <CostsTable
        costs={costs} readings={readings} asked={asked} onCosts={setCosts}
        onAdd={() => setCosts([...costs, blankCost(Math.min(0, ...costs.map(({ key }) => key)) - 1, need.neededBy)])}
      />
      <Effect need={need} option={option} costs={ready} />
      <div className="acts">
        {option !== null && <Button onClick={() => void remove()}>Remove the option</Button>}
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" type="submit">{option === null ? 'Add the option' : 'Change the option'}</Button>
      </div>
    </form>
  );
}

type EffectProps = { readonly need: Need; readonly option: NeedOption | null; readonly costs: readonly ReadCost[] };

/** What the option comes to as it is typed, before it is kept. */
function Effect({ need, option, costs }: EffectProps) {
  const { snapshot, forecast } = usePlan();
  const figures = useMemo(() => optionFigures(snapshot, forecast, need, {
    id: option?.id ?? 0, position: 0, kind: 'other', name: '', meets: null, meetsWords: null, supportHoursOnce: null, supportHoursYearly: null, laterYears: null,
    costs: costs.map((cost, index) => ({ ...cost, id: -1 - index, position: index })),
  }), [snapshot, forecast, need, option, costs]);
  return (
    <ul className="needs-effect" aria-label="What it comes to" aria-live="polite">
      <li>In {forecast.years.length} years <b>{formatPounds(figures.totalPence)}</b></li>
      <li>new money <b>{formatPounds(figures.addsPence)}</b></li>
      {figures.addsByYear.map((pence, at) => (pence === 0 ? null : <li key={at}>{forecast.years[at]?.label} <b>+{formatPounds(pence)}</b></li>))}
      {figures.unpriced > 0 && <li>{figures.unpriced} without a price</li>}
    </ul>
  );
}
