import { isLifeMonths } from '../policies.ts';
import type { PlannedAction } from '../scenarios/action.ts';

/** What was decided about one row of the register: what becomes of it, and what is paid to keep it longer. */
export type Decision = {
  /** Kept, not replaced or passed down; null for a plain replacement. */
  readonly fate: PlannedAction | null;
  readonly cover: PlannedAction | null;
  readonly support: PlannedAction | null;
};

/** Replaced when it is due, with nothing paid to put that off. */
export const UNDECIDED: Decision = { fate: null, cover: null, support: null };

/** Years of cover or support that can be bought. */
export const isExtensionYears = (years: number | null): years is number =>
  years !== null && Number.isInteger(years) && years >= 1 && years <= 10;

const SLOT = {
  keep: 'fate', retire: 'fate', pass_down: 'fate', extend_cover: 'cover', extend_support: 'support',
} as const satisfies Partial<Record<PlannedAction['action'], keyof Decision>>;

/** A next use of no sound number of months is one until it fails. */
const sound = (action: PlannedAction): PlannedAction =>
  (action.nextMonths === null || isLifeMonths(action.nextMonths) ? action : { ...action, nextMonths: null });

/** The decisions by asset. Of two that exclude each other the later one counts; an extension by no sound number of years is none. */
export function decisionsOf(actions: readonly PlannedAction[]): ReadonlyMap<number, Decision> {
  const decisions = new Map<number, Decision>();
  for (const action of actions) {
    if (action.action === 'replace') continue;
    const slot = SLOT[action.action];
    if (slot !== 'fate' && !isExtensionYears(action.years)) continue;
    decisions.set(action.assetId, { ...decisions.get(action.assetId) ?? UNDECIDED, [slot]: sound(action) });
  }
  return decisions;
}
