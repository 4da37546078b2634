import { Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { placesOf } from '../../planning/places.ts';
import { placeBelongings } from '../../planning/register/lists.ts';
import type { Location } from '../../planning/snapshot.ts';
import { LOCATION_KIND_WORDS } from '../../planning/vocabulary.ts';
import { itemCount } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { placeLines } from './place-lines.ts';
import { PlaceForm } from './place-form.tsx';
import { PlaceTree, plannedWords } from './place-tree.tsx';

/** Another place that this one goes into. */
function MergePlace({ place, onDone }: { readonly place: Location; readonly onDone: (keptId: number) => void }) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const [into, setInto] = useState('');
  const places = placesOf(snapshot.locations);
  const below = places.descendantsOf(place.id);
  const others = snapshot.locations.filter(({ id }) => !below.has(id)).map(({ id }) => ({ value: String(id), label: places.pathOf(id) ?? '' }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const merge = async (): Promise<void> => {
    if (into !== '' && await run('places.merge', { keepId: Number(into), ids: [place.id] }) !== null) onDone(Number(into));
  };
  return (
    <form className="list-row-form" noValidate onSubmit={(event) => { event.preventDefault(); void merge(); }}>
      <SelectField label="The same place as" options={[{ value: '', label: 'Choose a place' }, ...others]} value={into} onChange={(event) => setInto(event.currentTarget.value)} />
      <Button type="submit" disabled={into === ''}>Merge</Button>
    </form>
  );
}

type AsideProps = { readonly place: Location; readonly nameField: React.Ref<HTMLInputElement>; readonly onGone: (nextId: number | null) => void };

/** The place that the tree stands on: what is in it, and changing it. */
function PlaceAside({ place, nameField, onGone }: AsideProps) {
  const { snapshot, forecast, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const of = useMemo(() => placeBelongings(snapshot, forecast), [snapshot, forecast]);
  const places = useMemo(() => placesOf(snapshot.locations), [snapshot]);
  const has = of(place.id);
  const inside = places.descendantsOf(place.id);
  const show = (): void => go('register', { filter: { ids: snapshot.assets.filter(({ locationId }) => locationId !== null && inside.has(locationId)).map(({ id }) => id) } });
  const remove = async (): Promise<void> => {
    if (await run('places.remove', { id: place.id }) !== null) onGone(place.parentId);
  };
  return (
    <Section title={place.name} aside={LOCATION_KIND_WORDS[place.kind]} link={has.items > 0 && <Button variant="link" small onClick={show}>{itemCount(has.items)} in the register</Button>}>
      <p className="q2">{place.parentId !== null && `${places.pathOf(place.id) ?? ''}. `}{itemCount(has.items)}, {plannedWords(has) === '–' ? 'nothing of it falls due in the plan' : `${plannedWords(has)} in the plan’s years`}.</p>
      {editable && (
        <>
          <PlaceForm key={`${place.id} ${place.name} ${place.parentId ?? ''} ${place.kind}`} place={place} nameField={nameField} onDone={() => undefined} />
          <MergePlace key={place.id} place={place} onDone={onGone} />
          <p><Button variant="link" small onClick={() => void remove()}>Remove {place.name}</Button></p>
        </>
      )}
    </Section>
  );
}

/** The tree of sites, buildings and rooms, with the kit in each and what it costs in the plan. */
export function PlacesList() {
  const { snapshot, forecast, editable } = usePlan();
  const places = useMemo(() => placesOf(snapshot.locations), [snapshot]);
  const of = useMemo(() => placeBelongings(snapshot, forecast), [snapshot, forecast]);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const lines = useMemo(() => placeLines(places, closed), [places, closed]);
  const current = (chosen === null ? undefined : places.byId.get(chosen)) ?? lines[0]?.place ?? null;
  const setOpen = (id: number, open: boolean): void => setClosed((now) => (open ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])));
  const holder = current?.kind === 'room' ? current.parentId : current?.id ?? null;
  return (
    <>
      {editable && (
        <div className="list-tools"><Button variant="filled" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>Add a place</Button></div>
      )}
      <div className="place-cols">
        <PlaceTree lines={lines} of={of} currentId={current?.id ?? null} onCurrent={setChosen} onOpen={setOpen} onEnter={() => nameField.current?.select()} />
        {current !== null && <PlaceAside place={current} nameField={nameField} onGone={setChosen} />}
      </div>
      {lines.length === 0 && <p className="q2">A place is added with the first kit that names its room, or here.</p>}
      <Dialog opened={adding} onClose={() => setAdding(false)} title="Add a place">
        <PlaceForm place={null} parentId={holder} onDone={(id) => { setAdding(false); if (id !== null) setChosen(id); }} />
      </Dialog>
    </>
  );
}
