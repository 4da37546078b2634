import { itemsOf } from '../context.ts';
import { known, standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { listOf } from '../words.ts';
import { foldedNumber, sequenceOf } from './identifiers.ts';

/** Rows that may be one and the same thing. */
export type Twice = {
  /** Their numbers in order: what an answer about them is kept under. */
  readonly key: string;
  /** Why: "same serial", "same serial and tag", "same model, room and date; one has no serial". */
  readonly why: string;
  readonly assets: readonly Asset[];
};

const ONE_TOO_MANY = 3;

/** Kit that counts in the plan: what has left may well stand in the register beside what took its tag. */
const counts = (asset: Asset): boolean => {
  const standing = standingOf(asset.status);
  return standing === 'in_service' || standing === 'on_the_way';
};

const keyOf = (assets: readonly Asset[]): string => assets.map(({ id }) => id).toSorted((a, b) => a - b).join(',');

/** Rows that look like the same thing twice, those with the same number first; what was said to be right is left out. */
export function lookTwice(snapshot: PlanSnapshot): Twice[] {
  const rows = snapshot.assets.filter(counts);
  const settled = new Set(snapshot.settled.flatMap(({ finding, key }) => (finding === 'twice' ? [key] : [])));
  const found = new Map<string, { readonly assets: readonly Asset[]; readonly reasons: string[] }>();
  const tell = (reason: string, assets: readonly Asset[]): void => {
    const key = keyOf(assets);
    const known = found.get(key);
    if (known === undefined) found.set(key, { assets, reasons: [reason] });
    else known.reasons.push(reason);
  };
  for (const assets of groupsBy(rows, ({ serial }) => foldedNumber(serial))) tell('serial', assets);
  for (const assets of groupsBy(rows, ({ tag }) => foldedNumber(tag))) tell('tag', assets);
  for (const assets of groupsBy(rows, placeAndDay)) {
    if (maybeOne(assets) && !found.has(keyOf(assets))) tell('likeness', assets);
  }
  return [...found].flatMap(([key, { assets, reasons }]): Twice[] => (settled.has(key) ? [] : [{ key, assets, why: whyWords(assets, reasons) }]));
}

function groupsBy(rows: readonly Asset[], keyFor: (asset: Asset) => string): Asset[][] {
  const groups = new Map<string, Asset[]>();
  for (const asset of rows) {
    const key = keyFor(asset);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [asset]);
    else group.push(asset);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The same model, in the same room, bought on the same day at the same price, and as many of them. */
const placeAndDay = (asset: Asset): string => {
  const bought = known(asset.purchaseDate);
  if (bought === null || asset.locationId === null) return '';
  const what = asset.modelId ?? asset.description.trim().toLowerCase();
  return [asset.categoryKey, what, asset.locationId, bought, asset.unitPaidPence, itemsOf(asset), asset.status].join('|');
};

/**
 * Thirty desktops of one room are thirty things. Rows alike may be one thing only where there are two of them, not
 * each with a serial of its own, not with tags that follow on from each other, and not tagged from one order.
 */
function maybeOne(assets: readonly Asset[]): boolean {
  if (assets.length >= ONE_TOO_MANY || assets.every(({ serial }) => foldedNumber(serial) !== '')) return false;
  const [one, other] = assets;
  if (one?.tag && other?.tag && one.orderNumber !== null && one.orderNumber === other.orderNumber) return false;
  const [first, second] = assets.map(({ tag }) => sequenceOf(tag));
  if (first === null || second === null || first === undefined || second === undefined) return true;
  return first.before !== second.before || first.after !== second.after || Math.abs(first.number - second.number) > 2;
}

function whyWords(assets: readonly Asset[], reasons: readonly string[]): string {
  const numbers = reasons.filter((reason) => reason !== 'likeness');
  if (numbers.length > 0) return `same ${listOf(numbers)}`;
  const without = assets.filter(({ serial }) => foldedNumber(serial) === '').length;
  return `same model, room and date, ${without === assets.length ? 'no serial' : 'one without a serial'}`;
}
