import { useMemo } from 'react';
import { completenessOf, type Completeness } from '../../planning/quality/completeness.ts';
import { lookTwice, type Twice } from '../../planning/quality/duplicates.ts';
import { leftOutOf, type LeftOut } from '../../planning/quality/left-out.ts';
import { oddValues, type OddGroup } from '../../planning/quality/odd-values.ts';
import { unusableValues, type Unusable } from '../../planning/quality/unusable.ts';
import { weakFigures, type WeakFigure } from '../../planning/quality/weak-figures.ts';
import { usePlan } from '../lib/plan.tsx';

/** Everything that the page has to say of the register. */
export type Findings = {
  readonly out: LeftOut;
  readonly weak: readonly WeakFigure[];
  readonly complete: Completeness;
  readonly twice: readonly Twice[];
  readonly odd: readonly OddGroup[];
  readonly unusable: readonly Unusable[];
};

/** The register looked over: with the plan as it is saved, because a what-if mends nothing. */
export function useFindings(): Findings {
  const { savedSnapshot, savedForecast } = usePlan();
  return useMemo(() => ({
    out: leftOutOf(savedSnapshot, savedForecast), weak: weakFigures(savedSnapshot, savedForecast), complete: completenessOf(savedSnapshot),
    twice: lookTwice(savedSnapshot), odd: oddValues(savedSnapshot, savedForecast), unusable: unusableValues(savedSnapshot),
  }), [savedSnapshot, savedForecast]);
}
