import { useDeferredValue, useMemo, useState } from 'react';
import { smoothingOf, type Smoothing, type Spread } from '../../planning/smoothing.ts';
import type { SpreadLine } from '../chart/spread-lines.tsx';
import { usePlan } from '../lib/plan.tsx';

/** Which ways of paying are shown beside the plan as due, and what they come to; nothing is worked out while none is. */
export function useSpreads(): {
  readonly chosen: ReadonlySet<Spread>;
  readonly setChosen: (chosen: ReadonlySet<Spread>) => void;
  readonly smoothing: Smoothing | null;
  readonly lines: readonly SpreadLine[];
} {
  const { snapshot, forecast } = usePlan();
  const [chosen, setChosen] = useState<ReadonlySet<Spread>>(new Set());
  const calm = useDeferredValue(useMemo(() => ({ snapshot, forecast }), [snapshot, forecast]));
  const smoothing = useMemo(() => (chosen.size === 0 ? null : smoothingOf(calm.snapshot, calm.forecast)), [chosen, calm]);
  const lines = useMemo(() => (smoothing === null ? [] : [...chosen].map((spread): SpreadLine =>
    ({ spread, years: spread === 'level' ? smoothing.levelPence : smoothing.sinkingFundPence }))), [chosen, smoothing]);
  return { chosen, setChosen, smoothing, lines };
}
