import type { Convention } from '../finance/depreciation.ts';
import type { Spread } from '../smoothing.ts';
import type {
  ApprovalSubject, CodeScheme, CostCategory, FundKey, IsoDate, Pence, SchoolType, SpendNature, ThresholdBasis,
} from '../vocabulary.ts';

/** Where money is kept: a fund, and of it what is meant for one cost category as revenue or as capital; null where it is not divided yet. */
export type Place = {
  readonly fundKey: FundKey;
  readonly costCategory: CostCategory | null;
  readonly nature: SpendNature | null;
};

/** From when on what counts as capital, until the next rule. */
export type CapitalRule = {
  readonly id: number;
  /** Financial year, by its start, from which it holds. */
  readonly fromYear: number;
  /** £0.01 or more, net. */
  readonly thresholdPence: Pence;
  readonly basis: ThresholdBasis;
  /** "LA scheme for financing schools, 1 April 2026". */
  readonly source: string | null;
};

/** Where the rule is a question each time: what was answered for what is bought of one category from one fund in one year. */
export type CapitalChoice = {
  readonly year: number;
  readonly costCategory: CostCategory;
  readonly fundKey: FundKey;
  readonly nature: SpendNature;
  readonly reason: string | null;
};

/** A year's budget as it was agreed: from then on it changes by virements alone. */
export type BudgetApproval = { readonly year: number; readonly approvedOn: IsoDate; readonly approvedBy: string; readonly note: string | null };

/** Money moved from one place to another within a year. It counts once it is agreed. */
export type Virement = {
  readonly id: number;
  readonly year: number;
  readonly from: Place;
  readonly to: Place;
  /** 1 or more. */
  readonly pence: Pence;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedOn: IsoDate;
  /** Null while nobody has agreed. */
  readonly agreedBy: string | null;
  readonly agreedOn: IsoDate | null;
};

/** A code of the school's own ledger, and what it stands for; not mapped while the category is null. A category without a nature: as its fund says. */
export type LedgerCode = {
  readonly id: number;
  readonly code: string;
  readonly description: string;
  /** As the finance system says: EX expenditure, IN income, ES expenditure on staff. */
  readonly ledgerType: string | null;
  /** The code of the return that the finance system gives it; several, one for each fund, with commas between. */
  readonly cfrCode: string | null;
  readonly costCategory: CostCategory | null;
  readonly nature: SpendNature | null;
  /** The one that exports name, where several stand for the same. */
  readonly preferred: boolean;
};

export type CostCentre = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly departmentId: number | null;
  /** Whether what is booked to it counts as ICT. */
  readonly counts: boolean;
  /** The one that exports name where a line's department has none. */
  readonly preferred: boolean;
};

/** A fund's code in the finance system; not mapped while the fund is null. */
export type FundCode = { readonly id: number; readonly code: string; readonly name: string | null; readonly fundKey: FundKey | null };

/** The number of a line of an academy's return, which no public source confirms: the school fills it in. */
export type ReturnLine = { readonly costCategory: CostCategory; readonly nature: SpendNature; readonly lineNumber: string };

/** One export of the finance system that was brought in. A year has at most one: a later one takes its place. */
export type ActualsRun = {
  readonly id: number;
  /** Financial year, by its start. */
  readonly year: number;
  /** The last day that it covers. */
  readonly through: IsoDate;
  readonly fileName: string;
  readonly sha256: string;
};

/** What was spent under one ledger code, fund and cost centre, as the finance system has it. */
export type Actual = {
  readonly id: number;
  readonly runId: number;
  /** The day of the entry; null where the export only gives the year so far. */
  readonly on: IsoDate | null;
  readonly costCategory: CostCategory;
  readonly nature: SpendNature;
  readonly fundKey: FundKey;
  /** Net; less than 0 for what came back. */
  readonly pence: Pence;
  /** What the finance system counts as committed beside it; null where the export does not say. */
  readonly committedPence: Pence | null;
  readonly ledgerCode: string;
  readonly fundCode: string | null;
  readonly costCentre: string | null;
  readonly description: string | null;
  /** Its row in the file. */
  readonly row: number;
};

/** Who may agree to what, and up to how much; null is any amount. */
export type ApprovalLimit = { readonly id: number; readonly subject: ApprovalSubject; readonly role: string; readonly upToPence: Pence | null };

/** Money put by for ICT, beside the budgets. */
export type Reserve = {
  readonly openingPence: Pence;
  /** Financial year at whose start it holds that much. */
  readonly openingYear: number;
  /** What it is not to go below. */
  readonly floorPence: Pence;
  /** How the school pays for kit: null is as it falls due. */
  readonly spread: Spread | null;
  /** What is paid into it in single years, beside what is left of the budget. */
  readonly contributions: readonly { readonly year: number; readonly pence: Pence }[];
};

/** What a kind of kit takes while it is used, for what it costs over its life; null where nobody has said. */
export type KindUpkeep = {
  readonly categoryKey: string;
  readonly watts: number | null;
  /** Tenths of an hour. */
  readonly hoursPerDayTenths: number | null;
  readonly daysPerYear: number | null;
  /** Minutes a year for one, of the support team and of those who use it. */
  readonly supportMinutes: number | null;
  readonly selfSupportMinutes: number | null;
};

/** What the school accounts by and what time and power cost it; null where it has not said. */
export type MoneyProfile = {
  /** Null follows the kind of school. */
  readonly codeScheme: CodeScheme | null;
  /** Whether VAT comes back. */
  readonly vatRecoverable: boolean;
  /** A change of kind in the middle of a plan: a maintained school that becomes an academy. */
  readonly conversion: { readonly on: IsoDate; readonly type: SchoolType; readonly yearStartMonth: number } | null;
  /** How a first and a last year are written off, and over how many months where no policy says. */
  readonly depreciation: Convention;
  readonly bookLifeMonths: number;
  /** Hundredths of a penny for a kilowatt-hour. */
  readonly energyRate: number | null;
  readonly supportHourPence: Pence | null;
  readonly selfSupportHourPence: Pence | null;
};

/** What a plan knows of the school's money beside its budgets. */
export type FinanceFacts = {
  readonly profile: MoneyProfile;
  readonly capitalRules: readonly CapitalRule[];
  readonly capitalChoices: readonly CapitalChoice[];
  readonly approvals: readonly BudgetApproval[];
  readonly virements: readonly Virement[];
  readonly ledgerCodes: readonly LedgerCode[];
  readonly costCentres: readonly CostCentre[];
  readonly fundCodes: readonly FundCode[];
  readonly returnLines: readonly ReturnLine[];
  readonly actualsRuns: readonly ActualsRun[];
  readonly actuals: readonly Actual[];
  readonly approvalLimits: readonly ApprovalLimit[];
  readonly reserve: Reserve | null;
  readonly upkeep: readonly KindUpkeep[];
};

/** What holds until a school says otherwise: three years in the books is a convention of schools and no rule. */
export const USUAL_PROFILE: MoneyProfile = {
  codeScheme: null, vatRecoverable: true, conversion: null, depreciation: 'months', bookLifeMonths: 36,
  energyRate: null, supportHourPence: null, selfSupportHourPence: null,
};

export const NO_FINANCE: FinanceFacts = {
  profile: USUAL_PROFILE, capitalRules: [], capitalChoices: [], approvals: [], virements: [], ledgerCodes: [], costCentres: [], fundCodes: [],
  returnLines: [], actualsRuns: [], actuals: [], approvalLimits: [], reserve: null, upkeep: [],
};
