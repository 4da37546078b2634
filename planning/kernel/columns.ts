import { monthOf } from '../calendar.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { replacementBasis, upgradeBasis, type Ppm, type PriceBasis } from '../price.ts';
import { otherLimit, serviceDate } from '../refresh/due.ts';
import { pendingUpgrade, upgradeOf, type Course } from '../refresh/occurrences.ts';
import type { Asset, RefreshPolicy } from '../snapshot.ts';
import type { MonthIndex, Pence } from '../vocabulary.ts';

/** A month that no plan reaches: stands for "unknown" and "does not bind", and stays far after any life is added. */
export const FAR: MonthIndex = 1 << 28;

/** Rows that share a policy, a category and a standing: what varies from row to row is in the columns. */
export type Slot = {
  readonly policy: RefreshPolicy;
  readonly categoryKey: string;
  /** Position of the category in the cells. */
  readonly leaf: number;
  /** Planned and ordered kit: its own purchase is counted apart, the chain starts one life after it. */
  readonly onTheWay: boolean;
  /** Rows from `start` have no limit but their life and stand in the order of their months in service. */
  readonly start: number;
  /** Rows from here to `end` have other limits, in any order. */
  readonly limited: number;
  readonly end: number;
  /** Months from one replacement to the next; null for kit that is run until it fails. */
  readonly chained: boolean;
  /** Age of the mid-life upgrade in months; 0 for none. */
  readonly upgradeAt: number;
  /** Its price in each year of prices; 0 where it has none. */
  readonly upgradePence: Float64Array;
};

/** One number a row, sorted by slot. Together they hold all that a policy slider does not change. */
export type Columns = {
  /** Month in service where the life binds; FAR where it does not, is not known, or another date decides. */
  readonly service: Int32Array;
  /** Earliest month of every other limit, or the month set by hand; FAR for none. */
  readonly limit: Int32Array;
  /** Whole numbers all the same: held as doubles because they multiply doubles, and converting costs half the loop. */
  readonly quantity: Float64Array;
  /** Price of one; 0 where there is none. */
  readonly unitPence: Float64Array;
  /** Where the row's indexes begin in the table. */
  readonly indexRow: Int32Array;
  /** Month in which the kit that is there now reaches its upgrade; FAR for none to come. */
  readonly upgradeMonth: Int32Array;
  readonly upgradeQuantity: Int32Array;
};

/** Index tables in parts per million: one row for each (rises, year of the price), one column for each year of prices. */
export type IndexTable = { readonly values: Float64Array; readonly years: number };

/** What one register row puts into the columns. */
export type ColumnRow = {
  readonly service: number;
  readonly limit: number;
  readonly quantity: number;
  readonly unitPence: number;
  readonly indexRow: number;
  readonly upgradeMonth: number;
  readonly upgradeQuantity: number;
};

/** Rows with no limit but their life first, by month in service; the others after them. */
export function inSlotOrder(rows: readonly ColumnRow[]): { readonly rows: readonly ColumnRow[]; readonly limited: number } {
  const byLife = rows.filter((row) => row.limit === FAR);
  return {
    rows: [...byLife.sort((a, b) => a.service - b.service), ...rows.filter((row) => row.limit !== FAR)],
    limited: byLife.length,
  };
}

/** Rows written out as columns. */
export function columnsOf(rows: readonly ColumnRow[]): Columns {
  const size = rows.length;
  const columns = {
    service: new Int32Array(size), limit: new Int32Array(size), quantity: new Float64Array(size), unitPence: new Float64Array(size),
    indexRow: new Int32Array(size), upgradeMonth: new Int32Array(size), upgradeQuantity: new Int32Array(size),
  };
  for (const [index, row] of rows.entries()) {
    columns.service[index] = row.service;
    columns.limit[index] = row.limit;
    columns.quantity[index] = row.quantity;
    columns.unitPence[index] = row.unitPence;
    columns.indexRow[index] = row.indexRow;
    columns.upgradeMonth[index] = row.upgradeMonth;
    columns.upgradeQuantity[index] = row.upgradeQuantity;
  }
  return columns;
}

/** Collects index rows while a snapshot is compiled; equal ones are kept once. */
export function indexRows(context: PlanContext): { rowOf: (basis: PriceBasis | null, categoryKey: string) => number; table: () => IndexTable } {
  const first = priceYearOf(context, context.firstMonth);
  const years = priceYearOf(context, context.endMonth - 1) - first + 1;
  const rows = new Map<string, number>();
  const values: (Ppm | null)[] = [];
  return {
    rowOf: (basis, categoryKey) => {
      const series = context.prices.seriesFor(categoryKey);
      const key = basis === null ? 'none' : basis.fixed ? 'fixed' : `${basis.priceYear}/${series.key}`;
      const found = rows.get(key);
      if (found !== undefined) return found;
      const row = values.length;
      rows.set(key, row);
      for (let year = first; year < first + years; year++) {
        values.push(basis === null ? 0 : basis.fixed ? 1_000_000 : context.prices.index(series, basis.priceYear, year));
      }
      return row;
    },
    // An index that cannot be counted with makes the price unknown, which adds nothing.
    table: () => ({ values: Float64Array.from(values, (ppm) => ppm ?? 0), years }),
  };
}

/** Reads one row's course into numbers. */
export function columnRow(
  context: PlanContext, asset: Asset, course: Exclude<Course, { standing: 'out' }>,
  rowOf: (basis: PriceBasis | null, categoryKey: string) => number,
): ColumnRow {
  const basis = replacementBasis(asset, course.model, course.policy, context.asOf, context.schoolStartMonth);
  const price = { unitPence: basis?.unitPence ?? 0, indexRow: rowOf(basis, asset.categoryKey), quantity: course.quantity };
  if (course.standing === 'on_the_way') {
    return { ...price, service: FAR, limit: monthOf(course.firstDate), upgradeMonth: FAR, upgradeQuantity: 0 };
  }
  const upgrade = upgradeOf(course.policy);
  const pending = upgrade === null ? null : pendingUpgrade(asset, course, upgrade);
  const own = pending === null || pending.month < context.asOfMonth ? null : pending;
  return { ...price, ...limitsOf(asset, course), upgradeMonth: own?.month ?? FAR, upgradeQuantity: own?.quantity ?? 0 };
}

function limitsOf(asset: Asset, course: Extract<Course, { standing: 'in_service' }>): { service: MonthIndex; limit: MonthIndex } {
  const { due, policy, model } = course;
  if (due.factor === 'manual' || due.keptEarlierLife) return { service: FAR, limit: monthOf(due.date) };
  const limit = otherLimit(asset, policy, model);
  const since = policy.binding.includes('policy_life') ? serviceDate(asset) : null;
  return { service: since === null ? FAR : monthOf(since), limit: limit === null ? FAR : monthOf(limit) };
}

/** The upgrade's price in each year of prices. */
export function upgradePrices(context: PlanContext, policy: RefreshPolicy, categoryKey: string, years: number): Float64Array {
  const upgrade = upgradeOf(policy);
  const basis = upgrade === null ? null : upgradeBasis(upgrade, policy, context.asOf, context.schoolStartMonth);
  const series = context.prices.seriesFor(categoryKey);
  const first = priceYearOf(context, context.firstMonth);
  return Float64Array.from({ length: years }, (_, year): Pence =>
    (basis === null ? null : context.prices.priceIn(basis, series, first + year)) ?? 0);
}
