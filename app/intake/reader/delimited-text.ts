import { CsvError, type Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { WHOLE_FILE, type RawRow } from '../raw-table.ts';
import type { FileEnd, ReadHow } from '../spawn-reader.ts';
import { decodeText } from './decode-text.ts';
import { DELIMITER_WORDS, findDelimiter } from './delimiter.ts';
import { MAX_RECORD_BYTES } from './limits.ts';
import { RefusedFile } from './refused-file.ts';
import { RowCollector } from './row-collector.ts';

/**
 * Reads a text table. Rows are numbered as a spreadsheet would number them: a blank line counts, a cell with
 * line breaks does not add rows, and the `sep=` line is not shown.
 * @throws RefusedFile with the line where a quotation mark was left open.
 */
export function readDelimitedText(
  bytes: Uint8Array, fileName: string, how: ReadHow, send: (rows: readonly RawRow[]) => void,
): FileEnd {
  const { text, encoding, remarks: decoding } = decodeText(bytes, fileName, how.encoding);
  const { delimiter, body } = findDelimiter(text, how.separator);
  const collector = new RowCollector(fileName, send);
  let row = 0;
  const options: Options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_RECORD_BYTES,
    on_record: (record: string[]) => {
      row += 1;
      collector.add(row, record.map((cell) => (cell === '' ? null : cell)));
      return null;
    },
  };
  try {
    parse(Buffer.from(body, 'utf8'), options);
  } catch (error) {
    throw sentenceFor(error, fileName, row + 1);
  }
  collector.flush();
  if (collector.count === 0) throw new RefusedFile(`${fileName} is empty: there is no row in it.`);
  const separated = delimiter === ',' ? [] : [`columns are separated by ${DELIMITER_WORDS[delimiter]}`];
  return {
    sheet: null, sheets: [], dateSystem: '1900', text: { encoding, separator: delimiter },
    notices: [...decoding, ...separated].map((readAs) => ({ column: WHOLE_FILE, readAs })),
  };
}

function sentenceFor(error: unknown, fileName: string, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new RefusedFile(`${fileName} has a quotation mark in row ${row} that is opened and never closed, `
      + 'so nothing after it can be told apart.');
  }
  return new RefusedFile(`${fileName} cannot be read as a table from row ${row} on.`);
}
