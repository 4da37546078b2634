import { countsOf, isHeads } from '../agreements/driver.ts';
import type { KindUpkeep } from '../budget/finance.ts';
import { categoryNamed } from '../categories.ts';
import { itemsIn, itemsOf, planContext, priceYearOf, type PlanContext } from '../context.ts';
import { economicLife, equivalentAnnualCost } from '../finance/whole-life.ts';
import { kindCountedWith } from '../loss-rate.ts';
import { divideHalfUp, sumOf } from '../money.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import { basisOf } from '../price.ts';
import { priceToday } from '../quality/today-price.ts';
import { failuresTo } from '../range/ageing.ts';
import { ownFailures } from '../range/own-failures.ts';
import { isUsable, standingOf } from '../refresh/due.ts';
import { chainOf } from '../refresh/occurrences.ts';
import { modelTitle } from '../register/field-words.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { readKindKey } from '../upkeep/record.ts';
import type { IsoDate, Pence, UserGroup } from '../vocabulary.ts';
import { compareNames, rowName } from '../words.ts';
import {
  consumablesCost, coverCost, disposalCost, lossCost, purchaseCost, upgradeCost, type Cost, type CostedKit, type OnceCost,
} from './cost-parts.ts';
import { energyCost, kwhTenths, selfSupportCost, supportCost } from './upkeep-costs.ts';

/** What a device costs over its life, part by part, in the order of lists. */
export const COST_PARTS = ['purchase', 'cover', 'upgrade', 'energy', 'support', 'self_support', 'consumables', 'losses', 'disposal'] as const;
export type CostPart = (typeof COST_PARTS)[number];

/**
 * What a year's use is worth less for coming later. HM Treasury, The Green Book: the social time preference rate, in real
 * terms, for the first thirty years; under review in 2026. Parts of one; as known on 21 November 2026.
 */
export const DISCOUNT = { rate: 0.035, source: 'HM Treasury, The Green Book', asOf: '2026-11-21' } as const;

/** A kind of kit, or one model of it. */
export type LifeSubject = { readonly categoryKey: string; readonly userGroup: UserGroup | null; readonly modelId: number | null };

export type PartOfCost = { readonly part: CostPart; readonly cost: Cost };

/** The whole life of a kind or a model. Amounts are of one device and one year unless they say otherwise. */
export type WholeLifeCost = {
  readonly subject: LifeSubject;
  readonly name: string;
  /** In service. */
  readonly quantity: number;
  readonly assetIds: readonly number[];
  readonly lifeMonths: number | null;
  readonly parts: readonly PartOfCost[];
  /** Everything that is known. */
  readonly yearlyPence: Pence;
  /** The same as an even payment at the rate of `DISCOUNT`, over its life in whole years; null without a price or a life. */
  readonly even: { readonly years: number; readonly pence: Pence } | null;
  readonly kwhTenths: number | null;
  /** All of them in service together. */
  readonly allPence: Pence;
  /** `allPence` ÷ pupils on roll in the year of the as-at date; null where nobody has said how many. */
  readonly perPupilPence: Pence | null;
  readonly pupils: number | null;
  /** The years to keep it at the least cost a year, as far as the school's record has seen kit age; null where it says too little. */
  readonly economic: { readonly years: number; readonly pence: Pence; readonly seenYears: number } | null;
  readonly upkeep: KindUpkeep | null;
  readonly watts: number | null;
};

/** Every kind in service that is refreshed, by name: kinds are told apart as their policies are. One whose policy no sum can use is left out. */
export function wholeLives(snapshot: PlanSnapshot, asOf: IsoDate): readonly WholeLifeCost[] {
  const context = planContext(snapshot, { asOf });
  const kit = snapshot.assets.filter(({ status, categoryKey }) => standingOf(status) === 'in_service' && context.category(categoryKey).chartGroup !== 'running');
  return [...Map.groupBy(kit, (asset) => kindCountedWith(asset, snapshot.policies))].flatMap(([key, assets]) => {
    const [categoryKey, userGroup] = readKindKey(key);
    return wholeLifeOf(context, { categoryKey, userGroup, modelId: null }, assets) ?? [];
  }).toSorted((a, b) => compareNames(a.name, b.name));
}

/** The models in service, or with a price, that can be held against each other, by name. */
export function modelsToCompare(snapshot: PlanSnapshot): readonly { readonly id: number; readonly name: string }[] {
  const used = new Set(snapshot.assets.flatMap(({ modelId, status }) => (modelId !== null && standingOf(status) === 'in_service' ? [modelId] : [])));
  return snapshot.models.filter(({ id, unitPence, categoryKey }) => (used.has(id) || unitPence !== null) && categoryNamed(snapshot.categories, categoryKey).chartGroup !== 'running')
    .map((model) => ({ id: model.id, name: modelTitle(model) })).toSorted((a, b) => compareNames(a.name, b.name));
}

/** The whole life of one model; null where the plan has no such model, or no sum can use its policy. */
export function wholeLifeOfModel(snapshot: PlanSnapshot, asOf: IsoDate, modelId: number): WholeLifeCost | null {
  const context = planContext(snapshot, { asOf });
  const model = context.model(modelId);
  if (model === null) return null;
  const assets = snapshot.assets.filter((asset) => asset.modelId === modelId && standingOf(asset.status) === 'in_service');
  const groups = new Set(assets.map(({ userGroup }) => userGroup));
  const [userGroup = null] = groups.size === 1 ? groups : [];
  return wholeLifeOf(context, { categoryKey: model.categoryKey, userGroup, modelId }, assets);
}

function wholeLifeOf(context: PlanContext, subject: LifeSubject, assets: readonly Asset[]): WholeLifeCost | null {
  const { snapshot } = context;
  const policy = policyFor({ id: -1, ...subject }, snapshot.policies) ?? NO_POLICY;
  if (!isUsable(policy)) return null;
  const kit: CostedKit = { ...subject, assets, policy, lifeMonths: chainOf(policy), pricePence: priceOf(context, subject, assets) };
  const upkeep = snapshot.finance.upkeep.find(({ categoryKey }) => categoryKey === subject.categoryKey) ?? null;
  const watts = wattsOf(context, subject, assets, upkeep);
  const once = { purchase: purchaseCost(kit), cover: coverCost(context, kit), upgrade: upgradeCost(context, kit), disposal: disposalCost(context, kit) };
  const yearly = {
    energy: energyCost(watts, upkeep, snapshot.finance.profile), support: supportCost(upkeep, snapshot.finance.profile),
    self_support: selfSupportCost(upkeep, snapshot.finance.profile), consumables: consumablesCost(context, kit), losses: lossCost(context, kit),
  };
  const costs: Readonly<Record<CostPart, Cost>> = { purchase: once.purchase.cost, cover: once.cover.cost, upgrade: once.upgrade.cost, disposal: once.disposal.cost, ...yearly };
  const quantity = itemsIn(assets);
  const yearlyPence = sumOf(COST_PARTS.map((part) => penceOf(costs[part])));
  const { pupils: heads } = countsOf(snapshot, priceYearOf(context, context.asOfMonth));
  const pupils = heads !== null && isHeads(heads, 'pupils') ? heads : null;
  const model = context.model(subject.modelId);
  return {
    subject, name: model === null ? rowName(context.category(subject.categoryKey), subject.userGroup) : modelTitle(model),
    quantity, assetIds: assets.map(({ id }) => id), lifeMonths: kit.lifeMonths, parts: COST_PARTS.map((part) => ({ part, cost: costs[part] })), yearlyPence,
    even: evenCost(kit, once, yearly), kwhTenths: kwhTenths(watts, upkeep), allPence: quantity * yearlyPence, pupils,
    perPupilPence: pupils === null || pupils === 0 ? null : divideHalfUp(quantity * yearlyPence, pupils),
    economic: economicOf(context, kit, once, yearly), upkeep, watts,
  };
}

export const penceOf = (cost: Cost): Pence => (cost.known ? cost.pence : 0);

/** The mean of what one would cost today over the items that have a price; of a model nobody has yet, its own. */
function priceOf(context: PlanContext, { modelId, categoryKey }: LifeSubject, assets: readonly Asset[]): Pence | null {
  const model = context.model(modelId);
  if (model !== null && model.unitPence !== null) {
    const basis = basisOf('model', model.unitPence, model.priceDate, context.asOf, context.schoolStartMonth);
    return basis === null ? null : context.prices.priceIn(basis, context.prices.seriesFor(categoryKey), priceYearOf(context, context.asOfMonth));
  }
  const priced = assets.flatMap((asset) => {
    const unit = priceToday(context, asset);
    return unit === null ? [] : [{ pence: unit * itemsOf(asset), items: itemsOf(asset) }];
  });
  return priced.length === 0 ? null : divideHalfUp(sumOf(priced.map(({ pence }) => pence)), sumOf(priced.map(({ items }) => items)));
}

/** Mean watts, whole: of each item's model, else what was entered for the kind. Items of which nobody knows are left out. */
function wattsOf(context: PlanContext, { modelId }: LifeSubject, assets: readonly Asset[], upkeep: KindUpkeep | null): number | null {
  const own = context.model(modelId)?.watts ?? null;
  if (own !== null) return own;
  const known = assets.flatMap((asset) => {
    const watts = context.model(asset.modelId)?.watts ?? upkeep?.watts ?? null;
    return watts === null ? [] : [{ watts, items: itemsOf(asset) }];
  });
  if (known.length === 0) return upkeep?.watts ?? null;
  return divideHalfUp(sumOf(known.map(({ watts, items }) => watts * items)), sumOf(known.map(({ items }) => items)));
}

type OncePaid = Readonly<Record<'purchase' | 'cover' | 'upgrade' | 'disposal', OnceCost>>;
type YearlyPaid = Readonly<Record<'energy' | 'support' | 'self_support' | 'consumables' | 'losses', Cost>>;

/** A life as whole years, the nearest: half a year counts up. */
const wholeYears = (lifeMonths: number): number => Math.max(1, divideHalfUp(lifeMonths, 12));

/** The costs of the years of a life of so many: what comes every year, and the upgrade in the year it is fitted. */
function yearlyCosts(once: OncePaid, yearly: YearlyPaid, years: number): number[] {
  const each = sumOf(Object.values(yearly).map(penceOf)) + once.cover.yearly;
  const { upgrade: { once: upgrade } } = once;
  return Array.from({ length: years }, (_, year) => each + (upgrade !== null && Math.min(years - 1, Math.floor(upgrade.atMonths / 12)) === year ? upgrade.pence : 0));
}

const paidAtFirst = ({ purchase, cover }: OncePaid): number => (purchase.once?.pence ?? 0) + (cover.once?.pence ?? 0);

function evenCost({ lifeMonths, pricePence }: CostedKit, once: OncePaid, yearly: YearlyPaid): WholeLifeCost['even'] {
  if (lifeMonths === null || pricePence === null) return null;
  const years = wholeYears(lifeMonths);
  const residual = -(once.disposal.once?.pence ?? 0);
  const residuals = Array.from({ length: years }, (_, year) => (year === years - 1 ? residual : 0));
  const pence = equivalentAnnualCost({ price: paidAtFirst(once), yearly: yearlyCosts(once, yearly, years), residuals }, DISCOUNT.rate, years);
  return { years, pence: Math.round(pence) };
}

/**
 * Where the school's own record says how failures grow with age, the cost of each year of a life is known, and with it
 * the life of the least cost a year, of the ages that the record has seen.
 */
function economicOf(context: PlanContext, { categoryKey, userGroup, pricePence }: CostedKit, once: OncePaid, yearly: YearlyPaid): WholeLifeCost['economic'] {
  const ageing = ownFailures(context.snapshot, context.asOf).get(kindCountedWith({ categoryKey, userGroup }, context.snapshot.policies))?.ageing ?? null;
  if (ageing === null || pricePence === null) return null;
  const seenYears = Math.floor(ageing.oldest / 12);
  if (seenYears < 1) return null;
  const rest = yearlyCosts(once, { ...yearly, losses: { known: false, none: true } }, seenYears);
  const costs = rest.map((cost, year) => cost + pricePence * (failuresTo(ageing, 12 * (year + 1)) - failuresTo(ageing, 12 * year)));
  const residuals = costs.map(() => -(once.disposal.once?.pence ?? 0));
  const best = economicLife({ price: paidAtFirst(once), yearly: costs, residuals }, DISCOUNT.rate);
  return best === null ? null : { years: best.years, pence: Math.round(best.yearlyCost), seenYears };
}
