import { accessSync, closeSync, constants, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backupFolder, lacksDaily, writeBackup } from './backups.ts';
import { watch } from './changes/audit.ts';
import { type Connection, connect, facesOf } from './connection.ts';
import { errorCode, PlanFileError, planName, refusalFor } from './errors.ts';
import { type Lock, type LockHolder, takeLock } from './lock.ts';
import { migrate, needsMigration, type MigrateOptions } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { restorePlan } from './plan-json/read.ts';
import { inspectHeader } from './plan-header.ts';
import { refuseUnreadable } from './readable.ts';
import { type PlanSeed, seedPlan } from './seed.ts';

export type PlanOptions = {
  readonly now: () => Date;
  /** Where Kitplan keeps settings and backups. */
  readonly home: string;
  readonly appVersion: string;
  readonly holder: LockHolder;
  /** Open for reading alone: no lock is taken and nothing is written. */
  readonly readOnly?: boolean;
};

/** Why a plan cannot be changed, in one sentence for the screen. */
export type ReadOnlyReason = { readonly code: 'locked' | 'read_only'; readonly sentence: string };

/** A plan that has been opened, brought to the newest format and, where it can be written, watched. */
export type Opened = {
  readonly path: string | null;
  readonly id: string;
  readonly connection: Connection;
  readonly lock: Lock | null;
  readonly readOnly: ReadOnlyReason | null;
  readonly notices: readonly string[];
};

/** Opens a plan to be changed, or for reading with the reason, where it is open elsewhere or cannot be written. */
export function openExisting(file: string, options: PlanOptions): Opened {
  const name = planName(file);
  inspectHeader(file, MIGRATIONS.length);
  if (options.readOnly === true) return openForReading(file, options, readOnly(`${name} is open for reading only.`));
  try {
    accessSync(file, constants.W_OK);
  } catch {
    return openForReading(file, options, readOnly(`${name} may not be written where it is kept, so it is open for reading only.`));
  }
  const attempt = takeLock(file, options.holder, options.now);
  if (attempt.lock !== null) return openForWriting(file, options, attempt.lock);
  if (attempt.heldBy !== null) {
    return openForReading(file, options, { code: 'locked', sentence: `${heldSentence(name, attempt.heldBy)} It is open here for reading only.` });
  }
  const why = errorCode(attempt.error) === 'ENOSPC' ? `The disk that holds ${name} is full` : `Nothing may be written in the folder of ${name}`;
  return openForReading(file, options, readOnly(`${why}, so it is open for reading only.`));
}

const readOnly = (sentence: string): ReadOnlyReason => ({ code: 'read_only', sentence });

/** "Hillcrest.kitplan has been open on ICT-OFFICE-2 (account helpdesk) since 21 November 2026 at 09:14." */
export function heldSentence(name: string, note: LockHolder & { readonly since: string }): string {
  const since = new Date(note.since).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return `${name} has been open on ${note.computer} (account ${note.user}) since ${since}.`;
}

function openForWriting(file: string, options: PlanOptions, lock: Lock): Opened {
  let connection: Connection | null = null;
  try {
    connection = connect(file, 'write');
    refuseDamaged(connection, file);
    const id = readPlanId(connection, file);
    const folder = backupFolder(options.home, id);
    const open = connection;
    migrate(connection, MIGRATIONS, {
      planName: planName(file), appVersion: options.appVersion, now: options.now,
      backup: () => { writeBackup(open, { folder, name: planName(file), kind: 'migration', at: options.now() }); },
    });
    refuseUnreadable(connection, file);
    const notices = dailyBackup(connection, folder, options.now(), planName(file));
    watch(connection);
    return { path: file, id, connection, lock, readOnly: null, notices };
  } catch (error) {
    connection?.close();
    lock.release();
    throw openingRefusal(error, file);
  }
}

/** A plan in an older format is read from a copy in memory, which is brought to the newest format there. */
function openForReading(file: string, options: PlanOptions, reason: ReadOnlyReason): Opened {
  let connection: Connection | null = null;
  try {
    connection = connect(file, 'read');
    refuseDamaged(connection, file);
    const id = readPlanId(connection, file);
    if (needsMigration(connection, MIGRATIONS, planName(file))) {
      const bytes = connection.serialize();
      connection.close();
      connection = connect(bytes, 'write');
      migrate(connection, MIGRATIONS, { planName: planName(file), appVersion: options.appVersion, now: options.now, backup: () => undefined });
      connection.pragma('query_only = ON');
    }
    refuseUnreadable(connection, file);
    return { path: file, id, connection, lock: null, readOnly: reason, notices: [] };
  } catch (error) {
    connection?.close();
    throw openingRefusal(error, file);
  }
}

/** Makes a plan where there is no file yet, and opens it. */
export const createNew = (file: string, options: PlanOptions, seed: PlanSeed): Opened =>
  makeFile(file, options, (connection) => fill(connection, file, options, seed));

/** Makes the plan that the JSON holds where there is no file yet, and opens it. */
export const createFromJson = (file: string, options: PlanOptions, json: string): Opened =>
  makeFile(file, options, (connection) => opened(connection, file, () => restorePlan(connection, json, migrating(file, options))));

/** What was begun is cleared away where it fails. */
function makeFile(file: string, options: PlanOptions, fillIt: (connection: Connection) => Opened): Opened {
  const name = planName(file);
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new PlanFileError('conflict', `${name} is there already. It was left as it is.`, error);
    if (errorCode(error) === 'ENOENT') throw new PlanFileError('not_found', `The folder for ${name} (${path.dirname(file)}) is not there.`, error);
    throw makingRefusal(error, file);
  }
  const attempt = takeLock(file, options.holder, options.now);
  try {
    if (attempt.lock === null && attempt.heldBy !== null) throw new PlanFileError('locked', heldSentence(name, attempt.heldBy));
    if (attempt.lock === null) throw attempt.error;
    return { ...fillIt(connect(file, 'write')), lock: attempt.lock };
  } catch (error) {
    attempt.lock?.release();
    rmSync(file, { force: true });
    throw makingRefusal(error, file);
  }
}

function makingRefusal(error: unknown, file: string): unknown {
  const refusal = refusalFor(error, file);
  return refusal instanceof PlanFileError && refusal.code === 'disk_full'
    ? new PlanFileError('disk_full', `${planName(file)} could not be made because the disk is full.`, error) : refusal;
}

/** Makes a plan that lives in memory alone. */
export const createInMemory = (options: PlanOptions, seed: PlanSeed): Opened => fill(connect(':memory:', 'write'), null, options, seed);

const fill = (connection: Connection, file: string | null, options: PlanOptions, seed: PlanSeed): Opened => opened(connection, file, () => {
  migrate(connection, MIGRATIONS, migrating(file, options));
  connection.transaction(() => { seedPlan(facesOf(connection).writer, seed, options); })();
});

const migrating = (file: string | null, { appVersion, now }: PlanOptions): MigrateOptions =>
  ({ planName: planName(file), appVersion, now, backup: () => undefined });

/** A new plan once something is in it. */
function opened(connection: Connection, file: string | null, fillIt: () => void): Opened {
  try {
    fillIt();
    watch(connection);
    return { path: file, id: readPlanId(connection, file), connection, lock: null, readOnly: null, notices: [] };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function refuseDamaged(connection: Connection, file: string): void {
  const found = connection.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new PlanFileError('damaged', `${planName(file)} is damaged and cannot be opened. It was left as it is.`);
}

/** The id names a folder, so nothing but an id is taken for one. Every format of the plan keeps it here. */
function readPlanId(connection: Connection, file: string | null): string {
  const id = connection.prepare<[], string>('SELECT uuid FROM plan WHERE id = 1').pluck().get();
  if (id === undefined || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) {
    throw new PlanFileError('damaged', `${planName(file)} does not say which plan it is. It was left as it is.`);
  }
  return id;
}

/** A backup a day, at the first opening. A plan is not kept shut because of one that fails, but people are told. */
function dailyBackup(connection: Connection, folder: string, now: Date, name: string): readonly string[] {
  try {
    if (lacksDaily(folder, now)) writeBackup(connection, { folder, name, kind: 'daily', at: now });
    return [];
  } catch (error) {
    if (error instanceof PlanFileError) return [error.sentence];
    throw error;
  }
}

/** What SQLite cannot make sense of while opening is a file whose tables are not those of a plan. */
function openingRefusal(error: unknown, file: string): unknown {
  if (errorCode(error) === 'SQLITE_ERROR') {
    return new PlanFileError('damaged', `${planName(file)} lacks parts of a plan and cannot be opened. It was left as it is.`, error);
  }
  return refusalFor(error, file);
}
