import { inflateRawSync } from 'node:zlib';
import { RefusedFile } from './refused-file.ts';

/**
 * What a package may be before anything inflates it: enough for a register of 200,000 rows, and far too
 * little to fill a computer.
 */
const MAX_ENTRIES = 2_000;
const MAX_ENTRY_BYTES = 150_000_000;
const MAX_TOTAL_BYTES = 300_000_000;
const MAX_RATIO = 200;
/** Small parts may shrink as far as they like: a blank printer setting is no bomb. */
const RATIO_COUNTS_FROM_BYTES = 1_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly headerAt: number;
};

/** A package whose every part has been measured. */
export type GuardedPackage = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The inflated bytes of a part that is there; null where it is not. */
  readonly part: (name: string) => Uint8Array | null;
};

/** How the sentences speak of the file: the program that mends it, and what it is meant to be. */
export type PackageWords = { readonly program: 'Excel' | 'Word'; readonly meant: string };
const A_REGISTER: PackageWords = { program: 'Excel', meant: 'a register' };

/**
 * Checks a ZIP package by its directory and then by inflating each part against its declared size, so that a
 * directory that lies is caught too.
 * @throws RefusedFile for anything damaged, encrypted, oversized or devious.
 */
export function guardPackage(bytes: Uint8Array, fileName: string, { program, meant }: PackageWords = A_REGISTER): GuardedPackage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): RefusedFile => new RefusedFile(`${fileName} is damaged: it is a package that does not hold `
    + `together. Opening it in ${program} and saving a new copy often mends it.`);
  const tooLarge = (): RefusedFile => new RefusedFile(`${fileName} would unpack to far more than ${meant} needs, `
    + 'so it was not opened.');
  const entries = readDirectory(buffer, fileName, damaged);
  const spans = entries.map((entry) => ({ entry, ...dataSpan(buffer, entry, damaged) }));
  holdNames(entries, fileName, damaged);
  holdSizes(entries, tooLarge);
  holdSpans(spans, damaged);
  const starts = new Map(spans.map(({ entry, from }) => [entry.name, { entry, from }]));
  const inflate = (name: string): Uint8Array | null => {
    const found = starts.get(name);
    if (!found) return null;
    const { entry, from } = found;
    const data = buffer.subarray(from, from + entry.compressed);
    if (entry.method === 0) {
      if (entry.compressed !== entry.size) throw damaged();
      return data;
    }
    try {
      const inflated = inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
      if (inflated.length !== entry.size) throw damaged();
      return inflated;
    } catch {
      // Broken data, or more of it than the directory declares: inflating stopped at the declared size.
      throw damaged();
    }
  };
  for (const entry of entries) inflate(entry.name);
  return { names: entries.map((entry) => entry.name), has: (name) => starts.has(name), part: inflate };
}

function readDirectory(buffer: Buffer, fileName: string, damaged: () => RefusedFile): Entry[] {
  const end = findEnd(buffer);
  if (end === null) throw damaged();
  const count = buffer.readUInt16LE(end + 10);
  const size = buffer.readUInt32LE(end + 12);
  const start = buffer.readUInt32LE(end + 16);
  const isZip64 = count === 0xffff || size === 0xffffffff || start === 0xffffffff;
  const onSeveralDisks = buffer.readUInt16LE(end + 4) !== 0 || count !== buffer.readUInt16LE(end + 8);
  if (isZip64 || onSeveralDisks || count > MAX_ENTRIES || start + size > end) throw damaged();
  const entries: Entry[] = [];
  for (let at = start; entries.length < count;) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const flags = buffer.readUInt16LE(at + 8);
    const method = buffer.readUInt16LE(at + 10);
    if ((flags & 0x2041) !== 0) throw new RefusedFile(`${fileName} has a password. Save a copy without one.`);
    if (method !== 0 && method !== 8) throw damaged();
    const nameLength = buffer.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    if (next > end) throw damaged();
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      compressed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      headerAt: buffer.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

function findEnd(buffer: Buffer): number | null {
  const last = buffer.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY && at + END_LENGTH + buffer.readUInt16LE(at + 20) <= buffer.length) {
      return at;
    }
  }
  return null;
}

type Span = { readonly headerAt: number; readonly from: number; readonly to: number };

function dataSpan(buffer: Buffer, entry: Entry, damaged: () => RefusedFile): Span {
  const at = entry.headerAt;
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL_HEADER) throw damaged();
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const to = from + entry.compressed;
  if (to > buffer.length) throw damaged();
  return { headerAt: at, from, to };
}

function holdNames(entries: readonly Entry[], fileName: string, damaged: () => RefusedFile): void {
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length) throw damaged();
  for (const { name } of entries) {
    const path = name.replaceAll('\\', '/');
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || path.includes('\0')) {
      throw new RefusedFile(`${fileName} is a package with a part that points outside itself, so it was not opened.`);
    }
  }
}

function holdSizes(entries: readonly Entry[], tooLarge: () => RefusedFile): void {
  let total = 0;
  for (const { size, compressed } of entries) {
    total += size;
    const ratio = size / Math.max(1, compressed);
    if (size > MAX_ENTRY_BYTES || (size > RATIO_COUNTS_FROM_BYTES && ratio > MAX_RATIO)) throw tooLarge();
  }
  if (total > MAX_TOTAL_BYTES) throw tooLarge();
}

/** Parts that lie over each other let a small file unpack to a large one. */
function holdSpans(spans: readonly Span[], damaged: () => RefusedFile): void {
  const inOrder = spans.toSorted((one, other) => one.headerAt - other.headerAt);
  let end = 0;
  for (const span of inOrder) {
    if (span.headerAt < end) throw damaged();
    end = span.to;
  }
}
