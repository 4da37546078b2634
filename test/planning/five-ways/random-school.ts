import type { Category } from '../../../planning/categories.ts';
import { UNSAID } from '../../../planning/policies.ts';
import { SCHOOL_DEFAULTS } from '../../../planning/school-defaults.ts';
import type { PlannedAction, PlannedNeed } from '../../../planning/scenarios/action.ts';
import type { Asset, AssetModel, InflationSeries, PlanSnapshot, RefreshPolicy } from '../../../planning/snapshot.ts';
import { ASSET_STATUSES, COST_CATEGORIES, FUND_KINDS, type BindingFactor, type UserGroup } from '../../../planning/vocabulary.ts';
import { dice } from '../../support/dice.ts';
import { BLANK_KIT, cost, EMPTY_LISTS, model as modelOf } from '../fixtures.ts';

/** The day of the figures. */
export const AS_OF = '2026-11-21';
export const OPTIONS = { asOf: AS_OF, years: 6 } as const;

/** Registers that share no kind of kit: what one comes to does not depend on the others. */
const PART_SIZE = 20_000;
const KINDS = 10;

/**
 * `plain`: what the query in SQL knows as well. `decided`: also what was decided about single rows, months of purchase,
 * the cost of disposal, needs and running costs. `tied`: also kit replaced by another kind, and a backlog over years.
 */
export type Rules = 'plain' | 'decided' | 'tied';

/** What a register is made of: chances in words. */
type Chances = {
  readonly pick: (count: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly sometimes: <T>(percent: number, value: () => T) => T | null;
  readonly day: (from: number, to: number) => string;
};

const two = (value: number): string => String(value).padStart(2, '0');
/** Days on which something goes wrong if anything does: the ends of months, years and school years, leap days. */
const EDGES = ['01-31', '02-28', '03-31', '04-01', '08-31', '09-01', '11-01', '11-21', '11-30', '12-31'];

function chancesOf(seed: number): Chances {
  const roll = dice(seed);
  const pick = (count: number): number => Math.floor(roll() * count);
  const one = <T>(of: readonly T[]): T => of[pick(of.length)] as T;
  return {
    pick, one,
    sometimes: (percent, value) => (pick(100) < percent ? value() : null),
    day: (from, to) => {
      const year = from + pick(to - from + 1);
      if (pick(100) < 20) return `${year}-${one(EDGES)}`;
      return pick(100) < 3 ? `${year - (year % 4)}-02-29` : `${year}-${two(1 + pick(12))}-${two(1 + pick(28))}`;
    },
  };
}

/**
 * A school with that many rows of random kit: overdue, moved, under cover and support, upgraded, leased, in groups, on
 * order, gone; under policies of every kind. More than twenty thousand rows come in parts with kinds of their own, so
 * that the sums of the parts are the sums of the whole.
 */
export function randomSchool(seed: number, size: number, rules: Rules = 'plain'): PlanSnapshot {
  const parts = Array.from({ length: Math.ceil(size / PART_SIZE) }, (_, part) => randomPart(seed + part * 7919, part, Math.min(PART_SIZE, size - part * PART_SIZE)));
  const school: PlanSnapshot = {
    school: { name: 'Random', type: 'maintained', yearStartMonth: seed % 2 === 0 ? 4 : 9, horizonYears: 5, pupils: 900, staff: 60, accessTarget: null, ...SCHOOL_DEFAULTS },
    departments: [], locations: [], suppliers: [], recurring: [], budgets: [], ...EMPTY_LISTS,
    categories: parts.flatMap(({ categories }) => categories), models: parts.flatMap(({ models }) => models),
    assets: parts.flatMap(({ assets }) => assets), policies: parts.flatMap(({ policies }) => policies),
    inflation: { defaultBp: 300, shipped: false, series: parts.flatMap(({ series }) => series) },
  };
  return rules === 'plain' ? school : decided(chancesOf(seed + 1), school, rules === 'tied');
}

/** The school with more of its rules in use. */
function decided(chances: Chances, school: PlanSnapshot, tied: boolean): PlanSnapshot {
  const { one, pick, sometimes, day } = chances;
  return {
    ...school, school: { ...school.school, backlogYears: tied ? 3 : 1 },
    policies: school.policies.map((policy) => ({
      ...policy, purchaseMonths: pick(100) < 35 ? one([[7, 8], [4], [1, 5, 9], [12]]) : [],
      disposalPence: sometimes(25, () => pick(4_000)), tradeInPence: sometimes(20, () => pick(30_000)),
      replacementModelId: tied ? sometimes(30, () => one(school.models).id) : null,
    })),
    actions: school.assets.flatMap(({ id }): PlannedAction[] => (pick(100) < 3 ? [{
      assetId: id, action: one(['keep', 'retire', 'pass_down', 'extend_cover', 'extend_support'] as const), years: 1 + pick(4),
      yearlyPence: sometimes(80, () => 1 + pick(9_000)), priceDate: sometimes(50, () => day(2023, 2027)), nextUserGroup: null,
      nextMonths: sometimes(70, () => 6 + pick(40)), reason: null,
    }] : [])),
    needs: Array.from({ length: 25 }, (_, at): PlannedNeed => ({
      id: 1 + (at >> 1), costId: at + 1, costName: `cost ${at + 1}`, name: `Need ${1 + (at >> 1)}`, categoryKey: one(school.categories).key, costCategory: one(COST_CATEGORIES), fundKey: sometimes(50, () => one(FUND_KINDS)),
      on: day(2026, 2031), quantity: 1 + pick(9), unitPence: sometimes(90, () => pick(90_000)), priceDate: sometimes(50, () => day(2024, 2027)),
      yearlyPence: pick(3) * 12_345, riseBp: sometimes(30, () => pick(900)), included: pick(4) > 0, until: sometimes(30, () => day(2026, 2032)),
    })),
    recurring: Array.from({ length: 25 }, (_, at) => cost({
      id: at + 1, categoryKey: one(school.categories).key, costCategory: one(COST_CATEGORIES), amountPence: sometimes(90, () => pick(2_000_000)),
      start: sometimes(60, () => day(2023, 2029)), end: sometimes(30, () => day(2027, 2032)), riseBp: sometimes(30, () => pick(900)),
    })),
  };
}

/** The parts of a school, each a school of its own. */
export function partsOf(snapshot: PlanSnapshot): PlanSnapshot[] {
  const partOf = (categoryKey: string): string => categoryKey.split('-')[1] ?? '';
  const assets = Map.groupBy(snapshot.assets, ({ categoryKey }) => partOf(categoryKey));
  return [...assets].map(([part, ofPart]) => ({
    ...snapshot, assets: ofPart,
    models: snapshot.models.filter(({ categoryKey }) => partOf(categoryKey) === part),
    policies: snapshot.policies.filter(({ categoryKey }) => partOf(categoryKey) === part),
  }));
}

type Part = {
  readonly categories: Category[]; readonly models: AssetModel[]; readonly assets: Asset[]; readonly policies: RefreshPolicy[]; readonly series: InflationSeries[];
};

function randomPart(seed: number, part: number, size: number): Part {
  const chances = chancesOf(seed);
  const { one, pick, sometimes } = chances;
  const firstId = part * PART_SIZE + 1;
  const categories = Array.from({ length: KINDS }, (_, kind): Category => ({
    key: `kind${kind}-${part}`, singular: 'item', plural: 'items', costCategory: one(COST_CATEGORIES), chartGroup: one(['devices', 'displays', 'servers', 'network']),
  }));
  const models = Array.from({ length: 30 }, (_, at) => modelOf({
    id: part * 100 + at + 1, name: `Model ${at}`, categoryKey: one(categories).key, unitPence: sometimes(60, () => 1 + pick(300_000)),
    priceDate: sometimes(70, () => chances.day(2019, 2028)), vendorSupportEnd: sometimes(50, () => chances.day(2022, 2034)),
  }));
  const policies = policiesOf(chances, part, categories, models, firstId, size);
  return {
    categories, models, policies, assets: assetsOf(chances, categories, models, firstId, size),
    series: categories.slice(0, 6).map((category): InflationSeries => ({
      categoryKey: category.key, bp: sometimes(60, () => pick(2_000) - 500),
      steps: [2024, 2026, 2027, 2029].flatMap((year) => (pick(2) === 0 ? [] : [{ year, bp: pick(2_000) - 700 }])),
    })),
  };
}

const FACTORS: readonly BindingFactor[] = ['policy_life', 'warranty_end', 'vendor_support_end', 'os_end', 'contract_end'];
const GROUPS: readonly UserGroup[] = ['staff', 'pupil', 'shared'];

function policiesOf(chances: Chances, part: number, categories: readonly Category[], models: readonly AssetModel[], firstId: number, size: number): RefreshPolicy[] {
  const { one, pick } = chances;
  const subjects: Pick<RefreshPolicy, 'categoryKey' | 'userGroup' | 'modelId' | 'assetId'>[] = [
    // The last kind has no policy: it runs until it fails.
    ...categories.slice(0, -1).map(({ key }) => ({ categoryKey: key, userGroup: null, modelId: null, assetId: null })),
    ...categories.slice(0, 5).flatMap(({ key }) => GROUPS.slice(0, 1 + pick(3)).map((userGroup) => ({ categoryKey: key, userGroup, modelId: null, assetId: null }))),
    ...models.slice(0, 8).map(({ id, categoryKey }) => ({ categoryKey, userGroup: null, modelId: id, assetId: null })),
    ...Array.from({ length: 15 }, () => ({ categoryKey: one(categories).key, userGroup: null, modelId: null, assetId: firstId + pick(size) })),
  ];
  return subjects.map((subject, at) => randomPolicy(chances, part * 1_000 + at + 1, subject));
}

function randomPolicy({ one, pick, sometimes, day }: Chances, id: number, subject: Pick<RefreshPolicy, 'categoryKey' | 'userGroup' | 'modelId' | 'assetId'>): RefreshPolicy {
  const lifeMonths = one([12, 24, 36, 48, 60, 61, 96, 7]);
  const change = sometimes(25, () => ({ fromYear: 2025 + pick(6), lifeMonthsBefore: one([24, 36, 47, 72]) }));
  return {
    ...UNSAID, ...subject, id, lifeMonths, fromYear: change?.fromYear ?? null, lifeMonthsBefore: change?.lifeMonthsBefore ?? null,
    binding: pick(100) < 45 ? ['policy_life'] : FACTORS.filter(() => pick(2) === 0), toleranceMonths: one([0, 0, 6, -3]),
    unitPence: sometimes(30, () => 1 + pick(250_000)), priceDate: sometimes(60, () => day(2020, 2027)),
    upgrade: sometimes(35, () => ({ atMonths: one([12, 24, 36, 40]), unitPence: sometimes(85, () => 1 + pick(9_000)), priceDate: sometimes(50, () => day(2021, 2027)), what: 'memory' })),
    lossBp: one([0, 0, 0, 150, 600]), fundKey: sometimes(60, () => one(FUND_KINDS)), shipped: false,
  };
}

function assetsOf(chances: Chances, categories: readonly Category[], models: readonly AssetModel[], firstId: number, size: number): Asset[] {
  const { one, pick, sometimes } = chances;
  const assets: Asset[] = [];
  for (let at = 0; at < size; at++) {
    // Much of a register was bought by the dozen: the row before once more, under another number.
    const before = assets[at - 1];
    const asset = before !== undefined && pick(100) < 40 ? { ...before, id: firstId + at } : randomAsset(chances, firstId + at, one(categories).key, models);
    const isOrder = asset.status === 'planned' || asset.status === 'ordered';
    assets.push({ ...asset, succeedsAssetId: isOrder ? sometimes(70, () => firstId + pick(size)) : null });
  }
  return assets;
}

function randomAsset({ one, pick, sometimes, day }: Chances, id: number, categoryKey: string, models: readonly AssetModel[]): Asset {
  return {
    ...BLANK_KIT, id, categoryKey, userGroup: sometimes(70, () => one(GROUPS)), modelId: sometimes(50, () => one(models).id),
    departmentId: sometimes(80, () => 1 + pick(8)), locationId: sometimes(80, () => 1 + pick(25)), quantity: pick(100) < 75 ? 1 : 1 + pick(40),
    status: pick(100) < 82 ? 'in_use' : one(ASSET_STATUSES), purchaseDate: sometimes(92, () => day(2014, 2027)), inServiceDate: sometimes(15, () => day(2016, 2027)),
    unitPaidPence: sometimes(75, () => pick(200_000)), coverEnd: sometimes(50, () => day(2022, 2034)), vendorSupportEnd: sometimes(25, () => day(2023, 2036)),
    osEnd: sometimes(40, () => day(2024, 2034)), osCanMove: pick(2) === 0, leaseEnd: sometimes(15, () => day(2024, 2033)),
    overridePence: sometimes(10, () => pick(150_000)), overridePriceDate: sometimes(50, () => day(2020, 2027)),
    movedTo: sometimes(6, () => day(2026, 2033)), upgradeDoneOn: sometimes(15, () => day(2020, 2026)),
  };
}
