import { describe, expect, it } from 'vitest';
import { clipboardText } from '../../renderer/grid/clipboard.ts';
import { cellAfter } from '../../renderer/grid/keys.ts';
import { FIRST_LAYOUT, layOutColumns, moved, withWidth } from '../../renderer/grid/layout.ts';
import type { ListLayout } from '../../renderer/grid/layout.ts';
import { extended, NOTHING_TICKED, tickedAmong, toggled, toggledAll } from '../../renderer/grid/ticks.ts';
import { readBoughtIn, readCount, readDate, readPounds } from '../../renderer/lib/field-text.ts';
import { assetColumns } from '../../renderer/register/columns.ts';
import { assetFacts } from '../../renderer/register/facts.ts';
import { registerModel } from '../support/register-model.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';

const asOf = '2026-11-21';
const hillcrest = sampleSnapshot();
const { rows, columns, columnOf, rowOf } = registerModel(hillcrest, asOf);
const shownAtFirst = columns.filter(({ extra }) => extra !== true);

describe('what a person types', () => {
  it('is read as a day in the ways that schools write one', () => {
    for (const text of ['12 December 2023', '12 Dec 23', '12th dec 2023', '12/12/2023', '12.12.23', '2023-12-12', ' 12-12-2023 ']) {
      expect(readDate(text), text).toEqual({ ok: true, value: '2023-12-12' });
    }
    expect(readDate('3/4/2021')).toEqual({ ok: true, value: '2021-04-03' });
    expect(readDate('1 Sept 2019')).toEqual({ ok: true, value: '2019-09-01' });
    expect(readDate('')).toEqual({ ok: true, value: null });
  });

  it('is answered in words where it is no day, with what would work', () => {
    expect(readDate('last Tuesday')).toEqual({
      ok: false, message: '“last Tuesday” cannot be read as a date. Write it like 12 December 2023 or 12/12/2023.',
    });
    expect(readDate('31/02/2024')).toMatchObject({ ok: false, message: expect.stringContaining('not a day in the calendar') });
    expect(readDate('12 Foo 2023').ok).toBe(false);
    expect(readDate('1 Jan 1975')).toMatchObject({ ok: false, message: expect.stringContaining('1980 to 2100') });
  });

  it('is read as pounds to the penny', () => {
    for (const [text, pence] of [['398', 39_800], ['£398.50', 39_850], ['1,200', 120_000], ['£ 0.07', 7], ['1,234,567.8', 123_456_780]] as const) {
      expect(readPounds(text), text).toEqual({ ok: true, value: pence });
    }
    for (const text of ['about 400', '3.999', '-5', '12,00', '10000000.01']) expect(readPounds(text).ok, text).toBe(false);
  });

  it('is read as a number of items and as what people know of when kit was bought', () => {
    expect(readCount('1,200')).toEqual({ ok: true, value: 1200 });
    for (const text of ['', '0', '2.5', 'thirty', '1000001']) expect(readCount(text).ok, text).toBe(false);
    for (const text of ['2023', '2023/24', '2023-09']) expect(readBoughtIn(text)).toEqual({ ok: true, value: text });
    expect(readBoughtIn('14/09/2021')).toEqual({ ok: true, value: '2021-09-14' });
    for (const text of ['2023/26', '2023-13', '1066']) expect(readBoughtIn(text).ok, text).toBe(false);
  });
});

describe('ticking rows', () => {
  const shown = [1, 2, 3, 4, 5, 6];

  it('adds one, takes one off, and grows a range that shrinks again', () => {
    const two = toggled(NOTHING_TICKED, 2);
    const range = extended(two, shown, 2, 5);
    expect([...range.ids]).toEqual([2, 3, 4, 5]);
    expect([...extended(range, shown, 5, 3).ids]).toEqual([2, 3]);
    expect([...extended(range, shown, 5, 1).ids]).toEqual([1, 2]);
    expect(toggled(two, 2).ids.size).toBe(0);
  });

  it('starts a range where the focus is when the first row ticked is no longer shown', () => {
    expect([...extended({ ids: new Set([99]), anchor: 99 }, shown, 4, 6).ids]).toEqual([4, 5, 6]);
  });

  it('ticks all and then none', () => {
    const all = toggledAll(NOTHING_TICKED, shown);
    expect([...all.ids]).toEqual(shown);
    expect(toggledAll(all, shown).ids.size).toBe(0);
  });

  it('never reaches rows that a filter hides', () => {
    const selection = toggledAll(NOTHING_TICKED, [rows[0]!.id, rows[1]!.id]);
    expect(tickedAmong(selection, rows.slice(1))).toEqual([rows[1]]);
  });
});

const keysOf = (list: readonly { readonly key: string }[]): readonly string[] => list.map(({ key }) => key);

describe('copying for Excel', () => {
  it('gives headings and one line a row, days and amounts as a spreadsheet reads them', () => {
    const [heads, line] = clipboardText([rowOf('HC-DT-0214')], shownAtFirst, { headings: true }).split('\r\n').map((each) => each.split('\t'));
    expect(heads).toEqual(shownAtFirst.map((column) => column.heading));
    expect(line?.slice(0, 3)).toEqual(['HC-DT-0214', 'Kestrel 400 small desktop', 'Desktops']);
    expect(line?.[keysOf(shownAtFirst).indexOf('due')]).toBe('2028-12-12');
    expect(line?.[keysOf(shownAtFirst).indexOf('paid')]).toBe('398.00');
  });

  it('keeps tabs and new lines inside their cell, in quotes, and formulas as text', () => {
    const row = { ...rowOf('HC-DT-0214'), description: '=HYPERLINK("x")\tand\nmore' };
    expect(clipboardText([row], [columnOf('description')], { headings: true })).toBe('What it is\r\n"\'=HYPERLINK(""x"")\tand\nmore"');
  });
});

describe('moving about the grid', () => {
  const extent = { lines: 100, places: 11, page: 20 };
  const from = { line: 50, place: 4 };

  it('goes by cell, by page and to the ends, and no farther', () => {
    const to = (key: string, ctrl = false, cell = from) => cellAfter(key, ctrl, cell, extent);
    expect(to('ArrowDown')).toEqual({ line: 51, place: 4 });
    expect(to('ArrowUp', false, { line: 0, place: 4 })).toEqual({ line: -1, place: 4 });
    expect(to('ArrowUp', false, { line: -1, place: 4 })).toEqual({ line: -1, place: 4 });
    expect(to('PageDown', false, { line: 95, place: 4 })).toEqual({ line: 99, place: 4 });
    expect(to('PageUp', false, { line: 5, place: 4 })).toEqual({ line: 0, place: 4 });
    expect(to('Home')).toEqual({ line: 50, place: 0 });
    expect(to('End')).toEqual({ line: 50, place: 10 });
    expect(to('Home', true)).toEqual({ line: 0, place: 0 });
    expect(to('End', true)).toEqual({ line: 99, place: 10 });
    expect(to('x')).toBeNull();
  });
});

describe('columns in a narrow window', () => {
  const lay = (width: number, quiet: readonly string[] = ['kind', 'quantity'], layout: ListLayout = FIRST_LAYOUT) =>
    layOutColumns(columns, { width, layout, quiet: new Set(quiet) });
  const shown = (...needs: Parameters<typeof lay>) => keysOf(lay(...needs).columns.map(({ column }) => column));

  it('lose status, then what was paid and when, and never the tag, the name, the due date or the cost', () => {
    expect(shown(2000, [])).toEqual(keysOf(shownAtFirst));
    // Beside the panel at 1440 and at 1280.
    expect(shown(866)).toEqual(['tag', 'description', 'room', 'bought', 'paid', 'warranty', 'due', 'setBy', 'cost']);
    expect(shown(738)).toEqual(['tag', 'description', 'room', 'warranty', 'due', 'setBy', 'cost']);
    expect(shown(300)).toEqual(['tag', 'description', 'due', 'cost']);
  });

  it('have no kind under headings by kind, and a quantity only where a row holds several', () => {
    expect(shown(2000, ['kind'])).not.toContain('kind');
    expect(shown(2000, ['quantity'])).not.toContain('quantity');
  });

  it('are all there once somebody chose them, wider than the window if need be, the first ones staying in sight', () => {
    const layout: ListLayout = { shown: ['tag', 'description', 'notes', 'fund', 'due'], widths: { notes: 300 }, frozen: 2 };
    const laid = lay(500, ['kind'], layout);
    // 30 for the ticks, 86 + 154 + 300 + 130 + 86, 26 for the menu.
    expect(laid.scrolls).toBe(812);
    expect(laid.columns.map(({ stuckAt }) => stuckAt)).toEqual([30, 116, null, null, null]);
    const wide = lay(1200, [], layout);
    expect(wide.scrolls).toBeNull();
    expect(wide.columns.map(({ stuckAt }) => stuckAt)).toEqual([null, null, null, null, null]);
  });

  it('keep the width they were given, within reason, and change places', () => {
    const wide = withWidth(FIRST_LAYOUT, 'room', 9_000);
    expect(wide.widths).toEqual({ room: 800 });
    expect(withWidth(wide, 'room', null).widths).toEqual({});
    expect(moved(['tag', 'room', 'due'], 'due', -1)).toEqual(['tag', 'due', 'room']);
    expect(moved(['tag', 'room', 'due'], 'due', 1)).toEqual(['tag', 'room', 'due']);
  });

  it('have neither tags nor serial numbers in the view of senior leaders', () => {
    const facts = assetFacts(hillcrest, asOf);
    expect(keysOf(assetColumns(facts, 'slt'))).not.toEqual(expect.arrayContaining(['tag']));
    expect(keysOf(assetColumns(facts, 'slt'))).not.toContain('serial');
  });
});
