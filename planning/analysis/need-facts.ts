import type { BasisPoints, CostCategory, FundKey, IsoDate, Pence, UserGroup } from '../vocabulary.ts';
import type { Role } from './development-facts.ts';
import type {
  CheckAnswer, CostPart, CostStanding, EvidenceKind, LaterYears, LinkStrength, Meets, Moscow, NeedReason, OptionKind,
} from './vocabulary.ts';

/** What something needs to run. `least…` is enough to run slowly, the other to run well; null asks for nothing. */
export type Requirements = {
  /** "Windows 11", as a name of the support dates. */
  readonly needsSystem: string | null;
  readonly needsMemoryGb: number | null;
  readonly leastMemoryGb: number | null;
  readonly needsCores: number | null;
  readonly leastCores: number | null;
  readonly needsStorageGb: number | null;
};

export type Need = Requirements & {
  readonly id: number;
  /** Shown as N-01. */
  readonly number: number;
  /** "Music Technology suite". */
  readonly name: string;
  /** What is needed, not a product: "From September 2027, 16 students record, edit and mix on a workstation each". */
  readonly statement: string;
  readonly askedByRole: Role;
  readonly askedOn: IsoDate;
  readonly departmentId: number | null;
  readonly pupils: number | null;
  readonly reason: NeedReason;
  readonly neededBy: IsoDate | null;
  /** What follows if it is not met. */
  readonly impact: string;
  readonly moscow: Moscow;
  /** The requirement of a standard whose gap it closes. */
  readonly standardId: number | null;
  readonly recommendedOptionId: number | null;
  /** Why that option is recommended, and what follows without it. */
  readonly recommendedBecause: string | null;
  readonly recommendedIfNot: string | null;
  readonly software: SoftwareRequest | null;
  readonly links: readonly ObjectiveLink[];
  readonly evidence: readonly Evidence[];
  readonly options: readonly NeedOption[];
};

export type ObjectiveLink = { readonly objectiveId: number; readonly strength: LinkStrength };

export type Evidence = {
  readonly id: number;
  readonly kind: EvidenceKind;
  readonly text: string | null;
  /** Which kit the figure is of; null is any. */
  readonly categoryKey: string | null;
  readonly locationId: number | null;
  readonly departmentId: number | null;
};

/** A request for software for lessons: the short form of a need. */
export type SoftwareRequest = {
  readonly product: string;
  readonly publisher: string | null;
  readonly seats: number | null;
  /** The title in the plan that it is about, where there is one. */
  readonly softwareId: number | null;
  readonly compatible: CheckAnswer;
  readonly networkInstall: CheckAnswer;
  readonly licenceAllows: CheckAnswer;
  readonly checkNote: string | null;
};

export type NeedOption = {
  readonly id: number;
  readonly position: number;
  readonly kind: OptionKind;
  readonly name: string;
  readonly meets: Meets | null;
  /** "Course cannot run", in place of the plain words for `meets`. */
  readonly meetsWords: string | null;
  /** Hours of the support team, once and in every year: time, not money. */
  readonly supportHoursOnce: number | null;
  readonly supportHoursYearly: number | null;
  readonly laterYears: LaterYears | null;
  readonly costs: readonly OptionCost[];
};

/**
 * What an option costs. Of standing `adds` it becomes lines of the forecast once the option is approved; `in_plan` points at
 * what is planned anyway and adds nothing; `elsewhere` is shown and adds nothing.
 */
export type OptionCost = {
  readonly id: number;
  readonly position: number;
  readonly part: CostPart;
  readonly name: string;
  readonly standing: CostStanding;
  readonly categoryKey: string;
  readonly costCategory: CostCategory;
  readonly fundKey: FundKey | null;
  /** The day it is bought, or from which it is paid. */
  readonly on: IsoDate;
  /** The last day on which it is paid; null goes on. */
  readonly until: IsoDate | null;
  readonly quantity: number;
  /** What one costs once, net, as of `priceDate` (the as-at date where null); null where nobody knows. */
  readonly unitPence: Pence | null;
  /** What it costs in each year from `on`, net. */
  readonly yearlyPence: Pence;
  readonly priceDate: IsoDate | null;
  readonly riseBp: BasisPoints | null;
  /** Which kit it is about, for the fit check, and in the plan already: of this model, in this place, of these people. */
  readonly modelId: number | null;
  readonly locationId: number | null;
  readonly userGroup: UserGroup | null;
  /** What an upgrade brings each computer to. */
  readonly memoryGb: number | null;
  readonly storageGb: number | null;
  /** The running cost that it is, where it is in the plan already. */
  readonly recurringId: number | null;
};
