import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BudgetView } from '../../../planning/budget/matrix.ts';
import { ASKED_FIGURES } from '../../../planning/budget/explain-cell.ts';
import { BUDGET_CALENDARS, calendarName, calendarsOf, explainPeriodCell, periodBudget, type BudgetCalendar, type PeriodBudget } from '../../../planning/budget/period-budget.ts';
import { periodSentence } from '../../../planning/budget/period-sentence.ts';
import { forecast } from '../../../planning/forecast.ts';
import { sumOf } from '../../../planning/money.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, kit } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';
import { allotted, revenue, rowCalled, VIEW, yearly } from './budget-fixtures.ts';
import { financeOf, laptops, schoolWith } from './fixtures.ts';

const conversion = { on: '2027-09-01', type: 'academy', yearStartMonth: 9 } as const;

/**
 * A school that becomes an academy on 1 September 2027, in the second of its three April years. Laptops at £400: two due
 * on 31 August 2027, the last day before; three due on 1 September 2027, the first day after. Broadband at £1,200 a year
 * in twelfths. Its budget: £2,400 a year for connectivity, £1,200 in 2027/28 for laptops.
 */
const converting: PlanSnapshot = schoolWith({
  finance: financeOf({ profile: { conversion } }),
  assets: [laptops(2, { purchaseDate: '2023-08-31' }), laptops(3, { purchaseDate: '2023-09-01' })],
  recurring: [yearly('connectivity', 1_200)],
  budgets: [...allotted(revenue('connectivity'), 2_400, 2_400, 2_400), ...allotted(revenue('laptops_desktops_tablets'), null, 1_200)],
});
const budgetOf = (snapshot: PlanSnapshot, calendar: BudgetCalendar, view: Partial<BudgetView> = {}): PeriodBudget =>
  periodBudget(snapshot, forecast(snapshot, { asOf: AS_OF, years: 3 }), { ...VIEW, ...view }, calendar);
const said = (snapshot: PlanSnapshot, calendar: BudgetCalendar): string => periodSentence(snapshot, budgetOf(snapshot, calendar)).text;
const figures = (budget: PeriodBudget, code: string, figure: 'allocated' | 'forecast' | 'left') => rowCalled(budget.matrix.rows, code).cells.map((cell) => cell[figure]);

describe('a school that becomes an academy', () => {
  test('has its own years to that day, the months between, and the new years, with every cost in one of them', () => {
    const own = budgetOf(converting, 'accounts');
    expect(own.periods.map(({ label, part }) => [label, part])).toEqual([
      ['2026/27', null], ['Apr 2027 to Aug 2027', '5 months'], ['2027/28', null], ['Sep 2028 to Mar 2029', '7 months'],
    ]);
    const laptopRow = rowCalled(own.matrix.rows, 'E20E');
    expect(laptopRow.codes).toEqual(['E20E', 'BFR Laptops, desktops and tablets']);
    // 2 × £400 before the day, 3 × £400 after it. Budget of 2027/28: £1,200 × 5 ÷ 12 = £500 and £1,200 × 7 ÷ 12 = £700.
    expect(figures(own, 'E20E', 'forecast')).toEqual([0, 80_000, 120_000, 0]);
    expect(figures(own, 'E20E', 'allocated')).toEqual([null, 50_000, 70_000, null]);
    // £500 − £800 = −£300; £700 − £1,200 = −£500. In the last months there is neither budget nor cost.
    expect(figures(own, 'E20E', 'left')).toEqual([null, -30_000, -50_000, null]);
    // Broadband at £100 a month over 12, 5, 12 and 7 months; its budget of £200 a month likewise.
    expect(figures(own, 'E20A', 'forecast')).toEqual([120_000, 50_000, 120_000, 70_000]);
    expect(figures(own, 'E20A', 'allocated')).toEqual([240_000, 100_000, 240_000, 140_000]);
    // All in all £3,600 of broadband and £2,000 of laptops, whichever way it is cut.
    for (const calendar of BUDGET_CALENDARS) expect(sumOf(budgetOf(converting, calendar).matrix.total.map((cell) => cell.forecast)), calendar).toBe(560_000);
  });

  test('has parts of the first and the last September year in a plan of April years', () => {
    const september = budgetOf(converting, 'september');
    expect(september.periods.map(({ label, part, months }) => [label, part, months])).toEqual([
      ['2025/26', 'part: from Apr 2026', 5], ['2026/27', null, 12], ['2027/28', null, 12], ['2028/29', 'part: to Mar 2029', 7],
    ]);
    // Laptops of 31 August 2027 in 2026/27, of 1 September in 2027/28.
    expect(figures(september, 'E20E', 'forecast')).toEqual([0, 80_000, 120_000, 0]);
    // Budget of 2027/28 in two Septembers: five months of £1,200, and seven.
    expect(figures(september, 'E20E', 'allocated')).toEqual([null, 50_000, 70_000, null]);
  });

  test('is told when it changes, what is shorter than a year and what is over its share', () => {
    // Apr to Aug 2027: £1,000 + £500 against £500 + £800 leaves £200. Sep 2027 to Aug 2028: £2,400 + £700 against £1,200 + £1,200 leaves £700.
    expect(said(converting, 'accounts')).toBe('The plan by own years comes to £5,600 in all, as much as by the years in which budgets are entered. '
      + 'All four that have a budget fit their share of it. The school becomes an academy on 1 September 2027. Shorter than a year: Apr 2027 to Aug 2027 (5 months) and Sep 2028 to Mar 2029 (7 months).');
  });
});

describe('which years a budget can be looked at by', () => {
  const named = (snapshot: PlanSnapshot): string[] => {
    const planned = forecast(snapshot, { asOf: AS_OF, years: 3 });
    return calendarsOf(snapshot, planned).map((calendar) => calendarName(snapshot, planned, calendar));
  };
  const startingIn = (yearStartMonth: number): PlanSnapshot => {
    const school = schoolWith({});
    return { ...school, school: { ...school.school, yearStartMonth } };
  };

  test('are those that differ from its own', () => {
    expect(named(startingIn(4))).toEqual(['Own years', 'September years']);
    expect(named(startingIn(9))).toEqual(['Own years', 'April years']);
    expect(named(startingIn(1))).toEqual(['Own years', 'April years', 'September years']);
    expect(named(converting)).toEqual(['As entered', 'Own years', 'September years']);
    expect(named(schoolWith({ finance: financeOf({ profile: { conversion: { ...conversion, on: '2031-09-01' } } }) }))).toEqual(['Own years', 'September years']);
  });
});

describe('what a budget in other years says', () => {
  const plain = (parts: Partial<PlanSnapshot>): PlanSnapshot => schoolWith({ recurring: [yearly('connectivity', 1_200)], ...parts });

  test('is that nothing can be over where no budget is', () => {
    expect(said(plain({}), 'september')).toBe('The plan by September years comes to £3,600 in all, as much as by the years in which budgets are entered. '
      + 'No budget has been entered yet, so nothing can be over or under. The plan holds 2025/26 from Apr 2026 and 2028/29 to Mar 2029.');
  });

  test('is which are over, and what has no price', () => {
    // £600 a year is £250 for five months and £350 for seven; broadband takes twice that: £250, £600, £600 and £350 over.
    expect(said(plain({ budgets: allotted(revenue('connectivity'), 600, 600, 600), assets: [kit({ categoryKey: 'projector', purchaseDate: '2022-05-05' })] }), 'september'))
      .toContain('Four are over; the most, 2026/27 is £600 over its share of the budget. The plan holds 2025/26 from Apr 2026 and 2028/29 to Mar 2029. 1 item without a price is not in these figures.');
    expect(said(plain({ budgets: allotted(revenue('connectivity'), 1_200, 1_200, 900) }), 'september')).toContain(' 2028/29 is £175 over its share of the budget.');
  });
});

describe('the laws of a budget in other years', () => {
  const hold = (law: (snapshot: PlanSnapshot) => void, numRuns = 50): void => fc.assert(fc.property(moneyPlan({ consumables: true }), law), { seed: SEED, numRuns });

  test('every calendar comes to the plan and to what was entered for it, by code as by fund', () => {
    hold((snapshot) => {
      const planned = forecast(snapshot, { asOf: AS_OF, years: 3 });
      const entered = snapshot.budgets.concat(snapshot.finance.virements.filter(({ agreedOn }) => agreedOn !== null).map(({ year, to }) => ({ ...to, year, pence: 0 })))
        .filter(({ year }) => planned.years.some((each) => each.year === year)).map(({ pence }) => pence);
      for (const calendar of calendarsOf(snapshot, planned)) {
        const [byCode, byFund] = (['code', 'fund'] as const).map((by) => periodBudget(snapshot, planned, { ...VIEW, by }, calendar).matrix);
        expect(sumOf(byCode?.total.map((cell) => cell.forecast) ?? [])).toBe(sumOf(planned.totals.plannedPence));
        expect(sumOf(byCode?.total.map(({ allocated }) => allocated ?? 0) ?? [])).toBe(sumOf(entered));
        expect(byFund?.total).toEqual(byCode?.total);
      }
    });
  });

  test('every figure says why, in steps that come to it', () => {
    hold((snapshot) => {
      const planned = forecast(snapshot, { asOf: AS_OF, years: 2 });
      const budget = periodBudget(snapshot, planned, { ...VIEW, vat: 'gross' }, snapshot.school.yearStartMonth === 9 ? 'april' : 'september');
      for (const row of budget.matrix.rows) {
        row.cells.forEach((cell, at) => {
          for (const figure of ASKED_FIGURES) {
            const steps = explainPeriodCell(snapshot, budget, { scope: row, at, figure }, cell).steps;
            if (cell[figure] !== null) expect(sumOf(steps.map(({ pence }) => pence ?? 0)), figure).toBe(cell[figure]);
          }
        });
      }
    }, 25);
  });

  test('as entered, it is the budget itself', () => {
    hold((snapshot) => {
      const planned = forecast(snapshot, { asOf: AS_OF, years: 3 });
      const entered = periodBudget(snapshot, planned, VIEW, 'entered').matrix;
      expect(entered.total.map((cell) => cell.forecast)).toEqual(planned.totals.plannedPence);
    });
  });
});
