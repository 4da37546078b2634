import type { ReaderReport, ReaderRequest } from '../spawn-reader.ts';
import { checkLetterhead } from './letterhead.ts';
import { readFile } from './read-file.ts';
import { readXml } from './read-xml.ts';
import { RefusedFile } from './refused-file.ts';
import { startsAsXml } from './sniff.ts';

/** Reads the file of a request and reports its rows, its tree, or why it cannot be read. It never throws. */
export async function answer({ kind, bytes, fileName, how }: ReaderRequest, report: (message: ReaderReport) => void): Promise<void> {
  try {
    if (kind === 'letterhead') {
      report({ kind: 'letterhead', placeholders: checkLetterhead(bytes, fileName) });
      return;
    }
    if (kind === 'document' && startsAsXml(bytes)) {
      report({ kind: 'xml', xml: readXml(bytes, fileName) });
      return;
    }
    const end = await readFile(bytes, fileName, how, (rows) => report({ kind: 'rows', rows }));
    report({ kind: 'end', ...end });
  } catch (fault) {
    const sentence = fault instanceof RefusedFile
      ? fault.message
      : `${fileName} is damaged and cannot be read. Opening it in ${kind === 'letterhead' ? 'Word and saving a new copy as .docx' : 'Excel and saving a new copy as .xlsx'} often mends it.`;
    report({ kind: 'refused', sentence });
  }
}
