import fc from 'fast-check';
import { UNSAID } from '../../planning/policies.ts';
import { SCHOOL_DEFAULTS } from '../../planning/school-defaults.ts';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import type { Asset, AssetModel, Inflation, PlanSnapshot, RecurringCost, RefreshPolicy, Roll } from '../../planning/snapshot.ts';
import type { PlannedAction, PlannedNeed } from '../../planning/scenarios/action.ts';
import type { LedgerEntry } from '../../planning/upkeep/ledger-entry.ts';
import { ASSET_STATUSES, COST_CATEGORIES, COST_DRIVERS, PLANNED_ACTIONS, type BindingFactor } from '../../planning/vocabulary.ts';
import { department, kit, model as modelOf, place, schoolOf } from './fixtures.ts';
import type { OracleOptions } from './oracle-rules.ts';

/** The one seed of every property: a failure is found again by running the test again. fast-check prints it too. */
export const SEED = 20_261_121;

/** Days that lie on the edges: ends of months, leap days, both year ends; and any day between. */
export const day = (from = '2015-01-01', to = '2033-12-31'): fc.Arbitrary<string> => {
  const [first, last] = [Date.parse(`${from}T00:00Z`) / 86_400_000, Date.parse(`${to}T00:00Z`) / 86_400_000];
  const any = fc.integer({ min: first, max: last }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
  const edge = fc.tuple(fc.integer({ min: Number(from.slice(0, 4)), max: Number(to.slice(0, 4)) }), fc.constantFrom(
    '01-31', '02-28', '03-31', '04-01', '08-31', '09-01', '11-30', '12-31', '01-01', '04-30',
  )).map(([year, rest]) => `${year}-${rest}`);
  const leap = fc.constantFrom('2016-02-29', '2020-02-29', '2024-02-29', '2028-02-29');
  return fc.oneof({ arbitrary: any, weight: 3 }, { arbitrary: edge, weight: 2 }, { arbitrary: leap, weight: 1 })
    .filter((date) => date >= from && date <= to);
};

const maybe = <T>(value: fc.Arbitrary<T>, known = 2, unknown = 1): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: value, weight: known }, { arbitrary: fc.constant(null), weight: unknown });

const pence = fc.oneof(fc.integer({ min: 1, max: 300_000 }), fc.constantFrom(1, 3_800, 36_500, 41_500, 999_999, 1_000_000_000));

/** Where dates and lives are taken from. */
type Choice = {
  readonly day: typeof day;
  readonly life: fc.Arbitrary<number>;
  readonly upgradeAt: fc.Arbitrary<number>;
  /** Months in which purchases are placed. */
  readonly window: fc.Arbitrary<number[]>;
};
const WIDE: Choice = {
  day, life: fc.oneof(fc.constantFrom(12, 36, 48, 60, 96), fc.integer({ min: 1, max: 130 })), upgradeAt: fc.integer({ min: 1, max: 72 }),
  window: fc.oneof(fc.constantFrom<number[]>([7, 8], [3], [4], [12, 1]), fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })),
};
/** A few days around the turn of the April year and whole years between: ties and edges all the time. */
const TIGHT: Choice = {
  day: () => fc.tuple(fc.integer({ min: 2021, max: 2031 }), fc.constantFrom('03-31', '04-01', '04-30', '05-01')).map(([year, rest]) => `${year}-${rest}`),
  life: fc.constantFrom(12, 24, 36, 11, 13), upgradeAt: fc.constantFrom(11, 12, 13, 24, 36),
  window: fc.constantFrom<number[]>([3], [4], [3, 4], [5], [3, 5]),
};
const KINDS = ['laptop', 'desktop', 'server', 'monitor', 'network_switch'] as const;
const binding: fc.Arbitrary<BindingFactor[]> = fc.oneof(
  { arbitrary: fc.constant<BindingFactor[]>(['policy_life']), weight: 3 },
  { arbitrary: fc.constant<BindingFactor[]>(['policy_life', 'vendor_support_end', 'os_end']), weight: 2 },
  { arbitrary: fc.uniqueArray(fc.constantFrom<BindingFactor>('policy_life', 'warranty_end', 'vendor_support_end', 'os_end', 'contract_end')), weight: 3 },
);

/** What a policy says beside its life: nothing, or a window, another model to follow, and what disposal costs or brings in. */
const more = ({ window }: Choice): fc.Arbitrary<Partial<RefreshPolicy>> => fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  { arbitrary: fc.record({
    purchaseMonths: fc.oneof(fc.constant([]), window), replacementModelId: fc.constantFrom(null, null, 1, 2), fundKey: fc.constantFrom(null, 'delegated', 'dfc'),
    disposalPence: maybe(fc.constantFrom(0, 1_500, 99_999), 1), tradeInPence: maybe(fc.constantFrom(0, 2_500, 40_000), 1),
  }, { requiredKeys: [] }), weight: 2 },
);

const policy = (losses: boolean, decided: boolean, choice: Choice): fc.Arbitrary<RefreshPolicy> => fc.tuple(policyAlone(losses, choice), decided ? more(choice) : fc.constant({}))
  .map(([made, said]) => ({ ...made, ...said }));

const policyAlone = (losses: boolean, { day, life, upgradeAt }: Choice): fc.Arbitrary<RefreshPolicy> => fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }), categoryKey: fc.constantFrom(...KINDS),
  userGroup: fc.constantFrom(null, null, 'staff', 'pupil'), modelId: fc.constantFrom(null, null, null, 1),
  assetId: fc.constantFrom(null, null, null, null, 2), lifeMonths: life, binding,
  toleranceMonths: fc.constantFrom(0, 0, 0, 6, -3), unitPence: maybe(pence, 1), priceDate: maybe(day()),
  upgrade: maybe(fc.record({
    atMonths: upgradeAt, unitPence: maybe(pence), priceDate: maybe(day()), what: fc.constant('memory'),
  }), 1),
  lossBp: losses ? fc.constantFrom(0, 100, 250, 1_000) : fc.constant(0),
  lossFrom: losses ? fc.constantFrom('policy' as const, 'policy' as const, 'record' as const) : fc.constant('policy' as const),
  fundKey: fc.constantFrom(null, 'delegated', 'dfc'),
  fromYear: fc.constant(null), lifeMonthsBefore: fc.constant(null), shipped: fc.boolean(),
}).map((made): RefreshPolicy => ({ ...UNSAID, ...made })).chain((made) => fc.oneof(
  { arbitrary: fc.constant(made), weight: 3 },
  { arbitrary: fc.record({ fromYear: fc.integer({ min: 2025, max: 2031 }), lifeMonthsBefore: life }).map((change) => ({ ...made, ...change })), weight: 1 },
));

/** A row of the register. Its id is its place, so that orders and policies can point at it. */
const assetAt = ({ day }: Choice) => (id: number): fc.Arbitrary<Asset> => fc.record({
  categoryKey: fc.constantFrom(...KINDS), userGroup: fc.constantFrom(null, null, 'staff', 'pupil', 'shared'),
  modelId: fc.constantFrom(null, null, 1, 2), locationId: fc.constantFrom(null, 1, 2), departmentId: fc.constantFrom(null, 1, 2), quantity: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })),
  status: fc.oneof({ arbitrary: fc.constant('in_use' as const), weight: 4 }, { arbitrary: fc.constantFrom(...ASSET_STATUSES), weight: 1 }),
  purchaseDate: maybe(day('2015-01-01', '2029-12-31'), 6), inServiceDate: maybe(day('2015-01-01', '2029-12-31'), 1, 2),
  unitPaidPence: maybe(pence), coverEnd: maybe(day()), vendorSupportEnd: maybe(day(), 1, 2), osEnd: maybe(day()), osCanMove: fc.boolean(),
  leaseEnd: maybe(day(), 1, 2), overridePence: maybe(pence, 1, 2), overridePriceDate: maybe(day()),
  movedTo: maybe(day('2025-01-01', '2033-12-31'), 1, 5), upgradeDoneOn: maybe(day(), 1, 5),
  succeedsAssetId: fc.constantFrom(null, null, 1, 2, 3),
}).map((parts) => kit({ ...parts, id }));

/** What was decided about one of the rows. */
const action = ({ day }: Choice, assets: number): fc.Arbitrary<PlannedAction> => fc.record({
  assetId: fc.integer({ min: 1, max: Math.max(1, assets) }), action: fc.constantFrom('extend_cover', 'extend_support', 'extend_support', ...PLANNED_ACTIONS), years: fc.constantFrom(1, 2, 3),
  yearlyPence: maybe(pence), priceDate: maybe(day()), nextUserGroup: fc.constantFrom(null, 'pupil'), nextMonths: fc.constantFrom(null, 12, 24, 7), reason: fc.constant(null),
});

const needAt = ({ day }: Choice) => (id: number): fc.Arbitrary<PlannedNeed> => fc.record({
  name: fc.constant(`Need ${id}`), categoryKey: fc.constantFrom(...KINDS), costCategory: fc.constantFrom(...COST_CATEGORIES), fundKey: fc.constantFrom(null, 'delegated'),
  on: day('2024-01-01', '2033-12-31'), quantity: fc.integer({ min: 1, max: 30 }), unitPence: maybe(pence), priceDate: maybe(day()),
  yearlyPence: fc.oneof(fc.constant(0), pence), riseBp: maybe(rate, 1, 2), included: fc.boolean(),
  until: maybe(day('2024-01-01', '2035-12-31'), 1, 2),
}).map((parts) => ({ ...parts, id: 700_000 + id, costId: 710_000 + id, costName: null }));

const rate = fc.oneof(fc.constant(300), fc.integer({ min: -500, max: 1_500 }));
const riseSteps = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2016, max: 2034 }), bp: rate }), { selector: (step) => step.year, maxLength: 4 });
export const inflation: fc.Arbitrary<Inflation> = fc.record({
  defaultBp: rate, shipped: fc.boolean(), steps: riseSteps,
  series: fc.uniqueArray(fc.record({
    categoryKey: fc.constantFrom(...KINDS, 'support_contract'), bp: maybe(rate),
    steps: riseSteps,
  }), { selector: (series) => series.categoryKey, maxLength: 3 }),
});

const recurringAt = ({ day }: Choice) => (id: number): fc.Arbitrary<RecurringCost> => fc.record({
  name: fc.constant(`Cost ${id}`), categoryKey: fc.constantFrom('support_contract', 'software', 'laptop'), costCategory: fc.constantFrom(...COST_CATEGORIES),
  amountPence: maybe(pence, 6), priceDate: maybe(day()), start: maybe(day('2024-01-01', '2030-12-31')), end: maybe(day('2025-01-01', '2033-12-31')),
  autoRenews: fc.boolean(), riseBp: maybe(rate, 1, 2),
  period: fc.constantFrom('yearly' as const, 'yearly' as const, 'monthly' as const, 'termly' as const, 'every_n_years' as const),
  periodYears: fc.integer({ min: 2, max: 4 }), driver: fc.constantFrom('site' as const, 'site' as const, ...COST_DRIVERS), units: maybe(fc.integer({ min: 1, max: 90 }), 4),
  deviceCategoryKey: maybe(fc.constantFrom(...KINDS), 5),
}).map((parts) => ({ ...parts, id: 500_000 + id, supplierId: null, fundKey: null }));

/** What was lost, broken and mended, oldest first; most of it laptops, so that a record says enough. */
const ledgerFrom = (choice: Choice, consumables: boolean): fc.Arbitrary<LedgerEntry[]> =>
  (consumables ? fc.tuple(lossesFrom(choice), boughtFrom(choice)).map(([lost, bought]) => [...lost, ...bought]
    .toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1)).map((entry, index) => ({ ...entry, id: index + 1 }))) : lossesFrom(choice));

/** Toner and lamps, bought and used up over some years. */
const boughtFrom = ({ day }: Choice): fc.Arbitrary<LedgerEntry[]> => fc.array(fc.record({
  kind: fc.constantFrom('bought' as const, 'bought' as const, 'used' as const), happenedOn: day('2023-01-01', '2027-12-31'),
  categoryKey: fc.constantFrom('printer', 'printer', 'printer', 'laptop'), item: fc.constantFrom('Toner', 'Toner', 'Lamp', null), quantity: fc.integer({ min: 1, max: 9 }), pence: maybe(pence, 5),
}), { minLength: 6, maxLength: 24 }).map((entries) => entries.map((parts, index) => ({ ...parts, id: index + 1, userGroup: null, assetId: null, notes: null })));

const lossesFrom = ({ day }: Choice): fc.Arbitrary<LedgerEntry[]> => fc.array(fc.record({
  kind: fc.constantFrom('lost' as const, 'broken' as const, 'broken' as const, 'repaired' as const), happenedOn: day('2022-01-01', '2027-12-31'),
  categoryKey: fc.constantFrom('laptop', 'laptop', 'laptop', 'desktop'), userGroup: fc.constantFrom(null, null, 'staff' as const, 'pupil' as const),
  assetId: fc.constantFrom(null, null, 1, 2, 3), quantity: fc.integer({ min: 1, max: 3 }), pence: maybe(pence),
}), { maxLength: 24 }).map((entries) => entries.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))
  .map((parts, index) => ({ ...parts, id: index + 1, item: null, notes: null })));

const rolls: fc.Arbitrary<Roll[]> = fc.uniqueArray(fc.record({
  year: fc.integer({ min: 2025, max: 2034 }), pupils: maybe(fc.integer({ min: 0, max: 1_500 })), staff: maybe(fc.integer({ min: 1, max: 150 })),
}), { selector: ({ year }) => year, maxLength: 6 });

const model = ({ day }: Choice) => (id: number): fc.Arbitrary<AssetModel> => fc.record({
  categoryKey: fc.constantFrom('laptop', 'laptop', ...KINDS), unitPence: maybe(pence), priceDate: maybe(day()), vendorSupportEnd: maybe(day()),
}).map((parts) => modelOf({ ...parts, id, make: 'Tamar', name: '14' }));

/** Fixed-length lists, so that shrinking keeps ids. */
const each = <T>(make: (id: number) => fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.integer({ min: 0, max: most }).chain((length) => fc.tuple(...Array.from({ length }, (_, index) => make(index + 1))));

export type PlanKind = {
  readonly assets?: number;
  readonly losses?: boolean;
  readonly tight?: boolean;
  /** Windows, other models to follow, disposal, planned actions and needs; true unless set. */
  readonly decided?: boolean;
  /** Whether the ledger holds what is bought and used up; false unless set. */
  readonly consumables?: boolean;
  /** Whether overdue kit may be bought over several years; true unless set. */
  readonly backlog?: boolean;
};

/** A whole school, its figures and policies at random; `tight` ones have all their dates on a few days. */
export function plan({ assets = 12, losses = true, tight = false, decided = true, backlog = true, consumables = false }: PlanKind = {}): fc.Arbitrary<PlanSnapshot> {
  const choice = tight ? TIGHT : WIDE;
  return fc.record({
    yearStartMonth: tight ? fc.constantFrom(4, 5) : fc.constantFrom(4, 9, 4, 9, 1, 8),
    assets: each(assetAt(choice), assets), models: each(model(choice), 2),
    policies: fc.array(policy(losses, decided, choice), { minLength: 3, maxLength: 12 }), inflation, recurring: each(recurringAt(choice), 3),
    budgets: fc.array(budgetLine, { maxLength: 6 }), rolls, ledger: ledgerFrom(choice, consumables),
    actions: decided ? fc.array(action(choice, assets), { maxLength: 10 }) : fc.constant([]), needs: decided ? each(needAt(choice), 2) : fc.constant([]),
    backlogYears: backlog ? fc.constantFrom(1, 1, 1, 1, 1, 2, 3, 5) : fc.constant(1), swaps: fc.boolean(),
  }).map(({ yearStartMonth, backlogYears, swaps, ...parts }) => short(schoolOf({
    ...parts, policies: swaps ? parts.policies : parts.policies.map((each) => ({ ...each, replacementModelId: null })), categories: SHIPPED_CATEGORIES, departments: [department(1, 'Maths'), department(2, 'Art')], locations: [place(1, 'IT3'), place(2, 'Library')],
    school: { name: 'Hillcrest School', type: 'maintained', yearStartMonth, horizonYears: 5, pupils: 1140, staff: null, accessTarget: null, ...SCHOOL_DEFAULTS, backlogYears },
  })));
}

const budgetLine = fc.record({
  year: fc.integer({ min: 2024, max: 2034 }), fundKey: fc.constantFrom('delegated', 'lease'), costCategory: fc.constant(null), nature: fc.constant(null),
  pence: fc.integer({ min: 0, max: 20_000_000 }),
});

/** Leaves what every school has alike out of the report of a failure. */
function short(snapshot: PlanSnapshot): PlanSnapshot {
  const { school, models, assets, policies, inflation: rises, recurring, budgets, rolls: byYear, ledger, actions, needs } = snapshot;
  const told = (value: unknown): string => JSON.stringify(value, (_, each: unknown) => (each === null || each === false ? undefined : each));
  return Object.defineProperty({ ...snapshot }, fc.toStringMethod, {
    value: () => told({ start: school.yearStartMonth, backlogYears: school.backlogYears, actions, needs, models, assets, policies, inflation: rises, recurring, budgets, rolls: byYear, ledger }),
  });
}

const asked = (tight: boolean): fc.Arbitrary<OracleOptions> => fc.record({
  asOf: tight ? TIGHT.day().filter((date) => date > '2025' && date < '2028') : day('2025-01-01', '2028-12-31'),
  years: fc.integer({ min: 1, max: 10 }),
});

/** An as-at date and a horizon, in the school's own calendar. */
export const options = asked(false);

/** The other calendar too, and another first year. */
export const anyOptions = (tight = false): fc.Arbitrary<OracleOptions> => asked(tight).chain((made) => fc.record({
  yearStartMonth: fc.constantFrom(4, 9, 1), firstYear: fc.integer({ min: 2024, max: 2029 }),
}, { requiredKeys: [] }).map((more) => ({ ...made, ...more })));
