import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode } from './errors.ts';

/** Who opens a plan: the account, the computer and the process, so that the next person can be told. */
export type LockHolder = { readonly user: string; readonly computer: string; readonly pid: number };

/** What stands in `<name>.kitplan.lock`. */
type LockNote = LockHolder & {
  /** When it was opened, and when that was last confirmed; ISO date and time, UTC. */
  readonly since: string;
  readonly refreshed: string;
  /** Tells this opening from every other, even of the same process. */
  readonly token: string;
};

export type Lock = {
  /** Who has it now, where it is no longer ours: a computer that slept may have lost it to somebody else. */
  readonly takenBy: () => LockNote | null;
  readonly release: () => void;
};

export type LockAttempt =
  | { readonly lock: Lock }
  | { readonly lock: null; readonly heldBy: LockNote }
  | { readonly lock: null; readonly heldBy: null; readonly error: unknown };

const REFRESH_MS = 60_000;
const STALE_MS = 3 * 60_000;

/** Openings of this very process: a lock with our process number that is not among them is from before a restart. */
const ours = new Set<string>();

export const lockPath = (planPath: string): string => `${planPath}.lock`;

/**
 * Takes the lock of a plan by creating its file, which only one can do. A lock is stale where its process on
 * this computer is gone, or where another computer has not confirmed it for three minutes. It is confirmed each
 * minute by a timer that keeps no program alive.
 */
export function takeLock(planPath: string, holder: LockHolder, now: () => Date): LockAttempt {
  const file = lockPath(planPath);
  const since = now().toISOString();
  const note: LockNote = { ...holder, since, refreshed: since, token: randomUUID() };
  for (let attempt = 0; ; attempt += 1) {
    try {
      createNote(file, note);
      return { lock: holdLock(file, note, now) };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return { lock: null, heldBy: null, error };
      const other = readNotePatiently(file);
      if (other !== null && (attempt > 0 || !isStale(other, holder, now()))) return { lock: null, heldBy: other };
      // Two may clear the same stale lock; the one who loses it finds out before the first save (`takenBy`).
      if (attempt > 2) return { lock: null, heldBy: null, error };
      rmSync(file, { force: true });
    }
  }
}

/** Makes the lock file, or fails with EEXIST. On a full disk the file can be made but not written: then it goes again. */
function createNote(file: string, note: LockNote): void {
  const created = openSync(file, 'wx');
  try {
    writeFileSync(created, JSON.stringify(note));
    closeSync(created);
  } catch (error) {
    closeSync(created);
    rmSync(file, { force: true });
    throw error;
  }
}

function holdLock(file: string, note: LockNote, now: () => Date): Lock {
  ours.add(note.token);
  const takenBy = (): LockNote | null => {
    const current = readNote(file);
    return current === null || current.token === note.token ? null : current;
  };
  const confirm = (): void => {
    if (takenBy() !== null) return;
    try {
      writeFileSync(file, JSON.stringify({ ...note, refreshed: now().toISOString() }));
    } catch {
      // A share that is away for a moment: the next minute confirms it, or `takenBy` tells.
    }
  };
  const timer = setInterval(confirm, REFRESH_MS);
  timer.unref();
  return {
    takenBy,
    release: () => {
      clearInterval(timer);
      ours.delete(note.token);
      if (readNote(file)?.token === note.token) rmSync(file, { force: true });
    },
  };
}

function isStale(note: LockNote, holder: LockHolder, now: Date): boolean {
  if (note.computer !== holder.computer) return now.getTime() - Date.parse(note.refreshed) > STALE_MS;
  if (note.pid === holder.pid) return !ours.has(note.token);
  try {
    process.kill(note.pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** A lock that is just being written is empty for a moment; one that stays so was left by a crash. */
function readNotePatiently(file: string): LockNote | null {
  for (let tries = 0; tries < 5; tries += 1) {
    const note = readNote(file);
    if (note !== null) return note;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  return null;
}

/** The note in a lock file; null where there is none, or where a crash left half of one. */
function readNote(file: string): LockNote | null {
  try {
    const note: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isNote(note) ? note : null;
  } catch {
    return null;
  }
}

function isNote(value: unknown): value is LockNote {
  return typeof value === 'object' && value !== null
    && 'user' in value && typeof value.user === 'string' && 'computer' in value && typeof value.computer === 'string'
    && 'pid' in value && Number.isSafeInteger(value.pid) && Number(value.pid) > 0
    && 'since' in value && typeof value.since === 'string' && !Number.isNaN(Date.parse(value.since))
    && 'refreshed' in value && typeof value.refreshed === 'string' && !Number.isNaN(Date.parse(value.refreshed))
    && 'token' in value && typeof value.token === 'string';
}
