import { formatDate } from '../calendar.ts';
import { itemsOf } from '../context.ts';
import { known } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { compareNames } from '../words.ts';
import { boughtWords } from './assumed.ts';
import { isHere, needsField } from './fields.ts';

/** What can be found out standing in front of a thing: an empty box where it is not known, a dash where it is not needed. */
export type WalkCell = { readonly kind: 'known'; readonly text: string } | { readonly kind: 'box' } | { readonly kind: 'dash' };

export const WALK_COLUMNS = ['tag', 'serial', 'bought', 'warranty', 'serves'] as const;
export type WalkColumn = (typeof WALK_COLUMNS)[number];

export type WalkLine = {
  readonly id: number;
  readonly what: string;
  readonly items: number;
  readonly cells: Readonly<Record<WalkColumn, WalkCell>>;
};

/** One room of the walk; `room` is null for kit whose room nobody knows. */
export type WalkRoom = { readonly room: string | null; readonly lines: readonly WalkLine[] };

const BOX: WalkCell = { kind: 'box' };
const DASH: WalkCell = { kind: 'dash' };
const text = (value: string | null): WalkCell => (value === null ? BOX : { kind: 'known', text: value });

/**
 * Kit of which something is missing that a walk round the school can find, room by room in the order of their
 * names, kit without a room last. Prices, funds and what a model has inside are not found in a
 * room and are left to the office.
 */
export function walkRound(snapshot: PlanSnapshot): WalkRoom[] {
  const named = (list: readonly { readonly id: number; readonly name: string }[]): ((id: number | null) => string | null) => {
    const names = new Map(list.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : names.get(id) ?? null);
  };
  const [room, department, yearGroup] = [named(snapshot.locations), named(snapshot.departments), named(snapshot.yearGroups)];
  const lineOf = (asset: Asset): WalkLine => {
    const needed = (field: Parameters<typeof needsField>[0], cell: WalkCell): WalkCell => (needsField(field, asset) ? cell : DASH);
    const cover = known(asset.coverEnd);
    return {
      id: asset.id, what: asset.description, items: itemsOf(asset),
      cells: {
        tag: text(asset.tag), serial: asset.serial === null ? needed('serial', BOX) : text(asset.serial),
        bought: needed('purchaseDate', text(boughtWords(asset))), warranty: needed('warrantyEnd', text(cover === null ? null : formatDate(cover))),
        serves: needed('serves', text(department(asset.departmentId) ?? yearGroup(asset.yearGroupId))),
      },
    };
  };
  const rooms = new Map<string | null, WalkLine[]>();
  for (const asset of snapshot.assets) {
    if (!isHere(asset)) continue;
    const line = lineOf(asset);
    const where = room(asset.locationId);
    if (where !== null && WALK_COLUMNS.every((column) => line.cells[column].kind !== 'box')) continue;
    const lines = rooms.get(where);
    if (lines === undefined) rooms.set(where, [line]);
    else lines.push(line);
  }
  return [...rooms].map(([name, lines]): WalkRoom => ({
    room: name, lines: lines.toSorted((a, b) => compareNames(sortText(a), sortText(b)) || a.id - b.id),
  })).sort((a, b) => (a.room === null ? 1 : b.room === null ? -1 : compareNames(a.room, b.room)));
}

const sortText = ({ cells: { tag }, what }: WalkLine): string => (tag.kind === 'known' ? tag.text : `\uffff${what}`);
