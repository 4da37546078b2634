import { expect, test } from 'vitest';
import type { ImportReport } from '../../../app/contract/intake.ts';
import { SHIPPED_CATEGORIES } from '../../../planning/categories.ts';
import { kindsInWords, sortDecisions } from '../../../renderer/intake/decisions.ts';
import { fieldName, fieldValue } from '../../../renderer/intake/field-names.ts';
import { countWords, fileWords, importSentence } from '../../../renderer/intake/import-words.ts';

type Rows = { readonly new?: number; readonly changed?: number; readonly unchanged?: number; readonly refused?: number };

const report = ({ new: added = 0, changed = 0, unchanged = 0, refused = 0 }: Rows): ImportReport => ({
  fileName: 'Kit list.xlsx', sheet: 'Inventory', headerRow: 1,
  rows: {
    read: added + changed + unchanged + refused, new: added, changed, unchanged,
    refused: Array.from({ length: refused }, (_, at) => ({ row: at + 2, column: null, reason: 'no kind' })),
  },
  leftOut: [], decisions: [], columns: [], sample: [],
});
const sentence = (rows: Rows): string => importSentence(report(rows)).map(({ text }) => text).join('');

test('the four counts are named and none that is nothing', () => {
  expect(countWords(report({ new: 11, changed: 1018, unchanged: 34, refused: 2 }))).toBe('11 new, 1,018 changed, 34 the same, 2 refused');
  expect(countWords(report({ new: 1 }))).toBe('1 new');
});

test('the opening sentence says what would happen and that nothing has', () => {
  expect(sentence({ new: 11, refused: 2 }))
    .toBe('13 rows read: 11 new, 2 refused. Nothing changes until you bring it in, and the whole import can be undone.');
});

test('a list that the register has already says so', () => {
  expect(sentence({ unchanged: 34 })).toBe('34 rows read, and nothing would change: the register already says the same.');
});

test('a list of which nothing can be read does not claim to be known', () => {
  expect(sentence({ refused: 1 })).toBe('1 row read, and nothing would change: none of them can be read.');
});

test('the file is named by its sheet and its headings', () => {
  expect(fileWords(report({ new: 1063 }))).toBe('Sheet “Inventory”, headings in row 1, 1,063 rows.');
  expect(fileWords({ ...report({ new: 1 }), sheet: null, headerRow: null })).toBe('1 row.');
});

test.each([
  ['purchaseDate', '2023-12-12', 'Bought', '12 Dec 2023'],
  ['unitPaidPence', '39800', 'Paid', '£398'],
  ['unitPaidPence', '39850', 'Paid', '£398.50'],
  ['categoryKey', 'wireless_ap', 'Kind', 'Wireless access point'],
  ['status', 'in_repair', 'Status', 'In repair'],
  ['room', 'IT3', 'Room', 'IT3'],
])('%s %s is shown as %s: %s', (field, value, name, words) => {
  expect([fieldName(field), fieldValue(field, value, SHIPPED_CATEGORIES)]).toEqual([name, words]);
});

test('kinds of kit stand in one list, and what is worth a look is not lost among them', () => {
  const { toCheck, kinds } = sortDecisions({
    columns: [
      { column: 'Room', goesTo: 'room', readAs: 'room', firstValues: [] },
      { column: 'Bought', goesTo: 'purchaseDate', readAs: 'purchase date; month first', firstValues: [] },
    ],
    decisions: [
      { column: 'Type', readAs: '2 rows became other, for want of a word that Kitplan knows: “Widget” (2)' },
      { column: 'Room', readAs: 'room' },
      { column: 'Bought', readAs: 'purchase date; month first' },
      { column: 'Type', readAs: 'laptop in 12 rows: “Laptop” (11), “Notebook” (1)' },
      { column: 'Type', readAs: 'desktop in 1,030 rows: “PC” (1030)' },
      { column: 'Kind', readAs: 'laptop in 1 row: “Laptop” (1)' },
    ],
  }, SHIPPED_CATEGORIES);
  expect(toCheck.map(({ column }) => column)).toEqual(['Type', 'Bought']);
  expect(kindsInWords(kinds)).toBe('desktop 1,030, laptop 13');
});
