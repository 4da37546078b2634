import type { ExitCode, Terminal } from '../terminal.ts';

/** One word of the command line. */
export type Command = {
  /** After the program's name: `check <plan>`. */
  readonly usage: string;
  readonly about: string;
  /**
   * @throws WrongUsage for exit code 2, Refused or a plan file's own refusal for exit code 1
   */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
};
