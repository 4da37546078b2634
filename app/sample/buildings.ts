import { ROOMS } from './places.ts';

/** Hillcrest's one site, where all of its pupils learn. */
export const SITE = { name: 'Main site', pupils: 1140 } as const;

/** Its buildings and the areas in them. What moves about, trolleys and what is with staff, lies on the site or nowhere. */
const BUILDINGS: Readonly<Record<string, readonly (keyof typeof ROOMS)[]>> = {
  'Main building': ['english', 'maths', 'languages', 'support', 'offices', 'library', 'comms', 'store'],
  'Technology block': ['computing', 'technology'],
  'Science block': ['science'],
  'Humanities block': ['humanities'],
  'Arts block': ['music', 'art', 'performing'],
};

/** Each building with the rooms in it. */
export const BUILDING_ROOMS: readonly { readonly name: string; readonly rooms: readonly string[] }[] =
  Object.entries(BUILDINGS).map(([name, areas]) => ({ name, rooms: areas.flatMap((area) => [...ROOMS[area]]) }));
