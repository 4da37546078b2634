import path from 'node:path';

/**
 * Why a plan could not be opened, read or changed. `locked` is a plan that somebody else has open, `conflict`
 * a row that moved since; the rest say themselves.
 */
export type PlanFileErrorCode =
  | 'not_found' | 'not_a_plan' | 'damaged' | 'newer' | 'read_only' | 'disk_full'
  | 'no_permission' | 'locked' | 'conflict' | 'internal';

/** A refusal with one plain sentence for the person at the screen. What was there before is untouched. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
  readonly code: PlanFileErrorCode;
  readonly sentence: string;

  constructor(code: PlanFileErrorCode, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
    this.sentence = sentence;
  }
}

/** The name people know a plan by: its file name, or "This plan" where it only lives in memory. */
export const planName = (planPath: string | null): string => (planPath === null ? 'This plan' : path.basename(planPath));

/** The `code` of a Node or SQLite error, or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Turns what SQLite or the file system threw into a refusal; anything else is handed back as it came, so that
 * a use case's own errors pass through a change unharmed.
 */
export function refusalFor(error: unknown, planPath: string | null): unknown {
  if (error instanceof PlanFileError) return error;
  const name = planName(planPath);
  const code = errorCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new PlanFileError('disk_full', `${name} could not be saved because the disk is full. The plan is as it was before.`, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new PlanFileError('locked', `${name} is being saved by another program. Nothing was changed; it can be tried again.`, error);
  }
  if (code === 'SQLITE_READONLY_ROLLBACK' || code === 'SQLITE_READONLY_RECOVERY') {
    return new PlanFileError('damaged', `The last save of ${name} was cut short. Opening it in Kitplan, where it can be written, puts it right.`, error);
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') {
    return new PlanFileError('read_only', `${name} cannot be written where it is kept. Nothing was changed.`, error);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new PlanFileError('damaged', `${name} is damaged and cannot be read. It was left as it is.`, error);
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM' || code === 'EACCES' || code === 'EPERM') {
    return new PlanFileError('no_permission', `This account has no right to open ${name} where it is kept.`, error);
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new PlanFileError('internal', `${name} could not be read or saved because its disk gave an error. The plan is as it was before.`, error);
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return new PlanFileError('conflict', 'Something that this change relies on is no longer in the plan, or is still in use. Nothing was changed.', error);
  }
  return error;
}
