import { knownMonth } from '../../calendar.ts';
import type { PlanContext } from '../../context.ts';
import { needDay } from '../../needs.ts';
import { placesOf } from '../../places.ts';
import type { MonthIndex } from '../../vocabulary.ts';
import { isAgreed, pilotEnd, plannedCost, standingDecision } from '../planned.ts';
import type { Need, NeedOption, OptionCost } from '../need-facts.ts';
import { specOfNew, withMemory, withStorage } from './spec.ts';
import { splitAt, stretchIn, type Stretch, type Track } from './tracks.ts';

/** One cost of an option that is about kit, with whose it is. */
export type Brought = { readonly need: Need; readonly option: NeedOption; readonly cost: OptionCost };

type Chosen = { readonly needId: number; readonly optionId: number | null };

/**
 * What options of needs bring to the kit under the plan: of each need the option that counts in the figures, or, of the one
 * that is looked at, the option chosen. A need without lines of its own (its upgrade is in the plan already) counts once agreed.
 * What a pilot has not bought when it ends never comes.
 * @param chosen the need whose options are tried, and the option; of a null option that need brings nothing
 */
export function broughtBy(context: PlanContext, chosen: Chosen | null): readonly Brought[] {
  const { snapshot } = context;
  const { needs, decisions } = snapshot.analysis;
  const counted = new Set(snapshot.needs.filter(({ included }) => included).map(({ costId }) => costId));
  const lines = new Set(snapshot.needs.map(({ id }) => id));
  return needs.flatMap((need): Brought[] => {
    const decision = standingDecision(decisions, need.id);
    const option = need.options.find(({ id, costs }) => {
      if (chosen?.needId === need.id) return id === chosen.optionId;
      return costs.some((cost) => counted.has(cost.id)) || (!lines.has(need.id) && isAgreed(decision) && decision?.optionId === id);
    });
    if (option === undefined) return [];
    const until = pilotEnd(decision, option.id);
    const comes = (cost: OptionCost): boolean => cost.standing === 'in_plan' || needDay(context, plannedCost(need, cost, true, until)) !== null;
    return option.costs.filter((cost) => isAboutKit(cost) && comes(cost)).map((cost) => ({ need, option, cost }));
  }).toSorted((a, b) => (a.cost.on < b.cost.on ? -1 : a.cost.on > b.cost.on ? 1 : a.cost.id - b.cost.id));
}

const isUpgrade = ({ memoryGb, storageGb }: OptionCost): boolean => memoryGb !== null || storageGb !== null;

/** Kit of a model, or more fitted to what stands somewhere. What is refreshed anyway is in the plan as it is. */
const isAboutKit = (cost: OptionCost): boolean =>
  cost.part === 'kit' && (isUpgrade(cost) || (cost.modelId !== null && cost.standing !== 'in_plan'));

/**
 * The kit with what options bring to it, in the order of their days. A cost that says how much memory or storage there is
 * then is an upgrade of the computers it is about (of its model, in its place, of its people); any other brings kit of its
 * model from that day in the place of kit of that kind there, what was to be replaced first first, and adds what there are
 * more of. A cost that names neither a place nor, for an upgrade, a model brings nothing that can be placed.
 */
export const withBrought = (context: PlanContext, tracks: readonly Track[], brought: readonly Brought[]): readonly Track[] =>
  brought.reduce((so, each) => {
    const month = Math.max(knownMonth(each.cost.on) ?? context.asOfMonth, context.asOfMonth);
    return isUpgrade(each.cost) && (each.cost.modelId === null || !isNewThere(context, so, each.cost, month))
      ? upgraded(context, so, each, month) : replaced(context, so, each, month);
  }, tracks);

function isMeant(context: PlanContext, { locationId, userGroup }: OptionCost): (track: Track) => boolean {
  const within = locationId === null ? null : placesOf(context.snapshot.locations).descendantsOf(locationId);
  return (track) => (within === null || (track.locationId !== null && within.has(track.locationId))) && (userGroup === null || track.userGroup === userGroup);
}

/** Whether none of its model stands there yet: then the kit itself comes, as large as the cost says. */
const isNewThere = (context: PlanContext, tracks: readonly Track[], cost: OptionCost, month: MonthIndex): boolean =>
  cost.locationId !== null && !tracks.filter(isMeant(context, cost)).some((track) => stretchIn(track, month)?.spec.modelId === cost.modelId);

const COMPUTERS: readonly string[] = ['desktop', 'laptop', 'server', 'tablet', 'chromebook'];

function upgraded(context: PlanContext, tracks: readonly Track[], { need, cost, option }: Brought, month: MonthIndex): readonly Track[] {
  if (cost.locationId === null && cost.modelId === null) return tracks;
  const meant = isMeant(context, cost);
  const kinds = COMPUTERS.includes(cost.categoryKey) ? [cost.categoryKey] : COMPUTERS;
  const fits = (track: Track): boolean => {
    const spec = meant(track) ? stretchIn(track, month)?.spec : undefined;
    return spec !== undefined && kinds.includes(spec.categoryKey) && (cost.modelId === null || spec.modelId === cost.modelId);
  };
  const larger = (rest: Stretch): Stretch => ({
    ...rest, spec: withStorage(cost.memoryGb === null ? rest.spec : withMemory(rest.spec, cost.memoryGb), cost.storageGb), origin: 'upgrade', broughtBy: nameOf(need, option),
  });
  return taking(tracks, fits, cost.quantity, (track) => {
    const same = sameKit(track, month);
    return { ...track, stretches: track.stretches.flatMap((each) => (same.has(each) ? splitAt(each, month, larger) : [each])) };
  }).tracks;
}

/** What the computers of a month are until others take their place: as they are, and with what their policy fits later. */
function sameKit(track: Track, month: MonthIndex): ReadonlySet<Stretch> {
  const first = track.stretches.findIndex(({ from, until }) => from <= month && month < until);
  const next = track.stretches.findIndex(({ origin }, at) => at > first && origin !== 'upgrade');
  return new Set(first < 0 ? [] : track.stretches.slice(first, next < 0 ? undefined : next));
}

const nameOf = (need: Need, option: NeedOption): string => `${need.name}, “${option.name}”`;

function replaced(context: PlanContext, tracks: readonly Track[], { need, cost, option }: Brought, month: MonthIndex): readonly Track[] {
  const model = context.model(cost.modelId);
  if (model === null || !Number.isInteger(cost.quantity) || cost.quantity < 1) return tracks;
  const meant = isMeant(context, cost);
  const fits = (track: Track): boolean => cost.locationId !== null && meant(track) && stretchIn(track, month)?.spec.categoryKey === model.categoryKey;
  const comes = (before: Stretch | null): Stretch => {
    const spec = specOfNew(context, model, model.categoryKey, before?.spec ?? null);
    return {
      from: month, until: Infinity, origin: 'need', broughtBy: nameOf(need, option),
      spec: withStorage(cost.memoryGb === null ? spec : withMemory(spec, cost.memoryGb), cost.storageGb),
    };
  };
  const until = (track: Track): number => stretchIn(track, month)?.until ?? Infinity;
  const { tracks: changed, left } = taking(tracks, fits, cost.quantity, (track) => ({
    ...track, stretches: [...track.stretches.flatMap((each) => (each.until <= month ? [each] : each.from < month ? [{ ...each, until: month }] : [])), comes(stretchIn(track, month))],
  }), (a, b) => until(a) - until(b) || 0);
  if (left === 0) return changed;
  const added: Track = { assetId: null, locationId: cost.locationId, departmentId: need.departmentId, userGroup: cost.userGroup, items: left, stretches: [comes(null)] };
  return [...changed, added];
}

/**
 * So many items of the tracks that fit, changed, those that come first by `order` before others; a track of more items than
 * are left to change becomes two. The tracks stay in their own order, so that what one need brings never moves what another fits
 * to other computers.
 */
function taking(
  tracks: readonly Track[], fits: (track: Track) => boolean, quantity: number, change: (track: Track) => Track, order: (a: Track, b: Track) => number = () => 0,
): { readonly tracks: readonly Track[]; readonly left: number } {
  const taken = new Map<Track, number>();
  let left = Math.max(0, quantity);
  for (const track of tracks.filter(fits).sort(order)) {
    const items = Math.min(left, track.items);
    taken.set(track, items);
    left -= items;
  }
  const changed = tracks.flatMap((track): readonly Track[] => {
    const items = taken.get(track) ?? 0;
    if (items === 0) return [track];
    return [change({ ...track, items }), ...(items === track.items ? [] : [{ ...track, items: track.items - items }])];
  });
  return { tracks: changed, left };
}
