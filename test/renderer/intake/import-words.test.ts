import { describe, expect, test } from 'vitest';
import type { Examination, ExaminedColumn, Problem } from '../../../app/contract/intake-report.ts';
import { SHIPPED_CATEGORIES } from '../../../planning/categories.ts';
import { columnResult, readingChoices, readingWords } from '../../../renderer/intake/column-words.ts';
import { fieldName, fieldValue } from '../../../renderer/intake/field-names.ts';
import { countWords, doneSentence, fileWords, refusedCount, settleWords, stepSentence, totalsWords } from '../../../renderer/intake/import-words.ts';

type Rows = { readonly new?: number; readonly changed?: number; readonly unchanged?: number; readonly refused?: number };

const counts = ({ new: added = 0, changed = 0, unchanged = 0, refused = 0 }: Rows): Examination['rows'] => ({
  read: added + changed + unchanged + refused, new: added, changed, unchanged,
  refused: Array.from({ length: refused }, (_, at) => ({ row: at + 2, column: null, reason: 'no kind' })),
});

const column = (said: Partial<ExaminedColumn>): ExaminedColumn => ({
  index: 0, letter: 'A', column: 'Asset No', firstValues: ['A-1'], goesTo: 'tag', fillsGaps: false, reason: null, isPrivate: false,
  reading: { kind: 'text' }, sample: 'A-1', filled: 1_063, of: 1_063, doubtful: 0, repeated: 0, unknown: [], spelledTwoWays: 0, ...said,
});

const found = (said: Partial<Examination> = {}): Examination => ({
  fileName: 'Kit list.xlsx', sheet: 'Inventory', headerRow: 1, list: 'kit', rows: counts({ new: 11, changed: 1_018, unchanged: 34 }), leftOut: [],
  decisions: [], fingerprint: '', signature: '', stuck: null, sheets: [{ name: 'Inventory', rows: 1_064, columns: 9, hidden: false }], text: null,
  firstRows: [], lastRow: 1_064, columns: [column({}), column({ index: 1, goesTo: null })], problems: [], sample: [], dateReason: null,
  lastTime: null, putBy: null, cameInBefore: null, ...said,
});

const problem = (tone: Problem['tone']): Problem => ({ id: tone, tone, title: '', detail: '', rows: 1, answers: [], pick: null });
const said = (step: number, examination: Examination | undefined): string => stepSentence(step, examination).map(({ text }) => text).join('');

test('the four counts are named and none that is nothing', () => {
  expect(countWords(counts({ new: 11, changed: 1018, unchanged: 34, refused: 2 }))).toBe('11 new, 1,018 changed, 34 the same, 2 left out');
  expect(countWords(counts({ new: 1 }))).toBe('1 new');
  expect(countWords(counts({}))).toBe('no rows');
  expect(refusedCount(counts({ new: 2, refused: 7 }))).toBe(7);
});

describe('the opening sentence', () => {
  const NOTHING = 'Nothing changes until step 5. A backup is made first, and the whole import can be undone.';
  test('before a file was read: that nothing has happened', () => {
    expect(said(0, undefined)).toBe(NOTHING);
    expect(said(2, undefined)).toBe(NOTHING);
  });

  test.each<[string, Partial<Examination>, string]>([
    ['one sheet', {}, '1,063 rows were found on the sheet “Inventory” under headings in row 1. If that is not the list, say so here.'],
    ['several sheets', { sheets: [...found().sheets, { name: 'Lists', rows: 3, columns: 1, hidden: true }] },
      '1,063 rows were found on the sheet “Inventory”, one of 2, under headings in row 1. If that is not the list, say so here.'],
    ['a text file without headings', { sheet: null, sheets: [], headerRow: null, rows: counts({ new: 1 }) }, '1 row was found without headings. If that is not the list, say so here.'],
    ['a file that is not understood', { stuck: 'kit.csv is not a register.' }, 'This file cannot come in as it is read now: say below how it is to be read. Nothing has changed.'],
  ])('when it is read: %s', (_, examination, sentence) => {
    expect(said(1, found(examination))).toBe(sentence);
  });

  test('when its columns are matched: how many come in, and how much is left to settle', () => {
    expect(said(2, found())).toBe('1 of 2 columns come in, and nothing is left to settle. Nothing changes until step 5.');
    expect(said(2, found({ problems: [problem('warn')] }))).toContain('one thing is left to settle');
    expect(said(2, found({ problems: [problem('over'), problem('warn')] }))).toContain('2 things are left to settle');
  });

  test.each<[Rows, string]>([
    [{ new: 11, refused: 2 }, '13 rows read: 11 new, 2 left out. Nothing changes until step 5.'],
    [{ unchanged: 34 }, '34 rows read, and nothing would change: the register already says the same.'],
    [{ refused: 1 }, '1 row read, and nothing would change: none of them can come in.'],
    [{ unchanged: 3, refused: 1 }, '4 rows read, and nothing would change: those that can come in are already there.'],
  ])('when the rows are checked: %j', (rows, sentence) => {
    expect(said(3, found({ rows: counts(rows) }))).toBe(sentence);
  });

  test('before the last step it says that a backup is made first', () => {
    expect(said(4, found())).toBe('1,063 rows read: 11 new, 1,018 changed, 34 the same. A backup is made first, and the whole import can be undone.');
  });

  test('afterwards it says what happened, also when it was taken back', () => {
    const done = (rows: Rows, undone = false): string => doneSentence(counts(rows), undone).map(({ text }) => text).join('');
    expect(done({ new: 3, changed: 1, refused: 2 })).toBe('4 rows came in: 3 new, 1 changed, 2 left out.');
    expect(done({ unchanged: 2 })).toBe('Nothing was changed: the register already says the same.');
    expect(done({ new: 3 }, true)).toBe('The import was taken back: the plan is as it was before it.');
  });
});

test('the file is named by its sheet and its headings, and totals are said', () => {
  expect(fileWords(found())).toBe('Sheet “Inventory”, headings in row 1, 1,063 rows.');
  expect(fileWords({ sheet: null, headerRow: null, rows: counts({ new: 1 }) })).toBe('No headings, 1 row.');
  expect(totalsWords({ rows: { ...counts({}), refused: [{ row: 1_065, column: null, reason: 'it is a totals row' }] } })).toBe(' Row 1,065 is a total and is left out.');
  expect(totalsWords({ rows: counts({ refused: 2 }) })).toBe('');
});

test('what is to settle is counted in problems and questions', () => {
  expect(settleWords([problem('over'), problem('over'), problem('warn')])).toBe('2 problems, 1 question');
  expect(settleWords([])).toBe('');
});

test.each<[string, Partial<ExaminedColumn>, string, string]>([
  ['all rows', {}, 'ok', '1,063 of 1,063'],
  ['a few notes', { goesTo: 'notes', filled: 12 }, 'ok', '12 of 1,063'],
  ['dates that are missing', { goesTo: 'purchaseDate', filled: 1_022 }, 'ask', '1,022 of 1,063'],
  ['cells that cannot be read', { goesTo: 'warranty', doubtful: 2 }, 'over', '1,061 of 1,063'],
  ['a serial used twice', { goesTo: 'serial', repeated: 1 }, 'over', '1 repeated'],
  ['two serials used twice', { goesTo: 'serial', repeated: 2 }, 'over', '2 repeated'],
  ['a word without a kind', { goesTo: 'category', unknown: ['Smart TV'] }, 'ask', '1 to match: “Smart TV”'],
  ['several words', { goesTo: 'category', unknown: ['a', 'b'] }, 'ask', '2 words to match'],
  ['rooms spelled two ways', { goesTo: 'room', spelledTwoWays: 4 }, 'ask', '4 spelled two ways'],
  ['left out', { goesTo: null, reason: 'it looks like names of people' }, 'out', 'It looks like names of people'],
])('the result of a column with %s', (_, said, tone, text) => {
  expect(columnResult(column(said))).toEqual({ tone, text });
});

test('how a column is read can be chosen where there is a choice, and is said where there is none', () => {
  expect(readingChoices(column({ reading: { kind: 'date', order: 'month_first', matters: true } }))).toMatchObject({ value: 'month_first' });
  expect(readingChoices(column({ reading: { kind: 'money', vat: 'gross', per: 'line' } }))).toMatchObject({ value: 'line gross' });
  expect(readingChoices(column({ reading: { kind: 'warranty', reads: 'years' } }))?.choices.map(({ label }) => label)).toEqual(['Months', 'Years', 'End date']);
  expect(readingChoices(column({}))).toBeNull();
  expect(readingWords(column({ reading: { kind: 'kinds', count: 14 } }))).toBe('14 kinds');
  expect(readingWords(column({ reading: { kind: 'names', about: 'room', count: 1 } }))).toBe('1 room');
  expect(readingWords(column({ reading: null }))).toBe('');
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
