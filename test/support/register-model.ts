import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { RowIndex } from '../../renderer/grid/filters.ts';
import { RowOrder } from '../../renderer/grid/order.ts';
import type { AssetColumn } from '../../renderer/register/column-makers.tsx';
import { assetColumns } from '../../renderer/register/columns.ts';
import { assetFacts } from '../../renderer/register/facts.ts';
import { buildRegister } from '../../renderer/register/rows.ts';
import { SEARCHED } from '../../renderer/register/searched.ts';

/** The register of a plan as its screen works it out, without the screen. */
export const registerModel = (snapshot: PlanSnapshot, asOf: string) => {
  const { rows } = buildRegister(snapshot, { asOf });
  const columns = assetColumns(assetFacts(snapshot, asOf), 'network_manager');
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const columnOf = (key: string): AssetColumn => {
    const found = byKey.get(key);
    if (!found) throw new Error(`The register has no column ${key}.`);
    return found;
  };
  const rowOf = (tag: string) => {
    const row = rows.find((each) => each.tag === tag);
    if (!row) throw new Error(`The register has no ${tag}.`);
    return row;
  };
  return { rows, columns, columnOf, rowOf, index: new RowIndex(rows, columns, SEARCHED), order: new RowOrder(rows, columns) };
};
