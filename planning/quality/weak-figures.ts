import { itemsIn, priceYearOf, type PlanContext } from '../context.ts';
import { unpricedExtensionsAlone } from '../extension.ts';
import { divideHalfUp, formatCount, formatRate } from '../money.ts';
import { nextIndex, type PriceBasis } from '../price.ts';
import { contextOf } from '../quality.ts';
import { money } from '../sentences/say.ts';
import { oldPriceGroups, priceAgeWords } from '../policies/old-prices.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { itemsWithoutPrice } from '../totals.ts';
import { kindKey } from '../upkeep/record.ts';
import type { Pence } from '../vocabulary.ts';
import { kitName } from '../words.ts';
import { isHere, knowsField, needsField } from './fields.ts';
import { ownRise, type OwnRise } from './own-rise.ts';
import { basisToday } from './today-price.ts';

/** Something that weakens the figures without leaving kit out of them. */
export type WeakFigure = {
  readonly kind: 'old_price' | 'no_price' | 'no_extension_price' | 'no_price_paid' | 'no_warranty_end' | 'assumed_date';
  /** The finding, and what it does to the figures. */
  readonly what: string;
  readonly effect: string;
  readonly items: number;
  readonly assetIds: readonly number[];
  /** How an amount in `effect` was worked out; null where it has none. */
  readonly how: readonly string[] | null;
};

const verb = (count: number, one: string, several: string): string => (count === 1 ? one : several);

/** What else weakens the figures, in the order in which it matters; empty when there is nothing to say. */
export function weakFigures(snapshot: PlanSnapshot, forecast: Forecast): WeakFigure[] {
  const context = contextOf(snapshot, forecast);
  const here = snapshot.assets.filter(isHere);
  return [
    ...unpricedItems(forecast), ...oldPrices(context, forecast), ...pricePaidMissing(context, here),
    ...warrantyEndMissing(context, here), ...assumedDates(here),
  ];
}

function unpricedItems(forecast: Forecast): WeakFigure[] {
  const count = itemsWithoutPrice(forecast);
  if (count === 0) return [];
  const extended = unpricedExtensionsAlone(forecast);
  if (extended > 0) {
    return [{
      kind: 'no_extension_price', items: extended, assetIds: [], how: null,
      what: `${formatCount(extended)} ${verb(extended, 'item has', 'items have')} longer cover or support without a price.`,
      effect: 'The totals are too low by what that costs.',
    }];
  }
  const ids = new Set(forecast.lines.flatMap((line) => (line.netPence === null && line.assetId !== null ? [line.assetId] : [])));
  return [{
    kind: 'no_price', items: count, assetIds: [...ids], how: null,
    what: `${formatCount(count)} ${verb(count, 'item that falls due has', 'items that fall due have')} no price.`,
    effect: `The totals are too low by what ${verb(count, 'it costs', 'they cost')}.`,
  }];
}

/** Prices behind the forecast that are older than the school chose, and what the plan would be out by had they moved as the school's own orders did. */
function oldPrices(context: PlanContext, forecast: Forecast): WeakFigure[] {
  const groups = oldPriceGroups(context);
  if (groups.length === 0) return [];
  const oldOf = new Map(groups.flatMap(({ basis, assets }) => assets.map(({ id }): [number, PriceBasis] => [id, basis])));
  const resting = forecast.lines.flatMap((line) => {
    const basis = line.kind !== 'replace' || line.assetId === null ? undefined : oldOf.get(line.assetId);
    return basis === undefined || line.netPence === null ? [] : [{ basis, categoryKey: line.categoryKey, pence: line.netPence }];
  });
  const rise = ownRise(context.snapshot.assets);
  return [{
    kind: 'old_price', items: groups.length, assetIds: [...oldOf.keys()],
    what: `${formatCount(groups.length)} ${verb(groups.length, 'price is', 'prices are')} over ${priceAgeWords(context.snapshot.school.priceAgeMonths)} old.`,
    ...oldPriceEffect(context, resting, rise),
  }];
}

/** Money that rests on an old price, and the kind of kit that is bought with it. */
type Resting = { readonly basis: PriceBasis; readonly categoryKey: string; readonly pence: Pence };

function oldPriceEffect(context: PlanContext, resting: readonly Resting[], rise: OwnRise | null): Pick<WeakFigure, 'effect' | 'how'> {
  const all = resting.reduce((sum, { pence }) => sum + pence, 0);
  if (all === 0) return { effect: 'Nothing that falls due in these years rests on them.', how: null };
  if (rise === null) {
    const more = resting.reduce((sum, line) => sum + (reindexed(context, line, ownRiseOf(context, line) + 100) - line.pence), 0);
    return {
      effect: `They are raised by the plan’s own rate since. Each 1% a year that they rose faster adds ${money(more)} to the plan.`,
      how: [
        `${money(all)} of the plan rests on them, raised by the rate of their kind from the year of the price.`,
        'The school has too few purchases of one model on different days to tell how its own prices moved.',
        `One per cent a year more, from the year of each price to this one: ${money(more)}.`,
      ],
    };
  }
  const out = resting.reduce((sum, line) => sum + (reindexed(context, line, rise.bp) - line.pence), 0);
  const rate = `${rise.bp < 0 ? 'a fall of ' : ''}${formatRate(rise.bp)} a year`;
  const effect = out === 0
    ? `If they moved as your orders did (${rate}), the plan is right.`
    : `If they moved as your orders did (${rate}), the plan is ${money(out)} too ${out > 0 ? 'low' : 'high'}.`;
  return {
    effect,
    how: [
      `${money(all)} of the plan rests on them.`,
      `Your own orders: ${formatCount(rise.purchases)} purchases of ${formatCount(rise.models)} ${verb(rise.models, 'model', 'models')} that were bought at least half a year apart moved by ${rate}.`,
      'Each price is taken to the year of today by that rate instead of the plan’s, and by the plan’s from there on.',
      `Together ${money(out)} ${out >= 0 ? 'more' : 'less'} than the plan has.`,
    ],
  };
}

const ownRiseOf = (context: PlanContext, { basis, categoryKey }: Resting): number =>
  context.prices.seriesFor(categoryKey).bpIn(basis.priceYear + 1);

/** A line's cost with another rise from the year of its price to the as-at year; its own from there on. */
function reindexed(context: PlanContext, { basis, categoryKey, pence }: Resting, bp: number): Pence {
  const today = priceYearOf(context, context.asOfMonth);
  const planned = context.prices.index(context.prices.seriesFor(categoryKey), basis.priceYear, today);
  if (planned === null) return pence;
  let index = 1_000_000;
  for (let year = basis.priceYear; year < today; year++) index = nextIndex(index, bp);
  return divideHalfUp(pence * index, planned);
}

function pricePaidMissing(context: PlanContext, here: readonly Asset[]): WeakFigure[] {
  const lacking = here.filter((asset) => needsField('pricePaid', asset) && !knowsField('pricePaid', asset, null));
  if (lacking.length === 0) return [];
  const count = itemsIn(lacking);
  const kinds = new Set(lacking.map(kindKey));
  const [first] = lacking;
  const who = kinds.size === 1 && first !== undefined
    ? kitName(context.category(first.categoryKey), first.userGroup, count) : verb(count, 'item', 'items');
  const without = itemsIn(lacking.filter((asset) => basisToday(context, asset) === null));
  return [{
    kind: 'no_price_paid', items: count, assetIds: lacking.map(({ id }) => id), how: null,
    what: `${formatCount(count)} ${who} ${verb(count, 'has', 'have')} no price paid.`,
    effect: without === 0
      ? 'Today’s price is used, so nothing changes in the forecast.'
      : without === count
        ? `No other price is known for ${verb(count, 'it', 'them')} either.`
        : `Today’s price is used; ${formatCount(without)} of them ${verb(without, 'has', 'have')} none.`,
  }];
}

function warrantyEndMissing(context: PlanContext, here: readonly Asset[]): WeakFigure[] {
  const lacking = here.filter((asset) => needsField('warrantyEnd', asset) && !knowsField('warrantyEnd', asset, null));
  if (lacking.length === 0) return [];
  const count = itemsIn(lacking);
  const bound = itemsIn(lacking.filter((asset) => {
    const course = courseOf(context, asset);
    return course.standing === 'in_service' && course.policy.binding.includes('warranty_end');
  }));
  return [{
    kind: 'no_warranty_end', items: count, assetIds: lacking.map(({ id }) => id), how: null,
    what: `${formatCount(count)} warranty ${verb(count, 'end is', 'ends are')} missing.`,
    effect: bound === 0
      ? `Warranty dates are not shown for ${verb(count, 'it', 'them')}.`
      : `${formatCount(bound)} of them should fall due with ${verb(bound, 'its', 'their')} cover and ${verb(bound, 'goes', 'go')} by age instead.`,
  }];
}

function assumedDates(here: readonly Asset[]): WeakFigure[] {
  const assumed = here.filter(({ purchaseDate, purchaseDateAssumed }) => purchaseDate !== null && purchaseDateAssumed);
  if (assumed.length === 0) return [];
  const count = itemsIn(assumed);
  return [{
    kind: 'assumed_date', items: count, assetIds: assumed.map(({ id }) => id), how: null,
    what: `${formatCount(count)} purchase ${verb(count, 'date is', 'dates are')} assumed.`,
    effect: `${verb(count, 'It falls', 'They fall')} due by that date until the day is known.`,
  }];
}
