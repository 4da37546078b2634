import { addMonths } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { itemsIn, planContext, type PlanContext } from '../context.ts';
import { courseBasis } from '../event-price.ts';
import type { PriceBasis } from '../price.ts';
import { courseOf } from '../refresh/occurrences.ts';
import { modelTitle } from '../register/field-words.ts';
import { subjectOf, type PolicySubject } from '../scenarios/policy-change.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { inWords, listOf, rowName, spanOf, startUpper } from '../words.ts';
import { policySubjectWords } from './change-words.ts';

/** Whether a price of that day counts as old: the school says after how many months. One without a day is not known to be. */
export const isOldPrice = (priceDate: IsoDate | null, { school }: Pick<PlanSnapshot, 'school'>, asOf: IsoDate): boolean =>
  priceDate !== null && priceDate < addMonths(asOf, -school.priceAgeMonths);

/** `two years`, `18 months`: how old a price is that counts as old. */
export const priceAgeWords = (months: number): string => (months % 12 !== 0 ? spanOf(months) : `${inWords(months / 12)} year${months === 12 ? '' : 's'}`);

/** One old price that the forecast goes by, and the rows of kit whose replacement does. */
export type OldPriceGroup = { readonly key: string; readonly basis: PriceBasis; readonly assets: readonly Asset[]; readonly policies: ReadonlySet<RefreshPolicy> };

/**
 * The old prices behind the forecast: of one kind of kit, from one place, of one amount and day. What is replaced by
 * nobody (kit that runs until it fails) has no price that matters, and an order is paid at what was agreed.
 */
export function oldPriceGroups(context: PlanContext): readonly OldPriceGroup[] {
  const groups = new Map<string, { key: string; basis: PriceBasis; assets: Asset[]; policies: Set<RefreshPolicy> }>();
  for (const asset of context.snapshot.assets) {
    const course = courseOf(context, asset);
    if (course.standing === 'out') continue;
    const basis = courseBasis(context, asset, course);
    if (basis === null || basis.fixed || !isOldPrice(basis.priceDate, context.snapshot, context.asOf)) continue;
    const key = `${basis.source}/${asset.categoryKey}/${basis.unitPence}/${basis.priceDate}`;
    const group = groups.get(key) ?? { key, basis, assets: [], policies: new Set() };
    groups.set(key, group);
    group.assets.push(asset);
    group.policies.add(course.policy);
  }
  return [...groups.values()];
}

/** What a new price is entered for: policies, models, or the rows of kit that go by what was paid or by one of their own. */
export type PricedBy =
  | { readonly kind: 'policies'; readonly subjects: readonly PolicySubject[] }
  | { readonly kind: 'models'; readonly ids: readonly number[] }
  | { readonly kind: 'items'; readonly ids: readonly number[] };

/** A price that was asked for long ago, to be looked at. */
export type OldPrice = {
  readonly key: string;
  /** `Projectors`, `Marlow 75 panel`, `Audio and AV units, as bought`. */
  readonly name: string;
  readonly unitPence: Pence;
  readonly priceDate: IsoDate;
  /** Where a policy says it is from. */
  readonly source: string | null;
  readonly items: number;
  readonly of: PricedBy;
};

/** The models whose price it is: what they are replaced by, else their own. */
function modelsOf({ models }: PlanSnapshot, { basis, assets, policies }: OldPriceGroup): readonly number[] {
  const ids = new Set([...[...policies].map(({ replacementModelId }) => replacementModelId), ...assets.map(({ modelId }) => modelId)]);
  return models.filter(({ id, unitPence, priceDate }) => ids.has(id) && unitPence === basis.unitPence && priceDate === basis.priceDate).map(({ id }) => id);
}

function described(snapshot: PlanSnapshot, group: OldPriceGroup): Pick<OldPrice, 'name' | 'of' | 'source'> {
  const { basis, assets, policies } = group;
  const [first] = assets;
  const kind = rowName(categoryNamed(snapshot.categories, first?.categoryKey ?? ''), null);
  const ids = assets.map(({ id }) => id);
  if (basis.source === 'policy') {
    const subjects = [...policies].map(subjectOf);
    const [source = null] = [...policies].map(({ priceSource }) => priceSource);
    return { name: startUpper(listOf(subjects.map((subject) => policySubjectWords(snapshot, subject)))), source, of: { kind: 'policies', subjects } };
  }
  if (basis.source === 'model') {
    const models = modelsOf(snapshot, group);
    return {
      name: listOf(models.map((id) => snapshot.models.find((model) => model.id === id)).map((model) => (model === undefined ? kind : modelTitle(model)))),
      source: null, of: { kind: 'models', ids: models },
    };
  }
  const what = new Set(assets.map(({ description }) => description)).size === 1 && first !== undefined ? first.description : kind;
  return { name: `${what}, ${basis.source === 'paid' ? 'as bought' : 'at a price of its own'}`, source: null, of: { kind: 'items', ids } };
}

/** Every price that the forecast goes by and that is older than the school chose, the oldest first. */
export function oldPrices(snapshot: PlanSnapshot, asOf: IsoDate): readonly OldPrice[] {
  return oldPriceGroups(planContext(snapshot, { asOf })).map((group): OldPrice => ({
    key: group.key, unitPence: group.basis.unitPence, priceDate: group.basis.priceDate,
    items: itemsIn(group.assets), ...described(snapshot, group),
  })).sort((a, b) => (a.priceDate < b.priceDate ? -1 : a.priceDate > b.priceDate ? 1 : 0));
}
