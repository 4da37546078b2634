import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvFile, csvText } from '../../app/documents/csv.ts';
import { cellText } from '../../app/intake/values/cell-text.ts';

const readBack = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });

describe('a table as CSV', () => {
  it('opens in Excel as UTF-8 with one row on each line', () => {
    expect(csvText([['Room', 'Paid'], ['Café', 398.5], [null, -5]])).toBe('\u{feff}Room,Paid\r\nCafé,398.5\r\n,-5\r\n');
  });

  it('quotes what would break a row', () => {
    expect(csvText([['a "b"', 'c,d', 'e\nf']])).toBe('\u{feff}"a ""b""","c,d","e\nf"\r\n');
  });

  it.each(['=1+1', '+44 1', '-2', '@SUM(A1)', '\t=1', '＝1', ' =1+1', '\u00a0=1', '\0=1'])('never lets a spreadsheet run %j', (text) => {
    const [[cell = ''] = []] = readBack(csvText([[text]]));
    expect(cell).toMatch(/^'/);
  });

  it('gives the file to the host in base64', () => {
    const file = csvFile('left out.csv', [['Tag'], ['=A1']]);
    expect(file).toMatchObject({ fileName: 'left out.csv', mimeType: 'text/csv' });
    expect(Buffer.from(file.base64, 'base64').toString('utf8')).toBe('\u{feff}Tag\r\n\'=A1\r\n');
  });

  it('comes back through the intake as it was', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\p{Cc}\u200b\ufeff]/gu, '').trim())
      .filter((text) => !text.startsWith('\''));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const filled = rows.map(([one = '', other = '']) => [`x${one}`, other]);
      expect(readBack(csvText(filled)).map((cells) => cells.map(cellText))).toEqual(filled.map((cells) => cells.map(cellText)));
    }), { seed: 20_261_121 });
  });

  const payloads = join(process.env['KITPLAN_SAMPLES'] ?? '', 'csv-injection/csv-payload.txt');
  it.skipIf(!existsSync(payloads))('neutralises the known formula injections', () => {
    const lines = readFileSync(payloads, 'utf8').split('\n').filter((line) => line !== '');
    for (const [cell = ''] of readBack(csvText(lines.map((line) => [line])))) expect(cell).toMatch(/^(?![=+\-@\t\r])/);
  });
});
