import type { PlanSnapshot } from '../../snapshot.ts';
import type { WhyStep } from '../../result.ts';
import type { StandardRequirement } from '../facts.ts';
import type { StandardStatus } from '../vocabulary.ts';
import type { KitOnDay } from './kit-on-day.ts';
import type { ListRecord } from './records.ts';

/** What the register says of a requirement on a day. */
export type RegisterAnswer = {
  /** Null where it cannot say: nothing of the kind is there, days are missing, or a part of it is beyond a register. */
  readonly status: Extract<StandardStatus, 'meets' | 'in_progress' | 'not_met'> | null;
  /** With its counts: "3 of 11 switches are past the end of their maker’s support." */
  readonly sentence: string;
  readonly why: readonly WhyStep[];
  /** The rows that do not meet it, and those of which nothing is known. */
  readonly gapIds: readonly number[];
  readonly unknownIds: readonly number[];
  /** What mends a gap: other kit, or the lists themselves, which cost time and no money. */
  readonly mendedBy: 'kit' | 'lists';
};

/** What a rule looks at. */
export type RuleFacts = {
  readonly snapshot: PlanSnapshot;
  readonly onDay: KitOnDay;
  readonly records: readonly ListRecord[];
  readonly requirement: Pick<StandardRequirement, 'ref' | 'threshold'>;
};

export type RegisterRule = (facts: RuleFacts) => RegisterAnswer;

/** The status of so many that do not meet it, out of so many. A part that meets it is a start. */
export const statusOf = (gaps: number, unknown: number, all: number): RegisterAnswer['status'] => {
  if (all === 0) return null;
  if (gaps > 0) return gaps === all ? 'not_met' : 'in_progress';
  return unknown > 0 ? null : 'meets';
};

/** Years that a threshold asks of something: 5 in "support of 5 and warranty of 3"; what is usual where it names none. */
export function yearsAsked(threshold: string | null, of: 'support' | 'warranty' | null, otherwise: number): number {
  const number = '(\\d{1,2}(?:\\.\\d)?)';
  const pattern = of === null ? new RegExp(`(?:^|\\s)${number}(?:\\s|,|$)`, 'u') : new RegExp(`${of}\\D{0,6}${number}`, 'iu');
  const found = Number(pattern.exec(threshold ?? '')?.[1] ?? Number.NaN);
  return Number.isFinite(found) && found > 0 && found <= 50 ? found : otherwise;
}
