import { describe, expect, test } from 'vitest';
import { codeWithTitle, compareCodes, titleOfCode } from '../../../planning/budget/code-titles.ts';
import { accountsReturnCode, codeOf, placeOfCode, schemeOn } from '../../../planning/budget/codes.ts';
import { budgetMatrix } from '../../../planning/budget/matrix.ts';
import { financedRows } from '../../../planning/budget/memo.ts';
import { forecast } from '../../../planning/forecast.ts';
import { COST_CATEGORIES, type CodeScheme, type CostCategory, type SpendNature } from '../../../planning/vocabulary.ts';
import { AS_OF, cost, schoolOf } from '../fixtures.ts';
import { financeOf, laptops, moneyIn, placed, ruleOf, schoolWith } from './fixtures.ts';

const coded = (scheme: CodeScheme, costCategory: CostCategory, nature: SpendNature, year = 2026): string =>
  codeOf({ scheme, costCategory, nature, year }, [{ costCategory: 'laptops_desktops_tablets', nature: 'capital', lineNumber: '624' }]);

describe('a code', () => {
  test.each<[CostCategory, string, string]>([
    ['connectivity', 'E20A', 'CE04A'], ['onsite_servers', 'E20B', 'CE04B'], ['it_learning_resources', 'E20C', 'E20C'], ['admin_software', 'E20D', 'CE04C'],
    ['laptops_desktops_tablets', 'E20E', 'CE04D'], ['other_hardware', 'E20F', 'CE04E'], ['it_support', 'E20G', 'E20G'],
  ])('of %s is %s as revenue and %s as capital: the letters do not line up', (costCategory, revenue, capital) => {
    expect([coded('cfr', costCategory, 'revenue'), coded('cfr', costCategory, 'capital')]).toEqual([revenue, capital]);
    expect(placeOfCode(revenue)).toEqual({ costCategory, nature: 'revenue' });
  });

  test('was E20 or CE04 for all ICT until 2024-25', () => {
    for (const costCategory of COST_CATEGORIES) {
      expect([coded('cfr', costCategory, 'revenue', 2023), coded('cfr', costCategory, 'capital', 2023)]).toEqual(['E20', 'CE04']);
    }
    expect(coded('cfr', 'connectivity', 'revenue', 2024)).toBe('E20A');
  });

  test('of an academy is its category’s name, or the number that the school has filled in', () => {
    expect(coded('academy', 'connectivity', 'revenue', 2020)).toBe('BFR Connectivity');
    expect(coded('academy', 'connectivity', 'capital')).toBe('BFR Connectivity, capital');
    expect(coded('academy', 'laptops_desktops_tablets', 'capital')).toBe('BFR 624');
    expect(COST_CATEGORIES.map((costCategory) => accountsReturnCode(costCategory, 'revenue')))
      .toEqual(['BAE210', 'BAE210', 'BAE210', 'BAE280', 'BAE210', 'BAE210', 'BAE210']);
    expect(accountsReturnCode('connectivity', 'capital')).toBeNull();
  });

  test('has one title everywhere', () => {
    const lines = [{ costCategory: 'laptops_desktops_tablets', nature: 'capital', lineNumber: '624' }] as const;
    expect(['E20E', 'CE04D', 'E20', 'E09', 'e28a', 'CI04', 'BAE280'].map((code) => titleOfCode(code))).toEqual([
      'Laptops, desktops and tablets', 'Laptops, desktops and tablets, capital', 'ICT learning resources', 'Development and training',
      'Bought-in professional services, other', 'Direct revenue financing, capital income', 'Administrative supplies',
    ]);
    expect(codeWithTitle('BFR 624', lines)).toBe('BFR 624 Laptops, desktops and tablets, capital');
    expect(codeWithTitle('BFR Connectivity', lines)).toBe('BFR Connectivity');
    expect([titleOfCode('E20H'), titleOfCode('CE04F'), titleOfCode('BFR 999'), titleOfCode('constructor'), codeWithTitle('5512')]).toEqual([null, null, null, null, '5512']);
  });

  test('stands in lists as revenue before capital, in the order of the categories', () => {
    expect(['CE04D', 'E30', 'E20F', 'CE04', 'BFR Connectivity', 'E20', 'CE04A', 'E20A', 'E09'].sort(compareCodes()))
      .toEqual(['E20', 'BFR Connectivity', 'E20A', 'E20F', 'CE04', 'CE04A', 'CE04D', 'E09', 'E30']);
  });
});

describe('a school that becomes an academy in the middle of its plan', () => {
  const conversion = { on: '2027-09-01', type: 'academy', yearStartMonth: 9 } as const;

  test('codes each line as it accounts on that day', () => {
    const snapshot = schoolWith({
      finance: financeOf({ profile: { conversion } }),
      assets: [laptops(1, { purchaseDate: '2023-08-31' }), laptops(1, { purchaseDate: '2023-09-01' })], // due 31 August and 1 September 2027
    });
    expect(placed(snapshot)).toEqual(['1 delegated E20E 40000', '1 delegated BFR Laptops, desktops and tablets 40000']);
    expect([schemeOn(snapshot, '2027-08-31'), schemeOn(snapshot, '2027-09-01')]).toEqual(['cfr', 'academy']);
  });

  test('is coded by its own choice where it has made one', () => {
    expect(schemeOn({ ...schoolOf(), finance: financeOf({ profile: { codeScheme: 'academy' } }) }, AS_OF)).toBe('academy');
  });
});

describe('what revenue pays towards capital', () => {
  const rules = { capitalRules: [ruleOf({ thresholdPence: 100_000 })] };
  const memo = (snapshot: ReturnType<typeof schoolWith>) => {
    const plan = forecast(snapshot, { asOf: AS_OF, years: 2 });
    return { rows: financedRows(snapshot, budgetMatrix(snapshot, plan, { nature: 'all', vat: 'net', by: 'code' })), plan };
  };

  test('stands once more under E30 and its mirror CI04, and in no total', () => {
    // 3 × £400 = £1,200, over £1,000: CE04D. The broadband is revenue.
    const { rows, plan } = memo(schoolWith({ finance: financeOf(rules), assets: [laptops(3)], recurring: [cost({ amountPence: 50_000, start: '2027-04-01' })] }));
    expect(rows).toEqual([
      { code: 'E30', name: 'E30 Direct revenue financing', pence: [0, 120_000] },
      { code: 'CI04', name: 'CI04 Direct revenue financing, capital income', pence: [0, 120_000] },
    ]);
    expect(plan.totals.byCode).toEqual({ E20A: [0, 50_000], CE04D: [0, 120_000] });
    expect(plan.totals.plannedPence).toEqual([0, 170_000]);
  });

  test('is nothing where a capital fund or a lease pays', () => {
    expect(memo(schoolWith({ assets: [laptops(3)], budgets: [moneyIn('dfc', 500_000)] }, 'dfc')).rows).toEqual([]);
    expect(memo(schoolWith({ finance: financeOf(rules), assets: [laptops(3)] }, 'lease')).rows).toEqual([]);
  });

  test('is one row of an academy', () => {
    const { rows } = memo(schoolWith({ finance: financeOf({ ...rules, profile: { codeScheme: 'academy' } }), assets: [laptops(3)] }));
    expect(rows).toEqual([{ code: 'BAE290', name: 'BAE290 Direct revenue financing', pence: [0, 120_000] }]);
  });
});
