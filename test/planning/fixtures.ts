import { NO_ANALYSIS } from '../../planning/analysis/facts.ts';
import { NO_FINANCE } from '../../planning/budget/finance.ts';
import { SHIPPED_FUNDS } from '../../planning/budget/fund.ts';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { forecast } from '../../planning/forecast.ts';
import type { ForecastOptions } from '../../planning/context.ts';
import { SCHOOL_DEFAULTS } from '../../planning/school-defaults.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import type { Forecast, ForecastLine } from '../../planning/result.ts';
import type { Asset, AssetModel, BudgetLine, Department, Location, PlanSnapshot, RecurringCost, RefreshPolicy } from '../../planning/snapshot.ts';

/** The day of the worked cases: a Saturday in the autumn term. */
export const AS_OF = '2026-11-21';

/** The shipped policies with ids, as a new plan file holds them. */
export const shippedPolicies = (): RefreshPolicy[] => SHIPPED_POLICIES.map((policy, index) => ({ id: index + 1, ...policy }));

/** What a plan has beside its kit, policies and money: nothing yet. */
export const EMPTY_LISTS = {
  yearGroups: [], warranties: [], contracts: [], software: [], ledger: [], orders: [], orderLines: [], acknowledgements: [], settled: [],
  rolls: [], actions: [], analysis: NO_ANALYSIS, needs: [], holidays: [], scenarios: [], funds: SHIPPED_FUNDS, finance: NO_FINANCE,
} as const satisfies Partial<PlanSnapshot>;

export const schoolOf = (parts: Partial<PlanSnapshot> = {}): PlanSnapshot => ({
  school: { name: 'Hillcrest School', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: 1140, staff: null, accessTarget: null, ...SCHOOL_DEFAULTS },
  categories: SHIPPED_CATEGORIES, departments: [], locations: [], suppliers: [], models: [], assets: [],
  policies: shippedPolicies(), inflation: { defaultBp: 300, shipped: true, series: [] }, recurring: [], budgets: [],
  ...EMPTY_LISTS,
  ...parts,
});

/** A laptop in use of which nothing else is known. */
export const BLANK_KIT: Omit<Asset, 'id'> = {
  tag: null, serial: null, description: 'Tamar 14 laptop', categoryKey: 'laptop', userGroup: null,
  modelId: null, departmentId: null, locationId: null, supplierId: null, quantity: 1, status: 'in_use',
  purchaseDate: null, purchaseDateAssumed: false, inServiceDate: null, unitPaidPence: null, unitVatPence: null,
  orderNumber: null, fundKey: null, coverEnd: null, vendorSupportEnd: null, osEnd: null, osCanMove: true,
  leaseEnd: null, overridePence: null, overridePriceDate: null, movedTo: null, movedReason: null,
  upgradeDoneOn: null, succeedsAssetId: null, source: null, notes: null, purchaseDateBasis: null, osReleaseId: null, osName: null,
  yearGroupId: null, orderLineId: null, passedDownOn: null, disposedOn: null, disposalRoute: null, disposalCertificate: null,
  dataWipedOn: null, disposalPence: null,
};

let nextId = 1;

/** The next thing made has the number 1 again. What is drawn by number must not hang on which files ran before. */
export const countFromOne = (): void => { nextId = 1; };

/** One laptop in use with nothing known about it, and what the test says instead. */
export const kit = (parts: Partial<Asset> = {}): Asset => ({ id: nextId++, ...BLANK_KIT, ...parts });

/** A room that lies in nothing. */
export const place = (id: number, name: string, parts: Partial<Location> = {}): Location =>
  ({ id, name, parentId: null, kind: 'room', pupils: null, accessTarget: null, ...parts });

export const department = (id: number, name: string, parts: Partial<Department> = {}): Department =>
  ({ id, name, pupils: null, accessTarget: null, ...parts });

/** A model of which nothing is known but its name. */
export const model = (parts: Pick<AssetModel, 'id' | 'name' | 'categoryKey'> & Partial<AssetModel>): AssetModel => ({
  make: null, unitPence: null, priceDate: null, vendorSupportEnd: null, watts: null, memoryGb: null, processor: null, cores: null, storageGb: null, ...parts,
});


export const cost = (parts: Partial<RecurringCost> = {}): RecurringCost => ({
  id: nextId++, name: 'Broadband', categoryKey: 'support_contract', costCategory: 'connectivity', amountPence: 980_000, period: 'yearly',
  periodYears: null, driver: 'site', units: null, deviceCategoryKey: null, priceDate: '2026-04-01', start: null, end: null, autoRenews: false,
  riseBp: null, supplierId: null, fundKey: null, ...parts,
});

/** One figure a year from 2026, from the delegated budget. */
export const budgetOf = (...pounds: readonly number[]): BudgetLine[] =>
  pounds.map((each, index) => ({ year: 2026 + index, fundKey: 'delegated', costCategory: null, nature: null, pence: each * 100 }));

/** The shipped policies with one category's changed, every user group of it alike. */
export const policiesWith = (categoryKey: string, change: Partial<RefreshPolicy>): RefreshPolicy[] =>
  shippedPolicies().map((policy) => (policy.categoryKey === categoryKey ? { ...policy, ...change } : policy));

export const planFor = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}, options: Partial<ForecastOptions> = {}): Forecast =>
  forecast(schoolOf({ assets, ...parts }), { asOf: AS_OF, ...options });

/** A line in one short string: `2026/27 replace 2026-12-12 1 × 36500`. */
export const told = (plan: Forecast, line: ForecastLine): string =>
  `${plan.years[line.yearIndex]?.label} ${line.kind} ${line.date} ${line.quantity} × ${line.unitPence}`;

export const toldAll = (plan: Forecast): string[] => plan.lines.map((line) => told(plan, line));
