import type { AnalysisFacts } from './analysis/facts.ts';
import type { FinanceFacts, Place } from './budget/finance.ts';
import type { Fund } from './budget/fund.ts';
import type { Category } from './categories.ts';
import type { Acknowledgement, Agreement, Contract, SoftwareTitle } from './agreements/agreement.ts';
import type { Settled } from './quality/settled.ts';
import type { PlannedAction, PlannedNeed } from './scenarios/action.ts';
import type { Scenario } from './scenarios/scenario.ts';
import type { LedgerEntry } from './upkeep/ledger-entry.ts';
import type { Order, OrderLine } from './orders/order.ts';
import type {
  AssetStatus, BasisPoints, BindingFactor, DisposalRoute, FundKey, IsoDate, LocationKind, LossSource, Pence, RecurringPeriod, SchoolType,
  UserGroup, WarrantyKind,
} from './vocabulary.ts';

/**
 * Everything the sums need, as plain JSON. The plan file produces it, the contract carries it, the engine
 * reads it; nothing in it is a class, a `Date` or a database row.
 */
export type PlanSnapshot = {
  readonly school: School;
  readonly categories: readonly Category[];
  readonly departments: readonly Department[];
  readonly locations: readonly Location[];
  readonly suppliers: readonly Supplier[];
  readonly models: readonly AssetModel[];
  readonly assets: readonly Asset[];
  readonly policies: readonly RefreshPolicy[];
  readonly inflation: Inflation;
  readonly recurring: readonly RecurringCost[];
  readonly budgets: readonly BudgetLine[];
  readonly yearGroups: readonly YearGroup[];
  /** Every period of hardware cover, by asset and end. */
  readonly warranties: readonly Warranty[];
  readonly contracts: readonly Contract[];
  readonly software: readonly SoftwareTitle[];
  /** Consumables and losses, oldest first. */
  readonly ledger: readonly LedgerEntry[];
  readonly orders: readonly Order[];
  readonly orderLines: readonly OrderLine[];
  /** What was decided about things that end. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** What looked wrong in the register and was said to be right. */
  readonly settled: readonly Settled[];
  /** The roll of each financial year that has one of its own; `school` says it for the others. */
  readonly rolls: readonly Roll[];
  /** What is to become of kit when it falls due, where that is not a plain replacement. */
  readonly actions: readonly PlannedAction[];
  /** What the school wants to achieve, what people need for it, and what was decided. */
  readonly analysis: AnalysisFacts;
  /** What the options of needs put into the plan: worked out from `analysis` by planning/analysis/planned.ts, whenever facts are read. */
  readonly needs: readonly PlannedNeed[];
  /** Where money comes from, in the order of lists. */
  readonly funds: readonly Fund[];
  /** What the school accounts by, and what has become of its money. */
  readonly finance: FinanceFacts;
  /** When nobody is taught, in the order of their days: kit is put in then. Empty where the school has not said. */
  readonly holidays: readonly SchoolHoliday[];
  /** The ways forward, the plan's own facts first. */
  readonly scenarios: readonly Scenario[];
};

/** Days without lessons, the first and the last included. */
export type SchoolHoliday = { readonly id: number; readonly name: string; readonly firstDay: IsoDate; readonly lastDay: IsoDate };

export type School = {
  readonly name: string;
  readonly type: SchoolType;
  /** First month of the financial year: 4 for April, 9 for September; any of 1 to 12 is allowed. */
  readonly yearStartMonth: number;
  /** Years in the plan, 3 to 10. */
  readonly horizonYears: number;
  readonly pupils: number | null;
  /** Members of staff, for what is paid by the head. */
  readonly staff: number | null;
  /** The school's own target: pupils for each usable pupil device, in hundredths (500 is 5 to 1); null where it has none. */
  readonly accessTarget: number | null;
  /** Years over which kit overdue today is bought, in even parts, 1 to 10. 1 is at once. */
  readonly backlogYears: number;
  /** VAT on what the school buys, shown beside net: 2,000 is 20 %. */
  readonly vatBp: BasisPoints;
  /** Months after which a price is flagged as old, 1 to 120. */
  readonly priceAgeMonths: number;
};

/** Pupils and staff expected in one financial year (named by its start); null where the school's own number holds. */
export type Roll = { readonly year: number; readonly pupils: number | null; readonly staff: number | null };

/** Pupils who share devices, and the school's target for them in hundredths; null where nobody has said. */
type Pupils = { readonly pupils: number | null; readonly accessTarget: number | null };
export type Department = { readonly id: number; readonly name: string } & Pupils;
export type YearGroup = { readonly id: number; readonly name: string } & Pupils;
/** A place in the tree of site, building and room. Only a site has pupils. */
export type Location = {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
  readonly kind: LocationKind;
} & Pupils;
export type Supplier = { readonly id: number; readonly name: string };

export type AssetModel = {
  readonly id: number;
  readonly categoryKey: string;
  readonly make: string | null;
  readonly name: string;
  /** What one costs today, net; null where nobody has entered it. */
  readonly unitPence: Pence | null;
  readonly priceDate: IsoDate | null;
  /** End of the maker's firmware, security or auto-update support. */
  readonly vendorSupportEnd: IsoDate | null;
  readonly watts: number | null;
  readonly memoryGb: number | null;
  readonly processor: string | null;
  /** Cores of its processor. */
  readonly cores: number | null;
  readonly storageGb: number | null;
};

/** A period of hardware cover of one asset. */
export type Warranty = {
  readonly id: number;
  readonly assetId: number;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate;
  readonly supplierId: number | null;
  /** The supplier's number for it. */
  readonly reference: string | null;
  readonly kind: WarrantyKind;
  /** What the period cost for one item, net; null where it came with the purchase or nobody wrote it down. */
  readonly costPence: Pence | null;
};

/** One register row: a single item, or `quantity` equal items kept as a group. */
export type Asset = {
  readonly id: number;
  readonly tag: string | null;
  readonly serial: string | null;
  /** What it is, in the school's words: "Kestrel 400 small desktop". */
  readonly description: string;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly modelId: number | null;
  readonly departmentId: number | null;
  readonly locationId: number | null;
  readonly supplierId: number | null;
  readonly quantity: number;
  readonly status: AssetStatus;
  readonly purchaseDate: IsoDate | null;
  /** True where only a year or a month was known: the day was assumed. */
  readonly purchaseDateAssumed: boolean;
  /** What an assumed date rests on, in the school's words; null where only the day or month was made up. */
  readonly purchaseDateBasis: string | null;
  /** When it went into use, where that differs from when it was bought. */
  readonly inServiceDate: IsoDate | null;
  /** What was paid for one, net. */
  readonly unitPaidPence: Pence | null;
  /** VAT on one, kept apart; null where the register did not say. */
  readonly unitVatPence: Pence | null;
  readonly orderNumber: string | null;
  readonly fundKey: FundKey | null;
  /** The latest end of its hardware cover, over all its warranty periods and the contracts that cover it. */
  readonly coverEnd: IsoDate | null;
  readonly vendorSupportEnd: IsoDate | null;
  /** The release of the support list that it runs. */
  readonly osReleaseId: number | null;
  /** What it runs, in words: the school's own, else the release's label. */
  readonly osName: string | null;
  /** End of security support of the system it runs: its own date, else the release's. Binds only where `osCanMove` is false. */
  readonly osEnd: IsoDate | null;
  readonly osCanMove: boolean;
  readonly leaseEnd: IsoDate | null;
  /** Its own price for a replacement, before any model's or policy's. */
  readonly overridePence: Pence | null;
  readonly overridePriceDate: IsoDate | null;
  /** The day it was moved to by hand, and why ("no reason given" when null). */
  readonly movedTo: IsoDate | null;
  readonly movedReason: string | null;
  /** When the mid-life upgrade was done; null while it has not been recorded. */
  readonly upgradeDoneOn: IsoDate | null;
  /** The asset that this one replaced. For planned and ordered kit: the asset whose first replacement this is. */
  readonly succeedsAssetId: number | null;
  readonly yearGroupId: number | null;
  /** The line of an order that it came, or is to come, with. */
  readonly orderLineId: number | null;
  readonly passedDownOn: IsoDate | null;
  readonly disposedOn: IsoDate | null;
  readonly disposalRoute: DisposalRoute | null;
  readonly disposalCertificate: string | null;
  readonly dataWipedOn: IsoDate | null;
  /** What one brought in when it left, net. */
  readonly disposalPence: Pence | null;
  /** The import it came from, for "why": "Import 3 (kit list 2026.xlsx)". */
  readonly source: string | null;
  readonly notes: string | null;
};

/**
 * How long kit is kept and what it costs to replace. The most specific policy wins: asset, then model, then
 * category and user group, then category.
 */
export type RefreshPolicy = {
  readonly id: number;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly modelId: number | null;
  readonly assetId: number | null;
  /** 1 to 600. */
  readonly lifeMonths: number;
  /** The shortest and the longest life that the school has agreed to; null where it has not said. */
  readonly leastMonths: number | null;
  readonly mostMonths: number | null;
  /** Which candidates may set the date; empty means run until it fails. */
  readonly binding: readonly BindingFactor[];
  /** Months after the end of cover that a `warranty_end` still allows; 0 unless set. */
  readonly toleranceMonths: number;
  readonly unitPence: Pence | null;
  readonly priceDate: IsoDate | null;
  /** Where the price is from: "quote", "order 5102", "price list". */
  readonly priceSource: string | null;
  /** What it is replaced by, whose price counts before the policy's; null where like is bought for like. */
  readonly replacementModelId: number | null;
  readonly upgrade: MidLifeUpgrade | null;
  /** Losses and breakages a year; 0 is shipped: none is assumed for a school. */
  readonly lossBp: BasisPoints;
  /** `record`: the school's own rate where its ledger holds enough events, else `lossBp`. */
  readonly lossFrom: LossSource;
  /** Calendar months (1 to 12) in which purchases are placed; empty means any. */
  readonly purchaseMonths: readonly number[];
  /** The fund that pays; null where the school has not said. */
  readonly fundKey: FundKey | null;
  /** Months over which it is written off in the books, 1 to 600, and what it then stands at, of its price; null takes that of the next wider policy, else the school's own. */
  readonly bookLifeMonths: number | null;
  readonly residualBp: BasisPoints | null;
  /** What getting rid of one costs, and what one brings in when it leaves (at most what was paid), today, net. */
  readonly disposalPence: Pence | null;
  readonly tradeInPence: Pence | null;
  /** Financial year (by its start) from which this life applies; earlier-due assets keep `lifeMonthsBefore`. */
  readonly fromYear: number | null;
  readonly lifeMonthsBefore: number | null;
  /** True until the school sets its own: the life shown is a shipped convention. */
  readonly shipped: boolean;
};

export type MidLifeUpgrade = {
  readonly atMonths: number;
  readonly unitPence: Pence | null;
  readonly priceDate: IsoDate | null;
  /** What is fitted: "memory". */
  readonly what: string;
};

/** Price rises by category and financial year. Shipped: 300 bp everywhere, a convention and not a fact. */
export type Inflation = {
  readonly defaultBp: BasisPoints;
  readonly shipped: boolean;
  readonly series: readonly InflationSeries[];
  /** The rise of everything in single years, where it differs from the default; none when left out. */
  readonly steps?: readonly RiseStep[];
};
/** The rise of one financial year, named by its start. */
export type RiseStep = { readonly year: number; readonly bp: BasisPoints };
export type InflationSeries = {
  readonly categoryKey: string;
  /** For every year without its own step; null takes the rise of everything in that year. */
  readonly bp: BasisPoints | null;
  readonly steps: readonly RiseStep[];
};

/**
 * A cost that comes round again, with the terms it is paid on. Contracts and software are among them under the same
 * number. See `planning/recurring.ts` for the months in which it is charged.
 */
export type RecurringCost = Pick<Agreement,
  'id' | 'name' | 'categoryKey' | 'costCategory' | 'amountPence' | 'periodYears' | 'driver' | 'units' | 'deviceCategoryKey' | 'priceDate' | 'start'
  | 'end' | 'autoRenews' | 'riseBp' | 'supplierId' | 'fundKey'
> & { readonly period: RecurringPeriod };

/** Money for ICT in one financial year (named by its start) from one fund, divided by cost category or not yet. */
export type BudgetLine = Place & { readonly year: number; readonly pence: Pence };
