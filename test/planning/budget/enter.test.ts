import { describe, expect, it } from 'vitest';
import { dividedAsPlanned, enteredIn, entryFor, placeToEnter } from '../../../planning/budget/enter.ts';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import { sumOf } from '../../../planning/money.ts';
import { schoolOf } from '../fixtures.ts';
import { allotted, capital, matrixOf, revenue, rowCalled, yearly } from './budget-fixtures.ts';

const E20A = { fundKey: 'delegated', ...revenue('connectivity') };
const E20F = { fundKey: 'delegated', ...revenue('other_hardware') };

describe('where an amount typed into a code goes', () => {
  const snapshot = schoolOf({
    recurring: [yearly('connectivity', 1_200, { fundKey: 'grant' })],
    budgets: [
      ...allotted(revenue('laptops_desktops_tablets'), 100), ...allotted({ fundKey: 'pupil_premium', ...revenue('laptops_desktops_tablets') }, 50),
      ...allotted({ fundKey: 'dfc', ...capital('other_hardware') }, 9_000),
    ],
  });
  const { rows } = matrixOf(snapshot);

  it('is the usual fund where nobody pays it yet, and the one fund that does where one does', () => {
    expect(placeToEnter(snapshot, rowCalled(rows, 'E20G'), 0)).toEqual({ fundKey: 'delegated', ...revenue('it_support') });
    expect(placeToEnter(snapshot, rowCalled(rows, 'E20A'), 0)).toEqual({ fundKey: 'grant', ...revenue('connectivity') });
    expect(placeToEnter(snapshot, rowCalled(rows, 'CE04E'), 0)).toEqual({ fundKey: 'dfc', ...capital('other_hardware') });
  });

  it('is none where several funds have money there: each has a row of its own', () => {
    expect(placeToEnter(snapshot, rowCalled(rows, 'E20E'), 0)).toBeNull();
    expect(placeToEnter(snapshot, rowCalled(rows, 'E20E', 'Pupil premium'), 0)).toEqual({ fundKey: 'pupil_premium', ...revenue('laptops_desktops_tablets') });
    // Nothing is entered for next year, and nothing paid from there: the usual fund again.
    expect(placeToEnter(snapshot, rowCalled(rows, 'E20E'), 1)).toEqual({ fundKey: 'delegated', ...revenue('laptops_desktops_tablets') });
  });

  it('is the fund and the code of a row by fund', () => {
    const byFund = matrixOf(snapshot, { by: 'fund' }).rows;
    expect(placeToEnter(snapshot, rowCalled(byFund, 'Pupil premium'), 0)).toBeNull();
    expect(placeToEnter(snapshot, rowCalled(byFund, 'Pupil premium', 'E20E'), 0)).toEqual({ fundKey: 'pupil_premium', ...revenue('laptops_desktops_tablets') });
  });
});

describe('an amount typed over one that money was moved to', () => {
  const moved = (pence: number) => ({
    finance: { ...NO_FINANCE, virements: [{ id: 1, year: 2026, from: E20A, to: E20F, pence, reason: 'x', askedBy: 'a', askedOn: '2026-06-01', agreedBy: 'b', agreedOn: '2026-06-02' }] },
  });

  it('enters what is missing beside the move, so that the figure is the one that was typed', () => {
    // £1,000 shown, of which £600 was moved here: £400 entered. Where £600 was taken, £1,600 is entered.
    expect(entryFor(moved(60_000), E20F, 2026, 100_000)).toEqual({ pence: 40_000 });
    expect(entryFor(moved(60_000), E20A, 2026, 100_000)).toEqual({ pence: 160_000 });
    expect(entryFor(moved(60_000), E20F, 2027, 100_000)).toEqual({ pence: 100_000 });
    expect(entryFor(moved(60_000), E20F, 2026, null)).toEqual({ pence: null });
  });

  it('is refused below what was moved here, with what would work', () => {
    expect(entryFor(moved(60_000), E20F, 2026, 50_000)).toEqual({ problem: '£600 of it was moved here, so it has at least that. Take the move back to have less.' });
  });
});

describe('an amount divided as the plan spends it', () => {
  it('gives each code its part in whole pounds, and loses no penny', () => {
    const snapshot = schoolOf({
      recurring: [yearly('connectivity', 12_000), yearly('onsite_servers', 3_000), yearly('it_support', 900), yearly('other_hardware', 500)],
      budgets: [...allotted({}, 20_000), ...allotted(revenue('other_hardware'), 600)],
    });
    const shares = dividedAsPlanned(matrixOf(snapshot, { by: 'fund' }), 'delegated', 0, 2_000_050);
    // Of £15,900: 12,000 is 15,094 of £20,000.50, 3,000 is 3,774 and the rest 1,132.50. E20F has money of its own.
    expect(shares.map(({ place: { costCategory }, pence }) => [costCategory, pence])).toEqual([
      ['connectivity', 1_509_400], ['onsite_servers', 377_400], ['it_support', 113_250],
    ]);
    expect(sumOf(shares.map(({ pence }) => pence))).toBe(2_000_050);
    expect(enteredIn(snapshot, E20F, 2026)).toBe(60_000);
  });

  it('gives nothing where the fund pays for nothing', () => {
    expect(dividedAsPlanned(matrixOf(schoolOf({ budgets: allotted({}, 100) }), { by: 'fund' }), 'delegated', 0, 10_000)).toEqual([]);
  });
});
