import { contextWith, livesOfSlot, type BlockCells, type Cells, type Compiled, type Policies } from '../kernel.ts';
import { lossLines } from '../lines.ts';
import type { UnplacedLine } from '../result.ts';
import { yearShare } from '../standstill.ts';
import { totalsOf, type Addend, type PlainTotals, type Spent } from '../totals.ts';
import type { CostCategory, LineKind, Pence } from '../vocabulary.ts';
import type { Block } from './block.ts';
import { STREAMS, type Stream } from './sums.ts';

/** The totals of `forecast`, but for the codes, from the cells that `run` worked out with those policies. */
export function kernelTotals(compiled: Compiled, cells: Cells, policies: Policies = compiled.context.snapshot.policies): PlainTotals {
  const context = contextWith(compiled, policies);
  const { recurring } = compiled;
  const standStillPence = [...recurring.standStillPence];
  const addends: Addend[] = [...recurring.lines, ...compiled.needs];
  const spent: Spent[] = [...recurring.spent, ...compiled.actuals];
  for (const [categoryKey, block] of compiled.blocks) {
    const { costCategory, chartGroup } = context.category(categoryKey);
    spent.push(...block.boughtPence.map((pence, yearIndex) => ({ yearIndex, chartGroup, pence })));
    const of = cells.get(categoryKey);
    if (of === undefined) continue;
    const whole = { categoryKey, chartGroup, costCategory };
    for (const kind of STREAMS) {
      for (const sum of byYear(compiled, block, of[kind])) addends.push({ ...whole, kind, ...sum });
    }
    addends.push(...of.slow.lines, ...lossesIn(compiled, block, of));
    for (const more of [of.slow.standStillPence, standStillIn(compiled, block, of, policies)]) {
      more.forEach((pence, year) => { standStillPence[year] = (standStillPence[year] ?? 0) + pence; });
    }
  }
  return totalsOf(context, addends, spent, standStillPence);
}

type YearSum = { readonly yearIndex: number; readonly quantity: number; readonly netPence: Pence };

/** A stream's years, all leaves together; years without an item are left out. */
function byYear({ months: { years } }: Compiled, block: Block, { pence, quantity }: Stream): YearSum[] {
  const sums = Array.from({ length: years }, (_, yearIndex) => ({ yearIndex, quantity: 0, netPence: 0 }));
  const end = block.leaves.list.length * years;
  for (const sum of sums) {
    for (let cell = sum.yearIndex; cell < end; cell += years) {
      sum.quantity += quantity[cell]!;
      sum.netPence += pence[cell]!;
    }
  }
  return sums.filter((sum) => sum.quantity !== 0);
}

/** The expected losses of a category: made whole for all of its kit together. */
function lossesIn({ context }: Compiled, block: Block, of: BlockCells): readonly UnplacedLine[] {
  if (block.exposures.size === 0 && of.slow.exposures.length === 0) return [];
  return of.losses ??= lossLines(context, [...[...block.exposures.values()].flat(), ...of.slow.exposures]);
}

function standStillIn(compiled: Compiled, block: Block, of: BlockCells, policies: Policies): readonly Pence[] {
  if (of.standStillPence !== null) return of.standStillPence;
  const sums = compiled.context.years.map(() => 0);
  const { values } = block.prices;
  for (const slot of block.slots) {
    const { life } = livesOfSlot(compiled, policies, slot.policyAt);
    if (!slot.chained) continue;
    const { size, unitPence, indexRow, quantity } = slot.columns;
    for (let year = 0; year < sums.length; year++) {
      const column = compiled.months.priceYearOf[year * 12]!;
      let sum = 0;
      for (let row = 0; row < size; row++) {
        const price = Math.floor((unitPence[row]! * values[indexRow[row]! + column]! + 500_000) / 1_000_000);
        sum += quantity[row]! * yearShare(price, life);
      }
      sums[year]! += sum;
    }
  }
  return of.standStillPence = sums;
}

/** One cell of the finest cut: what a kind of event comes to for a leaf in a year. */
export type Cell = {
  readonly categoryKey: string;
  readonly departmentId: number | null;
  readonly locationId: number | null;
  readonly costCategory: CostCategory;
  readonly fundKey: string | null;
  readonly yearIndex: number;
  readonly kind: LineKind;
  readonly quantity: number;
  readonly netPence: Pence;
};

/** Every cell with an item in it. Losses and running costs are of no department and no place. */
export function kernelCells(compiled: Compiled, cells: Cells, policies: Policies = compiled.context.snapshot.policies): Cell[] {
  const context = contextWith(compiled, policies);
  const nowhere = { departmentId: null, locationId: null };
  const found: Cell[] = [...compiled.recurring.lines, ...compiled.needs].map((line) => cellOf(line, nowhere));
  for (const [categoryKey, block] of compiled.blocks) {
    const of = cells.get(categoryKey);
    if (of === undefined) continue;
    const { costCategory } = context.category(categoryKey);
    for (const kind of STREAMS) {
      const { pence, quantity } = of[kind];
      block.leaves.list.forEach((leaf, place) => context.years.forEach((_, yearIndex) => {
        const cell = place * context.years.length + yearIndex;
        if (quantity[cell]! !== 0) found.push({ categoryKey, ...leaf, costCategory, yearIndex, kind, quantity: quantity[cell]!, netPence: pence[cell]! });
      }));
    }
    const assets = new Map([...block.slow].map((asset) => [asset.id, asset]));
    found.push(...of.slow.lines.map((line) => cellOf(line, assets.get(line.assetId ?? -1) ?? nowhere)));
    found.push(...lossesIn(compiled, block, of).map((line) => cellOf(line, nowhere)));
  }
  return found;
}

const cellOf = (
  { categoryKey, costCategory, fundKey, yearIndex, kind, quantity, netPence }: UnplacedLine, { departmentId, locationId }: Pick<Cell, 'departmentId' | 'locationId'>,
): Cell => ({ categoryKey, departmentId, locationId, costCategory, fundKey, yearIndex, kind, quantity, netPence: netPence ?? 0 });
