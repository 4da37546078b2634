/**
 * The closed lists of the half of the plan that is not kit: what the school wants to achieve, what people need for it,
 * what was decided. A key never changes once a plan file holds it; the words people read live beside it.
 */

/** How far a success criterion is met. */
export const CRITERION_STATUSES = ['not_started', 'in_progress', 'not_met', 'partially_met', 'met'] as const;
export type CriterionStatus = (typeof CRITERION_STATUSES)[number];

export const CRITERION_STATUS_WORDS: Readonly<Record<CriterionStatus, string>> = {
  not_started: 'Not started', in_progress: 'In progress', not_met: 'Not met', partially_met: 'Partly met', met: 'Met',
};

/** What has become of an objective; a need can be tied to an open one only. */
export const OBJECTIVE_STATES = ['open', 'met', 'dropped'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

export const TERMS = ['autumn', 'spring', 'summer'] as const;
export type Term = (typeof TERMS)[number];

export const TERM_WORDS: Readonly<Record<Term, string>> = { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' };

/** Whom a conversation is held with; the guide has questions for each. */
export const CONVERSATION_ROLES = [
  'subject_lead', 'senco', 'pastoral', 'exams_officer', 'data_manager', 'finance', 'site', 'nurse', 'safeguarding_lead', 'pupils', 'parents',
  'support_team', 'leadership', 'other',
] as const;
export type ConversationRole = (typeof CONVERSATION_ROLES)[number];

export const CONVERSATION_ROLE_WORDS: Readonly<Record<ConversationRole, string>> = {
  subject_lead: 'Subject lead', senco: 'SENDCo', pastoral: 'Pastoral lead', exams_officer: 'Exams officer', data_manager: 'Data manager',
  finance: 'Finance', site: 'Site team', nurse: 'School nurse', safeguarding_lead: 'Safeguarding lead', pupils: 'Pupils', parents: 'Parents',
  support_team: 'ICT support team', leadership: 'Leadership team', other: 'Somebody else',
};

/** Both ways round: what people need to do, and what ICT could do for them. */
export const TALK_DIRECTIONS = ['need', 'offer'] as const;
export type TalkDirection = (typeof TALK_DIRECTIONS)[number];

export const NEED_REASONS = ['curriculum', 'admin', 'safeguarding', 'statutory', 'standard_gap', 'feedback', 'failure', 'innovation'] as const;
export type NeedReason = (typeof NEED_REASONS)[number];

export const NEED_REASON_WORDS: Readonly<Record<NeedReason, string>> = {
  curriculum: 'Curriculum', admin: 'Administration', safeguarding: 'Safeguarding', statutory: 'Required by law', standard_gap: 'Gap in a standard',
  feedback: 'Feedback', failure: 'Failure', innovation: 'New idea',
};

export const MOSCOW = ['must', 'should', 'could', 'wont'] as const;
export type Moscow = (typeof MOSCOW)[number];

export const MOSCOW_WORDS: Readonly<Record<Moscow, string>> = { must: 'Must have', should: 'Should have', could: 'Could have', wont: 'Not this time' };

/** Whether an objective cannot be met without a need, or is only helped by it. */
export const LINK_STRENGTHS = ['essential', 'helps'] as const;
export type LinkStrength = (typeof LINK_STRENGTHS)[number];

export const LINK_STRENGTH_WORDS: Readonly<Record<LinkStrength, string>> = { essential: 'Cannot be met without it', helps: 'Helps' };

/** What evidence points at: words alone, or facts of the register that are worked out afresh each time. */
export const EVIDENCE_KINDS = ['words', 'age', 'losses', 'cover', 'support', 'ratio'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const OPTION_KINDS = ['do_nothing', 'use_what_we_have', 'other'] as const;
export type OptionKind = (typeof OPTION_KINDS)[number];

/** Whether an option meets its need. */
export const MEETS = ['yes', 'partly', 'no'] as const;
export type Meets = (typeof MEETS)[number];

export const MEETS_WORDS: Readonly<Record<Meets, string>> = { yes: 'Meets it', partly: 'Meets part of it', no: 'Does not meet it' };

/** What a cost of an option is for. */
export const COST_PARTS = ['kit', 'software', 'training_staff', 'training_pupils', 'training_support', 'support'] as const;
export type CostPart = (typeof COST_PARTS)[number];

export const COST_PART_WORDS: Readonly<Record<CostPart, string>> = {
  kit: 'Kit', software: 'Software', training_staff: 'Training for staff', training_pupils: 'Training for pupils',
  training_support: 'Training for the support team', support: 'Support',
};

/**
 * How a cost of an option meets the plan: it adds lines to it, it is in it already (kit that is refreshed anyway, a running
 * cost), or another budget pays it, as training is paid from staff development (E09) and not from ICT.
 */
export const COST_STANDINGS = ['adds', 'in_plan', 'elsewhere'] as const;
export type CostStanding = (typeof COST_STANDINGS)[number];

export const COST_STANDING_WORDS: Readonly<Record<CostStanding, string>> = {
  adds: 'New money in the ICT plan', in_plan: 'In the plan already', elsewhere: 'Paid from another budget',
};

/** Whether what an option costs in years 2 to 5 has been found. */
export const LATER_YEARS = ['funded', 'not_funded'] as const;
export type LaterYears = (typeof LATER_YEARS)[number];

export const DECISION_CHOICES = ['approve', 'approve_pilot', 'defer', 'merge', 'decline', 'withdraw'] as const;
export type DecisionChoice = (typeof DECISION_CHOICES)[number];

export const DECISION_CHOICE_WORDS: Readonly<Record<DecisionChoice, string>> = {
  approve: 'Approve', approve_pilot: 'Approve as a pilot', defer: 'Defer', merge: 'Merge', decline: 'Decline', withdraw: 'Withdraw',
};

/** Answers to a check of a software request: somebody has looked, or nobody has. */
export const CHECK_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export const STANDARD_STATUSES = ['not_started', 'in_progress', 'meets', 'not_met', 'na'] as const;
export type StandardStatus = (typeof STANDARD_STATUSES)[number];

export const STANDARD_STATUS_WORDS: Readonly<Record<StandardStatus, string>> = {
  not_started: 'Not started', in_progress: 'In progress', meets: 'Meets it', not_met: 'Does not meet it', na: 'Does not apply',
};

export const STANDARD_TIERS = ['core', 'additional'] as const;
export type StandardTier = (typeof STANDARD_TIERS)[number];

export const IDEA_FATES = ['raised', 'considered', 'taken_up', 'piloted', 'declined'] as const;
export type IdeaFate = (typeof IDEA_FATES)[number];

export const IDEA_FATE_WORDS: Readonly<Record<IdeaFate, string>> = {
  raised: 'Raised', considered: 'Being considered', taken_up: 'Taken up', piloted: 'On trial', declined: 'Declined',
};
