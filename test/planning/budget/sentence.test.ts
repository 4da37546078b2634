import { describe, expect, it } from 'vitest';
import type { BudgetView } from '../../../planning/budget/matrix.ts';
import { budgetSentence } from '../../../planning/budget/sentence.ts';
import type { BudgetLine, PlanSnapshot, RecurringCost } from '../../../planning/snapshot.ts';
import type { CostCategory } from '../../../planning/vocabulary.ts';
import { kit } from '../fixtures.ts';
import { allotted, capital, matrixFor, revenue, yearly } from './budget-fixtures.ts';

const said = (parts: Partial<PlanSnapshot>, view: Partial<BudgetView> = {}): string => budgetSentence(matrixFor(parts, view)).text;

/** Costs that stay the same, and what each code has in each of the five years. */
const plan = (...codes: readonly [CostCategory, number, ...(number | null)[]][]): { recurring: RecurringCost[]; budgets: BudgetLine[] } => ({
  recurring: codes.map(([costCategory, pounds]) => yearly(costCategory, pounds)),
  budgets: codes.flatMap(([costCategory, , ...years]) => allotted(revenue(costCategory), ...years)),
});

describe('the sentence over the budget', () => {
  it.each<[name: string, parts: Partial<PlanSnapshot>, sentence: string]>([
    ['nothing at all', {}, 'There is neither a budget nor anything to pay for in these years yet.'],
    ['no budget', { recurring: [yearly('connectivity', 12_000)] },
      '2026/27 should come to £12,000. No budget has been entered yet, so nothing can be over or under.'],
    ['none over', plan(['connectivity', 12_000, 13_060, 12_500, 12_500, 12_500, 12_500]),
      '2026/27 should finish £1,060 under. The four years after fit their budgets.'],
    ['to the penny', plan(['connectivity', 12_000, 12_000]), '2026/27 should finish exactly on budget. No later year has a budget yet.'],
    // 1,560 − 500 = 1,060 under; in 2028/29 −500 for E20F and 0 for E20A.
    ['one code over in the open year, one later year', plan(['connectivity', 12_000, 13_560, 12_500, 12_000, 12_500, 12_500], ['other_hardware', 6_000, 5_500, 6_000, 5_500, 6_000, 6_000]),
      '2026/27 should finish £1,060 under. E20F is £500 over. 2028/29 is £500 over, all in E20F.'],
    // 2028/29: −9,000 and −900, and 100 left elsewhere: 9,800 over; nine tenths of the 9,900 over lie in E20E.
    ['almost all in one code', plan(['laptops_desktops_tablets', 20_000, 20_000, 20_000, 11_000, 20_000, 20_000], ['onsite_servers', 3_000, 3_000, 3_000, 2_100, 3_000, 3_000], ['it_support', 900, 900, 900, 1_000, 900, 900]),
      '2026/27 should finish exactly on budget. 2028/29 is £9,800 over, almost all in E20E.'],
    ['two later years', plan(['connectivity', 12_000, 12_000, 12_000, 11_000, 12_000, 11_800]),
      '2026/27 should finish exactly on budget. 2028/29 is £1,000 over and 2030/31 is £200 over, in 2028/29 all in E20A.'],
    ['several later years', plan(['connectivity', 12_000, 12_000, 11_900, 11_000, 11_950, 11_800]),
      // 100 + 1,000 + 50 + 200 = 1,350.
      '2026/27 should finish exactly on budget. Four later years are over, by £1,350 in all; the most is 2028/29, by £1,000, all in E20A.'],
    ['the open year over, several codes', plan(['connectivity', 12_000, 11_000], ['onsite_servers', 3_000, 2_500], ['it_support', 900, 800], ['other_hardware', 900, 850]),
      '2026/27 should finish £1,650 over. Four codes are over, most of all E20A, by £1,000. No later year has a budget yet.'],
    ['two codes over', plan(['connectivity', 12_000, 11_000, 12_000], ['onsite_servers', 3_000, 2_500, 3_000]),
      '2026/27 should finish £1,500 over. E20A is £1,000 over and E20B is £500 over. One later year has a budget and fits it.'],
    ['no budget in the open year', plan(['connectivity', 12_000, null, 11_000]),
      '2026/27 should come to £12,000 and has no budget yet. 2027/28 is £1,000 over, all in E20A.'],
    ['money that no code has yet', { recurring: [yearly('connectivity', 12_000)], budgets: allotted({}, 13_060, 12_000, 11_000) },
      '2026/27 should finish £1,060 under. 2028/29 is £1,000 over. The budget of 2026/27 is not divided by code yet.'],
    ['part of it divided', { recurring: [yearly('connectivity', 12_000)], budgets: [...allotted({}, 500), ...allotted(revenue('connectivity'), 12_000)] },
      '2026/27 should finish £500 under. No later year has a budget yet. £500 of 2026/27 is not divided by code yet.'],
    ['items without a price', { ...plan(['connectivity', 12_000, 12_000]), assets: [kit({ quantity: 3, purchaseDate: '2022-12-01' })] },
      '2026/27 should finish exactly on budget. No later year has a budget yet. 3 items without a price are not in these figures.'],
    ['nothing but what has no price', { assets: [kit({ purchaseDate: '2022-12-01' })] },
      'What 2026/27 comes to is not known yet. No budget has been entered yet, so nothing can be over or under. 1 item without a price is not in these figures.'],
  ])('%s', (_, parts, sentence) => {
    expect(said(parts)).toBe(sentence);
  });

  it('speaks of revenue or capital alone where only that is shown', () => {
    const parts = { ...plan(['connectivity', 12_000, 13_000]) };
    expect(said(parts, { nature: 'revenue' })).toBe('Revenue spending in 2026/27 should finish £1,000 under. No later year has a budget yet.');
    const both = { ...parts, budgets: [...parts.budgets, ...allotted({ fundKey: 'dfc', ...capital('onsite_servers') }, 4_000)] };
    expect(said(both, { nature: 'capital' })).toBe('Capital spending in 2026/27 should finish £4,000 under. No later year has a budget yet.');
    expect(said({ ...parts, budgets: allotted({}, 13_000) }, { nature: 'revenue' }))
      .toBe('Revenue spending in 2026/27 should come to £12,000. The budget is not divided into revenue and capital, so what is over cannot be said of revenue alone.');
  });

  it('says that VAT is in it, where it is', () => {
    // £12,000 and a fifth is £14,400.
    expect(said(plan(['connectivity', 12_000, 14_000]), { vat: 'gross' })).toBe('With VAT, 2026/27 should finish £400 over. E20A is £400 over. No later year has a budget yet.');
    expect(said({ recurring: [yearly('connectivity', 12_000)] }, { vat: 'gross', nature: 'revenue' }))
      .toBe('With VAT, revenue spending in 2026/27 should come to £14,400. No budget has been entered yet, so nothing can be over or under.');
  });

  it('names funds where the rows are funds', () => {
    expect(said(plan(['connectivity', 12_000, 11_000]), { by: 'fund' })).toBe('2026/27 should finish £1,000 over. The delegated budget is £1,000 over. No later year has a budget yet.');
  });
});
