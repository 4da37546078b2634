import type { PlanChange } from '../../planning/scenarios/change.ts';

/** Whether two changes are about the same thing, so that the later one takes the place of the earlier. */
function sameSubject(a: PlanChange, b: PlanChange): boolean {
  switch (a.kind) {
    case 'life': return b.kind === 'life' && a.categoryKey === b.categoryKey && a.userGroup === b.userGroup;
    case 'policy': return b.kind === 'policy' && a.categoryKey === b.categoryKey && a.userGroup === b.userGroup && a.modelId === b.modelId;
    case 'price_rise': return b.kind === 'price_rise' && a.categoryKey === b.categoryKey && a.year === b.year;
    case 'budget': return b.kind === 'budget' && a.year === b.year && a.fundKey === b.fundKey;
    case 'need': return b.kind === 'need' && a.needId === b.needId;
    case 'backlog': return b.kind === 'backlog';
    // Each is about kit of its own, and the later one wins where both name the same.
    case 'move': case 'action': return false;
    case 'loss_rate': return b.kind === 'loss_rate' && a.categoryKey === b.categoryKey;
  }
}

/**
 * The what-if with one more change. A change that says what the saved plan says anyway takes its subject out
 * of the what-if: dragging a slider back leaves nothing to settle.
 */
export function withChange(
  changes: readonly PlanChange[], change: PlanChange, asSaved: boolean,
): readonly PlanChange[] {
  const at = changes.findIndex((each) => sameSubject(each, change));
  if (asSaved) return changes.filter((_, index) => index !== at);
  return at === -1 ? [...changes, change] : changes.with(at, change);
}
