import { coverEnds } from '../agreements/cover.ts';
import { monthOf } from '../calendar.ts';
import { itemsOf } from '../context.ts';
import { divideHalfUp } from '../money.ts';
import { placesOf } from '../places.ts';
import { known, makerEnd, serviceDate, standingOf } from '../refresh/due.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { compareNames } from '../words.ts';

/*
 * Equity of access: how many pupils share a device that they can really use.
 *
 * What counts. A desktop, laptop, Chromebook or tablet that pupils may use: for pupils, shared, or with no user group,
 * which the product calls "anybody". Of those one is usable while it is in use, on loan or passed down, and neither its
 * system nor its maker has ended support. A spare, one in stock or in repair does not help a pupil today. Staff devices
 * never count. A device belongs to the department, year group and site of its own row; one of the whole school counts
 * for the whole school alone, for nobody can say whose lesson it is in.
 *
 * Pupils are counts that the school types. Targets are the school's own, and there is no national figure to compare
 * with: none is published that could be relied on.
 */

const PUPIL_KINDS: ReadonlySet<string> = new Set(['desktop', 'laptop', 'chromebook', 'tablet']);
const HELPS_TODAY: ReadonlySet<Asset['status']> = new Set(['in_use', 'on_loan', 'cascaded']);

export type NotUsable = 'spare' | 'in_stock' | 'in_repair' | 'out_of_support';

/** Items of which something is so, is not so, or is not known. */
export type Share = { readonly yes: number; readonly no: number; readonly unknown: number };

export type AccessSubject = 'school' | 'department' | 'yearGroup' | 'site';

export type AccessGroup = {
  readonly subject: AccessSubject;
  /** Null for the whole school. */
  readonly id: number | null;
  readonly name: string;
  readonly pupils: number | null;
  /** Pupil devices that are there, usable or not, and those that are usable. */
  readonly devices: number;
  readonly usable: number;
  readonly usableIds: readonly number[];
  /** Why the others are not usable, the first reason of each. */
  readonly notUsable: readonly { readonly why: NotUsable; readonly quantity: number; readonly assetIds: readonly number[] }[];
  /** Usable devices with no user group: counted as anybody's. */
  readonly forAnybody: number;
  /** Pupils for each usable device, and for each device at all, in hundredths; null where pupils are not known or there is none. */
  readonly perUsable: number | null;
  readonly perDevice: number | null;
  /** The group's own target in hundredths, else the school's; null where there is none. */
  readonly target: number | null;
  readonly ownTarget: boolean;
  /** Usable devices that the target needs, and how many more than there are; null where it cannot be said. */
  readonly needed: number | null;
  readonly short: number | null;
  /** Of its pupil devices. */
  readonly inSupport: Share;
  readonly inCover: Share;
} & Ages;

export type Access = {
  readonly school: AccessGroup;
  /** Those with pupils first, by name. */
  readonly departments: readonly AccessGroup[];
  readonly yearGroups: readonly AccessGroup[];
  readonly sites: readonly AccessGroup[];
  /** Departments that teach pupils and have no usable device of their own: in no gap, and worse than any. */
  readonly withNone: readonly AccessGroup[];
  /** The departments farthest apart, with how many times as many pupils share a device, in hundredths. Null below two. */
  readonly gap: { readonly most: AccessGroup; readonly least: AccessGroup; readonly times: number } | null;
  readonly estate: Estate;
};

/** The whole estate, staff kit and everything else included. */
export type Estate = { readonly quantity: number; readonly inSupport: Share; readonly inCover: Share };

/** Some kinds of kit together. */
export type EstateGroup = Estate & Ages & { readonly group: string; readonly categoryKeys: readonly string[] };

type Ages = {
  /** Mean age of those with a date, in months; null where none has one. */
  readonly meanAgeMonths: number | null;
  readonly withoutDate: number;
};

type Facts = { readonly asset: Asset; readonly items: number; readonly why: NotUsable | null; readonly supportEnd: IsoDate | null; readonly coverEnd: IsoDate | null };

/** Everything that is there, with what is known of it. */
function kitHere(snapshot: PlanSnapshot, asOf: IsoDate): readonly Facts[] {
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const coverEndOf = coverEnds(snapshot, asOf);
  return snapshot.assets.filter(({ status }) => standingOf(status) === 'in_service').map((asset) => factsOf(asset, models, coverEndOf(asset), asOf));
}

/** The whole estate, and each group of kinds of it that `groupOf` names, most items first. */
export function estateBy(snapshot: PlanSnapshot, asOf: IsoDate, groupOf: (categoryKey: string) => string): { readonly all: Estate & Ages; readonly groups: readonly EstateGroup[] } {
  const here = kitHere(snapshot, asOf);
  const groups = [...Map.groupBy(here, ({ asset }) => groupOf(asset.categoryKey))].map(([group, facts]): EstateGroup => ({
    group, categoryKeys: [...new Set(facts.map(({ asset }) => asset.categoryKey))], ...estateOf(facts, asOf), ...agesOf(facts, asOf),
  }));
  return { all: { ...estateOf(here, asOf), ...agesOf(here, asOf) }, groups: groups.sort((a, b) => b.quantity - a.quantity || compareNames(a.group, b.group)) };
}

export function accessOf(snapshot: PlanSnapshot, asOf: IsoDate): Access {
  const here = kitHere(snapshot, asOf);
  const pupil = here.filter(({ asset }) => PUPIL_KINDS.has(asset.categoryKey) && asset.userGroup !== 'staff');
  const { school } = snapshot;
  const group = (subject: AccessSubject, of: Named, facts: readonly Facts[]): AccessGroup => groupOf(subject, of, facts, school.accessTarget, asOf);
  const places = placesOf(snapshot.locations);
  const by = (pick: (asset: Asset) => number | null): ReadonlyMap<number | null, readonly Facts[]> => Map.groupBy(pupil, ({ asset }) => pick(asset));
  const [ofDepartment, ofYear, ofSite] = [
    by(({ departmentId }) => departmentId), by(({ yearGroupId }) => yearGroupId), by(({ locationId }) => (locationId === null ? null : places.siteOf(locationId)?.id ?? null)),
  ];
  const departments = snapshot.departments.map((each) => group('department', each, ofDepartment.get(each.id) ?? []))
    .sort((a, b) => Number(a.pupils === null) - Number(b.pupils === null) || compareNames(a.name, b.name));
  return {
    school: group('school', { id: null, name: 'Whole school', pupils: school.pupils, accessTarget: null }, pupil),
    departments,
    withNone: departments.filter(({ pupils, usable }) => (pupils ?? 0) > 0 && usable === 0),
    yearGroups: snapshot.yearGroups.map((each) => group('yearGroup', each, ofYear.get(each.id) ?? [])),
    sites: snapshot.locations.filter(({ kind }) => kind === 'site').map((each) => group('site', each, ofSite.get(each.id) ?? [])),
    gap: gapOf(departments),
    estate: estateOf(here, asOf),
  };
}

const estateOf = (facts: readonly Facts[], asOf: IsoDate): Estate => ({
  quantity: total(facts), inSupport: shareOf(facts, asOf, ({ supportEnd }) => supportEnd), inCover: shareOf(facts, asOf, ({ coverEnd }) => coverEnd),
});

function agesOf(facts: readonly Facts[], asOf: IsoDate): Ages {
  const dated = facts.flatMap(({ asset, items }) => {
    const since = serviceDate(asset, monthOf(asOf));
    return since === null ? [] : [{ items, months: Math.max(0, monthOf(asOf) - monthOf(since)) }];
  });
  const datedItems = dated.reduce((sum, { items }) => sum + items, 0);
  return {
    meanAgeMonths: datedItems === 0 ? null : divideHalfUp(dated.reduce((sum, { items, months }) => sum + items * months, 0), datedItems),
    withoutDate: total(facts) - datedItems,
  };
}

const total = (facts: readonly Facts[]): number => facts.reduce((sum, { items }) => sum + items, 0);

/** The first end of support that a device has: of its system or of its maker. */
export function supportEndOf(asset: Asset, model: AssetModel | undefined): IsoDate | null {
  const ends = [known(asset.osEnd), makerEnd(asset, model ?? null)].filter((end) => end !== null).sort();
  return ends[0] ?? null;
}

function factsOf(asset: Asset, models: ReadonlyMap<number, AssetModel>, coverEnd: IsoDate | null, asOf: IsoDate): Facts {
  const supportEnd = supportEndOf(asset, models.get(asset.modelId ?? 0));
  return { asset, items: itemsOf(asset), supportEnd, coverEnd, why: whyNot(asset, supportEnd, asOf) };
}

function whyNot({ status }: Asset, supportEnd: IsoDate | null, asOf: IsoDate): NotUsable | null {
  if (!HELPS_TODAY.has(status)) return status === 'spare' ? 'spare' : status === 'in_repair' ? 'in_repair' : 'in_stock';
  return supportEnd !== null && supportEnd < asOf ? 'out_of_support' : null;
}

const shareOf = (facts: readonly Facts[], asOf: IsoDate, endOf: (fact: Facts) => IsoDate | null): Share => {
  let [yes, no, unknown] = [0, 0, 0];
  for (const fact of facts) {
    const end = endOf(fact);
    if (end === null) unknown += fact.items;
    else if (end < asOf) no += fact.items;
    else yes += fact.items;
  }
  return { yes, no, unknown };
};

type Named = { readonly id: number | null; readonly name: string; readonly pupils: number | null; readonly accessTarget: number | null };

const perDevice = (pupils: number | null, devices: number): number | null =>
  (pupils === null || devices === 0 ? null : divideHalfUp(pupils * 100, devices));

const REASONS: readonly NotUsable[] = ['out_of_support', 'in_repair', 'spare', 'in_stock'];

function groupOf(subject: AccessSubject, { id, name, pupils, accessTarget }: Named, facts: readonly Facts[], usual: number | null, asOf: IsoDate): AccessGroup {
  const usableFacts = facts.filter(({ why }) => why === null);
  const usable = total(usableFacts);
  const target = accessTarget ?? usual;
  const needed = target === null || pupils === null ? null : Math.ceil((pupils * 100) / target);
  return {
    subject, id, name, pupils, devices: total(facts), usable, usableIds: usableFacts.map(({ asset }) => asset.id),
    notUsable: REASONS.flatMap((why) => {
      const those = facts.filter((fact) => fact.why === why);
      return those.length === 0 ? [] : [{ why, quantity: total(those), assetIds: those.map(({ asset }) => asset.id) }];
    }),
    forAnybody: total(usableFacts.filter(({ asset }) => asset.userGroup === null)),
    perUsable: perDevice(pupils, usable), perDevice: perDevice(pupils, total(facts)),
    target, ownTarget: accessTarget !== null,
    needed, short: needed === null ? null : Math.max(0, needed - usable),
    inSupport: shareOf(facts, asOf, ({ supportEnd }) => supportEnd), inCover: shareOf(facts, asOf, ({ coverEnd }) => coverEnd), ...agesOf(facts, asOf),
  };
}

function gapOf(departments: readonly AccessGroup[]): Access['gap'] {
  const known = departments.filter(({ perUsable, pupils }) => perUsable !== null && (pupils ?? 0) > 0)
    .toSorted((a, b) => (b.perUsable ?? 0) - (a.perUsable ?? 0) || (a.name < b.name ? -1 : 1));
  const [most, least] = [known[0], known.at(-1)];
  if (most === undefined || least === undefined || known.length < 2) return null;
  // Of the exact figures: pupils × the other's devices, so that two roundings do not add up.
  const times = divideHalfUp(100 * (most.pupils ?? 0) * least.usable, (least.pupils ?? 0) * most.usable);
  return { most, least, times };
}

/** Why a device, or several, do not count. */
export const NOT_USABLE_WORDS: Readonly<Record<NotUsable, readonly [one: string, several: string]>> = {
  out_of_support: ['past its end of support', 'past their end of support'], in_repair: ['in repair', 'in repair'],
  spare: ['a spare', 'spares'], in_stock: ['in stock', 'in stock'],
};
