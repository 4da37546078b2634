import { useEffect, useRef, type RefObject } from 'react';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';

/** Does what a link elsewhere asked this page for, once a visit: goes to the first amount that can be typed. */
export function useAskedFor(table: RefObject<HTMLTableElement | null>): void {
  const { visit } = useNavigation();
  const { enterBudget } = usePageParams('budgets');
  const done = useRef<number | null>(null);
  useEffect(() => {
    if (done.current === visit || table.current === null) return;
    done.current = visit;
    if (enterBudget !== true) return;
    const first = table.current.querySelector<HTMLElement>('.amount-empty') ?? table.current.querySelector<HTMLElement>('[data-amount] [data-cell]');
    if (first !== null) requestAnimationFrame(() => first.focus());
  });
}
