import { partsBehind } from '../explain-ledger.ts';
import type { LedgerRow } from '../ledger.ts';
import type { Period } from '../periods.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';

/** The register rows behind a figure of the ledger. */
export type KitBehind = {
  readonly all: readonly Asset[];
  /** Those whose first replacement it holds: what can be moved from there. A later one follows from the first. */
  readonly due: readonly Asset[];
};

/** The kit behind a row of the ledger, in one column by its position or, with null, in all. */
export function kitBehind(
  snapshot: PlanSnapshot, forecast: Forecast, row: Pick<LedgerRow, 'path'>, column: number | null, columns: readonly Period[],
): KitBehind {
  const all = new Set<number>();
  const due = new Set<number>();
  for (const { line } of partsBehind(snapshot, forecast, row, column, columns)) {
    if (line.assetId === null) continue;
    all.add(line.assetId);
    if (line.kind === 'replace' && line.occurrence === 0) due.add(line.assetId);
  }
  return { all: snapshot.assets.filter(({ id }) => all.has(id)), due: snapshot.assets.filter(({ id }) => due.has(id)) };
}
