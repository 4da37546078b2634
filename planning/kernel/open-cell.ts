import { contextWith, livesOfSlot, type Compiled, type Policies } from '../kernel.ts';
import type { Block, Slot } from './block.ts';
import { slowSums } from './slow.ts';
import { addEdited, newStream, type Sheet } from './sums.ts';
import type { Cell } from './totals.ts';

/** Opens a cell of replacements or upgrades down to its kit: the ids of its register rows, in their order. */
export function assetsInCell(
  compiled: Compiled, cell: Omit<Cell, 'quantity' | 'netPence' | 'code'>, policies: Policies = compiled.context.snapshot.policies,
): number[] {
  const block = compiled.blocks.get(cell.categoryKey);
  if (block === undefined) return [];
  const place = block.leaves.list.findIndex((leaf) => leaf.departmentId === cell.departmentId && leaf.locationId === cell.locationId && leaf.fundKey === cell.fundKey);
  const items = new Map<number, number>();
  for (const slot of place < 0 ? [] : block.slots) {
    const inLine = linesWith(compiled, block, slot, place, cell, policies);
    slot.assetIds.forEach((id, at) => {
      const line = slot.lineOf[at] ?? -1;
      // A row that was taken out again stands there twice, once the other way round.
      if (inLine.has(line)) items.set(id, (items.get(id) ?? 0) + Math.sign(slot.columns.quantity[line] ?? 0));
    });
  }
  return [...[...items].flatMap(([id, times]) => (times > 0 ? [id] : [])), ...slowIn(compiled, block, cell, policies)].toSorted((a, b) => a - b);
}

/** The lines of a slot that have an event in that cell. */
function linesWith(
  compiled: Compiled, block: Block, slot: Slot, place: number, { kind, yearIndex }: Pick<Cell, 'kind' | 'yearIndex'>, policies: Policies,
): Set<number> {
  const lives = livesOfSlot(compiled, policies, slot.policyAt);
  const found = new Set<number>();
  const size = block.leaves.list.length * compiled.months.years;
  const cell = place * compiled.months.years + yearIndex;
  const sheet: Sheet = { months: compiled.months, values: block.prices.values, replace: newStream(size), upgrade: newStream(size) };
  const { quantity } = kind === 'upgrade' ? sheet.upgrade : sheet.replace;
  for (let row = 0; row < slot.columns.size; row++) {
    if (slot.columns.leaf[row] !== place) continue;
    quantity[cell] = 0;
    addEdited(sheet, slot, lives, row, row + 1);
    if (quantity[cell] !== 0) found.add(row);
  }
  return found;
}

function slowIn(compiled: Compiled, block: Block, cell: Omit<Cell, 'quantity' | 'netPence' | 'code'>, policies: Policies): number[] {
  const here = [...block.slow].filter((asset) => asset.departmentId === cell.departmentId && asset.locationId === cell.locationId);
  const lines = slowSums(contextWith(compiled, policies), here).lines
    .filter((line) => line.kind === cell.kind && line.yearIndex === cell.yearIndex && line.fundKey === cell.fundKey);
  return [...new Set(lines.flatMap(({ assetId }) => (assetId === null ? [] : [assetId])))];
}
