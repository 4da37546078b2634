import type { Places } from '../../planning/places.ts';
import type { Location } from '../../planning/snapshot.ts';
import { LOCATION_KINDS } from '../../planning/vocabulary.ts';

/** A place as a line of the tree: how deep it lies, and whether it opens. */
export type PlaceLine = { readonly place: Location; readonly level: number; readonly opens: boolean; readonly open: boolean; readonly of: number; readonly at: number };

const byWidth = (a: Location, b: Location): number => LOCATION_KINDS.indexOf(a.kind) - LOCATION_KINDS.indexOf(b.kind);

/** The lines in sight, from the top, the wider places first: what is closed hides all below it. */
export function placeLines(places: Places, closed: ReadonlySet<number>): readonly PlaceLine[] {
  const under = (id: number | null, level: number): PlaceLine[] => {
    const held = places.within(id).toSorted(byWidth);
    return held.flatMap((place, at) => {
      const opens = places.within(place.id).length > 0;
      const open = opens && !closed.has(place.id);
      return [{ place, level, opens, open, of: held.length, at: at + 1 }, ...(open ? under(place.id, level + 1) : [])];
    });
  };
  return under(null, 1);
}

/** What a key does in a tree: to another line, or opening and closing this one. */
export type TreeMove = { readonly to: number } | { readonly open: boolean } | null;

/** The keys of a tree: up and down by line, right and left open, close and change the level, Home and End. */
export function treeMove(lines: readonly PlaceLine[], at: number, key: string): TreeMove {
  const line = lines[at];
  if (line === undefined) return null;
  const parent = lines.slice(0, at).findLastIndex(({ level }) => level === line.level - 1);
  switch (key) {
    case 'ArrowDown': return at + 1 < lines.length ? { to: at + 1 } : null;
    case 'ArrowUp': return at > 0 ? { to: at - 1 } : null;
    case 'Home': return { to: 0 };
    case 'End': return { to: lines.length - 1 };
    case 'ArrowRight': return !line.opens ? null : line.open ? { to: at + 1 } : { open: true };
    case 'ArrowLeft': return line.open ? { open: false } : parent < 0 ? null : { to: parent };
    default: return null;
  }
}
