import { addMonths, dayOfMonth, firstMonthOf, financialYearOf, monthOf } from '../../../planning/calendar.ts';
import type { PlanContext } from '../../../planning/context.ts';
import { isUnitPrice } from '../../../planning/money.ts';
import { isLifeMonths } from '../../../planning/policies.ts';
import { unitPriceAt } from '../../../planning/price.ts';
import { isUsable, known, makerEnd, serviceDate } from '../../../planning/refresh/due.ts';
import { upgradeOf } from '../../../planning/refresh/occurrences.ts';
import type { Asset, AssetModel, RefreshPolicy } from '../../../planning/snapshot.ts';
import type { BindingFactor, IsoDate, MonthIndex, Pence } from '../../../planning/vocabulary.ts';

/*
 * What the formulas of one row give, worked out the way a spreadsheet does: with day limits, month numbers and one
 * counting rule. It is the value stored beside each formula, and the test of whether a row can go by formula at all.
 */

/** The last day that a spreadsheet knows: a limit that nobody knows. */
export const NEVER: IsoDate = '9999-12-31';
/** A month that never comes, and a life that never ends, as the sheet writes them. */
export const NEVER_MONTH = 9_999_999;
export const ENDLESS = 9_999;

/** What a row of the register goes by. */
export type RowFacts = {
  readonly asset: Asset;
  readonly policy: RefreshPolicy;
  /** The model whose price counts; null where none is named. */
  readonly model: AssetModel | null;
  /** Items whose successor is on order: those the row does not replace. */
  readonly onOrder: number;
};

export type RowLimit = 'life' | 'lifeBefore' | 'cover' | 'maker' | 'system' | 'lease';
export type PriceFrom = 'own' | 'model' | 'policy' | 'paid' | '';

export type RowYear = {
  readonly items: number;
  readonly unitPence: Pence | null;
  readonly upgrades: number;
  /** Null where something is bought and nobody knows a price. */
  readonly pence: Pence | null;
};

export type RowValues = {
  /** What may set the date, each `NEVER` where it is not known or the policy does not go by it. */
  readonly limits: Readonly<Record<RowLimit, IsoDate>>;
  /** The earliest limit other than age, and with the age that its policy had before. */
  readonly otherLimit: IsoDate;
  readonly earlierDue: IsoDate;
  readonly due: IsoDate;
  readonly dueMonth: MonthIndex;
  readonly overdue: boolean;
  /** The month of the first purchase, counted from January 2000. */
  readonly month: MonthIndex;
  readonly every: number;
  readonly from: PriceFrom;
  readonly basePence: Pence | null;
  readonly priceDate: IsoDate | null;
  readonly priceYear: number | null;
  /** When the kit that is there now is of the age of its upgrade, and when it is upgraded; null for never. */
  readonly upgradeAge: MonthIndex | null;
  readonly upgradeMonth: MonthIndex | null;
  /** When its first successor is upgraded; null for never. */
  readonly successorMonth: MonthIndex | null;
  readonly years: readonly RowYear[];
};

const earliest = (...dates: readonly IsoDate[]): IsoDate => dates.reduce((least, date) => (date < least ? date : least), NEVER);
const binds = (policy: RefreshPolicy, factor: BindingFactor): boolean => policy.binding.includes(factor);

/** The end of its system's security support, where it cannot move to a supported one. */
export const systemEnd = (asset: Asset): IsoDate | null => (asset.osCanMove ? null : known(asset.osEnd));

/** The first day of the year from which a policy's life applies; null where it always did. */
export const appliesFrom = ({ fromYear, lifeMonthsBefore }: RefreshPolicy, startMonth: number): IsoDate | null =>
  (fromYear === null || !Number.isInteger(fromYear) || lifeMonthsBefore === null || !isLifeMonths(lifeMonthsBefore)
    ? null : dayOfMonth(firstMonthOf(fromYear, startMonth)));

type Limits = Pick<RowValues, 'limits' | 'otherLimit' | 'earlierDue' | 'due'>;

function limitsOf({ schoolStartMonth, asOfMonth, model }: PlanContext, { asset, policy }: RowFacts): Limits {
  const limit = (factor: BindingFactor, date: IsoDate | null): IsoDate => (binds(policy, factor) ? date ?? NEVER : NEVER);
  const since = serviceDate(asset, asOfMonth);
  const after = (date: IsoDate | null, months: number | null): IsoDate | null => (date === null || months === null ? null : addMonths(date, months));
  const from = appliesFrom(policy, schoolStartMonth);
  const limits = {
    life: limit('policy_life', after(since, policy.lifeMonths)),
    lifeBefore: limit('policy_life', from === null ? null : after(since, policy.lifeMonthsBefore)),
    cover: limit('warranty_end', after(known(asset.coverEnd), policy.toleranceMonths)),
    maker: limit('vendor_support_end', makerEnd(asset, model(asset.modelId))),
    system: limit('os_end', systemEnd(asset)),
    lease: limit('contract_end', known(asset.leaseEnd)),
  };
  const otherLimit = earliest(limits.cover, limits.maker, limits.system, limits.lease);
  const earlierDue = earliest(otherLimit, limits.lifeBefore);
  const keepsEarlier = from !== null && earlierDue < from;
  return { limits, otherLimit, earlierDue, due: known(asset.movedTo) ?? (keepsEarlier ? earlierDue : earliest(otherLimit, limits.life)) };
}

type Price = Pick<RowValues, 'from' | 'basePence' | 'priceDate' | 'priceYear'>;

function priceOf({ asOf, schoolStartMonth }: PlanContext, { asset, policy, model }: RowFacts): Price {
  const price = (from: PriceFrom, basePence: Pence, date: IsoDate | null): Price => {
    const priceDate = known(date) ?? asOf;
    return { from, basePence, priceDate, priceYear: financialYearOf(priceDate, schoolStartMonth) };
  };
  if (asset.overridePence !== null) return price('own', asset.overridePence, asset.overridePriceDate);
  if (model !== null && model.unitPence !== null) return price('model', model.unitPence, model.priceDate);
  if (policy.unitPence !== null) return price('policy', policy.unitPence, policy.priceDate);
  if (asset.unitPaidPence !== null && asset.unitPaidPence > 0) return price('paid', asset.unitPaidPence, asset.purchaseDate);
  return { from: '', basePence: null, priceDate: null, priceYear: null };
}

/** The day of a policy's upgrade price, as of which it is carried; the as-at date where nobody gave one. */
export const upgradePricedOn = (policy: RefreshPolicy, asOf: IsoDate): IsoDate =>
  known(policy.upgrade?.priceDate ?? null) ?? known(policy.priceDate) ?? asOf;

/** A price carried to a year by a kind's index; null where there is none or the index cannot be counted with. */
export function carriedTo(context: PlanContext, categoryKey: string, unitPence: Pence | null, priceYear: number | null, year: number): Pence | null {
  if (unitPence === null || priceYear === null) return null;
  const index = context.prices.index(context.prices.seriesFor(categoryKey), priceYear, year);
  return index === null ? null : unitPriceAt(unitPence, index);
}

/** What the policy's upgrade costs in a year. Its rises are those of the policy's own kind. */
export function upgradePriceIn(context: PlanContext, policy: RefreshPolicy, year: number): Pence | null {
  const upgrade = upgradeOf(policy);
  if (upgrade === null) return null;
  const priceYear = financialYearOf(upgradePricedOn(policy, context.asOf), context.schoolStartMonth);
  return carriedTo(context, policy.categoryKey, upgrade.unitPence, priceYear, year);
}

/** How many of the events that begin in `first` and come round every so many months have come by the end of a month. */
const countBy = (month: MonthIndex, first: MonthIndex, every: number): number => Math.max(0, Math.floor((month - first) / every) + 1);

/** Months after a purchase at which its successor is upgraded; null where it never is. */
export function successorUpgradeAt(policy: RefreshPolicy): number | null {
  const upgrade = upgradeOf(policy);
  return upgrade === null || policy.binding.length === 0 || upgrade.atMonths >= policy.lifeMonths ? null : upgrade.atMonths;
}

/** How often the policy's kit comes round. */
export const comesRoundEvery = ({ binding, lifeMonths }: RefreshPolicy): number => (binding.length === 0 ? ENDLESS : lifeMonths);

const soundPrices = ({ asset, policy, model }: RowFacts): boolean =>
  [asset.overridePence, model?.unitPence ?? null, policy.unitPence, asset.unitPaidPence, policy.upgrade?.unitPence ?? null]
    .every((pence) => pence === null || isUnitPrice(pence));

/** What the row's formulas give; null where one of its figures is none that a formula can count with. */
export function rowValues(context: PlanContext, facts: RowFacts): RowValues | null {
  const { asset, policy } = facts;
  if (!isUsable(policy) || !soundPrices(facts)) return null;
  const limits = limitsOf(context, facts);
  const dueMonth = monthOf(limits.due);
  const month = Math.max(dueMonth, context.asOfMonth);
  const every = comesRoundEvery(policy);
  const price = priceOf(context, facts);
  const upgrade = ownUpgrade(context, facts, dueMonth);
  const successorAt = successorUpgradeAt(policy);
  const successorMonth = successorAt === null ? null : month + successorAt;
  const quantity = asset.quantity - facts.onOrder;
  const years = context.years.map(({ year, firstMonth }): RowYear => {
    const between = (first: MonthIndex): number => countBy(firstMonth + 11, first, every) - countBy(firstMonth - 1, first, every);
    const items = quantity * between(month);
    const own = upgrade.upgradeMonth !== null && upgrade.upgradeMonth >= firstMonth && upgrade.upgradeMonth <= firstMonth + 11 ? quantity : 0;
    const upgrades = own + (successorMonth === null ? 0 : quantity * between(successorMonth));
    const unitPence = carriedTo(context, asset.categoryKey, price.basePence, price.priceYear, year);
    return { items, unitPence, upgrades, pence: costOf(items, unitPence, upgrades, upgradePriceIn(context, policy, year)) };
  });
  return { ...limits, dueMonth, overdue: dueMonth < context.asOfMonth, month, every, ...price, ...upgrade, successorMonth, years };
}

function ownUpgrade(
  { asOfMonth }: PlanContext, { asset, policy }: RowFacts, dueMonth: MonthIndex,
): Pick<RowValues, 'upgradeAge' | 'upgradeMonth'> {
  const upgrade = upgradeOf(policy);
  const since = serviceDate(asset, asOfMonth);
  const upgradeAge = upgrade === null || since === null ? null : monthOf(since) + upgrade.atMonths;
  const comes = upgradeAge !== null && asset.upgradeDoneOn === null && upgradeAge >= asOfMonth && upgradeAge < dueMonth;
  return { upgradeAge, upgradeMonth: comes ? upgradeAge : null };
}

function costOf(items: number, unitPence: Pence | null, upgrades: number, upgradePence: Pence | null): Pence | null {
  if (items + upgrades === 0) return 0;
  const priced = (unitPence === null ? 0 : items) + (upgradePence === null ? 0 : upgrades);
  return priced === 0 ? null : items * (unitPence ?? 0) + upgrades * (upgradePence ?? 0);
}
