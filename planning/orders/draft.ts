import { CFR_CODES } from '../categories.ts';
import { monthOf } from '../calendar.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { divideHalfUp } from '../money.ts';
import { contextOf } from '../quality.ts';
import { known, standingOf } from '../refresh/due.ts';
import { courseOf } from '../refresh/occurrences.ts';
import { priceOfReplacement, replacementOf, type Replacement } from '../refresh/replacement.ts';
import { modelTitle } from '../register/field-words.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import type { Forecast } from '../result.ts';
import type { Asset, AssetModel, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, Pence, UserGroup } from '../vocabulary.ts';
import { rowName } from '../words.ts';

/** What a line is to replace: so many items of a register row. */
export type Replaced = { readonly assetId: number; readonly quantity: number };

/** A line before it is ordered: everything in it is a suggestion that the person may change. */
export type DraftLine = {
  readonly description: string;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  /** The model suggested: the newest that the school bought of the kind, else the one replaced. */
  readonly modelId: number | null;
  readonly quantity: number;
  /** The forecast's own price of one; null where it has none. */
  readonly plannedUnitPence: Pence | null;
  /** The revenue code of its kind. */
  readonly code: string;
  readonly replaces: readonly Replaced[];
};

export type OrderDraft = {
  readonly lines: readonly DraftLine[];
  /** When the first of it is due: the day to have it by. The as-at date where it is overdue or has no date. */
  readonly neededBy: IsoDate;
  /** Rows asked for that cannot be ordered again, with the reason. */
  readonly leftOut: readonly { readonly assetId: number; readonly why: 'on_order' | 'gone' }[];
};

/**
 * What the plan has one at, over what a line replaces: the forecast's own price, the mean by quantity where those
 * differ (half up to the penny). Null where a price is not known, or where it replaces nothing.
 */
export function plannedUnit(snapshot: PlanSnapshot, forecast: Forecast, replaces: readonly Replaced[]): Pence | null {
  const context = contextOf(snapshot, forecast);
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  let [items, pence] = [0, 0];
  for (const { assetId, quantity } of replaces) {
    const asset = assets.get(assetId);
    const found = asset === undefined ? 'gone' : wantedOf(context, asset);
    if (typeof found === 'string' || found.unitPence === null) return null;
    items += quantity;
    pence += found.unitPence * quantity;
  }
  return items === 0 ? null : divideHalfUp(pence, items);
}

type Wanted = Replaced & {
  readonly asset: Asset;
  /** What it is replaced by: a model that its policy names, or its like. */
  readonly by: Replacement;
  readonly unitPence: Pence | null;
  readonly date: IsoDate;
};

/**
 * The order that replaces these rows: one line for each kind and planned price. Kit that is on its way already,
 * or that has left, is left out and named.
 */
export function draftOrder(snapshot: PlanSnapshot, forecast: Forecast, assetIds: readonly number[]): OrderDraft {
  const context = contextOf(snapshot, forecast);
  const asked = new Set(assetIds);
  const wanted: Wanted[] = [];
  const leftOut: OrderDraft['leftOut'][number][] = [];
  for (const asset of snapshot.assets) {
    if (!asked.has(asset.id)) continue;
    const found = wantedOf(context, asset);
    if (typeof found === 'string') leftOut.push({ assetId: asset.id, why: found });
    else wanted.push(found);
  }
  const groups = Map.groupBy(wanted, ({ asset, by, unitPence }) => [by.categoryKey, asset.userGroup ?? '', unitPence ?? ''].join('/'));
  const dates = wanted.map(({ date }) => date).sort();
  const suggest = modelSuggester(snapshot, forecast.asOf);
  return { lines: [...groups.values()].map((group) => draftLine(context, suggest, group)), neededBy: dates[0] ?? forecast.asOf, leftOut };
}

function wantedOf(context: PlanContext, asset: Asset): Wanted | 'on_order' | 'gone' {
  if (standingOf(asset.status) === 'on_the_way') return 'on_order';
  if (standingOf(asset.status) !== 'in_service') return 'gone';
  const onOrder = (context.successions.get(asset.id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  const quantity = asset.quantity - onOrder;
  if (quantity <= 0) return 'on_order';
  const course = courseOf(context, asset);
  const date = course.standing === 'out' ? context.asOf : course.placedDate;
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  const by = replacementOf(context, asset, policy);
  return { asset, assetId: asset.id, quantity, date, by, unitPence: plannedPrice(context, asset, policy, by, date) };
}

/** What the forecast has one at in the year of a day, as for its own replacement. */
function plannedPrice(context: PlanContext, asset: Asset, policy: RefreshPolicy, by: Replacement, date: IsoDate): Pence | null {
  const basis = priceOfReplacement(context, asset, policy);
  if (basis === null) return null;
  return context.prices.priceIn(basis, context.prices.seriesFor(by.categoryKey), priceYearOf(context, monthOf(date)));
}

function draftLine(context: PlanContext, suggest: ModelSuggester, group: readonly Wanted[]): DraftLine {
  const [first] = group;
  if (first === undefined) throw new RangeError('A line has at least one row to replace.');
  const { asset: { userGroup }, by: { categoryKey }, unitPence } = first;
  const category = context.category(categoryKey);
  const models = new Set(group.map(({ by }) => by.model?.id ?? null));
  const only = models.size === 1 ? first.by.model : null;
  // A model that the policy names is what is wanted; else the newest that the school bought comes before the old one.
  const model = only !== null && only.id !== first.asset.modelId ? only : suggest(categoryKey, userGroup) ?? only;
  return {
    categoryKey, userGroup, plannedUnitPence: unitPence, code: CFR_CODES[category.costCategory].revenue,
    modelId: model?.id ?? null, description: model === null ? rowName(category, userGroup) : modelTitle(model),
    quantity: group.reduce((sum, { quantity }) => sum + quantity, 0),
    replaces: group.map(({ assetId, quantity }) => ({ assetId, quantity })),
  };
}

export type ModelSuggester = (categoryKey: string, userGroup: UserGroup | null) => AssetModel | null;

/**
 * The model that the school bought last for the same people, unless its maker's support has ended: what a new
 * order most likely asks for. Null where it has bought none with a model and a date. The register is read once.
 */
export function modelSuggester(snapshot: PlanSnapshot, asOf: IsoDate): ModelSuggester {
  const supported = new Map(snapshot.models
    .filter((model) => (known(model.vendorSupportEnd) ?? asOf) >= asOf)
    .map((model) => [model.id, model]));
  const last = new Map<string, { readonly bought: IsoDate; readonly model: AssetModel }>();
  const keyOf = (categoryKey: string, userGroup: UserGroup | null): string => `${categoryKey}/${userGroup ?? ''}`;
  for (const { modelId, purchaseDate, categoryKey, userGroup } of snapshot.assets) {
    const model = supported.get(modelId ?? 0);
    const bought = known(purchaseDate);
    if (model === undefined || bought === null || model.categoryKey !== categoryKey) continue;
    const key = keyOf(categoryKey, userGroup);
    const before = last.get(key);
    if (before === undefined || bought > before.bought || (bought === before.bought && model.id > before.model.id)) last.set(key, { bought, model });
  }
  return (categoryKey, userGroup) => last.get(keyOf(categoryKey, userGroup))?.model ?? null;
}

/** Which of these rows have their first replacement in a year (by its position), or in any where it is null: those that can be ordered for it. */
export function firstReplacedIn(forecast: Forecast, assetIds: readonly number[], yearIndex: number | null): readonly number[] {
  const asked = new Set(assetIds);
  return forecast.lines.flatMap(({ kind, occurrence, assetId, yearIndex: year, limitingFactor }) =>
    (kind === 'replace' && occurrence === 0 && limitingFactor !== null && assetId !== null && asked.has(assetId)
      && (yearIndex === null || yearIndex === year) ? [assetId] : []));
}
