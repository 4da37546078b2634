import type { Location, PlanSnapshot } from '../../planning/snapshot.ts';
import { foldedWord } from './choices.ts';
import { chainOf, NO_HAND, PlaceTree, type PlaceNews, type PlaceNode, type PlaceSaid } from './place-tree.ts';
import { WHOLE_FILE, type Decision } from './raw-table.ts';
import type { RegisterReading, RegisterRow } from './register-row.ts';
import { counted } from './row-notices.ts';
import { readYearGroup } from './values/year-group.ts';

const NAMED = 5;

/** A reading of kit in the plan's own terms: where each thing will truly be, and year groups by the plan's names for them. */
export function settleWithPlan(reading: RegisterReading, { locations, yearGroups }: Pick<PlanSnapshot, 'locations' | 'yearGroups'>): RegisterReading {
  if (reading.list !== 'kit') return reading;
  const placed = settlePlaces(reading, locations);
  if (yearGroups.length === 0 || !reading.findings.sources.has('yearGroup')) return placed;
  const own = new Map(yearGroups.map(({ name }) => [foldedWord(readYearGroup(name)), name]));
  return { ...placed, rows: placed.rows.map((row) => ({ ...row, yearGroup: row.yearGroup === null ? null : own.get(foldedWord(row.yearGroup)) ?? row.yearGroup })) };
}

/**
 * The rows with the places that they will truly be in: a room that lies elsewhere in the plan stays there, whatever the
 * file says. A row that names a room alone says nothing of where that lies.
 */
function settlePlaces(reading: RegisterReading, locations: readonly Location[]): RegisterReading {
  const tree = new PlaceTree(locations, reading.placesSaid, NO_HAND);
  const known = new Map<string, PlaceSaid>();
  const rows = reading.rows.map((row): RegisterRow => {
    const { site, building, room } = row;
    if (site === null && building === null && !(room?.includes(',') ?? false)) return row;
    const key = JSON.stringify([site, building, room]);
    const place = known.get(key) ?? truePlace(tree, { site, building, room });
    known.set(key, place);
    return { ...row, ...place };
  });
  const column = (reading.findings.sources.get('building') ?? reading.findings.sources.get('site'))?.[0]?.column ?? WHOLE_FILE;
  return { ...reading, rows, decisions: [...reading.decisions, ...decisionsOf([...tree.news.values()], column)] };
}

function truePlace(tree: PlaceTree, said: PlaceSaid): PlaceSaid {
  if (said.site === null && said.building === null) {
    // "Tech block, Store" is how the plan itself writes a room that shares its name with another.
    const meant = said.room === null || tree.hasName(said.room) ? null : tree.byPath(said.room);
    return meant === null ? said : { ...holdersOf(meant), room: meant.name };
  }
  const node = tree.find(said);
  if (node === null) return said;
  const holder = said.room === null ? null : tree.find({ ...said, room: null });
  // With several rooms of that name in one site, a row that names the site alone does not tell which building.
  if (said.room !== null && holder !== null && tree.isUnclear(said.room, holder)) return { site: holdersOf(node).site, building: null, room: said.room };
  const { site, building } = holdersOf(node);
  // A building says all that is needed: where a row names no site, it does not tell one of two buildings of a name from the other.
  return { site: said.site === null && building !== null ? null : site, building, room: said.room };
}

const holdersOf = (node: PlaceNode): Pick<PlaceSaid, 'site' | 'building'> => {
  const chain = chainOf(node);
  const nameOf = (kind: 'site' | 'building'): string | null => chain.find((each) => each.kind === kind)?.name ?? null;
  return { site: nameOf('site'), building: nameOf('building') };
};

const pathOf = (node: PlaceNode): string => chainOf(node).slice(1).toReversed().map(({ name }) => name).join(', ');

function decisionsOf(news: readonly PlaceNews[], column: string): Decision[] {
  return (['stays', 'twin', 'given_a_place'] as const).flatMap((kind) => {
    const found = news.filter((each) => each.kind === kind);
    if (found.length === 0) return [];
    const named = found.slice(0, NAMED).map(({ room, node }) => `“${room}” (${pathOf(node)})`).join(', ') + (found.length > NAMED ? ' …' : '');
    return [{ column, readAs: `${counted(found.length, ...WORDS[kind].slice(0, 2) as [string, string])}: ${named}${WORDS[kind][2]}` }];
  });
}

const WORDS = {
  stays: ['room lies elsewhere in the plan and stays there', 'rooms lie elsewhere in the plan and stay there', ''],
  twin: [
    'room is new, though one of that name lies at another place', 'rooms are new, though ones of that name lie at other places',
    '; where they are one and the same, say so in the words of the column',
  ],
  given_a_place: ['room lay in nothing and is put where the file says', 'rooms lay in nothing and are put where the file says', ''],
} as const;
