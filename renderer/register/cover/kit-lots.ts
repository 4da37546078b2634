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
  /** Its words in small letters, with tags and serials: what is looked through. */
  readonly text: string;
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
    const words = [lot.description, lot.kind, lot.room, lot.department, lot.order, ...assets.flatMap(({ tag, serial }) => [tag, serial])];
    return [{ ...lot, text: words.filter(Boolean).join('\n').toLowerCase() }];
  }).sort((a, b) => compareNames(a.description, b.description) || compareNames(a.room ?? '', b.room ?? ''));
}

/** The lots that hold every word looked for, of that kind and department. */
export const lotsFitting = (lots: readonly KitLot[], { find, kind, department }: KitFilter): readonly KitLot[] => {
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean);
  return lots.filter((lot) => (kind === '' || lot.kind === kind) && (department === '' || lot.department === department) && words.every((word) => lot.text.includes(word)));
};

/** How much of a lot is chosen. */
export const chosenOf = ({ ids }: KitLot, chosen: ReadonlySet<number>): 'all' | 'some' | 'none' => {
  const count = ids.filter((id) => chosen.has(id)).length;
  return count === 0 ? 'none' : count === ids.length ? 'all' : 'some';
};
