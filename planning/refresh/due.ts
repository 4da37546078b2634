import { addMonths, firstMonthOf, isIsoDate, monthOf } from '../calendar.ts';
import { isLifeMonths } from '../policies.ts';
import type { Asset, AssetModel, RefreshPolicy } from '../snapshot.ts';
import { LIMITING_FACTORS, type AssetStatus, type IsoDate, type LimitingFactor, type MonthIndex, type NotForecastReason } from '../vocabulary.ts';
import { UNDECIDED, type Decision } from './decision.ts';

/** A date that could set when a thing is replaced; null where it is not known or does not apply. */
export type Candidate = {
  readonly factor: LimitingFactor;
  readonly date: IsoDate | null;
  /** Whether the policy lets it set the date. A manual date always does. */
  readonly binds: boolean;
};

export type Due = {
  readonly date: IsoDate;
  readonly factor: LimitingFactor;
  /** The life that was counted with: the policy's, or its earlier one where the asset keeps that. */
  readonly lifeMonths: number;
  /** True where a policy change carries a first year and this asset falls due before it. */
  readonly keptEarlierLife: boolean;
};

/** A date of the plan file, or null where it is missing or cannot be a day of a school. */
export const known = (date: IsoDate | null): IsoDate | null => (isIsoDate(date) ? date : null);

/**
 * The day from which an asset's age is counted: in service, else bought. Kit in use cannot begin to be used in a month
 * after the as-at month: such a day is a slip (or one seen from an earlier day), and the purchase counts. Kit that lies
 * in a cupboard may have a first day of use already.
 */
export function serviceDate(asset: Asset, asOfMonth: MonthIndex): IsoDate | null {
  const used = known(asset.inServiceDate);
  return used !== null && (asset.status === 'in_stock' || monthOf(used) <= asOfMonth) ? used : known(asset.purchaseDate);
}

const later = (date: IsoDate | null, months: number): IsoDate | null => (date === null ? null : addMonths(date, months));

/** Months of an extension that were bought; 0 for none. */
const boughtMonths = (extension: Decision['cover']): number => 12 * (extension?.years ?? 0);

/** The end of hardware cover, with what was decided to be bought on top of it. */
export const coveredUntil = (asset: Asset, decision: Decision): IsoDate | null => later(known(asset.coverEnd), boughtMonths(decision.cover));

/** End of the maker's support: the asset's own day, else its model's. An own day before the purchase is a slip and does not count. */
export function makerEnd(asset: Asset, model: AssetModel | null): IsoDate | null {
  const own = known(asset.vendorSupportEnd);
  return own !== null && !endedBefore(asset, own) ? own : known(model?.vendorSupportEnd ?? null);
}

/** Whether a day lies before an asset was bought. */
export function endedBefore(asset: Asset, day: IsoDate): boolean {
  const bought = known(asset.purchaseDate);
  return bought !== null && day < bought;
}

/**
 * The end of support that paying for longer support puts off: of the maker's and the system's the one that comes
 * first, of those that the policy goes by; where it goes by none of them, of those that are known.
 */
export function supportEnd(asset: Asset, policy: RefreshPolicy, model: AssetModel | null): IsoDate | null {
  const maker = makerEnd(asset, model);
  const system = known(asset.osEnd);
  const bound = [
    policy.binding.includes('vendor_support_end') ? maker : null,
    policy.binding.includes('os_end') && !asset.osCanMove ? system : null,
  ].filter((date) => date !== null);
  const ends = bound.length > 0 ? bound : [maker, system].filter((date) => date !== null);
  return ends.reduce<IsoDate | null>((first, date) => (first === null || date < first ? date : first), null);
}

function candidateDate(
  factor: LimitingFactor, asset: Asset, policy: RefreshPolicy, model: AssetModel | null, lifeMonths: number, decision: Decision,
  asOfMonth: MonthIndex,
): IsoDate | null {
  const supported = (end: IsoDate | null): IsoDate | null =>
    decision.support !== null && end === supportEnd(asset, policy, model) ? later(end, boughtMonths(decision.support)) : end;
  switch (factor) {
    case 'policy_life': return later(serviceDate(asset, asOfMonth), lifeMonths);
    case 'warranty_end': return later(known(asset.coverEnd), policy.toleranceMonths + boughtMonths(decision.cover));
    case 'vendor_support_end': return supported(makerEnd(asset, model));
    case 'os_end': return asset.osCanMove ? null : supported(known(asset.osEnd));
    case 'contract_end': return known(asset.leaseEnd);
    case 'manual': return known(asset.movedTo);
  }
}

const binds = (policy: RefreshPolicy, factor: LimitingFactor): boolean =>
  factor === 'manual' || policy.binding.includes(factor);

/**
 * Every candidate with its date (after what was bought to put it off) and whether it binds, in the order in which a
 * tie is named.
 */
export const candidates = (
  asset: Asset, policy: RefreshPolicy, model: AssetModel | null, lifeMonths: number, decision: Decision, asOfMonth: MonthIndex,
): Candidate[] => LIMITING_FACTORS.map((factor) => ({
  factor, date: candidateDate(factor, asset, policy, model, lifeMonths, decision, asOfMonth), binds: binds(policy, factor),
}));

/** The earliest binding date other than a life or a hand's, for kit of which nothing was decided: it stays where it is when a life changes. */
export function otherLimit(asset: Asset, policy: RefreshPolicy, model: AssetModel | null, asOfMonth: MonthIndex): IsoDate | null {
  let earliestDate: IsoDate | null = null;
  for (const factor of policy.binding) {
    const date = factor === 'policy_life' ? null : candidateDate(factor, asset, policy, model, policy.lifeMonths, UNDECIDED, asOfMonth);
    if (date !== null && (earliestDate === null || date < earliestDate)) earliestDate = date;
  }
  return earliestDate;
}

type Limit = { readonly date: IsoDate; readonly factor: LimitingFactor };

/** The manual date if there is one, else the earliest binding candidate; of equal ones the first in order. */
function earliest(
  asset: Asset, policy: RefreshPolicy, model: AssetModel | null, lifeMonths: number, decision: Decision, asOfMonth: MonthIndex,
): Limit | null {
  const moved = known(asset.movedTo);
  if (moved !== null) return { date: moved, factor: 'manual' };
  let date: IsoDate | null = null;
  let limit: LimitingFactor = 'policy_life';
  for (const factor of LIMITING_FACTORS) {
    if (factor === 'manual' || !binds(policy, factor)) continue;
    const found = candidateDate(factor, asset, policy, model, lifeMonths, decision, asOfMonth);
    if (found !== null && (date === null || found < date)) {
      date = found;
      limit = factor;
    }
  }
  return date === null ? null : { date, factor: limit };
}

/**
 * When an asset is to be replaced and what set that, or why it cannot be said. A policy that names no binding
 * limit means: run until it fails. Only a date set by hand brings such kit into the forecast.
 * Where a policy change applies from a financial year (of the school, `yearStartMonth`), kit that was due
 * before that year under the earlier life keeps it.
 */
export function dueOf(
  asset: Asset, policy: RefreshPolicy, model: AssetModel | null, yearStartMonth: number, decision: Decision,
  asOfMonth: MonthIndex,
): Due | NotForecastReason {
  if (!isUsable(policy)) return 'unusable_value';
  const { fromYear, lifeMonthsBefore } = policy;
  if (fromYear !== null && Number.isInteger(fromYear) && lifeMonthsBefore !== null && isLifeMonths(lifeMonthsBefore)) {
    const before = earliest(asset, policy, model, lifeMonthsBefore, decision, asOfMonth);
    if (before !== null && before.factor !== 'manual' && monthOf(before.date) < firstMonthOf(fromYear, yearStartMonth)) {
      return { ...before, lifeMonths: lifeMonthsBefore, keptEarlierLife: true };
    }
  }
  const limit = earliest(asset, policy, model, policy.lifeMonths, decision, asOfMonth);
  if (limit !== null) return { ...limit, lifeMonths: policy.lifeMonths, keptEarlierLife: false };
  if (policy.binding.length === 0) return 'run_to_fail';
  return policy.binding.includes('policy_life') ? 'no_purchase_date' : 'no_cover_date';
}

/** What a policy goes by that is no limit that anybody knows: a plan file made elsewhere can name one. */
export const unknownLimits = ({ binding }: RefreshPolicy): readonly string[] => binding.filter((factor) => !LIMITING_FACTORS.includes(factor));

/** Whether the sums can count with a policy: with its months, and with all that it goes by. */
export const isUsable = (policy: RefreshPolicy): boolean => hasUsableMonths(policy) && unknownLimits(policy).length === 0;

/** A life of 1 to 600 months, a tolerance of at most 600 either way. */
export const hasUsableMonths = (policy: RefreshPolicy): boolean =>
  isLifeMonths(policy.lifeMonths) && Number.isInteger(policy.toleranceMonths) && Math.abs(policy.toleranceMonths) <= 600;

/** What a status means for the forecast: kit in service, kit on its way, or kit that has left. */
export type Standing = 'in_service' | 'on_the_way' | NotForecastReason;

const STANDING: Readonly<Record<AssetStatus, Standing>> = {
  planned: 'on_the_way', ordered: 'on_the_way',
  in_stock: 'in_service', in_use: 'in_service', on_loan: 'in_service', in_repair: 'in_service',
  spare: 'in_service', cascaded: 'in_service',
  retired: 'status_retired', disposed: 'status_disposed', lost: 'status_lost', stolen: 'status_stolen',
};

/** How an asset of that status stands in the forecast. Kit in stock is owned and ages: it is forecast. */
export const standingOf = (status: AssetStatus): Standing => STANDING[status];
