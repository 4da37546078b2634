import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetEntries, type BudgetEntry } from '../../../planning/budget/entries.ts';
import { accountingPeriods, allocationsIn, calendarYears, isCovered, monthlyEntries, periodOf, type MoneyPeriod } from '../../../planning/budget/periods.ts';
import { forecastOver } from '../../../planning/budget/returns.ts';
import { allocations } from '../../../planning/budget/allocation.ts';
import { firstMonthOf } from '../../../planning/calendar.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';
import { financeOf, moneyIn, schoolWith } from './fixtures.ts';

const sums = (periods: readonly MoneyPeriod[], entries: readonly BudgetEntry[]): number[] => periods.map((period) =>
  entries.reduce((sum, { month, netPence }) => sum + (periodOf([period], month) === 0 ? netPence ?? 0 : 0), 0));
const inSchoolYears = (snapshot: PlanSnapshot, startMonth: number): PlanSnapshot => ({ ...snapshot, school: { ...snapshot.school, yearStartMonth: startMonth } });
const hold = (kind: Parameters<typeof moneyPlan>[0], law: (snapshot: PlanSnapshot) => void, numRuns = 100): void =>
  fc.assert(fc.property(moneyPlan(kind), law), { seed: SEED, numRuns });

describe('a budget month by month', () => {
  test('comes to the year and to each line, with and without VAT, and leaves fund and code alone', () => {
    hold({ consumables: true }, (snapshot) => {
      const plan = forecast(snapshot, { asOf: AS_OF, years: 4 });
      const months = monthlyEntries(snapshot, plan);
      const startMonth = snapshot.school.yearStartMonth;
      expect(sums(calendarYears(startMonth, plan.years[0]!.firstMonth, 4), months)).toEqual(plan.totals.plannedPence);
      for (const entry of budgetEntries(snapshot, plan)) {
        const of = months.filter(({ line, spent }) => line === entry.line && spent === entry.spent);
        const sum = (figure: (each: BudgetEntry) => number | null): number => of.reduce((total, each) => total + (figure(each) ?? 0), 0);
        expect([sum(({ netPence }) => netPence), sum(({ vatPence }) => vatPence), sum(({ quantity }) => quantity)])
          .toEqual([entry.netPence ?? 0, entry.vatPence ?? 0, entry.quantity]);
        expect(new Set(of.map(({ paidFrom, code, nature }) => `${paidFrom} ${code} ${nature}`)).size).toBe(1);
      }
    });
  });

  test('shows April and September years with equal totals over any span that both cover', () => {
    hold({ losses: false, backlog: false }, (made) => {
      // What the school's own years say is left alike: no rises, no rolls, no life from a year on, nothing in twelfths of a year.
      fc.pre(made.recurring.every(({ start, period }) => start !== null || period === 'monthly') && made.needs.every(({ yearlyPence }) => yearlyPence === 0)
        && made.policies.every(({ fromYear }) => fromYear === null));
      const [april, september] = [4, 9].map((start) => {
        const snapshot = inSchoolYears({ ...made, inflation: { defaultBp: 0, shipped: false, series: [] }, rolls: [], recurring: made.recurring.map((each) => ({ ...each, riseBp: null })), needs: made.needs.map((each) => ({ ...each, riseBp: null })) }, start);
        return monthlyEntries(snapshot, forecast(snapshot, { asOf: AS_OF, years: 4, firstYear: 2026 }));
      });
      const span = [{ label: 'both', firstMonth: firstMonthOf(2026, 9), months: 43 }];
      expect(sums(span, april!)).toEqual(sums(span, september!));
    });
  });

  test('re-sorted into the other calendar is what the engine says of that calendar', () => {
    hold({ losses: false, consumables: true }, (made) => {
      const snapshot = { ...made, rolls: [] };
      const other = snapshot.school.yearStartMonth === 4 ? 9 : 4;
      const direct = forecast(snapshot, { asOf: AS_OF, years: 3, yearStartMonth: other });
      const periods = calendarYears(other, direct.years[0]!.firstMonth, 3);
      const own = forecastOver(snapshot, AS_OF, periods);
      expect(periods.every((period) => isCovered(own, period))).toBe(true);
      expect(sums(periods, monthlyEntries(snapshot, own))).toEqual(direct.totals.plannedPence);
    });
  });
});

describe('the periods of a school that becomes an academy', () => {
  const converting = (on: string): PlanSnapshot => schoolWith({ finance: financeOf({ profile: { conversion: { on, type: 'academy', yearStartMonth: 9 } } }) });
  const told = (snapshot: PlanSnapshot, years = 3): string[] => accountingPeriods(snapshot, forecast(snapshot, { asOf: AS_OF, years })).map(({ label, months }) => `${label} ${months}`);

  test('are its years, the months that are left, then September years', () => {
    expect(told(converting('2027-09-01'))).toEqual(['2026/27 12', 'Apr 2027 to Aug 2027 5', '2027/28 12', 'Sep 2028 to Mar 2029 7']);
    expect(told(converting('2028-01-01'))).toEqual(['2026/27 12', 'Apr 2027 to Dec 2027 9', 'Jan 2028 to Aug 2028 8', 'Sep 2028 to Mar 2029 7']);
    expect(told(converting('2027-04-01'))).toEqual(['2026/27 12', 'Apr 2027 to Aug 2027 5', '2027/28 12', 'Sep 2028 to Mar 2029 7']);
  });

  test('are plain years before it comes and where it never does', () => {
    expect(told(schoolWith({}))).toEqual(['2026/27 12', '2027/28 12', '2028/29 12']);
    expect(told(converting('2035-09-01'))).toEqual(['2026/27 12', '2027/28 12', '2028/29 12']);
  });
});

describe('a budget in other periods than it was entered for', () => {
  test('is shared evenly over its months, to the penny', () => {
    const snapshot = schoolWith({ budgets: [moneyIn('delegated', 100_000), moneyIn('dfc', 7)] });
    const p2 = { label: 'P2', firstMonth: firstMonthOf(2027, 4), months: 5 };
    const p1 = { label: 'P1', firstMonth: firstMonthOf(2027, 9), months: 7 };
    // £1,000 × 5 ÷ 12 = £416.67, the rest £583.33; 7p × 5 ÷ 12 = 2.9, so 3p and 4p.
    expect(allocationsIn(snapshot, [p2, p1]).map(({ fundKey, period, pence }) => [fundKey, period, pence]))
      .toEqual([['delegated', 0, 41_667], ['delegated', 1, 58_333], ['dfc', 0, 3], ['dfc', 1, 4]]);
  });

  test('comes to what was entered over any periods that hold its year', () => {
    hold({}, (snapshot) => {
      const periods = calendarYears(9, firstMonthOf(2022, 9), 15);
      const total = (list: readonly { readonly pence: number }[]): number => list.reduce((sum, { pence }) => sum + pence, 0);
      expect(total(allocationsIn(snapshot, periods))).toBe(total(allocations(snapshot)));
    }, 60);
  });
});
