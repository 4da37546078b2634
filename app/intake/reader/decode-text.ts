import type { TextEncoding } from '../../contract/import-options.ts';
import { counted } from '../row-notices.ts';
import { RefusedFile } from './refused-file.ts';

export type DecodedText = {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** What had to be assumed or mended, in words; empty when nothing was. */
  readonly remarks: readonly string[];
};

const CHARACTERS_LOOKED_AT = 65_536;
/** Line ends, tabs, form feeds, and the mark with which old programs end a text. */
const TEXT_CONTROLS = new Set(['\t', '\n', '\v', '\f', '\r', '\u001a']);

/**
 * Turns the bytes of a text file into text, in the encoding asked for or by a ladder: byte order mark, UTF-16 without one (by its zero bytes), strict
 * UTF-8, and windows-1252 with a remark. Guessing by letter frequencies is worse than this ladder.
 * @throws RefusedFile where the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array, fileName: string, asked?: TextEncoding): DecodedText {
  const remarks: string[] = [];
  const decoded = asked === undefined ? decodeByLadder(bytes, remarks) : { encoding: asked, text: new TextDecoder(asked).decode(bytes) };
  let { text } = decoded;
  const start = text.slice(0, CHARACTERS_LOOKED_AT);
  const controls = start.match(/\p{Cc}/gu)?.filter((character) => character < '\u0020' && !TEXT_CONTROLS.has(character)).length ?? 0;
  const undecoded = text.match(/[\u{80}-\u{9f}\u{fffd}]/gu)?.length ?? 0;
  if (controls > 3 && controls > start.length / 200) {
    throw new RefusedFile(`${fileName} is neither a workbook nor a text file, so there is no table in it to read.`);
  }
  if (undecoded > 0) remarks.push(`${counted(undecoded, 'character')} could not be decoded and may look odd`);
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '');
    remarks.push('zero bytes in the text were left out');
  }
  return { ...decoded, text, remarks };
}

type Decoded = Pick<DecodedText, 'text' | 'encoding'>;

function decodeByLadder(bytes: Uint8Array, remarks: string[]): Decoded {
  const as = (encoding: TextEncoding): Decoded => ({ encoding, text: new TextDecoder(encoding).decode(bytes) });
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const strict = strictUtf8(bytes.subarray(3));
    if (strict !== null) return { encoding: 'utf-8', text: strict };
    remarks.push('marked as UTF-8, with some bytes that are not');
    return as('utf-8');
  }
  if (first === 0xff && second === 0xfe) return as('utf-16le');
  if (first === 0xfe && second === 0xff) return as('utf-16be');
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) {
    remarks.push('read as UTF-16, which the file does not say');
    return as(wide);
  }
  const strict = strictUtf8(bytes);
  if (strict !== null) return { encoding: 'utf-8', text: strict };
  remarks.push('read as Windows-1252 (it is not UTF-8): check names with accents');
  return as('windows-1252');
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Western text in UTF-16 has a zero in almost every second place, and nowhere else. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, 8_192) / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}
