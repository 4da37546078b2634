import type { IsoDate, Pence } from '../vocabulary.ts';
import type { Area, DevelopmentPlan, Objective, Priority, Role } from './development-facts.ts';
import type { Need } from './need-facts.ts';
import type { ConversationRole, DecisionChoice, IdeaFate, StandardStatus, StandardTier, TalkDirection } from './vocabulary.ts';

/** Somebody who is to be heard in a year's round (the school year by its start). */
export type RoundPerson = {
  readonly id: number;
  readonly year: number;
  readonly kind: ConversationRole;
  readonly role: Role;
  readonly departmentId: number | null;
};

export type Conversation = {
  readonly id: number;
  readonly heldOn: IsoDate;
  readonly kind: ConversationRole;
  readonly role: Role;
  readonly departmentId: number | null;
  readonly notes: readonly TalkNote[];
};

export type TalkNote = {
  readonly id: number;
  readonly position: number;
  readonly direction: TalkDirection;
  readonly text: string;
  /** The need that grew out of it or that it is about. */
  readonly needId: number | null;
};

/** A question the school has added to the guide. */
export type OwnQuestion = { readonly id: number; readonly kind: ConversationRole; readonly direction: TalkDirection; readonly text: string };

/** A decision; one without a choice is waiting to be made. */
export type Decision = {
  readonly id: number;
  /** Shown as D-27. */
  readonly number: number;
  readonly title: string;
  readonly needId: number | null;
  readonly choice: DecisionChoice | null;
  /** The option of the need that was chosen. */
  readonly optionId: number | null;
  readonly mergedIntoNeedId: number | null;
  /** Who decides, and by when. */
  readonly decider: Role;
  readonly decideBy: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly because: string | null;
  readonly ifNot: string | null;
  readonly conditions: string | null;
  /** What is offered instead of what was declined or deferred. */
  readonly workaround: string | null;
  /** Who asked, who preferred something else: "The network manager preferred B." */
  readonly whoNote: string | null;
  readonly reviewOn: IsoDate | null;
  readonly reviewQuestion: string | null;
  readonly reviewedOn: IsoDate | null;
  /** How it went. */
  readonly outcome: string | null;
  readonly pilotUntil: IsoDate | null;
  readonly pilotMeasure: string | null;
  /** The move of money that carries it out. */
  readonly virementId: number | null;
  /** The decision it takes the place of. */
  readonly replacesId: number | null;
  /** What was weighed, with the figures of that day. */
  readonly weighed: readonly WeighedOption[];
  readonly tellings: readonly Telling[];
};

export type WeighedOption = {
  readonly id: number;
  readonly position: number;
  readonly name: string;
  /** Over five years, net; null where nobody knew. */
  readonly pence: Pence | null;
  readonly follows: string | null;
  readonly chosen: boolean;
};

/** Somebody who is to be told, and what of it: not everyone needs every detail. */
export type Telling = {
  readonly id: number;
  readonly position: number;
  readonly role: Role;
  readonly what: string | null;
  readonly dueOn: IsoDate | null;
  readonly toldOn: IsoDate | null;
  readonly how: string | null;
};

/** One requirement of a standard, with the school's answer. */
export type StandardRequirement = {
  readonly id: number;
  readonly position: number;
  readonly ref: string;
  readonly standard: string;
  readonly tier: StandardTier;
  readonly target: string | null;
  readonly requirement: string;
  readonly measure: string | null;
  readonly threshold: string | null;
  readonly cadence: string | null;
  readonly source: string | null;
  /** The day the words of the standard were last checked. */
  readonly asOf: IsoDate | null;
  /** Null: nobody has answered; the register may. */
  readonly status: StandardStatus | null;
  readonly evidence: string | null;
  readonly ownerRole: Role | null;
  readonly answeredOn: IsoDate | null;
  readonly nextReview: IsoDate | null;
};

/** People who speak for those who use the ICT. */
export type PeopleGroup = {
  readonly id: number;
  readonly name: string;
  readonly aims: string | null;
  readonly backerRole: Role | null;
  readonly backedOn: IsoDate | null;
  readonly meets: string | null;
  readonly objectiveIds: readonly number[];
  readonly members: readonly GroupMember[];
  readonly ideas: readonly GroupIdea[];
};

export type GroupMember = { readonly id: number; readonly kind: ConversationRole; readonly role: Role; readonly departmentId: number | null };

export type GroupIdea = {
  readonly id: number;
  readonly raisedOn: IsoDate;
  readonly text: string;
  readonly fate: IdeaFate;
  readonly because: string | null;
  readonly needId: number | null;
};

/** What the school wants to achieve, what people need for it and what was decided. */
export type AnalysisFacts = {
  readonly plans: readonly DevelopmentPlan[];
  readonly areas: readonly Area[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly round: readonly RoundPerson[];
  readonly conversations: readonly Conversation[];
  readonly questions: readonly OwnQuestion[];
  readonly needs: readonly Need[];
  readonly decisions: readonly Decision[];
  readonly standards: readonly StandardRequirement[];
  readonly groups: readonly PeopleGroup[];
};

/** Nothing of it is known yet. */
export const NO_ANALYSIS: AnalysisFacts = {
  plans: [], areas: [], priorities: [], objectives: [], round: [], conversations: [], questions: [], needs: [], decisions: [], standards: [], groups: [],
};
