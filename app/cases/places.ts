import { deletePlace, insertPlace, mergePlaces, updatePlace } from '../../db/repositories/school-lists.ts';
import { needsNaming } from '../../planning/analysis/needs/naming.ts';
import { formatCount } from '../../planning/money.ts';
import { placeRefusal, placesOf, type PlaceWanted } from '../../planning/places.ts';
import type { Location } from '../../planning/snapshot.ts';
import { LOCATION_KIND_WORDS } from '../../planning/vocabulary.ts';
import { itemCount, listOf } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { different } from './given.ts';

const requirePlace = (session: Session, id: number): Location => {
  const found = session.snapshot().locations.find((place) => place.id === id);
  if (found === undefined) throw new Refusal('not_found', `No place has the number ${id}. It may have been removed.`, { field: 'id' });
  return found;
};

const requireFit = (locations: readonly Location[], wanted: PlaceWanted): void => {
  const refusal = placeRefusal(locations, wanted);
  if (refusal !== null) throw new Refusal('invalid_input', refusal.sentence, { field: refusal.field });
};

/** Pupils are a site's: a building's or room's would be counted twice. */
const requireSitePupils = ({ kind, pupils, accessTarget, name }: Omit<Location, 'id' | 'parentId'>): void => {
  if (kind === 'site' || (pupils === null && accessTarget === null)) return;
  throw new Refusal('invalid_input', `Pupils are counted for a site, and ${name} is a ${LOCATION_KIND_WORDS[kind].toLowerCase()}.`, { field: 'pupils' });
};

/** Renamed, moved, made into another kind: what a person sees of the change. */
const editLabel = (session: Session, place: Location, fields: Partial<Location>): string => {
  const { name, kind, parentId } = fields;
  const changed = Object.keys(fields);
  if (changed.length === 1 && name !== undefined) return `Rename ${place.name} to ${name}`;
  if (changed.length === 1 && parentId !== undefined) {
    return parentId === null ? `Move ${place.name} out of all other places` : `Move ${place.name} into ${requirePlace(session, parentId).name}`;
  }
  return changed.length === 1 && kind !== undefined ? `Make ${place.name} a ${LOCATION_KIND_WORDS[kind].toLowerCase()}` : `Change the place ${place.name}`;
};

/** Each of the places that go must be able to hand what lies in it to the one kept. */
const requireMergeable = (session: Session, kept: Location, others: readonly Location[]): void => {
  const { locations } = session.snapshot();
  const places = placesOf(locations);
  const around = others.find(({ id }) => places.descendantsOf(id).has(kept.id));
  if (around !== undefined) throw new Refusal('invalid_input', `${kept.name} lies in ${around.name}: a place is not merged into one that lies in it.`, { field: 'keepId' });
  const going = new Set(others.map(({ id }) => id));
  let after = locations.filter(({ id }) => !going.has(id));
  for (const child of others.flatMap(({ id }) => places.within(id)).filter(({ id }) => !going.has(id))) {
    requireFit(after.filter(({ id }) => id !== child.id), { ...child, id: null, parentId: kept.id });
    after = after.map((each) => (each.id === child.id ? { ...each, parentId: kept.id } : each));
  }
};

export const placeHandlers = {
  'places.add': (session, { role, reason, ...fields }) => {
    requireSitePupils(fields);
    requireFit(session.snapshot().locations, { id: null, ...fields });
    const { change, value } = session.change(`Add the ${LOCATION_KIND_WORDS[fields.kind].toLowerCase()} ${fields.name}`, { role, reason }, (writer) => insertPlace(writer, fields));
    return { change, value: { id: value } };
  },

  'places.edit': (session, { role, reason, id, set }) => {
    const place = requirePlace(session, id);
    const fields = different(set, place);
    requireSitePupils({ ...place, ...fields });
    requireFit(session.snapshot().locations, { ...place, ...fields });
    const { change } = session.change(editLabel(session, place, fields), { role, reason }, (writer) => updatePlace(writer, id, fields));
    return { change, value: null };
  },

  'places.merge': (session, { role, reason, keepId, ids }) => {
    const kept = requirePlace(session, keepId);
    const others = [...new Set(ids)].filter((id) => id !== keepId).map((id) => requirePlace(session, id));
    if (others.length === 0) throw new Refusal('invalid_input', 'Name another place that goes into it.', { field: 'ids' });
    requireMergeable(session, kept, others);
    const going = new Set(others.map(({ id }) => id));
    const rows = session.snapshot().assets.filter(({ locationId }) => locationId !== null && going.has(locationId)).length;
    const [only] = others;
    const label = others.length === 1 && only !== undefined ? only.name : `${formatCount(others.length)} places`;
    const { change } = session.change(`Merge ${label} into ${kept.name}`, { role, reason }, (writer) => mergePlaces(writer, keepId, [...going]));
    return { change, value: { rows } };
  },

  'places.remove': (session, { role, reason, id }) => {
    const place = requirePlace(session, id);
    const { assets, locations, analysis } = session.snapshot();
    const items = assets.filter(({ locationId }) => locationId === id).reduce((sum, { quantity }) => sum + quantity, 0);
    const held = placesOf(locations).within(id);
    const holds = [
      ...(items > 0 ? [`${itemCount(items)} of kit`] : []),
      ...(held.length > 3 ? [`${formatCount(held.length)} other places`] : held.map(({ name }) => name)),
    ];
    if (holds.length > 0) throw new Refusal('conflict', `${place.name} still holds ${listOf(holds)}. Move that first, or merge ${place.name} into another place.`, { field: 'id' });
    const speaking = needsNaming(analysis, ({ locationId }) => locationId === id);
    if (speaking.length > 0) throw new Refusal('conflict', `${place.name} is named in ${listOf(speaking)}. Take it out there first, or merge ${place.name} into another place.`, { field: 'id' });
    const { change } = session.change(`Remove the place ${place.name}`, { role, reason }, (writer) => deletePlace(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'places.add' | 'places.edit' | 'places.merge' | 'places.remove'>;
