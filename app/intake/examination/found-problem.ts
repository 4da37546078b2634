import type { ImportOptions } from '../../contract/import-options.ts';
import type { Problem } from '../../contract/intake-report.ts';

/** A problem with the rows that it is about. */
export type FoundProblem = Omit<Problem, 'rows'> & { readonly rowNumbers: readonly number[] };

export const answer = (label: string, options: ImportOptions): Problem['answers'][number] => ({ label, options });

/** "A, B and C". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
