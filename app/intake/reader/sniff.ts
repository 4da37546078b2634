/** What a file is by its first bytes. Names and endings are never asked. */

const SAVE_AS = 'Open it in Excel or LibreOffice and save it as .xlsx or .csv.';

const latin1 = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export const startsAsZip = (bytes: Uint8Array): boolean => ['PK\x03\x04', 'PK\x05\x06'].includes(latin1(bytes, 0, 4));

const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'];
const OTHERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'], ['{\\rtf', 'a text document (RTF)'], ['SQLite format 3\0', 'a database, not a register'],
  ['\x1f\x8b', 'a compressed archive'], ['7z\xbc\xaf', 'a compressed archive'], ['Rar!', 'a compressed archive'],
];

/** The sentence for a file that is plainly not a table of text; null where it may be one. */
export function refusalByContent(bytes: Uint8Array, fileName: string): string | null {
  const start = latin1(bytes, 0, 16);
  if (isPicture(start, bytes)) return `${fileName} is a picture, not a spreadsheet.`;
  const other = OTHERS.find(([magic]) => start.startsWith(magic));
  if (other) return `${fileName} is ${other[1]}, not a spreadsheet.`;
  if (start.startsWith('\xd0\xcf\x11\xe0')) return oldContainer(bytes, fileName);
  return markupRefusal(bytes, fileName);
}

function isPicture(start: string, bytes: Uint8Array): boolean {
  if (PICTURES.some((magic) => start.startsWith(magic))) return true;
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return true;
  if (start.slice(4, 8) === 'ftyp' && /^(hei|avi|mif)/.test(start.slice(8, 12))) return true;
  // A bitmap keeps four zero bytes at 6; a text that begins with "BM" does not.
  return start.startsWith('BM') && bytes.length > 26 && latin1(bytes, 6, 4) === '\0\0\0\0';
}

/** The old container of Office: an .xls, or the shell around a workbook with a password. */
function oldContainer(bytes: Uint8Array, fileName: string): string {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)) {
    return `${fileName} has a password. Open it in Excel, take the password off (File, Info, Protect Workbook) `
      + 'and save it again.';
  }
  return `${fileName} is an old Excel workbook (.xls). Open it in Excel and save it as .xlsx.`;
}

function markupRefusal(bytes: Uint8Array, fileName: string): string | null {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4_096)).replace(/^\ufeff/, '').trimStart();
  if (/^(<!doctype html|<html|<table|<head|<body|<meta)/i.test(start)) {
    return `${fileName} is a web page that only looks like a workbook. ${SAVE_AS}`;
  }
  if (/^<\?xml/i.test(start) || /^<(\w+:)?workbook/i.test(start)) {
    return /<(\w+:)?workbook/i.test(start)
      ? `${fileName} is a workbook in Excel’s old XML form. ${SAVE_AS}`
      : `${fileName} is an XML file, not a spreadsheet.`;
  }
  if (/^\s*\|?(\s*:?-{3,}:?\s*\|)+(\s*:?-{3,}:?\s*)?$/m.test(start)) {
    return `${fileName} is a text document (Markdown) with a table in it, not a spreadsheet.`;
  }
  if (/^(\{\s*"|\[\s*[{["])/.test(start)) return `${fileName} is a JSON file, not a spreadsheet.`;
  return null;
}
