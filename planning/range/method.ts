import { formatCount, formatRate } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { policyFor } from '../policies.ts';
import { FEWEST_EVENTS, ownRecord, readKindKey, recordedMonths, recordTogether } from '../upkeep/record.ts';
import type { BasisPoints, IsoDate } from '../vocabulary.ts';
import { compareNames, inWords } from '../words.ts';
import { failuresTo, type Ageing } from './ageing.ts';
import type { LikelyRange } from './bands.ts';
import { kindKeys } from './own-failures.ts';
import { kindName } from './words.ts';

/** How a likely range is worked out, in plain words, with what is taken for granted. */
export const methodParagraphs = (priceSdBp: BasisPoints): readonly string[] => [
  'Eight times out of ten a year should come out within its range: one time in ten it costs less, one time in ten more. The plan itself is kept to: what it buys is bought when it says.',
  `Prices move it first. From the day a price is of, it is taken to wander by about ${formatRate(priceSdBp)} a year, as likely up as down, and all prices together. That is a usual figure, not the school’s own. What is spent, ordered at a price, or paid under an agreement with a rise of its own stays where it is.`,
  `Then losses and breakages. What is lost or broken is bought again at that year’s price, and what takes its place may break too. Where a kind of kit has ${inWords(FEWEST_EVENTS)} entries or more in the record, how often it fails at each age is worked out from them, whatever its policy counts with: kit that was there before the record began counts from that day on, kit still in use up to now, and beyond the oldest age seen the rate stays where it was. Where there are fewer, the policy’s rate is used at every age.`,
  'Each item is taken to fail by itself, and prices to have nothing to do with it. So a theft, a flood or a bad batch is not in the range; nor is a change of plan, nor that a rate from a few entries may itself be off.',
];

/** What the range counts with for one kind of kit, and what that rests on. */
export type RateRow = {
  readonly kind: string;
  readonly name: string;
  readonly events: number;
  /** Whole years that items were watched for, all together. */
  readonly itemYears: number;
  readonly basis: 'own_ages' | 'own_rate' | 'policy' | 'none';
  /** `1.2% in its first year, 5.4% in its fourth`. */
  readonly rate: string;
  /** `Fitted on 22 events, 518 item-years`. */
  readonly rests: string;
};

/** Every kind with a rate or something lost or broken, with the number of events behind what is counted with. */
export function rateRows(snapshot: PlanSnapshot, asOf: IsoDate, range: LikelyRange): RateRow[] {
  const kinds = Map.groupBy(ownRecord(snapshot, asOf).kinds, kindKeys(snapshot));
  const atRisk = range.years.flatMap(({ kinds: each }) => each.map(({ kind }) => kind));
  return [...new Set([...kinds.keys(), ...atRisk])].map((kind) => rowOf(snapshot, kind, recordTogether(kinds.get(kind) ?? []), range))
    .filter(({ events, basis }) => events > 0 || basis !== 'none')
    .toSorted((a, b) => b.events - a.events || compareNames(a.name, b.name));
}

function rowOf(snapshot: PlanSnapshot, kind: string, record: ReturnType<typeof recordTogether>, range: LikelyRange): RateRow {
  const own = range.own.get(kind);
  const { events } = record;
  const itemYears = Math.round(record.itemMonths / 12);
  const row = { kind, name: kindName(snapshot, kind), events, itemYears };
  const seen = `${formatCount(events)} ${events === 1 ? 'event' : 'events'}, ${formatCount(itemYears)} item-year${itemYears === 1 ? '' : 's'}`;
  if (own !== undefined) {
    return own.ageing === null
      ? { ...row, basis: 'own_rate', rate: `${aYear(12 * own.perMonth)} a year at every age`, rests: `${seen}: how age matters cannot be told from them` }
      : { ...row, basis: 'own_ages', rate: byAge(own.ageing), rests: `Fitted on ${seen}` };
  }
  const [categoryKey, userGroup] = readKindKey(kind);
  const lossBp = policyFor({ id: -1, modelId: null, categoryKey, userGroup }, snapshot.policies)?.lossBp ?? 0;
  const few = events === 0 ? 'No events' : `Too few events (${formatCount(events)})`;
  return lossBp > 0
    ? { ...row, basis: 'policy', rate: `${formatRate(lossBp)} a year at every age`, rests: `${few}: the policy’s rate is used` }
    : { ...row, basis: 'none', rate: 'none', rests: `${few}, and the policy counts with no losses` };
}

/** A rate to a tenth of a per cent, and at least that where there is one. */
const aYear = (failures: number): string => formatRate(Math.max(failures > 0 ? 10 : 0, Math.round(failures * 1_000) * 10));

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

/** Failures in the first year of an item's life and in the last whole year that the record has seen, the tenth at most. */
function byAge(ageing: Ageing): string {
  const inYear = (year: number): string => aYear(failuresTo(ageing, 12 * year) - failuresTo(ageing, 12 * (year - 1)));
  const last = Math.min(ORDINALS.length, Math.floor(ageing.oldest / 12));
  const first = `${inYear(1)} in its first year`;
  return last < 2 ? first : `${first}, ${inYear(last)} in its ${ORDINALS[last - 1] ?? ''}`;
}

/** What to know before the range is read where losses are in no year of it; null where they are in one. */
export function noLossesNote(snapshot: PlanSnapshot, asOf: IsoDate, range: LikelyRange): string | null {
  if (range.years.some(({ kinds }) => kinds.length > 0)) return null;
  const record = recordedMonths(snapshot.ledger, asOf) === null ? 'nothing lost or broken is written down' : `no kind of kit has ${inWords(FEWEST_EVENTS)} losses or breakages written down`;
  return `Only prices are in this range: no policy counts with losses, and ${record}.`;
}
