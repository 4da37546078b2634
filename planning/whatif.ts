import type { PlanSnapshot, RefreshPolicy } from './snapshot.ts';
import type { BasisPoints, UserGroup } from './vocabulary.ts';
import { categoryNamed, type Category } from './categories.ts';
import { financialYearLabel } from './calendar.ts';
import { formatRate } from './money.ts';
import { policyFor } from './policies.ts';
import { inWords, kitName, spanOf } from './words.ts';

/** One thing tried out without saving it. */
export type WhatIfChange =
  | {
    readonly kind: 'life';
    readonly categoryKey: string;
    readonly userGroup: UserGroup | null;
    /** 1 to 600. */
    readonly lifeMonths: number;
    /** Financial year (by its start) from which it applies: kit due before keeps its earlier life. At once when left out. */
    readonly fromYear?: number;
  }
  /** The rise of every category that has none of its own. */
  | { readonly kind: 'price_rise'; readonly bp: BasisPoints }
  /** Losses and breakages a year; of every category when none is named. */
  | { readonly kind: 'loss_rate'; readonly bp: BasisPoints; readonly categoryKey?: string };

/** The snapshot as it would be with the changes, in their order. The one given is left as it was. */
export const applyWhatIf = (snapshot: PlanSnapshot, changes: readonly WhatIfChange[]): PlanSnapshot =>
  changes.reduce(applyChange, snapshot);

function applyChange(snapshot: PlanSnapshot, change: WhatIfChange): PlanSnapshot {
  switch (change.kind) {
    case 'life': return { ...snapshot, policies: withLife(snapshot.policies, change) };
    case 'price_rise': return { ...snapshot, inflation: { ...snapshot.inflation, defaultBp: change.bp, shipped: false } };
    case 'loss_rate': return {
      ...snapshot,
      policies: snapshot.policies.map((policy) =>
        change.categoryKey === undefined || policy.categoryKey === change.categoryKey ? { ...policy, lossBp: change.bp } : policy),
    };
  }
}

type LifeChange = Extract<WhatIfChange, { kind: 'life' }>;

const isFor = (policy: RefreshPolicy, change: LifeChange, userGroup: UserGroup | null): boolean =>
  policy.categoryKey === change.categoryKey && policy.userGroup === userGroup && policy.modelId === null && policy.assetId === null;

/** Changes the policy of that category and user group; where only the category has one, the group gets its own. */
function withLife(policies: readonly RefreshPolicy[], change: LifeChange): readonly RefreshPolicy[] {
  const changed = (policy: RefreshPolicy): RefreshPolicy => ({
    ...policy, lifeMonths: change.lifeMonths, shipped: false,
    fromYear: change.fromYear ?? null, lifeMonthsBefore: change.fromYear === undefined ? null : policy.lifeMonths,
  });
  if (policies.some((policy) => isFor(policy, change, change.userGroup))) {
    return policies.map((policy) => (isFor(policy, change, change.userGroup) ? changed(policy) : policy));
  }
  const general = policies.find((policy) => isFor(policy, change, null));
  if (general === undefined) return policies;
  const newId = policies.reduce((most, policy) => Math.max(most, policy.id), 0) + 1;
  return [...policies, { ...changed(general), id: newId, userGroup: change.userGroup }];
}

/** How a change reads at the start of a sentence about its effect: `Keeping pupil laptops for 5 years`. */
export function whatIfSubject(snapshot: PlanSnapshot, changes: readonly WhatIfChange[]): { readonly text: string; readonly plural: boolean } {
  const [only] = changes;
  if (only === undefined) return { text: 'Changing nothing', plural: false };
  if (changes.length > 1) return { text: `These ${inWords(changes.length)} changes`, plural: true };
  switch (only.kind) {
    case 'life': return { text: `Keeping ${kitOf(snapshot, only)} for ${spanOf(only.lifeMonths)}`, plural: false };
    case 'price_rise': return { text: riseSubject(only.bp), plural: false };
    case 'loss_rate': return { text: `Losing ${formatRate(only.bp)} of ${lossKit(snapshot, only)} a year`, plural: false };
  }
}

const riseSubject = (bp: BasisPoints): string =>
  bp === 0 ? 'A price that never rises' : `A price ${bp < 0 ? 'fall' : 'rise'} of ${formatRate(bp)} a year`;

/**
 * Each change with what it was before, in the middle of a sentence: `pupil laptops kept 5 years instead of 4`.
 * `snapshot` is the plan without the changes.
 */
export const describeWhatIf = (snapshot: PlanSnapshot, changes: readonly WhatIfChange[]): string[] =>
  changes.map((change) => {
    switch (change.kind) {
      case 'life': return lifeWords(snapshot, change);
      case 'price_rise': return `${riseWords(change.bp)} instead of ${riseWords(snapshot.inflation.defaultBp)}`;
      case 'loss_rate': return `${formatRate(change.bp)} of ${lossKit(snapshot, change)} lost or broken a year instead of ${lossBefore(snapshot, change)}`;
    }
  });

function lifeWords(snapshot: PlanSnapshot, change: LifeChange): string {
  const { categoryKey, userGroup, lifeMonths, fromYear } = change;
  const policy = policyFor({ id: -1, modelId: null, categoryKey, userGroup }, snapshot.policies);
  const before = policy === null ? '' : ` instead of ${insteadOf(policy.lifeMonths, lifeMonths)}`;
  const from = fromYear === undefined ? '' : `, from ${financialYearLabel(fromYear, snapshot.school.yearStartMonth)} on`;
  return `${kitOf(snapshot, change)} kept ${spanOf(lifeMonths)}${before}${from}`;
}

/** `4` beside another number of years, else with its unit. */
const insteadOf = (before: number, now: number): string =>
  before % 12 === 0 && now % 12 === 0 ? String(before / 12) : spanOf(before);

const riseWords = (bp: BasisPoints): string =>
  bp === 0 ? 'prices that stay as they are' : `prices ${bp < 0 ? 'falling' : 'rising'} ${formatRate(bp)} a year`;

const categoryOf = (snapshot: PlanSnapshot, key: string): Category => categoryNamed(snapshot.categories, key);

const kitOf = (snapshot: PlanSnapshot, change: LifeChange): string =>
  kitName(categoryOf(snapshot, change.categoryKey), change.userGroup, 2);

type LossChange = Extract<WhatIfChange, { kind: 'loss_rate' }>;

const lossKit = (snapshot: PlanSnapshot, change: LossChange): string =>
  change.categoryKey === undefined ? 'all kit' : categoryOf(snapshot, change.categoryKey).plural;

function lossBefore(snapshot: PlanSnapshot, change: LossChange): string {
  const rates = new Set(snapshot.policies
    .filter((policy) => change.categoryKey === undefined || policy.categoryKey === change.categoryKey)
    .map((policy) => policy.lossBp));
  const [only] = rates;
  if (rates.size > 1) return 'rates that differ';
  return only === undefined || only === 0 ? 'none' : formatRate(only);
}
