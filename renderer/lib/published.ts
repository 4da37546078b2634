import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { ask } from './application.tsx';

/** What was published never changes: read once for each version. */
export const versionQuery = (planId: string, { id, published }: Scenario) => ({
  queryKey: ['scenario.version', planId, published?.id] as const,
  queryFn: () => ask('scenario.version', { scenarioId: id }),
  staleTime: Infinity,
  enabled: published !== null,
});

/**
 * The facts that a published scenario was published with, or null where it is not published or they are still on their
 * way. The list of scenarios is today's: it is the way to the others.
 */
export function usePublished(planId: string, scenario: Scenario, { scenarios }: PlanSnapshot): { readonly frozen: PlanSnapshot | null; readonly reading: boolean } {
  const { data, isLoading } = useQuery(versionQuery(planId, scenario));
  const frozen = useMemo(() => (scenario.published === null || data === undefined ? null : { ...data.snapshot, scenarios }), [scenario.published, data, scenarios]);
  return { frozen, reading: isLoading };
}

/** The figures that stand in a published version, and with which Kitplan they were worked out; undefined until they are read. */
export const usePublishedVersion = (planId: string, scenario: Scenario) => useQuery(versionQuery(planId, scenario));
