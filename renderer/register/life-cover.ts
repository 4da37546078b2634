import { formatPounds } from '../../planning/money.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { LifeSpan } from './life-line.ts';

/** A stretch of hardware cover: a warranty that came with the purchase, an extension, or a contract over it. */
export type CoverPeriod = {
  readonly kind: 'standard' | 'extension' | 'contract';
  /** The contract's name; "Warranty" or "Extended warranty" otherwise. */
  readonly name: string;
  readonly from: IsoDate | null;
  /** Null where a contract has no end. */
  readonly to: IsoDate | null;
  readonly detail: string | null;
};

/** Every period of an asset's cover, the earliest end first; what has no end comes last. */
export function coverOf({ warranties, contracts }: PlanSnapshot, asset: Asset): readonly CoverPeriod[] {
  const own = warranties.filter(({ assetId }) => assetId === asset.id).map(({ kind, startsOn, endsOn, costPence }): CoverPeriod => ({
    kind, name: kind === 'extension' ? 'Extended warranty' : 'Warranty', from: startsOn, to: endsOn,
    detail: costPence === null || costPence === 0 ? null : `${formatPounds(costPence)} each`,
  }));
  const covering = contracts.filter(({ coversHardware, assetIds }) => coversHardware && assetIds.includes(asset.id))
    .map(({ name, start, end }): CoverPeriod => ({ kind: 'contract', name, from: start, to: end, detail: null }));
  const { coverEnd } = asset;
  // The end of cover is the plan's word; periods that a what-if or a file does not tell of are drawn up to it.
  const told = [...own, ...covering].filter(({ to }) => to === null || (coverEnd !== null && to <= coverEnd));
  const known = coverEnd === null || told.some(({ to }) => to === coverEnd) ? told : [...told, { kind: 'standard', name: 'Warranty', from: null, to: coverEnd, detail: null } as const];
  return known.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
}

const LAST_DAY: IsoDate = '9999-12-31';
const endOf = ({ to }: CoverPeriod): IsoDate => to ?? LAST_DAY;

/**
 * The time in use in stretches of cover and none, up to `end` (null is the end of the drawing). A period without a
 * first day covers from the start: people write down when a warranty ends. With no period at all nothing is known.
 */
export function coverSpans(periods: readonly CoverPeriod[], start: IsoDate, end: IsoDate | null): readonly LifeSpan[] {
  const last = end ?? LAST_DAY;
  const shown = (date: IsoDate): IsoDate | null => (date === LAST_DAY ? null : date);
  const within = periods.filter((period) => endOf(period) > start && (period.from ?? start) < last);
  if (within.length === 0) return [{ kind: periods.length === 0 ? 'unknown' : 'uncovered', from: start, to: end }];
  const spans: LifeSpan[] = [];
  let at = start;
  for (const period of within.toSorted((a, b) => ((a.from ?? start) < (b.from ?? start) ? -1 : 1))) {
    const from = period.from === null || period.from < start ? start : period.from;
    const to = endOf(period) < last ? endOf(period) : last;
    if (to <= at) continue;
    if (from > at) spans.push({ kind: 'uncovered', from: at, to: from });
    const covered = from > at ? from : at;
    const before = spans.at(-1);
    if (before?.kind === 'covered' && before.to === covered) spans.splice(-1, 1, { ...before, to: shown(to) });
    else spans.push({ kind: 'covered', from: covered, to: shown(to) });
    at = to;
  }
  return at < last ? [...spans, { kind: 'uncovered', from: at, to: end }] : spans;
}
