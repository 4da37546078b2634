import { actualSpent } from './actuals.ts';
import { planContext, type ForecastOptions, type PlanContext } from './context.ts';
import { closeBlock, newBlock, type Block } from './kernel/block.ts';
import { monthsOf, type Months } from './kernel/months.ts';
import { readerOf, type Reader } from './kernel/read.ts';
import { slowSums, type SlowSums } from './kernel/slow.ts';
import { addSlot, livesOf, newStream, STREAMS, type Lives, type Sheet, type Streams } from './kernel/sums.ts';
import { recurringLines, type RecurringLines } from './lines.ts';
import { needLines } from './needs.ts';
import { NO_POLICY } from './policies.ts';
import type { UnplacedLine } from './result.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from './snapshot.ts';
import type { UnplacedSpent } from './spent.ts';
import type { Pence } from './vocabulary.ts';

/*
 * The same totals as `forecast`, from numbers in flat arrays. A register is read once, equal rows as one cohort
 * line; after that a policy slider costs a pass over its category's numbers, with no object made and no date
 * parsed, so that the chart can follow the pointer. `forecast` says what each line is and why; this says only what
 * they come to, leaf by leaf, and must say the same to the penny.
 */

export type Compiled = {
  readonly context: PlanContext;
  readonly options: ForecastOptions;
  /** `cohorts`: equal register rows are one line. `assets`: each is its own. The sums are the same. */
  readonly form: Form;
  readonly months: Months;
  /** One for each category that the register holds. */
  readonly blocks: Map<string, Block>;
  /** Running costs: no life changes them. */
  readonly recurring: RecurringLines;
  readonly needs: readonly UnplacedLine[];
  /** What the finance system says was spent. */
  readonly actuals: readonly UnplacedSpent[];
};
type Form = 'cohorts' | 'assets';

/** What one category comes to. What a life does not change, or nobody has asked for yet, is worked out when it is. */
export type BlockCells = Streams & {
  slow: SlowSums;
  losses: readonly UnplacedLine[] | null;
  standStillPence: readonly Pence[] | null;
};
export type Cells = Map<string, BlockCells>;

/**
 * The policies that a run is worked out with: those compiled, in the same places, or the same with other lives. Any
 * other difference between them has to be followed (kernel/incremental.ts).
 */
export type Policies = readonly RefreshPolicy[];

/** Reads a snapshot into columns. Throws as `forecast` does. */
export function compile(snapshot: PlanSnapshot, options: ForecastOptions, form: Form = 'cohorts'): Compiled {
  const context = planContext(snapshot, options);
  const readers = new Map<string, Reader>();
  const blocks = new Map<string, Block>();
  for (const asset of snapshot.assets) {
    let read = readers.get(asset.categoryKey);
    if (read === undefined) {
      const block = newBlock(context, asset.categoryKey);
      blocks.set(asset.categoryKey, block);
      readers.set(asset.categoryKey, read = readerOf(context, block, form === 'cohorts'));
    }
    read(asset, 1);
  }
  for (const block of blocks.values()) closeBlock(context, block);
  return { context, options, form, months: monthsOf(context), blocks, recurring: recurringLines(context), needs: needLines(context), actuals: actualSpent(context) };
}

/** Reads one category of a register. */
export function compileBlock(context: PlanContext, form: Form, categoryKey: string, assets: readonly Asset[]): Block {
  const block = newBlock(context, categoryKey);
  const read = readerOf(context, block, form === 'cohorts');
  for (const asset of assets) if (asset.categoryKey === categoryKey) read(asset, 1);
  closeBlock(context, block);
  return block;
}

/** Works every cell out. */
export function run(compiled: Compiled, policies: Policies = compiled.context.snapshot.policies): Cells {
  const cells: Cells = new Map();
  for (const key of compiled.blocks.keys()) rerun(compiled, cells, policies, key);
  return cells;
}

/** Works one category's cells out again, in place: the others stand as they are. */
export function rerun(compiled: Compiled, cells: Cells, policies: Policies, categoryKey: string): void {
  const block = compiled.blocks.get(categoryKey);
  if (block === undefined) return;
  const of = emptied(compiled, cells, block);
  const sheet = sheetOf(compiled, block, of);
  for (const slot of block.slots) addSlot(sheet, slot, livesOfSlot(compiled, policies, slot.policyAt));
  refreshSlow(compiled, of, policies, block);
}

/** Works the rows out again that columns cannot hold. */
export function refreshSlow(compiled: Compiled, of: BlockCells, policies: Policies, block: Block): void {
  if (block.slow.size === 0 && of.slow === NOTHING_SLOW) return;
  of.slow = slowSums(contextWith(compiled, policies), block.slow);
  of.losses = null;
}

function emptied(compiled: Compiled, cells: Cells, block: Block): BlockCells {
  const size = block.leaves.list.length * compiled.months.years;
  const found = cells.get(block.categoryKey);
  if (found !== undefined && found.replace.pence.length >= size) {
    for (const name of STREAMS) {
      found[name].pence.fill(0);
      found[name].quantity.fill(0);
    }
    found.standStillPence = null;
    return found;
  }
  const made: BlockCells = {
    replace: newStream(size), upgrade: newStream(size), disposal: newStream(size), slow: NOTHING_SLOW, losses: null, standStillPence: null,
  };
  cells.set(block.categoryKey, made);
  return made;
}

const NOTHING_SLOW: SlowSums = { lines: [], exposures: [], standStillPence: [] };

export const sheetOf = ({ months }: Compiled, { prices }: Block, { replace, upgrade, disposal }: BlockCells): Sheet =>
  ({ months, values: prices.values, replace, upgrade, disposal });

export const livesOfSlot = ({ context }: Compiled, policies: Policies, policyAt: number): Lives =>
  livesOf(policies[policyAt] ?? NO_POLICY, context.schoolStartMonth);

/** The plan with other lives, for what is worked out row by row. */
export const contextWith = ({ context }: Compiled, policies: Policies): PlanContext =>
  (policies === context.snapshot.policies ? context : { ...context, snapshot: { ...context.snapshot, policies } });
