import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, firstMonthOf, isIsoDate, monthOf } from '../../planning/calendar.ts';
import { planContext } from '../../planning/context.ts';
import { forecast } from '../../planning/forecast.ts';
import { ledgerRows } from '../../planning/ledger.ts';
import { chargeIn, type Charge } from '../../planning/recurring.ts';
import { courseOf } from '../../planning/refresh/occurrences.ts';
import type { FinancialYear, Forecast, ForecastLine } from '../../planning/result.ts';
import { riseIn } from '../../planning/rises.ts';
import type { Asset, PlanSnapshot, RecurringCost } from '../../planning/snapshot.ts';
import { anyOptions, options, plan, SEED } from './arbitraries.ts';

const hold = <T extends unknown[]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, law: (...values: T) => void, numRuns = 300): void =>
  fc.assert(fc.property(fc.tuple(...arbitraries) as unknown as fc.Arbitrary<T>, (values) => law(...values)), { seed: SEED, numRuns });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const added = (rows: readonly (readonly number[])[], years: number): number[] =>
  Array.from({ length: years }, (_, year) => sum(rows.map((row) => row[year] ?? 0)));

/** Without orders that stand in for other rows, and costs that count them: those tie rows together on purpose. */
const single = (snapshot: PlanSnapshot): PlanSnapshot =>
  ({ ...snapshot, recurring: snapshot.recurring.filter(({ driver }) => driver !== 'per_device'), assets: snapshot.assets.map((asset) => ({ ...asset, succeedsAssetId: null })) });
/** No losses and no backlog spread over years: in those every row counts with the others of its kind. */
const bare = plan({ losses: false, backlog: false }).map(single);
/** What a year costs before what disposal brings in. */
const costsOf = ({ lines, totals }: Forecast): number[] =>
  totals.totalPence.map((pence, year) => pence - sum(lines.map((line) => (line.yearIndex === year ? Math.min(0, line.netPence ?? 0) : 0))));
const withAssets = (snapshot: PlanSnapshot, assets: readonly Asset[]): PlanSnapshot => ({ ...snapshot, assets });

describe('every way of adding up', () => {
  test('gives the same total: by category, code, chart group, ledger row, room, asset and line', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const result = forecast(snapshot, asked);
      const { totals } = result;
      const { rows, planned, already, toCome } = ledgerRows(snapshot, result);
      const byLine = added(result.lines.map((line) => result.years.map((_, year) => (line.yearIndex === year ? line.netPence ?? 0 : 0))), asked.years);
      expect(byLine).toEqual(totals.totalPence);
      for (const partition of [totals.byCategory, totals.byCode, totals.byChartGroup]) expect(added(Object.values(partition), asked.years)).toEqual(byLine);
      const pence = (row: { readonly cells: readonly { readonly pence: number }[] }): number[] => row.cells.map((cell) => cell.pence);
      expect(added(rows.map(pence), asked.years)).toEqual(byLine);
      for (const row of rows) {
        expect(added(row.children.map(pence), asked.years)).toEqual(pence(row));
        expect(row.total.pence).toBe(sum(pence(row)));
        for (const child of row.children.filter((each) => each.kind === 'room')) expect(added(child.children.map(pence), asked.years)).toEqual(pence(child));
      }
      expect(added(Object.values(totals.plannedByChartGroup), asked.years)).toEqual(totals.plannedPence);
      expect(totals.plannedPence).toEqual(totals.totalPence.map((each, year) => each + (totals.alreadyPence[year] ?? 0)));
      expect([planned.years, already.years, toCome.years]).toEqual([totals.plannedPence, totals.alreadyPence, totals.totalPence]);
      const replaced = added(Object.values(totals.quantityByCategory), asked.years);
      expect(added(rows.filter((row) => row.kind === 'kit').map((row) => row.cells.map((cell) => cell.quantity)), asked.years)).toEqual(replaced);
    });
  });

  test('counts each item once: in the forecast or out of it', () => {
    hold([plan(), options], (snapshot, asked) => {
      const result = forecast(snapshot, asked);
      expect(result.quantityForecast + sum(result.notInForecast.map((each) => each.quantity))).toBe(result.quantityRegister);
      expect(result.quantityRegister).toBe(sum(snapshot.assets.map((asset) => asset.quantity)));
    });
  });
});

describe('the register', () => {
  test('in two halves costs what it costs as a whole, category by category', () => {
    hold([bare, options, fc.nat(12)], (snapshot, asked, cut) => {
      const [whole, one, other] = [snapshot.assets, snapshot.assets.slice(0, cut), snapshot.assets.slice(cut)]
        .map((assets, index) => forecast({ ...withAssets(snapshot, assets), recurring: index === 2 ? [] : snapshot.recurring, needs: index === 2 ? [] : snapshot.needs }, asked));
      for (const key of Object.keys(whole?.totals.byCategory ?? {})) {
        expect(added([one?.totals.byCategory[key] ?? [], other?.totals.byCategory[key] ?? []], asked.years)).toEqual(whole?.totals.byCategory[key]);
      }
      expect(added([one?.totals.standStillPence ?? [], other?.totals.standStillPence ?? []], asked.years)).toEqual(whole?.totals.standStillPence);
    });
  });

  test('in another order, with other tags, gives the same totals to the byte', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const turned = snapshot.assets.map((asset, index) => ({ ...asset, tag: `T${index}` })).toReversed();
      expect(JSON.stringify(forecast(withAssets(snapshot, turned), asked).totals)).toBe(JSON.stringify(forecast(snapshot, asked).totals));
    });
  });

  test('with its groups written as single rows gives the same totals', () => {
    hold([plan({ losses: false }).map(single), options], (snapshot, asked) => {
      const few = snapshot.assets.map((asset) => ({ ...asset, quantity: Math.min(asset.quantity, 5) }));
      const policies = snapshot.policies.filter((policy) => policy.assetId === null);
      const ones = few.flatMap((asset) => Array.from({ length: asset.quantity }, (_, index) => ({ ...asset, id: asset.id * 100 + index, quantity: 1 })));
      const actions = snapshot.actions.flatMap((action) => Array.from({ length: 5 }, (_, index) => ({ ...action, assetId: action.assetId * 100 + index })));
      const grouped = forecast({ ...snapshot, assets: few, policies }, asked);
      const apart = forecast({ ...snapshot, assets: ones, policies, actions }, asked);
      expect(apart.totals).toEqual(grouped.totals);
      expect([apart.noPrice, apart.notInForecast, apart.overdueQuantity]).toEqual([grouped.noPrice, grouped.notInForecast, grouped.overdueQuantity]);
    });
  });

  test('with one asset more never costs less in any year, before what its disposal brings in', () => {
    hold([bare, options], (snapshot, asked) => {
      const [all, less] = [snapshot.assets, snapshot.assets.slice(1)].map((assets) => costsOf(forecast(withAssets(snapshot, assets), asked)));
      all?.forEach((pence, year) => expect(pence).toBeGreaterThanOrEqual(less?.[year] ?? 0));
    });
  });
});

describe('events', () => {
  test('lie between this month and the end of the plan, each in its own year, overdue exactly when due before this month', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const result = forecast(snapshot, asked);
      const windows = snapshot.policies.some((policy) => policy.purchaseMonths.length > 0);
      for (const line of result.lines) {
        const year = result.years[line.yearIndex];
        expect(monthOf(line.date)).toBe(line.month);
        expect(line.month).toBeGreaterThanOrEqual(monthOf(asked.asOf));
        expect(year !== undefined && year.start <= line.date && line.date <= year.end).toBe(true);
        expect(line.overdue).toBe(monthOf(line.due) < monthOf(asked.asOf));
        // A window of the policy brings a purchase forward, never back and never by a year.
        if (!line.overdue) {
          expect(line.due >= line.date && monthOf(line.due) - line.month < 12).toBe(true);
          if (!windows || !['replace', 'upgrade'].includes(line.kind)) expect(line.due).toBe(line.date);
        }
        if (line.netPence !== null) expect(line.netPence).toBe(line.quantity * (line.unitPence ?? 0));
      }
    });
  });

  test('of kit are as many as its lives fit between its first purchase and the end', () => {
    hold([plan(), options], (snapshot, asked) => {
      const context = planContext(snapshot, asked);
      const { lines } = forecast(snapshot, asked);
      const replaced = Map.groupBy(lines.filter((line) => line.kind === 'replace'), (line) => line.assetId);
      for (const asset of snapshot.assets) {
        const course = courseOf(context, asset);
        const found = replaced.get(asset.id) ?? [];
        if (course.standing === 'out' || course.quantity === 0) { expect(found).toEqual([]); continue; }
        const lawful = course.starts.flatMap(({ date, quantity }) => {
          const left = context.endMonth - monthOf(date);
          const law = course.everyMonths === null ? Math.min(1, Math.max(0, left)) : Math.max(0, Math.ceil(left / course.everyMonths));
          return Array.from({ length: law }, (_, n) => `${n} ${n === 0 && course.standing === 'in_service' ? course.due.date : addMonths(date, n * (course.everyMonths ?? 0))} ${quantity}`);
        });
        // A purchase due after the plan may be placed in it; all that are due in it are there.
        const due = found.filter((line) => line.overdue || monthOf(line.due) < context.endMonth);
        expect(due.map((line) => `${line.occurrence} ${line.due} ${line.quantity}`).sort()).toEqual(lawful.sort());
        const whole = course.standing === 'in_service' && course.leavesOn !== null ? 0 : course.quantity;
        expect(sum(course.starts.map(({ quantity }) => quantity))).toBe(whole);
      }
    });
  });

  test('never come sooner or more often when kit is kept longer', () => {
    hold([bare, options, fc.integer({ min: 1, max: 48 })], (snapshot, asked, more) => {
      const longer = { ...snapshot, policies: snapshot.policies.map((policy) => ({ ...policy, lifeMonths: policy.lifeMonths + more })) };
      const [short, long] = [snapshot, longer].map((each) => Map.groupBy(forecast(each, asked).lines.filter((line) => line.kind === 'replace'), (line) => line.assetId));
      for (const [assetId, after] of long ?? []) {
        const before = short?.get(assetId) ?? [];
        expect(after.length).toBeLessThanOrEqual(before.length);
        after.forEach((line, n) => expect(line.month).toBeGreaterThanOrEqual(before[n]?.month ?? Infinity));
      }
    });
  });
});

const short = (line: ForecastLine): string => JSON.stringify([line.kind, line.month, line.assetId, line.quantity, line.unitPence, line.netPence, line.overdue, line.occurrence]);

describe('time', () => {
  test('ten years cut to five are five years', () => {
    hold([plan(), options], (snapshot, { asOf }) => {
      const [ten, five] = [10, 5].map((years) => forecast(snapshot, { asOf, years }));
      expect(five?.totals.totalPence).toEqual(ten?.totals.totalPence.slice(0, 5));
      expect(five?.totals.standStillPence).toEqual(ten?.totals.standStillPence.slice(0, 5));
      expect(five?.lines).toEqual(ten?.lines.filter((line) => line.yearIndex < 5));
    });
  });

  test('moved by whole years, dates, rates, budgets and all, moves every result by as much', () => {
    hold([plan(), options, fc.integer({ min: 1, max: 8 })], (snapshot, asked, years) => {
      // Between 28 and 29 February lies a day that other years do not have.
      if (asked.asOf.endsWith('-02-28')) return;
      const moved = JSON.parse(JSON.stringify(snapshot), (key, value: unknown) => {
        if (isIsoDate(value)) return addMonths(value, 12 * years);
        return (key === 'year' || key === 'fromYear') && typeof value === 'number' ? value + years : value;
      }) as PlanSnapshot;
      const [before, after] = [forecast(snapshot, asked), forecast(moved, { ...asked, asOf: addMonths(asked.asOf, 12 * years) })];
      expect(after.totals).toEqual(before.totals);
      expect(after.years.map((year) => year.year - years)).toEqual(before.years.map((year) => year.year));
      expect(after.lines.map((line) => short({ ...line, month: line.month - 12 * years }))).toEqual(before.lines.map(short));
    });
  });

  test('in April and September years is one stream of events, cut in two ways', () => {
    hold([plan(), options], (snapshot, { asOf }) => {
      const [april, september] = [4, 9].map((yearStartMonth) => forecast(snapshot, { asOf, years: 8, yearStartMonth }));
      const shared = (result: typeof april): string[] => (result?.lines ?? [])
        .filter((line) => line.assetId !== null && line.month < firstMonthOf(april?.years[7]?.year ?? 0, 4) && line.month < firstMonthOf(september?.years[7]?.year ?? 0, 9))
        .map(short).sort();
      expect(shared(april)).toEqual(shared(september));
    });
  });

  test('charges running costs month by month, whatever years they are shown in', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const costs = { ...snapshot, assets: [], needs: [] };
      const context = planContext(costs, asked);
      const { totals, noPrice } = forecast(costs, asked);
      const byMonth = (cost: RecurringCost, year: FinancialYear): (Charge | null)[] => Array.from({ length: 12 }, (_, k) => chargeIn(context, cost, year.firstMonth + k));
      const all = snapshot.recurring.flatMap((cost) => context.years.flatMap((year) => byMonth(cost, year)));
      if (noPrice.length > 0 || all.some((charge) => charge !== null && charge.pence === null)) return;
      expect(totals.plannedPence).toEqual(context.years.map((year) => sum(snapshot.recurring.flatMap((cost) =>
        byMonth(cost, year).map((charge) => charge?.pence ?? 0)))));
    });
  });
});

describe('prices', () => {
  const unpricedRises = { defaultBp: 0, shipped: false, series: [] };

  test('that never rise are the price times the quantity, and double when it doubles', () => {
    hold([bare, options], (snapshot, asked) => {
      const needs = snapshot.needs.map((need) => ({ ...need, riseBp: 0, yearlyPence: 0 }));
      const flat = { ...snapshot, inflation: unpricedRises, recurring: [], needs };
      const priced = new Set([...snapshot.assets.flatMap((asset) => [asset.overridePence, asset.unitPaidPence]), ...snapshot.models.map((model) => model.unitPence),
        ...snapshot.policies.flatMap((policy) => [policy.unitPence, policy.upgrade?.unitPence ?? null, policy.disposalPence, policy.tradeInPence]),
        ...snapshot.actions.map((action) => action.yearlyPence), ...needs.map((need) => need.unitPence)]);
      const { lines, totals } = forecast(flat, asked);
      for (const line of lines) expect(priced.has(line.unitPence === null ? null : Math.abs(line.unitPence))).toBe(true);
      const halved = (pence: number | null): number | null => (pence === null ? null : Math.min(pence, 400_000_000));
      const scaled = (by: number): PlanSnapshot => JSON.parse(JSON.stringify(flat), (key, value: unknown) =>
        ['overridePence', 'unitPaidPence', 'unitPence', 'disposalPence', 'tradeInPence', 'yearlyPence'].includes(key) && typeof value === 'number' ? (halved(value) ?? 0) * by : value) as PlanSnapshot;
      const [one, two] = [1, 2].map((by) => forecast(scaled(by), asked).totals);
      expect(two?.totalPence).toEqual(one?.totalPence.map((pence) => pence * 2));
      expect(totals.totalPence).toHaveLength(asked.years);
    });
  });

  test('raised in one year change that year and later ones only', () => {
    hold([plan({ losses: false }), options, fc.nat(9), fc.integer({ min: 1, max: 800 })], (snapshot, asked, at, more) => {
      const before = forecast(snapshot, asked);
      const year = before.years[at % asked.years]?.year ?? 0;
      const rises = snapshot.inflation.series;
      const keys = [...new Set(snapshot.categories.map((category) => category.key))];
      const series = keys.map((categoryKey) => {
        const own = rises.find((each) => each.categoryKey === categoryKey);
        const bp = riseIn(snapshot.inflation, categoryKey, year);
        return { categoryKey, bp: own?.bp ?? null, steps: [...own?.steps.filter((step) => step.year !== year) ?? [], { year, bp: bp + more }] };
      });
      const after = forecast({ ...snapshot, inflation: { ...snapshot.inflation, series } }, asked);
      before.years.forEach((each, index) => {
        if (each.year < year) expect(after.totals.totalPence[index]).toBe(before.totals.totalPence[index]);
        else if (before.noPrice.length === 0 && after.noPrice.length === 0) expect(costsOf(after)[index]).toBeGreaterThanOrEqual(costsOf(before)[index] ?? 0);
      });
    });
  });
});

describe('VAT', () => {
  test('stands beside each line to the nearest penny, and of any lines together is within half a penny each of VAT on their sum', () => {
    hold([plan(), anyOptions(), fc.integer({ min: 0, max: 5_000 })], (snapshot, asked, vatBp) => {
      const lines = forecast({ ...snapshot, school: { ...snapshot.school, vatBp } }, asked).lines.filter(({ netPence }) => netPence !== null);
      for (const { netPence, vatPence } of lines) expect(Math.abs(2 * ((vatPence ?? NaN) * 10_000 - (netPence ?? NaN) * vatBp))).toBeLessThanOrEqual(10_000);
      const [net, vat] = [sum(lines.map((line) => line.netPence ?? 0)), sum(lines.map((line) => line.vatPence ?? 0))];
      expect(Math.abs(2 * (vat * 10_000 - net * vatBp))).toBeLessThanOrEqual(lines.length * 10_000);
    }, 150);
  });
});

describe('the same input', () => {
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
      Object.freeze(value);
      Object.values(value).forEach(frozen);
    }
    return value;
  };

  test('gives the same answer to the byte, and is left as it was', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const again = structuredClone({ ...snapshot });
      const first = JSON.stringify(forecast(frozen({ ...snapshot }), asked));
      expect(JSON.stringify(forecast(again, asked))).toBe(first);
      expect(JSON.parse(first)).toEqual(forecast(snapshot, asked)); // plain JSON, nothing lost on the way
    }, 150);
  });
});
