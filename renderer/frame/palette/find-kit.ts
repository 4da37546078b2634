import type { Forecast } from '../../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { startUpper } from '../../../planning/words.ts';

/** A register row as the search box knows it. */
export type Findable = {
  readonly asset: Asset;
  readonly room: string | null;
  /** Everything that may be typed to find it, in small letters. */
  readonly words: string;
};

/** Makes every register row findable by tag, serial, what it is, kind, room and department. */
export function findableKit(snapshot: PlanSnapshot): readonly Findable[] {
  const rooms = new Map(snapshot.locations.map(({ id, name }) => [id, name]));
  const departments = new Map(snapshot.departments.map(({ id, name }) => [id, name]));
  const kinds = new Map(snapshot.categories.map(({ key, singular }) => [key, singular]));
  const models = new Map(snapshot.models.map(({ id, make, name }) => [id, `${make ?? ''} ${name}`]));
  const named = (names: ReadonlyMap<number, string>, id: number | null): string | null => (id === null ? null : names.get(id) ?? null);
  return snapshot.assets.map((asset) => {
    const room = named(rooms, asset.locationId);
    const words = [
      asset.tag, asset.serial, asset.description, asset.userGroup, kinds.get(asset.categoryKey), room,
      named(models, asset.modelId), named(departments, asset.departmentId),
    ];
    return { asset, room, words: words.filter((word) => word !== null && word !== undefined).join(' ').toLowerCase() };
  });
}

export type Found = { readonly first: readonly Findable[]; readonly count: number };

/** The first `most` rows that hold every word typed, and how many there are in all. Nothing typed finds nothing. */
export function findKit(kit: readonly Findable[], typed: string, most: number): Found {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { first: [], count: 0 };
  const found = kit.filter(({ words }) => wanted.every((word) => words.includes(word)));
  // A tag typed in full comes before rows that merely mention it.
  const exact = (row: Findable): number => (row.asset.tag?.toLowerCase() === typed.trim().toLowerCase() ? 0 : 1);
  return { first: found.slice().sort((a, b) => exact(a) - exact(b)).slice(0, most), count: found.length };
}

/** The year of an asset's first replacement: "due 2028/29"; "not in the forecast" where it has none. */
export function dueWords(forecast: Forecast, assetId: number): string {
  const line = forecast.lines.find((one) => one.assetId === assetId && one.kind === 'replace' && one.occurrence === 0);
  if (line === undefined) return 'nothing due in this plan';
  return line.overdue ? 'overdue' : `due ${forecast.years[line.yearIndex]?.label ?? ''}`;
}

/** "32 desktops", or the room and tag of a single one. */
export const kitHint = ({ asset, room }: Findable): string =>
  [room, asset.tag, asset.quantity > 1 ? `${asset.quantity} of them` : null].filter((part) => part !== null).map(startUpper).join(', ');
