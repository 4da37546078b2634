import { isCurrent } from '../agreements/outlook.ts';
import { yearlyAmount } from '../agreements/agreement.ts';
import { countsOf } from '../agreements/driver.ts';
import { itemsIn, itemsOf, priceYearOf, type PlanContext } from '../context.ts';
import { disposalBasis, tradeInBasis } from '../disposal.ts';
import { lossRateOf } from '../loss-rate.ts';
import { divideHalfUp, formatCount, formatExact, formatRate, isUnitPrice, sumOf } from '../money.ts';
import { upgradeBasis, type PriceBasis } from '../price.ts';
import { isExtensionYears } from '../refresh/decision.ts';
import { upgradeOf } from '../refresh/occurrences.ts';
import { yearShare } from '../standstill.ts';
import { groupOf, recordedMonths } from '../upkeep/record.ts';
import { runRates } from '../upkeep/run-rate.ts';
import type { Asset, RefreshPolicy } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { spanOf } from '../words.ts';
import type { Yearly } from './upkeep-costs.ts';

/** Kit whose whole life is worked out: what is in service of it, and the policy that it follows. */
export type CostedKit = {
  readonly categoryKey: string;
  readonly userGroup: Asset['userGroup'];
  readonly assets: readonly Asset[];
  readonly policy: RefreshPolicy;
  /** Its life in use; null where it is used until it fails. */
  readonly lifeMonths: number | null;
  /** The mean price of one today; null where nobody knows. */
  readonly pricePence: Pence | null;
};

/** A cost of one device: what is paid once in its life, what comes every year; null where nobody knows, `none` where there is none. */
export type Cost = Yearly | { readonly known: false; readonly none: true };

/** What is paid once over a life, as a yearly share of it. */
export type Once = { readonly pence: Pence; readonly atMonths: number };
/** `yearly` is what of the cost comes every year all the same: contracts. */
export type OnceCost = { readonly cost: Cost; readonly once: Once | null; readonly yearly: Pence };

const NONE: Cost = { known: false, none: true };
const NO_LIFE: Cost = { known: false, missing: 'a life in use (it is used until it fails)' };
const missing = (what: string): OnceCost => ({ cost: { known: false, missing: what }, once: null, yearly: 0 });

/** Something paid once in a life, spread over it: × 12 ÷ its months, half up. */
function spread(pence: Pence, lifeMonths: number | null, atMonths: number, what: string): OnceCost {
  if (lifeMonths === null) return { cost: NO_LIFE, once: null, yearly: 0 };
  const yearly = yearShare(pence, lifeMonths);
  return { cost: { known: true, pence: yearly, step: `${what}, over ${spanOf(lifeMonths)}: × 12 ÷ ${formatCount(lifeMonths)} = ${formatExact(yearly)} a year.` }, once: { pence, atMonths }, yearly: 0 };
}

/** What no sum can use counts as not known. */
const priceOr0 = (pence: Pence | null): Pence => (isUnitPrice(pence) ? pence : 0);

export function purchaseCost({ pricePence, lifeMonths }: CostedKit): OnceCost {
  return pricePence === null ? missing('what one costs') : spread(pricePence, lifeMonths, 0, `One costs ${formatExact(pricePence)} today`);
}

/** Cover that was paid for and cover that is to be: periods with a price, extensions decided on, a share of contracts that cover it. */
export function coverCost({ snapshot, asOf }: PlanContext, { assets, lifeMonths }: CostedKit): OnceCost {
  const items = itemsIn(assets);
  const rows = new Map(assets.map((asset) => [asset.id, asset]));
  const paid = sumOf(snapshot.warranties.map(({ assetId, costPence }) => priceOr0(costPence) * itemsOf(rows.get(assetId) ?? { quantity: 1 }) * Number(rows.has(assetId))));
  const decided = sumOf(snapshot.actions.map(({ action, assetId, years, yearlyPence }) => {
    const asset = rows.get(assetId);
    return asset === undefined || (action !== 'extend_cover' && action !== 'extend_support') ? 0 : priceOr0(yearlyPence) * (isExtensionYears(years) ? years : 0) * itemsOf(asset);
  }));
  const counts = countsOf(snapshot);
  const all = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const shared = sumOf(snapshot.contracts.filter((contract) => contract.coversHardware && isCurrent(contract, asOf)).map((contract) => {
    const covered = itemsIn(contract.assetIds.flatMap((id) => all.get(id) ?? []));
    const ours = itemsIn(contract.assetIds.flatMap((id) => rows.get(id) ?? []));
    return covered === 0 ? 0 : divideHalfUp((yearlyAmount(contract, counts) ?? 0) * ours, covered);
  }));
  if (items === 0 || paid + decided + shared === 0) return missing('what cover costs');
  const each = divideHalfUp(paid + decided, items);
  const yearly = divideHalfUp(shared, items);
  if (each === 0) return { cost: { known: true, pence: yearly, step: `Contracts that cover it come to ${formatExact(shared)} a year, ÷ ${formatCount(items)} = ${formatExact(yearly)}.` }, once: null, yearly };
  const once = spread(each, lifeMonths, 0, `Cover bought and decided on comes to ${formatExact(paid + decided)} for ${formatCount(items)}, ${formatExact(each)} for one`);
  if (!once.cost.known || yearly === 0) return once;
  return { ...once, yearly, cost: { known: true, pence: once.cost.pence + yearly, step: `${once.cost.step} Contracts that cover it add ${formatExact(yearly)}.` } };
}

/** The mid-life upgrade of its policy, at this year's price. */
export function upgradeCost(context: PlanContext, { policy, lifeMonths, categoryKey }: CostedKit): OnceCost {
  const upgrade = upgradeOf(policy);
  if (upgrade === null || (lifeMonths !== null && upgrade.atMonths >= lifeMonths)) return { cost: NONE, once: null, yearly: 0 };
  const pence = priceNow(context, upgradeBasis(upgrade, policy, context.asOf, context.schoolStartMonth), categoryKey);
  if (pence === null) return missing(`what its upgrade (${upgrade.what}) costs`);
  return spread(pence, lifeMonths, upgrade.atMonths, `Its upgrade (${upgrade.what}) after ${spanOf(upgrade.atMonths)} costs ${formatExact(pence)}`);
}

const priceNow = (context: PlanContext, basis: PriceBasis | null, categoryKey: string): Pence | null =>
  (basis === null ? null : context.prices.priceIn(basis, context.prices.seriesFor(categoryKey), priceYearOf(context, context.asOfMonth)));

/** What it uses up: its kind's own run-rate, else running costs that are kept under the kind, shared over all of the kind in service. */
export function consumablesCost({ snapshot, asOf }: PlanContext, { categoryKey }: CostedKit): Cost {
  const counts = countsOf(snapshot);
  const { quantity } = counts.kit(categoryKey);
  const rate = runRates(snapshot, asOf).find((each) => each.categoryKey === categoryKey);
  const running = snapshot.recurring.filter((each) => each.categoryKey === categoryKey).map((each) => yearlyAmount(each, counts) ?? 0);
  const yearly = rate?.yearlyPence ?? (running.length === 0 ? null : sumOf(running));
  if (yearly === null || quantity === 0) return { known: false, missing: 'what it uses up' };
  const pence = divideHalfUp(yearly, quantity);
  const where = rate === undefined ? 'Running costs of the kind come to' : `By what was bought in the last ${formatCount(rate.months)} months, the kind uses up`;
  return { known: true, pence, step: `${where} ${formatExact(yearly)} a year, ÷ ${formatCount(quantity)} in service = ${formatExact(pence)}.` };
}

/** What is lost, broken and mended: the loss rate × the price, and the repairs written down, shared over the kind. */
export function lossCost(context: PlanContext, { categoryKey, userGroup, policy, pricePence, assets }: CostedKit): Cost {
  const { snapshot, asOf } = context;
  const { bp } = lossRateOf(context, { categoryKey, userGroup }, policy);
  const months = recordedMonths(snapshot.ledger, asOf);
  const rows = new Map(assets.map((asset) => [asset.id, asset]));
  const groups = new Set(assets.map((asset) => asset.userGroup));
  const mended = months === null ? 0 : sumOf(snapshot.ledger.filter((entry) => entry.kind === 'repaired' && entry.happenedOn <= asOf
    && (entry.assetId === null ? entry.categoryKey === categoryKey && groups.has(groupOf(entry, rows)) : rows.has(entry.assetId))).map(({ pence }) => priceOr0(pence)));
  const items = itemsIn(assets);
  if ((bp === 0 || pricePence === null) && mended === 0) return { known: false, missing: bp === 0 ? 'how many are lost or broken' : 'what one costs' };
  const lost = bp === 0 || pricePence === null ? 0 : divideHalfUp(pricePence * bp, 10_000);
  const repairs = months === null || items === 0 ? 0 : divideHalfUp(mended * 12, (months.until - months.from) * items);
  const steps = [
    ...(lost === 0 ? [] : [`${formatRate(bp)} a year are lost or broken: × ${formatExact(pricePence ?? 0)} = ${formatExact(lost)}.`]),
    ...(repairs === 0 || months === null ? [] : [`Repairs of ${formatExact(mended)} in ${formatCount(months.until - months.from)} months, × 12 ÷ the months ÷ ${formatCount(items)} in service = ${formatExact(repairs)}.`]),
  ];
  return { known: true, pence: lost + repairs, step: steps.join(' ') };
}

/** What getting rid of one costs less what it brings in, which is at most what it cost. */
export function disposalCost(context: PlanContext, { policy, categoryKey, pricePence, lifeMonths }: CostedKit): OnceCost {
  if (policy.disposalPence === null && policy.tradeInPence === null) return missing('what getting rid of one costs or brings in');
  const cost = priceNow(context, disposalBasis(context, policy), categoryKey) ?? 0;
  const income = Math.min(priceNow(context, tradeInBasis(context, policy), categoryKey) ?? 0, pricePence ?? 0);
  return spread(cost - income, lifeMonths, lifeMonths ?? 0, `Getting rid of one costs ${formatExact(cost)} and brings in ${formatExact(income)}`);
}
