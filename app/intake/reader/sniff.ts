/** What a file is by its first bytes. Names and endings are never asked. */

const LOOKED_AT = 4_096;

const latin1 = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export const startsAsZip = (bytes: Uint8Array): boolean => ['PK\x03\x04', 'PK\x05\x06'].includes(latin1(bytes, 0, 4));

const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'];
const OTHERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'], ['{\\rtf', 'a text document (RTF)'], ['SQLite format 3\0', 'a database, not a register'],
  ['\x1f\x8b', 'a compressed archive'], ['7z\xbc\xaf', 'a compressed archive'], ['Rar!', 'a compressed archive'],
];

export type FileKind =
  /** Rows of text, as far as can be seen. */
  | { readonly kind: 'text' }
  /** The old container of Office, or a sheet as .xls programs wrote it before there was one. */
  | { readonly kind: 'old_workbook' }
  /** A workbook written as XML, or a web page with a table that calls itself a workbook. */
  | { readonly kind: 'markup' }
  | { readonly kind: 'refused'; readonly sentence: string };

const refused = (sentence: string): FileKind => ({ kind: 'refused', sentence });

/** What a file is that is no ZIP package, and the sentence where it is plainly no table. */
export function kindByContent(bytes: Uint8Array, fileName: string): FileKind {
  const start = latin1(bytes, 0, 16);
  if (isPicture(start, bytes)) return refused(`${fileName} is a picture, not a spreadsheet.`);
  const other = OTHERS.find(([magic]) => start.startsWith(magic));
  if (other) return refused(`${fileName} is ${other[1]}, not a spreadsheet.`);
  if (start.startsWith('\xd0\xcf\x11\xe0')) return oldContainer(bytes, fileName);
  // Excel 2 to 4 wrote the sheet without a container: a BOF record at the start.
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? -1) && [4, 6].includes(bytes[2] ?? -1) && bytes[3] === 0) return { kind: 'old_workbook' };
  return markup(bytes, fileName);
}

function isPicture(start: string, bytes: Uint8Array): boolean {
  if (PICTURES.some((magic) => start.startsWith(magic))) return true;
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return true;
  if (start.slice(4, 8) === 'ftyp' && /^(hei|avi|mif)/.test(start.slice(8, 12))) return true;
  // A bitmap keeps four zero bytes at 6; a text that begins with "BM" does not.
  return start.startsWith('BM') && bytes.length > 26 && latin1(bytes, 6, 4) === '\0\0\0\0';
}

/** The old container of Office: an .xls, or the shell around a workbook with a password. */
function oldContainer(bytes: Uint8Array, fileName: string): FileKind {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)) {
    return refused(`${fileName} has a password. Open it in Excel, take the password off (File, Info, Protect Workbook) `
      + 'and save it again.');
  }
  return { kind: 'old_workbook' };
}

/** What is to be said of a Word document of the old kind, or of one behind a password; null for anything else. */
export function oldWordSentence(bytes: Uint8Array, fileName: string): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin1(bytes, 0, 4) !== '\xd0\xcf\x11\xe0') return null;
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return `${fileName} has a password. Open it in Word or Excel, take the password off (File, Info, Protect) and save it again.`;
  }
  return buffer.includes(Buffer.from('WordDocument', 'utf16le'))
    ? `${fileName} is a Word document of the old kind (.doc), whatever its name says. Open it in Word and save it as .docx.` : null;
}

function markup(bytes: Uint8Array, fileName: string): FileKind {
  const start = new TextDecoder(looksWide(bytes)).decode(bytes.subarray(0, LOOKED_AT)).replace(/^\ufeff/, '').trimStart();
  if (/^(<!doctype html|<html|<table|<head|<body|<meta|<style|<div)/i.test(start)) return { kind: 'markup' };
  if (/^<\?xml/i.test(start) || /^<([\w-]+:)?(workbook|document)\b/i.test(start)) {
    const isWorkbook = /<(\w+:)?workbook\b/i.test(start) || /opendocument\.spreadsheet|<office:spreadsheet/i.test(start);
    if (isWorkbook || /<(html|table)\b/i.test(start)) return { kind: 'markup' };
    return refused(`${fileName} is an XML file, not a spreadsheet.`);
  }
  if (/^\s*\|?(\s*:?-{3,}:?\s*\|)+(\s*:?-{3,}:?\s*)?$/m.test(start)) {
    return refused(`${fileName} is a text document (Markdown) with a table in it, not a spreadsheet.`);
  }
  if (/^(\{\s*"|\[\s*[{["])/.test(start)) return refused(`${fileName} is a JSON file, not a spreadsheet.`);
  return { kind: 'text' };
}

/** Whether a file is XML of another kind than a workbook or a web page, which are read as tables. Its outermost element decides. */
export function startsAsXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder(looksWide(bytes)).decode(bytes.subarray(0, LOOKED_AT)).replace(/^\ufeff/, '').trimStart();
  if (!/^<[?!\p{L}_]/u.test(start)) return false;
  if (/^<!doctype(?!\s+html\b)/i.test(start)) return true;
  const afterProlog = start.replace(/^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[^])*-->)*/u, '');
  return !/^<(?:!doctype\s+html|(?:[\w.-]+:)?workbook|office:document|html|table|head|body|meta|style|div)\b/i.test(afterProlog);
}

const looksWide = ([first, second]: Uint8Array): string =>
  ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0) ? 'utf-16le'
    : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8');
