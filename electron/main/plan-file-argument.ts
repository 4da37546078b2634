import { resolve } from 'node:path';

/** The plan file that the program was started with: by a double click, or by name in a terminal. */
export function planFileIn(argv: readonly string[], workingFolder: string): string | null {
  const named = argv.slice(1).findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.kitplan'));
  return named === undefined ? null : resolve(workingFolder, named);
}
