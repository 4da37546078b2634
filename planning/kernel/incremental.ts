import { actualSpent } from '../actuals.ts';
import { planContext, successionsOf, type PlanContext } from '../context.ts';
import { compile, compileBlock, livesOfSlot, refreshSlow, rerun, run, sheetOf, type Cells, type Compiled } from '../kernel.ts';
import { recurringLines } from '../lines.ts';
import { needLines } from '../needs.ts';
import type { Inflation, PlanSnapshot } from '../snapshot.ts';
import { fillPrices } from './prices.ts';
import { reprice, type Block } from './block.ts';
import { editsOf, policyEdits, type Edits } from './changes.ts';
import { readerOf, type Sign } from './read.ts';
import { addEdited, STREAMS, type Stream } from './sums.ts';

/**
 * A compiled plan with its cells, kept in step with the plan as it is edited: one asset edited subtracts its old
 * events and adds the new, a policy works its category out again, a rise those that follow it. Each step changes
 * what the one before held: keep only the last.
 */
export type Running = { readonly compiled: Compiled; readonly cells: Cells };

export function start(snapshot: PlanSnapshot, options: Compiled['options'], form: Compiled['form'] = 'cohorts'): Running {
  const compiled = compile(snapshot, options, form);
  return { compiled, cells: run(compiled) };
}

/** What of a plan can change without the whole of it being read again. */
const FOLLOWED: ReadonlySet<keyof PlanSnapshot> = new Set<keyof PlanSnapshot>(['assets', 'policies', 'inflation', 'recurring', 'budgets', 'needs']);
/** What no sum reads. */
const UNREAD: ReadonlySet<keyof PlanSnapshot> = new Set<keyof PlanSnapshot>(['departments', 'locations', 'suppliers', 'yearGroups', 'acknowledgements', 'settled', 'scenarios']);

/**
 * The sums of a plan after an edit, from those before it. What is the same object in both is taken to be unchanged,
 * as it is after `applyChanges`; where too much differs, or losses go by a record that every row is part of,
 * everything is read again.
 */
export function follow(running: Running, snapshot: PlanSnapshot): Running {
  const { compiled } = running;
  const before = compiled.context.snapshot;
  const keys = Object.keys(snapshot) as (keyof PlanSnapshot)[];
  const edits = editsOf(before.assets, snapshot.assets);
  const policies = policyEdits(before, snapshot);
  const recordMoves = snapshot.assets !== before.assets && snapshot.policies.some(({ lossFrom }) => lossFrom === 'record');
  const tied = recordMoves || isTied(before) || isTied(snapshot);
  if (tied || edits === null || policies === null || keys.some((key) => snapshot[key] !== before[key] && !FOLLOWED.has(key) && !UNREAD.has(key))) {
    return start(snapshot, compiled.options, compiled.form);
  }
  const assets = withAssets(running, edits, snapshot);
  const lives = withPolicies(assets, policies, { ...before, assets: snapshot.assets, policies: snapshot.policies });
  return withMoney(lives, snapshot);
}

/** Plans in which kit of one row or kind bears on another's: a backlog that is waited for in turn, kit replaced by another kind. */
const isTied = ({ school, policies }: PlanSnapshot): boolean => school.backlogYears > 1 || policies.some(({ replacementModelId }) => replacementModelId !== null);

const inContext = ({ compiled, cells }: Running, context: PlanContext): Running => ({ compiled: { ...compiled, context }, cells });

function withAssets(running: Running, { gone, come }: Edits, { assets }: PlanSnapshot): Running {
  if (gone.length === 0 && come.length === 0) return running;
  const { context } = running.compiled;
  const ordered = [...gone, ...come].some(({ succeedsAssetId }) => succeedsAssetId !== null);
  const successions = ordered ? successionsOf(assets, context.asOf) : context.successions;
  const after = inContext(running, { ...context, snapshot: { ...context.snapshot, assets }, successions });
  const touched = new Set<Block>();
  const edit = (side: Running, sign: Sign, assets: Edits['gone']): void => {
    for (const asset of assets) {
      const block = blockOf(side, asset.categoryKey);
      touched.add(block);
      const slot = readerOf(side.compiled.context, block, false)(asset, sign);
      if (slot !== null) addLast(side, block, slot);
    }
  };
  edit(running, -1, gone);
  edit(after, 1, come);
  for (const block of touched) settle(after, block);
  return after;
}

/** Empty until now where nothing of the category was there. */
function blockOf({ compiled, cells }: Running, categoryKey: string): Block {
  const found = compiled.blocks.get(categoryKey);
  if (found !== undefined) return found;
  const made = compileBlock(compiled.context, compiled.form, categoryKey, []);
  compiled.blocks.set(categoryKey, made);
  rerun(compiled, cells, compiled.context.snapshot.policies, categoryKey);
  return made;
}

/** The events of the row that was added last, into cells that have room for its leaf. */
function addLast({ compiled, cells }: Running, block: Block, slot: Block['slots'][number]): void {
  const of = cells.get(block.categoryKey);
  if (of === undefined) return;
  const { prices, leaves } = block;
  if (prices.values.length < prices.priceYears.length * prices.years) fillPrices(compiled.context, prices, block.categoryKey);
  for (const name of STREAMS) widen(of[name], leaves.list.length * compiled.months.years);
  const { size } = slot.columns;
  const lives = livesOfSlot(compiled, compiled.context.snapshot.policies, slot.policyAt);
  addEdited(sheetOf(compiled, block, of), slot, lives, size - 1, size);
}

function widen(stream: Stream, size: number): void {
  if (stream.pence.length >= size) return;
  for (const name of ['pence', 'quantity'] as const) {
    const wider = new Float64Array(size * 2);
    wider.set(stream[name]);
    stream[name] = wider;
  }
}

/** Lines that edits have added, above which a category is read again: each of them is asked by itself. */
const MOST_EDITED = 1_000;

function settle({ compiled, cells }: Running, block: Block): void {
  const edited = block.slots.reduce((sum, { columns }) => sum + columns.size - columns.settled, 0);
  if (edited > MOST_EDITED) return again({ compiled, cells }, block.categoryKey);
  const of = cells.get(block.categoryKey);
  if (of === undefined) return;
  of.standStillPence = null;
  of.losses = null;
  refreshSlow(compiled, of, compiled.context.snapshot.policies, block);
}

/** Reads a category of the register again. */
function again({ compiled, cells }: Running, categoryKey: string): void {
  const { context, form, blocks } = compiled;
  blocks.set(categoryKey, compileBlock(context, form, categoryKey, context.snapshot.assets));
  cells.delete(categoryKey);
  rerun(compiled, cells, context.snapshot.policies, categoryKey);
}

function withPolicies(running: Running, { lives, others }: { readonly lives: ReadonlySet<string>; readonly others: ReadonlySet<string> }, snapshot: PlanSnapshot): Running {
  const { context } = running.compiled;
  if (context.snapshot.policies === snapshot.policies) return running;
  const after = inContext(running, { ...context, snapshot });
  for (const key of others) again(after, key);
  for (const key of lives) if (!others.has(key)) rerun(after.compiled, after.cells, snapshot.policies, key);
  return after;
}

/** Rises, running costs, budgets: what is worked out from more than the kit. */
function withMoney(running: Running, snapshot: PlanSnapshot): Running {
  const { compiled, cells } = running;
  const before = compiled.context.snapshot;
  const context = withoutKit(compiled, snapshot);
  const after: Running = { compiled: { ...compiled, context, recurring: recurringLines(context), needs: needLines(context), actuals: actualSpent(context) }, cells };
  for (const [key, block] of compiled.blocks) {
    if (sameRise(before.inflation, snapshot.inflation, key)) continue;
    reprice(context, block);
    rerun(after.compiled, cells, snapshot.policies, key);
    const of = cells.get(key);
    if (of !== undefined) of.losses = null;
  }
  return after;
}

/** What money a context reads from a plan; the kit of it has been followed already, and is not looked through again. */
function withoutKit({ context, options }: Compiled, snapshot: PlanSnapshot): PlanContext {
  const { prices, budgets } = planContext({ ...snapshot, assets: [] }, options);
  return { ...context, snapshot, prices, budgets };
}

function sameRise(before: Inflation, after: Inflation, categoryKey: string): boolean {
  const own = before.series.findLast((series) => series.categoryKey === categoryKey);
  return own === after.series.findLast((series) => series.categoryKey === categoryKey)
    && ((before.defaultBp === after.defaultBp && before.steps === after.steps) || (own !== undefined && own.bp !== null));
}
