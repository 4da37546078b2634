/**
 * The closed lists that the whole product speaks in. A key never changes once a plan file holds it;
 * the words people read live beside it here, so that every screen and document says the same.
 */

/** Whole pence, net of VAT unless the name says otherwise. Always an integer. */
export type Pence = number;
/** Hundredths of a per cent: 300 is 3 %. Always an integer. */
export type BasisPoints = number;
/** `yyyy-mm-dd`: a calendar day without a time or a zone. */
export type IsoDate = string;
/** Months since January 2000: (year − 2000) × 12 + month − 1. The engine counts in these. */
export type MonthIndex = number;

export const ASSET_STATUSES = [
  'planned', 'ordered', 'in_stock', 'in_use', 'on_loan', 'in_repair', 'spare',
  'cascaded', 'retired', 'disposed', 'lost', 'stolen',
] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

export const STATUS_WORDS: Readonly<Record<AssetStatus, string>> = {
  planned: 'Planned', ordered: 'On order', in_stock: 'In stock', in_use: 'In use', on_loan: 'On loan',
  in_repair: 'In repair', spare: 'Spare', cascaded: 'Passed down', retired: 'Retired',
  disposed: 'Disposed of', lost: 'Lost', stolen: 'Stolen',
};

export const USER_GROUPS = ['staff', 'pupil', 'shared'] as const;
export type UserGroup = (typeof USER_GROUPS)[number];

/** What can set a replace-by date, in the order in which a tie is named. */
export const LIMITING_FACTORS = [
  'policy_life', 'warranty_end', 'vendor_support_end', 'os_end', 'contract_end', 'manual',
] as const;
export type LimitingFactor = (typeof LIMITING_FACTORS)[number];
/** The factors a policy may name as binding: a manual date is a decision about one asset, never a policy. */
export type BindingFactor = Exclude<LimitingFactor, 'manual'>;

export const LIMITING_FACTOR_WORDS: Readonly<Record<LimitingFactor, string>> = {
  policy_life: 'Policy', warranty_end: 'Warranty end', vendor_support_end: 'End of maker’s support',
  os_end: 'End of system support', contract_end: 'Lease end', manual: 'Moved by hand',
};

/** DfE's seven ICT cost categories (CFR from 2024-25). */
export const COST_CATEGORIES = [
  'connectivity', 'onsite_servers', 'it_learning_resources', 'admin_software',
  'laptops_desktops_tablets', 'other_hardware', 'it_support',
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** The five chart groups, in stack order from the bottom; colour and order follow them everywhere. */
export const CHART_GROUPS = ['running', 'devices', 'displays', 'servers', 'network'] as const;
export type ChartGroup = (typeof CHART_GROUPS)[number];

export const CHART_GROUP_WORDS: Readonly<Record<ChartGroup, string>> = {
  running: 'Running costs', devices: 'Devices', displays: 'Displays, print, AV',
  servers: 'Servers', network: 'Network',
};

/**
 * Why an asset is not in the forecast. `unusable_value` is kit whose own row or policy holds a figure that no
 * sum can use (a life of 0 months, a quantity of −1): intake and the plan file refuse those, so none is expected.
 * `kept`: somebody decided that it stays in use and is not replaced.
 */
export const NOT_FORECAST_REASONS = [
  'no_purchase_date', 'no_cover_date', 'run_to_fail',
  'status_retired', 'status_disposed', 'status_lost', 'status_stolen', 'unusable_value', 'kept',
] as const;
export type NotForecastReason = (typeof NOT_FORECAST_REASONS)[number];

/**
 * What a line of the forecast is: a replacement, a mid-life upgrade, a year of cover or support bought to keep kit
 * longer, what getting rid of kit costs or brings in, a running cost, a consumable, kit lost or broken, a need agreed.
 */
export const LINE_KINDS = ['replace', 'upgrade', 'extend', 'disposal', 'recurring', 'consumable', 'loss', 'need'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What a fund is, whatever a school calls it: its rules follow from this until the school sets its own. */
export const FUND_KINDS = [
  'delegated', 'dfc', 'other_capital', 'pupil_premium', 'donation_pta', 'grant',
  'trust_central', 'reserve', 'lease', 'direct_revenue_financing',
] as const;
export type FundKind = (typeof FUND_KINDS)[number];
/** A fund of the plan: one of the shipped ones, whose key is its kind, or one of the school's own. */
export type FundKey = string;

export const FUND_KIND_WORDS: Readonly<Record<FundKind, string>> = {
  delegated: 'Delegated budget', dfc: 'Devolved formula capital', other_capital: 'Other capital',
  pupil_premium: 'Pupil premium', donation_pta: 'Donations and PTA', grant: 'Grant',
  trust_central: 'Trust central', reserve: 'Reserve', lease: 'Lease',
  direct_revenue_financing: 'Direct revenue financing',
};

/** Money spent in its year, or on what lasts and is written off over years. */
export const SPEND_NATURES = ['revenue', 'capital'] as const;
export type SpendNature = (typeof SPEND_NATURES)[number];

/** What a fund may be spent on at all. */
export const FUND_USES = ['anything', 'capital', 'revenue'] as const;
export type FundUse = (typeof FUND_USES)[number];

/** What a fund may never be spent on, whatever else it may. */
export const FUND_EXCLUSIONS = ['software', 'training', 'operating_lease', 'consumables', 'repairs'] as const;
export type FundExclusion = (typeof FUND_EXCLUSIONS)[number];

export const FUND_EXCLUSION_WORDS: Readonly<Record<FundExclusion, string>> = {
  software: 'software', training: 'training', operating_lease: 'operating leases', consumables: 'consumables', repairs: 'repairs',
};

/** What becomes of what is left of a fund when a year ends: kept, kept for the same use, or given back. */
export const LEFT_OVERS = ['kept', 'same_use', 'returned'] as const;
export type LeftOver = (typeof LEFT_OVERS)[number];

/** What the capital threshold is held against: the price of one item, what is bought together, or a question each time. */
export const THRESHOLD_BASES = ['item', 'order', 'ask'] as const;
export type ThresholdBasis = (typeof THRESHOLD_BASES)[number];

/** The codes that a school accounts by: consistent financial reporting, or the lines of an academy's returns. */
export const CODE_SCHEMES = ['cfr', 'academy'] as const;
export type CodeScheme = (typeof CODE_SCHEMES)[number];

/** What somebody has to agree to. */
export const APPROVAL_SUBJECTS = ['order', 'virement', 'budget'] as const;
export type ApprovalSubject = (typeof APPROVAL_SUBJECTS)[number];

export const APPROVAL_SUBJECT_WORDS: Readonly<Record<ApprovalSubject, string>> = {
  order: 'Orders', virement: 'Virements', budget: 'The year’s budget',
};

export const SCHOOL_TYPES = [
  'maintained', 'voluntary_aided', 'academy', 'free_school', 'special', 'pru_ap', 'independent', 'other',
] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

export const SCHOOL_TYPE_WORDS: Readonly<Record<SchoolType, string>> = {
  maintained: 'Maintained school', voluntary_aided: 'Voluntary aided school', academy: 'Academy',
  free_school: 'Free school', special: 'Special school', pru_ap: 'PRU or alternative provision',
  independent: 'Independent school', other: 'Other',
};

/** "Whose view": a lens on the same figures, never a permission. Also the role a change is recorded under. */
export const ROLES = ['network_manager', 'business_manager', 'slt'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  network_manager: 'Network manager', business_manager: 'Business manager', slt: 'Senior leaders',
};

/** What can become of kit that leaves the school. */
export const DISPOSAL_ROUTES = [
  'reuse', 'resale', 'donation', 'return_to_lessor', 'weee_recycle', 'parts', 'destroyed',
] as const;
export type DisposalRoute = (typeof DISPOSAL_ROUTES)[number];

export const DISPOSAL_ROUTE_WORDS: Readonly<Record<DisposalRoute, string>> = {
  reuse: 'Reused elsewhere', resale: 'Sold', donation: 'Given away', return_to_lessor: 'Returned to the lessor',
  weee_recycle: 'Recycled (WEEE)', parts: 'Kept for parts', destroyed: 'Destroyed',
};

/** The steps of the location tree, from the widest. */
export const LOCATION_KINDS = ['site', 'building', 'room'] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

export const LOCATION_KIND_WORDS: Readonly<Record<LocationKind, string>> = {
  site: 'Site', building: 'Building', room: 'Room',
};

/** What is paid for again and again: a plain running cost, a contract, or a title of software. */
export const AGREEMENT_KINDS = ['running', 'contract', 'software'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** How often an agreement is paid; `once` is a purchase that never comes round again (a perpetual licence). */
export const PAY_PERIODS = ['monthly', 'termly', 'yearly', 'every_n_years', 'once'] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];
/** The periods of what comes round again. */
export type RecurringPeriod = Exclude<PayPeriod, 'once'>;

export const PAY_PERIOD_WORDS: Readonly<Record<PayPeriod, string>> = {
  monthly: 'Monthly', termly: 'Termly', yearly: 'Yearly', every_n_years: 'Every few years', once: 'Once',
};

/** What the amount of an agreement is for: the whole school, a seat, a pupil, a member of staff, a device of one kind. */
export const COST_DRIVERS = ['site', 'per_seat', 'per_pupil', 'per_staff', 'per_device'] as const;
export type CostDriver = (typeof COST_DRIVERS)[number];

export const COST_DRIVER_WORDS: Readonly<Record<CostDriver, string>> = {
  site: 'Whole school', per_seat: 'Per seat', per_pupil: 'Per pupil', per_staff: 'Per member of staff',
  per_device: 'Per device',
};

export const CONTRACT_KINDS = ['hardware_cover', 'support', 'service', 'connectivity', 'lease', 'other'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const CONTRACT_KIND_WORDS: Readonly<Record<ContractKind, string>> = {
  hardware_cover: 'Hardware cover', support: 'Support', service: 'Service', connectivity: 'Connectivity',
  lease: 'Lease', other: 'Other',
};

/** A period of hardware cover: what came with the purchase, or an extension bought later. */
export const WARRANTY_KINDS = ['standard', 'extension'] as const;
export type WarrantyKind = (typeof WARRANTY_KINDS)[number];

/** What the ledger of consumables and losses records. */
export const LEDGER_KINDS = ['bought', 'used', 'lost', 'broken', 'repaired'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const LEDGER_KIND_WORDS: Readonly<Record<LedgerKind, string>> = {
  bought: 'Bought', used: 'Used', lost: 'Lost', broken: 'Broken', repaired: 'Repaired',
};

/** What can be about to end and be acknowledged: hardware cover, maker's or system support, an agreement. */
export const EXPIRY_SUBJECTS = ['cover', 'support', 'agreement'] as const;
export type ExpirySubject = (typeof EXPIRY_SUBJECTS)[number];

/** What a school decided about something that ends; with a reason it silences that end. */
export const EXPIRY_DECISIONS = ['accept', 'extend', 'replace', 'retire', 'cancel', 'renew'] as const;
export type ExpiryDecision = (typeof EXPIRY_DECISIONS)[number];

export const EXPIRY_DECISION_WORDS: Readonly<Record<ExpiryDecision, string>> = {
  accept: 'Go on without', extend: 'Extend it', replace: 'Replace the kit', retire: 'Retire the kit',
  cancel: 'Let it end', renew: 'Renew it',
};

/**
 * What is to become of kit when it falls due, where that is not a plain replacement. `replace` takes back what a
 * parent scenario decided.
 */
export const PLANNED_ACTIONS = ['replace', 'keep', 'retire', 'pass_down', 'extend_cover', 'extend_support'] as const;
export type PlannedActionKind = (typeof PLANNED_ACTIONS)[number];

export const PLANNED_ACTION_WORDS: Readonly<Record<PlannedActionKind, string>> = {
  replace: 'Replace it', keep: 'Keep it until it fails', retire: 'Do not replace it', pass_down: 'Pass it down',
  extend_cover: 'Extend its cover', extend_support: 'Pay for longer support',
};

/** Where the loss rate of a policy comes from: its own figure, or the school's record. */
export const LOSS_SOURCES = ['policy', 'record'] as const;
export type LossSource = (typeof LOSS_SOURCES)[number];

/** A working scenario can be changed; a locked one only copied; a published one is frozen with its figures. */
export const SCENARIO_STATES = ['working', 'locked', 'published'] as const;
export type ScenarioState = (typeof SCENARIO_STATES)[number];

export const SCENARIO_STATE_WORDS: Readonly<Record<ScenarioState, string>> = {
  working: 'Working copy', locked: 'Locked', published: 'Published',
};

/** What a scenario can say differently from the one it starts from. */
export const PLAN_CHANGE_KINDS = [
  'life', 'policy', 'price_rise', 'loss_rate', 'move', 'action', 'need', 'budget', 'backlog',
] as const;
export type PlanChangeKind = (typeof PLAN_CHANGE_KINDS)[number];
