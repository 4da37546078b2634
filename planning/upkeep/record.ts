import { monthOf } from '../calendar.ts';
import { itemsOf } from '../context.ts';
import { divideHalfUp } from '../money.ts';
import { policyFor } from '../policies.ts';
import { known, serviceDate, standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { BasisPoints, IsoDate, MonthIndex, Pence, UserGroup } from '../vocabulary.ts';
import { compareNames } from '../words.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Under so many events a rate says little: "too few to say". */
export const FEWEST_EVENTS = 5;

/** The months that a record speaks of: from the first one counted, before the one after the last. */
export type RecordedMonths = { readonly since: IsoDate; readonly from: MonthIndex; readonly until: MonthIndex };

/** A school's own losses of one kind of kit, beside what its policy says. */
export type LossRecord = {
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  /** Entries of something lost or broken, and the items in them. */
  readonly events: number;
  readonly items: number;
  /** What the entries came to, a year, repairs with them; those without an amount are counted apart. */
  readonly yearlyPence: Pence;
  readonly unpriced: number;
  /** Months that items of this kind were in service in the time recorded: 12 of them are an item-year. */
  readonly itemMonths: number;
  /** Items without a date, counted as in service throughout. */
  readonly undated: number;
  /** Items lost or broken in a year for each one in service; null where there are too few events to say. */
  readonly lossBp: BasisPoints | null;
  /** What the policy of this kind counts with. */
  readonly policyBp: BasisPoints;
};

export type OwnRecord = {
  /** Null where nothing is recorded. */
  readonly months: RecordedMonths | null;
  /** Kinds with an event, or with a rate in their policy, those with most events first. */
  readonly kinds: readonly LossRecord[];
};

/** Whether an entry tells of something lost or broken. */
export const isLoss = ({ kind }: LedgerEntry): boolean => kind === 'lost' || kind === 'broken';
const isUpkeep = (entry: LedgerEntry): boolean => isLoss(entry) || entry.kind === 'repaired';

/** The time recorded: whole months from that of the first entry, or of a later day chosen, to the as-at date's, both included. */
export function recordedMonths(ledger: readonly LedgerEntry[], asOf: IsoDate, since: IsoDate | null = null): RecordedMonths | null {
  const days = ledger.map(({ happenedOn }) => happenedOn).filter((day) => known(day) !== null && day <= asOf);
  const first = days.reduce<IsoDate | null>((least, day) => (least === null || day < least ? day : least), null);
  const start = since ?? first;
  if (first === null || start === null || start > asOf) return null;
  return { since: start, from: monthOf(start), until: monthOf(asOf) + 1 };
}

/**
 * The school's own loss rates, worked out from its ledger and its register:
 *
 *   loss rate = items lost or broken × 12 ÷ months that items were in service
 *
 * A month counts for an item that was in service at its end; the as-at date's month counts for what is in service
 * on that day. An item is in service from the day it went into use, else was bought, until the day it left. One
 * without any such day was there before anybody wrote days down and counts throughout. One that has left on a day
 * nobody wrote down counts until the last entry about it, and not at all where there is none. Kit that is planned
 * or on order has not begun. An entry belongs to the kind it names, and to the user group of its asset where it
 * names none.
 */
export function ownRecord(snapshot: PlanSnapshot, asOf: IsoDate, since: IsoDate | null = null): OwnRecord {
  const { months, kinds } = everyKind(snapshot, asOf, since);
  return {
    months,
    kinds: kinds.filter(({ events, policyBp, yearlyPence }) => events > 0 || policyBp > 0 || yearlyPence > 0)
      .sort((a, b) => b.events - a.events || compareNames(a.categoryKey, b.categoryKey)),
  };
}

/** The record of several kinds taken as one: their events, items and months in service together. */
export function recordTogether(kinds: readonly LossRecord[]): Pick<LossRecord, 'events' | 'items' | 'itemMonths' | 'lossBp'> {
  const sum = (of: (record: LossRecord) => number): number => kinds.reduce((total, record) => total + of(record), 0);
  const [events, items, itemMonths] = [sum((each) => each.events), sum((each) => each.items), sum((each) => each.itemMonths)];
  return { events, items, itemMonths, lossBp: events < FEWEST_EVENTS || itemMonths === 0 ? null : rateOf(items, itemMonths) };
}

/** The same of every kind that there is or that was written about, whether or not anything happened to it. */
export function everyKind(snapshot: PlanSnapshot, asOf: IsoDate, since: IsoDate | null = null): { readonly months: RecordedMonths | null; readonly kinds: LossRecord[] } {
  const months = recordedMonths(snapshot.ledger, asOf, since);
  if (months === null) return { months, kinds: [] };
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const entries = snapshot.ledger.filter((entry) => isUpkeep(entry) && entry.happenedOn >= months.since && entry.happenedOn <= asOf);
  const events = Map.groupBy(entries, (entry) => kindKey({ categoryKey: entry.categoryKey, userGroup: groupOf(entry, assets) }));
  const lastEntry = new Map(snapshot.ledger.flatMap((entry) => (entry.assetId === null ? [] : [[entry.assetId, entry.happenedOn] as const])));
  const kit = Map.groupBy(snapshot.assets, kindKey);
  const kinds = [...new Set([...kit.keys(), ...events.keys()])].map((key): LossRecord => {
    const [categoryKey, userGroup] = readKindKey(key);
    const service = (kit.get(key) ?? []).map((asset) => serviceMonths(asset, months, lastEntry.get(asset.id) ?? null));
    return recordOf(snapshot, { categoryKey, userGroup }, events.get(key) ?? [], months, service);
  });
  return { months, kinds };
}

/** One key for each kind of kit: a category and who uses it. */
export const kindKey = ({ categoryKey, userGroup }: Pick<Asset, 'categoryKey' | 'userGroup'>): string => `${categoryKey}/${userGroup ?? ''}`;
/** A key read back. */
export const readKindKey = (key: string): readonly [string, UserGroup | null] => {
  const [categoryKey = '', userGroup = ''] = key.split('/');
  return [categoryKey, userGroup === '' ? null : userGroup as UserGroup];
};

/** Who uses what an entry is about: as it says, else as its asset does. */
export const groupOf = (entry: LedgerEntry, assets: ReadonlyMap<number, Asset>): UserGroup | null =>
  entry.userGroup ?? (entry.assetId === null ? null : assets.get(entry.assetId)?.userGroup ?? null);

type Service = { readonly itemMonths: number; readonly undated: number };

/** The months of a row within the time recorded, times its items. */
function serviceMonths(asset: Asset, months: RecordedMonths, lastEntry: IsoDate | null): Service {
  const standing = standingOf(asset.status);
  const start = serviceDate(asset, months.until - 1);
  const left = known(asset.disposedOn) ?? (standing === 'in_service' ? null : lastEntry);
  if (standing === 'on_the_way' || (standing !== 'in_service' && left === null)) return { itemMonths: 0, undated: 0 };
  const from = Math.max(months.from, start === null ? months.from : monthOf(start));
  const until = Math.min(months.until, left === null ? months.until : monthOf(left));
  const counted = Math.max(0, until - from);
  return { itemMonths: counted * itemsOf(asset), undated: start === null && counted > 0 ? itemsOf(asset) : 0 };
}

/** To a tenth of a per cent: so few events do not carry hundredths. At most all of them. */
const rateOf = (items: number, itemMonths: number): BasisPoints => Math.min(10_000, divideHalfUp(items * 12 * 1_000, itemMonths) * 10);

function recordOf(
  snapshot: PlanSnapshot, kind: Pick<LossRecord, 'categoryKey' | 'userGroup'>, entries: readonly LedgerEntry[], months: RecordedMonths,
  service: readonly Service[],
): LossRecord {
  const losses = entries.filter(isLoss);
  const items = losses.reduce((sum, { quantity }) => sum + quantity, 0);
  const itemMonths = service.reduce((sum, each) => sum + each.itemMonths, 0);
  const pence = entries.reduce((sum, entry) => sum + (entry.pence ?? 0), 0);
  return {
    ...kind, events: losses.length, items, itemMonths,
    yearlyPence: divideHalfUp(pence * 12, months.until - months.from),
    unpriced: entries.filter((entry) => entry.pence === null).length,
    undated: service.reduce((sum, each) => sum + each.undated, 0),
    lossBp: losses.length < FEWEST_EVENTS || itemMonths === 0 ? null : rateOf(items, itemMonths),
    policyBp: policyFor({ id: -1, modelId: null, ...kind }, snapshot.policies)?.lossBp ?? 0,
  };
}
