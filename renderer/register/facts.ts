import { financialYearLabel, financialYearOf } from '../../planning/calendar.ts';
import { placesOf } from '../../planning/places.ts';
import type { Places } from '../../planning/places.ts';
import { assetName, planNames } from '../../planning/register/field-words.ts';
import type { PlanNames } from '../../planning/register/field-words.ts';
import type { AssetModel, PlanSnapshot } from '../../planning/snapshot.ts';
import { codeOfKit } from '../../planning/budget/words.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import type { FundKey, IsoDate, UserGroup } from '../../planning/vocabulary.ts';
import { compareNames, kitName, rowName } from '../../planning/words.ts';
import type { Option } from '../lib/field-choice.ts';

/** A kind as the register names it: a category, and for whom. */
export type Kind = { readonly categoryKey: string; readonly userGroup: UserGroup | null };

/** What the columns need to know of the plan besides a row, looked up once for a snapshot. */
export type AssetFacts = {
  readonly asOf: IsoDate;
  readonly names: PlanNames;
  readonly places: Places;
  readonly modelOf: (asset: Asset) => AssetModel | null;
  /** The tag of what took its place; null while nothing has. */
  readonly successorOf: (id: number) => string | null;
  readonly yearOf: (date: IsoDate) => string;
  readonly codeOf: (asset: Asset) => string | null;
  /** Every kind that a row may have, in the order of the plan. */
  readonly kinds: readonly Option<Kind>[];
  readonly funds: readonly Option<FundKey>[];
  readonly listed: Readonly<Record<'rooms' | 'departments' | 'yearGroups' | 'suppliers' | 'makes' | 'models' | 'systems' | 'orders', readonly string[]>>;
};

const kindsOf = (snapshot: PlanSnapshot): readonly Option<Kind>[] => {
  const groups: readonly (UserGroup | null)[] = [null, ...USER_GROUPS];
  return snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running').flatMap((category) => groups.map((userGroup) => ({
    key: { categoryKey: category.key, userGroup }, words: rowName(category, userGroup), also: [kitName(category, userGroup, 1), ...(userGroup === null ? [category.key] : [])],
  })));
};

const sortedNames = (names: Iterable<string | null>): readonly string[] =>
  [...new Set([...names].filter((name) => name !== null))].sort(compareNames);

export const assetFacts = (snapshot: PlanSnapshot, asOf: IsoDate): AssetFacts => {
  const { assets, school } = snapshot;
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const successors = new Map(assets.flatMap((asset) => (asset.succeedsAssetId === null ? [] : [[asset.succeedsAssetId, assetName(asset)]])));
  return {
    asOf, names: planNames(snapshot), places: placesOf(snapshot.locations),
    modelOf: ({ modelId }) => (modelId === null ? null : models.get(modelId) ?? null),
    successorOf: (id) => successors.get(id) ?? null,
    yearOf: (date) => financialYearLabel(financialYearOf(date, school.yearStartMonth), school.yearStartMonth),
    codeOf: (asset) => codeOfKit(snapshot, asset, asOf),
    kinds: kindsOf(snapshot),
    funds: snapshot.funds.map(({ key, name }) => ({ key, words: name, also: [key] })),
    listed: {
      rooms: sortedNames(snapshot.locations.map(({ name }) => name)), departments: sortedNames(snapshot.departments.map(({ name }) => name)),
      yearGroups: sortedNames(snapshot.yearGroups.map(({ name }) => name)), suppliers: sortedNames(snapshot.suppliers.map(({ name }) => name)),
      makes: sortedNames(snapshot.models.map(({ make }) => make)), models: sortedNames(snapshot.models.map(({ name }) => name)),
      systems: sortedNames(assets.map(({ osName }) => osName)), orders: sortedNames(assets.map(({ orderNumber }) => orderNumber)),
    },
  };
};
