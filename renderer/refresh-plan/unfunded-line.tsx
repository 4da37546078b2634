import { useMemo } from 'react';
import { unfundedCosts, unfundedSentence } from '../../planning/budget/sustainability.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** One line on what the plan buys and nobody pays for later, with the way to the list; nothing where everything has a fund. */
export function UnfundedLine() {
  const { savedSnapshot, savedForecast } = useSavedPlan();
  const { go } = useNavigation();
  const found = useMemo(() => unfundedCosts(savedSnapshot, savedForecast), [savedSnapshot, savedForecast]);
  if (found.length === 0) return null;
  return <p className="ledger-note">{unfundedSentence(savedForecast, found)} <Button variant="link" small onClick={() => go('budgets')}>See them on the Budgets page</Button></p>;
}
