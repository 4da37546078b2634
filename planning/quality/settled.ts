/** What can look wrong and be right: one thing listed twice, a value unlike the others of its kind. */
export const FINDING_KINDS = ['twice', 'odd_value'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A finding of which the school has said that it is right as it stands, and why. */
export type Settled = {
  readonly id: number;
  readonly finding: FindingKind;
  /** As the finding itself names its rows and its value. */
  readonly key: string;
  readonly reason: string;
};
