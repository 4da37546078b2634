import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from './connection.ts';
import { PlanFileError, refusalFor } from './errors.ts';

export type BackupKind = 'migration' | 'import' | 'daily';

export type BackupEntry = {
  readonly path: string;
  /** ISO date and time, UTC. */
  readonly at: string;
  readonly kind: BackupKind;
  readonly bytes: number;
};

const KEPT = 10;
const KEPT_MONTHS = 12;
const NAME = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?:-\d+)?-(migration|import|daily)\.kitplan$/u;

export const backupFolder = (home: string, planId: string): string => path.join(home, 'backups', planId);

/** The backups of a plan, the newest first. */
export function listBackups(folder: string): readonly BackupEntry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().toReversed().flatMap((name) => {
    const parts = NAME.exec(name);
    if (parts === null) return [];
    const [, year, month, day, hour, minute, second, kind] = parts;
    const file = path.join(folder, name);
    return [{ path: file, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, kind: kind as BackupKind, bytes: statSync(file).size }];
  });
}

/**
 * Writes a whole copy of the plan as it is now and answers its path. It gets its name only once it is complete,
 * so that half a backup is never taken for one. Old ones are cleared away afterwards.
 */
export function writeBackup(
  connection: Connection, { folder, name, kind, at }: { readonly folder: string; readonly name: string; readonly kind: BackupKind; readonly at: Date },
): string {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+Z/gu, '').replace('T', '-');
  const unfinished = path.join(folder, `${stamp}-${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    connection.prepare('VACUUM INTO ?').run(unfinished);
    const finished = freeName(folder, stamp, kind);
    renameSync(unfinished, finished);
    for (const old of outdated(listBackups(folder))) rmSync(old.path, { force: true });
    return finished;
  } catch (error) {
    discard(unfinished);
    throw backupRefusal(error, name, folder);
  }
}

/** Where even the folder is missing there is nothing to clear away; the fault that led here is the one to report. */
function discard(unfinished: string): void {
  try {
    rmSync(unfinished, { force: true });
  } catch {
    // Reported by the caller.
  }
}

/** A second backup of the same kind in the same second gets a number. */
function freeName(folder: string, stamp: string, kind: BackupKind): string {
  for (let count = 0; ; count += 1) {
    const file = path.join(folder, `${stamp}${count === 0 ? '' : `-${count}`}-${kind}.kitplan`);
    if (!existsSync(file)) return file;
  }
}

function backupRefusal(error: unknown, name: string, folder: string): PlanFileError {
  const refusal = refusalFor(error, null);
  const code = refusal instanceof PlanFileError ? refusal.code : 'internal';
  const why = code === 'disk_full' ? 'the disk is full'
    : code === 'no_permission' || code === 'read_only' ? 'nothing may be written there' : 'that place gave an error';
  return new PlanFileError(code, `A backup of ${name} could not be written to ${folder}: ${why}. The plan is as it was before.`, error);
}

/** True where today (UTC) has no daily backup yet. */
export const lacksDaily = (folder: string, now: Date): boolean =>
  !listBackups(folder).some(({ kind, at }) => kind === 'daily' && at.slice(0, 10) === now.toISOString().slice(0, 10));

/**
 * Kept: the ten newest of each kind, and of the daily ones also the first of each of the twelve newest months
 * that have one.
 */
export function outdated(newestFirst: readonly BackupEntry[]): readonly BackupEntry[] {
  const kept = new Set<BackupEntry>();
  for (const kind of ['migration', 'import', 'daily'] as const) {
    for (const entry of newestFirst.filter((each) => each.kind === kind).slice(0, KEPT)) kept.add(entry);
  }
  const firstOfMonth = new Map<string, BackupEntry>();
  for (const entry of newestFirst) if (entry.kind === 'daily') firstOfMonth.set(entry.at.slice(0, 7), entry);
  for (const entry of [...firstOfMonth.values()].slice(0, KEPT_MONTHS)) kept.add(entry);
  return newestFirst.filter((entry) => !kept.has(entry));
}
