import type { Decision, RawRow } from '../raw-table.ts';
import { readDelimitedText } from './delimited-text.ts';
import { refusalByContent, startsAsZip } from './sniff.ts';
import { RefusedFile } from './refused-file.ts';

export type FileEnd = {
  readonly sheet: string | null;
  readonly dateSystem: '1900' | '1904';
  readonly notices: readonly Decision[];
};

/**
 * Reads a register by what its bytes are; its name is used in sentences only.
 * @throws RefusedFile where it is something else, or damaged.
 */
export async function readFile(
  bytes: Uint8Array, fileName: string, send: (rows: readonly RawRow[]) => void,
): Promise<FileEnd> {
  if (startsAsZip(bytes)) {
    // Loaded only here: a text register starts quicker without it.
    const { readWorkbook } = await import('./workbook.ts');
    return readWorkbook(bytes, fileName, send);
  }
  const refusal = refusalByContent(bytes, fileName);
  if (refusal !== null) throw new RefusedFile(refusal);
  return { sheet: null, dateSystem: '1900', notices: readDelimitedText(bytes, fileName, send) };
}
