import { gridTables, type GridTable } from '../../../planning/analysis/development/plan-grid.ts';
import { WHOLE_FILE, type RawRow, type SheetSize } from '../raw-table.ts';
import type { FileEnd, ReadHow } from '../spawn-reader.ts';
import { readXml, type XmlReading } from './read-xml.ts';
import { RefusedFile } from './refused-file.ts';
import { RowCollector } from './row-collector.ts';
import { wordTables } from './word-tables.ts';
import type { GuardedPackage } from './zip-guard.ts';

/** Where Word, LibreOffice and Google Docs keep the text. */
const TEXT_PART = 'word/document.xml';
/** A document of hundreds of pages; its pictures are other parts and are never read. */
const AS_WORD_WRITES: XmlReading = { mostBytes: 40_000_000, mostElements: 600_000, keepsSpaces: true };

/** Whether a package is a text document, also one whose text is missing. */
export const isWordDocument = ({ names }: GuardedPackage): boolean => names.some((name) => name.startsWith('word/'));

/**
 * Reads one table of a Word document, or several with the same headings as one: the table asked for, else the one that looks
 * most like a development plan. A table stands in for a sheet.
 * @throws RefusedFile where there is no text in the package, or no table in the text.
 */
export function readWordDocument(parts: GuardedPackage, fileName: string, how: ReadHow, send: (rows: readonly RawRow[]) => void): FileEnd {
  const part = parts.part(TEXT_PART);
  if (part === null) throw new RefusedFile(`${fileName} is a Word document with its text missing. Opening it in Word and saving a new copy often mends it.`);
  const tables = gridTables(wordTables(readXml(part, fileName, AS_WORD_WRITES).root));
  const chosen = tableNamed(tables, how.sheet, fileName);
  const collector = new RowCollector(fileName, send);
  chosen.rows.forEach((cells, at) => collector.add(at + 1, cells.map((cell) => (cell === '' ? null : cell))));
  collector.flush();
  const others = how.sheet === undefined && tables.length > 1 ? [{ column: WHOLE_FILE, readAs: `“${chosen.name}” was read of ${tables.length} choices` }] : [];
  return { sheet: chosen.name, sheets: tables.map(sizeOf), dateSystem: '1900', text: null, notices: others };
}

function tableNamed(tables: readonly GridTable[], name: string | undefined, fileName: string): GridTable {
  const chosen = name === undefined ? tables[0] : tables.find((table) => table.name === name);
  if (chosen !== undefined) return chosen;
  throw new RefusedFile(name === undefined
    ? `${fileName} has no table in it. Kitplan reads development plans that are set out as tables.`
    : `${fileName} has no table called “${name}”. It has ${tables.map((table) => `“${table.name}”`).join(', ') || 'none'}.`);
}

const sizeOf = ({ name, rows }: GridTable): SheetSize => ({ name, hidden: false, rows: rows.length, columns: Math.max(0, ...rows.map(({ length }) => length)) });
