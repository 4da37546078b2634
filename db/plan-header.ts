import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { errorCode, PlanFileError, planName, refusalFor } from './errors.ts';
import { APPLICATION_ID, newerPlan } from './migrate.ts';

/** SQLite's own file header is 100 bytes; the numbers in it are big-endian (sqlite.org/fileformat2.html, 1.3). */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\u0000';

/**
 * Looks at a file before SQLite does, so that whatever is not a plan of ours is refused without being touched:
 * opening a database may already roll back a journal that lies beside it.
 */
export function inspectHeader(path: string, knownFormats: number): void {
  const name = planName(path);
  const { header, size } = readHeader(path);
  if (size === 0) throw new PlanFileError('not_a_plan', `${name} is empty: there is no plan in it.`);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) {
    throw new PlanFileError('not_a_plan', `${name} is not a Kitplan plan.`);
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new PlanFileError('not_a_plan', `${name} is a database of another program, not a Kitplan plan.`);
  }
  const version = header.readUInt32BE(60);
  if (version > knownFormats) throw newerPlan(name, version, knownFormats);
  // A save that was cut short leaves a journal, from which SQLite puts the file right.
  if (!existsSync(`${path}-journal`)) refuseTruncated(name, header, size);
}

function refuseTruncated(name: string, header: Buffer, size: number): void {
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // The page count is only kept by writers that also copy the change counter; older ones leave it behind.
  const pageCount = header.readUInt32BE(24) === header.readUInt32BE(92) ? header.readUInt32BE(28) : 0;
  if (size < pageCount * pageSize) {
    throw new PlanFileError('damaged', `${name} is cut short: ${size.toLocaleString('en-GB')} of its ${(pageCount * pageSize).toLocaleString('en-GB')} bytes are there. It was left as it is.`);
  }
}

function readHeader(path: string): { readonly header: Buffer; readonly size: number } {
  const name = planName(path);
  let file: number | null = null;
  try {
    if (statSync(path).isDirectory()) throw new PlanFileError('not_a_plan', `${name} is a folder, not a plan.`);
    file = openSync(path, 'r');
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    return { header: header.subarray(0, read), size: fstatSync(file).size };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') throw new PlanFileError('not_found', `${name} is not there.`, error);
    throw refusalFor(error, path);
  } finally {
    if (file !== null) closeSync(file);
  }
}
