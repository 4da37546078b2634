import { addMonths, formatDate } from '../calendar.ts';
import { formatCount, formatPounds, isUnitPrice } from '../money.ts';
import { known } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { spanOf } from '../words.ts';
import { modelKey, monthsOfCover } from './alike.ts';
import { exactly } from './evidence.ts';
import { isHere, knowsField, needsField } from './fields.ts';
import { leftOutRows } from './left-out.ts';
import type { Mended } from './odd-values.ts';
import { suggestDates } from './suggest-dates.ts';
import type { Forecast } from '../result.ts';
import { sequenceOf } from './identifiers.ts';

/** What can be mended for many rows at once, in the order in which it is offered. */
export const BULK_FIELDS = ['purchaseDate', 'warrantyEnd', 'pricePaid', 'room'] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

export const BULK_FIELD_WORDS: Readonly<Record<BulkField, string>> = {
  purchaseDate: 'purchase dates', warrantyEnd: 'warranty ends', pricePaid: 'prices paid', room: 'rooms',
};

/** What a row is to get; a room by its name. */
export type BulkSet = Mended & { readonly room?: string };

/** A row that lacks the field, what it would get with the evidence for it, or nothing to go by. */
export type Suggestion = {
  readonly asset: Asset;
  readonly found: { readonly shown: string; readonly set: BulkSet; readonly evidence: string } | null;
};

/** How many rows lack each of the fields: without looking for what they should be, which takes longer. */
export function gapCounts(snapshot: PlanSnapshot): Readonly<Record<BulkField, number>> {
  const counts = { purchaseDate: 0, warrantyEnd: 0, pricePaid: 0, room: 0 };
  for (const asset of snapshot.assets) {
    if (!isHere(asset)) continue;
    for (const field of BULK_FIELDS) if (needsField(field, asset) && !knowsField(field, asset, null)) counts[field] += 1;
  }
  return counts;
}

/** Every row that lacks the field, with what the rest of the register says it should be: those with something to go by first. */
export function suggestionsFor(snapshot: PlanSnapshot, forecast: Forecast, field: BulkField): Suggestion[] {
  const rows = lackingRows(snapshot, forecast, field);
  return [...rows.filter(({ found }) => found !== null), ...rows.filter(({ found }) => found === null)];
}

function lackingRows(snapshot: PlanSnapshot, forecast: Forecast, field: BulkField): Suggestion[] {
  switch (field) {
    // Kit that falls due by its cover needs no date for the forecast: those that are left out come first.
    case 'purchaseDate': return suggestPurchases(snapshot, forecast);
    case 'warrantyEnd': return eachLacking(snapshot, 'warrantyEnd', warrantyRule(snapshot));
    case 'pricePaid': return eachLacking(snapshot, 'pricePaid', priceRule(snapshot));
    case 'room': return eachLacking(snapshot, 'room', roomRule(snapshot));
  }
}

function suggestPurchases(snapshot: PlanSnapshot, forecast: Forecast): Suggestion[] {
  const out = leftOutRows(snapshot, forecast).flatMap(({ asset, reason }) => (reason === 'no_purchase_date' ? [asset] : []));
  const outIds = new Set(out.map(({ id }) => id));
  const others = snapshot.assets.filter((asset) => isHere(asset) && !outIds.has(asset.id)
    && needsField('purchaseDate', asset) && !knowsField('purchaseDate', asset, null));
  if (out.length + others.length === 0) return [];
  return suggestDates(snapshot, [...out, ...others], forecast.asOf).map(({ asset, found }) => ({
    asset, found: found === null ? null : { shown: exactly(found), set: { purchaseDate: found.date }, evidence: found.evidence },
  }));
}

type Rule = (asset: Asset) => Suggestion['found'];

const eachLacking = (snapshot: PlanSnapshot, field: 'warrantyEnd' | 'pricePaid' | 'room', rule: Rule): Suggestion[] =>
  snapshot.assets.filter((asset) => isHere(asset) && needsField(field, asset) && !knowsField(field, asset, null))
    .map((asset) => ({ asset, found: rule(asset) }));

const orderKey = (asset: Asset): string | null =>
  (asset.orderNumber === null ? null : `${asset.orderNumber.trim().toUpperCase()}/${modelKey(asset)}`);

/** Rows that belong together, with the one value that all of them share; null where they differ. */
type Shared<Value> = { readonly value: Value | null; readonly rows: number; readonly items: number };

function sharedBy<Value>(rows: readonly Asset[], keyOf: (asset: Asset) => string | null, read: (asset: Asset) => Value | null): ReadonlyMap<string, Shared<Value>> {
  const groups = new Map<string, { readonly values: Set<Value>; rows: number; items: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const value = read(row);
    if (key === null || value === null) continue;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, group = { values: new Set(), rows: 0, items: 0 });
    group.values.add(value);
    group.rows += 1;
    group.items += row.quantity;
  }
  return new Map([...groups].map(([key, { values, rows, items }]) => {
    const [only] = values;
    return [key, { value: values.size === 1 && only !== undefined ? only : null, rows, items }];
  }));
}

const nothing = { value: null, rows: 0, items: 0 } as const;
const at = <Value>(groups: ReadonlyMap<string, Shared<Value>>, key: string | null): Shared<Value> => (key === null ? nothing : groups.get(key) ?? nothing);

/** Like the others of its model on the same order; else its purchase and the length that all others of its model came with. */
function warrantyRule(snapshot: PlanSnapshot): Rule {
  const covered = snapshot.assets.filter((asset) => monthsOfCover(asset) !== null);
  const ends = sharedBy(covered, orderKey, ({ coverEnd }) => coverEnd);
  const lengths = sharedBy(covered, modelKey, monthsOfCover);
  return (asset) => {
    const order = at(ends, orderKey(asset));
    if (order.value !== null) return { shown: formatDate(order.value), set: { coverEnd: order.value }, evidence: `order ${asset.orderNumber ?? ''}, ${formatCount(order.items)} of them` };
    const bought = known(asset.purchaseDate);
    const model = at(lengths, modelKey(asset));
    if (bought === null || model.value === null || model.rows < 2) return null;
    const until = addMonths(bought, model.value);
    return { shown: formatDate(until), set: { coverEnd: until }, evidence: `${spanOf(model.value)} on the ${formatCount(model.items)} others of its model` };
  };
}

/** What the others of its model cost on the same order, or on the same day. */
function priceRule(snapshot: PlanSnapshot): Rule {
  const priced = snapshot.assets.filter(({ unitPaidPence }) => isUnitPrice(unitPaidPence) && unitPaidPence > 0);
  const dayKey = (asset: Asset): string | null => (asset.purchaseDate === null ? null : `${asset.purchaseDate}/${modelKey(asset)}`);
  const paid = ({ unitPaidPence }: Asset): Pence | null => unitPaidPence;
  const [byOrder, byDay] = [sharedBy(priced, orderKey, paid), sharedBy(priced, dayKey, paid)];
  return (asset) => {
    const order = at(byOrder, orderKey(asset));
    const found = order.rows > 0 ? order : at(byDay, dayKey(asset));
    if (found.value === null) return null;
    const evidence = order.rows > 0 ? `order ${asset.orderNumber ?? ''}, ${formatCount(found.items)} of them` : `${formatCount(found.items)} of its model bought that day`;
    return { shown: formatPounds(found.value, { pence: found.value % 100 !== 0 }), set: { unitPaidPence: found.value }, evidence };
  };
}

/** The room of the tags on either side, where that is one room. */
function roomRule(snapshot: PlanSnapshot): Rule {
  const names = new Map(snapshot.locations.map(({ id, name }) => [id, name]));
  const tagKey = (text: string | null): string | null => {
    const sequence = sequenceOf(text);
    return sequence === null ? null : `${sequence.before}\n${sequence.number}\n${sequence.after}`;
  };
  const placed = new Map(snapshot.assets.flatMap((asset) => {
    const key = tagKey(asset.tag);
    return key === null || asset.locationId === null ? [] : [[key, asset] as const];
  }));
  return (asset) => {
    const sequence = sequenceOf(asset.tag);
    if (sequence === null) return null;
    const beside = (step: number): Asset | undefined => placed.get(`${sequence.before}\n${sequence.number + step}\n${sequence.after}`);
    const [below, above] = [beside(-1), beside(1)];
    if (below === undefined || above === undefined || below.locationId !== above.locationId) return null;
    const room = names.get(below.locationId ?? 0);
    return room === undefined ? null : { shown: room, set: { room }, evidence: `tags ${below.tag ?? ''} and ${above.tag ?? ''}` };
  };
}
