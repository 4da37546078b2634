import { compileBlock, contextWith, run, type Compiled, type Policies } from '../kernel.ts';
import type { Asset } from '../snapshot.ts';
import { kernelCells, type Cell } from './totals.ts';

/** Which register rows belong to which leaf of a category: made when the first cell of it is opened. */
type SideIndex = ReadonlyMap<string, readonly Asset[]>;
const indexes = new WeakMap<readonly Asset[], Map<string, SideIndex>>();

const placeOf = ({ departmentId, locationId }: Pick<Asset, 'departmentId' | 'locationId'>): string => `${departmentId}/${locationId}`;

function sideIndexOf(assets: readonly Asset[], categoryKey: string): SideIndex {
  let ofRegister = indexes.get(assets);
  if (ofRegister === undefined) indexes.set(assets, ofRegister = new Map());
  let index = ofRegister.get(categoryKey);
  if (index === undefined) ofRegister.set(categoryKey, index = Map.groupBy(assets.filter((asset) => asset.categoryKey === categoryKey), placeOf));
  return index;
}

/**
 * Opens a cell down to its kit: the register rows, of those that share its department and room, that have an event of
 * its kind and fund in its year. Where kit may be replaced by kit of another kind, rows of every kind are asked.
 */
export function assetsInCell(compiled: Compiled, cell: Cell, policies: Policies = compiled.context.snapshot.policies): readonly Asset[] {
  const { assets } = compiled.context.snapshot;
  const kinds = policies.some(({ replacementModelId }) => replacementModelId !== null) ? compiled.blocks.keys() : [cell.categoryKey];
  const here = [...kinds].flatMap((key) => sideIndexOf(assets, key).get(placeOf(cell)) ?? []);
  const context = contextWith(compiled, policies);
  return here.filter((asset) => {
    const alone: Compiled = { ...compiled, context, blocks: new Map([[asset.categoryKey, compileBlock(context, 'assets', asset.categoryKey, [asset])]]) };
    return kernelCells(alone, run(alone)).some((own) => own.kind === cell.kind && own.categoryKey === cell.categoryKey && own.yearIndex === cell.yearIndex && own.fundKey === cell.fundKey
      && own.departmentId === cell.departmentId && own.locationId === cell.locationId);
  });
}
