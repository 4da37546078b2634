import { useMemo } from 'react';
import type { BudgetMatrix } from '../../planning/budget/matrix.ts';
import { formatCount } from '../../planning/money.ts';
import { itemCount } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** What the figures leave out for want of a price, with a way to add it. */
export function LeftOut({ matrix: { unpriced, years } }: { readonly matrix: BudgetMatrix }) {
  const { forecast } = usePlan();
  const { go } = useNavigation();
  const ids = useMemo(() => [...new Set(forecast.lines.flatMap((line) => (line.netPence === null && line.assetId !== null ? [line.assetId] : [])))], [forecast]);
  const { boughtWithoutPrice } = forecast;
  return (
    <>
      {unpriced === 0 ? null : (
        <p>
          † {itemCount(unpriced)} without a price {unpriced === 1 ? 'is' : 'are'} not in these figures.{' '}
          {ids.length === 0 ? null : <Button variant="link" small onClick={() => go('register', { filter: { ids } })}>{unpriced === 1 ? 'Add the price' : `Add the ${formatCount(unpriced)} prices`}</Button>}
        </p>
      )}
      {boughtWithoutPrice === 0 ? null : (
        <p>What was paid for {itemCount(boughtWithoutPrice)} bought in {years[0]?.label ?? ''} is not known and not in what is spent.</p>
      )}
    </>
  );
}
