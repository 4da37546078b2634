import { formatCount } from '../../planning/money.ts';
import type { Request } from '../../app/contract/contract.ts';
import { useCommand, useCommandsTogether } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';

type Cells = Request<'register.cells'>;

/**
 * Changes rows of the register. What a row is, is the plan's own; a day set by hand is a decision: while another scenario
 * than the plan itself is open, it goes into that scenario.
 */
export function useSendRows() {
  const { scenario } = usePlan();
  const run = useCommand();
  const together = useCommandsTogether();
  return async ({ rows = [], ...request }: Cells): Promise<boolean> => {
    const moves = scenario.parentId === null ? [] : rows.flatMap(({ id, set: { movedTo } }) => (movedTo === undefined ? [] : [{ assetId: id, date: movedTo }]));
    if (moves.length === 0) return await run('register.cells', { rows, ...request }) !== null;
    const facts = rows.map(({ id, set: { movedTo: _day, ...set } }) => ({ id, set })).filter(({ set }) => Object.keys(set).length > 0);
    const decided = { scenarioId: scenario.id, changes: [{ change: { kind: 'move' as const, moves }, reason: request.reason ?? null }] };
    if (facts.length === 0 && (request.add ?? []).length === 0) return await run('scenario.change', decided) !== null;
    let done = false;
    await together(async (send) => {
      done = await send('scenario.change', decided) && await send('register.cells', { rows: facts, ...request });
    }, () => `${formatCount(rows.length)} rows changed, their dates in ${scenario.name}`);
    return done;
  };
}
