import { useEffect, useMemo, useState } from 'react';
import type { ForecastOptions } from '../../planning/context.ts';
import { follow, start, type Running } from '../../planning/kernel/incremental.ts';
import { kernelTotals } from '../../planning/kernel/totals.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlainTotals } from '../../planning/totals.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { applyChanges } from '../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';

/** A register of more rows than this takes longer than a frame to be worked out line by line. */
const MOST_ROWS_AT_ONCE = 1_500;
/** How long a slider rests before the lines follow it. */
const REST = 150;

/** Whether a plan is so large that its lines wait for a slider to rest. */
export const isLarge = ({ assets }: PlanSnapshot): boolean => assets.length > MOST_ROWS_AT_ONCE;

/** The value once it has stayed the same for a moment; at once where nothing has to wait, or nothing is tried out. */
export function useRested(value: readonly PlanChange[], waits: boolean): readonly PlanChange[] {
  const [rested, setRested] = useState(value);
  const atOnce = !waits || value.length === 0;
  if (atOnce && rested !== value) setRested(value);
  useEffect(() => {
    if (atOnce) return undefined;
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value, atOnce]);
  return atOnce ? value : rested;
}

type Follower = (snapshot: PlanSnapshot, options: ForecastOptions) => PlainTotals;

/** Totals alone, from numbers that are kept in step with the plan: what one step of a slider changes is little. */
function newFollower(): Follower {
  let running: Running | null = null;
  return (snapshot, options) => {
    running = running !== null && running.compiled.options === options ? follow(running, snapshot) : start(snapshot, options);
    return kernelTotals(running.compiled, running.cells);
  };
}

/** The totals with the what-if, before the lines have followed: those of the forecast wherever they have. */
export function useTotalsAtOnce(
  saved: PlanSnapshot, options: ForecastOptions, whatIf: readonly PlanChange[], rested: readonly PlanChange[], forecast: Forecast,
): PlainTotals {
  const [follower] = useState(newFollower);
  const large = isLarge(saved);
  useEffect(() => {
    if (!large) return undefined;
    // Read once before anybody reaches for a slider.
    const timer = setTimeout(() => follower(saved, options), REST);
    return () => clearTimeout(timer);
  }, [large, follower, saved, options]);
  return useMemo(
    () => (whatIf === rested ? forecast.totals : follower(applyChanges(saved, whatIf), options)),
    [follower, saved, options, whatIf, rested, forecast],
  );
}
