import type { forecast } from '../../planning/forecast.ts';
import type { compile, run } from '../../planning/kernel.ts';
import type { follow, start } from '../../planning/kernel/incremental.ts';
import type { Cell, kernelCells, kernelTotals } from '../../planning/kernel/totals.ts';
import type { Forecast, ForecastTotals } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import type { PlainTotals } from '../../planning/totals.ts';
import { edited, type Edit } from './edits.ts';
import { addTo, cellKey, cellsOfLines, type CellMap } from './five-ways/cells.ts';
import type { OracleOptions } from './oracle-rules.ts';
import { oracle } from './oracle.ts';

/** The engine's two ways to a total, as a module exports them: the real one or one with a fault put in. */
export type Engine = {
  readonly forecast: typeof forecast;
  readonly compile: typeof compile;
  readonly run: typeof run;
  readonly kernelTotals: typeof kernelTotals;
  readonly kernelCells: typeof kernelCells;
  readonly start: typeof start;
  readonly follow: typeof follow;
};

/** What the kernel has of a forecast's totals: all but the codes. */
export const plain = ({ byCode: _byCode, ...totals }: ForecastTotals): PlainTotals => totals;

const numbers = (values: readonly bigint[]): number[] => values.map(Number);
const ordered = <T>(entries: Iterable<readonly [string, T]>): [string, T][] =>
  [...entries].map(([key, value]): [string, T] => [key, value]).sort((a, b) => (a[0] < b[0] ? -1 : 1));

const sumBy = (cells: ReadonlyMap<string, readonly bigint[]>, part: number): [string, number[]][] => {
  const sums = new Map<string, number[]>();
  for (const [key, row] of cells) {
    const name = key.split('/')[part] ?? '';
    sums.set(name, numbers(row).map((pence, year) => pence + (sums.get(name)?.[year] ?? 0)));
  }
  return ordered(sums);
};

/** Every figure of a forecast in one comparable shape. */
const told = (plan: Forecast): unknown => ({
  ...figures(plan.totals),
  events: plan.lines.filter((line) => line.kind !== 'loss').map((line) => [
    line.yearIndex, line.kind, line.date, line.assetId ?? line.recurringId ?? line.needId, line.quantity, line.unitPence, line.limitingFactor ?? 'none',
    line.due, line.overdue, line.occurrence,
  ].join(' ')).sort(),
  notInForecast: ordered(plan.notInForecast.map(({ reason, quantity }) => [reason, quantity])),
  noPrice: ordered(plan.noPrice.map(({ categoryKey, quantity }) => [categoryKey, quantity])),
  overdueQuantity: plan.overdueQuantity,
});

const figures = (totals: PlainTotals): object => ({
  totalPence: totals.totalPence, alreadyPence: totals.alreadyPence, standStillPence: totals.standStillPence,
  byCategory: ordered(Object.entries(totals.byCategory)), byCostCategory: ordered(Object.entries(totals.byCostCategory)),
  byChartGroup: ordered(Object.entries(totals.byChartGroup)), quantityByCategory: ordered(Object.entries(totals.quantityByCategory)),
});

/** The oracle's answer in the same shape. */
const expected = (snapshot: PlanSnapshot, options: OracleOptions): unknown => {
  const sum = oracle(snapshot, options);
  return {
    totalPence: numbers(sum.totalPence), alreadyPence: numbers(sum.alreadyPence), standStillPence: numbers(sum.standStillPence),
    byCategory: sumBy(sum.cells, 1), byCostCategory: sumBy(sum.cells, 2), byChartGroup: sumBy(sum.cells, 3),
    quantityByCategory: ordered([...sum.quantityByCategory].map(([key, row]) => [key, numbers(row)])),
    events: sum.events,
    notInForecast: ordered(sum.notInForecast), noPrice: ordered(sum.noPrice), overdueQuantity: sum.overdueQuantity,
  };
};

/** What the engine says and what it should, for `expect(...).toEqual(...)`. */
export const compared = (engine: Engine, snapshot: PlanSnapshot, options: OracleOptions): { said: unknown; right: unknown } =>
  ({ said: told(engine.forecast(snapshot, options)), right: expected(snapshot, options) });

const cellsTold = (cells: readonly Cell[]): unknown => {
  const found: CellMap = new Map();
  for (const cell of cells) addTo(found, cellKey(cell), BigInt(cell.quantity), BigInt(cell.netPence));
  return ordered(found);
};

/** The register once more with each difference that must keep rows apart: another department, price, upgrade. */
const nearlyRepeated = (snapshot: PlanSnapshot): PlanSnapshot => {
  const apart: ((asset: Asset) => Partial<Asset>)[] = [
    () => ({}), () => ({}), () => ({ departmentId: 9 }), ({ unitPaidPence }) => ({ unitPaidPence: (unitPaidPence ?? 0) + 1 }),
    ({ upgradeDoneOn }) => ({ upgradeDoneOn: upgradeDoneOn === null ? '2026-01-01' : null }),
  ];
  return { ...snapshot, assets: apart.flatMap((differs, round) => snapshot.assets.map((asset) => ({ ...asset, ...differs(asset), id: asset.id + round * 1_000 }))) };
};

/** The kernel's totals and cells beside those of the forecast. */
export const kernelCompared = (engine: Engine, plan: PlanSnapshot, options: OracleOptions): { said: unknown; right: unknown } => {
  const snapshot = nearlyRepeated(plan);
  const compiled = engine.compile(snapshot, options);
  const cells = engine.run(compiled);
  const right = engine.forecast(snapshot, options);
  return {
    said: [engine.kernelTotals(compiled, cells), cellsTold(engine.kernelCells(compiled, cells))],
    right: [plain(right.totals), ordered(cellsOfLines(snapshot, right))],
  };
};

/** The totals of a plan that is followed through some edits, beside those of the forecast after each. */
export const editsCompared = (engine: Engine, snapshot: PlanSnapshot, options: OracleOptions, edits: readonly Edit[]): { said: unknown; right: unknown } => {
  let now = snapshot;
  let running = engine.start(snapshot, options);
  const said = [engine.kernelTotals(running.compiled, running.cells)];
  const right = [plain(engine.forecast(now, options).totals)];
  for (const edit of edits) {
    now = edited(now, edit);
    running = engine.follow(running, now);
    said.push(engine.kernelTotals(running.compiled, running.cells));
    right.push(plain(engine.forecast(now, options).totals));
  }
  return { said, right };
};
