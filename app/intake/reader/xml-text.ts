import { RefusedFile } from './refused-file.ts';

type XmlText = { readonly text: string; readonly remarks: readonly string[] };
type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a declaration may call the encodings that are read. Western programs write Windows-1252 under the name of Latin 1. */
const SINGLE_BYTE = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'iso_8859-1', 'latin1']);
/**
 * Programs that build a document in memory declare UTF-16 and save it as UTF-8: a declaration that can be read byte by
 * byte is not written in UTF-16, whatever it says.
 */
const AS_THE_BYTES_SAY = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16', 'utf-16le', 'utf-16be', 'unicode']);
const DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i;
/** Characters that nobody sees and XML cannot hold. Tabs and line breaks stay. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/u;

/**
 * The text of an XML file with its lines ended alike: by its byte order mark, by its zero bytes, or by what its declaration
 * says; UTF-8 where none of them says anything, and Windows-1252 with a remark where it is not UTF-8 after all.
 * @throws RefusedFile where it is written in an encoding that is not read, or holds characters that XML cannot hold.
 */
export function xmlText(bytes: Uint8Array, fileName: string): XmlText {
  const encoding = encodingOf(bytes, fileName);
  const strict = decoded(bytes, encoding);
  if (strict === null && encoding !== 'utf-8') throw new RefusedFile(`${fileName} is damaged: its text cannot be decoded.`);
  const text = (strict ?? new TextDecoder('windows-1252').decode(bytes)).replaceAll(/\r\n?/g, '\n');
  const bad = UNSEEN.exec(text);
  if (bad !== null) {
    throw new RefusedFile(`${fileName} has a control character in line ${lineAt(text, bad.index)}, which an XML document cannot hold.`);
  }
  return { text, remarks: strict === null ? ['read as Windows-1252 (it is not UTF-8): check names with accents'] : [] };
}

function encodingOf(bytes: Uint8Array, fileName: string): XmlEncoding {
  const [first, second] = bytes;
  // With a mark, or by the zero beside the "<" with which a document begins.
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 400)).replace(/^ï»¿/, '');
  const declared = DECLARATION.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  if (SINGLE_BYTE.has(declared)) return 'windows-1252';
  if (AS_THE_BYTES_SAY.has(declared)) return 'utf-8';
  throw new RefusedFile(`${fileName} says that it is written in ${declared}, which Kitplan does not read. Saved as UTF-8 it can be read.`);
}

/** Null where the bytes are not written so. The byte order mark is left out. */
function decoded(bytes: Uint8Array, encoding: XmlEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The line, counted from 1, of a place in a text whose lines end alike. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}
