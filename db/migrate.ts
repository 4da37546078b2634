import { createHash } from 'node:crypto';
import { type Connection, pragmaNumber } from './connection.ts';
import { PlanFileError, refusalFor } from './errors.ts';

/** One step of the plan format, as drizzle-kit wrote it. Never edited once released. */
export type Migration = { readonly name: string; readonly sql: string };

/** "KPLN" in the header of the file: a plan, and not just any SQLite database. */
export const APPLICATION_ID = 0x4b504c4e;

export const migrationHash = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

export type MigrateOptions = {
  /** For sentences. */
  readonly planName: string;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Called before the first step, where the plan already holds something. If it throws, nothing is migrated. */
  readonly backup: () => void;
};

/** True where steps are waiting. Refuses a plan from a newer Kitplan, and one whose past steps are not ours. */
export function needsMigration(connection: Connection, migrations: readonly Migration[], name: string): boolean {
  const version = pragmaNumber(connection, 'user_version');
  if (version > migrations.length) throw newerPlan(name, version, migrations.length);
  if (version === 0) return migrations.length > 0;
  const applied = connection.prepare<[], { name: string; sha256: string }>(
    'SELECT name, sha256 FROM schema_migration ORDER BY id',
  ).all();
  const stranger = migrations.slice(0, version).find((migration, index) => applied[index]?.sha256 !== migrationHash(migration));
  if (applied.length !== version || stranger !== undefined) {
    throw new PlanFileError('damaged', `${name} was made by another build of Kitplan: its format (${stranger?.name ?? version}) is not the one this Kitplan knows. It was left as it is.`);
  }
  return version < migrations.length;
}

export const newerPlan = (name: string, version: number, known: number): PlanFileError => new PlanFileError(
  'newer', `${name} was saved by a newer Kitplan (plan format ${version}; this one knows up to ${known}). It was left as it is; the newer Kitplan opens it.`,
);

/**
 * Brings a plan to the newest format, or leaves it exactly as it was.
 *
 * drizzle's own migrator is not used: it runs inside a transaction, where SQLite ignores
 * `PRAGMA foreign_keys = OFF`, so that rebuilding a table silently deletes the rows that refer to it. Here the
 * keys are off before the transaction begins. All steps share one transaction, because a plan between two
 * formats would fit no version of Kitplan; and it is exclusive, so that no other program reads half of it.
 */
export function migrate(connection: Connection, migrations: readonly Migration[], options: MigrateOptions): void {
  if (!needsMigration(connection, migrations, options.planName)) return;
  const version = pragmaNumber(connection, 'user_version');
  if (version > 0) options.backup();
  connection.pragma('foreign_keys = OFF');
  try {
    connection.exec('BEGIN EXCLUSIVE');
    const numbers = version === 0 ? [] : connection.prepare<[], LastNumber>('SELECT name, seq FROM sqlite_sequence').all();
    for (const migration of migrations.slice(version)) apply(connection, migration, options);
    keepNumbers(connection, numbers);
    const broken = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new PlanFileError('internal', `${options.planName} could not be brought to the new format: ${broken.length === 1 ? '1 row' : `${broken.length} rows`} would lose the row referred to. It was left as it is.`);
    }
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    connection.pragma(`user_version = ${migrations.length}`);
    connection.exec('COMMIT');
  } catch (error) {
    const refusal = refusalFor(error, options.planName);
    if (refusal instanceof PlanFileError) throw refusal;
    throw new PlanFileError('internal', `${options.planName} could not be brought to the format of this Kitplan. It was left as it is.`, error);
  } finally {
    // A full disk may have rolled back already.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.pragma('foreign_keys = ON');
  }
}

function apply(connection: Connection, migration: Migration, options: MigrateOptions): void {
  connection.exec(migration.sql);
  connection.prepare('INSERT INTO schema_migration (name, sha256, applied_at, app_version) VALUES (?, ?, ?, ?)')
    .run(migration.name, migrationHash(migration), options.now().toISOString(), options.appVersion);
}

type LastNumber = { readonly name: string; readonly seq: number };

/**
 * A rebuilt table would start counting from its highest row again and give the number of a removed row to a new
 * one, whose history would then be that of two. So every table counts on from where it was.
 */
function keepNumbers(connection: Connection, numbers: readonly LastNumber[]): void {
  const raise = connection.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?');
  const add = connection.prepare('INSERT INTO sqlite_sequence (name, seq) SELECT name, ? FROM sqlite_schema WHERE type = \'table\' AND name = ?');
  for (const { name, seq } of numbers) {
    if (raise.run(seq, name).changes === 0) add.run(seq, name);
  }
}
