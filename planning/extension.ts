import { addMonths, monthOf } from './calendar.ts';
import { isSaneQuantity, isToCome, priceYearOf, type PlanContext } from './context.ts';
import { lineOf } from './lines.ts';
import { NO_POLICY, policyFor } from './policies.ts';
import { basisOf, type PriceBasis } from './price.ts';
import { sumOf } from './money.ts';
import { known, makerEnd, standingOf, supportEnd } from './refresh/due.ts';
import type { Forecast, UnplacedLine } from './result.ts';
import type { PlannedAction } from './scenarios/action.ts';
import type { Asset } from './snapshot.ts';
import { itemsWithoutPrice } from './totals.ts';
import type { IsoDate } from './vocabulary.ts';

/** Years of cover or support that were decided to be bought for a row, and where they begin. */
export type Extension = {
  readonly action: PlannedAction;
  /** The end of what there is: the first of the years begins with it. Null where nobody knows it: then nothing can be bought. */
  readonly from: IsoDate | null;
};

/** What is paid to keep a row longer: its cover, then its support. Kit that is not in service has none. */
export function extensionsOf(context: PlanContext, asset: Asset): readonly Extension[] {
  const { cover, support } = context.decisionOf(asset.id);
  if ((cover === null && support === null) || standingOf(asset.status) !== 'in_service' || !isSaneQuantity(asset.quantity)) return [];
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  return [
    ...(cover === null ? [] : [{ action: cover, from: known(asset.coverEnd) }]),
    ...(support === null ? [] : [{ action: support, from: supportEnd(asset, policy, context.model(asset.modelId)) }]),
  ];
}

/** What a year of it costs for one, with its date; null where nobody has said. */
export const extensionBasis = (context: PlanContext, { yearlyPence, priceDate }: PlannedAction): PriceBasis | null =>
  (yearlyPence === null ? null : basisOf('extension', yearlyPence, priceDate, context.asOf, context.schoolStartMonth));

/**
 * A line for each year of an extension, on the day that year begins, at the price of that year. All that were decided
 * are paid for, also where the kit falls due before the last of them; those that began before the as-at month are past.
 */
export function extensionLines(context: PlanContext, asset: Asset): UnplacedLine[] {
  return extensionsOf(context, asset).flatMap(({ action, from }) => {
    if (from === null) return [];
    const basis = extensionBasis(context, action);
    const series = context.prices.seriesFor(asset.categoryKey);
    const fundKey = (policyFor(asset, context.snapshot.policies) ?? NO_POLICY).fundKey;
    return Array.from({ length: action.years ?? 0 }, (_, year) => ({ occurrence: year, date: addMonths(from, 12 * year) }))
      .filter(({ date }) => isToCome(context, monthOf(date)))
      .map(({ occurrence, date }) => lineOf(context, {
        kind: 'extend', date, occurrence, categoryKey: asset.categoryKey, fundKey, quantity: asset.quantity, assetId: asset.id,
        limitingFactor: extensionFactor(context, asset, action, from),
        unitPence: basis === null ? null : context.prices.priceIn(basis, series, priceYearOf(context, monthOf(date))),
      }));
  });
}

/** The limit that is put off. */
function extensionFactor(context: PlanContext, asset: Asset, { action }: PlannedAction, from: IsoDate): UnplacedLine['limitingFactor'] {
  if (action === 'extend_cover') return 'warranty_end';
  const maker = makerEnd(asset, context.model(asset.modelId));
  return maker === from ? 'vendor_support_end' : 'os_end';
}

/**
 * The items whose longer cover or support has no price, where that is all that a forecast has no price for: the kit
 * itself has its prices. 0 otherwise.
 */
export function unpricedExtensionsAlone({ lines, noPrice }: Pick<Forecast, 'lines' | 'noPrice'>): number {
  const items = new Map<number | null, number>();
  for (const { kind, netPence, assetId, quantity } of lines) {
    if (netPence !== null) continue;
    if (kind !== 'extend') return 0;
    items.set(assetId, Math.max(items.get(assetId) ?? 0, quantity));
  }
  const extended = sumOf([...items.values()]);
  return extended === itemsWithoutPrice({ noPrice }) ? extended : 0;
}
