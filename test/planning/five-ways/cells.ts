import { kernelCells, type Cell } from '../../../planning/kernel/totals.ts';
import type { Cells, Compiled, Policies } from '../../../planning/kernel.ts';
import type { Forecast } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';

/**
 * The finest cut of the sums in one comparable shape: `category/department/location/cost category/fund/year/kind` to items and
 * pence. Every way of working a plan out is brought into this.
 */
export type CellMap = Map<string, { quantity: bigint; pence: bigint }>;

export const cellKey = (of: Omit<Cell, 'quantity' | 'netPence'>): string =>
  [of.categoryKey, of.departmentId, of.locationId, of.costCategory, of.fundKey, of.yearIndex, of.kind].join('/');

export function addTo(cells: CellMap, key: string, quantity: bigint, pence: bigint): void {
  const cell = cells.get(key);
  if (cell === undefined) cells.set(key, { quantity, pence });
  else {
    cell.quantity += quantity;
    cell.pence += pence;
  }
}

/** The lines of the forecast, added up. */
export function cellsOfLines(snapshot: PlanSnapshot, { lines }: Forecast): CellMap {
  const cells: CellMap = new Map();
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  for (const line of lines) {
    const { departmentId = null, locationId = null } = assets.get(line.assetId ?? -1) ?? {};
    addTo(cells, cellKey({ ...line, departmentId, locationId }), BigInt(line.quantity), BigInt(line.netPence ?? 0));
  }
  return cells;
}

/** The kernel's cells; those of one key together, for running costs have as many as they have lines. */
export function cellsOfKernel(compiled: Compiled, cells: Cells, policies?: Policies): CellMap {
  const found: CellMap = new Map();
  for (const cell of kernelCells(compiled, cells, policies)) addTo(found, cellKey(cell), BigInt(cell.quantity), BigInt(cell.netPence));
  return found;
}

/** Cells that two ways do not agree on, in words: short enough to be read where there are many. */
export function differences(one: CellMap, other: CellMap): string[] {
  const told = (cell: { quantity: bigint; pence: bigint } | undefined): string => (cell === undefined ? 'nothing' : `${cell.quantity} for ${cell.pence}`);
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => told(one.get(key)) !== told(other.get(key)))
    .map((key) => `${key}: ${told(one.get(key))}, not ${told(other.get(key))}`);
}
