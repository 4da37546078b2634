import { monthOf } from '../calendar.ts';
import { itemsOf } from '../context.ts';
import { kindCountedWith } from '../loss-rate.ts';
import { known, serviceDate, standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { everyKind, FEWEST_EVENTS, groupOf, isLoss, recordTogether, type RecordedMonths } from '../upkeep/record.ts';
import type { LedgerEntry } from '../upkeep/ledger-entry.ts';
import type { IsoDate, MonthIndex, UserGroup } from '../vocabulary.ts';
import type { Ageing } from './ageing.ts';
import { fitWeibull, hazard, type Observation, type Weibull } from './weibull.ts';

/** How kit of one kind fails by the school's own record. */
export type OwnFailures = {
  readonly record: ReturnType<typeof recordTogether>;
  /** Null where the ages in the record do not decide how age matters. */
  readonly ageing: Ageing | null;
  /** Failures for each item and month, whatever its age. */
  readonly perMonth: number;
};

/** Shapes outside these are the chance of a few entries, not a habit of kit: one rate at every age is used. */
const LEAST_SHAPE = 0.25;
const MOST_SHAPE = 8;

/** Failures of kit that nobody named are shared out until the shape moves less than this. */
const SETTLED = 1e-4;
const MOST_ROUNDS = 60;

/** What an entry counts as old as: it happened, on average, in the middle of its month. */
const HALF_MONTH = 0.5;

/**
 * The kinds whose record holds enough entries to go by, by `kindCountedWith`. Age is counted in months from the day kit went
 * into use. What was in the register when the record began is watched only from then on (left truncation), what is
 * still in use to the as-at date (right censoring). Kit that was mended is watched on: its record is of failures per
 * month of age, which is what the losses of a plan are counted from.
 */
export function ownFailures(snapshot: PlanSnapshot, asOf: IsoDate): ReadonlyMap<string, OwnFailures> {
  const { ledger, assets } = snapshot;
  const groups = snapshot.policies.map(({ categoryKey, userGroup, modelId, assetId }) => (modelId === null && assetId === null ? `${categoryKey}/${userGroup}` : '')).join();
  const last = readings.get(ledger);
  if (last?.assets === assets && last.asOf === asOf && last.groups === groups) return last.failures;
  const failures = readFailures(snapshot, asOf);
  readings.set(ledger, { assets, asOf, groups, failures });
  return failures;
}

type Reading = Pick<PlanSnapshot, 'assets'> & { readonly asOf: IsoDate; readonly groups: string; readonly failures: ReadonlyMap<string, OwnFailures> };

/** The last reading of each ledger: a slider changes a policy and neither the ledger nor the kit. */
const readings = new WeakMap<PlanSnapshot['ledger'], Reading>();

function readFailures(snapshot: PlanSnapshot, asOf: IsoDate): ReadonlyMap<string, OwnFailures> {
  const { months, kinds } = everyKind(snapshot, asOf);
  const keyOf = kindKeys(snapshot);
  const records = [...Map.groupBy(kinds, keyOf)].map(([key, together]) => ({ key, record: recordTogether(together) }));
  const enough = records.filter(({ record }) => record.events >= FEWEST_EVENTS && record.itemMonths > 0);
  if (months === null || enough.length === 0) return new Map();
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const entries = Map.groupBy(snapshot.ledger.filter((entry) => isLoss(entry) && entry.happenedOn <= asOf && known(entry.happenedOn) !== null),
    (entry) => keyOf({ categoryKey: entry.categoryKey, userGroup: groupOf(entry, assets) }));
  const lastEntry = new Map(snapshot.ledger.flatMap((entry) => (entry.assetId === null ? [] : [[entry.assetId, entry.happenedOn] as const])));
  const kit = Map.groupBy(snapshot.assets, keyOf);
  return new Map(enough.map(({ key, record }) => {
    const watched = (kit.get(key) ?? []).flatMap((asset) => watchedOf(asset, months, lastEntry.get(asset.id) ?? null));
    return [key, { record, ageing: fitted(watched, entries.get(key) ?? [], assets, months.until - 1), perMonth: record.items / record.itemMonths }] as const;
  }));
}

type Kind = Pick<Asset, 'categoryKey' | 'userGroup'>;

/** The kind that kit counts with, by its key; each pair of category and group looked up once. */
export function kindKeys({ policies }: Pick<PlanSnapshot, 'policies'>): (kit: Kind) => string {
  const known = new Map<string, Map<UserGroup | null, string>>();
  return ({ categoryKey, userGroup }) => {
    let groups = known.get(categoryKey);
    if (groups === undefined) known.set(categoryKey, groups = new Map());
    let key = groups.get(userGroup);
    if (key === undefined) groups.set(userGroup, key = kindCountedWith({ categoryKey, userGroup }, policies));
    return key;
  };
}

/** Items of one row, while the record speaks of them. `start` null: nobody knows how old they are. */
type Watched = { readonly quantity: number; readonly start: MonthIndex | null; readonly from: MonthIndex; readonly until: MonthIndex };

/** The same months that the school's own rate is counted over. */
function watchedOf(asset: Asset, months: RecordedMonths, lastEntry: IsoDate | null): Watched[] {
  const standing = standingOf(asset.status);
  const left = known(asset.disposedOn) ?? (standing === 'in_service' ? null : known(lastEntry));
  if (standing === 'on_the_way' || (standing !== 'in_service' && left === null)) return [];
  const since = serviceDate(asset, months.until - 1);
  const start = since === null ? null : monthOf(since);
  const from = Math.max(months.from, start ?? months.from);
  const until = Math.min(months.until, left === null ? months.until : monthOf(left));
  return until <= from ? [] : [{ quantity: itemsOf(asset), start, from, until }];
}

/** Failures at known ages, and those of which only the month is known, shared out over the kit there was. */
type Failures = { readonly aged: readonly Observation[]; readonly shared: readonly (readonly Observation[])[] };

function fitted(
  watched: readonly Watched[], entries: readonly LedgerEntry[], assets: ReadonlyMap<number, Asset>, asOfMonth: MonthIndex,
): Ageing | null {
  const dated = alike(watched.flatMap(({ quantity, start, from, until }): Observation[] =>
    (start === null ? [] : [{ entry: from - start, exit: until - start, failed: false, weight: quantity }])));
  const oldest = dated.reduce((most, { exit }) => Math.max(most, exit), 0);
  const failures = failuresOf(watched, entries, assets, asOfMonth);
  let shape = 1;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fit = fitWeibull([...dated, ...alike([...failures.aged, ...failures.shared.flatMap((each) => sharedBy(each, { shape, scale: 1 }))])]);
    if (fit === null || fit.shape < LEAST_SHAPE || fit.shape > MOST_SHAPE) return null;
    if (failures.shared.length === 0 || Math.abs(fit.shape - shape) < SETTLED) return { shape: fit.shape, scale: fit.scale, oldest };
    shape = fit.shape;
  }
  return null;
}

const failedAt = (age: number, weight: number): Observation => ({ entry: age, exit: age, failed: true, weight });

/**
 * Each entry as failures at an age. Where its item is one of the register's, at that item's. Where it is not, spread
 * over the kit of its kind that was there in that month; the part of kit without a date is left out on both sides.
 */
function failuresOf(watched: readonly Watched[], entries: readonly LedgerEntry[], assets: ReadonlyMap<number, Asset>, asOfMonth: MonthIndex): Failures {
  const aged: Observation[] = [];
  const shared: Observation[][] = [];
  for (const entry of entries) {
    const month = monthOf(entry.happenedOn);
    const asset = entry.assetId === null ? undefined : assets.get(entry.assetId);
    const since = asset === undefined ? null : serviceDate(asset, asOfMonth);
    if (asset !== undefined) {
      // In a month before it was bought it cannot have failed: one of the two days is wrong.
      if (since !== null && monthOf(since) <= month) aged.push(failedAt(month - monthOf(since) + HALF_MONTH, entry.quantity));
      continue;
    }
    const there = watched.filter(({ from, until }) => from <= month && month < until);
    const all = there.reduce((sum, { quantity }) => sum + quantity, 0);
    const spread = there.flatMap(({ start, quantity }) => (start === null ? [] : [failedAt(month - start + HALF_MONTH, (entry.quantity * quantity) / all)]));
    if (spread.length > 0) shared.push(alike(spread));
  }
  return { aged, shared };
}

/** Of so many observations, all failures or none, those of the same ages as one. */
function alike(observations: readonly Observation[]): Observation[] {
  const together = new Map<number, Observation>();
  for (const each of observations) {
    const key = each.entry * 10_000 + each.exit;
    const before = together.get(key);
    together.set(key, before === undefined ? each : { ...before, weight: before.weight + each.weight });
  }
  return [...together.values()];
}

/** One entry spread over ages in proportion to how likely kit of each age was to be the one that failed. */
function sharedBy(failures: readonly Observation[], weibull: Weibull): Observation[] {
  const total = failures.reduce((sum, { weight }) => sum + weight, 0);
  const likely = failures.map(({ exit, weight }) => weight * hazard(weibull, exit));
  const all = likely.reduce((sum, each) => sum + each, 0);
  return failures.map(({ exit }, index) => failedAt(exit, (total * (likely[index] ?? 0)) / all));
}
