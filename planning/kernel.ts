import { planContext, priceYearOf, yearIndexOf, type ForecastOptions, type PlanContext } from './context.ts';
import {
  columnsOf, indexRows, inSlotOrder, upgradePrices, type ColumnRow, type Columns, type IndexTable, type Slot,
} from './kernel/columns.ts';
import { gather, type Constants } from './kernel/gather.ts';
import { upgradeOf } from './refresh/occurrences.ts';
import type { PlanSnapshot } from './snapshot.ts';
import type { MonthIndex } from './vocabulary.ts';

/*
 * The same totals as `forecast`, from numbers in flat arrays. A register is read once; after that a policy
 * slider costs a pass over its category's numbers, with no object made and no date parsed, so that the chart
 * can follow the pointer. `forecast` says what each line is and why; this says only what they come to, and
 * must say the same to the penny.
 */

export type Compiled = {
  readonly context: PlanContext;
  readonly slots: readonly Slot[];
  readonly columns: Columns;
  readonly index: IndexTable;
  /** Category of each leaf, in the order of the cells. */
  readonly leaves: readonly string[];
  /** Position of the year shown, and of the year of prices, of each month from the plan's first. */
  readonly yearOf: Uint8Array;
  readonly priceYearOf: Uint8Array;
  /** The months still to come, cut where either of those changes. */
  readonly stretches: readonly Stretch[];
  readonly constants: Constants;
};

type Stretch = { readonly from: MonthIndex; readonly to: MonthIndex; readonly year: number; readonly priceYear: number };

/** Results by leaf and year, at `leaf × years + year`. */
export type Cells = {
  readonly pence: Float64Array;
  /** Items replaced. */
  readonly replaced: Float64Array;
  readonly upgradePence: Float64Array;
  readonly upgraded: Float64Array;
};

/** A life in months for each slot: what a policy slider moves. */
export type Lives = Int32Array;

/** Reads a snapshot into columns. Throws as `forecast` does. */
export function compile(snapshot: PlanSnapshot, options: ForecastOptions): Compiled {
  const context = planContext(snapshot, options);
  const { rowOf, table } = indexRows(context);
  const { groups, constants } = gather(context, rowOf);
  const index = table();
  const leaves = [...new Set(groups.map((group) => group.categoryKey))];
  const rows: ColumnRow[] = [];
  const slots = groups.map(({ rows: ofGroup, ...group }): Slot => {
    const start = rows.length;
    const ordered = inSlotOrder(ofGroup);
    for (const row of ordered.rows) rows.push(row);
    return {
      ...group, start, limited: start + ordered.limited, end: rows.length, leaf: leaves.indexOf(group.categoryKey),
      upgradeAt: upgradeOf(group.policy)?.atMonths ?? 0,
      upgradePence: upgradePrices(context, group.policy, group.categoryKey, index.years),
    };
  });
  const firstPriceYear = priceYearOf(context, context.firstMonth);
  const yearOf = monthTable(context, (month) => yearIndexOf(context, month));
  const priceYears = monthTable(context, (month) => priceYearOf(context, month) - firstPriceYear);
  return {
    context, slots, columns: columnsOf(rows), index, leaves, constants, yearOf, priceYearOf: priceYears,
    stretches: stretchesOf(context, yearOf, priceYears),
  };
}

const monthTable = (context: PlanContext, of: (month: MonthIndex) => number): Uint8Array =>
  Uint8Array.from({ length: context.endMonth - context.firstMonth }, (_, offset) => of(context.firstMonth + offset));

function stretchesOf(context: PlanContext, yearOf: Uint8Array, priceYears: Uint8Array): Stretch[] {
  const stretches: { from: MonthIndex; to: MonthIndex; year: number; priceYear: number }[] = [];
  for (let month = Math.max(context.firstMonth, context.asOfMonth); month < context.endMonth; month++) {
    const year = yearOf[month - context.firstMonth] ?? 0;
    const priceYear = priceYears[month - context.firstMonth] ?? 0;
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.year === year && last.priceYear === priceYear) last.to = month + 1;
    else stretches.push({ from: month, to: month + 1, year, priceYear });
  }
  return stretches;
}

/** The lives that the policies name. */
export const livesOf = (compiled: Compiled): Lives => Int32Array.from(compiled.slots, (slot) => slot.policy.lifeMonths);

/** The policies' lives with that of one category's user group changed, as a slider does. */
export const withLife = (compiled: Compiled, lives: Lives, change: Pick<Slot['policy'], 'categoryKey' | 'userGroup' | 'lifeMonths'>): Lives =>
  lives.map((months, slot) => {
    const policy = compiled.slots[slot]?.policy;
    const changed = policy !== undefined && policy.assetId === null && policy.modelId === null
      && policy.categoryKey === change.categoryKey && policy.userGroup === change.userGroup;
    return changed ? change.lifeMonths : months;
  });

/** Works every cell out. */
export function run(compiled: Compiled, lives: Lives = livesOf(compiled)): Cells {
  const size = compiled.leaves.length * compiled.context.years.length;
  const cells: Cells = {
    pence: new Float64Array(size), replaced: new Float64Array(size),
    upgradePence: new Float64Array(size), upgraded: new Float64Array(size),
  };
  compiled.slots.forEach((slot, position) => runSlot(compiled, slot, lives[position] ?? slot.policy.lifeMonths, cells));
  return cells;
}

/** Works one category's cells out again, in place: the others stand as they are. */
export function rerun(compiled: Compiled, cells: Cells, lives: Lives, categoryKey: string): void {
  const years = compiled.context.years.length;
  const leaf = compiled.leaves.indexOf(categoryKey);
  if (leaf < 0) return;
  for (const row of [cells.pence, cells.replaced, cells.upgradePence, cells.upgraded]) row.fill(0, leaf * years, (leaf + 1) * years);
  compiled.slots.forEach((slot, position) => {
    if (slot.leaf === leaf) runSlot(compiled, slot, lives[position] ?? slot.policy.lifeMonths, cells);
  });
}

/** Longer than any plan: the step of kit that is not replaced a second time. */
const NEVER = 1 << 20;

function runSlot(compiled: Compiled, slot: Slot, life: number, cells: Cells): void {
  runByLife(compiled, slot, life, cells);
  if (slot.limited < slot.end) runLimited(compiled, slot, life, cells);
  if (slot.upgradeAt > 0) runUpgrades(compiled, slot, life, cells);
}

/**
 * Rows whose life alone decides stand in the order of their due months, whatever the life is. So the n-th
 * replacements of one year are a run of neighbouring rows, found by its two ends: nothing has to be asked of
 * the rows one by one, and a cell is written once.
 */
function runByLife(compiled: Compiled, slot: Slot, life: number, cells: Cells): void {
  const { context, columns: { service }, stretches } = compiled;
  const { start, limited: stop } = slot;
  if (start === stop) return;
  const overdue = lowerBound(service, start, stop, context.asOfMonth - life);
  for (let offset = 0; context.asOfMonth + offset < context.endMonth; offset += life) {
    for (const stretch of stretches) {
      const cell = slot.leaf * context.years.length + stretch.year;
      // Overdue rows all fall in the as-at month, then every so many months after it.
      if (context.asOfMonth + offset >= stretch.from && context.asOfMonth + offset < stretch.to) {
        addRun(compiled, cells, cell, stretch.priceYear, start, overdue);
      }
      const from = lowerBound(service, overdue, stop, stretch.from - offset - life);
      addRun(compiled, cells, cell, stretch.priceYear, from, lowerBound(service, from, stop, stretch.to - offset - life));
    }
  }
}

/** The first row from `from` on, of rows in order, that is in service in that month or later. */
function lowerBound(service: Int32Array, from: number, to: number, month: MonthIndex): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (service[middle]! < month) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds up neighbouring rows at the prices of one year. */
function addRun(compiled: Compiled, cells: Cells, cell: number, priceYear: number, from: number, to: number): void {
  const { columns: { quantity, unitPence, indexRow }, index: { values } } = compiled;
  let pence = 0;
  let replaced = 0;
  for (let row = from; row < to; row++) {
    const items = quantity[row]!;
    pence += items * Math.floor((unitPence[row]! * values[indexRow[row]! + priceYear]! + 500_000) / 1_000_000);
    replaced += items;
  }
  cells.pence[cell]! += pence;
  cells.replaced[cell]! += replaced;
}

/** Rows with a date of their own (cover, support, a move by hand, an order): each is asked. */
function runLimited(compiled: Compiled, slot: Slot, life: number, cells: Cells): void {
  const { context, columns, index: { values }, yearOf, priceYearOf } = compiled;
  const { service, limit, quantity, unitPence, indexRow } = columns;
  const { pence, replaced } = cells;
  const { firstMonth: first, endMonth: end, asOfMonth: asOf } = context;
  const from = Math.max(first, asOf);
  const every = slot.chained ? life : NEVER;
  const base = slot.leaf * context.years.length;
  for (let row = slot.limited; row < slot.end; row++) {
    let month = Math.max(Math.min(service[row]! + life, limit[row]!), asOf) + (slot.onTheWay ? every : 0);
    while (month < from) month += every;
    for (; month < end; month += every) {
      const cell = base + yearOf[month - first]!;
      const ppm = values[indexRow[row]! + priceYearOf[month - first]!]!;
      pence[cell]! += quantity[row]! * Math.floor((unitPence[row]! * ppm + 500_000) / 1_000_000);
      replaced[cell]! += quantity[row]!;
    }
  }
}

/** The upgrades of a slot: of the kit that is there now, and of each replacement when it reaches that age. */
function runUpgrades(compiled: Compiled, slot: Slot, life: number, cells: Cells): void {
  const { context, columns, yearOf, priceYearOf } = compiled;
  const { service, limit, quantity, upgradeMonth, upgradeQuantity } = columns;
  const { firstMonth: first, endMonth: end, asOfMonth: asOf } = context;
  const from = Math.max(first, asOf);
  const base = slot.leaf * context.years.length;
  const add = (month: MonthIndex, items: number): void => {
    const cell = base + yearOf[month - first]!;
    cells.upgradePence[cell]! += items * slot.upgradePence[priceYearOf[month - first]!]!;
    cells.upgraded[cell]! += items;
  };
  for (let row = slot.start; row < slot.end; row++) {
    const due = Math.min(service[row]! + life, limit[row]!);
    const own = upgradeMonth[row]!;
    if (own < due && own >= from && own < end) add(own, upgradeQuantity[row]!);
    if (!slot.chained || slot.upgradeAt >= life) continue;
    for (let month = Math.max(due, asOf) + slot.upgradeAt; month < end; month += life) {
      if (month >= from) add(month, quantity[row]!);
    }
  }
}
