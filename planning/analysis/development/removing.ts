import { formatCount } from '../../money.ts';
import { listOf } from '../../words.ts';
import type { AnalysisFacts } from '../facts.ts';

/**
 * What is lost with objectives beside themselves, at the end of the name of the change: ` and its links to 2 needs`. Empty
 * where nothing points at them. A need stays, without the link.
 */
export function linksLost({ needs, groups }: Pick<AnalysisFacts, 'needs' | 'groups'>, objectiveIds: readonly number[]): string {
  const gone = new Set(objectiveIds);
  const linked = needs.filter(({ links }) => links.some(({ objectiveId }) => gone.has(objectiveId))).length;
  const aimed = groups.filter((group) => group.objectiveIds.some((id) => gone.has(id))).length;
  const parts = [...(linked > 0 ? [counted(linked, 'need')] : []), ...(aimed > 0 ? [counted(aimed, 'user group')] : [])];
  return parts.length === 0 ? '' : ` and its links to ${listOf(parts)}`;
}

const counted = (count: number, what: string): string => `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
