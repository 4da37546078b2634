import type { DryRun } from '../dry-run.ts';
import { ambiguousDates, shortenedNumbers, undatedRows, unreadableCells } from './cell-problems.ts';
import type { FoundProblem } from './found-problem.ts';
import { repeatedIdentities } from './identity-problems.ts';
import { spelledTwoWays, unknownKinds, unknownStatuses } from './word-problems.ts';

const found = new WeakMap<DryRun, readonly FoundProblem[]>();

/** Everything about a file that a person should settle, what is broken first; also what they have settled. */
export function allProblems(run: DryRun): readonly FoundProblem[] {
  const known = found.get(run);
  if (known !== undefined) return known;
  const problems = [
    ...repeatedIdentities(run), ...unreadableCells(run), ...undatedRows(run), ...spelledTwoWays(run), ...unknownKinds(run),
    ...unknownStatuses(run), ...ambiguousDates(run), ...shortenedNumbers(run),
  ];
  const inOrder = problems.toSorted((one, other) => Number(other.tone === 'over') - Number(one.tone === 'over'));
  found.set(run, inOrder);
  return inOrder;
}

/** Those that nobody has settled yet. */
export const openProblems = (run: DryRun): readonly FoundProblem[] => allProblems(run).filter(({ id }) => !run.choices.isSettled(id));
