import type { BasisPoints, CostCategory, FundKey, IsoDate, Pence, PlannedActionKind, UserGroup } from '../vocabulary.ts';

/** What is to become of kit when it falls due, without the kit it is about. */
export type ActionTerms = {
  readonly action: PlannedActionKind;
  /** Years of cover or support bought beyond the old limit, 1 to 10; null for the other actions. */
  readonly years: number | null;
  /** What a year of it costs for one item, net; null where nobody knows, or nothing is bought. */
  readonly yearlyPence: Pence | null;
  /** The day `yearlyPence` is of; the as-at date where null. */
  readonly priceDate: IsoDate | null;
  /** Who has it next, and how many months more it is used then, where it is passed down. */
  readonly nextUserGroup: UserGroup | null;
  readonly nextMonths: number | null;
};

/** What is to become of one register row. An asset has at most one for each kind of extension, and one other. */
export type PlannedAction = ActionTerms & {
  readonly assetId: number;
  /** Null where nobody gave one: shown as "no reason given". */
  readonly reason: string | null;
};

/** What a need that was agreed, or is being thought about, puts into the plan. */
export type PlannedNeed = {
  /** The number of the need; several costs of an option have the same. */
  readonly id: number;
  /** The cost of its option that it is. */
  readonly costId: number;
  /** "Microphones for the music rooms". */
  readonly name: string;
  /** Which of its costs: "Training"; null where it has only one. */
  readonly costName: string | null;
  readonly categoryKey: string;
  readonly costCategory: CostCategory;
  readonly fundKey: FundKey | null;
  /** The day it is bought. */
  readonly on: IsoDate;
  readonly quantity: number;
  /** What one costs, net, as of `priceDate` (the as-at date where null); null where nobody knows. */
  readonly unitPence: Pence | null;
  readonly priceDate: IsoDate | null;
  /** What it costs in each year from then on, in twelfths; 0 where it costs nothing more. */
  readonly yearlyPence: Pence;
  /** The last day on which anything of it is paid; null goes on. */
  readonly until: IsoDate | null;
  /** Its own rise a year; null takes its category's. */
  readonly riseBp: BasisPoints | null;
  /** Whether it counts in the figures. */
  readonly included: boolean;
};
