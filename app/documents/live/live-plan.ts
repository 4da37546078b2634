import { isSaneQuantity, planContext, type ForecastOptions, type PlanContext } from '../../../planning/context.ts';
import { financialYearOf } from '../../../planning/calendar.ts';
import { forecast } from '../../../planning/forecast.ts';
import { NO_POLICY, policyFor } from '../../../planning/policies.ts';
import { standingOf } from '../../../planning/refresh/due.ts';
import { replacementOf } from '../../../planning/refresh/replacement.ts';
import type { Forecast, ForecastLine } from '../../../planning/result.ts';
import type { Asset, AssetModel, PlanSnapshot, RefreshPolicy } from '../../../planning/snapshot.ts';
import type { CostCategory } from '../../../planning/vocabulary.ts';
import { restRows, type RestRow } from './rest-rows.ts';
import { rowValues, upgradePricedOn, type RowFacts, type RowValues } from './row-values.ts';

/** A row of the register that goes by formula, and what its formulas give. */
export type LiveRow = RowFacts & { readonly costCategory: CostCategory; readonly values: RowValues };

/** Everything a live spreadsheet is written from: what goes by formula, and what does not. */
export type LivePlan = {
  readonly context: PlanContext;
  readonly forecast: Forecast;
  readonly rows: readonly LiveRow[];
  readonly rest: readonly RestRow[];
  /** Rows of the register that are among the rest only because there are too many for formulas. */
  readonly tooMany: number;
  /** Category keys, policies and models; each is known by its place, from 1. */
  readonly kinds: readonly string[];
  readonly policies: readonly RefreshPolicy[];
  readonly models: readonly AssetModel[];
  /** The financial years that the price index holds, first and last included. */
  readonly indexYears: { readonly first: number; readonly last: number };
};

/** A workbook with more formulas than this opens slowly: rows of the register beyond it go in as amounts. */
const MOST_FORMULAS = 200_000;

/** Rows of the register that a live spreadsheet of so many years carries by formula at most. */
export const mostLiveRows = (years: number): number => Math.floor(MOST_FORMULAS / (24 + 4 * years));

/** What formulas carry: a replacement, and what is fitted half way. Other lines of the same asset go in as amounts. */
const isCarried = ({ kind }: ForecastLine): boolean => kind === 'replace' || kind === 'upgrade';

/**
 * Reads a plan for a live spreadsheet. A row goes by formula where its formulas give exactly what the forecast says, in
 * every year: whatever rule the forecast knows and the formulas do not, the totals stay the same.
 */
export function livePlan(snapshot: PlanSnapshot, options: ForecastOptions): LivePlan {
  const result = forecast(snapshot, options);
  const context = planContext(snapshot, options);
  const linesOf = Map.groupBy(result.lines.filter(isCarried), ({ assetId }) => assetId);
  const most = mostLiveRows(context.years.length);
  const rows: LiveRow[] = [];
  const carried = new Set<ForecastLine>();
  const beyond = new Set<number>();
  for (const asset of snapshot.assets) {
    const lines = linesOf.get(asset.id) ?? [];
    const row = liveRow(context, asset, lines);
    if (row === null) continue;
    if (rows.length === most) {
      beyond.add(asset.id);
      continue;
    }
    rows.push(row);
    for (const line of lines) carried.add(line);
  }
  const rest = restRows(context, result.lines.filter((line) => !carried.has(line)), beyond);
  const policies = [...new Set(rows.map(({ policy }) => policy))];
  const keys = new Set([...rows.map(({ asset }) => asset), ...policies, ...rest].map(({ categoryKey }) => categoryKey));
  return {
    context, forecast: result, rows, rest, tooMany: beyond.size, policies,
    kinds: [...new Set([...snapshot.categories.map(({ key }) => key), ...keys])].filter((key) => keys.has(key)),
    models: [...new Set(rows.flatMap(({ model }) => model ?? []))],
    indexYears: indexYears(context, rows, policies),
  };
}

/** The row as formulas would carry it; null where they do not give what the forecast says. */
function liveRow(context: PlanContext, asset: Asset, lines: readonly ForecastLine[]): LiveRow | null {
  if (standingOf(asset.status) !== 'in_service' || !isSaneQuantity(asset.quantity)) return null;
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  const onOrder = (context.successions.get(asset.id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  const facts = { asset, policy, model: replacementOf(context, asset, policy).model, onOrder: Math.min(onOrder, asset.quantity) };
  // What is bought for it may count as another kind of kit.
  const ofItsKind = lines.every(({ categoryKey }) => categoryKey === asset.categoryKey);
  const values = rowValues(context, facts);
  if (values === null || !ofItsKind || !givesWhatTheForecastSays(values, lines)) return null;
  return { ...facts, costCategory: context.category(asset.categoryKey).costCategory, values };
}

const givesWhatTheForecastSays = ({ years }: RowValues, lines: readonly ForecastLine[]): boolean => years.every((said, year) => {
  const told = { items: 0, upgrades: 0, pence: 0, priced: 0 };
  for (const line of lines) {
    if (line.yearIndex !== year) continue;
    told[line.kind === 'replace' ? 'items' : 'upgrades'] += line.quantity;
    told.pence += line.netPence ?? 0;
    told.priced += line.netPence === null ? 0 : line.quantity;
  }
  const unknown = told.items + told.upgrades > 0 && told.priced === 0;
  return said.items === told.items && said.upgrades === told.upgrades && said.pence === (unknown ? null : told.pence);
});

function indexYears(context: PlanContext, rows: readonly LiveRow[], policies: readonly RefreshPolicy[]): LivePlan['indexYears'] {
  const plan = context.years.map(({ year }) => year);
  const priced = [
    ...rows.flatMap(({ values }) => values.priceYear ?? []),
    ...policies.map((policy) => financialYearOf(upgradePricedOn(policy, context.asOf), context.schoolStartMonth)),
  ];
  const last = Math.max(...plan);
  // A price dated after the plan is used as it is in every year of it: the index's last row says so as well.
  return { first: Math.min(...plan, ...priced), last: Math.max(last, ...priced) };
}
