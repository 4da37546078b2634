import fc from 'fast-check';
import type { Actual, ActualsRun } from '../../planning/budget/finance.ts';
import { financialYear, lastDayOfMonth } from '../../planning/calendar.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { COST_CATEGORIES, type SpendNature } from '../../planning/vocabulary.ts';
import { day } from './arbitraries.ts';

/* What the finance system says of a school's years, at random: exports to the middle or the end of a month, rows with a day and without, refunds. */

const rows = fc.array(fc.record({
  on: fc.oneof(fc.constant(null), day('2024-01-01', '2029-12-31')), costCategory: fc.constantFrom(...COST_CATEGORIES),
  nature: fc.constantFrom<SpendNature>('revenue', 'revenue', 'capital'), fundKey: fc.constantFrom('delegated', 'delegated', 'dfc'),
  pence: fc.oneof(fc.integer({ min: -400_000, max: 2_000_000 }), fc.constantFrom(1, -1, 11, 999_999)),
}), { maxLength: 6 });

const exported = fc.record({
  year: fc.integer({ min: 2024, max: 2028 }), months: fc.integer({ min: 0, max: 11 }), endsAt: fc.constantFrom('end', 'end', 'start', 'middle'), rows,
});

/** The same plan with exports of some of its years. */
export const withActuals = (schools: fc.Arbitrary<PlanSnapshot>): fc.Arbitrary<PlanSnapshot> =>
  fc.tuple(schools, fc.uniqueArray(exported, { selector: ({ year }) => year, maxLength: 4 })).map(([snapshot, exports]) => {
    const actualsRuns: ActualsRun[] = [];
    const actuals: Actual[] = [];
    exports.forEach(({ year, months, endsAt, rows: of }, at) => {
      const last = lastDayOfMonth(financialYear(year, snapshot.school.yearStartMonth).firstMonth + months);
      const through = endsAt === 'end' ? last : `${last.slice(0, 8)}${endsAt === 'start' ? '01' : '15'}`;
      actualsRuns.push({ id: at + 1, year, through, fileName: 'ledger.csv', sha256: '0'.repeat(64) });
      of.forEach((row, index) => actuals.push({
        ...row, id: actuals.length + 1, runId: at + 1, committedPence: null, ledgerCode: 'L', fundCode: null, costCentre: null, description: null, row: index + 2,
      }));
    });
    const told = (): string => JSON.stringify({ runs: actualsRuns.map(({ year, through }) => ({ year, through })), actuals: actuals.map(({ runId, on, costCategory, nature, fundKey, pence }) => ({ runId, on, costCategory, nature, fundKey, pence })), plan: fc.stringify(snapshot) });
    return Object.defineProperty({ ...snapshot, finance: { ...snapshot.finance, actualsRuns, actuals } }, fc.toStringMethod, { value: told });
  });
