import { randomUUID } from 'node:crypto';
import { SHIPPED_CATEGORIES } from '../planning/categories.ts';
import { SCHOOL_DEFAULTS } from '../planning/school-defaults.ts';
import type { RefreshPolicy, School } from '../planning/snapshot.ts';
import {
  AGREEMENT_KINDS, ASSET_STATUSES, CHART_GROUPS, CONTRACT_KINDS, COST_CATEGORIES, COST_DRIVERS, DISPOSAL_ROUTES, EXPIRY_DECISIONS,
  EXPIRY_SUBJECTS, FUND_KINDS, LEDGER_KINDS, LOCATION_KINDS, PAY_PERIODS, PLAN_CHANGE_KINDS, PLANNED_ACTIONS, SCENARIO_STATES, USER_GROUPS, WARRANTY_KINDS,
} from '../planning/vocabulary.ts';
import type { Writer } from './connection.ts';
import { policyRow } from './repositories/policies.ts';
import { insertReferenceFacts, insertSupportReleases, type NewSupportRelease, type ReferenceFact } from './repositories/reference.ts';
import {
  agreementKinds, assetStatuses, categories, chartGroups, contractKinds, costCategories, costDrivers, disposalRoutes, expiryDecisions,
  expirySubjects, funds, ledgerKinds, locationKinds, payPeriods, planChangeKinds, plannedActionKinds, scenarioStates, userGroups, warrantyKinds,
} from './schema/lookups.ts';
import { inflation, refreshPolicies } from './schema/money.ts';
import { plan, school } from './schema/plan.ts';

/** What a new plan starts with beside the shipped lists. */
export type PlanSeed = {
  /** The shipped policies. */
  readonly policies: readonly Omit<RefreshPolicy, 'id'>[];
  readonly school?: Partial<School>;
  readonly supportReleases?: readonly NewSupportRelease[];
  readonly referenceFacts?: readonly ReferenceFact[];
  /** True for a copy of the made-up school. */
  readonly madeUp?: boolean;
  /** Writes whatever else the plan starts with: like the rest of the seed it is no change and cannot be undone. */
  readonly fill?: (writer: Writer) => void;
};

/** A convention and not a fact, and marked so: 3 % a year for everything, until the school sets its own. */
const SHIPPED_INFLATION_BP = 300;

const NEW_SCHOOL: School = { name: 'My school', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: null, staff: null, accessTarget: null, ...SCHOOL_DEFAULTS };

/**
 * Fills an empty plan. This is not a change: it happens before the history begins, so that nobody can undo the
 * lists their plan stands on. Keys added in a later release come to older plans in that release's migration,
 * which is why a key that is already there is passed over.
 */
export function seedPlan(writer: Writer, seed: PlanSeed, about: { readonly now: () => Date; readonly appVersion: string }): void {
  for (const [table, keys] of [
    [assetStatuses, ASSET_STATUSES], [userGroups, USER_GROUPS], [funds, FUND_KINDS],
    [chartGroups, CHART_GROUPS], [costCategories, COST_CATEGORIES],
    [disposalRoutes, DISPOSAL_ROUTES], [locationKinds, LOCATION_KINDS], [agreementKinds, AGREEMENT_KINDS], [payPeriods, PAY_PERIODS],
    [costDrivers, COST_DRIVERS], [contractKinds, CONTRACT_KINDS], [warrantyKinds, WARRANTY_KINDS], [ledgerKinds, LEDGER_KINDS],
    [expirySubjects, EXPIRY_SUBJECTS], [expiryDecisions, EXPIRY_DECISIONS],
    [plannedActionKinds, PLANNED_ACTIONS], [scenarioStates, SCENARIO_STATES], [planChangeKinds, PLAN_CHANGE_KINDS],
  ] as const) {
    writer.insert(table).values(keys.map((key) => ({ key }))).onConflictDoNothing().run();
  }
  writer.insert(categories)
    .values(SHIPPED_CATEGORIES.map((category, position) => ({ ...category, position })))
    .onConflictDoNothing().run();
  writer.insert(plan).values({ id: 1, uuid: randomUUID(), createdAt: about.now().toISOString(), createdByVersion: about.appVersion, madeUp: seed.madeUp ?? false }).run();
  writer.insert(school).values({ id: 1, ...NEW_SCHOOL, ...seed.school }).run();
  writer.insert(inflation).values({ id: 1, defaultBp: SHIPPED_INFLATION_BP, shipped: true }).run();
  if (seed.policies.length > 0) writer.insert(refreshPolicies).values(seed.policies.map(policyRow)).run();
  insertSupportReleases(writer, seed.supportReleases ?? []);
  insertReferenceFacts(writer, seed.referenceFacts ?? []);
  seed.fill?.(writer);
}
