import { useState } from 'react';
import type { Ref } from 'react';
import { placeRefusal, placesOf } from '../../planning/places.ts';
import type { Location } from '../../planning/snapshot.ts';
import { LOCATION_KINDS, LOCATION_KIND_WORDS } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { readTarget, readWhole, targetText } from './typed-number.ts';

type PlaceFormProps = {
  /** Null adds a place within `parentId`. */
  readonly place: Location | null;
  readonly parentId?: number | null;
  readonly onDone: (id: number | null) => void;
  readonly nameField?: Ref<HTMLInputElement>;
};

const KINDS = LOCATION_KINDS.map((kind) => ({ value: kind, label: LOCATION_KIND_WORDS[kind] }));

/** Name, kind and where it lies; of a site its pupils and the target for them. */
export function PlaceForm({ place, parentId = null, onDone, nameField }: PlaceFormProps) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const { locations } = snapshot;
  const holder = place === null ? parentId : place.parentId;
  const [typed, setTyped] = useState({
    name: place?.name ?? '', kind: place?.kind ?? 'room', within: holder === null ? '' : String(holder),
    pupils: place?.pupils === null || place === null ? '' : String(place.pupils), target: targetText(place?.accessTarget ?? null),
  });
  const [asked, setAsked] = useState(false);
  const kind = LOCATION_KINDS.find((each) => each === typed.kind) ?? 'room';
  const wanted = { id: place?.id ?? null, name: typed.name.trim(), kind, parentId: typed.within === '' ? null : Number(typed.within) };
  const refusal = wanted.name === '' ? { field: 'name' as const, sentence: 'What is it called?' } : placeRefusal(locations, wanted);
  const [pupils, target] = [readWhole(typed.pupils, 0, 20_000, '1140'), readTarget(typed.target)];
  const places = placesOf(locations);
  // Only what may hold it is offered: the refusal's own rule, asked of each place.
  const holders = locations.filter(({ id }) => placeRefusal(locations, { ...wanted, name: ' ', parentId: id }) === null || id === wanted.parentId)
    .map(({ id }) => ({ value: String(id), label: places.pathOf(id) ?? '' })).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const problem = (field: 'name' | 'kind' | 'parentId'): string | null => (asked && refusal?.field === field ? refusal.sentence : null);
  const field = (key: keyof typeof typed) => ({
    name: key, value: typed[key], onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  const send = async (): Promise<void> => {
    setAsked(true);
    if (refusal !== null || !pupils.ok || !target.ok) return;
    const { id, ...fields } = wanted;
    const set = { ...fields, pupils: kind === 'site' ? pupils.value : null, accessTarget: kind === 'site' ? target.value : null };
    const done = id === null ? await run('places.add', set) : await run('places.edit', { id, set });
    if (done !== null) onDone(id ?? done.value?.id ?? null);
  };
  return (
    <form className="list-form" aria-label={place === null ? 'Add a place' : `Change ${place.name}`} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div className="wide"><TextField label="Name" ref={nameField} data-autofocus={place === null ? true : undefined} problem={problem('name')} {...field('name')} /></div>
      <SelectField label="Kind" options={KINDS} problem={problem('kind')} {...field('kind')} />
      <SelectField label="Lies in" options={[{ value: '', label: 'No other place' }, ...holders]} problem={problem('parentId')} {...field('within')} />
      {kind === 'site' && (
        <>
          <TextField label="Pupils" inputMode="numeric" problem={asked && !pupils.ok ? pupils.message : null} {...field('pupils')} />
          <TextField label="Target: pupils for each device" inputMode="decimal" problem={asked && !target.ok ? target.message : null} {...field('target')} />
        </>
      )}
      <div className="list-form-acts wide">
        {place === null && <Button onClick={() => onDone(null)}>Cancel</Button>}
        <Button variant={place === null ? 'filled' : 'outline'} type="submit">{place === null ? 'Add the place' : `Change ${place.name}`}</Button>
      </div>
    </form>
  );
}
