import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { interpretRegister } from '../../app/intake/interpret-register.ts';
import type { RawTable } from '../../app/intake/raw-table.ts';
import { readTable } from '../../app/intake/read-register-file.ts';
import type { RegisterReading } from '../../app/intake/register-row.ts';
import type { SpawnReader } from '../../app/intake/spawn-reader.ts';
import { Refusal } from '../../app/refusal.ts';
import { AS_OF, holdLaws, leftOut, readerInThisProcess, said } from './bring-in.ts';

/** Files that others made: see PROVENANCE.md beside each for where they come from and what to expect of them. */
const samples = process.env['KITPLAN_SAMPLES'] ?? '';
const present = samples !== '' && existsSync(samples);
if (!present) process.stdout.write('Sample registers are not tested: KITPLAN_SAMPLES does not name their folder.\n');

const inItsOwnProcess = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));
/** Made to do harm: read once in a process of its own, as in the product. */
const HOSTILE = /^(xlsx-poi|zip-yauzl)\//;

const table = (path: string, spawn: SpawnReader = readerInThisProcess): Promise<RawTable> =>
  readTable(readFileSync(join(samples, path)), path.split('/').at(-1) ?? path, spawn, { limitMs: 20_000 });

const register = async (path: string, spawn: SpawnReader = readerInThisProcess): Promise<RegisterReading> => {
  const reading = interpretRegister(await table(path, spawn), { asOf: AS_OF });
  holdLaws(reading);
  return reading;
};

const sentence = async (path: string): Promise<string> => {
  const outcome: unknown = await register(path).then(() => null, (error: unknown) => error);
  expect(outcome, path).toBeInstanceOf(Refusal);
  return outcome instanceof Refusal ? outcome.message : '';
};

const everyFile = present
  ? readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(samples, name)).map((file) => `${name}/${file}`)).toSorted()
  : [];

describe.skipIf(!present)('the sample files', () => {
  test('each is read with all its rows accounted for, or refused in one plain sentence that names it', async () => {
    expect(everyFile.length).toBeGreaterThan(100);
    for (const path of everyFile) {
      const spawn = HOSTILE.test(path) ? inItsOwnProcess : readerInThisProcess;
      const outcome: unknown = await register(path, spawn).then(() => null, (error: unknown) => error);
      if (outcome === null) continue;
      if (!(outcome instanceof Refusal)) throw outcome;
      expect(outcome.message.startsWith(path.split('/').at(-1) ?? ''), outcome.message).toBe(true);
      expect(outcome.message).toMatch(/\.$/);
    }
  }, 120_000);

  test.each([
    ['assets-snipe-it/assets-sample.csv', 22, 0], ['assets-snipe-it/assets-sample-BAD.csv', 200, 0], ['assets-snipe-it/models-sample.csv', 20, 0],
    ['assets-snipe-it/licenses-sample.csv', 50, 0], ['assets-shelf/shelf.nu-example-asset-import-from-content.csv', 4, 0], ['assets-ralph/back_office_assets.csv', 2, 0],
    ['assets-ralph/warehouses_semicolon.csv', 3, 0], ['assets-ralph/warehouses_tab.csv', 3, 0], ['assets-headerless/assets.csv', 10, 0],
    ['assets-headerless/inventory.csv', 12, 0], ['assets-dfe-get-help-with-tech/orders.csv', 2, 0], ['assets-intune-oea/intune-devices.csv', 211, 32],
    ['xlsx-calamine/table-multiple.xlsx', 4, 0], ['csv-messytables/blank_line.ods', 3, 0],
  ])('%s: %i rows read, %i refused', async (path, read, refused) => {
    const reading = await register(path);
    expect([reading.read, reading.refused.length]).toEqual([read, refused]);
  });

  test.each([
    ['budget-dfe-fbit/maintained_schools_master_list.csv', 'no rows under the header'], ['budget-dfe-fbit/cost-categories.md', 'Markdown'],
    ['budget-dfe-fbit/ItSpendSchoolsActual.json', 'JSON'], ['budget-dfe-fbit/academy_ar.xlsx', 'is not a register'], ['budget-dfe-fbit/gias.csv', 'is not a register'],
    ['csv-csvkit/empty.csv', 'is empty'], ['csv-csvkit/no_header_row.csv', 'one row only'], ['csv-messytables/simple.zip', 'ZIP archive'],
    ['csv-messytables/multilineods.ods', 'one row only'], ['assets-ralph/warehouses.zip', 'ZIP archive'],
    ['xlsx-calamine/empty_sheet.xlsx', 'no sheet with a table'], ['xlsx-calamine/issue252.xlsx', 'damaged'], ['xlsx-exceljs/missing-bits.xlsx', 'part missing'],
    ['xlsx-poi/protected_passtika.xlsx', 'has a password'], ['xlsx-poi/duplicate-filename.xlsx', 'damaged'], ['xlsx-poi/poc-xmlbomb-empty.xlsx', 'too long'],
    ['xlsx-poi/crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx', 'damaged'],
    ['xlsx-poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx', 'damaged'],
    ['zip-yauzl/absolute_path_atxt.zip', 'points outside itself'], ['zip-yauzl/invalid_relative_path_xt.zip', 'points outside itself'],
    ['zip-yauzl/strong_encryption_is_not_supported.zip', 'password'], ['zip-yauzl/invalid_code_lengths_set.zip', 'damaged'],
  ])('%s is refused: %s', async (path, words) => {
    expect(await sentence(path)).toContain(words);
  });

  test.each([
    ['csv-messytables/utf-16le_encoded.csv', 328, 19], ['csv-csv-parser/utf16-big.csv', 3, 3], ['csv-csv-parser/utf16.csv', 3, 3], ['csv-csv-parser/latin.csv', 3, 3],
    ['csv-csv-parser/mac-newlines.csv', 3, 3], ['csv-csvkit/null_byte.csv', 2, 3], ['csv-csvkit/bad.csv', 4, 3], ['csv-messytables/simple.psv', 29, 6],
    ['csv-csv-spectrum/newlines_crlf.csv', 4, 3], ['csv-csv-spectrum/quotes_and_newlines.csv', 3, 2], ['assets-dfe-get-help-with-tech/school_data.csv', 14, 133],
    ['budget-dfe-fbit/academy_ar.xlsx', 61, 103], ['xlsx-calamine/inlineStr_cdata.xlsx', 2, 2], ['assets-dfe-get-help-with-tech/extra-mobile-data-requests.xlsx', 6, 5],
  ])('%s: the table has %i rows, its first %i columns wide', async (path, rows, columns) => {
    const read = await table(path);
    expect([read.rows.length, read.rows[0]?.cells.length]).toEqual([rows, columns]);
  });

  test('two dates counted from 1904 are the days that Excel shows', async () => {
    const read = await table('xlsx-calamine/date_1904.xlsx');
    expect(read.dateSystem).toBe('1904');
    expect(read.rows.map(({ cells }) => cells[0])).toEqual(expect.arrayContaining(['2021-01-01', '2021-01-02']));
  });

  test('Snipe-IT: m/d/yy is told from the whole column, prices come in, names of people do not', async () => {
    const reading = await register('assets-snipe-it/assets-sample.csv');
    expect(reading.rows[0]).toMatchObject({ tag: 'ICC-2065556', purchaseDate: '2023-01-23', unitPaidPence: 226_613, orderNumber: '3271901481' });
    expect(said(reading, 'Purchase Date')).toContain('month first, as in the United States (14 of 22 dates fit only that order)');
    expect(leftOut(reading, 'Checked Out To: Email')).toContain('e-mail');
    expect(JSON.stringify(reading)).not.toContain('gmccrackem2a');
  });

  test('the damaged Snipe-IT file: 200 tags, and every loss is named', async () => {
    const reading = await register('assets-snipe-it/assets-sample-BAD.csv');
    expect(new Set(reading.rows.map(({ tag }) => tag)).size).toBe(200);
    expect(reading.rows.filter(({ serial }) => serial === null)).toHaveLength(17);
    expect(reading.rows.filter(({ unitPaidPence }) => unitPaidPence === null)).toHaveLength(56);
    expect(said(reading, 'Whole file')).toContain('could not be decoded');
    expect(said(reading, 'Model Number')).toContain('shortened');
    expect(said(reading, 'Purchase Cost')).toContain('far dearer than the rest in row 2');
    expect(leftOut(reading, 'Category (column M)')).toContain('a second column called Category');
    expect(said(reading, 'Warranty')).toContain('months');
  });

  test('the list without a header: tags, descriptions, the earlier of two dates, prices', async () => {
    const reading = await register('assets-headerless/assets.csv');
    expect(reading.rows[0]).toMatchObject({ tag: 'A001', description: 'Dell Latitude Laptop', purchaseDate: '2024-01-15', unitPaidPence: 6_800_000 });
  });
});
