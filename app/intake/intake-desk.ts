import { Refusal } from '../refusal.ts';
import type { DryRun } from './dry-run.ts';
import { ImportJob } from './import-job.ts';
import type { RawTable } from './raw-table.ts';
import { readDocument, readTable, sha256, type ReadDocument, type Reading } from './read-register-file.ts';
import type { ReadHow, SpawnReader } from './spawn-reader.ts';

/** The files that lie on the desk: the one in hand, and the one before it. */
const MOST_FILES = 2;

type HeldFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Its table as it was last read, and how. */
  table: { readonly how: string; readonly value: RawTable } | null;
  /** The same for a file of the finance system, which may be an XML document. */
  document: { readonly how: string; readonly value: ReadDocument } | null;
  /** What was last worked out from it, and for what. */
  run: { readonly asked: string; readonly value: DryRun } | null;
};

export type SentFile = { readonly fileName: string; readonly base64?: string | undefined; readonly fingerprint?: string | undefined };

const keyOf = ({ sheet, encoding, separator, seeks }: ReadHow): string => JSON.stringify([sheet, encoding, separator, seeks]);

const readingFor = (how: ReadHow, job: ImportJob): Reading => ({ how, signal: job.signal, onRows: (rows) => job.report('reading', rows) });

/**
 * The files that are just being brought in, so that a question about one need not send and read it again. It holds
 * two at most, and forgets them with the plan, after an import, and when the screen is left.
 */
export class IntakeDesk {
  readonly #files = new Map<string, HeldFile>();
  readonly #jobs = new Map<string, ImportJob>();

  /**
   * Lays a file on the desk, or finds the one that lies there.
   * @throws Refusal `not_found` where a fingerprint is all that was sent, and its file is gone
   */
  take({ fileName, base64, fingerprint }: SentFile): { readonly fingerprint: string; readonly file: HeldFile } {
    if (base64 === undefined) {
      const held = fingerprint === undefined ? undefined : this.#files.get(fingerprint);
      if (held === undefined || fingerprint === undefined) throw new Refusal('not_found', `${fileName} is no longer at hand: send it again.`);
      return { fingerprint, file: held };
    }
    const bytes = Buffer.from(base64, 'base64');
    const found = sha256(bytes);
    const held = this.#files.get(found);
    // The newest is last: the oldest makes room.
    this.#files.delete(found);
    const file = held?.fileName === fileName ? held : { fileName, bytes, table: null, document: null, run: null };
    this.#files.set(found, file);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST_FILES) break;
      this.#files.delete(oldest);
    }
    return { fingerprint: found, file };
  }

  /** The table of a file, read in a process of its own the first time, and again where it is to be read differently. */
  async table(file: HeldFile, how: ReadHow, spawnReader: SpawnReader, job: ImportJob): Promise<RawTable> {
    const key = keyOf(how);
    if (file.table?.how === key) return file.table.value;
    const value = await readTable(file.bytes, file.fileName, spawnReader, readingFor(how, job));
    file.table = { how: key, value };
    return value;
  }

  /** The same for what a finance system gives out: a table, or an XML document. */
  async document(file: HeldFile, how: ReadHow, spawnReader: SpawnReader, job: ImportJob): Promise<ReadDocument> {
    const key = keyOf(how);
    if (file.document?.how === key) return file.document.value;
    const value = await readDocument(file.bytes, file.fileName, spawnReader, readingFor(how, job));
    file.document = { how: key, value };
    return value;
  }

  /** Work under a name that others may ask after or stop; under no name it only runs. */
  async work<Value>(name: string | undefined, work: (job: ImportJob) => Promise<Value>): Promise<Value> {
    const job = new ImportJob();
    if (name !== undefined) this.#jobs.set(name, job);
    try {
      return await work(job);
    } finally {
      if (name !== undefined && this.#jobs.get(name) === job) this.#jobs.delete(name);
    }
  }

  job(name: string): ImportJob | null {
    return this.#jobs.get(name) ?? null;
  }

  /** Puts the files away and stops whatever is being done with them. */
  clear(): void {
    for (const job of this.#jobs.values()) job.stop();
    this.#files.clear();
  }
}
