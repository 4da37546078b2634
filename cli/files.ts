import { closeSync, constants, copyFileSync, linkSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refused } from './terminal.ts';

const MEGABYTE = 1024 * 1024;
/** What still fits the 64 MB of a request once it is base64. */
const LARGEST_REGISTER_BYTES = 48 * MEGABYTE;

/** @throws Refused where it cannot be read, with the reason */
export async function readRegister(path: string): Promise<{ fileName: string; base64: string }> {
  const bytes = await readWhole(path, LARGEST_REGISTER_BYTES);
  return { fileName: basename(path), base64: bytes.toString('base64') };
}

/** @throws Refused where there is no such file, it is a folder, it is too large or it may not be read */
export async function readWhole(path: string, largestBytes: number): Promise<Buffer> {
  try {
    const { size } = statSync(path);
    if (size > largestBytes) throw new Refused(`${path} is larger than ${Math.round(largestBytes / MEGABYTE)} MB, the most that Kitplan reads.`);
    return await readFile(path);
  } catch (fault) {
    throw readRefusal(path, fault);
  }
}

function readRefusal(path: string, fault: unknown): unknown {
  switch (codeOf(fault)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refused(`${path} was not found.`);
    case 'EISDIR':
      return new Refused(`${path} is a folder, not a file.`);
    case 'EACCES':
    case 'EPERM':
      return new Refused(`${path} may not be read by this account.`);
    default:
      return fault;
  }
}

/** A plan is known by its first bytes, whatever it is called; a file called .kitplan is meant as one. */
export function looksLikePlan(path: string): boolean {
  return path.toLowerCase().endsWith('.kitplan') || firstBytes(path, 16) === 'SQLite format 3\0';
}

function firstBytes(path: string, count: number): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(count);
      return bytes.subarray(0, readSync(file, bytes, 0, count, 0)).toString('latin1');
    } finally {
      closeSync(file);
    }
  } catch {
    // Reading it for real says what is wrong with it.
    return '';
  }
}

/**
 * Writes beside and renames, so that a full disk leaves what was there before.
 * @throws Refused where the folder is missing or cannot be written
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    writeFileSync(beside, bytes, { flag: 'wx' });
    renameSync(beside, path);
  } catch (fault) {
    rmSync(beside, { force: true });
    throw writeRefusal(path, fault);
  }
}

/** Turns a fault of the file system while writing into a sentence; anything else is handed back. */
export function writeRefusal(path: string, fault: unknown): unknown {
  switch (codeOf(fault)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refused(`${path} cannot be written: its folder does not exist.`);
    case 'EEXIST':
      return new Refused(`${path} is there already and was left as it is.`);
    case 'EISDIR':
      return new Refused(`${path} is a folder, not a file.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refused(`${path} cannot be written where it is: this account has no right to.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refused(`${path} cannot be written: the disk is full.`);
    default:
      return fault;
  }
}

const codeOf = (fault: unknown): string =>
  (fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '');

/**
 * Gives a finished file its name, which no other file may have.
 * @throws Refused where the name was taken in the meantime or the folder cannot be written
 */
export function moveInto(from: string, to: string): void {
  try {
    // A hard link is refused where the name exists; a rename would silently replace the other file.
    linkSync(from, to);
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') throw writeRefusal(to, fault);
    copyNew(from, to);
  }
}

/** Sticks and shares may know no links: then the bytes are copied, still never over another file. */
function copyNew(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  } catch (fault) {
    throw writeRefusal(to, fault);
  }
}
