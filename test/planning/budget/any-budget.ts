import fc from 'fast-check';
import { NO_FINANCE, type FinanceFacts, type Place, type Virement } from '../../../planning/budget/finance.ts';
import type { BudgetLine, PlanSnapshot } from '../../../planning/snapshot.ts';
import { COST_CATEGORIES } from '../../../planning/vocabulary.ts';
import { plan as anyPlan } from '../arbitraries.ts';

const FUNDS = ['delegated', 'dfc', 'pupil_premium', 'reserve'] as const;

const place: fc.Arbitrary<Place> = fc.oneof(
  { arbitrary: fc.record({ fundKey: fc.constantFrom(...FUNDS), costCategory: fc.constantFrom(...COST_CATEGORIES), nature: fc.constantFrom('revenue' as const, 'capital' as const) }), weight: 4 },
  { arbitrary: fc.constantFrom(...FUNDS).map((fundKey) => ({ fundKey, costCategory: null, nature: null })), weight: 1 },
);

/** Each place once in a year, as the plan file holds it. */
const budgets: fc.Arbitrary<BudgetLine[]> = fc.uniqueArray(
  fc.tuple(place, fc.integer({ min: 2025, max: 2032 }), fc.integer({ min: 0, max: 9_000_000 })).map(([at, year, pence]) => ({ ...at, year, pence })),
  { maxLength: 14, selector: ({ fundKey, costCategory, nature, year }) => `${year} ${fundKey} ${costCategory} ${nature}` },
);

const virements: fc.Arbitrary<Virement[]> = fc.array(fc.record({
  id: fc.integer({ min: 1, max: 99 }), year: fc.integer({ min: 2026, max: 2030 }), from: place, to: place, pence: fc.integer({ min: 1, max: 500_000 }),
  reason: fc.constant('Dearer than expected'), askedBy: fc.constant('Network manager'), askedOn: fc.constant('2026-10-01'),
  agreedBy: fc.constant('Headteacher'), agreedOn: fc.constantFrom('2026-10-02', null),
}), { maxLength: 4 });

const rules: fc.Arbitrary<FinanceFacts['capitalRules']> = fc.constantFrom(
  [], [{ id: 1, fromYear: 2024, thresholdPence: 200_000, basis: 'item', source: null }], [{ id: 1, fromYear: 2027, thresholdPence: 200_000, basis: 'order', source: null }],
);

/** A school with budgets in any places of any years, virements and a rule of capital. */
export const anyBudget: fc.Arbitrary<PlanSnapshot> = fc.tuple(anyPlan({ consumables: true }), budgets, virements, rules).map(([snapshot, lines, moved, capitalRules]) =>
  ({ ...snapshot, budgets: lines, finance: { ...NO_FINANCE, virements: moved, capitalRules } }));
