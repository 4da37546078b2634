import { useEffect, useState } from 'react';
import { useNavigation, usePageParams } from '../../lib/navigation.tsx';

/** The jump whose asking was answered: going to another tab and back does not ask again. */
let answered: number | null = null;

/** Whether the jump to this list asked to add to it. True the first time the list is drawn after it, and then no more. */
export function useAskedToAdd(): boolean {
  const { visit } = useNavigation();
  const { add } = usePageParams('register');
  const [asked] = useState(() => add === true && answered !== visit);
  useEffect(() => {
    answered = visit;
  }, [visit]);
  return asked;
}
