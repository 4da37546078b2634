import { describe, expect, test } from 'vitest';
import { readLevels } from '../../../planning/ledger/dimensions.ts';
import { readCellName } from '../../../renderer/lib/ledger-keys.ts';
import { readAction as readOn, type TypedAction } from '../../../renderer/refresh-plan/typed-action.ts';

const typed = (parts: Partial<TypedAction>): TypedAction =>
  ({ action: 'keep', years: '1', yearly: '', priceDate: '21 Nov 2026', next: null, months: '24', reason: '', ...parts });
const readAction = (action: TypedAction) => readOn(action, '2026-11-21');
const none = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null };

describe('what is decided for kit', () => {
  test('kept, or not replaced, needs no more than that, whatever the other fields hold', () => {
    expect(readAction(typed({ years: 'a few', months: '' }))).toEqual({ terms: { action: 'keep', ...none }, problems: {} });
    expect(readAction(typed({ action: 'retire' })).terms).toEqual({ action: 'retire', ...none });
  });

  test('longer support is so many years at so much a year, of a day', () => {
    expect(readAction(typed({ action: 'extend_support', years: '3', yearly: '£24.50' })).terms)
      .toEqual({ ...none, action: 'extend_support', years: 3, yearlyPence: 2_450, priceDate: '2026-11-21' });
    expect(readAction(typed({ action: 'extend_cover', yearly: '', priceDate: '' })).terms).toMatchObject({ years: 1, yearlyPence: null, priceDate: null });
  });

  test.each(['0', '11', '1.5', '', 'two', '-1'])('for %s years is answered with the years that work', (years) => {
    expect(readAction(typed({ action: 'extend_cover', years }))).toEqual({ terms: null, problems: { years: 'Write whole years, 1 to 10.' } });
  });

  test('what cannot be read is said at each field', () => {
    const { terms, problems } = readAction(typed({ action: 'extend_cover', yearly: 'dear', priceDate: 'lately' }));
    expect(terms).toBeNull();
    expect(problems.yearly).toContain('cannot be read as an amount');
    expect(problems.priceDate).toContain('cannot be read as a date');
  });

  test('a year of cover has the price of a day that has been', () => {
    expect(readAction(typed({ action: 'extend_cover', priceDate: '22 Nov 2026' })))
      .toEqual({ terms: null, problems: { priceDate: 'A price is of a day that has been: 21 November 2026 or earlier works here.' } });
  });

  test('passed down is to whom, and for how many months', () => {
    expect(readAction(typed({ action: 'pass_down', next: 'pupil' })).terms).toEqual({ ...none, action: 'pass_down', nextUserGroup: 'pupil', nextMonths: 24 });
    for (const months of ['0', '601', '']) expect(readAction(typed({ action: 'pass_down', months })).problems).toEqual({ months: 'Write whole months, 1 to 600.' });
  });
});

describe('the refresh plan as it was left', () => {
  test('is grouped as it was, without levels that this Kitplan does not know, and as usual where none is left', () => {
    expect(readLevels(['department', 'kind', 'department'])).toEqual(['department', 'kind']);
    expect(readLevels(['moon', 'fund'])).toEqual(['fund']);
    for (const kept of [null, [], ['moon']]) expect(readLevels(kept)).toEqual(['kind', 'room']);
  });

  test('knows a figure by its row and column', () => {
    expect(readCellName('kit/desktop//room/3:2')).toEqual({ key: 'kit/desktop//room/3', at: 2 });
    expect(readCellName('losses:total')).toEqual({ key: 'losses', at: 'total' });
    for (const text of ['', 'losses', ':2', 'losses:next']) expect(readCellName(text)).toBeNull();
  });
});
