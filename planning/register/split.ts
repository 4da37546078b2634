import { deliveryDate, isSaneQuantity } from '../context.ts';
import { formatCount } from '../money.ts';
import { standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { itemCount } from '../words.ts';
import { assetName } from './field-words.ts';

/** How a group is to be taken apart. */
export type SplitInto =
  | { readonly kind: 'singles' }
  /** Two groups: this many leave, the rest stays. */
  | { readonly kind: 'groups'; readonly quantity: number }
  /** One row for each tag or serial number; what the list does not name stays a group. */
  | { readonly kind: 'list'; readonly items: readonly ItemNumbers[] };

export type ItemNumbers = { readonly tag: string | null; readonly serial: string | null };

/** A row after the split. `succeedsPart` is the part of the group that it now replaces: 0 is the one that stayed. */
export type RowPart = ItemNumbers & { readonly quantity: number; readonly succeedsPart: number | null };

/** One row taken apart: what stays in it, and the copies made of it. */
export type RowSplit = { readonly id: number; readonly stays: RowPart; readonly copies: readonly RowPart[] };

export type SplitPlan = { readonly ok: true; readonly rows: readonly RowSplit[] } | { readonly ok: false; readonly sentence: string; readonly field: string };

const refuse = (sentence: string, field = 'into'): SplitPlan => ({ ok: false, sentence, field });

/** More rows than anybody wants to see one by one in a step. */
const MOST_PARTS = 5_000;

/**
 * The rows that a group becomes, and those of what is on order for it: every item of an order replaces one item of the
 * group, so an order is divided as the group is. Its items go to the parts in turn, the soonest first; what is
 * ordered beyond the group stays with the last part. So the figures of the plan are the same before and after.
 */
export function planSplit(snapshot: PlanSnapshot, asOf: IsoDate, id: number, into: SplitInto): SplitPlan {
  const asset = snapshot.assets.find((each) => each.id === id);
  if (asset === undefined) return refuse(`No asset has the number ${id}. It may have been removed.`, 'id');
  if (!isSaneQuantity(asset.quantity) || asset.quantity < 2) return refuse(`${assetName(asset)} is a single item: there is nothing to split.`, 'id');
  const refusal = refusalOf(snapshot, asset, into);
  if (refusal !== null) return refuse(refusal);
  const parts = partsOf(asset, into);
  const [stays, ...copies] = parts;
  if (stays === undefined) return refuse('Nothing is named to split it into.');
  return { ok: true, rows: [{ id, stays, copies }, ...dividedOrders(snapshot, asOf, asset, parts.map(({ quantity }) => quantity))] };
}

function refusalOf(snapshot: PlanSnapshot, asset: Asset, into: SplitInto): string | null {
  const { quantity } = asset;
  switch (into.kind) {
    case 'singles': return quantity > MOST_PARTS ? `A group of ${formatCount(quantity)} is split into at most ${formatCount(MOST_PARTS)} rows at a time: take some of it off first.` : null;
    case 'groups': return into.quantity < 1 || into.quantity >= quantity ? `From 1 to ${formatCount(quantity - 1)} of these ${formatCount(quantity)} can be taken off.` : null;
    case 'list': return listRefusal(snapshot, asset, into.items);
  }
}

function listRefusal(snapshot: PlanSnapshot, asset: Asset, items: readonly ItemNumbers[]): string | null {
  if (items.length === 0) return 'The list names nothing: write one tag or serial number a line.';
  if (items.length > asset.quantity) return `The list names ${formatCount(items.length)}, and the group has ${itemCount(asset.quantity)}.`;
  const empty = items.findIndex(({ tag, serial }) => tag === null && serial === null);
  if (empty >= 0) return `Line ${empty + 1} has neither a tag nor a serial number.`;
  const others = snapshot.assets.filter(({ id }) => id !== asset.id);
  return doubled(items, others, 'tag', 'tag') ?? doubled(items, others, 'serial', 'serial number');
}

/** A number that two items would share: in the list itself, or with another row of the register. */
function doubled(items: readonly ItemNumbers[], others: readonly Asset[], field: keyof ItemNumbers, words: string): string | null {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const value = item[field];
    if (value === null) continue;
    const before = seen.get(value.toLowerCase());
    if (before !== undefined) return `The ${words} ${value} stands twice in the list, in lines ${before + 1} and ${index + 1}.`;
    seen.set(value.toLowerCase(), index);
  }
  const taken = others.find((asset) => asset[field] !== null && seen.has(asset[field].toLowerCase()));
  return taken === undefined ? null : `The ${words} ${taken[field] ?? ''} belongs to another row of the register: ${taken.description}.`;
}

function partsOf({ quantity, tag, serial }: Asset, into: SplitInto): RowPart[] {
  const part = (count: number, numbers: ItemNumbers): RowPart => ({ quantity: count, ...numbers, succeedsPart: null });
  const own = { tag, serial };
  const none = { tag: null, serial: null };
  switch (into.kind) {
    case 'singles': return Array.from({ length: quantity }, (_, index) => part(1, index === 0 ? own : none));
    case 'groups': return [part(quantity - into.quantity, own), part(into.quantity, none)];
    case 'list': {
      const left = quantity - into.items.length;
      const named = into.items.map((item) => part(1, item));
      return left === 0 ? named : [part(left, own), ...named];
    }
  }
}

/** What is on order for the group, each order divided over the parts; orders that no part needs are left as they are. */
function dividedOrders(snapshot: PlanSnapshot, asOf: IsoDate, group: Asset, parts: readonly number[]): RowSplit[] {
  const room = [...parts];
  return onOrderFor(snapshot, asOf, group.id).map((order) => {
    const shares: { readonly part: number; readonly quantity: number }[] = [];
    let left = order.quantity;
    for (let part = 0; part < room.length && left > 0; part++) {
      const free = room[part] ?? 0;
      const last = part === room.length - 1;
      const taken = last ? left : Math.min(free, left);
      if (taken === 0) continue;
      room[part] = Math.max(0, free - taken);
      left -= taken;
      shares.push({ part, quantity: taken });
    }
    const [first, ...rest] = shares.map(({ part, quantity }, index): RowPart => ({
      quantity, succeedsPart: part, tag: index === 0 ? order.tag : null, serial: index === 0 ? order.serial : null,
    }));
    return first === undefined ? [] : [{ id: order.id, stays: first, copies: rest }];
  }).flat();
}

/** Planned and ordered kit that takes the place of an asset, the soonest first. */
const onOrderFor = (snapshot: PlanSnapshot, asOf: IsoDate, id: number): readonly Asset[] => snapshot.assets
  .filter((asset) => asset.succeedsAssetId === id && asset.id !== id && standingOf(asset.status) === 'on_the_way' && isSaneQuantity(asset.quantity))
  .toSorted((a, b) => (deliveryDate(a, asOf) < deliveryDate(b, asOf) ? -1 : 1));
