import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { addMonths, isBefore, parseISO, startOfMonth } from 'date-fns';
import type { Cells, Compiled } from '../../planning/kernel.ts';
import type { Block } from '../../planning/kernel/block.ts';
import { policyFor } from '../../planning/policies.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { AS_OF, YEARS } from './forecast-rows.ts';

/** Pence by category, department and room (`laptop/3/12`) and year, from each way of working the same register out. */
export type Answer = Map<string, number[]>;
export type Rival = { readonly answer: () => Answer; readonly close: () => void };

/**
 * The usual way: an object for every item and event, a `Date` for every day, a date library for every step.
 * Written as a good engineer would on a normal day; only the prices are the same integers as everywhere.
 */
export function withDateFns(snapshot: PlanSnapshot): Rival {
  const items = snapshot.assets.map((asset) => ({
    leaf: `${asset.categoryKey}/${asset.departmentId}/${asset.locationId}`, bought: asset.purchaseDate ?? '', paid: asset.unitPaidPence ?? 0,
    life: policyFor(asset, snapshot.policies)?.lifeMonths ?? 60,
  }));
  const fiscalYear = (date: Date): number => (date.getMonth() >= 3 ? date.getFullYear() : date.getFullYear() - 1);
  const answer = (): Answer => {
    const asOf = parseISO(AS_OF);
    const firstYear = fiscalYear(asOf);
    const end = new Date(firstYear + YEARS, 3, 1);
    const events: { leaf: string; year: number; pence: number }[] = [];
    for (const item of items) {
      const bought = parseISO(item.bought);
      const due = addMonths(bought, item.life);
      const first = isBefore(due, startOfMonth(asOf)) ? asOf : due;
      for (let n = 0; ; n++) {
        const date = addMonths(first, n * item.life);
        if (!isBefore(date, end)) break;
        let index = 1_000_000;
        for (let year = fiscalYear(bought); year < fiscalYear(date); year++) index = Math.floor((index * 10_300 + 5_000) / 10_000);
        events.push({ leaf: item.leaf, year: fiscalYear(date), pence: Math.floor((item.paid * index + 500_000) / 1_000_000) });
      }
    }
    const totals: Answer = new Map();
    for (const event of events) {
      const row = totals.get(event.leaf) ?? Array.from({ length: YEARS }, () => 0);
      row[event.year - firstYear] = (row[event.year - firstYear] ?? 0) + event.pence;
      totals.set(event.leaf, row);
    }
    return totals;
  };
  return { answer, close: () => undefined };
}

/** The kernel's columns one after another, for those who take them in one piece. */
export type Flat = {
  readonly leaves: readonly string[];
  readonly slots: readonly { readonly start: number; readonly end: number; readonly life: number }[];
  readonly values: Float64Array;
  readonly service: Int32Array;
  readonly limit: Int32Array;
  readonly leaf: Int32Array;
  readonly indexRow: Int32Array;
  readonly quantity: Float64Array;
  readonly unitPence: Float64Array;
};

export function flat(compiled: Compiled): Flat {
  const { context, blocks } = compiled;
  const slots = [...blocks.values()].flatMap((block) => block.slots.map((slot) => ({ block, slot })));
  const size = slots.reduce((sum, { slot }) => sum + slot.columns.size, 0);
  const numbers = (): Int32Array => new Int32Array(size);
  const all = { service: numbers(), limit: numbers(), leaf: numbers(), indexRow: numbers(), quantity: new Float64Array(size), unitPence: new Float64Array(size) };
  const leaves: string[] = [];
  const firstLeaf = new Map([...blocks].map(([key, block]) => [key, leaves.push(...leafNames(key, block)) - block.leaves.list.length]));
  const values: number[] = [];
  const firstValue = new Map([...blocks].map(([key, block]) => [key, values.push(...block.prices.values) - block.prices.values.length]));
  let at = 0;
  return {
    ...all, leaves, values: Float64Array.from(values),
    slots: slots.map(({ block: { categoryKey }, slot: { columns, policyAt } }) => {
      const start = at;
      for (let row = 0; row < columns.size; row++, at++) {
        for (const name of ['service', 'limit', 'quantity', 'unitPence'] as const) all[name][at] = columns[name][row]!;
        all.leaf[at] = columns.leaf[row]! + (firstLeaf.get(categoryKey) ?? 0);
        all.indexRow[at] = columns.indexRow[row]! + (firstValue.get(categoryKey) ?? 0);
      }
      return { start, end: at, life: context.snapshot.policies[policyAt]?.lifeMonths ?? 60 };
    }),
  };
}

const leafNames = (categoryKey: string, { leaves }: Block): string[] =>
  leaves.list.map(({ departmentId, locationId }) => `${categoryKey}/${departmentId}/${locationId}`);

/** The kernel's own answer. */
export function kernelAnswer(compiled: Compiled, cells: Cells): Answer {
  const answer: Answer = new Map();
  for (const [key, block] of compiled.blocks) {
    const pence = cells.get(key)?.replace.pence ?? new Float64Array(0);
    leafNames(key, block).forEach((name, leaf) => answer.set(name, Array.from(pence.slice(leaf * YEARS, (leaf + 1) * YEARS))));
  }
  return answer;
}

/** One SQLite query over the same numbers: months and indexes are already worked out, in its favour. */
export function withSqlite(compiled: Compiled): Rival {
  const database = new Database(':memory:');
  database.exec(`
    CREATE TABLE item (leaf INTEGER, service INTEGER, lim INTEGER, life INTEGER, quantity INTEGER, unit INTEGER, idx INTEGER) STRICT;
    CREATE TABLE rise (idx INTEGER, year INTEGER, ppm INTEGER, PRIMARY KEY (idx, year)) STRICT, WITHOUT ROWID;`);
  const { context } = compiled;
  const rows = flat(compiled);
  const width = compiled.months.priceYearOf.at(-1)! + 1;
  const insert = database.prepare('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)');
  const rise = database.prepare('INSERT INTO rise VALUES (?, ?, ?)');
  database.transaction(() => {
    for (const { start, end, life } of rows.slots) {
      for (let row = start; row < end; row++) {
        insert.run(rows.leaf[row], rows.service[row], rows.limit[row], life, rows.quantity[row], rows.unitPence[row], rows.indexRow[row]);
      }
    }
    rows.values.forEach((ppm, at) => rise.run(at - (at % width), at % width, ppm));
  })();
  // BigInt, because a plain number is bound as a fraction and months would then divide into fractions.
  const query = database.prepare<[{ first: bigint; end: bigint; asOf: bigint }], { leaf: number; year: number; pence: number }>(`
    WITH RECURSIVE event (leaf, month, life, quantity, unit, idx) AS (
      SELECT leaf, max(min(service + life, lim), @asOf), life, quantity, unit, idx FROM item
      WHERE max(min(service + life, lim), @asOf) < @end
      UNION ALL
      SELECT leaf, month + life, life, quantity, unit, idx FROM event WHERE month + life < @end
    )
    SELECT leaf, (month - @first) / 12 AS year, sum(quantity * ((unit * ppm + 500000) / 1000000)) AS pence
    FROM event JOIN rise ON rise.idx = event.idx AND rise.year = (month - @first) / 12
    GROUP BY leaf, (month - @first) / 12`);
  const answer = (): Answer => {
    const totals: Answer = new Map();
    for (const { leaf, year, pence } of query.all({ first: BigInt(context.firstMonth), end: BigInt(context.endMonth), asOf: BigInt(context.asOfMonth) })) {
      const key = rows.leaves[leaf] ?? '';
      const row = totals.get(key) ?? Array.from({ length: YEARS }, () => 0);
      row[year] = pence;
      totals.set(key, row);
    }
    return totals;
  };
  return { answer, close: () => database.close() };
}

/** The kernel's loop in C over the same arrays, with the same types. */
const SOURCE = String.raw`
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <string.h>
#include <math.h>
#include <time.h>
static void *take(FILE *f, size_t n) { void *p = malloc(n ? n : 1); if (fread(p, 1, n, f) != n) exit(2); return p; }
typedef struct { int32_t start, end, life; } Slot;
__attribute__((noinline)) static void run(const Slot *slots, int count, const int32_t *service, const int32_t *limit, const int32_t *leaf,
    const double *quantity, const double *unit, const int32_t *row, const double *values,
    const uint8_t *year_of, const uint8_t *price_year_of, int first, int end, int as_of, int years, double *pence, double *replaced) {
  for (int s = 0; s < count; s++) {
    const int life = slots[s].life;
    for (int i = slots[s].start; i < slots[s].end; i++) {
      int month = service[i] + life < limit[i] ? service[i] + life : limit[i];
      if (month < as_of) month = as_of;
      if (month >= end) continue;
      const double items = quantity[i], each = unit[i];
      const double *prices = values + row[i];
      do {
        const int cell = leaf[i] * years + year_of[month - first];
        pence[cell] += items * floor((each * prices[price_year_of[month - first]] + 500000.0) / 1000000.0);
        replaced[cell] += items;
        month += life;
      } while (month < end);
    }
  }
}
static int by_size(const void *a, const void *b) { double x = *(const double *)a, y = *(const double *)b; return x < y ? -1 : x > y; }
int main(int argc, char **argv) {
  FILE *f = fopen(argv[1], "rb"); int32_t h[9]; if (!f || fread(h, 4, 9, f) != 9) return 2;
  const int slots = h[0], rows = h[1], index_size = h[2], months = h[3], first = h[4], end = h[5], as_of = h[6], years = h[7], leaves = h[8];
  Slot *slot = take(f, slots * sizeof(Slot));
  int32_t *service = take(f, rows * 4), *limit = take(f, rows * 4), *leaf = take(f, rows * 4), *row = take(f, rows * 4);
  double *quantity = take(f, rows * 8), *unit = take(f, rows * 8), *values = take(f, index_size * 8);
  uint8_t *year_of = take(f, months), *price_year_of = take(f, months);
  const int cells = leaves * years, repeats = atoi(argv[2]);
  double *pence = calloc(cells, 8), *replaced = calloc(cells, 8), *took = malloc(repeats * 8);
  for (int i = 0; i < repeats; i++) {
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    memset(pence, 0, cells * 8); memset(replaced, 0, cells * 8);
    run(slot, slots, service, limit, leaf, quantity, unit, row, values, year_of, price_year_of, first, end, as_of, years, pence, replaced);
    clock_gettime(CLOCK_MONOTONIC, &b);
    took[i] = (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6;
  }
  qsort(took, repeats, 8, by_size);
  printf("%.6f\n", took[0]);
  for (int i = 0; i < cells; i++) printf("%.0f\n", pence[i]);
  return 0;
}`;

export type NativeC = { readonly run: (repeats: number) => { milliseconds: number; answer: Answer }; readonly close: () => void };

/** Null where there is no C compiler. */
export function withC(compiled: Compiled): NativeC | null {
  const folder = mkdtempSync(join(tmpdir(), 'kitplan-bench-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  writeFileSync(join(folder, 'loop.c'), SOURCE);
  try {
    execFileSync('cc', ['-O2', '-march=native', '-o', join(folder, 'loop'), join(folder, 'loop.c'), '-lm'], { stdio: 'ignore' });
  } catch {
    close();
    return null;
  }
  const { context, months: { yearOf, priceYearOf } } = compiled;
  const { slots, leaves, values, service, limit, leaf, indexRow, quantity, unitPence } = flat(compiled);
  const bytes = (view: ArrayBufferView): Buffer => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const head = Int32Array.of(slots.length, service.length, values.length, yearOf.length,
    context.firstMonth, context.endMonth, context.asOfMonth, context.years.length, leaves.length);
  const slotNumbers = Int32Array.from(slots.flatMap(({ start, end, life }) => [start, end, life]));
  writeFileSync(join(folder, 'rows'), Buffer.concat([
    head, slotNumbers, service, limit, leaf, indexRow, quantity, unitPence, values, yearOf, priceYearOf,
  ].map(bytes)));
  return {
    close,
    run: (repeats) => {
      const [fastest = '0', ...cells] = execFileSync(join(folder, 'loop'), [join(folder, 'rows'), String(repeats)], { encoding: 'utf8' }).trim().split('\n');
      const answer: Answer = new Map(leaves.map((key, place) =>
        [key, Array.from({ length: YEARS }, (_, year) => Number(cells[place * YEARS + year]))]));
      return { milliseconds: Number(fastest), answer };
    },
  };
}
