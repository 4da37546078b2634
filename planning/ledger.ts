import { categoryNamed, type Category } from './categories.ts';
import type { Forecast, ForecastLine } from './result.ts';
import type { Asset, PlanSnapshot, RecurringCost } from './snapshot.ts';
import { CHART_GROUPS, USER_GROUPS, type ChartGroup, type Pence, type UserGroup } from './vocabulary.ts';
import { compareNames, kitName, rowName, startUpper } from './words.ts';

export type LedgerCell = {
  /** Items replaced; in an upgrade row items upgraded, in a losses row items lost. */
  readonly quantity: number;
  /** Net. Items without a price are not in it. */
  readonly pence: Pence;
  /** Items in this cell without a price. Where `lines` has only these, show "no price" and never £0. */
  readonly unpriced: number;
  /** 0 means an empty cell, which is a dash and not £0. */
  readonly lines: number;
};

export type LedgerRow = {
  /** The same after every recompute, so that an open row stays open. */
  readonly key: string;
  readonly kind: 'kit' | 'room' | 'asset' | 'upgrades' | 'losses' | 'running' | 'cost';
  readonly name: string;
  /** The name of one of what the quantity counts: `Pupil laptop`; the name itself where nothing is counted. */
  readonly nameOfOne: string;
  readonly chartGroup: ChartGroup;
  readonly categoryKey: string | null;
  readonly userGroup: UserGroup | null;
  readonly locationId: number | null;
  readonly assetId: number | null;
  readonly recurringId: number | null;
  /** One a year. */
  readonly cells: readonly LedgerCell[];
  readonly total: LedgerCell;
  readonly children: readonly LedgerRow[];
};

/** A figure a year and the sum of them; a year that has none is null. */
export type LedgerTotal = { readonly years: readonly (Pence | null)[]; readonly total: Pence };

export type Ledger = {
  /** Kit by category and user group, then losses, then running costs. They add up to `toCome` exactly. */
  readonly rows: readonly LedgerRow[];
  readonly toCome: LedgerTotal;
  readonly already: LedgerTotal;
  /** toCome + already: the row on which the chart's bars stand. */
  readonly planned: LedgerTotal;
  /** Null where no year has a budget; a single year without one is null in its place. */
  readonly budget: LedgerTotal | null;
  /** Budget − planned: minus means over. */
  readonly difference: LedgerTotal | null;
};

type Place = Pick<LedgerRow, 'chartGroup' | 'categoryKey' | 'userGroup' | 'locationId' | 'assetId' | 'recurringId'>;

/** The refresh plan as a ledger: rows, their rooms and assets, and the totals under them. Every sum is of pence. */
export function ledgerRows(snapshot: PlanSnapshot, forecast: Forecast): Ledger {
  const { totals } = forecast;
  const row = rowMaker(forecast.years.length);
  const ofKind = (kind: ForecastLine['kind']): ForecastLine[] => forecast.lines.filter((line) => line.kind === kind);
  const plain = (years: readonly number[]): LedgerTotal => ({ years, total: sumOf(years) });
  const budgeted = (years: readonly number[] | null): LedgerTotal | null => {
    if (years === null) return null;
    const shown = years.map((pence, index) => (totals.budgetEntered[index] === true ? pence : null));
    return { years: shown, total: sumOf(shown.map((pence) => pence ?? 0)) };
  };
  return {
    rows: [
      ...kitRows(snapshot, row, [...ofKind('replace'), ...ofKind('upgrade')]),
      ...lossRows(snapshot, row, ofKind('loss')), ...runningRows(snapshot, row, ofKind('recurring')),
    ],
    toCome: plain(totals.totalPence), already: plain(totals.alreadyPence), planned: plain(totals.plannedPence),
    budget: budgeted(totals.budgetPence), difference: budgeted(totals.differencePence),
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const EMPTY: LedgerCell = { quantity: 0, pence: 0, unpriced: 0, lines: 0 };

type RowMaker = (
  kind: LedgerRow['kind'], key: string, names: string | readonly [several: string, one: string], place: Place, lines: readonly ForecastLine[],
  children?: readonly LedgerRow[], counted?: ForecastLine['kind'],
) => LedgerRow;

/** Rows with a cell a year. `counted` is the kind of line whose items the quantity counts. */
const rowMaker = (years: number): RowMaker => (kind, key, names, place, lines, children = [], counted = 'replace') => {
  const cells = Array.from({ length: years }, () => ({ ...EMPTY }));
  for (const line of lines) {
    const cell = cells[line.yearIndex];
    if (cell === undefined) continue;
    cell.lines += 1;
    if (line.kind === counted) cell.quantity += line.quantity;
    if (line.netPence === null) cell.unpriced += line.quantity;
    else cell.pence += line.netPence;
  }
  const total = cells.reduce<LedgerCell>((sum, cell) => ({
    quantity: sum.quantity + cell.quantity, pence: sum.pence + cell.pence,
    unpriced: sum.unpriced + cell.unpriced, lines: sum.lines + cell.lines,
  }), EMPTY);
  const [name, nameOfOne] = typeof names === 'string' ? [names, names] : names;
  return { kind, key, name, nameOfOne, ...place, cells, total, children };
};

/** Devices first, as people ask for them, then up the chart. */
const KIT_ORDER: readonly ChartGroup[] = [...CHART_GROUPS.filter((group) => group !== 'running'), 'running'];

function kitRows(snapshot: PlanSnapshot, row: RowMaker, lines: readonly ForecastLine[]): LedgerRow[] {
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const order = new Map(snapshot.categories.map((category, index) => [category.key, index]));
  const groups = Map.groupBy(lines, (line) => {
    const userGroup = line.assetId === null ? null : assets.get(line.assetId)?.userGroup ?? null;
    return `${line.categoryKey}/${userGroup ?? ''}`;
  });
  const rows = [...groups.values()].map((group) => kitRow(snapshot, row, assets, group));
  const rank = (each: LedgerRow): readonly number[] => [
    KIT_ORDER.indexOf(each.chartGroup), order.get(each.categoryKey ?? '') ?? order.size,
    each.userGroup === null ? USER_GROUPS.length : USER_GROUPS.indexOf(each.userGroup),
  ];
  return rows.sort((a, b) => compareRanks(rank(a), rank(b)) || compareNames(a.name, b.name) || (a.key < b.key ? -1 : 1));
}

const compareRanks = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

const namesOf = (category: Category, userGroup: UserGroup | null): readonly [string, string] =>
  [rowName(category, userGroup), startUpper(kitName(category, userGroup, 1))];

function kitRow(snapshot: PlanSnapshot, row: RowMaker, assets: ReadonlyMap<number, Asset>, lines: readonly ForecastLine[]): LedgerRow {
  const categoryKey = lines[0]?.categoryKey ?? '';
  const category = categoryNamed(snapshot.categories, categoryKey);
  const assetOf = (line: ForecastLine): Asset | undefined => (line.assetId === null ? undefined : assets.get(line.assetId));
  const userGroup = (lines[0] === undefined ? null : assetOf(lines[0])?.userGroup) ?? null;
  const key = `kit/${categoryKey}/${userGroup ?? ''}`;
  const place: Place = { chartGroup: category.chartGroup, categoryKey, userGroup, locationId: null, assetId: null, recurringId: null };
  const replaced = lines.filter((line) => line.kind === 'replace');
  const upgraded = lines.filter((line) => line.kind === 'upgrade');
  const rooms = [...Map.groupBy(replaced, (line) => assetOf(line)?.locationId ?? null)].map(([locationId, inRoom]) => {
    const children = [...Map.groupBy(inRoom, (line) => line.assetId)].map(([assetId, ofAsset]) => {
      const asset = assetId === null ? undefined : assets.get(assetId);
      const name = asset === undefined ? '' : asset.tag === null ? asset.description : `${asset.tag} ${asset.description}`;
      return row('asset', `${key}/asset/${assetId}`, name, { ...place, locationId, assetId }, ofAsset);
    });
    const name = snapshot.locations.find((location) => location.id === locationId)?.name ?? 'No room recorded';
    return row('room', `${key}/room/${locationId ?? ''}`, name, { ...place, locationId }, inRoom, children.sort((a, b) => compareNames(a.name, b.name)));
  });
  rooms.sort((a, b) => Number(a.locationId === null) - Number(b.locationId === null) || compareNames(a.name, b.name));
  const upgrade = startUpper(upgradeWhat(snapshot, categoryKey));
  const upgrades = upgraded.length === 0 ? []
    : [row('upgrades', `${key}/upgrades`, [`${upgrade} upgrades`, `${upgrade} upgrade`], place, upgraded, [], 'upgrade')];
  return row('kit', key, namesOf(category, userGroup), place, lines, [...rooms, ...upgrades]);
}

/** What the upgrades of a category fit: `memory`; `mid-life` where its policies name different things. */
function upgradeWhat(snapshot: PlanSnapshot, categoryKey: string): string {
  const names = new Set(snapshot.policies.flatMap((policy) =>
    policy.categoryKey === categoryKey && policy.upgrade !== null ? [policy.upgrade.what] : []));
  const [only] = names;
  return names.size === 1 && only !== undefined && only !== '' ? only : 'mid-life';
}

function lossRows(snapshot: PlanSnapshot, row: RowMaker, lines: readonly ForecastLine[]): LedgerRow[] {
  if (lines.length === 0) return [];
  const place = (categoryKey: string | null): Place => ({
    chartGroup: categoryKey === null ? 'devices' : categoryNamed(snapshot.categories, categoryKey).chartGroup,
    categoryKey, userGroup: null, locationId: null, assetId: null, recurringId: null,
  });
  const children = [...Map.groupBy(lines, (line) => line.categoryKey)].map(([key, each]) =>
    row('losses', `losses/${key}`, namesOf(categoryNamed(snapshot.categories, key), null), place(key), each, [], 'loss'));
  children.sort((a, b) => compareNames(a.name, b.name));
  return [row('losses', 'losses', ['Losses and breakages', 'Loss or breakage'], place(null), lines, children, 'loss')];
}

function runningRows(snapshot: PlanSnapshot, row: RowMaker, lines: readonly ForecastLine[]): LedgerRow[] {
  if (lines.length === 0) return [];
  const costs = new Map<number | null, RecurringCost>(snapshot.recurring.map((cost) => [cost.id, cost]));
  const place: Place = { chartGroup: 'running', categoryKey: null, userGroup: null, locationId: null, assetId: null, recurringId: null };
  const children = [...Map.groupBy(lines, (line) => line.recurringId)].map(([recurringId, each]) => {
    const cost = costs.get(recurringId);
    return row('cost', `running/${recurringId}`, cost?.name ?? '', { ...place, recurringId, categoryKey: cost?.categoryKey ?? null }, each);
  });
  children.sort((a, b) => compareNames(a.name, b.name));
  return [row('running', 'running', 'Running costs', place, lines, children)];
}
