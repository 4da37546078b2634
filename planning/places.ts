import type { Location } from './snapshot.ts';
import { LOCATION_KIND_WORDS, type LocationKind } from './vocabulary.ts';
import { compareNames, foldedName } from './words.ts';

/** The school's sites, buildings and rooms as a tree. A plan file from elsewhere may hold a ring: it is cut where it closes. */
export type Places = {
  readonly byId: ReadonlyMap<number, Location>;
  /** "Main site, Tech block, IT3": from the widest. Null for a place that is not there. */
  readonly pathOf: (id: number) => string | null;
  /** The places that lie directly in one, by name; with null, those that lie in none. */
  readonly within: (id: number | null) => readonly Location[];
  /** The place itself and everything in it. */
  readonly descendantsOf: (id: number) => ReadonlySet<number>;
  /** The site that a place is, or lies in; null where it lies in none. */
  readonly siteOf: (id: number) => Location | null;
  readonly buildingOf: (id: number) => Location | null;
};

/** Reads the list once; every question after that is a look-up. */
export function placesOf(locations: readonly Location[]): Places {
  const byId = new Map(locations.map((location) => [location.id, location]));
  const chains = new Map<number, readonly Location[]>();
  /** The place and what holds it, the widest last. */
  const chainOf = (id: number): readonly Location[] => {
    const found = chains.get(id);
    if (found !== undefined) return found;
    const chain: Location[] = [];
    for (let at = byId.get(id); at !== undefined && !chain.includes(at); at = at.parentId === null ? undefined : byId.get(at.parentId)) chain.push(at);
    chains.set(id, chain);
    return chain;
  };
  const children = Map.groupBy(locations, ({ parentId }) => (parentId !== null && byId.has(parentId) ? parentId : null));
  const within = (id: number | null): readonly Location[] => (children.get(id) ?? []).toSorted((a, b) => compareNames(a.name, b.name));
  const nearest = (id: number, kind: LocationKind): Location | null => chainOf(id).find((place) => place.kind === kind) ?? null;
  return {
    byId, within,
    pathOf: (id) => (byId.has(id) ? chainOf(id).toReversed().map(({ name }) => name).join(', ') : null),
    descendantsOf: (id) => {
      const found = new Set<number>();
      const waiting = byId.has(id) ? [id] : [];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(...(children.get(next) ?? []).map((child) => child.id));
      }
      return found;
    },
    siteOf: (id) => nearest(id, 'site'),
    buildingOf: (id) => nearest(id, 'building'),
  };
}

/** What people call each place: its name, or all it lies in where several are called so. Null for one that is not there. */
export function placeCalled(locations: readonly Location[]): (id: number) => string | null {
  const places = placesOf(locations);
  const counts = new Map<string, number>();
  for (const { name } of locations) counts.set(foldedName(name), (counts.get(foldedName(name)) ?? 0) + 1);
  return (id) => {
    const name = places.byId.get(id)?.name;
    return name === undefined || counts.get(foldedName(name)) === 1 ? name ?? null : places.pathOf(id);
  };
}

/** Which kinds of place may hold each kind; all may lie in none. */
const HOLDERS: Readonly<Record<LocationKind, readonly LocationKind[]>> = {
  site: [], building: ['site'], room: ['site', 'building'],
};

/** What a place may lie in, as a sentence. */
const HOLDER_RULES: Readonly<Record<LocationKind, string>> = {
  site: 'A site lies in nothing else', building: 'A building lies in a site', room: 'A room lies in a building or a site',
};

/** What a place is to be; `id` is null for one that is to be added. */
export type PlaceWanted = { readonly id: number | null } & Pick<Location, 'name' | 'kind' | 'parentId'>;

/** What a refusal is about: the field at fault and the sentence. */
export type PlaceRefusal = { readonly field: 'name' | 'kind' | 'parentId'; readonly sentence: string };

/** The kind in the middle of a sentence: "a building". */
const aKind = (kind: LocationKind): string => `a ${LOCATION_KIND_WORDS[kind].toLowerCase()}`;

/** Why a place cannot be so; null where it can. */
export function placeRefusal(locations: readonly Location[], wanted: PlaceWanted): PlaceRefusal | null {
  const places = placesOf(locations);
  const { id, name, kind, parentId } = wanted;
  const holder = parentId === null ? null : places.byId.get(parentId);
  if (holder === undefined) return { field: 'parentId', sentence: 'The place that it is to lie in is no longer in the plan.' };
  if (holder !== null && id !== null && places.descendantsOf(id).has(holder.id)) {
    return { field: 'parentId', sentence: holder.id === id ? `${name} cannot lie in itself.` : `${name} cannot lie in ${holder.name}, which lies in ${name}.` };
  }
  if (holder !== null && !HOLDERS[kind].includes(holder.kind)) {
    return { field: 'parentId', sentence: `${HOLDER_RULES[kind]}: ${holder.name} is ${aKind(holder.kind)}.` };
  }
  const held = id === null ? [] : places.within(id);
  const misplaced = held.find((place) => !HOLDERS[place.kind].includes(kind));
  if (misplaced !== undefined) {
    return { field: 'kind', sentence: `${name} cannot be ${aKind(kind)} while ${misplaced.name} lies in it: ${misplaced.name} is ${aKind(misplaced.kind)}.` };
  }
  const twin = places.within(parentId).find((place) => place.id !== id && sameName(place.name, name));
  if (twin !== undefined) {
    return { field: 'name', sentence: `${holder === null ? 'The plan' : holder.name} already has ${aKind(twin.kind)} called “${twin.name}”. Two that are one place can be merged.` };
  }
  return null;
}

const sameName = (a: string, b: string): boolean => foldedName(a) === foldedName(b);
