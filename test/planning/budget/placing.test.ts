import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocations, fundMoney } from '../../../planning/budget/allocation.ts';
import { budgetEntries } from '../../../planning/budget/entries.ts';
import { USUAL_PROFILE } from '../../../planning/budget/finance.ts';
import { fundNamed } from '../../../planning/budget/fund.ts';
import { financialYearOfMonth } from '../../../planning/calendar.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Forecast, ForecastLine } from '../../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, cost, kit } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';
import { financeOf, fundsWith, laptops, moneyIn, placed, ruleOf, schoolWith } from './fixtures.ts';

const asked = { asOf: AS_OF, years: 5 };
const hold = (kind: Parameters<typeof moneyPlan>[0], law: (snapshot: PlanSnapshot) => void, numRuns = 100): void =>
  fc.assert(fc.property(moneyPlan(kind), law), { seed: SEED, numRuns });

/** What is planned by year, fund and code. */
function sums(snapshot: PlanSnapshot, plan: Forecast): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { yearIndex, paidFrom, code, netPence } of budgetEntries(snapshot, plan)) {
    const key = `${yearIndex} ${paidFrom} ${code}`;
    found[key] = (found[key] ?? 0) + (netPence ?? 0);
  }
  return Object.fromEntries(Object.entries(found).filter(([, pence]) => pence !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rows whose sums do not hang on which row they are: no orders for kit in use, no policy or decision of one row alone. */
const anonymous = (snapshot: PlanSnapshot): PlanSnapshot => ({
  ...snapshot, policies: snapshot.policies.filter(({ assetId }) => assetId === null), assets: snapshot.assets.map((asset) => ({ ...asset, succeedsAssetId: null })),
});

describe('money placed under funds and codes', () => {
  test('adds up: over the codes, over the funds and over the lines to the total of every year', () => {
    hold({}, (snapshot) => {
      const plan = forecast(snapshot, asked);
      const of = sums(snapshot, plan);
      plan.years.forEach((_, year) => {
        const all = Object.entries(of).filter(([key]) => key.startsWith(`${year} `));
        expect(all.reduce((sum, [, pence]) => sum + pence, 0)).toBe(plan.totals.plannedPence[year]);
        expect(Object.values(plan.totals.byCode).reduce((sum, row) => sum + (row[year] ?? 0), 0)).toBe(plan.totals.totalPence[year]);
      });
    });
  });

  test('stays where it is when a row of many becomes rows of one, and when the rows change places', () => {
    hold({ decided: false, losses: false, backlog: false }, (made) => {
      const snapshot = anonymous(made);
      const said = sums(snapshot, forecast(snapshot, asked));
      const single = snapshot.assets.flatMap((asset): Asset[] => Array.from({ length: asset.quantity }, (_, item) => ({ ...asset, id: asset.id * 1_000 + item, quantity: 1 })));
      expect(sums({ ...snapshot, assets: single }, forecast({ ...snapshot, assets: single }, asked))).toEqual(said);
      const back = snapshot.assets.toReversed();
      expect(sums({ ...snapshot, assets: back }, forecast({ ...snapshot, assets: back }, asked))).toEqual(said);
    }, 150);
  });

  test('is the same whatever kit is called and wherever it stands', () => {
    hold({}, (snapshot) => {
      const told = (lines: readonly ForecastLine[]): unknown => lines.map(({ paidFrom, fundReason, nature, natureReason, comparedPence, code }) => [paidFrom, fundReason, nature, natureReason, comparedPence, code]);
      const elsewhere = { ...snapshot, assets: snapshot.assets.map((asset) => ({ ...asset, tag: 'A1', description: 'Something', locationId: 2, departmentId: 1, supplierId: null, notes: 'Moved' })) };
      expect(told(forecast(elsewhere, asked).lines)).toEqual(told(forecast(snapshot, asked).lines));
    });
  });

  test('never costs a fund that stops at its allocation more than it has', () => {
    hold({}, (snapshot) => {
      const plan = forecast(snapshot, asked);
      const moneyOf = fundMoney(snapshot);
      const own = (vatPence: number | null): number => (snapshot.finance.profile.vatRecoverable ? 0 : vatPence ?? 0);
      const yearOf = (month: number): number => financialYearOfMonth(month, snapshot.school.yearStartMonth);
      const paid = Map.groupBy(plan.lines.filter(({ netPence }) => netPence !== null && netPence > 0), ({ month, paidFrom }) => `${yearOf(month)}/${paidFrom}`);
      for (const [key, lines] of paid) {
        const [year = '', fundKey = ''] = key.split('/');
        const fund = fundNamed(snapshot.funds, fundKey);
        const has = moneyOf(Number(year), fundKey);
        if (!fund.stopsAtAllocation || fund.usual || has === null) continue;
        const gone = plan.spent.reduce((sum, spent) => sum + (spent.paidFrom === fundKey && yearOf(spent.month) === Number(year) ? spent.pence + own(spent.vatPence) : 0), 0);
        expect(lines.reduce((sum, { netPence, vatPence }) => sum + (netPence ?? 0) + own(vatPence), 0)).toBeLessThanOrEqual(Math.max(0, has - gone));
      }
    }, 200);
  });

  test('splits a line into whole items whose amounts and VAT are the line’s, and never a running cost', () => {
    hold({}, (snapshot) => {
      const nobody = { ...snapshot, funds: snapshot.funds.map((fund) => ({ ...fund, stopsAtAllocation: false })) };
      const whole = forecast(nobody, asked).lines;
      const lines = forecast(snapshot, asked).lines;
      let at = 0;
      for (const line of whole) {
        const parts: ForecastLine[] = [];
        while (parts.reduce((sum, { quantity }) => sum + quantity, 0) < line.quantity) parts.push(lines[at++]!);
        const sum = (figure: (each: ForecastLine) => number | null): number => parts.reduce((total, each) => total + (figure(each) ?? 0), 0);
        expect([sum(({ quantity }) => quantity), sum(({ netPence }) => netPence), sum(({ vatPence }) => vatPence)]).toEqual([line.quantity, line.netPence ?? 0, line.vatPence ?? 0]);
        expect(parts.length).toBeLessThanOrEqual(line.kind === 'recurring' || line.kind === 'consumable' ? 1 : 2);
        expect(parts.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0)).toBe(true);
      }
      expect(at).toBe(lines.length);
    });
  });

  test('is not changed in sum by virements, which move a year’s budget and no cost', () => {
    hold({}, (snapshot) => {
      const without = { ...snapshot, finance: { ...snapshot.finance, virements: [] } };
      const byYear = (of: PlanSnapshot): Record<string, number> => {
        const found: Record<string, number> = {};
        for (const { year, pence } of allocations(of)) found[year] = (found[year] ?? 0) + pence;
        return Object.fromEntries(Object.entries(found).filter(([, pence]) => pence !== 0));
      };
      expect(byYear(snapshot)).toEqual(byYear(without));
      const [moved, stayed] = [forecast(snapshot, asked).totals, forecast(without, asked).totals];
      expect([moved.totalPence, moved.plannedPence, moved.budgetPence]).toEqual([stayed.totalPence, stayed.plannedPence, stayed.budgetPence]);
    }, 60);
  });
});

describe('a fund that stops at its allocation', () => {
  test('pays what is ordered first, then what comes first, then the dearer', () => {
    const order = { status: 'ordered', purchaseDate: '2027-12-20', fundKey: 'grant' } as const;
    const snapshot = schoolWith({
      assets: [laptops(2), laptops(1, order), kit({ categoryKey: 'laptop', purchaseDate: '2023-12-12', overridePence: 60_000, overridePriceDate: '2026-04-01' })],
      budgets: [moneyIn('grant', 130_000)],
    }, 'grant');
    // £1,300: the order (£400), then of what is due on 12 December 2027 the dearer (£600); £300 is left, too little for a laptop at £400. With £1,400 there is £400.
    expect(placed(snapshot)).toEqual(['2 delegated E20E 80000', '1 grant E20E 40000', '1 grant E20E 60000']);
    expect(placed({ ...snapshot, budgets: [moneyIn('grant', 140_000)] })).toEqual(['1 grant E20E 40000', '1 delegated E20E 40000', '1 grant E20E 40000', '1 grant E20E 60000']);
  });

  test('pays a running cost whole or not at all', () => {
    const monthly = cost({ amountPence: 10_000, period: 'monthly', start: '2026-04-01', autoRenews: true, riseBp: 0, priceDate: '2026-04-01', fundKey: 'grant' });
    const of = (pence: number): string[] => placed(schoolWith({ recurring: [monthly], budgets: [moneyIn('grant', pence)] })).slice(1);
    expect(of(120_000)).toEqual(['1 grant E20A 120000']); // 12 × £100
    expect(of(119_999)).toEqual(['1 delegated E20A 120000']);
  });

  test('pays the VAT too where that does not come back', () => {
    const finance = financeOf({ profile: { ...USUAL_PROFILE, vatRecoverable: false } });
    const of = (pence: number): string[] => placed(schoolWith({ assets: [laptops(3)], budgets: [moneyIn('grant', pence)], finance }, 'grant'));
    // 2 × £400 and 20% of it: £960.
    expect(of(96_000)).toEqual(['2 grant E20E 80000', '1 delegated E20E 40000']);
    expect(of(95_999)).toEqual(['1 grant E20E 40000', '2 delegated E20E 80000']);
  });

  test('keeps what has no price, and pays for everything while nobody has said how much it has', () => {
    const unpriced = schoolWith({ assets: [kit({ purchaseDate: '2023-12-12', quantity: 3 })], budgets: [moneyIn('grant', 0)] }, 'grant');
    expect(placed({ ...unpriced, policies: unpriced.policies.map((policy) => ({ ...policy, unitPence: null })) })).toEqual(['3 grant E20E null']);
    expect(placed(schoolWith({ assets: [laptops(3)], budgets: [moneyIn('grant', 0, 2026)] }, 'grant'))).toEqual(['3 grant E20E 120000']);
  });

  test('goes by the budget after the virements that were agreed', () => {
    const place = (fundKey: string) => ({ fundKey, costCategory: null, nature: null });
    const virement = { id: 1, year: 2027, from: place('delegated'), to: place('grant'), pence: 40_000, reason: 'One more', askedBy: 'IT', askedOn: '2026-10-01', agreedBy: null, agreedOn: null };
    const snapshot = schoolWith({ assets: [laptops(2)], budgets: [moneyIn('grant', 40_000), moneyIn('delegated', 90_000)] }, 'grant');
    const withIt = (agreedOn: string | null): PlanSnapshot => ({ ...snapshot, finance: financeOf({ virements: [{ ...virement, agreedOn }] }) });
    expect(placed(withIt(null))).toEqual(['1 grant E20E 40000', '1 delegated E20E 40000']);
    expect(placed(withIt('2026-10-02'))).toEqual(['2 grant E20E 80000']);
  });

  test('is held against what is bought together from it alone', () => {
    // 5 × £400: three from the grant, £1,200, and two from the delegated budget, £800. Only the first reaches £1,000.
    const snapshot = schoolWith({ assets: [laptops(5)], budgets: [moneyIn('grant', 120_000)], finance: financeOf({ capitalRules: [ruleOf({ thresholdPence: 100_000 })] }) }, 'grant');
    expect(placed(snapshot)).toEqual(['3 grant CE04D 120000', '2 delegated E20E 80000']);
    expect(placed({ ...snapshot, funds: fundsWith('grant', { stopsAtAllocation: false }) })).toEqual(['5 grant CE04D 200000']);
  });
});
