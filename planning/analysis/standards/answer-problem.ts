import type { Problem } from '../../budget/approval.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { StandardRequirement } from '../facts.ts';
import { isOverruled } from './answers.ts';
import type { RegisterAnswer } from './register-answer.ts';

type GivenAnswer = Pick<StandardRequirement, 'status' | 'evidence' | 'answeredOn' | 'nextReview'>;

/** What stands against an answer, at its field, with what would work; null where nothing does. */
export function answerProblem({ status, evidence, answeredOn, nextReview }: GivenAnswer, register: RegisterAnswer | null, today: IsoDate): Problem | null {
  if (status === 'na' && evidence === null) return { field: 'evidence', text: 'Say why it does not apply: “No server on site”, for example.' };
  if (evidence === null && isOverruled({ status }, register)) {
    return { field: 'evidence', text: `The register says otherwise: ${register?.sentence ?? ''} Say what your answer rests on.` };
  }
  if (answeredOn !== null && answeredOn > today) return { field: 'answeredOn', text: 'An answer is given today or earlier.' };
  if (answeredOn !== null && nextReview !== null && nextReview <= answeredOn) return { field: 'nextReview', text: 'The next review comes after the day of the answer.' };
  return null;
}
