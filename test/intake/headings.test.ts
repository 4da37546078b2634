import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { bringIn, leftOut, onlyRow, said } from './bring-in.ts';

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
/** A register with one row, written as header → cell. */
const oneRow = (cells: Readonly<Record<string, string>>): string => `${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`;

describe('a title above the table', () => {
  test.each([
    'Oakfield Academy ICT equipment list - updated by Dave July 2026', 'Kit list checked by Mr Jones', 'ICT equipment by user',
  ])('“%s” is not taken for headings, in a text or a workbook, over one column or all', async (title) => {
    const headings = ['Asset tag', 'Item', 'Room', 'Date bought', 'Cost', 'Condition'];
    const kit = ['A-1', 'Laptop', 'R1', '01/09/2022', '365', 'Good'];
    const expected = { tag: 'A-1', description: 'Laptop', room: 'R1', purchaseDate: '2022-09-01', unitPaidPence: 36_500 };
    for (const titles of [[title], headings.map(() => title), [title, 'July list']]) {
      const text = await bringIn([titles, [], headings, kit].map(quoted).join('\n'));
      const book = await bringIn(await writeXlsx({ sheets: [{ name: 'Kit', rows: [titles, [], headings, kit] }] }), 'kit.xlsx');
      for (const reading of [text, book]) {
        expect(reading.headerRow).toBe(3);
        expect(onlyRow(reading)).toMatchObject(expected);
        expect(reading.leftOut).toEqual([{ column: 'Condition', reason: 'Kitplan does not use it' }]);
      }
    }
  });
});

describe('headings as people say them', () => {
  test('questions and everyday words name their columns', async () => {
    const reading = await bringIn(oneRow({
      'What is it': 'Dell 5420', 'Equipment Type': 'Laptop', 'Where is it': 'R7', 'Who uses it': 'A Person', 'When bought': '01/09/2022',
      'How many': '3', 'How much': '365', 'Colour': 'grey',
    }));
    expect(onlyRow(reading)).toMatchObject({
      description: 'Dell 5420', categoryKey: 'laptop', room: 'R7', purchaseDate: '2022-09-01', quantity: 3, unitPaidPence: 36_500,
    });
    expect(leftOut(reading, 'Who uses it')).toContain('people');
    expect(leftOut(reading, 'Colour')).toContain('does not know this heading');
  });

  test.each(['Where', 'Kept in', 'Located', 'Whereabouts'])('“%s” is the room', async (header) => {
    expect(onlyRow(await bringIn(oneRow({ Item: 'Laptop', [header]: 'R7' }))).room).toBe('R7');
  });

  test.each(['Bought', 'Date bought', 'Year bought'])('“%s” is when it was bought', async (header) => {
    expect(onlyRow(await bringIn(oneRow({ Item: 'Laptop', [header]: '2022' }))).purchaseDate).not.toBeNull();
  });

  test('“What it cost” is the price of one', async () => {
    expect(onlyRow(await bringIn(oneRow({ Item: 'Laptop', 'Qty': '2', 'What it cost': '£365' }))).unitPaidPence).toBe(36_500);
  });

  test('what stands in place of a price is said with its rows, before the plain readings', async () => {
    const reading = await bringIn('Item,Cost\nLaptop,365\nLaptop,tbc\nLaptop,?\nLaptop,n/k\nLaptop,ask Sam\nLaptop,\n');
    expect(reading.rows.map(({ unitPaidPence }) => unitPaidPence)).toEqual([36_500, null, null, null, null, null]);
    expect(said(reading, 'Cost')).toContain('no price (“tbc”, “?”, “n/k”) in rows 3, 4 and 5: kept without one');
    expect(said(reading, 'Cost')).toContain('no amount of money (“ask Sam”) in row 6');
    const place = (words: string): number => reading.decisions.findIndex(({ readAs }) => readAs.includes(words));
    expect(place('no price')).toBeLessThan(place('for one item'));
  });

  test('each category is said once, with its rows and its words', async () => {
    const reading = await bringIn('Tag,Category\n1,Laptop\n2,Notebook\n3,Laptop\n4,Gizmo\n');
    expect(said(reading, 'Category')).toContain('laptop in 3 rows: “Laptop” (2), “Notebook” (1)');
    expect(reading.decisions[0]?.readAs).toContain('1 row became other');
  });
});
