/** What a command may do to the world of a terminal; tests give their own. */
export type Terminal = {
  /** The answer itself: what a pipe or a file would take. */
  readonly out: (text: string) => void;
  /** Progress, notices and refusals. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything that came in through the pipe. */
  readonly readIn: () => Promise<string>;
  readonly now: () => Date;
};

/** 0 done, 1 refused with one sentence, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Ends a command with exit code 1 and this one sentence. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Ends a command with exit code 2: what was wrong, then the command's usage line. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** The sentence of a refusal that another room throws; null for a fault of ours. */
export const sentenceOf = (fault: unknown): string | null => {
  if (fault instanceof Refused) return fault.message;
  return fault instanceof Error && 'sentence' in fault && typeof fault.sentence === 'string' ? fault.sentence : null;
};
