import fc from 'fast-check';
import { NO_FINANCE, USUAL_PROFILE, type CapitalRule, type FinanceFacts, type Place, type Virement } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS, type Fund } from '../../../planning/budget/fund.ts';
import type { BudgetLine, PlanSnapshot } from '../../../planning/snapshot.ts';
import { CODE_SCHEMES, COST_CATEGORIES, FUND_KINDS, SPEND_NATURES, THRESHOLD_BASES } from '../../../planning/vocabulary.ts';
import { day, plan, type PlanKind } from '../arbitraries.ts';

/** Any fund, and one of them often, so that much is named for the same money. */
const fundKey = fc.oneof({ arbitrary: fc.constant('grant'), weight: 3 }, { arbitrary: fc.constantFrom(...FUND_KINDS, 'wifi_grant'), weight: 2 });
const amount = fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.constantFrom(0, 36_500, 200_000, 1_000_000_000));
const year = fc.integer({ min: 2024, max: 2034 });

const place: fc.Arbitrary<Place> = fc.record({
  fundKey, costCategory: fc.constantFrom(null, null, ...COST_CATEGORIES), nature: fc.constantFrom(null, ...SPEND_NATURES),
});
const budgetLine: fc.Arbitrary<BudgetLine> = fc.tuple(place, year, amount).map(([where, of, pence]) => ({ ...where, year: of, pence }));

const virements: fc.Arbitrary<Virement[]> = fc.array(fc.record({
  year, from: place, to: place, pence: fc.integer({ min: 1, max: 500_000 }), agreedOn: fc.constantFrom(null, '2026-10-01'),
}), { maxLength: 4 }).map((list) => list.map((parts, id) => (
  { ...parts, id: id + 1, reason: 'moved', askedBy: 'Bursar', askedOn: '2026-09-01', agreedBy: parts.agreedOn === null ? null : 'Governors' })));

const rules: fc.Arbitrary<CapitalRule[]> = fc.uniqueArray(fc.record({
  fromYear: fc.integer({ min: 2020, max: 2031 }), thresholdPence: fc.constantFrom(1, 36_500, 50_000, 200_000, 1_000_000), basis: fc.constantFrom(...THRESHOLD_BASES),
}), { selector: ({ fromYear }) => fromYear, maxLength: 3 }).map((list) => list.map((parts, id) => ({ ...parts, id: id + 1, source: null })));

/** The shipped funds with ends and limits, one of the school's own, and any that does not pay for capital alone as the usual one. */
const funds: fc.Arbitrary<Fund[]> = fc.record({
  usual: fc.constantFrom('delegated', 'delegated', 'delegated', 'reserve'), ends: fc.constantFrom(null, '2027-03-31', '2028-08-31', '2026-11-21'),
  paysFor: fc.constantFrom('anything' as const, 'revenue' as const, 'capital' as const), stops: fc.boolean(),
}).map(({ usual, ends, paysFor, stops }) => [
  ...SHIPPED_FUNDS.map((fund) => ({ ...fund, usual: fund.key === usual })),
  { ...SHIPPED_FUNDS[5]!, key: 'wifi_grant', name: 'Wi-Fi grant', endsOn: ends, paysFor, stopsAtAllocation: stops, usual: false },
]);

const finance: fc.Arbitrary<FinanceFacts> = fc.record({
  virements, capitalRules: rules,
  capitalChoices: fc.array(fc.record({ year: fc.integer({ min: 2026, max: 2029 }), costCategory: fc.constantFrom('laptops_desktops_tablets' as const, 'onsite_servers' as const), fundKey: fc.constantFrom('grant', 'delegated'), nature: fc.constantFrom(...SPEND_NATURES), reason: fc.constant(null) }), { maxLength: 8 }),
  returnLines: fc.constantFrom([], [{ costCategory: 'laptops_desktops_tablets' as const, nature: 'revenue' as const, lineNumber: '340' }]),
  codeScheme: fc.constantFrom(null, null, ...CODE_SCHEMES), vatRecoverable: fc.constantFrom(true, true, false),
  conversion: fc.option(fc.record({ on: day('2026-12-01', '2029-12-31'), type: fc.constant('academy' as const), yearStartMonth: fc.constant(9) }), { freq: 3 }),
}).map(({ codeScheme, vatRecoverable, conversion, ...parts }) => ({ ...NO_FINANCE, ...parts, profile: { ...USUAL_PROFILE, codeScheme, vatRecoverable, conversion } }));

/** A whole school with money from many funds: rules for capital, limits, ends, virements, a conversion. */
export const moneyPlan = (kind: PlanKind = {}): fc.Arbitrary<PlanSnapshot> => fc.tuple(
  plan(kind), funds, finance, fc.uniqueArray(budgetLine, { selector: ({ year: of, ...where }) => JSON.stringify([of, where.fundKey, where.costCategory, where.nature]), maxLength: 12 }),
  fc.array(fundKey, { minLength: 24, maxLength: 24 }),
).map(([snapshot, itsFunds, itsFinance, budgets, named]): PlanSnapshot => ({
  ...snapshot, funds: itsFunds, finance: itsFinance, budgets,
  policies: snapshot.policies.map((policy, at) => ({ ...policy, fundKey: at % 4 === 3 ? null : named[at] ?? null })),
  assets: snapshot.assets.map((asset, at) => ({ ...asset, fundKey: at % 3 === 2 ? null : named[23 - at] ?? null })),
  recurring: snapshot.recurring.map((cost, at) => ({ ...cost, fundKey: named[12 + at] ?? null })),
}));
