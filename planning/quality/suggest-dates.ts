import { addMonths, formatDate, monthOf } from '../calendar.ts';
import { formatCount } from '../money.ts';
import { known } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { agreed, agreedByAll, exactly, numberLine, type Dated, type NumberLine } from './evidence.ts';
import { sequenceOf } from './identifiers.ts';

/** When a row was probably bought, with what says so in words; null where there is nothing to go by. */
export type DateSuggestion = { readonly asset: Asset; readonly found: (Dated & { readonly evidence: string }) | null };

type Evidence = { readonly dated: Dated; readonly evidence: string };

/** Numbers of one delivery lie close together: farther apart they tell nothing about each other. */
const NEAR_SERIALS = 500;
const NEAR_TAGS = 25;

/**
 * Looks for the purchase dates of rows without one, in what else the school knows, the strongest first: the start
 * of their warranty, others on the same order, serial numbers and tags on either side, others of their model.
 * A date is never later than the as-at date nor than the end of the row's own cover.
 */
export function suggestDates(snapshot: PlanSnapshot, rows: readonly Asset[], asOf: IsoDate): DateSuggestion[] {
  const look = lookUp(snapshot);
  return rows.map((asset): DateSuggestion => {
    const found = [fromWarranty, fromOrder, fromSerials, fromCover, fromTags, fromModel]
      .map((rule) => rule(asset, look)).find((each) => each !== null && canBe(asset, each.dated.date, asOf));
    return { asset, found: found === null || found === undefined ? null : { ...found.dated, evidence: found.evidence } };
  });
}

const canBe = (asset: Asset, date: IsoDate, asOf: IsoDate): boolean => {
  const cover = known(asset.coverEnd);
  return date <= asOf && (cover === null || date <= cover);
};

type LookUp = {
  readonly warrantyStart: ReadonlyMap<number, IsoDate>;
  readonly byOrder: ReadonlyMap<string, readonly Asset[]>;
  readonly byModel: ReadonlyMap<number, readonly Asset[]>;
  readonly serials: NumberLine;
  readonly tags: NumberLine;
};

/** What is known of rows whose date nobody had to assume. */
function lookUp(snapshot: PlanSnapshot): LookUp {
  const dated = snapshot.assets.filter((asset) => known(asset.purchaseDate) !== null && !asset.purchaseDateAssumed);
  const starts = new Map<number, IsoDate>();
  for (const { assetId, startsOn, kind } of snapshot.warranties) {
    const start = known(startsOn);
    const first = starts.get(assetId);
    if (start !== null && kind === 'standard' && (first === undefined || start < first)) starts.set(assetId, start);
  }
  return {
    warrantyStart: starts,
    byOrder: grouped(dated, ({ orderNumber }) => (orderNumber === null ? null : orderNumber.trim().toUpperCase())),
    byModel: grouped(dated, ({ modelId }) => modelId),
    serials: numberLine(dated, ({ serial }) => serial), tags: numberLine(dated, ({ tag }) => tag),
  };
}

function grouped<Key>(rows: readonly Asset[], keyOf: (asset: Asset) => Key | null): ReadonlyMap<Key, readonly Asset[]> {
  const groups = new Map<Key, Asset[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const datesOf = (rows: readonly Asset[]): IsoDate[] => rows.flatMap(({ purchaseDate }) => (purchaseDate === null ? [] : [purchaseDate]));
const counted = (rows: readonly Asset[]): string => formatCount(rows.reduce((sum, { quantity }) => sum + quantity, 0));

function fromWarranty(asset: Asset, { warrantyStart }: LookUp): Evidence | null {
  const date = warrantyStart.get(asset.id);
  return date === undefined ? null : { dated: { date, exactness: 'day' }, evidence: `its warranty starts ${formatDate(date)}` };
}

function fromOrder({ orderNumber }: Asset, { byOrder }: LookUp): Evidence | null {
  if (orderNumber === null) return null;
  const rows = byOrder.get(orderNumber.trim().toUpperCase()) ?? [];
  const dated = agreedByAll(datesOf(rows));
  return dated === null ? null : { dated, evidence: `order ${orderNumber}, ${counted(rows)} of them` };
}

function fromSerials(asset: Asset, { serials }: LookUp): Evidence | null {
  return between(asset.serial, serials, NEAR_SERIALS, 'serial range');
}

function fromTags(asset: Asset, { tags }: LookUp): Evidence | null {
  return between(asset.tag, tags, NEAR_TAGS, 'tags');
}

/** Both neighbours near and agreed on at least the year. */
function between(text: string | null, line: NumberLine, near: number, name: string): Evidence | null {
  const sequence = sequenceOf(text);
  const found = line(sequence);
  if (sequence === null || found === null || found.below === null || found.above === null) return null;
  const { below, above } = found;
  if (sequence.number - below.number > near || above.number - sequence.number > near) return null;
  const dated = agreed(below.date, above.date);
  return dated === null ? null : { dated, evidence: `${name} ${below.name} to ${above.name}` };
}

/** The end of its warranty less the length that all others of its model came with. */
function fromCover(asset: Asset, { byModel }: LookUp): Evidence | null {
  const end = known(asset.coverEnd);
  if (end === null || asset.modelId === null) return null;
  const lengths = (byModel.get(asset.modelId) ?? []).flatMap(({ purchaseDate, coverEnd }) =>
    (purchaseDate === null || coverEnd === null || coverEnd < purchaseDate ? [] : [monthOf(coverEnd) - monthOf(purchaseDate)]));
  const [months] = lengths;
  if (months === undefined || lengths.length < 3 || lengths.some((each) => each !== months)) return null;
  return {
    dated: { date: `${addMonths(end, -months).slice(0, 7)}-01`, exactness: 'month' },
    evidence: `warranty to ${formatDate(end)}, ${months} months on the ${formatCount(lengths.length)} others`,
  };
}

/** All others of its model were bought at one time: in the same room where that says more. */
function fromModel(asset: Asset, { byModel }: LookUp): Evidence | null {
  if (asset.modelId === null) return null;
  const model = byModel.get(asset.modelId) ?? [];
  const room = asset.locationId === null ? [] : model.filter(({ locationId }) => locationId === asset.locationId);
  const inRoom = agreedByAll(datesOf(room));
  if (inRoom !== null && room.length > 1) return { dated: inRoom, evidence: `${counted(room)} of its model in that room, ${exactly(inRoom)}` };
  const all = agreedByAll(datesOf(model));
  return all === null || model.length < 2 ? null : { dated: all, evidence: `the ${counted(model)} others of its model, ${exactly(all)}` };
}
