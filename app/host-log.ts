import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One megabyte, then the file is put aside as `kitplan.log.old`: at most two files, whatever goes wrong. */
const LARGEST_BYTES = 1_000_000;

/**
 * Writes faults of ours to `kitplan.log` in the host's home. A log that cannot be written must never stop a
 * person's work, so every error here is swallowed.
 */
export function hostLog(home: string, now: () => Date): (line: string) => void {
  const file = join(home, 'kitplan.log');
  return (line) => {
    try {
      mkdirSync(home, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES) renameSync(file, `${file}.old`);
      appendFileSync(file, `${now().toISOString()} ${line}\n`);
    } catch {
      // Nothing is left to tell it to.
    }
  };
}
