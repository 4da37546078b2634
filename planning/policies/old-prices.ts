import { addMonths } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { itemsOf, planContext, type PlanContext } from '../context.ts';
import { policyFor } from '../policies.ts';
import { basisToday } from '../quality/today-price.ts';
import { standingOf } from '../refresh/due.ts';
import { modelTitle } from '../register/field-words.ts';
import type { PolicySubject } from '../scenarios/policy-change.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { rowName, startUpper } from '../words.ts';
import { policySubjectWords } from './change-words.ts';

/** A price that a forecast goes by and that was asked for long ago: of a policy, of its upgrade, or of a model. */
export type OldPrice = {
  readonly key: string;
  /** `Projectors`, `Memory for desktops`, `Marlow 75 panel`. */
  readonly name: string;
  readonly unitPence: Pence;
  readonly priceDate: IsoDate;
  readonly source: string | null;
  /** Items in service whose replacement or upgrade goes by it. */
  readonly items: number;
  readonly of: { readonly kind: 'policy' | 'upgrade'; readonly subject: PolicySubject } | { readonly kind: 'model'; readonly modelId: number };
};

/** Whether a price of that day counts as old: the school says after how many months. One without a day is not known to be. */
export const isOldPrice = (priceDate: IsoDate | null, { school }: Pick<PlanSnapshot, 'school'>, asOf: IsoDate): boolean =>
  priceDate !== null && addMonths(priceDate, school.priceAgeMonths) < asOf;

type Uses = { readonly policies: Map<RefreshPolicy, number>; readonly upgrades: Map<RefreshPolicy, number>; readonly models: Map<number, number> };

/** How many items in service go by each price. */
function usesOf(context: PlanContext, assets: readonly Asset[]): Uses {
  const uses: Uses = { policies: new Map(), upgrades: new Map(), models: new Map() };
  const add = <Key>(map: Map<Key, number>, key: Key, items: number): void => void map.set(key, (map.get(key) ?? 0) + items);
  for (const asset of assets) {
    if (standingOf(asset.status) !== 'in_service') continue;
    const policy = policyFor(asset, context.snapshot.policies);
    if (policy === null) continue;
    const items = itemsOf(asset);
    const basis = basisToday(context, asset);
    if (basis?.source === 'policy') add(uses.policies, policy, items);
    const model = policy.replacementModelId ?? asset.modelId;
    if (basis?.source === 'model' && model !== null) add(uses.models, model, items);
    if (policy.upgrade !== null && policy.upgrade.atMonths < policy.lifeMonths) add(uses.upgrades, policy, items);
  }
  return uses;
}

/** Every price in use that is older than the school chose, the oldest first. */
export function oldPrices(snapshot: PlanSnapshot, asOf: IsoDate): readonly OldPrice[] {
  const uses = usesOf(planContext(snapshot, { asOf }), snapshot.assets);
  const isOld = (day: IsoDate | null): day is IsoDate => isOldPrice(day, snapshot, asOf);
  const named = ({ categoryKey, userGroup, modelId, assetId }: RefreshPolicy): string => startUpper(modelId === null && assetId === null
    ? rowName(categoryNamed(snapshot.categories, categoryKey), userGroup) : policySubjectWords(snapshot, { categoryKey, userGroup, modelId, assetId }));
  const ofPolicies = [...uses.policies].flatMap(([policy, items]): OldPrice[] => {
    const { id, unitPence, priceDate, priceSource, categoryKey, userGroup, modelId, assetId } = policy;
    if (unitPence === null || !isOld(priceDate)) return [];
    return [{ key: `policy/${id}`, name: named(policy), unitPence, priceDate, source: priceSource, items, of: { kind: 'policy', subject: { categoryKey, userGroup, modelId, assetId } } }];
  });
  const ofUpgrades = [...uses.upgrades].flatMap(([policy, items]): OldPrice[] => {
    const { id, upgrade, categoryKey, userGroup, modelId, assetId } = policy;
    const priceDate = upgrade?.priceDate ?? policy.priceDate;
    if (upgrade === null || upgrade.unitPence === null || !isOld(priceDate)) return [];
    return [{
      key: `upgrade/${id}`, name: `${startUpper(upgrade.what)} for ${policySubjectWords(snapshot, { categoryKey, userGroup, modelId, assetId })}`,
      unitPence: upgrade.unitPence, priceDate, source: null, items, of: { kind: 'upgrade', subject: { categoryKey, userGroup, modelId, assetId } },
    }];
  });
  const ofModels = snapshot.models.flatMap((model): OldPrice[] => {
    const items = uses.models.get(model.id);
    if (items === undefined || model.unitPence === null || !isOld(model.priceDate)) return [];
    return [{ key: `model/${model.id}`, name: modelTitle(model), unitPence: model.unitPence, priceDate: model.priceDate, source: null, items, of: { kind: 'model', modelId: model.id } }];
  });
  return [...ofPolicies, ...ofUpgrades, ...ofModels].sort((a, b) => (a.priceDate < b.priceDate ? -1 : a.priceDate > b.priceDate ? 1 : 0));
}
