import type { ObjectiveLink } from '../../planning/analysis/need-facts.ts';
import type { LinkStrength } from '../../planning/analysis/vocabulary.ts';

/** What a press makes of a cell: nothing, then helps, then cannot be met without it, then nothing again. */
const AFTER = { none: 'helps', helps: 'essential', essential: null } as const satisfies Record<LinkStrength | 'none', LinkStrength | null>;

/** The links of a need once one of them was pressed; those to other objectives stay as they are. */
export function linksAfter(links: readonly ObjectiveLink[], objectiveId: number): readonly ObjectiveLink[] {
  const now = links.find((link) => link.objectiveId === objectiveId)?.strength ?? 'none';
  const strength = AFTER[now];
  if (strength === null) return links.filter((link) => link.objectiveId !== objectiveId);
  return now === 'none' ? [...links, { objectiveId, strength }] : links.map((link) => (link.objectiveId === objectiveId ? { objectiveId, strength } : link));
}
