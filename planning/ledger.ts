import { describer, USUAL_LEVELS, type AssetsById, type Dimension } from './ledger/dimensions.ts';
import type { LedgerRow } from './ledger/row.ts';
import { once, rowsOf } from './ledger/rows.ts';
import { sumOf } from './money.ts';
import { partsIn, spentIn, yearPeriods, type Period } from './periods.ts';
import type { Forecast } from './result.ts';
import type { PlainTotals } from './totals.ts';
import type { PlanSnapshot } from './snapshot.ts';
import type { Pence } from './vocabulary.ts';

export type { LedgerCell, LedgerRow } from './ledger/row.ts';

/** A figure a column and the sum of them; a column that has none is null. */
export type LedgerTotal = { readonly years: readonly (Pence | null)[]; readonly total: Pence };

export type Ledger = {
  /** What the columns stand for: years, unless terms were asked for. */
  readonly columns: readonly Period[];
  /** Worked out when first asked for. By the first of the levels; by kind, kit comes first, then losses and running costs. They add up to `toCome` exactly. */
  readonly rows: readonly LedgerRow[];
  readonly toCome: LedgerTotal;
  readonly already: LedgerTotal;
  /** toCome + already: the row on which the chart's bars stand. */
  readonly planned: LedgerTotal;
  /** Null where no year has a budget; a single year without one is null in its place. Budgets are for whole years: null by terms. */
  readonly budget: LedgerTotal | null;
  /** Budget − planned: minus means over. */
  readonly difference: LedgerTotal | null;
};

export type LedgerChoice = {
  /** What the rows are grouped by, from the outermost; by kind and room unless set. Never empty. */
  readonly levels?: readonly Dimension[];
  /** The columns; the years of the forecast unless set. */
  readonly columns?: readonly Period[];
};

const indexes = new WeakMap<PlanSnapshot['assets'], AssetsById>();

/** The register by id, read once for each. */
export function assetsById({ assets }: Pick<PlanSnapshot, 'assets'>): AssetsById {
  let index = indexes.get(assets);
  if (index === undefined) indexes.set(assets, index = new Map(assets.map((asset) => [asset.id, asset])));
  return index;
}

/** The refresh plan as a ledger: rows, what lies in them down to the asset, and the totals under them. Every sum is of pence. */
export function ledgerRows(snapshot: PlanSnapshot, forecast: Forecast, choice: LedgerChoice = {}): Ledger {
  const { levels = USUAL_LEVELS, columns = yearPeriods(forecast.years) } = choice;
  const assets = assetsById(snapshot);
  const making = { columns: columns.length, assets, describe: describer(snapshot, assets) };
  const parts = partsIn(snapshot, forecast, columns);
  const rows = once(() => rowsOf(making, parts, levels));
  if (columns.every(({ term }) => term === null)) return { columns, get rows() { return rows(); }, ...yearTotals(forecast) };
  const toCome = sums(columns, parts.map(({ column, pence }) => ({ column, pence: pence ?? 0 })));
  const already = sums(columns, spentIn(forecast, columns));
  const planned = toCome.map((pence, index) => pence + (already[index] ?? 0));
  return {
    columns, get rows() { return rows(); }, toCome: plain(toCome), already: plain(already), planned: plain(planned), budget: null, difference: null,
  };
}

const plain = (years: readonly number[]): LedgerTotal => ({ years, total: sumOf(years) });

function sums(columns: readonly Period[], amounts: readonly { readonly column: number; readonly pence: Pence }[]): readonly number[] {
  const byColumn = columns.map(() => 0);
  for (const { column, pence } of amounts) byColumn[column] = (byColumn[column] ?? 0) + pence;
  return byColumn;
}

/** The ledger with other totals: those of a what-if whose lines have not been worked out yet. By terms there are none but the lines'. */
export const withTotals = (ledger: Ledger, totals: PlainTotals): Ledger =>
  (ledger.columns.every(({ term }) => term === null) ? { ...ledger, ...yearTotals({ totals }) } : ledger);

/** The totals as the forecast has them. */
function yearTotals({ totals }: { readonly totals: PlainTotals }): Omit<Ledger, 'columns' | 'rows'> {
  const budgeted = (years: readonly number[] | null): LedgerTotal | null => {
    if (years === null) return null;
    const shown = years.map((pence, index) => (totals.budgetEntered[index] === true ? pence : null));
    return { years: shown, total: sumOf(shown.map((pence) => pence ?? 0)) };
  };
  return {
    toCome: plain(totals.totalPence), already: plain(totals.alreadyPence), planned: plain(totals.plannedPence),
    budget: budgeted(totals.budgetPence), difference: budgeted(totals.differencePence),
  };
}
