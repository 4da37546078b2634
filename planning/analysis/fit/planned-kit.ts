import { lastDayOfMonth } from '../../calendar.ts';
import { planContext, type ForecastOptions, type PlanContext } from '../../context.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, MonthIndex } from '../../vocabulary.ts';
import { broughtBy, withBrought } from './brought.ts';
import type { Spec } from './spec.ts';
import { stretchIn, tracksOf, type Origin, type Track } from './tracks.ts';

/** Equal kit that stands in one place in some month, however many rows of the register it is. */
export type KitGroup = {
  readonly spec: Spec;
  readonly origin: Origin;
  readonly broughtBy: string | null;
  /** The months in which the first and the last of it came; null for what is there today. */
  readonly since: { readonly first: MonthIndex; readonly last: MonthIndex } | null;
  readonly items: number;
  /** The rows of the register that it is, or takes the place of. */
  readonly assetIds: readonly number[];
};

/** Kit of one department in one place, as the plan has it. */
type Standing = { readonly locationId: number | null; readonly departmentId: number | null; readonly tracks: readonly Track[] };

/** What the plan makes of the school's kit: read once, asked for every title and need. */
export type PlannedKit = {
  readonly context: PlanContext;
  readonly standings: readonly Standing[];
  /** Every computer of some standings in a month, equal ones together. */
  readonly groupsIn: (standing: Standing, month: MonthIndex) => readonly KitGroup[];
};

/**
 * The kit of each place through the plan's years: what is there today, its upgrades, what replaces it, what is on order,
 * what leaves, and what needs bring that count in the figures.
 * @param chosen a need whose option is tried in place of the one that counts
 */
export function plannedKit(
  snapshot: PlanSnapshot, options: ForecastOptions, chosen: { readonly needId: number; readonly optionId: number | null } | null = null,
): PlannedKit {
  const context = planContext(snapshot, options);
  const tracks = oneOfEach(withBrought(context, snapshot.assets.flatMap((asset) => tracksOf(context, asset)), broughtBy(context, chosen)));
  const standings = [...Map.groupBy(tracks, ({ locationId, departmentId }) => `${locationId}/${departmentId}`).values()].map((together): Standing => ({
    locationId: together[0]?.locationId ?? null, departmentId: together[0]?.departmentId ?? null, tracks: together,
  }));
  const known = new Map<Standing, Map<MonthIndex, readonly KitGroup[]>>();
  return {
    context, standings,
    groupsIn: (standing, month) => {
      let months = known.get(standing);
      if (months === undefined) known.set(standing, months = new Map<MonthIndex, readonly KitGroup[]>());
      let groups = months.get(month);
      if (groups === undefined) months.set(month, groups = groupsOf(standing.tracks, month));
      return groups;
    },
  };
}

function groupsOf(tracks: readonly Track[], month: MonthIndex): readonly KitGroup[] {
  const found = tracks.flatMap((track): KitGroup[] => {
    const there = stretchIn(track, month);
    if (there === null) return [];
    const { spec, origin, broughtBy: need, from } = there;
    const since = from === -Infinity ? null : { first: from, last: from };
    return [{ spec, origin, broughtBy: need, since, items: track.items, assetIds: track.assetId === null ? [] : [track.assetId] }];
  });
  return alikeTogether(found);
}

/** Groups of equal kit that came in the same way as one. */
export function alikeTogether<Group extends KitGroup>(groups: readonly Group[]): readonly Group[] {
  const numbers = new Map<Spec, number>();
  const numberOf = (spec: Spec): number => numbers.get(spec) ?? numbers.set(spec, numbers.size).size - 1;
  return [...Map.groupBy(groups, ({ spec, origin, broughtBy: need, since }) => `${numberOf(spec)} ${origin} ${need} ${since === null}`).values()].flatMap((alike): Group[] => {
    const [first] = alike;
    if (first === undefined || alike.length === 1) return alike;
    const months = alike.flatMap(({ since }) => (since === null ? [] : [since.first, since.last]));
    return [{
      ...first, items: alike.reduce((sum, { items }) => sum + items, 0), assetIds: [...new Set(alike.flatMap(({ assetIds }) => assetIds))],
      since: months.length === 0 ? null : { first: Math.min(...months), last: Math.max(...months) },
    }];
  });
}

/** The same tracks with equal computers as one object: what is found of one of them then holds for all. */
function oneOfEach(tracks: readonly Track[]): readonly Track[] {
  const known = new Map<string, Spec>();
  const seen = new Map<Spec, Spec>();
  const only = (spec: Spec): Spec => {
    let one = seen.get(spec);
    if (one === undefined) {
      const key = JSON.stringify(spec);
      one = known.get(key) ?? spec;
      known.set(key, one);
      seen.set(spec, one);
    }
    return one;
  };
  return tracks.map((track) => ({ ...track, stretches: track.stretches.map((each) => ({ ...each, spec: only(each.spec) })) }));
}

/** When in a year kit is looked at: on its last day, when all that the plan buys in the year has come. */
export const lookedAt = (context: PlanContext, yearIndex: number): { readonly month: MonthIndex; readonly day: IsoDate } => {
  const month = (context.years[yearIndex]?.firstMonth ?? context.firstMonth) + 11;
  return { month, day: lastDayOfMonth(month) };
};

/** Today, before anything that the plan does from now on. */
export const lookedAtToday = ({ asOf, asOfMonth }: PlanContext): { readonly month: MonthIndex; readonly day: IsoDate } => ({ month: asOfMonth - 1, day: asOf });
