import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

/** The open database itself. It stays inside db/: everyone else holds a `Reader` or, within a change, a `Writer`. */
export type Connection = Sqlite.Database;

declare const readerBrand: unique symbol;
declare const writerBrand: unique symbol;

type Drizzle = BetterSQLite3Database;

/** What questions are asked through. It has no way to write. */
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | 'get' | 'all'> & { readonly [readerBrand]: true };

/** What a change writes through. Only `PlanFile.change` hands one out, and only for as long as the change lasts. */
export type Writer = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete'> & { readonly [writerBrand]: true };

const connections = new WeakMap<Reader, Connection>();

/** Both faces of a connection; `writer` is for change() and for filling a new plan. */
export function facesOf(connection: Connection): { readonly reader: Reader; readonly writer: Writer } {
  const database: unknown = drizzle({ client: connection });
  // The one place where the brands are given.
  const writer = database as Writer;
  connections.set(writer, connection);
  return { reader: writer, writer };
}

/** The database behind a reader or writer, for the few statements that drizzle is too slow for. Stays inside db/. */
export function connectionOf(reader: Reader): Connection {
  const connection = connections.get(reader);
  if (connection === undefined) throw new Error('This reader belongs to no open plan.');
  return connection;
}

/**
 * Opens a database (a path, `:memory:`, or the bytes of one) with the settings that every plan runs under.
 * Nothing is written by opening. Waits up to five seconds for another program's save.
 */
export function connect(source: string | Buffer, mode: 'read' | 'write'): Connection {
  const isFile = typeof source === 'string' && source !== ':memory:';
  const connection = new Sqlite(source, { readonly: mode === 'read', fileMustExist: isFile, timeout: 5000 });
  try {
    connection.pragma('foreign_keys = ON');
    // Views and triggers that came with the file may not call functions with side effects.
    connection.pragma('trusted_schema = OFF');
    // Without it, a replaced row would not be logged as deleted.
    connection.pragma('recursive_triggers = ON');
    connection.pragma('temp_store = MEMORY');
    if (mode === 'write') {
      // The file is copied to shares and sticks: no side files, and on the disk before a save is called saved.
      connection.pragma('journal_mode = DELETE');
      connection.pragma('synchronous = FULL');
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** One whole number out of a pragma: `user_version`, for example. */
export function pragmaNumber(connection: Connection, name: string): number {
  return Number(connection.pragma(name, { simple: true }));
}
