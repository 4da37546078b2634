import { describe, expect, it } from 'vitest';
import type { Column } from '../../../renderer/grid/column.ts';
import { reads } from '../../../renderer/grid/column.ts';
import { readCells } from '../../../renderer/grid/edit.ts';
import type { TypedCell } from '../../../renderer/grid/edit.ts';
import { gridLines } from '../../../renderer/grid/lines.ts';
import { cellsIn, filledDown, pasteOver } from '../../../renderer/grid/paste.ts';
import { boxOf } from '../../../renderer/grid/range.ts';
import { readChoice } from '../../../renderer/lib/field-choice.ts';
import { readDate, readPounds } from '../../../renderer/lib/field-text.ts';

type Kit = { readonly id: number; readonly tag: string; readonly room: string; readonly paid: number | null; readonly bought: string | null };
type Set = { readonly tag?: string; readonly room?: string | null; readonly paid?: number | null; readonly bought?: string | null };

const text = (key: 'tag' | 'room', heading: string): Column<Kit, Set> => ({
  key, heading, kind: 'choice', width: 80, sortValue: (row) => row[key], text: (row) => row[key], unknownWords: 'None',
  edit: { read: (typed) => ({ ok: true, set: { [key]: typed.trim() } }) },
});
const COLUMNS: readonly Column<Kit, Set>[] = [
  text('tag', 'Tag'), text('room', 'Room'),
  {
    key: 'paid', heading: 'Paid', kind: 'amount', width: 60, sortValue: (row) => row.paid, text: (row) => String(row.paid ?? ''), unknownWords: 'None',
    edit: { read: (typed) => reads(readPounds(typed), (paid) => ({ paid })) },
  },
  { key: 'due', heading: 'Due', kind: 'date', width: 80, sortValue: () => 20_281_212, text: () => '2028-12-12', unknownWords: 'None' },
  {
    key: 'bought', heading: 'Bought', kind: 'date', width: 80, sortValue: () => null, text: (row) => row.bought ?? '', unknownWords: 'None',
    edit: { read: (typed) => reads(readDate(typed), (bought) => ({ bought })), typed: (row) => (row.bought === '2023-12-12' ? '12 December 2023' : '') },
  },
];
const kit = (id: number, room = 'IT3'): Kit => ({ id, tag: `DT-${id}`, room, paid: 398, bought: '2023-12-12' });
const ROWS = [kit(1), kit(2), kit(3, 'Library'), kit(4, 'Library')];
const roomColumn = COLUMNS[1];
const LINES = gridLines(ROWS, roomColumn === undefined ? [] : [roomColumn], new Set());
const KEYS = COLUMNS.map(({ key }) => key);

/** Where the cells lie between two, by the number of the row and the heading. */
const box = (from: readonly [number, string], to: readonly [number, string] = from) => {
  const found = boxOf({ anchor: { id: from[0], column: from[1] }, head: { id: to[0], column: to[1] } }, LINES, KEYS);
  if (found === null) throw new Error('There are no such cells.');
  return found;
};
const over = (clipboard: readonly (readonly string[])[], ...cells: Parameters<typeof box>) => pasteOver(clipboard, { box: box(...cells), lines: LINES, columns: COLUMNS });
const said = (cells: readonly TypedCell<Kit, Set>[]) => cells.map(({ row, added, column, text: typed }) => `${row?.id ?? `new ${added}`} ${column.key} ${typed}`);

describe('pasting over the grid', () => {
  it('starts at the cell with the focus and goes on under the next heading', () => {
    expect(said(over([['A', '1'], ['B', '2'], ['C', '3']], [2, 'room']).cells)).toEqual(['2 room A', '2 paid 1', '3 room B', '3 paid 2', '4 room C', '4 paid 3']);
  });

  it('fills all of what is selected with one value, and repeats a row down the rows', () => {
    expect(said(over([['Hall']], [1, 'room'], [3, 'room']).cells)).toEqual(['1 room Hall', '2 room Hall', '3 room Hall']);
    expect(said(over([['A', '9']], [1, 'room'], [2, 'paid']).cells)).toEqual(['1 room A', '1 paid 9', '2 room A', '2 paid 9']);
  });

  it('does not repeat what does not go into the selection a whole number of times', () => {
    expect(said(over([['A'], ['B']], [1, 'room'], [3, 'room']).cells)).toEqual(['1 room A', '2 room B']);
  });

  it('keeps apart what lies below the last row, without empty ones, and counts columns that find no place', () => {
    const paste = over([['A', 'x'], ['B', 'y'], ['C', 'z'], ['', '']], [4, 'bought']);
    expect(said(paste.cells)).toEqual(['4 bought A']);
    expect(said(paste.added)).toEqual(['new 1 bought B', 'new 2 bought C']);
    expect([paste.addedRows, paste.cutColumns, paste.above?.id]).toEqual([2, 1, 4]);
  });

  it('passes over a first row that repeats the headings, as whole rows are copied', () => {
    expect(said(over([['Tag', 'Room'], ['DT-9', 'Hall']], [1, 'tag']).cells)).toEqual(['1 tag DT-9', '1 room Hall']);
  });
});

describe('filling down', () => {
  it('puts the first row’s values into every row below it', () => {
    expect(said(filledDown({ box: box([1, 'room'], [3, 'paid']), lines: LINES, columns: COLUMNS }))).toEqual(['2 room IT3', '2 paid 398', '3 room IT3', '3 paid 398']);
  });

  it('takes the value of the row above where one cell is meant, and nothing at the top', () => {
    expect(said(filledDown({ box: box([3, 'room']), lines: LINES, columns: COLUMNS }))).toEqual(['3 room IT3']);
    expect(filledDown({ box: box([1, 'room']), lines: LINES, columns: COLUMNS })).toEqual([]);
  });

  it('leaves columns alone that are worked out', () => {
    expect(said(filledDown({ box: box([1, 'due'], [2, 'bought']), lines: LINES, columns: COLUMNS }))).toEqual(['2 bought 12 December 2023']);
  });
});

describe('reading many cells', () => {
  const cells = (clipboard: readonly (readonly string[])[]) => over(clipboard, [1, 'tag']).cells;

  it('puts what is typed into one row together, and counts the cells that change', () => {
    const read = readCells(cells([['DT-1', 'Hall', '410'], ['DT-2', 'IT3', '398']]), {});
    expect(read.edits).toEqual([{ row: ROWS[0], set: { room: 'Hall', paid: 41_000 } }]);
    expect([read.changed, read.problems]).toEqual([2, []]);
  });

  it('leaves alone what already says so, as it is copied or as it is typed', () => {
    const copied = ROWS.map((row) => COLUMNS.map((column) => column.text(row)));
    expect(readCells(cells(copied), {})).toEqual({ edits: [], problems: [], changed: 0, passedOver: [] });
    expect(readCells(over([['12 December 2023']], [1, 'bought']).cells, {}).changed).toBe(0);
  });

  it('names every cell that cannot be read with its sentence, and what is worked out once', () => {
    const read = readCells(over([['about £400', '2030-01-01', 'next summer'], ['410', '2030-01-01', '1/2/2024']], [1, 'paid']).cells, {});
    expect(read.problems.map(({ cell, message }) => [cell.row?.id, cell.column.key, message])).toEqual([
      [1, 'paid', '“about £400” cannot be read as an amount. Write it like 398 or 398.50.'],
      [1, 'bought', '“next summer” cannot be read as a date. Write it like 12 December 2023 or 12/12/2023.'],
    ]);
    expect(read.passedOver).toEqual(['Due']);
    expect(read.edits).toEqual([{ row: ROWS[1], set: { paid: 41_000, bought: '2024-02-01' } }]);
  });

  it('finds 40 unreadable cells among 5,000 and says which', () => {
    const many = Array.from({ length: 1_250 }, (_, index) => kit(index + 1));
    const lines = gridLines(many, [], new Set());
    const clipboard = many.map((_, index) => [`N-${index}`, 'Hall', index % 32 === 0 ? 'lots' : String(index + 1_000), '12/12/2024']);
    const columns = COLUMNS.filter(({ key }) => key !== 'due');
    const whole = { top: 0, bottom: 0, left: 1, right: 1 };
    const read = readCells(pasteOver(clipboard, { box: whole, lines, columns }).cells, {});
    // 1,250 rows, every 32nd from the first: 40 of them.
    expect(read.problems).toHaveLength(40);
    expect(read.problems.every(({ cell }) => cell.column.key === 'paid' && cell.text === 'lots')).toBe(true);
    expect(read.changed).toBe(4 * 1_250 - 40);
  });

  it('says of a row what cannot be true of it as a whole, at the cell that was typed', () => {
    const problemsOf = (row: Kit | null, set: Set) => (set.paid === 0 ? [{ column: 'paid', message: `${row?.tag} was not free.` }] : []);
    const read = readCells(cells([['DT-1', 'Hall', '0']]), { problemsOf });
    expect(read.problems.map(({ cell, message }) => [cell.column.key, message])).toEqual([['paid', 'DT-1 was not free.']]);
  });

  it('completes rows that are added from the last one pasted over, and passes over their empty cells', () => {
    const { added, above } = over([['DT-4', 'Hall'], ['DT-5', ''], ['DT-6', 'Store']], [4, 'tag']);
    const read = readCells(added, { newRow: (set, last) => ({ room: last?.room ?? null, ...set }) }, above);
    expect(read.edits).toEqual([{ row: null, set: { room: 'Library', tag: 'DT-5' } }, { row: null, set: { room: 'Store', tag: 'DT-6' } }]);
  });

  it('clears with empty text', () => {
    const cleared = cellsIn({ box: box([1, 'room'], [1, 'paid']), lines: LINES, columns: COLUMNS }, () => '');
    expect(readCells(cleared, {}).edits).toEqual([{ row: ROWS[0], set: { room: '', paid: null } }]);
  });
});

describe('choosing from a closed list by typing', () => {
  const STATUSES = [{ key: 'in_use', words: 'In use' }, { key: 'in_repair', words: 'In repair' }, { key: 'spare', words: 'Spare', also: ['reserve'] }] as const;
  const read = (typed: string) => readChoice(typed, STATUSES, 'a status');

  it('takes the word in any spelling, another name for it, or its first letters', () => {
    expect(read('  in  USE ')).toEqual({ ok: true, value: 'in_use' });
    expect(read('reserve')).toEqual({ ok: true, value: 'spare' });
    expect(read('sp')).toEqual({ ok: true, value: 'spare' });
    expect(read('')).toEqual({ ok: true, value: null });
  });

  it('says between which it cannot choose, and what works where it is none of them', () => {
    expect(read('in')).toEqual({ ok: false, message: '“in” may be In use or In repair. Write more of it.' });
    expect(read('broken')).toEqual({ ok: false, message: '“broken” is not a status. It is one of In use, In repair, Spare.' });
  });
});
