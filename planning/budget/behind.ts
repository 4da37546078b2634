import { categoryNamed } from '../categories.ts';
import { assetsById } from '../ledger.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { LineKind, Pence } from '../vocabulary.ts';
import { kitName, rowName, startUpper } from '../words.ts';
import { budgetEntries, type BudgetEntry } from './entries.ts';
import type { Place } from './finance.ts';
import { entryPence, isBenchmark, spentUnder, type BudgetRow, type BudgetView } from './matrix.ts';

/** Of what a figure is: one row of the budget, all of it, or what the benchmark counts. */
export type Scope = Pick<BudgetRow, 'kind' | 'fundKey' | 'costCategory' | 'nature'> | 'total' | 'benchmark';

/** Whether money of a place is among it. */
export function isWithin(scope: Scope, entered: Place, { nature }: Pick<BudgetView, 'nature'>): boolean {
  const place = spentUnder(entered);
  if (nature !== 'all' && place.nature !== nature) return false;
  if (scope === 'total') return true;
  if (scope === 'benchmark') return isBenchmark(place);
  if (scope.fundKey !== null && scope.fundKey !== place.fundKey) return false;
  if (scope.kind === 'undivided') return place.costCategory === null;
  return scope.costCategory === null || (scope.costCategory === place.costCategory && scope.nature === place.nature);
}

export const placeOfEntry = ({ paidFrom, costCategory, nature }: BudgetEntry): Place => ({ fundKey: paidFrom, costCategory, nature });

/** What is spent, ordered and to come within a scope. */
export const entriesWithin = (snapshot: PlanSnapshot, forecast: Pick<Forecast, 'lines' | 'spent'>, scope: Scope, view: BudgetView): readonly BudgetEntry[] =>
  budgetEntries(snapshot, forecast).filter((entry) => isWithin(scope, placeOfEntry(entry), view));

/** What a thing comes to in one year. */
export type ThingCell = {
  readonly quantity: number;
  readonly committed: Pence;
  readonly spent: Pence;
  readonly forecast: Pence;
  /** Items whose cost is not in these for want of a price. */
  readonly unpriced: number;
};

/** What the money of a piece of the budget goes to: kit of one kind, one asset of it, one running cost. */
export type Thing = {
  readonly key: string;
  readonly name: string;
  /** The register row, where it is a single one. */
  readonly assetId: number | null;
  /** The running cost, where it is one. */
  readonly recurringId: number | null;
  /** One a year. */
  readonly cells: readonly ThingCell[];
  /** The assets of a kind, the dearest first. */
  readonly children: readonly Thing[];
};

const assetIdOf = ({ line, spent }: BudgetEntry): number | null => line?.assetId ?? spent?.assetId ?? null;
const recurringIdOf = ({ line, spent }: BudgetEntry): number | null => line?.recurringId ?? spent?.recurringId ?? null;

/** What an entry is of: its key and its name. */
type Called = { readonly key: string; readonly name: string };

/** What is paid for kit beside buying it. */
const BESIDE: Readonly<Partial<Record<LineKind, string>>> = { upgrade: 'Upgrades', extend: 'Longer cover or support', disposal: 'Disposal' };

function kitCalled({ categories }: PlanSnapshot, { categoryKey, userGroup }: Asset, kind: LineKind): Called {
  const category = categoryNamed(categories, categoryKey);
  const beside = BESIDE[kind];
  const name = beside === undefined ? rowName(category, userGroup) : `${beside}, ${kitName(category, userGroup, 2)}`;
  return { key: `kit/${categoryKey}/${userGroup ?? ''}/${beside === undefined ? '' : kind}`, name };
}

/** Names what entries are of, so that one thing has one name wherever it is told. */
export function namer(snapshot: PlanSnapshot): (entry: BudgetEntry) => Called {
  const assets = assetsById(snapshot);
  const costs = new Map(snapshot.recurring.map(({ id, name }) => [id, name]));
  const needs = new Map(snapshot.needs.map(({ id, name }) => [id, name]));
  return (entry) => {
    const asset = assets.get(assetIdOf(entry) ?? -1);
    if (asset !== undefined) return kitCalled(snapshot, asset, entry.line?.kind ?? 'replace');
    const recurringId = recurringIdOf(entry);
    if (recurringId !== null) return { key: `cost/${recurringId}`, name: costs.get(recurringId) ?? 'A cost that is no longer there' };
    const { line, spent } = entry;
    const needId = line?.needId ?? null;
    if (needId !== null) return { key: `need/${needId}`, name: needs.get(needId) ?? 'A need that is no longer there' };
    if (line?.kind === 'loss') return { key: `loss/${line.categoryKey}`, name: `Lost or broken ${categoryNamed(snapshot.categories, line.categoryKey).plural}` };
    if (line?.kind === 'consumable' || spent?.source === 'consumable') return { key: 'consumables', name: 'Consumables' };
    if (spent?.source === 'actual') return { key: 'actuals', name: 'As the finance system has it' };
    return { key: 'other', name: 'Other' };
  };
}

/** What stands behind a row of the budget, the dearest first. */
export function thingsBehind(
  snapshot: PlanSnapshot, forecast: Pick<Forecast, 'lines' | 'spent' | 'years'>, row: BudgetRow, view: BudgetView,
): readonly Thing[] {
  const called = namer(snapshot);
  const assets = assetsById(snapshot);
  const years = forecast.years.length;
  const groups = Map.groupBy(entriesWithin(snapshot, forecast, row, view), (entry) => called(entry).key);
  return dearestFirst([...groups].map(([key, entries]): Thing => {
    const [first] = entries;
    const isKit = key.startsWith('kit/');
    return {
      key: `${row.key}/${key}`, name: first === undefined ? '' : called(first).name, assetId: null, recurringId: first === undefined ? null : recurringIdOf(first),
      cells: cellsOf(entries, view, years),
      children: isKit ? dearestFirst([...Map.groupBy(entries, assetIdOf)].map(([assetId, of]): Thing => ({
        key: `${row.key}/${key}/${assetId}`, name: assetName(assets.get(assetId ?? -1)), assetId, recurringId: null, cells: cellsOf(of, view, years), children: [],
      }))) : [],
    };
  }));
}

const assetName = (asset: Asset | undefined): string =>
  (asset === undefined ? 'Kit that is no longer there' : [asset.tag, startUpper(asset.description)].filter(Boolean).join(', '));

function cellsOf(entries: readonly BudgetEntry[], { vat }: BudgetView, years: number): readonly ThingCell[] {
  const cells = Array.from({ length: years }, () => ({ quantity: 0, committed: 0, spent: 0, forecast: 0, unpriced: 0 }));
  for (const entry of entries) {
    const cell = cells[entry.yearIndex];
    if (cell === undefined) continue;
    const pence = entryPence(entry, vat);
    if (entry.line?.recurringId === null || entry.spent?.recurringId === null) cell.quantity += entry.quantity;
    if (pence === null) cell.unpriced += entry.quantity;
    else {
      cell.forecast += pence;
      if (entry.state === 'spent') cell.spent += pence;
      if (entry.state === 'committed') cell.committed += pence;
    }
  }
  return cells;
}

const worth = ({ cells }: Thing): Pence => cells.reduce((sum, { forecast }) => sum + forecast, 0);
const dearestFirst = (things: readonly Thing[]): readonly Thing[] =>
  things.toSorted((a, b) => worth(b) - worth(a) || (a.name < b.name ? -1 : Number(a.name > b.name)));
