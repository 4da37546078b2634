import { financialYearLabel, financialYearOf } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { formatExact, formatPounds, formatRate } from '../money.ts';
import { planContext, type ForecastOptions } from '../context.ts';
import { policySubjectWords } from '../policies/change-words.ts';
import { placeWords } from '../budget/words.ts';
import { POLICY_FIELD_WORDS, policyValueWords } from '../policies/words.ts';
import { courseOf } from '../refresh/occurrences.ts';
import { riseIn } from '../rises.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { inWords, itemCount, kitCount, listOf, spanOf, startUpper } from '../words.ts';
import { entryOf, placeOfChange, type PlanChange } from './change.ts';
import { policyToStartFrom, subjectOf } from './policy-change.ts';

/** A difference in three pieces: `32 desktops in IT3` / `2028/29` / `2029/30`. */
export type DifferenceWords = {
  readonly what: string;
  /** What it is without the difference; null where there is nothing to say. */
  readonly from: string | null;
  readonly to: string;
};

type Of<Kind extends PlanChange['kind']> = Extract<PlanChange, { kind: Kind }>;

/** What a change does, beside what `snapshot`, the plan before it, says. */
export function differenceWords(snapshot: PlanSnapshot, options: ForecastOptions, change: PlanChange): DifferenceWords {
  switch (change.kind) {
    case 'life': return lifeWords(snapshot, change);
    case 'policy': return policyWords(snapshot, change);
    case 'price_rise': return riseWords(snapshot, change);
    case 'loss_rate': return { what: `Losses of ${change.categoryKey === undefined ? 'all kit' : categoryNamed(snapshot.categories, change.categoryKey).plural}`, from: lossBefore(snapshot, change), to: `${formatRate(change.bp)} a year` };
    case 'move': return { what: kitWords(snapshot, change.moves.map(({ assetId }) => assetId)), from: yearsOf(snapshot, options, change.moves.map(({ assetId }) => assetId)), to: movedTo(snapshot, change) };
    case 'action': return { what: kitWords(snapshot, change.assetIds), from: yearsOf(snapshot, options, change.assetIds), to: actionWords(snapshot, change) };
    case 'need': return { what: needName(snapshot, change.needId) ?? 'A need that is no longer there', from: change.included ? 'left out' : 'counted in', to: change.included ? 'counted in' : 'left out' };
    case 'budget': return budgetWords(snapshot, change);
    case 'backlog': return { what: 'Kit overdue today', from: overYears(snapshot.school.backlogYears), to: overYears(change.years) };
  }
}

function lifeWords(snapshot: PlanSnapshot, change: Of<'life'>): DifferenceWords {
  const subject = subjectOf(change);
  const before = policyToStartFrom(snapshot.policies, subject);
  const from = change.fromYear === undefined ? '' : `, from ${financialYearLabel(change.fromYear, snapshot.school.yearStartMonth)} on`;
  return { what: `Life of ${policySubjectWords(snapshot, subject)}`, from: before === null ? null : spanOf(before.lifeMonths), to: `${spanOf(change.lifeMonths)}${from}` };
}

/** What is set of a policy, field by field. */
function policyWords(snapshot: PlanSnapshot, { set, ...change }: Of<'policy'>): DifferenceWords {
  const subject = subjectOf(change);
  const before = policyToStartFrom(snapshot.policies, subject);
  const fields = Object.keys(set) as (keyof typeof set)[];
  const told = (says: typeof set): string => listOf(fields.map((field) => policyValueWords(snapshot, field, says)));
  const what = listOf(fields.map((field) => POLICY_FIELD_WORDS[field]));
  return { what: `${startUpper(policySubjectWords(snapshot, subject))}: ${what}`, from: before === null ? null : told(before), to: told(set) };
}

function riseWords({ inflation, categories, school }: PlanSnapshot, { bp, categoryKey, year }: Of<'price_rise'>): DifferenceWords {
  const before = riseIn(inflation, categoryKey ?? null, year ?? null);
  const when = year === undefined ? ' a year' : ` in ${financialYearLabel(year, school.yearStartMonth)}`;
  const words = (rate: number): string => (rate === 0 ? 'no rise' : `${formatRate(rate)}${when}`);
  return { what: categoryKey === undefined ? 'Price rises' : `Price rises of ${categoryNamed(categories, categoryKey).plural}`, from: words(before), to: words(bp) };
}

function lossBefore({ policies }: PlanSnapshot, { categoryKey }: Of<'loss_rate'>): string {
  const rates = new Set(policies.filter((policy) => categoryKey === undefined || policy.categoryKey === categoryKey).map(({ lossBp }) => lossBp));
  const [only = 0] = rates;
  return rates.size > 1 ? 'rates that differ' : only === 0 ? 'none' : `${formatRate(only)} a year`;
}

function budgetWords(snapshot: PlanSnapshot, change: Of<'budget'>): DifferenceWords {
  const { year, pence } = change;
  const before = entryOf(snapshot.budgets, change)?.pence ?? null;
  const words = (amount: number | null): string => (amount === null ? 'none entered' : formatPounds(amount));
  return { what: `${startUpper(placeWords(snapshot, placeOfChange(change), year))} ${financialYearLabel(year, snapshot.school.yearStartMonth)}`, from: words(before), to: words(pence) };
}

const overYears = (years: number): string => (years === 1 ? 'bought at once' : `bought over ${inWords(years)} years`);

/** `32 desktops in IT3`, `Storage (HC-ST-01)`, `40 items`: kit by its kind, where it is all of one, and its room. */
export function kitWords(snapshot: PlanSnapshot, assetIds: readonly number[]): string {
  const meant = new Set(assetIds);
  const assets = snapshot.assets.filter(({ id }) => meant.has(id));
  const [first] = assets;
  if (first === undefined) return 'Kit that is no longer there';
  const quantity = assets.reduce((sum, asset) => sum + asset.quantity, 0);
  const alike = (pick: (asset: Asset) => unknown): boolean => assets.every((asset) => pick(asset) === pick(first));
  const room = alike(({ locationId }) => locationId) ? snapshot.locations.find(({ id }) => id === first.locationId)?.name : undefined;
  const where = room === undefined ? '' : ` in ${room}`;
  if (quantity === 1) return `${first.description}${first.tag === null ? '' : ` (${first.tag})`}${where}`;
  const kind = alike(({ categoryKey }) => categoryKey)
    ? kitCount(categoryNamed(snapshot.categories, first.categoryKey), alike(({ userGroup }) => userGroup) ? first.userGroup : null, quantity)
    : itemCount(quantity);
  return `${kind}${where}`;
}

const listedYears = (years: readonly number[], startMonth: number): string => {
  const labels = [...new Set(years)].sort((a, b) => a - b).map((year) => financialYearLabel(year, startMonth));
  return labels.length > 3 ? `${labels[0] ?? ''} to ${labels.at(-1) ?? ''}` : listOf(labels);
};

/** The years in which kit is due; null where none of it is. */
function yearsOf(snapshot: PlanSnapshot, options: ForecastOptions, assetIds: readonly number[]): string | null {
  const context = planContext(snapshot, options);
  const meant = new Set(assetIds);
  const years = snapshot.assets.filter(({ id }) => meant.has(id)).flatMap((asset) => {
    const course = courseOf(context, asset);
    return course.standing === 'out' ? [] : [financialYearOf(course.firstDate, context.yearStartMonth)];
  });
  return years.length === 0 ? null : listedYears(years, context.yearStartMonth);
}

/** The years that kit is moved to. */
export function movedTo({ school }: PlanSnapshot, { moves }: Of<'move'>): string {
  const days = moves.flatMap(({ date }) => (date === null ? [] : [financialYearOf(date, school.yearStartMonth)]));
  const back = days.length < moves.length ? 'when the policy says' : '';
  return listOf([...(days.length === 0 ? [] : [listedYears(days, school.yearStartMonth)]), ...(back === '' ? [] : [back])]);
}

/** `not replaced`, `cover extended by 1 year, £780 a year`: what becomes of kit. */
export function actionWords({ assets }: PlanSnapshot, { assetIds, action, years, yearlyPence, nextUserGroup, nextMonths }: Of<'action'>): string {
  const meant = new Set(assetIds);
  const one = assets.reduce((sum, { id, quantity }) => sum + (meant.has(id) ? quantity : 0), 0) === 1;
  const span = years === null ? '' : ` by ${spanOf(years * 12)}`;
  const price = yearlyPence === null ? '' : `, ${formatExact(yearlyPence)} a year`;
  switch (action) {
    case 'replace': return 'replaced when due';
    case 'keep': return one ? 'kept until it fails' : 'kept until they fail';
    case 'retire': return 'not replaced';
    case 'pass_down': return `passed down${nextUserGroup === null ? '' : ` for ${nextUserGroup} use`}${nextMonths === null ? '' : `, ${spanOf(nextMonths)} more`}`;
    case 'extend_cover': return `cover extended${span}${price}`;
    case 'extend_support': return `support extended${span}${price}`;
  }
}

/** What a need is called, also one that was declined or withdrawn and is no part of the plan any more. */
const needName = ({ needs, analysis }: PlanSnapshot, id: number): string | null =>
  (needs.find((need) => need.id === id) ?? analysis.needs.find((need) => need.id === id))?.name ?? null;
