import { useDeferredValue, useMemo } from 'react';
import type { Forecast } from '../../planning/result.ts';
import { likelyRange, type LikelyRange } from '../../planning/range/bands.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { usePlan } from '../lib/plan.tsx';

/** One range for each forecast: the chart, its ledger and its tip ask for the same. */
const ranges = new WeakMap<Forecast, LikelyRange>();

function rangeOf(snapshot: PlanSnapshot, forecast: Forecast): LikelyRange {
  let range = ranges.get(forecast);
  if (range === undefined) ranges.set(forecast, range = likelyRange(snapshot, forecast));
  return range;
}

/** The likely range of the plan on screen, what-if and all. It follows a slider a moment later, so that it never holds one up. */
export function useLikelyRange(): LikelyRange {
  const { snapshot, forecast } = usePlan();
  const asked = useMemo(() => ({ snapshot, forecast }), [snapshot, forecast]);
  const calm = useDeferredValue(asked);
  return useMemo(() => rangeOf(calm.snapshot, calm.forecast), [calm]);
}
