import type { RawRow } from '../raw-table.ts';
import type { FileEnd, ReadHow } from '../spawn-reader.ts';
import { readDelimitedText } from './delimited-text.ts';
import { RefusedFile } from './refused-file.ts';
import { kindByContent, oldWordSentence, startsAsZip } from './sniff.ts';

/**
 * Reads a register by what its bytes are; its name is used in sentences only.
 * @throws RefusedFile where it is something else, or damaged.
 */
export async function readFile(
  bytes: Uint8Array, fileName: string, how: ReadHow, send: (rows: readonly RawRow[]) => void,
): Promise<FileEnd> {
  // The readers of workbooks are loaded only where they are needed: a text register starts quicker without them.
  if (startsAsZip(bytes)) {
    const { readPackage } = await import('./package.ts');
    return readPackage(bytes, fileName, how, send);
  }
  const old = how.seeks === 'development' ? oldWordSentence(bytes, fileName) : null;
  if (old !== null) throw new RefusedFile(old);
  const kind = kindByContent(bytes, fileName);
  if (kind.kind === 'refused') throw new RefusedFile(kind.sentence);
  if (kind.kind === 'text') return readDelimitedText(bytes, fileName, how, send);
  const { readOldWorkbook } = await import('./second-reader.ts');
  return readOldWorkbook(bytes, fileName, { markup: kind.kind === 'markup' }, how, send);
}
