import { useDeferredValue, useMemo } from 'react';
import { usePlan } from '../lib/plan.tsx';
import { anyChange, effectOf } from './edits.ts';
import type { AssetChanges } from './edits.ts';
import { EffectList } from './effect-list.tsx';

type ChangeEffectProps = {
  /** The assets to be changed. */
  readonly ids: ReadonlySet<number>;
  readonly changes: AssetChanges;
  /** Years to name before the rest is only counted. */
  readonly most: number;
};

/** What the same change of many assets would do to the cost of the plan. */
export function ChangeEffectList({ ids, changes, most }: ChangeEffectProps) {
  const { snapshot, forecast, options } = usePlan();
  const settled = useDeferredValue(changes);
  const effect = useMemo(
    () => (anyChange(settled) ? effectOf(snapshot, forecast, options, ids, settled) : null),
    [snapshot, forecast, options, ids, settled],
  );
  return <EffectList effect={effect} most={most} />;
}
