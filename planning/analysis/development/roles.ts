import { compareNames } from '../../words.ts';
import type { AnalysisFacts } from '../facts.ts';

/** The roles that the development plan, its actions and the needs name already, to choose from. */
export function rolesKnown({ plans, priorities, objectives, needs }: Pick<AnalysisFacts, 'plans' | 'priorities' | 'objectives' | 'needs'>): readonly string[] {
  const named = [
    ...plans.map(({ ownerRole }) => ownerRole), ...priorities.map(({ ownerRole }) => ownerRole),
    ...objectives.flatMap(({ leadRole, actions, progress }) => [leadRole, ...actions.map((action) => action.leadRole), ...progress.map(({ role }) => role)]),
    ...needs.map(({ askedByRole }) => askedByRole),
  ];
  return [...new Set(named.filter((role) => role !== null))].toSorted(compareNames);
}
