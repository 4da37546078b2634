import { describe, expect, it, test } from 'vitest';
import { placesOf } from '../../planning/places.ts';
import { placeLines, treeMove } from '../../renderer/lists/place-lines.ts';
import { readTarget, readWhole } from '../../renderer/lists/typed-number.ts';
import { numberedFrom, readNumbersList } from '../../renderer/register/acts/numbers-list.ts';
import { place } from '../planning/fixtures.ts';

describe('the tree of places on screen', () => {
  const places = placesOf([
    place(1, 'Main', { kind: 'site' }), place(2, 'Tech', { kind: 'building', parentId: 1 }), place(3, 'IT3', { parentId: 2 }), place(4, 'Atrium', { parentId: 1 }), place(5, 'Annexe store'),
  ]);
  const names = (closed: readonly number[]): string[] => placeLines(places, new Set(closed)).map(({ place: { name }, level }) => `${'·'.repeat(level - 1)}${name}`);

  it('stands with the wider places first, and hides what lies in a closed one', () => {
    expect(names([])).toEqual(['Main', '·Tech', '··IT3', '·Atrium', 'Annexe store']);
    expect(names([2])).toEqual(['Main', '·Tech', '·Atrium', 'Annexe store']);
    expect(names([1])).toEqual(['Main', 'Annexe store']);
  });

  test.each<[string, readonly number[], number, string, unknown]>([
    ['down', [], 0, 'ArrowDown', { to: 1 }], ['down at the end', [], 4, 'ArrowDown', null], ['up at the top', [], 0, 'ArrowUp', null],
    ['right opens a closed one', [2], 1, 'ArrowRight', { open: true }], ['right goes into an open one', [], 1, 'ArrowRight', { to: 2 }], ['right on a room', [], 2, 'ArrowRight', null],
    ['left closes', [], 1, 'ArrowLeft', { open: false }], ['left goes up from a room', [], 2, 'ArrowLeft', { to: 1 }], ['left goes up past neighbours', [], 3, 'ArrowLeft', { to: 0 }],
    ['left on a top room', [], 4, 'ArrowLeft', null], ['home', [], 3, 'Home', { to: 0 }], ['end', [], 0, 'End', { to: 4 }], ['another key', [], 0, 'x', null],
  ])('is walked by keys: %s', (_, closed, at, key, move) => {
    expect(treeMove(placeLines(places, new Set(closed)), at, key)).toEqual(move);
  });
});

describe('numbers as they are typed', () => {
  test.each<[string, number | null | string]>([
    ['', null], ['5', 500], ['5.5', 550], ['5,25', 525], ['4 to 1', 400], ['4:1', 400], ['0', '“0” cannot be read'], ['5.255', '“5.255” cannot be read'], ['many', '“many” cannot be read'], ['101', '“101” cannot be read'],
  ])('a target of “%s” pupils for each device', (text, meant) => {
    const reading = readTarget(text);
    if (typeof meant === 'string') expect(reading).toMatchObject({ ok: false, message: expect.stringContaining(meant) });
    else expect(reading).toEqual({ ok: true, value: meant });
  });

  test.each<[string, number | null | string]>([
    ['', null], ['16', 16], ['1,140', 1140], ['0', 'A number from 1 to 20000 works here'], ['2.5', '“2.5” cannot be read'], ['-3', '“-3” cannot be read'],
  ])('a whole number “%s”', (text, meant) => {
    const reading = readWhole(text, 1, 20_000, '16');
    if (typeof meant === 'string') expect(reading).toMatchObject({ ok: false, message: expect.stringContaining(meant) });
    else expect(reading).toEqual({ ok: true, value: meant });
  });
});

describe('a list of tags and serial numbers', () => {
  it('is read from Excel, from commas, and with a tag or a serial number alone', () => {
    expect(readNumbersList('PL-1\tTM-1\r\nPL-2\n\n ,TM-3\nPL-4; TM-4\n')).toEqual([
      { tag: 'PL-1', serial: 'TM-1' }, { tag: 'PL-2', serial: null }, { tag: null, serial: 'TM-3' }, { tag: 'PL-4', serial: 'TM-4' },
    ]);
  });

  test.each([
    ['HC-PL-009', 'HC-PL-009 HC-PL-010 HC-PL-011'], ['A99b', 'A99b A100b A101b'], ['Trolley', 'Trolley 1 Trolley 2 Trolley 3'], ['7', '7 8 9'],
  ])('is numbered on from %s', (tag, tags) => {
    expect(numberedFrom(tag, 3).split('\n').join(' ')).toBe(tags);
  });
});
