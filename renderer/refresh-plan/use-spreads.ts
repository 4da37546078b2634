import { useDeferredValue, useMemo, useState } from 'react';
import { smoothingOf, type Smoothing, type Spread } from '../../planning/smoothing.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { SpreadLine } from '../chart/spread-lines.tsx';
import { usePlan } from '../lib/plan.tsx';

/** Which ways of paying are shown beside the plan as due, and what they come to; nothing is worked out while none is. */
export function useSpreads(): {
  readonly chosen: ReadonlySet<Spread>;
  readonly setChosen: (chosen: ReadonlySet<Spread>) => void;
  /** What is in the sinking fund before the first year: tried out, and kept nowhere. */
  readonly setOpening: (pence: Pence) => void;
  readonly smoothing: Smoothing | null;
  readonly lines: readonly SpreadLine[];
} {
  const { snapshot, forecast } = usePlan();
  const [chosen, setChosen] = useState<ReadonlySet<Spread>>(new Set());
  const [opening, setOpening] = useState<Pence>(0);
  const calm = useDeferredValue(useMemo(() => ({ snapshot, forecast }), [snapshot, forecast]));
  const smoothing = useMemo(() => (chosen.size === 0 ? null : smoothingOf(calm.snapshot, calm.forecast, opening)), [chosen, calm, opening]);
  const lines = useMemo(() => (smoothing === null ? [] : [...chosen].map((spread): SpreadLine =>
    ({ spread, years: spread === 'level' ? smoothing.levelPence : smoothing.sinkingFundPence }))), [chosen, smoothing]);
  return { chosen, setChosen, setOpening, smoothing, lines };
}
