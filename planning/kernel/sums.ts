import { firstMonthOf } from '../calendar.ts';
import { isLifeMonths } from '../policies.ts';
import type { RefreshPolicy } from '../snapshot.ts';
import type { MonthIndex } from '../vocabulary.ts';
import type { Slot } from './block.ts';
import { FAR, type Columns } from './columns.ts';
import type { Months } from './months.ts';
import { placed, placingsOf, reachOf, type Placings } from './placing.ts';

/** One kind of event by leaf and year, at `leaf × years + year`. */
export type Stream = { pence: Float64Array; quantity: Float64Array };

export const newStream = (size: number): Stream => ({ pence: new Float64Array(size), quantity: new Float64Array(size) });

/** What of a policy its kit's columns do not hold: the lives. */
export type Lives = {
  readonly life: number;
  /** Kit due before `beforeMonth` under an earlier life keeps that life; the same life and never where none is kept. */
  readonly before: number;
  readonly beforeMonth: MonthIndex;
};

/** The lives of a policy; financial years are the school's own, from `startMonth`. */
export function livesOf({ lifeMonths: life, fromYear, lifeMonthsBefore: before }: RefreshPolicy, startMonth: number): Lives {
  const kept = fromYear !== null && Number.isInteger(fromYear) && before !== null && isLifeMonths(before);
  return kept ? { life, before, beforeMonth: firstMonthOf(fromYear, startMonth) } : { life, before: life, beforeMonth: -FAR };
}

/** Longer than any plan: the step of kit that is not replaced a second time. */
const NEVER = 1 << 20;

/** What is worked out for a category, by kind. */
export const STREAMS = ['replace', 'upgrade', 'disposal'] as const;
export type Streams = Readonly<Record<(typeof STREAMS)[number], Stream>>;
export type Sheet = Streams & { readonly months: Months; readonly values: Float64Array };

/** Adds all of a slot's events to the cells. */
export function addSlot(sheet: Sheet, slot: Slot, lives: Lives): void {
  const { columns } = slot;
  const placings = placingsOf(sheet.months, slot.back, lives.life);
  const kept = lowerBound(columns.service, 0, columns.byLife, lives.beforeMonth - lives.before);
  addByLife(sheet, slot, placings, 0, kept, lives.before, lives.life);
  addByLife(sheet, slot, placings, kept, columns.byLife, lives.life, lives.life);
  addRows(sheet, slot, lives, columns.byLife, columns.size);
  if (slot.upgradeAt > 0) addUpgrades(sheet, slot, lives, 0, columns.size);
}

/** Adds the events of some rows one by one: of those with limits of their own, or that came in by an edit. */
export function addEdited(sheet: Sheet, slot: Slot, lives: Lives, from: number, to: number): void {
  addRows(sheet, slot, lives, from, to);
  if (slot.upgradeAt > 0) addUpgrades(sheet, slot, lives, from, to);
}

/**
 * Rows whose life alone decides stand in the order of their due months, whatever the life is. So the n-th
 * replacements of one year are a run of neighbouring rows, found by its two ends: nothing has to be asked of
 * the rows one by one. The first is due after `life`, each other `every` months later.
 */
function addByLife(sheet: Sheet, slot: Slot, placings: Placings, start: number, stop: number, life: number, every: number): void {
  if (start === stop) return;
  const { asOf, end } = sheet.months;
  const { service } = slot.columns;
  const overdue = lowerBound(service, start, stop, asOf - life);
  for (let offset = 0; asOf + offset < end + reachOf(slot.back); offset += every) {
    for (const { from, to, year, priceYear } of offset === 0 ? placings.first : placings.later) {
      // Overdue rows all fall in the as-at month, then every so many months after it.
      if (asOf + offset >= from && asOf + offset < to) addRun(sheet, slot, year, priceYear, start, overdue);
      const first = lowerBound(service, overdue, stop, from - offset - life);
      addRun(sheet, slot, year, priceYear, first, lowerBound(service, first, stop, to - offset - life));
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
function addRun(sheet: Sheet, slot: Slot, year: number, priceYear: number, from: number, to: number): void {
  const { months: { years }, values, replace } = sheet;
  const { leaf, quantity, unitPence, indexRow } = slot.columns;
  const { pence, quantity: replaced } = replace;
  for (let row = from; row < to; row++) {
    const cell = leaf[row]! * years + year;
    const items = quantity[row]!;
    pence[cell]! += items * Math.floor((unitPence[row]! * values[indexRow[row]! + priceYear]! + 500_000) / 1_000_000);
    replaced[cell]! += items;
  }
  if (slot.leavePence === null) return;
  for (let row = from; row < to; row++) addLeaving(sheet, slot.leavePence[priceYear]!, leaf[row]! * years + year, quantity[row]!);
}

/** What getting rid of kit costs as it is replaced. */
function addLeaving({ disposal }: Sheet, unitPence: number, cell: number, items: number): void {
  disposal.pence[cell]! += items * unitPence;
  disposal.quantity[cell]! += items;
}

/** The month in which what is there now is due, as far as life and limits go. */
const dueMonth = ({ service, limit }: Columns, { life, before, beforeMonth }: Lives, row: number): MonthIndex => {
  const earlier = Math.min(service[row]! + before, limit[row]!);
  return earlier < beforeMonth ? earlier : Math.min(service[row]! + life, limit[row]!);
};

/** Rows with a date of their own (cover, support, a move by hand): each is asked. */
function addRows(sheet: Sheet, slot: Slot, lives: Lives, begin: number, stop: number): void {
  const { months, values, replace } = sheet;
  const { columns, back } = slot;
  const { leaf, quantity, unitPence, indexRow } = columns;
  const { pence, quantity: replaced } = replace;
  const { first, end, asOf, yearOf, priceYearOf, years } = months;
  const from = Math.max(first, asOf);
  const every = slot.chained ? lives.life : NEVER;
  const reach = reachOf(back);
  for (let row = begin; row < stop; row++) {
    const start = dueMonth(columns, lives, row);
    // What is overdue is bought at once; every other purchase is placed.
    let earliest = start < asOf ? FAR : asOf;
    for (let due = Math.max(start, asOf); due < end + reach; due += every) {
      const month = placed(back, due, earliest);
      earliest = due;
      if (month < from || month >= end) continue;
      const cell = leaf[row]! * years + yearOf[month - first]!;
      const ppm = values[indexRow[row]! + priceYearOf[month - first]!]!;
      pence[cell]! += quantity[row]! * Math.floor((unitPence[row]! * ppm + 500_000) / 1_000_000);
      replaced[cell]! += quantity[row]!;
      if (slot.leavePence !== null) addLeaving(sheet, slot.leavePence[priceYearOf[month - first]!]!, cell, quantity[row]!);
    }
  }
}

/** The upgrades of a slot: of the kit that is there now, and of each replacement when it reaches that age. */
function addUpgrades({ months, upgrade }: Sheet, slot: Slot, lives: Lives, begin: number, stop: number): void {
  const { columns, back, upgradeAt } = slot;
  const { leaf, quantity, upgradeMonth } = columns;
  const { first, end, asOf, yearOf, priceYearOf, years } = months;
  const from = Math.max(first, asOf);
  const every = lives.life;
  const add = (month: MonthIndex, row: number): void => {
    if (month < from || month >= end) return;
    const cell = leaf[row]! * years + yearOf[month - first]!;
    upgrade.pence[cell]! += quantity[row]! * slot.upgradePence[priceYearOf[month - first]!]!;
    upgrade.quantity[cell]! += quantity[row]!;
  };
  for (let row = begin; row < stop; row++) {
    const due = dueMonth(columns, lives, row);
    const start = Math.max(due, asOf);
    let bought = due < asOf ? asOf : placed(back, due, asOf);
    const own = upgradeMonth[row]!;
    if (own < due) {
      const fitted = placed(back, own, Math.max(asOf, own - upgradeAt));
      if (fitted < bought) add(fitted, row);
    }
    if (!slot.chained || upgradeAt >= every) continue;
    for (let next = start; next < end + reachOf(back); next += every) {
      const fitted = placed(back, next + upgradeAt, bought);
      bought = placed(back, next + every, next);
      // What would be fitted in the month of the next purchase would be thrown away with the kit.
      if (fitted < bought) add(fitted, row);
    }
  }
}
