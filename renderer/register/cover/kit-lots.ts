import { standingOf } from '../../../planning/refresh/due.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { categoryNamed } from '../../../planning/categories.ts';
import { compareNames, rowName } from '../../../planning/words.ts';

/** Equal kit of one order in one room: what a person ticks as one when kit is put under a contract. */
export type KitLot = {
  readonly key: string;
  readonly description: string;
  readonly kind: string;
  readonly room: string | null;
  readonly department: string | null;
  readonly order: string | null;
  readonly quantity: number;
  readonly ids: readonly number[];
  /** What its line says, and the tags and serials in it, in small letters: what is looked through. */
  readonly said: string;
  readonly codes: string;
};

export type KitFilter = { readonly find: string; readonly kind: string; readonly department: string };

const nameIn = (list: readonly { readonly id: number; readonly name: string }[]): ((id: number | null) => string | null) => {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : names.get(id) ?? null);
};

/** All kit that is here or on its way, by lots, in the order of their names. */
export function kitLots(snapshot: PlanSnapshot): readonly KitLot[] {
  const room = nameIn(snapshot.locations);
  const department = nameIn(snapshot.departments);
  const here = snapshot.assets.filter(({ status }) => ['in_service', 'on_the_way'].includes(standingOf(status)));
  const keyOf = ({ description, categoryKey, locationId, departmentId, orderNumber }: Asset): string =>
    `${description}\t${categoryKey}\t${locationId}\t${departmentId}\t${orderNumber}`;
  return [...Map.groupBy(here, keyOf)].flatMap(([key, assets]): KitLot[] => {
    const [first] = assets;
    if (first === undefined) return [];
    const lot = {
      key, description: first.description, kind: rowName(categoryNamed(snapshot.categories, first.categoryKey), null), room: room(first.locationId),
      department: department(first.departmentId), order: first.orderNumber, quantity: assets.reduce((sum, { quantity }) => sum + quantity, 0),
      ids: assets.map(({ id }) => id),
    };
    const looked = (words: readonly (string | null)[]): string => words.filter(Boolean).join('\n').toLowerCase();
    return [{
      ...lot, said: looked([lot.description, lot.kind, lot.room, lot.department, lot.order]), codes: looked(assets.flatMap(({ tag, serial }) => [tag, serial])),
    }];
  }).sort((a, b) => compareNames(a.description, b.description) || compareNames(a.room ?? '', b.room ?? ''));
}

/** Fewer letters of a tag or serial than this fit too many of them to mean one. */
const LEAST_OF_CODE = 4;

/**
 * The lots of that kind and department whose line has a word that begins with each word looked for, or that hold the
 * tag or serial looked for. "Tamar 14" is no "Tamar 11" for the 14 in one of its tags: all that fit may be ticked at once.
 */
export const lotsFitting = (lots: readonly KitLot[], { find, kind, department }: KitFilter): readonly KitLot[] => {
  const looked = find.trim().toLowerCase();
  const words = looked.split(/\s+/u).filter(Boolean);
  const isSaid = ({ said }: KitLot): boolean => {
    const known = said.split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => known.some((each) => each.startsWith(word)) || (/[^\p{L}\p{N}]/u.test(word) && said.includes(word)));
  };
  const isCode = ({ codes }: KitLot): boolean => looked.length >= LEAST_OF_CODE && codes.includes(looked);
  return lots.filter((lot) => (kind === '' || lot.kind === kind) && (department === '' || lot.department === department) && (isSaid(lot) || isCode(lot)));
};

/** How much of a lot is chosen. */
export const chosenOf = ({ ids }: KitLot, chosen: ReadonlySet<number>): 'all' | 'some' | 'none' => {
  const count = ids.filter((id) => chosen.has(id)).length;
  return count === 0 ? 'none' : count === ids.length ? 'all' : 'some';
};
