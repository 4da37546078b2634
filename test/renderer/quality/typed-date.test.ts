import { describe, expect, it } from 'vitest';
import { readMend } from '../../../renderer/quality/mend-draft.ts';
import { readTypedDate } from '../../../renderer/quality/typed-date.ts';
import { AS_OF, kit } from '../../planning/fixtures.ts';

describe('a date typed for many rows', () => {
  it.each([
    ['about September 2021', '2021-09-01'], ['September 2021', '2021-09-01'], ['Sept. 2021', '2021-09-01'], ['c. Sep 21', '2021-09-01'],
    ['~ 2021', '2021-09-01'], ['2021', '2021-09-01'], ['2021/22', '2021-09-01'], ['2021-03', '2021-03-01'],
    ['14 September 2021', '2021-09-14'], ['14/9/21', '2021-09-14'], ['around 14/09/2021', '2021-09-14'],
  ])('“%s” is %s', (typed, date) => {
    expect(readTypedDate(typed)).toEqual({ ok: true, date });
  });

  it.each([
    ['', 'Write a year, a month or a day'], ['last summer', '“last summer” cannot be read as a date'], ['Smarch 2021', '“Smarch 2021” cannot be read as a month'],
    ['2021/25', '“2021/25” is not a school year'], ['1850', '1850 lies outside'], ['31/02/2021', 'is not a day in the calendar'],
  ])('“%s” is refused in words', (typed, words) => {
    const read = readTypedDate(typed);
    expect(read.ok ? '' : read.message).toContain(words);
  });
});

describe('what the ticked rows are to get', () => {
  const camera = kit({ tag: 'C-7', categoryKey: 'camera', coverEnd: '2020-01-01' });
  const row = { asset: camera, found: null };

  it('needs ticks, something to go by, and a reason where one value is typed for all', () => {
    expect(readMend('purchaseDate', [], { how: 'suggested' }, '', AS_OF)).toEqual({ ok: false, message: 'Tick the rows to mend.' });
    expect(readMend('purchaseDate', [row], { how: 'suggested' }, '', AS_OF)).toMatchObject({ ok: false, message: expect.stringContaining('nothing to go by') });
    expect(readMend('purchaseDate', [row], { how: 'typed', text: '2019' }, ' ', AS_OF)).toMatchObject({ ok: false, message: expect.stringContaining('Say in the reason') });
  });

  it('names the row for which it cannot be', () => {
    expect(readMend('purchaseDate', [row], { how: 'typed', text: '2021' }, 'invoice', AS_OF)).toEqual({ ok: false, message: 'C-7: Must be before 1 January 2020, when its warranty ends.' });
    expect(readMend('purchaseDate', [row], { how: 'typed', text: '2019' }, 'invoice', AS_OF)).toEqual({ ok: true, rows: [{ asset: camera, set: { purchaseDate: '2019-09-01' }, basis: 'invoice' }] });
  });

  it('reads days, pounds and rooms, and refuses what they are not', () => {
    const typed = (field: 'warrantyEnd' | 'pricePaid' | 'room', text: string) => readMend(field, [{ asset: kit(), found: null }], { how: 'typed', text }, '', AS_OF);
    expect(typed('warrantyEnd', '12 December 2026')).toMatchObject({ ok: true, rows: [{ set: { coverEnd: '2026-12-12' } }] });
    expect(typed('pricePaid', '£398.50')).toMatchObject({ ok: true, rows: [{ set: { unitPaidPence: 39_850 } }] });
    expect(typed('room', ' Art 2 ')).toMatchObject({ ok: true, rows: [{ set: { room: 'Art 2' } }] });
    expect(typed('pricePaid', '')).toEqual({ ok: false, at: 'value', message: 'Write what one cost, net, such as 398.' });
    expect(typed('warrantyEnd', '2021')).toMatchObject({ ok: false });
    expect(typed('room', '')).toEqual({ ok: false, at: 'value', message: 'Write the room they are in.' });
  });
});
