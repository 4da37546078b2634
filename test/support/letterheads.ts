import { AlignmentType, Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import { zipPackage } from '../../app/documents/word/zip-package.ts';
import { zipEntries } from './zip-entries.ts';

/** A school's own paper as Word would write it: in Arial, with its name over every page and its address under it. */
export async function letterhead(lines: readonly (readonly string[])[] = []): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({
    styles: { default: { document: { run: { font: 'Arial', size: 22 } }, heading1: { run: { color: '7A1F3D', size: 36 } } } },
    sections: [{
      headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: 'Northmoor Academy', bold: true, color: '7A1F3D', size: 32 })] })] }) },
      footers: { default: new Footer({ children: [new Paragraph('Moor Lane, Northmoor. 01632 960000')] }) },
      // Word cuts what people type into runs as it likes.
      children: lines.map((runs) => new Paragraph({ children: runs.map((text) => new TextRun(text)) })),
    }],
  })));
}

/** The same file with some of its parts written anew, or with parts that it did not have. */
export const withParts = (file: Uint8Array, change: Readonly<Record<string, (text: string) => string>>): Uint8Array => {
  const parts = new Map(zipEntries(file));
  for (const [name, write] of Object.entries(change)) parts.set(name, Buffer.from(write(Buffer.from(parts.get(name) ?? []).toString('utf8'))));
  return zipPackage(parts);
};
