import { itemsIn, itemsOf } from '../context.ts';
import { formatCount } from '../money.ts';
import type { Forecast } from '../result.ts';
import { say, strong, type Sentence } from '../sentences/say.ts';
import type { Asset, AssetModel, Department, PlanSnapshot, YearGroup } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { inWords, itemCount } from '../words.ts';
import { placesOf } from '../places.ts';
import { modelTitle } from './field-words.ts';
import type { SpareCount } from './spares.ts';

/** What belongs to one entry of a list: its items, what they cost in the plan, and how many purchases have no price. */
export type Belongings = { readonly items: number; readonly plannedPence: Pence; readonly unpriced: number };
const NOTHING: Belongings = { items: 0, plannedPence: 0, unpriced: 0 };

/** What belongs to each entry, by the number under which an asset names it. */
export function belongings(snapshot: PlanSnapshot, forecast: Forecast, of: (asset: Asset) => number | null): (id: number) => Belongings {
  const ofAsset = new Map(snapshot.assets.map((asset) => [asset.id, of(asset)]));
  const found = new Map<number, { items: number; plannedPence: number; unpriced: number }>();
  const add = (id: number | null | undefined, items: number, pence: number, unpriced: number): void => {
    if (id === null || id === undefined) return;
    const sum = found.get(id) ?? { items: 0, plannedPence: 0, unpriced: 0 };
    found.set(id, { items: sum.items + items, plannedPence: sum.plannedPence + pence, unpriced: sum.unpriced + unpriced });
  };
  for (const asset of snapshot.assets) add(of(asset), itemsOf(asset), 0, 0);
  for (const { assetId, netPence, quantity } of forecast.lines) {
    if (assetId !== null) add(ofAsset.get(assetId), 0, netPence ?? 0, netPence === null ? quantity : 0);
  }
  return (id) => found.get(id) ?? NOTHING;
}

/** What belongs to a place with everything in it. */
export function placeBelongings(snapshot: PlanSnapshot, forecast: Forecast): (id: number) => Belongings {
  const places = placesOf(snapshot.locations);
  const own = belongings(snapshot, forecast, ({ locationId }) => locationId);
  const sums = new Map(snapshot.locations.map(({ id }) => [id, [...places.descendantsOf(id)].map(own).reduce((sum, each) => ({
    items: sum.items + each.items, plannedPence: sum.plannedPence + each.plannedPence, unpriced: sum.unpriced + each.unpriced,
  }), NOTHING)]));
  return (id) => sums.get(id) ?? NOTHING;
}

/** What the library does not know of a model that the plan needs. */
export const lacksOf = ({ unitPence, vendorSupportEnd }: AssetModel): readonly ('price' | 'support')[] =>
  [...(unitPence === null ? ['price' as const] : []), ...(vendorSupportEnd === null ? ['support' as const] : [])];

/** Models that lack a price first, then those that lack a support date; among them those with the most items. */
export function modelsInOrder(snapshot: PlanSnapshot, of: (id: number) => Belongings): readonly AssetModel[] {
  const rank = (model: AssetModel): number => (lacksOf(model).includes('price') ? 0 : lacksOf(model).length > 0 ? 1 : 2);
  return snapshot.models.toSorted((a, b) => rank(a) - rank(b) || of(b.id).items - of(a.id).items || (modelTitle(a) < modelTitle(b) ? -1 : 1));
}

const models = (count: number): string => `${inWords(count)} ${count === 1 ? 'model' : 'models'}`;
const have = (count: number): string => (count === 1 ? 'has' : 'have');

/** `36 models. Four have no price of their own and 12 no date on which the maker's support ends.` */
export function modelsSentence(snapshot: PlanSnapshot): Sentence {
  const count = snapshot.models.length;
  if (count === 0) return say('The library holds no model yet: one is added with the first kit that names its make and model.');
  const without = (what: 'price' | 'support'): number => snapshot.models.filter((model) => lacksOf(model).includes(what)).length;
  const [price, support] = [without('price'), without('support')];
  if (price === 0 && support === 0) return say(`${models(count)}, `, strong(`${count === 1 ? '' : 'each '}with a price and a support date`), '.');
  const priced = price === 0 ? 'every one has a price of its own' : `${inWords(price)} ${have(price)} no price of ${price === 1 ? 'its' : 'their'} own`;
  return say(`${models(count)}: `, strong(priced), support === 0 ? ', and every one a support date.' : `, and ${inWords(support)} no date on which the maker’s support ends.`);
}

/** `62 places: one site, four buildings and 57 rooms. 11 items are in none.` */
export function placesSentence(snapshot: PlanSnapshot): Sentence {
  const { locations, assets } = snapshot;
  const nowhere = itemsIn(assets.filter(({ locationId }) => locationId === null));
  const astray = nowhere === 0 ? '' : ` ${itemCount(nowhere)} ${nowhere === 1 ? 'is' : 'are'} in none.`;
  if (locations.length === 0) return say(`No place is known yet.${astray}`);
  const kinds = (['site', 'building', 'room'] as const).map((kind) => [kind, locations.filter((place) => place.kind === kind).length] as const);
  const loose = locations.filter(({ parentId, kind }) => parentId === null && kind === 'room').length;
  const counted = kinds.filter(([, count]) => count > 0).map(([kind, count]) => `${inWords(count)} ${kind}${count === 1 ? '' : 's'}`);
  const last = counted.pop() ?? '';
  const lies = loose === 0 ? '' : loose === locations.length ? ' None lies in a building or a site yet.' : ` ${loose === 1 ? 'One room lies' : `${formatCount(loose)} rooms lie`} in no building or site.`;
  return say(strong(counted.length === 0 ? last : `${counted.join(', ')} and ${last}`), `.${lies}${astray}`);
}

/** `14 departments, 12 with their pupils. Five year groups.` */
export function groupsSentence({ departments, yearGroups }: PlanSnapshot): Sentence {
  if (departments.length === 0 && yearGroups.length === 0) return say('No department and no year group is known yet.');
  const counted = (groups: readonly (Department | YearGroup)[], one: string): string => {
    if (groups.length === 0) return `No ${one} is known yet.`;
    const known = groups.filter(({ pupils }) => pupils !== null).length;
    const pupils = known === groups.length ? 'with pupils' : known === 0 ? 'none with pupils' : `${inWords(known)} with pupils`;
    return `${inWords(groups.length)} ${one}${groups.length === 1 ? '' : 's'}, ${groups.length > 1 && known === groups.length ? 'all ' : ''}${pupils}.`;
  };
  const years = counted(yearGroups, 'year group');
  return say(strong(counted(departments, 'department')), ` ${years.charAt(0).toUpperCase()}${years.slice(1)}`);
}

/** `31 spares. Pupil laptops have two where a year's losses would take four.` */
export function sparesSentence(counts: readonly SpareCount[], nameOf: (count: SpareCount) => string): Sentence {
  const spares = counts.reduce((sum, each) => sum + each.spares, 0);
  const short = counts.filter(({ spares: has, needed }) => needed !== null && has < needed);
  const [first] = short.toSorted((a, b) => ((b.needed ?? 0) - b.spares) - ((a.needed ?? 0) - a.spares));
  const pool = spares === 0 ? 'Nothing is kept as a spare.' : spares === 1 ? 'One item is kept as a spare.' : `${formatCount(spares)} items are kept as spares.`;
  if (first === undefined) return say(strong(pool), counts.some(({ needed }) => needed !== null) ? ' That is enough for a year of the losses that the policies expect.' : ' No policy expects losses, so none is asked for.');
  const more = short.length - 1;
  const also = more === 0 ? '' : ` ${more === 1 ? 'One other kind is' : `${inWords(more).charAt(0).toUpperCase()}${inWords(more).slice(1)} other kinds are`} short too.`;
  return say(strong(pool), ` ${nameOf(first)} have ${inWords(first.spares)} where a year’s losses would take ${inWords(first.needed ?? 0)}.${also}`);
}
