import { addMonths, formatDate } from '../calendar.ts';
import { formatCount } from '../money.ts';
import { known } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { monthsOfCover } from './alike.ts';
import { agreed, agreedByAll, exactly, firstOfMonth, numberLine, type Dated, type NumberLine } from './evidence.ts';
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

/** Dated rows that belong together, with what they agree on, worked out once for all that ask. */
type Batch = { readonly rows: number; readonly items: number; readonly dated: Dated | null; /** Length of cover that all of three or more came with. */ readonly months: number | null };

type LookUp = {
  readonly warrantyStart: ReadonlyMap<number, IsoDate>;
  readonly byOrder: ReadonlyMap<string, Batch>;
  readonly byModel: ReadonlyMap<number, Batch>;
  /** Of one model in one room. */
  readonly byRoom: ReadonlyMap<string, Batch>;
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
    byOrder: batches(dated, ({ orderNumber }) => (orderNumber === null ? null : orderNumber.trim().toUpperCase())),
    byModel: batches(dated, ({ modelId }) => modelId), byRoom: batches(dated, roomKey),
    serials: numberLine(dated, ({ serial }) => serial), tags: numberLine(dated, ({ tag }) => tag),
  };
}

const roomKey = ({ modelId, locationId }: Asset): string | null => (modelId === null || locationId === null ? null : `${modelId}/${locationId}`);

function batches<Key>(rows: readonly Asset[], keyOf: (asset: Asset) => Key | null): ReadonlyMap<Key, Batch> {
  const groups = new Map<Key, Asset[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return new Map([...groups].map(([key, group]) => [key, {
    rows: group.length, items: group.reduce((sum, { quantity }) => sum + quantity, 0), dated: agreedByAll(datesOf(group)), months: sharedMonths(group),
  }]));
}

function sharedMonths(rows: readonly Asset[]): number | null {
  const lengths = rows.flatMap((row) => monthsOfCover(row) ?? []);
  const [months] = lengths;
  return months === undefined || lengths.length < 3 || lengths.some((each) => each !== months) ? null : months;
}

const datesOf = (rows: readonly Asset[]): IsoDate[] => rows.flatMap(({ purchaseDate }) => (purchaseDate === null ? [] : [purchaseDate]));

function fromWarranty(asset: Asset, { warrantyStart }: LookUp): Evidence | null {
  const date = warrantyStart.get(asset.id);
  return date === undefined ? null : { dated: { date, exactness: 'day' }, evidence: `its warranty starts ${formatDate(date)}` };
}

function fromOrder({ orderNumber }: Asset, { byOrder }: LookUp): Evidence | null {
  const batch = orderNumber === null ? undefined : byOrder.get(orderNumber.trim().toUpperCase());
  return batch === undefined || batch.dated === null ? null : { dated: batch.dated, evidence: `order ${orderNumber ?? ''}, ${formatCount(batch.items)} of them` };
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
  const model = asset.modelId === null ? undefined : byModel.get(asset.modelId);
  if (end === null || model === undefined || model.months === null) return null;
  return {
    dated: { date: firstOfMonth(addMonths(end, -model.months)), exactness: 'month' },
    evidence: `warranty to ${formatDate(end)}, ${model.months} months on the ${formatCount(model.rows)} others`,
  };
}

/** All others of its model were bought at one time: in the same room where that says more. */
function fromModel(asset: Asset, { byModel, byRoom }: LookUp): Evidence | null {
  if (asset.modelId === null) return null;
  const room = byRoom.get(roomKey(asset) ?? '');
  if (room !== undefined && room.rows > 1 && room.dated !== null) {
    return { dated: room.dated, evidence: `${formatCount(room.items)} of its model in that room, ${exactly(room.dated)}` };
  }
  const model = byModel.get(asset.modelId);
  if (model === undefined || model.rows < 2 || model.dated === null) return null;
  return { dated: model.dated, evidence: `the ${formatCount(model.items)} others of its model, ${exactly(model.dated)}` };
}
