import { formatLongDate } from '../../calendar.ts';
import type { Objective } from '../development-facts.ts';
import { objectiveTitle } from './refs.ts';

/** Why a need cannot be tied to an objective, in a sentence; null where it can. */
export function linkProblem(objective: Pick<Objective, 'number' | 'name' | 'state' | 'closedOn'>): string | null {
  if (objective.state === 'open') return null;
  const since = objective.closedOn === null ? '' : ` on ${formatLongDate(objective.closedOn)}`;
  return `Objective ${objectiveTitle(objective)} was ${objective.state === 'met' ? 'met' : 'dropped'}${since}, so no need can be tied to it. Another objective works, or open it again first.`;
}
