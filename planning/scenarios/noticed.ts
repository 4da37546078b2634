import { categoryNamed } from '../categories.ts';
import { financialYearLabel } from '../calendar.ts';
import type { ForecastOptions } from '../context.ts';
import { placeWords } from '../budget/words.ts';
import { formatPounds } from '../money.ts';
import { hasLeft } from '../register/status-rules.ts';
import { say, strong, type Sentence } from '../sentences/say.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { inWords, kitCount, listOf, spanOf } from '../words.ts';
import { lineageOf } from './apply.ts';
import { applyChange, entryOf, placeOfChange, type PlanChange } from './change.ts';
import { differenceWords, kitWords } from './difference-words.ts';
import { policyToStartFrom, subjectOf } from './policy-change.ts';
import type { ScenarioDifference } from './scenario.ts';

type Of<Kind extends PlanChange['kind']> = Extract<PlanChange, { kind: Kind }>;

/** So many are told one by one; the rest is counted. */
const MOST_TOLD = 5;
const MOST_DEPARTMENTS = 3;

/** A difference with what people will notice of it: nothing of an assumption about prices or losses. */
export type Noticed = { readonly difference: ScenarioDifference; readonly told: readonly Sentence[]; /** The plan before it, as the scenario sees it. */ readonly before: PlanSnapshot };

/** What people will notice of each difference of a scenario and of those it starts from, in the order in which they are applied. */
export function noticedByDifference(facts: PlanSnapshot, scenarioId: number, options: ForecastOptions): readonly Noticed[] {
  let snapshot = facts;
  return lineageOf(facts.scenarios, scenarioId).flatMap(({ differences }) => differences).map((difference) => {
    const before = snapshot;
    snapshot = applyChange(before, difference.change, difference.reason);
    return { difference, before, told: noticedOf(before, options, difference.change) };
  });
}

/**
 * What people will notice of a scenario, compared with the plan itself: a sentence for each of its differences and for
 * each department whose kit it is about. Assumptions about prices and losses change figures and nobody's day: they are
 * not among them.
 */
export function noticedIn(facts: PlanSnapshot, scenarioId: number, options: ForecastOptions): readonly Sentence[] {
  const told = noticedByDifference(facts, scenarioId, options).flatMap((each) => each.told);
  if (told.length === 0) return [say('Nothing changes in the classroom.')];
  const rest = told.length - MOST_TOLD;
  return rest <= 0 ? told : [...told.slice(0, MOST_TOLD - 1), say(`${inWords(rest + 1)} more changes are in the list below.`)];
}

function noticedOf(snapshot: PlanSnapshot, options: ForecastOptions, change: PlanChange): readonly Sentence[] {
  switch (change.kind) {
    case 'move': return byDepartment(snapshot, change.moves.map(({ assetId }) => assetId), (assets) => {
      const ids = new Set(assets.map(({ id }) => id));
      const words = differenceWords(snapshot, options, { ...change, moves: change.moves.filter(({ assetId }) => ids.has(assetId)) });
      return `${words.what} ${areIs(assets)} replaced in ${words.to}${words.from === null ? '' : `, not ${words.from}`}.`;
    });
    case 'action': return byDepartment(snapshot, change.assetIds, (assets) => actionNoticed(snapshot, options, change, assets));
    case 'life': return [lifeNoticed(snapshot, change)];
    case 'budget': return [budgetNoticed(snapshot, change)];
    case 'need': {
      // What was declined, withdrawn or removed since can be counted in no more: nothing of it is bought or left out.
      if (!snapshot.needs.some(({ id }) => id === change.needId)) return [];
      const { what, to } = differenceWords(snapshot, options, change);
      return [say(strong(what), ` ${change.included ? 'is' : 'are'} ${to === 'counted in' ? 'bought' : 'not bought'}.`)];
    }
    case 'backlog': return change.years === 1 ? [say('Kit overdue today is bought at once.')] : [say(`Kit overdue today is bought over ${inWords(change.years)} years: the last of it waits that long.`)];
    case 'policy': case 'price_rise': case 'loss_rate': return [];
  }
}

const areIs = (assets: readonly Asset[]): string => (assets.reduce((sum, { quantity }) => sum + quantity, 0) === 1 ? 'is' : 'are');

function byDepartment(snapshot: PlanSnapshot, ids: readonly number[], tell: (assets: readonly Asset[]) => string): readonly Sentence[] {
  const meant = new Set(ids);
  const names = new Map(snapshot.departments.map(({ id, name }) => [id, name]));
  // Where a school has departments, kit of none of them is not everybody's: the register does not say whose it is.
  const nobodys = names.size === 0 ? 'The whole school' : 'Kit of no department';
  const groups = Map.groupBy(snapshot.assets.filter(({ id }) => meant.has(id)), ({ departmentId }) => (departmentId === null ? undefined : names.get(departmentId)));
  return [...groups].map(([name, assets]) => say(strong(name ?? nobodys), `: ${tell(assets)}`));
}

function actionNoticed(snapshot: PlanSnapshot, options: ForecastOptions, change: Of<'action'>, assets: readonly Asset[]): string {
  const own = { ...change, assetIds: assets.map(({ id }) => id) };
  const { what, from } = differenceWords(snapshot, options, own);
  const due = from === null ? '' : ` in ${from}`;
  const price = change.yearlyPence === null ? '' : `, paid at ${formatPounds(change.yearlyPence)} a year${areIs(assets) === 'is' ? '' : ' each'}`;
  const more = change.years === null ? 'longer' : `${inWords(change.years)} ${change.years === 1 ? 'year' : 'years'} longer`;
  switch (change.action) {
    case 'replace': return `${what} ${areIs(assets)} replaced after all${due}.`;
    case 'keep': return `${what} ${areIs(assets)} used until ${areIs(assets) === 'is' ? 'it fails' : 'they fail'}, not replaced${due}.`;
    case 'retire': return `${what} ${areIs(assets)} not replaced${due}.`;
    case 'pass_down': return `${what} ${areIs(assets)} passed down${change.nextUserGroup === null ? '' : ` for ${change.nextUserGroup} use`}${due}, and nothing is bought for that.`;
    case 'extend_cover': return `${what} ${areIs(assets)} kept ${more} under cover${price}.`;
    case 'extend_support': return `${what} ${areIs(assets)} kept ${more} under paid support${price}.`;
  }
}

/** `190 desktops are kept 7 years, not 5: most of them in Maths, IT and Library.` */
function lifeNoticed(snapshot: PlanSnapshot, change: Of<'life'>): Sentence {
  const { categoryKey, userGroup, lifeMonths, modelId, assetId, fromYear } = change;
  const before = policyToStartFrom(snapshot.policies, subjectOf(change));
  const assets = snapshot.assets.filter((asset) => !hasLeft(asset.status) && asset.categoryKey === categoryKey && (userGroup === null || asset.userGroup === userGroup)
    && (modelId === undefined || asset.modelId === modelId) && (assetId === undefined || asset.id === assetId));
  const quantity = assets.reduce((sum, asset) => sum + asset.quantity, 0);
  const kit = quantity === 0 ? kitWords(snapshot, []) : kitCount(categoryNamed(snapshot.categories, categoryKey), userGroup, quantity);
  const instead = before === null ? '' : `, not ${spanOf(before.lifeMonths)}`;
  const from = fromYear === undefined ? '' : `, from ${financialYearLabel(fromYear, snapshot.school.yearStartMonth)} on`;
  return say(strong(kit), ` ${quantity === 1 ? 'is' : 'are'} kept ${spanOf(lifeMonths)}${instead}${from}${whereMost(snapshot, assets)}.`);
}

function whereMost({ departments }: PlanSnapshot, assets: readonly Asset[]): string {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const groups = [...Map.groupBy(assets, ({ departmentId }) => departmentId)].flatMap(([id, within]) => {
    const name = id === null ? undefined : names.get(id);
    return name === undefined ? [] : [{ name, quantity: within.reduce((sum, { quantity }) => sum + quantity, 0) }];
  }).toSorted((a, b) => b.quantity - a.quantity || (a.name < b.name ? -1 : 1));
  if (groups.length === 0) return '';
  const told = listOf(groups.slice(0, MOST_DEPARTMENTS).map(({ name }) => name));
  return groups.length > MOST_DEPARTMENTS ? `: most in ${told}` : `: in ${told}`;
}

function budgetNoticed(snapshot: PlanSnapshot, asked: Of<'budget'>): Sentence {
  const { year, pence } = asked;
  const before = entryOf(snapshot.budgets, asked)?.pence ?? 0;
  const change = (pence ?? 0) - before;
  const label = financialYearLabel(year, snapshot.school.yearStartMonth);
  return say(strong('Finance'), ` is asked for ${formatPounds(Math.abs(change))} ${change < 0 ? 'less' : 'more'} in ${label} (${placeWords(snapshot, placeOfChange(asked), year)}).`);
}
