import { describe, expect, test } from 'vitest';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, cost, kit, policiesWith } from '../fixtures.ts';
import { financeOf, fundsWith, laptops, moneyIn, placed, placesTold, ruleOf, schoolWith } from './fixtures.ts';

const funds = (snapshot: PlanSnapshot): string[] => placesTold(snapshot).map(([fund = '']) => fund);
const codes = (snapshot: PlanSnapshot): string[] => placesTold(snapshot).map(([, code = '']) => code.replace(/^[^.]*\. /u, ''));

describe('why a fund pays', () => {
  test('because none is named, or because the policy, the agreement or the order names it', () => {
    expect(funds(schoolWith({ assets: [laptops(1)] }))).toEqual(['Paid from delegated budget, the usual fund: none is named for it.']);
    expect(funds(schoolWith({ assets: [laptops(1)] }, 'pupil_premium'))).toEqual(['Paid from pupil premium, the fund that the policy names.']);
    expect(funds(schoolWith({ recurring: [cost({ start: '2027-05-01', fundKey: 'trust_central' })] }))).toEqual(['Paid from trust central, the fund that the agreement names.']);
    const order = { id: 7, number: '5102', supplierId: null, orderedOn: '2026-11-01', expectedOn: null, fundKey: 'grant', notes: null };
    const line = { id: 9, orderId: 7, description: 'Laptops', categoryKey: 'laptop', modelId: null, quantity: 1, plannedUnitPence: null, unitPence: 40_000, code: null };
    expect(funds(schoolWith({ orders: [order], orderLines: [line], assets: [laptops(1, { status: 'ordered', purchaseDate: '2027-01-10', orderLineId: 9 })] })).slice(0, 1))
      .toEqual(['Paid from grant, the fund that order 5102 names.']);
  });

  test('because the named one has ended', () => {
    const snapshot = schoolWith({ assets: [laptops(1)], funds: fundsWith('grant', { name: 'Wi-Fi grant', endsOn: '2027-12-11' }) }, 'grant');
    expect(funds(snapshot)).toEqual(['Paid from delegated budget: the policy names Wi-Fi grant, which ended on 11 December 2027.']);
    expect(placed({ ...snapshot, funds: fundsWith('grant', { endsOn: '2027-12-12' }) })).toEqual(['1 grant E20E 40000']); // it pays on its last day
  });

  test.each([
    ['dfc', { categoryKey: 'software', costCategory: 'it_learning_resources' as const }, 'Devolved formula capital pays for capital alone, and software has no capital code.'],
    ['dfc', { categoryKey: 'software', costCategory: 'admin_software' as const }, 'Devolved formula capital does not pay for software.'],
    ['dfc', { categoryKey: 'support_contract', costCategory: 'it_support' as const }, 'Devolved formula capital pays for capital alone, and IT support has no capital code.'],
    ['dfc', { costCategory: 'connectivity' as const }, 'Devolved formula capital pays for capital alone, and that is revenue.'],
  ])('because %s may not pay for %o', (fundKey, parts, reason) => {
    expect(funds(schoolWith({ recurring: [cost({ start: '2027-05-01', fundKey, ...parts })] })))
      .toEqual([`Paid from delegated budget: the agreement names devolved formula capital. ${reason}`]);
  });

  test('because the named one is used up, with how much it had and what comes first', () => {
    // £1,500 less £300 spent is £1,200: 3 × £400. Servers at £5,000 come after, in the same month.
    const snapshot = schoolWith({
      assets: [laptops(4), kit({ purchaseDate: '2027-04-02', fundKey: 'pupil_premium', categoryKey: 'visualiser', unitPaidPence: 30_000 })],
      budgets: [moneyIn('pupil_premium', 150_000)],
    }, 'pupil_premium');
    const asked = { asOf: '2027-05-01', years: 1 };
    expect(placed(snapshot, asked)).toEqual(['3 pupil_premium E20E 120000', '1 delegated E20E 40000']);
    expect(placesTold(snapshot, asked)[1]?.[0]).toBe('Paid from delegated budget: the policy names pupil premium. Of the £1,500 that it has in 2027/28, £300 is spent and '
      + '3 laptops (£1,200) come first, and nothing is left.');
    const none = schoolWith({ assets: [laptops(4)], budgets: [moneyIn('pupil_premium', 0)] }, 'pupil_premium');
    expect(funds(none)).toEqual(['Paid from delegated budget: the policy names pupil premium. That has nothing in 2027/28.']);
  });
});

describe('why something is revenue or capital', () => {
  const capitalRules = [ruleOf({ source: 'LA scheme for financing schools, 1 April 2026' })];

  test('by the price of an item, or of what is bought together, and the threshold of that year', () => {
    const per = (basis: 'item' | 'order', quantity: number) => schoolWith({ finance: financeOf({ capitalRules: [ruleOf({ basis })] }), assets: [laptops(quantity)] });
    expect(codes(per('item', 10))).toEqual(['Revenue, because one at £400 is below the threshold of £2,000 for an item, which holds from 2026/27.']);
    // 4 × £400 = £1,600; 5 × £400 = £2,000, which reaches it.
    expect(codes(per('order', 4))).toEqual(['Revenue, because the £1,600 bought together in 2027/28 is below the threshold of £2,000 for what is bought together, which holds from 2026/27.']);
    expect(codes(per('order', 5))).toEqual(['Capital, because the £2,000 bought together in 2027/28 is at or over the threshold of £2,000 for what is bought together, which holds from 2026/27. '
      + 'Revenue pays for it, so the sum stands beside the totals once more, under E30 and its mirror CI04.']);
    expect(codes(schoolWith({ finance: financeOf({ capitalRules }), assets: [laptops(1)] }))[0]).toMatch(/from 2026\/27 \(LA scheme for financing schools, 1 April 2026\)\.$/);
  });

  test('by the rule of its own year and not by one that comes later', () => {
    const snapshot = schoolWith({ finance: financeOf({ capitalRules: [ruleOf({ fromYear: 2028, thresholdPence: 1 })] }), assets: [laptops(1)] });
    expect(codes(snapshot)).toEqual(['Revenue, because no capital threshold is set for 2027/28.']);
    expect(placed(schoolWith({ finance: financeOf({ capitalRules: [ruleOf({ fromYear: 2024, thresholdPence: 1 }), ruleOf({ fromYear: 2027, thresholdPence: 99_999_999 })] }), assets: [laptops(1)] })))
      .toEqual(['1 delegated E20E 40000']);
  });

  test('because its fund pays for one of them alone', () => {
    expect(codes(schoolWith({ assets: [laptops(1)] }, 'dfc'))).toEqual(['Capital, because devolved formula capital pays for capital alone.']);
    expect(codes(schoolWith({ assets: [laptops(1)], funds: fundsWith('grant', { paysFor: 'revenue' }), finance: financeOf({ capitalRules: [ruleOf({ thresholdPence: 1 })] }) }, 'grant')))
      .toEqual(['Revenue, because grant pays for revenue alone.']);
  });

  test('because it never is capital', () => {
    const capital = { finance: financeOf({ capitalRules: [ruleOf({ thresholdPence: 1 })] }) };
    expect(codes(schoolWith({ ...capital, recurring: [cost({ start: '2027-05-01' })] }))).toEqual(['Revenue, because it is paid again and again.']);
    expect(codes(schoolWith({ ...capital, recurring: [cost({ start: '2027-05-01', costCategory: 'it_support' })] }))).toEqual(['Revenue, because IT support has no capital code.']);
  });

  test('because an order was placed under a code, or the school chose', () => {
    const order = { id: 7, number: '5102', supplierId: null, orderedOn: '2026-11-01', expectedOn: null, fundKey: null, notes: null };
    const line = { id: 9, orderId: 7, description: 'Laptops', categoryKey: 'laptop', modelId: null, quantity: 1, plannedUnitPence: null, unitPence: 40_000, code: 'CE04D' };
    const ordered = schoolWith({ orders: [order], orderLines: [line], assets: [laptops(1, { status: 'ordered', purchaseDate: '2027-01-10', orderLineId: 9 })] });
    expect(codes(ordered)[0]).toMatch(/^Capital, because order 5102 was placed under CE04D and keeps it\./);
    // A code of another category, or of the school's own, says nothing.
    for (const code of ['CE04A', '5512']) expect(codes({ ...ordered, orderLines: [{ ...line, code }] })[0]).toMatch(/no capital threshold/);
    const choice = { year: 2027, costCategory: 'laptops_desktops_tablets' as const, fundKey: 'delegated', nature: 'capital' as const, reason: 'A new suite' };
    const chosen = schoolWith({ assets: [laptops(1)], finance: financeOf({ capitalRules: [ruleOf({ basis: 'ask' })], capitalChoices: [choice] }) });
    expect(codes(chosen)[0]).toMatch(/^Capital, because the school chose so for 2027\/28: A new suite\./);
    expect(codes(schoolWith({ assets: [laptops(1)], finance: financeOf({ capitalRules: [ruleOf()], capitalChoices: [choice] }) }))[0]).toMatch(/^Revenue, because the £400 bought together/);
  });

  test('and says the line of the accounts return of an academy', () => {
    expect(codes(schoolWith({ assets: [laptops(1)], finance: financeOf({ profile: { codeScheme: 'academy' } }) })))
      .toEqual(['Revenue, because no capital threshold is set for 2027/28. In the accounts return that is BAE210.']);
  });

  test('an order is one thing, however much of it has come', () => {
    const order = { id: 7, number: '5102', supplierId: null, orderedOn: '2026-10-01', expectedOn: null, fundKey: null, notes: null };
    const line = { id: 9, orderId: 7, description: 'Laptops', categoryKey: 'laptop', modelId: null, quantity: 6, plannedUnitPence: null, unitPence: 40_000, code: null };
    const row = { orderLineId: 9, fundKey: null, unitPaidPence: 40_000 };
    const snapshot = schoolWith({
      orders: [order], orderLines: [line], finance: financeOf({ capitalRules: [ruleOf()] }), policies: policiesWith('laptop', { lifeMonths: 48 }),
      assets: [laptops(3, { ...row, purchaseDate: '2026-11-05' }), laptops(3, { ...row, status: 'ordered', purchaseDate: '2027-01-10' })],
    });
    // 3 × £400 are here and 3 × £400 are to come: £2,400 together.
    expect(placed(snapshot, { asOf: AS_OF, years: 1 })).toEqual(['3 delegated CE04D 120000']);
  });
});
