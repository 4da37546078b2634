import { isPolicyOf, subjectOf, type PolicySettings } from '../../planning/scenarios/policy-change.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';

type PolicyChange = Extract<PlanChange, { kind: 'policy' }>;

/** Whether two changes are about the same thing, so that the later one takes the place of the earlier. */
function sameSubject(a: PlanChange, b: PlanChange): boolean {
  switch (a.kind) {
    case 'life': return b.kind === 'life' && isPolicyOf(subjectOf(a), subjectOf(b));
    case 'policy': return b.kind === 'policy' && isPolicyOf(subjectOf(a), subjectOf(b));
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

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The what-if with more said about one policy: what was said of it before stays, field by field, and a field that says
 * what the saved plan says anyway drops out.
 */
export function withPolicySettings(changes: readonly PlanChange[], change: PolicyChange, saved: PolicySettings): readonly PlanChange[] {
  const before = changes.find((each): each is PolicyChange => each.kind === 'policy' && sameSubject(each, change));
  const said = { ...before?.set, ...change.set };
  const set: PolicySettings = Object.fromEntries(Object.entries(said).filter(([field, value]) => !same(value, saved[field as keyof PolicySettings])));
  return withChange(changes, { ...change, set }, Object.keys(set).length === 0);
}
