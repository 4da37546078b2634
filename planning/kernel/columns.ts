import type { MonthIndex } from '../vocabulary.ts';

/** A month that no plan reaches: stands for "unknown" and "does not bind", and stays far after any life is added. */
export const FAR: MonthIndex = 1 << 28;

/**
 * Cohort lines of one policy and category, one number a row in each column: all that a policy slider does not
 * change. Rows before `byLife` have no limit but their life and stand in the order of their months in service; those
 * after them have other limits, or were added since, and stand in any order.
 */
export type Columns = {
  size: number;
  byLife: number;
  /** Rows from here on came in by edits. */
  settled: number;
  /** Month in service where the life binds; FAR where it does not, is not known, or another date decides. */
  service: Int32Array;
  /** Earliest month of every other limit, or the month set by hand; FAR for none. */
  limit: Int32Array;
  /** The row's leaf, as its place in the category's leaves. */
  leaf: Int32Array;
  /** Where the row's indexes begin in the category's table. */
  indexRow: Int32Array;
  /** Month in which the kit that is there now reaches its upgrade; FAR for none to come. */
  upgradeMonth: Int32Array;
  /** Whole numbers all the same: held as doubles because they multiply doubles, and converting costs half the loop. */
  quantity: Float64Array;
  /** Price of one; 0 where there is none. */
  unitPence: Float64Array;
};

/** What one register row puts into the columns. */
export type Row = {
  service: MonthIndex;
  limit: MonthIndex;
  leaf: number;
  indexRow: number;
  upgradeMonth: MonthIndex;
  /** Below zero where the row takes an earlier one back. */
  quantity: number;
  unitPence: number;
};

const NUMBERS = ['service', 'limit', 'leaf', 'indexRow', 'upgradeMonth'] as const;
const DOUBLES = ['quantity', 'unitPence'] as const;

export function newColumns(capacity: number): Columns {
  const numbers = (): Int32Array => new Int32Array(capacity);
  return {
    size: 0, byLife: 0, settled: 0, service: numbers(), limit: numbers(), leaf: numbers(), indexRow: numbers(), upgradeMonth: numbers(),
    quantity: new Float64Array(capacity), unitPence: new Float64Array(capacity),
  };
}

function grow(columns: Columns): void {
  const capacity = columns.service.length * 4;
  for (const name of NUMBERS) {
    const wider = new Int32Array(capacity);
    wider.set(columns[name]);
    columns[name] = wider;
  }
  for (const name of DOUBLES) {
    const wider = new Float64Array(capacity);
    wider.set(columns[name]);
    columns[name] = wider;
  }
}

/** Adds a row at the end. */
export function appendRow(columns: Columns, row: Row): void {
  const at = columns.size;
  if (at === columns.service.length) grow(columns);
  columns.service[at] = row.service;
  columns.limit[at] = row.limit;
  columns.leaf[at] = row.leaf;
  columns.indexRow[at] = row.indexRow;
  columns.upgradeMonth[at] = row.upgradeMonth;
  columns.quantity[at] = row.quantity;
  columns.unitPence[at] = row.unitPence;
  columns.size = at + 1;
}

/** Finds the row that a new one can be merged with: an open hash table over the columns themselves. */
export type Merger = { table: Int32Array; merged: number };

export const newMerger = (): Merger => ({ table: new Int32Array(32).fill(-1), merged: 0 });

/** Whether so few of the first rows had their equal that looking for it costs more than it saves. */
export const isIdle = ({ merged }: Merger, { size }: Columns): boolean => size > 1_000 && merged * 8 < size;

const EMPTY = -1;

const hashOf = (service: number, limit: number, leaf: number, indexRow: number, upgradeMonth: number, unitPence: number): number => {
  let mixed = Math.imul(service ^ Math.imul(limit, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(leaf, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ Math.imul(unitPence, 0x27d4eb2f) ^ Math.imul(indexRow, 0x165667b1) ^ upgradeMonth;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return mixed ^ (mixed >>> 16);
};

/** Adds a row to the line that is equal to it in all but its quantity, or as a line of its own. */
export function mergeRow(columns: Columns, merger: Merger, row: Row): void {
  if (columns.size * 2 >= merger.table.length) rehash(columns, merger);
  const { table } = merger;
  const mask = table.length - 1;
  let slot = hashOf(row.service, row.limit, row.leaf, row.indexRow, row.upgradeMonth, row.unitPence) & mask;
  for (let at = table[slot]!; at !== EMPTY; at = table[slot]!) {
    if (columns.service[at] === row.service && columns.leaf[at] === row.leaf && columns.unitPence[at] === row.unitPence
      && columns.limit[at] === row.limit && columns.indexRow[at] === row.indexRow && columns.upgradeMonth[at] === row.upgradeMonth) {
      columns.quantity[at]! += row.quantity;
      merger.merged += 1;
      return;
    }
    slot = (slot + 1) & mask;
  }
  table[slot] = columns.size;
  appendRow(columns, row);
}

function rehash(columns: Columns, merger: Merger): void {
  const table = new Int32Array(merger.table.length * 4).fill(EMPTY);
  const mask = table.length - 1;
  for (let at = 0; at < columns.size; at++) {
    let slot = hashOf(columns.service[at]!, columns.limit[at]!, columns.leaf[at]!, columns.indexRow[at]!, columns.upgradeMonth[at]!, columns.unitPence[at]!) & mask;
    while (table[slot] !== EMPTY) slot = (slot + 1) & mask;
    table[slot] = at;
  }
  merger.table = table;
}

/**
 * The rows in their order: those that only a life limits first, by month in service, each month's as they came; the
 * others after them. Counted into place, for months are few and rows are many.
 */
export function settled(columns: Columns): Columns {
  const { size, service, limit } = columns;
  const order = new Int32Array(size);
  let [first, last, byLife] = [FAR, -FAR, 0];
  for (let row = 0; row < size; row++) {
    if (limit[row] !== FAR) continue;
    byLife += 1;
    first = Math.min(first, service[row]!);
    last = Math.max(last, service[row]!);
  }
  const places = new Int32Array(byLife === 0 ? 1 : last - first + 2);
  for (let row = 0; row < size; row++) if (limit[row] === FAR) places[service[row]! - first + 1]! += 1;
  for (let month = 1; month < places.length; month++) places[month]! += places[month - 1]!;
  let others = byLife;
  for (let row = 0; row < size; row++) order[limit[row] === FAR ? places[service[row]! - first]!++ : others++] = row;
  return reordered(columns, order, byLife);
}

function reordered(columns: Columns, order: Int32Array, byLife: number): Columns {
  const sorted = newColumns(Math.max(order.length, 1));
  for (const name of NUMBERS) {
    const [from, to] = [columns[name], sorted[name]];
    for (let at = 0; at < order.length; at++) to[at] = from[order[at]!]!;
  }
  for (const name of DOUBLES) {
    const [from, to] = [columns[name], sorted[name]];
    for (let at = 0; at < order.length; at++) to[at] = from[order[at]!]!;
  }
  return Object.assign(sorted, { size: order.length, byLife, settled: order.length });
}
