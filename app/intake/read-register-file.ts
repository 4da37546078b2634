import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import type { ReaderProcess, ReaderReport, ReaderRequest, ReadHow, SpawnReader } from './spawn-reader.ts';
import type { XmlDocument } from './xml-element.ts';

/** A reader that has not finished after this is stopped, in milliseconds. */
export const READING_LIMIT_MS = 30_000;

/** The fingerprint under which an import remembers its file: the same bytes give the same text. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export type Reading = {
  readonly how?: ReadHow;
  /** Stops the reading when it is aborted; the process is killed. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many rows have been read so far. */
  readonly onRows?: (rows: number) => void;
  /** How long the reader may take. */
  readonly limitMs?: number;
};

/** What a file turned out to be. */
export type ReadDocument =
  | { readonly kind: 'table'; readonly table: RawTable }
  | { readonly kind: 'xml'; readonly xml: XmlDocument };

/** What the reader process made of a file. */
type Read = ReadDocument | { readonly kind: 'letterhead'; readonly placeholders: readonly string[] };

/**
 * Reads the table of a register file in a process of its own, so that a hostile or broken file can hang or
 * exhaust only that process.
 * @throws Refusal `refused_file` with one sentence that names the file, and the row where one is to blame.
 */
export async function readTable(bytes: Uint8Array, fileName: string, spawnReader: SpawnReader, reading: Reading = {}): Promise<RawTable> {
  const read = await readInProcess('table', bytes, fileName, spawnReader, reading);
  if (read.kind !== 'table') throw new Refusal('refused_file', `${fileName} is an XML file, not a spreadsheet.`);
  return read.table;
}

/** The same for a file that may be an XML document too: what a finance system gives out. */
export async function readDocument(bytes: Uint8Array, fileName: string, spawnReader: SpawnReader, reading: Reading = {}): Promise<ReadDocument> {
  const read = await readInProcess('document', bytes, fileName, spawnReader, reading);
  if (read.kind === 'letterhead') throw new Error('A document was read as a letterhead.');
  return read;
}

/**
 * Looks a school's own paper over in a process of its own.
 * @returns the places it keeps for text, such as `body`
 * @throws Refusal `refused_file` where documents cannot be written on it
 */
export async function readLetterheadFile(bytes: Uint8Array, fileName: string, spawnReader: SpawnReader): Promise<readonly string[]> {
  const read = await readInProcess('letterhead', bytes, fileName, spawnReader, {});
  if (read.kind !== 'letterhead') throw new Error('A letterhead was read as a document.');
  return read.placeholders;
}

async function readInProcess(
  kind: ReaderRequest['kind'], bytes: Uint8Array, fileName: string, spawnReader: SpawnReader,
  { how = {}, signal, onRows, limitMs = READING_LIMIT_MS }: Reading,
): Promise<Read> {
  if (bytes.length === 0) throw new Refusal('refused_file', `${fileName} is empty.`);
  signal?.throwIfAborted();
  const reader = spawnReader();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Refusal('refused_file', tooSlow(fileName, limitMs))), limitMs);
  const giveUp = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp);
  try {
    return await collect(reader, { kind, bytes, fileName, how }, stop.signal, onRows);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    reader.kill();
  }
}

function collect(reader: ReaderProcess, request: ReaderRequest, stop: AbortSignal, onRows?: (rows: number) => void): Promise<Read> {
  const { fileName } = request;
  return new Promise((resolve, reject) => {
    const rows: RawRow[] = [];
    const refuse = (sentence: string): void => reject(new Refusal('refused_file', sentence));
    stop.addEventListener('abort', () => reject(stop.reason as Error), { once: true });
    reader.onExit(() => refuse(`${fileName} could not be read: the file is damaged, or too large to open in one piece.`));
    reader.onMessage((message) => {
      if (!isReaderReport(message)) return;
      if (message.kind === 'rows') {
        for (const row of message.rows) rows.push(row);
        onRows?.(rows.length);
      }
      if (message.kind === 'refused') refuse(message.sentence);
      if (message.kind === 'end') {
        const { kind: _kind, ...end } = message;
        resolve({ kind: 'table', table: { fileName, rows, ...end } });
      }
      if (message.kind === 'xml') resolve({ kind: 'xml', xml: message.xml });
      if (message.kind === 'letterhead') resolve({ kind: 'letterhead', placeholders: message.placeholders });
    });
    reader.send(request);
  });
}

const tooSlow = (fileName: string, limitMs: number): string =>
  `${fileName} took longer than ${limitMs / 1000} seconds to read, so reading was stopped. `
  + 'A copy that holds only the rows that are needed may be quicker.';

function isReaderReport(message: unknown): message is ReaderReport {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  if (message.kind === 'rows') return 'rows' in message && Array.isArray(message.rows);
  if (message.kind === 'xml') return 'xml' in message && typeof message.xml === 'object' && message.xml !== null && 'root' in message.xml;
  if (message.kind === 'letterhead') return 'placeholders' in message && Array.isArray(message.placeholders);
  return message.kind === 'end' || message.kind === 'refused';
}
