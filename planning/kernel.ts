import { planContext, priceYearOf, yearIndexOf, type ForecastOptions, type PlanContext } from './context.ts';
import {
  columnsOf, indexRows, upgradePrices, type Columns, type IndexTable, type Slot,
} from './kernel/columns.ts';
import { gather, type Constants } from './kernel/gather.ts';
import { revenueCode } from './lines.ts';
import { upgradeOf } from './refresh/occurrences.ts';
import type { ForecastTotals } from './result.ts';
import type { PlanSnapshot } from './snapshot.ts';
import { yearShare } from './standstill.ts';
import { totalsOf, type Addend } from './totals.ts';
import type { MonthIndex, Pence } from './vocabulary.ts';

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
  readonly constants: Constants;
};

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
  let start = 0;
  const slots = groups.map(({ rows, ...group }): Slot => {
    const slot = {
      ...group, start, end: start + rows.length, leaf: leaves.indexOf(group.categoryKey),
      upgradeAt: upgradeOf(group.policy)?.atMonths ?? 0,
      upgradePence: upgradePrices(context, group.policy, group.categoryKey, index.years),
    };
    start = slot.end;
    return slot;
  });
  const firstPriceYear = priceYearOf(context, context.firstMonth);
  return {
    context, slots, columns: columnsOf(groups.flatMap((group) => group.rows)), index, leaves, constants,
    yearOf: monthTable(context, (month) => yearIndexOf(context, month)),
    priceYearOf: monthTable(context, (month) => priceYearOf(context, month) - firstPriceYear),
  };
}

const monthTable = (context: PlanContext, of: (month: MonthIndex) => number): Uint8Array =>
  Uint8Array.from({ length: context.endMonth - context.firstMonth }, (_, offset) => of(context.firstMonth + offset));

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
  const { context, columns, index, yearOf, priceYearOf } = compiled;
  const { service, limit, quantity, unitPence, indexRow } = columns;
  const { pence, replaced } = cells;
  const { values, years: priceYears } = index;
  const first = context.firstMonth;
  const from = Math.max(first, context.asOfMonth);
  const end = context.endMonth;
  const asOf = context.asOfMonth;
  const every = slot.chained ? life : NEVER;
  const skip = slot.onTheWay ? every : 0;
  const base = slot.leaf * context.years.length;
  for (let row = slot.start; row < slot.end; row++) {
    const ofLife = service[row]! + life;
    const ofLimit = limit[row]!;
    let month = ofLife < ofLimit ? ofLife : ofLimit;
    if (month < asOf) month = asOf;
    month += skip;
    while (month < from) month += every;
    if (month >= end) continue;
    const items = quantity[row]!;
    const unit = unitPence[row]!;
    const prices = indexRow[row]! * priceYears;
    do {
      const cell = base + yearOf[month - first]!;
      pence[cell]! += items * Math.floor((unit * values[prices + priceYearOf[month - first]!]! + 500_000) / 1_000_000);
      replaced[cell]! += items;
      month += every;
    } while (month < end);
  }
  if (slot.upgradeAt > 0) runUpgrades(compiled, slot, life, cells);
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

/** The totals of `forecast` from the cells. */
export function kernelTotals(compiled: Compiled, cells: Cells, lives: Lives = livesOf(compiled)): ForecastTotals {
  const { context, leaves, constants } = compiled;
  const addends: Addend[] = leaves.flatMap((categoryKey, leaf) => {
    const { costCategory, chartGroup } = context.category(categoryKey);
    const of = { categoryKey, chartGroup, code: revenueCode(costCategory) };
    return context.years.flatMap((_, yearIndex): Addend[] => {
      const cell = leaf * context.years.length + yearIndex;
      const [replaced = 0, upgraded = 0] = [cells.replaced[cell], cells.upgraded[cell]];
      return [
        ...(replaced === 0 ? [] : [{ ...of, yearIndex, kind: 'replace' as const, quantity: replaced, netPence: cells.pence[cell] ?? 0 }]),
        ...(upgraded === 0 ? [] : [{ ...of, yearIndex, kind: 'upgrade' as const, quantity: upgraded, netPence: cells.upgradePence[cell] ?? 0 }]),
      ];
    });
  });
  return totalsOf(context, [...addends, ...constants.addends], constants.spent, standStill(compiled, lives));
}

function standStill(compiled: Compiled, lives: Lives): Pence[] {
  const { slots, columns, index, constants } = compiled;
  const { values, years: priceYears } = index;
  const sums = [...constants.standStillPence];
  slots.forEach((slot, position) => {
    const life = lives[position] ?? slot.policy.lifeMonths;
    if (!slot.chained) return;
    for (let row = slot.start; row < slot.end; row++) {
      const unit = columns.unitPence[row]!;
      const prices = columns.indexRow[row]! * priceYears;
      for (let year = 0; year < sums.length; year++) {
        const price = Math.floor((unit * values[prices + compiled.priceYearOf[year * 12]!]! + 500_000) / 1_000_000);
        sums[year]! += columns.quantity[row]! * yearShare(price, life);
      }
    }
  });
  return sums;
}
