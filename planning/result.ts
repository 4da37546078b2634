import type { NatureReason } from './budget/capital.ts';
import type { FundReason } from './budget/paying.ts';
import type { SpentLine } from './spent.ts';
import type {
  ChartGroup, CostCategory, FundKey, IsoDate, LimitingFactor, LineKind, MonthIndex, NotForecastReason, Pence, SpendNature,
} from './vocabulary.ts';

/** A financial year, named by the calendar year in which it starts. */
export type FinancialYear = {
  /** 2026 for 2026/27. */
  readonly year: number;
  /** `2026/27`. */
  readonly label: string;
  readonly start: IsoDate;
  /** Its last day. */
  readonly end: IsoDate;
  readonly firstMonth: MonthIndex;
};

/** One event of one register row or recurring cost, before it is said which fund pays it and under which code. */
export type UnplacedLine = {
  /** Position of its financial year in `Forecast.years`. */
  readonly yearIndex: number;
  /** The day of the event; lies in that year. */
  readonly date: IsoDate;
  readonly month: MonthIndex;
  readonly kind: LineKind;
  readonly categoryKey: string;
  readonly costCategory: CostCategory;
  readonly chartGroup: ChartGroup;
  /** The fund that was named for it; null where none was. */
  readonly fundKey: FundKey | null;
  /** True for kit that has been ordered and has not come. */
  readonly committed: boolean;
  readonly quantity: number;
  /** That year's price of one, net; null where no price is known. */
  readonly unitPence: Pence | null;
  /** quantity × unitPence; null where no price is known: never £0. */
  readonly netPence: Pence | null;
  /** VAT beside the net figure, at the school's rate, half up; null where no price is known. In no total. */
  readonly vatPence: Pence | null;
  /** What set the date; null for upgrades, recurring costs and losses. Successors name `policy_life`. */
  readonly limitingFactor: LimitingFactor | null;
  /** The original due date (before overdue kit is brought to the as-at month). */
  readonly due: IsoDate;
  readonly overdue: boolean;
  /** 0 for the first replacement, 1 for its successor's, and so on. */
  readonly occurrence: number;
  /** At most one of the three is set; none for losses and consumables. */
  readonly assetId: number | null;
  readonly recurringId: number | null;
  readonly needId: number | null;
  /** Which cost of the need's option it is. */
  readonly needCostId: number | null;
};

/** Which fund pays a line and under which code, and why. */
export type Placement = {
  readonly paidFrom: FundKey;
  readonly fundReason: FundReason;
  readonly nature: SpendNature;
  readonly natureReason: NatureReason;
  /** What was held against the capital threshold; null where nothing was. */
  readonly comparedPence: Pence | null;
  /** The code that the school accounts by on its day. */
  readonly code: string;
};

/** One event of one register row or recurring cost: never merged with another, and in two only where one fund cannot pay all its items. */
export type ForecastLine = UnplacedLine & Placement;

export type Forecast = {
  readonly asOf: IsoDate;
  readonly years: readonly FinancialYear[];
  readonly lines: readonly ForecastLine[];
  readonly totals: ForecastTotals;
  /** What the open year has spent already. */
  readonly spent: readonly SpentLine[];
  readonly notInForecast: readonly { readonly reason: NotForecastReason; readonly quantity: number }[];
  /** Items with a line but without a price, by category: the totals are incomplete by these. */
  readonly noPrice: readonly { readonly categoryKey: string; readonly quantity: number }[];
  /** Items (by quantity) in the forecast, and in the whole register. */
  readonly quantityForecast: number;
  readonly quantityRegister: number;
  readonly overdueQuantity: number;
  /** First month of the years shown: the school's own, unless the other calendar was asked for. */
  readonly yearStartMonth: number;
  /** Items bought in the open year whose price the register does not hold: already spent is incomplete by these. */
  readonly boughtWithoutPrice: number;
};

/** One number a year, in the order of `Forecast.years`. */
export type ByYear = readonly number[];

export type ForecastTotals = {
  /** Still to come, net. */
  readonly totalPence: ByYear;
  /** Already spent in the open year (register purchases and recurring months gone); 0 in later years. */
  readonly alreadyPence: ByYear;
  /** already + total: what the year will have cost. Compare this with the budget. */
  readonly plannedPence: ByYear;
  /** null where no budget has been entered for any year. */
  readonly budgetPence: ByYear | null;
  /** budget − planned: minus means over. null without a budget. */
  readonly differencePence: ByYear | null;
  /** Whether that year has a budget of its own. A year without one counts as 0 in `budgetPence`: show no difference. */
  readonly budgetEntered: readonly boolean[];
  /** What it costs just to stay where the school is. */
  readonly standStillPence: ByYear;
  /** Only keys with a line. Still-to-come money, as in `totalPence`. */
  readonly byCategory: Readonly<Record<string, ByYear>>;
  readonly byCostCategory: Readonly<Record<string, ByYear>>;
  readonly byCode: Readonly<Record<string, ByYear>>;
  readonly byChartGroup: Readonly<Record<string, ByYear>>;
  /** Already spent + still to come, all five chart groups: the chart's bars, which stand on the planned row. */
  readonly plannedByChartGroup: Readonly<Record<ChartGroup, ByYear>>;
  /** Items replaced, by category. */
  readonly quantityByCategory: Readonly<Record<string, ByYear>>;
};

/** One numbered reason: a whole sentence with its figures and where they come from. */
export type WhyStep = { readonly text: string };
