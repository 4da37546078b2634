import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { StandardRequirement } from '../facts.ts';
import type { StandardStatus, StandardTier } from '../vocabulary.ts';
import { registerAnswer } from './from-register.ts';
import { kitAhead, kitOn, type KitAhead, type KitOnDay } from './kit-on-day.ts';
import type { ListRecord } from './records.ts';
import type { RegisterAnswer } from './register-answer.ts';

/** How a requirement stands, the worst first: the result of a standard is that of its worst answer. */
export const ANSWER_STANDINGS = ['not', 'partly', 'unknown', 'meets', 'na'] as const;
export type AnswerStanding = (typeof ANSWER_STANDINGS)[number];

export const ANSWER_STANDING_WORDS: Readonly<Record<AnswerStanding, string>> = {
  not: 'Not met', partly: 'Partly met', unknown: 'Not known', meets: 'Met', na: 'Does not apply',
};

const STANDING_OF: Readonly<Record<StandardStatus, AnswerStanding>> = { not_started: 'not', not_met: 'not', in_progress: 'partly', meets: 'meets', na: 'na' };

export const standingOfStatus = (status: StandardStatus | null): AnswerStanding => (status === null ? 'unknown' : STANDING_OF[status]);

/** One requirement with its answer. */
export type Answered = {
  readonly requirement: StandardRequirement;
  readonly standing: AnswerStanding;
  /** Who says so: a person before the register. */
  readonly by: 'person' | 'register' | 'nobody';
  /** What the register says; null where it cannot say anything of such a thing. */
  readonly register: RegisterAnswer | null;
  /** Whether a person says one thing and the register another. */
  readonly overruled: boolean;
  /** Whether its next review was to be before the as-at day. */
  readonly late: boolean;
};

export type StandingCounts = Readonly<Record<AnswerStanding, number>>;

/** A standard with its requirements, the worst answer first. */
export type StandardResult = {
  readonly name: string;
  readonly tier: StandardTier;
  readonly target: string | null;
  readonly standing: AnswerStanding;
  readonly counts: StandingCounts;
  readonly answered: readonly Answered[];
};

export const countsOf = (answered: readonly Pick<Answered, 'standing'>[]): StandingCounts => {
  const counts = { not: 0, partly: 0, unknown: 0, meets: 0, na: 0 };
  for (const { standing } of answered) counts[standing] += 1;
  return counts;
};

/** Whether a person and the register say different things; neither does where it does not know, or where it does not apply. */
export const isOverruled = (requirement: Pick<StandardRequirement, 'status'>, register: RegisterAnswer | null): boolean =>
  requirement.status !== null && requirement.status !== 'na' && register !== null && register.status !== null
  && standingOfStatus(requirement.status) !== standingOfStatus(register.status);

export function answerOf(requirement: StandardRequirement, register: RegisterAnswer | null, asOf: IsoDate): Answered {
  const { status, nextReview } = requirement;
  return {
    requirement, register, standing: standingOfStatus(status ?? register?.status ?? null),
    by: status !== null ? 'person' : register !== null && register.status !== null ? 'register' : 'nobody',
    overruled: isOverruled(requirement, register), late: nextReview !== null && nextReview < asOf,
  };
}

const worst = (standings: readonly AnswerStanding[]): AnswerStanding => ANSWER_STANDINGS.find((standing) => standings.includes(standing)) ?? 'na';
const rank = (standing: AnswerStanding): number => ANSWER_STANDINGS.indexOf(standing);
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Every requirement with its answer on the as-at day, in the order of the set. */
export const answersOf = (snapshot: PlanSnapshot, forecast: Forecast, records: readonly ListRecord[], ahead: KitAhead = kitAhead(snapshot, forecast)): readonly Answered[] =>
  answersOn(snapshot, kitOn(ahead, forecast.asOf), records, forecast.asOf);

export const answersOn = (snapshot: PlanSnapshot, onDay: KitOnDay, records: readonly ListRecord[], asOf: IsoDate): readonly Answered[] =>
  snapshot.analysis.standards.map((requirement) => answerOf(requirement, registerAnswer({ snapshot, onDay, records, requirement }), asOf));

/** The answers by standard: core before additional, and in each the worst result first. A standard is core where any of it is. */
export function byStandard(answers: readonly Answered[]): readonly StandardResult[] {
  const groups = [...Map.groupBy(answers, ({ requirement }) => requirement.standard)].map(([name, group]): StandardResult => {
    const core = group.find(({ requirement }) => requirement.tier === 'core');
    return {
      name, tier: core === undefined ? 'additional' : 'core', target: (core ?? group[0])?.requirement.target ?? null,
      standing: worst(group.map(({ standing }) => standing)), counts: countsOf(group),
      answered: group.toSorted((a, b) => rank(a.standing) - rank(b.standing) || a.requirement.position - b.requirement.position),
    };
  });
  return groups.sort((a, b) => compareText(b.tier, a.tier) || rank(a.standing) - rank(b.standing)
    || b.counts.not - a.counts.not || b.counts.partly - a.counts.partly);
}
