import { addDays, formatDate, formatLongDate } from '../../calendar.ts';
import { systemMeets } from '../../support/system-name.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { Requirements } from '../need-facts.ts';
import type { Spec } from './spec.ts';
import { askedSystem, coreCount, gigabytes, thresholdOf, type Threshold } from './subject.ts';

/** Whether something runs, from the worst: not, nobody knows, slowly, well. */
export const FIT_ANSWERS = ['no', 'unknown', 'slow', 'runs'] as const;
export type FitAnswer = (typeof FIT_ANSWERS)[number];

export const FIT_WORDS: Readonly<Record<FitAnswer, string>> = { no: 'No', unknown: 'Not known', slow: 'Slow', runs: 'Runs' };

export const worse = (a: FitAnswer, b: FitAnswer): FitAnswer => (FIT_ANSWERS.indexOf(a) <= FIT_ANSWERS.indexOf(b) ? a : b);

/** One thing that is asked of a computer, and how it stands. */
export type Check = {
  readonly answer: FitAnswer;
  readonly about: 'memory' | 'cores' | 'storage' | 'system' | 'support';
  /** Two or three words: "8 GB". */
  readonly short: string;
  /** The same as a clause: "it has 8 GB of memory, less than 16 GB". */
  readonly words: string;
};

export type Judgement = {
  /** The worst of the checks: one shortfall is enough to say no, and what is not known cannot make up for it. */
  readonly answer: FitAnswer;
  /** What decided it, in two or three words; empty where it runs with nothing to add. */
  readonly beside: string;
  readonly checks: readonly Check[];
};

/**
 * Whether something runs on a computer as it is on a day. Memory, cores and storage are held against what is needed; a
 * system against its own family: an older one counts where the computer can move on to a newer, which is said. A computer
 * whose system has lost its security updates, is past those that are paid for and cannot move on, must not stay in use:
 * from the day after, nothing runs on it. The end of the maker's own support is said and stops nothing.
 */
export function judge(spec: Spec, requirements: Requirements, day: IsoDate): Judgement {
  const checks = [
    ...size('memory', spec.memoryGb, thresholdOf(requirements.needsMemoryGb, requirements.leastMemoryGb), gigabytes, spec.memoryRaised),
    ...size('cores', spec.cores, thresholdOf(requirements.needsCores, requirements.leastCores), coreCount),
    ...size('storage', spec.storageGb, thresholdOf(requirements.needsStorageGb, null), gigabytes),
    ...system(spec, requirements), ...support(spec, day),
  ];
  const answer = checks.reduce<FitAnswer>((worst, check) => worse(worst, check.answer), 'runs');
  const decided = checks.find((check) => check.answer === answer && check.short !== '');
  return { answer, beside: decided?.short ?? '', checks };
}

const SIZE_WORDS = { memory: ' of memory', cores: '', storage: ' of storage' } as const;

function size(
  about: keyof typeof SIZE_WORDS, has: number | null, asked: Threshold | null, amount: (value: number) => string, raised = false,
): readonly Check[] {
  if (asked === null) return [];
  const what = SIZE_WORDS[about];
  const plain = about === 'cores' ? 'how many cores it has' : `how much ${about} it has`;
  if (has === null) return [{ answer: 'unknown', about, short: `${about} not known`, words: `nobody has written down ${plain}` }];
  const [own, needed] = [amount(has), amount(asked.well)];
  const short = about === 'storage' ? `${own}${what}` : own;
  if (has >= asked.well) return [{ answer: 'runs', about, short: '', words: `it has ${own}${what}, and ${needed} ${about === 'cores' && asked.well > 1 ? 'are' : 'is'} enough` }];
  if (raised) return [{ answer: 'unknown', about, short: `${own} or more`, words: `it has ${own}${what} or more by then, but nobody has said how much` }];
  if (has >= asked.atAll) return [{ answer: 'slow', about, short, words: `it has ${own}${what}: enough to run slowly, less than ${needed}` }];
  return [{ answer: 'no', about, short, words: `it has ${own}${what}, less than ${amount(asked.atAll)}` }];
}

function system(spec: Spec, requirements: Requirements): readonly Check[] {
  const asked = askedSystem(requirements);
  const needs = requirements.needsSystem ?? '';
  if (asked === null) return [];
  if (asked === 'unread') return [{ answer: 'unknown', about: 'system', short: 'system not compared', words: `“${needs}” names no system of the support list, so nothing can be compared with it` }];
  if (spec.system === null) return [{ answer: 'unknown', about: 'system', short: 'system not known', words: 'nobody has written down which system it runs' }];
  const runs = spec.systemWords ?? 'the system of its day';
  const has = systemMeets(spec.system, asked);
  if (has === 'family') return [{ answer: 'no', about: 'system', short: spec.systemWords ?? `not ${needs}`, words: `it runs ${runs}, which is not of the family of ${needs}` }];
  if (has === 'meets' || spec.systemNew) return [{ answer: 'runs', about: 'system', short: '', words: `it runs ${runs}, new enough for ${needs}` }];
  if (spec.canMove) return [{ answer: 'runs', about: 'system', short: `after moving to ${needs}`, words: `it runs ${runs} and can be moved to ${needs}` }];
  if (has === null) return [{ answer: 'unknown', about: 'system', short: 'version not known', words: `it runs ${runs}, which does not say whether it is as new as ${needs}` }];
  return [{ answer: 'no', about: 'system', short: runs, words: `it runs ${runs}, older than ${needs}, and cannot be moved on` }];
}

function support(spec: Spec, day: IsoDate): readonly Check[] {
  if (spec.systemEnd !== null && spec.systemEnd < day) {
    return [{
      answer: 'no', about: 'support', short: `unsupported from ${formatDate(addDays(spec.systemEnd, 1))}`,
      words: `it can move to no newer system, and the last security updates of its own are of ${formatLongDate(spec.systemEnd)}: it must not stay in use`,
    }];
  }
  if (spec.makerEnd !== null && spec.makerEnd < day) {
    return [{ answer: 'runs', about: 'support', short: '', words: `it is past its maker’s support, which ended on ${formatLongDate(spec.makerEnd)}` }];
  }
  return [];
}
