import { addDays } from '../calendar.ts';
import { itemsIn, itemsOf, type PlanContext } from '../context.ts';
import { priceToday } from '../quality/today-price.ts';
import { known, standingOf, type Standing } from '../refresh/due.ts';
import { modelTitle } from '../register/field-words.ts';
import type { Asset, PlanSnapshot, Warranty } from '../snapshot.ts';
import type { IsoDate, Pence, UserGroup, WarrantyKind } from '../vocabulary.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import { DAYS_AHEAD, termEnd } from './terms.ts';

/**
 * Periods of hardware cover that are the same but for the asset: one purchase of thirty laptops has thirty equal
 * warranties, and a person thinks of them as one. `kind` is `unknown` for kit of which no cover was ever known.
 */
export type CoverLot = {
  /** The same for the same lot while nothing about it changes. */
  readonly key: string;
  readonly kind: WarrantyKind | 'unknown';
  /** The periods it is made of; none where cover is unknown. */
  readonly warrantyIds: readonly number[];
  readonly assetIds: readonly number[];
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  /** What the kit is: "Kestrel 400 small desktop". */
  readonly description: string;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly supplierId: number | null;
  readonly reference: string | null;
  /** Of one item. */
  readonly costPence: Pence | null;
  /** Items, and those of them that are in service. */
  readonly quantity: number;
  readonly inService: number;
  readonly uncovered: Uncovered;
  /** Items in service whose cover ends with this one in the days ahead, and nobody has decided about. */
  readonly endingSoon: number;
  /** Items whose cover goes on beyond this period, by another one or a contract. */
  readonly extended: number;
};

/** Kit in service whose cover is over or was never known. */
export type Uncovered = {
  /** That nobody has decided about: these are told of. */
  readonly quantity: number;
  readonly assetIds: readonly number[];
  /** To replace them today; those without a price are counted apart. */
  readonly replacementPence: Pence;
  readonly unpriced: number;
  /** Somebody has decided to go on without, and said why. */
  readonly decided: number;
};

type Sums = { quantity: number; assetIds: number[]; replacementPence: Pence; unpriced: number; decided: number };

/** Software and support are agreements, not kit: no hardware cover is missing there. */
const needsCover = (context: PlanContext, asset: Asset): boolean =>
  standingOf(asset.status) === 'in_service' && context.category(asset.categoryKey).chartGroup !== 'running';

/** What cover is judged by: the day, when each asset's cover ends on it, and what was decided. */
type Judged = { readonly context: PlanContext; readonly endOf: (asset: Asset) => IsoDate | null; readonly decisions: Decisions };

/**
 * When an asset's cover ends, as seen on the as-at date: what the plan holds, or later where a contract that
 * covers it has renewed itself since.
 */
export function coverEnds({ contracts }: Pick<PlanSnapshot, 'contracts'>, asOf: IsoDate): (asset: Pick<Asset, 'id' | 'coverEnd'>) => IsoDate | null {
  const renewed = new Map<number, IsoDate>();
  for (const contract of contracts) {
    const end = contract.coversHardware && contract.autoRenews ? termEnd(contract, asOf) : null;
    if (end === null) continue;
    for (const id of contract.assetIds) if (end > (renewed.get(id) ?? '')) renewed.set(id, end);
  }
  return ({ id, coverEnd }) => {
    const [own, byContract] = [known(coverEnd), renewed.get(id) ?? null];
    return own === null || (byContract !== null && byContract > own) ? byContract : own;
  };
}

const judged = (context: PlanContext): Judged =>
  ({ context, endOf: coverEnds(context.snapshot, context.asOf), decisions: decisionsOf(context.snapshot) });

const isOver = (end: IsoDate | null, asOf: IsoDate): boolean => end === null || end < asOf;

function addUncovered({ context, endOf, decisions }: Judged, sums: Sums, asset: Asset): void {
  const coverEnd = endOf(asset);
  if (!needsCover(context, asset) || !isOver(coverEnd, context.asOf)) return;
  const items = itemsOf(asset);
  if (decisions.aboutCover({ id: asset.id, coverEnd }) !== null) {
    sums.decided += items;
    return;
  }
  const unit = priceToday(context, asset);
  sums.quantity += items;
  sums.assetIds.push(asset.id);
  if (unit === null) sums.unpriced += items;
  else sums.replacementPence += items * unit;
}

const noSums = (): Sums => ({ quantity: 0, assetIds: [], replacementPence: 0, unpriced: 0, decided: 0 });

/** Items in service whose cover ends in the days ahead, and nobody has decided about. */
export function leavingCover(context: PlanContext, daysAhead = DAYS_AHEAD): number {
  const by = judged(context);
  const soon = addDays(context.asOf, daysAhead);
  return context.snapshot.assets.reduce((sum, asset) => sum + (isLeaving(by, asset, soon) ? itemsOf(asset) : 0), 0);
}

function isLeaving({ context, endOf, decisions }: Judged, asset: Asset, soon: IsoDate): boolean {
  const coverEnd = endOf(asset);
  return coverEnd !== null && coverEnd >= context.asOf && coverEnd <= soon && needsCover(context, asset)
    && decisions.aboutCover({ id: asset.id, coverEnd }) === null;
}

/** Whether there is any kit in service that could be out of cover. */
export const anyNeedsCover = (context: PlanContext): boolean => context.snapshot.assets.some((asset) => needsCover(context, asset));

/** All kit in service that is out of cover. */
export function outOfCover(context: PlanContext): Uncovered {
  const by = judged(context);
  const sums = noSums();
  for (const asset of context.snapshot.assets) addUncovered(by, sums, asset);
  return sums;
}

type Period = { readonly asset: Asset; readonly warranty: Warranty | null };

/** Joined by a sign that nobody types, and not as JSON, which takes five times as long: a register asks this of every row. */
function lotKey({ asset: { categoryKey, userGroup, modelId, description }, warranty }: Period): string {
  const kit = `${categoryKey}\t${userGroup}\t${modelId ?? description.trim().toLowerCase()}`;
  if (warranty === null) return `unknown\t${kit}`;
  const { kind, startsOn, endsOn, supplierId, reference, costPence } = warranty;
  return `${kind}\t${startsOn}\t${endsOn}\t${supplierId}\t${reference}\t${costPence}\t${kit}`;
}

/** The periods of kit that is still there, each with its asset: what has left needs no cover. */
function livePeriods({ assets, warranties }: Pick<PlanSnapshot, 'assets' | 'warranties'>): Period[] {
  const live = new Map(assets.flatMap((asset) => (STAYS.includes(standingOf(asset.status)) ? [[asset.id, asset] as const] : [])));
  return warranties.flatMap((warranty): Period[] => {
    const asset = live.get(warranty.assetId);
    return asset === undefined ? [] : [{ asset, warranty }];
  });
}
const STAYS: readonly Standing[] = ['in_service', 'on_the_way'];

/** How many lots there are, counted without working out what is covered: a tab counts them at every change. */
export function lotCount({ assets, warranties, categories }: Pick<PlanSnapshot, 'assets' | 'warranties' | 'categories'>): number {
  const running = new Set(categories.filter(({ chartGroup }) => chartGroup === 'running').map(({ key }) => key));
  const unknown = assets.filter((asset) => known(asset.coverEnd) === null && standingOf(asset.status) === 'in_service' && !running.has(asset.categoryKey));
  const periods = [...livePeriods({ assets, warranties }), ...unknown.map((asset): Period => ({ asset, warranty: null }))];
  return new Set(periods.map(lotKey)).size;
}

/** Every period of kit that is still there; then the kit in service of which no cover is known. Kit under a contract alone is the contract's. */
function periodsOf({ context, endOf }: Judged): Period[] {
  const { assets } = context.snapshot;
  const periods = livePeriods(context.snapshot);
  const unknown = assets.filter((asset) => endOf(asset) === null && needsCover(context, asset));
  return [...periods, ...unknown.map((asset): Period => ({ asset, warranty: null }))];
}

/** Cover by lots, the next to end first, what is over last but for what was never known. */
export function coverLots(context: PlanContext, daysAhead = DAYS_AHEAD): readonly CoverLot[] {
  const by = judged(context);
  const soon = addDays(context.asOf, daysAhead);
  const lots = [...Map.groupBy(periodsOf(by), lotKey)].flatMap(([key, periods]) => {
    const [first] = periods;
    return first === undefined ? [] : [lotOf(by, key, periods, first, soon)];
  });
  return lots.sort((a, b) => rank(a, context.asOf) - rank(b, context.asOf) || compareEnds(a, b, context.asOf));
}

const rank = ({ endsOn }: CoverLot, asOf: IsoDate): number => (endsOn === null ? 2 : endsOn >= asOf ? 0 : 1);

/** Ends still to come soonest first; those that are over, the latest first. */
const compareEnds = (a: CoverLot, b: CoverLot, asOf: IsoDate): number => {
  const [one, other] = [a.endsOn ?? '', b.endsOn ?? ''];
  const order = one < other ? -1 : one > other ? 1 : 0;
  return one >= asOf ? order : -order;
};

function lotOf(by: Judged, key: string, periods: readonly Period[], first: Period, soon: IsoDate): CoverLot {
  const { context, endOf } = by;
  const { asset: { categoryKey, userGroup, modelId, description }, warranty } = first;
  const model = context.model(modelId);
  const endsOn = warranty?.endsOn ?? null;
  const counts = { quantity: 0, inService: 0, endingSoon: 0, extended: 0 };
  const uncovered = noSums();
  for (const { asset } of periods) {
    const items = itemsOf(asset);
    const last = endOf(asset) === endsOn;
    counts.quantity += items;
    if (needsCover(context, asset)) counts.inService += items;
    if (!last) counts.extended += items;
    else addUncovered(by, uncovered, asset);
    if (last && isLeaving(by, asset, soon)) counts.endingSoon += items;
  }
  return {
    key, kind: warranty?.kind ?? 'unknown', warrantyIds: periods.flatMap((period) => period.warranty?.id ?? []),
    assetIds: periods.map(({ asset }) => asset.id), categoryKey, userGroup,
    description: model === null ? description : modelTitle(model),
    startsOn: warranty?.startsOn ?? null, endsOn, supplierId: warranty?.supplierId ?? null, reference: warranty?.reference ?? null,
    costPence: warranty?.costPence ?? null, ...counts, uncovered,
  };
}

/** The kit of a contract. */
export type ContractKit = {
  readonly quantity: number;
  readonly inService: number;
  /** Of a contract that is over and covered hardware: its kit that nothing covers since. */
  readonly uncovered: Uncovered;
};

/** The kit of each contract, by the contract's number. */
export function contractKit(context: PlanContext): ReadonlyMap<number, ContractKit> {
  const by = judged(context);
  const byId = new Map(context.snapshot.assets.map((asset) => [asset.id, asset]));
  return new Map(context.snapshot.contracts.map((contract) => {
    const kit = contract.assetIds.flatMap((id) => byId.get(id) ?? []);
    const uncovered = noSums();
    const end = termEnd(contract, context.asOf);
    for (const asset of kit) if (contract.coversHardware && by.endOf(asset) === end) addUncovered(by, uncovered, asset);
    return [contract.id, { quantity: itemsIn(kit), inService: itemsIn(kit.filter((asset) => needsCover(context, asset))), uncovered }];
  }));
}

