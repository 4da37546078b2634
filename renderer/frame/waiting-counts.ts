import { useMemo } from 'react';
import { waitingCounts } from '../../planning/analysis/decisions/waiting-counts.ts';
import type { Page } from '../lib/navigation.tsx';
import { useOpenPlan } from '../lib/plan.tsx';

/** How many wait on a page for somebody to decide, and what they are called; nothing where nobody waits. */
export type Waiting = { readonly count: number; readonly words: string };

/** What waits, by page: the rail has a number only when somebody is waiting for something. */
export function useWaiting(): ReadonlyMap<Page, Waiting> {
  const open = useOpenPlan();
  const [analysis, asOf] = [open?.facts.analysis, open?.asOf];
  return useMemo(() => {
    if (analysis === undefined || asOf === undefined) return new Map();
    const { needs, decisions } = waitingCounts(analysis, asOf);
    const found: readonly (readonly [Page, Waiting])[] = [['needs', { count: needs, words: `${needs} waiting for a decision` }], ['decisions', { count: decisions, words: `${decisions} waiting` }]];
    return new Map(found.filter(([, { count }]) => count > 0));
  }, [analysis, asOf]);
}
