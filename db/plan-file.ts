import path from 'node:path';
import type { PolicySubject } from '../planning/scenarios/policy-change.ts';
import type { Role } from '../planning/vocabulary.ts';
import { backupFolder, type BackupEntry, type BackupKind, listBackups, writeBackup } from './backups.ts';
import { type AssetHistoryEntry, listAssetChanges } from './changes/asset-history.ts';
import { type ChangeMeta, type ChangeSummary, runChange } from './changes/change.ts';
import { type ChangeSetEntry, type HistoryOptions, latestChange, type LatestChange, listChanges, listRowChanges, type RowHistoryEntry } from './changes/history.ts';
import { listPolicyChanges, listRiseChanges, type PolicyHistoryEntry } from './changes/policy-history.ts';
import { findUndoable, nextRedo, nextUndo, takeBack, type Undoable } from './changes/undo.ts';
import { facesOf, type Reader, type Writer } from './connection.ts';
import { PlanFileError, planName, refusalFor } from './errors.ts';
import { checkIntegrity, type Integrity } from './integrity.ts';
import { createFromJson, createInMemory, createNew, heldSentence, type Opened, openExisting, type PlanOptions, type ReadOnlyReason } from './opening.ts';
import { planJson } from './plan-json/write.ts';
import { isMadeUp } from './repositories/school.ts';
import type { PlanSeed } from './seed.ts';

/** An open plan. Everything is synchronous; refusals are `PlanFileError`s with a sentence. */
export type PlanFile = {
  /** Names the plan for ever; copies of the file share it. */
  readonly id: string;
  /** Null where the plan only lives in memory. */
  readonly path: string | null;
  readonly readOnly: ReadOnlyReason | null;
  /** True for a copy of the made-up school. */
  readonly madeUp: boolean;
  /** What people should know about this opening, such as a backup that could not be written. */
  readonly notices: readonly string[];
  readonly reader: Reader;
  /**
   * Saves everything that `write` writes as one named change, or nothing. `change` is null where it wrote
   * nothing. `write` may not be async, and its writer is of no use once it has returned.
   */
  readonly change: <T>(meta: ChangeMeta, write: (writer: Writer) => T & Sync<T>) => { readonly value: T; readonly change: ChangeSummary | null };
  /** Takes back the latest change, or the one with this id out of the history. */
  readonly undo: (role: Role, changeId?: number) => ChangeSummary;
  readonly redo: (role: Role) => ChangeSummary;
  readonly undoable: () => { readonly label: string } | null;
  readonly redoable: () => { readonly label: string } | null;
  /** The newest change, of whatever kind: the same number means the same plan. Null before the first. */
  readonly latest: () => LatestChange | null;
  readonly history: (options?: HistoryOptions) => readonly ChangeSetEntry[];
  readonly rowHistory: (table: string, id: number) => readonly RowHistoryEntry[];
  /** What happened to an asset, its cover, its contracts and whatever else is its own; with the rows it was split from or merged of. */
  readonly assetHistory: (id: number) => readonly AssetHistoryEntry[];
  readonly policyHistory: (subject: PolicySubject) => readonly PolicyHistoryEntry[];
  /** What happened to the price rise of everything (null) or of a category. */
  readonly riseHistory: (categoryKey: string | null) => readonly PolicyHistoryEntry[];
  /** Copies the plan as it is now into the backups and answers the copy's path; null for a plan in memory. */
  readonly backup: (kind: BackupKind) => string | null;
  readonly backups: () => readonly BackupEntry[];
  readonly integrity: () => Integrity;
  /** The whole plan with its history as JSON text, from which `createPlanFromJson` makes the same plan. */
  readonly json: () => string;
  readonly close: () => void;
};

/** Nothing where `T` is a promise: what an async function writes after its first await would belong to no change. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * Opens the plan at a path: to be changed, or for reading alone with the reason in `readOnly`, where it is open
 * elsewhere or cannot be written. A file that is not a plan, damaged or from a newer Kitplan is refused with a
 * `PlanFileError` and left untouched.
 */
export const openPlanFile = (file: string, options: PlanOptions): PlanFile => assemble(openExisting(path.resolve(file), options), options);

/** Makes a new plan at a path where there is no file yet, and opens it. */
export const createPlanFile = (file: string, options: PlanOptions, seed: PlanSeed): PlanFile =>
  assemble(createNew(path.resolve(file), options, seed), options);

/** Makes the plan that the JSON holds, with its history, at a path where there is no file yet, and opens it. */
export const createPlanFromJson = (file: string, options: PlanOptions, json: string): PlanFile =>
  assemble(createFromJson(path.resolve(file), options, json), options);

/** Makes a plan that lives in memory alone. */
export const createMemoryPlan = (options: PlanOptions, seed: PlanSeed): PlanFile => assemble(createInMemory(options, seed), options);

function assemble(opened: Opened, options: PlanOptions): PlanFile {
  const { connection, id, lock } = opened;
  const { reader, writer } = facesOf(connection);
  const folder = backupFolder(options.home, id);
  /** Every fault leaves as a sentence; a use case's own errors leave as they are. */
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw refusalFor(error, opened.path);
    }
  };
  const writing = <T>(work: () => T): T => guarded(() => {
    if (opened.readOnly !== null) throw new PlanFileError(opened.readOnly.code, `${opened.readOnly.sentence} Nothing was changed.`);
    const other = lock?.takenBy() ?? null;
    if (other !== null) throw new PlanFileError('locked', `${heldSentence(planName(opened.path), other)} Nothing was changed; the plan can be opened again to go on.`);
    return work();
  });
  const takeBackNext = (role: Role, target: Undoable | null, none: string): ChangeSummary => {
    if (target === null) throw new PlanFileError('conflict', none);
    return takeBack(connection, writer, options.now, role, target);
  };
  return {
    id, path: opened.path, readOnly: opened.readOnly, madeUp: isMadeUp(reader), notices: opened.notices, reader,
    change: (meta, write) => writing(() => runChange(connection, writer, options.now, { ...meta, kind: 'do', undoes: null }, write)),
    undo: (role, changeId) => writing(() => takeBackNext(
      role, changeId === undefined ? nextUndo(connection) : findUndoable(connection, changeId),
      changeId === undefined ? 'There is nothing to undo.' : 'That change was undone already.',
    )),
    redo: (role) => writing(() => takeBackNext(role, nextRedo(connection), 'There is nothing to redo.')),
    undoable: () => guarded(() => labelOf(nextUndo(connection))),
    redoable: () => guarded(() => labelOf(nextRedo(connection))),
    latest: () => guarded(() => latestChange(connection)),
    history: (range) => guarded(() => listChanges(connection, range ?? {})),
    rowHistory: (table, rowId) => guarded(() => listRowChanges(connection, table, rowId)),
    assetHistory: (assetId) => guarded(() => listAssetChanges(connection, assetId)),
    policyHistory: (subject) => guarded(() => listPolicyChanges(connection, subject)),
    riseHistory: (categoryKey) => guarded(() => listRiseChanges(connection, categoryKey)),
    backup: (kind) => (opened.path === null ? null : writeBackup(connection, { folder, name: planName(opened.path), kind, at: options.now() })),
    backups: () => (opened.path === null ? [] : guarded(() => listBackups(folder))),
    integrity: () => guarded(() => checkIntegrity(connection)),
    json: () => guarded(() => planJson(connection, options.appVersion)),
    close: () => {
      try {
        connection.close();
      } finally {
        lock?.release();
      }
    },
  };
}

const labelOf = (target: Undoable | null): { readonly label: string } | null => (target === null ? null : { label: target.label });
