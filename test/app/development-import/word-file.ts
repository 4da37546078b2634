import { zip, type Part } from '../../intake/zip-writer.ts';

/** A cell of a table in a Word document: its text, or how it is merged, or XML of its own. */
export type WordCell = string | { readonly text?: string; readonly across?: number; readonly down?: 'restart' | 'continue'; readonly xml?: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const wordParagraph = (text: string, settings = ''): string =>
  `<w:p>${settings}${text.split('\n').map((line, at) => `<w:r>${at === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`).join('')}</w:p>`;

export function wordTable(rows: readonly (readonly WordCell[])[]): string {
  const cell = (each: WordCell): string => {
    const { text = '', across = 1, down, xml } = typeof each === 'string' ? { text: each } : each;
    const settings = `<w:tcPr>${across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''}${down === undefined ? '' : down === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'}</w:tcPr>`;
    return `<w:tc>${settings}${xml ?? wordParagraph(text)}</w:tc>`;
  };
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const wordXml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`;

/** A Word document in the fewest parts that make one. */
export const wordParts = (document: string | null): Part[] => [
  { name: '[Content_Types].xml', data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
  { name: 'word/styles.xml', data: '<w:styles/>' },
  ...(document === null ? [] : [{ name: 'word/document.xml', data: document }]),
];

export const wordFile = (body: string): Uint8Array => zip(wordParts(wordXml(body)));

export const sent = (bytes: Uint8Array | string, fileName: string): { readonly fileName: string; readonly base64: string } => ({ fileName, base64: Buffer.from(bytes).toString('base64') });
