import { useCallback } from 'react';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import { useCommand, useCommandsTogether } from './commands.tsx';

/** A what-if as a scenario of its own: what it is called, and why each change; null where no reason was given. */
export type NewScenario = { readonly name: string; readonly note: string | null; readonly reasons: readonly (string | null)[] };

type Settled = (left: readonly PlanChange[]) => void;

/** Puts a what-if into the scenario that is open, all of it or nothing, each change for the reason given. What was put in is settled. */
export function useKeepWhatIf() {
  const together = useCommandsTogether();
  return useCallback((changes: readonly PlanChange[], scenario: Scenario, setWhatIf: Settled, reason: string | null): Promise<void> => together(async (send) => {
    const request = { scenarioId: scenario.id, changes: changes.map((change) => ({ change, reason })) };
    if (await send('scenario.change', request)) setWhatIf([]);
  }, () => `${changes.length === 1 ? 'The what-if' : `${changes.length} what-if changes`} put into ${scenario.name}`), [together]);
}

/** Keeps a what-if as a new scenario that starts from the one that is open, and opens it. False where that was refused. */
export function useKeepAsNew() {
  const run = useCommand();
  return useCallback(async (
    changes: readonly PlanChange[], startFrom: Scenario, { name, note, reasons }: NewScenario, open: (id: number) => void,
  ): Promise<boolean> => {
    const differences = changes.map((change, index) => ({ change, reason: reasons[index] ?? null }));
    const answer = await run('scenario.add', { name, note, startFrom: startFrom.id, differences });
    if (answer === null) return false;
    open(answer.value.id);
    return true;
  }, [run]);
}
