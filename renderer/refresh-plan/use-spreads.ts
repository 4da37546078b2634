import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { openingOf, smoothingOf, type Smoothing, type Spread } from '../../planning/smoothing.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { SpreadLine } from '../chart/spread-lines.tsx';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';

type Spreads = {
  readonly chosen: ReadonlySet<Spread>;
  readonly setChosen: (chosen: ReadonlySet<Spread>) => void;
  /** What the reserve holds before the first year. */
  readonly opening: Pence;
  /** Keeps it as the plan's reserve; null where the plan cannot be changed. */
  readonly keepOpening: ((pence: Pence) => void) | null;
  readonly smoothing: Smoothing | null;
  readonly lines: readonly SpreadLine[];
};

/**
 * Which ways of paying are shown beside the plan as due, and what they come to; nothing is worked out while none is. At
 * first it is the way that the school has chosen for its reserve; a fund begins with what the reserve holds.
 */
export function useSpreads(): Spreads {
  const { snapshot, forecast, editable } = usePlan();
  const run = useCommand();
  const { reserve } = snapshot.finance;
  const [ticked, setChosen] = useState<ReadonlySet<Spread> | null>(null);
  const own = reserve?.spread ?? null;
  const chosen = useMemo((): ReadonlySet<Spread> => ticked ?? new Set(own === null ? [] : [own]), [ticked, own]);
  const calm = useDeferredValue(useMemo(() => ({ snapshot, forecast }), [snapshot, forecast]));
  const opening = openingOf(snapshot, forecast);
  const smoothing = useMemo(() => (chosen.size === 0 ? null : smoothingOf(calm.snapshot, calm.forecast, openingOf(calm.snapshot, calm.forecast))), [chosen, calm]);
  const lines = useMemo(() => (smoothing === null ? [] : [...chosen].map((spread): SpreadLine =>
    ({ spread, years: spread === 'level' ? smoothing.levelPence : smoothing.sinkingFundPence }))), [chosen, smoothing]);
  const firstYear = forecast.years[0]?.year ?? 0;
  const keepOpening = useCallback((openingPence: Pence): void => {
    const { floorPence = 0, spread = null } = reserve ?? {};
    void run('reserve.set', { openingPence, openingYear: firstYear, floorPence, spread });
  }, [run, reserve, firstYear]);
  return { chosen, setChosen, opening, keepOpening: editable ? keepOpening : null, smoothing, lines };
}
