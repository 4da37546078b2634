import { withRise } from '../rises.ts';
import { placeKey } from '../budget/allocation.ts';
import type { Place } from '../budget/finance.ts';
import type { BudgetLine, PlanSnapshot } from '../snapshot.ts';
import type { BasisPoints, CostCategory, FundKey, IsoDate, Pence, PlannedActionKind, SpendNature, UserGroup } from '../vocabulary.ts';
import type { ActionTerms, PlannedAction } from './action.ts';
import { withLife, withPolicy, type PolicySettings } from './policy-change.ts';

/** One register row set by hand to a day; null lets its policy decide again. */
export type Move = { readonly assetId: number; readonly date: IsoDate | null };

/**
 * One thing done differently: tried out as a what-if, or kept as a difference of a scenario. Both are lists of
 * these and are laid over the plan's facts in the same way.
 */
export type PlanChange =
  | {
    readonly kind: 'life';
    readonly categoryKey: string;
    readonly userGroup: UserGroup | null;
    /** The life of one model of the kind, or of one register row, alone; of the kind when both are left out. */
    readonly modelId?: number;
    readonly assetId?: number;
    /** 1 to 600. */
    readonly lifeMonths: number;
    /** Financial year (by its start) from which it applies: kit due before keeps its earlier life. At once when left out. */
    readonly fromYear?: number;
  }
  /** The policy of a kind, of a user group of it, of one model or of one register row; one that has none gets its own, from the kind's. */
  | {
    readonly kind: 'policy';
    readonly categoryKey: string;
    readonly userGroup: UserGroup | null;
    readonly modelId?: number;
    readonly assetId?: number;
    readonly set: PolicySettings;
  }
  /** The rise of every category that has none of its own, or of the one named, in every year or in the one named. */
  | { readonly kind: 'price_rise'; readonly bp: BasisPoints; readonly categoryKey?: string; readonly year?: number }
  /** Losses and breakages a year; of every category when none is named. */
  | { readonly kind: 'loss_rate'; readonly bp: BasisPoints; readonly categoryKey?: string }
  | { readonly kind: 'move'; readonly moves: readonly Move[] }
  | ({ readonly kind: 'action'; readonly assetIds: readonly number[] } & ActionTerms)
  | { readonly kind: 'need'; readonly needId: number; readonly included: boolean }
  /** Money of one financial year and fund, for one cost category as revenue or capital or not divided; null takes the entry away. */
  | {
    readonly kind: 'budget'; readonly year: number; readonly fundKey: FundKey; readonly costCategory?: CostCategory; readonly nature?: SpendNature;
    readonly pence: Pence | null;
  }
  /** Kit overdue today is bought in even parts over so many years, 1 to 10. */
  | { readonly kind: 'backlog'; readonly years: number };

/** The snapshot as it would be with the changes, in their order. The one given is left as it was. */
export const applyChanges = (snapshot: PlanSnapshot, changes: readonly PlanChange[]): PlanSnapshot =>
  changes.reduce((changed, change) => applyChange(changed, change, null), snapshot);

/** The snapshot with one change and the reason for it; what names kit that is gone changes nothing. */
export function applyChange(snapshot: PlanSnapshot, change: PlanChange, reason: string | null): PlanSnapshot {
  switch (change.kind) {
    case 'life': return { ...snapshot, policies: withLife(snapshot.policies, change) };
    case 'policy': return { ...snapshot, policies: withPolicy(snapshot.policies, change) };
    case 'price_rise': return {
      ...snapshot,
      inflation: withRise(snapshot.inflation, { categoryKey: change.categoryKey ?? null, year: change.year ?? null, bp: change.bp }),
    };
    case 'loss_rate': return {
      ...snapshot,
      policies: snapshot.policies.map((policy) =>
        change.categoryKey === undefined || policy.categoryKey === change.categoryKey ? { ...policy, lossBp: change.bp, lossFrom: 'policy' } : policy),
    };
    case 'move': return withMoves(snapshot, change.moves, reason);
    case 'action': return withAction(snapshot, change, reason);
    case 'need': return {
      ...snapshot, needs: snapshot.needs.map((need) => (need.id === change.needId ? { ...need, included: change.included } : need)),
    };
    case 'budget': return { ...snapshot, budgets: withBudget(snapshot.budgets, change) };
    case 'backlog': return { ...snapshot, school: { ...snapshot.school, backlogYears: change.years } };
  }
}

function withMoves(snapshot: PlanSnapshot, moves: readonly Move[], reason: string | null): PlanSnapshot {
  const days = new Map(moves.map(({ assetId, date }) => [assetId, date]));
  return {
    ...snapshot,
    assets: snapshot.assets.map((asset) => {
      const movedTo = days.get(asset.id);
      return movedTo === undefined ? asset : { ...asset, movedTo, movedReason: movedTo === null ? null : reason };
    }),
  };
}

const isExtension = (action: PlannedActionKind): boolean => action === 'extend_cover' || action === 'extend_support';

/**
 * Whether what was said of kit gives way to what is said of it later: all of it to a plain replacement; an extension
 * to one of its kind; anything else to anything but an extension. A plain replacement gives way to another alone:
 * what it cleared stays cleared.
 */
export function givesWay(earlier: PlannedActionKind, later: PlannedActionKind): boolean {
  if (later === 'replace') return true;
  if (earlier === 'replace') return false;
  return isExtension(later) ? earlier === later : !isExtension(earlier);
}

/** The plan's own facts name no plain replacement: it is what happens where nothing is said. */
function withAction(snapshot: PlanSnapshot, change: Extract<PlanChange, { kind: 'action' }>, reason: string | null): PlanSnapshot {
  const { kind: _kind, assetIds, ...terms } = change;
  const meant = new Set(assetIds);
  const kept = snapshot.actions.filter(({ assetId, action }) => !meant.has(assetId) || !givesWay(action, terms.action));
  if (terms.action === 'replace') return { ...snapshot, actions: kept };
  const there = new Set(snapshot.assets.map(({ id }) => id));
  const added = assetIds.filter((id) => there.has(id)).map((assetId): PlannedAction => ({ assetId, ...terms, reason }));
  return { ...snapshot, actions: [...kept, ...added] };
}

type BudgetChange = Extract<PlanChange, { kind: 'budget' }>;

/** The place that a change of a budget is about. */
export const placeOfChange = ({ fundKey, costCategory, nature }: BudgetChange): Place =>
  ({ fundKey, costCategory: costCategory ?? null, nature: nature ?? null });

/** The entry of a budget that a change is about; undefined where there is none. */
export function entryOf(budgets: readonly BudgetLine[], change: BudgetChange): BudgetLine | undefined {
  const place = placeKey(placeOfChange(change));
  return budgets.find((budget) => budget.year === change.year && placeKey(budget) === place);
}

function withBudget(budgets: readonly BudgetLine[], change: BudgetChange): readonly BudgetLine[] {
  const { year, pence } = change;
  const there = entryOf(budgets, change);
  const others = budgets.filter((budget) => budget !== there);
  return pence === null ? others : [...others, { year, ...placeOfChange(change), pence }].toSorted((a, b) => a.year - b.year);
}
