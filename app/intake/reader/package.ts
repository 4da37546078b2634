import type { RawRow } from '../raw-table.ts';
import type { FileEnd, ReadHow } from '../spawn-reader.ts';
import { RefusedFile } from './refused-file.ts';
import { isWordDocument, readWordDocument } from './word-document.ts';
import { guardPackage, type GuardedPackage } from './zip-guard.ts';

/**
 * Reads a workbook that is a ZIP package, after measuring every part of it: .xlsx and .xlsm with the reader that
 * withstands hostile files, .ods and .xlsb with the second. Where a development plan is looked for, a Word document too.
 * @throws RefusedFile where the package is no workbook, or damaged.
 */
export async function readPackage(
  bytes: Uint8Array, fileName: string, how: ReadHow, send: (rows: readonly RawRow[]) => void,
): Promise<FileEnd> {
  const parts = guardPackage(bytes, fileName);
  if (how.seeks === 'development' && isWordDocument(parts)) return readWordDocument(parts, fileName, how, send);
  if (isForTheSecond(parts)) {
    const { readOldWorkbook } = await import('./second-reader.ts');
    return readOldWorkbook(bytes, fileName, { markup: false }, how, send);
  }
  refuseOtherPackages(parts, fileName);
  const { readWorkbook } = await import('./workbook.ts');
  return readWorkbook(bytes, parts, fileName, how, send);
}

const mimetypeOf = (parts: GuardedPackage): string =>
  (parts.has('mimetype') ? Buffer.from(parts.part('mimetype') ?? []).toString('latin1') : '');

const isForTheSecond = (parts: GuardedPackage): boolean =>
  parts.has('xl/workbook.bin') || (mimetypeOf(parts).includes('opendocument.spreadsheet') && parts.has('content.xml'));

function refuseOtherPackages(parts: GuardedPackage, fileName: string): void {
  if (parts.names.some((name) => name.endsWith('.iwa'))) {
    throw new RefusedFile(`${fileName} is a Numbers spreadsheet. Export it from Numbers as .xlsx or .csv.`);
  }
  if (parts.names.some((name) => /^(word|ppt)\//.test(name)) || mimetypeOf(parts).includes('opendocument')) {
    throw new RefusedFile(`${fileName} is a document or a presentation, not a spreadsheet.`);
  }
  if (!parts.has('[Content_Types].xml')) {
    const isWorkbook = parts.names.some((name) => name.startsWith('xl/'));
    throw new RefusedFile(isWorkbook
      ? `${fileName} is a workbook with a part missing. Opening it in Excel and saving a new copy often mends it.`
      : `${fileName} is a ZIP archive, not a spreadsheet. Unpack it and bring in the files that are inside.`);
  }
}
