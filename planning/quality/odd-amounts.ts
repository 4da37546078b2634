import { isSaneQuantity, itemsIn, itemsOf, type PlanContext } from '../context.ts';
import { divideHalfUp, formatCount, formatPounds, isUnitPrice } from '../money.ts';
import type { Asset } from '../snapshot.ts';
import { kindKey } from '../upkeep/record.ts';
import type { Pence } from '../vocabulary.ts';
import { kitCount } from '../words.ts';
import { modelKey } from './alike.ts';
import { oddKey, type OddInput, type OddValue } from './odd-values.ts';

/** So many others must have a price before one is called odd: fewer say nothing. */
const ENOUGH_OF_A_MODEL = 3;
const ENOUGH_OF_A_KIND = 5;
/** A price this many times its model's, or that part of it, is looked at; a slip of the decimal point is ten at least. */
const TIMES_ITS_MODEL = 8;
/** Kit of one kind may differ in price: a rack's battery backup costs ten times a desk's. */
const TIMES_ITS_KIND = 50;
const SLIPS = [10, 100, 1_000] as const;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : divideHalfUp((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0), 2);
};

/** What likes of a price are: theirs, how many times that is odd, and how many items they are; null for a model's price of today. */
type Likes = { readonly pence: Pence; readonly times: number; readonly items: number | null };

/** Rows of one model or kind with the middle of their prices, worked out once for all of them. */
type PricedGroup = { readonly rows: number; readonly items: number; readonly pence: Pence };

function pricedGroups(priced: readonly Asset[], keyOf: (asset: Asset) => string): ReadonlyMap<string, PricedGroup> {
  return new Map([...Map.groupBy(priced, keyOf)].map(([key, rows]) => [key, {
    rows: rows.length, items: itemsIn(rows), pence: median(rows.map(({ unitPaidPence }) => unitPaidPence ?? 0)),
  }]));
}

/** What its likes cost: others of its model where enough have a price, else its model's price of today, else others of its kind. */
function likesFinder(context: PlanContext, priced: readonly Asset[]): (asset: Asset) => Likes | null {
  const [ofModel, ofKind] = [pricedGroups(priced, modelKey), pricedGroups(priced, kindKey)];
  const likes = (asset: Asset, { pence, items }: PricedGroup, times: number): Likes => ({ pence, times, items: items - itemsOf(asset) });
  return (asset) => {
    const model = ofModel.get(modelKey(asset));
    if (model !== undefined && model.rows > ENOUGH_OF_A_MODEL) return likes(asset, model, TIMES_ITS_MODEL);
    const today = context.model(asset.modelId)?.unitPence ?? null;
    if (isUnitPrice(today) && today > 0) return { pence: today, times: TIMES_ITS_MODEL, items: null };
    const kind = ofKind.get(kindKey(asset));
    return kind !== undefined && kind.rows > ENOUGH_OF_A_KIND ? likes(asset, kind, TIMES_ITS_KIND) : null;
  };
}

/** Prices paid that are many times those of their likes, or a small part of them, with the slip that would explain it. */
export function oddPrices({ context, all }: OddInput): OddValue[] {
  const priced = all.filter(({ unitPaidPence }) => isUnitPrice(unitPaidPence) && unitPaidPence > 0);
  const likesOf = likesFinder(context, priced);
  return priced.flatMap((asset): OddValue[] => {
    const paid = asset.unitPaidPence ?? 0;
    const likes = likesOf(asset);
    if (likes === null || likes.pence === 0) return [];
    if (paid < likes.pence * likes.times && paid * likes.times > likes.pence) return [];
    const likely = likelyPrice(asset, paid, likes.pence);
    return [{
      key: oddKey(asset, 'paid', paid), asset, field: 'paid', value: pounds(paid),
      others: `${pounds(likes.pence)}, ${likes.items === null ? 'its model’s price' : kitCount(context.category(asset.categoryKey), null, likes.items)}`,
      mend: likely === null ? { kind: 'edit' } : { kind: 'set', words: `Make it ${pounds(likely)}`, set: { unitPaidPence: likely } },
    }];
  });
}

/** With its pence only where it has any. */
const pounds = (pence: Pence): string => formatPounds(pence, { pence: pence % 100 !== 0 });

/** What was meant: the price of all of the row's items given for one, or a decimal point in the wrong place. */
function likelyPrice(asset: Asset, paid: Pence, likes: Pence): Pence | null {
  const near = (pence: number): boolean => pence > likes * 0.7 && pence < likes * 1.4;
  if (asset.quantity > 1 && isSaneQuantity(asset.quantity) && near(paid / asset.quantity)) return divideHalfUp(paid, asset.quantity);
  for (const slip of SLIPS) {
    if (near(paid / slip)) return divideHalfUp(paid, slip);
    if (near(paid * slip)) return paid * slip;
  }
  return null;
}

const MANY = 100;
const TIMES_THE_NEXT = 10;

/** Rows for a hundred items and more that are ten times the next largest of their kind, or three for every pupil. */
export function oddQuantities({ context, here }: OddInput): OddValue[] {
  const { pupils } = context.snapshot.school;
  const byKind = Map.groupBy(here.filter(({ quantity }) => isSaneQuantity(quantity)), ({ categoryKey }) => categoryKey);
  return [...byKind.values()].flatMap((rows): OddValue[] => {
    const [largest, next] = rows.toSorted((a, b) => b.quantity - a.quantity);
    if (largest === undefined || largest.quantity < MANY) return [];
    const tooMany = next === undefined ? pupils !== null && largest.quantity > pupils * 3 : largest.quantity >= next.quantity * TIMES_THE_NEXT;
    if (!tooMany) return [];
    return [{
      key: oddKey(largest, 'quantity', largest.quantity), asset: largest, field: 'how many', value: formatCount(largest.quantity),
      others: next === undefined ? `${formatCount(pupils ?? 0)} pupils` : `${formatCount(next.quantity)} in the next largest row`, mend: { kind: 'edit' },
    }];
  });
}
