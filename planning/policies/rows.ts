import { itemsOf, planContext, type PlanContext } from '../context.ts';
import { categoryNamed } from '../categories.ts';
import { divideHalfUp } from '../money.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import { basisToday } from '../quality/today-price.ts';
import type { PriceSource } from '../price.ts';
import { standingOf } from '../refresh/due.ts';
import { assetName, modelTitle } from '../register/field-words.ts';
import type { Forecast } from '../result.ts';
import { isPolicyOf, type PolicySubject } from '../scenarios/policy-change.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { BasisPoints, Pence } from '../vocabulary.ts';
import { USER_GROUPS } from '../vocabulary.ts';
import { compareNames, kitName, rowName, startUpper } from '../words.ts';
import { everyKind, recordTogether, type LossRecord } from '../upkeep/record.ts';

/** What the ledger says was lost or broken of a kind: no rate under five events. */
type KindRecord = ReturnType<typeof recordTogether>;

/** One kind of kit in use with the policy that it follows; or, under it, a model or a single item with its own. */
export type PolicyRow = {
  readonly key: string;
  readonly subject: PolicySubject;
  /** `Pupil laptops`, `Tamar 14`, `HC-LT-0412`. */
  readonly name: string;
  /** The policy that holds, or what kit without any follows. */
  readonly policy: RefreshPolicy;
  /** Items in service. */
  readonly items: number;
  /** Items by where the price of their replacement comes from; those without any under `none`. */
  readonly pricedBy: Readonly<Partial<Record<PriceSource | 'none', number>>>;
  /** What the school's ledger says of losses; null for a model or an item, whose losses count with their kind. */
  readonly record: KindRecord | null;
  /** Replacements, upgrades and what else the plan buys for it, over the years of the plan, still to come. */
  readonly pence: Pence;
  /** The register rows that `pence` is for. */
  readonly assetIds: readonly number[];
  /** Models and single items of this kind with a policy of their own. */
  readonly children: readonly PolicyRow[];
};

/** What losses and breakages come to, and the kinds that have a rate. */
export type LossesRow = {
  /** Items of kinds with a rate. */
  readonly items: number;
  /** The mean of their rates, by items; null where no kind has one. */
  readonly bp: BasisPoints | null;
  readonly record: KindRecord;
  readonly pence: Pence;
};

export type PolicyTable = { readonly rows: readonly PolicyRow[]; readonly losses: LossesRow; readonly items: number; readonly pence: Pence };

type Kit = { readonly assets: Asset[] };

const subjectKey = ({ categoryKey, userGroup, modelId, assetId }: PolicySubject): string => `${categoryKey}/${userGroup ?? ''}/${modelId ?? ''}/${assetId ?? ''}`;

/** The kind that an asset's row stands under: its user group's where that has a policy of its own, else its category's. */
function kindOf(asset: Pick<Asset, 'categoryKey' | 'userGroup'>, policies: readonly RefreshPolicy[]): PolicySubject {
  const group: PolicySubject = { categoryKey: asset.categoryKey, userGroup: asset.userGroup, modelId: null, assetId: null };
  return policies.some((policy) => isPolicyOf(policy, group)) ? group : { ...group, userGroup: null };
}

/** Kinds that schools argue about most come first; the rest follow in the order of the categories. */
const FIRST_KINDS: readonly string[] = ['laptop', 'chromebook', 'desktop', 'tablet'];

/**
 * Every kind of kit in use with its policy, in the order of the plan's kinds; with models and items that have their own
 * under their kind. What is bought by the year (software) has no policy. The rows and the losses add up to the sum.
 */
export function policyTable(snapshot: PlanSnapshot, forecast: Forecast): PolicyTable {
  const context = planContext(snapshot, { asOf: forecast.asOf, years: forecast.years.length });
  const running = new Set(snapshot.categories.filter(({ chartGroup }) => chartGroup === 'running').map(({ key }) => key));
  const kinds = new Map<string, Kit & { readonly subject: PolicySubject }>();
  for (const asset of snapshot.assets) {
    const standing = standingOf(asset.status);
    if (running.has(asset.categoryKey) || (standing !== 'in_service' && standing !== 'on_the_way')) continue;
    const subject = kindOf(asset, snapshot.policies);
    const key = subjectKey(subject);
    const kind = kinds.get(key) ?? { subject, assets: [] };
    kinds.set(key, kind);
    kind.assets.push(asset);
  }
  const spent = penceByAsset(forecast);
  const all = [...kinds.values()].map(({ subject }) => subject);
  const records = Map.groupBy(everyKind(snapshot, forecast.asOf).kinds, (record) => subjectKey(kindOf(record, snapshot.policies)));
  const rows = [...kinds].map(([key, { subject, assets }]): PolicyRow => ({
    ...rowOf(context, spent, { subject, assets, name: kindName(snapshot, subject, all) }),
    record: recordTogether(records.get(key) ?? []), children: ownRows(context, spent, assets),
  })).sort(byKind(snapshot));
  const losses = lossesRow(forecast, rows, records);
  return {
    rows, losses, items: rows.reduce((sum, { items }) => sum + items, 0), pence: rows.reduce((sum, { pence }) => sum + pence, losses.pence),
  };
}

/** `Laptops` beside `Pupil laptops` would be read as all of them. */
function kindName({ categories }: PlanSnapshot, { categoryKey, userGroup }: PolicySubject, all: readonly PolicySubject[]): string {
  const category = categoryNamed(categories, categoryKey);
  const others = userGroup === null && all.some((each) => each.categoryKey === categoryKey && each.userGroup !== null);
  return others ? startUpper(`other ${kitName(category, null, 2)}`) : rowName(category, userGroup);
}

const byKind = ({ categories }: PlanSnapshot) => {
  const order = [...new Set([...FIRST_KINDS, ...categories.map(({ key }) => key)])];
  const rank = ({ subject: { categoryKey, userGroup } }: PolicyRow): number => order.indexOf(categoryKey) * (USER_GROUPS.length + 1)
    + (userGroup === null ? USER_GROUPS.length : USER_GROUPS.indexOf(userGroup));
  return (a: PolicyRow, b: PolicyRow): number => rank(a) - rank(b);
};

/** Lines of kit, by row; what nobody can price adds nothing. */
function penceByAsset(forecast: Forecast): ReadonlyMap<number, Pence> {
  const spent = new Map<number, Pence>();
  for (const { assetId, netPence } of forecast.lines) {
    if (assetId !== null && netPence !== null) spent.set(assetId, (spent.get(assetId) ?? 0) + netPence);
  }
  return spent;
}

type Named = Kit & { readonly subject: PolicySubject; readonly name: string };

function rowOf(context: PlanContext, spent: ReadonlyMap<number, Pence>, { subject, assets, name }: Named): Omit<PolicyRow, 'record' | 'children'> {
  const { policies } = context.snapshot;
  const policy = policies.find((each) => isPolicyOf(each, subject))
    ?? policyFor({ id: -1, modelId: null, categoryKey: subject.categoryKey, userGroup: subject.userGroup }, policies)
    ?? { ...NO_POLICY, categoryKey: subject.categoryKey, userGroup: subject.userGroup };
  const pricedBy: Partial<Record<PriceSource | 'none', number>> = {};
  let [items, pence] = [0, 0];
  for (const asset of assets) {
    pence += spent.get(asset.id) ?? 0;
    if (standingOf(asset.status) !== 'in_service') continue;
    const source = basisToday(context, asset)?.source ?? 'none';
    pricedBy[source] = (pricedBy[source] ?? 0) + itemsOf(asset);
    items += itemsOf(asset);
  }
  return { key: subjectKey(subject), subject, name, policy, items, pricedBy, pence, assetIds: assets.map(({ id }) => id) };
}

/** The models and single items among them that follow a policy of their own. */
function ownRows(context: PlanContext, spent: ReadonlyMap<number, Pence>, assets: readonly Asset[]): readonly PolicyRow[] {
  const { policies, models } = context.snapshot;
  const own = Map.groupBy(assets, (asset) => {
    const policy = policyFor(asset, policies);
    return policy === null || (policy.modelId === null && policy.assetId === null) ? null : policy;
  });
  return [...own].flatMap(([policy, followers]): PolicyRow[] => {
    if (policy === null) return [];
    const { categoryKey, userGroup, modelId, assetId } = policy;
    const model = models.find(({ id }) => id === modelId);
    const [first] = followers;
    const name = assetId !== null && first !== undefined ? assetName(first) : model === undefined ? 'A model that is gone' : modelTitle(model);
    return [{ ...rowOf(context, spent, { subject: { categoryKey, userGroup, modelId, assetId }, assets: followers, name }), record: null, children: [] }];
  }).sort((a, b) => compareNames(a.name, b.name));
}

function lossesRow(forecast: Forecast, rows: readonly PolicyRow[], records: ReadonlyMap<string, readonly LossRecord[]>): LossesRow {
  const counted = rows.filter((row) => usedLossBp(row) > 0);
  const items = counted.reduce((sum, row) => sum + row.items, 0);
  const weighted = counted.reduce((sum, row) => sum + row.items * usedLossBp(row), 0);
  return {
    items, bp: items === 0 ? null : divideHalfUp(weighted, items * 10) * 10,
    record: recordTogether(counted.flatMap(({ key }) => records.get(key) ?? [])),
    pence: forecast.lines.reduce((sum, { kind, netPence }) => sum + (kind === 'loss' ? netPence ?? 0 : 0), 0),
  };
}

/** What the plan counts with: the policy's rate, or the record's where the policy goes by it and it says enough. */
export const usedLossBp = ({ policy, record }: Pick<PolicyRow, 'policy' | 'record'>): BasisPoints =>
  (policy.lossFrom === 'record' ? record?.lossBp ?? policy.lossBp : policy.lossBp);
