import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipboardText, readClipboard } from '../../../renderer/grid/clipboard.ts';

describe('what Excel puts on the clipboard', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['one cell', 'IT3', [['IT3']]],
    ['rows and columns, as Windows ends lines', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['rows as a Mac and LibreOffice end them', 'a\tb\nc\td\n', [['a', 'b'], ['c', 'd']]],
    ['empty cells at both ends', '\tb\t\r\n', [['', 'b', '']]],
    ['an empty row in the middle', 'a\r\n\r\nb', [['a'], [''], ['b']]],
    ['a line end inside quotes', '"Screen cracked\nCharger missing"\tIT3\r\n', [['Screen cracked\nCharger missing', 'IT3']]],
    ['a tab inside quotes', '"a\tb"\tc', [['a\tb', 'c']]],
    ['quotes in a quoted cell, doubled', '"24"" monitor\nwith stand"', [['24" monitor\nwith stand']]],
    ['an inch mark', 'Dell 24"\tStore', [['Dell 24"', 'Store']]],
    ['a name in quotes that is no quoted cell', '"Big" printer\tStore', [['"Big" printer', 'Store']]],
    ['a quote that is never closed', '"open\tb', [['"open', 'b']]],
    ['nothing', '', [['']]],
  ])('is read cell by cell: %s', (_, text, rows) => {
    expect(readClipboard(text)).toEqual(rows);
  });

  it('is written so that a note keeps its lines and its quotes', () => {
    const columns = [{ heading: 'Notes', text: (note: string) => note }];
    expect(clipboardText(['Wall mounted\nBracket "loose"', '24" panel'], columns, { headings: false }))
      .toBe('"Wall mounted\nBracket ""loose"""\r\n24" panel');
  });

  it('comes back as it was copied out, formulas and notes of several lines too', () => {
    const odd = fc.array(fc.constantFrom('a', '"', '\n', '\t', '=', ' ')).map((signs) => signs.join(''));
    const cell = fc.oneof(fc.string(), odd).map((text) => text.replaceAll('\r\n', '\n').trim()).filter((text) => !text.startsWith("'"));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (table) => {
      const columns = [0, 1, 2].map((at) => ({ heading: String(at), text: (row: readonly string[]) => row[at] ?? '' }));
      expect(readClipboard(clipboardText(table, columns, { headings: false }))).toEqual(table);
    }));
  });
});
