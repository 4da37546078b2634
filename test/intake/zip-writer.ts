import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a hand-made package; anything that the directory may lie about can be set. */
export type Part = {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly declaredSize?: number;
  readonly flags?: number;
  /** Points at an earlier part's header instead of its own. */
  readonly sharesHeaderOf?: number;
};

/** A ZIP package, byte by byte, so that tests can make ones that no honest writer would. */
export function zip(parts: readonly Part[], options: { readonly comment?: string; readonly entryCount?: number } = {}): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const raw = typeof part.data === 'string' ? Buffer.from(part.data, 'utf8') : Buffer.from(part.data);
    const data = part.stored === true ? raw : deflateRawSync(raw);
    const name = Buffer.from(part.name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0, 2);
    common.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(part.declaredSize ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 0, 'latin1');
    common.copy(entry, 6, 0, 24);
    entry.writeUInt32LE(part.sharesHeaderOf === undefined ? offset : offsets[part.sharesHeaderOf] ?? 0, 42);
    offsets.push(offset);
    locals.push(local);
    directory.push(Buffer.concat([entry, name]));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(options.entryCount ?? parts.length, 8);
  end.writeUInt16LE(options.entryCount ?? parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  const comment = Buffer.from(options.comment ?? '', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, central, end, comment]);
}

export type HandMadeSheet = { readonly name: string; readonly state?: 'hidden' | 'veryHidden'; readonly cells: string; readonly chart?: boolean };

/** The parts of a workbook whose sheets are given as the XML of their rows. */
export function workbookParts(sheets: readonly HandMadeSheet[], options: { readonly date1904?: boolean } = {}): Part[] {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = sheets.map(({ name, state }, index) =>
    `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`).join('');
  const related = sheets.map(({ chart }, index) => `<Relationship Id="rId${index + 1}" `
    + `Type="${office}/${chart === true ? 'chartsheet' : 'worksheet'}" Target="worksheets/sheet${index + 1}.xml"/>`).join('');
  return [
    { name: '[Content_Types].xml', data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>` },
    { name: '_rels/.rels', data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', data: `${head}<workbook xmlns="${main}" xmlns:r="${office}">${options.date1904 === true ? '<workbookPr date1904="1"/>' : ''}<sheets>${list}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>` },
    ...sheets.map(({ cells }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`, data: `${head}<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
    })),
  ];
}

/** Rows of texts and numbers as worksheet XML, from row 1. Null leaves a cell out. */
export function sheetRows(rows: readonly (readonly (string | number | null)[])[]): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (cell === null) return '';
    return typeof cell === 'number' ? `<c ${place}><v>${cell}</v></c>` : `<c ${place} t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  }).join('')}</row>`).join('');
}
